"""A pretend room that is killed at any point goes on where it was when the program is started again."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from facilitator.conduct.run_times import time_of_day
from facilitator.core.keys import State
from facilitator.pack.checking import check_pack
from facilitator.rehearsal.crowd import a_crowd
from tests.recovery.conftest import Left
from tests.recovery.stored import Stored, stored_now
from ui.application import PRETEND_PEOPLE, PRETEND_SEED, Windows
from ui.learner import Learner
from ui.models.run_sheet import FINISH
from ui.room_screen.scene import Carried, Paused, Revealed
from ui.run.opening import open_pretend_room
from ui.run.operator_window import OperatorWindow

Learn = Callable[..., Left]
StartAgain = Callable[[Path], Windows]
PAUSE = "pause"

AFTER_A_COMMIT = [
    ("slot", "count people:2"),
    ("slot", "open question:3"),
    ("slot", "enter count:9"),
    ("slot", "ballot:30"),
    ("slot", "close question:4"),
    ("slot", "settle statement:3"),
    ("slot", "add note:30"),
    ("slot", "ask run-off:1"),
    ("slot", "carry forward:1"),
    ("slot", "close the count:1"),
    ("full", "record table:12"),
    ("full", "open question:12"),
    ("full", "hear main point:2"),
]
WITHIN_A_COMMIT = ["enter count:1", "ballot:50", "close question:2", "settle statement:1"]
AT_RANDOM = [random.Random(seed).randrange(2, 260) for seed in range(4)]


@pytest.mark.slow
@pytest.mark.parametrize(("variant", "deed"), AFTER_A_COMMIT)
def test_killed_after_a_commit_everything_that_was_told_is_there_and_nothing_else(
    learn: Learn, start_again: StartAgain, variant: str, deed: str
):
    left = learn(f"at:{deed}", variant)

    windows = start_again(left.path)

    assert left.was_killed
    assert is_as_it_was(recovered(windows), left.last)
    it_goes_on_where_it_was(operator_of(windows), left.last)


@pytest.mark.slow
@pytest.mark.parametrize("deed", WITHIN_A_COMMIT)
def test_killed_within_a_commit_nothing_half_done_is_there(learn: Learn, start_again: StartAgain, deed: str):
    left = learn(f"before:{deed}")

    windows = start_again(left.path)

    assert left.was_killed
    assert is_as_it_was(recovered(windows), left.last)
    it_goes_on_where_it_was(operator_of(windows), left.last)


@pytest.mark.slow
@pytest.mark.parametrize("commits", AT_RANDOM)
def test_killed_at_a_moment_of_nobodys_choosing_nothing_that_was_told_is_missing(
    learn: Learn, start_again: StartAgain, commits: int
):
    left = learn("never", killed_after=commits)

    windows = start_again(left.path)

    assert left.was_killed
    found = recovered(windows)
    assert found.holds(left.last)
    it_goes_on_where_it_was(operator_of(windows), found, written={left.last.written, found.written})


@pytest.mark.slow
@pytest.mark.parametrize("deed", ["ballot:60", "ask run-off:1"])
def test_what_was_killed_is_run_on_to_a_pack_that_checks(learn: Learn, start_again: StartAgain, deed: str):
    left = learn(f"at:{deed}")
    windows = start_again(left.path)
    operator = operator_of(windows)
    pretend = open_pretend_room(operator, a_crowd(PRETEND_PEOPLE, None, seed=PRETEND_SEED))
    learner = Learner(operator, pretend, lambda here: None)
    learner.press_next()

    learner.run_to_the_end()

    found = recovered(windows)
    assert found.holds(left.last)
    (pack,) = left.path.parent.glob("*.zip")
    check_pack(pack)
    assert operator.desk.snapshot.record.count_closed


def test_killed_while_paused_it_stays_paused_and_says_so(learn: Learn, start_again: StartAgain):
    left = learn("pause:2")

    windows = start_again(left.path)

    assert left.was_killed
    assert left.last.paused
    assert recovered(windows) == left.last
    it_goes_on_where_it_was(operator_of(windows), left.last)


def test_killed_before_it_began_it_does_not_say_that_it_was_under_way(learn: Learn, start_again: StartAgain):
    left = learn("unbegun")

    windows = start_again(left.path)

    operator = operator_of(windows)
    assert left.was_killed
    assert recovered(windows) == left.last
    assert operator.now.banner.sentence == ""
    assert not operator.desk.times.paused
    assert operator.now.next_button.accessibleName() == "Begin the event"


@pytest.mark.parametrize("deed", ["enter count:1", "close question:2"])
def test_closed_as_usual_in_the_middle_it_is_paused_and_told_just_the_same(
    learn: Learn, start_again: StartAgain, deed: str
):
    left = learn(f"close:{deed}")

    windows = start_again(left.path)

    assert left.exit_code == 0
    assert is_as_it_was(recovered(windows), left.last)
    it_goes_on_where_it_was(operator_of(windows), left.last)


def operator_of(windows: Windows) -> OperatorWindow:
    assert windows.operator is not None
    return windows.operator


def recovered(windows: Windows) -> Stored:
    return stored_now(operator_of(windows).desk.open_event)


def is_as_it_was(found: Stored, last: Stored) -> bool:
    """Whether all is the same but for the pause that the opening put in where a step was running."""
    paused = last.running is not None and not last.paused
    expected = replace(last, verbs=[*last.verbs, PAUSE], paused=True) if paused else last
    return found == expected


def it_goes_on_where_it_was(operator: OperatorWindow, last: Stored, *, written: Collection[str] = ()) -> None:
    """Check what the operator and the room see; `written` is when the file may have been written last."""
    desk = operator.desk
    if last.open_question is not None:
        assert desk.place.question == last.open_question
        assert desk.question is not None
        assert desk.question.state is State.OPEN
        assert desk.question.tally.cast == last.questions[last.open_question][1]
    else:
        assert desk.place.activity == (last.running or FINISH)
    assert desk.times.paused == (last.running is not None)
    assert last.running is None or isinstance(desk.scene, Paused)
    votes = f"{last.votes} vote is safe" if last.votes == 1 else f"{last.votes} votes are safe"
    times = {time_of_day(datetime.fromisoformat(at)) for at in written or {last.written}}
    banner = operator.now.banner.accessibleName()
    assert banner.endswith(tuple(f"{votes}; the file was last written at {at}." for at in times))
    assert ("Its clocks stand still." in banner) == (last.running is not None)
    if last.running is not None:
        the_room_sees_no_result_after_the_pause(operator)


def the_room_sees_no_result_after_the_pause(operator: OperatorWindow) -> None:
    assert operator.now.next_button.accessibleName() == "Go on after the pause"
    operator.now.focus_next()
    QTest.keyClick(operator.focusWidget(), " ")
    assert not operator.desk.times.paused
    assert not isinstance(operator.desk.scene, Revealed | Carried)
