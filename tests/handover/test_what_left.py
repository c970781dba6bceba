"""What lies beside an event: it is told from the files, whether or not anybody remembers writing them."""

from __future__ import annotations

import pytest

from facilitator.conduct.attending import Measure, record_attendance
from facilitator.conduct.finishing import close_the_count
from facilitator.conduct.noting import Note, add_note
from facilitator.handover.documents import write_documents, write_same_day_sheet
from facilitator.handover.packs import make_pack
from facilitator.handover.what_left import WhatLeft, what_left
from facilitator.words.translator import Translator

WORDS = Translator()


@pytest.fixture
def written(event):
    """Return the event with everything written beside it."""
    write_documents(event, None, WORDS)
    make_pack(event, event.path.parent)
    return event


def test_nothing_left_an_event_of_which_nothing_was_written(event):
    assert what_left(event, None, WORDS) == WhatLeft()


def test_what_was_written_is_there_and_says_what_the_event_says(written):
    found = what_left(written, None, WORDS)

    assert found.sheet.is_current
    assert found.report.is_current
    assert (found.pack.revision, found.pack.questions, found.pack.notes) == (1, 1, 1)


def test_a_changed_event_leaves_an_old_report_and_no_pack_to_take_along(written):
    record_attendance(written, Measure.ATTENDED, 12)

    found = what_left(written, None, WORDS)

    assert not found.report.is_current
    assert not found.sheet.is_current
    assert found.pack is None


def test_a_note_that_nobody_has_read_makes_the_report_old_as_it_says_how_many_those_are(written):
    add_note(written, Note("More benches", "talk-goals", "Table 2"))

    assert not what_left(written, None, WORDS).report.is_current


def test_closing_the_count_leaves_sheet_and_report_current_and_the_pack_not(written):
    close_the_count(written)

    found = what_left(written, None, WORDS)

    assert found.report.is_current
    assert found.sheet.is_current
    assert found.pack is None


@pytest.mark.parametrize("which", ["html", "pdf"])
def test_a_report_that_somebody_changed_is_not_current(written, which):
    (path,) = written.path.parent.glob(f"*report.{which}")
    path.write_bytes(path.read_bytes() + b" ")

    assert not what_left(written, None, WORDS).report.is_current


def test_a_pack_that_was_taken_away_or_damaged_is_not_there(written):
    (path,) = written.path.parent.glob("*.zip")
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    assert what_left(written, None, WORDS).pack is None

    path.unlink()
    assert what_left(written, None, WORDS).pack is None


def test_another_folder_is_looked_into_where_one_is_named(event, tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    write_same_day_sheet(event, folder, WORDS)

    assert what_left(event, folder, WORDS).sheet.is_current
    assert what_left(event, None, WORDS) == WhatLeft()


def test_looking_writes_nothing(written):
    before = written.last_entry()

    what_left(written, None, WORDS)

    assert written.last_entry() == before
