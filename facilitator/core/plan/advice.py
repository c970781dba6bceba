"""Advice on wording while it is typed: what may keep people from understanding a sentence, or from answering it.

It looks for words and shapes, and knows nothing of meaning: docs/wording-advice.md tells how often it is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from facilitator.core.plan import advice_words as known
from facilitator.core.plan.two_ideas import says_two_things
from facilitator.words.message import Message, say, say_many

MOST_WORDS = 25  # GOV.UK's longest sentence: design-system.service.gov.uk and gov.uk/guidance/content-design
HARDEST_LIX = 55
_LONGEST_LOOKED_AT = 1_000  # characters; of what is longer all words are counted, and the rest waits until it is cut
_LONG_WORD = 6  # letters; longer ones are long words in LIX
_FEWEST_WORDS = 6  # fewer tell nothing about how a text reads
_FEWEST_FOR_ADVICE = 12  # in a short sentence one long word makes the number jump


class AdviceKind(StrEnum):
    """What an advice is about."""

    QUESTION = "question"
    TWO_IDEAS = "two-ideas"
    LEADING = "leading"
    DOUBLE_NEGATIVE = "double-negative"
    LONG = "long"
    JARGON = "jargon"
    HARD_TO_READ = "hard-to-read"


@dataclass(frozen=True, slots=True)
class Advice:
    """One advice: a plain sentence that says what to do."""

    kind: AdviceKind
    told: Message


@dataclass(frozen=True, slots=True)
class Reading:
    """How easy a text is to read: the method by name, its number, and its band in words."""

    method: Message
    value: int
    band: Message


LIX = say("LIX, after Björnsson: words in a sentence, and how many of a hundred words have more than 6 letters")
_BANDS = (
    (25, say("very easy")),
    (35, say("easy")),
    (45, say("medium, like a newspaper")),
    (HARDEST_LIX, say("hard, like a report")),
)
_VERY_HARD = say("very hard, like a law")


def advice_on(text: str, language: str, *, is_statement: bool = True) -> tuple[Advice, ...]:
    """Return what to put right in a sentence, the most important first; none where nothing was found.

    In a language other than English it looks at length, reading ease and question marks alone. `is_statement` False is
    for questions and options, which may well ask something.
    """
    plain = " ".join(text[:_LONGEST_LOOKED_AT].replace("'", "’").split())
    looks = [*([_question] if is_statement else []), *([*_ENGLISH] if _is_english(language) else []), _hard_to_read]
    found = (*(look(plain) for look in looks), _long(text))
    advice = (Advice(kind, told) for each in found for kind, told in each)
    return tuple(sorted(advice, key=lambda one: [*AdviceKind].index(one.kind)))


def reading_ease(text: str, language: str) -> Reading | None:
    """Return how easy a text is to read by LIX, or None where it is too short to tell, or not written in words.

    LIX needs no syllables, so it is the same in every language with words; how hard a number feels differs a little.
    """
    words = _words(text)
    if len(words) < _FEWEST_WORDS or language.split("-")[0].casefold() in _WITHOUT_SPACES:
        return None
    long = sum(sum(map(str.isalpha, word)) > _LONG_WORD for word in words)
    value = round(len(words) / max(1, len(_sentences(text))) + 100 * long / len(words))
    return Reading(LIX, value, next((band for most, band in _BANDS if value <= most), _VERY_HARD))


_WITHOUT_SPACES = frozenset({"zh", "ja", "th", "lo", "km", "my"})
_AROUND_WORDS = ".,;:!?…“”‘’\"'()[]–—-/"
_Found = Iterable[tuple[AdviceKind, Message]]


def _words(text: str) -> list[str]:
    parts = (part.strip(_AROUND_WORDS) for part in text.split())
    return [part for part in parts if any(map(str.isalpha, part))]


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"[.!?:;…]+(?:\s+|$)", text) if _words(part)]


def _is_english(language: str) -> bool:
    return language.casefold().split("-")[0] in ("en", "")


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w’-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w’-])", re.IGNORECASE)


def _two_ideas(text: str) -> _Found:
    if says_two_things(text):
        yield (
            AdviceKind.TWO_IDEAS,
            say("This may say two things: who agrees with one alone cannot answer. Make two statements of it."),
        )


_LEADING, _LOADED = _any_of(known.LEADING), _any_of(known.LOADED)
_ABSOLUTE = re.compile(rf"(?<!not )(?<!n’t )(?<!nearly )(?<!almost ){_any_of(known.ABSOLUTE).pattern}", re.IGNORECASE)


def _leading(text: str) -> _Found:
    if found := _LEADING.search(text):
        told = say("“{words}” tells people what to answer. Leave it out.", words=found[0])
        yield AdviceKind.LEADING, told
    if found := _ABSOLUTE.search(text):
        told = say("“{words}” leaves no room: few can agree with it. Say how often, or how much.", words=found[0])
        yield AdviceKind.LEADING, told
    if found := _LOADED.search(text):
        told = say(
            "“{words}” judges before people do. Say what happens, and leave the judging to them.", words=found[0]
        )
        yield AdviceKind.LEADING, told


_NO_NEGATIVE, _NEGATIVE = _any_of(known.NO_NEGATIVE), _any_of(known.NEGATIVES)
_SHORT_NOT = re.compile(r"n’t\b", re.IGNORECASE)
_NEGATIVE_WORD = _any_of(known.NEGATIVE_WORDS)
_NOT_UN = re.compile(r"\bnot un(?!der|i[oqt]|til|less)[a-z]{4,}", re.IGNORECASE)


def _double_negative(text: str) -> _Found:
    rest = _NO_NEGATIVE.sub(" ", text)
    negatives = len(_NEGATIVE.findall(rest)) + len(_SHORT_NOT.findall(rest))
    if negatives > 1 or (negatives and _NEGATIVE_WORD.search(rest)) or _NOT_UN.search(rest):
        yield (
            AdviceKind.DOUBLE_NEGATIVE,
            say("Two negatives stand here: to disagree then makes a third. Say what should be, without “not”."),
        )


def _question(text: str) -> _Found:
    asks_for_words = text.casefold().startswith(tuple(f"{start} " for start in known.ASKS_FOR_WORDS))
    if text.endswith("?") or asks_for_words or _begins_as_a_question([word.casefold() for word in _words(text)]):
        told = say("People answer with agree, unsure or disagree. Write a sentence that can be agreed with.")
        yield AdviceKind.QUESTION, told


def _begins_as_a_question(words: list[str]) -> bool:
    """Return whether a sentence begins like "Should we …" or "How far do you …"; "What people say …" does not."""
    verbs = range(4) if words and words[0] in known.ASKS_WHAT else range(1)
    return any(
        word in known.ASKS and subject in known.SUBJECTS
        for word, subject in ((words[place], words[place + 1]) for place in verbs if place + 1 < len(words))
    )


def _long(text: str) -> _Found:
    if (words := len(_words(text))) > MOST_WORDS:
        yield (
            AdviceKind.LONG,
            say_many(
                "This has {count} word; over {most} are hard to take in when read aloud. Cut it, or make two of it.",
                "This has {count} words; over {most} are hard to take in when read aloud. Cut it, or make two of it.",
                count=words, most=MOST_WORDS,
            ),
        )  # fmt: skip


_JARGON = _any_of(known.JARGON)
_CAPITALS = re.compile(r"\b[A-Z]{2,6}s?\b")


def _jargon(text: str) -> _Found:
    said = dict.fromkeys(found.casefold() for found in _JARGON.findall(text))
    for word in said:
        plainer = known.JARGON[word]
        yield AdviceKind.JARGON, _plainer(word, plainer) if plainer else _unknown(word)
    if text != text.upper():
        capitals = (one for one in _CAPITALS.findall(text) if one.upper() not in known.KNOWN_CAPITALS)
        for letters in dict.fromkeys(capitals):
            told = say("Not everybody knows what “{letters}” stands for. Write it out.", letters=letters)
            yield AdviceKind.JARGON, told


def _plainer(word: str, plainer: str) -> Message:
    return say("Not everybody uses the word “{word}”. Try “{plainer}”.", word=word, plainer=plainer)


def _unknown(word: str) -> Message:
    return say("Not everybody uses the word “{word}”. Say what it means here.", word=word)


def _hard_to_read(text: str) -> _Found:
    reading = reading_ease(text, "")
    if reading is not None and reading.value > HARDEST_LIX and len(_words(text)) >= _FEWEST_FOR_ADVICE:
        told = say("This is {band} (LIX {value}). Use shorter words and shorter sentences.",
                   band=reading.band, value=reading.value)  # fmt: skip
        yield AdviceKind.HARD_TO_READ, told


_Look = Callable[[str], _Found]
_ENGLISH: tuple[_Look, ...] = (_two_ideas, _leading, _double_negative, _jargon)
