"""The names by which one part of the house speaks to another of questions, options and the rest."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

EntryId = NewType("EntryId", bytes)  # 16 random bytes, made by the sender
QuestionId = NewType("QuestionId", int)  # of one asking in one event file; a question asked again has a new one
QuestionKey = NewType("QuestionKey", str)  # stable across events, from the programme
OptionKey = NewType("OptionKey", str)
StageKey = NewType("StageKey", str)
ActivityKey = NewType("ActivityKey", str)
VoterHash = NewType("VoterHash", bytes)  # keyed, so that it cannot be compared across questions
SenderId = NewType("SenderId", bytes)  # random, new for each question


class Channel(StrEnum):
    """The way a vote came: domain.md section 2."""

    HANDS = "hands"
    TALLY = "tally"
    PAPER = "paper"
    PHONE = "phone"
    IMPORT = "import"


class State(StrEnum):
    """Where a question stands; a closed question of a revision above 1 is shown as corrected."""

    READY = "ready"
    OPEN = "open"
    CLOSED = "closed"
    VOID = "void"


class Source(StrEnum):
    """Who wrote a wording."""

    PROGRAMME = "programme"
    ORGANISER = "organiser"
    ROOM = "room"
