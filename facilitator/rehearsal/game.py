"""What every part of playing a rehearsal at once needs: the event, its crowd and the pretend clock."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.conduct.event import Event
from facilitator.core.keys import EntryId
from facilitator.rehearsal.clock import PretendClock
from facilitator.rehearsal.crowd import Crowd
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator

THE_ROOM = say("the room, by hands")


@dataclass(frozen=True, slots=True)
class Game:
    """A rehearsal that plays itself."""

    event: Event
    crowd: Crowd
    clock: PretendClock

    @property
    def the_room(self) -> str:
        """Who decided, as the file keeps it: the room."""
        return self.in_words(THE_ROOM)

    def in_words(self, message: Message) -> str:
        """Return a sentence as it is typed into the event, in its language."""
        return Translator(self.event.details.language)(message)

    def entry(self, *about: object) -> EntryId:
        """Return the id of something that is done once."""
        return EntryId(self.crowd.chance.id("played", *about))
