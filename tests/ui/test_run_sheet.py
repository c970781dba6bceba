"""The run sheet's model, without a window."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt

from builders import a_count, a_question, the_default_event
from facilitator.conduct.counting import enter_count
from facilitator.conduct.voting import close_question, open_question
from facilitator.words.translator import Translator
from ui.models.run_sheet import (
    Place,
    Progress,
    RunSheetModel,
    SheetRole,
    SheetRow,
    place_after,
    sheet_rows,
    starting_place,
)
from ui.run.snapshot import read_snapshot


def rows_of(event, furthest=None) -> tuple[SheetRow, ...]:
    snapshot = read_snapshot(event)
    stages = [stage.key for stage in snapshot.record.stages]
    return sheet_rows(snapshot.record.steps, snapshot.questions, stages, furthest)


def closed(event, key: str) -> None:
    open_question(event, key, present=9)
    enter_count(event, key, a_count(agree=3, unsure=2, disagree=1))
    close_question(event, key)


def test_questions_stand_under_their_activity(make_event):
    rows = rows_of(make_event(a_question("s1"), a_question("s2"), a_question("t1", stage="two")))

    assert [row.place for row in rows] == [
        Place("one"), Place("one", "s1"), Place("one", "s2"), Place("two"), Place("two", "t1"),
    ]  # fmt: skip
    assert [row.number for row in rows] == ["1.1", "", "", "2.1", ""]


def test_practice_questions_are_in_the_run_sheet_too(tmp_path):
    event = the_default_event(tmp_path)

    assert Place("welcome", "tea") in [row.place for row in rows_of(event)]
    event.close()


def test_a_closed_question_is_done_and_its_activity_when_all_are(make_event):
    event = make_event(a_question("s1"), a_question("s2"))
    closed(event, "s1")

    assert [row.progress for row in rows_of(event)] == [Progress.OPEN, Progress.DONE, Progress.AHEAD]

    closed(event, "s2")

    assert {row.progress for row in rows_of(event)} == {Progress.DONE}


def test_an_activity_without_questions_is_done_when_the_operator_is_behind_it(tmp_path):
    event = the_default_event(tmp_path)

    before = {row.place: row.progress for row in rows_of(event, Place("welcome"))}
    after = {row.place: row.progress for row in rows_of(event, Place("talk-goals"))}

    assert before[Place("read-goals")] is Progress.AHEAD
    assert after[Place("read-goals")] is Progress.DONE
    assert after[Place("talk-goals")] is Progress.AHEAD
    event.close()


def test_a_file_opened_again_goes_on_behind_the_last_vote(make_event):
    event = make_event(a_question("s1"), a_question("s2"))
    assert starting_place(rows_of(event)) == Place("one")

    closed(event, "s1")
    assert starting_place(rows_of(event)) == Place("one", "s2")

    open_question(event, "s2", present=9)
    assert starting_place(rows_of(event)) == Place("one", "s2")


def test_nothing_follows_the_last_place(make_event):
    rows = rows_of(make_event(a_question("s1")))

    assert place_after(rows, Place("one")) == Place("one", "s1")
    assert place_after(rows, Place("one", "s1")) is None


def test_the_model_marks_the_current_row_and_says_so(make_event, words: Translator):
    model = RunSheetModel(words)
    model.set_rows(rows_of(make_event(a_question("s1"))))
    model.set_current(Place("one", "s1"))

    assert model.rowCount(QModelIndex()) == 2
    assert [model.index(row).data(SheetRole.CURRENT) for row in range(2)] == [False, True]
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "What about s1?, you are here"


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
