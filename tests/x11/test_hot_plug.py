"""A projector that is plugged in and out while the event goes on, under a real X server with its dummy driver."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.x11.hall import Hall, missing

CONTROLS = [100, 50, 1000, 600]


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    """Return a laptop without a projector, with both windows open; the test is skipped, loudly, where it cannot be."""
    lacking = missing()
    if lacking:
        pytest.skip(f"NOT CHECKED: plugging a projector in and out needs {', '.join(lacking)}")
    with Hall(tmp_path) as made:
        made.seen(lambda told: told["screens"] == ["DUMMY0"])
        yield made


def test_the_room_screen_follows_the_projector_when_it_comes_and_goes(hall: Hall) -> None:
    alone = hall.seen(lambda told: True)
    hall.plug_in()
    plugged = hall.seen(lambda told: told["room"] == [1366, 0, 1920, 1080] and told["shown"] is True)
    hall.unplug()
    unplugged = hall.seen(lambda told: told["shown"] is False and told["screens"] == ["DUMMY0"])
    hall.plug_in("1280x1024")
    again = hall.seen(lambda told: told["room"] == [1366, 0, 1280, 1024] and told["shown"] is True)

    assert alone["shown"] is False
    assert str(plugged["said"]).startswith("The room screen is on “DUMMY1”, these controls are on “DUMMY0”.")
    assert unplugged["said"] == "The projector “DUMMY1” was unplugged. Plug it in and the room screen comes back."
    assert [told["controls"] for told in (alone, plugged, unplugged, again)] == [CONTROLS] * 4
