"""What the programme was issued with comes back: words with their translations, steps, questions and their order."""

from __future__ import annotations

import pytest

from facilitator.core.keys import Source
from facilitator.core.plan.edits import (
    reworded,
    reworded_option,
    with_models,
    with_step_title,
    without,
    without_question,
)
from facilitator.core.plan.issued_words import with_issued_words
from facilitator.core.plan.putting_back import (
    moved_question,
    question_put_back,
    step_put_back,
)
from facilitator.core.programme import Programme
from facilitator.errors import Refused
from facilitator.programme.shipped import find_programme

ISSUED = find_programme("living-well-here").programme


def steps(programme: Programme) -> list[str]:
    return [str(step.key) for step in programme.variant("full").activities]


def asked(programme: Programme, step: str) -> tuple[str, ...]:
    return next(one.questions for one in programme.variant("full").activities if one.key == step)


def test_words_that_are_the_issued_ones_again_have_their_easy_read_text_again():
    changed = reworded(reworded(ISSUED, "s2", "At home."), "s2", ISSUED.question("s2").wording.text)
    assert changed.question("s2").wording.source is Source.ORGANISER

    assert with_issued_words(changed, ISSUED) == ISSUED


def test_words_that_differ_stay_the_organisers():
    changed = reworded(ISSUED, "s2", "At home.")

    assert with_issued_words(changed, ISSUED) == changed


def test_titles_and_options_come_back_too():
    changed = with_step_title(ISSUED, "full", "break", "Tea")
    changed = with_step_title(changed, "full", "break", "Break")
    changed = reworded_option(changed, "areas", "a1", "Well")
    changed = reworded_option(changed, "areas", "a1", ISSUED.question("areas").options[0].wording.text)

    assert with_issued_words(changed, ISSUED) == ISSUED


def test_a_model_with_its_issued_words_has_its_key_again():
    texts = tuple(model.wording.text for model in ISSUED.question("areas").options[0].models)
    changed = with_models(with_models(ISSUED, "a1", ("clubs",)), "a1", texts)
    assert changed != ISSUED

    assert with_issued_words(changed, ISSUED) == ISSUED


@pytest.mark.parametrize("step", ["welcome", "vote-goals", "break", "vote-direction", "thanks"])
def test_a_step_left_out_comes_back_as_it_was(step):
    assert step_put_back(without(ISSUED, "full", step), ISSUED, "full", step) == ISSUED


def test_a_step_comes_back_behind_the_nearest_one_that_is_still_there():
    changed = without(without(ISSUED, "full", "what-matters"), "full", "read-goals")

    assert steps(step_put_back(changed, ISSUED, "full", "read-goals"))[:3] == ["welcome", "read-goals", "talk-goals"]


def test_a_step_that_needs_the_vote_on_areas_does_not_come_back_without_it():
    changed = ISSUED
    for step in ("carry-areas", "evidence", "vote-areas"):
        changed = without(changed, "full", step)

    with pytest.raises(Refused):
        step_put_back(changed, ISSUED, "full", "carry-areas")


def test_a_step_that_was_never_left_out_is_not_there_twice():
    with pytest.raises(Refused):
        step_put_back(ISSUED, ISSUED, "full", "break")


def test_a_question_left_out_comes_back_to_its_place():
    changed = without_question(without_question(ISSUED, "full", "s3"), "full", "s2")

    assert asked(question_put_back(changed, ISSUED, "full", "s3"), "vote-goals") == ("s1", "s3", "s4", "s5", "s6")
    both = question_put_back(question_put_back(changed, ISSUED, "full", "s3"), ISSUED, "full", "s2")
    assert both == ISSUED


def test_a_question_that_is_asked_is_not_asked_twice():
    with pytest.raises(Refused):
        question_put_back(ISSUED, ISSUED, "full", "s3")


def test_a_question_does_not_come_back_without_its_step():
    with pytest.raises(Refused) as refused:
        question_put_back(without(ISSUED, "full", "vote-goals"), ISSUED, "full", "s3")

    assert "“Vote on the goals”" in refused.value.message.english()


def test_a_question_moves_in_its_step_and_stays_at_either_end():
    moved = moved_question(ISSUED, "full", "s1", 1)
    assert asked(moved, "vote-goals") == ("s2", "s1", "s3", "s4", "s5", "s6")

    assert moved_question(moved, "full", "s1", -1) == ISSUED
    assert moved_question(ISSUED, "full", "s1", -1) == ISSUED
    assert moved_question(ISSUED, "full", "s6", 1) == ISSUED
