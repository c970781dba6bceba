"""The main points of the play-back, as the room heard them."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.notes import Heard
from facilitator.document.content import Note, NoteList, Own, Paragraph, Section, Tone
from facilitator.gate.published_event import PublishedEvent, PublishedPoint
from facilitator.words.message import Message, say

_HEARD = {
    Heard.YES: say("The room said: yes, you heard us right"),
    Heard.CHANGED: say("The room changed it to these words"),
    Heard.NOT_ASKED: say("The room was not asked about it"),
}


def main_points_section(event: PublishedEvent) -> Iterator[Section]:
    """Yield the points that were read back, in their order, each with what the room said to it."""
    if event.main_points:
        points = NoteList(tuple(Note(Own(point.text), _said_of(point)) for point in event.main_points))
        asked = Paragraph(say("These points were read to the room, and it was asked: have we heard you right?"))
        is_asked = any(point.heard is not Heard.NOT_ASKED for point in event.main_points)
        not_asked = Paragraph(say("These points were put together from the notes."), Tone.QUIET)
        yield Section(say("Main points, as the room heard them"), (asked if is_asked else not_asked, points))


def _said_of(point: PublishedPoint) -> Message:
    heard = _HEARD[point.heard]
    return say("A minority view. {heard}", heard=heard) if point.minority else heard
