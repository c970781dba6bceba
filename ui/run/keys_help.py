"""The keys of the operator's window on one page, for F1."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.run.tools import ToolWindow
from ui.widgets.text import push_button, text_label

WIDTH_PX = 720
KEYS: tuple[tuple[Message, Message], ...] = (
    (say("Space, Page Down"), say("Do the one next action: open, close, show, go on")),
    (say("Page Up"), say("Show the room again what it saw before; once more for what is now")),
    (say("B, full stop"), say("Make the room screen blank, and show it again")),
    (say("P"), say("Stop all clocks; Space lets them go on")),
    (say("Ctrl+Z"), say("Take the last step back, where that is safe")),
    (say("N"), say("Write a note; Enter saves it, Shift+Enter starts a line, Esc goes back to the next action")),
    (say("F2 to F12"), say("The kind of the note, while you write it")),
    (say("Ctrl+1 to Ctrl+6"), say("How strong the note is, exact words, minority view")),
    (say("Ctrl+R"), say("Put a mark in the note where it may tell who somebody is")),
    (say("Ctrl+F"), say("Find a note")),
    (say("F"), say("Type paper forms in; then every letter and figure is an answer, until Esc")),
    (say("A, C, L"), say("Adopt a statement, adopt it with changes, leave it out")),
    (say("1, 2, 3"), say("Choose how a tie is settled")),
    (say("Y, C"), say("The room says yes to a main point, or changes it")),
    (say("K, C, R, N"), say("While you read before publishing: keep, change, remove, not now")),
    (say("M"), say("Write a message on the room screen, such as “Back at 11:50”; M takes it away again")),
    (say("W"), say("Change the screens over, where the room sees the wrong one")),
    (say("G"), say("Help for a person: who to call, what to say")),
    (say("X"), say("A vote for one person who needs help with it")),
    (say("E, V"), say("Prepare the event; check the venue")),
    (say("Ctrl+plus, Ctrl+minus, Ctrl+0"), say("Larger text, smaller text, the usual size")),
    (say("Ctrl+Shift+L"), say("Other colours: as this computer has them, light, dark, high contrast")),
    (say("F11, Esc"), say("On the room screen: fill the screen, leave it")),
)


class KeysHelp(ToolWindow):
    """A window of its own that never stops the work; Escape closes it."""

    def __init__(self, words: Translator) -> None:
        super().__init__(words(say("Keys")))
        self.close_button = push_button(words(say("Close this page")))
        self.close_button.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID_PX, 2 * GRID_PX, 3 * GRID_PX, 2 * GRID_PX)
        layout.setSpacing(2 * GRID_PX)
        layout.addWidget(text_label(words(say("Keys")), "title"))
        told = say("Space, letters and figures do this only while you type nowhere.")
        layout.addWidget(text_label(words(told), "muted"))
        layout.addLayout(_table(words))
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.resize(WIDTH_PX, layout.heightForWidth(WIDTH_PX))


def _table(words: Translator) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(3 * GRID_PX)
    grid.setVerticalSpacing(GRID_PX)
    for row, (keys, does) in enumerate(KEYS):
        grid.addWidget(text_label(words(keys), "strong", wraps=False), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text_label(words(does)), row, 1, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(1, 1)
    return grid
