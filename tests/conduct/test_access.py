"""Access: asked, provided, worked; what nobody told is not known."""

from __future__ import annotations

import pytest

from builders import a_question
from facilitator.conduct.access import Access, Told, access_list, access_now, record_access, withdraw_access
from facilitator.errors import Refused
from tests.conduct.steps import changes

LOOP, BSL = "Hearing loop", "BSL interpreter"


@pytest.fixture
def event(make_event):
    return make_event(a_question("s1"), access=[LOOP, {"text": BSL, "text_in": {"cy": "Dehonglydd BSL"}}])


def test_t28_what_nobody_told_is_on_the_list_and_not_known(event):
    assert access_list(event) == (Access(LOOP), Access(BSL))
    assert not any(one.is_told for one in access_list(event))
    assert access_now(event.store.reading) == ()


def test_the_newest_record_of_each_means_holds(event):
    record_access(event, LOOP, asked=Told.YES, provided=Told.YES, worked=Told.YES)
    record_access(event, LOOP, asked=Told.YES, provided=Told.YES, worked=Told.PARTLY)

    assert access_list(event)[0] == Access(LOOP, Told.YES, Told.YES, Told.PARTLY)


def test_means_that_the_programme_does_not_name_follow_its_own(event):
    record_access(event, "A step at the stage", provided=Told.NO)

    assert [one.what for one in access_list(event)] == [LOOP, BSL, "A step at the stage"]


def test_a_means_is_the_same_in_capitals_and_with_more_spaces(event):
    record_access(event, "hearing  LOOP ", asked=Told.NO)

    assert access_list(event) == (Access(LOOP, Told.NO), Access(BSL))


def test_what_was_not_provided_cannot_have_worked(event):
    with pytest.raises(Refused, match="was not provided"):
        record_access(event, LOOP, provided=Told.NO, worked=Told.PARTLY)


@pytest.mark.parametrize(
    ("what", "sentence"), [("  ", "no name"), ("x" * 201, "200 is the most"), ("a\nb", "line end")]
)
def test_a_name_that_cannot_be_printed_is_refused(event, what, sentence):
    with pytest.raises(Refused, match=sentence):
        record_access(event, what)


def test_a_withdrawn_means_is_gone_and_one_of_the_programme_is_unknown_again(event):
    record_access(event, LOOP, asked=Told.YES)
    record_access(event, "Taxi", asked=Told.YES)

    withdraw_access(event, LOOP)
    withdraw_access(event, "taxi")

    assert access_list(event) == (Access(LOOP), Access(BSL))


def test_what_is_not_there_is_not_withdrawn(event):
    with pytest.raises(Refused, match="no such means"):
        withdraw_access(event, LOOP)


def test_a_record_is_readable_in_the_changes(event):
    record_access(event, LOOP, asked=Told.YES, provided=Told.YES, worked=Told.NO, by="desk")

    last = changes(event)[-1]
    assert (last.by, last.verb, last.about) == ("desk", "record access", LOOP)
    assert last.detail == "Hearing loop: asked yes, provided yes, worked no"
