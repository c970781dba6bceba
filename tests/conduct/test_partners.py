"""Partners: who takes part in what role; every edition is kept."""

from __future__ import annotations

import pytest

from facilitator.conduct.meeting import (
    PartnerId,
    PartnerKind,
    PartnerRole,
    add_partner,
    bring_back_partner,
    change_partner,
    partners_now,
    remove_partner,
)
from facilitator.core.keys import EntryId
from facilitator.errors import Refused
from tests.conduct.steps import changes, verbs

AGE_UK = ("Age UK Riverside", PartnerKind.COMMUNITY, PartnerRole.PARTNER)
COUNCIL = ("Riverside Council", PartnerKind.COUNCIL, PartnerRole.CONVENOR)


def listed(event):
    """Return the partners without their ids."""
    return [(one.name, one.kind, one.role) for one in partners_now(event)]


def test_partners_stand_in_the_order_in_which_they_were_added(default_event):
    add_partner(default_event, *COUNCIL)
    add_partner(default_event, *AGE_UK)

    assert listed(default_event) == [COUNCIL, AGE_UK]


def test_the_same_entry_again_is_one_partner(default_event):
    entry = EntryId(b"sixteen bytes id")

    ids = {add_partner(default_event, *COUNCIL, entry_id=entry) for _ in range(2)}

    assert (len(ids), listed(default_event)) == (1, [COUNCIL])


def test_a_change_is_a_new_edition_at_the_same_place(default_event):
    first = add_partner(default_event, *COUNCIL)
    add_partner(default_event, *AGE_UK)

    change_partner(default_event, first, "Riverside Borough Council", PartnerKind.COUNCIL, PartnerRole.HOST)
    change_partner(default_event, first, "Riverside Borough Council", PartnerKind.COUNCIL, PartnerRole.HOST)

    assert [name for name, _, _ in listed(default_event)] == ["Riverside Borough Council", "Age UK Riverside"]
    assert [row.name for row in default_event.store.reading.partner_editions(first)] == [
        "Riverside Council",
        "Riverside Borough Council",
    ]
    assert verbs(default_event)[1:] == ["add partner", "add partner", "change partner"]


def test_who_was_taken_away_comes_back_to_its_place(default_event):
    first = add_partner(default_event, *COUNCIL)
    add_partner(default_event, *AGE_UK)
    remove_partner(default_event, first)
    assert listed(default_event) == [AGE_UK]

    bring_back_partner(default_event, first)

    assert listed(default_event) == [COUNCIL, AGE_UK]
    assert [change.about for change in changes(default_event)][-1] == "Riverside Council"


@pytest.mark.parametrize("name", ["", "  ", "two\nlines", "turned \u202e round", "x" * 201])
def test_a_name_is_one_line_that_can_be_seen(default_event, name):
    with pytest.raises(Refused):
        add_partner(default_event, name, PartnerKind.OTHER, PartnerRole.PARTNER)

    assert listed(default_event) == []


def test_one_organisation_stands_once_however_it_is_spelt(default_event):
    first = add_partner(default_event, *COUNCIL)
    other = add_partner(default_event, *AGE_UK)

    with pytest.raises(Refused, match="on the list already"):
        add_partner(default_event, "RIVERSIDE  council", PartnerKind.OTHER, PartnerRole.HOST)
    with pytest.raises(Refused, match="on the list already"):
        change_partner(default_event, other, "riverside council", PartnerKind.OTHER, PartnerRole.HOST)
    remove_partner(default_event, first)
    add_partner(default_event, *COUNCIL)
    with pytest.raises(Refused, match="on the list already"):
        bring_back_partner(default_event, first)


def test_what_is_not_there_is_refused(default_event):
    first = add_partner(default_event, *COUNCIL)
    remove_partner(default_event, first)

    with pytest.raises(Refused, match="taken from the list"):
        change_partner(default_event, first, *AGE_UK)
    with pytest.raises(Refused, match="no such partner"):
        remove_partner(default_event, PartnerId(b"another of 16 b."))
    bring_back_partner(default_event, first)
    with pytest.raises(Refused, match="is on the list"):
        bring_back_partner(default_event, first)


def test_kinds_and_roles_have_words():
    words = [str(one.told) for one in (*PartnerKind, *PartnerRole)]

    assert len(set(words)) == len(words)
    assert all(words)
