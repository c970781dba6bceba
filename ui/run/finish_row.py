"""One step of the finish: a sign, its name, how far it is, a line about it, and what else can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.run.finish_steps import PROGRESS_NAMES, Progress
from ui.widgets.text import push_button, set_role, text_label

_SIGNS = {Progress.DONE: "✓", Progress.NEXT: "›", Progress.PUT_OFF: "–", Progress.TO_COME: "·"}
_ROLES = {
    Progress.DONE: "body", Progress.NEXT: "heading", Progress.PUT_OFF: "muted", Progress.TO_COME: "muted",
}  # fmt: skip


class FinishRow(QWidget):
    """Shows a step; its quiet button does what `button` was named for last.

    `elsewhere_wanted`: it could not be written where it belongs, and is to be written into another folder.
    """

    pressed = Signal()
    elsewhere_wanted = Signal()

    def __init__(self, words: Translator, name: Message) -> None:
        super().__init__()
        self._words, self._name = words, name
        self.sign = text_label(role="state", wraps=False)
        self.title = text_label()
        self.detail = text_label(role="small")
        self.button = push_button("", "quiet")
        self.button.clicked.connect(self.pressed)
        self.elsewhere = push_button(words(say("Write it into another folder")))
        self.elsewhere.setAccessibleName(words(say("Write it into another folder: {step}", step=name)))
        self.elsewhere.clicked.connect(self.elsewhere_wanted)
        self.elsewhere.hide()
        self._lay_out()

    def show_progress(self, progress: Progress, detail: Message | None, button: Message | None) -> None:
        """Show how far the step is, a line about it, and what its button does; None leaves one out."""
        words = self._words
        self.sign.setText(_SIGNS[progress])
        self.title.setText(words(say("{step}: {state}", step=self._name, state=PROGRESS_NAMES[progress])))
        set_role(self.title, _ROLES[progress])
        self.tell(detail)
        self.button.setVisible(button is not None)
        if button is not None:
            self.button.setText(words(button))
            self.button.setAccessibleName(words(say("{button}: {step}", button=button, step=self._name)))

    def tell(self, detail: Message | None) -> None:
        """Show another line about the step."""
        self.detail.setText(self._words(detail) if detail is not None else "")
        self.detail.setVisible(detail is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the signs of all rows below each other at any text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        self.sign.setFixedWidth(2 * self.fontMetrics().averageCharWidth())

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID_PX)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.sign, 0, 0)
        grid.addWidget(self.title, 0, 1)
        grid.addWidget(self.button, 0, 2)
        grid.addWidget(self.detail, 1, 1)
        grid.addWidget(self.elsewhere, 2, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)
        self._fit()
