"""Paper forms: added up exactly, and nothing in the file says what stood on one form."""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_question
from facilitator.conduct.event import open_event
from facilitator.conduct.finishing import close_the_count
from facilitator.conduct.forms import (
    TalliedForm,
    form_counts,
    forms_typed,
    new_form,
    take_back_form,
    tally_form,
    the_form,
)
from facilitator.core.disclosure.form_counts import misfit
from facilitator.core.forms import PREFER_NOT_TO_SAY
from facilitator.errors import Refused
from tests.conduct.steps import changes

AGES, KINDS = ("young", "middle", "old"), ("sight", "hearing", "moving")
FORMS = {
    "equality": {
        "title": "About you",
        "questions": [
            {"key": "age", "kind": "one", "text": "How old?", "options": [{"key": k, "text": k} for k in AGES]},
            {"key": "kinds", "kind": "several", "text": "Kinds?", "options": [{"key": k, "text": k} for k in KINDS]},
            {"key": "district", "kind": "district", "text": "Where from?"},
        ],
    },
    "evaluation": {
        "title": "How was it?",
        "questions": [
            {"key": "heard", "kind": "agree", "text": "I felt heard."},
            {"key": "best", "kind": "comment", "text": "What was best?"},
            {"key": "change", "kind": "comment", "text": "What should change?"},
        ],
    },
}


@pytest.fixture
def event(make_event):
    return make_event(a_question("s1"), a_question("s2", stage="two"), forms=FORMS)


def question(event, key):
    """Return the counts of one question."""
    return next(one for one in form_counts(event) if one.key == key)


def rows(event, relation):
    """Return the rows of a relation as they lie in the file."""
    with closing(sqlite3.connect(f"file:{event.path}?mode=ro", uri=True)) as connection:
        return connection.execute(f"SELECT * FROM {relation}").fetchall()


def sixty_forms(event):
    """Type sixty forms; return them as they were typed."""
    typed = [
        {
            "age": (AGES[number % 3],) if number % 10 else (),
            "kinds": KINDS[: number % 4] if number % 4 else (),
            "district": (PREFER_NOT_TO_SAY,) if number % 6 == 0 else (f"m{1 + number % 2}",),
        }
        for number in range(60)
    ]
    for answers in typed:
        tally_form(event, "equality", answers)
    return typed


def test_sixty_forms_are_counted_exactly(event):
    sixty_forms(event)

    age, kinds, district = form_counts(event)
    assert (age.counts, age.blank) == ({"young": 18, "middle": 18, "old": 18, PREFER_NOT_TO_SAY: 0}, 6)
    assert (kinds.counts, kinds.blank) == ({"sight": 45, "hearing": 30, "moving": 15, PREFER_NOT_TO_SAY: 0}, 15)
    assert (district.counts, district.blank) == ({"m1": 20, "m2": 30, PREFER_NOT_TO_SAY: 10}, 0)
    assert {one.returned for one in (age, kinds, district)} == {60}
    assert [misfit(one) for one in (age, kinds, district)] == [None, None, None]


def test_sixty_forms_are_the_same_sixty_after_the_file_was_closed(event):
    sixty_forms(event)
    before = form_counts(event)
    event.close()

    again = open_event(event.path)

    assert form_counts(again) == before
    again.close()


def test_nothing_links_two_answers_of_a_form(event):
    sixty_forms(event)

    kept = rows(event, "form_answer")
    marks = [mark for _, mark, _ in kept]
    assert len(kept) == 60 * 4
    assert len(set(marks)) == len(marks)
    assert {len(mark) for mark in marks} == {16}


def test_no_answer_has_an_entry_a_time_or_an_author(event):
    before = event.last_entry()

    sixty_forms(event)

    assert event.last_entry() == before
    assert [change.verb for change in changes(event)] == ["start event"]
    assert {column[1] for column in columns(event)} == {"question", "mark", "answer"}


def columns(event):
    with closing(sqlite3.connect(f"file:{event.path}?mode=ro", uri=True)) as connection:
        return connection.execute("PRAGMA table_info(form_answer)").fetchall()


def test_the_order_of_the_answers_in_the_file_is_not_the_order_of_typing(event):
    typed = [answers["age"] for answers in sixty_forms(event)]
    event.close()

    kept = [answer for asked, _, answer in rows(event, "form_answer") if asked == "equality.age"]

    assert sorted(kept) == sorted(" ".join(ticks) for ticks in typed)
    assert kept != [" ".join(ticks) for ticks in typed]


