"""Writing reports: whole or not at all, the same bytes anywhere, and never over something else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from facilitator.errors import Refused
from facilitator.report.writing import (
    report_files,
    report_pdf,
    sheet_pdf,
    write_report,
    write_report_files,
    write_sheet,
)
from facilitator.words.message import say
from facilitator.words.translator import Translator
from tests.report.event_records import let_through


def test_the_names_are_made_of_the_event_files(tmp_path):
    files = report_files(tmp_path / "riverside.event")

    assert [path.name for path in (files.page, files.paper, files.sheet)] == [
        "riverside report.html", "riverside report.pdf", "riverside same-day sheet.pdf",
    ]  # fmt: skip
    assert files.page.parent == tmp_path
    assert report_files(tmp_path / "riverside.event", tmp_path / "out").paper.parent == tmp_path / "out"


def test_the_ending_says_what_is_written(whole_event, tmp_path):
    event = let_through(whole_event)

    for name, begins in (("a.html", b"<!doctype html>"), ("a.pdf", b"%PDF-")):
        write_report(event, tmp_path / name, Translator())
        write_sheet(event, tmp_path / f"sheet {name}", Translator())
        assert (tmp_path / name).read_bytes().startswith(begins)
        assert (tmp_path / f"sheet {name}").read_bytes().startswith(begins)


def test_three_files_are_written_and_nothing_else_is_left(whole_event, tmp_path):
    files = report_files(tmp_path / "out" / "riverside.event")
    files.page.parent.mkdir()

    write_report_files(let_through(whole_event), files, Translator())
    write_report_files(let_through(whole_event), files, Translator())

    assert sorted(files.page.parent.iterdir()) == sorted([files.page, files.paper, files.sheet])


@pytest.mark.parametrize("name", ["riverside report.html", "riverside report.pdf", "riverside same-day sheet.pdf"])
def test_a_file_that_is_no_report_is_left_as_it_is_and_none_is_written(whole_event, tmp_path, name):
    begins = "%PDF-1.7" if name.endswith(".pdf") else "<!doctype html>"
    (tmp_path / name).write_text(f"{begins} my diary", encoding="utf-8")

    with pytest.raises(Refused, match="no report"):
        write_report_files(let_through(whole_event), report_files(tmp_path / "riverside.event"), Translator())

    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".event"] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == f"{begins} my diary"


def test_a_disk_that_fails_leaves_nothing_unfinished(whole_event, tmp_path, monkeypatch):
    files = report_files(tmp_path / "out" / "riverside.event")
    files.page.parent.mkdir()
    given = []

    def failing(unfinished, path):
        given.append(path)
        if path == files.paper:
            raise OSError("the disk is gone")
        Path.rename(unfinished, path)

    monkeypatch.setattr("facilitator.report.writing.os.replace", failing)

    with pytest.raises(Refused, match="cannot be written"):
        write_report_files(let_through(whole_event), files, Translator())

    assert given == [files.page, files.paper]
    assert [*files.page.parent.iterdir()] == [files.page]


def test_every_file_is_durable_before_any_takes_its_name(whole_event, tmp_path, monkeypatch):
    done, sync, replace = [], os.fsync, os.replace
    monkeypatch.setattr("facilitator.report.writing.os.fsync", lambda file: (done.append("sync"), sync(file)))
    monkeypatch.setattr("facilitator.report.writing.os.replace", lambda *names: (done.append("name"), replace(*names)))

    files = report_files(tmp_path / "riverside.event")
    write_report_files(let_through(whole_event), files, Translator(), before_naming=lambda: done.append("before"))

    assert done == ["sync"] * 3 + ["before"] + ["name"] * 3


def test_what_may_not_be_remembered_is_not_written(whole_event, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()

    def refuse():
        raise Refused(say("The event file is full."), say("Free some space."))

    with pytest.raises(Refused, match="full"):
        write_report(let_through(whole_event), folder / "a.html", Translator(), before_naming=refuse)

    assert [*folder.iterdir()] == []


def test_a_folder_that_is_not_there_is_refused_in_a_sentence(whole_event, tmp_path):
    with pytest.raises(Refused, match="cannot be written"):
        write_report(let_through(whole_event), tmp_path / "nowhere" / "a.pdf", Translator())


def test_no_figure_is_in_the_properties_of_a_pdf(whole_event):
    written = report_pdf(let_through(whole_event), Translator())

    assert b"/CreationDate" not in written


def test_the_same_event_gives_the_same_bytes(whole_event):
    event = let_through(whole_event)

    assert report_pdf(event, Translator()) == report_pdf(event, Translator())
    assert sheet_pdf(event, Translator()) == sheet_pdf(event, Translator())
