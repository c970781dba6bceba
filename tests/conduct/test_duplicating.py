"""Last time's event made again: its programme and preparation go with it, and nothing of what happened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_count
from facilitator.conduct.meeting import (
    PartnerKind,
    PartnerRole,
    add_partner,
    partners_now,
    safeguarding_now,
    tell_safeguarding,
)
from facilitator.conduct.noting import Note, add_note
from facilitator.conduct.preparing import duplicate, prepare
from facilitator.conduct.record import event_record
from facilitator.conduct.timing import go_to_activity
from facilitator.core.keys import Source
from facilitator.core.plan import edits
from facilitator.errors import EventFileError
from facilitator.programme.shipped import find_programme
from tests.conduct.steps import state, vote

SHIPPED = find_programme("living-well-here")


@pytest.fixture
def again(default_event):
    """Return the event made again from one that was prepared, with partners, and held."""
    programme = edits.reworded(edits.without(SHIPPED.programme, "full", "what-matters"), "s2", "Home first.")
    prepare(default_event, programme)
    add_partner(default_event, "Riverside Carers", PartnerKind.COMMUNITY, PartnerRole.PARTNER)
    tell_safeguarding(default_event, "Sam Field", "01632 960123")
    go_to_activity(default_event, "vote-goals")
    vote(default_event, "s1", a_count(agree=50))
    add_note(default_event, Note("A garden to sit in", "vote-goals"))
    details = replace(default_event.details, title="Living well in Hillside", held_on="2027-03-01")
    event = duplicate(default_event, default_event.path.with_name("hillside.event"), details)
    yield event
    event.close()


def test_programme_and_preparation_go_with_it(again, default_event):
    assert again.programme == default_event.programme
    assert again.issued == SHIPPED.programme
    assert event_record(again).programme_digest == SHIPPED.digest
    assert [step.key for step in again.store.reading.run_sheet()][:2] == ["welcome", "read-goals"]


def test_prepared_words_are_still_the_organisers_next_version(again):
    s2 = next(one for one in event_record(again).results if one.key == "s2")

    assert (s2.text, s2.source, s2.wording_version) == ("Home first.", Source.ORGANISER, 2)


def test_partners_and_who_to_call_go_with_it(again):
    assert [partner.name for partner in partners_now(again)] == ["Riverside Carers"]
    assert safeguarding_now(again).phone == "01632 960123"


def test_nothing_of_what_happened_goes_with_it(again):
    record = event_record(again)

    assert state(again, "s1") == "ready"
    assert record.notes == ()
    assert record.taken_back == ()
    assert all(step.started_at is None for step in record.steps)
    assert again.details.title == "Living well in Hillside"


def test_it_is_another_event(again, default_event):
    assert again.store.reading.event_id() != default_event.store.reading.event_id()


def test_a_file_that_is_there_is_never_written_over(default_event):
    with pytest.raises(EventFileError):
        duplicate(default_event, default_event.path, default_event.details)


def test_an_event_that_nobody_prepared_is_made_again_without_a_preparation(default_event):
    event = duplicate(default_event, default_event.path.with_name("plain.event"), default_event.details)
    try:
        assert event.store.reading.prepared_text() is None
    finally:
        event.close()
