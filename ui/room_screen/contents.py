"""What a scene says, as one list of paragraphs: what is seen and what is heard are both made from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from facilitator.core.disclosure import ShownResult
from facilitator.document.shapes import MarkKind
from facilitator.words.message import Message

Said: TypeAlias = "str | Message"


class Style(Enum):
    """How strong a paragraph is."""

    GRAND = "grand"
    TITLE = "title"
    STRONG = "strong"
    POINT = "point"
    LINE = "line"
    BODY = "body"
    OPTION = "option"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some words with what stands before them, at the end of their line and below them.

    An `aside` is more to the text, in small print, that gives way where the room is needed; a `note` stays, in
    the colour of `note_role`.
    """

    text: Said
    style: Style
    before: str = ""
    mark: MarkKind | None = None
    role: str = "text"
    after: str = ""
    note: Said = ""
    aside: str = ""
    note_role: str = "unsure"


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a scene says: `name` in a few words, then from top to bottom.

    `label` is small above everything, and `place`, such as 2 of 6, at the end of its line; `question` stands at the
    top, then comes the chart of `result` or the paragraphs, in the middle of the screen where `centred`; at the foot
    the `foot` lines, and `count`, the stronger one: how many have voted. `then` are the screens that come after it.
    """

    name: Said
    label: Said = ""
    label_role: str = "accent"
    question: Said = ""
    result: ShownResult | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    centred: bool = False
    foot: tuple[Message, ...] = ()
    count: Message | None = None
    place: Said = ""
    then: tuple[Contents, ...] = ()
