"""What pretend people leave behind besides votes: counts at the door, access, forms, next steps and owners."""

from __future__ import annotations

import pytest

from facilitator.conduct.access import Told, access_list
from facilitator.conduct.attending import Known, Role, attendance
from facilitator.conduct.event import open_event
from facilitator.conduct.forms import form_counts, forms_typed
from facilitator.conduct.next_steps import next_steps, steps_to_fill
from facilitator.conduct.noting import NoteKind
from facilitator.core.disclosure.form_counts import misfit
from facilitator.core.forms import PREFER_NOT_TO_SAY
from facilitator.rehearsal.acts import acts_at, comings_at, forms_for
from facilitator.rehearsal.crowd import a_crowd
from tests.rehearsal.rehearsals import played

CROWD = a_crowd(40, 5, 1)


@pytest.fixture
def event(whole):
    """Return the rehearsal that everybody gets, opened again."""
    opened = open_event(whole.path)
    yield opened
    opened.close()


def do_all(acts):
    """Do every act; return what was told."""
    return [(act.do(), str(act.told))[1] for act in acts]


def test_t26_the_desk_counted_everybody_in_and_nothing_is_left_to_explain(event):
    found = attendance(event)

    assert (found.attended, found.known, found.warnings) == (80, Known.DESK, ())
    assert [(one.activity, one.people_in, one.people_out) for one in found.door if one.role is Role.PARTICIPANT] == [
        ("welcome", 72, 0),
        ("read-areas", 8, 0),
        ("break", 0, 2),
    ]


def test_staff_observers_and_interpreters_were_counted_apart(event):
    assert {one.role: one.people for one in attendance(event).others} == {
        Role.STAFF: 6,
        Role.OBSERVER: 2,
        Role.INTERPRETER: 1,
    }


def test_more_were_invited_than_booked_and_more_booked_than_came(event):
    found = attendance(event)

    assert found.invited > found.booked > found.attended


def test_access_was_asked_for_provided_and_did_not_always_work(event):
    told = access_list(event)

    assert {one.asked for one in told} == {Told.YES, Told.NO, Told.UNKNOWN}
    assert Told.PARTLY in {one.worked for one in told}
    assert any(one.asked is Told.YES and one.provided is Told.NO for one in told)


def test_most_forms_came_back_with_blanks_and_some_who_would_rather_not_say(event):
    counts = form_counts(event)

    assert {one.form for one in counts} == {"equality", "evaluation"}
    assert all(50 < forms_typed(event, form) < 78 for form in ("equality", "evaluation"))
    assert [misfit(one) for one in counts] == [None] * 15
    assert sum(one.blank for one in counts) > 0
    assert sum(one.counts.get(PREFER_NOT_TO_SAY, 0) for one in counts) > 0


def test_some_numbers_of_people_are_too_small_to_be_published(event):
    figures = [count for one in form_counts(event) if one.form == "equality" for count in one.counts.values()]

    assert any(0 < count < 5 for count in figures)
    assert any(count >= 5 for count in figures)


def test_comments_are_notes_at_the_step_of_the_forms(whole):
    written = [note.text for note in whole.record.notes if note.activity == "forms"]

    assert "The soup." in written
    assert len(set(written)) == len(written)


def test_what_happens_next_is_filled_in_with_who_and_the_day(event):
    steps = [now.step for now in next_steps(event)]

    assert [step.by_when for step in steps] == ["2026-12-18", "2027-02-12", "2027-03-12"]
    assert all(step.is_whole for step in steps)
    assert steps_to_fill(event) == ()


def test_commitments_have_an_owner_and_a_month_and_most_questions_somebody_who_answers(event):
    notes = event.store.reading.notes()
    commitments = [note for note in notes if note.kind == NoteKind.COMMITMENT]
    questions = [note for note in notes if note.kind == NoteKind.QUESTION]

    assert commitments
    assert all(note.owner and note.by_when for note in commitments)
    assert all(note.by_when in note.text for note in commitments if "By " in note.text)
    assert {bool(note.owner) for note in questions} == {True, False}
    assert all(bool(note.owner) == bool(note.by_when) for note in questions)


def test_forms_typed_twice_are_there_once_also_after_a_restart(rehearsal):
    event = rehearsal(CROWD)
    told = do_all(forms_for(event, CROWD, "forms"))
    before, notes = form_counts(event), event.store.reading.notes()
    event.close()

    again = open_event(event.path)
    do_all(acts_at(again, CROWD, "forms"))

    assert told[0] == "10 forms “About you” are typed in."
    assert form_counts(again) == before
    assert {note.note for note in notes} <= {note.note for note in again.store.reading.notes()}
    again.close()


def test_the_desk_done_twice_counts_once(rehearsal):
    event = rehearsal(CROWD)
    acts = list(comings_at(event, CROWD, "welcome"))
    do_all(acts)
    before = attendance(event), access_list(event)

    do_all(acts)

    assert (attendance(event), access_list(event)) == before
    assert attendance(event).attended == 32


def test_at_a_step_without_forms_none_come_back(rehearsal):
    assert list(forms_for(rehearsal(CROWD), CROWD, "talk-goals")) == []


def test_the_same_seed_fills_in_the_same_forms_and_another_one_others(tmp_path):
    found = []
    for name, seed in (("one", 4), ("two", 4), ("three", 5)):
        (tmp_path / name).mkdir()
        event = open_event(played(tmp_path / name, people=24, seed=seed, length="slot").path)
        found.append((form_counts(event), attendance(event), next_steps(event)))
        event.close()

    one, two, three = found
    assert one == two
    assert one[0] != three[0]
