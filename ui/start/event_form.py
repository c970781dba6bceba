"""The form of a new event: four things are asked, everything else has a default that can be changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import count, pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from facilitator.conduct.event import Event, create_event
from facilitator.conduct.starting import EventDetails
from facilitator.core.hidden import fits_a_name
from facilitator.errors import FacilitatorError, Refused
from facilitator.look import GRID_PX, LONGEST_LINE_CHARACTERS
from facilitator.programme.reading import ProgrammeFile, read_programme_file
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.start.date_field import DateField
from ui.start.earlier import EarlierEvent
from ui.start.form_row import FormRow
from ui.start.naming import event_file
from ui.widgets.banner import Banner
from ui.widgets.fields import Chooser, FigureField
from ui.widgets.text import breakable, card, hairline, push_button, text_label

PEOPLE_AT_A_TABLE = 8
MOST_TABLES = 1000


class EventForm(QWidget):
    """Makes an event of what was typed: `event_made`. Says beside the field what stands in the way.

    With an `earlier` event it is filled with what that was, and makes another like it.
    """

    event_made = Signal(object)
    left = Signal()
    open_wanted = Signal(object)

    def __init__(
        self,
        words: Translator,
        programmes: Sequence[ProgrammeFile],
        *,
        today: date,
        folder: Path,
        choose_folder: Callable[[Path], Path | None],
        choose_programme: Callable[[Path], Path | None],
        earlier: EarlierEvent | None = None,
    ) -> None:
        super().__init__()
        self._words, self._folder, self._suggested, self.earlier = words, folder, "", earlier
        self._choose_folder, self._choose_programme = choose_folder, choose_programme
        self.banner = Banner(words)
        self._make_fields(today)
        self._make_quiet_lines()
        self._make_rows()
        for programme in programmes:
            self.programmes.addItem(programme.programme.title.text, programme)
        self._connect()
        self._on_programme_changed()
        if earlier is not None:
            self._fill_like(earlier)
        self._lay_out()
        self._order_by_tab()
        self._limit_width()

    def _make_fields(self, today: date) -> None:
        words = self._words
        self.title = QLineEdit()
        self.title.setAccessibleName(words(say("Name of the event")))
        self.place = QLineEdit()
        self.place.setAccessibleName(words(say("Place")))
        self.place.setPlaceholderText(words(say("such as Village hall, Riverside")))
        self.date = DateField(words(say("Date")), today)
        self.weekday = text_label(role="muted")
        self.tables = FigureField(words(say("Tables")), unknown=words(say("not known yet")), words=words)
        self.back_button = push_button(words(say("← Back")), "quiet")
        self.back_button.setAccessibleName(words(say("Back to the first page")))
        self.start_button = _pressed_by_enter(push_button(words(say("Start my event")), "next"))
        self.open_there_button = _pressed_by_enter(push_button(words(say("Open that event"))))
        self.other_name_button = _pressed_by_enter(push_button(words(say("Use another name"))))

    def _make_quiet_lines(self) -> None:
        words = self._words
        self.length = Chooser(words(say("Length")))
        self.length.hide()
        self.length_line, self.file, self.programme_line = (text_label(role="muted") for _ in range(3))
        self.programmes = Chooser(words(say("Programme")))
        self.length_button = _changing(words, say("Change the length"))
        self.folder_button = _changing(words, say("Change the folder"))
        self.programme_button = _pressed_by_enter(push_button(words(say("Use a programme file I was given")), "quiet"))

    def _make_rows(self) -> None:
        words = self._words
        offers = (self.open_there_button, self.other_name_button)
        self.title_row = FormRow(words, say("Name"), self.title, offers=offers)
        self.place_row = FormRow(words, say("Place"), self.place)
        self.date_row = FormRow(words, say("Date"), self.date, after=self.weekday)
        self.tables_row = FormRow(words, say("Tables"), self.tables, after=QWidget())
        self._rows = (self.title_row, self.place_row, self.date_row, self.tables_row)

    @property
    def path(self) -> Path:
        """Where the event file will be."""
        return self._path_for(self.title.text())

    @property
    def programme(self) -> ProgrammeFile:
        """The programme the event will follow."""
        chosen = self.programmes.currentData()
        assert isinstance(chosen, ProgrammeFile)
        return chosen

    def begin(self) -> None:
        """Put the cursor into the first field, or on the day of an event that is like an earlier one."""
        if self.earlier is not None:
            self.date.setFocus(Qt.FocusReason.TabFocusReason)
            self.date.setSelectedSection(DateField.Section.DaySection)
        else:
            self.title.setFocus(Qt.FocusReason.TabFocusReason)
            self.title.selectAll()
        self._say_what_is_there(announce=False)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the lines as long as people like to read them when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._limit_width()

    def start_event(self) -> None:
        """Make the event file and open it, or say what is in the way and go there."""
        for row in self._rows:
            row.clear()
        if self._is_taken():
            self._say_what_is_there()
            self.open_there_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.tables.is_refused:
            self.tables_row.warn(say("The tables are not a whole number. Type it again, or clear the field."))
            self.tables.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            event = self._made()
        except FacilitatorError as error:
            self._refuse(error)
            return
        self.banner.hide()
        self.event_made.emit(event)

    def use_programme(self, path: Path) -> None:
        """Follow the programme in the file at `path`; one that cannot be used is refused in words."""
        with self.banner.telling():
            given = read_programme_file(path)
            self.programmes.addItem(given.programme.title.text, given)
            self.programmes.setCurrentIndex(self.programmes.count() - 1)

    def _made(self) -> Event:
        if self.earlier is not None:
            return self.earlier.made_again(self.path, self._details())
        return create_event(self.path, self.programme, self._details())

    def _details(self) -> EventDetails:
        title, held_on, tables = self.title.text().strip(), self.date.held_on, self.tables.figure
        place, variant = self.place.text().strip(), str(self.length.currentData())
        if self.earlier is not None:
            return replace(self.earlier.details, title=title, held_on=held_on, place=place, tables=tables)
        return EventDetails(title, held_on, place, tables, variant, language=self.programme.programme.language)

    def _fill_like(self, earlier: EarlierEvent) -> None:
        """Show what the earlier event was; its length and its programme stay."""
        details = earlier.details
        self.title.setText(details.title)
        self.place.setText(details.place)
        self.tables.set_figure(details.tables)
        self.length.choose(details.variant)
        self.length_button.hide()
        self.programme_button.hide()
        self.programme_line.setText(self._words(_what_comes_along(details)))

    def _path_for(self, title: str) -> Path:
        return event_file(self._folder, title, self.date.held_on, nameless=self._words(say("Event")))

    def _refuse(self, error: FacilitatorError) -> None:
        row = self._row_at_fault() if isinstance(error, Refused) else None
        if row is None:
            self.banner.warn(error.message, error.advice)
            return
        self.banner.hide()
        row.warn(say("{what} {advice}", what=error.message, advice=error.advice))
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_at_fault(self) -> FormRow | None:
        title, place = self.title.text(), self.place.text()
        if not title.strip() or not fits_a_name(title.strip()):
            return self.title_row
        if not fits_a_name(place.strip()):
            return self.place_row
        tables = self.tables.figure
        return self.tables_row if tables is not None and not 0 < tables <= MOST_TABLES else None

    def _is_taken(self) -> bool:
        try:
            return self.path.exists()
        except OSError:
            return False  # making it will say what is the matter

    def _say_what_is_there(self, *, announce: bool = True) -> None:
        if not self._is_taken():
            return
        there = say("There is already a file called {file}.", file=self.path.name)
        self.title_row.warn(there, offers=True, announce=announce)
        other = say("Use the name “{name}”", name=self._free_title())
        self.other_name_button.setText(self._words(other))

    def _free_title(self) -> str:
        title = self.title.text().strip() or self._words(say("Event"))
        names = (f"{title} {number}" for number in count(2))
        return next(name for name in names if not self._path_for(name).exists())

    def _on_other_name(self) -> None:
        self.title.setText(self._free_title())
        self.title_row.clear()
        self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_folder(self) -> None:
        if (folder := self._choose_folder(self._folder)) is not None:
            self._folder = folder
            self._on_name_changed()
            self._say_what_is_there()

    def _on_programme_file(self) -> None:
        if (path := self._choose_programme(self._folder)) is not None:
            self.use_programme(path)

    def _on_programme_changed(self) -> None:
        programme = self.programme.programme
        if self.title.text() in ("", self._suggested):
            self._suggested = programme.title.text
            self.title.setText(self._suggested)
        self.length.clear()
        for variant in programme.variants:
            name = say("{title}, {minutes} minutes", title=variant.title.text, minutes=variant.minutes)
            self.length.addItem(self._words(name), variant.key)
        self.programmes.setVisible(self.programmes.count() > 1)
        self.programme_line.setText(self._words(say("Programme: {title}", title=programme.title.text)))
        self.programme_line.setVisible(self.programmes.count() == 1)
        self._on_tables_changed()

    def _on_length_changed(self) -> None:
        length = self.length.currentText()
        self.length_line.setText(self._words(say("Length: {length}", length=length)))
        self._on_tables_changed()

    def _on_change_length(self) -> None:
        self.length_line.hide()
        self.length_button.hide()
        self.length.show()
        self.length.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_tables_changed(self) -> None:
        self.tables_row.hint.setText(self._words(self._said_of_tables(self.tables.figure)))
        if not self.tables.is_refused:
            self.tables_row.clear()

    def _said_of_tables(self, tables: int | None) -> Message:
        if tables is None:
            return say("You can leave this empty and say it when you know.")
        if not 0 < tables <= MOST_TABLES:
            return say("Give 1 to {most} tables, or leave it empty.", most=MOST_TABLES)
        people = say_many(
            "{count} table: about {people} people.", "{count} tables: about {people} people.",
            count=tables, people=tables * PEOPLE_AT_A_TABLE,
        )  # fmt: skip
        areas = self.programme.programme.areas_to_carry(str(self.length.currentData()), tables)
        if areas is None:
            return people
        return say_many(
            "{people} They take {count} area into the last stage.",
            "{people} They take {count} areas into the last stage.",
            count=areas, people=people,
        )  # fmt: skip

    def _on_name_changed(self) -> None:
        self.title_row.clear()
        self._show_path()

    def _show_path(self) -> None:
        self.weekday.setText(self.locale().toString(self.date.date(), "dddd"))
        kept = say("Saved as {file} in {folder}", file=self.path.name, folder=breakable(str(self._folder)))
        self.file.setText(self._words(kept))

    def _connect(self) -> None:
        self.title.textChanged.connect(self._on_name_changed)
        self.title.editingFinished.connect(self._say_what_is_there)
        self.date.dateChanged.connect(self._on_name_changed)
        self.date.editingFinished.connect(self._say_what_is_there)
        self.tables.figure_changed.connect(self._on_tables_changed)
        self.tables.refused.connect(self.tables_row.warn)
        self.length.currentIndexChanged.connect(self._on_length_changed)
        self.programmes.currentIndexChanged.connect(self._on_programme_changed)
        self.length_button.clicked.connect(self._on_change_length)
        self.folder_button.clicked.connect(self._on_folder)
        self.programme_button.clicked.connect(self._on_programme_file)
        self.open_there_button.clicked.connect(lambda: self.open_wanted.emit(self.path))
        self.other_name_button.clicked.connect(self._on_other_name)
        self.back_button.clicked.connect(self.left)
        self.start_button.clicked.connect(self.start_event)
        # Enter goes on to the next field: an event is started by its button alone, never by accident.
        self.title.returnPressed.connect(self.place.setFocus)
        self.place.returnPressed.connect(self.date.setFocus)
        self.date.entered.connect(self.tables.setFocus)
        self.tables.entered.connect(self.start_button.setFocus)

    def _lay_out(self) -> None:
        frame, inner = card()
        inner.setContentsMargins(3 * GRID_PX, 2 * GRID_PX, 3 * GRID_PX, 3 * GRID_PX)
        inner.setSpacing(GRID_PX + 4)
        inner.addWidget(self.banner)
        for row in self._rows:
            inner.addWidget(row)
        inner.addWidget(hairline())
        for line in self._quiet_lines():
            inner.addLayout(line)
        inner.addWidget(self.start_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID_PX)
        head.addWidget(self.back_button)
        heading = say("Start my event") if self.earlier is None else say("Start another event")
        head.addWidget(text_label(self._words(heading), "title"), 1)
        layout.addLayout(head)
        layout.addWidget(frame)

    def _limit_width(self) -> None:
        self.setMaximumWidth(LONGEST_LINE_CHARACTERS * self.fontMetrics().averageCharWidth() + 6 * GRID_PX)

    def _order_by_tab(self) -> None:
        order = (
            self.title, self.open_there_button, self.other_name_button, self.place, self.date, self.tables, self.length,
            self.length_button, self.folder_button, self.programmes, self.programme_button, self.start_button,
            self.back_button,
        )  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _quiet_lines(self) -> tuple[QHBoxLayout, ...]:
        return (
            _line(self.length_line, self.length, self.length_button),
            _line(self.file, self.folder_button),
            _line(self.programme_line, self.programmes, self.programme_button),
        )


def _what_comes_along(details: EventDetails) -> Message:
    same = say(
        "Programme, preparation, partners and who to call are as for “{event}”; no vote, note or person comes along.",
        event=details.title,
    )
    if not details.convenor:
        return same
    return say("{same} The convenor stays {convenor}.", same=same, convenor=details.convenor)


def _line(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID_PX)
    for number, part in enumerate(parts):
        row.addWidget(part, int(number < len(parts) - 1))
    return row


def _changing(words: Translator, name: Message) -> QPushButton:
    button = _pressed_by_enter(push_button(words(say("Change")), "quiet"))
    button.setAccessibleName(words(name))
    return button


def _pressed_by_enter(button: QPushButton) -> QPushButton:
    button.setAutoDefault(True)
    return button
