"""What every test may use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from builders import an_event, the_default_event
from facilitator.conduct.event import Event
from tests.pack.all_packs import every_pack_is_looked_at

__all__ = ["every_pack_is_looked_at"]

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("house")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture
def make_event(tmp_path: Path) -> Iterator[Callable[..., Event]]:
    """Return a maker of open events; each is closed when the test ends."""
    made: list[Event] = []

    def make(*questions: Any, **more: Any) -> Event:
        folder = tmp_path / f"event-{len(made)}"
        folder.mkdir()
        made.append(an_event(folder, *questions, **more))
        return made[-1]

    yield make
    for event in made:
        if not event.store.is_closed:
            event.close()


@pytest.fixture
def make_default_event(tmp_path: Path) -> Iterator[Callable[..., Event]]:
    """Return a maker of open events on the shipped programme; each is closed when the test ends."""
    made: list[Event] = []

    def make(**more: Any) -> Event:
        folder = tmp_path / f"default-{len(made)}"
        folder.mkdir()
        made.append(the_default_event(folder, **more))
        return made[-1]

    yield make
    for event in made:
        if not event.store.is_closed:
            event.close()


@pytest.fixture
def shared_example() -> Callable[[str], Path]:
    """Return the folder of a shared example; the test is skipped, loudly, where the examples are absent."""

    def find(name: str) -> Path:
        folder = SHARED / "examples" / name
        if not folder.is_dir():
            pytest.skip(f"NOT CHECKED: the example {name} is not on this machine")
        return folder

    return find
