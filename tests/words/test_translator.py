"""Translators: a Welsh catalogue, made here, and what is missing in it."""

from __future__ import annotations

import io

import pytest
from babel.messages import pofile
from babel.messages.mofile import write_mo

from facilitator.words.message import say, say_many
from facilitator.words.translator import Translator

WELSH = """
msgid ""
msgstr ""
"Project-Id-Version: facilitator\\n"
"Language: cy\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);\\n"

msgid "The note is empty."
msgstr "Mae’r nodyn yn wag."

msgid "{place} was counted already by {counter}."
msgstr "Mae {counter} wedi cyfri {place} yn barod."

msgid "{file}, line {line}: {what}"
msgstr "{file}, llinell {line}: {what}"

msgid "{count} table"
msgid_plural "{count} tables"
msgstr[0] "{count} bwrdd (dim)"
msgstr[1] "{count} bwrdd"
msgstr[2] "{count} fwrdd"
msgstr[3] "{count} bwrdd (tri)"
msgstr[4] "{count} bwrdd (chwech)"
msgstr[5] "{count} o fyrddau"

msgid "Not done yet."
msgstr ""
"""


@pytest.fixture
def welsh(tmp_path):
    folder = tmp_path / "cy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "facilitator.mo").open("wb") as file:
        write_mo(file, pofile.read_po(io.StringIO(WELSH), locale="cy"))
    return Translator("cy", folder=tmp_path)


def test_a_message_is_said_in_the_language(welsh):
    assert welsh(say("The note is empty.")) == "Mae’r nodyn yn wag."


def test_the_values_stand_in_the_order_of_the_language(welsh):
    message = say("{place} was counted already by {counter}.", place="bwrdd 4", counter="M.P.")

    assert welsh(message) == "Mae M.P. wedi cyfri bwrdd 4 yn barod."


@pytest.mark.parametrize("text", ["Nobody translated this.", "Not done yet."])
def test_what_the_catalogue_lacks_is_said_in_english(welsh, text):
    assert welsh(say(text)) == text


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (0, "0 bwrdd (dim)"),
        (1, "1 bwrdd"),
        (2, "2 fwrdd"),
        (3, "3 bwrdd (tri)"),
        (4, "4 o fyrddau"),
        (6, "6 bwrdd (chwech)"),
        (12, "12 o fyrddau"),
    ],
)
def test_numbers_have_the_plural_forms_of_the_language(welsh, count, sentence):
    assert welsh(say_many("{count} table", "{count} tables", count=count)) == sentence


@pytest.mark.parametrize(("count", "sentence"), [(0, "0 chairs"), (1, "1 chair"), (2, "2 chairs")])
def test_a_plural_the_catalogue_lacks_is_said_in_english(welsh, count, sentence):
    assert welsh(say_many("{count} chair", "{count} chairs", count=count)) == sentence


@pytest.mark.parametrize("value", ["{counter}", "{place}", "{", "{}", "The note is empty."])
def test_a_value_stays_as_it_is_even_when_it_looks_like_words_of_ours(welsh, value):
    message = say("{place} was counted already by {counter}.", place=value, counter="M.P.")

    assert welsh(message) == f"Mae M.P. wedi cyfri {value} yn barod."


def test_a_message_inside_a_message_is_translated_too(welsh):
    message = say("{file}, line {line}: {what}", file="v.csv", line=2, what=say("The note is empty."))

    assert welsh(message) == "v.csv, llinell 2: Mae’r nodyn yn wag."


def test_an_english_sentence_holds_the_translated_message_inside_it(welsh):
    assert welsh(say("Look: {what}", what=say("The note is empty."))) == "Look: Mae’r nodyn yn wag."


def test_an_empty_message_is_empty_and_not_the_head_of_the_catalogue(welsh):
    assert welsh(say("")) == ""


def test_a_language_without_a_catalogue_speaks_english(tmp_path):
    translator = Translator("pl", folder=tmp_path)

    assert translator(say_many("{count} table", "{count} tables", count=2)) == "2 tables"


def test_english_is_spoken_from_the_shipped_folder():
    assert Translator()(say("{place} was counted already.", place="room")) == "room was counted already."


def test_two_languages_live_side_by_side(welsh):
    english = Translator("en")

    assert (welsh(say("The note is empty.")), english(say("The note is empty."))) == (
        "Mae’r nodyn yn wag.", "The note is empty.",
    )  # fmt: skip
    assert (welsh.language, english.language) == ("cy", "en")
