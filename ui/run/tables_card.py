"""The tables in one activity: who sits there, whose notes are in, and which table is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from facilitator.conduct.event import Event
from facilitator.conduct.noting import TableSession, tick_table
from facilitator.conduct.record import EventRecord
from facilitator.conduct.seating import record_headcount
from facilitator.conduct.table_time import give_table_time, table_times_now
from facilitator.core.programme import ActivityKind
from facilitator.core.tables import place_key, place_name, table_number, table_place
from facilitator.errors import FacilitatorError
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.run.note_chips import Chip
from ui.run.step_panel import Undo
from ui.widgets.fields import FigureField
from ui.widgets.text import push_button, text_label

MORE_MINUTES = 5
_HEADINGS = (say("Table"), say("People"), say("Notes"), say("All in"), say("Read back"))
_AT_TABLES = (ActivityKind.GO_ROUND, ActivityKind.TABLE_TALK)


class TablesCard(QFrame):
    """What is entered is stored at once; an empty number of people is not known, never nought (T28).

    While tables talk, T or a button gives one of them five minutes more than the others. `acted`: something was stored,
    with its `Undo` or None. `failed`: a `FacilitatorError`.
    """

    acted = Signal(object)
    failed = Signal(object)

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self._activity = ""
        self._places: tuple[str, ...] = ()
        self._sessions: dict[str, TableSession] = {}
        self._minutes: dict[str, int] = {}  # how many more than the others a table has, by `place_key`
        self._gives_time = False
        self.rows: dict[str, TableRow] = {}
        self._more_time = text_label(role="strong")
        self._more_heading = text_label()
        self._missing = text_label(role="warning")
        self._people = text_label(role="warning")
        self._title = text_label(role="strong")
        self._body = _Rows()
        self._lay_out()

    @property
    def missing(self) -> str:
        """What the card says of tables without notes; empty when none is missing."""
        return "" if self._missing.isHidden() else self._missing.text()

    @property
    def people(self) -> str:
        """What the card says of the sum of the tables."""
        return "" if self._people.isHidden() else self._people.text()

    @property
    def more_time(self) -> str:
        """What the card says of tables that have more time than the others."""
        return "" if self._more_time.isHidden() else self._more_time.text()

    def show_event(
        self, record: EventRecord, activity: str, present: int | None, *, running: str | None = None
    ) -> None:
        """Show the tables of an activity; `present` is how many people are in the room, None where not known.

        `running` is the activity under way, in which a table can be given more time.
        """
        self._activity = activity
        self._title.setText(next((step.title for step in record.steps if step.key == activity), ""))
        sessions = [one for one in record.table_sessions if one.activity == activity]
        noted = [note.place for note in record.notes if note.activity == activity and note.place]
        names = _names([*(one.place for one in sessions), *noted])
        self._sessions = {names[place_key(one.place)]: one for one in sessions}
        notes = Counter(names[place_key(place)] for place in noted)
        places = _places(record.details.tables, (*self._sessions, *notes))
        if places != self._places:
            self._make_rows(places)
        for place, row in self.rows.items():
            row.show_session(self._sessions.get(place, TableSession(activity, place)), notes[place])
        kind = next((step.kind for step in record.steps if step.key == activity), None)
        self._show_time(gives_time=activity == running and kind in _AT_TABLES)
        self._say(self._missing, _missing(places, notes))
        self._say(self._people, _people([*self._sessions.values()], len(places), present))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """T in the row of a table gives it more time, whatever of the row has the focus."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self._gives_time:
            return super().eventFilter(watched, event)
        place = next((place for place, row in self.rows.items() if watched in row.focused), None)
        if place is None or event.key() != Qt.Key.Key_T or event.modifiers():
            return super().eventFilter(watched, event)
        self._give_time(place)
        return True

    def _show_time(self, *, gives_time: bool) -> None:
        self._gives_time = gives_time
        self._minutes = {place_key(one.place): one.minutes for one in table_times_now(self._event, self._activity)}
        for part in (self._more_heading, *(row.more for row in self.rows.values())):
            part.setVisible(gives_time and bool(self.rows))
        told = " ".join(
            self._words(_more_time(place, self._minutes[place_key(place)]))
            for place in self._places
            if place_key(place) in self._minutes
        )
        self._more_time.setText(told)
        self._more_time.setVisible(bool(told))

    def _give_time(self, place: str) -> None:
        activity, kept = self._activity, self._kept(place)
        before = self._minutes.get(place_key(place), 0)
        undo = Undo(
            say("Take back the {minutes} minutes", minutes=MORE_MINUTES),
            lambda: give_table_time(self._event, activity, kept, before),
        )
        self._store(lambda: give_table_time(self._event, activity, kept, before + MORE_MINUTES), undo)

    def _say(self, label: QLabel, message: Message | None) -> None:
        label.setText("⚠  " + self._words(message) if message is not None else "")
        label.setVisible(message is not None)

    def _make_rows(self, places: tuple[str, ...]) -> None:
        self._places = places
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID_PX)
        grid.setVerticalSpacing(2)
        for column, heading in enumerate(_HEADINGS):
            grid.addWidget(text_label(self._words(heading), "small", wraps=False), 0, column)
        self._more_heading = text_label(self._words(say("More (T)")), "small", wraps=False)
        grid.addWidget(self._more_heading, 0, len(_HEADINGS), Qt.AlignmentFlag.AlignHCenter)
        self.rows = {place: TableRow(place, self._words) for place in places}
        for number, (place, row) in enumerate(self.rows.items(), 1):
            for column, part in enumerate((row.name, row.people, row.notes, row.complete, row.played_back, row.more)):
                grid.addWidget(part, number, column)
            self._connect(place, row)
        grid.setColumnStretch(len(_HEADINGS) + 1, 1)
        grid.setRowStretch(len(places) + 1, 1)
        self._body.setWidget(body)
        body.setAutoFillBackground(False)  # the card's own ground shows through
        self._body.viewport().setAutoFillBackground(False)

    def _connect(self, place: str, row: TableRow) -> None:
        row.people.editingFinished.connect(lambda: self._on_counted(place, row))
        row.people.entered.connect(lambda: self._go(place, 1))
        row.people.moved.connect(lambda step: self._go(place, step))
        row.complete.clicked.connect(lambda ticked: self._tick(place, complete=ticked))
        row.more.clicked.connect(lambda: self._give_time(place))
        for part in row.focused:
            part.installEventFilter(self)
        row.played_back.clicked.connect(lambda ticked: self._tick(place, played_back=ticked))

    def _on_counted(self, place: str, row: TableRow) -> None:
        stands = self._sessions.get(place, TableSession(self._activity, place)).headcount
        if row.people.is_refused or row.people.figure == stands:
            return
        self._store(lambda: record_headcount(self._event, self._activity, self._kept(place), row.people.figure))

    def _tick(self, place: str, *, complete: bool | None = None, played_back: bool | None = None) -> None:
        kept = self._kept(place)
        self._store(lambda: tick_table(self._event, self._activity, kept, complete=complete, played_back=played_back))

    def _kept(self, place: str) -> str:
        """Return the name under which the file has the table already."""
        return self._sessions[place].place if place in self._sessions else place

    def _go(self, place: str, step: int) -> None:
        number = self._places.index(place) + step
        if 0 <= number < len(self._places):
            self.rows[self._places[number]].people.setFocus()

    def _store(self, verb: Callable[[], None], undo: Undo | None = None) -> None:
        try:
            verb()
        except FacilitatorError as error:
            self.failed.emit(error)
            return
        self.acted.emit(undo)

    def _lay_out(self) -> None:
        self._body.setWidgetResizable(True)
        self._body.setStyleSheet("QScrollArea { background: transparent; }")
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body.setMinimumHeight(120)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID_PX, 0, 0)
        layout.setSpacing(GRID_PX)
        for part in (self._title, self._missing, self._people, self._more_time):
            layout.addWidget(part)
        layout.addWidget(self._body, 1)


