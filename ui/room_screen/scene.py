"""What the room screen can show and what it then says; nothing that the gate did not pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitator.document.base import base_sentence
from facilitator.document.chart import description
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.room_screen.contents import Contents, Paragraph, Said
from ui.room_screen.cover_words import cover_contents
from ui.room_screen.kinds import (
    Areas,
    Asking,
    Blank,
    BreakTime,
    Carried,
    Closed,
    Evidence,
    Logo,
    MainPoints,
    Outcome,
    Paged,
    Paused,
    Prompt,
    ReadAloud,
    ReadingCard,
    Revealed,
    RoomMessage,
    Scene,
    Thanks,
    Tie,
    Welcome,
)
from ui.room_screen.reading_card import reading_card_contents
from ui.room_screen.talk_words import BULLET, talk_contents
from ui.room_screen.vote_words import carried_areas, how_to_vote, turnout, vote_contents

__all__ = [
    "REHEARSAL",
    "Areas",
    "Asking",
    "Blank",
    "BreakTime",
    "Carried",
    "Closed",
    "Evidence",
    "Logo",
    "MainPoints",
    "Outcome",
    "Paged",
    "Paused",
    "Prompt",
    "ReadAloud",
    "ReadingCard",
    "Revealed",
    "RoomMessage",
    "Scene",
    "Thanks",
    "Tie",
    "Welcome",
    "carried_areas",
    "contents",
    "headline",
    "how_to_vote",
    "on_page",
    "rendered",
    "sentence",
    "spoken",
    "turnout",
]

REHEARSAL = say("Rehearsal: pretend people, not a real result")
ENDS = (".", "?", "!", "…", ":", "。", "؟", "।")


def contents(scene: Scene) -> Contents:
    """Return what a scene says."""
    if isinstance(scene, RoomMessage | Logo):
        return cover_contents(scene)
    if isinstance(scene, Asking | Closed | Revealed | Tie | Carried | Outcome):
        return vote_contents(scene)
    if isinstance(scene, ReadingCard):
        return reading_card_contents()
    return talk_contents(scene)


def headline(scene: Scene) -> Said:
    """Return the scene in a few words."""
    return contents(scene).name


def spoken(scene: Scene, words: Translator, *, rehearsal: bool = False) -> str:
    """Return all that the screen says on all its pages, for people who hear it; the headline is said before it."""
    told = [words(REHEARSAL)] if rehearsal else []
    said = contents(scene)
    heard: set[str] = set()
    for screen in (said, *said.then):
        told += [line for line in _told(screen, words, heard) if line not in told]
        heard |= {rendered(one.text, words) for one in screen.paragraphs}
    return " ".join(sentence(line) for line in told if line)


def on_page(scene: Scene, page: int) -> Scene:
    """Return the scene with this page of it; one that has but one page stays as it is."""
    return replace(scene, page=max(0, page)) if isinstance(scene, Paged) else scene


def rendered(said: Said, words: Translator) -> str:
    """Return words as they are, or a message in the translator's language."""
    return words(said) if isinstance(said, Message) else said


def sentence(text: str) -> str:
    """Return a text that begins and ends as a sentence does."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith(ENDS) else text + "."


def _told(said: Contents, words: Translator, heard: set[str]) -> Iterator[str]:
    """Yield what a screen says line by line, but for its paragraphs that were `heard` before."""
    for line in (said.label, said.place, said.question):
        yield "" if line == said.name else rendered(line, words)
    base = None
    if said.result is not None:
        base = base_sentence(said.result)
        yield words(description(said.result))
    for paragraph in said.paragraphs:
        if (paragraph.text != said.name or paragraph.note) and rendered(paragraph.text, words) not in heard:
            yield _in_full(paragraph, words)
    yield from (words(line) for line in said.foot if line != base)
    yield words(said.count) if said.count is not None else ""


def _in_full(paragraph: Paragraph, words: Translator) -> str:
    text = rendered(paragraph.text, words)
    full = f"{text}: {paragraph.aside}" if paragraph.aside else text
    before = "" if paragraph.before == BULLET else paragraph.before
    return ", ".join(part for part in (before, full, rendered(paragraph.note, words), paragraph.after) if part)
