"""How words that wait to be read are shown: where they come from, and what in them stands out."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from facilitator.conduct.record import EventRecord
from facilitator.conduct.reviewing import ToRead
from facilitator.core.sensitive import NOTHING_FOUND, Finding, sentence
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.models.notes import NotesModel, Surroundings, short_names
from ui.widgets.style import colours


def marked(text: str, found: Sequence[Finding]) -> str:
    """Return `text` for a label in rich text: what was found has another ground and a line below."""
    worn, parts, before = colours(), [], 0
    for one in found:
        parts.append(escape(text[before : one.start]))
        words = escape(text[one.start : one.end])
        style = f"background-color: {worn.found}; color: {worn.text}; text-decoration: underline;"
        parts.append(f'<span style="{style}">{words}</span>')
        before = one.end
    parts.append(escape(text[before:]))
    return "".join(parts).replace("\n", "<br>")


def told_of(found: Sequence[Finding], words: Translator) -> str:
    """Return what the check says of a text, a line for each thing it found."""
    if not found:
        return words(NOTHING_FOUND)
    return "\n".join("⚠  " + words(sentence(one)) for one in found)


def origins(items: Sequence[ToRead], record: EventRecord, words: Translator) -> list[str]:
    """Return where each text comes from and what it is."""
    model = NotesModel(words)
    notes = [one.note for one in items if one.note is not None]
    points = frozenset(point.note for point in record.main_points if point.note)
    model.set_rows(notes, Surroundings(short_names(record), points))
    rows = iter(range(len(notes)))
    return [words(one.what or say("Note")) if one.note is None else model.origin(next(rows)) for one in items]


def progress(read: int, notes: int, others: int) -> Message:
    """Return how far the reading is."""
    told = say_many("{read} of {count} note read", "{read} of {count} notes read", count=notes, read=read)
    if not others:
        return told
    return say_many(
        "{told}, and {count} other text waits", "{told}, and {count} other texts wait", count=others, told=told
    )
