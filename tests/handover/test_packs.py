"""Packs of an open event: the event file says which revision a pack is, and nothing is told by a difference."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

from facilitator.conduct.attending import Measure, record_attendance
from facilitator.conduct.forms import tally_form
from facilitator.conduct.publications import last_pack, publications_now
from facilitator.conduct.voting import open_question
from facilitator.errors import Refused
from facilitator.handover.documents import write_documents, write_report_alone, write_same_day_sheet
from facilitator.handover.packs import make_pack
from facilitator.pack.checking import check_pack
from facilitator.words.translator import Translator


def cells(pack, table):
    with zipfile.ZipFile(pack) as zip_file:
        name = next(name for name in zip_file.namelist() if name.endswith(f"/{table}.csv"))
        return [*csv.DictReader(io.StringIO(zip_file.read(name).decode("utf-8-sig")))]


def type_forms(event, ages):
    for age, people in ages.items():
        for _ in range(people):
            tally_form(event, "equality", {"age": (age,)})


def test_the_same_event_is_the_same_revision_and_the_same_bytes(event, tmp_path):
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()

    first, second = (make_pack(event, folder) for folder in folders)

    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()
    assert check_pack(first).revision == 1


def test_a_changed_event_is_the_next_revision_wherever_it_is_written(event, tmp_path):
    make_pack(event, tmp_path)
    record_attendance(event, Measure.ATTENDED, 87)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    again = make_pack(event, elsewhere)

    assert check_pack(again).revision == 2
    assert last_pack(event).revision == 2


def test_an_event_as_it_was_before_is_a_revision_of_its_own(event, tmp_path):
    for attended in (86, 87, 86):
        record_attendance(event, Measure.ATTENDED, attended)
        pack = make_pack(event, tmp_path)

    assert check_pack(pack).revision == 3


def test_a_pack_that_is_refused_uses_up_no_revision(event, tmp_path):
    open_question(event, "s2")

    with pytest.raises(Refused):
        make_pack(event, tmp_path)

    assert last_pack(event) is None


def few_forms(event):
    """Type so few forms that were they published, a few more could never be told exactly."""
    type_forms(event, {"25-34": 4, "65-74": 2})


def test_a_sheet_publishes_no_forms(event, tmp_path):
    few_forms(event)

    write_same_day_sheet(event, tmp_path, Translator())

    assert publications_now(event.store.reading) == ()


def test_a_pack_that_is_refused_publishes_no_forms(event, tmp_path):
    few_forms(event)
    open_question(event, "s2")

    with pytest.raises(Refused, match="still open"):
        make_pack(event, tmp_path)

    assert publications_now(event.store.reading) == ()


def test_what_cannot_be_written_publishes_no_forms(event, tmp_path):
    few_forms(event)
    nowhere = tmp_path / "nowhere"

    for write in (
        lambda: write_documents(event, nowhere, Translator()),
        lambda: write_report_alone(event, nowhere / "a.pdf", Translator()),
        lambda: make_pack(event, nowhere),
    ):
        with pytest.raises(Refused, match="cannot be written"):
            write()

    assert publications_now(event.store.reading) == ()


def test_a_name_taken_by_another_pack_publishes_nothing_and_says_what_can_be_done(event, tmp_path):
    few_forms(event)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / f"living-well-in-riverside-{event.details.held_on}-r1.eventpack.zip").write_bytes(b"another")

    with pytest.raises(Refused, match="Choose another folder"):
        make_pack(event, tmp_path)

    assert publications_now(event.store.reading) == ()
    assert check_pack(make_pack(event, elsewhere)).revision == 1


def test_the_figures_are_remembered_before_the_report_is_there(event, tmp_path, monkeypatch):
    type_forms(event, {"25-34": 12, "35-44": 11, "65-74": 7})
    remembered = []

    def failing(unfinished, path):
        remembered.append(len(publications_now(event.store.reading)))
        raise OSError("the disk is gone")

    monkeypatch.setattr("facilitator.report.writing.os.replace", failing)

    with pytest.raises(Refused, match="cannot be written"):
        write_documents(event, tmp_path, Translator())

    assert remembered == [1]


def test_the_pack_of_an_event_is_not_marked_as_a_rehearsals(event, tmp_path):
    with pytest.raises(Refused, match="This event is no rehearsal"):
        make_pack(event, tmp_path, rehearsal=True)


def test_late_forms_are_not_told_one_by_one(event, tmp_path):
    type_forms(event, {"25-34": 12, "35-44": 11, "65-74": 7})
    first = make_pack(event, tmp_path)
    type_forms(event, {"25-34": 1})

    second = make_pack(event, tmp_path)

    assert cells(second, "form_answers") == cells(first, "form_answers")
    assert {row["of_an_earlier_pack"] for row in cells(first, "form_questions")} == {"false"}
    assert "true" in {row["of_an_earlier_pack"] for row in cells(second, "form_questions")}


def test_many_late_forms_are_told(event, tmp_path):
    type_forms(event, {"25-34": 12, "35-44": 11, "65-74": 7})
    make_pack(event, tmp_path)
    type_forms(event, {"25-34": 6, "35-44": 8})

    pack = make_pack(event, tmp_path)

    age = {row["answer"]: row["count"] for row in cells(pack, "form_answers") if row["form_question"] == "age"}
    assert (age["25-34"], age["35-44"], age["65-74"]) == ("18", "19", "7")


def test_a_report_that_left_counts_as_published(event, tmp_path):
    type_forms(event, {"25-34": 12, "35-44": 11, "65-74": 7})
    write_documents(event, tmp_path, Translator())
    type_forms(event, {"35-44": 1})

    pack = make_pack(event, tmp_path)

    age = {row["answer"]: row["count"] for row in cells(pack, "form_answers") if row["form_question"] == "age"}
    assert age["35-44"] == "11"


def test_writing_the_same_report_again_leaves_one_mark(event, tmp_path):
    type_forms(event, {"25-34": 12, "35-44": 11, "65-74": 7})

    for _ in range(3):
        write_documents(event, tmp_path, Translator())

    assert len(publications_now(event.store.reading)) == 1
