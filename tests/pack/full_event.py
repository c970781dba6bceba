"""An event as large as most: 120 people, 25 questions and 60 notes at 12 tables."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from facilitator.conduct.attending import Measure, record_attendance
from facilitator.conduct.counting import enter_count
from facilitator.conduct.event import Event
from facilitator.conduct.noting import Note, add_note
from facilitator.conduct.voting import close_question, open_question
from tests.builders import a_count, a_question, an_event

PEOPLE, QUESTIONS, NOTES, TABLES = 120, 25, 60, 12
_AREAS = ("transport", "respite", "evenings", "meals", "company", "advice")
_WORDS = ("bus", "hospital", "early", "people", "alone", "nobody", "answers", "evening", "street", "neighbours", "help")
_VARIANT = {
    "key": "whole", "title": "Whole", "minutes": 90,
    "activities": [
        {"key": "talk", "stage": "one", "kind": "table_talk", "title": "Talk", "minutes": 30},
        {"key": "votes", "stage": "one", "kind": "vote", "title": "Votes", "minutes": 60,
            "questions": [f"s{number}" for number in range(1, QUESTIONS + 1)]},
    ],
}  # fmt: skip


def a_full_event(folder: Path, *, seed: int = 7) -> Event:
    """Return an open event of that size; every tenth question is of choosing areas, the others are statements."""
    dice = random.Random(seed)
    questions = [_question(number) for number in range(1, QUESTIONS + 1)]
    event = an_event(folder, *questions, tables=TABLES, variants=[_VARIANT])
    record_attendance(event, Measure.ATTENDED, PEOPLE)
    for number in range(1, QUESTIONS + 1):
        _vote(event, number, dice)
    for number in range(NOTES):
        add_note(event, Note(" ".join(dice.choices(_WORDS, k=25)), "talk", f"Table {number % TABLES + 1}"))
    return event


def _question(number: int) -> Any:
    if number % 10:
        return a_question(f"s{number}")
    return a_question(f"s{number}", "choose", options=_AREAS, max=2)


def _vote(event: Event, number: int, dice: random.Random) -> None:
    key = f"s{number}"
    open_question(event, key, present=PEOPLE)
    if number % 10:
        agree, unsure = dice.randint(40, 60), dice.randint(10, 30)
        enter_count(event, key, a_count(agree=agree, unsure=unsure, disagree=PEOPLE - 5 - agree - unsure))
    else:
        enter_count(event, key, a_count(voting=PEOPLE, **{area: dice.randint(10, 40) for area in _AREAS}))
    close_question(event, key)
