"""What kind of meeting an event is: open or closed, for whom, and who takes part in holding it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.words.message import Message, say


class Openness(StrEnum):
    """Whether anybody may come; UNKNOWN is that nobody said."""

    UNKNOWN = ""
    OPEN = "open"
    CLOSED = "closed"


class Profile(StrEnum):
    """For whom the meeting is; UNDER_16 is a group of children, with rules of its own."""

    USUAL = ""
    UNDER_16 = "under-16"


class PartnerKind(StrEnum):
    """What kind of organisation a partner is."""

    COUNCIL = "council"
    NHS = "nhs"
    COMMUNITY = "community"
    PROVIDER = "provider"
    OTHER = "other"

    @property
    def told(self) -> Message:
        """The kind as people read it."""
        return _KINDS[self]


class PartnerRole(StrEnum):
    """What an organisation does in the event."""

    CONVENOR = "convenor"
    PARTNER = "partner"
    HOST = "host"
    OBSERVER = "observer"

    @property
    def told(self) -> Message:
        """The role as people read it."""
        return _ROLES[self]


@dataclass(frozen=True, slots=True)
class Meeting:
    """What was said of the meeting; a closed one has a reason."""

    openness: Openness = Openness.UNKNOWN
    reason: str = ""
    profile: Profile = Profile.USUAL


_KINDS = {
    PartnerKind.COUNCIL: say("Council"),
    PartnerKind.NHS: say("NHS body"),
    PartnerKind.COMMUNITY: say("Voluntary or community group"),
    PartnerKind.PROVIDER: say("Provider of care or services"),
    PartnerKind.OTHER: say("Other organisation"),
}
_ROLES = {
    PartnerRole.CONVENOR: say("Convenor"),
    PartnerRole.PARTNER: say("Partner"),
    PartnerRole.HOST: say("Host"),
    PartnerRole.OBSERVER: say("Observer"),
}


def what_under_16_changes() -> tuple[Message, ...]:
    """Return in plain sentences what the profile for children changes, for the window where it is chosen."""
    return (
        say("The equality form does not ask for an age: everybody is under 16, and the report says so."),
        say("Nothing is published as somebody’s exact words: a quotation becomes a note in plain words."),
        say("The list of duties asks for the consent of parents, and for two adults who are always in sight."),
        say("Nobody is photographed without the consent of a parent."),
        say("Whoever votes with help does so where a second adult sees both."),
    )
