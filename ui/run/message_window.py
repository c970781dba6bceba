"""The window for a message on the room screen, and for the organiser's logo; what is typed here is kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.room_screen.cover_words import MOST_LETTERS
from ui.room_screen.logo_file import LogoFile
from ui.run.desk import Desk
from ui.run.message_words import READY, back_at, likely_back_at, typed_time
from ui.run.tools import ToolWindow
from ui.widgets.banner import Banner
from ui.widgets.text import hairline, push_button, text_label

WIDTH_LETTERS = 76
LARGEST_SHARE = 0.85  # of the screen's height
LOGO_PX = QSize(160, 64)
TIME_LETTERS = 7


class MessageWindow(ToolWindow):
    """Shows a message to the room and closes; `choose_picture` asks a person for the file of the logo."""

    def __init__(
        self, desk: Desk, words: Translator, logo: LogoFile, choose_picture: Callable[[str], Path | None]
    ) -> None:
        super().__init__(words(say("Message on the room screen")))
        self._desk, self._words, self._logo, self._choose_picture = desk, words, logo, choose_picture
        self.banner = Banner(words)
        self.time = QLineEdit()
        self.back = push_button(words(say("Show it")))
        self.own = QLineEdit()
        self.show_own = push_button(words(say("Show them")))
        self.ready = [push_button(words(told)) for told in READY]
        self._left = text_label(role="muted")
        self.choose_logo = push_button(words(say("Choose the picture")))
        self.forget_logo = push_button(words(say("Use no logo")), "quiet")
        self._logo_picture = QLabel()
        self._name_fields()
        self._lay_out()
        self._connect()
        self._show_logo()
        self._on_typed()

    def sizeHint(self) -> QSize:
        """As high as its words need, and no higher than most of the screen; the rest is scrolled to."""
        width = self.fontMetrics().averageCharWidth() * WIDTH_LETTERS
        highest = round(self.screen().availableGeometry().height() * LARGEST_SHARE)
        return QSize(width, min(highest, self._page.heightForWidth(width)))

    def show_event(self) -> None:
        """Offer the time at which it is likely to go on, unless somebody types one."""
        if not self.time.isModified():
            self.time.setText(likely_back_at(self._desk.times.now, self._desk.break_ends_at))
        if not self.isVisible():
            self.banner.hide()
            self.own.setText("")  # which an undo cannot bring back, unlike `clear`
            self.time.setFocus()
            self.time.selectAll()

    def _say(self, told: Message | str) -> None:
        text = told if isinstance(told, str) else self._words(told)
        self._desk.say_to_the_room(text)
        self.time.setModified(False)
        self.own.setText("")
        self.close()

    def _on_back(self) -> None:
        with self.banner.telling():
            self._say(back_at(typed_time(self.time.text())))

    def _on_own(self) -> None:
        with self.banner.telling():
            self._say(self.own.text())

    def _on_typed(self) -> None:
        left = MOST_LETTERS - len(self.own.text())
        self._left.setText(self._words(say("{left} letters left", left=left)))

    def _on_logo_wanted(self) -> None:
        path = self._choose_picture(self._words(say("Choose the picture of the logo")))
        if path is None:
            return
        with self.banner.telling():
            picture = self._logo.choose(path)
            self._desk.use_logo(picture)
            self._logo.keep(picture)
        self._show_logo()
        self.resize(self.sizeHint())

    def _on_logo_unwanted(self) -> None:
        self._desk.use_logo(None)
        with self.banner.telling():
            self._logo.forget()
        self._show_logo()
        self.choose_logo.setFocus()

    def _show_logo(self) -> None:
        logo = self._desk.logo
        self.forget_logo.setVisible(logo is not None)
        self._logo_picture.setVisible(logo is not None)
        if logo is None:
            return
        picture = QPixmap()
        picture.loadFromData(logo.png)
        fitted = picture.scaled(
            LOGO_PX * self.devicePixelRatioF(), Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )  # fmt: skip
        fitted.setDevicePixelRatio(self.devicePixelRatioF())
        self._logo_picture.setPixmap(fitted)

    def _name_fields(self) -> None:
        self.time.setAccessibleName(self._words(say("When it goes on")))
        self.time.setMaximumWidth(self.fontMetrics().averageCharWidth() * 2 * TIME_LETTERS)
        self.own.setAccessibleName(self._words(say("Your own words for the room")))
        self.own.setMaxLength(MOST_LETTERS)
        self.back.setAccessibleName(self._words(say("Show when it goes on")))
        self.show_own.setAccessibleName(self._words(say("Show your own words to the room")))
        self._logo_picture.setAccessibleName(self._words(say("The logo that is used")))

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.time.returnPressed.connect(self._on_back)
        for button, told in zip(self.ready, READY, strict=True):
            button.clicked.connect(lambda _checked=False, told=told: self._say(told))
        self.own.textChanged.connect(self._on_typed)
        self.own.returnPressed.connect(self._on_own)
        self.show_own.clicked.connect(self._on_own)
        self.choose_logo.clicked.connect(self._on_logo_wanted)
        self.forget_logo.clicked.connect(self._on_logo_unwanted)

    def _lay_out(self) -> None:
        words = self._words
        self._page = QWidget()
        self._page.setProperty("role", "ground")
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(3 * GRID_PX, 2 * GRID_PX, 3 * GRID_PX, 2 * GRID_PX)
        layout.setSpacing(GRID_PX)
        layout.addWidget(text_label(words(say("Message on the room screen")), "title"))
        told = say("It covers what the room sees. M or Space takes it off again; it is kept nowhere.")
        layout.addWidget(text_label(words(told), "muted"))
        layout.addWidget(self.banner)
        layout.addLayout(self._messages())
        layout.addWidget(hairline())
        layout.addLayout(self._logo_row())
        layout.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(self._page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled)

    def _messages(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(GRID_PX)
        row = QHBoxLayout()
        row.addWidget(text_label(self._words(say("Back at")), "strong", wraps=False))
        row.addWidget(self.time)
        row.addWidget(self.back)
        row.addStretch(1)
        grid.addLayout(row, 0, 0, 1, 2)
        for place, button in enumerate(self.ready):
            grid.addWidget(button, 1 + place, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        below = len(self.ready) + 1
        grid.addWidget(text_label(self._words(say("Your own words")), "strong"), below, 0, 1, 2)
        grid.addWidget(self.own, below + 1, 0)
        grid.addWidget(self.show_own, below + 1, 1)
        grid.addWidget(self._left, below + 2, 0)
        grid.setColumnStretch(0, 1)
        return grid

    def _logo_row(self) -> QVBoxLayout:
        words, column = self._words, QVBoxLayout()
        column.addWidget(text_label(words(say("Logo")), "heading"))
        told = say("A PNG or JPG file. It stands on the welcome screen, and alone where you press Logo.")
        column.addWidget(text_label(words(told), "muted"))
        row = QHBoxLayout()
        row.addWidget(self._logo_picture)
        row.addWidget(self.choose_logo)
        row.addWidget(self.forget_logo)
        row.addStretch(1)
        column.addLayout(row)
        return column
