"""The window of the guide: its pages as a list, and the page with its pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.guide.pages import FIRST, PAGES, file_of
from ui.guide.papers import PapersToPrint
from ui.run.tools import ToolWindow
from ui.run.written_paper import WrittenPaper
from ui.widgets.banner import Banner
from ui.widgets.text import push_button, text_label

EDGE_PX = 4 * GRID_PX
LIST_LETTERS = 40
LINE_PERCENT, TABLE_PERCENT = 115, (32, 68)
PICTURE_MARK = "\ufffc"  # what stands for a picture in the text


class GuideText(QTextBrowser):
    """A page of the guide; its pictures are never wider than the window.

    `widened`: there is more or less room than before, so the pictures want to be loaded anew.
    """

    widened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # it would come after the pictures

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that the width is another."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.widened.emit()

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


def let_it_breathe(document: QTextDocument) -> None:
    """Set the paragraphs of a page apart, and its headings and pictures more; the lines of a table stay together."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        form = block.blockFormat()
        if cursor.currentTable() is None:
            form.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            form.setBottomMargin(GRID_PX)
            is_heading = form.headingLevel() > 1
            form.setTopMargin(2 * GRID_PX if is_heading or PICTURE_MARK in block.text() else 0)
        else:
            cursor.currentTable().setFormat(_shared_out(cursor.currentTable().format()))
        cursor.setBlockFormat(form)
        block = block.next()


def _shared_out(form: QTextTableFormat) -> QTextTableFormat:
    """Give the second column of two most of the width, and the cells some room."""
    form.setCellPadding(GRID_PX - 2)
    if form.columns() == len(TABLE_PERCENT):
        form.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, percent) for percent in TABLE_PERCENT]
        )
    return form


class GuideWindow(ToolWindow):
    """Opens at the page that `at` names and turns to others by list or link; with `papers` it makes those too."""

    def __init__(
        self,
        words: Translator,
        language: str,
        at: Callable[[], str] = lambda: FIRST,
        papers: PapersToPrint | None = None,
    ) -> None:
        super().__init__(words(say("Guide")))
        self._words, self._language, self._at, self._papers = words, language, at, papers
        self.pages = QListWidget()
        self.pages.setAccessibleName(words(say("Pages of the guide")))
        self.pages.setWordWrap(True)
        self.pages.setSpacing(GRID_PX // 2)
        self.pages.addItems([words(page.title) for page in PAGES])
        self.text = GuideText()
        self.text.setAccessibleName(words(say("The page")))
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._on_link)
        self.text.widened.connect(self._on_widened)
        self.banner = Banner(words)
        self.written = WrittenPaper(self.banner, words, self._show_paper)
        self.paper_buttons = self._paper_buttons()
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

    def changeEvent(self, event: QEvent) -> None:
        """Give the list the width that another text size needs."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_side"):
            self._fit_side()

    def opened(self) -> None:
        """Turn to the page for what is done now."""
        self.turn_to(self._at())

    def turn_to(self, name: str) -> None:
        """Show a page from its beginning; an unknown one leaves the page that is there."""
        row = next((at for at, page in enumerate(PAGES) if page.name == name), None)
        if row is not None:
            self.pages.setCurrentRow(row)

    def _on_row(self, row: int) -> None:
        self._show_page(PAGES[row].name)
        self.text.verticalScrollBar().setValue(0)

    def _on_widened(self) -> None:
        """Fit the pictures into the new width, and stay about where the reader was."""
        bar = self.text.verticalScrollBar()
        part = bar.value() / max(1, bar.maximum())
        self._show_page(self.page)
        bar.setValue(round(part * bar.maximum()))

    def _show_page(self, name: str) -> None:
        file = file_of(name, self._language)
        document = self.text.document()
        document.setBaseUrl(QUrl.fromLocalFile(str(file)))
        document.setDocumentMargin(EDGE_PX)
        self.text.setMarkdown(file.read_text(encoding="utf-8"))
        let_it_breathe(document)

    def _on_link(self, link: QUrl) -> None:
        """Turn to another page; a link to anywhere else is not followed, since there is no internet in the hall."""
        self.turn_to(link.fileName().removesuffix(".md"))

    def _fit_side(self) -> None:
        self._side.setFixedWidth(LIST_LETTERS * self.fontMetrics().averageCharWidth())

    def _paper_buttons(self) -> list[QPushButton]:
        papers = self._papers
        if papers is None:
            return []
        return [
            self._paper_button(say("Crib sheet: facilitator"), papers.write_facilitator_crib),
            self._paper_button(say("Crib sheet: note-takers"), papers.write_note_taker_crib),
            self._paper_button(say("Run sheet to hand over"), papers.write_run_sheet),
        ]

    def _paper_button(self, name: Message, write: Callable[[], Path]) -> QPushButton:
        button = push_button(self._words(name))
        button.clicked.connect(lambda: self._on_paper_wanted(write))
        return button

    def _on_paper_wanted(self, write: Callable[[], Path]) -> None:
        with self.banner.telling():
            self.written.tell(write())

    def _show_paper(self, path: Path) -> bool:
        return self._papers is not None and self._papers.show(path)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(text_label(self._words(say("Guide")), "title"))
        left.addWidget(self.pages, 1)
        if self.paper_buttons:
            left.addWidget(text_label(self._words(say("To print")), "heading"))
        for button in self.paper_buttons:
            left.addWidget(button)
        left.addWidget(self.banner)
        left.addWidget(self.written.folder_button)
        self._side = QWidget()
        self._side.setLayout(left)
        self._fit_side()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        layout.setSpacing(2 * GRID_PX)
        layout.addWidget(self._side)
        layout.addWidget(self.text, 1)
