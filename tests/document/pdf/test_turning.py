"""Writing from right to left, as it stands on paper."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.document.pdf.joining import joined
from facilitator.document.pdf.turning import has_right_to_left, is_right_to_left, turned


@pytest.mark.parametrize(
    ("logical", "on_paper"),
    [
        ("שלום", "םולש"),
        ("שלום 123 (אב)", "(בא) 123 םולש"),
        ("אב 10.30", "10.30 בא"),
        ("אב NHS ready גד", "דג NHS ready בא"),
        ("אב, גד!", "!דג ,בא"),
    ],
)
def test_a_line_from_right_to_left_is_turned_but_for_numbers_and_latin_words(logical, on_paper):
    assert turned(logical, right_to_left=True) == on_paper


@pytest.mark.parametrize(
    ("logical", "on_paper"),
    [
        ("it says אב גד here", "it says דג בא here"),
        ("it says אב (גד) to us", "it says (דג) בא to us"),
        ("it says אב (גד).", "it says (דג) בא."),
        ("it says (אב) here", "it says (בא) here"),
        ("room 12 אב 34", "room 12 34 בא"),
    ],
)
def test_words_from_right_to_left_are_turned_within_a_line_from_left_to_right(logical, on_paper):
    assert turned(logical, right_to_left=False) == on_paper


def test_a_point_stays_on_its_letter():
    assert turned("ב\u05b8א", right_to_left=True) == "אב\u05b8"


def test_the_first_letter_tells_the_direction():
    assert is_right_to_left("(1) שלום NHS")
    assert not is_right_to_left("NHS שלום")
    assert not is_right_to_left("123")
    assert has_right_to_left("NHS שלום")


@given(st.text(alphabet="abאבجد12 .,(-\u0301\u05b8"), st.booleans())
def test_turning_loses_nothing(text, right_to_left):
    mirrored = str.maketrans(")", "(")

    assert sorted(turned(text, right_to_left=right_to_left).translate(mirrored)) == sorted(text.translate(mirrored))


def forms(text: str) -> list[str]:
    return [unicodedata.decomposition(letter).partition(">")[0].strip("<") for letter in joined(text)]


def test_arabic_letters_take_the_form_of_their_place():
    assert forms("بيت") == ["initial", "medial", "final"]


def test_a_letter_that_joins_only_before_ends_the_connection():
    assert forms("دار") == ["isolated", "isolated", "isolated"]
    assert forms("بدب") == ["initial", "final", "isolated"]


def test_lam_and_alef_are_one_form():
    assert joined("لا") == "\ufefb"
    assert joined("بلا") == "\ufe91\ufefc"
    assert joined("ل\u0651ا") == "\ufefb\u0651"


def test_a_vowel_does_not_part_two_letters():
    assert joined("بَت") == "\ufe91\u064e\ufe96"


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوىيئءآأؤإةپچگکی\u064e\u0651 a"))
def test_joined_letters_are_the_same_letters(text):
    def letters(written: str) -> list[str]:
        return sorted(unicodedata.normalize("NFKD", written))

    assert letters(joined(text)) == letters(text)


def test_other_writing_is_left_as_it_is():
    assert joined("Ŵyl שלום 中") == "Ŵyl שלום 中"
