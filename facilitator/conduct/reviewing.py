"""Reading before publishing: which words a person must read, and what they decide of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.noting import NoteId, NoteKind, reworded, withdraw_note
from facilitator.conduct.playing_back import LONGEST_POINT
from facilitator.conduct.record import EventRecord, NoteRecord, event_record
from facilitator.core.keys import EntryId, Source
from facilitator.core.sensitive import Concern, Finding, concern_of, findings, redacted
from facilitator.core.wording import words_digest
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.rows import MainPointRow, NoteRow, Row, WordsReadRow
from facilitator.words.message import Message, say

REMOVED = "removed before publishing"  # stays in the file alone; no report prints why a note was withdrawn
_FOR_THE_SAME_DAY = frozenset({NoteKind.COMMITMENT, NoteKind.OFFER, NoteKind.QUESTION})
_PERSONAL = frozenset({NoteKind.STORY, NoteKind.QUOTE})


@dataclass(frozen=True, slots=True)
class OtherWords:
    """Words that are printed beside the notes, such as a reason; `what` says what they are."""

    text: str
    what: Message


@dataclass(frozen=True, slots=True)
class ToRead:
    """Words that wait for a person; `note` is None where they are no note, and `what` then says what they are.

    `digest` is what `keep` is told. Nothing found means nothing: it is read all the same.
    """

    text: str
    digest: str
    findings: tuple[Finding, ...]
    concern: Concern
    note: NoteRecord | None = None
    what: Message | None = None

    @property
    def waits_for_the_sheet(self) -> bool:
        """Whether the same-day sheet waits for it: a commitment, an offer, a question, or words beside the notes."""
        return self.note is None or self.note.kind in _FOR_THE_SAME_DAY


def to_read(event: Event) -> tuple[ToRead, ...]:
    """Return what a person must read before anything is published, in the order in which to read it.

    That is every note that stands and whose words nobody let through, and of other printed words those in which
    something was found. Commitments, offers and questions come first: the same-day sheet waits for them.
    """
    record, read = event_record(event), event.store.reading.words_read()
    notes = (_note_to_read(note) for note in record.notes if words_digest(note.text) not in read)
    waiting = [*sorted(notes, key=_order), *_others_to_read(record)]
    return tuple(one for one in waiting if one.digest not in read)


def other_words(record: EventRecord) -> tuple[OtherWords, ...]:
    """Return every text beside the notes that somebody typed and that may be printed, each of them once."""
    texts = {one.text: one for one in reversed([*_all_other_words(record)]) if one.text.strip()}
    return tuple(reversed(texts.values()))


def suggested(text: str, *, words: Callable[[Message], str] = str) -> str:
    """Return `text` with a mark where something was found, such as [removed: phone]; a person decides."""
    return redacted(text, findings(text), words=words)


def keep(event: Event, digests: Iterable[str], *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Let words through that a person has read: many at once, as a page of them is read together.

    What was let through before is left as it is. Raises `Refused`, and lets none through, where one of them does not
    stand any more.
    """
    wanted = tuple(dict.fromkeys(digests))
    others = _digests(one.text for one in _other_words_now(event))

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
    notes = _digests(note.text for note in event_record(event, with_history=False).notes)
    return notes | _digests(one.text for one in _other_words_now(event))


def _note_to_read(note: NoteRecord) -> ToRead:
    found = findings(note.text)
    is_personal = note.verbatim or note.minority or note.kind in _PERSONAL
    return ToRead(note.text, words_digest(note.text), found, concern_of(found, is_personal=is_personal), note)


def _order(one: ToRead) -> tuple[bool, Concern]:
    assert one.note is not None
    return one.note.kind not in _FOR_THE_SAME_DAY, one.concern


def _others_to_read(record: EventRecord) -> Iterator[ToRead]:
    for one in other_words(record):
        if found := findings(one.text):
            yield ToRead(one.text, words_digest(one.text), found, concern_of(found), what=one.what)


def _other_words_now(event: Event) -> tuple[OtherWords, ...]:
    return other_words(event_record(event))


def _all_other_words(record: EventRecord) -> Iterator[OtherWords]:
    for change in record.changes:
        if change.verb != "withdraw note":
            yield OtherWords(change.why, say("Why something was changed or decided"))
    for step in record.steps:
        yield OtherWords(step.skipped or "", say("Why “{step}” was left out", step=step.title))
    yield from _words_of_decisions(record)
    yield from _words_of_the_room(record)
    for note in record.notes:
        for text in (note.owner, note.by_when):
            yield OtherWords(text, say("Who does what a note says, and by when"))
    for point in record.main_points:
        yield OtherWords(point.text, say("Main point"))
    for access in record.access:
        yield OtherWords(access.what, say("Means of access"))
    for now in record.next_steps:
        yield OtherWords(now.step.text, say("Next step"))
        for text in (now.step.who, now.step.by_when):
            yield OtherWords(text, say("Who does the next step, and by when"))


def _words_of_decisions(record: EventRecord) -> Iterator[OtherWords]:
    for outcome in record.outcomes:
        yield OtherWords(outcome.text, say("Statement as the room settled it"))
        yield OtherWords(outcome.decided_by, say("Who decided"))
        yield OtherWords(outcome.why, say("Why it was decided"))
    if record.carried is not None:
        yield OtherWords(record.carried.decided_by, say("Who decided"))
        yield OtherWords(record.carried.why, say("Why it was decided"))


def _words_of_the_room(record: EventRecord) -> Iterator[OtherWords]:
    for result in (*record.results, *record.taken_back):
        if result.source is not Source.PROGRAMME:
            yield OtherWords(result.text, say("Question worded in the room"))
        yield OtherWords(result.denominators.explanation, say("Why the accounting does not balance"))
        for option in result.options:
            if option.source is not Source.PROGRAMME:
                yield OtherWords(option.text, say("Area or option made in the room"))


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
