"""Notes: what people said, typed as it is said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from facilitator.conduct.noting import Note, NoteKind
from facilitator.conduct.record import NoteRecord, StepRecord
from facilitator.look import DAY, GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.models.notes import KIND_NAMES, NotesModel
from ui.models.run_sheet import Place
from ui.widgets.fields import Chooser, FigureField, SentText
from ui.widgets.text import push_button, text_label


class NotesCard(QFrame):
    """Enter gives the note by `note_written`; Shift+Enter breaks the line. What was typed stays until `clear_text`."""

    note_written = Signal(Note)

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._place: Place | None = None
        self.activity = Chooser(words(say("Activity the note comes from")))
        self.table = FigureField(words(say("Table the note comes from")), widest="999")
        self.kind = Chooser(words(say("Kind of note")))
        self.text = SentText(words(say("Note, in people's own words; Enter saves it")))
        self.save = push_button(words(say("Save the note")))
        self._model = NotesModel(words)
        self._list = NotesList(self._model, words)
        self._title = text_label(words(say("Notes")), "heading")
        for kind in NoteKind:
            self.kind.addItem(words(KIND_NAMES[kind]), kind)
        self.text.setPlaceholderText(words(say("What was said. Enter saves, Shift+Enter starts a line.")))
        self.text.sent.connect(self._on_sent)
        self.save.clicked.connect(self._on_sent)
        self._lay_out()

    def show_steps(self, steps: Sequence[StepRecord], place: Place | None) -> None:
        """Offer these activities; the one at the operator's place is chosen when the operator goes there."""
        known = [self.activity.itemData(number) for number in range(self.activity.count())]
        if known != [step.key for step in steps]:
            chosen = self.activity.currentData()
            self.activity.clear()
            for step in steps:
                self.activity.addItem(step.title, step.key)
            self.activity.choose(chosen)
        if place is not None and place != self._place:
            self.activity.choose(place.activity)
        self._place = place

    def show_notes(self, notes: Sequence[NoteRecord]) -> None:
        """Show the notes there are."""
        self._model.set_rows(notes)

    def clear_text(self) -> None:
        """Make room for the next note."""
        self.text.clear()
        self.text.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for three lines of a note."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _on_sent(self) -> None:
        table = self.table.figure
        place = self._words(say("Table {number}", number=table)) if table is not None else ""
        kind = NoteKind(self.kind.currentData())
        self.note_written.emit(Note(self.text.toPlainText(), str(self.activity.currentData() or ""), place, kind))

    def _lay_out(self) -> None:
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, GRID_PX + 4, 2 * GRID_PX, GRID_PX + 4)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._title)
        layout.addWidget(self.activity)
        row = QHBoxLayout()
        row.addWidget(self.kind, 1)
        table = text_label(self._words(say("Table")), wraps=False)
        table.setBuddy(self.table)
        row.addWidget(table)
        row.addWidget(self.table)
        layout.addLayout(row)
        layout.addWidget(self.text)
        layout.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._list, 1)
        self._fit()

    def _fit(self) -> None:
        self.text.setFixedHeight(self.fontMetrics().lineSpacing() * 2 + 24)
        self._list.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)


class NotesList(QListView):
    """The notes, newest first, each in as many lines as it needs."""

    def __init__(self, model: NotesModel, words: Translator) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_NoteDelegate(self))
        self.setAccessibleName(words(say("Notes so far, newest first")))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        """No more than it must have: it takes what the others leave."""
        return QSize(200, max(self.minimumHeight(), self.minimumSizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the notes anew when the width changes."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _NoteDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        text = _text_box(option.font, str(index.data()), width)
        return QSize(width, text.height() + QFontMetrics(_small(option.font)).lineSpacing() + 2 * GRID_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box: QRect = option.rect
        text = _text_box(option.font, str(index.data()), box.width())
        painter.save()
        painter.setPen(QColor(DAY.hairline))
        painter.drawLine(box.topLeft(), box.topRight())
        painter.setPen(QColor(DAY.text))
        painter.setFont(option.font)
        painter.drawText(text.translated(box.topLeft()), Qt.TextFlag.TextWordWrap, str(index.data()))
        painter.setPen(QColor(DAY.muted))
        painter.setFont(_small(option.font))
        below = QRect(box.x(), box.y() + text.bottom() + 2, box.width(), box.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignTop, str(index.data(Qt.ItemDataRole.UserRole)))
        painter.restore()


def _text_box(font: QFont, text: str, width: int) -> QRect:
    box = QRect(0, GRID_PX // 2, width, 100_000)
    found = QFontMetrics(font).boundingRect(box, Qt.TextFlag.TextWordWrap, text)
    return QRect(0, box.y(), width, found.height())


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(1, round(font.pixelSize() * 13 / 15)))
    return small
