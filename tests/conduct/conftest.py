"""Events on the shipped programme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from builders import the_default_event
from facilitator.conduct.event import Event


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
def default_event(make_default_event: Callable[..., Event]) -> Event:
    """Return an open event on the shipped programme, with ten tables."""
    return make_default_event()
