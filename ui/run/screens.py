"""The screens of an event: the projector, what covers the room screen, and how both are told beside the controls."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from facilitator.words.message import Message
from facilitator.words.translator import Translator
from ui.room_screen.kinds import Logo
from ui.room_screen.logo_file import LogoFile
from ui.room_screen.projector import Projector
from ui.room_screen.screen_memory import ScreenMemory
from ui.run.message_window import MessageWindow

if TYPE_CHECKING:
    from ui.run.operator_window import OperatorWindow

PICTURES = "*.png *.jpg *.jpeg"


class Screens(QObject):
    """Joins the operator's window, the room screen and its card; `own_folder` keeps the names of screens and the logo.

    Without a folder both last for this session alone.
    """

    def __init__(self, window: OperatorWindow, words: Translator, own_folder: Path | None) -> None:
        super().__init__(window)
        self._desk, self._room, self._card, self._words = window.desk, window.room, window.room_card, words
        self._banner = window.now.banner
        self._said = ""  # what was last told of the screens: it is replaced, and nothing else is
        self._logo = LogoFile(own_folder / "logo.png" if own_folder is not None else None)
        self.choose_picture: Callable[[str], Path | None] = self._ask_for_picture
        memory = ScreenMemory(own_folder / "screens.json" if own_folder is not None else None)
        self.projector = Projector(window.room, window, memory)
        self.messages: MessageWindow | None = None
        self._desk.use_logo(self._logo.read())
        self._connect()
        self._show_where()

    def begin(self) -> None:
        """Show the room screen where a second screen is; call it once the operator's window is shown."""
        self.projector.begin(by_itself=not self._desk.open_event.is_rehearsal)

    def swap(self) -> None:
        """Change the two windows over: the screens are the wrong way round."""
        self.projector.swap()

    def message(self) -> None:
        """Take the message off the room screen, or open the window to choose one."""
        if self._desk.message:
            self._desk.uncover()
            return
        if self.messages is None:
            self.messages = MessageWindow(self._desk, self._words, self._logo, lambda asked: self.choose_picture(asked))
        self.messages.show_event()
        self.messages.resize(self.messages.sizeHint())
        self.messages.show()
        self.messages.raise_()
        self.messages.activateWindow()

    def close(self) -> None:
        """Close what was opened."""
        if self.messages is not None:
            self.messages.close()

    def _on_logo_asked(self) -> None:
        with self._banner.telling():
            self._desk.show_logo()

    def _on_told(self, what: Message, advice: Message) -> None:
        """Tell it, and in place of where the screens were before; anything else the operator was told stays."""
        if self._banner.sentence in ("", self._said) or self._banner.warns:
            self._banner.tell(what, self._words(advice))
            self._said = self._banner.sentence

    def _on_warned(self, what: Message, advice: Message) -> None:
        self._banner.warn(what, advice)

    def _show_where(self) -> None:
        self._card.say_whether_open(is_open=self._room.isVisible())
        self._card.say_where(self.projector.where, warns=self.projector.is_missed)

    def _show_covers(self) -> None:
        self._card.show_covers(message=bool(self._desk.message), logo=isinstance(self._desk.cover, Logo))

    def _connect(self) -> None:
        self.projector.told.connect(self._on_told)
        self.projector.warned.connect(self._on_warned)
        self.projector.changed.connect(self._show_where)
        self._desk.changed.connect(self._show_covers)
        self._card.asked_for_window.connect(self.projector.open_or_close)
        self._card.message_asked.connect(self.message)
        self._card.logo_asked.connect(self._on_logo_asked)
        self._card.swap_asked.connect(self.swap)

    def _ask_for_picture(self, asked: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self.messages, asked, "", PICTURES)
        return Path(chosen) if chosen else None
