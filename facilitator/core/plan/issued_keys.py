"""Things that an organiser left out and typed anew in the very same words: they are those of the issued programme."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core.keys import QuestionKey
from facilitator.core.plan.new_keys import is_own
from facilitator.core.plan.questions import is_statement
from facilitator.core.programme import Programme, Question, Variant
from facilitator.core.wording import text_hash


def with_issued_keys(programme: Programme, before: Programme, issued: Programme) -> Programme:
    """Return the programme with the issued statement or option for one new since `before` that has its words.

    Nothing is done where the issued one is still asked, in whatever words, or where anything but its words is new.
    """
    known = {one.key for one in before.questions}
    new = [one for one in programme.questions if is_own(one.key) and one.key not in known and is_statement(one)]
    for own in new:
        programme = _with_issued_statement(programme, own, issued)
    return replace(programme, questions=tuple(_with_options(one, before, issued) for one in programme.questions))


def _with_issued_statement(programme: Programme, own: Question, issued: Programme) -> Programme:
    lengths = [one for one in programme.variants if _asks(one, own.key)]
    free = (one for one in issued.questions if not any(_asks(length, one.key) for length in lengths))
    alike = (one for one in free if is_statement(one) and one.stage == own.stage)
    meant = next((one for one in alike if text_hash(one.wording.text) == text_hash(own.wording.text)), None)
    if meant is None:
        return programme
    there = next((one for one in programme.questions if one.key == meant.key), meant)
    back = replace(there, wording=meant.wording)
    others = [one for one in programme.questions if one.key not in (own.key, meant.key)]
    order = {one.key: place for place, one in enumerate(issued.questions)}
    questions = sorted((*others, back), key=lambda one: order.get(one.key, len(order)))
    variants = tuple(_asking(one, own.key, meant.key) for one in programme.variants)
    return replace(programme, questions=tuple(questions), variants=variants)


def _asks(length: Variant, question: QuestionKey) -> bool:
    return any(question in step.questions for step in length.activities)


def _asking(length: Variant, own: QuestionKey, meant: QuestionKey) -> Variant:
    """Return a length that asks the question that is meant in place of the own one."""
    steps = tuple(
        replace(step, questions=tuple(meant if key == own else key for key in step.questions))
        for step in length.activities
    )
    return replace(length, activities=steps)


def _with_options(question: Question, before: Programme, issued: Programme) -> Question:
    first = next((one for one in issued.questions if one.key == question.key), None)
    if first is None:
        return question
    earlier = next((one for one in before.questions if one.key == question.key), first)
    known, here = {one.key for one in earlier.options}, {one.key for one in question.options}
    left_out = {text_hash(one.wording.text): one for one in first.options if one.key not in here}
    options = tuple(
        left_out.get(text_hash(one.wording.text), one) if is_own(one.key) and one.key not in known else one
        for one in question.options
    )
    return replace(question, options=options)
