"""Looking at an event file from outside leaves no trace, whatever state it is in."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from builders import a_question
from facilitator.conduct.event import open_event
from facilitator.conduct.voting import open_question
from facilitator.errors import EventFileError
from facilitator.store.faults import Damaged, MadeByNewerProgram, OpenElsewhere
from facilitator.store.glancing import Beside, beside, looking


def whole_folder(folder: Path) -> dict[str, tuple[str, int]]:
    """Return the bytes and the time of every file in a folder."""
    return {
        one.name: (hashlib.sha256(one.read_bytes()).hexdigest(), one.stat().st_mtime_ns) for one in folder.iterdir()
    }


def look_at(path: Path) -> str:
    with looking(path) as look:
        return look.reading.detail().title


@pytest.fixture
def cut_off(make_event, started) -> Path:
    """An event file whose program was killed while people voted."""
    event = make_event(a_question("s1"))
    open_question(event, "s1", present=100)
    event.close()
    process = started("full_load.py", "vote", event.path, "run")
    process.stdout.read(1000)
    process.kill()
    process.communicate()
    return event.path


def test_a_closed_event_is_read_and_left_as_it_was(make_event):
    event = make_event()
    event.close()
    before = whole_folder(event.path.parent)

    found = beside(event.path), look_at(event.path)

    assert found == (Beside.NOTHING, "A meeting")
    assert whole_folder(event.path.parent) == before


def test_a_cut_off_event_is_read_and_left_as_it_was_with_its_log(cut_off):
    before = whole_folder(cut_off.parent)
    assert cut_off.with_name("meeting.event-wal").stat().st_size > 0

    found = beside(cut_off), look_at(cut_off)

    assert found == (Beside.CUT_OFF, "A meeting")
    assert whole_folder(cut_off.parent) == before


def test_a_cut_off_event_whose_index_was_not_copied_gets_none_from_a_look(cut_off):
    cut_off.with_name("meeting.event-shm").unlink()
    before = whole_folder(cut_off.parent)

    found = beside(cut_off), look_at(cut_off)

    assert found == (Beside.CUT_OFF, "A meeting")
    assert whole_folder(cut_off.parent) == before


def test_an_event_that_is_open_in_this_program_is_seen_to_be_open_and_goes_on(make_event):
    event = make_event(a_question("s1"))
    before = whole_folder(event.path.parent)

    found = beside(event.path), look_at(event.path)

    assert found == (Beside.OPEN_ELSEWHERE, "A meeting")
    assert whole_folder(event.path.parent) == before
    open_question(event, "s1", present=3)
    with pytest.raises(OpenElsewhere):
        open_event(event.path)


def test_a_file_beside_the_log_of_another_state_is_told(cut_off, make_event, tmp_path):
    other = make_event()
    other.close()
    shutil.copy(other.path, cut_off)

    assert beside(cut_off) is Beside.FOREIGN_LOG


def test_what_is_not_there_or_no_file_is_refused(tmp_path):
    with pytest.raises(EventFileError, match="There is no event file"):
        beside(tmp_path / "gone.event")
    with pytest.raises(EventFileError, match="There is no event file"):
        beside(tmp_path)


@pytest.mark.parametrize("content", [b"", b"not an event", b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_event_file_is_refused_in_words(tmp_path, content):
    path = tmp_path / "holiday.event"
    path.write_bytes(content)

    with pytest.raises(Damaged):
        look_at(path)


def test_another_programs_database_is_refused_in_words(tmp_path):
    path = tmp_path / "music.event"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE song (title TEXT)")
        connection.commit()

    with pytest.raises(Damaged):
        look_at(path)


@pytest.mark.parametrize(
    "harm",
    ["DROP VIEW event_now", "DROP VIEW event_now; CREATE VIEW event_now AS SELECT 1", "DROP TABLE _sqlite_migrations"],
)
def test_a_file_with_a_part_missing_is_refused_in_words(make_event, harm):
    event = make_event()
    event.close()
    with closing(sqlite3.connect(event.path)) as connection:
        connection.executescript(harm)

    with pytest.raises(Damaged):
        look_at(event.path)


def test_a_newer_file_is_refused_and_an_older_one_is_told(make_event):
    event = make_event()
    event.close()
    with closing(sqlite3.connect(event.path)) as connection:
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'running_an_event'")
        connection.commit()
    with looking(event.path) as look:
        assert look.is_older
    with closing(sqlite3.connect(event.path)) as connection:
        connection.execute("UPDATE _sqlite_migrations SET name = 'from_the_future' WHERE name = 'the_event_file'")
        connection.commit()

    with pytest.raises(MadeByNewerProgram):
        look_at(event.path)
