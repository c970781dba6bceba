"""`facilitator report`: which files it writes, and where."""

from __future__ import annotations

import pytest


@pytest.fixture
def event_file(facilitator, tmp_path):
    """Return the file of a new event."""
    path = tmp_path / "riverside.event"
    made = facilitator("new", path, "--programme", "living-well-here", "--title", "Living well")
    assert made.returncode == 0, made.stderr
    return path


NAMES = ("riverside report.html", "riverside report.pdf", "riverside same-day sheet.pdf")


def test_three_files_are_written_beside_the_event_file_and_named(event_file, facilitator, tmp_path):
    done = facilitator("report", event_file)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [str(tmp_path / name) for name in NAMES]
    assert all((tmp_path / name).is_file() for name in NAMES)


def test_they_go_into_another_folder(event_file, facilitator, tmp_path):
    (tmp_path / "out").mkdir()

    facilitator("report", event_file, "--out", tmp_path / "out")

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(NAMES)


@pytest.mark.parametrize(("name", "begins"), [("my report.html", b"<!doctype html>"), ("my report.pdf", b"%PDF-")])
def test_one_file_is_written_as_its_ending_says(event_file, facilitator, tmp_path, name, begins):
    done = facilitator("report", event_file, "--out", tmp_path / name)

    assert done.stdout == f"{tmp_path / name}\n"
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert not (tmp_path / NAMES[0]).exists()


def test_the_sheet_alone_can_be_asked_for(event_file, facilitator, tmp_path):
    done = facilitator("report", event_file, "--sheet")

    assert done.stdout == f"{tmp_path / NAMES[2]}\n"
    assert not (tmp_path / NAMES[0]).exists()


def test_a_folder_that_is_not_there_is_refused(event_file, facilitator, tmp_path):
    refused = facilitator("report", event_file, "--out", tmp_path / "nowhere")

    assert refused.returncode == 1
    assert "The report cannot be written to" in refused.stderr
    assert not (tmp_path / "nowhere").exists()
