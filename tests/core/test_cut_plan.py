"""What is dropped and shortened when an event runs late."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.cut_plan import CutPlan, CuttableStep, Drop, Shorten, cut_plan, plan_in_words
from facilitator.core.programme import ActivityKind

NEVER_DROPPED = {
    ActivityKind.WELCOME, ActivityKind.CARRY_FORWARD, ActivityKind.SETTLE, ActivityKind.PLAY_BACK,
    ActivityKind.NEXT_STEPS, ActivityKind.FORMS, ActivityKind.THANKS, ActivityKind.BREAK, ActivityKind.EVIDENCE,
    ActivityKind.TABLE_TALK, ActivityKind.READ_ALOUD,
}  # fmt: skip


def a_step(key: str, kind: str, minutes: int, *, kept: bool = False, at_first: int | None = None) -> CuttableStep:
    return CuttableStep(key, key.title(), ActivityKind(kind), minutes, at_first or minutes, kept)


TALK = a_step("talk", "table_talk", 18)
DIRECTION = a_step("direction", "vote", 7)
JOINT = a_step("joint", "vote", 6, kept=True)
BREAK = a_step("break", "break", 15)
FORMS = a_step("forms", "forms", 8)
ALL = (BREAK, TALK, DIRECTION, JOINT, FORMS)


def after(steps, plan: CutPlan):
    dropped = {cut.key for cut in plan.drops}
    shorter = {cut.key: cut.to_minutes for cut in plan.shortens}
    return [replace(step, minutes=shorter.get(step.key, step.minutes)) for step in steps if step.key not in dropped]


def test_where_shortening_is_enough_nothing_is_dropped():
    plan = cut_plan(ALL, 6)

    assert plan.drops == ()
    assert plan.shortens == (Shorten("talk", "Talk", 18, 12),)


def test_a_vote_the_event_can_do_without_is_dropped_when_shortening_is_not_enough():
    plan = cut_plan(ALL, 14)

    assert plan.drops == (Drop("direction", "Direction", 7),)
    assert plan.shortens == (Shorten("talk", "Talk", 18, 11),)
    assert plan.stays_minutes == 0


def test_what_cannot_be_caught_up_is_said():
    plan = cut_plan((JOINT, FORMS), 14)

    assert plan.is_empty
    assert plan.stays_minutes == 14
    assert (
        str(plan_in_words(plan, "13:14")) == "Nothing ahead can be cut without harm. The event stays 14 minutes late."
    )


def test_every_step_keeps_its_least():
    steps = [
        a_step("talk", "table_talk", 20),
        a_step("round", "go_round", 10),
        a_step("pause", "break", 20),
        a_step("short-pause", "break", 8),
        a_step("vote", "vote", 8, kept=True),
    ]

    plan = cut_plan(steps, 500)

    assert {cut.key: cut.to_minutes for cut in plan.shortens} == {"talk": 12, "pause": 10, "vote": 6}
    assert [cut.key for cut in plan.drops] == ["round"]


def test_the_least_is_measured_by_the_programme_and_not_by_an_earlier_cut():
    assert cut_plan([a_step("talk", "table_talk", 11, at_first=18)], 10).is_empty


def test_one_minute_less_is_not_worth_proposing():
    assert cut_plan([a_step("vote", "vote", 7, kept=True)], 10).is_empty


def test_an_event_on_time_or_early_is_left_alone():
    for late_minutes in (0, -12):
        plan = cut_plan(ALL, late_minutes)

        assert plan.is_empty
        assert str(plan_in_words(plan, "13:00")) == "The event is on time; nothing has to be cut."


def test_a_drop_that_a_larger_one_makes_needless_is_left_out():
    small, large = a_step("small", "vote", 3), a_step("large", "vote", 20)

    assert [cut.key for cut in cut_plan([small, large], 18).drops] == ["large"]


def test_at_the_slow_pace_a_planned_minute_saves_half_as_much_again():
    plan = cut_plan(ALL, 9, slow=True)

    assert plan.shortens == (Shorten("talk", "Talk", 18, 12),)
    assert plan.saved_s == 9 * 60


def test_the_plan_is_one_sentence():
    plan = cut_plan(ALL, 14)

    assert str(plan_in_words(plan, "13:00")) == (
        "Drop Direction (7 min); shorten Talk from 18 to 11 min. New finish 13:00."
    )


def test_the_sentence_says_what_stays():
    plan = cut_plan((TALK, JOINT), 20)

    assert str(plan_in_words(plan, "13:13")) == "Shorten Talk from 18 to 11 min. New finish 13:13, still 13 min late."


def a_plan_of_steps():
    parts = st.tuples(st.sampled_from(ActivityKind), st.integers(1, 60), st.booleans())
    return st.lists(parts, max_size=14).map(
        lambda found: [a_step(f"s{n}", kind, minutes, kept=kept) for n, (kind, minutes, kept) in enumerate(found)]
    )


LATE = st.integers(-30, 200)


@given(a_plan_of_steps(), LATE, st.booleans())
def test_no_plan_drops_what_must_stay_or_goes_below_the_least(steps, late_minutes, slow):
    plan = cut_plan(steps, late_minutes, slow=slow)
    by_key = {step.key: step for step in steps}

    assert not any(by_key[cut.key].is_kept or by_key[cut.key].kind in NEVER_DROPPED for cut in plan.drops)
    assert all(by_key[cut.key].shortest_minutes <= cut.to_minutes < cut.from_minutes for cut in plan.shortens)
    assert not {cut.key for cut in plan.drops} & {cut.key for cut in plan.shortens}


@given(a_plan_of_steps(), LATE, st.booleans())
def test_a_plan_saves_what_it_says(steps, late_minutes, slow):
    plan = cut_plan(steps, late_minutes, slow=slow)
    minutes_less = sum(step.minutes for step in steps) - sum(step.minutes for step in after(steps, plan))

    assert plan.saved_s == minutes_less * (90 if slow else 60)
    assert plan.stays_minutes == max(0, max(0, late_minutes) * 60 - plan.saved_s) // 60


@given(a_plan_of_steps(), LATE, st.booleans())
def test_once_a_plan_is_taken_there_is_nothing_more_to_take(steps, late_minutes, slow):
    plan = cut_plan(steps, late_minutes, slow=slow)

    assert cut_plan(after(steps, plan), plan.stays_minutes, slow=slow).is_empty


@given(a_plan_of_steps(), LATE)
def test_nothing_is_dropped_where_shortening_is_enough(steps, late_minutes):
    plan = cut_plan(steps, late_minutes)

    assert not plan.drops or sum(step.room_minutes for step in steps) < late_minutes


@given(a_plan_of_steps(), LATE)
def test_no_cut_of_a_plan_is_needless(steps, late_minutes):
    plan = cut_plan(steps, late_minutes)
    saved = sum(cut.minutes for cut in plan.cuts)
    room = {step.key: step.room_minutes for step in steps}

    for drop in plan.drops:
        others = [step for step in steps if step.key not in {cut.key for cut in plan.drops}]
        enough = saved - sum(cut.minutes for cut in plan.shortens) - drop.minutes
        assert enough + sum(step.room_minutes for step in others) + room[drop.key] < late_minutes
    if not plan.drops:
        assert saved <= max(0, late_minutes)
