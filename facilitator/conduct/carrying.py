"""Carrying areas from stage 2 into stage 3: a recorded decision, with its ties settled by people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from facilitator.conduct.carried_stage import short_name, stage_rows
from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import tally_now, the_question
from facilitator.conduct.record import EventRecord
from facilitator.conduct.run_off import run_off_between, run_off_rows
from facilitator.core import lifecycle
from facilitator.core.keys import EntryId, OptionKey, QuestionKey, State
from facilitator.core.programme import CarryForward
from facilitator.core.ranking import NO_CUT, Cut, TieRule, cut
from facilitator.core.result import compared
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import CarryForwardNow, QuestionNow, Reading
from facilitator.store.rows import CarriedRow, CarryForwardRow, Row
from facilitator.words.message import Message, say, say_many


@dataclass(frozen=True, slots=True)
class TieDecision:
    """How people settled a tie across the cut, and for `ROOM_DECIDES` which of the tied they chose."""

    rule: TieRule
    chosen: tuple[OptionKey, ...] = ()


class CarryStep(StrEnum):
    """How far the carrying of areas is."""

    NOTHING_TO_CARRY = "nothing to carry"
    VOTE_NOT_CLOSED = "vote not closed"
    PLACES_UNKNOWN = "places unknown"
    NOBODY_CHOSE = "nobody chose"
    CLEAR = "clear"
    TIE = "tie"
    RUN_OFF_TO_HOLD = "run-off to hold"
    RUN_OFF_LEVEL = "run-off level"
    RUN_OFF_DECIDED = "run-off decided"


@dataclass(frozen=True, slots=True)
class CarryStanding:
    """How far the carrying is: the cut where there is one, and the run-off with what it chose."""

    step: CarryStep
    cut: Cut = NO_CUT
    run_off: QuestionKey | None = None
    run_off_chose: tuple[OptionKey, ...] = ()

    @property
    def run_off_is_possible(self) -> bool:
        """Whether a run-off may still settle the tie: one that was level again does not."""
        return self.cut.is_tie and self.step is not CarryStep.RUN_OFF_LEVEL


@dataclass(frozen=True, slots=True)
class _Run:
    question: QuestionNow
    areas: tuple[OptionKey, ...]


def areas_to_carry(event: Event) -> int:
    """Return how many areas the programme carries in this length of the event and a room of its tables.

    Raises `Refused` while the number of tables is not known: it is not guessed (T28).
    """
    _plan(event)
    areas = event.programme.areas_to_carry(event.details.variant, event.details.tables)
    if areas is None:
        raise Refused(
            say("How many areas go forward depends on the number of tables, which is not known."),
            say("Enter the number of tables, or say how many areas to carry."),
        )
    return areas


def cut_now(event: Event, places: int | None = None) -> Cut:
    """Return which areas are clearly inside, and which are tied across the line."""
    reading = event.store.reading
    question = the_question(reading, _plan(event).question)
    return _cut(reading, question, _places(event, places))


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
    ever settled by key, alphabet, time or chance (T23), and who settles it otherwise than by a run-off says why. The
    revision of the result it used is kept (T24).
    """
    wanted = _places(event, places)

    def rule(moment: Moment) -> Decision[tuple[OptionKey, ...]]:
        question = the_question(moment, _plan(event).question)
        _refuse_undecidable(question, decided_by)
        found = _cut(moment, question, wanted)
        run_off = _run_off(moment, question, found) if found.is_tie and tie and tie.rule is TieRule.RUN_OFF else None
        names = {OptionKey(option.key): short_name(option.text) for option in moment.options(question.id)}
        areas = (*found.clear, *_settled(found, names, tie, run_off))
        _refuse_tie_without_reason(found, tie, why)
        rows = _decision_rows(moment, question, areas, wanted, decided_by, tie if found.is_tie else None, run_off)
        rows += stage_rows(moment, event.programme, question, areas)
        return Decision(areas, Said("carry forward", question.key, by, why), rows)

    return event.decide(rule, entry_id)


