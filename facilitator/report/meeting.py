"""The meeting in the report: who could come, which organisations took part, and what the organiser saw to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.core.duties import NOT_LEGAL_ADVICE, DutyState
from facilitator.core.meeting import Openness, Profile
from facilitator.document.content import Block, Bullets, Column, Own, Paragraph, Section, Table, Tone
from facilitator.gate.published_event import PublishedDuty, PublishedEvent
from facilitator.report.plain_words import why_in_words
from facilitator.words.message import Message, say, say_many


def who_could_come(event: PublishedEvent) -> Message:
    """Return whether anybody could come, and why not; what nobody said is not known (T28)."""
    meeting = event.meeting
    told = {
        Openness.UNKNOWN: say("Whether anybody could come is not recorded."),
        Openness.OPEN: say("The meeting was open: anybody could come."),
        Openness.CLOSED: say("The meeting was closed: not everybody could come."),
    }[meeting.openness]
    return say("{told} {why}", told=told, why=why_in_words(meeting.reason)) if meeting.reason else told


def for_whom(event: PublishedEvent) -> Iterator[Message]:
    """Yield that this was a group of children, and what follows for the report."""
    if event.meeting.profile is Profile.UNDER_16:
        yield say(
            "It was held with people under 16, so nobody was asked for an age. Nothing here is given as exact words of "
            "a child."
        )


def partner_sections(event: PublishedEvent) -> Iterator[Section]:
    """Yield the organisations that took part, with their roles; nothing where none was named."""
    if event.meeting.partners:
        columns = (Column(say("Organisation")), Column(say("Kind")), Column(say("Role")))
        rows = tuple((Own(one.name), one.kind.told, one.role.told) for one in event.meeting.partners)
        table = Table(say("Organisations that took part, and what they did"), columns, rows)
        yield Section(say("Who held it, and with whom"), (table,))


def duty_sections(event: PublishedEvent) -> Iterator[Section]:
    """Yield what the organiser says was seen to; what nobody said is told as that, never as not done."""
    blocks = tuple(_duty_blocks(event.meeting.duties))
    if blocks:
        yield Section(say("What the organiser saw to"), (*blocks, Paragraph(NOT_LEGAL_ADVICE, Tone.QUIET)))


def _duty_blocks(duties: Sequence[PublishedDuty]) -> Iterator[Block]:
    done = [duty for duty in duties if duty.state is DutyState.DONE]
    not_needed = [duty for duty in duties if duty.state is DutyState.NOT_NEEDED]
    if done:
        yield Bullets(tuple(_with_remark(duty.seen_to, duty.remark) for duty in done))
    if not_needed:
        yield Paragraph(say("Not needed here, in the organiser’s view:"))
        yield Bullets(tuple(_with_remark(duty.text, duty.remark) for duty in not_needed))
    left = len(duties) - len(done) - len(not_needed)
    if left and (done or not_needed):
        yield Paragraph(
            say_many(
                "Of {count} other thing on the organiser’s list nothing is recorded.",
                "Of {count} other things on the organiser’s list nothing is recorded.",
                count=left,
            )
        )


def _with_remark(told: Message, remark: str) -> Message:
    return say("{told} In the organiser’s words: {remark}", told=told, remark=remark) if remark else told
