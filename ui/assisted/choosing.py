"""What one person has chosen so far, under the rule of the question; nothing is stored here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.core.ballots import Choice
from facilitator.core.keys import OptionKey
from facilitator.core.methods import RATHER_NOT_SAY, Method
from facilitator.core.result import QuestionResult
from facilitator.words.message import Message, say, say_many


@dataclass(frozen=True, slots=True)
class Choosing:
    """The choices made for a question; `marks` are options with their dots, in the order of choosing."""

    question: QuestionResult
    marks: tuple[tuple[OptionKey, int], ...] = ()

    @property
    def options(self) -> tuple[tuple[OptionKey, str | Message], ...]:
        """What there is to choose, in shown order; “rather not say” stands last."""
        offered = tuple((option.key, option.text) for option in self.question.options)
        return (*offered, (RATHER_NOT_SAY, say("Rather not say")))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The choices as a ballot has them."""
        return tuple(Choice(option, dots) for option, dots in self.marks)

    @property
    def most(self) -> int:
        """How many marks this question takes."""
        return 1 if self.question.method.takes_one_choice else self.question.max_marks

    @property
    def left(self) -> int:
        """How many marks may still be made."""
        return self.most - sum(dots for _, dots in self.marks)

    def has(self, option: OptionKey) -> bool:
        """Return whether an option is chosen."""
        return any(key == option for key, _ in self.marks)

    def pressed(self, option: OptionKey) -> Choosing:
        """Return the choices after an option was pressed: chosen, or taken back where it was chosen before.

        Where only one may be chosen the new one takes the place of the old one; “rather not say” stands alone. Where
        nothing is left the choices stay as they are.
        """
        if self.has(option):
            return replace(self, marks=tuple(mark for mark in self.marks if mark[0] != option))
        if option == RATHER_NOT_SAY or self.most == 1 or self.has(RATHER_NOT_SAY):
            return replace(self, marks=((option, 1),))
        return replace(self, marks=(*self.marks, (option, 1))) if self.left > 0 else self

    def how(self) -> Message:
        """Say how to choose, and how much is left."""
        if self.most == 1:
            return say("Choose one.")
        if self.question.method is Method.DOTS:
            return say_many("{count} dot left.", "{count} dots left.", count=max(0, self.left))
        if not self.marks:
            return say_many("Choose {count}.", "Choose up to {count}.", count=self.most)
        return say_many("{count} more may be chosen.", "{count} more may be chosen.", count=max(0, self.left))
