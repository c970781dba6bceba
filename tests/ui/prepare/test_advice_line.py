"""Advice below a field: at most three sentences with a sign before them, and how easily the text reads."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from facilitator.core.plan.advice import Reading
from facilitator.words.message import say
from ui.prepare.advice_line import MOST_SENTENCES, AdviceLine, ease_told


@pytest.fixture
def line(qapp, words) -> AdviceLine:
    return AdviceLine(words, "en", is_statement=True)


def test_it_takes_no_place_where_there_is_nothing_to_say(line):
    line.advise("")

    assert line.isHidden()
    assert line.sentences == line.ease == ""


def test_every_sentence_has_a_sign_and_there_are_at_most_three(line):
    line.advise(
        "Surely nobody could disagree that we should not utilise domiciliary commissioning pathways, and get help, and "
        "that more of the money that there is now should never be spent on anything else but this, should it?"
    )

    told = line.sentences.split("\n")
    assert len(told) == MOST_SENTENCES
    assert all(one.startswith("⚠  ") for one in told)
    assert not line.isHidden()


def test_advice_goes_when_the_words_are_mended(line):
    line.advise("Surely we need more help at home.")
    assert "Surely" in line.sentences

    line.advise("We need more help at home.")

    assert line.sentences == ""


def test_a_question_is_none_of_a_statements_faults_where_something_is_asked(qapp, words, line):
    line.advise("Do you want to live at home?")
    asking = AdviceLine(words, "en", is_statement=False)
    asking.advise("Do you want to live at home?")

    assert line.sentences != ""
    assert asking.sentences == ""


def test_reading_ease_names_its_band_and_its_figure():
    told = ease_told(Reading(say("LIX"), 32, say("easy")))

    assert told.english() == "Reads easy (LIX 32)"


def test_the_method_is_explained_where_the_figure_stands(line):
    line.advise("We need more help at home, and we need it soon.")

    assert "(LIX " in line.ease
    assert "words in a sentence" in line.findChildren(QLabel)[1].toolTip()


def test_it_is_read_out_as_it_is_seen(line):
    line.advise("Surely we need more help at home.")

    assert "Surely" in line.accessibleName()
