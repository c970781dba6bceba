"""The writer commits what waits together, and nobody's mistake reaches anybody else."""

from __future__ import annotations

import secrets
import sqlite3
import threading
import time

import pytest

from builders import MORNING, a_ballot
from facilitator.conduct.casting import cast
from facilitator.conduct.voting import open_question
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Said
from facilitator.store.rows import BallotRow, NoteRow
from facilitator.words.message import say
from store.looking import ballots_of, hasher, rows

PEOPLE = 300
PATIENCE_S = 5


def noting(text):
    """Return a rule that leaves an entry about `text`."""
    return lambda moment: Decision(text, Said("test", text))


def refusing(moment):
    raise Refused(say("No."), say("Do not."))


def stumbling(moment):
    raise KeyError("a bug")


def breaking_a_check(moment):
    row = NoteRow(moment.new_id(), moment.entry, b"too short", 1, "one", "", "point", "", "Buses", "en", False)
    return Decision("never", Said("test", "breaks a check"), [row])


def asking_nonsense(moment):
    moment._connection.execute("SELECT nothing FROM nowhere")


def loading_and_refusing(moment):
    question = moment.current_question("s1").id
    moment.load(BallotRow, [(question, b"v", b"s", 0, 1, "phone", "valid", "agree", False)])
    refusing(moment)


def entries_about(event):
    return [about for (about,) in rows(event.path, "SELECT about FROM entry WHERE verb = 'test' ORDER BY seq")]


def in_one_batch(event, *rules):
    """Return the futures of `rules`, which all wait while the writer is held up, and so are decided together."""
    writer = event.store._writer
    held_up, go_on = threading.Event(), threading.Event()

    def holding_up(moment):
        held_up.set()
        go_on.wait(PATIENCE_S)
        return Decision(None)

    writer.append(holding_up, secrets.token_bytes(16))
    assert held_up.wait(PATIENCE_S)
    futures = [writer.append(rule, secrets.token_bytes(16)) for rule in rules]
    go_on.set()
    return futures


def test_300_simultaneous_votes_are_acknowledged_in_few_commits(make_event):
    event = make_event()
    open_question(event, "s1", present=PEOPLE)
    before = event.store.commits
    gate = threading.Barrier(PEOPLE)
    voter = hasher(event.path, "s1")
    acknowledged = []

    def person(number):
        gate.wait()
        code = f"card-{number}"
        cast(event, "s1", a_ballot("agree", code=code, sender=code.encode()))
        seen = rows(event.path, "SELECT 1 FROM ballot WHERE voter = ?", voter(code))  # by a stranger's connection
        acknowledged.append(seen == [(1,)])

    threads = [threading.Thread(target=person, args=(number,)) for number in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert acknowledged == [True] * PEOPLE
    assert event.store.commits - before <= 60


def test_a_batch_is_one_commit(make_event):
    event = make_event()
    before = event.store.commits

    futures = in_one_batch(event, *(noting(str(number)) for number in range(100)))

    assert [future.result(PATIENCE_S) for future in futures] == [str(number) for number in range(100)]
    assert event.store.commits - before == 2  # the one that held it up, and all the others
    assert entries_about(event) == [str(number) for number in range(100)]


@pytest.mark.parametrize(
    ("rule", "error"),
    [
        (refusing, Refused),
        (stumbling, KeyError),
        (breaking_a_check, sqlite3.IntegrityError),
        (asking_nonsense, sqlite3.OperationalError),
        (loading_and_refusing, Refused),
    ],
)
def test_what_a_rule_raises_reaches_its_caller_and_nobody_else(make_event, rule, error):
    event = make_event()

    before, failing, after = in_one_batch(event, noting("before"), rule, noting("after"))

    with pytest.raises(error):
        failing.result(PATIENCE_S)
    assert before.result(PATIENCE_S) == "before"
    assert after.result(PATIENCE_S) == "after"
    assert entries_about(event) == ["before", "after"]
    assert ballots_of(event.path, "s1") == {}


def test_nobody_waits_for_all_who_come_after(make_event):
    event = make_event()

    came_after = [those_who_came_before_the_first_was_told(event.store._writer) for _ in range(10)]

    assert max(came_after) < 150


def those_who_came_before_the_first_was_told(writer):
    """Let people press one after the other, without a pause, until the first is acknowledged; return how many did."""
    futures = [writer.append(noting("first"), secrets.token_bytes(16))]
    while not futures[0].done() and len(futures) < 600:
        futures.append(writer.append(noting("later"), secrets.token_bytes(16)))
        time.sleep(0.0002)
    assert next(future.result(PATIENCE_S) for future in futures) == "first"
    return len(futures)


def test_the_same_entry_twice_in_one_batch_is_one_entry(make_event):
    event = make_event()
    entry_id = secrets.token_bytes(16)
    answers = []

    def once():
        answers.append(event.store.append(noting("once"), entry_id=entry_id))

    threads = [threading.Thread(target=once) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers, key=str) == [None] * 19 + ["once"]
    assert entries_about(event) == ["once"]


def test_an_append_to_a_closed_event_is_an_error(make_event):
    event = make_event()
    event.close()

    with pytest.raises(RuntimeError, match="closed"):
        event.store.append(noting("too late"), entry_id=secrets.token_bytes(16))


def test_what_waits_when_the_event_is_closed_is_still_stored(make_event):
    event = make_event()
    futures = in_one_batch(event, *(noting(str(number)) for number in range(50)))

    event.close()

    assert [future.result(0) for future in futures] == [str(number) for number in range(50)]
    assert len(entries_about(event)) == 50


def test_a_subscriber_that_fails_harms_nothing(make_event):
    event = make_event()
    told = []
    event.on_change(lambda: 1 / 0)
    event.on_change(lambda: told.append("stored"))

    answers = [event.store.append(noting(text), entry_id=secrets.token_bytes(16)) for text in ("one", "two")]

    assert answers == ["one", "two"]
    assert entries_about(event) == ["one", "two"]
    assert told


def test_a_clock_that_fails_leaves_nobody_waiting_for_ever(make_event, monkeypatch):
    monkeypatch.setattr(threading, "excepthook", lambda told: None)  # the end of the writer is told by the wait below
    stopped = threading.Event()

    def clock():
        if stopped.is_set():
            raise OSError("the clock cannot be read")
        return MORNING

    event = make_event(clock=clock)
    open_question(event, "s1")
    stopped.set()
    future = event.store._writer.append(noting("now"), secrets.token_bytes(16))
    stopped.clear() if future.exception(PATIENCE_S) else None

    assert event.store._writer.append(noting("later"), secrets.token_bytes(16)).result(PATIENCE_S) == "later"


def test_a_writer_that_gathers_never_waits_for_ever(make_event, monkeypatch):
    # Before Python 3.13 a time-out of SimpleQueue that passes at the wrong moment is none: about one in 4,000 of these.
    monkeypatch.setattr("facilitator.store.writer.GATHERING_S", 1e-9)
    writer = make_event().store._writer

    for _ in range(20_000):
        writer.append(lambda moment: Decision("answered"), None).result(timeout=PATIENCE_S)
