"""Words that an organiser typed and that are those of the issued programme: they are its words again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from facilitator.core.plan.options import as_many_areas
from facilitator.core.programme import Activity, Model, Option, Programme, Question, Variant
from facilitator.core.wording import Wording


def with_issued_words(programme: Programme, issued: Programme) -> Programme:
    """Return the programme with the issued wordings, translations and all, where the same thing has the same text."""
    promise, promised = programme.promise_wording, issued.promise_wording
    restored = replace(
        programme,
        promise_wording=_restored(promise, promised) if promise and promised else promise,
        givens=_all_restored(programme.givens, issued.givens),
        ground_rules=_all_restored(programme.ground_rules, issued.ground_rules),
        access=_all_restored(programme.access, issued.access),
        questions=tuple(_question(one, issued) for one in programme.questions),
        variants=tuple(_variant(one, issued) for one in programme.variants),
        next_steps=tuple(
            replace(line, wording=_found(line.wording, (other.wording for other in issued.next_steps)))
            for line in programme.next_steps
        ),
    )
    # Options that were left out may be there again, and then as many areas as at first can go forward.
    return as_many_areas(restored, issued.carry_forward)


def _restored(wording: Wording, issued: Wording) -> Wording:
    return issued if wording.text == issued.text else wording


def _found(wording: Wording, issued: Iterable[Wording]) -> Wording:
    return next((one for one in issued if one.text == wording.text), wording)


def _all_restored(wordings: tuple[Wording, ...], issued: tuple[Wording, ...]) -> tuple[Wording, ...]:
    return tuple(_found(wording, issued) for wording in wordings)


def _question(question: Question, issued: Programme) -> Question:
    before = next((one for one in issued.questions if one.key == question.key), None)
    if before is None:
        return question
    options = {option.key: option for option in before.options}
    return replace(
        question,
        wording=_restored(question.wording, before.wording),
        options=tuple(_option(one, options.get(one.key)) for one in question.options),
    )


def _option(option: Option, before: Option | None) -> Option:
    if before is None:
        return option
    models = {model.wording.text: model for model in before.models}
    return replace(
        option,
        wording=_restored(option.wording, before.wording),
        models=tuple(_model(one, models, option.models) for one in option.models),
    )


def _model(model: Model, issued: dict[str, Model], there: tuple[Model, ...]) -> Model:
    before = issued.get(model.wording.text)
    if before is None or any(one.key == before.key and one is not model for one in there):
        return model
    return before


def _variant(variant: Variant, issued: Programme) -> Variant:
    before = issued.variant(variant.key)
    if before is None:
        return variant
    steps = {step.key: step for step in before.activities}
    return replace(variant, activities=tuple(_activity(step, steps.get(step.key)) for step in variant.activities))


def _activity(step: Activity, before: Activity | None) -> Activity:
    if before is None:
        return step
    prompts = _all_restored(step.prompts, before.prompts)
    return replace(step, title=_restored(step.title, before.title), prompts=prompts)
