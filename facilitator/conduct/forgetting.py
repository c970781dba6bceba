"""Forgetting: what was changed or taken out leaves the event file for good, and the copies the program can reach."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.reviewing import digests_that_stand
from facilitator.core.keys import EntryId, State
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import Reading
from facilitator.words.message import Message, say, say_many


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is gone, and where it may still be.

    `editions` counts what left the file this time: the earlier words of notes, main points, next steps and partners,
    who was to be called before, reasons and remarks that were replaced, and the means of access that were taken back.
    """

    editions: int
    copies: tuple[Path, ...] = ()
    copies_out_of_reach: tuple[Path, ...] = ()

    @property
    def told(self) -> tuple[Message, ...]:
        """Say what is gone and what a person has still to do."""
        gone = say_many(
            "{count} earlier text is gone from the event file.",
            "{count} earlier texts are gone from the event file.",
            count=self.editions,
        )
        cleared = (say("They are gone from {file} beside it too.", file=copy.name) for copy in self.copies)
        left = (
            say("{file} could not be reached and may still hold them: delete it yourself.", file=copy.name)
            for copy in self.copies_out_of_reach
        )
        elsewhere = say(
            "Copies that were saved elsewhere, such as on a stick, still hold them: save them again, or delete them."
        )
        return (gone, *cleared, *left, elsewhere)


def forget(event: Event, *, by: str = LEAD, entry_id: EntryId | None = None) -> Forgotten:
    """Delete earlier editions of what was changed and every edition of what was withdrawn, with what points at them.

    Wordings stay, those of areas and questions that were taken back too: people voted on them or saw them.

    Who was to be called when somebody tells of harm goes as well, once another name or none holds.

    What stands keeps its words, its id and its number of edition. On return nothing of the rest is in the file, beside
    it, or in the copies kept before migrations, but for those that are named. It can be done again at any time, and
    finishes what was cut off. Raises `Refused` while a question is open.
    """
    stand = digests_that_stand(event)

    def rule(moment: Moment) -> Decision[int]:
        _refuse_open_question(moment)
        stale, editions = moment.words_read() - stand, moment.editions_to_forget()
        if not (stale or editions or moment.has_reasons_to_forget()):
            return Decision(0)
        return Decision(editions, Said("forget", "", by), forget_words=stale)

    editions = event.decide(rule, entry_id) or 0
    event.store.compact()
    copies = event.store.forget_in_copies()
    return Forgotten(editions, copies.done, copies.out_of_reach)


def _refuse_open_question(reading: Reading) -> None:
    for question in reading.questions():
        if State(question.state) is State.OPEN:
            raise Refused(say("“{question}” is still open.", question=question.text), say("Close it first."))
