"""Areas the room adds to the ones of the programme, before the vote and never after it."""

from __future__ import annotations

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import the_question
from facilitator.conduct.starting import option_rows
from facilitator.core.keys import EntryId, OptionKey, Source, State
from facilitator.core.programme import Option
from facilitator.core.wording import Wording, text_hash
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import OptionNow, QuestionNow
from facilitator.words.message import say


def add_room_made_area(
    event: Event, key: str, text: str, *, by: str = LEAD, entry_id: EntryId | None = None
) -> OptionKey | None:
    """Add an area the room made, and return its key; None where this very entry was made before.

    Raises `Refused` once the question was opened (adding later is unfair), beyond the number the programme allows,
    and for an empty or repeated text.
    """

    def rule(moment: Moment) -> Decision[OptionKey]:
        question = the_question(moment, key)
        options = moment.options(question.id)
        made = [option for option in options if option.source == Source.ROOM]
        _refuse_addition(question, options, len(made), text)
        option = Option(OptionKey(f"room-{len(made) + 1}"), Wording(text, source=Source.ROOM))
        rows = list(option_rows(moment, question.key, question.id, len(options), option))
        return Decision(option.key, Said("add room-made area", key, by), rows)

    return event.decide(rule, entry_id)


def _refuse_addition(question: QuestionNow, options: list[OptionNow], made: int, text: str) -> None:
    if State(question.state) is not State.READY:
        raise Refused(
            say("The areas are fixed once the vote was opened; adding one later is unfair to it."),
            say("Park it as a note where everyone can see it."),
        )
    if made >= question.room_made:
        raise Refused(
            say("This question takes {most} areas made in the room, and has them.", most=question.room_made),
            say("Merge it with another one, or park it as a note."),
        )
    if not text.strip():
        raise Refused(say("The area has no words."), say("Write it in a sentence the whole room understands."))
    if text_hash(text) in {option.text_hash for option in options}:
        raise Refused(say("This area is on the list already."), say("Nothing more to do; or word it differently."))
