"""Reading before publishing: which words a person must read, and what they decide of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.noting import NoteId, NoteKind, reworded, withdraw_note
from facilitator.conduct.playing_back import LONGEST_POINT
from facilitator.conduct.printed_words import (
    FOR_THE_SAME_DAY,
    OtherWords,
    announced_words,
    other_words,
    printed_words,
)
from facilitator.conduct.record import NoteRecord, event_record
from facilitator.core.keys import EntryId
from facilitator.core.sensitive import Concern, Finding, concern_of, findings, redacted
from facilitator.core.wording import words_digest
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.rows import MainPointRow, NoteRow, Row, WordsReadRow
from facilitator.words.message import Message, say

REMOVED = "removed before publishing"  # stays in the file alone; no report prints why a note was withdrawn
_PERSONAL = frozenset({NoteKind.STORY, NoteKind.QUOTE})


@dataclass(frozen=True, slots=True)
class ToRead:
    """Words that wait for a person; `note` is None where they are no note, and `what` then says what they are.

    `digest` is what `keep` is told. Nothing found means nothing: it is read all the same. `waits_for_the_sheet`: the
    same-day sheet prints them.
    """

    text: str
    digest: str
    findings: tuple[Finding, ...]
    concern: Concern
    note: NoteRecord | None = None
    what: Message | None = None
    waits_for_the_sheet: bool = False


def to_read(event: Event) -> tuple[ToRead, ...]:
    """Return what a person must read before it is published, in the order in which to read it.

    That is every note that stands, and every other text that somebody typed for the event and that is printed, unless
    a person let exactly these words through; of what the organiser announced, where something was found. What the
    same-day sheet prints comes first. Other words that a waiting note has too are read with it.
    """
    record = event_record(event)
    read = record.words_read
    others = [one for one in other_words(record) if words_digest(one.text) not in read]
    on_the_sheet = _digests(one.text for one in others if one.on_the_sheet)
    notes = [_note_to_read(note, on_the_sheet) for note in record.notes if words_digest(note.text) not in read]
    known = {*read, *(one.digest for one in notes)}
    announced = (one for one in announced_words(record) if findings(one.text))
    rest = {words_digest(one.text): one for one in (*announced, *others)}
    waiting = (_other_to_read(one) for digest, one in rest.items() if digest not in known)
    return tuple(sorted([*notes, *waiting], key=_order))


def suggested(text: str, *, words: Callable[[Message], str] = str) -> str:
    """Return `text` with a mark where something was found, such as [removed: phone]; a person decides."""
    return redacted(text, findings(text), words=words)


def keep(event: Event, digests: Iterable[str], *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Let words through that a person has read: many at once, as a page of them is read together.

    What was let through before is left as it is. Raises `Refused`, and lets none through, where one of them does not
    stand any more.
    """
    wanted = tuple(dict.fromkeys(digests))
    others = _digests(printed_words(event_record(event)))

    def rule(moment: Moment) -> Decision[None]:
        standing = others | _digests(note.text for note in moment.notes())
        if not standing.issuperset(wanted):
            raise Refused(
                say("Some of these words were changed meanwhile, so none of them is let through yet."),
                say("Read them again as they are now, then keep them."),
            )
        return _read(moment, wanted, by)

    event.decide(rule, entry_id)


def change(event: Event, note_id: NoteId, text: str, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Give a note other words and let these through, in one; the file keeps the earlier ones until it forgets (T31).

    A main point that repeats the note is changed with it. Raises `Refused` as changing a note does.
    """

    def rule(moment: Moment) -> Decision[None]:
        row = reworded(moment, note_id, text)
        if row.text == moment.note_editions(note_id)[-1].text:
            return _read(moment, [words_digest(text)], by)
        rows: list[Row] = [row, *_points_reworded(moment, note_id, text), _as_read(moment, words_digest(text))]
        return Decision(None, Said("edit note", row.activity, by), rows)

    event.decide(rule, entry_id)


def change_back(event: Event, note_id: NoteId, text: str, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Give a note its earlier words back, and a main point that repeats it; they wait to be read as they did before."""

    def rule(moment: Moment) -> Decision[None]:
        row = reworded(moment, note_id, text)
        return Decision(None, Said("edit note", row.activity, by), [row, *_points_reworded(moment, note_id, text)])

    event.decide(rule, entry_id)


def remove(event: Event, note_id: NoteId, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Take a note out of everything that is published; the file keeps its words until it forgets (T31)."""
    editions = event.store.reading.note_editions(note_id)
    if not (editions and editions[-1].withdrawn):
        withdraw_note(event, note_id, why=REMOVED, by=by, entry_id=entry_id)


def digests_that_stand(event: Event) -> frozenset[str]:
    """Return the digests of all words that may be published as they stand, of notes and of others."""
    record = event_record(event)
    return _digests(note.text for note in record.notes) | _digests(printed_words(record))


def _note_to_read(note: NoteRecord, on_the_sheet: Set[str]) -> ToRead:
    found, digest = findings(note.text), words_digest(note.text)
    is_personal = note.verbatim or note.minority or note.kind in _PERSONAL
    waits = note.kind in FOR_THE_SAME_DAY or digest in on_the_sheet
    return ToRead(note.text, digest, found, concern_of(found, is_personal=is_personal), note, waits_for_the_sheet=waits)


def _other_to_read(one: OtherWords) -> ToRead:
    found = findings(one.text)
    return ToRead(
        one.text, words_digest(one.text), found, concern_of(found), what=one.what,
        waits_for_the_sheet=one.on_the_sheet,
    )  # fmt: skip


def _order(one: ToRead) -> tuple[bool, Concern, bool]:
    return not one.waits_for_the_sheet, one.concern, one.note is None


def _read(moment: Moment, digests: Iterable[str], by: str) -> Decision[None]:
    known = moment.words_read()
    rows = [_as_read(moment, digest) for digest in digests if digest not in known]
    return Decision(None, Said("let words through", "", by) if rows else None, rows)


def _as_read(moment: Moment, digest: str) -> WordsReadRow:
    return WordsReadRow(moment.new_id(), moment.entry, digest)


def _points_reworded(moment: Moment, note_id: NoteId, text: str) -> Iterator[MainPointRow]:
    """Yield the main points that repeat a note, in its new words; the room has heard them, and that stays."""
    before, now = {_in_one_line(note) for note in moment.note_editions(note_id)}, " ".join(text.split())
    for point in moment.main_points():
        if point.note != note_id or " ".join(point.text.split()) not in before:
            continue
        if len(now) > LONGEST_POINT:
            raise Refused(
                say("A main point repeats this note, and these words are too many for it."),
                say("Change or take away the main point first."),
            )
        yield point._replace(id=moment.new_id(), entry=moment.entry, edition=point.edition + 1, text=now)


def _in_one_line(note: NoteRow) -> str:
    return " ".join(note.text.split())


def _digests(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(words_digest(text) for text in texts)
