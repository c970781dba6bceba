"""The form in which a note is written or changed: where it comes from, what it is, its words."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.conduct.noting import Note, NoteKind, Strength
from facilitator.conduct.record import NoteRecord, StepRecord
from facilitator.core.tables import table_number, table_place
from facilitator.errors import Refused
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.notes import KIND_NAMES, STRENGTH_NAMES
from ui.models.run_sheet import Place
from ui.run.note_chips import Chip, chips_side_by_side, one_stop_for_tab
from ui.run.note_keys import (
    KIND_KEYS,
    LAST_TABLE,
    MASK,
    MINORITY,
    NEXT_TABLE,
    STRENGTH_KEYS,
    TO_TABLE,
    VERBATIM,
    Press,
    pressed,
)
from ui.run.note_promise import NotePromise
from ui.run.note_warning import NoteWarning
from ui.widgets.fields import Chooser, FigureField, SentText
from ui.widgets.text import push_button, text_label

GAP_PX = 4
LINES_OF_TEXT = 2
_SHORT_KINDS: dict[NoteKind, Message] = {
    NoteKind.WORDING_CHANGE: say("Wording"),
    NoteKind.BARRIER: say("In the way"),
    NoteKind.WHAT_WORKS: say("Works"),
    NoteKind.ASSET: say("We have"),
    NoteKind.MINORITY_VIEW: say("Minority"),
}
_SHORT_STRENGTHS: dict[Strength, Message] = {
    Strength.ONE: say("One"),
    Strength.SOME: say("Some"),
    Strength.MOST: say("Most"),
    Strength.ALL: say("All"),
}


@dataclass(frozen=True, slots=True)
class _Draft:
    note: Note
    table_text: str


class NoteForm(QWidget):
    """Gives what was typed by `note`; what stays for the next note and what goes is its own affair.

    `sent`: Enter or the button. `left`: Escape, while a note is being changed.
    """

    sent = Signal()
    left = Signal()

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._steps: tuple[tuple[str, str], ...] = ()
        self._place: Place | None = None
        self._changed: NoteRecord | None = None
        self._draft: _Draft | None = None
        self._lines = (LINES_OF_TEXT, LINES_OF_TEXT)
        self._is_compact = False
        self.activity = Chooser(words(say("Activity the note comes from")))
        self.about = Chooser(words(say("Statement or area the note is about")))
        self.table = FigureField(words(say("Table the note comes from")), widest="999", words=words)
        self.text = SentText(words(say("Note, in people's own words; Enter saves it")))
        self.save = push_button(words(say("Save")))
        self.leave = push_button(words(say("Leave it  (Esc)")), "quiet")
        self.warning = NoteWarning(self.text, words)
        self.promise = NotePromise(words)
        self._changing = text_label(role="state")
        self._make_chips()
        self._lay_out()
        self._connect()
        self.show_names({})
        self._show_mode()

    @property
    def kind(self) -> NoteKind:
        """The kind that is chosen."""
        return next(kind for kind, chip in self.kinds.items() if chip.isChecked())

    @property
    def strength(self) -> Strength:
        """How much of the table is ticked."""
        ticked = (strength for strength, chip in self.strengths.items() if chip.isChecked())
        return next(ticked, Strength.UNKNOWN)

    @property
    def changed_note(self) -> NoteRecord | None:
        """The note that is being changed; None while a new one is written."""
        return self._changed

    @property
    def note(self) -> Note:
        """What was typed; raises `Refused` where the table is not a number."""
        if self.table.is_refused:
            raise Refused(
                say("The table is not a whole number, so the note is not saved yet."),
                say("Type the table's number again, or clear the field."),
            )
        return self._typed()

    @property
    def has_unsaved_words(self) -> bool:
        """Whether words were typed, or changed, that are not stored yet; those set aside for a change count too."""
        typed, draft = self.text.toPlainText(), self._draft.note.text if self._draft is not None else ""
        stored = self._changed
        kept = (stored.text, stored.owner, stored.by_when) if stored is not None else ("", "", "")
        return bool(draft.strip()) or (bool(typed.strip()) and (typed, *self._promised()) != kept)

    def choose_kind(self, kind: NoteKind) -> None:
        """Mark the kind of this note and of the next ones."""
        self.kinds[kind].setChecked(True)

    def show_steps(self, steps: Sequence[StepRecord], place: Place | None) -> None:
        """Offer these activities; the one at the operator's place is chosen when the operator goes there."""
        offered = tuple((step.key, step.title) for step in steps)
        if offered != self._steps:
            self._steps = offered
            _offer(self.activity, offered)
        if place is not None and place != self._place and self._changed is None:
            self.activity.choose(place.activity)
        self._place = place

    def show_names(self, names: Mapping[str, str]) -> None:
        """Offer what a note may be about, by key."""
        _offer(self.about, [("", self._words(say("About…"))), *names.items()])

    def start_changing(self, note: NoteRecord) -> None:
        """Show a note to be changed; what was typed of a new one comes back afterwards."""
        if self._changed is None:
            self._draft = _Draft(self._typed(), self.table.text())
        self._changed = note
        self._fill(
            Note(
                note.text, note.activity, note.place, note.kind, note.about, note.language, note.verbatim,
                note.strength, note.minority, note.owner, note.by_when,
            )
        )  # fmt: skip
        self._show_mode()
        self.text.setFocus()
        self.text.selectAll()

    def start_anew(self) -> None:
        """Make room for the next note: activity, table, kind and what it is about stay, the rest is empty."""
        if self._changed is not None:
            self._changed = None
            self._take_up_draft()
        else:
            self.text.clear()
            self.promise.fill("", "")
            self._untick()
        self._show_mode()
        self.text.setFocus()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key stands for in the form; return whether it stands for anything."""
        press = pressed(event)
        if press == Press(Qt.Key.Key_Escape) and self._changed is not None:
            self.left.emit()
            return True
        for chip, keys in self._chip_keys.items():
            if press == keys:
                chip.click()
                return True
        if press in (NEXT_TABLE, LAST_TABLE):
            self._change_table(1 if press == NEXT_TABLE else -1)
            return True
        if press == TO_TABLE:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return press == MASK and self.warning.mask_first()

    def set_lines(self, least: int, most: int) -> None:
        """Show so many lines of the words."""
        if (least, most) != self._lines:
            self._lines = (least, most)
            self._fit()

    def set_compact(self, *, compact: bool) -> None:
        """Leave to the surroundings to say that a note is being changed, and how to leave it."""
        if compact != self._is_compact:
            self._is_compact = compact
            self._show_mode()

    @property
    def height_left_out(self) -> int:
        """About how much higher the form would be if it were not compact."""
        if self._changed is None or not self._is_compact:
            return 0
        return sum(part.sizeHint().height() + GAP_PX for part in (self._changing, self.leave))

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for the lines of a note."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _typed(self) -> Note:
        table = self.table.figure
        language = self._changed.language if self._changed is not None else "en"
        return Note(
            self.text.toPlainText(),
            str(self.activity.currentData() or ""),
            table_place(table) if table is not None else self._other_place(),
            self.kind,
            str(self.about.currentData() or ""),
            language,
            self.verbatim.isChecked(),
            self.strength,
            self.minority.isChecked(),
            *self._promised(),
        )

    def _promised(self) -> tuple[str, str]:
        changed = self._changed
        return self.promise.typed(changed.owner, changed.by_when) if changed is not None else self.promise.typed("", "")

    def _other_place(self) -> str:
        """Return where the note that is changed comes from, where that is not a table with a number."""
        place = self._changed.place if self._changed is not None else ""
        return place if table_number(place) is None else ""

    def _fill(self, note: Note) -> None:
        self.text.setPlainText(note.text)
        self._choose_kept(self.activity, note.activity)
        self._choose_kept(self.about, note.about)
        self.table.set_figure(table_number(note.place))
        self.choose_kind(note.kind)
        for strength, chip in self.strengths.items():
            chip.setChecked(strength is note.strength)
        self.verbatim.setChecked(note.verbatim)
        self.minority.setChecked(note.minority)
        self.promise.fill(note.owner, note.by_when)

    def _choose_kept(self, chooser: Chooser, key: str) -> None:
        """Choose what the note has, also where the run sheet has it no more."""
        if chooser.findData(key) < 0:
            chooser.addItem(key, key)
        chooser.choose(key)

    def _take_up_draft(self) -> None:
        draft, self._draft = self._draft, None
        if draft is None:
            return
        self._fill(draft.note)
        self.table.setText(draft.table_text)

    def _untick(self) -> None:
        for chip in (*self.strengths.values(), self.verbatim, self.minority):
            chip.setChecked(False)

    def _change_table(self, step: int) -> None:
        self.table.set_figure(max(1, (self.table.figure or 0) + step))

    def _on_strength(self, chosen: Chip) -> None:
        for chip in self.strengths.values():
            if chip is not chosen:
                chip.setChecked(False)

    def _on_kind(self) -> None:
        self.minority.setEnabled(self.kind is not NoteKind.MINORITY_VIEW)
        self.promise.show_for(self.kind)
        self._show_mode()

    def _show_mode(self) -> None:
        """Say in the empty field and on the button what Enter will do."""
        kind = KIND_NAMES[self.kind]
        self.text.setPlaceholderText(self._words(say("{kind}: what was said. Enter saves.", kind=kind)))
        is_changing = self._changed is not None
        self._changing.setText(self._words(say("You change a note. The file keeps its earlier words.")))
        for part in (self._changing, self.leave):
            part.setVisible(is_changing and not self._is_compact)
        self.save.setAccessibleName(self._words(say("Save the change") if is_changing else say("Save the note")))

    def _make_chips(self) -> None:
        words = self._words
        self.kinds = {
            kind: Chip(words(_SHORT_KINDS.get(kind, KIND_NAMES[kind])), key, _named(words, KIND_NAMES[kind], key))
            for kind, (_, key) in KIND_KEYS.items()
        }
        self.strengths = {
            strength: Chip(
                words(_SHORT_STRENGTHS[strength]), key, _named(words, STRENGTH_NAMES[strength], f"Ctrl+{key}")
            )
            for strength, (_, key) in STRENGTH_KEYS.items()
        }
        self.verbatim = Chip(words(say("Exact")), "5", _named(words, say("Exact words"), "Ctrl+5"))
        self.minority = Chip(words(say("Minority")), "6", _named(words, say("Minority view, a tick"), "Ctrl+6"))
        self._group = QButtonGroup(self)
        for chip in self.kinds.values():
            self._group.addButton(chip)
        self.choose_kind(NoteKind.POINT)
        one_stop_for_tab(self._group)
        self._chip_keys: dict[Chip, Press] = {chip: KIND_KEYS[kind][0] for kind, chip in self.kinds.items()}
        self._chip_keys |= {chip: STRENGTH_KEYS[strength][0] for strength, chip in self.strengths.items()}
        self._chip_keys |= {self.verbatim: VERBATIM, self.minority: MINORITY}

    def _connect(self) -> None:
        self.text.sent.connect(self.sent)
        self.promise.sent.connect(self.sent)
        self.save.clicked.connect(self.sent)
        self.leave.clicked.connect(self.left)
        self.table.entered.connect(self.text.setFocus)
        self._group.buttonToggled.connect(self._on_kind)
        for chip in self.strengths.values():
            chip.clicked.connect(lambda _, chip=chip: self._on_strength(chip))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addLayout(self._where_row())
        layout.addWidget(chips_side_by_side([*self.kinds.values()]))
        layout.addWidget(self._changing)
        layout.addLayout(self._text_row())
        layout.addWidget(self.promise)
        self.promise.hide()
        layout.addWidget(self.warning)
        control = text_label(self._words(say("Ctrl")), "small", wraps=False)
        layout.addWidget(chips_side_by_side([control, *self.strengths.values(), self.verbatim, self.minority]))
        layout.addStretch(1)
        self._order_tabs()
        self._fit()

    def _order_tabs(self) -> None:
        """Let Tab go from the words to who and by when, and to the buttons after them."""
        promise, mask = self.promise, self.warning.leave_out
        chain = (self.text, promise.who, promise.by_when, self.save, self.leave, mask)
        for first, second in itertools.pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _where_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        table = text_label(self._words(say("Table")), wraps=False)
        table.setBuddy(self.table)
        for chooser in (self.activity, self.about):
            chooser.setMinimumContentsLength(4)
            chooser.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(chooser, 1)
        row.addWidget(table)
        row.addWidget(self.table)
        return row

    def _text_row(self) -> QHBoxLayout:
        buttons = QVBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.save)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        row.addWidget(self.text, 1)
        row.addLayout(buttons)
        return row

    def _fit(self) -> None:
        least, most = self._lines
        line = self.fontMetrics().lineSpacing()
        self.text.setMinimumHeight(line * least + 16)
        self.text.setMaximumHeight(line * most + 16)


def _named(words: Translator, name: Message, key: str) -> str:
    return words(say("{choice}, key {key}", choice=name, key=key.replace("⇧", "Shift+")))


def _offer(chooser: Chooser, entries: Sequence[tuple[str, str]]) -> None:
    chosen = chooser.currentData()
    chooser.blockSignals(True)
    chooser.clear()
    for key, name in entries:
        chooser.addItem(name, key)
    chooser.choose(chosen)
    chooser.blockSignals(False)
