"""The play-back: main points are gathered from the notes, read to the room, and heard or changed."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.conduct.event import Event
from facilitator.conduct.noting import NoteId, Strength
from facilitator.conduct.playing_back import (
    Heard,
    MainPoint,
    PointId,
    add_main_point,
    bring_back_main_point,
    edit_main_point,
    hear,
    main_points,
    missing_from,
    move_main_point,
    withdraw_main_point,
)
from facilitator.conduct.record import EventRecord, NoteRecord
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.notes import NotesModel, Surroundings, short_names
from ui.models.run_sheet import Place
from ui.run.deciding import attempt
from ui.run.note_chips import Chip
from ui.run.note_list import NotesList, RowList
from ui.run.note_points import PointsModel
from ui.run.on_screen import OnScreen, PlayBack
from ui.run.snapshot import Snapshot
from ui.run.step_panel import NextStep, StepPanel, Undo
from ui.widgets.fields import SentText
from ui.widgets.text import push_button, text_label

MOST_SUGGESTED = 50
LINES_OF_WORDS = 2


class _Writing(Enum):
    NEW = "a new point"
    WORDS = "other words of ours"
    CHANGE = "the words of the room"


_WRITTEN: dict[_Writing, Message] = {
    _Writing.NEW: say("Add a main point in one sentence. Enter adds it."),
    _Writing.WORDS: say("The main point in other words. Enter saves it, Esc leaves it."),
    _Writing.CHANGE: say("The main point in the words of the room. Enter saves it, Esc leaves it."),
}


class PlayBackPanel(StepPanel):
    """Y: the room says yes to the chosen point; C: the room changes it. Nothing becomes a main point by itself."""

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self._record: EventRecord | None = None
        self._on_screen: OnScreen | None = None
        self._writing = _Writing.NEW
        self._draft = ""
        self.points = PointsModel(words)
        self.list = RowList(self.points, words(say("Main points, in order")))
        self.suggested = NotesModel(words)
        self.suggestions = NotesList(self.suggested, words)
        self.text = SentText("")
        self.minority = Chip(words(say("Minority view")), "", words(say("Minority view")))
        self.yes = push_button(words(say("They say yes  (Y)")))
        self.change = push_button(words(say("They change it  (C)")))
        self.edit = push_button(words(say("Other words")), "quiet")
        self.up = push_button(words(say("Up")), "quiet")
        self.down = push_button(words(say("Down")), "quiet")
        self.off = push_button(words(say("Take it off")), "quiet")
        self._lay_out()
        self._connect()
        self._write(_Writing.NEW)

    @property
    def current(self) -> MainPoint | None:
        """The point that is chosen."""
        index = self.list.currentIndex()
        return self.points.points[index.row()] if index.isValid() else None

    def show_place(self, place: Place, snapshot: Snapshot, on_screen: OnScreen) -> None:
        """Show the main points as they stand, and notes that could become one."""
        del place
        self._on_screen = on_screen
        if self._record is not None and snapshot.record == self._record:
            return
        self._record = snapshot.record
        chosen = self.current.id if self.current is not None else ""
        self.points.set_rows(snapshot.record.main_points)
        row = max(self.points.row_of(chosen), 0 if self.points.points else -1)
        if row >= 0:
            self.list.setCurrentIndex(self.points.index(row))
        self._show_suggestions(snapshot.record)
        self._show_actions()

    def next_step(self) -> NextStep | None:
        """Show the points, then hear what the room says to each; None when each was heard."""
        if self._writing is not _Writing.NEW:
            return NextStep(say("Save these words"), self._save)
        waiting = _waiting(self.points.points)
        if waiting is None:
            return None
        if not isinstance(self._on_screen, PlayBack):
            return NextStep(say("Show the main points"), lambda: self._show_point(waiting), PlayBack(waiting.id))
        return NextStep(say("They say yes"), lambda: self._say_yes(self._asked() or waiting))

    def missing(self) -> tuple[Message, ...]:
        """Say where the list is too short, too long or one-sided."""
        notes = self._record.notes if self._record is not None else ()
        return missing_from(self.points.points, (note.minority for note in notes))

    def focus_first(self) -> None:
        """Put the focus on the points where there are any: Y and C work from there."""
        (self.list if self.points.points else self.text).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for the lines of a point at another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Y and C hear the room, where nobody is typing; Escape leaves the words as they are."""
        if event.key() == Qt.Key.Key_Escape and self._writing is not _Writing.NEW:
            self._leave()
            return
        keys = {Qt.Key.Key_Y: self._on_yes, Qt.Key.Key_C: self._on_change}
        heard = keys.get(Qt.Key(event.key()))
        if heard is None or event.modifiers() or self.text.hasFocus() or self.current is None:
            super().keyPressEvent(event)
            return
        heard()

    def _asked(self) -> MainPoint | None:
        """Return the chosen point, if the room has not been asked about it."""
        current = self.current
        return current if current is not None and current.heard is Heard.NOT_ASKED else None

    def _show_point(self, point: MainPoint) -> None:
        self._choose(point.id)
        self.screen_wanted.emit(PlayBack(point.id))

    def _choose(self, point: str) -> None:
        if (row := self.points.row_of(point)) >= 0:
            self.list.setCurrentIndex(self.points.index(row))

    def _say_yes(self, point: MainPoint) -> None:
        hear(self._event, _id(point), Heard.YES)
        self._heard(point)

    def _heard(self, point: MainPoint) -> None:
        """Go on with the next point that was not asked about; the room sees it if it saw this one."""
        following = _waiting(main_points(self._event))
        self.acted.emit(
            Undo(say("Take back what the room said"), lambda: hear(self._event, _id(point), Heard.NOT_ASKED))
        )
        if isinstance(self._on_screen, PlayBack):
            self.screen_wanted.emit(PlayBack(following.id if following is not None else ""))
        if following is not None:
            self._choose(following.id)

    def _save(self) -> None:
        text, minority, chosen = " ".join(self.text.toPlainText().split()), self.minority.isChecked(), self.current
        undo: Undo | None = None
        if self._writing is _Writing.NEW:
            added = add_main_point(self._event, text, minority=minority)
            self.text.clear()
            undo = Undo(say("Take back the main point"), lambda: withdraw_main_point(self._event, added))
        elif chosen is not None and self._writing is _Writing.CHANGE:
            hear(self._event, _id(chosen), Heard.CHANGED, text)
            self._write(_Writing.NEW)
            self._heard(chosen)
            self.list.setFocus()
            return
        elif chosen is not None:
            edit_main_point(self._event, _id(chosen), text, minority=minority)
            undo = Undo(
                say("Take back the other words"),
                lambda: edit_main_point(self._event, _id(chosen), chosen.text, minority=chosen.minority),
            )
        self._write(_Writing.NEW)
        self.acted.emit(undo)

    def _leave(self) -> None:
        self._write(_Writing.NEW)
        self.list.setFocus()
        self.changed.emit()

    def _write(self, writing: _Writing) -> None:
        """Say what the field is for now, with the words it begins with; those of a new point come back later."""
        if self._writing is _Writing.NEW:
            self._draft = self.text.toPlainText()
        self._writing = writing
        chosen = self.current if writing is not _Writing.NEW else None
        self.text.setPlainText(chosen.text if chosen is not None else self._draft)
        self.minority.setChecked(chosen is not None and chosen.minority)
        self.minority.setVisible(writing is not _Writing.CHANGE)
        self.text.setPlaceholderText(self._words(_WRITTEN[writing]))
        self.text.setAccessibleName(self._words(_WRITTEN[writing]))
        self._hint.setText(self._words(_WRITTEN[writing]))
        self._hint.setVisible(writing is not _Writing.NEW)
        self.list.setEnabled(writing is _Writing.NEW)
        self._show_actions()
        if writing is not _Writing.NEW:
            self.text.setFocus()
            self.text.selectAll()
        self.changed.emit()

    def _show_actions(self) -> None:
        acts = self.current is not None and self._writing is _Writing.NEW
        for button in (self.yes, self.change, self.edit, self.up, self.down, self.off):
            button.setVisible(acts)
        self.list.setVisible(bool(self.points.points))

    def _show_suggestions(self, record: EventRecord) -> None:
        taken = {point.note for point in record.main_points}
        notes = [note for note in reversed(record.notes) if note.id not in taken and _speaks_for_many_or_few(note)]
        self.suggested.set_rows(notes[:MOST_SUGGESTED], Surroundings(short_names(record)))
        for part in (self._suggested, self.suggestions):
            part.setVisible(bool(notes))

    def _on_yes(self) -> None:
        point = self.current
        if point is not None:
            attempt(self, lambda: self._say_yes(point))

    def _on_change(self) -> None:
        if self.current is not None:
            self._write(_Writing.CHANGE)

    def _on_edit(self) -> None:
        if self.current is not None:
            self._write(_Writing.WORDS)

    def _on_moved(self, step: int) -> None:
        point = self.current
        if point is None:
            return
        place = self.points.row_of(point.id)
        self._do(
            lambda: move_main_point(self._event, _id(point), max(0, place + step)),
            Undo(say("Take back the move"), lambda: move_main_point(self._event, _id(point), place)),
        )

    def _on_taken_off(self) -> None:
        point = self.current
        if point is not None:
            self._do(
                lambda: withdraw_main_point(self._event, _id(point)),
                Undo(say("Bring the main point back"), lambda: bring_back_main_point(self._event, _id(point))),
            )

    def _on_suggestion(self) -> None:
        index = self.suggestions.currentIndex()
        if not index.isValid():
            return
        note = self.suggested.notes[index.row()]
        attempt(self, lambda: self._take(note))

    def _take(self, note: NoteRecord) -> None:
        text = " ".join(note.text.split())
        added = add_main_point(self._event, text, note=NoteId(bytes.fromhex(note.id)), minority=note.minority)
        self.acted.emit(Undo(say("Take back the main point"), lambda: withdraw_main_point(self._event, added)))

    def _do(self, verb: Callable[[], None], undo: Undo) -> None:
        def done() -> None:
            verb()
            self.acted.emit(undo)

        attempt(self, done)

    def _connect(self) -> None:
        self.yes.clicked.connect(self._on_yes)
        self.change.clicked.connect(self._on_change)
        self.edit.clicked.connect(self._on_edit)
        self.up.clicked.connect(lambda: self._on_moved(-1))
        self.down.clicked.connect(lambda: self._on_moved(1))
        self.off.clicked.connect(self._on_taken_off)
        self.text.sent.connect(lambda: attempt(self, self._save))
        self.list.chosen.connect(self._on_edit)
        self.list.deleted.connect(self._on_taken_off)
        self.list.current_changed.connect(self._on_chosen)
        self.suggestions.chosen.connect(self._on_suggestion)
        self.suggestions.main_point_asked.connect(self._on_suggestion)

    def _on_chosen(self) -> None:
        """Show the chosen point to the room, where the room sees the points."""
        self._show_actions()
        current = self.current
        if current is not None and isinstance(self._on_screen, PlayBack) and self._on_screen.point != current.id:
            self._on_screen = PlayBack(current.id)
            self.screen_wanted.emit(self._on_screen)
        self.changed.emit()

    def _lay_out(self) -> None:
        self._hint = text_label(role="state")
        self._suggested = text_label(
            self._words(say("From the notes: strong ones and minority views. Enter adds one.")), "small"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(text_label(self._words(say("Have we heard you right?")), "title"))
        layout.addWidget(self.list, 3)
        layout.addWidget(_row(self.yes, self.change))
        layout.addWidget(_row(self.edit, self.up, self.down, self.off))
        layout.addWidget(self._hint)
        layout.addWidget(self.text)
        layout.addWidget(self.minority, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._suggested)
        layout.addWidget(self.suggestions, 2)
        self._fit()

    def _fit(self) -> None:
        self.text.setFixedHeight(self.fontMetrics().lineSpacing() * LINES_OF_WORDS + 16)


def _row(*parts: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID_PX)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return row


def _waiting(points: tuple[MainPoint, ...]) -> MainPoint | None:
    return next((point for point in points if point.heard is Heard.NOT_ASKED), None)


def _speaks_for_many_or_few(note: NoteRecord) -> bool:
    return note.minority or note.strength in (Strength.MOST, Strength.ALL)


def _id(point: MainPoint) -> PointId:
    return PointId(bytes.fromhex(point.id))
