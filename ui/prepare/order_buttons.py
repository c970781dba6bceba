"""Two buttons that move something up or down in its list, beside Alt+Up and Alt+Down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.widgets.text import push_button


class OrderButtons(QWidget):
    """`move_wanted` says how many places: -1 is up. The keys work anywhere inside `row`."""

    move_wanted = Signal(int)

    def __init__(self, words: Translator, row: QWidget) -> None:
        super().__init__()
        self.up = push_button(words(say("Up")), "quiet")
        self.down = push_button(words(say("Down")), "quiet")
        self.up.setToolTip(words(say("Alt+Up")))
        self.down.setToolTip(words(say("Alt+Down")))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for button, places, key in ((self.up, -1, "Alt+Up"), (self.down, 1, "Alt+Down")):
            layout.addWidget(button)
            button.clicked.connect(lambda *, places=places: self.move_wanted.emit(places))
            shortcut = QShortcut(QKeySequence(key), row, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda places=places: self._on_key(places))

    def name_after(self, what: str) -> None:
        """Let the buttons say what it is that they move."""
        for button in (self.up, self.down):
            button.setAccessibleName(f"{button.text()}, {what}")

    def allow(self, *, up: bool, down: bool) -> None:
        """Say which way it can go."""
        self.up.setEnabled(up)
        self.down.setEnabled(down)

    def _on_key(self, places: int) -> None:
        if not self.isHidden():
            self.move_wanted.emit(places)
