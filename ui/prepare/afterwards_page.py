"""The page of access and next steps: what people can ask for in order to take part, and what happens afterwards."""

from __future__ import annotations

from typing import ClassVar

from facilitator.core.plan.edits import with_access, with_next_steps
from facilitator.core.programme import Programme
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.prepare.fixed_line import FixedLine
from ui.prepare.prepare_page import PreparePage
from ui.prepare.preparing import Preparing
from ui.prepare.text_list import TextList
from ui.widgets.text import card, text_label


class AfterwardsPage(PreparePage):
    """Two lists: the means of access, and the lines of what happens next that somebody fills in on the day."""

    title: ClassVar[Message] = say("Access and next steps")
    intro: ClassVar[Message | None] = say("What people can ask for in order to take part, and what happens afterwards.")

    def __init__(self, preparing: Preparing, words: Translator) -> None:
        super().__init__(preparing, words)
        self.access = TextList(words, preparing, [say("Means of access")], adds=say("Add a means of access"))
        self.next_steps = TextList(
            words, preparing, [say("What happens"), say("Who does it, where you know")], adds=say("Add a next step")
        )
        counted = say("Beside each you count on the day who asked for it, and say what was there.")
        dated = say("The dates are filled in on the day, while the room hears them.")
        self._fixed_access, self._fixed_steps = FixedLine(words), FixedLine(words)
        for name, told, fixed, listed in (
            (say("Access"), counted, self._fixed_access, self.access),
            (say("What happens next"), dated, self._fixed_steps, self.next_steps),
        ):
            frame, inner = card()
            inner.addWidget(text_label(words(name), "heading"))
            inner.addWidget(text_label(words(told), "muted"))
            inner.addWidget(fixed)
            inner.addWidget(listed)
            self.rows.addWidget(frame)
        self.rows.addStretch(1)
        self.access.rewritten.connect(self._on_access_rewritten)
        self.next_steps.rewritten.connect(self._on_next_steps_rewritten)

    def show_programme(self) -> None:
        """Show both lists as they stand."""
        programme = self._preparing.programme
        self.access.show_lines([(wording.text,) for wording in programme.access])
        self.next_steps.let_change(may_change=(why := self._preparing.why_fixed(_with_one_more_step)) is None)
        self._fixed_steps.show_why(why)
        self.access.let_change(may_change=(why := self._preparing.why_fixed(_with_one_more_means)) is None)
        self._fixed_access.show_why(why)
        self.next_steps.show_lines([(line.wording.text, line.who) for line in programme.next_steps])

    def focus_first(self) -> None:
        """Put the cursor into the first means of access."""
        self.access.focus_line(0)

    def _on_access_rewritten(self, lines: tuple[tuple[str], ...]) -> None:
        texts = tuple(text for (text,) in lines)
        self._preparing.apply(lambda programme: with_access(programme, texts), what="access")

    def _on_next_steps_rewritten(self, lines: tuple[tuple[str, str], ...]) -> None:
        self._preparing.apply(lambda programme: with_next_steps(programme, lines), what="next steps")


def _with_one_more_means(programme: Programme) -> Programme:
    return with_access(programme, (*(wording.text for wording in programme.access), "…"))


def _with_one_more_step(programme: Programme) -> Programme:
    lines = tuple((line.wording.text, line.who) for line in programme.next_steps)
    return with_next_steps(programme, (*lines, ("…", "")))
