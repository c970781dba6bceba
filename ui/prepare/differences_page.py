"""The page of what differs: how far the event is from the programme that was issued, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from facilitator.core.plan.difference import Difference, DifferenceKind, differences
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.prepare.as_issued import AsIssued
from ui.prepare.prepare_page import MarkKind, PageMark, PreparePage
from ui.prepare.preparing import Preparing
from ui.prepare.shortened import shortened
from ui.widgets.text import card, hairline, push_button, text_label

_ADDED = (DifferenceKind.STEP_ADDED, DifferenceKind.QUESTION_ADDED, DifferenceKind.OPTION_ADDED)
_LONGEST = 300  # characters of a text in a sentence; here there is room for most of them whole


class DifferencesPage(PreparePage):
    """Must-haves first: what was left out or changed there cannot be compared with other events."""

    title: ClassVar[Message] = say("What differs")
    intro: ClassVar[Message | None] = say(
        "How your event differs from the programme as it was issued. The report says it."
    )

    def __init__(self, preparing: Preparing, words: Translator) -> None:
        super().__init__(preparing, words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words(self.title))
        self.put_back_buttons: list[QPushButton] = []
        self.told: list[str] = []  # the sentences that are shown, in order
        self._shown: tuple[Difference, ...] | None = None
        self._parts: list[QWidget] = []
        self._stack = QVBoxLayout()
        self._stack.setSpacing(2 * GRID_PX)
        self.rows.addLayout(self._stack)
        self.rows.addStretch(1)

    @staticmethod
    def mark(preparing: Preparing) -> PageMark | None:
        """Say how many differences there are; a must-have is told first."""
        found = _found(preparing)
        lost = sum(one.must_have for one in found)
        if lost:
            return PageMark(
                MarkKind.MUST_HAVE, say_many("{count} must-have changed", "{count} must-haves changed", count=lost)
            )
        told = say_many("{count} difference", "{count} differences", count=len(found))
        return PageMark(MarkKind.DIFFERS, told) if found else None

    def show_programme(self) -> None:
        """Show what differs now; the focus stays at the same place of the list."""
        found = _found(self._preparing)
        if found == self._shown:
            return
        place = next((place for place, button in enumerate(self.put_back_buttons) if button.hasFocus()), None)
        self._shown = found
        self._clear()
        lost = [one for one in found if one.must_have]
        others = [one for one in found if not one.must_have]
        if not found:
            self._add(self._nothing())
        if lost:
            self._add(self._must_haves(lost))
        if others:
            self._add(self._others(others))
        if place is not None:
            rest = self.put_back_buttons
            (rest[min(place, len(rest) - 1)] if rest else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Go to the first that can be put back."""
        (self.put_back_buttons[0] if self.put_back_buttons else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_put_back(self, difference: Difference) -> None:
        way = AsIssued(self._preparing.issued, self._preparing.variant).edit(difference)
        if way is not None:
            self._preparing.apply(way, what="put back")

    def _nothing(self) -> QFrame:
        frame, inner = card()
        self.told.append(self._words(say("Nothing: everything is as it was issued.")))
        inner.addWidget(text_label(self.told[-1]))
        return frame

    def _must_haves(self, lost: Sequence[Difference]) -> QFrame:
        frame, inner = card()
        name = say_many(
            "⚠  {count} must-have is not as it was issued",
            "⚠  {count} must-haves are not as they were issued",
            count=len(lost),
        )
        inner.addWidget(text_label(self._words(name), "warning"))
        meaning = say(
            "Every event of this programme is to ask these in the same words. "
            "Here yours cannot be compared with other events."
        )
        inner.addWidget(text_label(self._words(meaning)))
        self._fill(inner, lost)
        return frame

    def _others(self, others: Sequence[Difference]) -> QFrame:
        frame, inner = card()
        inner.addWidget(text_label(self._words(say("Your own choices")), "heading"))
        inner.addWidget(text_label(self._words(say("These change nothing about what can be compared.")), "muted"))
        self._fill(inner, others)
        return frame

    def _fill(self, inner: QVBoxLayout, found: Sequence[Difference]) -> None:
        for one in found:
            inner.addWidget(hairline())
            inner.addWidget(self._row(one))

    def _row(self, difference: Difference) -> QWidget:
        words, short = self._words, shortened(difference.told)
        self.told.append(words(shortened(difference.told, most=_LONGEST)))
        sign = "⚠  " if difference.must_have else "•  "
        told = text_label(sign + self.told[-1])
        if AsIssued(self._preparing.issued, self._preparing.variant).edit(difference) is None:
            follows = text_label(words(say("It follows from the list of areas.")), "muted", wraps=False)
            return _beside(told, follows)
        is_own = difference.kind in _ADDED
        button = push_button(words(say("Take it out") if is_own else say("Put it back")))
        name = say("Take it out: {what}", what=short) if is_own else say("Put it back: {what}", what=short)
        button.setAccessibleName(words(name))
        button.clicked.connect(partial(self._on_put_back, difference))
        self.put_back_buttons.append(button)
        return _beside(told, button)

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self._stack.addWidget(part)

    def _clear(self) -> None:
        for part in self._parts:
            self._stack.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.put_back_buttons, self.told = [], [], []


def _found(preparing: Preparing) -> tuple[Difference, ...]:
    return differences(preparing.issued, preparing.programme, preparing.variant)


def _beside(told: QWidget, action: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2 * GRID_PX)
    layout.addWidget(told, 1)
    layout.addWidget(action, 0, Qt.AlignmentFlag.AlignTop)
    return row
