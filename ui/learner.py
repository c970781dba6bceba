"""A learner who runs an event in the windows by keyboard alone, as far as a rehearsal's pretend people lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.core.keys import State
from facilitator.core.ranking import TieRule
from facilitator.core.tally import CountSheet
from ui.run.carry_panel import CarryPanel
from ui.run.finish_files import Outside
from ui.run.finish_panel import FinishPanel
from ui.run.operator_window import OperatorWindow
from ui.run.play_back_panel import PlayBackPanel
from ui.run.pretend_room import PretendRoom
from ui.run.review_window import ReviewWindow
from ui.run.settle_panel import SettlePanel
from ui.run.vote_panel import VotePanel

MOST_STEPS = 400
MAIN_POINTS = 5
REASON = "All of them matter here."
SPACE, ENTER, TAB = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Tab


class Stuck(AssertionError):
    """The learner does not know how to go on; the words of the window say where."""


class Learner:
    """Presses keys in an operator's window; `look` is called after each step with what is to be seen."""

    def __init__(self, window: OperatorWindow, pretend: PretendRoom, look: Callable[[str], None]) -> None:
        self.window, self._pretend, self._look = window, pretend, look
        window.files.outside = Outside(lambda path: path.exists(), self._choose_stick)
        pretend.waits()

    def run_to_the_end(self) -> None:
        """Press the next action until the event is finished; raises `Stuck` where that leads nowhere."""
        for _ in range(MOST_STEPS):
            self._let_people_act()
            self._look(self.here)
            if not self.window.now.next_button.has_action:
                return
            before = self._standing
            self._do_what_is_to_be_done()
            if self._standing == before:
                raise Stuck(f"{self.here}: {self.window.now.missing} {self.window.now.banner.sentence}")
        raise Stuck(f"not at the end after {MOST_STEPS} steps: {self.here}")

    @property
    def here(self) -> str:
        """Where the learner is, and what the big button says."""
        place = self.window.desk.place
        return f"{place.activity} {place.question} {self.window.now.next_button.accessibleName()}".strip()

    @property
    def _standing(self) -> tuple[object, ...]:
        window = self.window
        desk, now = window.desk, window.now
        button = now.next_button.accessibleName()
        return desk.place, button, now.missing, desk.open_event.last_entry(), desk.page, desk.on_screen

    @property
    def _has_another_page(self) -> bool:
        """Whether the room has not seen all of what is on its screen."""
        desk = self.window.desk
        return desk.page + 1 < self.window.room.canvas.pages and not desk.shows_another_step

    def _do_what_is_to_be_done(self) -> None:
        panel = self.window.now.panel
        if self._has_another_page:
            self.press_next()
        elif isinstance(panel, VotePanel):
            self._vote(panel)
        elif isinstance(panel, SettlePanel) and panel.next_step() is not None:
            self._settle()
        elif isinstance(panel, CarryPanel) and panel.next_step() is not None:
            self._carry(panel)
        elif isinstance(panel, PlayBackPanel) and not panel.points.points:
            self._choose_main_points(panel)
        elif isinstance(panel, FinishPanel):
            self._finish(panel)
        else:
            self.press_next()

    def press_next(self) -> None:
        """Press Space where it does the one next action."""
        self.window.now.focus_next()
        self.press(SPACE)

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys one after the other on whatever has the focus; a text is typed."""
        for key in keys:
            target = self.window.focusWidget() or self.window
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)
            self.settle()

    def settle(self) -> None:
        """Let the windows do what is due."""
        for _ in range(3):
            QApplication.processEvents()

    def tab_to(self, wanted: QWidget) -> None:
        """Press Tab until a widget has the focus."""
        for _ in range(80):
            if self.window.focusWidget() is wanted:
                return
            self.press(TAB)
        raise Stuck(f"{self.here}: Tab does not reach {wanted.accessibleName() or wanted}")

    def _let_people_act(self) -> None:
        while self._pretend.act_once():
            pass
        self.settle()
        self.window.desk.refresh()
        self.settle()

    def _vote(self, panel: VotePanel) -> None:
        question = self.window.desk.question
        assert question is not None
        if question.state is State.READY and panel.present.figure is None:
            self.tab_to(panel.present)
            self.press(str(self._pretend.people), ENTER)
        if question.state is State.OPEN:
            self._count(panel)
        self.press_next()
        if question.state is State.OPEN and panel.disjoint.isVisible() and not panel.disjoint.isChecked():
            self.tab_to(panel.disjoint)
            self.press(SPACE)
            self.press_next()

    def _count(self, panel: VotePanel) -> None:
        sheet = self._pretend.called_out()
        if sheet is None:
            return
        self.tab_to(panel.counter.fields[0])
        for figure in figures_of(sheet, with_voters=panel.counter.asks_for_voters):
            self.press(str(figure), ENTER)

    def _settle(self) -> None:
        self.press_next()
        self.press(Qt.Key.Key_A)

    def _carry(self, panel: CarryPanel) -> None:
        """Settle a tie by a run-off, or let all go forward where that is level again."""
        if panel.tie.isVisible() and panel.tie.way is None:
            self.press_next()
            self.press("2")
            if panel.tie.way is not TieRule.RUN_OFF:
                self.press("1")
                self.tab_to(panel.decision.why)
                self.press(REASON)
        self.press_next()

    def _choose_main_points(self, panel: PlayBackPanel) -> None:
        """Make the first notes that are offered main points; a minority view is among them."""
        self.tab_to(panel.suggestions)
        for _ in range(MAIN_POINTS):
            self.press(Qt.Key.Key_Home, ENTER)
        self.press_next()

    def _finish(self, panel: FinishPanel) -> None:
        if panel.agreed.isVisible() and not panel.agreed.isChecked() and panel.missing():
            self.tab_to(panel.agreed)
            self.press(SPACE)
        self.press_next()
        reading = self.window.reading.window
        if reading is not None and reading.isVisible():
            self._read(reading)

    def _read(self, reading: ReviewWindow) -> None:
        """Put in marks where the check found something, keep the rest, and go back to the event."""
        self._look("reading")
        while not reading.is_done:
            one = reading.screen_shown.alone
            if one is not None and one.note is not None:
                self._press_in(reading, Qt.Key.Key_C)
                QTest.keyClick(reading.focusWidget(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
                self._press_in(reading, ENTER)
            else:
                self._press_in(reading, Qt.Key.Key_K)
        self._press_in(reading, Qt.Key.Key_Escape)

    def _choose_stick(self, asked: str) -> Path:
        """Return a folder beside the event that stands for a stick."""
        del asked
        stick = self.window.desk.open_event.path.parent / "stick"
        stick.mkdir(exist_ok=True)
        return stick

    def _press_in(self, other: QWidget, key: Qt.Key) -> None:
        QTest.keyClick(other.focusWidget() or other, key)
        self.settle()


def figures_of(sheet: CountSheet, *, with_voters: bool) -> Iterator[int]:
    """Yield the figures of a count in the order of the fields."""
    yield from sheet.lines.values()
    if with_voters:
        yield sheet.people_voting or 0
    yield sheet.abstain
