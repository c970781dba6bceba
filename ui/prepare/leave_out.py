"""Leaving something out of the event: at once, or where a must-have goes with it, after it said so and asked again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.widgets.flow import Flow
from ui.widgets.text import push_button, text_label


class LeaveOut(QWidget):
    """`wanted` says that it is to be left out. Its `button` stands where its owner puts it, this below.

    With `tells_before` the caution stands there all the time, and not only once the button was pressed.
    """

    wanted = Signal()

    def __init__(self, words: Translator, asks: Message, *, tells_before: bool = True) -> None:
        super().__init__()
        self._words, self._tells_before, self._asks_again = words, tells_before, False
        self._caution, self._lost = text_label(role="warning"), text_label(role="muted")
        self.button = push_button(words(asks), "quiet")
        self.sure = push_button(words(say("Leave it out all the same")))
        self.keep = push_button(words(say("Keep it")))
        self._asked = Flow([self.keep, self.sure], gap_px=GRID_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        for part in (self._caution, self._lost, self._asked):
            layout.addWidget(part)
        self.button.clicked.connect(self._on_asked)
        self.sure.clicked.connect(self._on_sure)
        self.keep.clicked.connect(self._on_kept)
        self.show_caution(None)

    @property
    def caution(self) -> str:
        """What is said to be lost; empty where nothing is."""
        return self._caution.text()

    @property
    def lost(self) -> str:
        """The wordings that are lost, one a line."""
        return self._lost.text()

    def show_caution(self, caution: Message | None, lost: tuple[str, ...] = ()) -> None:
        """Say what goes with it, and the wordings that are lost; None where nothing is."""
        self._caution.setText(f"⚠  {self._words(caution)}" if caution is not None else "")
        self._lost.setText("\n".join(f"–  {text}" for text in lost))
        self._asks_again = self._asks_again and caution is not None
        self._show()

    def name_after(self, what: str) -> None:
        """Let the buttons say what it is that they leave out or keep."""
        for button in (self.button, self.sure, self.keep):
            button.setAccessibleName(f"{button.text()}, {what}")

    def _on_asked(self) -> None:
        if not self.caution:
            self.wanted.emit()
            return
        self._asks_again = True
        self._show()
        self.keep.setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.keep, f"{self.caution} {self.lost}"))

    def _on_sure(self) -> None:
        self._asks_again = False
        self.wanted.emit()

    def _on_kept(self) -> None:
        self.button.setEnabled(True)
        self.button.setFocus()
        self._asks_again = False
        self._show()

    def _show(self) -> None:
        tells = bool(self.caution) and (self._asks_again or self._tells_before)
        self._caution.setVisible(tells)
        self._lost.setVisible(tells and bool(self.lost))
        self._asked.setVisible(self._asks_again)
        self.button.setEnabled(not self._asks_again)
        self.setVisible(tells or self._asks_again)
