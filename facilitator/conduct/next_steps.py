"""What happens next: which step, who does it, and by when; every edition is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NewType

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.noting import refuse_unfit_line
from facilitator.core.keys import EntryId
from facilitator.core.positions import position_between
from facilitator.errors import Refused
from facilitator.programme.afterwards import LONGEST_STEP, LONGEST_WHO
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import Reading
from facilitator.store.rows import NextStepRow
from facilitator.words.message import say

NextStepId = NewType("NextStepId", bytes)


@dataclass(frozen=True, slots=True)
class NextStep:
    """One step: what happens, who does it, and by when in words; what is not known yet is empty."""

    text: str
    who: str = ""
    by_when: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it says who and by when."""
        return bool(self.who and self.by_when)


@dataclass(frozen=True, slots=True)
class NextStepNow:
    """A step as it stands; `id` is hex. `editions` is how many there are."""

    id: str
    step: NextStep
    editions: int


@dataclass(frozen=True, slots=True)
class StepToFill:
    """A line of the programme that nobody filled in yet; add it with its `id`."""

    id: NextStepId
    step: NextStep


def add_next_step(
    event: Event,
    step: NextStep,
    *,
    step_id: NextStepId | None = None,
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> NextStepId:
    """Add a step at the end and return its id; the same `step_id` (or `entry_id`) and words again is one step.

    Raises `Refused` for a step without words, and for a text over 300 characters or another over 200.
    """
    entry_id = entry_id or EntryId(event.random_bytes(16))
    new_id = step_id or NextStepId(entry_id)

    def rule(moment: Moment) -> Decision[None]:
        _refuse_unusable(step)
        editions = moment.next_step_editions(new_id)
        if filled := _since_emptied(editions):
            _refuse_other_words(filled[0], step)
            return Decision(None)
        steps = moment.next_steps()
        place = steps[-1].position + 1 if steps else 1.0
        row = NextStepRow(
            moment.new_id(), moment.entry, new_id, len(editions) + 1, place, step.text.strip(),
            step.who.strip(), step.by_when.strip(), withdrawn=False,
        )  # fmt: skip
        return Decision(None, Said("add next step", "", by), [row])

    event.decide(rule, entry_id)
    return new_id


def edit_next_step(
    event: Event, step_id: NextStepId, step: NextStep, *, by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Store a new edition of a step; earlier ones stay in the file."""

    def rule(moment: Moment) -> Decision[None]:
        _refuse_unusable(step)
        row = _after(moment, _standing(moment, step_id))
        row = row._replace(text=step.text.strip(), who=step.who.strip(), by_when=step.by_when.strip())
        return Decision(None, Said("edit next step", "", by), [row])

    event.decide(rule, entry_id)


def move_next_step(
    event: Event, step_id: NextStepId, place: int, *, by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Move a step so that it stands at `place`, 0 being the first; beyond the end it is the last."""

    def rule(moment: Moment) -> Decision[None]:
        last = _standing(moment, step_id)
        others = [one.position for one in moment.next_steps() if one.step != step_id]
        row = _after(moment, last)._replace(position=position_between(others, place))
        return Decision(None, Said("move next step", "", by), [row])

    event.decide(rule, entry_id)


def withdraw_next_step(event: Event, step_id: NextStepId, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Take a step from the list; the file keeps what it said, and a line of the programme is not offered again."""

    def rule(moment: Moment) -> Decision[None]:
        row = _after(moment, _standing(moment, step_id))._replace(withdrawn=True)
        return Decision(None, Said("withdraw next step", "", by), [row])

    event.decide(rule, entry_id)


def empty_next_step(event: Event, step_id: NextStepId, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Take back that a line of the programme was filled in: it is no step any more, and is offered to be filled in.

    The file keeps what it said. Raises `Refused` for a step that is not on the list.
    """

    def rule(moment: Moment) -> Decision[None]:
        row = _after(moment, _standing(moment, step_id))._replace(text="", who="", by_when="", withdrawn=True)
        return Decision(None, Said("empty next step", "", by), [row])

    event.decide(rule, entry_id)


def bring_back_next_step(event: Event, step_id: NextStepId, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Undo the withdrawal of a step."""

    def rule(moment: Moment) -> Decision[None]:
        last = _last(moment, step_id)
        if not last.withdrawn:
            raise Refused(say("This step is on the list."), say("Nothing more to do."))
        if _is_emptied(last):
            raise Refused(say("This line waits to be filled in."), say("Fill it in anew."))
        row = _after(moment, last)._replace(withdrawn=False)
        return Decision(None, Said("bring back next step", "", by), [row])

    event.decide(rule, entry_id)


def next_steps(event: Event) -> tuple[NextStepNow, ...]:
    """Return what happens next, in order."""
    return next_steps_now(event.store.reading)


def next_steps_now(reading: Reading) -> tuple[NextStepNow, ...]:
    """Return what happens next, in order, as it stands."""
    return tuple(
        NextStepNow(row.step.hex(), NextStep(row.text, row.who, row.by_when), row.edition)
        for row in reading.next_steps()
    )


def steps_to_fill(event: Event) -> tuple[StepToFill, ...]:
    """Return the lines of the programme that were neither filled in nor taken away."""
    lines = event.programme.next_steps
    offered = (
        StepToFill(_id_of_line(number, line.wording.text), NextStep(line.wording.text, line.who))
        for number, line in enumerate(lines)
    )
    return tuple(line for line in offered if not _since_emptied(event.store.reading.next_step_editions(line.id)))


def _since_emptied(editions: Sequence[NextStepRow]) -> Sequence[NextStepRow]:
    """Return the editions since a step was last emptied: none where nobody filled it in since."""
    emptied = [place for place, one in enumerate(editions) if _is_emptied(one)]
    return editions[emptied[-1] + 1 :] if emptied else editions


def _is_emptied(edition: NextStepRow) -> bool:
    return not edition.text  # a step that says nothing is no step: only the taking back of one is kept like that


def _id_of_line(number: int, text: str) -> NextStepId:
    """Return the same id for the same line always: filled in on two screens it is one step."""
    return NextStepId(hashlib.sha256(f"line {number} of the programme: {text}".encode()).digest()[:16])


def _after(moment: Moment, last: NextStepRow) -> NextStepRow:
    return last._replace(id=moment.new_id(), entry=moment.entry, edition=last.edition + 1)


def _refuse_unusable(step: NextStep) -> None:
    if not step.text.strip():
        raise Refused(say("The step has no words."), say("Say in one sentence what happens next."))
    refuse_unfit_line(step.text, LONGEST_STEP)
    refuse_unfit_line(step.who, LONGEST_WHO)
    refuse_unfit_line(step.by_when, LONGEST_WHO)


def _refuse_other_words(first: NextStepRow, step: NextStep) -> None:
    if (first.text, first.who, first.by_when) != (step.text.strip(), step.who.strip(), step.by_when.strip()):
        raise Refused(say("A step with this id is stored with other words."), say("Change the one that is stored."))


def _standing(reading: Reading, step_id: NextStepId) -> NextStepRow:
    last = _last(reading, step_id)
    if last.withdrawn:
        raise Refused(say("This step was taken from the list."), say("Add it again if it is to be done."))
    return last


def _last(reading: Reading, step_id: NextStepId) -> NextStepRow:
    editions = reading.next_step_editions(step_id)
    if not editions:
        raise Refused(say("There is no such step."), say("Look for it in the list of next steps."))
    return editions[-1]
