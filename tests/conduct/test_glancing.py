"""What a file tells of itself at a glance: how far the event is, and what is the matter with it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from builders import a_count, a_question, an_event
from facilitator.conduct.counting import enter_count
from facilitator.conduct.finishing import close_the_count
from facilitator.conduct.glancing import Glance, GlanceState, glance, state_in_words
from facilitator.conduct.noting import Note, NoteKind, add_note
from facilitator.conduct.voting import close_question, open_question
from facilitator.store.moment import Decision, Said
from facilitator.store.rows import ActivityMarkRow


def told(path: Path) -> str:
    return str(state_in_words(glance(path)))


def told_of(event) -> str:
    """Close the event and return its state in words."""
    event.close()
    return told(event.path)


def mark(event, activity, kind):
    def rule(moment):
        row = ActivityMarkRow(moment.new_id(), moment.entry, activity, kind)
        return Decision(None, Said("mark step", activity), [row])

    event.decide(rule)


def vote_on(event, key):
    open_question(event, key, present=3)
    enter_count(event, key, a_count(agree=3))
    close_question(event, key)


def test_a_new_event_is_told_with_its_name_place_and_date(default_event):
    default_event.close()

    assert glance(default_event.path) == Glance("Living well in Riverside", "Village hall", "2026-11-20")
    assert told(default_event.path) == "Not begun"


def test_a_started_step_is_where_the_event_is(default_event):
    mark(default_event, "welcome", "started")
    mark(default_event, "welcome", "ended")
    mark(default_event, "what-matters", "started")

    assert told_of(default_event) == "Under way: 1.1 What matters to you"


def test_between_two_steps_the_event_is_at_the_next_one_that_is_not_skipped(default_event):
    mark(default_event, "what-matters", "skipped")
    mark(default_event, "welcome", "started")
    mark(default_event, "welcome", "ended")

    assert told_of(default_event).startswith("Under way: 1.2 ")


def test_shortening_an_event_beforehand_does_not_begin_it(default_event):
    mark(default_event, "break", "skipped")

    assert told_of(default_event) == "Not begun"


def test_an_open_question_is_where_the_event_is(default_event):
    mark(default_event, "welcome", "started")
    open_question(default_event, "areas", present=3)

    assert told_of(default_event).startswith("Under way: 2.4 ")


def test_without_marks_the_event_stands_behind_what_was_voted_on(make_event):
    stages = [{"key": "one", "title": "One"}, {"key": "two", "title": "Two"}]
    event = make_event(a_question("s1"), a_question("s2", stage="two"), stages=stages)
    vote_on(event, "s1")

    assert told_of(event) == "Under way: 2.1 Two"


def test_a_note_begins_an_event(default_event):
    add_note(default_event, Note("No bus after six.", "welcome", "table 1", NoteKind.BARRIER))

    assert told_of(default_event).startswith("Under way: Welcome")


def test_an_event_whose_last_step_is_done_is_finished(make_event):
    event = make_event(a_question("s1"))
    vote_on(event, "s1")

    assert told_of(event) == "Finished, count not closed"


def test_the_last_step_has_questions_left_until_it_is_finished(make_event):
    event = make_event(a_question("s1"), a_question("s2"))
    vote_on(event, "s1")

    assert told_of(event) == "Under way: 1.1 Stage one"


def test_the_last_step_of_the_whole_programme_finishes_the_event_when_it_starts(default_event):
    mark(default_event, "thanks", "started")

    assert told_of(default_event) == "Finished, count not closed"


def test_a_closed_count_is_told(make_event):
    event = make_event(a_question("s1"))
    vote_on(event, "s1")
    close_the_count(event)

    assert told_of(event) == "Count closed"


def test_a_rehearsal_says_so(make_event):
    event = make_event(a_question("s1"), rehearsal=True)

    assert told_of(event) == "Rehearsal. Not begun"


def test_an_event_open_in_another_window_says_so(make_event):
    event = make_event(a_question("s1"))
    open_question(event, "s1", present=3)

    found = glance(event.path)

    assert (found.title, found.state, found.step_title) == ("A meeting", GlanceState.OPEN_ELSEWHERE, "")
    assert str(state_in_words(found)) == "Open in another window"


def copy_of_a_running(event, folder: Path) -> Path:
    """Return a file as a crash leaves it: with its log, and nobody who has it open."""
    path = folder / "copy.event"
    for ending in ("", "-wal"):
        shutil.copy(str(event.path) + ending, str(path) + ending)
    return path


def test_a_cut_off_event_says_that_nothing_is_lost(make_event, tmp_path):
    event = make_event(a_question("s1"))
    open_question(event, "s1", present=3)
    path = copy_of_a_running(event, tmp_path)

    assert told(path) == "Was cut off; opens where it was, nothing is lost"
    assert glance(path).title == "A meeting"
    assert sorted(one.name for one in tmp_path.glob("copy*")) == ["copy.event", "copy.event-wal"]


def test_a_cut_off_event_whose_pages_make_no_sense_without_the_log_keeps_its_files_name(make_event, tmp_path):
    event = make_event(a_question("s1"))
    open_question(event, "s1", present=3)
    path = copy_of_a_running(event, tmp_path)
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)

    assert glance(path) == Glance("copy", state=GlanceState.CUT_OFF)


def test_an_older_file_is_read_and_says_what_opening_it_does(make_event):
    event = make_event(a_question("s1"), a_question("s2"))
    vote_on(event, "s1")
    event.close()
    with closing(sqlite3.connect(event.path)) as connection:
        connection.executescript(
            "DELETE FROM _sqlite_migrations WHERE name = 'running_an_event'; DROP TABLE activity_mark;"
        )

    assert told(event.path) == ("Under way: 1.1 Stage one. Made by an older version; a copy is kept when it opens")


def test_a_newer_file_says_so(make_event):
    event = make_event(a_question("s1"))
    event.close()
    with closing(sqlite3.connect(event.path)) as connection:
        connection.execute("UPDATE _sqlite_migrations SET name = 'from_the_future' WHERE name = 'running_an_event'")
        connection.commit()

    assert told(event.path) == "Made by a newer version of Facilitator"


def test_a_file_that_is_gone_or_no_event_says_so(tmp_path):
    (tmp_path / "holiday.event").write_bytes(b"not an event")

    assert told(tmp_path / "gone.event") == "Moved or deleted"
    assert told(tmp_path / "holiday.event") == "Damaged, or not an event file"
    assert glance(tmp_path / "holiday.event").title == "holiday"


@pytest.mark.parametrize("name", ["x" * 400, "half a letter \udc80", "a?b#c%41.event"])
def test_a_strange_path_is_told_and_breaks_nothing(tmp_path, name):
    assert glance(tmp_path / name).state in (GlanceState.MISSING, GlanceState.UNREADABLE)


def test_a_path_with_signs_of_a_web_address_is_read(tmp_path):
    folder = tmp_path / "a?b#c%41"
    folder.mkdir()
    event = an_event(folder)

    assert told_of(event) == "Not begun"
