"""The page of the venue check: which channels to use today, what to do first, and what was looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from facilitator.document.content import (
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Own,
    Section,
    Table,
)
from facilitator.document.pdf import Measured
from facilitator.kit.one_page import on_one_page
from facilitator.venue.channels import ChannelToday, Usable
from facilitator.venue.findings import STANDING_WORDS, SUBJECT_NAMES, Finding, Standing
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator

_TO_DO = (Standing.FIRST, Standing.LOOK)


@dataclass(frozen=True, slots=True)
class CheckedVenue:
    """A venue check that is done: of which event, when, and what came of it."""

    title: str
    place_and_date: str
    checked_at: str
    findings: tuple[Finding, ...]
    channels: tuple[ChannelToday, ...]
    rehearsal: bool = False


def venue_page_pdf(venue: CheckedVenue, words: Translator) -> bytes:
    """Return the page as a PDF file; what is good is left out where it would need a second page."""
    wanted = [one for one in venue.findings if one.standing is not Standing.GOOD]
    return on_one_page((venue_page(venue), venue_page(replace(venue, findings=tuple(wanted)))), words, Measured())


def venue_page(venue: CheckedVenue) -> Document:
    """Return the page as a document."""
    mark = say("Rehearsal: pretend people, not a real result") if venue.rehearsal else None
    return Document(say("Use these channels today"), tuple(_blocks(venue)), mark, compact=True)


def _blocks(venue: CheckedVenue) -> Iterator[Block]:
    yield Facts((
        Fact(say("Event"), Own(venue.title)),
        Fact(say("Where and when"), Own(venue.place_and_date)),
        Fact(say("Checked"), Own(venue.checked_at)),
    ))  # fmt: skip
    yield _channels(say("Use today"), venue.channels, Usable.TODAY)
    if any(one.usable is not Usable.TODAY for one in venue.channels):
        yield _channels(say("Do not plan on these"), venue.channels, Usable.NOT_TODAY, Usable.LATER)
    wanted = sorted(
        (one for one in venue.findings if one.standing in _TO_DO), key=lambda one: _TO_DO.index(one.standing)
    )
    if wanted:
        yield Section(say("Before people come"), (_table(say("What wants a hand or a look"), wanted),))
    good = [one for one in venue.findings if one.standing is Standing.GOOD]
    if good:
        yield Section(say("What is good"), (_table(say("What was looked at and is as it should be"), good),))


def _channels(heading: Message, channels: Sequence[ChannelToday], *usable: Usable) -> Section:
    facts = tuple(Fact(one.name, one.how) for one in channels if one.usable in usable)
    return Section(heading, (Facts(facts),))


def _table(caption: Message, findings: Sequence[Finding]) -> Table:
    columns = (
        Column(say("What"), unbroken=True),
        Column(say("How it stands"), unbroken=True),
        Column(say("Found, and what to do")),
    )
    rows = tuple((SUBJECT_NAMES[one.subject], STANDING_WORDS[one.standing], _told(one)) for one in findings)
    return Table(caption, columns, rows)


def _told(finding: Finding) -> Message:
    if finding.advice is None:
        return finding.told
    return say("{told} {advice}", told=finding.told, advice=finding.advice)
