"""Records of events, for reports and packs alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.conduct.attending import Measure, record_attendance
from facilitator.conduct.carrying import TieDecision, TieRule, carry_forward
from facilitator.conduct.counting import correct_count, enter_count
from facilitator.conduct.event import Event
from facilitator.conduct.meeting import Openness, PartnerKind, PartnerRole, add_partner, tell_openness
from facilitator.conduct.noting import Note, NoteKind, add_note
from facilitator.conduct.printed_words import printed_words
from facilitator.conduct.record import EventRecord, event_record
from facilitator.conduct.settling import settle_statement
from facilitator.conduct.voting import ask_again, close_question, open_question
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.tally import CountSheet
from facilitator.core.wording import words_digest
from facilitator.gate.published_event import PublishedEvent
from facilitator.gate.publishing import published
from tests.builders import a_count, the_default_event


def vote(event: Event, key: str, sheet: CountSheet, *, present: int = 84) -> None:
    """Ask a question and close it on one count."""
    open_question(event, key, present=present)
    enter_count(event, key, sheet)
    close_question(event, key)


def let_through(record: EventRecord) -> PublishedEvent:
    """Return the event as anyone may see it, when a person has read all its words."""
    return published(replace(record, words_read=frozenset(words_digest(text) for text in _texts(record))))


def _texts(record: EventRecord) -> list[str]:
    return [*(note.text for note in record.notes), *printed_words(record)]


def record_and_close(event: Event) -> EventRecord:
    """Return the event's record and close its file."""
    record = event_record(event)
    event.close()
    return record


@pytest.fixture
def whole_event(tmp_path: Path) -> EventRecord:
    """Return the record of `a_whole_event`."""
    return record_and_close(a_whole_event(tmp_path))


def a_whole_event(folder: Path) -> Event:
    """Return an event with results, outcomes, a tie, a correction, a question taken back, and notes."""
    event = the_default_event(folder)
    tell_openness(event, Openness.OPEN)
    add_partner(event, "Age UK Riverside", PartnerKind.COMMUNITY, PartnerRole.HOST)
    record_attendance(event, Measure.ATTENDED, 86)
    vote(event, "s1", a_count(agree=62, unsure=10, disagree=7))
    vote(event, "s2", replace(a_count(voting=84, agree=50, unsure=20, disagree=9), blank=2, abstain=3))
    settle_statement(event, "s1", OutcomeKind.ADOPTED, decided_by="the room, by hands")
    settle_statement(event, "s2", OutcomeKind.CHANGED, decided_by="the room, by hands", text="At home if wished.")
    ask_again(event, "s6", "Some of it has to change.", why="“A lot” was too strong.")
    vote(event, "areas", a_count(voting=80, a1=41, a2=52, a3=20, a4=33, a5=33))
    carry_forward(event, decided_by="the room", tie=TieDecision(TieRule.CARRY_ALL), why="Both matter.")
    correct_count(event, "areas", a_count(voting=80, a1=41, a2=52, a3=20, a4=33, a5=32), why="Counted twice.")
    add_note(event, Note("More buses, please", "talk-goals", "table 7"))
    add_note(event, Note("=1+1 is not a formula", "talk-areas", "table 7", NoteKind.BARRIER, about="a1"))
    add_note(event, Note("The council will print the map", "talk-areas", "table 9", NoteKind.COMMITMENT))
    return event


@pytest.fixture
def event_with(tmp_path: Path) -> Callable[..., EventRecord]:
    """Return a maker of events in which one statement was voted on by so many."""

    def make(**counts: int) -> EventRecord:
        event = the_default_event(tmp_path)
        record_attendance(event, Measure.ATTENDED, 90)  # else at least the 77 present came, and that is told
        vote(event, "s1", a_count(**counts), present=77)
        return record_and_close(event)

    return make
