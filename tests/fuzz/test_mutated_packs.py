"""A few mutants always; `python -m tests.fuzz.mutated_packs 100000` makes as many as one likes."""

from __future__ import annotations

from tests.fuzz.mutated_packs import a_small_pack, run


def test_a_pack_changed_at_random_is_refused_with_a_sentence_or_still_adds_up(tmp_path):
    pack = a_small_pack(tmp_path)

    found = run(pack, range(200), seed=7)

    assert found.failures == []
    assert found.refused > 150


def test_the_small_pack_itself_is_accepted(tmp_path):
    pack = a_small_pack(tmp_path)

    found = run(pack, range(0), seed=7)

    assert found.mutants == 0
