"""The commands report, pack and check, as typed."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders import a_count, the_default_event
from facilitator.__main__ import main
from tests.pack.test_bad_tables import still_to_come
from tests.pack.written import write_pack
from tests.report.event_records import let_through, vote


class TheDayAfter(date):
    """A day on which the events of these tests are over, whatever the clock of this computer says."""

    @classmethod
    def today(cls) -> date:
        return date(2026, 11, 21)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("facilitator.terminal.check.date", TheDayAfter)


@pytest.fixture
def event_file(tmp_path: Path) -> Path:
    event = the_default_event(tmp_path)
    vote(event, "s1", a_count(agree=62, unsure=10, disagree=7))
    event.close()
    return event.path


def test_report_writes_page_paper_and_sheet_beside_the_event_and_prints_where(event_file, capsys):
    assert main(["report", str(event_file)]) == 0

    written = capsys.readouterr().out.splitlines()
    assert written == [
        str(event_file.with_name(name))
        for name in ("riverside report.html", "riverside report.pdf", "riverside same-day sheet.pdf")
    ]
    assert "79 voted" in Path(written[0]).read_text(encoding="utf-8")
    assert all(Path(paper).read_bytes().startswith(b"%PDF-") for paper in written[1:])


def test_report_never_overwrites_the_event_file(event_file, capsys):
    assert main(["report", str(event_file), "--out", str(event_file)]) == 1
    assert "cannot be written to" in capsys.readouterr().err
    assert main(["results", str(event_file)]) == 0


def test_pack_and_check_go_together(event_file, tmp_path, capsys):
    assert main(["pack", str(event_file), "--out", str(tmp_path)]) == 0
    path = capsys.readouterr().out.strip()

    assert main(["check", path]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "The pack is whole and its figures add up.",
        "Living well in Riverside (2026-11-20, Village hall), revision 1",
        "1 question with a result, 0 notes",
    ]


def test_check_says_of_a_rehearsal_first_that_it_is_one(tmp_path, whole_event, capsys):
    path = write_pack(let_through(replace(whole_event, rehearsal=True)), tmp_path, rehearsal=True)

    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "REHEARSAL: nobody's views are in this pack."


def test_check_says_in_one_sentence_what_is_wrong(tmp_path, capsys):
    path = tmp_path / "holiday.zip"
    path.write_bytes(b"not a zip")

    assert main(["check", str(path)]) == 1
    assert capsys.readouterr().err == (
        "This is not a pack: it is no ZIP file. Choose a file ending in .eventpack.zip.\n"
    )


def test_check_refuses_an_event_that_is_still_to_come(good_pack, tmp_path, capsys):
    path = tmp_path / "tomorrow.eventpack.zip"
    path.write_bytes(still_to_come(good_pack))

    assert main(["check", str(path)]) == 1
    assert "event.csv, line 2, held_on: The event is still to come" in capsys.readouterr().err


def test_report_keeps_a_page_and_a_paper_of_somebody_else(event_file, tmp_path, capsys):
    for name, begins in (("minutes.pdf", b"%PDF-1.4 minutes"), ("index.html", b"<!DOCTYPE html><p>Home")):
        (tmp_path / name).write_bytes(begins)

        assert main(["report", str(event_file), "--out", str(tmp_path / name)]) == 1

        assert "is no report that this program wrote" in capsys.readouterr().err
        assert (tmp_path / name).read_bytes() == begins


def test_report_takes_the_place_of_an_earlier_one(event_file, tmp_path):
    for name in ("a.pdf", "a.html"):
        for _ in range(2):
            assert main(["report", str(event_file), "--out", str(tmp_path / name)]) == 0


def test_report_of_a_folder_says_so_in_a_plain_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    assert main(["report", "."]) == 1
    assert "There is no event file at “.”." in capsys.readouterr().err


def test_check_reads_files_and_nothing_that_need_not_end(tmp_path, capsys):
    fifo = tmp_path / "fifo.eventpack.zip"
    os.mkfifo(fifo)

    for path in (fifo, Path("/dev/zero")):
        assert main(["check", str(path)]) == 1
        assert "cannot be read: it is a folder or a device." in capsys.readouterr().err