def ask_run_off(event: Event, *, places: int | None = None, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Make the run-off between the tied areas as a question of its own, ready to be opened.

    A run-off of an earlier tie is taken back; raises `Refused` if this very tie had its run-off.
    """
    wanted = _places(event, places)

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


def keep_carried(event: Event, *, decided_by: str, why: str, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Record that the areas carried before stay, although the vote behind them was changed since (T24).

    It rests on the result as it stands now; nothing of stage 3 changes. Raises `Refused` without a reason, and where
    there is nothing to decide.
    """

    def rule(moment: Moment) -> Decision[None]:
        question = the_question(moment, _plan(event).question)
        _refuse_undecidable(question, decided_by)
        lifecycle.refuse_without_reason(why)
        before = _stale_decision(moment, question)
        areas = tuple(OptionKey(area) for area in before.areas)
        rows = _decision_rows(moment, question, areas, before.cut, decided_by, TieDecision(TieRule.KEPT), None)
        return Decision(None, Said("carry forward", question.key, by, why), rows)

    event.decide(rule, entry_id)


def carry_standing(event: Event, places: int | None = None) -> CarryStanding:
    """Return how far the carrying of areas is, for so many places (or as many as the programme says)."""
    plan, reading = event.programme.carry_forward, event.store.reading
    question = reading.current_question(plan.question) if plan is not None else None
    if question is None:
        return CarryStanding(CarryStep.NOTHING_TO_CARRY)
    if State(question.state) is not State.CLOSED:
        return CarryStanding(CarryStep.VOTE_NOT_CLOSED)
    if places is None and event.details.tables is None:
        return CarryStanding(CarryStep.PLACES_UNKNOWN)
    found = _cut(reading, question, _places(event, places))
    if not found.is_tie:
        return CarryStanding(CarryStep.CLEAR if found.clear else CarryStep.NOBODY_CHOSE, found)
    return _tie_standing(reading, question, found)


def _tie_standing(reading: Reading, question: QuestionNow, found: Cut) -> CarryStanding:
    asked = run_off_between(reading, question, found)
    if asked is None:
        return CarryStanding(CarryStep.TIE, found)
    if State(asked.state) is not State.CLOSED:
        return CarryStanding(CarryStep.RUN_OFF_TO_HOLD, found, QuestionKey(asked.key))
    again = _cut(reading, asked, found.places_left)
    if _decides_nothing(again, found):
        return CarryStanding(CarryStep.RUN_OFF_LEVEL, found, QuestionKey(asked.key))
    return CarryStanding(CarryStep.RUN_OFF_DECIDED, found, QuestionKey(asked.key), again.clear)


def stale_warning(record: EventRecord) -> Message | None:
    """Return the sentence that stage 3 rests on an old result; None while it does not (T24)."""
    if record.carried is None or not record.carried.stale:
        return None
    return say(
        "The vote on the areas was corrected after these areas were carried forward. "
        "Stage 3 is based on the old result."
    )


def stage_was_asked(record: EventRecord) -> bool:
    """Return whether a question about a carried area was opened: what was carried then stays as it was decided."""
    return any(asked.from_area and asked.state in (State.OPEN, State.CLOSED) for asked in record.results)


def carried_now(event: Event) -> CarryForwardNow | None:
    """Return the decision that holds; `stale` says that the vote it used was changed afterwards (T24)."""
    return event.store.reading.carry_forward()


def _places(event: Event, places: int | None) -> int:
    wanted = areas_to_carry(event) if places is None else places
    if wanted < 1:
        raise Refused(say("At least one area goes forward."), say("Enter how many areas to carry, 1 or more."))
    return wanted


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


def _refuse_tie_without_reason(found: Cut, tie: TieDecision | None, why: str) -> None:
    if found.is_tie and tie is not None and tie.rule.needs_reason:
        lifecycle.refuse_without_reason(why)


def _stale_decision(moment: Moment, question: QuestionNow) -> CarryForwardNow:
    before = moment.carry_forward()
    if before is None or not before.stale:
        raise Refused(
            say("No areas rest on an old result, so there is nothing to keep."), say("Go on with the next step.")
        )
    there = {option.key for option in moment.options(question.id)}
    if not set(before.areas) <= there:
        raise Refused(
            say("An area that was carried forward is no longer on the list."), say("Carry areas forward again.")
        )
    return before


def _cut(reading: Reading, question: QuestionNow, places: int) -> Cut:
    rule = reading.rule(question)
    return cut(compared(rule.method, tally_now(reading, question, rule)), places)


def _settled(
    found: Cut, names: Mapping[OptionKey, str], tie: TieDecision | None, run_off: _Run | None
) -> tuple[OptionKey, ...]:
    if not found.is_tie:
        return ()
    tied = ", ".join(names[area] for area in found.tied)
    if tie is None:
        raise Refused(
            say_many(
                "{areas} are tied for {count} place.", "{areas} are tied for {count} places.",
                count=found.places_left, areas=tied,
            ),
            say("Carry all, hold a run-off, or let the room decide by hands."),
        )  # fmt: skip
    if tie.rule is TieRule.CARRY_ALL:
        return found.tied
    chosen = run_off.areas if run_off is not None else tie.chosen
    if len(set(chosen)) != found.places_left or not set(chosen) <= set(found.tied):
        raise Refused(
            say("The room must choose {places} of: {areas}.", places=found.places_left, areas=tied),
            say("Take hands again, and enter the areas with most."),
        )
    return tuple(option for option in found.tied if option in chosen)


def _run_off(reading: Reading, question: QuestionNow, found: Cut) -> _Run:
    asked = run_off_between(reading, question, found)
    if asked is None or State(asked.state) is not State.CLOSED:
        raise Refused(say("The run-off has no result yet."), say("Open it, take the votes and close it."))
    again = _cut(reading, asked, found.places_left)
    if _decides_nothing(again, found):
        raise Refused(
            say("The run-off did not decide between them."), say("Let the room decide by hands, or carry all.")
        )
    return _Run(asked, again.clear)


def _decides_nothing(run_off: Cut, tie: Cut) -> bool:
    return run_off.is_tie or len(run_off.clear) != tie.places_left


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
