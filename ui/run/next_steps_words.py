"""A next step in words: what happens, who does it, by when."""

from __future__ import annotations

from facilitator.conduct.next_steps import NextStep
from facilitator.words.message import Message, say


def who_and_when(step: NextStep) -> Message | None:
    """Return who does a step and by when, as far as that is known; None where nothing is."""
    if step.is_whole:
        return say("{who}, {by_when}", who=step.who, by_when=step.by_when)
    known = step.who or step.by_when
    return say("{known}", known=known) if known else None


def step_in_words(step: NextStep) -> Message:
    """Return a step on one line, as the room sees it."""
    told = who_and_when(step)
    return say("{what} – {who_and_when}", what=step.text, who_and_when=told) if told else say("{what}", what=step.text)


def missing_in(step: NextStep) -> Message | None:
    """Return what a step does not say yet."""
    if step.is_whole:
        return None
    if not step.who and not step.by_when:
        return say("Who does it, and by when?")
    return say("Who does it?") if not step.who else say("By when?")
