"""Forms: how an answer is kept, and what answers add up to."""

from __future__ import annotations

import pytest

from facilitator.core.forms import (
    PREFER_NOT_TO_SAY,
    Form,
    FormGroup,
    FormKind,
    FormOption,
    FormQuestion,
    counts_of,
    kept_answer,
)
from facilitator.core.wording import Wording
from facilitator.errors import Refused


def a_form_question(kind: str, *keys: str, groups: dict[str, str] | None = None) -> FormQuestion:
    """Return a question with these options; `groups` is the heading of some of them."""
    under = groups or {}
    options = [FormOption(key, Wording(f"The {key}"), under.get(key, "")) for key in (*keys, PREFER_NOT_TO_SAY)]
    headings = tuple(FormGroup(key, Wording(f"All {key}")) for key in dict.fromkeys(under.values()))
    return FormQuestion("q", Wording("What about q?"), FormKind(kind), tuple(options), groups=headings)


def counts(question: FormQuestion, returned: int, **answers: int):
    """Return what answers add up to; the name "blank" stands for the empty answer, "_" for the space between ticks."""
    kept = {"" if name == "blank" else name.replace("_", " "): forms for name, forms in answers.items()}
    return counts_of(Form("equality", Wording("About you"), (question,)), question, kept, returned)


def test_ticks_are_kept_in_printed_order_and_each_once():
    question = a_form_question("several", "b", "a")

    assert kept_answer(question, ("a", "b", "a")) == kept_answer(question, ("b", "a")) == "b a"


def test_no_tick_is_kept_as_blank():
    assert kept_answer(a_form_question("one", "a", "b"), ()) == ""


@pytest.mark.parametrize("kind", ["one", "agree"])
def test_two_ticks_where_one_is_taken_are_for_a_person_to_leave_blank(kind):
    with pytest.raises(Refused, match="more ticks than it takes") as caught:
        kept_answer(a_form_question(kind, "a", "b"), ("a", "b"))

    assert "Leave it blank" in str(caught.value.advice)


def test_prefer_not_to_say_stands_alone_also_where_several_ticks_are_taken():
    with pytest.raises(Refused, match="more ticks"):
        kept_answer(a_form_question("several", "a", "b"), ("a", PREFER_NOT_TO_SAY))


def test_what_is_not_printed_on_the_form_is_refused():
    with pytest.raises(Refused, match="has no answer “c”"):
        kept_answer(a_form_question("one", "a", "b"), ("c",))


@pytest.mark.parametrize(("written", "kept"), [("M1", "M1"), (" sw1a ", "SW1A"), ("eh12", "EH12"), ("b33", "B33")])
def test_a_district_is_kept_in_capitals(written, kept):
    assert kept_answer(a_form_question("district"), (written,)) == kept


@pytest.mark.parametrize("written", ["M1 1AE", "M11AE", "SW1A 2AA", "EH12 9DN", "W1A0AX"])
def test_a_whole_postcode_is_refused_and_not_repeated(written):
    with pytest.raises(Refused, match="more than the first half") as caught:
        kept_answer(a_form_question("district"), (written,))

    assert written not in str(caught.value)


@pytest.mark.parametrize("written", ["", "M", "12", "MANC", "M1 1", "Ⅿ1", "M١"])
def test_what_is_no_district_is_refused(written):
    with pytest.raises(Refused, match="first half of a postcode"):
        kept_answer(a_form_question("district"), (written,))


def test_nobody_would_rather_not_name_a_district_in_two_ways():
    assert kept_answer(a_form_question("district"), (PREFER_NOT_TO_SAY,)) == PREFER_NOT_TO_SAY


def test_several_ticks_of_one_form_count_for_each_option():
    found = counts(a_form_question("several", "a", "b", "c"), 9, a_b=4, a=3, blank=2)

    assert found.counts == {"a": 7, "b": 4, "c": 0, PREFER_NOT_TO_SAY: 0}
    assert (found.blank, found.returned, found.multiple) == (2, 9, True)


def test_the_districts_that_people_wrote_are_the_options():
    found = counts(a_form_question("district"), 6, M2=3, M1=2, blank=1)

    assert [text for _, text in found.options][:2] == ["M1", "M2"]
    assert [key for key, _ in found.options] == ["m1", "m2", PREFER_NOT_TO_SAY]
    assert found.counts == {"m1": 2, "m2": 3, PREFER_NOT_TO_SAY: 0}


def test_headings_know_what_stands_under_them():
    question = a_form_question("one", "a", "b", "c", groups={"a": "north", "b": "north", "c": "south"})

    found = counts(question, 6, a=1, b=2, c=3)

    assert [(one.key, one.text, one.options) for one in found.groups] == [
        ("north", "All north", ("a", "b")),
        ("south", "All south", ("c",)),
    ]
    assert found.top == {"north": 3, "south": 3, PREFER_NOT_TO_SAY: 0}
