"""What the next person needs to go on with an event, read from the event file as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from facilitator.conduct.attending import people_here
from facilitator.conduct.event import Event
from facilitator.conduct.record import EventRecord, OutcomeRecord, event_record
from facilitator.conduct.run_times import RunTimes, StepTime, run_times, time_of_day
from facilitator.conduct.safeguarding import safeguarding_now
from facilitator.core.keys import State
from facilitator.core.notes import NoteKind
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.timing import StepState, nearest_minute
from facilitator.document.content import Own, Words
from facilitator.handover.readiness import missing
from facilitator.kit.run_sheet_page import HandedOver, HandedStep
from facilitator.words.message import Message, say, say_many

_NOTHING = say("–")
_STATES = {
    State.READY: say("not open yet"),
    State.OPEN: say("the vote is open"),
    State.CLOSED: say("the vote is closed"),
    State.VOID: say("taken back"),
}


def handed_over(
    event: Event, now: datetime, place_and_date: str, *, question: str = "", next_action: str = ""
) -> HandedOver:
    """Return where the event is at `now`; `question` is the key of the one in front of the operator.

    `next_action` is what the operator's big button says, where that is known.
    """
    record, times, lead = event_record(event, with_history=False), run_times(event, now), safeguarding_now(event)
    return HandedOver(
        record.details.title, place_and_date, time_of_day(now), str(event.path),
        tuple(_now(record, times, question, next_action)), _people(event), tuple(_steps(record, times)),
        tuple(_decided(record)), tuple(_owed(event, record, times)),
        lead.name, lead.phone, lead.advice, record.rehearsal,
    )  # fmt: skip


def _now(record: EventRecord, times: RunTimes, question: str, next_action: str) -> Iterator[Message]:
    running = times.running_step
    if running is not None:
        taken, planned = nearest_minute(running.elapsed_s), running.planned_minutes
        yield say("{step}: {taken} of {planned} minutes are gone.", step=running.name, taken=taken, planned=planned)
    elif times.is_over:
        yield say("All steps are over. What is left is on the last line of the run sheet.")
    else:
        yield say("No step is under way.") if times.has_begun else say("The event has not begun.")
    yield from _question(record, question)
    if next_action:
        yield say("Next action: {action} (Space).", action=next_action)
    yield from _next(times)
    yield from _clocks(times)


def _question(record: EventRecord, key: str) -> Iterator[Message]:
    asked = next((one for one in record.results if one.key == key), None)
    if asked is not None:
        yield say("Question: “{question}”; {state}.", question=asked.text, state=_STATES[asked.state])


def _next(times: RunTimes) -> Iterator[Message]:
    """Yield the step that comes after the one under way; one before it that never began is not the next."""
    places = [step.key for step in times.steps]
    start = places.index(times.running) + 1 if times.running in places else 0
    ahead = next((step for step in times.steps[start:] if step.state is StepState.AHEAD), None)
    if ahead is not None:
        yield say("Then: {step}.", step=ahead.name)


def _clocks(times: RunTimes) -> Iterator[Message]:
    if times.paused:
        yield say("All clocks stand still.")
    if times.has_begun and not times.is_over:
        yield _lateness(times.minutes_late, time_of_day(times.expected_finish))


def _lateness(late: int, finish: str) -> Message:
    if late > 0:
        return say_many(
            "{count} minute late; it ends at {finish}.", "{count} minutes late; it ends at {finish}.",
            count=late, finish=finish,
        )  # fmt: skip
    if late < 0:
        return say_many(
            "{count} minute early; it ends at {finish}.", "{count} minutes early; it ends at {finish}.",
            count=-late, finish=finish,
        )  # fmt: skip
    return say("On time; it ends at {finish}.", finish=finish)


def _people(event: Event) -> Message:
    here = people_here(event)
    if here is None:
        return say("How many are here is not known.")
    return say_many(
        "{count} person is here, by the last count.", "{count} people are here, by the last count.", count=here
    )


def _steps(record: EventRecord, times: RunTimes) -> Iterator[HandedStep]:
    begins = times.started_at
    for step in times.steps:
        planned = _at(begins, step.minutes_at_first) if begins is not None else _minutes(step.minutes_at_first)
        yield HandedStep(step.name, planned, _actual(step), _outcome(record, step))
        begins = begins + timedelta(minutes=step.minutes_at_first) if begins is not None else None


def _actual(step: StepTime) -> Words:
    if step.started_at is not None:
        return _at(step.started_at, nearest_minute(step.elapsed_s))
    if step.state is StepState.AHEAD and step.expected_at is not None:
        return _at(step.expected_at, step.planned_minutes)
    return _NOTHING


def _at(begins: datetime, minutes: int) -> Message:
    return say("{time}, {minutes} min", time=time_of_day(begins), minutes=minutes)


def _minutes(minutes: int) -> Message:
    return say("{minutes} min", minutes=minutes)


def _outcome(record: EventRecord, step: StepTime) -> Words:
    match step.state:
        case StepState.SKIPPED:
            return say("Skipped: {why}", why=step.clock.why_skipped)
        case StepState.AHEAD:
            return say("to come")
        case StepState.RUNNING:
            return say("under way. {votes}", votes=votes) if (votes := _votes(record, step)) else say("under way")
    return _votes(record, step) or say("done")


def _votes(record: EventRecord, step: StepTime) -> Message | None:
    asked = [one for one in record.results if one.activity == step.key]
    if not asked:
        return None
    closed = sum(one.state is State.CLOSED for one in asked)
    return say_many(
        "{closed} of {count} vote closed", "{closed} of {count} votes closed", count=len(asked), closed=closed
    )


def _decided(record: EventRecord) -> Iterator[tuple[Words, Words]]:
    asked = {str(one.key): one.text for one in record.results}
    for outcome in record.outcomes:
        if outcome.question in asked:
            yield Own(asked[outcome.question]), _in_words(outcome)
    for _, area in record.carried.areas if record.carried is not None else ():
        yield Own(area), say("Carried forward")


def _in_words(outcome: OutcomeRecord) -> Message:
    match outcome.kind:
        case OutcomeKind.ADOPTED:
            return say("Adopted")
        case OutcomeKind.CHANGED:
            return say("Adopted in these words: {words}", words=outcome.text)
    return say("Left out")


def _owed(event: Event, record: EventRecord, times: RunTimes) -> Iterator[Message]:
    """Yield what is missing of steps that have begun, and what was promised or asked."""
    begun = {step.key for step in times.steps if step.state in (StepState.RUNNING, StepState.DONE)}
    yield from (one.what for one in missing(event) if one.where.activity in begun)
    kinds = [note.kind for note in record.notes]
    if promised := kinds.count(NoteKind.COMMITMENT):
        yield say_many("{count} commitment is in the notes.", "{count} commitments are in the notes.", count=promised)
    if asked := kinds.count(NoteKind.QUESTION):
        yield say_many("{count} question waits for an answer.", "{count} questions wait for an answer.", count=asked)
    if parked := kinds.count(NoteKind.PARKED):
        yield say_many("{count} note is parked.", "{count} notes are parked.", count=parked)
