"""Whatever a file holds, reading it ends in a programme or in a refusal."""

from __future__ import annotations

import contextlib
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.core.programme import Programme
from facilitator.errors import ProgrammeRefused
from facilitator.programme.shipped import find_programme
from tests.programme.good_file import changed, good_values, read_json, read_toml

KNOWN_WORDS = st.sampled_from(["key", "text", "title", "options", "models", "stage", "method", "max", "choose", "en"])
NAMES = KNOWN_WORDS | st.text(max_size=8)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | NAMES
JUNK = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4), max_leaves=12
)
SHIPPED = find_programme("living-well-here").text
LONGER = settings(max_examples=300, deadline=None, database=None)


def paths_into(values: object, before: tuple = ()) -> list[tuple]:
    """Return the steps to every value inside `values`."""
    if not isinstance(values, (dict, list)):
        return []
    pairs = values.items() if isinstance(values, dict) else enumerate(values)
    return [path for step, inner in pairs for path in [(*before, step), *paths_into(inner, (*before, step))]]


PATHS = paths_into(good_values())


def reads_or_refuses(read, text: str) -> None:
    with contextlib.suppress(ProgrammeRefused):
        assert isinstance(read(text), Programme)


@LONGER
@given(JUNK)
def test_any_json_value_is_read_or_refused(value):
    reads_or_refuses(read_json, json.dumps(value))


@LONGER
@given(st.sampled_from(PATHS), JUNK)
def test_a_good_file_with_junk_anywhere_is_read_or_refused(path, value):
    reads_or_refuses(read_json, json.dumps(changed(path, value)))


@LONGER
@given(st.sampled_from(PATHS), st.sampled_from(PATHS))
def test_a_good_file_with_one_part_in_the_place_of_another_is_read_or_refused(path, other):
    part = good_values()
    for step in other:
        part = part[step]

    reads_or_refuses(read_json, json.dumps(changed(path, part)))


@LONGER
@given(st.text())
def test_any_text_is_read_or_refused(text):
    reads_or_refuses(read_json, text)
    reads_or_refuses(read_toml, text)


@settings(max_examples=100, deadline=None, database=None)
@given(st.integers(0, len(SHIPPED)), st.integers(0, 40), st.text(alphabet='[]{}=".\\,#\n\x00\ud800ab1-:', max_size=6))
def test_the_shipped_file_with_a_slip_of_the_hand_is_read_or_refused(start, length, typed):
    reads_or_refuses(read_toml, SHIPPED[:start] + typed + SHIPPED[start + length :])
