"""The window around the start page; it scrolls rather than clip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QScrollArea, QWidget

from ui.start.start_page import StartPage

if TYPE_CHECKING:
    from ui.guide.guide_window import GuideWindow


class StartWindow(QMainWindow):
    """The first window; it follows the focus, so that what has it is always in sight."""

    def __init__(self, page: StartPage) -> None:
        super().__init__()
        self.page = page
        self.guide: GuideWindow | None = None
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
        QShortcut(QKeySequence(Qt.Key.Key_F1), self, page.open_guide)
        page.guide_wanted.connect(self._on_guide_wanted)
        page.focus_first()

    def sizeHint(self) -> QSize:
        """Wide enough for three choices side by side, and within the smallest laptop."""
        return QSize(1080, 720)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take the guide along: the event that opens has its own."""
        if self.guide is not None:
            self.guide.close()
        super().closeEvent(event)

    def _on_guide_wanted(self, name: str) -> None:
        if self.guide is None:
            from ui.guide.guide_window import GuideWindow  # no first window waits for it

            self.guide = GuideWindow(self.page.words, self.page.words.language)
            self.guide.resize(self.guide.sizeHint())
        self.guide.turn_to(name)
        self.guide.show()
        self.guide.raise_()
        self.guide.activateWindow()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        if new is not None and self.page.isAncestorOf(new):
            self.area.ensureWidgetVisible(new)
