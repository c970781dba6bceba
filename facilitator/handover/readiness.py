"""What is missing before the event leaves: said in words, with where to go, and refused only where it must be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from facilitator.conduct.attending import Known
from facilitator.conduct.event import Event
from facilitator.conduct.finishing import what_hinders
from facilitator.conduct.next_steps import steps_to_fill
from facilitator.conduct.record import EventRecord, event_record
from facilitator.conduct.reviewing import ToRead, to_read
from facilitator.core.disclosure import Form
from facilitator.core.duties import DutyState
from facilitator.core.keys import State
from facilitator.core.meeting import Openness
from facilitator.core.notes import NoteKind
from facilitator.core.programme import ActivityKind
from facilitator.core.under_16 import forms_for
from facilitator.gate.published_event import PublishedStep
from facilitator.gate.publishing import published
from facilitator.words.message import Message, say, say_many


class Blocks(StrEnum):
    """What cannot be made, or done, before something is put right; most things hold up nothing."""

    NOTHING = "nothing"
    SHEET = "the same-day sheet"
    REPORT = "the report"
    COUNT = "closing the count"
    PACK = "the event pack"


class Card(StrEnum):
    """Where something is put right that is no step of the run sheet."""

    READING = "reading"
    NOTES = "notes"
    TABLES = "tables"
    PEOPLE = "people"
    FINISH = "finish"
    PREPARE = "prepare"


@dataclass(frozen=True, slots=True)
class Where:
    """Where to go: a step of the run sheet and perhaps its question, or else a card."""

    activity: str = ""
    question: str = ""
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: the sentence, what it holds up (a pack, once all questions are closed), and where."""

    what: Message
    where: Where
    blocks: Blocks = Blocks.NOTHING


def missing(event: Event) -> tuple[Missing, ...]:
    """Return what is missing before the event leaves, what holds something up first."""
    record = event_record(event)
    waiting = to_read(event)
    found = (
        *_open_questions(record), *_unread(waiting), *_count(event, record), *_people(record), *_results(record),
        *_tables(published(record).steps), *_main_points(record), *_next_steps(event, record), *_forms(record),
        *_meeting(record),
    )  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.blocks is Blocks.NOTHING))


def _open_questions(record: EventRecord) -> Iterator[Missing]:
    for result in record.results:
        if result.state is State.OPEN:
            told = say(
                "The vote on “{question}” is still open: close it, then the count can be closed and the pack made.",
                question=result.text,
            )
            yield Missing(told, Where(result.activity, result.key), Blocks.PACK)


def _unread(waiting: Sequence[ToRead]) -> Iterator[Missing]:
    notes = [one for one in waiting if one.note is not None]
    for_the_sheet = sum(one.waits_for_the_sheet for one in notes)
    where = Where(card=Card.READING)
    if for_the_sheet:
        yield Missing(
            say_many(
                "{count} note that belongs on the same-day sheet is not read yet, and stays out until it is.",
                "{count} notes that belong on the same-day sheet are not read yet, and stay out until they are.",
                count=for_the_sheet,
            ),
            where,
        )
    if others := len(notes) - for_the_sheet:
        yield Missing(
            say_many(
                "{count} other note is not read yet, and stays out of report and pack until it is.",
                "{count} other notes are not read yet, and stay out of report and pack until they are.",
                count=others,
            ),
            where,
        )
    if words := len(waiting) - len(notes):
        yield Missing(
            say_many(
                "{count} text beside the notes is not read yet; a mark stands for it until it is.",
                "{count} texts beside the notes are not read yet; a mark stands for them until they are.",
                count=words,
            ),
            where,
        )


def _count(event: Event, record: EventRecord) -> Iterator[Missing]:
    if record.count_closed:
        return
    for one in what_hinders(event):
        told = say("The accounting of “{question}” does not balance: {what}", question=one.text, what=one.why)
        yield Missing(told, Where(one.activity, one.question), Blocks.COUNT)
    yield Missing(say("The count is not closed: votes could still be changed."), Where(card=Card.FINISH))


