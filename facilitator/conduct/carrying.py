"""Carrying areas from stage 2 into stage 3: a recorded decision, with its ties settled by people."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.conduct.carried_stage import stage_rows
from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import tally_now, the_question
from facilitator.conduct.run_off import run_off_between, run_off_rows
from facilitator.core import lifecycle
from facilitator.core.keys import EntryId, OptionKey, State
from facilitator.core.programme import CarryForward
from facilitator.core.ranking import Cut, TieRule, cut
from facilitator.core.result import compared
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import CarryForwardNow, QuestionNow, Reading
from facilitator.store.rows import CarriedRow, CarryForwardRow, Row
from facilitator.words.message import say


@dataclass(frozen=True, slots=True)
class TieDecision:
    """How people settled a tie across the cut, and for `ROOM_DECIDES` which of the tied they chose."""

    rule: TieRule
    chosen: tuple[OptionKey, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    question: QuestionNow
    areas: tuple[OptionKey, ...]


def areas_to_carry(event: Event) -> int:
    """Return how many areas the programme carries in a room of this event's tables.

    Raises `Refused` while the number of tables is not known: it is not guessed (T28).
    """
    plan, tables = _plan(event), event.details.tables
    if tables is None:
        raise Refused(
            say("How many areas go forward depends on the number of tables, which is not known."),
            say("Enter the number of tables, or say how many areas to carry."),
        )
    return plan.areas_for(tables)


def cut_now(event: Event, places: int | None = None) -> Cut:
    """Return which areas are clearly inside, and which are tied across the line."""
    reading = event.store.reading
    question = the_question(reading, _plan(event).question)
    return _cut(reading, question, places or areas_to_carry(event))


def carry_forward(
    event: Event,
    *,
    decided_by: str,
    places: int | None = None,
    tie: TieDecision | None = None,
    why: str = "",
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> tuple[OptionKey, ...] | None:
    """Record which areas go into stage 3 and make its activities and direction questions; return the areas.

    Raises `Refused` before the vote is closed, and while a tie across the cut is not settled by people: nothing is
    ever settled by key, alphabet, time or chance (T23). The revision of the result it used is kept (T24).
    """
    wanted = places or areas_to_carry(event)

    def rule(moment: Moment) -> Decision[tuple[OptionKey, ...]]:
        question = the_question(moment, _plan(event).question)
        _refuse_undecidable(question, decided_by)
        found = _cut(moment, question, wanted)
        run_off = _run_off(moment, question, found) if found.is_tie and tie and tie.rule is TieRule.RUN_OFF else None
        areas = (*found.clear, *_settled(found, tie, run_off))
        rows = _decision_rows(moment, question, areas, wanted, decided_by, tie if found.is_tie else None, run_off)
        rows += stage_rows(moment, event.programme, question, areas)
        return Decision(areas, Said("carry forward", question.key, by, why), rows)

    return event.decide(rule, entry_id)


def ask_run_off(event: Event, *, places: int | None = None, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Make the run-off between the tied areas as a question of its own, ready to be opened.

    A run-off of an earlier tie is taken back; raises `Refused` if this very tie had its run-off.
    """
    wanted = places or areas_to_carry(event)

    def rule(moment: Moment) -> Decision[None]:
        question = the_question(moment, _plan(event).question)
        lifecycle.refuse_after_count(count_closed=moment.count_is_closed())
        _refuse_undecided(question)
        found = _cut(moment, question, wanted)
        if not found.is_tie:
            raise Refused(say("No areas are tied across the line."), say("Carry them forward."))
        rows = run_off_rows(moment, question, found)
        return Decision(None, Said("ask run-off", question.key, by), rows)

    event.decide(rule, entry_id)


def carried_now(event: Event) -> CarryForwardNow | None:
    """Return the decision that holds; `stale` says that the vote it used was changed afterwards (T24)."""
    return event.store.reading.carry_forward()


def _plan(event: Event) -> CarryForward:
    plan = event.programme.carry_forward
    if plan is None:
        raise Refused(say("This programme carries nothing forward."), say("Go on with the next step of the run sheet."))
    return plan


def _refuse_undecided(question: QuestionNow) -> None:
    if State(question.state) is not State.CLOSED:
        raise Refused(say("The vote on the areas is not closed."), say("Close it first, then carry areas forward."))


def _refuse_undecidable(question: QuestionNow, decided_by: str) -> None:
    _refuse_undecided(question)
    if not decided_by.strip():
        raise Refused(say("Who decided is missing."), say("Write who: “the room” or “the lead facilitator”."))


def _cut(reading: Reading, question: QuestionNow, places: int) -> Cut:
    rule = reading.rule(question)
    return cut(compared(rule.method, tally_now(reading, question, rule)), places)


def _settled(found: Cut, tie: TieDecision | None, run_off: _Run | None) -> tuple[OptionKey, ...]:
    if not found.is_tie:
        return ()
    if tie is None:
        raise Refused(
            say("{areas} are tied for {places} places.", areas=", ".join(found.tied), places=found.places_left),
            say("Carry all, hold a run-off, or let the room decide by hands."),
        )
    if tie.rule is TieRule.CARRY_ALL:
        return found.tied
    chosen = run_off.areas if run_off is not None else tie.chosen
    if len(set(chosen)) != found.places_left or not set(chosen) <= set(found.tied):
        raise Refused(
            say("The room must choose {places} of: {areas}.", places=found.places_left, areas=", ".join(found.tied)),
            say("Take hands again, and enter the areas with most."),
        )
    return tuple(option for option in found.tied if option in chosen)


def _run_off(reading: Reading, question: QuestionNow, found: Cut) -> _Run:
    asked = run_off_between(reading, question, found)
    if asked is None or State(asked.state) is not State.CLOSED:
        raise Refused(say("The run-off has no result yet."), say("Open it, take the votes and close it."))
    again = _cut(reading, asked, found.places_left)
    if again.is_tie or len(again.clear) != found.places_left:
        raise Refused(
            say("The run-off did not decide between them."), say("Let the room decide by hands, or carry all.")
        )
    return _Run(asked, again.clear)


def _decision_rows(
    moment: Moment,
    question: QuestionNow,
    areas: tuple[OptionKey, ...],
    places: int,
    decided_by: str,
    tie: TieDecision | None,
    run_off: _Run | None,
) -> list[Row]:
    if not areas:
        raise Refused(say("Nobody chose an area."), say("Ask the question again, or go on without stage 3."))
    asked = run_off.question if run_off is not None else None
    row = CarryForwardRow(
        moment.new_id(), moment.entry, question.id, question.revision, places, tie.rule if tie else "",
        decided_by.strip(), asked.id if asked else None, asked.revision if asked else None,
    )  # fmt: skip
    return [row, *(CarriedRow(row.id, position, area) for position, area in enumerate(areas))]
