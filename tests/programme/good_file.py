"""A small programme file that keeps every rule and uses every key, as the values its JSON or TOML spells."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from facilitator.core.programme import Programme
from facilitator.programme.reading import read_programme

ABSENT = object()

_GOOD = {
    "format": "programme/1",
    "key": "our-care",
    "version": 2,
    "title": "Our care",
    "title_in": {"cy": "Ein gofal"},
    "language": "en",
    "promise": {"level": "consult", "text": "It can change the plan; it cannot change the money."},
    "givens": ["There is less money than before.", {"text": "The law stays.", "text_in": {"cy": "Erys y gyfraith."}}],
    "ground_rules": ["One voice at a time."],
    "stages": [{"key": "goals", "title": "Shared goals"}, {"key": "areas", "title": "Areas"}],
    "questions": [
        {
            "key": "s1",
            "stage": "goals",
            "method": "statement",
            "text": "People live well at home.\n",
            "text_in": {"cy": "Mae pobl yn byw'n dda gartref."},
            "easy_read": {"en": "People live well at home."},
            "source": "organiser",
        },
        {
            "key": "choice",
            "stage": "areas",
            "method": "choose",
            "text": "Choose up to two.",
            "max": 2,
            "room_made": 1,
            "sensitive": True,
            "options": [
                {"key": "a1", "text": "Home", "models": [{"key": "visits", "text": "visits at home"}]},
                {"key": "a2", "text": "Days", "source": "room"},
                {"key": "a3", "text": "Work"},
            ],
        },
        {
            "key": "walls",
            "stage": "areas",
            "method": "dots",
            "text": "Three dots each.",
            "max": 3,
            "stacking": False,
            "must_have": False,
            "options": [{"key": "x", "text": "X"}, {"key": "y", "text": "Y"}],
        },
        {
            "key": "tea",
            "stage": "goals",
            "method": "single",
            "text": "Tea or coffee?",
            "practice": True,
            "options": [{"key": "tea", "text": "Tea"}, {"key": "coffee", "text": "Coffee"}],
        },
        {
            "key": "day-centres",
            "stage": "areas",
            "method": "direction",
            "text": "More, the same or less into day centres?",
            "options": [
                {"key": "more", "text": "More of it"},
                {"key": "same", "text": "As now"},
                {"key": "less", "text": "Less of it"},
                {"key": "not_sure", "text": "Not sure"},
            ],
        },
    ],
    "variants": [
        {
            "key": "long",
            "title": "Long",
            "minutes": 30,
            "activities": [
                {
                    "key": "goals-vote",
                    "stage": "goals",
                    "kind": "vote",
                    "title": "Vote",
                    "minutes": 10,
                    "who": "all",
                    "prompts": ["How far do you agree?"],
                    "questions": ["tea", "s1"],
                },
                {
                    "key": "areas-vote",
                    "stage": "areas",
                    "kind": "vote",
                    "title": "Choose",
                    "minutes": 15,
                    "questions": ["choice"],
                },
                {
                    "key": "evidence",
                    "stage": "areas",
                    "kind": "evidence",
                    "title": "What we know",
                    "minutes": 5,
                    "each_area": True,
                },
            ],
        }
    ],
    "carry_forward": {"question": "choice", "areas_by_tables": [[6, 3], [1, 1]]},
    "each_carried_area": {
        "key": "direction",
        "stage": "areas",
        "activity": "areas-vote",
        "text": "More, the same or less into {model}?",
    },
    "forms": {
        "equality": {
            "title": "About you",
            "title_in": {"cy": "Amdanoch chi"},
            "questions": [
                {
                    "key": "ethnic-group",
                    "kind": "one",
                    "text": "What is your ethnic group?",
                    "groups": [{"key": "asian", "text": "Asian"}, {"key": "white", "text": "White"}],
                    "options": [
                        {"key": "indian", "text": "Indian", "group": "asian", "text_in": {"cy": "Indiaidd"}},
                        {"key": "irish", "text": "Irish", "group": "white"},
                        {"key": "something-else", "text": "Something else"},
                    ],
                },
                {
                    "key": "here-as",
                    "kind": "one",
                    "text": "Here mainly as",
                    "roles": True,
                    "options": [
                        {"key": "resident", "text": "Resident"},
                        {"key": "staff", "text": "Staff"},
                        {"key": "prefer-not-to-say", "text": "I would rather not say"},
                    ],
                },
                {
                    "key": "kinds",
                    "kind": "several",
                    "text": "Which?",
                    "on": False,
                    "options": [{"key": "sight", "text": "Sight"}, {"key": "hearing", "text": "Hearing"}],
                },
                {"key": "district", "kind": "district", "text": "First half of your postcode?"},
            ],
        },
        "evaluation": {
            "title": "How was it?",
            "questions": [
                {"key": "heard", "kind": "agree", "text": "I felt heard."},
                {"key": "best", "kind": "comment", "text": "What was best?"},
            ],
        },
    },
    "disclosure": {"smallest_shown": 10, "round_to": 5},
    "access": ["Hearing loop", {"text": "Large print", "text_in": {"cy": "Print bras"}}],
    "next_steps": [{"text": "The report is published.", "who": "the council"}, {"text": "The decision is made."}],
}


def good_values() -> dict:
    """Return the values of the good file, to be changed freely."""
    return copy.deepcopy(_GOOD)


def changed(steps: Sequence[str | int], value: object) -> dict:
    """Return the good values with `value` at the end of `steps`, or with nothing there for ABSENT."""
    values = good_values()
    holder = values
    for step in steps[:-1]:
        holder = holder[step]
    if value is ABSENT:
        del holder[steps[-1]]
    else:
        holder[steps[-1]] = value
    return values


def read_toml(text: str) -> Programme:
    return read_programme(text, form="toml", name="ours.toml")


def read_json(text: str) -> Programme:
    return read_programme(text, form="json", name="ours.json")
