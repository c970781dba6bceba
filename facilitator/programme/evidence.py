"""Evidence cards of a programme file: what is known about an area, with its source and date."""

from __future__ import annotations

from dataclasses import fields

from facilitator.core.programme import EvidenceCard
from facilitator.programme.reader import Found, Table
from facilitator.words.message import say

EVIDENCE_KEYS = tuple(field.name for field in fields(EvidenceCard))
_SAID_OF = ("source", "date", "balanced_by")  # what tells of the card itself, and is no figure of the area
_ABOUT_COST = ("cost_year", "cost_basis")


def read_evidence(table: Table) -> EvidenceCard | None:
    """Return the evidence card of the option `table`; None where the file brings none."""
    found = table.maybe("evidence")
    if found is None:
        return None
    row = found.table(EVIDENCE_KEYS)
    texts = {name: value.text() for name, value in _given(row).items()}
    _refuse_without_words(found, texts)
    _refuse_cost_without_figure(row, texts)
    _refuse_figure_without_source(row, texts)
    return EvidenceCard(**texts)


def _given(row: Table) -> dict[str, Found]:
    return {name: value for name in EVIDENCE_KEYS if (value := row.maybe(name)) is not None}


def _refuse_without_words(found: Found, texts: dict[str, str]) -> None:
    if "headline" not in texts and "now" not in texts:
        problem = say("this evidence says neither “headline” nor “now”.")
        raise found.refusal(problem, say("Add one of the two: the main thing to know, or what happens now."))


def _refuse_cost_without_figure(row: Table, texts: dict[str, str]) -> None:
    told = next((name for name in _ABOUT_COST if name in texts and "cost" not in texts), None)
    if told is not None:
        problem = say("this tells of a cost, but “cost” is missing.")
        raise row.needed(told).refusal(problem, say("Add the cost, or take this line out."))


def _refuse_figure_without_source(row: Table, texts: dict[str, str]) -> None:
    figure = next((name for name, text in texts.items() if name not in _SAID_OF and _holds_figure(name, text)), None)
    missing = next((name for name in ("source", "date") if name not in texts), None)
    if figure is not None and missing is not None:
        problem = say("“{name}” is missing, and “{figure}” gives a figure.", name=missing, figure=figure)
        raise row.place.inside(missing).refusal(
            problem, say("Say where the figure comes from and of which date it is.")
        )


def _holds_figure(name: str, text: str) -> bool:
    return name == "cost" or any(character.isdigit() for character in text)
