"""How much the check finds, on notes that its rules were made with and on notes that nobody who made rules has read."""

from __future__ import annotations

import pytest

from core.sensitive.labelled import BY_NOTE, score_of


@pytest.mark.parametrize("name", ["told.toml", "held_out.toml"])
def test_the_figures_are_printed(name, capsys):
    with capsys.disabled():
        print(f"\n{name}")
        print("\n".join(score_of(name).lines()))


def test_on_the_notes_the_rules_were_made_with_nothing_is_missed_and_nothing_flagged_wrongly():
    score = score_of("told.toml")

    assert (score.precision(), score.recall()) == (1, 1)
    assert (score.precision([BY_NOTE]), score.recall([BY_NOTE])) == (1, 1)


def test_on_notes_that_were_held_out_most_is_found_and_little_flagged_wrongly():
    score = score_of("held_out.toml")

    assert score.precision() >= 0.9
    assert score.recall() >= 0.75
    assert score.precision([BY_NOTE]) >= 0.9
    assert score.recall([BY_NOTE]) >= 0.75
