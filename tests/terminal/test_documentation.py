"""docs/terminal.md says what the terminal does: its example is run line by line."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "terminal.md").read_text(encoding="utf-8")


def block(language):
    return re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL).group(1)


def steps():
    """Return each command of the example with the output it shows; "..." stands for any lines."""
    parts = re.split(r"^\$ ", block("console"), flags=re.MULTILINE)[1:]
    return [part.partition("\n")[::2] for part in parts]


def as_pattern(shown):
    return re.escape(shown).replace(re.escape("...\n"), r"(?s:.*)")


def run(command, folder):
    program, *arguments = shlex.split(command)
    assert program == "facilitator"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "facilitator", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_example_of_the_terminal_is_true(tmp_path):
    (tmp_path / "votes.csv").write_text(block("csv"), encoding="utf-8")

    for command, shown in steps():
        done = run(command, tmp_path)

        assert done.returncode == 0, done.stderr
        assert re.fullmatch(as_pattern(shown), done.stdout), f"{command} printed:\n{done.stdout}"


@pytest.mark.parametrize("command", ["new", "import-votes", "results", "close-count", "report", "pack", "check"])
def test_every_command_has_help(command, facilitator):
    helped = facilitator(command, "--help")

    assert helped.returncode == 0
    assert f"usage: facilitator {command}" in helped.stdout
    assert f"`facilitator {command} " in PAGE


def test_words_that_are_off_end_with_two(facilitator):
    assert facilitator("resluts").returncode == 2
    assert facilitator("new", "x.event").returncode == 2


def test_a_refusal_is_one_sentence_on_standard_error_and_ends_with_one(facilitator, tmp_path):
    refused = facilitator("results", tmp_path / "nothing.event")

    assert refused.returncode == 1
    assert refused.stdout == ""
    assert "There is no event file at" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_a_full_disk_behind_the_output_is_told_without_a_traceback(tmp_path):
    if not os.path.exists("/dev/full"):
        pytest.skip("NOT CHECKED: this system has no /dev/full")
    made = run("facilitator new a.event --programme living-well-here --title A", tmp_path)
    assert made.returncode == 0

    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "facilitator", "results", str(tmp_path / "a.event")],
            cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip

    assert done.returncode == 1
    assert "It could not be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_columns_separated_by_semicolons_are_told(facilitator, tmp_path):
    (tmp_path / "votes.csv").write_text("question;voter;choice\ns1;1;agree\n", encoding="utf-8")
    facilitator("new", tmp_path / "a.event", "--programme", "living-well-here", "--title", "A")

    refused = facilitator("import-votes", tmp_path / "a.event", tmp_path / "votes.csv")

    assert refused.returncode == 1
    assert "separated by semicolons" in refused.stderr
