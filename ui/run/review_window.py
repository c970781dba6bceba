"""Reading before publishing: a window in which a person keeps, changes or removes what waits, by keys alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.conduct.event import Event
from facilitator.conduct.record import event_record
from facilitator.conduct.reviewing import ToRead
from facilitator.errors import FacilitatorError
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.run.panel_area import PanelArea
from ui.run.review_alone import ReviewAlone
from ui.run.review_decisions import Review
from ui.run.review_page import ReviewPage
from ui.run.review_screens import Scope, Screen, first_screen, in_scope
from ui.run.review_sight import Sight
from ui.run.review_words import origins, progress
from ui.widgets.banner import Banner
from ui.widgets.flow import Flow
from ui.widgets.text import hairline, push_button, text_label

LETTERS_WIDE = 112  # of body text, which is 70 of the largest


class ReviewWindow(QWidget):
    """Shows what waits, in the order in which to read it.

    K keeps what is shown, C changes and R removes the note that is shown or chosen, N puts off the one that is chosen,
    else all that is shown, Ctrl+Z takes the last decision back, Escape leaves. `acted`: something was stored. `left`:
    the window is closed.
    """

    acted = Signal()
    left = Signal()

    def __init__(self, words: Translator, event: Event, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._words, self._event = words, event
        self.review = Review(event)
        self._was_seen = False  # whether the words that are being changed had been read to their end
        self.scope = Scope.ALL
        self.screen_shown = Screen()
        self.alone, self.page = ReviewAlone(words), ReviewPage(words)
        self._finished = text_label(role="title")
        self.keep = push_button("", "next")
        self.change = push_button(words(say("Change  (C)")))
        self.remove = push_button(words(say("Remove  (R)")))
        self.put_off = push_button(words(say("Not now  (N)")), "quiet")
        self.undo = push_button(words(say("Take the last one back  (Ctrl+Z)")), "quiet")
        self.others = push_button("", "quiet")
        self.leave = push_button(words(say("Back to the event  (Esc)")), "quiet")
        self.banner = Banner(words)
        self._progress, self._what_comes = text_label(role="heading"), text_label(role="muted")
        self.setProperty("role", "ground")
        self.setWindowTitle(words(say("Read before publishing")))
        self._lay_out()
        self._connect()
        self._limit_lines()

    @property
    def is_done(self) -> bool:
        """Whether nothing that was to be read now waits any more."""
        return not self.screen_shown.items

    def half_typed(self) -> Message | None:
        """Say that other words for a note are typed and not saved; None where nothing would be lost."""
        self.alone.keep_drafts_of(self.review.waiting)
        return say("A note is typed in other words and not saved yet.") if self.alone.has_draft else None

    def sizeHint(self) -> QSize:
        """The smallest laptop this is made for."""
        return QSize(1366, 720)

    def begin(self, scope: Scope) -> None:
        """Show what waits of `scope`, and come to the front."""
        self.scope = scope
        self.banner.hide()
        self.show_event()
        self.show()
        self.raise_()
        self.activateWindow()
        self._focus_reading()

    def show_event(self) -> None:
        """Show what waits as the event stands; what is being typed stays."""
        waiting = in_scope(self.review.waiting, self.scope)
        if not self.alone.is_changing:
            self._show(self._again(waiting))
        self._show_progress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide by one key; a held key decides once, and a field in which words are typed keeps its keys."""
        key, ctrl = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        deeds: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_K: self._on_keep, Qt.Key.Key_C: self._on_change, Qt.Key.Key_R: self._on_remove,
            Qt.Key.Key_N: self._on_put_off,
        }  # fmt: skip
        if key == Qt.Key.Key_Escape:
            self._on_escape()
        elif key == Qt.Key.Key_R and ctrl and self.alone.is_changing:
            self.alone.put_in_marks()
        elif key in deeds and not event.modifiers() and not self.alone.is_changing:
            if not event.isAutoRepeat():
                deeds[key]()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Let through what was kept when the person turns to another window; keep lines readable at any text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._limit_lines()
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._settle()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let through what was kept; where that is refused, stay and say so."""
        if not self._settle():
            event.ignore()
            return
        super().closeEvent(event)
        self.left.emit()

    def _on_keep(self) -> None:
        if self.is_done:
            return
        if self._sight.is_painted and self._is_more_below():
            self._scroll_on()
        elif self._sight.is_seen_to_its_end:
            self._do(lambda: self.review.keep(self.screen_shown.items))
        else:
            self._sight.paint_again()

    def _on_change(self) -> None:
        one = self._chosen_note()
        if one is None:
            return
        self._was_seen = self._sight.is_seen_to_its_end
        self._show(Screen((one,), is_of_one=True))
        self.banner.hide()
        self.alone.start_changing()
        self._name_buttons()

    def _on_changed_words(self, text: str) -> None:
        one = self.screen_shown.alone
        if one is None:
            return
        if text == one.text and not self._was_seen:  # the same words: they are kept once they are read to their end
            self.alone.stop_changing()
        else:
            self._do(lambda: self.review.change(one, text), ends_changing=True)

    def _on_remove(self) -> None:
        one = self._chosen_note()
        if one is not None:
            self._do(lambda: self.review.remove(one))

    def _on_put_off(self) -> None:
        self.banner.hide()
        one = self._chosen()
        self.review.put_off(self.screen_shown.items if one is None else (one,))
        self._show_next_screen()

    def _on_undo(self) -> None:
        if not self.alone.is_changing:  # what is being typed is not the last decision
            self._do(self.review.undo)

    def _on_escape(self) -> None:
        if self.alone.is_changing:
            self.alone.stop_changing()
        else:
            self.close()

    def _on_all_wanted(self) -> None:
        self.begin(Scope.ALL)

    def _do(self, verb: Callable[[], None], *, ends_changing: bool = False) -> None:
        """Do what was decided and show what comes next; what is refused is said, and what was typed stays."""
        before = self._event.last_entry()
        try:
            verb()
        except FacilitatorError as error:
            self.banner.warn(error.message, error.advice)
            return
        self.banner.hide()
        if ends_changing:
            self.alone.stop_changing()
        self.alone.keep_drafts_of(self.review.waiting)
        self._show_next_screen()
        if self._event.last_entry() != before:
            self.acted.emit()

    def _settle(self) -> bool:
        """Let through what was kept and return whether that could be done."""
        before = self._event.last_entry() if not self._event.is_closed else None
        if before is None:
            return True
        with self.banner.telling():
            self.review.settle()
        if self._event.last_entry() != before:
            self.acted.emit()
        self.show_event()
        return not self.banner.warns

    def _chosen(self) -> ToRead | None:
        return self.screen_shown.alone or self.page.current

    def _chosen_note(self) -> ToRead | None:
        """Return the note that is to be changed or removed; what is missing for that is said."""
        one = self._chosen()
        if one is None and any(shown.note is not None for shown in self.screen_shown.items):
            self.banner.warn(say("Type its number first."), say("Or choose the note with the arrow keys."))
        if one is None or one.note is None or not self._sight.is_painted:
            return None
        return one

    def _show_next_screen(self) -> None:
        self._show(first_screen(in_scope(self.review.waiting, self.scope)))
        self._show_progress()
        self._focus_reading()

    def _again(self, waiting: tuple[ToRead, ...]) -> Screen:
        """Return what is shown already where it still waits, so that nothing moves under the reader's eyes."""
        shown = self.screen_shown
        if shown.items and all(one in waiting for one in shown.items):
            return shown
        return first_screen(waiting)

    def _show(self, screen: Screen) -> None:
        is_new, self.screen_shown = screen != self.screen_shown, screen
        told = origins(screen.items, event_record(self._event, with_history=False), self._words)
        if screen.alone is not None:
            self.alone.show_item(screen.alone, told[0])
            self._area.show_widget(self.alone)
        elif screen.items:
            self.page.show_items(screen.items, told)
            self._area.show_widget(self.page)
        else:
            self._finished.setText(self._words(self._all_read()))
            self._area.show_widget(self._finished)
        if is_new:
            self._area.verticalScrollBar().setValue(0)
            self._sight.watch()
        self._name_buttons()

    def _all_read(self) -> Message:
        if self.review.waiting:
            return say("All that the same-day sheet waits for is read.")
        return say("All that waited is read.")

    def _show_progress(self) -> None:
        waiting = self.review.waiting
        others = sum(one.note is None for one in waiting)
        self._progress.setText(self._words(progress(self.review.read, self.review.notes, others)))
        left = len(in_scope(waiting, Scope.SHEET))
        told = say_many(
            "{count} text waits for the same-day sheet; it comes first.",
            "{count} texts wait for the same-day sheet; they come first.",
            count=left,
        )
        self._what_comes.setText(self._words(told))
        self._what_comes.setVisible(bool(left))

    def _name_buttons(self) -> None:
        screen, is_changing = self.screen_shown, self.alone.is_changing
        self.keep.setText(self._words(self._name_of_keeping()))
        one = self._chosen()
        for button in (self.change, self.remove):
            button.setEnabled(one is not None and one.note is not None)
            button.setVisible(bool(screen.items) and not is_changing)
            button.setAccessibleDescription(one.text if one is not None else "")
        for button in (self.keep, self.put_off):
            button.setVisible(bool(screen.items) and not is_changing)
        self.undo.setVisible(self.review.can_undo and not is_changing)
        left = len(self.review.waiting)
        more = say_many("Read the other text too", "Read the other {count} texts too", count=left)
        self.others.setText(self._words(more))
        self.others.setVisible(self.is_done and bool(left))
        self.leave.setVisible(not is_changing)

    def _name_of_keeping(self) -> Message:
        if self._is_more_below():
            return say("Read on below  (K)")
        if self.screen_shown.alone is not None:
            return say("Keep it as it is  (K)")
        return say_many(
            "I have read it: keep it  (K)", "I have read these {count}: keep all  (K)",
            count=len(self.screen_shown.items),
        )  # fmt: skip

    def _is_more_below(self) -> bool:
        return not self.is_done and self._sight.is_more_below

    def _scroll_on(self) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep() - 3 * GRID_PX)

    def _focus_reading(self) -> None:
        """Put the focus on what is to be read, and on no button: one key too many decides nothing."""
        if self.is_done:
            (self.others if self.others.isVisibleTo(self) and self.scope is Scope.ALL else self.leave).setFocus()
            return
        if self.screen_shown.alone is not None:
            self.alone.setFocus()
            self.alone.announce()
        else:
            self.page.setFocus()
        self._area.verticalScrollBar().setValue(0)  # the focus has brought the middle of it in sight

    def _limit_lines(self) -> None:
        for page in (self.alone, self.page):
            page.setMaximumWidth(LETTERS_WIDE * self.fontMetrics().averageCharWidth())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID_PX, 2 * GRID_PX, 3 * GRID_PX, 2 * GRID_PX)
        layout.setSpacing(GRID_PX)
        for part in (self._progress, self._what_comes):
            layout.addWidget(part)
        self._finished.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = PanelArea()
        self._sight = Sight(self._area)
        self._area.show_widget(self._finished)
        for page in (self.alone, self.page):
            page.setParent(self._area)
            page.hide()
        layout.addWidget(hairline())
        layout.addWidget(self._area, 1)
        layout.addWidget(self.banner)
        buttons = (self.keep, self.change, self.remove, self.put_off, self.undo, self.others, self.leave)
        layout.addWidget(Flow([*buttons], gap_px=GRID_PX))

    def _connect(self) -> None:
        for button, slot in (
            (self.keep, self._on_keep), (self.change, self._on_change), (self.remove, self._on_remove),
            (self.put_off, self._on_put_off), (self.undo, self._on_undo), (self.others, self._on_all_wanted),
            (self.leave, self.close),
        ):  # fmt: skip
            button.clicked.connect(slot)
        self.alone.changed_words.connect(self._on_changed_words)
        self.alone.left.connect(self._on_changing_left)
        self.page.chosen.connect(self._name_buttons)
        bar = self._area.verticalScrollBar()
        bar.valueChanged.connect(self._name_buttons)
        bar.rangeChanged.connect(self._name_buttons)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._on_undo)

    def _on_changing_left(self) -> None:
        self._name_buttons()
        self._focus_reading()
