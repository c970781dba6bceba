"""The safeguarding key: who to call, what to say and what not, and a paper slip; nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from facilitator.conduct.safeguarding import SafeguardingLead, safeguarding_now
from facilitator.kit.what_to_say import DANGER, DO, DO_NOT
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.room_screen.off_the_room import is_on_the_room_screen, move_off_the_room_screen
from ui.run.desk import Desk
from ui.run.finish_files import Outside, the_computer
from ui.run.paper_slip import PaperSlip, still_there
from ui.run.tools import ToolWindow
from ui.widgets.banner import Banner
from ui.widgets.scroll_keys import scrolled_by
from ui.widgets.text import breakable, card, push_button, set_role, text_label

MAY_HAVE_MOVED = (QEvent.Type.Move, QEvent.Type.ScreenChangeInternal, QEvent.Type.ActivationChange)


class SafeguardingWindow(ToolWindow):
    """Reads who to call when it is shown; neither its title nor anything large on it says what it is about."""

    def __init__(self, desk: Desk, words: Translator, *, outside: Outside | None = None) -> None:
        super().__init__(words(say("Help for a person")))
        self._desk, self._words = desk, words
        self._outside = outside or the_computer()
        self.slip = PaperSlip(words)
        self._told_left: tuple[Path, ...] = ()
        self.name, self.phone = text_label(role="display"), text_label(role="display")
        self.advice, self.where = text_label(role="large"), text_label(role="muted")
        self.banner = Banner(words)
        self.print_button = push_button(words(say("Open a paper slip to print  (P)")), "next")
        self.close_button = push_button(words(say("Close this page")))
        self.cover = text_label(words(say("Drag this window to your own screen.")), "title")
        self.page = QWidget()
        self._lay_out()
        self.print_button.clicked.connect(self._on_slip_wanted)
        self.close_button.clicked.connect(self.close)
        self.show_event()

    def sizeHint(self) -> QSize:
        """Large, so that it can be read while standing."""
        return QSize(1080, 720).boundedTo(self.screen().availableGeometry().size())

    def show_event(self) -> None:
        """Show who to call as the event file says it now."""
        lead = safeguarding_now(self._desk.open_event)
        self._show_lead(lead)

    def showEvent(self, event: QShowEvent) -> None:
        """Come up where the room does not look; slips that were left lying before go now."""
        if not event.spontaneous():
            move_off_the_room_screen(self)
            self.banner.hide()
            self._told_left = ()
            self._are_slips_gone()
            self.print_button.setFocus()
        super().showEvent(event)
        self._cover_from_the_room()

    def event(self, event: QEvent) -> bool:
        """Hide the words wherever the window comes to lie on the room's screen, and whenever that may have happened."""
        handled = super().event(event)
        if event.type() in MAY_HAVE_MOVED:
            self._cover_from_the_room()
        return handled

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take the slip's file away; where that cannot be, say so, and close when asked once more."""
        if self._are_slips_gone():
            super().closeEvent(event)
        else:
            event.ignore()

    def left_lying(self) -> tuple[Path, ...]:
        """Return the slips that could not be taken away."""
        return self.slip.remove()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """P makes the slip; Enter presses the button that has the cursor."""
        pressed = self.focusWidget()
        if event.key() == Qt.Key.Key_P and not event.isAutoRepeat():
            self._on_slip_wanted()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(pressed, QPushButton):
            pressed.click()
        elif not scrolled_by(event, self.area):
            super().keyPressEvent(event)

    def _show_lead(self, lead: SafeguardingLead) -> None:
        named = lead.is_named
        unnamed = say("Nobody is named to call yet")
        self.name.setText(lead.name or ("" if named else self._words(unnamed)))
        set_role(self.name, "display" if named else "title")
        self.phone.setText(lead.phone)
        self.advice.setText(lead.advice)
        for label in (self.name, self.phone, self.advice):
            label.setVisible(bool(label.text()))
        self.where.setText(self._words(_where(lead)))
        self.where.setVisible(not (lead.name and lead.phone))

    def _on_slip_wanted(self) -> None:
        with self.banner.telling():
            path = self.slip.make(safeguarding_now(self._desk.open_event))
            opened = self._outside.open_file(path)
            what = say("The slip is open; print it there.") if opened else say("The slip is made; open and print it.")
            where = say("Its file is removed when you close this page: {path}", path=breakable(str(path)))
            self.banner.tell(what, self._words(where))

    def _are_slips_gone(self) -> bool:
        """Take all slips away; return whether none is left of which nothing was told yet."""
        left, told = self.slip.remove(), self._told_left
        self._told_left = left
        if set(left) <= set(told):
            return True
        self.banner.warn(*still_there(left))
        return False

    def _cover_from_the_room(self) -> None:
        is_covered = is_on_the_room_screen(self)
        self.page.setVisible(not is_covered)
        self.cover.setVisible(is_covered)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.cover)
        layout.addWidget(self.page, 1)
        self.cover.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cover.hide()
        page = QVBoxLayout(self.page)
        page.setContentsMargins(0, 0, 0, 2 * GRID_PX)
        self.area = self._scrolled()
        page.addWidget(self.area, 1)
        page.addLayout(self._foot())

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("role", "ground")
        column = QVBoxLayout(inner)
        column.setContentsMargins(3 * GRID_PX, 2 * GRID_PX, 3 * GRID_PX, GRID_PX)
        column.setSpacing(2 * GRID_PX)
        column.addWidget(self._who_to_call())
        column.addWidget(text_label("⚠  " + self._words(DANGER), "heading"))
        column.addLayout(self._do_and_do_not())
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _who_to_call(self) -> QFrame:
        frame, layout = card()
        layout.setSpacing(2)
        layout.addWidget(text_label(self._words(say("Call now, out of earshot")), "muted"))
        for label in (self.name, self.phone, self.advice, self.where):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            layout.addWidget(label)
        return frame

    def _do_and_do_not(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID_PX)
        row.addWidget(self._list(say("Do"), DO), 1)
        row.addWidget(self._list(say("Do not"), DO_NOT), 1)
        return row

    def _list(self, heading: Message, lines: Sequence[Message]) -> QFrame:
        frame, layout = card()
        layout.addWidget(text_label(self._words(heading), "heading"))
        for line in lines:
            layout.addWidget(text_label(self._words(line), "large"))
        layout.addStretch(1)
        return frame

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(3 * GRID_PX, 0, 3 * GRID_PX, 0)
        foot.setSpacing(GRID_PX)
        foot.addWidget(self.banner)
        foot.addWidget(self._promise())
        row = QHBoxLayout()
        row.addWidget(self.print_button)
        row.addWidget(self.close_button)
        row.addStretch(1)
        foot.addLayout(row)
        return foot

    def _promise(self) -> QLabel:
        told = say(
            "Nothing of this is stored: not that you opened this page, and not what was told. "
            "A slip is a file until you close this page; if the computer stops before, it goes when you next open it. "
            "The program that prints may remember that it opened a file called slip.pdf."
        )
        return text_label(self._words(told), "small")


def _where(lead: SafeguardingLead) -> Message:
    if not lead.is_named:
        return say(
            "Ask who runs this place or who invited you. Set the name and number in Prepare (E) before the event."
        )
    if not lead.phone:
        return say("No number is told. Set it in Prepare (E) before the event.")
    return say("No name is told. Set it in Prepare (E) before the event.")