class _Rows(QScrollArea):
    """Asks for no more than it must have: it takes what the others leave, in every look alike."""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


class TableRow:
    """The parts of one row, each named after its table."""

    def __init__(self, place: str, words: Translator) -> None:
        table = place_name(place)
        number = table_number(place)
        self.name = text_label(str(number) if number is not None else place, "strong", wraps=False)
        self.people = FigureField(
            words(say("{table}: people", table=table)), unknown="–", widest="999", arrows_move=True, words=words
        )
        self.notes = text_label(wraps=False)
        self.complete = Chip("", "", words(say("{table}: all notes are in", table=table)))
        self.played_back = Chip("", "", words(say("{table}: its notes were read back", table=table)))
        self.more = push_button(words(say("+{minutes} min", minutes=MORE_MINUTES)), "quiet")
        self.more.setAccessibleName(words(say("{table}: {minutes} minutes more", table=table, minutes=MORE_MINUTES)))
        self.more.setToolTip(words(say("{minutes} minutes more for this table (T)", minutes=MORE_MINUTES)))
        self.focused = (self.people, self.complete, self.played_back, self.more)

    def show_session(self, session: TableSession, notes: int) -> None:
        """Show a table as it stands; a field that is being typed in stays as it is."""
        if not self.people.hasFocus():
            self.people.set_figure(session.headcount)
        self.notes.setText(f"{notes:,}" if notes else "–")
        self.complete.setChecked(session.complete)
        self.played_back.setChecked(session.played_back)


