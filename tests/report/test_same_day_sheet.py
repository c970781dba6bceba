"""The same-day sheet: two pages at most, whatever people wrote, with a minority view and every figure as it is."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from document.awkward import AWKWARD, LONG_WORD
from facilitator.conduct.noting import NoteKind
from facilitator.core.notes import Heard
from facilitator.gate.published_event import PublishedEvent, PublishedNextStep, PublishedPoint
from facilitator.gate.publishing import published
from facilitator.report.html import sheet_html
from facilitator.report.same_day_sheet import MOST_PAGES, fitted_sheet
from facilitator.report.trimming import cut
from facilitator.words.translator import Translator
from tests.rehearsal.rehearsals import played
from tests.report.event_records import let_through
from tests.report.pages import a_note, plain_text


def sheet_of(event: PublishedEvent) -> str:
    """Return what the sheet says, as one line."""
    return plain_text(sheet_html(event, Translator()))


def pages(event: PublishedEvent) -> int:
    return len(fitted_sheet(event, Translator()).pages)


def noted(record, *notes):
    numbered = (replace(note, id=f"{number:032x}") for number, note in enumerate(notes))
    return let_through(replace(record, notes=tuple(numbered)))


def test_it_tells_what_people_take_home(whole_event):
    steps = (PublishedNextStep("1", "The plan is published.", "the council", "2027-02-14"),)

    text = sheet_of(replace(let_through(whole_event), next_steps=steps))

    assert "20 November 2026, Village hall. People who came: 86 people." in text
    assert "At home if wished. * 50 (63%) 20 (25%) 9 (11%) 79" in text
    assert "The room went on to work on: Living well at home; Staying well and connected;" in text
    assert "Living well at home 52 (65%); Staying well and connected 41 (51%)" in text
    assert "of 80 people who made a choice, up to 3 each." in text
    assert "The council will print the map" in text
    assert "The plan is published. the council 14 February 2027" in text
    assert "not a sample of everyone, and not a referendum" in text


def test_a_rehearsal_and_what_waits_are_told_first(whole_event):
    text = sheet_of(published(replace(whole_event, rehearsal=True)))

    goals = text.index("The goals this room adopted")
    assert text.index("This was a rehearsal") < goals
    assert text.index("3 notes have not been read by a person yet") < goals


def test_a_minority_view_is_among_the_main_points(whole_event):
    few = a_note("We fear the change", kind=NoteKind.MINORITY_VIEW)

    assert "A minority view: We fear the change" in sheet_of(noted(whole_event, few))


def test_of_many_minority_and_other_points_some_of_both_stay(whole_event):
    event = let_through(whole_event)
    points = tuple(PublishedPoint(str(n), f"Point {n}", n >= 20, Heard.YES, "") for n in range(40))

    text = sheet_of(replace(event, main_points=points))

    assert "A minority view: Point 20" in text
    assert "Point 0" in text
    assert re.search(r"and \d+ more in the report", text)


def test_a_rehearsal_of_twelve_tables_and_240_notes_fits_with_every_vote(tmp_path):
    record = played(tmp_path, people=96, tables=12).record
    copies = tuple(replace(note, id=f"{number:032x}") for number, note in enumerate(record.notes * 2))

    event = let_through(replace(record, notes=copies[:240]))

    assert len(event.notes) == 240
    assert pages(event) == 2
    text, adopted = sheet_of(event), {outcome.question for outcome in event.outcomes}
    assert [one.text for one in event.closed_results if one.text not in text and one.key not in adopted] == []


@pytest.mark.parametrize(
    "text", [*AWKWARD.values(), LONG_WORD, "many words " * 300], ids=[*AWKWARD, "one long word", "long"]
)
def test_awkward_texts_everywhere_still_fit_two_pages(whole_event, text):
    kinds = (NoteKind.COMMITMENT, NoteKind.OFFER, NoteKind.QUESTION, NoteKind.MINORITY_VIEW)
    notes = [a_note(f"{number} {text}", kind=kind, owner=text, by_when=text) for number in range(12) for kind in kinds]
    event = noted(whole_event, *notes)
    details = replace(event.details, title=text, place=text, convenor=text)
    results = tuple(replace(one, text=text) for one in event.results)
    steps = tuple(PublishedNextStep(str(number), text, text, text) for number in range(12))

    awkward = replace(event, details=details, results=results, next_steps=steps)

    assert 1 <= pages(awkward) <= MOST_PAGES


def test_sixty_goals_and_questions_still_fit(whole_event):
    event = let_through(whole_event)
    first, outcome = event.closed_results[0], event.outcomes[0]
    results = tuple(replace(first, key=str(n), text=f"Goal {n} " + "in many words " * 9) for n in range(120))
    outcomes = tuple(replace(outcome, question=str(n), text=f"Goal {n} " + "in many words " * 9) for n in range(60))

    many = replace(event, results=results, outcomes=outcomes, carried=None)

    assert pages(many) == 2
    assert re.search(r"and \d\d more in the report", sheet_of(many))


def test_what_is_left_out_is_counted(whole_event):
    event = noted(whole_event, *(a_note(f"Offer {n} " + "of much help " * 15, kind=NoteKind.OFFER) for n in range(80)))

    text = sheet_of(event)

    told = re.search(r"Offers, (\d+) of 80 \(all are in the report\):", text)
    assert told
    assert len(re.findall(r"Offer \d+ of much", text)) == int(told[1])


def test_a_cut_text_is_marked_and_the_sheet_says_where_it_is_whole(whole_event):
    event = noted(whole_event, *(a_note(f"{n} " + "more and more " * 90, kind=NoteKind.COMMITMENT) for n in range(9)))

    text = sheet_of(event)

    assert " … " in text
    assert "What ends in … here is whole there." in text


def test_texts_that_begin_alike_stay_apart_when_they_are_cut(whole_event):
    alike = "We will open the chapel room for everyone who wants to come " * 9
    event = noted(whole_event, *(a_note(f"{alike} {n}", kind=NoteKind.QUESTION) for n in range(30)))

    assert re.search(r"owed an answer(, \d+ of 30|: 30, all in the report)", sheet_of(event))


def test_the_same_event_gives_the_same_sheet(whole_event):
    assert sheet_of(let_through(whole_event)) == sheet_of(let_through(whole_event))


@pytest.mark.parametrize(
    ("text", "characters", "shown"),
    [
        ("short", 10, "short"),
        ("one two three", 12, "one two …"),
        ("one\n two", 20, "one two"),
        ("abcdefghij", 6, "abcd …"),
    ],
)
def test_texts_are_cut_at_the_end_of_a_word_and_marked(text, characters, shown):
    assert cut(text, characters) == shown
