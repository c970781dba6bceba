"""The meeting as anyone may see it: the organiser's words once they are read, and no child's exact words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitator.conduct.record import EventRecord
from facilitator.core.duties import listed_duties
from facilitator.core.meeting import Profile
from facilitator.core.notes import NoteKind
from facilitator.gate.letting_through import WordsGate
from facilitator.gate.published_event import PublishedDuty, PublishedMeeting, PublishedNote, PublishedPartner


def meeting(record: EventRecord, words: WordsGate) -> PublishedMeeting:
    """Return what kind of meeting it was; the names of partners were announced, and leave unread."""
    told = record.meeting
    partners = tuple(PublishedPartner(one.name, one.kind, one.role) for one in record.partners)
    return PublishedMeeting(
        told.openness, words.lets(told.reason), told.profile, partners, tuple(_duties(record, words))
    )


def as_published_of_children(record: EventRecord, notes: tuple[PublishedNote, ...]) -> tuple[PublishedNote, ...]:
    """Return the notes of a group of children with none marked as somebody's exact words, and others as they are."""
    if record.meeting.profile is not Profile.UNDER_16:
        return notes
    return tuple(replace(note, verbatim=False, kind=_not_quoted(note.kind)) for note in notes)


def _not_quoted(kind: NoteKind) -> NoteKind:
    return NoteKind.POINT if kind is NoteKind.QUOTE else kind


def _duties(record: EventRecord, words: WordsGate) -> Iterator[PublishedDuty]:
    said = {duty.key: duty for duty in record.duties}
    for listed in listed_duties(record.meeting.profile):
        if duty := said.get(listed.key):
            yield PublishedDuty(duty.key, listed.text, listed.seen_to, duty.state, words.lets(duty.remark))
