"""Differences in what is asked in one length: questions and their answers, evidence and models of areas."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.keys import ActivityKey, QuestionKey
from facilitator.core.methods import Method
from facilitator.core.plan.difference_kinds import Difference, DifferenceKind
from facilitator.core.plan.finding import the_variant
from facilitator.core.plan.step_difference import names_of
from facilitator.core.programme import Option, Programme, Question
from facilitator.core.wording import text_hash
from facilitator.words.message import Message, Value, say, say_many

_LONGEST_NAME = 70  # characters


def question_differences(issued: Programme, prepared: Programme, variant: str) -> Iterator[Difference]:
    """Yield what differs of the questions that one length asks."""
    before, now = asked_in(issued, variant), asked_in(prepared, variant)
    names = _names(issued, variant)
    for key in before:
        question = issued.question(key)
        if key not in now:
            told = say("{question} is not asked.", question=_with_words(question, names[key]))
            yield Difference(DifferenceKind.QUESTION_LEFT_OUT, key, told, must_have=_is_needed(question))
    steps = names_of(prepared, variant)
    for key, step in now.items():
        question = prepared.question(key)
        if key not in before:
            told = say("The organiser asks besides: “{text}”", text=question.wording.text)
            yield Difference(DifferenceKind.QUESTION_ADDED, key, told)
            continue
        yield from _changed(issued.question(key), question, names[key])
        if step != before[key]:
            told = say("{question} is asked in “{step}”.", question=names[key], step=steps[step])
            yield Difference(DifferenceKind.QUESTION_MOVED, key, told)
    carried = _areas_carried(issued, prepared, variant)
    if carried is not None:
        yield Difference(DifferenceKind.AREAS_CARRIED, "", carried)


def asked_in(programme: Programme, variant: str) -> dict[QuestionKey, ActivityKey]:
    """Return what one length asks, in order, each with the step that asks it."""
    return {key: step.key for step in the_variant(programme, variant).activities for key in step.questions}


def _changed(before: Question, now: Question, name: Value) -> Iterator[Difference]:
    needed = _is_needed(before)
    if text_hash(before.wording.text) != text_hash(now.wording.text):
        told = say("{question} is worded differently: “{text}”", question=name, text=now.wording.text)
        yield Difference(DifferenceKind.QUESTION_REWORDED, now.key, told, must_have=needed)
    if before.max_marks != now.max_marks:
        told = _marks(name, now.max_marks, before.max_marks)
        yield Difference(DifferenceKind.MARKS, now.key, told, must_have=needed)
    yield from _options(before, now, name)


def _options(before: Question, now: Question, name: Value) -> Iterator[Difference]:
    there, here = ({option.key: option for option in one.options} for one in (before, now))
    needed = _is_needed(before)
    for key, option in there.items():
        if key not in here:
            told = say("{question}: “{option}” was left out.", question=name, option=_short(option.wording.text))
            yield Difference(DifferenceKind.OPTION_LEFT_OUT, key, told, must_have=needed)
    for key, option in here.items():
        if key not in there:
            told = say("{question}: “{option}” was added.", question=name, option=option.wording.text)
            yield Difference(DifferenceKind.OPTION_ADDED, key, told, must_have=needed)
        else:
            yield from _changed_option(there[key], option, name, needed=needed)
    if [key for key in there if key in here] != [key for key in here if key in there]:
        told = say("{question}: the answers stand in another order.", question=name)
        yield Difference(DifferenceKind.OPTIONS_REORDERED, now.key, told)


def _changed_option(before: Option, now: Option, name: Value, *, needed: bool) -> Iterator[Difference]:
    if text_hash(before.wording.text) != text_hash(now.wording.text):
        told = say(
            "{question}: “{option}” is worded differently: “{text}”",
            question=name,
            option=_short(before.wording.text),
            text=now.wording.text,
        )
        yield Difference(DifferenceKind.OPTION_REWORDED, now.key, told, must_have=needed)
    area = _short(now.wording.text)
    if before.evidence != now.evidence:
        yield Difference(DifferenceKind.EVIDENCE, now.key, say("What is known about “{area}” was changed.", area=area))
    if before.models != now.models:
        told = say("Which services are asked about in “{area}” was changed.", area=area)
        yield Difference(DifferenceKind.MODELS, now.key, told)


def _areas_carried(issued: Programme, prepared: Programme, variant: str) -> Message | None:
    """Return how many areas go forward where the tables say it and there are now fewer to choose from."""
    before, now = issued.carry_forward, prepared.carry_forward
    if before is None or now is None or the_variant(prepared, variant).areas is not None:
        return None
    if before.areas_by_tables == now.areas_by_tables:
        return None
    first, count = (max(areas for _, areas in plan.areas_by_tables) for plan in (before, now))
    return say_many(
        "At most {count} area goes forward in place of {first}, as there are fewer to choose from.",
        "At most {count} areas go forward in place of {first}, as there are fewer to choose from.",
        count=count,
        first=first,
    )


def _marks(name: Value, marks: int, before: int) -> Message:
    return say_many(
        "{question}: each person has {count} in place of {first}.",
        "{question}: each person has {count} in place of {first}.",
        count=marks,
        question=name,
        first=before,
    )


def _is_needed(question: Question) -> bool:
    return question.must_have and not question.practice


def _names(issued: Programme, variant: str) -> dict[QuestionKey, Value]:
    """Return what each question is called: a statement by its number in the vote, as the windows count it."""
    steps = names_of(issued, variant)
    return {
        key: _name(issued.question(key), number, steps[step.key])
        for step in the_variant(issued, variant).activities
        for number, key in enumerate(step.questions, 1)
    }


def _name(question: Question, number: int, step: str) -> Value:
    if question.method is Method.STATEMENT and not question.practice:
        return say("Statement {number} of “{step}”", number=number, step=step)
    return f"“{_short(question.wording.text)}”"


def _with_words(question: Question, name: Value) -> Value:
    quoted = f"“{question.wording.text}”"
    return quoted if isinstance(name, str) else say("{statement}, {words},", statement=name, words=quoted)


def _short(text: str) -> str:
    """Return a text in one line, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_NAME else line[:_LONGEST_NAME].rsplit(" ", 1)[0] + "…"
