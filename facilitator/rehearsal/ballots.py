"""Single ballots of the crowd: on paper and by phone, with second thoughts, repeats, slips and late ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from facilitator.conduct.casting import Cast, cast
from facilitator.conduct.event import Event
from facilitator.conduct.finishing import count_is_closed
from facilitator.core.ballots import Choice
from facilitator.core.keys import Channel, OptionKey, SenderId, State
from facilitator.core.methods import BLANK, RATHER_NOT_SAY, SPOILT
from facilitator.rehearsal.act import Act
from facilitator.rehearsal.asking import Asking, state_of
from facilitator.rehearsal.crowd import Crowd
from facilitator.rehearsal.opinions import Answer, Mood, another_choice, answers
from facilitator.words.message import say

_ON_PAPER = 0.4
_THINKS_BETTER = 0.1
_SENDS_TWICE = 0.1
_SPOILS, _LEAVES_BLANK = 0.04, 0.08
_FIRST, _LAST = 1, 2


@dataclass(frozen=True, slots=True)
class Ballots:
    """All ballots on one question; whoever votes has a card, and keeps to it."""

    event: Event
    crowd: Crowd
    asking: Asking

    def in_time(self) -> Iterator[Act]:
        """Yield the ballots in the order in which they come."""
        found = answers(self.crowd, self.asking)
        for person in self.crowd.chance.shuffled(tuple(found), "arrival", self.asking.key):
            if found[person].mood in (Mood.CHOOSES, Mood.RATHER_NOT_SAY):
                yield from self._of(person, found[person])

    def too_late(self) -> Iterator[Act]:
        """Yield the ballots that come behind the closing."""
        for person, answer in answers(self.crowd, self.asking).items():
            if answer.mood is Mood.TOO_LATE:
                late = self._sending(person, Channel.PHONE, answer.options, _LAST)
                yield Act(say("Somebody votes by phone, but too late."), late)

    def _of(self, person: int, answer: Answer) -> Iterator[Act]:
        if self._happens(_ON_PAPER, "paper", person):
            entered = self._sending(person, Channel.PAPER, self._on_paper(person, answer), _LAST)
            yield Act(say("A paper ballot from table {table} is entered.", table=self.crowd.table_of(person)), entered)
            return
        if self._happens(_THINKS_BETTER, "thinks better", person):
            first = self._sending(person, Channel.PHONE, another_choice(self.crowd, self.asking, person), _FIRST)
            yield Act(say("Somebody votes by phone, and will think better of it."), first)
        last = self._sending(person, Channel.PHONE, _marks(answer), _LAST)
        yield Act(say("Somebody votes by phone."), last)
        if self._happens(_SENDS_TWICE, "twice", person):
            yield Act(say("A phone sends the same ballot once more."), last)

    def _on_paper(self, person: int, answer: Answer) -> tuple[OptionKey, ...]:
        slip = self.crowd.chance.fraction("slip", self.asking.key, person)
        if slip < _SPOILS:
            return (SPOILT,)
        return (BLANK,) if slip < _LEAVES_BLANK else _marks(answer)

    def _happens(self, likely: float, what: str, person: int) -> bool:
        return self.crowd.chance.fraction(what, self.asking.key, person) < likely

    def _sending(self, person: int, channel: Channel, marks: tuple[OptionKey, ...], counter: int) -> Callable[[], None]:
        sender = SenderId(self.crowd.chance.id("sender", self.asking.key, person))
        choices = tuple(Choice(option) for option in marks)
        ballot = Cast(self.crowd.card_of(person), sender, counter, choices, channel)

        def send() -> None:
            if takes_ballots(self.event, self.asking.key):
                cast(self.event, self.asking.key, ballot)

        return send


def takes_ballots(event: Event, key: str) -> bool:
    """Return whether a ballot can still come, in time or late: nobody votes once the count is closed."""
    return state_of(event, key) in (State.OPEN, State.CLOSED) and not count_is_closed(event)


def _marks(answer: Answer) -> tuple[OptionKey, ...]:
    return (RATHER_NOT_SAY,) if answer.mood is Mood.RATHER_NOT_SAY else answer.options
