"""Steps of an event that several tests walk: a vote from opening to closing, and the vote on the areas."""

from __future__ import annotations

from facilitator.conduct.counting import enter_count
from facilitator.conduct.event import Event
from facilitator.conduct.results import result
from facilitator.conduct.voting import Closing, close_question, open_question
from facilitator.core.keys import Channel
from facilitator.core.tally import CountSheet
from facilitator.store.reading import Change


def vote(event: Event, key: str, *sheets: CountSheet, present: int = 84, closing: Closing | None = None) -> None:
    """Open a question, enter its counts and close it."""
    open_question(event, key, present=present)
    for sheet in sheets:
        enter_count(event, key, sheet)
    close_question(event, key, closing)


def areas_sheet(people: int = 80, **lines: int) -> CountSheet:
    """Return a hands count of the areas."""
    return CountSheet("room", Channel.HANDS, lines, people)


def vote_areas(event: Event, people: int = 80, **lines: int) -> None:
    """Vote on the areas by hands."""
    vote(event, "areas", areas_sheet(people, **lines))


def counts(event: Event, key: str) -> dict[str, int | None]:
    """Return people per option of a question."""
    return {option.key: option.count for option in result(event, key).options}


def state(event: Event, key: str) -> str:
    """Return where the newest asking of a question stands."""
    return event.store.reading.current_question(key).state


def changes(event: Event) -> list[Change]:
    """Return the event's history."""
    return event.store.reading.changes()


def verbs(event: Event) -> list[str]:
    """Return what was done, oldest first."""
    return [change.verb for change in changes(event)]


def directions(event: Event, *states: str) -> list[str]:
    """Return the keys of the direction questions that stand in one of `states`, in the order of the run sheet."""
    return [asked.key for asked in event.store.reading.questions() if asked.from_area and asked.state in states]
