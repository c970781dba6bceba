"""`facilitator rehearse`: a whole event with pretend people, told line by line and left as three files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "terminal.md").read_text(encoding="utf-8")
SMALL = ("--people", 12, "--length", "slot")


@pytest.fixture
def rehearse(facilitator, tmp_path):
    """Return a player of small rehearsals into a folder called `name`."""

    def run(name, *arguments):
        return facilitator("rehearse", "--out", tmp_path / name, *SMALL, *arguments)

    return run


def test_it_tells_what_happens_and_where_the_files_are(rehearse, tmp_path):
    done = rehearse("one")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("10:00 ")
    assert "The count is closed." in done.stdout
    named = [Path(path) for path in re.findall(r"^The .*: (/.*)$", done.stdout, re.MULTILINE)]
    assert sorted(named) == sorted((tmp_path / "one").iterdir())
    assert len(named) == 5


def test_the_same_seed_tells_the_same_story_and_another_one_does_not(rehearse):
    one, again, other = (
        rehearse("one", "--seed", 3), rehearse("again", "--seed", 3), rehearse("other", "--seed", 4)
    )  # fmt: skip

    stories = [done.stdout.partition("\n\n")[0] for done in (one, again, other)]
    assert stories[0] == stories[1] != stories[2]


def test_its_files_are_a_rehearsals_for_the_other_commands(rehearse, facilitator, tmp_path):
    rehearse("one")

    checked = facilitator("check", next((tmp_path / "one").glob("*.eventpack.zip")))
    refused = facilitator("pack", tmp_path / "one" / "rehearsal.event")

    assert checked.stdout.startswith("REHEARSAL: nobody's views are in this pack.\n")
    assert refused.returncode == 1
    assert "This event is a rehearsal" in refused.stderr


def test_an_earlier_rehearsal_is_never_overwritten(rehearse, tmp_path):
    rehearse("one")
    before = (tmp_path / "one" / "rehearsal.event").read_bytes()

    refused = rehearse("one", "--seed", 9)

    assert refused.returncode == 1
    assert "There is already a file called rehearsal.event" in refused.stderr
    assert (tmp_path / "one" / "rehearsal.event").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "sentence"), [(("--people", 5), "Give 6 to 400 people."), (("--tables", 13), "Give 1 to 12 tables")]
)
def test_what_cannot_be_played_is_refused_and_leaves_nothing(rehearse, tmp_path, arguments, sentence):
    refused = rehearse("one", *arguments)

    assert (refused.returncode, refused.stdout) == (1, "")
    assert sentence in refused.stderr
    assert not (tmp_path / "one").exists()


@pytest.mark.parametrize("pace", ["-1", "61", "nan", "soon"])
def test_a_pace_that_cannot_be_kept_is_a_word_that_is_off(rehearse, pace):
    assert rehearse("one", f"--pace={pace}").returncode == 2


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(facilitator, tmp_path):
    (tmp_path / "file").write_text("a file", encoding="utf-8")

    refused = facilitator("rehearse", "--out", tmp_path / "file" / "folder", *SMALL)

    assert refused.returncode == 1
    assert "cannot be made" in refused.stderr


def test_the_command_has_help_and_stands_in_the_documentation(facilitator):
    helped = facilitator("rehearse", "--help")

    assert "usage: facilitator rehearse" in helped.stdout
    assert "`facilitator rehearse " in PAGE
