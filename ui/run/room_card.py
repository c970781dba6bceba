"""What the room sees and what it will see next, as small pictures, with what may cover it; and the counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.room_screen.canvas import RoomCanvas
from ui.room_screen.scene import Scene
from ui.run.thumbnail import NextThumbnail, RoomThumbnail
from ui.widgets.elided import ElidedLabel
from ui.widgets.flow import Flow
from ui.widgets.text import push_button, set_role, text_label

LIVE_SHARE, NEXT_SHARE = 13, 7


class RoomCard(QFrame):
    """The small pictures, the button that opens the room screen, what may be put over it, and the counts."""

    asked_for_window = Signal()
    message_asked = Signal()
    logo_asked = Signal()
    swap_asked = Signal()

    def __init__(self, words: Translator, canvas: RoomCanvas) -> None:
        super().__init__()
        self._words, self._canvas = words, canvas
        self._title = text_label(words(say("Room screen")), "heading")
        self.where = text_label(words(say("Not shown to the room")), "muted")
        self.open_button = push_button("", "quiet")
        self.message_button = push_button(words(say("Message (M)")), "quiet")
        self.logo_button = push_button(words(say("Logo")), "quiet")
        self.swap_button = push_button(words(say("Swap screens (W)")), "quiet")
        self.picture = RoomThumbnail(words, canvas)
        self.next_picture = NextThumbnail(words, canvas)
        self.next_told = ElidedLabel("small")
        self.unshown = text_label(role="warning")
        self._counts = text_label(role="muted")
        self._connect()
        self.say_whether_open(is_open=False)
        self.show_covers(message=False, logo=False)
        self.show_next(None)
        self._lay_out()

    def say_whether_open(self, *, is_open: bool) -> None:
        """Name the button after what it does now."""
        self.open_button.setText(self._words(say("Close the window") if is_open else say("Open the window")))
        name = (
            say("Close the window of the room screen")
            if is_open
            else say("Open the room screen in a window of its own")
        )
        self.open_button.setAccessibleName(self._words(name))

    def say_where(self, where: Message, *, warns: bool = False) -> None:
        """Say where the room screen is; `warns` where it ought to be on a projector that is gone."""
        set_role(self.where, "warning" if warns else "muted")
        self.where.setText(("⚠  " if warns else "") + self._words(where))

    def _say_what_cannot_be_shown(self) -> None:
        """Say which letters the room screen has no shapes for on this computer, so that somebody reads them out."""
        letters = self._canvas.unshown
        told = say(
            "⚠  The room cannot read this: the computer has no letters for “{letters}”. Read it out.", letters=letters
        )
        self.unshown.setText(self._words(told) if letters else "")
        self.unshown.setVisible(bool(letters))

    def show_covers(self, *, message: bool, logo: bool) -> None:
        """Name the buttons after what they do while the room sees a message, or the logo."""
        self.message_button.setText(self._words(say("Take it off (M)") if message else say("Message (M)")))
        told = say("Take the message off the room screen") if message else say("Message on the room screen")
        self.message_button.setAccessibleName(self._words(told))
        self.logo_button.setText(self._words(say("Logo off") if logo else say("Logo")))
        told = say("Take the logo off the room screen") if logo else say("Show the logo on the room screen")
        self.logo_button.setAccessibleName(self._words(told))

    def show_next(self, scene: Scene | None) -> None:
        """Show what the room will see after the one next action; None where that is not known."""
        self.next_picture.show_scene(scene)
        self.next_told.setText(self.next_picture.told)

    def show_counts(self, counts: Sequence[Message]) -> None:
        """Show the counts in one line."""
        self._counts.setText("  ·  ".join(self._words(count) for count in counts))

    def _connect(self) -> None:
        self._canvas.scene_changed.connect(self._say_what_cannot_be_shown)
        self._say_what_cannot_be_shown()
        self.open_button.clicked.connect(self.asked_for_window)
        self.message_button.clicked.connect(self.message_asked)
        self.logo_button.clicked.connect(self.logo_asked)
        self.swap_button.clicked.connect(self.swap_asked)
        self.swap_button.setAccessibleName(self._words(say("Swap the screens of the room and of this window")))

    def _lay_out(self) -> None:
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        layout.setSpacing(GRID_PX // 2)
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self.open_button)
        layout.addLayout(row)
        layout.addWidget(self.where)
        layout.addLayout(self._pictures())
        layout.addWidget(self.unshown)
        layout.addWidget(Flow([self.message_button, self.logo_button, self.swap_button], gap_px=0))
        layout.addWidget(self._counts)

    def _pictures(self) -> QHBoxLayout:
        beside = QVBoxLayout()
        beside.setSpacing(2)
        beside.addWidget(text_label(self._words(say("Next")), "small"))
        beside.addWidget(self.next_picture)
        beside.addWidget(self.next_told)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(GRID_PX + 4)
        row.addWidget(self.picture, LIVE_SHARE, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, NEXT_SHARE)
        return row
