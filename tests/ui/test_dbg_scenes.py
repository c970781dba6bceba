"""The whole default event, run by keyboard alone in the real windows while pretend people act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from builders import MORNING
from facilitator.conduct.event import open_event
from facilitator.conduct.playing_back import Heard
from facilitator.conduct.record import EventRecord, event_record
from facilitator.core.keys import State
from facilitator.core.programme import ActivityKind
from facilitator.core.result import QuestionResult
from facilitator.core.wording import words_digest
from facilitator.pack.checking import check_pack
from facilitator.words.translator import Translator
from tests.conduct.steps import verbs
from tests.ui.conftest import end
from tests.ui.pressing import settle, spoken_now
from ui.application import Windows, make_application
from ui.learner import Learner
from ui.room_screen.scene import Asking, Closed, Revealed, on_page
from ui.run.operator_window import OperatorWindow
from ui.run.scenes import scene_of

FULL, SLOT = "full", "slot"
pytestmark = pytest.mark.slow


@dataclass
class Seen:
    """What the room saw at one moment of the run."""

    place: str
    question: QuestionResult | None
    scene: object
    spoken: str
    is_told_with_other_figures: bool


@dataclass
class Run:
    """A whole event, with what came out of it."""

    folder: Path
    record: EventRecord
    history: list[str]
    seen: list[Seen]

    @property
    def report(self) -> str:
        (path,) = self.folder.rglob("*report.html")
        return path.read_text(encoding="utf-8")

    @property
    def pack(self) -> Path:
        (path,) = (path for path in self.folder.rglob("*.zip") if path.parent.name != "stick")
        return path

    @property
    def copy(self) -> Path:
        (path,) = self.folder.rglob("stick/*.zip")
        return path

    @property
    def sheet(self) -> Path:
        (path,) = self.folder.rglob("*same-day sheet.pdf")
        return path

    @property
    def totals(self) -> list[tuple[str, int, object]]:
        return [(one.key, one.tally.cast, dict(one.tally.counts)) for one in self.record.results]


class Watcher:
    """Looks at the room after every change of the event, as a person in the first row does."""

    def __init__(self, window: OperatorWindow) -> None:
        self.window = window
        self.seen: list[Seen] = []
        window.desk.changed.connect(self.look)

    def look(self) -> None:
        desk = self.window.desk
        question, scene = desk.question, desk.scene
        other = scene
        if question is not None:
            other = self.scene_with(with_other_choices(question))
        self.seen.append(Seen(
            f"{desk.place.activity} {desk.place.question}", question, scene, spoken_now(self.window), other != scene,
        ))  # fmt: skip

    def scene_with(self, other: QuestionResult) -> object:
        """Return what the room would see if people had chosen otherwise."""
        desk, stagecraft = self.window.desk, self.window.desk._stagecraft()
        questions = tuple(other if one.key == other.key else one for one in desk.snapshot.questions)
        results = tuple(other if one.key == other.key else one for one in desk.snapshot.record.results)
        snapshot = replace(desk.snapshot, questions=questions, record=replace(desk.snapshot.record, results=results))
        return on_page(scene_of(desk.on_screen, replace(stagecraft, snapshot=snapshot)), desk.page)


def run_event(folder: Path, variant: str) -> Run:
    app = make_application(["tests"])
    windows = Windows(app, Translator(), folder=folder, own_folder=folder, now=lambda: MORNING)
    windows.begin(None)
    windows.open_pretend_room(variant)
    window = windows.operator
    assert window is not None
    assert windows.pretend is not None
    watcher = Watcher(window)
    Learner(window, windows.pretend, lambda _: watcher.look()).run_to_the_end()
    path = window.desk.open_event.path
    end(window)
    assert windows.start is not None
    end(windows.start)
    settle()
    event = open_event(path)
    try:
        return Run(folder, event_record(event), verbs(event), watcher.seen)
    finally:
        event.close()


@pytest.fixture(scope="module")
def full(tmp_path_factory) -> Run:
    return run_event(tmp_path_factory.mktemp("full"), FULL)


def test_every_question_is_closed(full):
    states = {result.key: result.state for result in full.record.results}

    assert len(states) > 12
    assert set(states.values()) == {State.CLOSED}
    assert all(result.tally.cast > 0 for result in full.record.results)
    assert all(result.denominators.present is not None for result in full.record.results)


def test_every_step_has_started_and_ended(full):
    assert [step.key for step in full.record.steps if step.started_at is None or step.ended_at is None] == []
    assert [step.key for step in full.record.steps if step.skipped is not None] == []


def test_every_statement_of_the_goals_is_settled_by_the_room(full):
    goals = [result.key for result in full.record.results if result.key.startswith("s")]

    assert len(goals) == 6
    assert {outcome.question for outcome in full.record.outcomes} == set(goals)
    assert {outcome.decided_by for outcome in full.record.outcomes} == {"the room"}


def test_the_tie_is_settled_and_the_areas_are_carried(full):
    carried = full.record.carried

    assert carried is not None
    assert len(carried.areas) == 3
    assert carried.tie_rule == "run_off"
    assert carried.decided_by
    assert not carried.stale
    assert any(result.key == "areas-run-off" for result in full.record.results)
    assert "Vote between tied areas" in full.report
    assert "These areas are level." in full.report


def test_stage_three_is_made_of_the_carried_areas(full):
    carried = {area for area, _ in full.record.carried.areas}
    evidence = {step.from_area for step in full.record.steps if step.kind == ActivityKind.EVIDENCE}
    asked = {result.key for result in full.record.results if result.key.startswith("direction-")}

    assert evidence == carried
    assert len(asked) >= len(carried)


def test_the_main_points_were_heard_with_a_minority_view_among_them(full):
    points = full.record.main_points

    assert len(points) == 5
    assert any(point.minority for point in points)
    assert {point.heard for point in points} <= {Heard.YES, Heard.CHANGED}


def test_the_count_is_closed_and_the_pack_checks(full):
    assert full.record.count_closed
    assert check_pack(full.pack) is not None
    assert "rehearsal" in full.pack.name.lower()


def test_the_notes_are_read_and_sheet_pack_and_copy_are_there(full):
    unread = [note.text for note in full.record.notes if words_digest(note.text) not in full.record.words_read]

    assert unread == []
    assert full.sheet.read_bytes().startswith(b"%PDF-")
    assert full.copy.read_bytes() == full.pack.read_bytes()


def test_the_report_gives_the_base_of_every_result(full):
    text = full.report

    missing = [one.key for one in full.record.results if one.base is not None and str(one.base) not in text]
    assert missing == []
    assert "Rehearsal" in text


def test_people_come_late_and_a_table_brings_no_notes_as_in_a_real_hall(full):
    present = [one.denominators.present for one in full.record.results]

    assert present[0] < max(present) <= 80
    assert present[-1] < max(present)
    assert full.record.attended == max(present)
    assert "Notes from 9 of 10 tables" in full.report


def test_no_moment_of_the_event_shows_or_tells_a_result_before_its_closing(full):
    voting = [one for one in full.seen if one.question is not None and one.question.state is State.OPEN]

    assert len(voting) > 100
    assert [one.place for one in voting if one.is_told_with_other_figures] == []
    assert not [(one.place, one.scene.result.key, one.scene.page, one.scene.result.status) for one in voting if isinstance(one.scene, Revealed)]
    assert not any(figure_told(one) for one in voting if isinstance(one.scene, Asking))


def test_a_closed_question_keeps_its_result_until_it_is_shown(full):
    hidden = [one for one in full.seen if isinstance(one.scene, Closed)]
    told = [one for one in full.seen if isinstance(one.scene, Revealed) and one.question is not None]
    told = [one for one in told if one.scene.result.key == one.question.key]

    asked = {result.key for result in full.record.results}
    assert {one.question.key for one in hidden} >= asked
    assert {one.question.key for one in told} >= asked
    assert [one.place for one in hidden if one.is_told_with_other_figures] == []
    assert all(one.is_told_with_other_figures for one in told)


def test_the_same_seed_gives_the_same_totals(tmp_path):
    first, second = (run_event(tmp_path / name, SLOT) for name in ("first", "second"))

    assert first.totals == second.totals
    assert [note.text for note in first.record.notes] == [note.text for note in second.record.notes]
    assert all(one.state is State.CLOSED for one in first.record.results)


def figure_told(seen: Seen) -> bool:
    """Return whether the scene of an open question holds a figure of an option."""
    assert isinstance(seen.scene, Asking)
    return any(option.count is not None for option in seen.scene.result.options)


def with_other_choices(question: QuestionResult) -> QuestionResult:
    """Return a result in which the same number of people chose otherwise."""
    figures = [1000 + (option.count or 0) for option in reversed(question.options)]
    options = tuple(replace(one, count=count) for one, count in zip(question.options, figures, strict=True))
    counts = {option.key: option.count for option in options}
    return replace(question, options=options, tally=replace(question.tally, counts=counts))
