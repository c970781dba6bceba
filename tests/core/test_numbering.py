"""Numbers of steps."""

from __future__ import annotations

from facilitator.core.numbering import NumberedStep, step_numbers


def a_step(key: str, stage: str = "one", kind: str = "vote", from_area: str | None = None) -> NumberedStep:
    return NumberedStep(stage, kind, key, from_area)


def test_steps_are_counted_in_their_stage():
    steps = [a_step("a"), a_step("b"), a_step("c", "two")]

    assert step_numbers(steps, ["one", "two"]) == ("1.1", "1.2", "2.1")


def test_what_frames_the_conversation_has_no_number():
    steps = [a_step("hello", kind="welcome"), a_step("a"), a_step("tea", kind="break"), a_step("b")]

    assert step_numbers(steps, ["one"]) == ("", "1.1", "", "1.2")


def test_the_steps_of_the_areas_share_a_number_so_that_the_others_keep_theirs():
    steps = [a_step("cards-a1", from_area="a1"), a_step("cards-a2", from_area="a2"), a_step("talk")]

    assert step_numbers(steps, ["one"]) == ("1.1a", "1.1b", "1.2")


def test_a_step_of_no_stage_has_no_number():
    assert step_numbers([a_step("a", "nowhere")], ["one"]) == ("",)