def _people(record: EventRecord) -> Iterator[Missing]:
    where = Where(card=Card.PEOPLE)
    if record.attended is None:
        yield Missing(say("How many people came is not known, and the report says so."), where)
    elif record.attendance.known is Known.UNKNOWN:
        told = say("How many people came was not counted: the report says at least {people}.", people=record.attended)
        yield Missing(told, where)
    for warning in record.attendance.warnings:
        yield Missing(warning, where)


def _results(record: EventRecord) -> Iterator[Missing]:
    for result in record.results:
        if result.provisional:
            told = say("The result of “{question}” is provisional: its paper ballots are not read yet.",
                       question=result.text)  # fmt: skip
            yield Missing(told, Where(result.activity, result.key))
    if record.carried is not None and record.carried.stale:
        told = say("The vote on the areas was corrected after they went forward: stage 3 rests on the vote as it was.")
        yield Missing(told, _step_of_kind(record, ActivityKind.CARRY_FORWARD))


def _tables(steps: Iterable[PublishedStep]) -> Iterator[Missing]:
    for step in steps:
        if not step.has_gathered_notes:
            continue
        if step.tables is None:
            told = say("No table has sent notes of “{step}”.", step=step.title)
            yield Missing(told, Where(step.key))
        elif step.tables.there is not None and step.tables.returned < step.tables.there:
            told = say(
                "Notes of “{step}” came from {returned} of {there} tables.",
                step=step.title, returned=step.tables.returned, there=step.tables.there,
            )  # fmt: skip
            yield Missing(told, Where(step.key))


def _main_points(record: EventRecord) -> Iterator[Missing]:
    where = _step_of_kind(record, ActivityKind.PLAY_BACK)
    if not record.main_points:
        yield Missing(say("There are no main points."), where)
        return
    has_minority = any(note.minority or note.kind is NoteKind.MINORITY_VIEW for note in record.notes)
    if not any(point.minority for point in record.main_points):
        there_is = say("No minority view is among the main points, and there are some in the notes.")
        told = there_is if has_minority else say("No minority view is among the main points.")
        yield Missing(told, where)


def _next_steps(event: Event, record: EventRecord) -> Iterator[Missing]:
    where = _step_of_kind(record, ActivityKind.NEXT_STEPS)
    if not record.next_steps:
        yield Missing(say("No next steps are recorded: what happens with this, who does it, and by when."), where)
    elif not any(one.step.by_when for one in record.next_steps):
        yield Missing(say("No next step has a date."), where)
    if record.next_steps and (left := len(steps_to_fill(event))):
        yield Missing(
            say_many(
                "{count} next step of the programme is not filled in.",
                "{count} next steps of the programme are not filled in.",
                count=left,
            ),
            where,
        )


def _forms(record: EventRecord) -> Iterator[Missing]:
    sentences = {
        Form.EQUALITY: say("No equality forms are typed. Type them later: the pack's next revision takes them."),
        Form.EVALUATION: say("No evaluation forms are typed. Type them later: the pack's next revision takes them."),
    }
    for form, told in sentences.items():
        asked = any(one.key == form for one in forms_for(record.meeting.profile, record.programme.forms))
        if asked and not any(one.returned for one in record.forms if one.form is form):
            yield Missing(told, _step_of_kind(record, ActivityKind.FORMS))


def _meeting(record: EventRecord) -> Iterator[Missing]:
    """Yield what the organiser left open; it holds up nothing, since nobody can see to it afterwards."""
    where = Where(card=Card.PREPARE)
    if record.meeting.openness is Openness.UNKNOWN:
        yield Missing(say("Whether the meeting was open to everybody is not told, and the report says so."), where)
    if left := sum(duty.state is DutyState.OPEN for duty in record.duties):
        yield Missing(
            say_many(
                "{count} duty of the organiser is neither ticked nor marked as not needed.",
                "{count} duties of the organiser are neither ticked nor marked as not needed.",
                count=left,
            ),
            where,
        )


def _step_of_kind(record: EventRecord, kind: ActivityKind) -> Where:
    """Return the last step of this kind; where the run sheet has none, the card of the people or of the notes."""
    steps = [step.key for step in record.steps if step.kind == kind]
    if steps:
        return Where(steps[-1])
    return Where(card=Card.PEOPLE if kind in (ActivityKind.FORMS, ActivityKind.NEXT_STEPS) else Card.NOTES)
