"""Stages and questions of a programme file."""

from __future__ import annotations

from facilitator.core.keys import QuestionKey, StageKey
from facilitator.core.methods import Method
from facilitator.core.plan import limits
from facilitator.core.programme import MOST_ROOM_MADE_AREAS, Question, Stage
from facilitator.programme.options import read_options
from facilitator.programme.reader import Found, Table, refuse_repeats
from facilitator.programme.wordings import TEXT_KEYS, TITLE_KEYS, text_of, title_of
from facilitator.words.message import say

MOST_DOTS = limits.MOST_DOTS
_STAGE_KEYS = ("key", *TITLE_KEYS)
_QUESTION_KEYS = (
    "key",
    "stage",
    "method",
    *TEXT_KEYS,
    "options",
    "max",
    "stacking",
    "practice",
    "sensitive",
    "must_have",
    "room_made",
)
_ONLY_SOME_METHODS = {
    "max": (Method.CHOOSE, Method.DOTS),
    "room_made": (Method.CHOOSE, Method.DOTS),
    "stacking": (Method.DOTS,),
}


def read_stages(table: Table, language: str) -> tuple[Stage, ...]:
    """Return the stages, in order."""
    rows = tuple(found.table(_STAGE_KEYS) for found in table.needed("stages").items(least=1))
    refuse_repeats(row.needed("key") for row in rows)
    return tuple(Stage(StageKey(row.needed("key").key()), title_of(row, language)) for row in rows)


def read_questions(table: Table, language: str, stages: tuple[Stage, ...]) -> tuple[Question, ...]:
    """Return the questions, in order; each is of one of `stages`."""
    rows = tuple(found.table(_QUESTION_KEYS) for found in table.needed("questions").items(least=1))
    refuse_repeats(row.needed("key") for row in rows)
    return tuple(_question(row, language, stages) for row in rows)


def stage_of(row: Table, stages: tuple[Stage, ...]) -> StageKey:
    """Return the stage that `row` names, which has to be one of `stages`."""
    return StageKey(row.needed("stage").one_of([stage.key for stage in stages]))


def _question(row: Table, language: str, stages: tuple[Stage, ...]) -> Question:
    method = row.needed("method").member(Method)
    _refuse_what_the_method_lacks(row, method)
    options = read_options(row, method, language)
    return Question(
        key=QuestionKey(row.needed("key").key()),
        stage=stage_of(row, stages),
        method=method,
        wording=text_of(row, language),
        options=options,
        max_marks=_max_marks(row, method, len(options)),
        stacking=row.given("stacking", method is Method.DOTS).yes_or_no(),
        practice=row.given("practice", False).yes_or_no(),
        sensitive=row.given("sensitive", False).yes_or_no(),
        must_have=row.given("must_have", True).yes_or_no(),
        room_made=row.given("room_made", 0).whole_number(least=0, most=MOST_ROOM_MADE_AREAS),
    )


def _max_marks(row: Table, method: Method, options: int) -> int:
    if not method.ranks_options:
        return 1
    most = options if method is Method.CHOOSE else MOST_DOTS
    return row.needed("max").whole_number(least=1, most=most)


def _refuse_what_the_method_lacks(row: Table, method: Method) -> None:
    for name, methods in _ONLY_SOME_METHODS.items():
        found: Found | None = row.maybe(name)
        if found is not None and method not in methods:
            problem = say("a question of method “{method}” has no “{name}”.", method=method.value, name=name)
            raise found.refusal(problem, say("Take this line out, or change the method."))
