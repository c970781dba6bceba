"""Text parted by the font that can draw it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.document.pdf.clusters import clusters
from facilitator.document.pdf.faces import fallback_face, our_face
from facilitator.document.pdf.spans import first_undrawn, spans
from facilitator.document.visible import visible
from tests.document.awkward import AWKWARD

WEIGHTS = (400, 600, 700)


def drawn(text: str, weight: int = 400) -> list[tuple[str, str]]:
    return [(span.text, span.face.name.partition("_")[0]) for span in spans(text, weight)]


def test_what_our_font_has_is_one_span():
    assert drawn("Ŵyl y Glaniad, “tŷ” – 50% £3") == [("Ŵyl y Glaniad, “tŷ” – 50% £3", "AtkinsonHyperlegibleNext")]


def test_what_our_font_lacks_is_drawn_in_the_other():
    assert drawn("Ask Ђ now") == [
        ("Ask ", "AtkinsonHyperlegibleNext"), ("Ђ", "DejaVuSans"), (" now", "AtkinsonHyperlegibleNext"),
    ]  # fmt: skip


def test_a_letter_and_its_mark_become_one_letter_where_there_is_one():
    assert drawn("cafe\u0301") == [("café", "AtkinsonHyperlegibleNext")]


def test_a_mark_stays_in_the_font_of_its_letter():
    assert drawn("ax\u0329b") == [
        ("a", "AtkinsonHyperlegibleNext"), ("x\u0329", "DejaVuSans"), ("b", "AtkinsonHyperlegibleNext"),
    ]  # fmt: skip


def test_a_letter_is_drawn_even_if_no_font_has_its_mark():
    assert "".join(text for text, _ in drawn("a\u1cdf")) == "a⟦U+1CDF⟧"


def test_what_no_font_has_is_written_as_its_number():
    assert "".join(text for text, _ in drawn("中👍")) == "⟦U+4E2D⟧⟦U+1F44D⟧"


def test_a_control_character_is_written_as_its_own_number_not_its_pictures():
    assert "".join(text for text, _ in drawn(visible("a\x00\x7f"))) == "a⟦U+0000⟧⟦U+007F⟧"


@pytest.mark.parametrize("weight", WEIGHTS)
@given(text=st.one_of(st.text(), st.sampled_from(list(AWKWARD.values()))))
def test_every_character_drawn_is_one_its_font_has(weight, text):
    found = spans(visible(text), weight)

    assert all(span.face.has(span.text) for span in found)


@given(st.text())
def test_clusters_lose_nothing(text):
    assert "".join(clusters(text)) == text


def test_flags_families_and_letters_with_marks_are_one_each():
    whole = ["👩\u200d⚕️", "🇬🇧", "🇫🇷", "👍🏽", "o\u0323\u0308", "স্"]

    assert clusters("".join(whole)) == whole


def test_the_example_of_what_is_not_drawn_is_none_for_control_characters():
    assert first_undrawn(visible("a\x00b"), 400) == ""
    assert first_undrawn("a中b", 400) == "⟦U+4E2D⟧"


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_fonts_have_all_that_stand_ins_are_made_of(weight):
    assert fallback_face(weight).has("⟦⟧")
    assert our_face(weight).has("U+0123456789ABCDEF … – • “”‘’")
