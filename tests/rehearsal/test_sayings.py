"""The shipped sentences: enough of them, of every kind, with no slot left open and nobody named."""

from __future__ import annotations

import re

import pytest

from facilitator.conduct.noting import NoteKind
from facilitator.core.programme import ActivityKind
from facilitator.rehearsal.chance import Chance
from facilitator.rehearsal.sayings import dealt, occasion_of, read_sayings, spoken

SAID = read_sayings()
ALL = [(occasion, saying) for occasion, sayings in SAID.by_occasion.items() for saying in sayings]


def test_there_are_enough_sentences_and_each_is_there_once():
    texts = [saying.text for _, saying in ALL]

    assert len(texts) >= 60
    assert len(set(texts)) == len(texts)


def test_every_kind_of_note_is_among_them():
    assert {saying.kind for _, saying in ALL} == set(NoteKind)


@pytest.mark.parametrize(("occasion", "saying"), ALL, ids=lambda value: getattr(value, "text", value))
def test_a_spoken_sentence_is_whole(occasion, saying):
    text = spoken(SAID, saying, Chance(1), occasion, area="Good days")

    assert "{" not in text
    assert text[0] in "“" or text[0].isupper()
    assert text.rstrip("”").endswith((".", "?"))
    assert not re.search(r"\b(the the|a the|The the|Mrs?|Ms|Dr)\b", text)


def test_a_table_hears_different_kinds_one_after_the_other():
    kinds = [saying.kind for saying in dealt(SAID, "areas", Chance(1))[:5]]

    assert len(set(kinds)) == 5


def test_every_occasion_of_a_step_has_its_sentences():
    occasions = {occasion_of(kind, stage) for kind in ActivityKind for stage in (0, 1, 2, 7)} - {None}

    assert occasions == set(SAID.by_occasion)
