"""What was acknowledged is there after kill -9, however the moment falls."""

from __future__ import annotations

import random
import secrets
import shutil
import subprocess
import time

import pytest

from builders import a_question
from facilitator.conduct.event import open_event
from facilitator.conduct.importing import import_votes
from facilitator.conduct.results import result
from facilitator.conduct.voting import open_question
from store.looking import ballots_of, counted_by_hand, hasher, is_one_plain_file, is_whole, rows

FILES, KILLS_OF_A_FILE = 3, 10
IMPORT_KILLS = 8
IMPORTED = 20_000
QUESTIONS = ("s1", "s2")


def killed_after(process, delay_s):
    """Return all that `process` told from its first word until it was killed, `delay_s` later."""
    told = process.stdout.read(1)
    try:
        rest, _ = process.communicate(timeout=delay_s)
    except subprocess.TimeoutExpired:
        process.kill()
        rest, _ = process.communicate()
    return (told + rest).decode()


def acknowledged_in(told):
    whole_lines = told[: told.rfind("\n")].splitlines()
    return {(code, int(counter)): choice for code, counter, choice in (line.split() for line in whole_lines)}


def counts_of(event, key):
    return {str(option.key): option.count for option in result(event, key).options if option.count}


@pytest.mark.parametrize("file", range(FILES))
def test_t11_every_acknowledged_ballot_survives_kill_9(make_event, started, file):
    seed = secrets.randbits(32)
    print(f"seed {seed}")  # pytest shows it when the test fails
    dice = random.Random(seed)
    event = make_event(a_question("s1"))
    open_question(event, "s1", present=1_000_000)
    event.close()
    acknowledged = {}

    for run in range(KILLS_OF_A_FILE):
        told = killed_after(started("full_load.py", "vote", event.path, f"{file}.{run}"), dice.uniform(0.05, 0.4))
        acknowledged |= acknowledged_in(told)
        again = open_event(event.path)
        counts = counts_of(again, "s1")
        again.close()

        stored = ballots_of(event.path, "s1")
        voter = hasher(event.path, "s1")
        lost = [
            code for (code, counter), choice in acknowledged.items() if stored.get((voter(code), counter)) != choice
        ]
        assert lost == []
        assert is_whole(event.path)
        assert is_one_plain_file(event.path)
        assert counts == counted_by_hand(event.path, "s1")
    assert len(acknowledged) > KILLS_OF_A_FILE * 20
    print(f"{len(acknowledged)} acknowledged ballots, none lost")


def votes_file(folder):
    path = folder / "votes.csv"
    dice = random.Random(11)
    lines = [
        f"{key},keypad-{voter},{dice.choice(['agree', 'unsure', 'disagree'])},{voter}"
        for key in QUESTIONS
        for voter in range(IMPORTED // len(QUESTIONS))
    ]
    path.write_text("\n".join(["question,voter,choice,seq", *lines]), encoding="utf-8")
    return path


def test_a_large_import_that_is_killed_is_there_whole_or_not_at_all(make_event, started, tmp_path):
    seed = secrets.randbits(32)
    print(f"seed {seed}")
    dice = random.Random(seed)
    votes = votes_file(tmp_path)
    untouched = make_event(*map(a_question, QUESTIONS))
    untouched.close()
    wanted, takes_s = imported(shutil.copy(untouched.path, tmp_path / "wanted.event"), votes)
    came_to = []

    for run in range(IMPORT_KILLS):
        path = shutil.copy(untouched.path, tmp_path / f"run-{run}.event")
        killed_after(started("full_load.py", "import", path, votes), dice.uniform(0.3, 1.1) * takes_s)
        open_event(path).close()
        came_to.append(rows(path, "SELECT count(*) FROM ballot")[0][0])
        states = rows(path, "SELECT count(*) FROM question_state")[0][0]

        assert (came_to[-1], states) in ((0, 0), (IMPORTED, len(QUESTIONS)))
        assert is_whole(path)
        assert imported(path, votes)[0] == wanted
    print(f"ballots found after each kill: {came_to}")


def imported(path, votes):
    event = open_event(path)
    begun = time.perf_counter()
    import_votes(event, votes)
    takes_s = time.perf_counter() - begun
    totals = {key: counts_of(event, key) for key in QUESTIONS}
    event.close()
    assert totals == {key: counted_by_hand(path, key) for key in QUESTIONS}
    return totals, takes_s


def test_a_file_cut_off_while_its_format_was_changed_opens_as_it_was(make_event, started):
    event = make_event(a_question("s1"))
    open_question(event, "s1", present=100)
    event.close()
    process = started("elsewhere.py", "cut-off-while-changing-the-format", event.path)
    assert process.wait(30) == -9
    assert event.path.with_name("meeting.event-journal").stat().st_size > 0

    open_event(event.path).close()

    assert is_whole(event.path)
    assert is_one_plain_file(event.path)
    assert rows(event.path, "SELECT count(*) FROM sqlite_master WHERE name = 'mood'") == [(0,)]
