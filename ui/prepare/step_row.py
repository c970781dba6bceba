"""One step in the table of the run sheet: its number, when it begins, and its title and minutes to change in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facilitator.core.programme import Activity
from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.prepare.planned_steps import PlannedStep
from ui.prepare.preparing import Preparing
from ui.prepare.step_detail import StepDetail
from ui.prepare.typed import TypedFigure, TypedLine
from ui.widgets.text import push_button, text_label

NUMBER_LETTERS, CLOCK_LETTERS, WHO_LETTERS = 5, 7, 16
WHO_FROM_LETTERS = 78  # narrower than this, who leads the step is told in its detail alone
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class StepRow(QWidget):
    """A row that unfolds: the button at its end shows what is asked in the step and what can be done with it.

    Alt+Up and Alt+Down move the step, Up and Down in the title go to the step before or after (`neighbour_wanted`).
    """

    titled = Signal(str)
    timed = Signal(object)
    move_wanted = Signal(int)
    neighbour_wanted = Signal(int)
    unfolded = Signal()

    def __init__(self, words: Translator, preparing: Preparing) -> None:
        super().__init__()
        self._words = words
        self._number, self._begins, self._who = (text_label(role="muted", wraps=False) for _ in range(3))
        self.title = TypedLine("", preparing)
        self.minutes = TypedFigure("", preparing, unknown="?", widest="999", words=words)
        self.more = push_button("", "quiet")
        self.detail = StepDetail(words, preparing)
        self.detail.hide()
        self._lay_out()
        self._connect()
        self._fit()

    @property
    def is_unfolded(self) -> bool:
        """Whether all of the step is shown."""
        return not self.detail.isHidden()

    def show_step(self, planned: PlannedStep, issued: Activity | None) -> None:
        """Show a step as it stands; what is being typed stays."""
        words, step = self._words, planned.step
        self._number.setText(planned.number)
        self._begins.setText(planned.begins)
        self._who.setText(self._who.fontMetrics().elidedText(step.who, Qt.TextElideMode.ElideRight, self._who.width()))
        self._who.setToolTip(step.who)
        self.title.show_text(step.title.text)
        self.minutes.show_figure(step.minutes)
        self.title.setAccessibleName(words(say("Title of the step at {time}", time=planned.begins)))
        self.minutes.setAccessibleName(words(say("Minutes of {step}", step=planned.name)))
        self._name = planned.name
        self._name_more()
        self.detail.show_step(planned, issued)

    def unfold(self, *, wanted: bool) -> None:
        """Show all of the step, or its row alone."""
        if not wanted and self.detail.isAncestorOf(self.focusWidget() or self):
            self.more.setFocus()
        self.detail.setVisible(wanted)
        self._name_more()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the neighbouring step by the arrow keys."""
        direction = _ARROWS.get(Qt.Key(event.key()))
        if direction is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif self.title.hasFocus() or self.more.hasFocus():
            self.neighbour_wanted.emit(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell who leads the step where there is room for it."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the columns as wide as their letters need."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def fields(self) -> Sequence[QWidget]:
        """Return what Tab goes through, in order."""
        detail = self.detail
        return (
            self.title, self.minutes, self.more, detail.issued_title.button, detail.issued_minutes.button,
            detail.prompts, detail.issued_prompts.button, detail.up, detail.down, detail.add,
            detail.leave_out.button, detail.leave_out.keep, detail.leave_out.sure,
        )  # fmt: skip

    def _name_more(self) -> None:
        is_unfolded = self.is_unfolded
        self.more.setText(self._words(say("Less") if is_unfolded else say("More")))
        told = say("Less of {step}", step=self._name) if is_unfolded else say("More of {step}", step=self._name)
        self.more.setAccessibleName(self._words(told))

    def _fit(self) -> None:
        left = fit_columns(self, self._number, self._begins, self._who)
        self.detail.setContentsMargins(left, 0, 0, 0)
        widths = [_width_with(self.more, self._words(text)) for text in (say("More"), say("Less"))]
        self.more.setFixedWidth(max(widths))

    def _lay_out(self) -> None:
        self._name = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        parts: tuple[QWidget, ...] = (self._number, self._begins, self.title, self.minutes, self._who, self.more)
        for part in parts:
            row.addWidget(part, 1 if part is self.title else 0)
        layout.addLayout(row)
        layout.addWidget(self.detail)

    def _connect(self) -> None:
        self.title.ended.connect(self.titled)
        self.detail.titled.connect(self.titled)
        self.minutes.ended.connect(self.timed)
        self.detail.timed.connect(self.timed.emit)
        self.detail.move_wanted.connect(self.move_wanted)
        self.more.clicked.connect(self.unfolded)
        for key, places in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda places=places: self.move_wanted.emit(places))


def _width_with(button: QPushButton, text: str) -> int:
    more = text_width(button, text) - text_width(button, button.text())
    return button.sizeHint().width() + more


def text_width(widget: QWidget, text: str) -> int:
    """Return how wide a text is in the letters of a widget."""
    widget.ensurePolished()
    return widget.fontMetrics().horizontalAdvance(text)


def fit_columns(row: QWidget, number: QLabel, begins: QLabel, who: QLabel) -> int:
    """Give the columns of a row the width that their letters need, and return where the title begins.

    Who leads the step gives way first where the row is narrow.
    """
    letter = row.fontMetrics().averageCharWidth()
    number.setFixedWidth(NUMBER_LETTERS * letter)
    begins.setFixedWidth(CLOCK_LETTERS * letter)
    who.setFixedWidth(WHO_LETTERS * letter)
    who.setVisible(row.width() >= WHO_FROM_LETTERS * letter)
    return (NUMBER_LETTERS + CLOCK_LETTERS) * letter + 2 * GRID_PX
