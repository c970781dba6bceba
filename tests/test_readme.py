"""README.md tells the truth: its terminal lines run, its links lead somewhere, its promises have tests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")

PROMISES = {
    "What was acknowledged survives a crash": "test_t11_every_acknowledged_ballot_survives_kill_9",
    "the same vote or file sent again counts once": "test_the_same_file_again_changes_nothing_even_after_closing",
    "Nothing is updated or deleted": "test_no_row_is_updated_or_deleted",
    "every total is a recount": "test_t12_",
    "Nobody can tell from a closed event's file in which order": "test_ballots_lie_in_the_order_of_their_hashes",
    "somebody who has the voters' codes can tell who voted what": "test_after_closing_the_count_no_key_is_left_in_the",
    "Before a vote is closed the room sees nothing of how it goes": "test_while_open_nothing_on_the_screen_",
    "Under 10 answers no percentage is shown": "test_t21_",
    "Every percentage says what it is a percentage of": "test_every_percentage_has_its_base_in_the_same_section",
    "What leaves passes one gate": "test_a_planted_import_is_refused_and_named",
    "small counts of people are withheld": "test_d2_",
    "no note leaves before a person has read it": "test_a_note_is_left_out_until_a_person_has_read_its_words_of_today",
    "The same event gives the same report and the same pack": "test_a_hundred_exports_in_three_locales_and",
}


def names_of_all_tests():
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    return "\n".join(name for source in sources for name in re.findall(r"^def (test_\w+)", source, re.MULTILINE))


@pytest.mark.parametrize(("promise", "test"), PROMISES.items())
def test_every_promise_has_a_test(promise, test):
    assert promise in README
    assert test in names_of_all_tests()


def test_no_promise_is_without_a_test():
    promised = re.search(r"## What you can rely on\n(.*?)\n## ", README, re.DOTALL).group(1)

    for line in re.split(r"^- ", promised.strip(), flags=re.MULTILINE)[1:]:
        assert any(promise in line for promise in PROMISES), line


def test_the_ten_lines_of_the_terminal_run(tmp_path):
    lines = re.search(r"## The terminal, in ten lines\n\n```sh\n(.*?)```", README, re.DOTALL).group(1)
    command = f'facilitator() {{ "{sys.executable}" -m facilitator "$@"; }}\nset -e\n{lines}'

    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert len(lines.strip().splitlines()) == 10


def test_every_link_leads_to_a_file():
    targets = re.findall(r"\]\(([^)]+)\)", README)

    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
