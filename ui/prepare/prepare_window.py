"""The window in which an event is prepared: pages on the left, what can be changed on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from facilitator.conduct.event import Event
from facilitator.core.plan.difference import Difference, differences
from facilitator.errors import FacilitatorError
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.prepare.page_list import PageList
from ui.prepare.pages import PAGES
from ui.prepare.prepare_page import PreparePage
from ui.prepare.preparing import Preparing
from ui.prepare.shortened import shortened
from ui.run.panel_area import PanelArea
from ui.run.tools import ToolWindow
from ui.widgets.banner import Banner
from ui.widgets.sight import bring_in_sight
from ui.widgets.text import push_button, set_role, text_label


class PrepareWindow(ToolWindow):
    """Never stops the work; Escape closes it, Ctrl+Z and Ctrl+Y take back and do again, Ctrl+Page keys turn the pages.

    `event_changed`: something was stored. `left`: the window is closed. `copy_wanted`: the person asked for another
    event like this one. `rehearsal_wanted`: the person asked to rehearse it with pretend people.
    """

    event_changed = Signal()
    copy_wanted = Signal()
    rehearsal_wanted = Signal()
    left = Signal()

    guide_page = "prepare"

    def __init__(self, event: Event, words: Translator, *, pages: Sequence[type[PreparePage]] = PAGES) -> None:
        super().__init__(words(say("Prepare")))
        self._words, self._kinds = words, tuple(pages)
        self.preparing = Preparing(event, words, self)
        self._made: dict[int, PreparePage] = {}
        self._must_haves = self._lost_must_haves()
        self._warned_of: Message | None = None  # what was said to be lost by closing once more
        self._tells_refusal = self._is_news = False  # what the banner says: a refusal, or something of this moment
        self._make_parts()
        self._lay_out()
        self._connect()
        self.page_list.show_pages(self._kinds)
        self.page_list.setCurrentRow(0)
        self.show_event()
        self.page_list.setFocus()

    @property
    def page(self) -> PreparePage:
        """The page that is shown."""
        return self._made[self.page_list.currentRow()]

    def sizeHint(self) -> QSize:
        """The smallest laptop this is made for."""
        return QSize(1366, 720)

    def show_event(self) -> None:
        """Show the event as it stands; what is being typed stays."""
        title = self.preparing.open_event.details.title
        self._title.setText(self._words(say("Prepare: {event}", event=title)))
        self.setWindowTitle(self._title.text())
        self.page.show_programme()
        for number, kind in enumerate(self._kinds):
            self.page_list.show_mark(number, kind.mark(self.preparing))
        self._show_saved()

    def show_page(self, kind: type[PreparePage]) -> None:
        """Turn to a page, and put the cursor where its work begins."""
        self.page_list.setCurrentRow(self._kinds.index(kind))
        self.page.focus_first()

    def opened(self) -> None:
        """Warn anew of what would be lost."""
        self._warned_of = None

    def half_typed(self) -> Message | None:
        """Say on which page what cannot be saved as it is, and why; None where nothing would be lost."""
        self.preparing.settle()
        half = self.preparing.half_typed
        if self.preparing.open_event.is_closed or half is None:
            return None
        page = next((one for one in self._made.values() if one is half.widget or one.isAncestorOf(half.widget)), None)
        told = half.told(half.refusal)
        return say("{page}: {what}", page=page.title, what=told) if page is not None else told

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the page by the page keys, wherever the focus is."""
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if (direction := pages.get(Qt.Key(event.key()))) is None:
            super().keyPressEvent(event)
            return
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + direction * bar.pageStep())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what there is room for."""
        super().resizeEvent(event)
        self._fit_saved()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is typed; what cannot be stored is said once before it is lost."""
        half = self.half_typed()
        if half is not None and half != self._warned_of:
            self._warned_of = half
            self._warn(half, say("Put it right, or close once more and it is lost."))
            event.ignore()
            return
        self.preparing.discard()
        super().closeEvent(event)
        self.left.emit()

    def _on_page_chosen(self, number: int) -> None:
        if not self._is_news:
            self.banner.put_off_warning()
        if number not in self._made:  # before the last words are stored, as then the page is shown anew
            self._made[number] = self._kinds[number](self.preparing, self._words)
            self._made[number].setProperty("role", "ground")
        half = self.half_typed()
        page = self._made[number]
        page.setMaximumWidth(page.characters_wide * self.fontMetrics().averageCharWidth())
        page.show_programme()
        self.area.show_widget(page)
        self.area.verticalScrollBar().setValue(0)
        if half is not None:
            self._tells_refusal = True
            self._warn(half, say("Go back and put it right, or take it back with Ctrl+Z."))

    def _on_stored(self) -> None:
        self._warned_of = None
        self.banner.put_off_warning()
        self.show_event()
        self._tell_lost_must_haves()
        self.event_changed.emit()

    def _on_refused(self, error: FacilitatorError) -> None:
        self._tells_refusal = True
        stored = self.preparing.storing
        told = error.message if stored is None else stored.told(error.message)
        self._warn(told, error.advice)

    def _warn(self, what: Message, advice: Message) -> None:
        """Say what is in the way; it goes when the page is turned, unless that is what brought it about."""
        self._is_news = True
        QTimer.singleShot(0, self, self._on_told)
        self.banner.warn(shortened(what), shortened(advice))

    def _on_told(self) -> None:
        self._is_news = False
        reached = self.focusWidget()
        if reached is not None and self.page.isAncestorOf(reached):
            bring_in_sight(reached)  # the banner took the foot of the page

    def _tell_lost_must_haves(self) -> None:
        lost = self._lost_must_haves()
        new = [one for key, one in lost.items() if key not in self._must_haves]
        self._must_haves = lost
        if new:
            advice = say("Here your event can no longer be compared with other events. Ctrl+Z takes it back.")
            self._tells_refusal = False
            self._warn(_told_together(new), advice)

    def _lost_must_haves(self) -> dict[tuple[str, str], Difference]:
        preparing = self.preparing
        found = differences(preparing.issued, preparing.programme, preparing.variant)
        return {(one.kind, one.where): one for one in found if one.must_have}

    def _show_saved(self) -> None:
        preparing = self.preparing
        self._fit_saved()
        if self._tells_refusal and not preparing.is_refused:
            self._tells_refusal = False
            self.banner.put_off_warning()
        set_role(self._saved, "warning" if preparing.is_refused else "muted")
        self.undo.setEnabled(preparing.can_undo)
        self.redo.setEnabled(preparing.can_redo)

    def _fit_saved(self) -> None:
        """Say whether all is saved in two lines, so that the page below keeps its place; the tip says the whole."""
        told, letters = self._words(shortened(self.preparing.saved)), self._saved.fontMetrics()
        room = round(1.6 * self._saved.width())  # of two lines, as words do not fill them
        self._saved.setText(letters.elidedText(told, Qt.TextElideMode.ElideRight, room))
        self._saved.setToolTip(told)
        self._saved.setMinimumHeight(2 * letters.lineSpacing())

    def _turn(self, by: int) -> None:
        number = self.page_list.currentRow() + by
        if 0 <= number < len(self._kinds):
            self.page_list.setCurrentRow(number)
            self.page.focus_first()

    def _make_parts(self) -> None:
        words = self._words
        self._title = text_label(role="heading")
        self._saved = text_label(role="muted")
        self._saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.undo = push_button(words(say("Undo  (Ctrl+Z)")), "quiet")
        self.redo = push_button(words(say("Redo  (Ctrl+Y)")), "quiet")
        self.rehearse_button = push_button(words(say("Rehearse")), "quiet")
        self.rehearse_button.setToolTip(words(say("Try this event with pretend people; nothing of it is changed")))
        self.rehearse_button.setVisible(not self.preparing.open_event.is_rehearsal)
        self.close_button = push_button(words(say("Close  (Esc)")), "quiet")
        self.page_list = PageList(words)
        self.area = PanelArea()
        self.banner = Banner(words)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._top_line())
        below = QHBoxLayout()
        below.setContentsMargins(GRID_PX, GRID_PX, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.page_list)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.area, 1)
        told = QVBoxLayout()  # at the foot, so that nothing moves below the mouse when it comes or goes
        told.setContentsMargins(3 * GRID_PX, 0, 3 * GRID_PX, GRID_PX)
        told.addWidget(self.banner)
        right.addLayout(told)
        below.addLayout(right, 1)
        layout.addLayout(below, 1)

    def _top_line(self) -> QFrame:
        top = QFrame()
        top.setProperty("role", "top")
        row = QHBoxLayout(top)
        row.setContentsMargins(3 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        row.setSpacing(GRID_PX)
        row.addWidget(self._title, 3)
        row.addWidget(self._saved, 2)
        for button in (self.undo, self.redo, self.rehearse_button, self.close_button):
            row.addWidget(button)
        return top

    def _connect(self) -> None:
        preparing = self.preparing
        preparing.changed.connect(self._on_stored)
        preparing.saved_changed.connect(self._show_saved)
        preparing.refused.connect(self._on_refused)
        preparing.copy_wanted.connect(self.copy_wanted)
        self.page_list.currentRowChanged.connect(self._on_page_chosen)
        self.undo.clicked.connect(preparing.undo)
        self.redo.clicked.connect(preparing.redo)
        self.rehearse_button.clicked.connect(self.rehearsal_wanted)
        self.close_button.clicked.connect(self.close)
        keys = QKeySequence.StandardKey
        for key, slot in (
            (keys.Undo, preparing.undo), ("Ctrl+Y", preparing.redo), ("Ctrl+Shift+Z", preparing.redo),
            ("Ctrl+PgDown", lambda: self._turn(1)),
            ("Ctrl+PgUp", lambda: self._turn(-1)),
        ):  # fmt: skip
            QShortcut(QKeySequence(key), self, slot)


def _told_together(lost: Sequence[Difference]) -> Message:
    """Say what was lost; of several the first one, and how many more stand on the page of differences."""
    if len(lost) == 1:
        return lost[0].told
    return say_many(
        "{first} And {count} more must-have: see “What differs”.",
        "{first} And {count} more must-haves: see “What differs”.",
        count=len(lost) - 1, first=lost[0].told,
    )  # fmt: skip
