"""Twenty changes by the keyboard alone: the run sheet, the room screen and the differences show them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from facilitator.conduct.carrying import carry_forward
from facilitator.conduct.event import Event
from facilitator.conduct.preparing import differences_now
from facilitator.conduct.record import event_record
from facilitator.core.plan.difference import DifferenceKind
from tests.conduct.steps import vote_areas
from tests.ui.prepare.test_prepare_window import shortcut
from tests.ui.pressing import press, settle, spoken_now
from ui.prepare.prepare_window import PrepareWindow
from ui.run.on_screen import Step, Vote

UP, DOWN, TAB, ENTER, SPACE = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space
DELETE, PAGE_DOWN = Qt.Key.Key_Delete, Qt.Key.Key_PageDown
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
MOST_TABS = 400


@pytest.fixture
def event(make_default_event) -> Event:
    return make_default_event()


class Hands:
    """Two hands on a keyboard, and nothing else."""

    def __init__(self, window: PrepareWindow, keys) -> None:
        self.window, self.keys = window, keys
        self.changes = 0

    def go(self, name: str) -> None:
        """Press Tab until what is called so has the focus."""
        for _ in range(MOST_TABS):
            if self.window.focusWidget().accessibleName() == name:
                return
            press(self.window, TAB)
        raise AssertionError(f"Tab never comes to “{name}”")

    def change(self, name: str, *typed: Qt.Key | str) -> None:
        """Type over what stands in a field and leave it."""
        self.go(name)
        shortcut(self.window, Qt.Key.Key_A)
        press(self.window, *typed, TAB)
        self.changes += 1

    def do(self, name: str, *then: Qt.Key | str) -> None:
        """Press a button, and what follows."""
        self.go(name)
        press(self.window, SPACE, *then)
        self.changes += 1

    def move(self, name: str, key: Qt.Key) -> None:
        """Move what has the field of this name."""
        self.go(name)
        self.keys(self.window, key, ALT)
        self.changes += 1

    def next_page(self) -> None:
        self.keys(self.window, PAGE_DOWN, CTRL)


def change_the_run_sheet(hands: Hands) -> None:
    hands.change("Title of the step at 10:00", "Welcome and practice")
    hands.change("Minutes of Welcome and practice", "12")
    hands.change("Minutes of 3.2 Table work on the areas", "16")
    hands.go("More of 1.1 What matters to you")
    press(hands.window, SPACE)
    asked = "What is asked or said, one a line: 1.1 What matters to you"
    hands.change(asked, "What is a good day for you?", ENTER, "Who is part of it?")
    hands.do("Add a step after this, 1.1 What matters to you", TAB, "A song", TAB, DELETE, "3", ENTER)
    hands.go("More of 1.4 Table talk about the goals")
    press(hands.window, SPACE)
    hands.do("Move up  (Alt+Up), 1.4 Table talk about the goals")
    hands.go("More of Break")
    press(hands.window, SPACE)
    hands.do("Leave this step out, Break")


def change_the_questions(hands: Hands) -> None:
    hands.next_page()
    hands.change("Practice question, Welcome and practice", "Tea, juice or neither?")
    hands.change("Answer 2, Welcome and practice", "Juice")
    hands.change("Statement 2, 1.5 Vote on the goals", "That means living at home.")
    hands.move("Statement 2, 1.5 Vote on the goals", DOWN)
    hands.go("Leave it out, Statement 5, 1.5 Vote on the goals")
    press(hands.window, SPACE, TAB)
    hands.do("Leave it out all the same, Statement 5, 1.5 Vote on the goals")
    hands.go("Add a statement, 1.5 Vote on the goals")
    press(hands.window, "Neighbours help one another here.", ENTER)
    hands.changes += 1
    hands.change("How many each person may choose", "2")
    hands.go("Answer 1, 2.4 Priority vote")
    hands.do("Take out, Answer 3, 2.4 Priority vote")
    hands.go("Add an answer, 2.4 Priority vote")
    press(hands.window, "Getting about: buses and lifts", ENTER)
    hands.changes += 1
    hands.move("Answer 4, 2.4 Priority vote", UP)


def change_the_evidence(hands: Hands) -> None:
    hands.next_page()
    hands.change("Source", "Count of groups")
    hands.change("Date of the source", "March 2026")
    hands.change("Headline: the one sentence that the room sees", "412 people meet in a group each week.")
    hands.change("Voted on, 1", "Clubs where people meet")


def test_twenty_changes_by_keyboard_are_in_the_event_the_room_screen_and_the_differences(
    prepare, operate, keys, event
):  # fmt: skip
    window = prepare(event)
    press(window, DOWN, DOWN)
    hands = Hands(window, keys)
    press(window, TAB)

    change_the_run_sheet(hands)
    change_the_questions(hands)
    change_the_evidence(hands)

    assert hands.changes >= 20
    assert not window.preparing.has_unsaved
    assert_the_run_sheet_shows_them(event)
    assert_the_differences_tell_them(event)
    assert_the_room_sees_them(operate(event))


def assert_the_run_sheet_shows_them(event: Event) -> None:
    steps = event_record(event).steps
    assert [(step.title, step.planned_minutes) for step in steps[:5]] == [
        ("Welcome and practice", 12), ("What matters to you", 10), ("A song", 3), ("Table talk about the goals", 10),
        ("The shared goals, read aloud", 5),
    ]  # fmt: skip
    assert steps[1].prompts == ("What is a good day for you?", "Who is part of it?")
    assert "Break" not in [step.title for step in steps]
    assert sum(step.planned_minutes for step in steps) == event.programme.variant("full").minutes == 168


def assert_the_differences_tell_them(event: Event) -> None:
    found = differences_now(event)
    kinds = {one.kind for one in found}
    assert kinds >= {
        DifferenceKind.STEP_RENAMED, DifferenceKind.MINUTES, DifferenceKind.PROMPTS, DifferenceKind.STEP_ADDED,
        DifferenceKind.STEP_LEFT_OUT, DifferenceKind.QUESTION_REWORDED, DifferenceKind.QUESTION_LEFT_OUT,
        DifferenceKind.QUESTION_ADDED, DifferenceKind.MARKS, DifferenceKind.OPTION_ADDED,
        DifferenceKind.OPTION_LEFT_OUT, DifferenceKind.OPTION_REWORDED, DifferenceKind.EVIDENCE, DifferenceKind.MODELS,
    }  # fmt: skip
    lost = [one for one in found if one.kind is DifferenceKind.QUESTION_LEFT_OUT]
    assert [(one.where, one.must_have) for one in lost] == [("s5", True)]


def assert_the_room_sees_them(window) -> None:
    event = window.desk.open_event
    read = heard(window, Step("read-goals"))
    assert in_order(read, "chances to spend time with other people", "That means living at home.", "Neighbours help")
    assert "A lot about how we support people" in read
    assert "People and families do not always get enough help" not in read
    areas = heard(window, Vote("areas"))
    assert in_order(areas, "Staying well", "Living well at home", "Getting going again", "A home", "Getting about")
    assert "Good days" not in areas
    vote_areas(event, a1=50, a2=40, a4=30, a5=20)
    carry_forward(event, decided_by="the room")
    window.desk.refresh()
    evidence = heard(window, Step("evidence-a1"))
    assert in_order(evidence, "412 people meet in a group each week.", "Count of groups, March 2026")
    texts = [one.text for one in event_record(event).results]
    assert "Should we put more, the same or less into clubs where people meet?" in texts


def heard(window, on_screen) -> str:
    """Return all that the room screen says, which is what it shows."""
    window.desk.show(on_screen)
    settle()
    return spoken_now(window)


def in_order(told: str, *texts: str) -> bool:
    places = [told.find(text) for text in texts]
    return -1 not in places and places == sorted(places)
