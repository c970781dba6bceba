"""Variants of a programme file with their run sheets, and the one variant of a file that gives none."""

from __future__ import annotations

from facilitator.core.keys import ActivityKey, QuestionKey
from facilitator.core.plan import limits
from facilitator.core.programme import Activity, ActivityKind, Question, Stage, Variant
from facilitator.core.wording import Wording
from facilitator.programme.questions import stage_of
from facilitator.programme.reader import Found, Table, refuse_repeats
from facilitator.programme.wordings import TITLE_KEYS, texts_of, title_of
from facilitator.words.message import say

MOST_MINUTES = limits.MOST_MINUTES
MINUTES_A_STAGE = 5
MOST_AREAS = 20
_VARIANT_KEYS = ("key", *TITLE_KEYS, "minutes", "areas", "activities")
_ACTIVITY_KEYS = ("key", "stage", "kind", *TITLE_KEYS, "minutes", "who", "prompts", "questions", "each_area")


def read_variants(
    table: Table, language: str, stages: tuple[Stage, ...], questions: tuple[Question, ...]
) -> tuple[Variant, ...]:
    """Return the variants of the file; none where it gives none."""
    rows = tuple(found.table(_VARIANT_KEYS) for found in table.items("variants"))
    refuse_repeats(row.needed("key") for row in rows)
    return tuple(_variant(row, language, stages, questions) for row in rows)


def whole_variant(title: Wording, stages: tuple[Stage, ...], questions: tuple[Question, ...]) -> Variant:
    """Return the variant "whole": one vote for each stage that has questions."""
    activities = tuple(
        Activity(
            key=ActivityKey(stage.key),
            stage=stage.key,
            kind=ActivityKind.VOTE,
            title=stage.title,
            minutes=MINUTES_A_STAGE,
            questions=tuple(question.key for question in questions if question.stage == stage.key),
        )
        for stage in stages
        if any(question.stage == stage.key for question in questions)
    )
    return Variant("whole", title, MINUTES_A_STAGE * len(activities), activities)


def _variant(row: Table, language: str, stages: tuple[Stage, ...], questions: tuple[Question, ...]) -> Variant:
    steps = tuple(found.table(_ACTIVITY_KEYS) for found in row.needed("activities").items(least=1))
    refuse_repeats(step.needed("key") for step in steps)
    activities = tuple(_activity(step, language, stages, questions) for step in steps)
    refuse_repeats(asked for step in steps for asked in step.items("questions"))
    minutes = row.needed("minutes")
    _refuse_another_sum(minutes, activities)
    return Variant(
        row.needed("key").key(),
        title_of(row, language),
        minutes.whole_number(least=1, most=MOST_MINUTES),
        activities,
        row.needed("areas").whole_number(least=1, most=MOST_AREAS) if row.maybe("areas") else None,
    )


def _refuse_another_sum(minutes: Found, activities: tuple[Activity, ...]) -> None:
    sum_minutes = sum(activity.minutes for activity in activities)
    promised_minutes = minutes.whole_number(least=1, most=MOST_MINUTES)
    if sum_minutes != promised_minutes:
        problem = say(
            "this says {promised} minutes, but the activities add up to {sum}.",
            promised=promised_minutes,
            sum=sum_minutes,
        )
        raise minutes.refusal(problem, say("Change the minutes of an activity or of the whole, so that they agree."))


def _activity(step: Table, language: str, stages: tuple[Stage, ...], questions: tuple[Question, ...]) -> Activity:
    stage = stage_of(step, stages)
    who = step.maybe("who")
    return Activity(
        key=ActivityKey(step.needed("key").key()),
        stage=stage,
        kind=step.needed("kind").member(ActivityKind),
        title=title_of(step, language),
        minutes=step.needed("minutes").whole_number(least=1, most=MOST_MINUTES),
        who=who.title() if who else "",
        prompts=texts_of(step, "prompts", language),
        questions=tuple(_asked(found, stage, questions) for found in step.items("questions")),
        each_area=step.given("each_area", False).yes_or_no(),
    )


def _asked(found: Found, stage: str, questions: tuple[Question, ...]) -> QuestionKey:
    key = found.one_of([question.key for question in questions])
    question = next(question for question in questions if question.key == key)
    if question.stage != stage:
        problem = say(
            "“{question}” belongs to the stage “{its_stage}”, and this activity to “{stage}”.",
            question=key,
            its_stage=question.stage,
            stage=stage,
        )
        raise found.refusal(problem, say("Move the question to an activity of its stage, or change one of the stages."))
    return question.key
