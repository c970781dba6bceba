"""Notes: what people said, typed as it is said, found again, changed and withdrawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

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
from facilitator.words.message import say, say_many
from facilitator.words.translator import Translator
from ui.models.notes import Surroundings, short_names
from ui.models.run_sheet import Place
from ui.run.note_finder import NoteFinder
from ui.run.note_form import NoteForm
from ui.run.note_keys import TO_SEARCH, Press, pressed
from ui.run.step_panel import Undo
from ui.widgets.fields import SentText
from ui.widgets.text import push_button

GAP_PX, WIDE_GAP_PX, TOP_PX = GRID_PX - 2, 3 * GRID_PX, GRID_PX
LETTERS_BESIDE = 110  # from this width on the list stands beside the form


class NotesCard(QFrame):
    """Writes notes and finds them again: side by side in a wide place, in a high one the list below the form.

    Where there is no room for both, Ctrl+F puts the list in the form's place, and Escape the form in the list's.

    `acted`: something was stored, with its `Undo` or None. `failed`: a `FacilitatorError`; what was typed stays.
    """

    acted = Signal(object)
    failed = Signal(object)

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self._finding = False
        self._record: EventRecord | None = None
        self.form = NoteForm(words)
        self.finder = NoteFinder(words, event)
        self.switch = push_button("", "quiet")
        for part in (self.form, self.finder, self.switch):
            part.setParent(self)
        self._connect()

    @property
    def text(self) -> SentText:
        """The field in which a note is typed."""
        return self.form.text

    @property
    def has_unsaved_words(self) -> bool:
        """Whether words were typed that are not stored yet."""
        return self.form.has_unsaved_words

    def show_event(self, record: EventRecord, place: Place | None) -> None:
        """Show the notes and what they may be about; what is being typed stays."""
        before, self._record = self._record, record
        self.form.show_steps(record.steps, place)
        names = short_names(record)
        if before is None or short_names(before) != names:
            self.form.show_names(names)
        points = frozenset(point.note for point in record.main_points if point.note)
        self.finder.show_notes(record.notes, Surroundings(names, points))
        self._name_switch()

    def focus_text(self) -> None:
        """Put the cursor where a note is typed."""
        self._turn_to(finding=False)
        self.form.text.setFocus()

    def hasHeightForWidth(self) -> bool:
        """More rows of chips where there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the higher part needs: it takes more where others leave it."""
        higher = max(self._height_of(self.form, width), self._height_of(self.finder, width))
        return TOP_PX + higher + (0 if self._is_wide(width) else GAP_PX + self.switch.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The least room in which everything can be reached."""
        width = max(part.minimumSizeHint().width() for part in (self.form, self.finder))
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def sizeHint(self) -> QSize:
        """No more than it must have."""
        return self.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        """Place the parts anew when one of them needs another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
            self.updateGeometry()
        return super().event(event)

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
            self._turn_to(finding=True)
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
        self._on_left()
        self.acted.emit(undo)

    def _on_change_asked(self) -> None:
        if (chosen := self.finder.current) is not None:
            self._turn_to(finding=False)
            self.form.start_changing(chosen)
            self._name_switch()
            self._arrange()

    def _on_left(self) -> None:
        self.form.start_anew()
        self._name_switch()

    def _on_withdrawn(self, why: str) -> None:
        if (chosen := self.finder.current) is not None:
            self._do(lambda: self._withdraw(chosen, why))

    def _withdraw(self, chosen: NoteRecord, why: str) -> None:
        note = _id(chosen)
        withdraw_note(self._event, note, why=why)
        self.finder.ask_why(wanted=False)
        changed = self.form.changed_note
        if changed is not None and changed.id == chosen.id:
            self._on_left()
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

    def _is_wide(self, width: int) -> bool:
        return width >= LETTERS_BESIDE * self.fontMetrics().averageCharWidth()

    def _height_of(self, part: QWidget, width: int) -> int:
        """Return how high a part must be, shown or not."""
        layout = part.layout()
        assert layout is not None
        if part is self.finder:
            return layout.minimumSize().height()
        return layout.minimumHeightForWidth((width - WIDE_GAP_PX) // 2 if self._is_wide(width) else width)

    def _arrange(self) -> None:
        """Give each part its place: beside each other, one below the other, or one of them and the way to the other."""
        room = self.rect().adjusted(0, TOP_PX, 0, 0)
        wide = self._is_wide(room.width())
        form = self._height_of(self.form, room.width())
        needed = form + self.form.height_left_out + GAP_PX + self._height_of(self.finder, room.width())
        both = wide or needed <= room.height()
        self.form.set_compact(compact=not both)
        self.form.set_lines(6 if wide else 2, 6 if wide else 2 if both else 4)
        self.finder.set_wide(wide=wide)
        if wide:
            half = (room.width() - WIDE_GAP_PX) // 2
            self.form.setGeometry(0, room.y(), half, self._height_of(self.form, room.width()))
            self.finder.setGeometry(room.adjusted(half + WIDE_GAP_PX, 0, 0, 0))
        elif both:
            self.form.setGeometry(0, room.y(), room.width(), form)
            self.finder.setGeometry(room.adjusted(0, form + GAP_PX, 0, 0))
        else:
            self._arrange_one(room)
        self._show_parts(both=both)

    def _arrange_one(self, room: QRect) -> None:
        size = self.switch.sizeHint()
        self.switch.setGeometry(0, room.bottom() + 1 - size.height(), size.width(), size.height())
        for part in (self.form, self.finder):
            part.setGeometry(room.adjusted(0, 0, 0, -size.height() - GAP_PX))

    def _show_parts(self, *, both: bool) -> None:
        self.form.setVisible(both or not self._finding)
        self.finder.setVisible(both or self._finding)
        self.switch.setVisible(not both)

    def _turn_to(self, *, finding: bool) -> None:
        """Show the list or the form, where there is no room for both."""
        self._finding = finding
        self._name_switch()
        self._arrange()

    def _on_switched(self) -> None:
        if self.form.changed_note is not None and not self._finding:
            self.form.left.emit()
            return
        self._turn_to(finding=not self._finding)
        (self.finder.search_field if self._finding else self.form.text).setFocus()

    def _name_switch(self) -> None:
        if self.form.changed_note is not None and not self._finding:
            self.switch.setText(self._words(say("You change a note. Leave it as it was  (Esc)")))
            return
        notes = len(self._record.notes) if self._record is not None else 0
        named = say("Write a note  (Esc)") if self._finding else say_many(
            "Find in {count} note  (Ctrl+F)", "Find in {count} notes  (Ctrl+F)", count=notes
        )  # fmt: skip
        self.switch.setText(self._words(named))

    def _connect(self) -> None:
        self.form.sent.connect(self._on_sent)
        self.form.left.connect(self._on_left)
        self.switch.clicked.connect(self._on_switched)
        self.finder.change_asked.connect(self._on_change_asked)
        self.finder.main_point_asked.connect(self._on_main_point_asked)
        self.finder.withdrawn.connect(self._on_withdrawn)
        form, finder = self.form, self.finder
        fields = (form.text, form.table, form.promise.who, form.promise.by_when, finder.search_field, finder.why)
        for part in fields:
            part.installEventFilter(self)


def _id(note: NoteRecord) -> NoteId:
    return NoteId(bytes.fromhex(note.id))


def _note(note: NoteRecord) -> Note:
    return Note(
        note.text, note.activity, note.place, note.kind, note.about, note.language, note.verbatim,
        Strength(note.strength), note.minority, note.owner, note.by_when,
    )  # fmt: skip
