"""The window around the start page; it scrolls rather than clip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QScrollArea, QWidget

from ui.start.start_page import StartPage


class StartWindow(QMainWindow):
    """The first window; it follows the focus, so that what has it is always in sight."""

    def __init__(self, page: StartPage) -> None:
        super().__init__()
        self.page = page
        self.setWindowTitle("Facilitator")
        page.setProperty("role", "ground")
        self.area = QScrollArea()
        self.area.setWidget(page)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCentralWidget(self.area)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        page.focus_first()

    def sizeHint(self) -> QSize:
        """Wide enough for three choices side by side, and within the smallest laptop."""
        return QSize(1080, 720)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        if new is not None and self.page.isAncestorOf(new):
            self.area.ensureWidgetVisible(new)
