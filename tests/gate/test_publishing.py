"""What anyone may see of an event: no table, no clock, no words that nobody has read, no figure that is withheld."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from enum import Enum

import pytest

from builders import a_count, an_event
from facilitator.conduct.access import Told, record_access
from facilitator.conduct.attending import Measure, Role, count_at_the_door, record_attendance, record_invitation
from facilitator.conduct.counting import correct_count, enter_count
from facilitator.conduct.cutting import change_minutes
from facilitator.conduct.forms import tally_form
from facilitator.conduct.next_steps import NextStep, add_next_step
from facilitator.conduct.noting import Note, NoteKind, add_note, edit_note, record_table, withdraw_note
from facilitator.conduct.playing_back import add_main_point
from facilitator.conduct.record import event_record
from facilitator.conduct.reviewing import keep, to_read
from facilitator.conduct.settling import settle_statement
from facilitator.conduct.timing import end_activity, go_to_activity, skip_activity
from facilitator.conduct.voting import Closing, close_question, open_question
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.wording import words_digest
from facilitator.gate.publishing import published
from tests.report.event_records import vote

NOT_READ = "[not read by a person yet]"


def seen(event):
    return published(event_record(event))


def read_everything(event):
    keep(event, [one.digest for one in to_read(event)])


def everything_in(value):
    """Yield every plain value that can be reached from `value`."""
    if is_dataclass(value):
        for field in fields(value):
            yield from everything_in(getattr(value, field.name))
    elif isinstance(value, (tuple, list, frozenset, set)):
        for one in value:
            yield from everything_in(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from everything_in(one)
    else:
        yield value.value if isinstance(value, Enum) else value


def test_a_note_is_left_out_until_a_person_has_read_its_words_of_today(event):
    note = add_note(event, Note("No bus after six", "talk-areas", "Table 3"))
    assert (seen(event).notes, seen(event).unread.notes) == ((), 1)

    keep(event, [words_digest("No bus after six")])
    assert [one.text for one in seen(event).notes] == ["No bus after six"]

    edit_note(event, note, Note("No bus after seven", "talk-areas", "Table 3"))
    assert (seen(event).notes, seen(event).unread.notes) == ((), 1)


def test_a_withdrawn_note_is_gone_and_counted(event):
    note = add_note(event, Note("No bus after six", "talk-areas", "Table 3"))
    read_everything(event)

    withdraw_note(event, note, why="It named somebody")

    assert (seen(event).notes, seen(event).notes_taken_out, seen(event).unread.notes) == ((), 1, 0)


def test_d12_no_table_can_be_found_anywhere_in_what_is_published(event):
    record_table(event, "talk-areas", "Kingfisher", headcount=8, played_back=True)
    add_note(event, Note("No bus after six", "talk-areas", "Kingfisher"))
    add_note(event, Note("No shop either", "talk-areas", "Kingfisher"))
    read_everything(event)

    found = seen(event)

    assert not [one for one in everything_in(found) if isinstance(one, str) and "kingfisher" in one.lower()]
    assert len({note.session for note in found.notes}) == 1


def test_the_session_of_a_table_is_not_that_of_another_or_of_another_step(event):
    for place, step in (("Table 1", "talk-areas"), ("Table 2", "talk-areas"), ("Table 1", "talk-goals")):
        add_note(event, Note(f"{place} {step}", step, place))
    add_note(event, Note("said by the room", "talk-goals"))
    keep(event, [words_digest(note.text) for note in event_record(event).notes])

    sessions = [note.session for note in seen(event).notes]

    assert len({*sessions}) == 4
    assert sessions.count("") == 1


def test_no_time_of_day_is_in_what_is_published(event):
    go_to_activity(event, "talk-goals")
    end_activity(event)

    assert not [one for one in everything_in(seen(event)) if isinstance(one, datetime)]
    assert all(len(change.day) == len("2026-11-20") for change in seen(event).changes)


def test_notes_stand_in_no_order_of_time(event):
    for number in range(30):
        add_note(event, Note(f"note {number:02}", "talk-areas"))
    keep(event, [words_digest(note.text) for note in event_record(event).notes])

    told = [note.text for note in seen(event).notes]

    assert told != sorted(told)
    assert [note.id for note in seen(event).notes] == sorted(note.id for note in seen(event).notes)


@pytest.mark.parametrize(
    ("do", "told"),
    [
        (lambda event: settle_statement(
            event, "s1", OutcomeKind.ADOPTED, decided_by="the room", why="all agreed"
        ), lambda found: found.outcomes[0].why),
        (lambda event: add_main_point(event, "the bus is late"), lambda found: found.main_points[0].text),
        (lambda event: add_next_step(event, NextStep("A report", who="the clerk")),
            lambda found: found.next_steps[0].who),
    ],
    ids=["an outcome's reason", "a main point", "who does the next step"],
)  # fmt: skip
def test_words_beside_the_notes_wait_for_a_person(event, do, told):
    vote(event, "s1", a_count(agree=40, unsure=5, disagree=5))
    do(event)
    assert told(seen(event)) == NOT_READ
    assert seen(event).unread.words == len(to_read(event))

    read_everything(event)

    assert told(seen(event)) != NOT_READ
    assert seen(event).unread.words == 0


def test_all_words_that_the_gate_holds_are_there_to_be_read(event):
    open_question(event, "s1", present=3)
    enter_count(event, "s1", a_count(agree=40, unsure=0, disagree=0))
    close_question(event, "s1", Closing(explanation="Mrs Lennox miscounted"))
    correct_count(event, "s1", a_count(agree=3, unsure=0, disagree=0), why="Mrs Lennox rang 07700 900124")
    settle_statement(event, "s1", OutcomeKind.CHANGED, decided_by="Dr Patel", text="Ask 07700 900125", why="my son's")
    skip_activity(event, "talk-goals", why="Mr Oyelaran fell ill")
    change_minutes(event, "talk-areas", 20, why="Mrs Quist asked")
    add_main_point(event, "ring 07700 900126")
    add_next_step(event, NextStep("Ring 07700 900127", who="bea@example.org", by_when="when Mrs Quist says"))
    record_access(event, "Interpreter (Mrs Rahman)", asked=Told.YES)
    add_note(
        event, Note("More seats", "talk-areas", kind=NoteKind.OFFER, owner="Mr Brown", by_when="after 07700 900128")
    )
    keep(event, [words_digest("More seats")])
    held = seen(event).unread.words

    read_everything(event)

    assert held >= 10
    assert seen(event).unread.words == 0
    assert not [one for one in everything_in(seen(event)) if one == NOT_READ]


def test_an_explanation_that_names_somebody_waits_too(event):
    open_question(event, "s1", present=3)
    enter_count(event, "s1", a_count(agree=40, unsure=0, disagree=0))
    close_question(event, "s1", Closing(explanation="Mrs Lennox miscounted"))

    reasons = [one for one in everything_in(seen(event)) if isinstance(one, str) and "Lennox" in one]

    assert reasons == []


def test_d7_the_figures_of_too_few_people_are_not_there(event):
    vote(event, "s1", a_count(agree=3, unsure=1, disagree=0), present=4)

    (result,) = seen(event).closed_results

    assert result.base is None
    assert all((option.count, option.percent) == (None, None) for option in result.options)


def test_t26_staff_observers_and_interpreters_are_counted_apart_and_small_numbers_withheld(event):
    record_attendance(event, Measure.ATTENDED, 40)
    record_attendance(event, Measure.ATTENDED, 9, role=Role.STAFF)
    record_attendance(event, Measure.ATTENDED, 2, role=Role.OBSERVER)

    found = seen(event).who_came
    others = {one.role: (one.people.count, one.people.withheld) for one in found.others}

    assert found.attended == 40
    assert others == {"staff": (9, False), "observer": (None, True)}


def test_t28_what_nobody_counted_is_not_nought(event):
    found = seen(event).who_came

    assert (found.attended, found.invited, found.booked, found.others, found.forms) == (None, None, None, (), ())


def test_people_in_by_the_door_and_invitations_are_told(event):
    count_at_the_door(event, "talk-goals", people_in=31)
    record_invitation(event, invited=100, booked=45)

    found = seen(event).who_came

    assert (found.attended, found.counted_at_the_door, found.invited, found.booked) == (31, True, 100, 45)


def forms_typed(event, ages):
    for age, people in ages.items():
        for _ in range(people):
            tally_form(event, "equality", {"age": (age,)})


def test_d1_and_d2_a_small_count_is_withheld_and_cannot_be_worked_out(event):
    forms_typed(event, {"25-34": 12, "35-44": 11, "45-54": 2, "55-64": 7})

    age = next(one for one in seen(event).who_came.forms if one.key == "age")
    told = {cell.key: cell.count for cell in age.cells if cell.count}

    assert age.base == 32
    assert told == {"25-34": 12, "35-44": 11}
    assert {cell.key for cell in age.cells if cell.withheld} == {"45-54", "55-64"}


def test_a_note_made_a_main_point_is_named_only_once_it_is_published(event):
    note = add_note(event, Note("Buses matter", "talk-areas", kind=NoteKind.POINT))
    add_main_point(event, "Buses matter", note=note)
    assert seen(event).main_points[0].note == ""

    read_everything(event)

    assert seen(event).main_points[0].note == note.hex()


def test_a_rehearsal_stays_one(event):
    record = replace(event_record(event), rehearsal=True)

    assert published(record).rehearsal


def test_d2_districts_of_few_people_have_no_name(tmp_path):
    asked = {"key": "district", "kind": "district", "text": "The first half of your postcode?"}
    event = an_event(tmp_path, forms={"equality": {"title": "About you", "questions": [asked]}})
    for district, people in {"EH6": 12, "EH7": 8, "KW17": 1, "IV1": 2, "ZE2": 3}.items():
        for _ in range(people):
            tally_form(event, "equality", {"district": (district,)})

    found = seen(event)
    district = next(one for one in found.who_came.forms if one.key == "district")

    assert {cell.key: cell.count for cell in district.cells if cell.count} == {
        "eh6": 12, "eh7": 8, "other-districts": 6,
    }  # fmt: skip
    assert not [one for one in everything_in(found) if isinstance(one, str) and one in ("KW17", "IV1", "ZE2")]
    event.close()


@pytest.mark.parametrize(("forms", "told"), [(9, []), (10, ["Warm soup"])])
def test_a_comment_of_a_form_is_told_only_where_enough_forms_came_back(tmp_path, forms, told):
    asked = [
        {"key": "heard", "kind": "agree", "text": "I felt heard."},
        {"key": "best", "kind": "comment", "text": "What was best?"},
    ]
    event = an_event(tmp_path, forms={"evaluation": {"title": "How was it?", "questions": asked}})
    for number in range(forms):
        tally_form(event, "evaluation", {"heard": ("agree",)}, comments={"best": "Warm soup"} if number == 0 else None)
    read_everything(event)

    found = seen(event)

    assert [note.text for note in found.notes] == told
    assert {note.about for note in found.notes} <= {"evaluation.best"}
    assert found.unread.notes == found.notes_taken_out == 0
    event.close()


def test_who_came_is_at_least_who_was_present_where_nobody_counted(event):
    vote(event, "s1", a_count(agree=10, unsure=1, disagree=1), present=12)

    came = seen(event).who_came

    assert (came.attended, came.at_least, came.counted_at_the_door) == (12, True, False)
