"""A file of an older format is brought up to date after a copy is kept; what fails leaves it as it was."""

from __future__ import annotations

import pytest
from sqlite_utils.migrations import Migrations

from builders import MORNING, a_ballot, a_question
from facilitator.conduct.casting import cast
from facilitator.conduct.event import open_event
from facilitator.conduct.voting import open_question
from facilitator.store import format, migrations
from facilitator.store.store import open_store
from store.looking import ballots_of, is_one_plain_file, is_whole, refused_in_plain_words, rows, secret_keys


@pytest.fixture
def older(make_event):
    """Return the path of a closed event of today's format, with a ballot."""
    event = make_event(a_question("s1"))
    open_question(event, "s1", present=10)
    cast(event, "s1", a_ballot("agree"))
    event.close()
    return event.path


def newer_program(added):
    """Return the migrations of a program that came after this one: today's and `added`."""
    known = Migrations(format.MIGRATION_SET)
    for one in migrations.event_file._migrations:
        known()(one.fn)
    known()(added)
    return known


def add_mood_to_the_file(db):
    db.conn.execute("CREATE TABLE mood (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")


def opened(path, known):
    return open_store(path, lambda: MORNING, known)


def everything_in(path):
    names = [name for (name,) in rows(path, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {name: rows(path, f"SELECT * FROM {name}") for name in names}


def test_the_names_that_opening_knows_are_those_of_the_migrations():
    assert migrations.event_file.name == format.MIGRATION_SET
    assert tuple(one.name for one in migrations.event_file._migrations) == format.MIGRATIONS


def test_a_new_file_has_every_migration(older):
    sql = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id"
    applied = rows(older, sql, format.MIGRATION_SET)

    assert tuple(name for (name,) in applied) == format.MIGRATIONS
    assert rows(older, "PRAGMA application_id") == [(format.APPLICATION_ID,)]


def test_an_older_file_is_brought_up_to_date_and_keeps_all_it_has(older):
    before = everything_in(older)

    opened(older, newer_program(add_mood_to_the_file)).close()

    after = everything_in(older)
    assert after.pop("mood") == []
    assert after.pop("_sqlite_migrations") != before.pop("_sqlite_migrations")
    assert after == before
    assert is_whole(older)


def test_a_copy_of_the_older_file_is_kept_without_the_keys(older):
    keys = secret_keys(older)

    opened(older, newer_program(add_mood_to_the_file)).close()

    (copy,) = older.parent.glob("meeting-before-*.event")
    assert len(keys) == 1
    assert keys[0] not in copy.read_bytes()
    assert ballots_of(copy, "s1") == ballots_of(older, "s1")
    event = open_event(copy)
    assert event.store.reading.ballots_safe() == 1
    event.close()
    assert is_one_plain_file(copy)


def test_a_file_of_today_is_opened_without_a_copy(older):
    open_event(older).close()

    assert [one.name for one in older.parent.glob("meeting*")] == ["meeting.event"]


def half(db):
    add_mood_to_the_file(db)
    db.conn.execute("INSERT INTO mood VALUES (1, NULL)")


def half_and_nonsense(db):
    add_mood_to_the_file(db)
    db.conn.execute("CREATE TABLE mood (again TEXT)")


def half_and_full(db):
    add_mood_to_the_file(db)
    db.conn.execute("PRAGMA max_page_count = 1")
    for number in range(500):
        db.conn.execute("INSERT INTO mood VALUES (?, ?)", (number, "x" * 1000))


@pytest.mark.parametrize("failing", [half, half_and_nonsense, half_and_full])
def test_a_migration_that_fails_halfway_is_told_and_leaves_the_file_as_it_was(older, failing):
    before = everything_in(older)

    refused_in_plain_words(lambda: opened(older, newer_program(failing)))

    assert everything_in(older) == before
    event = open_event(older)
    cast(event, "s1", a_ballot("unsure", code="next", sender=b"next"))
    event.close()
    assert len(ballots_of(older, "s1")) == 2


def test_a_mistake_in_a_migration_leaves_the_file_as_it_was(older):
    def mistaken(db):
        add_mood_to_the_file(db)
        raise KeyError("a bug")

    before = everything_in(older)

    with pytest.raises(KeyError):
        opened(older, newer_program(mistaken))

    assert everything_in(older) == before
    open_event(older).close()


def test_a_migration_that_failed_once_can_be_tried_again(older):
    refused_in_plain_words(lambda: opened(older, newer_program(half_and_full)))

    def half_and_full_again(db):
        add_mood_to_the_file(db)

    half_and_full_again.__name__ = half_and_full.__name__

    opened(older, newer_program(half_and_full_again)).close()

    assert everything_in(older)["mood"] == []
