"""Events on their way through the gate."""

from __future__ import annotations

import pytest

from builders import the_default_event


@pytest.fixture
def event(tmp_path):
    """Return the default event, open."""
    event = the_default_event(tmp_path)
    yield event
    event.close()
