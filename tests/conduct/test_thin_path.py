"""The thin path: one statement, hands, closed, a note, and the record of it."""

from __future__ import annotations

from builders import a_count, a_question
from facilitator.conduct.counting import enter_count
from facilitator.conduct.noting import Note, add_note
from facilitator.conduct.record import event_record
from facilitator.conduct.voting import close_question, open_question


def test_a_hands_count_and_a_note_reach_the_record(make_event):
    event = make_event(a_question("s1"))

    open_question(event, "s1", present=50)
    enter_count(event, "s1", a_count(agree=31, unsure=6, disagree=9))
    close_question(event, "s1")
    add_note(event, Note("More buses in the evening", activity="one"))

    record = event_record(event)
    assert [option.count for option in record.results[0].options] == [31, 6, 9]
    assert record.results[0].status == "closed"
    assert [note.text for note in record.notes] == ["More buses in the evening"]
