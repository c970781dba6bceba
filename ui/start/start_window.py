"""The window around the start page; it scrolls rather than clip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMainWindow, QScrollArea

from ui.start.start_page import StartPage


class StartWindow(QMainWindow):
    """The first window."""

    def __init__(self, page: StartPage) -> None:
        super().__init__()
        self.page = page
        self.setWindowTitle("Facilitator")
        page.setProperty("role", "ground")
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCentralWidget(area)

    def sizeHint(self) -> QSize:
        """Wide enough for a line of text."""
        return QSize(760, 700)
