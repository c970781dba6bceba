"""Widgets in a row that goes on in the next line where the width is not enough, as words do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_COMES_OR_GOES = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Flow(QWidget):
    """Lays parts side by side in as many lines as they need; hidden ones take no place.

    It is no QLayout: Qt deletes the items of a layout behind Python's back, and a layout in Python that kept them would
    be left with dead ones.
    """

    def __init__(self, parts: Sequence[QWidget], *, gap_px: int) -> None:
        super().__init__()
        self._parts, self._gap_px = tuple(parts), gap_px
        self._heights: dict[int, int] = {}  # by width, as long as no part changes: layouts ask over and over
        for part in self._parts:
            part.setParent(self)
            part.installEventFilter(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """More lines where there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        if width not in self._heights:
            self._heights[width] = max((box.bottom() + 1 for _, box in self._boxes(width)), default=0)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As wide as one single line, as high as its lines are in the width of now."""
        widths = [part.sizeHint().width() for part in self._shown()]
        line = sum(widths) + self._gap_px * max(0, len(widths) - 1)
        return QSize(line, self.heightForWidth(max(self._widest(), self.width())))

    def minimumSizeHint(self) -> QSize:
        """As wide as its widest part; nothing is cut off."""
        widest = self._widest()
        return QSize(widest, self.heightForWidth(max(widest, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the parts out in the new width."""
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the parts out as they are now."""
        super().showEvent(event)
        self._place_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the parts out anew at another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place_anew()

    def event(self, event: QEvent) -> bool:
        """Lay the parts out anew when one of them changes its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_anew()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lay the parts out anew when one of them comes or goes."""
        if event.type() in _COMES_OR_GOES:
            self._place_anew()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _widest(self) -> int:
        return max((part.sizeHint().width() for part in self._shown()), default=0)

    def _place_anew(self) -> None:
        """Place the parts, one of which has another size by now."""
        self._heights.clear()
        self._place()

    def _place(self) -> None:
        """Put the parts where they go; nobody sees it while it is hidden, and being shown it is placed anew."""
        if not self.isVisible():
            return
        for part, box in self._boxes(self.width()):
            part.setGeometry(box)
        self.updateGeometry()

    def _boxes(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        top = 0
        for line in self._lines(width):
            height, left = max(part.sizeHint().height() for part in line), 0
            for part in line:
                size = part.sizeHint()
                yield part, QRect(left, top + (height - size.height()) // 2, min(size.width(), width), size.height())
                left += size.width() + self._gap_px
            top += height + self._gap_px

    def _lines(self, width: int) -> Iterator[list[QWidget]]:
        line: list[QWidget] = []
        used = 0
        for part in self._shown():
            part_width = part.sizeHint().width()
            if line and used + self._gap_px + part_width > width:
                yield line
                line, used = [], 0
            used += part_width + (self._gap_px if line else 0)
            line.append(part)
        if line:
            yield line
