"""Events on their way out."""

from __future__ import annotations

import pytest

from builders import a_count, the_default_event
from facilitator.conduct.attending import Measure, record_attendance
from facilitator.conduct.noting import Note, add_note
from facilitator.conduct.reviewing import keep, to_read
from tests.report.event_records import vote


@pytest.fixture
def event(tmp_path):
    """Return an open event with a result and a note that was read."""
    event = the_default_event(tmp_path)
    record_attendance(event, Measure.ATTENDED, 86)
    vote(event, "s1", a_count(agree=62, unsure=10, disagree=7))
    add_note(event, Note("More buses", "talk-goals", "Table 7"))
    keep(event, [one.digest for one in to_read(event)])
    yield event
    event.close()
