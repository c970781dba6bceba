"""What a newcomer is told: something at every place, in a sentence or two."""

from __future__ import annotations

from itertools import product

import pytest

from facilitator.core.keys import State
from facilitator.core.programme import ActivityKind
from facilitator.rehearsal.asking import Way
from facilitator.rehearsal.lesson import lesson_for


@pytest.mark.parametrize(("kind", "state"), list(product(ActivityKind, [None, *State])))
def test_every_place_has_a_short_lesson(kind, state):
    lesson = str(lesson_for(kind, state))

    assert lesson.endswith((".", "?"))
    assert 20 < len(lesson) < 75  # one line above the work


def test_an_open_vote_tells_how_the_room_answers_it():
    lessons = {str(lesson_for(ActivityKind.VOTE, State.OPEN, way)) for way in Way}

    assert len(lessons) == len(Way)


def test_a_vote_that_is_ready_says_which_key_opens_it():
    assert "press Space to open the vote" in str(lesson_for(ActivityKind.VOTE, State.READY))
