"""The grid of the tables' own counts: typed by keyboard, a row stored when it is whole and left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from facilitator.conduct.tables import TableNow
from facilitator.core.result import QuestionResult
from facilitator.core.tables import table_place
from facilitator.core.tally import CountSheet
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.table_counts import Figure, TableCountsModel
from ui.widgets.breaking_row import BreakingRow
from ui.widgets.fields import FigureField
from ui.widgets.text import push_button, set_role, text_label

Index = QModelIndex | QPersistentModelIndex
LEAST_TOLD_PX = 240
LEAST_ROWS_SHOWN, USUAL_ROWS_SHOWN = 3, 4
PADDING_PX = 2 * GRID_PX - 2
NO_TABLES = say("The number of tables is not known. Type the number or name of a table, then press Enter.")
ENTER_GOES_TO = (Figure.PEOPLE, Figure.OPTION, Figure.ABSTAIN, Figure.VOTED)


class TablesGrid(QWidget):
    """Asks for each table's figures; `row_left` carries the row of a table somebody typed in and went on from.

    `finished`: Enter went behind the last figure of the last table. `table_wanted` carries the place of a late table.
    `notice` says what was not taken of what was typed, or None.
    """

    row_left = Signal(int)
    finished = Signal()
    table_wanted = Signal(str)
    entry_changed = Signal()
    notice = Signal(object)

    def __init__(self, words: Translator, unfitting: Callable[[CountSheet], Message | None]) -> None:
        super().__init__()
        self._words = words
        self.model = TableCountsModel(words, unfitting)
        self.view = _GridView(self.model, words)
        self.legend = text_label(role="small")
        self.told = text_label(role="muted")
        self.late = QLineEdit()
        self.late.setAccessibleName(words(say("Number or name of another table")))
        self.add_button = push_button(words(say("Add the table")), "quiet")
        self._lay_out()
        self._connect()

    def ask(self, question: QuestionResult, tables: tuple[TableNow, ...]) -> None:
        """Show the tables at a question; what was typed for it and not stored stays."""
        self.model.set_rows(question, tables)
        self.view.fit()
        self.legend.setText("  ·  ".join(self.model.legend))
        self.legend.setVisible(bool(self.model.legend))
        self.late.setPlaceholderText(self._words(say("Late table") if tables else say("First table")))
        self._show_row()

    def focus_first(self) -> None:
        """Put the cursor at the first table that has sent nothing yet."""
        rows = range(self.model.rowCount())
        empty = next((row for row in rows if self.model.entry(row).figures.is_empty), 0)
        self.go_to(empty)

    def go_to(self, row: int) -> None:
        """Put the cursor at a table: on its people where they are not known, else on its first answer."""
        if not self.model.rowCount():
            self.late.setFocus()
            return
        first = 0 if self.model.entry(row).people is None else 1
        self.view.setCurrentIndex(self.model.index(row, first))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def current_row(self) -> int:
        """The row where the cursor is, or -1."""
        return self.view.currentIndex().row()

    def finish_typing(self) -> None:
        """Take over what stands in an open cell."""
        self.view.finish_typing()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(self.legend)
        layout.addWidget(self.view, 1)
        self.told.setMinimumWidth(LEAST_TOLD_PX)
        layout.addWidget(BreakingRow(self.told, self.late, self.add_button, spacing=GRID_PX))

    def _connect(self) -> None:
        self.view.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.view.left.connect(self._on_left)
        self.view.finished.connect(self._on_finished)
        self.view.refused.connect(self.notice)
        self.model.dataChanged.connect(self._on_typed)
        self.model.modelReset.connect(self._show_row)
        self.late.returnPressed.connect(self._on_late_table)
        self.add_button.clicked.connect(self._on_late_table)

    def _on_row_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        self._show_row()
        if before.isValid() and before.row() in self.model.changed_rows:
            self.row_left.emit(before.row())
        del current

    def _on_left(self) -> None:
        row = self.view.currentIndex().row()
        if row in self.model.changed_rows:
            self.row_left.emit(row)

    def _on_finished(self) -> None:
        self._on_left()
        self.finished.emit()

    def _on_typed(self) -> None:
        self._show_row()
        self.entry_changed.emit()

    def _on_late_table(self) -> None:
        text = " ".join(self.late.text().split())
        if not text:
            self.late.setFocus()
            return
        self.late.clear()
        self.table_wanted.emit(table_place(int(text)) if text.isascii() and text.isdecimal() else text)

    def _show_row(self) -> None:
        row = self.view.currentIndex().row()
        is_row = 0 <= row < self.model.rowCount()
        told = self.model.told(row) if is_row else NO_TABLES if not self.model.rowCount() else None
        self.told.setText(self._words(told) if told is not None else "")
        set_role(self.told, "warning" if is_row and self.model.is_troubled(row) else "muted")


class _GridView(QTableView):
    """Digits start typing; Enter goes to the next cell and, behind a row's last, to the next table."""

    left = Signal()
    finished = Signal()
    refused = Signal(object)

    def __init__(self, model: TableCountsModel, words: Translator) -> None:
        super().__init__()
        self._counts = model
        self.setModel(model)
        self.setItemDelegate(_FigureDelegate(model, words, self))
        self.setAccessibleName(words(say("Counts of the tables")))
        self.setProperty("takes typing", True)
        self.setTabKeyNavigation(False)  # arrows and Enter go from cell to cell; Tab leaves the grid
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def fit(self) -> None:
        """Give each column the width it needs; where that is too much, how a count stands is told by a mark."""
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.45))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._counts.is_brief = False
        widths = self._widths()
        last = next((at for at, one in enumerate(self._counts.columns) if one.figure is Figure.STANDING), 0)
        if sum(widths[: last + 1]) > self._room():
            self._counts.is_brief = True
            widths = self._widths()
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)
        self.updateGeometry()

    def _room(self) -> int:
        """Return how wide the columns may be, whether or not there is a scroll bar now: that follows from them."""
        bar = self.verticalScrollBar().sizeHint().width()
        return self.width() - self.verticalHeader().sizeHint().width() - bar - 2 * self.frameWidth()

    def _widths(self) -> list[int]:
        letters, columns = self.fontMetrics(), self._counts.columns
        standing = "⚠" if self._counts.is_brief else "⚠ does not add up"
        widest = {Figure.SUM: "99 of 99", Figure.STANDING: standing}
        texts = [widest.get(column.figure, "999") for column in columns]
        needed = [
            max(letters.horizontalAdvance(text), letters.horizontalAdvance(self._counts.head(column)) * 1.08)
            for text, column in zip(texts, columns, strict=True)
        ]
        return [round(width) + PADDING_PX for width in needed]

    def sizeHint(self) -> QSize:
        """As high as a few tables need; the panel gives it the room that is left."""
        rows = min(max(1, self._counts.rowCount()), USUAL_ROWS_SHOWN)
        head = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(super().sizeHint().width(), head + rows * self.verticalHeader().defaultSectionSize() + bar + 4)

    def minimumSizeHint(self) -> QSize:
        """At least the head and a few tables."""
        head = self.horizontalHeader().sizeHint().height()
        return QSize(200, head + LEAST_ROWS_SHOWN * self.verticalHeader().defaultSectionSize() + 16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns anew, and keep the cell where the cursor is in sight."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Delete empties, Space ticks; only digits begin a figure."""
        key, index = event.key(), self.currentIndex()
        if self.state() is QAbstractItemView.State.EditingState:
            return  # a key that the open cell let through: its figure is taken over and closed by the delegate
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on(index)
        elif not index.isValid() or key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            event.ignore()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._counts.setData(index, None)
        elif key == Qt.Key.Key_Space:
            self._on_space(event)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self._step(index, 1 if key == Qt.Key.Key_Plus else -1)
        elif event.text().isprintable() and event.text() and not event.text().isdecimal():
            self.refused.emit(say("“{text}” is not a whole number. Type digits here.", text=event.text()))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say `left` once the cursor has gone from the grid, an open cell not counted."""
        super().focusOutEvent(event)
        following = QApplication.focusWidget()
        if following is None or not self.isAncestorOf(following):
            self.left.emit()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on behind a figure that Enter ended."""
        index = self.currentIndex()
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.go_on(index)

    def go_on(self, index: QModelIndex) -> None:
        """Go to the next cell to fill; behind the last of a row, to the next table."""
        columns = self._counts.columns
        place = columns[index.column()].figure if index.isValid() else Figure.PEOPLE
        goes_to = ENTER_GOES_TO if place in ENTER_GOES_TO else (Figure.BLANK, Figure.SPOILT)
        following = [
            number for number, column in enumerate(columns) if number > index.column() and column.figure in goes_to
        ]
        if following:
            self.setCurrentIndex(self._counts.index(index.row(), following[0]))
        elif index.row() + 1 < self._counts.rowCount():
            below = index.row() + 1
            first = 0 if self._counts.entry(below).people is None else 1
            self.setCurrentIndex(self._counts.index(below, first))
        else:
            self.finished.emit()

    def finish_typing(self) -> None:
        """Take over what stands in an open cell."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _on_space(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self._counts.columns[index.column()].figure is not Figure.PAPER:
            event.ignore()
            return
        ticked = self._counts.entry(index.row()).from_paper
        self._counts.set_from_paper(index.row(), from_paper=not ticked)

    def _step(self, index: QModelIndex, step: int) -> None:
        column = self._counts.columns[index.column()]
        if column.takes_figures:
            figure = self._counts.figure_at(index.row(), column) or 0
            self._counts.setData(index, max(0, figure + step))


class _FigureDelegate(QStyledItemDelegate):
    """Edits a cell by a figure field, which takes whole numbers only and says so."""

    def __init__(self, model: TableCountsModel, words: Translator, view: _GridView) -> None:
        super().__init__(view)
        self._counts, self._words, self._view = model, words, view

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the field of a cell."""
        del option
        name = str(self._counts.data(index, Qt.ItemDataRole.AccessibleTextRole))
        editor = FigureField(name, widest="999", arrows_move=True, words=self._words)
        editor.setParent(parent)
        editor.setProperty("role", "cell")
        editor.refused.connect(self._view.refused)
        editor.figure_changed.connect(lambda: self._view.refused.emit(None))
        editor.moved.connect(lambda step: self._move(editor, step))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the figure of the cell, unless something else is being typed over it."""
        assert isinstance(editor, FigureField)
        if not editor.isModified():
            editor.set_figure(self._counts.figure_at(index.row(), self._counts.columns[index.column()]))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take over a figure; what was refused leaves the cell as it was."""
        assert isinstance(editor, FigureField)
        if not editor.is_refused:
            model.setData(model.index(index.row(), index.column()), editor.figure)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the cell."""
        del index
        editor.setFixedSize(option.rect.size())
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Keep Enter in the field while what it holds was refused."""
        is_enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (
            is_enter
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, FigureField)
            and watched.is_refused
        ):
            return False
        return bool(super().eventFilter(watched, event))  # type: ignore[arg-type]

    def _move(self, editor: FigureField, step: int) -> None:
        self.commitData.emit(editor)
        index = self._view.currentIndex()
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        following = self._counts.index(index.row() + step, index.column())
        if following.isValid():
            self._view.setCurrentIndex(following)
