"""What is flagged in a text, what is left alone, what is offered in its place, and in which order people read."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.sensitive import (
    NOTHING_FOUND,
    Concern,
    SensitiveKind,
    concern,
    findings,
    redacted,
    sentence,
)

LONG = 20_000
LIMIT_S = 120  # for all of them in one interpreter; a pattern that runs wild needs hours
BUILDING_BLOCKS = (
    "a", "a.", "a@", "@", "0", "07700 ", "0 ", "1 ", "my ", "12 a ", "dr ", "dr a ", "mr a b ", "born ", "born 1.1.",
    "a at b dot ", "a dot ", "+4", "+44 ", "ring ", "ring me ", "o", "one ", "oh one ", "EH6 7Q", "EH", "12/", "1-",
    "'", "my wee ", "my 12 year old ", "12 Mill ", "lives at 12 ", "nhs no ", "nhs is is ", "isbn ", "\n", " ", "é",
    "((0", "a-", "a_", "a.b-", "ni ", "AB 12 ",
)  # fmt: skip


def found_in(text):
    return [(one.kind.value, one.words) for one in findings(text)]


@pytest.mark.parametrize(
    "text", ["Childline is 0800 1111", "ring 111, not 999", "0300 123 4567", "call 0345 678 9000", "0808 800 5000"]
)
def test_numbers_that_anybody_may_ring_are_left_alone(text):
    assert findings(text) == ()


@pytest.mark.parametrize("text", ["07700 900123", "(0131) 496 0123", "+44 20 7946 0123", "0044 7700 900 123"])
def test_numbers_of_people_are_found_however_they_are_parted(text):
    assert found_in(f"ring {text} after six") == [("phone", text)]


def test_a_number_from_abroad_is_found():
    assert found_in("her son is on +48 512 345 678 in Łódź")[-1] == ("phone", "+48 512 345 678")


def test_ten_digits_without_spaces_are_a_patients_only_beside_words_that_say_so():
    assert found_in("order 9434765919 for the hall") == []
    assert found_in("the patient is 9434765919") == [("nhs_number", "9434765919")]


def test_ten_digits_in_the_groups_of_an_nhs_number_need_its_check_digit():
    assert found_in("she wrote 943 476 5919") == [("nhs_number", "943 476 5919")]
    assert found_in("she wrote 943 476 5918") == []


def test_a_number_said_to_be_of_the_nhs_is_found_even_with_a_digit_typed_wrong():
    assert found_in("nhs no 943 476 5918") == [("nhs_number", "943 476 5918")]


def test_a_full_postcode_is_cut_to_its_district_and_a_district_is_left():
    text = "From eh6 7qt, not EH7."

    assert redacted(text, findings(text)) == "From EH6, not EH7."


def test_a_room_with_a_floor_is_no_postcode():
    assert findings("Room B12 2nd floor") == ()


def test_a_date_is_only_one_of_birth_beside_words_that_say_so():
    assert findings("next meeting 12/03/2024") == ()
    assert found_in("dob 12/03/1958") == [("birth_date", "12/03/1958")]


def test_a_story_that_names_nobody_is_not_found():
    assert findings("the only deaf Polish family in the village was turned away") == ()


def test_marks_stand_where_the_words_were():
    text = "Ask Dr Patel, 07700 900123, or mail a.b@example.org."

    assert redacted(text, findings(text)) == "Ask [removed: name], [removed: phone], or mail [removed: e-mail]."


def test_marks_are_in_the_language_of_the_translator():
    text = "ring 07700 900123"

    assert redacted(text, findings(text), words=lambda message: f"<{message.text}>") == "ring <[removed: phone]>"


def test_a_text_in_which_all_was_masked_has_nothing_left_to_find():
    text = "Mrs Lennox of 14 Mill Lane, EH6 7QT, born 3 Feb 1962, 07700 900123, a@example.org; my son has JK 48 21 97 B"

    masked = redacted(text, findings(text))

    assert findings(masked) == ()
    assert len(findings(text)) == 8


def test_what_is_said_of_a_finding_is_one_line():
    (one,) = findings("at 0131\u00a0496 0123")

    assert str(sentence(one)) == "This looks like a phone number: 0131 496 0123."


def test_nothing_found_is_never_called_clean():
    assert str(NOTHING_FOUND) == "The check found nothing. It cannot know; read it."


def test_numbers_and_names_come_before_kin_then_stories_then_plain_points():
    texts = {
        "plain": concern("no bus after six"),
        "story": concern("the only deaf Polish family", is_personal=True),
        "kin": concern("my son was refused", is_personal=True),
        "name": concern("Dr Patel listens"),
    }

    assert sorted(texts, key=texts.get) == ["name", "kin", "story", "plain"]
    assert texts["plain"] is Concern.PLAIN


@given(
    st.text(alphabet=st.one_of(st.sampled_from("0123456789 +@.-'drmyEH67QTNIbornat\n"), st.characters()), max_size=200)
)
def test_findings_are_in_order_apart_and_their_words_are_those_of_the_text(text):
    found = findings(text)

    assert all(text[one.start : one.end] == one.words and one.words.strip() for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert {one.kind for one in found} <= set(SensitiveKind)


def test_no_text_makes_the_check_run_wild():
    code = (
        "from facilitator.core.sensitive import findings\n"
        f"for block in {BUILDING_BLOCKS!r}:\n"
        f"    findings(block * ({LONG} // len(block)))\n"
        f"    findings(block * ({LONG} // len(block)) + '!')\n"
    )

    subprocess.run([sys.executable, "-c", code], check=True, timeout=LIMIT_S)


def test_the_libraries_are_loaded_only_when_a_number_asks_for_them():
    code = (
        "import sys\nfrom facilitator.core.sensitive import findings\n"
        "findings('ring my mum, Dr Patel or 07700 900123')\n"
        "assert not {'phonenumbers', 'stdnum'} & set(sys.modules)\n"
        "findings('ring +48 512 345 678, she wrote 943 476 5919')\n"
        "assert {'phonenumbers', 'stdnum'} <= set(sys.modules)"
    )

    subprocess.run([sys.executable, "-c", code], check=True)