def test_the_answers_of_two_questions_lie_in_orders_that_have_nothing_in_common(event):
    for number in range(40):
        tally_form(event, "equality", {"age": (AGES[number % 2],), "kinds": (KINDS[number % 2],)})
    event.close()

    kept = rows(event, "form_answer")
    age, kinds = (
        [places.index(answer) for asked, _, answer in kept if asked == name]
        for name, places in (("equality.age", AGES), ("equality.kinds", KINDS))
    )
    assert 0 < sum(one == other for one, other in zip(age, kinds, strict=True)) < 40


def test_t28_before_a_form_is_typed_nothing_is_known_and_nothing_is_nought(event):
    assert form_counts(event) == ()
    assert forms_typed(event, "equality") == 0


def test_t28_one_kind_of_form_says_nothing_of_the_other(event):
    tally_form(event, "evaluation", {"heard": ("agree",)})

    assert {one.form for one in form_counts(event)} == {"evaluation"}


def test_a_form_with_nothing_on_it_came_back_and_is_blank_throughout(event):
    tally_form(event, "equality", {})

    assert [(one.key, one.blank, one.returned) for one in form_counts(event)] == [("age", 1, 1), ("kinds", 1, 1)]


def test_d4_no_question_can_be_crossed_with_another(event):
    sixty_forms(event)

    shared = {
        (one.key, other.key)
        for one, other in itertools.combinations(form_counts(event), 2)
        if set(one.counts) & set(other.counts) - {PREFER_NOT_TO_SAY}
    }
    assert shared == set()


def test_prefer_not_to_say_is_a_cell_like_others_and_no_blank(event):
    tally_form(event, "equality", {"age": (PREFER_NOT_TO_SAY,)})

    assert (question(event, "age").counts[PREFER_NOT_TO_SAY], question(event, "age").blank) == (1, 0)


def test_a_form_taken_back_does_not_count(event):
    tally_form(event, "equality", {"age": ("young",)})
    slip = tally_form(event, "equality", {"age": ("old",), "kinds": KINDS})

    take_back_form(event, slip)

    assert question(event, "age").counts == {"young": 1, "middle": 0, "old": 0, PREFER_NOT_TO_SAY: 0}
    assert (question(event, "kinds").blank, question(event, "kinds").returned) == (1, 1)


def test_t01_a_form_taken_back_twice_is_taken_back_once(event):
    tally_form(event, "equality", {"age": ("young",)})
    slip = tally_form(event, "equality", {"age": ("old",)})

    take_back_form(event, slip)
    take_back_form(event, slip)

    assert forms_typed(event, "equality") == 1


def test_when_the_only_form_is_taken_back_nothing_is_known_again(event):
    take_back_form(event, tally_form(event, "equality", {"age": ("old",)}))

    assert form_counts(event) == ()


def test_a_form_taken_back_does_not_come_back_by_a_retry(event):
    slip = tally_form(event, "equality", {"age": ("old",)})
    take_back_form(event, slip)

    with pytest.raises(Refused, match="taken back"):
        tally_form(event, "equality", {"age": ("old",)}, tallied=slip)


def test_a_form_that_was_never_typed_is_not_taken_back(event):
    with pytest.raises(Refused, match="no such form"):
        take_back_form(event, new_form(event, "equality"))


def test_t01_the_same_form_sent_again_is_one(event):
    typing = new_form(event, "evaluation")
    for _ in range(3):
        tally_form(event, "evaluation", {"heard": ("agree",)}, comments={"best": "The soup"}, tallied=typing)

    assert question(event, "heard").returned == 1
    assert [note.text for note in event.store.reading.notes()] == ["The soup"]


def test_the_same_form_with_other_answers_is_refused(event):
    typing = tally_form(event, "equality", {"age": ("old",)})

    with pytest.raises(Refused, match="other answers"):
        tally_form(event, "equality", {"age": ("young",)}, tallied=typing)

    assert question(event, "age").counts["old"] == 1


def test_marks_are_kept_out_of_what_is_printed_of_a_form(event):
    assert "marks" not in repr(new_form(event, "equality"))
    assert isinstance(new_form(event, "equality"), TalliedForm)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"shoe-size": ("9",)}, "no question “shoe-size”"),
        ({"age": ("ancient",)}, "no answer “ancient”"),
        ({"age": ("young", "old")}, "more ticks than it takes"),
        ({"kinds": ("sight", PREFER_NOT_TO_SAY)}, "more ticks than it takes"),
        ({"district": ("M1 1AE",)}, "more than the first half"),
    ],
)
def test_what_the_form_does_not_offer_is_refused_and_nothing_of_it_is_kept(event, answers, sentence):
    with pytest.raises(Refused, match=sentence):
        tally_form(event, "equality", {"age": ("young",), **answers})

    assert rows(event, "form_answer") == []


