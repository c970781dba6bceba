"""The duties of an organiser: what to see to before people come, and why; a help to remember, never legal advice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.core.meeting import Profile
from facilitator.words.message import Message, say

NOT_LEGAL_ADVICE = say("The list of duties is a help to remember. It is not legal advice.")


class DutyState(StrEnum):
    """Where the organiser stands with a duty; OPEN is that nobody said."""

    OPEN = ""
    DONE = "done"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class ListedDuty:
    """One duty of the list: what is to be done, and why; `seen_to` says it once it is done."""

    key: str
    text: Message
    why: Message
    seen_to: Message
    profile: Profile | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty as it stands; one that is not needed says why in `remark`."""

    key: str
    text: Message
    why: Message
    state: DutyState = DutyState.OPEN
    remark: str = ""


def listed_duties(profile: Profile) -> tuple[ListedDuty, ...]:
    """Return the duties for a meeting of this profile, in the order in which they are seen to."""
    return tuple(duty for duty in _DUTIES if duty.profile in (None, profile))


_DUTIES = (
    ListedDuty(
        "public-meeting",
        say("Find out whether the meeting must be open to everybody."),
        say("Some councils’ meetings must be public, and people may be kept out only where the law allows it."),
        say("Whether the meeting must be open to everybody was looked into."),
    ),
    ListedDuty(
        "decision-maker",
        say("Have somebody in the room who can act on the outcome, or who has agreed to answer it."),
        say("People give an evening for it: they want to say it to somebody who can change something."),
        say("Somebody who can act on the outcome was to be in the room, or agreed to answer it."),
    ),
    ListedDuty(
        "oversight",
        say("Tell the health scrutiny committee and the health and wellbeing board, where you have them."),
        say("They watch over changes to local services, and are to hear early what people are asked."),
        say("The bodies that watch over local services were told of the event."),
    ),
    ListedDuty(
        "evidence-balanced",
        say("Let somebody who sees it differently read the evidence first."),
        say("People can weigh only what they are told, and one-sided evidence makes the outcome worth little."),
        say("The evidence was read beforehand by somebody who sees it differently."),
    ),
    ListedDuty(
        "equality",
        say("Think through who finds it hardest to come, and what would help them."),
        say("Public bodies must give thought to equality; this is how you can show later that you did."),
        say("It was thought through who finds it hardest to come, and what would help them."),
    ),
    ListedDuty(
        "access-asked",
        say("Ask people beforehand what they need in order to take part."),
        say("An interpreter or a hearing loop that nobody asked for in time is not there on the day."),
        say("People were asked beforehand what they needed in order to take part."),
    ),
    ListedDuty(
        "privacy-notice",
        say("Put up the privacy notice, and lay it on the tables."),
        say("People have a right to know what is written down, who keeps it and for how long."),
        say("The privacy notice was put up where people could read it."),
    ),
    ListedDuty(
        "photo-consent",
        say("Ask before anybody is photographed or filmed, and leave out those who say no."),
        say("A picture tells who was there; some people come only because nobody will know."),
        say("People were to be asked before anybody was photographed or filmed."),
        Profile.USUAL,
    ),
    ListedDuty(
        "parents-photo-consent",
        say("Take no pictures, unless a parent has agreed in writing."),
        say("A picture of a child stays for good, and a child cannot agree to that alone."),
        say("No pictures were to be taken unless a parent had agreed in writing."),
        Profile.UNDER_16,
    ),
    ListedDuty(
        "parental-consent",
        say("Have the consent of a parent for everybody under 16."),
        say("What children say about health and care is private; their parents agree to their being asked."),
        say("The consent of a parent was asked for everybody under 16."),
        Profile.UNDER_16,
    ),
    ListedDuty(
        "two-adults",
        say("Have two checked adults in sight at all times; nobody is alone with a child."),
        say("It keeps the children safe, and the adults too. It holds for voting with help as well."),
        say("Two checked adults were to be in sight at all times."),
        Profile.UNDER_16,
    ),
    ListedDuty(
        "safeguarding-lead",
        say("Name a safeguarding lead, and tell everybody who helps how to reach them."),
        say("When somebody tells of harm, there is no time to look for a number."),
        say("A safeguarding lead was named, and those who helped knew how to reach them."),
    ),
    ListedDuty(
        "helpers-told",
        say("Take everybody who helps through their part: note-takers, table hosts, people at the door."),
        say("A note that changes what was said, or a count done in two ways, cannot be mended afterwards."),
        say("Everybody who helped was taken through their part."),
    ),
    ListedDuty(
        "fire-exits",
        say("Find the ways out, and tell people where they are when you welcome them."),
        say("In a strange room people go out the way they came in, even when it is blocked."),
        say("The ways out were to be told at the welcome."),
    ),
    ListedDuty(
        "first-aid",
        say("Know who gives first aid, and where the kit is."),
        say("Many who come to talk about health are not well."),
        say("It was known who gives first aid."),
    ),
    ListedDuty(
        "practice-vote",
        say("Try the practice vote in the room, with the people who count."),
        say("It shows a dead keypad or a table that nobody counts before it costs anybody their vote."),
        say("The practice vote was tried in the room beforehand."),
    ),
)
