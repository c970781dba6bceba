"""The same-day sheet: one or two pages in people's hands before they leave, cut to fit by what matters least."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from facilitator.core.notes import NoteKind
from facilitator.document.content import Block, Bullets, Document, Own, Paragraph, Section, Tone, Words
from facilitator.document.pdf import LaidOut, Measured, laid_out
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.adopted import adopted, adopted_section
from facilitator.report.days import day_in_words
from facilitator.report.event_report import REHEARSAL
from facilitator.report.headlines import headline
from facilitator.report.next_steps import next_step_blocks
from facilitator.report.opening import unread_blocks
from facilitator.report.owed import said_of_kind
from facilitator.report.plain_words import by_when_in_words, more_in_the_report
from facilitator.report.said import Saying, sayings
from facilitator.report.trimming import MARK, cut, trimmed
from facilitator.report.vote_tables import VoteLine, ranking_in_words, vote_blocks
from facilitator.report.who_came import attended_in_words
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator

MOST_PAGES = 2
_COMMITMENTS_FOR_ONE = 2  # offer or question, where there is little room: somebody has to keep them


@dataclass(frozen=True, slots=True)
class Detail:
    """How much the sheet tells: how long a text may be, how many lines each part has, and with percentages or not."""

    characters: int
    votes: int
    points: int
    owed: int
    shares: bool = False


_OWED = {
    NoteKind.COMMITMENT: say("Commitments"),
    NoteKind.OFFER: say("Offers"),
    NoteKind.QUESTION: say("Questions that are owed an answer"),
}
_FULLEST_FIRST = (
    Detail(600, 24, 8, 12, True), Detail(240, 24, 7, 3, True), Detail(240, 24, 7, 3), Detail(240, 20, 6, 1),
    Detail(240, 8, 5, 1), Detail(120, 6, 4, 1), Detail(60, 4, 4, 1), Detail(24, 2, 2, 0),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sheet of one detail is made of; what was said comes of whole texts, so that none merge when cut."""

    event: PublishedEvent
    said: Mapping[NoteKind, tuple[Saying, ...]]
    minority: tuple[str, ...]
    notes: int
    detail: Detail

    def cut(self, text: str) -> str:
        """Return a text as long as there is room for."""
        return cut(text, self.detail.characters)


def same_day_sheet(event: PublishedEvent, words: Translator) -> Document:
    """Return the sheet with as much detail as goes on two pages in the language of `words`."""
    return fitted_sheet(event, words).document


def fitted_sheet(event: PublishedEvent, words: Translator) -> LaidOut:
    """Return the same-day sheet on its two pages at most."""
    measured = Measured()
    said = {kind: said_of_kind(event, kind) for kind in _OWED}
    views = sayings(note for note in event.notes if note.minority or note.kind is NoteKind.MINORITY_VIEW)
    minority = tuple(view.first.text for view in views[:1])
    short = replace(event, notes=())

    @cache
    def sheet(level: int) -> LaidOut:
        detail = _FULLEST_FIRST[level]
        told = trimmed(short, detail.characters)
        document = _sheet(_Told(told, said, minority, len(event.notes), detail), is_cut=told != short)
        return laid_out(document, words, measured)

    fuller, fitting = -1, len(_FULLEST_FIRST) - 1
    while fitting - fuller > 1:
        middle = (fuller + fitting) // 2
        fits = len(sheet(middle).pages) <= MOST_PAGES
        fuller, fitting = (fuller, middle) if fits else (middle, fitting)
    return sheet(fitting)


def _sheet(told: _Told, *, is_cut: bool) -> Document:
    event = told.event
    is_cut = is_cut or any(told.cut(text) != text for text in _texts_of_notes(told))
    blocks = (*_opening(event), *_parts(told, is_cut=is_cut))
    details = event.details
    author = Own(details.convenor, details.language) if details.convenor else None
    return Document(
        Own(details.title, details.language), blocks, REHEARSAL if event.rehearsal else None, author, compact=True
    )


def _texts_of_notes(told: _Told) -> Iterator[str]:
    """Yield the texts of notes that stand on the sheet."""
    yield from told.minority
    for kind, said in told.said.items():
        for saying in said[: _most(kind, told.detail)]:
            yield from (saying.first.text, saying.first.owner, saying.first.by_when)


def _most(kind: NoteKind, detail: Detail) -> int:
    return detail.owed * (_COMMITMENTS_FOR_ONE if kind is NoteKind.COMMITMENT else 1)


def _opening(event: PublishedEvent) -> Iterator[Block]:
    if event.rehearsal:
        yield Paragraph(say("This was a rehearsal: nobody's views are in it."), Tone.WARNING)
    came = attended_in_words(event.who_came)
    place = event.details.place
    day = day_in_words(event.details.held_on)
    where = say("{day}, {place}. People who came: {people}.", day=day, place=place, people=came)
    yield Paragraph(where if place else say("{day}. People who came: {people}.", day=day, people=came), Tone.LEAD)
    yield from unread_blocks(event)


def _parts(told: _Told, *, is_cut: bool) -> Iterator[Section]:
    event, detail = told.event, told.detail
    yield from adopted_section(event, most=detail.votes)
    yield from _carried(event, detail)
    yield from _main_points(told)
    # What can be parted between two pages stands before what is better kept whole.
    yield from _owed(told)
    yield from _other_votes(event, detail)
    yield from _next_steps(told, is_cut=is_cut)


