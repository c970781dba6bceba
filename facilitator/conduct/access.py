"""Access: which means were asked for, which were provided, and which worked; what nobody told is not known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.noting import refuse_unfit_line
from facilitator.core.keys import EntryId
from facilitator.errors import Refused
from facilitator.programme.afterwards import LONGEST_MEANS
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import Reading
from facilitator.store.rows import AccessProvisionRow
from facilitator.words.message import say


class Told(StrEnum):
    """What is known of a means of access; UNKNOWN is that nobody told."""

    UNKNOWN = ""
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Access:
    """One means of access, such as a hearing loop: whether it was asked for, was provided, and worked."""

    what: str
    asked: Told = Told.UNKNOWN
    provided: Told = Told.UNKNOWN
    worked: Told = Told.UNKNOWN

    @property
    def is_told(self) -> bool:
        """Whether anything is known of it."""
        return any((self.asked, self.provided, self.worked))


def record_access(
    event: Event,
    what: str,
    *,
    asked: Told = Told.UNKNOWN,
    provided: Told = Told.UNKNOWN,
    worked: Told = Told.UNKNOWN,
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> None:
    """Record what is known of a means of access; the newest record of each holds.

    Raises `Refused` without a name, and where something worked that was not provided.
    """
    name = " ".join(what.split())
    _refuse_unusable(what, name)
    if provided is Told.NO and worked in (Told.YES, Told.PARTLY):
        raise Refused(
            say("“{what}” cannot have worked: it was not provided.", what=name), say("Change one of the two answers.")
        )

    def rule(moment: Moment) -> Decision[None]:
        spelt = _as_spelt(event, moment, name)
        row = AccessProvisionRow(moment.new_id(), moment.entry, spelt, asked, provided, worked, withdrawn=False)
        return Decision(None, Said("record access", spelt, by), [row])

    event.decide(rule, entry_id)


def withdraw_access(event: Event, what: str, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Take a means of access from the list; one that the programme names stays on it, with nothing known."""

    def rule(moment: Moment) -> Decision[None]:
        alike = (row for row in moment.access_provisions() if _key(row.what) == _key(what))
        last = next(alike, None)
        if last is None:
            raise Refused(say("There is no such means of access."), say("Look for it in the list."))
        row = last._replace(id=moment.new_id(), entry=moment.entry, withdrawn=True)
        return Decision(None, Said("withdraw access", last.what, by), [row])

    event.decide(rule, entry_id)


def access_list(event: Event) -> tuple[Access, ...]:
    """Return the means of access of the programme, then the others, as they stand; of some nothing may be known."""
    told = access_now(event.store.reading)
    mine = {_key(one.what): one for one in told}
    named = [wording.text for wording in event.programme.access]
    others = [one for one in told if _key(one.what) not in {_key(what) for what in named}]
    return (*(mine.get(_key(what), Access(what)) for what in named), *others)


def access_now(reading: Reading) -> tuple[Access, ...]:
    """Return the means of access of which something was recorded, in the order they were first named."""
    return tuple(
        Access(row.what, Told(row.asked), Told(row.provided), Told(row.worked)) for row in reading.access_provisions()
    )


def _as_spelt(event: Event, reading: Reading, name: str) -> str:
    """Return the name in the spelling it has already, so that a capital makes no second one."""
    known = [*(wording.text for wording in event.programme.access), *(row.what for row in reading.access_provisions())]
    return next((" ".join(what.split()) for what in known if _key(what) == _key(name)), name)


def _key(what: str) -> str:
    return " ".join(what.split()).casefold()


def _refuse_unusable(what: str, name: str) -> None:
    if not name:
        raise Refused(say("The means of access has no name."), say("Write what it is, such as a hearing loop."))
    refuse_unfit_line(what, LONGEST_MEANS)
