"""What is left to do when everybody goes home, in order: each step is done, next, put off, or still to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import reduce

from facilitator.words.message import Message, say, say_many


class FinishStep(Enum):
    """The steps, in the order in which they help most: people leave in ten minutes and want the sheet."""

    READ_FOR_SHEET = "read for the sheet"
    SHEET = "same-day sheet"
    READ_REST = "read the rest"
    REPORT = "report"
    COUNT = "close the count"
    PACK = "event pack"
    STICK = "copy to a stick"


class Progress(Enum):
    """How far a step is."""

    DONE = "done"
    NEXT = "next"
    PUT_OFF = "put off"
    TO_COME = "to come"


NAMES: dict[FinishStep, Message] = {
    FinishStep.READ_FOR_SHEET: say("Read for the same-day sheet"),
    FinishStep.SHEET: say("Same-day sheet"),
    FinishStep.READ_REST: say("Read everything else"),
    FinishStep.REPORT: say("Report"),
    FinishStep.COUNT: say("Close the count"),
    FinishStep.PACK: say("Event pack"),
    FinishStep.STICK: say("Copy to a stick"),
}
PROGRESS_NAMES: dict[Progress, Message] = {
    Progress.DONE: say("done"),
    Progress.NEXT: say("next"),
    Progress.PUT_OFF: say("not now"),
    Progress.TO_COME: say("to do"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How the event stands on its way out; `chosen` is what a person wants to do before its turn.

    While a vote is open nothing is next but what was chosen: closing it comes before all else.
    """

    waits_for_sheet: int = 0
    waits_else: int = 0
    sheet_is_written: bool = False
    report_is_fresh: bool = False
    count_is_closed: bool = False
    pack_is_fresh: bool = False
    is_on_stick: bool = False
    put_off: frozenset[FinishStep] = frozenset()
    chosen: FinishStep | None = None
    is_vote_open: bool = False

    def is_done(self, step: FinishStep) -> bool:
        """Return whether nothing is left to do of a step; a sheet in people's hands stays done."""
        return {
            FinishStep.READ_FOR_SHEET: not self.waits_for_sheet,
            FinishStep.SHEET: self.sheet_is_written,
            FinishStep.READ_REST: not self.waits_else,
            FinishStep.REPORT: self.report_is_fresh,
            FinishStep.COUNT: self.count_is_closed,
            FinishStep.PACK: self.pack_is_fresh,
            FinishStep.STICK: self.pack_is_fresh and self.is_on_stick,
        }[step]

    @property
    def next(self) -> FinishStep | None:
        """The one step to do next: the chosen one, or the first that is left; None at the end."""
        if self.chosen is not None and not self.is_done(self.chosen) and self._can_be_done(self.chosen):
            return self.chosen
        return None if self.is_vote_open else next(self._left(), None)

    @property
    def put_off_steps(self) -> tuple[FinishStep, ...]:
        """What was put off and is not done, in order."""
        return tuple(step for step in FinishStep if step in self.put_off and not self.is_done(step))

    @property
    def offered(self) -> FinishStep | None:
        """The step of the one next action: the next one, or where nothing else is left the first that was put off."""
        if self.next is not None or self.is_vote_open:
            return self.next
        return next((step for step in self.put_off_steps if self._can_be_done(step)), None)

    @property
    def may_forget(self) -> bool:
        """Whether it is time to forget the originals: the pack is on the stick, or that was put off."""
        return self.is_done(FinishStep.STICK) or (self.pack_is_fresh and FinishStep.STICK in self.put_off)

    def progress(self, step: FinishStep) -> Progress:
        """Return how far a step is."""
        if self.is_done(step):
            return Progress.DONE
        if step is self.next:
            return Progress.NEXT
        return Progress.PUT_OFF if step in self.put_off else Progress.TO_COME

    def _left(self) -> Iterator[FinishStep]:
        for step in FinishStep:
            if not self.is_done(step) and step not in self.put_off and self._can_be_done(step):
                yield step

    def _can_be_done(self, step: FinishStep) -> bool:
        return step is not FinishStep.STICK or self.pack_is_fresh


def action(step: FinishStep, standing: Standing) -> Message:
    """Return what the big button says for a step."""
    if step is FinishStep.READ_FOR_SHEET:
        return say_many(
            "Read {count} text for the same-day sheet", "Read {count} texts for the same-day sheet",
            count=standing.waits_for_sheet,
        )  # fmt: skip
    if step is FinishStep.READ_REST:
        return say_many("Read {count} other text", "Read {count} other texts", count=standing.waits_else)
    return {
        FinishStep.SHEET: say("Write the same-day sheet and open it"),
        FinishStep.REPORT: say("Write the report"),
        FinishStep.COUNT: say("Close the count"),
        FinishStep.PACK: say("Make the event pack"),
        FinishStep.STICK: say("Copy the pack to a stick"),
    }[step]


def told_of_put_off(steps: Sequence[FinishStep]) -> Message:
    """Return how many steps were put off, and which."""
    names = reduce(lambda told, name: say("{first}, {next}", first=told, next=name), [NAMES[step] for step in steps])
    return say_many("{count} step is put off: {steps}", "{count} steps are put off: {steps}", count=len(steps),
                    steps=names)  # fmt: skip
