"""The glossary: what the words mean that this report uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass

from facilitator.document.content import Block, Fact, Facts, Own, Section
from facilitator.words.message import Message, say


@dataclass(frozen=True, slots=True)
class Term:
    """A word and its meaning; it is explained where one of `signs` stands in the report's own sentences."""

    word: Message
    meaning: Message
    signs: tuple[str, ...]


_TERMS = (
    Term(say("Adopted"), say("The room decided to keep the statement as one of its goals."), ("adopted",)),
    Term(
        say("Area"), say("One of the things people chose between, as worth most work here."), ("areas", "one area")
    ),
    Term(say("Blank"), say("A ballot that came back without a choice."), ("blank",)),
    Term(
        say("c"), say("A number of people that is withheld, so that nobody can be picked out."), ("“c”", "c: ")
    ),
    Term(say("Carried forward"), say("Chosen by the room to be worked on in the next stage."), ("arried forward",)),
    Term(say("Commitment"), say("What an organisation or group said it will do."), ("ommitment",)),
    Term(say("Main point"), say("One of a few points that were read to the room."), ("main point", "Main points")),
    Term(
        say("Minority view"), say("What few people said and what must not be lost for that."),
        ("inority view", "Said by few"),
    ),
    Term(say("Note"), say("One point that was written down, in the words that were said."), ("note",)),
    Term(say("Not returned"), say("Ballots that were given out and did not come back."), ("Not returned",)),
    Term(say("Offer"), say("What people or groups said they could give or do."), ("offer", "Offer")),
    Term(say("Present"), say("People in the room when the question was asked."), ("present", "Present")),
    Term(say("Provisional"), say("Counted from paper, and the paper is not read yet."), ("rovisional",)),
    Term(say("Rather not say"), say("People who voted and chose not to give an answer."), ("ather not say",)),
    Term(
        say("Read-back"), say("The notes of a table are read aloud to it, so that it can put them right."),
        ("Read-back",),
    ),
    Term(say("Run-off"), say("A second vote, between answers that were level."), ("voted again between", "tied areas")),
    Term(say("Spoilt"), say("A ballot whose answer cannot be counted."), ("spoilt", "Spoilt")),
    Term(say("Statement"), say("A sentence people agree or disagree with."), ("statement",)),
    Term(say("Valid"), say("A ballot that makes a choice that can be counted; percentages are of these."), ("alid",)),
)  # fmt: skip


def glossary_section(blocks: Sequence[Block]) -> Iterator[Section]:
    """Yield what the words mean that stand in `blocks`; words that are not used are left out."""
    sentences = "\n".join(_sentences(blocks))
    used = [term for term in _TERMS if any(sign in sentences for sign in term.signs)]
    if used:
        yield Section(say("What the words mean"), (Facts(tuple(Fact(term.word, term.meaning) for term in used)),))


def _sentences(found: object) -> Iterator[str]:
    """Yield the report's own sentences in English, without what people wrote."""
    if isinstance(found, Message):
        yield found.text
        yield from _sentences(tuple(found.values.values()))
    elif isinstance(found, tuple | list):
        for one in found:
            yield from _sentences(one)
    elif is_dataclass(found) and not isinstance(found, Own | type):
        for field in fields(found):
            yield from _sentences(getattr(found, field.name))
