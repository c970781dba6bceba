"""The first page of the report: which event it was, in short, and what it could change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facilitator.core.keys import Source
from facilitator.core.meeting import Openness
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.programme import PromiseLevel
from facilitator.document.content import Block, Bullets, Fact, Facts, Own, Paragraph, Quotation, Section, Tone, Words
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.adopted import adopted
from facilitator.report.days import day_in_words
from facilitator.report.headlines import headline
from facilitator.report.plain_words import NOT_RECORDED, ORGANISERS_WORDS
from facilitator.report.trimming import cut
from facilitator.report.who_came import attended_in_words
from facilitator.words.message import Message, say, say_many

_SHORT = 70  # letters of a goal
_MOST_GOALS = 6
_MOST_POINTS = 4
_PROMISES = {
    PromiseLevel.INFORM: say("People are told what is planned and why."),
    PromiseLevel.CONSULT: say("People are asked for their views before anything is decided."),
    PromiseLevel.INVOLVE: say("People work on the plans, and their views shape what is decided."),
    PromiseLevel.COLLABORATE: say("People and organisations decide together."),
    PromiseLevel.DEVOLVE: say("People decide, and organisations carry out what was decided."),
}


def opening_blocks(event: PublishedEvent) -> Iterator[Block]:
    """Yield what stands under the title; a rehearsal says first that it is one."""
    if event.rehearsal:
        rehearsed = say("This was a rehearsal. Nobody's views are in it, and its figures must not be used anywhere.")
        yield Paragraph(rehearsed, Tone.WARNING)
    yield from unread_blocks(event)
    yield Paragraph(say("What people were asked, what they said and what was decided."), Tone.LEAD)
    yield Facts(tuple(_facts(event)))


def unread_blocks(event: PublishedEvent) -> Iterator[Block]:
    """Yield what waits for a person to read it, in one line each; nothing where all is read."""
    if notes := event.unread.notes:
        yield Paragraph(
            say_many(
                "{count} note has not been read by a person yet and is left out.",
                "{count} notes have not been read by a person yet and are left out.",
                count=notes,
            ),
            Tone.WARNING,
        )
    if words := event.unread.words:
        yield Paragraph(
            say_many(
                "In {count} place words are left out until a person has read them.",
                "In {count} places words are left out until a person has read them.",
                count=words,
            ),
            Tone.WARNING,
        )


def _facts(event: PublishedEvent) -> Iterator[Fact]:
    details = event.details
    yield Fact(say("Date"), day_in_words(details.held_on))
    yield Fact(say("Place"), Own(details.place) if details.place else NOT_RECORDED)
    if details.area:
        yield Fact(say("Area"), Own(details.area))
    if details.convenor:
        yield Fact(say("Held by"), Own(details.convenor))
    if event.meeting.openness is not Openness.UNKNOWN:
        is_open = event.meeting.openness is Openness.OPEN
        yield Fact(say("Open to everybody"), say("yes") if is_open else say("no, see “How it was run”"))
    yield Fact(say("People who came"), attended_in_words(event.who_came))


def summary_section(event: PublishedEvent) -> Section:
    """Return the event in a few lines: what was decided and said, then the counts."""
    decided = tuple(_decided(event))
    substance = (*((Bullets(decided),) if decided else ()), *_points(event))
    named = (Paragraph(say("In numbers:")),) if substance else ()
    return Section(say("In short"), (*substance, *named, Bullets(tuple(_counts(event)))))


def _decided(event: PublishedEvent) -> Iterator[Message]:
    goals = adopted(event)
    if goals:
        named = "; ".join(f"“{cut(goal.words, _SHORT).rstrip('.')}”" for goal in goals[:_MOST_GOALS])
        told = say_many(
            "{count} goal adopted: {goals}", "{count} goals adopted: {goals}", count=len(goals), goals=named
        )
        more = len(goals) - _MOST_GOALS
        yield say("{told}; and {more} more.", told=told, more=more) if more > 0 else say("{told}.", told=told)
    if event.carried is not None:
        yield say("Carried forward: {areas}.", areas="; ".join(headline(text) for _, text in event.carried.areas))


def _points(event: PublishedEvent) -> Iterator[Block]:
    """Yield the first main points, a minority view among them where there is one."""
    few = [point for point in event.main_points if point.minority][:1]
    others = [point for point in event.main_points if not point.minority][: _MOST_POINTS - len(few)]
    if few or others:
        minority = (say("A minority view: {text}", text=point.text) for point in few)
        is_all = len(few) + len(others) == len(event.main_points)
        yield Paragraph(say("The main points:") if is_all else say("Main points, some of them:"))
        yield Bullets((*(Own(point.text) for point in others), *minority))


def _counts(event: PublishedEvent) -> Iterator[Words]:
    asked = event.closed_results
    yield say_many("{count} question was put to the room.", "{count} questions were put to the room.", count=len(asked))
    if provisional := sum(result.provisional for result in asked):
        yield say_many(
            "{count} result is provisional: its paper ballots are not read yet.",
            "{count} results are provisional: their paper ballots are not read yet.",
            count=provisional,
        )
    yield from _settled(event)
    yield from _said(event)


def _settled(event: PublishedEvent) -> Iterator[Message]:
    kinds = Counter(outcome.kind for outcome in event.outcomes)
    if adopted := kinds[OutcomeKind.ADOPTED]:
        yield say_many("{count} statement was adopted.", "{count} statements were adopted.", count=adopted)
    if changed := kinds[OutcomeKind.CHANGED]:
        yield say_many(
            "{count} statement was adopted in other words.", "{count} statements were adopted in other words.",
            count=changed,
        )  # fmt: skip
    if left := kinds[OutcomeKind.LEFT]:
        yield say_many("{count} statement was not adopted.", "{count} statements were not adopted.", count=left)


def _said(event: PublishedEvent) -> Iterator[Message]:
    notes = len(event.notes)
    if event.unread.notes:
        yield say_many("{count} note is in this report.", "{count} notes are in this report.", count=notes)
    else:
        yield say_many("{count} note was written down.", "{count} notes were written down.", count=notes)
    if points := len(event.main_points):
        few = sum(point.minority for point in event.main_points)
        told = say_many("{count} main point was put together", "{count} main points were put together", count=points)
        if few:
            told = say_many(
                "{told}, {count} of them a minority view", "{told}, {count} of them minority views",
                told=told, count=few,
            )  # fmt: skip
        yield say("{told}.", told=told)


def promise_section(event: PublishedEvent) -> Section:
    """Return why the conversation was held: what it can change, and what is given."""
    programme = event.programme
    blocks: list[Block] = []
    if programme.promise_wording is not None:
        wording = programme.promise_wording
        own = Own(wording.text, programme.language)
        blocks.append(Quotation(own, ORGANISERS_WORDS) if wording.source is Source.ORGANISER else Paragraph(own))
    if programme.promise is not None:
        blocks.append(Paragraph(_PROMISES[programme.promise], Tone.QUIET))
    if not blocks:
        blocks.append(Paragraph(say("What this could change is not recorded.")))
    if programme.givens:
        blocks.append(Paragraph(say("What could not be changed here:")))
        blocks.append(Bullets(tuple(Own(given.text, programme.language) for given in programme.givens)))
    return Section(say("Why it was held: what this could change"), tuple(blocks))
