"""A few mutants always; `python -m tests.fuzz.mutated_packs 100000` makes as many as one likes."""

from __future__ import annotations

import io

from facilitator.pack.checking import check_file
from tests.fuzz.adding_up import what_does_not_add_up
from tests.fuzz.mutated_packs import a_small_pack, run
from tests.pack.rebagging import cell_changed, taken_apart


def test_a_pack_changed_at_random_is_refused_with_a_sentence_or_still_adds_up(tmp_path):
    pack = a_small_pack(tmp_path)

    found = run(pack, range(200), seed=7)

    assert found.failures == []
    assert found.refused > 150


def test_the_pack_that_is_changed_is_itself_accepted(tmp_path):
    pack = a_small_pack(tmp_path)

    assert check_file(io.BytesIO(pack)).questions == 3


def test_figures_that_do_not_add_up_would_be_noticed(tmp_path):
    files = taken_apart(a_small_pack(tmp_path))[1]
    cell_changed("results", "s1,agree,62", "s1,agree,63")(files)

    assert what_does_not_add_up(files) == "the answers to s1 are not its valid votes"
