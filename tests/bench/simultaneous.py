"""Three hundred people vote in the same moment: how many commits, and how long until each is acknowledged."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from facilitator.conduct.casting import cast
from facilitator.conduct.event import Event
from facilitator.conduct.voting import open_question
from tests.bench.measuring import BARE_BALLOT, INSERT_BALLOT, Line, bare_database, compared, in_ms, middle, percentile
from tests.builders import a_ballot, an_event

PEOPLE = 300
ROUNDS = 5
SLOW_SYNC_MS = 20
SHIM = Path(__file__).with_name("slow_sync.c")


def lines(folder: Path) -> list[Line]:
    """Measure the plain and the slowed disk."""
    return [*_plain(folder), *_slowed(folder)]


def _plain(folder: Path) -> list[Line]:
    ours, bare, commits = measured_rounds(folder)
    most = max(commits)
    return [
        Line(
            f"commits for {PEOPLE} simultaneous votes",
            f"{middle(commits):g} (most {most})",
            f"{PEOPLE} one commit each",
            f"{middle(commits) / PEOPLE:.3f}x",
            "<= 10",
            most <= 10,
        ),
        compared("ack of a vote among them, p50", percentile(ours, 50), percentile(bare, 50), "bare commit each",
                 at_most=None),
        compared("ack of a vote among them, p99", percentile(ours, 99), percentile(bare, 99), "bare commit each",
                 at_most=None),
    ]  # fmt: skip


def measured_rounds(folder: Path) -> tuple[list[float], list[float], list[int]]:
    """Return the times to each acknowledgement, ours and bare, and the commits of each of our rounds."""
    event = an_event(folder)
    bare = bare_database(folder / "bare.db")
    bare.execute(BARE_BALLOT)
    open_question(event, "s1", present=PEOPLE * ROUNDS)
    ours_s: list[float] = []
    bare_s: list[float] = []
    commits: list[int] = []
    for number in range(ROUNDS):
        before = event.store.commits
        ours_s += _together(_voter(event, number))
        commits.append(event.store.commits - before)
        bare_s += _together(_bare_voter(bare))
    event.close()
    bare.close()
    return ours_s, bare_s, commits


def _voter(event: Event, number: int) -> Callable[[int], object]:
    def vote(person: int) -> object:
        code = f"{number}-{person}"
        return cast(event, "s1", a_ballot("agree", code=code, sender=code.encode()))

    return vote


def _bare_voter(connection) -> Callable[[int], object]:  # type: ignore[no-untyped-def]
    one_at_a_time = threading.Lock()

    def vote(person: int) -> object:
        row = (1, os.urandom(16), os.urandom(16), 1, 1, "phone", "valid", "agree", 0)
        with one_at_a_time:
            return connection.execute(INSERT_BALLOT, row)

    return vote


def _together(vote: Callable[[int], object]) -> list[float]:
    """Return how long each of `PEOPLE` threads, let go at once, waited for its acknowledgement."""
    gate = threading.Barrier(PEOPLE)
    waited = [0.0] * PEOPLE

    def person(number: int) -> None:
        gate.wait()
        begun = time.perf_counter()
        vote(number)
        waited[number] = time.perf_counter() - begun

    threads = [threading.Thread(target=person, args=(number,)) for number in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return waited


def _slowed(folder: Path) -> list[Line]:
    what = f"the same, each flush {SLOW_SYNC_MS} ms slower, p99"
    compiler = shutil.which("cc")
    if compiler is None:
        return [Line(what, "not measured: no C compiler")]
    library = folder / "slow_sync.so"
    built = subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-o", library, SHIM, "-ldl"], capture_output=True, text=True
    )
    if built.returncode:
        return [Line(what, "not measured: the C compiler failed", built.stderr.strip()[:60])]
    slow = folder / "slowed"
    slow.mkdir()
    environment = {**os.environ, "LD_PRELOAD": str(library), "SLOW_SYNC_MS": str(SLOW_SYNC_MS)}
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.simultaneous", str(slow)],
        env=environment, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    found = json.loads(told)
    commits = found["commits"]
    if found["sync"] * 1000 < SLOW_SYNC_MS:
        return [Line(what, "not measured: the flush was not slowed", in_ms(found["sync"]))]
    return [
        compared(what, found["p99"], found["sync"], "one slowed flush", at_most=4),
        compared(what.replace("p99", "p50"), found["p50"], found["sync"], "one slowed flush", at_most=None),
        Line("commits of that", f"{middle(commits):g} (most {max(commits)})", "", "", "<= 10", max(commits) <= 10),
    ]


def _one_flush(folder: Path) -> float:
    times = []
    with (folder / "flushed").open("wb", buffering=0) as file:
        for _ in range(15):
            file.write(os.urandom(4096))
            begun = time.perf_counter()
            os.fdatasync(file.fileno())
            times.append(time.perf_counter() - begun)
    return middle(times)


def _slowed_child(folder: Path) -> None:
    event = an_event(folder)
    open_question(event, "s1", present=PEOPLE * ROUNDS)
    waited: list[float] = []
    commits: list[int] = []
    flushes: list[float] = []
    for number in range(ROUNDS):
        flushes.append(_one_flush(folder))
        before = event.store.commits
        waited += _together(_voter(event, number))
        commits.append(event.store.commits - before)
    event.close()
    found = {"p50": percentile(waited, 50), "p99": percentile(waited, 99), "sync": middle(flushes), "commits": commits}
    print(json.dumps(found))


if __name__ == "__main__":
    _slowed_child(Path(sys.argv[1]))
