"""The page of the promise: how far people can change what is decided, what cannot be changed, and how they talk."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from facilitator.core.plan.edits import promised, with_givens, with_ground_rules
from facilitator.core.programme import Programme, PromiseLevel
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.prepare.fixed_line import FixedLine
from ui.prepare.prepare_page import MarkKind, PageMark, PreparePage
from ui.prepare.preparing import Preparing
from ui.prepare.reasoned_choice import choose_in
from ui.prepare.text_list import TextList
from ui.prepare.typed import TypedText, Typing
from ui.widgets.text import card, text_label

LEVELS: dict[PromiseLevel, tuple[Message, Message]] = {
    PromiseLevel.INFORM: (
        say("Inform"),
        say("You tell people what is decided, and why. What they say does not change it."),
    ),
    PromiseLevel.CONSULT: (
        say("Consult"),
        say("You ask what people think before you decide, and tell them what came of it."),
    ),
    PromiseLevel.INVOLVE: (
        say("Involve"),
        say("What people say shapes the plan. You decide, and show what it changed."),
    ),
    PromiseLevel.COLLABORATE: (
        say("Collaborate"),
        say("You work out the plan with the people, and decide it together with them."),
    ),
    PromiseLevel.DEVOLVE: (
        say("Devolve"),
        say("The people decide, and you carry it out."),
    ),
}


class PromisePage(PreparePage):
    """The room hears all of this in the first ten minutes."""

    title: ClassVar[Message] = say("Promise and givens")
    intro: ClassVar[Message | None] = say("The room hears this at the welcome. Promise only what you will keep.")

    def __init__(self, preparing: Preparing, words: Translator) -> None:
        super().__init__(preparing, words)
        self.levels: dict[PromiseLevel, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._fixed = FixedLine(words)
        self.typing = Typing(self, preparing, store=self._store, restore=self._show_level)
        self.sentence = TypedText(words(say("What this can and cannot change")), preparing, least_lines=2)
        self.givens = TextList(words, preparing, [say("Given")], adds=say("Add a given"))
        self.ground_rules = TextList(words, preparing, [say("Ground rule")], adds=say("Add a ground rule"))
        self._lay_out()
        self.sentence.ended.connect(self._on_decided)
        self.givens.rewritten.connect(self._on_givens_rewritten)
        self.ground_rules.rewritten.connect(self._on_ground_rules_rewritten)

    @staticmethod
    def mark(preparing: Preparing) -> PageMark | None:
        """Say that nothing is promised yet."""
        programme = preparing.programme
        is_whole = programme.promise is not None and programme.promise_wording is not None
        return None if is_whole else PageMark(MarkKind.MISSING, say("nothing promised yet"))

    def show_programme(self) -> None:
        """Show the promise, the givens and the ground rules as they stand."""
        programme = self._preparing.programme
        if not self.typing.is_unsaved:
            self._show_level()
        why = self._preparing.why_fixed(_with_one_more_given)
        self._fixed.show_why(why)
        for button in self.levels.values():
            button.setEnabled(why is None)
        self.sentence.setReadOnly(why is not None)
        self.sentence.show_text(programme.promise_wording.text if programme.promise_wording else "")
        self.givens.show_lines([(wording.text,) for wording in programme.givens])
        self.ground_rules.show_lines([(wording.text,) for wording in programme.ground_rules])
        for listed in (self.givens, self.ground_rules):
            listed.let_change(may_change=why is None)

    def focus_first(self) -> None:
        """Go to the level that is chosen."""
        button = self._group.checkedButton() or self.levels[PromiseLevel.INFORM]
        (button if button.isEnabled() else self.sentence).setFocus()

    def _on_decided(self) -> None:
        """Store the level with its sentence; while one of the two is missing, neither is stored."""
        self.typing.touched()
        self.typing.finish()

    def _store(self) -> None:
        level = next((one for one, button in self.levels.items() if button.isChecked()), None)
        sentence = self.sentence.words
        self._preparing.apply(lambda programme: promised(programme, level, sentence), what="promise")

    def _on_givens_rewritten(self, lines: tuple[tuple[str], ...]) -> None:
        texts = tuple(text for (text,) in lines)
        self._preparing.apply(lambda programme: with_givens(programme, texts), what="givens")

    def _on_ground_rules_rewritten(self, lines: tuple[tuple[str], ...]) -> None:
        texts = tuple(text for (text,) in lines)
        self._preparing.apply(lambda programme: with_ground_rules(programme, texts), what="ground rules")

    def _show_level(self) -> None:
        level = self._preparing.programme.promise
        choose_in(self._group, self.levels[level] if level is not None else None)

    def _lay_out(self) -> None:
        words = self._words
        self.rows.addWidget(self._fixed)
        frame, inner = card()
        inner.addWidget(text_label(words(say("How far can people change what is decided?")), "heading"))
        for level, (name, meaning) in LEVELS.items():
            inner.addWidget(self._level_row(level, words(name), words(meaning)))
        inner.addWidget(text_label(words(say("What this can and cannot change, in a sentence")), "strong"))
        inner.addWidget(self.sentence)
        self.rows.addWidget(frame)
        for name, told, listed in (
            (say("Givens"), say("What is not up for decision here."), self.givens),
            (say("Ground rules"), say("How people talk with each other."), self.ground_rules),
        ):
            frame, inner = card()
            inner.addWidget(text_label(words(name), "heading"))
            inner.addWidget(text_label(words(told), "muted"))
            inner.addWidget(listed)
            self.rows.addWidget(frame)
        self.rows.addStretch(1)

    def _level_row(self, level: PromiseLevel, name: str, meaning: str) -> QWidget:
        button = self.levels[level] = QRadioButton(name)
        button.setAccessibleDescription(meaning)
        button.clicked.connect(self._on_decided)
        self._group.addButton(button)
        row = QWidget()
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(button)
        told = text_label(meaning, "muted")
        told.setContentsMargins(4 * GRID_PX - 3, 0, 0, 0)
        layout.addWidget(told)
        return row


def _with_one_more_given(programme: Programme) -> Programme:
    return with_givens(programme, (*(wording.text for wording in programme.givens), "…"))
