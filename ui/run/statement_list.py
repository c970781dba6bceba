"""The statements to settle as a list: a line each, as high as there are statements."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.models.statements import StatementsModel
from ui.widgets.style import colours


class StatementList(QListView):
    """The statements, a line each; the arrow keys choose one, Enter goes on to deciding, letters go to the panel."""

    chosen = Signal(QModelIndex)
    entered_row = Signal()

    def __init__(self, model: StatementsModel, words: Translator) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(words(say("Statements to settle")))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(_EvenRows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelReset.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As high as its statements, so that none is hidden."""
        return QSize(240, max(1, self.model().rowCount()) * row_height(self.font()) + 4)

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return self.sizeHint()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Say which statement is looked at."""
        super().currentChanged(current, previous)
        self.chosen.emit(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and Space to the panel and the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        elif event.text().strip() or event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _EvenRows(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del index
        return QSize(0, row_height(option.font))

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if option.state & QStyle.StateFlag.State_Selected:
            option.state &= ~QStyle.StateFlag.State_Selected
            option.backgroundBrush = QBrush(QColor(colours().tint))
            option.font.setWeight(QFont.Weight.DemiBold)


def row_height(font: QFont) -> int:
    """Return the height of a row in pixels."""
    return QFontMetrics(font).height() + GRID_PX // 2
