"""The window of the guide: its pages as a list, and the page with its pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.guide.pages import FIRST, PAGES, file_of
from ui.run.tools import ToolWindow
from ui.widgets.text import push_button, text_label

EDGE_PX = 4 * GRID_PX
LIST_PX = 300


class GuideText(QTextBrowser):
    """A page of the guide; its pictures are never wider than the window."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture as wide as fits, and anything else as it is."""
        found = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return found
        picture = QImage(self.document().baseUrl().resolved(QUrl(name)).toLocalFile())
        room = max(1, self.viewport().width() - 2 * EDGE_PX)
        if picture.isNull() or picture.width() <= room:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)


class GuideWindow(ToolWindow):
    """Opens at the page that `at` names and turns to others by list or link.

    `crib_sheets_wanted`: somebody asks for the sheets to print.
    """

    crib_sheets_wanted = Signal()

    def __init__(self, words: Translator, language: str, at: Callable[[], str] = lambda: FIRST) -> None:
        super().__init__(words(say("Guide")))
        self._words, self._language, self._at = words, language, at
        self.pages = QListWidget()
        self.pages.setAccessibleName(words(say("Pages of the guide")))
        self.pages.setWordWrap(True)
        self.pages.addItems([words(page.title) for page in PAGES])
        self.text = GuideText()
        self.text.setAccessibleName(words(say("The page")))
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._on_link)
        self.print_button = push_button(words(say("Crib sheets to print")))
        self.print_button.clicked.connect(self.crib_sheets_wanted)
        self.pages.currentRowChanged.connect(self._on_row)
        self._lay_out()
        self.turn_to(FIRST)

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return PAGES[self.pages.currentRow()].name

    def sizeHint(self) -> QSize:
        """Beside the event, not over all of it."""
        return QSize(1120, 720)

    def opened(self) -> None:
        """Turn to the page for what is done now."""
        self.turn_to(self._at())

    def turn_to(self, name: str) -> None:
        """Show a page from its beginning; an unknown one leaves the page that is there."""
        row = next((at for at, page in enumerate(PAGES) if page.name == name), None)
        if row is not None:
            self.pages.setCurrentRow(row)

    def _on_row(self, row: int) -> None:
        file = file_of(PAGES[row].name, self._language)
        document = self.text.document()
        document.setBaseUrl(QUrl.fromLocalFile(str(file)))
        document.setDocumentMargin(EDGE_PX)
        self.text.setMarkdown(file.read_text(encoding="utf-8"))
        self.text.verticalScrollBar().setValue(0)

    def _on_link(self, link: QUrl) -> None:
        """Turn to another page; a link to anywhere else is not followed, since there is no internet in the hall."""
        self.turn_to(link.fileName().removesuffix(".md"))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(text_label(self._words(say("Guide")), "title"))
        left.addWidget(self.pages, 1)
        left.addWidget(self.print_button)
        side = QWidget()
        side.setFixedWidth(LIST_PX)
        side.setLayout(left)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        layout.setSpacing(2 * GRID_PX)
        layout.addWidget(side)
        layout.addWidget(self.text, 1)
