"""The part of the NOW card that holds a panel: it scrolls where the window is too low, so that the button stays."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.widgets.sight import bring_in_sight

LEAST_PX = 96


class PanelArea(QScrollArea):
    """Shows one widget at a time; it follows the focus, so that what has it is always in sight."""

    def __init__(self) -> None:
        super().__init__()
        self._gives_way = True
        self.setProperty("role", "panel")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def show_widget(self, widget: QWidget) -> None:
        """Show another widget; the one before is kept by whoever made it."""
        if widget is self.widget():
            return
        if (before := self.takeWidget()) is not None:
            before.removeEventFilter(self)
            before.hide()
            before.setParent(self)
        self.setWidget(widget)
        widget.installEventFilter(self)
        widget.show()
        self.updateGeometry()

    def let_it_scroll(self, *, gives_way: bool) -> None:
        """Say whether it may be lower than its widget: not where the whole window scrolls anyway."""
        self._gives_way = gives_way
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The same: it takes what the others leave, since Qt asks the window for its wishes and not for its least."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """A few lines where it may scroll; all of it where the window does."""
        wanted = self._wanted()
        least = min(LEAST_PX, wanted.height()) if self._gives_way else wanted.height()
        return QSize(wanted.width(), least)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the window: Page Down is the next action, and never scrolls."""
        event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the size that the widget needs when it changes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _wanted(self) -> QSize:
        widget = self.widget()
        if widget is None:
            return QSize(240, LEAST_PX)
        least, width = widget.minimumSizeHint(), self.viewport().width()
        height = widget.heightForWidth(width) if widget.hasHeightForWidth() and width > 0 else least.height()
        return QSize(least.width(), max(height, least.height()))

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        shown = self.widget()
        if new is not None and shown is not None and shown.isAncestorOf(new):
            bring_in_sight(new)  # once what the focus brought with it is laid out
