"""Edits of what frames the conversation: the promise, the givens, the ground rules, access, and what happens next."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core.plan.limits import LONGEST_MEANS, LONGEST_STEP, LONGEST_WHO
from facilitator.core.plan.words import a_line, a_text, changed, listed, own
from facilitator.core.programme import NextStepLine, Programme, PromiseLevel
from facilitator.errors import Refused
from facilitator.words.message import say


def promised(programme: Programme, level: PromiseLevel | None, sentence: str) -> Programme:
    """Return the programme with another promise: how far people can change what is decided, and the sentence on it.

    None and no sentence promise nothing; raises `Refused` where one of the two is missing.
    """
    if level is None and not sentence.strip():
        return replace(programme, promise=None, promise_wording=None)
    if level is None:
        raise Refused(say("The promise has words and no level."), say("Choose how far people can change the decision."))
    if not sentence.strip():
        raise Refused(say("The promise has a level and no words."), say("Write what this can and cannot change."))
    before, text = programme.promise_wording, a_text(sentence)
    return replace(programme, promise=level, promise_wording=changed(before, text) if before else own(text))


def with_givens(programme: Programme, texts: tuple[str, ...]) -> Programme:
    """Return the programme with these givens: what is not up for decision."""
    return replace(programme, givens=listed(programme.givens, texts))


def with_ground_rules(programme: Programme, texts: tuple[str, ...]) -> Programme:
    """Return the programme with these ground rules."""
    return replace(programme, ground_rules=listed(programme.ground_rules, texts))


def with_access(programme: Programme, texts: tuple[str, ...]) -> Programme:
    """Return the programme with these means of access to ask about; raises `Refused` where one stands there twice."""
    access = listed(programme.access, texts, _a_means)
    names = [" ".join(wording.text.split()).casefold() for wording in access]
    twice = next((one for one, name in zip(access, names, strict=True) if names.count(name) > 1), None)
    if twice is not None:
        raise Refused(say("“{what}” stands here a second time.", what=twice.text), say("Take one of the two out."))
    return replace(programme, access=access)


def with_next_steps(programme: Programme, lines: tuple[tuple[str, str], ...]) -> Programme:
    """Return the programme with these lines of what happens next: the words, and who does it or an empty text."""
    before = {line.wording.text: line.wording for line in programme.next_steps}
    plain = [(a_line(text, most=LONGEST_STEP), _who(who)) for text, who in lines]
    made = tuple(NextStepLine(before.get(text) or own(text), who) for text, who in plain)
    return replace(programme, next_steps=made)


def _a_means(text: str) -> str:
    return a_line(text, most=LONGEST_MEANS)


def _who(text: str) -> str:
    return a_line(text, most=LONGEST_WHO) if text.strip() else ""
