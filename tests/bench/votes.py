"""A large file of votes: importing it beside a bare executemany, and recounting one of its questions."""

from __future__ import annotations

import cProfile
import csv
import pstats
import random
import sqlite3
from pathlib import Path

from facilitator.conduct.event import Event
from facilitator.conduct.importing import import_votes
from facilitator.conduct.results import result
from facilitator.core.voters import voter_hash
from tests.bench.measuring import (
    BARE_BALLOT,
    INSERT_BALLOT,
    Line,
    bare_database,
    compared,
    interleaved,
    middle,
    seconds_of,
)
from tests.builders import a_question, an_event

QUESTIONS = 30
VOTERS = 7_500
RECOUNTED = 6_500
ROUNDS = 5
PROFILE = Path("build") / "bench-import-profile.txt"


def import_lines(folder: Path) -> list[Line]:
    """Measure the import of 225,000 votes."""
    votes = folder / "votes.csv"
    write_votes(votes, questions=QUESTIONS, voters=VOTERS)
    ours: list[float] = []
    bare: list[float] = []
    reading: list[float] = []
    for number in range(ROUNDS):
        event = _event(folder / f"round-{number}", QUESTIONS)
        ours.append(seconds_of(lambda event=event: import_votes(event, votes)))
        rows = _rows_in_file_order(event, votes)
        event.close()
        bare.append(_bare_import(folder / f"bare-{number}.db", rows))
        reading.append(seconds_of(lambda: _only_read(votes)))
    what = f"import {QUESTIONS * VOTERS:,} votes from CSV"
    line = compared(what, middle(ours), middle(bare), "bare executemany", at_most=2)
    only = compared("  of which csv.reader alone", middle(reading), middle(bare), "bare executemany", at_most=None)
    if not line.met:
        _write_profile(folder, votes)
    return [line, only]


def recount_lines(folder: Path) -> list[Line]:
    """Measure one result beside the bare GROUP BY, in a file that holds other questions' ballots too."""
    votes = folder / "recounted.csv"
    write_votes(votes, questions=3, voters=RECOUNTED)
    event = _event(folder / "recount", 3)
    import_votes(event, votes)
    reader = sqlite3.connect(event.path)
    question = event.store.reading.current_question("s2")
    assert question is not None
    sql = "SELECT marks, count(*) FROM ballot WHERE question = ? GROUP BY marks"
    ours, bare = interleaved(
        lambda: result(event, "s2"), lambda: reader.execute(sql, (question.id,)).fetchall(), rounds=60
    )
    reader.close()
    event.close()
    what = f"recount a question of {RECOUNTED:,} ballots"
    return [compared(what, middle(ours), middle(bare), "bare GROUP BY", at_most=10)]


def write_votes(path: Path, *, questions: int, voters: int, seed: int = 7) -> None:
    """Write a file as a keypad system does: question after question, people in the order they pressed."""
    dice = random.Random(seed)
    codes = [f"keypad-{number:05}" for number in range(voters)]
    seq = 0
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["question", "voter", "choice", "seq"])
        for question in range(1, questions + 1):
            dice.shuffle(codes)
            for code in codes:
                seq += 1
                writer.writerow([f"s{question}", code, dice.choice(["agree", "unsure", "disagree"]), seq])


def _event(folder: Path, questions: int) -> Event:
    folder.mkdir()
    return an_event(folder, *(a_question(f"s{number}") for number in range(1, questions + 1)))


def _rows_in_file_order(event: Event, votes: Path) -> list[tuple[object, ...]]:
    reader = sqlite3.connect(event.path)
    stored = {row[:2]: row for row in reader.execute("SELECT * FROM ballot")}
    keys = {key: (id_, secret) for key, id_, secret in reader.execute(
        "SELECT q.key, q.id, s.key FROM question q JOIN secret s ON s.question = q.id")}  # fmt: skip
    reader.close()
    with votes.open(newline="", encoding="utf-8") as file:
        next(file)
        asked = [(*keys[question], code) for question, code, *_ in csv.reader(file)]
    rows = [stored[id_, voter_hash(code, secret)] for id_, secret, code in asked]
    assert len(rows) == len(stored)
    return rows


def _bare_import(path: Path, rows: list[tuple[object, ...]]) -> float:
    connection = bare_database(path)
    connection.execute(BARE_BALLOT)

    def insert() -> None:
        connection.execute("BEGIN")
        connection.executemany(INSERT_BALLOT, rows)
        connection.execute("COMMIT")

    seconds = seconds_of(insert)
    connection.close()
    return seconds


def _only_read(votes: Path) -> int:
    with votes.open(newline="", encoding="utf-8-sig") as file:
        return sum(1 for _ in csv.reader(file, strict=True))


def _write_profile(folder: Path, votes: Path) -> None:
    """Write where the time goes, on the caller's thread and on the writer's, to a file in build/."""
    event = _event(folder / "profiled", QUESTIONS)
    mine, writers = cProfile.Profile(), cProfile.Profile()
    writer = event.store._writer
    commit_together = writer._commit_together
    writer._commit_together = lambda jobs: writers.runcall(commit_together, jobs)  # type: ignore[method-assign]
    mine.runcall(import_votes, event, votes)
    event.close()
    PROFILE.parent.mkdir(exist_ok=True)
    with PROFILE.open("w", encoding="utf-8") as out:
        for title, profile in (("the caller's thread", mine), ("the writer's thread", writers)):
            print(f"== {title}", file=out)
            pstats.Stats(profile, stream=out).sort_stats("tottime").print_stats(25)
    print(f"(where the import's time goes: {PROFILE})")
