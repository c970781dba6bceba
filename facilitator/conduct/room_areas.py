"""Areas the room adds to the ones of the programme, before the vote and never after it."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.conduct.asking import asked_anew, void_row
from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import the_question
from facilitator.conduct.starting import option_rows
from facilitator.core.keys import EntryId, OptionKey, QuestionKey, Source, State
from facilitator.core.programme import MOST_KEYS_MADE_IN_ROOM, Option, room_made_key
from facilitator.core.wording import Wording, same_words
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import OptionNow, QuestionNow
from facilitator.store.rows import QuestionOptionRow, Row
from facilitator.words.message import say


def add_room_made_area(
    event: Event, key: str, text: str, *, by: str = LEAD, entry_id: EntryId | None = None
) -> OptionKey | None:
    """Add an area the room made, and return its key; None where this very entry was made before.

    Raises `Refused` once the question was opened (adding later is unfair), beyond the number the programme allows,
    and for an empty or repeated text. A key is never given again to other words, also not that of an area taken back.
    """

    def rule(moment: Moment) -> Decision[OptionKey]:
        question = the_question(moment, key)
        options = moment.options(question.id)
        _refuse_addition(question, options, text)
        option = Option(_new_key(moment, question, options), Wording(text, source=Source.ROOM))
        rows = list(option_rows(moment, question.key, question.id, len(options), option))
        return Decision(option.key, Said("add room-made area", key, by), rows)

    return event.decide(rule, entry_id)


def take_back_room_made_area(
    event: Event, key: str, area: str, *, by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Take back an area the room made, before the vote opens: the question stands anew without it.

    The file keeps the words. Raises `Refused` once the question was opened, and for an area of the programme.
    """

    def rule(moment: Moment) -> Decision[None]:
        question = the_question(moment, key)
        _refuse_taking_back(question, moment.options(question.id), area)
        said = Said("take back room-made area", f"{key}/{area}", by)
        return Decision(None, said, [void_row(moment, question), *_asked_without(moment, question, area)])

    event.decide(rule, entry_id)


@dataclass(frozen=True, slots=True)
class RoomAreas:
    """Where a list of areas stands: those of the room on it, how many it takes, and whether it is fixed."""

    question: QuestionKey
    made: tuple[OptionKey, ...]
    most: int
    fixed: bool

    @property
    def is_full(self) -> bool:
        """Whether the room has made as many areas as the programme takes."""
        return len(self.made) >= self.most


def room_areas_of_stage(event: Event, stage: str) -> RoomAreas | None:
    """Return where the list of areas of a stage stands; None where the room may add none there."""
    reading = event.store.reading
    open_to_room = (asked for asked in reading.questions() if asked.stage == stage and asked.room_made)
    found = next(open_to_room, None)
    if found is None:
        return None
    question = the_question(reading, found.key)
    made = tuple(OptionKey(option.key) for option in _made_in_room(reading.options(question.id)))
    fixed = State(question.state) is not State.READY
    return RoomAreas(QuestionKey(question.key), made, question.room_made, fixed)


def _made_in_room(options: list[OptionNow]) -> list[OptionNow]:
    return [option for option in options if option.source == Source.ROOM]


def _new_key(moment: Moment, question: QuestionNow, options: list[OptionNow]) -> OptionKey:
    known = {option.key for option in options}
    for number in range(1, MOST_KEYS_MADE_IN_ROOM + 1):
        key = room_made_key(number)
        if key not in known and moment.newest_wording(f"{question.key}/{key}") is None:
            return OptionKey(key)
    raise Refused(
        say("The room has made {most} areas and taken them back.", most=MOST_KEYS_MADE_IN_ROOM),
        say("Park this one as a note where everyone can see it."),
    )


def _asked_without(moment: Moment, question: QuestionNow, area: str) -> list[Row]:
    rows = asked_anew(moment, question, question.wording)
    others = [row for row in rows if isinstance(row, QuestionOptionRow) and row.option_key != area]
    asked = [row for row in rows if not isinstance(row, QuestionOptionRow)]
    return [*asked, *(row._replace(position=place) for place, row in enumerate(others))]


def _refuse_fixed(question: QuestionNow) -> None:
    if State(question.state) is not State.READY:
        raise Refused(
            say("The areas are fixed once the vote was opened; adding one later is unfair to it."),
            say("Park it as a note where everyone can see it."),
        )


def _refuse_taking_back(question: QuestionNow, options: list[OptionNow], area: str) -> None:
    if State(question.state) is not State.READY:
        raise Refused(
            say("The areas are fixed once the vote was opened; taking one away later is unfair to it."),
            say("Leave it on the list: the vote shows whether people want it."),
        )
    if area not in {option.key for option in _made_in_room(options)}:
        raise Refused(
            say("Only an area that the room made can be taken back."), say("Areas of the programme stay on the list.")
        )


def _refuse_addition(question: QuestionNow, options: list[OptionNow], text: str) -> None:
    _refuse_fixed(question)
    if len(_made_in_room(options)) >= question.room_made:
        raise Refused(
            say("This question takes {most} areas made in the room, and has them.", most=question.room_made),
            say("Merge it with another one, or park it as a note."),
        )
    if not text.strip():
        raise Refused(say("The area has no words."), say("Write it in a sentence the whole room understands."))
    if same_words(text) in {same_words(option.text) for option in options}:
        raise Refused(say("This area is on the list already."), say("Nothing more to do; or word it differently."))
