"""Rehearsals that tests look at, played or still to be played."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from facilitator.conduct.event import Event
from facilitator.rehearsal.crowd import Crowd
from tests.rehearsal.rehearsals import Played, a_rehearsal, played


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The rehearsal that everybody gets who asks for nothing special."""
    return played(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def rehearsal(tmp_path: Path) -> Iterator[Callable[..., Event]]:
    """Return a maker of open rehearsals that nobody has played yet."""
    made: list[Event] = []

    def make(crowd: Crowd, *, length: str = "full") -> Event:
        made.append(a_rehearsal(tmp_path, crowd, length=length)[0])
        return made[-1]

    yield make
    for event in made:
        event.close()