def test_a_form_the_programme_leaves_out_is_refused(make_event):
    event = make_event(a_question("s1"))

    with pytest.raises(Refused, match="no form called “equality”"):
        tally_form(event, "equality", {})


def test_comments_become_notes_at_the_last_step_where_there_is_none_for_forms(event):
    tally_form(event, "evaluation", {}, comments={"best": " The soup ", "change": "  "}, by="desk")

    notes = event.store.reading.notes()
    assert [(note.text, note.activity, note.place, note.about, note.kind) for note in notes] == [
        ("The soup", "two", "", "evaluation.best", "point")
    ]


def test_comments_stand_at_the_step_of_the_forms(default_event):
    tally_form(default_event, "evaluation", {}, comments={"best": "The soup"})

    assert [note.activity for note in default_event.store.reading.notes()] == ["forms"]


def test_a_comment_that_cannot_be_kept_keeps_the_whole_form_out(event):
    with pytest.raises(Refused, match="19000 is the most"):
        tally_form(event, "evaluation", {"heard": ("agree",)}, comments={"best": "Soup", "change": "x" * 19_001})

    assert rows(event, "form_answer") == rows(event, "note") == []


def test_an_answer_that_is_refused_leaves_no_comment_behind(event):
    with pytest.raises(Refused, match="no answer"):
        tally_form(event, "evaluation", {"heard": ("loudly",)}, comments={"best": "Soup"})

    assert rows(event, "note") == []


def test_the_comments_of_a_form_go_with_it_when_it_is_taken_back(event):
    slip = tally_form(event, "evaluation", {"heard": ("agree",)}, comments={"best": "Soup"})

    take_back_form(event, slip)
    take_back_form(event, slip)

    assert event.store.reading.notes() == []
    assert [change.verb for change in changes(event)][1:] == ["add note", "withdraw note"]


def test_a_comment_and_the_answers_of_its_form_have_no_mark_in_common(event):
    tally_form(event, "evaluation", {"heard": ("agree",)}, comments={"best": "Soup"})

    (note,) = event.store.reading.notes()
    assert note.note not in {mark for _, mark, _ in rows(event, "form_answer")}


def test_forms_are_typed_in_after_the_count_is_closed_too(event):
    close_the_count(event)

    tally_form(event, "equality", {"age": ("old",)})

    assert question(event, "age").counts["old"] == 1


def test_the_shipped_forms_can_be_filled_in(default_event):
    for key in ("equality", "evaluation"):
        form = the_form(default_event, key)
        tally_form(default_event, key, {one.key: (one.options[0].key,) for one in form.counted})

    assert [misfit(one) for one in form_counts(default_event)] == [None] * 15
    assert {one.blank for one in form_counts(default_event)} == {0}


TICKS = st.fixed_dictionaries(
    {},
    optional={
        "age": st.lists(st.sampled_from((*AGES, PREFER_NOT_TO_SAY)), max_size=1).map(tuple),
        "kinds": st.lists(st.sampled_from(KINDS), max_size=5).map(tuple),
        "district": st.lists(st.sampled_from(("M1", "m2", "SW1A", PREFER_NOT_TO_SAY)), max_size=1).map(tuple),
    },
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(TICKS, st.sampled_from(("once", "twice", "taken back"))), max_size=8))
def test_t12_the_counts_are_those_of_the_forms_that_stand(make_event, forms):
    event = make_event(a_question("s1"), forms=FORMS)
    for answers, fate in forms:
        typed = tally_form(event, "equality", answers)
        if fate == "twice":
            tally_form(event, "equality", answers, tallied=typed)
        if fate == "taken back":
            take_back_form(event, typed)
    standing = [answers for answers, fate in forms if fate != "taken back"]

    for found in form_counts(event):
        given_ = [{tick if found.key != "district" or tick == PREFER_NOT_TO_SAY else tick.lower()
                   for tick in answers.get(found.key, ())} for answers in standing]  # fmt: skip
        assert found.returned == len(standing)
        assert found.blank == sum(not ticks for ticks in given_)
        assert found.counts == {key: sum(key in ticks for ticks in given_) for key in found.counts}
        assert misfit(found) is None
    event.close()
