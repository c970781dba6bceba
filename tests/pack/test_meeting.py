"""What a pack tells of the meeting: open or closed and why, for whom, and with which organisations."""

from __future__ import annotations

import csv
import io

import pytest

from builders import a_count
from facilitator.conduct.forms import tally_form
from facilitator.conduct.meeting import (
    Openness,
    PartnerKind,
    PartnerRole,
    Profile,
    add_partner,
    tell_openness,
    tell_profile,
)
from facilitator.conduct.noting import Note, NoteKind, add_note
from facilitator.conduct.reviewing import keep, to_read
from facilitator.handover.packs import make_pack
from facilitator.pack.checking import check_pack
from facilitator.pack.layout import table_path
from tests.conduct.steps import vote
from tests.pack.rebagging import taken_apart

LATER = {table_path("meeting"), table_path("partners")}


@pytest.fixture
def event(make_default_event):
    """Return an event with a result."""
    event = make_default_event()
    vote(event, "s1", a_count(agree=62, unsure=10, disagree=7))
    return event


@pytest.fixture
def tables(event, tmp_path):
    """Return a reader of the tables of the event's pack, when every word was read."""

    def read(name):
        keep(event, [one.digest for one in to_read(event)])
        path = make_pack(event, tmp_path)
        check_pack(path)
        text = taken_apart(path.read_bytes())[1][table_path(name)].decode("utf-8-sig")
        return [*csv.DictReader(io.StringIO(text))]

    return read


def test_a_pack_of_which_nobody_told_has_neither_table_and_is_whole(event, tmp_path):
    path = make_pack(event, tmp_path)

    assert check_pack(path).questions == 1
    assert not LATER & taken_apart(path.read_bytes())[1].keys()


def test_a_closed_meeting_tells_why(event, tables):
    tell_openness(event, Openness.CLOSED, "A school class.")

    (row,) = tables("meeting")

    assert (row["openness"], row["why"], row["under_16"]) == ("closed", "A school class.", "false")


def test_partners_stand_in_order_with_kind_and_role(event, tables):
    add_partner(event, "Riverside Council", PartnerKind.COUNCIL, PartnerRole.CONVENOR)
    add_partner(event, "=Age UK", PartnerKind.COMMUNITY, PartnerRole.HOST)

    rows = tables("partners")

    assert [tuple(row.values()) for row in rows] == [
        ("Riverside Council", "1", "council", "convenor"),
        ("'=Age UK", "2", "community", "host"),
    ]


def test_a_meeting_of_children_has_no_age_and_no_exact_words(event, tables):
    tell_profile(event, Profile.UNDER_16)
    for sex in ("female", "male") * 6:
        tally_form(event, "equality", {"sex": (sex,)})
    add_note(event, Note("It is too loud", "talk-goals", "Table 7", kind=NoteKind.QUOTE, verbatim=True))

    assert [(row["openness"], row["under_16"]) for row in tables("meeting")] == [("", "true")]
    assert "age" not in {row["form_question"] for row in tables("form_questions")}
    assert [(row["kind"], row["verbatim"]) for row in tables("notes")] == [("point", "false")]


def test_another_partner_is_another_revision(event, tmp_path):
    first = make_pack(event, tmp_path)
    add_partner(event, "Riverside Council", PartnerKind.COUNCIL, PartnerRole.CONVENOR)

    second = make_pack(event, tmp_path)

    assert (first.name.count("-r1."), second.name.count("-r2.")) == (1, 1)
