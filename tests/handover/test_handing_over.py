"""The run sheet to hand over (situation 27): where the event is, for whoever goes on."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from builders import MORNING, a_count
from facilitator.conduct.carrying import carry_forward
from facilitator.conduct.event import open_event
from facilitator.conduct.noting import Note, NoteKind, add_note
from facilitator.conduct.safeguarding import tell_safeguarding
from facilitator.conduct.settling import settle_statement
from facilitator.conduct.timing import go_to_activity, pause, skip_activity
from facilitator.conduct.voting import open_question
from facilitator.core.outcomes import OutcomeKind
from facilitator.handover.handing_over import handed_over
from facilitator.kit.run_sheet_page import run_sheet_pdf
from facilitator.words.translator import Translator
from tests.conduct.steps import vote, vote_areas
from tests.document.pdf.reading import pages, text_of

WORDS = Translator()
STATEMENTS = ("s1", "s2", "s3", "s4", "s5", "s6")
LATER = MORNING + timedelta(minutes=20)


def sheet(event, **more) -> str:
    return text_of(run_sheet_pdf(handed_over(event, LATER, "Village hall", **more), WORDS))


@pytest.fixture
def settled(make_default_event):
    """Return an event whose goals were voted on and settled, under way at the areas."""
    event = make_default_event()
    for step in ("welcome", "vote-goals"):
        go_to_activity(event, step)
    for key in STATEMENTS:
        vote(event, key, a_count(agree=61, unsure=7, disagree=3))
    go_to_activity(event, "settle-goals")
    settle_statement(event, "s1", OutcomeKind.ADOPTED, decided_by="the room")
    settle_statement(event, "s2", OutcomeKind.CHANGED, decided_by="the room", text="At home, if one wants to.")
    settle_statement(event, "s3", OutcomeKind.LEFT, decided_by="the room")
    go_to_activity(event, "talk-areas")
    return event


def test_t27_it_says_what_is_under_way_what_comes_next_and_what_came_of_the_rest(settled):
    skip_activity(settled, "missing-area", why="No time")
    text = sheet(settled, next_action="Next: 2.4 Priority vote")

    assert "2.2 Table talk about the areas: 20 of 17 minutes are gone." in text
    assert "Next action: Next: 2.4 Priority vote (Space)." in text
    assert "Then: 2.4 Priority vote." in text
    assert "6 of 6 votes closed" in text
    assert "Skipped: No time" in text
    assert "84 people are here, by the last count." in text


def test_t27_it_tells_what_the_room_decided_in_words_and_no_figure_of_a_vote(settled):
    text = sheet(settled)

    assert "living independently at home. Adopted in these words: At home, if one wants to." in text
    assert "do things that matter to you. Left out" in text
    assert "61" not in text


def test_areas_that_were_carried_are_named(settled):
    vote_areas(settled, a1=60, a2=50, a3=40, a4=30, a5=20)
    carry_forward(settled, decided_by="the room")

    assert sheet(settled).count("Carried forward") == 3


def test_an_open_question_is_named_as_open(settled):
    go_to_activity(settled, "vote-areas")
    open_question(settled, "areas", present=84)

    assert "would make most difference here.”; the vote is open." in sheet(settled, question="areas")


def test_what_is_owed_is_of_steps_that_have_begun_and_has_no_words_of_notes(settled):
    add_note(settled, Note("Mrs Jones opens the hall", "talk-areas", "table 3", NoteKind.COMMITMENT))
    add_note(settled, Note("Who pays for the bus", "talk-areas", "table 3", NoteKind.QUESTION))
    add_note(settled, Note("Potholes", "talk-areas", "table 4", NoteKind.PARKED))
    text = sheet(settled)

    assert "1 commitment is in the notes." in text
    assert "1 question waits for an answer." in text
    assert "1 note is parked." in text
    assert "came from 2 of 10 tables" in text
    assert "There are no main points." not in text
    assert "Jones" not in text


def test_who_to_call_is_printed_here_and_that_nobody_is_named_too(settled):
    assert "Nobody is named in the file." in sheet(settled)

    tell_safeguarding(settled, "Jane Okafor", "01234 567890", "Ring twice.")
    assert "Name Jane Okafor Number 01234 567890 From them Ring twice." in sheet(settled)

    tell_safeguarding(settled, "", "01234 567890")
    assert "Name not known Number 01234 567890" in sheet(settled)


def test_before_the_beginning_and_where_nobody_counted_it_says_so(make_default_event):
    text = sheet(make_default_event())

    assert "The event has not begun." in text
    assert "Then: Welcome." in text
    assert "How many are here is not known." in text


def test_a_pause_is_told(settled):
    pause(settled)

    assert "All clocks stand still." in sheet(settled)


def test_it_is_two_pages_at_most_with_everything_decided(settled):
    for key in STATEMENTS[3:]:
        settle_statement(settled, key, OutcomeKind.ADOPTED, decided_by="the room")
    tell_safeguarding(settled, "Jane Okafor", "01234 567890", "Ring twice.")

    assert len(pages(run_sheet_pdf(handed_over(settled, LATER, "Village hall"), WORDS))) <= 2


def test_t27_a_copy_of_the_closed_file_goes_on_elsewhere_without_a_password(settled, tmp_path):
    assert str(settled.path) in sheet(settled).replace(" ", "") or settled.path.name in sheet(settled)
    settled.close()
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = open_event(Path(shutil.copy(settled.path, stick)))

    try:
        assert "2.2 Table talk about the areas: 20 of 17 minutes are gone." in sheet(copy)
    finally:
        copy.close()
