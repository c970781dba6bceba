"""The 45-minute slot in a real window, from the first page to the report and the pack, with real keys alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from facilitator.conduct.event import open_event
from facilitator.conduct.noting import NoteKind
from facilitator.conduct.record import EventRecord, event_record
from facilitator.core.keys import State
from facilitator.core.result import QuestionResult
from facilitator.core.wording import words_digest
from facilitator.pack.checking import check_pack
from facilitator.store.connection import looking_connection
from facilitator.store.reading import Reading
from tests.x11.laptop import Laptop, missing

TITLE = "Living well in Riverside"
PRESENT = 84
STATEMENTS = {
    "s1": (40, 20, 10, 2), "s2": (61, 9, 8, 0), "s3": (55, 12, 13, 1), "s4": (30, 31, 14, 3), "s5": (71, 4, 5, 0),
    "s6": (22, 23, 24, 4),
}  # fmt: skip
APPROACH = {
    "j1": (70, 5, 4, 1), "j2": (66, 8, 6, 0), "j3": (58, 15, 5, 2), "j4": (77, 2, 1, 0), "j5": (44, 21, 15, 0),
}  # fmt: skip
AREAS, AREAS_VOTERS, AREAS_UNSAID = (41, 12, 52, 33, 20), 78, 3
WELCOME_PAGES = 4  # the name of the event, the promise, what is fixed, the ground rules
READING, MOST_PAGES = "Read before publishing", 8
COMMITMENT = "The council asks the bus company about the evening, and tells us by Easter."


class Operator:
    """Somebody at the keyboard who looks into the event file to see whether the keys have done their work."""

    def __init__(self, laptop: Laptop, path: Path) -> None:
        self._laptop, self._path = laptop, path

    def go_on(self, verb: str) -> None:
        """Do the one next action, which writes this into the file."""
        before = self._times(verb)
        self._laptop.press("space")
        self._wait_for(verb, before + 1)

    def look_on(self) -> None:
        """Do a next action that only changes what the room sees or where the operator is."""
        self._laptop.press("space")

    def vote(self, question: str, figures: Sequence[int]) -> None:
        """Open a vote, type its figures, close it and show the result."""
        self.go_on("open question")
        assert self._state(question) == State.OPEN
        for figure in figures:
            self._laptop.type(str(figure))
            self._laptop.press("Return")
        self._wait_for("enter count", self._times("close question") + 1)
        self.go_on("close question")
        assert self._state(question) == State.CLOSED
        self.look_on()

    def settle(self) -> None:
        """Adopt the next statement."""
        before = self._times("settle statement")
        self._laptop.press("space", "a")
        self._wait_for("settle statement", before + 1)

    def write_note(self, kind_key: str, text: str) -> None:
        """Write a note of a kind, and come back to the one next action."""
        self._laptop.press("n", kind_key)
        self._laptop.type(text)
        self._laptop.press("Return")
        self._wait_for("add note", 1)
        self._laptop.press("Escape")

    def say_who_is_here(self, people: int) -> None:
        """Type how many are present; that field is three steps before the next action."""
        self._laptop.press("shift+Tab", "shift+Tab", "shift+Tab")
        self._laptop.type(str(people))
        self._laptop.press("Return")

    def wait_until_read(self, words: str) -> None:
        """Wait until the file knows that a person has read these words."""
        self._laptop.wait(lambda: self._was_read(words), f"“{words}” to be read")

    def _was_read(self, words: str) -> bool:
        with looking_at(self._path) as reading:
            return words_digest(words) in reading.words_read()

    @property
    def areas_carried(self) -> list[str]:
        """The areas that have a step of their own in stage 3."""
        with looking_at(self._path) as reading:
            return [step.from_area for step in reading.run_sheet() if step.from_area]

    def _wait_for(self, verb: str, times: int) -> None:
        self._laptop.wait(lambda: self._times(verb) >= times, f"“{verb}” for the {times}. time")

    def _times(self, verb: str) -> int:
        with looking_at(self._path) as reading:
            return [change.verb for change in reading.changes()].count(verb)

    def _state(self, question: str) -> str:
        with looking_at(self._path) as reading:
            asked = reading.current_question(question)
        assert asked is not None
        return asked.state


@contextmanager
def looking_at(path: Path) -> Iterator[Reading]:
    """Look into an event file that the program has open, without changing anything."""
    connection = looking_connection(path)
    try:
        yield Reading(connection, path)
    finally:
        connection.close()


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    if gone := missing():
        pytest.skip(f"NOT CHECKED: a real window driven by real keys; {' and '.join(gone)} not found on this machine")
    with Laptop(tmp_path / "home") as laptop:
        yield laptop


@pytest.mark.slow
def test_keys_alone_lead_from_the_first_page_through_the_slot_to_the_report_and_the_pack(laptop: Laptop):
    path = start_the_slot(laptop)
    operator = Operator(laptop, path)

    run_stage_one(operator)
    run_stage_two(operator)
    run_stage_three(operator)
    finish(laptop, operator, path)

    record = recorded(path)
    assert (record.details.place, record.details.held_on) == ("Village hall", "2026-11-20")
    assert (record.details.tables, record.details.variant, record.rehearsal) == (10, "slot", False)
    assert {key: figures_of(record, key) for key in STATEMENTS} == STATEMENTS
    assert {key: figures_of(record, key) for key in APPROACH} == APPROACH
    assert figures_of(record, "areas") == (*AREAS, AREAS_UNSAID)
    assert result_of(record, "areas").tally.cast == AREAS_VOTERS  # whatever they chose, so those who would not say too
    assert [outcome.kind for outcome in record.outcomes] == ["adopted"] * len(STATEMENTS)
    assert [(note.text, note.kind) for note in record.notes] == [(COMMITMENT, NoteKind.COMMITMENT)]
    assert record.count_closed
    (report,) = laptop.documents.glob("*.html")
    assert COMMITMENT in report.read_text(encoding="utf-8")
    (pack,) = laptop.documents.glob("*.zip")
    check_pack(pack)
    assert laptop.said == ""


def start_the_slot(laptop: Laptop) -> Path:
    """Start an event from the first page; Enter goes from field to field."""
    laptop.turn_to("Facilitator")
    laptop.press("2")
    for text in (TITLE, "Village hall"):
        laptop.type(text)
        laptop.press("Return")
    for part in ("20", "Nov", "2026"):
        laptop.type(part)
    laptop.press("Return")
    laptop.type("10")
    laptop.press("Tab", "Return", "End")  # the length, three quarters of an hour
    laptop.press("Tab", "Tab", "Tab", "Return")
    laptop.turn_to(TITLE)
    (path,) = laptop.documents.glob("*.event")
    return path


def run_stage_one(operator: Operator) -> None:
    """Welcome people, ask the six statements by hands, and adopt them."""
    operator.go_on("start activity")
    for _ in range(WELCOME_PAGES - 1):
        operator.look_on()
    operator.go_on("start activity")
    for number, (question, figures) in enumerate(STATEMENTS.items()):
        operator.look_on()
        if number == 0:
            operator.say_who_is_here(PRESENT)
        operator.vote(question, figures)
    operator.go_on("start activity")
    for _ in STATEMENTS:
        operator.settle()


def run_stage_two(operator: Operator) -> None:
    """Talk about the areas, choose, and carry forward."""
    operator.go_on("start activity")
    operator.go_on("start activity")
    operator.look_on()
    operator.vote("areas", (*AREAS, AREAS_VOTERS, AREAS_UNSAID))
    operator.go_on("start activity")
    operator.go_on("carry forward")


def run_stage_three(operator: Operator) -> None:
    """Show the evidence, talk, ask the joint approach by hands, and write down a commitment."""
    assert operator.areas_carried == ["a3"]
    operator.go_on("start activity")
    operator.go_on("start activity")
    operator.go_on("start activity")
    for question, figures in APPROACH.items():
        operator.look_on()
        operator.vote(question, figures)
    operator.go_on("start activity")
    operator.write_note("F10", COMMITMENT)
    operator.go_on("start activity")
    operator.go_on("start activity")
    operator.go_on("end activity")


def finish(laptop: Laptop, operator: Operator, path: Path) -> None:
    """Read what was written, write sheet and report, close the count for good, and make the pack."""
    read_what_waits(laptop, operator, COMMITMENT)
    operator.look_on()
    laptop.wait(lambda: any(path.parent.glob("*sheet.pdf")), "the same-day sheet")
    read_what_waits(laptop, operator, "the room, by the vote")
    operator.look_on()
    laptop.wait(lambda: any(path.parent.glob("*.html")), "the report")
    laptop.press("space", "space", "Escape")  # the count asks first: the cursor is on what is to be ticked
    operator.look_on()
    log = path.with_name(path.name + "-wal")  # looked at from outside: a reader would hinder the forgetting of keys
    laptop.wait(lambda: log.stat().st_size == 0, "the keys of the voters to be forgotten")
    operator.look_on()
    laptop.wait(lambda: any(path.parent.glob("*.zip")), "the event pack")
    laptop.picture("finished")


def read_what_waits(laptop: Laptop, operator: Operator, among_it: str) -> None:
    """Keep page after page, and come back to the event; what is kept is stored at the latest when the window goes."""
    operator.look_on()
    laptop.turn_to(READING)
    laptop.press_slowly(*["k"] * MOST_PAGES)  # a page can be kept once it was seen
    laptop.press("Escape")
    operator.wait_until_read(among_it)
    laptop.turn_to(TITLE)


def recorded(path: Path) -> EventRecord:
    """Return what the file holds; the program has it open, so a copy is read."""
    copy = path.with_name("copy") / path.name
    copy.parent.mkdir()
    for part in path.parent.glob(f"{path.name}*"):
        if part.is_file() and not part.name.endswith("-shm"):
            (copy.parent / part.name).write_bytes(part.read_bytes())
    event = open_event(copy)
    try:
        return event_record(event)
    finally:
        event.close()


def result_of(record: EventRecord, key: str) -> QuestionResult:
    return next(result for result in record.results if result.key == key)


def figures_of(record: EventRecord, key: str) -> tuple[int | None, ...]:
    """Return what was counted for a question, in the order in which it was typed."""
    tally = result_of(record, key).tally
    return (*tally.counts.values(), tally.abstain)
