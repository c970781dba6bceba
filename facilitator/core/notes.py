"""What kinds of notes there are, how much of a table says so, and what the room says to a main point."""

from __future__ import annotations

from enum import StrEnum


class NoteKind(StrEnum):
    """What a note is (domain.md section 2)."""

    POINT = "point"
    QUOTE = "quote"
    WORDING_CHANGE = "wording_change"
    BARRIER = "barrier"
    WHAT_WORKS = "what_works"
    ASSET = "asset"
    OFFER = "offer"
    QUESTION = "question"
    STORY = "story"
    PARKED = "parked"
    MINORITY_VIEW = "minority_view"
    COMMITMENT = "commitment"


class Strength(StrEnum):
    """How much of the table says so, as the table tells; never counted as people."""

    UNKNOWN = ""
    ONE = "one"
    SOME = "some"
    MOST = "most"
    ALL = "all"


class Heard(StrEnum):
    """What the room said to a point: "have we heard you right?"."""

    NOT_ASKED = ""
    YES = "yes"
    CHANGED = "changed"
