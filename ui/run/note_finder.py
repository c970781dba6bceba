"""Finding a note again: words as they are typed, one kind or all, and what can be done with a note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.conduct.event import Event
from facilitator.conduct.noting import NoteKind
from facilitator.conduct.record import NoteRecord
from facilitator.conduct.searching import FoundNotes, find_notes
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.notes import KIND_NAMES, NotesModel, Surroundings
from ui.run.note_list import NotesList
from ui.widgets.fields import Chooser
from ui.widgets.text import push_button, text_label

GAP_PX = 4
ACTIONS = 4  # the parts that move between the rows


class NoteFinder(QWidget):
    """Shows the notes that were looked for; `current` is the one that is chosen.

    It reads the notes again only when they, the words looked for or the kind changed.
    """

    change_asked = Signal()
    main_point_asked = Signal()
    withdrawn = Signal(str)

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self._notes: tuple[NoteRecord, ...] | None = None
        self._around = Surroundings()
        self._is_wide = False
        self.search_field = QLineEdit()
        self.kind = Chooser(words(say("Kind of notes shown")))
        self.model = NotesModel(words)
        self.list = NotesList(self.model, words)
        self.why = QLineEdit()
        self.change = push_button(words(say("Change")), "quiet")
        self.withdraw = push_button(words(say("Withdraw")), "quiet")
        self.main_point = push_button(words(say("Main point")), "quiet")
        self._count = text_label(role="small", wraps=False)
        self._name_parts()
        self._lay_out()
        self._connect()
        self._show_kinds(())
        self._show_actions()

    @property
    def current(self) -> NoteRecord | None:
        """The note that is chosen in the list."""
        index = self.list.currentIndex()
        return self.model.notes[index.row()] if index.isValid() else None

    def show_notes(self, notes: tuple[NoteRecord, ...], around: Surroundings) -> None:
        """Show the notes there are now, in the present search."""
        same_notes = notes is self._notes or notes == self._notes
        same_around = around == self._around
        self._notes, self._around = notes, around
        if same_notes and same_around:
            return
        if not same_notes:
            self._show_kinds(notes)
        self.search()

    def search(self) -> None:
        """Show the notes that fit what is typed now."""
        chosen = self.current
        kind = self.kind.currentData()
        found = find_notes(self._event, self.search_field.text(), kind=NoteKind(kind) if kind else None)
        self.model.set_rows(found.notes, self._around)
        row = self.model.row_of(chosen.id) if chosen is not None else -1
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
        self._count.setText(self._words(self._how_many(found)))
        self._show_actions()

    def leave_search(self) -> None:
        """Show all notes again."""
        self.search_field.clear()
        self.kind.setCurrentIndex(0)

    def ask_why(self, *, wanted: bool) -> None:
        """Ask why the chosen note is withdrawn, or stop asking."""
        self.why.clear()
        self.why.setVisible(wanted)
        self._show_actions()
        if wanted:
            self.why.setFocus()

    def _how_many(self, found: FoundNotes) -> Message:
        there = len(self._notes or ())
        shown = len(found.notes)
        if shown < found.all:
            return say("newest {shown} of {all}", shown=shown, all=_figure(found.all))
        return say("{found} of {all}", found=_figure(found.all), all=_figure(max(there, found.all)))

    def _show_kinds(self, notes: Sequence[NoteRecord]) -> None:
        counts = Counter(note.kind for note in notes)
        chosen = self.kind.currentData()
        self.kind.blockSignals(True)
        self.kind.clear()
        self.kind.addItem(self._words(say("All kinds")), "")
        for kind, name in KIND_NAMES.items():
            if counts[kind] or kind == chosen:
                named = self._words(say("{kind} ({count})", kind=name, count=counts[kind]))
                self.kind.addItem(named, kind.value)
        self.kind.choose(chosen)
        self.kind.blockSignals(False)

    def _show_actions(self) -> None:
        """Show what can be done with the chosen note: in a narrow place instead of the kinds and the count."""
        asks, chosen = not self.why.isHidden(), self.current
        acts = chosen is not None and not asks
        seen: dict[QWidget, bool] = dict.fromkeys((self.change, self.withdraw, self.main_point), acts)
        seen |= dict.fromkeys((self.kind, self._count), self._is_wide or not (acts or asks))
        seen[self.search_field] = self._is_wide or not asks
        for part, is_seen in sorted(
            seen.items(), key=lambda one: one[1]
        ):  # what goes before what comes: no wider for it
            part.setVisible(is_seen)
        self.main_point.setEnabled(chosen is not None and chosen.id not in self._around.main_points)

    def _on_why_given(self) -> None:
        self.withdrawn.emit(self.why.text())

    def _on_withdrawal_asked(self) -> None:
        if self.current is not None:
            self.ask_why(wanted=True)

    def _on_current_changed(self) -> None:
        self.why.hide()
        self._show_actions()

    def set_wide(self, *, wide: bool) -> None:
        """Show everything at once where there is room."""
        if wide != self._is_wide:
            self._is_wide = wide
            self._place_actions()
            self._show_actions()

    def _name_parts(self) -> None:
        words = self._words
        self.search_field.setPlaceholderText(words(say("Find  (Ctrl+F)")))
        self.search_field.setAccessibleName(words(say("Find notes by the beginnings of their words")))
        self.search_field.setClearButtonEnabled(False)
        self.why.setPlaceholderText(words(say("Why it is withdrawn. Enter does it, Esc leaves it.")))
        self.why.setAccessibleName(words(say("Why the note is withdrawn")))
        self.change.setToolTip(words(say("Enter")))
        self.withdraw.setToolTip(words(say("Delete")))
        self.main_point.setToolTip(words(say("M")))
        self.change.setAccessibleName(words(say("Change the chosen note")))
        self.withdraw.setAccessibleName(words(say("Withdraw the chosen note")))
        self.main_point.setAccessibleName(words(say("Make the chosen note a main point")))
        self.why.hide()

    def _connect(self) -> None:
        self.search_field.textChanged.connect(self.search)
        self.kind.currentIndexChanged.connect(self.search)
        self.list.current_changed.connect(self._on_current_changed)
        self.list.chosen.connect(self.change_asked)
        self.list.deleted.connect(self._on_withdrawal_asked)
        self.list.main_point_asked.connect(self.main_point_asked)
        self.change.clicked.connect(self.change_asked)
        self.withdraw.clicked.connect(self._on_withdrawal_asked)
        self.main_point.clicked.connect(self.main_point_asked)
        self.why.returnPressed.connect(self._on_why_given)
        self.search_field.returnPressed.connect(self._on_found)

    def _on_found(self) -> None:
        """Go from the words to the first note they found."""
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        self._top, self._below = QHBoxLayout(), QHBoxLayout()
        for row in (self._top, self._below):
            row.setSpacing(GAP_PX)
        self.kind.setMinimumContentsLength(6)
        self._top.addWidget(self.search_field, 3)
        self._top.addWidget(self.kind, 2)
        self._top.addWidget(self._count)
        layout.addLayout(self._top)
        layout.addWidget(self.list, 1)
        layout.addLayout(self._below)
        self._place_actions()

    def _place_actions(self) -> None:
        """Put what can be done with a note below the list, or beside the search where it is narrow."""
        row, first = (self._below, 0) if self._is_wide else (self._top, 1)
        for place, part in enumerate((self.why, self.change, self.withdraw, self.main_point), first):
            self._top.removeWidget(part)
            self._below.removeWidget(part)
            row.insertWidget(place, part, 1 if part is self.why else 0)
        if self._is_wide and self._below.count() == ACTIONS:
            self._below.addStretch(1)


def _figure(number: int) -> str:
    return f"{number:,}"
