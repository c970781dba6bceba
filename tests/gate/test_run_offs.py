"""A run-off names the tied areas: it is told only where the vote that was tied is told with figures (D7)."""

from __future__ import annotations

from builders import a_count
from facilitator.conduct.carrying import TieDecision, TieRule, ask_run_off, carry_forward
from facilitator.conduct.noting import Note, add_note
from facilitator.conduct.record import event_record
from facilitator.conduct.reviewing import keep, to_read
from facilitator.conduct.voting import open_question
from facilitator.gate.publishing import published
from tests.report.event_records import vote


def tied(event, people):
    """Let the areas be voted on so that a3, a4 and a5 are level across the line."""
    rest = people // 4
    vote(event, "areas", a_count(voting=people, a1=people, a2=2 * rest, a3=rest, a4=rest, a5=rest), present=people)
    ask_run_off(event, places=3)


def decided(event, people):
    vote(event, "areas-run-off", a_count(a3=people // 2, a4=people // 4, a5=0), present=people)
    carry_forward(event, decided_by="the room", tie=TieDecision(TieRule.RUN_OFF), places=3)
    add_note(event, Note("It was close", "talk-goals", about="areas-run-off"))
    keep(event, [one.digest for one in to_read(event)])


def test_d7_a_run_off_of_a_vote_without_figures_is_nowhere(event):
    tied(event, 8)
    decided(event, 8)

    found = published(event_record(event))

    assert "run-off" not in repr(found)
    assert "run_off" not in repr(found)
    assert "level" not in "".join(result.text for result in found.results)
    assert len(found.carried.areas) == 3


def test_a_run_off_of_a_vote_with_figures_is_told(event):
    tied(event, 40)
    decided(event, 40)

    found = published(event_record(event))

    assert "areas-run-off" in [result.key for result in found.results]
    assert "ask run-off" in [change.verb for change in found.changes]
    assert found.notes[0].about == "areas-run-off"


def test_a_run_off_that_is_open_and_not_told_keeps_the_event_open(event):
    tied(event, 8)
    open_question(event, "areas-run-off", present=8)

    found = published(event_record(event))

    assert found.is_open
    assert not [result for result in found.results if result.status == "open"]
