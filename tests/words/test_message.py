"""Messages: English sentences with their values."""

from __future__ import annotations

import pytest

from facilitator.errors import Refused
from facilitator.words.message import filled, say, say_many


def test_a_message_without_values_is_its_text():
    assert str(say("The note is empty.")) == "The note is empty."


def test_the_values_stand_where_their_names_were():
    message = say("{cast} votes from {present} people.", cast=32, present=30)

    assert str(message) == "32 votes from 30 people."


def test_a_value_may_stand_twice():
    assert str(say("{place}, {place}!", place="room")) == "room, room!"


def test_the_text_is_kept_apart_from_its_values():
    message = say("{place} was counted already.", place="table 4")

    assert (message.text, message.values) == ("{place} was counted already.", {"place": "table 4"})


@pytest.mark.parametrize("value", ["{place}", "{", "}", "{}", "{{x}}", "{choice}", "%s", "\\1", "{0}"])
def test_the_braces_of_a_value_stay_as_they_are(value):
    assert str(say("“{choice}” at {place}", choice=value, place="room")) == f"“{value}” at room"


@pytest.mark.parametrize("text", ["{unknown} stays", "a { b", "a } b", "{", "}{", "{}", "{place"])
def test_braces_of_a_text_that_name_no_value_stay_as_they_are(text):
    assert filled(text, {"place": "room"}) == text


def test_a_value_may_be_called_like_anything_but_count():
    assert str(say("{text} {values} {self}", text="a", values="b", self="c")) == "a b c"


@pytest.mark.parametrize(
    ("count", "sentence"), [(1, "1 table"), (0, "0 tables"), (2, "2 tables"), (11, "11 tables"), (21, "21 tables")]
)
def test_one_is_said_of_one_alone(count, sentence):
    assert str(say_many("{count} table", "{count} tables", count=count)) == sentence


def test_a_message_inside_a_message_is_rendered_too():
    what = say("{column} is “{text}”.", column="seq", text="first")

    assert str(say("{file}, line {line}: {what}", file="v.csv", line=2, what=what)) == "v.csv, line 2: seq is “first”."


def test_a_plural_inside_a_message_has_its_own_count():
    tables = say_many("{count} table", "{count} tables", count=1)

    assert (
        str(say_many("{what}, {count} person", "{what}, {count} people", count=7, what=tables)) == "1 table, 7 people"
    )


def test_equal_messages_are_equal():
    assert say("{place}", place="room") == say("{place}", place="room")
    assert say("{place}", place="room") != say("{place}", place="hall")


def test_an_error_says_what_happened_and_what_to_do():
    error = Refused(say("{place} has no count.", place="table 4"), say("Count it."))

    assert str(error) == "table 4 has no count. Count it."
