"""The run sheet's model, without a window."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QModelIndex, Qt

from builders import MORNING, a_count, a_question
from facilitator.conduct.counting import enter_count
from facilitator.conduct.run_times import run_times, time_of_day
from facilitator.conduct.timing import end_activity, go_to_activity, skip_activity
from facilitator.conduct.voting import close_question, open_question
from facilitator.words.translator import Translator
from ui.models.run_sheet import (
    FINISH,
    Place,
    Progress,
    RunSheetModel,
    SheetRole,
    SheetRow,
    place_after,
    sheet_rows,
)
from ui.run.on_screen import Quiet, Step, Vote
from ui.run.resuming import place_to_resume, screen_to_resume
from ui.run.snapshot import read_snapshot


def rows_of(event, minutes: int = 0) -> tuple[SheetRow, ...]:
    """Return the run sheet as it stands `minutes` after the morning begins."""
    snapshot = read_snapshot(event)
    times = run_times(event, MORNING + timedelta(minutes=minutes))
    return sheet_rows(snapshot.record.steps, snapshot.questions, times, "The end")


def resumed(event) -> Place:
    return place_to_resume(rows_of(event), read_snapshot(event), run_times(event, MORNING))


def detail_of(event, place: Place, minutes: int = 0) -> str:
    return next(str(row.detail) for row in rows_of(event, minutes) if row.place == place)


def o_clock(minutes: int) -> str:
    return time_of_day(MORNING + timedelta(minutes=minutes))


def closed(event, key: str) -> None:
    open_question(event, key, present=9)
    enter_count(event, key, a_count(agree=3, unsure=2, disagree=1))
    close_question(event, key)


def test_questions_stand_under_their_activity_and_the_finish_is_the_last_row(make_event):
    rows = rows_of(make_event(a_question("s1"), a_question("s2"), a_question("t1", stage="two")))

    assert [row.place for row in rows] == [
        Place("one"), Place("one", "s1"), Place("one", "s2"), Place("two"), Place("two", "t1"), Place(FINISH),
    ]  # fmt: skip
    assert [row.number for row in rows] == ["1.1", "", "", "2.1", "", ""]
    assert rows[-1].text == "The end"


def test_practice_questions_are_in_the_run_sheet_too(make_default_event):
    assert Place("welcome", "tea") in [row.place for row in rows_of(make_default_event())]


def test_a_question_is_done_when_it_is_closed_and_its_activity_when_it_is_over(make_event):
    event = make_event(a_question("s1"), a_question("s2"), a_question("t1", stage="two"))
    go_to_activity(event, "one")
    closed(event, "s1")
    open_question(event, "s2", present=9)

    assert [row.progress for row in rows_of(event)][:4] == [
        Progress.OPEN, Progress.DONE, Progress.OPEN, Progress.AHEAD,
    ]  # fmt: skip

    enter_count(event, "s2", a_count(agree=3, unsure=2, disagree=1))
    close_question(event, "s2")
    assert rows_of(event)[0].progress is Progress.OPEN
    go_to_activity(event, "two")

    assert [row.progress for row in rows_of(event)][:4] == [
        Progress.DONE, Progress.DONE, Progress.DONE, Progress.OPEN,
    ]  # fmt: skip


def test_an_activity_without_questions_is_done_when_the_next_one_begins(make_default_event):
    event = make_default_event()
    go_to_activity(event, "read-goals")
    before = {row.place: row.progress for row in rows_of(event)}
    go_to_activity(event, "talk-goals")
    after = {row.place: row.progress for row in rows_of(event)}

    assert before[Place("read-goals")] is Progress.OPEN
    assert after[Place("read-goals")] is Progress.DONE
    assert after[Place("talk-goals")] is Progress.OPEN
    assert after[Place("vote-goals")] is Progress.AHEAD


def test_a_row_says_its_planned_minutes_then_when_it_is_expected_then_how_long_it_took(make_default_event):
    event = make_default_event()
    assert detail_of(event, Place("welcome")) == "10 minutes"

    go_to_activity(event, "welcome")
    assert detail_of(event, Place("welcome"), minutes=4) == f"{o_clock(0)}, 4 of 10 minutes"
    assert detail_of(event, Place("what-matters"), minutes=4) == f"{o_clock(10)}, 10 minutes"
    assert detail_of(event, Place("what-matters"), minutes=24) == f"{o_clock(24)}, 10 minutes"


def test_a_skipped_step_says_why_and_its_questions_are_skipped_with_it(make_default_event):
    event = make_default_event()
    go_to_activity(event, "welcome")
    skip_activity(event, "vote-direction", why="no time left")
    rows = {row.place: row for row in rows_of(event)}

    assert rows[Place("vote-direction")].progress is Progress.SKIPPED
    assert str(rows[Place("vote-direction")].detail) == "Skipped: no time left"
    skip_activity(event, "talk-goals", why="no time left")
    assert place_after(rows_of(event), Place("read-goals")) == Place("vote-goals")


def test_questions_that_were_asked_stay_done_in_a_step_that_is_skipped_afterwards(make_event):
    event = make_event(a_question("s1"), a_question("t1", stage="two"), a_question("t2", stage="two"))
    go_to_activity(event, "one")
    skip_activity(event, "two", why="no time left")

    progress = {row.place: row.progress for row in rows_of(event)}
    assert progress[Place("two", "t1")] is Progress.SKIPPED
    assert place_after(rows_of(event), Place("one", "s1")) == Place(FINISH)


def test_a_file_opened_again_goes_on_where_it_was(make_event):
    event = make_event(a_question("s1"), a_question("s2"), a_question("t1", stage="two"))
    assert resumed(event) == Place("one")

    go_to_activity(event, "one")
    assert resumed(event) == Place("one")

    closed(event, "s1")
    assert resumed(event) == Place("one", "s1")

    open_question(event, "s2", present=9)
    assert resumed(event) == Place("one", "s2")


def test_a_file_opened_again_shows_a_closed_question_without_its_result(make_event):
    event = make_event(a_question("s1"), a_question("s2"))
    go_to_activity(event, "one")
    closed(event, "s1")
    snapshot, times = read_snapshot(event), run_times(event, MORNING)

    assert screen_to_resume(Place("one", "s1"), snapshot, times) == Vote("s1", revealed=False)
    assert screen_to_resume(Place("one"), snapshot, times) == Step("one")


def test_an_event_that_is_over_is_opened_at_its_finish(make_event):
    event = make_event(a_question("s1"))
    go_to_activity(event, "one")
    closed(event, "s1")
    end_activity(event)

    assert resumed(event) == Place(FINISH)
    assert screen_to_resume(Place(FINISH), read_snapshot(event), run_times(event, MORNING)) == Quiet()


def test_the_finish_follows_the_last_question_and_nothing_follows_the_finish(make_event):
    rows = rows_of(make_event(a_question("s1")))

    assert place_after(rows, Place("one")) == Place("one", "s1")
    assert place_after(rows, Place("one", "s1")) == Place(FINISH)
    assert place_after(rows, Place(FINISH)) is None


def test_the_model_marks_the_current_row_and_says_so(make_event, words: Translator):
    model = RunSheetModel(words)
    model.set_rows(rows_of(make_event(a_question("s1"))))
    model.set_current(Place("one", "s1"))

    assert model.rowCount(QModelIndex()) == 3
    assert [model.index(row).data(SheetRole.CURRENT) for row in range(3)] == [False, True, False]
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "What about s1?, you are here"


def test_every_state_of_a_row_is_told_in_words_and_not_by_colour_alone(make_default_event, words: Translator):
    event = make_default_event()
    go_to_activity(event, "welcome")
    go_to_activity(event, "what-matters")
    skip_activity(event, "talk-goals", why="no time left")
    model = RunSheetModel(words)
    model.set_rows(rows_of(event))
    told = {row.place.activity: str(model.index(number).data(Qt.ItemDataRole.AccessibleTextRole))
            for number, row in enumerate(model.rows) if not row.place.question}  # fmt: skip

    assert told["welcome"].endswith(", done")
    assert told["what-matters"].endswith(", under way")
    assert told["talk-goals"].endswith("Skipped: no time left, skipped")
    assert told["vote-goals"].endswith("8 minutes")


def test_rows_that_only_changed_their_progress_do_not_reset_the_model(make_event, words: Translator):
    event = make_event(a_question("s1"))
    model = RunSheetModel(words)
    model.set_rows(rows_of(event))
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))

    closed(event, "s1")
    model.set_rows(rows_of(event))

    assert not resets
    assert model.rows[1].progress is Progress.DONE
