"""The first page: start an event, or open one that somebody gave you."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from facilitator.conduct.event import create_event, open_event
from facilitator.conduct.starting import EventDetails
from facilitator.look import GRID_PX
from facilitator.programme.reading import ProgrammeFile
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.widgets.banner import Banner
from ui.widgets.fields import Chooser, FigureField
from ui.widgets.text import breakable, card, push_button, text_label

SUFFIX = ".event"


class StartPage(QWidget):
    """Gives an open event by `event_opened`; says in a sentence what stands in the way of one."""

    event_opened = Signal(object)

    def __init__(
        self,
        words: Translator,
        programme: ProgrammeFile,
        *,
        today: date,
        folder: Path,
        choose_folder: Callable[[Path], Path | None] | None = None,
        choose_file: Callable[[Path], Path | None] | None = None,
    ) -> None:
        super().__init__()
        self._words, self._programme, self._folder = words, programme, folder
        self._choose_folder = choose_folder or self._ask_folder
        self._choose_file = choose_file or self._ask_file
        self.banner = Banner(words)
        self._make_fields(today)
        self._lay_out()
        self._connect()
        self._show_path()

    @property
    def path(self) -> Path:
        """Where the event file will be."""
        kept = "".join(letter if letter.isalnum() or letter in " -" else " " for letter in self.title.text())
        name = " ".join(kept.split())[:60].strip() or self._words(say("Event"))
        return self._folder / f"{name} {self._held_on()}{SUFFIX}"

    def start_event(self) -> None:
        """Make the event file and open it."""
        details = EventDetails(
            title=self.title.text().strip(), held_on=self._held_on(), place=self.place.text().strip(),
            tables=self.tables.figure, variant=str(self.length.currentData()),
            language=self._programme.programme.language,
        )  # fmt: skip
        with self.banner.telling():
            self.event_opened.emit(create_event(self.path, self._programme, details))

    def open_file(self, path: Path) -> None:
        """Open an event file."""
        with self.banner.telling():
            self.event_opened.emit(open_event(path))

    def _make_fields(self, today: date) -> None:
        words = self._words
        programme = self._programme.programme
        self.title = QLineEdit(programme.title.text)
        self.title.setAccessibleName(words(say("Name of the event")))
        self.place = QLineEdit()
        self.place.setAccessibleName(words(say("Place")))
        self.place.setPlaceholderText(words(say("such as Village hall, Riverside")))
        self.date = QDateEdit(QDate(today.year, today.month, today.day))
        self.date.setAccessibleName(words(say("Date")))
        self.date.setDisplayFormat("d MMMM yyyy")
        self.date.lineEdit().setTextMargins(GRID_PX, 0, 0, 0)
        self.weekday = text_label(role="muted")
        self.tables = FigureField(words(say("Tables")), unknown=words(say("not known yet")))
        self.length = Chooser(words(say("Length")))
        for variant in programme.variants:
            name = say("{title}, {minutes} minutes", title=variant.title.text, minutes=variant.minutes)
            self.length.addItem(words(name), variant.key)
        self.file = text_label(role="muted")
        self.folder_button = push_button(words(say("Choose another folder")), "quiet")
        self.start_button = push_button(words(say("Start my event")), "next")
        self.open_button = push_button(words(say("Open a file I was given")))

    def _connect(self) -> None:
        self.title.textChanged.connect(self._show_path)
        self.date.dateChanged.connect(self._show_path)
        self.folder_button.clicked.connect(self._on_folder)
        self.start_button.clicked.connect(self.start_event)
        self.open_button.clicked.connect(self._on_open)
        for field in (self.title, self.place):
            # Enter goes on to the next field: an event is started by its button alone, never by accident.
            field.returnPressed.connect(self.focusNextChild)
        self.tables.entered.connect(self.focusNextChild)

    def _on_folder(self) -> None:
        if (folder := self._choose_folder(self._folder)) is not None:
            self._folder = folder
            self._show_path()

    def _on_open(self) -> None:
        if (path := self._choose_file(self._folder)) is not None:
            self.open_file(path)

    def _held_on(self) -> str:
        return str(self.date.date().toString(Qt.DateFormat.ISODate))

    def _show_path(self) -> None:
        self.weekday.setText(self.locale().toString(self.date.date(), "dddd"))
        kept = say("Saved as {file} in {folder}", file=self.path.name, folder=breakable(str(self._folder)))
        self.file.setText(self._words(kept))

    def _ask_folder(self, folder: Path) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self, self._words(say("Where to keep the event file")), str(folder))
        return Path(chosen) if chosen else None

    def _ask_file(self, folder: Path) -> Path | None:
        kinds = self._words(say("Event files")) + f" (*{SUFFIX});;" + self._words(say("All files")) + " (*)"
        chosen, _ = QFileDialog.getOpenFileName(self, self._words(say("Open an event file")), str(folder), kinds)
        return Path(chosen) if chosen else None

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID_PX, 4 * GRID_PX, 4 * GRID_PX, 4 * GRID_PX)
        layout.setSpacing(2 * GRID_PX)
        layout.addWidget(text_label("Facilitator", "display"))
        line = say("Run a conversation about health and care in one room, and keep what people said in one file.")
        layout.addWidget(text_label(self._words(line), "muted"))
        layout.addWidget(self.banner)
        layout.addWidget(self._new_event())
        layout.addWidget(self._given_file())
        layout.addStretch(1)

    def _new_event(self) -> QWidget:
        frame, layout = card()
        layout.setContentsMargins(3 * GRID_PX, 2 * GRID_PX, 3 * GRID_PX, 3 * GRID_PX)
        layout.addWidget(text_label(self._words(say("A new event")), "heading"))
        layout.addSpacing(GRID_PX)
        grid = QGridLayout()
        grid.setVerticalSpacing(GRID_PX)
        grid.setHorizontalSpacing(2 * GRID_PX)
        for row, (name, field, after) in enumerate(self._rows()):
            label = text_label(self._words(name), wraps=False)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            if after is None and not isinstance(field, FigureField):
                grid.addWidget(field, row, 1, 1, 2)
            else:
                grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft)
            if after is not None:
                grid.addWidget(after, row, 2)
        grid.setColumnStretch(2, 1)
        layout.addLayout(grid)
        layout.addSpacing(GRID_PX)
        where = QHBoxLayout()
        where.addWidget(self.file, 1)
        where.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(where)
        layout.addWidget(self.start_button)
        return frame

    def _rows(self) -> tuple[tuple[Message, QWidget, QWidget | None], ...]:
        return (
            (say("Name"), self.title, None),
            (say("Place"), self.place, None),
            (say("Date"), self.date, self.weekday),
            (say("Tables"), self.tables, None),
            (say("Length"), self.length, None),
        )

    def _given_file(self) -> QWidget:
        frame, layout = card()
        layout.setContentsMargins(3 * GRID_PX, 2 * GRID_PX, 3 * GRID_PX, 2 * GRID_PX)
        row = QHBoxLayout()
        told = say("Somebody prepared the event, or it was begun before.")
        row.addWidget(text_label(self._words(told)), 1)
        row.addWidget(self.open_button)
        layout.addLayout(row)
        return frame
