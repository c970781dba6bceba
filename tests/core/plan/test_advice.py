"""Advice on wording: what is told, how often it is right, and that it costs nothing to ask while somebody types."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from facilitator.core.plan.advice import HARDEST_LIX, MOST_WORDS, AdviceKind, advice_on, reading_ease
from facilitator.programme.shipped import find_programme

LABELLED = tomllib.loads((Path(__file__).parent / "statements.toml").read_text(encoding="utf-8"))
PAGE = (Path(__file__).resolve().parents[3] / "docs" / "wording-advice.md").read_text(encoding="utf-8")


def kinds(text, language="en", **more):
    """Return what the advice on a text is about."""
    return [str(one.kind) for one in advice_on(text, language, **more)]


def measured(labelled):
    """Return how many good statements are left alone, and of how many bad ones what is wrong is told."""
    quiet = [text for text in labelled["good"] if not advice_on(text, "en")]
    found = [one["text"] for one in labelled["bad"] if one["kind"] in kinds(one["text"])]
    return len(quiet), len(labelled["good"]), len(found), len(labelled["bad"])


@pytest.mark.parametrize("text", LABELLED["told"]["good"])
def test_a_good_statement_is_left_alone(text):
    assert kinds(text) == []


KNOWN_MISS = "Meals should be hot and delivered by noon."


@pytest.mark.parametrize(
    "one", [one for one in LABELLED["told"]["bad"] if one["text"] != KNOWN_MISS], ids=lambda one: one["text"][:40]
)
def test_what_is_wrong_with_a_statement_is_told(one):
    assert one["kind"] in kinds(one["text"])


def test_the_page_tells_how_often_the_advice_is_right():
    for name in ("told", "held_out"):
        quiet, good, found, bad = measured(LABELLED[name])

        assert f"| `{name}` | {quiet} of {good} | {found} of {bad} |" in PAGE


def test_the_page_names_the_limits():
    assert f"{MOST_WORDS} words" in PAGE
    assert f"LIX over {HARDEST_LIX}" in PAGE


def test_the_statements_of_the_shipped_programme_need_no_advice():
    programme = find_programme("living-well-here").programme
    statements = [one.wording.text for one in programme.questions if one.method == "statement"]
    options = [option.wording.text for one in programme.questions for option in one.options]

    assert [text for text in statements if advice_on(text, "en")] == []
    assert [text for text in options if advice_on(text, "en", is_statement=False)] == []


def test_each_advice_is_a_sentence_that_says_what_to_do():
    told = [str(one.told) for bad in LABELLED["told"]["bad"] for one in advice_on(bad["text"], "en")]

    assert len(told) > 40
    assert all(words.endswith(".") and "{" not in words for words in told)


def test_the_words_at_fault_are_named():
    (advice,) = advice_on("Our excellent nurses need a pay rise.", "en")

    assert str(advice.told) == "“excellent” judges before people do. Say what happens, and leave the judging to them."


def test_jargon_comes_with_plainer_words_where_there_are_some():
    (advice,) = advice_on("Service users are content.", "en")

    assert str(advice.told) == "Not everybody uses the word “service users”. Try “people who use services”."


def test_what_keeps_people_from_answering_comes_before_what_is_hard_to_read():
    text = "Should we obviously utilise the ICB budget"

    assert kinds(text) == ["question", "leading", "jargon", "jargon"]


def test_a_question_may_ask_but_is_read_for_the_rest():
    assert kinds("Which two areas matter most?", is_statement=False) == []
    assert kinds("Which outcomes matter most?", is_statement=False) == ["jargon"]


def test_straight_and_curled_apostrophes_are_alike():
    assert kinds("It isn't unreasonable to pay.") == kinds("It isn’t unreasonable to pay.") == ["double-negative"]


def test_not_always_is_no_absolute():
    assert kinds("Help does not always come in time.") == []


def test_a_text_in_capitals_is_no_row_of_acronyms():
    assert kinds("CARE AT HOME WORKS WELL HERE") == []


def test_in_another_language_only_what_holds_in_all_of_them_is_told():
    assert kinds("Rhaid i bawb gael help bob amser, and never surely.", "cy") == []
    assert kinds("Beth sydd ei angen?", "cy") == ["question"]
    assert kinds("gair " * 26, "cy") == ["long"]


@pytest.mark.parametrize(
    "text", ["", "   ", "?", "and", "should and", "12 34", "…", "照護服務應該更好", "সেবা কেন্দ্রগুলো শনিবারে খোলা থাকা উচিত"]
)
def test_nothing_that_can_be_typed_makes_it_stumble(text):
    assert all(kind in [*AdviceKind] for kind in kinds(text))
    assert reading_ease(text, "bn") is None or reading_ease(text, "bn").value >= 0


def test_what_is_very_long_is_told_to_be_cut():
    assert "long" in kinds("should a and " * 20_000)


def test_all_words_of_a_very_long_text_are_counted():
    (told,) = (one.told for one in advice_on("home or " * 250, "en") if one.kind == "long")

    assert str(told).startswith("This has 500 words;")


def test_lix_is_words_in_a_sentence_and_long_words_of_a_hundred():
    # 12 words, 2 sentences, 3 of more than 6 letters: 12 / 2 + 100 * 3 / 12
    reading = reading_ease("Patients wait too long. Hospital staff know it, and managers do too.", "en")

    assert reading.value == 31
    assert (str(reading.band), str(reading.method)[:3]) == ("easy", "LIX")


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("We go to the shop at ten.", "very easy"),
        ("Wherever possible, that means living independently at home.", "hard, like a report"),
        (
            "Institutional responsibilities require comprehensive organisational clarification.",
            "very hard, like a law",
        ),
    ],
)
def test_the_number_has_a_band_in_words(text, band):
    assert str(reading_ease(text, "en").band) == band


def test_a_text_of_a_few_words_or_without_spaces_has_no_reading_ease():
    assert reading_ease("Good days", "en") is None
    assert reading_ease("照 護 服 務 應 該 更 好", "zh-Hant") is None
