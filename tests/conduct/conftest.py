"""Events on the shipped programme."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facilitator.conduct.event import Event


@pytest.fixture
def default_event(make_default_event: Callable[..., Event]) -> Event:
    """Return an open event on the shipped programme, with ten tables."""
    return make_default_event()
