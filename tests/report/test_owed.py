"""Commitments, offers, questions and what happens next: each with who and by when, as far as that is known."""

from __future__ import annotations

from dataclasses import replace

from facilitator.conduct.noting import NoteKind
from facilitator.gate.published_event import PublishedNextStep
from tests.report.event_records import let_through
from tests.report.pages import a_note, text_of


def noted(record, *notes):
    numbered = (replace(note, id=f"{number:032x}") for number, note in enumerate(notes))
    return let_through(replace(record, notes=tuple(numbered)))


def test_a_commitment_has_its_owner_and_its_date(whole_event):
    promise = a_note("We publish waiting times", kind=NoteKind.COMMITMENT, owner="the board", by_when="2027-03-01")
    other = a_note("We try a bus", kind=NoteKind.COMMITMENT)

    text = text_of(noted(whole_event, promise, other))

    assert "2 commitments What was said Who does it By when" in text
    assert "We publish waiting times the board 1 March 2027" in text
    assert "We try a bus not recorded not recorded" in text


def test_where_no_owner_is_known_one_sentence_says_so(whole_event):
    text = text_of(noted(whole_event, a_note("Our minibus", kind=NoteKind.OFFER), a_note("Tea", kind=NoteKind.OFFER)))

    assert "Our minibus Tea Who sees to it, and by when, is not recorded for any of these." in text


def test_questions_have_no_answer_yet(whole_event):
    text = text_of(noted(whole_event, a_note("Who pays?", kind=NoteKind.QUESTION, owner="the council", about="a1")))

    assert "1 question was asked that somebody owes an answer to. No answer is recorded yet." in text
    assert "Who pays? Staying well and connected the council not recorded" in text


def test_a_question_of_two_owners_is_told_of_both(whole_event):
    asked = [a_note("Who pays?", kind=NoteKind.QUESTION, owner=owner) for owner in ("the council", "the board")]

    text = text_of(noted(whole_event, *asked))

    assert "Who pays? the council not recorded" in text
    assert "Who pays? the board not recorded" in text


def test_the_same_words_from_several_tables_are_told_once_with_how_many(whole_event):
    said = [a_note("More buses", place=f"table {number}") for number in (1, 2, 2, 3)]

    text = text_of(noted(whole_event, *said, a_note("Fewer forms", place="table 1")))

    assert "said at 3 tables More buses Fewer forms" in text
    assert text.count("More buses") == 1


def test_what_happens_next_says_who_and_by_when(whole_event):
    steps = (
        PublishedNextStep("1", "The plan is published.", "the council", "2027-02-14"),
        PublishedNextStep("2", "We meet.", "", ""),
    )

    text = text_of(replace(let_through(whole_event), next_steps=steps))

    assert "The plan is published. the council 14 February 2027 We meet. not recorded not recorded" in text
    assert "What happens next is not recorded." in text_of(replace(let_through(whole_event), next_steps=()))


def test_nothing_that_was_let_through_is_left_out(whole_event):
    kinds = [a_note(f"Said as {kind.value}", kind=kind, about=about) for kind in NoteKind for about in ("", "a1")]
    away = [replace(note, stage="approach", activity="talk-approach") for note in kinds]
    gone = [replace(note, stage="", activity="gone") for note in kinds]
    numbered = [replace(note, text=f"{note.text} {number}.") for number, note in enumerate([*kinds, *away, *gone])]

    text = text_of(noted(whole_event, *numbered))

    assert [note.text for note in numbered if text.count(note.text) != 1] == []
