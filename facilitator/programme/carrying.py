"""What a programme file says of the areas that are carried forward."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from facilitator.core.keys import ActivityKey, StageKey
from facilitator.core.methods import Method
from facilitator.core.programme import (
    MOST_KEYS_MADE_IN_ROOM,
    AreaTemplate,
    CarryForward,
    Question,
    Stage,
    Variant,
    room_made_key,
)
from facilitator.core.wording import Wording
from facilitator.programme.options import read_options
from facilitator.programme.questions import stage_of
from facilitator.programme.reader import Found, Table
from facilitator.programme.wordings import TEXT_KEYS, text_of
from facilitator.words.message import say

MOST_TABLES = 1_000
MODEL_MARK = "{model}"
_CARRY_KEYS = ("question", "areas_by_tables")
_TEMPLATE_KEYS = ("key", "stage", "activity", *TEXT_KEYS, "options", "must_have")


def read_carry_forward(table: Table, questions: tuple[Question, ...]) -> CarryForward | None:
    """Return which question chooses the areas, and how many of them go forward; None where the file carries none."""
    found = table.maybe("carry_forward")
    if found is None:
        return None
    row = found.table(_CARRY_KEYS)
    ranking = [question for question in questions if question.method.ranks_options and not question.practice]
    key = row.needed("question").one_of([question.key for question in ranking])
    question = next(question for question in ranking if question.key == key)
    listed = row.needed("areas_by_tables")
    most_areas = len(question.options) + question.room_made
    steps = tuple(_step(step, most_areas) for step in listed.items(least=1))
    _refuse_another_order(listed, steps)
    return CarryForward(question.key, steps)


def read_area_template(
    table: Table,
    language: str,
    stages: tuple[Stage, ...],
    variants: tuple[Variant, ...],
    carry_forward: CarryForward | None,
) -> AreaTemplate | None:
    """Return what is asked of each carried area's models; None where the file asks nothing."""
    found = table.maybe("each_carried_area")
    if found is None:
        return None
    if carry_forward is None:
        problem = say("this stands here without “carry_forward”.")
        raise found.refusal(problem, say("Add [carry_forward], which says how the areas are chosen, or take this out."))
    row = found.table(_TEMPLATE_KEYS)
    wording = text_of(row, language)
    stage = stage_of(row, stages)
    _refuse_without_model(row, wording)
    return AreaTemplate(
        key=row.needed("key").key(),
        stage=stage,
        activity=_step_of(row, stage, variants),
        wording=wording,
        options=read_options(row, Method.DIRECTION, language),
        must_have=row.given("must_have", True).yes_or_no(),
    )


def refuse_made_keys_that_clash(
    table: Table,
    questions: tuple[Question, ...],
    variants: tuple[Variant, ...],
    carry_forward: CarryForward | None,
    template: AreaTemplate | None,
) -> None:
    """Refuse a file whose own keys are those that an event makes of them later: of areas, run-offs and directions."""
    for question in questions:
        _refuse_twice(table, _keys_of_options(question))
    _refuse_twice(table, [*(str(question.key) for question in questions), *_made(questions, carry_forward, template)])
    areas = [area for question in _carried(questions, carry_forward) for area in _keys_of_options(question)]
    for variant in variants:
        made_steps = [f"{step.key}-{area}" for step in variant.activities if step.each_area for area in areas]
        _refuse_twice(table, [*(str(step.key) for step in variant.activities), *made_steps])


def _made(
    questions: tuple[Question, ...], carry_forward: CarryForward | None, template: AreaTemplate | None
) -> Iterator[str]:
    for question in _carried(questions, carry_forward):
        yield f"{question.key}-run-off"
        if template is not None:
            models = {str(option.key): [model.key for model in option.models] for option in question.options}
            for area in _keys_of_options(question):
                yield from (f"{template.key}-{key}" for key in models.get(area) or [area])


def _carried(questions: tuple[Question, ...], carry_forward: CarryForward | None) -> list[Question]:
    return [question for question in questions if carry_forward and question.key == carry_forward.question]


def _keys_of_options(question: Question) -> list[str]:
    most = MOST_KEYS_MADE_IN_ROOM if question.room_made else 0
    made = [room_made_key(number) for number in range(1, most + 1)]
    return [*(str(option.key) for option in question.options), *made]


def _refuse_twice(table: Table, keys: list[str]) -> None:
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        problem = say("the key “{key}” is also one that the event makes itself.", key=twice)
        raise table.place.refusal(problem, say("Give that question, option, model or step another key."))


def refuse_steps_for_areas_never_carried(table: Table, variants: tuple[Variant, ...]) -> None:
    """Refuse a step for each carried area in a file without `carry_forward`."""
    place = table.place.inside("variants")
    for number, variant in enumerate(variants, start=1):
        for position, activity in enumerate(variant.activities, start=1):
            if activity.each_area:
                at = place.numbered(number).inside("activities").numbered(position).inside("each_area")
                problem = say("this step is for each carried area, but the file carries none forward.")
                raise at.owned_by(activity.key).refusal(problem, say("Add [carry_forward], or take this line out."))


def _step_of(row: Table, stage: StageKey, variants: tuple[Variant, ...]) -> ActivityKey:
    steps = [step for variant in variants for step in variant.activities if step.stage == stage]
    return ActivityKey(row.needed("activity").one_of(list(dict.fromkeys(step.key for step in steps))))


def _step(step: Found, most_areas: int) -> tuple[int, int]:
    numbers = step.items()
    if len(numbers) != 2:
        problem = say("this has to be two numbers: from so many tables, carry so many areas.")
        raise step.refusal(problem, say("Write it like this: [6, 3]."))
    tables, areas = numbers
    return tables.whole_number(least=1, most=MOST_TABLES), areas.whole_number(least=1, most=most_areas)


def _refuse_another_order(listed: Found, steps: tuple[tuple[int, int], ...]) -> None:
    if all(more > fewer for (more, _), (fewer, _) in pairwise(steps)):
        return
    problem = say("the numbers of tables have to fall from one pair to the next.")
    raise listed.refusal(problem, say("Begin with the largest room: [[6, 3], [4, 2], [1, 1]]."))


def _refuse_without_model(row: Table, wording: Wording) -> None:
    texts = (wording.text, *wording.translations.values(), *wording.easy_read.values())
    if all(MODEL_MARK in text for text in texts):
        return
    problem = say("{model} is missing from this text or from another language of it.")
    advice = say("Write {model} where the name of the service or way of working is to stand.")
    raise row.place.inside("text").refusal(problem, advice)
