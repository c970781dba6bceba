"""Wordings and the hash by which equal texts are known (domain.md 7a)."""

from __future__ import annotations

import hashlib

import pytest

from facilitator.core.wording import Wording, text_hash


def test_the_hash_is_sha_256_of_the_text():
    assert text_hash("Good days") == hashlib.sha256(b"Good days").hexdigest()


@pytest.mark.parametrize("text", [" Good days", "Good days\n", "Good  days", "Good\t\n days", "Good\u00a0days"])
def test_white_space_does_not_change_the_hash(text):
    assert text_hash(text) == text_hash("Good days")


def test_composed_and_decomposed_letters_have_one_hash():
    assert text_hash("Caf\u00e9 a T\u0177") == text_hash("Cafe\u0301 a Ty\u0302")


@pytest.mark.parametrize("text", ["good days", "Good days.", "Gooddays", "Good day s"])
def test_another_wording_has_another_hash(text):
    assert text_hash(text) != text_hash("Good days")


def test_a_wording_without_a_translation_is_read_in_the_programmes_language():
    wording = Wording("Good days", translations={"cy": "Dyddiau da"})

    assert wording.in_language("cy") == "Dyddiau da"
    assert wording.in_language("pl") == "Good days"
