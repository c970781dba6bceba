"""The play-back: the main points that are read to the room, and whether the room says they are right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NewType

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.noting import NoteId
from facilitator.core.keys import EntryId
from facilitator.core.notes import Heard as Heard
from facilitator.core.positions import position_between
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import Reading
from facilitator.store.rows import MainPointRow
from facilitator.words.message import Message, say, say_many

PointId = NewType("PointId", bytes)

LONGEST_POINT = 300  # characters: it stands on the room screen by itself
FEWEST_POINTS, MOST_POINTS = 5, 7


@dataclass(frozen=True, slots=True)
class MainPoint:
    """One point as it stands; `id` and `note`, the note it was made of, are hex. `editions` is how many there are."""

    id: str
    text: str
    minority: bool = False
    note: str = ""
    heard: Heard = Heard.NOT_ASKED
    editions: int = 1


def add_main_point(
    event: Event,
    text: str,
    *,
    note: NoteId | None = None,
    minority: bool = False,
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> PointId:
    """Add a point at the end and return its id; it may be made of a note, which stays as it is.

    Raises `Refused` for an empty or overlong text, for a note that is withdrawn or unknown, and for a note that is a
    main point already.
    """
    entry_id = entry_id or EntryId(event.random_bytes(16))
    point = PointId(entry_id)

    def rule(moment: Moment) -> Decision[None]:
        _refuse_unusable(text)
        points = moment.main_points()
        if note is not None:
            _refuse_note(moment, points, note)
        place = points[-1].position + 1 if points else 1.0
        row = MainPointRow(
            moment.new_id(), moment.entry, point, 1, place, text, minority, note, Heard.NOT_ASKED, withdrawn=False
        )
        return Decision(None, Said("add main point", "", by), [row])

    event.decide(rule, entry_id)
    return point


def edit_main_point(
    event: Event,
    point: PointId,
    text: str,
    *,
    minority: bool | None = None,
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> None:
    """Store a new edition of a point; in other words it has not been heard yet. A `minority` of None stays as it is."""

    def rule(moment: Moment) -> Decision[None]:
        _refuse_unusable(text)
        last = _standing(moment, point)
        heard = last.heard if text == last.text else Heard.NOT_ASKED
        rest = {"minority": last.minority if minority is None else minority, "heard": heard}
        return Decision(None, Said("edit main point", "", by), [_after(moment, last, text=text, **rest)])

    event.decide(rule, entry_id)


def move_main_point(
    event: Event, point: PointId, place: int, *, by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Move a point so that it stands at `place`, 0 being the first; beyond the end it is the last."""

    def rule(moment: Moment) -> Decision[None]:
        last = _standing(moment, point)
        others = [one.position for one in moment.main_points() if one.point != point]
        row = _after(moment, last, position=position_between(others, place))
        return Decision(None, Said("move main point", "", by), [row])

    event.decide(rule, entry_id)


def withdraw_main_point(event: Event, point: PointId, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Take a point from the list; the note it was made of stays."""

    def rule(moment: Moment) -> Decision[None]:
        row = _after(moment, _standing(moment, point), withdrawn=True)
        return Decision(None, Said("withdraw main point", "", by), [row])

    event.decide(rule, entry_id)


def bring_back_main_point(event: Event, point: PointId, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Undo the withdrawal of a point; not where the note it was made of is withdrawn itself."""

    def rule(moment: Moment) -> Decision[None]:
        last = _last(moment, point)
        if not last.withdrawn:
            raise Refused(say("This main point is on the list."), say("Nothing more to do."))
        if last.note is not None:
            _refuse_note(moment, moment.main_points(), NoteId(last.note))
        row = _after(moment, last, withdrawn=False)
        return Decision(None, Said("bring back main point", "", by), [row])

    event.decide(rule, entry_id)


def hear(
    event: Event, point: PointId, heard: Heard, text: str = "", *, by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Record what the room said to a point; where it changed it, `text` is the point in the room's words.

    The words it had before stay in the file as an earlier edition. NOT_ASKED takes an answer back, with the words the
    point had before it.
    """

    def rule(moment: Moment) -> Decision[None]:
        last = _standing(moment, point)
        words = _words_heard(moment, last, heard, text)
        return Decision(None, Said("hear main point", "", by), [_after(moment, last, heard=heard, text=words)])

    event.decide(rule, entry_id)


def main_points(event: Event) -> tuple[MainPoint, ...]:
    """Return the main points in the order in which they are read out."""
    return points_now(event.store.reading)


def points_now(reading: Reading) -> tuple[MainPoint, ...]:
    """Return the main points in order, as they stand."""
    return tuple(
        MainPoint(
            row.point.hex(),
            row.text,
            bool(row.minority),
            row.note.hex() if row.note is not None else "",
            Heard(row.heard),
            row.edition,
        )
        for row in reading.main_points()
    )


def missing_from(points: Sequence[MainPoint], minority_in_notes: Iterable[bool]) -> tuple[Message, ...]:
    """Return what the list lacks, in words; `minority_in_notes` says of each note whether it is a minority view."""
    found = []
    if len(points) < FEWEST_POINTS:
        found.append(
            say_many(
                "{count} main point so far; a play-back has {fewest} to {most}.",
                "{count} main points so far; a play-back has {fewest} to {most}.",
                count=len(points), fewest=FEWEST_POINTS, most=MOST_POINTS,
            )
        )  # fmt: skip
    elif len(points) > MOST_POINTS:
        found.append(say("{count} main points; more than {most} tire the room.", count=len(points), most=MOST_POINTS))
    if not any(point.minority for point in points) and any(minority_in_notes):
        found.append(say("No minority view is among the points, and there are some in the notes."))
    return tuple(found)


def _words_heard(reading: Reading, last: MainPointRow, heard: Heard, text: str) -> str:
    if heard is Heard.YES:
        return last.text
    if heard is Heard.CHANGED:
        _refuse_unusable(text)
        return text
    asked = [one for one in reading.main_point_editions(last.point) if one.heard == Heard.NOT_ASKED]
    return asked[-1].text if asked else last.text


def _after(moment: Moment, last: MainPointRow, **changed: object) -> MainPointRow:
    return last._replace(id=moment.new_id(), entry=moment.entry, edition=last.edition + 1)._replace(**changed)  # type: ignore[arg-type]


def _refuse_unusable(text: str) -> None:
    if not text.strip():
        raise Refused(say("The main point has no words."), say("Say in one sentence what the room said."))
    if len(text) > LONGEST_POINT:
        raise Refused(
            say("The main point has {length} characters; {most} is the most.", length=len(text), most=LONGEST_POINT),
            say("Say it in one sentence that can be read from the back; the note keeps the rest."),
        )


def _refuse_note(reading: Reading, points: Sequence[MainPointRow], note: NoteId) -> None:
    editions = reading.note_editions(note)
    if not editions or editions[-1].withdrawn:
        raise Refused(say("There is no such note any more."), say("Write the main point in your own words."))
    if any(point.note == note for point in points):
        raise Refused(say("This note is among the main points already."), say("Nothing more to do."))


def _standing(reading: Reading, point: PointId) -> MainPointRow:
    last = _last(reading, point)
    if last.withdrawn:
        raise Refused(say("This main point was taken from the list."), say("Add it again if it is to be said."))
    return last


def _last(reading: Reading, point: PointId) -> MainPointRow:
    editions = reading.main_point_editions(point)
    if not editions:
        raise Refused(say("There is no such main point."), say("Look for it in the list of main points."))
    return editions[-1]
