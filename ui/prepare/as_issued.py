"""The way back from one difference: the edit that makes this part of the programme as it was issued."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from facilitator.core.plan.difference import Difference, DifferenceKind
from facilitator.core.plan.edits import (
    moved,
    promised,
    reworded,
    reworded_option,
    with_access,
    with_evidence,
    with_givens,
    with_ground_rules,
    with_max_marks,
    with_minutes,
    with_models,
    with_next_steps,
    with_step_prompts,
    with_step_title,
    without,
    without_option,
    without_question,
)
from facilitator.core.plan.putting_back import question_put_back, step_put_back
from facilitator.core.programme import Activity, Option, Programme, Question
from facilitator.core.wording import Wording

Edit = Callable[[Programme], Programme]


class AsIssued:
    """Knows the issued programme and the length; asked for the edit that takes one difference back."""

    def __init__(self, issued: Programme, variant: str) -> None:
        self._issued, self._variant = issued, variant

    def edit(self, difference: Difference) -> Edit | None:
        """Return the edit that takes the difference back; None where it follows from another one."""
        restoring = self._restoring(difference.kind)
        if restoring is None:
            return None
        return lambda programme: restoring(programme, difference.where)

    def _restoring(self, kind: DifferenceKind) -> Callable[[Programme, str], Programme] | None:
        issued, kinds, length = self._issued, DifferenceKind, self._variant
        restoring: dict[DifferenceKind, Callable[[Programme, str], Programme]] = {
            kinds.PROMISE: lambda one, _: promised(one, issued.promise, _text(issued.promise_wording)),
            kinds.GIVENS: lambda one, _: with_givens(one, _texts(issued.givens)),
            kinds.GROUND_RULES: lambda one, _: with_ground_rules(one, _texts(issued.ground_rules)),
            kinds.ACCESS: lambda one, _: with_access(one, _texts(issued.access)),
            kinds.NEXT_STEPS: lambda one, _: with_next_steps(
                one, tuple((line.wording.text, line.who) for line in issued.next_steps)
            ),
            kinds.STEP_LEFT_OUT: lambda one, key: step_put_back(one, issued, length, key),
            kinds.STEP_ADDED: lambda one, key: without(one, length, key),
            kinds.STEP_MOVED: self._step_moved_back,
            kinds.STEP_RENAMED: lambda one, key: with_step_title(one, length, key, self._step(key).title.text),
            kinds.MINUTES: lambda one, key: with_minutes(one, length, key, self._step(key).minutes),
            kinds.PROMPTS: lambda one, key: with_step_prompts(one, length, key, _texts(self._step(key).prompts)),
            kinds.QUESTION_LEFT_OUT: lambda one, key: question_put_back(one, issued, length, key),
            kinds.QUESTION_ADDED: lambda one, key: without_question(one, length, key),
            kinds.QUESTION_REWORDED: lambda one, key: reworded(one, key, _question(issued, key).wording.text),
            kinds.MARKS: lambda one, key: with_max_marks(one, key, _question(issued, key).max_marks),
            kinds.OPTION_LEFT_OUT: self._option_put_back,
            kinds.OPTION_ADDED: self._option_taken_out,
            kinds.OPTION_REWORDED: self._option_reworded,
            kinds.OPTIONS_REORDERED: self._options_in_order,
            kinds.EVIDENCE: lambda one, key: with_evidence(one, key, self._area(key).evidence),
            kinds.MODELS: lambda one, key: with_models(
                one, key, tuple(model.wording.text for model in self._area(key).models)
            ),
        }
        return restoring.get(kind)

    def _step(self, key: str) -> Activity:
        return next(step for step in _steps(self._issued, self._variant) if step.key == key)

    def _area(self, key: str) -> Option:
        return next(option for one in self._issued.questions for option in one.options if option.key == key)

    def _step_moved_back(self, programme: Programme, key: str) -> Programme:
        keys = [str(step.key) for step in _steps(programme, self._variant)]
        before = [str(step.key) for step in _steps(self._issued, self._variant)]
        return moved(programme, self._variant, key, _place_behind_earlier(keys, before, key) - keys.index(key))

    def _option_put_back(self, programme: Programme, key: str) -> Programme:
        question, before = self._changed_question(programme, key)
        keys, order = [option.key for option in question.options], [option.key for option in before.options]
        back = next(option for option in before.options if option.key == key)
        options = list(question.options)
        options.insert(_place_behind_earlier(keys, order, key), back)
        return _with_question(programme, replace(question, options=tuple(options)))

    def _option_taken_out(self, programme: Programme, key: str) -> Programme:
        return without_option(programme, self._changed_question(programme, key)[0].key, key)

    def _option_reworded(self, programme: Programme, key: str) -> Programme:
        question, before = self._changed_question(programme, key)
        back = next(option for option in before.options if option.key == key)
        return reworded_option(programme, question.key, key, back.wording.text)

    def _options_in_order(self, programme: Programme, key: str) -> Programme:
        question, before = _question(programme, key), _question(self._issued, key)
        places = {option.key: place for place, option in enumerate(before.options)}
        options = sorted(question.options, key=lambda option: places.get(option.key, len(places)))
        return _with_question(programme, replace(question, options=tuple(options)))

    def _changed_question(self, programme: Programme, option: str) -> tuple[Question, Question]:
        """Return the question whose option of this key is not as it was issued: as it stands, and as it was issued."""
        pairs = ((now, _question(self._issued, now.key)) for now in programme.questions if _is_in(now, self._issued))
        return next((now, before) for now, before in pairs if _option_text(now, option) != _option_text(before, option))


def _place_behind_earlier(keys: Sequence[str], before: Sequence[str], key: str) -> int:
    """Return the place among the other keys behind the nearest of those that stood before it."""
    others = [one for one in keys if one != key]
    earlier = [one for one in before[: list(before).index(key)] if one in others]
    return others.index(earlier[-1]) + 1 if earlier else 0


def _steps(programme: Programme, variant: str) -> tuple[Activity, ...]:
    length = programme.variant(variant)
    return length.activities if length is not None else ()


def _question(programme: Programme, key: str) -> Question:
    return next(question for question in programme.questions if question.key == key)


def _is_in(question: Question, issued: Programme) -> bool:
    return any(one.key == question.key for one in issued.questions)


def _option_text(question: Question, key: str) -> str:
    return next((option.wording.text for option in question.options if option.key == key), "")


def _with_question(programme: Programme, changed: Question) -> Programme:
    questions = tuple(changed if one.key == changed.key else one for one in programme.questions)
    return replace(programme, questions=questions)


def _texts(wordings: Sequence[Wording]) -> tuple[str, ...]:
    return tuple(wording.text for wording in wordings)


def _text(wording: Wording | None) -> str:
    return wording.text if wording is not None else ""
