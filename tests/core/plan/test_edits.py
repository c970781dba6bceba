"""Edits of a programme: keys stay, new things have new keys, and what no programme may be is refused in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from facilitator.core.keys import Source
from facilitator.core.methods import Method
from facilitator.core.plan import edits
from facilitator.core.plan.edits import NewStep
from facilitator.core.programme import ActivityKind, EvidenceCard, PromiseLevel
from facilitator.errors import FacilitatorError, Refused
from facilitator.programme.shipped import find_programme
from tests.core.plan.random_edits import EDITS, VARIANT, edited

SHIPPED = find_programme("living-well-here").programme
TALK = NewStep(ActivityKind.TABLE_TALK, "goals", "Talk about buses", 10, ("What works?",))


def steps(programme, variant="full"):
    return [str(step.key) for step in programme.variant(variant).activities]


def step(programme, key, variant="full"):
    return next(one for one in programme.variant(variant).activities if one.key == key)


def options(programme, question="areas"):
    return [str(option.key) for option in programme.question(question).options]


def test_other_words_keep_their_key_and_are_the_organisers():
    question = edits.reworded(SHIPPED, "s2", " Home first. ").question("s2")

    assert (question.wording.text, question.wording.source) == ("Home first.", Source.ORGANISER)
    assert not question.wording.easy_read


def test_the_same_words_leave_everything_as_it_was():
    assert edits.reworded(SHIPPED, "s2", SHIPPED.question("s2").wording.text) == SHIPPED
    assert edits.with_givens(SHIPPED, tuple(one.text for one in SHIPPED.givens)) == SHIPPED


def test_the_length_of_the_whole_follows_the_minutes_of_a_step():
    programme = edits.with_minutes(SHIPPED, "full", "talk-goals", 25)

    assert step(programme, "talk-goals").minutes == 25
    assert programme.variant("full").minutes == 195
    assert programme.variant("short") == SHIPPED.variant("short")


def test_a_step_is_moved_and_stays_at_the_end_it_reaches():
    assert steps(edits.moved(SHIPPED, "full", "talk-goals", -2))[:3] == ["welcome", "talk-goals", "what-matters"]
    assert steps(edits.moved(SHIPPED, "full", "talk-goals", -99))[0] == "talk-goals"
    assert steps(edits.moved(SHIPPED, "full", "talk-goals", 99))[-1] == "talk-goals"


def test_a_step_is_added_behind_another_or_at_the_beginning():
    behind, first = (edits.added(SHIPPED, "full", after, TALK) for after in ("welcome", None))

    added = step(behind, steps(behind)[1])
    assert (added.title.text, added.minutes, added.title.source) == ("Talk about buses", 10, Source.ORGANISER)
    assert steps(first)[0] == added.key


def test_a_new_thing_has_a_key_of_its_own_also_where_the_same_words_were_added_before():
    once = edits.added(SHIPPED, "full", "welcome", TALK)
    twice = edits.added(once, "full", "welcome", TALK)

    new = [key for key in steps(twice) if key not in steps(SHIPPED)]
    assert len(set(new)) == 2


def test_the_same_words_added_at_two_events_have_the_same_key():
    one, two = (edits.with_option(SHIPPED, "areas", "Buses: more of them") for _ in range(2))

    assert options(one)[-1] == options(two)[-1]


def test_a_removed_option_never_gives_its_key_to_other_words():
    gone = edits.without_option(edits.with_option(SHIPPED, "areas", "Buses"), "areas", "a1")
    first = options(gone)[-1]

    after = edits.with_option(edits.without_option(gone, "areas", first), "areas", "Benches")

    assert options(after)[-1] not in {first, *options(SHIPPED)}


def test_a_new_statement_is_asked_last_in_its_step_and_is_no_must_have():
    programme = edits.with_statement(SHIPPED, "full", "vote-goals", "Buses matter.")

    key = step(programme, "vote-goals").questions[-1]
    question = programme.question(key)
    assert (question.method, question.stage, question.must_have) == (Method.STATEMENT, "goals", False)
    assert options(programme, key) == ["agree", "unsure", "disagree"]
    assert key not in {one.key for one in SHIPPED.questions}


def test_a_question_left_out_of_one_length_is_asked_in_the_others():
    programme = edits.without_question(SHIPPED, "full", "s3")

    assert "s3" not in step(programme, "vote-goals").questions
    assert "s3" in step(programme, "vote-goals", "short").questions
    assert programme.question("s3") == SHIPPED.question("s3")


def test_a_statement_of_the_organiser_that_nothing_asks_is_gone():
    asked = edits.with_statement(SHIPPED, "full", "vote-goals", "Buses matter.")
    key = step(asked, "vote-goals").questions[-1]

    assert edits.without_question(asked, "full", key) == SHIPPED


def test_nobody_can_choose_or_carry_more_areas_than_there_are_left():
    few = edits.with_max_marks(SHIPPED, "areas", 5)

    assert edits.without_option(few, "areas", "a1").question("areas").max_marks == 4


def test_an_option_moves_in_the_order_shown():
    assert options(edits.moved_option(SHIPPED, "areas", "a1", 2))[:3] == ["a2", "a3", "a1"]


def test_a_promise_is_made_and_taken_back():
    promised = edits.promised(SHIPPED, PromiseLevel.DEVOLVE, "You decide.")

    assert (promised.promise, promised.promise_wording.text) == (PromiseLevel.DEVOLVE, "You decide.")
    assert edits.promised(promised, None, " ").promise is None


def test_an_empty_evidence_card_says_that_nothing_is_known():
    card = EvidenceCard(headline="Few buses", cost="£3", source="Council", date="May 2026")
    known = edits.with_evidence(SHIPPED, "a1", card)

    assert known.question("areas").options[0].evidence == card
    assert edits.with_evidence(known, "a1", EvidenceCard()).question("areas").options[0].evidence is None


def test_models_that_stay_keep_their_keys_and_new_ones_have_their_own():
    programme = edits.with_models(SHIPPED, "a1", ("health checks for people who feel well", "walks"))

    models = programme.question("areas").options[0].models
    assert models[0].key == "health-checks"
    assert models[1].key.startswith("own-")


def test_the_steps_of_areas_go_with_the_template_that_nothing_asks_any_more():
    programme = edits.without(edits.without(SHIPPED, "full", "vote-direction"), "short", "vote-direction")

    assert programme.each_carried_area is None


@pytest.mark.parametrize(
    "refused",
    [
        lambda: edits.reworded(SHIPPED, "s2", "  "),
        lambda: edits.reworded(SHIPPED, "s2", "x" * 5001),
        lambda: edits.reworded(SHIPPED, "s2", "a\x07b"),
        lambda: edits.reworded(SHIPPED, "nothing", "Words"),
        lambda: edits.with_step_title(SHIPPED, "full", "welcome", "two\nlines"),
        lambda: edits.with_step_title(SHIPPED, "full", "welcome", "a\u202eb"),
        lambda: edits.with_minutes(SHIPPED, "full", "welcome", 0),
        lambda: edits.with_minutes(SHIPPED, "full", "welcome", 1441),
        lambda: edits.with_minutes(SHIPPED, "full", "welcome", 1400),
        lambda: edits.moved(SHIPPED, "full", "evidence", -5),
        lambda: edits.without(SHIPPED, "full", "vote-areas"),
        lambda: edits.without_question(SHIPPED, "full", "areas"),
        lambda: edits.without_question(SHIPPED, "slot", "tea"),
        lambda: edits.without(SHIPPED, "nothing", "welcome"),
        lambda: edits.added(SHIPPED, "full", None, NewStep(ActivityKind.BREAK, "lunch", "Lunch", 30)),
        lambda: edits.added(SHIPPED, "full", None, NewStep(ActivityKind.BREAK, "goals", " ", 30)),
        lambda: edits.with_statement(SHIPPED, "full", "talk-goals", "Buses matter."),
        lambda: edits.with_statement(SHIPPED, "full", "vote-goals", SHIPPED.question("s1").wording.text),
        lambda: edits.with_option(SHIPPED, "s1", "Perhaps"),
        lambda: edits.with_option(SHIPPED, "areas", SHIPPED.question("areas").options[0].wording.text),
        lambda: edits.without_option(SHIPPED, "s1", "unsure"),
        lambda: edits.with_max_marks(SHIPPED, "areas", 6),
        lambda: edits.with_max_marks(SHIPPED, "s1", 2),
        lambda: edits.promised(SHIPPED, PromiseLevel.INFORM, ""),
        lambda: edits.promised(SHIPPED, None, "Words"),
        lambda: edits.with_access(SHIPPED, ("Hearing loop", "hearing  loop")),
        lambda: edits.with_next_steps(SHIPPED, (("x" * 301, ""),)),
        lambda: edits.with_evidence(SHIPPED, "a1", EvidenceCard(source="Council")),
        lambda: edits.with_evidence(SHIPPED, "a1", EvidenceCard(now="Now", cost_year="2026")),
        lambda: edits.with_evidence(SHIPPED, "a1", EvidenceCard(now="Eleven of 12 villages")),
    ],
)
def test_what_no_programme_may_be_is_refused_with_a_sentence_and_advice(refused):
    with pytest.raises(Refused) as found:
        refused()

    assert str(found.value.message).endswith(".")
    assert str(found.value.advice).endswith(".")


def test_two_options_are_the_fewest():
    programme = SHIPPED
    for option in ("a1", "a2", "a3"):
        programme = edits.without_option(programme, "areas", option)

    with pytest.raises(Refused, match="at least 2"):
        edits.without_option(programme, "areas", "a4")


@settings(max_examples=40)
@given(EDITS)
def test_edits_keep_keys_unlike_and_minutes_summed_up(changes):
    programme = edited(SHIPPED, changes)

    length = programme.variant(VARIANT)
    assert length.minutes == sum(one.minutes for one in length.activities)
    assert len(set(steps(programme))) == len(length.activities)
    assert len({one.key for one in programme.questions}) == len(programme.questions)
    asked = [key for one in length.activities for key in one.questions]
    assert len(set(asked)) == len(asked)
    assert {one.key for one in programme.questions} >= set(asked)


def test_every_refusal_is_one_that_a_window_can_show():
    with pytest.raises(FacilitatorError):
        edits.reworded_option(SHIPPED, "areas", "nothing", "Words")
