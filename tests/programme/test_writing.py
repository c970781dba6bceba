"""Programmes written: read again, the text gives the same programme."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from builders import a_programme, a_question
from facilitator.core.programme import Programme
from facilitator.programme.reading import read_programme
from facilitator.programme.shipped import find_programme, shipped_programmes
from facilitator.programme.writing import programme_text
from tests.core.plan.random_edits import EDITS, edited
from tests.programme.good_file import good_values

SHIPPED = find_programme("living-well-here").programme


def read_again(programme: Programme) -> Programme:
    return read_programme(programme_text(programme), form="json", name="again")


@pytest.mark.parametrize("name", shipped_programmes())
def test_a_shipped_programme_is_read_again_as_it_was(name):
    programme = find_programme(name).programme

    assert read_again(programme) == programme


def test_a_programme_with_every_key_is_read_again_as_it_was():
    programme = read_programme(json.dumps(good_values()), form="json", name="good")

    assert read_again(programme) == programme


def test_a_programme_without_lengths_is_written_with_the_one_it_has(tmp_path):
    programme = a_programme(tmp_path, a_question("s1"), a_question("d1", "dots", options=("x", "y"), max=3)).programme

    again = read_again(programme)

    assert again == programme
    assert [variant.key for variant in again.variants] == ["whole"]


def test_the_same_programme_is_the_same_text():
    assert programme_text(read_again(SHIPPED)) == programme_text(SHIPPED)


@settings(max_examples=25)
@given(EDITS)
def test_whatever_was_edited_is_read_again_as_it_was(changes):
    programme = edited(SHIPPED, changes)

    assert read_again(programme) == programme
