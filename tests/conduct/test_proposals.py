"""Proposed areas that do not stand on the list are kept as notes."""

from __future__ import annotations

import pytest

from facilitator.conduct.noting import NoteKind
from facilitator.conduct.proposals import merge_proposal, park_proposal
from facilitator.conduct.record import event_record
from facilitator.errors import Refused


def test_situation_14_a_proposal_is_parked_in_its_own_words(default_event):
    park_proposal(default_event, "missing-area", " Parks with shade ")

    note = event_record(default_event).notes[0]
    assert (note.text, note.kind, note.activity) == ("Parks with shade", NoteKind.PARKED, "missing-area")


def test_a_merged_proposal_says_where_it_went(default_event):
    merge_proposal(default_event, "missing-area", "areas", "Tea mornings", "a1")

    note = event_record(default_event).notes[0]
    assert note.text.startswith("Tea mornings (merged into “Staying well and connected")
    assert (note.kind, note.about) == (NoteKind.WORDING_CHANGE, "a1")


def test_a_proposal_is_merged_into_an_area_of_the_list(default_event):
    with pytest.raises(Refused, match="no such area"):
        merge_proposal(default_event, "missing-area", "areas", "Tea mornings", "a9")


def test_a_proposal_has_words(default_event):
    with pytest.raises(Refused, match="no words"):
        merge_proposal(default_event, "missing-area", "areas", " ", "a1")
    with pytest.raises(Refused, match="note is empty"):
        park_proposal(default_event, "missing-area", " ")
