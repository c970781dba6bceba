"""What the programme says where the organiser says something else, and the way back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.widgets.text import push_button, text_label


class IssuedLine(QWidget):
    """Stands below a field while its words differ from the programme's; `put_back` says that those are wanted again."""

    put_back = Signal(str)

    def __init__(self, words: Translator, name: str) -> None:
        super().__init__()
        self._words, self._name, self._issued = words, name, ""
        self._told = text_label(role="small")
        self.button = push_button(words(say("Put it back")), "quiet")
        self.button.clicked.connect(lambda: self.put_back.emit(self._issued))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._told, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.show_issued(None, "")

    @property
    def told(self) -> str:
        """What it says of the programme; empty while nothing differs."""
        return "" if self.isHidden() else self._told.text()

    def rename(self, name: str) -> None:
        """Speak of the field by another name."""
        self._name = name
        self._say()

    def allow_putting_back(self, *, wanted: bool) -> None:
        """Offer the way back, or only tell what the programme says."""
        self.button.setVisible(wanted)

    def show_issued(self, issued: str | None, now: str) -> None:
        """Show what was issued where it is not what stands `now`; None: the programme has no such thing."""
        self._issued = issued or ""
        self._told.setText(self._words(say("In the programme: {text}", text=self._issued)))
        self._say()
        self.setVisible(issued is not None and issued != now)

    def _say(self) -> None:
        self.button.setAccessibleName(self._words(say("Put back, {name}", name=self._name)))
        self.button.setAccessibleDescription(self._told.text())
