"""Programmes written as the JSON of a programme file: read again, the text gives the same programme."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TypeAlias

from facilitator.core.forms import Form, FormKind, FormOption, FormQuestion
from facilitator.core.keys import Source
from facilitator.core.methods import Method
from facilitator.core.programme import (
    Activity,
    AreaTemplate,
    CarryForward,
    EvidenceCard,
    NextStepLine,
    Option,
    Programme,
    Question,
    Variant,
)
from facilitator.core.wording import Wording
from facilitator.programme.reading import FORMAT

_Value: TypeAlias = "str | int | bool | Mapping[str, _Value] | list[_Value]"
_Table: TypeAlias = "dict[str, _Value]"


def programme_text(programme: Programme) -> str:
    """Return the programme as a programme file in JSON, on one line; what is left out has its usual value.

    A question of a form that is switched off is no part of a programme, so it is not written.
    """
    return json.dumps(_programme(programme), ensure_ascii=False, separators=(",", ":"))


def _programme(programme: Programme) -> _Table:
    return {
        "format": FORMAT,
        "key": programme.key,
        "version": programme.version,
        **_title(programme.title),
        "language": programme.language,
        **_given(promise=_promise(programme)),
        "givens": _texts(programme.givens),
        "ground_rules": _texts(programme.ground_rules),
        "stages": [{"key": stage.key, **_title(stage.title)} for stage in programme.stages],
        "questions": [_question(question) for question in programme.questions],
        "variants": [_variant(variant) for variant in programme.variants],
        **_given(carry_forward=_carry_forward(programme.carry_forward)),
        **_given(each_carried_area=_area_template(programme.each_carried_area)),
        "forms": {form.key: _form(form) for form in programme.forms},
        "disclosure": {
            "smallest_shown": programme.suppression.smallest_shown,
            "round_to": programme.suppression.round_to,
        },
        "access": _texts(programme.access),
        "next_steps": [_next_step(line) for line in programme.next_steps],
    }


def _given(**values: _Value | None) -> _Table:
    """Return what there is to say: a table without the names of empty values."""
    return {name: value for name, value in values.items() if value}


def _text(wording: Wording) -> _Table:
    return {"text": wording.text, **_given(text_in=dict(wording.translations)), **_beside(wording)}


def _title(wording: Wording) -> _Table:
    return {"title": wording.text, **_given(title_in=dict(wording.translations)), **_beside(wording)}


def _beside(wording: Wording) -> _Table:
    source = wording.source.value if wording.source is not Source.PROGRAMME else ""
    return _given(easy_read=dict(wording.easy_read), source=source)


def _texts(wordings: Iterable[Wording]) -> list[_Value]:
    return [_text(wording) for wording in wordings]


def _promise(programme: Programme) -> _Table:
    if programme.promise is None or programme.promise_wording is None:
        return {}
    return {"level": programme.promise.value, **_text(programme.promise_wording)}


def _question(question: Question) -> _Table:
    table: _Table = {
        "key": question.key,
        "stage": question.stage,
        "method": question.method.value,
        **_text(question.wording),
        "options": [_option(option) for option in question.options],
        "practice": question.practice,
        "sensitive": question.sensitive,
        "must_have": question.must_have,
    }
    if question.method.ranks_options:
        table |= {"max": question.max_marks, "room_made": question.room_made}
    if question.method is Method.DOTS:
        table["stacking"] = question.stacking
    return table


def _option(option: Option) -> _Table:
    models: list[_Value] = [{"key": model.key, **_text(model.wording)} for model in option.models]
    return {"key": option.key, **_text(option.wording), **_given(models=models, evidence=_evidence(option.evidence))}


def _evidence(card: EvidenceCard | None) -> _Table:
    return {name: text for name, text in asdict(card).items() if text} if card is not None else {}


def _variant(variant: Variant) -> _Table:
    return {
        "key": variant.key,
        **_title(variant.title),
        "minutes": variant.minutes,
        **_given(areas=variant.areas),
        "activities": [_activity(activity) for activity in variant.activities],
    }


def _activity(activity: Activity) -> _Table:
    return {
        "key": activity.key,
        "stage": activity.stage,
        "kind": activity.kind.value,
        **_title(activity.title),
        "minutes": activity.minutes,
        **_given(
            who=activity.who,
            prompts=_texts(activity.prompts),
            questions=list(activity.questions),
            each_area=activity.each_area,
        ),
    }


def _carry_forward(plan: CarryForward | None) -> _Table:
    if plan is None:
        return {}
    return {"question": plan.question, "areas_by_tables": [[tables, areas] for tables, areas in plan.areas_by_tables]}


def _area_template(template: AreaTemplate | None) -> _Table:
    if template is None:
        return {}
    return {
        "key": template.key,
        "stage": template.stage,
        "activity": template.activity,
        **_text(template.wording),
        "options": [_option(option) for option in template.options],
        "must_have": template.must_have,
    }


def _form(form: Form) -> _Table:
    return {**_title(form.title), "questions": [_form_question(question) for question in form.questions]}


def _form_question(question: FormQuestion) -> _Table:
    groups: list[_Value] = [{"key": group.key, **_text(group.wording)} for group in question.groups]
    options: list[_Value] = [_form_option(option) for option in question.options]
    return {
        "key": question.key,
        "kind": question.kind.value,
        **_text(question.wording),
        **_given(groups=groups, roles=question.roles),
        **(_given(options=options) if question.kind is not FormKind.COMMENT else {}),
    }


def _form_option(option: FormOption) -> _Table:
    return {"key": option.key, **_text(option.wording), **_given(group=option.group)}


def _next_step(line: NextStepLine) -> _Table:
    return {**_text(line.wording), **_given(who=line.who)}