def _carried(event: PublishedEvent, detail: Detail) -> Iterator[Section]:
    """Yield the areas that went forward, with the vote that chose them."""
    if event.carried is None:
        return
    areas = "; ".join(headline(text) for _, text in event.carried.areas)
    carried = Paragraph(say("The room went on to work on: {areas}.", areas=areas))
    stale = say("The vote was corrected after these areas had been carried forward.")
    votes = (vote for vote in event.closed_results if vote.key == event.carried.question)
    tables = (block for vote in votes for block in _ranking(VoteLine(vote.text, vote), detail))
    warned = (Paragraph(stale, Tone.WARNING),) if event.carried.stale else ()
    yield Section(say("What the room carried forward"), (carried, *warned, *tables))


def _ranking(line: VoteLine, detail: Detail) -> Iterator[Block]:
    if line.vote.figures:
        yield Paragraph(ranking_in_words(line, detail.votes))
    else:
        yield from vote_blocks([line], say("Question"))


def _other_votes(event: PublishedEvent, detail: Detail) -> Iterator[Section]:
    """Yield the votes that nothing else on the sheet told of."""
    told = {line.vote.key for line in adopted(event)} | ({event.carried.question} if event.carried else set())
    lines = [VoteLine(vote.text, vote) for vote in event.closed_results if vote.key not in told]
    here = lines[: detail.votes]
    if here:
        blocks = [*vote_blocks([line for line in here if line.fits_a_line], say("Question"), with_shares=detail.shares)]
        blocks += [block for line in here if not line.fits_a_line for block in _ranking(line, detail)]
        more = (Paragraph(words, Tone.QUIET) for words in more_in_the_report(len(lines), len(here)))
        yield Section(say("What else the room voted on"), (*blocks, *more))


def _main_points(told: _Told) -> Iterator[Section]:
    """Yield main points, and always a minority view where there is one."""
    event, detail = told.event, told.detail
    few = [point for point in event.main_points if point.minority]
    others = [point for point in event.main_points if not point.minority][: max(1, detail.points - len(few[:1]))]
    few = few[: max(1, detail.points - len(others))]
    minority = [point.text for point in few] or [told.cut(text) for text in told.minority]
    points: list[Words] = [Own(point.text) for point in others]
    points += [say("A minority view: {text}", text=text) for text in minority]
    if points:
        more = more_in_the_report(len(event.main_points), len(others) + len(few))
        yield Section(say("Main points"), (Bullets((*points, *more)),))


def _owed(told: _Told) -> Iterator[Section]:
    blocks: list[Block] = []
    for kind, said in told.said.items():
        if said:
            lines = [_with_owner(told, saying) for saying in said[: _most(kind, told.detail)]]
            blocks += _of_a_kind(_OWED[kind], lines, len(said))
    if blocks:
        yield Section(say("Promised, offered and asked"), tuple(blocks))


def _of_a_kind(heading: Message, lines: Sequence[Words], there: int) -> tuple[Block, ...]:
    if not lines:
        return (Paragraph(say("{heading}: {count}, all in the report.", heading=heading, count=there)),)
    if len(lines) == there:
        return (Paragraph(say("{heading}:", heading=heading)), Bullets(tuple(lines)))
    some = say("{heading}, {told} of {count} (all are in the report):", heading=heading, told=len(lines), count=there)
    return (Paragraph(some), Bullets(tuple(lines)))


def _with_owner(told: _Told, saying: Saying) -> Words:
    note = saying.first
    text, owner, by_when = told.cut(note.text), told.cut(note.owner), told.cut(note.by_when)
    day = by_when_in_words(by_when)
    when = day.text if isinstance(day, Own) else day
    if owner and by_when:
        return say("{text} (who: {owner}; by when: {day})", text=text, owner=owner, day=when)
    if owner:
        return say("{text} (who: {owner})", text=text, owner=owner)
    return say("{text} (by when: {day})", text=text, day=when) if by_when else Own(text, note.language)


def _next_steps(told: _Told, *, is_cut: bool) -> Iterator[Section]:
    event = told.event
    first = replace(event, next_steps=event.next_steps[: told.detail.votes])
    more = (Paragraph(words) for words in more_in_the_report(len(event.next_steps), len(first.next_steps)))
    yield Section(say("What happens next"), (*next_step_blocks(first), *more, *_where(told, is_cut=is_cut)))


def _where(told: _Told, *, is_cut: bool) -> Iterator[Paragraph]:
    convenor = told.event.details.convenor
    ask = say("Ask {convenor} for it.", convenor=convenor) if convenor else say("Ask those who invited you for it.")
    notes = say_many("{count} note", "{count} notes", count=told.notes)
    whole = say("The full report has {notes}. {ask}", notes=notes, ask=ask)
    if not told.notes:
        whole = say("There is a full report. {ask}", ask=ask)
    if is_cut:
        whole = say("{told} What ends in {mark} here is whole there.", told=whole, mark=MARK.strip())
    yield Paragraph(whole)
    limits = say("People chose to come: this is not a sample of everyone, and not a referendum.")
    yield Paragraph(limits, Tone.QUIET)
