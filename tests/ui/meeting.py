"""The default event and a window on it, brought to every state that a test looks at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt

from builders import MORNING, a_count
from facilitator.conduct.access import Told, record_access
from facilitator.conduct.attending import Measure, count_at_the_door, record_attendance
from facilitator.conduct.carrying import carry_forward
from facilitator.conduct.counting import correct_count
from facilitator.conduct.event import Event
from facilitator.conduct.next_steps import NextStep, add_next_step
from facilitator.conduct.noting import Note, add_note
from facilitator.conduct.playing_back import add_main_point
from facilitator.conduct.room_areas import add_room_made_area
from facilitator.conduct.timing import go_to_activity
from facilitator.core.ranking import TieRule
from facilitator.rehearsal.crowd import a_crowd
from tests.conduct.steps import areas_sheet, directions, vote, vote_areas
from tests.ui.pressing import press, settle
from ui.models.run_sheet import FINISH, Place
from ui.run.opening import open_pretend_room
from ui.run.operator_window import OperatorWindow

LONG = "Care and health services are here to help adults who need support to live well and have a good life."
SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return


def at(window: OperatorWindow, activity: str, question: str = "") -> OperatorWindow:
    window.desk.go_to(Place(activity, question))
    settle()
    return window


class Meeting:
    """The default event and a window on it, brought to what a test looks at."""

    def __init__(self, event: Event, operate: Callable[..., OperatorWindow]) -> None:
        self.event, self._operate = event, operate
        self.at = MORNING

    @property
    def window(self) -> OperatorWindow:
        window = self._operate(self.event, now=lambda: self.at)
        window._tick.stop()  # what is audited stands still
        return window

    def at_tables(self) -> OperatorWindow:
        window = at(self.window, "vote-goals", "s1")
        window.vote.tables_button.setChecked(True)
        window.vote.present.set_figure(84)
        window.now.press_next()
        settle()
        press(window, "9", ENTER, "5", ENTER, "2", ENTER, "1", ENTER)
        assert window.vote.grid.isVisible()
        assert window.vote.grid.model.rowCount() == 10
        return window

    def in_a_tie(self) -> OperatorWindow:
        vote_areas(self.event, a1=60, a2=40, a3=40, a4=40, a5=20)
        window = at(self.window, "carry-areas")
        window.now.panel.tie.choose(TieRule.ROOM_DECIDES)
        settle()
        assert window.now.panel.tie.isVisible()
        return window

    def in_a_longer_tie(self) -> OperatorWindow:
        add_room_made_area(self.event, "areas", "Buses and lifts: getting there in the evening and on Sundays")
        vote_areas(self.event, a1=40, a2=40, a3=40, a4=40, a5=40, **{"room-1": 40})
        return at(self.window, "carry-areas")

    def carried(self) -> OperatorWindow:
        vote_areas(self.event, a1=60, a2=50, a3=40, a4=30, a5=20)
        carry_forward(self.event, decided_by="the room")
        return at(self.window, "carry-areas")

    def with_an_old_result(self) -> OperatorWindow:
        vote_areas(self.event, a1=60, a2=50, a3=40, a4=30, a5=20)
        carry_forward(self.event, decided_by="the room")
        correct_count(self.event, "areas", areas_sheet(a1=60, a2=50, a3=30, a4=40, a5=20), why="Counted again")
        return at(self.window, "carry-areas")

    def settling(self) -> OperatorWindow:
        for key in ("s1", "s2", "s3", "s4", "s5", "s6"):
            vote(self.event, key, a_count(agree=60, unsure=10, disagree=5))
        return at(self.window, "settle-goals")

    def changing_words(self) -> OperatorWindow:
        window = self.settling()
        window.now.panel.focus_first()
        press(window, "c")
        assert window.now.panel.new_words.isVisible()
        return window

    def playing_back(self) -> OperatorWindow:
        for number in range(7):
            add_note(self.event, Note(f"{LONG} {number}", "talk-goals", f"table {number + 1}"))
            add_main_point(self.event, f"Point {number}: {LONG}", minority=number == 6)
        return at(self.window, "play-back")

    def late(self) -> OperatorWindow:
        go_to_activity(self.event, "welcome")
        self.at += timedelta(minutes=40)
        window = self.window
        window.top.times.plan_button.click()
        settle()
        assert window.catching_up.card.isVisible()
        return window

    def paused(self) -> OperatorWindow:
        window = self.late()
        window.catching_up.card.hide()
        press(window, "p")
        assert window.desk.times.paused
        return window

    def learning(self) -> OperatorWindow:
        window = self.window
        open_pretend_room(window, a_crowd(80, None, seed=1)).stop()
        press(window, SPACE)
        settle()
        assert window.guide is not None
        assert window.guide.card.isVisible()
        return window

    def learning_at_a_vote(self) -> OperatorWindow:
        window = at(self.learning(), "vote-goals", "s4")
        window.vote.present.set_figure(80)
        press(window, SPACE)
        press(window, "31", ENTER, "6", ENTER, "60", ENTER, "1", ENTER)
        return window

    def at_a_result(self) -> OperatorWindow:
        vote(self.event, "s4", a_count(agree=60, unsure=10, disagree=5))
        window = at(self.window, "vote-goals", "s4")
        press(window, SPACE)
        assert window.vote.chart.isVisible()
        return window

    def at_a_direction(self) -> OperatorWindow:
        self.carried()
        return at(self.window, "vote-direction", directions(self.event, "ready")[0])

    def at_evidence(self) -> OperatorWindow:
        self.carried()
        return at(self.window, "evidence-a1")

    def finding_an_area_missing(self) -> OperatorWindow:
        return at(self.window, "missing-area")

    def welcoming(self) -> OperatorWindow:
        window = self.window
        press(window, SPACE)
        return window

    def counting_people(self) -> OperatorWindow:
        window = self.window
        window.tabs.setCurrentWidget(window.people)
        settle()
        return window

    def counting_at_the_door(self) -> OperatorWindow:
        record_attendance(self.event, Measure.PRESENT, 84)
        count_at_the_door(self.event, "welcome", people_in=60, people_out=2)
        return self.counting_people()

    def telling_access(self) -> OperatorWindow:
        record_access(self.event, "A lip speaker at the front", asked=Told.PARTLY, provided=Told.YES)
        window = self.window
        window.tabs.setCurrentWidget(window.access)
        window.access.rows["A lip speaker at the front"][0].setFocus()
        settle()
        return window

    def typing_forms(self) -> OperatorWindow:
        window = self.window
        press(window, "f")
        return window

    def at_twenty_answers(self) -> OperatorWindow:
        window = self.typing_forms()
        press(window, "1", "1", "1")
        return window

    def at_the_end_of_a_form(self) -> OperatorWindow:
        window = self.at_twenty_answers()
        press(window, "d", "2")
        return window

    def writing_a_comment(self) -> OperatorWindow:
        window = self.typing_forms()
        press(window, Qt.Key.Key_Right, *"1111111111", "It was good")
        return window

    def a_form_stored(self) -> OperatorWindow:
        window = self.at_the_end_of_a_form()
        press(window, ENTER)
        return window

    def filling_in_the_next_steps(self) -> OperatorWindow:
        window = at(self.window, "next-steps")
        window.now.panel.lines[0].setFocus()
        press(window, ENTER, LONG, ENTER, "the end of March", ENTER)
        return window

    def choosing_a_next_step(self) -> OperatorWindow:
        for number in range(3):
            add_next_step(self.event, NextStep(f"{number} {LONG}", "The council", "May"))
        window = at(self.window, "next-steps")
        window.now.panel.lines[1].setFocus()
        press(window, ENTER)
        assert window.now.panel.earlier.isVisible()
        return window

    def noting_a_commitment(self) -> OperatorWindow:
        window = self.window
        press(window, "n", Qt.Key.Key_F10, "We open the hall on Sundays.")
        assert window.notes.form.promise.isVisible()
        return window

    def looking_at_the_tables(self) -> OperatorWindow:
        window = at(self.window, "talk-goals")
        window.tabs.setCurrentIndex(1)
        settle()
        return window

    def skipping(self) -> OperatorWindow:
        window = at(self.welcoming(), "talk-approach")
        window.now.skip_button.click()
        settle()
        assert window.now.why_skip.isVisible()
        return window

    def finishing(self) -> OperatorWindow:
        window = at(self.window, FINISH)
        window.now.press_next()
        settle()
        return window


STATES = [name for name, made in vars(Meeting).items() if callable(made) and not name.startswith("_")]
