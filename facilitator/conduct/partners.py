"""Partners: the organisations that take part, what kind each of them is, and its role; every edition is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.noting import refuse_unfit_line
from facilitator.core.keys import EntryId
from facilitator.core.meeting import PartnerKind as PartnerKind
from facilitator.core.meeting import PartnerRole as PartnerRole
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import Reading
from facilitator.store.rows import PartnerRow
from facilitator.words.message import say

PartnerId = NewType("PartnerId", bytes)

LONGEST_PARTNER = 200  # characters


@dataclass(frozen=True, slots=True)
class Partner:
    """One organisation as it stands."""

    id: PartnerId
    name: str
    kind: PartnerKind
    role: PartnerRole


def partners_now(event: Event) -> tuple[Partner, ...]:
    """Return the partners in the order in which they were added."""
    return partners_in(event.store.reading)


def partners_in(reading: Reading) -> tuple[Partner, ...]:
    """Return the partners as they stand."""
    return tuple(
        Partner(PartnerId(row.partner), row.name, PartnerKind(row.kind), PartnerRole(row.role))
        for row in reading.partners()
    )


def add_partner(
    event: Event, name: str, kind: PartnerKind, role: PartnerRole, *, by: str = LEAD, entry_id: EntryId | None = None
) -> PartnerId:
    """Add an organisation at the end and return its id; the same `entry_id` again is one partner.

    Raises `Refused` without a name, for one that is on the list, and for a name that is no line of 200 characters.
    """
    entry_id = entry_id or EntryId(event.random_bytes(16))
    words, new_id = _one_line(name), PartnerId(entry_id)

    def rule(moment: Moment) -> Decision[None]:
        standing = moment.partners()
        _refuse_twice(standing, words, new_id)
        place = standing[-1].position + 1 if standing else 1.0
        row = PartnerRow(moment.new_id(), moment.entry, new_id, 1, place, words, kind, role, withdrawn=False)
        return Decision(None, Said("add partner", words, by), [row])

    event.decide(rule, entry_id)
    return new_id


def change_partner(
    event: Event,
    partner: PartnerId,
    name: str,
    kind: PartnerKind,
    role: PartnerRole,
    *,
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> None:
    """Store a new edition of a partner; the same again leaves no trace. Raises `Refused` as `add_partner` does."""
    words = _one_line(name)

    def rule(moment: Moment) -> Decision[None]:
        last = _standing(moment, partner)
        _refuse_twice(moment.partners(), words, partner)
        row = last._replace(name=words, kind=kind, role=role)
        return Decision(None) if row == last else _edition(moment, row, "change partner", by)

    event.decide(rule, entry_id)


def remove_partner(event: Event, partner: PartnerId, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Take a partner from the list; the file keeps who it was until that is forgotten."""

    def rule(moment: Moment) -> Decision[None]:
        return _edition(moment, _standing(moment, partner)._replace(withdrawn=True), "remove partner", by)

    event.decide(rule, entry_id)


def bring_back_partner(event: Event, partner: PartnerId, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Undo the removal of a partner; it stands where it stood."""

    def rule(moment: Moment) -> Decision[None]:
        last = _last(moment, partner)
        if not last.withdrawn:
            raise Refused(say("This partner is on the list."), say("Nothing more to do."))
        _refuse_twice(moment.partners(), last.name, partner)
        return _edition(moment, last._replace(withdrawn=False), "bring back partner", by)

    event.decide(rule, entry_id)


def _edition(moment: Moment, row: PartnerRow, verb: str, by: str) -> Decision[None]:
    row = row._replace(id=moment.new_id(), entry=moment.entry, edition=row.edition + 1)
    return Decision(None, Said(verb, row.name, by), [row])


def _one_line(name: str) -> str:
    words = name.strip()
    if not words:
        raise Refused(say("The partner has no name."), say("Write the name of the organisation, not of a person."))
    refuse_unfit_line(words, LONGEST_PARTNER)
    return " ".join(words.split())


def _refuse_twice(standing: list[PartnerRow], name: str, partner: PartnerId) -> None:
    if any(one.name.casefold() == name.casefold() and one.partner != partner for one in standing):
        raise Refused(say("“{partner}” is on the list already.", partner=name), say("Change the one that is there."))


def _standing(reading: Reading, partner: PartnerId) -> PartnerRow:
    last = _last(reading, partner)
    if last.withdrawn:
        raise Refused(say("This partner was taken from the list."), say("Bring it back, or add it again."))
    return last


def _last(reading: Reading, partner: PartnerId) -> PartnerRow:
    editions = reading.partner_editions(partner)
    if not editions:
        raise Refused(say("There is no such partner."), say("Look for it in the list of partners."))
    return editions[-1]
