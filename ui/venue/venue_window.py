"""The venue check: a minute at the door, ending in one page that says which channels to use today."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from facilitator.errors import Refused
from facilitator.kit.venue_page import CheckedVenue
from facilitator.look import GRID_PX
from facilitator.venue.channels import channels_today
from facilitator.venue.check import COMPUTER, EventFacts
from facilitator.venue.clock import day_told
from facilitator.venue.facts import Printers
from facilitator.venue.findings import Finding, Subject, not_known
from facilitator.venue.judging import judged_reading, phones
from facilitator.venue.screens import judged_screens
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.room_screen.off_the_room import move_off_the_room_screen, shown_room_window
from ui.run.desk import Desk
from ui.run.finish_files import Outside, the_computer
from ui.run.tools import ToolWindow
from ui.run.written_paper import WrittenPaper
from ui.venue.around_here import Surroundings, these_surroundings
from ui.venue.asking import Ask, AskCard, Way
from ui.venue.channel_rows import ChannelRows
from ui.venue.checking import Checking
from ui.venue.finding_rows import FindingRows
from ui.venue.picture import ReadingPicture
from ui.widgets.announcing import announce
from ui.widgets.banner import Banner
from ui.widgets.columns import Column, Columns
from ui.widgets.scroll_keys import scrolled_by
from ui.widgets.text import push_button, text_label

SCREENS_MS = 1_000
PATIENCE_MS = 8_000  # what has not answered by then, such as a printer on a network, is not known for now
LOOKED_AT_ANEW = frozenset({*COMPUTER, Subject.PRINTER})


class VenueWindow(ToolWindow):
    """Looks at the computer and the room, asks two things, and makes the page.

    `controls` is the operator's window, `open_room` opens the room screen; without it a person does that first.
    """

    def __init__(
        self,
        desk: Desk,
        words: Translator,
        *,
        controls: QWidget | None = None,
        open_room: Callable[[], None] | None = None,
        around: Surroundings | None = None,
        outside: Outside | None = None,
    ) -> None:
        super().__init__(words(say("Venue check")))
        self._desk, self._words = desk, words
        self._controls, self._open_room = controls or self, open_room
        self._around, self._outside = around or these_surroundings(), outside or the_computer()
        self._is_legible: bool | None = None
        self._has_paper: bool | None = None
        self._printers: Printers | None = None
        self.picture = ReadingPicture(desk)
        self.checking: Checking | None = None
        self.rows, self.channels = FindingRows(words), ChannelRows(words)
        self.ask_card, self.banner = AskCard(words), Banner(words)
        self.written = WrittenPaper(self.banner, words, self._outside.open_file)
        self._screens_timer = QTimer(self, interval=SCREENS_MS)
        self._screens_timer.timeout.connect(self._look_at_screens)
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._on_waited_enough)
        self._lay_out()
        self._ask_for_picture()

    def sizeHint(self) -> QSize:
        """As wide as the smallest laptop allows, and as high as its rows need there."""
        free = self.screen().availableGeometry().size()
        return QSize(1180, 700).boundedTo(free)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at everything; what a person has answered stays."""
        if not event.spontaneous():
            move_off_the_room_screen(self)
            self.look_again()
            self.ask_card.focus_first()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the room back what it saw, and look no more."""
        if not event.spontaneous():
            self._screens_timer.stop()
            self._give_up_checking()
            if self.picture.is_shown:
                self.picture.take_away()
                self._ask_for_picture()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by a key; Enter presses the button that has the cursor."""
        pressed = self.focusWidget()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(pressed, QPushButton):
            pressed.click()
        elif not self.ask_card.press(Qt.Key(event.key())) and not scrolled_by(event, self.columns):
            super().keyPressEvent(event)

    def show_event(self) -> None:
        """Show which channels can be used with the event as it stands."""
        self._show_channels()

    def look_again(self) -> None:
        """Look at everything again that the computer can tell."""
        self.rows.look_again(LOOKED_AT_ANEW)
        self.rows.show_finding(judged_reading(is_legible=self._is_legible))
        self.rows.show_finding(phones())
        self._look_at_screens()
        self._screens_timer.start()
        self._show_channels()
        self._give_up_checking()
        self.checking = Checking(self._event_facts(), self._around)
        self.checking.found.connect(self._on_found)
        self.checking.printers_found.connect(self._on_printers_found)
        self.checking.finished.connect(self._on_finished)
        self.checking.begin()
        self._patience.start()

    def _give_up_checking(self) -> None:
        """Hear no more of a look that still goes on, such as at a printer that does not answer."""
        self._patience.stop()
        if self.checking is not None:
            self.checking.give_up()

    def _event_facts(self) -> EventFacts:
        event = self._desk.open_event
        return EventFacts(event.path.parent, date.fromisoformat(event.details.held_on), event.last_written())

    def _on_found(self, finding: Finding) -> None:
        self.rows.show_finding(finding)

    def _on_printers_found(self, printers: Printers | None) -> None:
        self._printers = printers
        self._show_channels()

    def _on_waited_enough(self) -> None:
        """Go on without what has not answered; should it still answer, its row is filled in."""
        for subject in LOOKED_AT_ANEW:
            if self.rows.finding(subject) is None:
                self.rows.show_finding(not_known(subject))
        self._on_finished()

    def _on_finished(self) -> None:
        self._patience.stop()
        announce(self, self._words(say("The computer was looked at.")))

    def _look_at_screens(self) -> None:
        known = self.rows.finding(Subject.SCREENS)
        try:
            finding = judged_screens(self._around.screens(self._controls))
        except Exception:  # a strange screen must not end the check
            finding = not_known(Subject.SCREENS)
            if finding != known:  # it is asked every second, and said once
                logging.getLogger(__name__).exception("The venue check could not look at the screens")
        if finding != known:
            self.rows.show_finding(finding)

    def _show_channels(self) -> None:
        tables = self._desk.snapshot.record.details.tables
        self.channels.show_channels(
            channels_today(tables=tables, printers=self._printers, brought_paper=self._has_paper)
        )

    def _ask_for_picture(self) -> None:
        self._ask(Ask(
            say("Can the back row read it?"),
            say("Show the picture, go to the last chair, and read the smallest line."),
            (Way(say("Show the picture"), Qt.Key.Key_S, self._show_picture),
             Way(say("Nobody can look now"), Qt.Key.Key_L, self._ask_for_paper)),
        ))  # fmt: skip

    def _show_picture(self) -> None:
        with self.banner.telling():
            self._refuse_without_room()
            self.picture.show()
            self._ask_about_picture()
        self._look_at_screens()

    def _refuse_without_room(self) -> None:
        """Open the room screen, so that somebody can see the picture."""
        if shown_room_window() is None and self._open_room is not None:
            self._open_room()
        if shown_room_window() is None:
            advice = say("Open it beside the small picture in the operator’s window; then show the picture.")
            raise Refused(say("The room screen is not open."), advice)

    def _ask_about_picture(self) -> None:
        self._ask(Ask(
            say("Can you read the smallest line from the back row?"),
            say("Let somebody with ordinary glasses look, with the lights as they will be."),
            (Way(say("Yes"), Qt.Key.Key_Y, lambda: self._on_read(is_legible=True)),
             Way(say("No"), Qt.Key.Key_N, lambda: self._on_read(is_legible=False))),
        ))  # fmt: skip

    def _on_read(self, *, is_legible: bool) -> None:
        self._is_legible = is_legible
        self.picture.take_away()
        self.rows.show_finding(judged_reading(is_legible=is_legible))
        self._ask_for_paper()

    def _ask_for_paper(self) -> None:
        self._ask(Ask(
            say("Are there slips of paper and pens here?"),
            say("Printed slips or plain ones: enough for everybody who will vote on paper."),
            (Way(say("Yes"), Qt.Key.Key_Y, lambda: self._on_paper(has_paper=True)),
             Way(say("No"), Qt.Key.Key_N, lambda: self._on_paper(has_paper=False))),
        ))  # fmt: skip

    def _on_paper(self, *, has_paper: bool) -> None:
        self._has_paper = has_paper
        self._show_channels()
        self._ask_for_page()

    def _ask_for_page(self) -> None:
        self._ask(Ask(
            say("That is all."),
            say("The page says which channels to use today and what to do first. It goes beside the event file."),
            (Way(say("Make the page"), Qt.Key.Key_M, self._make_page),
             Way(say("Look at the back row again"), Qt.Key.Key_L, self._ask_for_picture)),
        ))  # fmt: skip

    def _make_page(self) -> None:
        if not self.rows.is_complete:
            self.banner.tell(say("The computer is still being looked at. A moment."))
            return
        from facilitator.kit.venue_page import venue_page_pdf  # what draws pages: no window waits for it
        from facilitator.kit.writing import write_page

        event = self._desk.open_event
        with self.banner.telling():
            content = venue_page_pdf(self._checked(), self._words)
            path = write_page(event.path.with_name(f"{event.path.stem} venue check.pdf"), content)
            self.written.tell(path)

    def _checked(self) -> CheckedVenue:
        record, now = self._desk.snapshot.record, self._around.computer.now()
        details, words = record.details, self._words
        day = words(day_told(date.fromisoformat(details.held_on)))
        place_and_day = ", ".join(part for part in (details.place, day) if part)
        at = words(say("{day} at {time}", day=day_told(now), time=f"{now:%H:%M}"))
        return CheckedVenue(
            details.title, place_and_day, at, self.rows.findings, self.channels.channels, record.rehearsal
        )

    def _ask(self, ask: Ask) -> None:
        self.ask_card.ask(ask)
        announce(self.ask_card, self._words(ask.told))

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        looked, answers = QVBoxLayout(left), QVBoxLayout(right)
        for layout in (looked, answers):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(2 * GRID_PX)
        looked.addWidget(self.rows)
        looked.addStretch(1)
        for widget in (self.ask_card, self.channels):
            answers.addWidget(widget)
        answers.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID_PX, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._heading())
        self.columns = Columns([Column(left, 60, 2, 1), Column(right, 38, 1, 0)])
        layout.addWidget(self.columns, 1)

    def _heading(self) -> QVBoxLayout:
        heading = QVBoxLayout()
        heading.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, 0)
        heading.setSpacing(GRID_PX // 2)
        again = push_button(self._words(say("Look again")), "quiet")
        again.clicked.connect(self.look_again)
        row = QHBoxLayout()
        row.addWidget(text_label(self._words(say("Venue check")), "title"), 1)
        row.addWidget(self.written.folder_button)
        row.addWidget(again)
        heading.addLayout(row)
        told: Message = say("About a minute. Everything is looked at on this computer; nothing is sent anywhere.")
        heading.addWidget(text_label(self._words(told), "muted"))
        heading.addWidget(self.banner)
        return heading
