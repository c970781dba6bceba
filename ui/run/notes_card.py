"""Notes: what people said, typed as it is said, found again, changed and withdrawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from facilitator.conduct.event import Event
from facilitator.conduct.noting import (
    Note,
    NoteId,
    Strength,
    add_note,
    bring_back_note,
    edit_note,
    withdraw_note,
)
from facilitator.conduct.playing_back import add_main_point, withdraw_main_point
from facilitator.conduct.record import EventRecord, NoteRecord
from facilitator.errors import FacilitatorError
from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.models.notes import Surroundings, short_names
from ui.models.run_sheet import Place
from ui.run.note_finder import NoteFinder
from ui.run.note_form import NoteForm
from ui.run.note_keys import TO_SEARCH, Press, pressed
from ui.run.step_panel import Undo

LETTERS_BESIDE = 110  # from this width on the list stands beside the form


class NotesCard(QFrame):
    """Writes notes and finds them again; in a narrow place the list is below the form, in a wide one beside it.

    `acted`: something was stored, with its `Undo` or None. `failed`: a `FacilitatorError`; what was typed stays.
    """

    acted = Signal(object)
    failed = Signal(object)

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._event = event
        self._record: EventRecord | None = None
        self.form = NoteForm(words)
        self.finder = NoteFinder(words, event)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, GRID_PX, 0, 0)
        self._layout.setSpacing(GRID_PX)
        self._layout.addWidget(self.form, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(self.finder, 1)
        self._connect()

    def show_event(self, record: EventRecord, place: Place | None) -> None:
        """Show the notes and what they may be about; what is being typed stays."""
        before, self._record = self._record, record
        self.form.show_steps(record.steps, place)
        names = short_names(record)
        if before is None or short_names(before) != names:
            self.form.show_names(names)
        points = frozenset(point.note for point in record.main_points if point.note)
        self.finder.show_notes(record.notes, Surroundings(names, points))

    def focus_text(self) -> None:
        """Put the cursor where a note is typed."""
        self.form.text.setFocus()

    def minimumSizeHint(self) -> QSize:
        """As high as its rows of chips need in its present width: what holds it may not ask for its height by width."""
        least = self._layout.minimumSize()
        return QSize(least.width(), self._layout.minimumHeightForWidth(max(least.width(), self.width())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the card's own keys before a field does."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._press(event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the card's own keys from wherever in it the focus is."""
        if not self._press(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the list below the form or beside it."""
        super().resizeEvent(event)
        self._arrange()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Set the parts anew at another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def _press(self, event: QKeyEvent) -> bool:
        press = pressed(event)
        if press == TO_SEARCH:
            self.finder.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.finder.search_field.selectAll()
            return True
        if press == Press(Qt.Key.Key_Escape) and self._leave():
            return True
        return self.form.press(event)

    def _leave(self) -> bool:
        """Go back from where the focus is to the next note; return whether there was a way back."""
        finder = self.finder
        if finder.why.hasFocus():
            finder.ask_why(wanted=False)
            finder.list.setFocus()
            return True
        if finder.search_field.hasFocus() or finder.list.hasFocus():
            finder.leave_search()
            self.focus_text()
            return True
        return False

    def _on_sent(self) -> None:
        changed = self.form.changed_note
        if changed is None:
            self._do(self._add)
        else:
            self._do(lambda: self._change(changed))

    def _add(self) -> None:
        add_note(self._event, self.form.note)
        self._saved(None)

    def _change(self, changed: NoteRecord) -> None:
        note, before = _id(changed), _note(changed)
        edit_note(self._event, note, self.form.note)
        self._saved(Undo(say("Take back the change of the note"), lambda: edit_note(self._event, note, before)))

    def _saved(self, undo: Undo | None) -> None:
        self.form.start_anew()
        self.acted.emit(undo)

    def _on_change_asked(self) -> None:
        if (chosen := self.finder.current) is not None:
            self.form.start_changing(chosen)

    def _on_withdrawn(self, why: str) -> None:
        if (chosen := self.finder.current) is not None:
            self._do(lambda: self._withdraw(chosen, why))

    def _withdraw(self, chosen: NoteRecord, why: str) -> None:
        note = _id(chosen)
        withdraw_note(self._event, note, why=why)
        self.finder.ask_why(wanted=False)
        changed = self.form.changed_note
        if changed is not None and changed.id == chosen.id:
            self.form.start_anew()
        self.finder.list.setFocus()
        self.acted.emit(Undo(say("Bring the note back"), lambda: bring_back_note(self._event, note)))

    def _on_main_point_asked(self) -> None:
        if (chosen := self.finder.current) is not None:
            self._do(lambda: self._make_main_point(chosen))

    def _make_main_point(self, chosen: NoteRecord) -> None:
        text = " ".join(chosen.text.split())
        point = add_main_point(self._event, text, note=_id(chosen), minority=chosen.minority)
        self.acted.emit(Undo(say("Take back the main point"), lambda: withdraw_main_point(self._event, point)))

    def _do(self, verb: Callable[[], None]) -> None:
        """Do what was asked for; what is refused is told, and what was typed stays."""
        try:
            verb()
        except FacilitatorError as error:
            self.failed.emit(error)

    def _arrange(self) -> None:
        beside = self.width() >= LETTERS_BESIDE * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._layout.setSpacing(3 * GRID_PX if beside else GRID_PX - 2)
        self.form.set_wide(wide=beside)
        self.finder.set_wide(wide=beside)
        self._layout.setStretch(0, 1 if beside else 0)

    def _connect(self) -> None:
        self.form.sent.connect(self._on_sent)
        self.form.left.connect(self.form.start_anew)
        self.finder.change_asked.connect(self._on_change_asked)
        self.finder.main_point_asked.connect(self._on_main_point_asked)
        self.finder.withdrawn.connect(self._on_withdrawn)
        for part in (self.form.text, self.form.table, self.finder.search_field, self.finder.why):
            part.installEventFilter(self)


def _id(note: NoteRecord) -> NoteId:
    return NoteId(bytes.fromhex(note.id))


def _note(note: NoteRecord) -> Note:
    return Note(
        note.text, note.activity, note.place, note.kind, note.about, note.language, note.verbatim,
        Strength(note.strength), note.minority,
    )  # fmt: skip
