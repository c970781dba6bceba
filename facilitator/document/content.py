"""Documents as data: what a report says, before anyone decides how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from facilitator.core.disclosure import ShownResult
from facilitator.words.message import Message


@dataclass(frozen=True, slots=True)
class Own:
    """Somebody's own words, to the letter; `language` is a code, or empty for the document's own."""

    text: str
    language: str = ""


Words: TypeAlias = "Message | Own"


class Tone(StrEnum):
    """How a paragraph is meant."""

    PLAIN = "plain"
    LEAD = "lead"
    QUIET = "quiet"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    words: Words
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list in no order of weight."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One named thing, such as the date."""

    name: Message
    words: Words


@dataclass(frozen=True, slots=True)
class Facts:
    """A list of named things."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; figures are aligned to the right, and what is `unbroken` stays on one line."""

    heading: Message
    numeric: bool = False
    unbroken: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row is its heading, and `foot` explains signs such as c for a withheld count."""

    caption: Message
    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    foot: Message | None = None


@dataclass(frozen=True, slots=True)
class BarChart:
    """The bars of a result; the base sentence must stand beside it."""

    result: ShownResult


@dataclass(frozen=True, slots=True)
class Note:
    """One note; `about` says what it belongs to, if that is known."""

    words: Own
    about: Words | None = None


@dataclass(frozen=True, slots=True)
class NoteList:
    """Notes of one kind in people's own words."""

    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that are not the report's own, marked with whose they are, such as the organiser's."""

    words: Own
    whose: Words


@dataclass(frozen=True, slots=True)
class Section:
    """A part with a heading; parts of parts have smaller headings."""

    heading: Words
    blocks: tuple[Block, ...]


Block: TypeAlias = "Paragraph | Bullets | Facts | Table | BarChart | NoteList | Quotation | Section"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    Its `mark` stands on every page and before the title, where it may not be taken for real; `author` is for the file's
    properties. A `compact` one is set smaller, for a sheet of one or two pages. One with `contents` has its parts
    listed on the page, behind what stands before the first of them; from there on it holds parts alone.
    """

    title: Words
    blocks: tuple[Block, ...]
    mark: Message | None = None
    author: Words | None = None
    compact: bool = False
    contents: bool = False