def _names(places: Sequence[str]) -> dict[str, str]:
    """Return one name for each table, however it is spelt, by what its spellings have in common."""
    names: dict[str, str] = {}
    for place in places:
        number = table_number(place)
        names.setdefault(place_key(place), table_place(number) if number is not None else place)
    return names


def _places(tables: int | None, found: Sequence[str]) -> tuple[str, ...]:
    """Return the tables there are, then others that notes or head-counts name."""
    expected = [table_place(number) for number in range(1, (tables or 0) + 1)]
    others = sorted(
        set(found) - set(expected), key=lambda place: (table_number(place) is None, table_number(place), place)
    )
    return (*expected, *others)


def _more_time(place: str, minutes: int) -> Message:
    return say_many(
        "{table} has {count} minute more.", "{table} has {count} minutes more.", count=minutes, table=place_name(place)
    )


def _missing(places: Sequence[str], notes: Counter[str]) -> Message | None:
    """Return which tables sent no notes (T30): that is no absence of views."""
    silent = [place for place in places if not notes[place] and table_number(place) is not None]
    if not silent:
        return None
    if len(silent) == len(places):
        return say("No table has sent notes of this activity yet.")
    numbers = [str(table_number(place)) for place in silent]
    return say_many(
        "Table {tables} has sent no notes.", "Tables {tables} have sent no notes.", count=len(silent),
        tables=_listed(numbers),
    )  # fmt: skip


def _listed(numbers: Sequence[str]) -> Message:
    if len(numbers) == 1:
        return say("{one}", one=numbers[0])
    return say("{some} and {last}", some=", ".join(numbers[:-1]), last=numbers[-1])


def _people(sessions: Sequence[TableSession], tables: int, present: int | None) -> Message | None:
    """Return where the people at the tables and in the room differ (T27); tables not counted are not nought."""
    counted = [session.headcount for session in sessions if session.headcount is not None]
    if not counted or present is None:
        return None
    if len(counted) < tables and sum(counted) <= present:
        return None
    if sum(counted) == present:
        return None
    return say("The tables count {seated} people, and {present} are in the room.", seated=sum(counted), present=present)
