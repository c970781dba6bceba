"""The programme that ships is the one of the design: its wording, its minutes, its votes."""

from __future__ import annotations

import json
import re
import shutil
import tomllib

import pytest

from facilitator.core.forms import FormKind
from facilitator.core.methods import Method
from facilitator.core.programme import ActivityKind, Programme, PromiseLevel
from facilitator.programme.reading import read_programme
from facilitator.programme.shipped import find_programme, shipped_programmes
from facilitator.resources import asset

STATEMENTS = {
    "s1": "Care and health services are here to help adults who need ongoing support to live well and have a"
    " good life.",
    "s2": "Wherever possible, that means living independently at home.",
    "s3": "It also means having chances to spend time with other people and to do things that matter to you.",
    "s4": "At the moment, support does not always help everyone reach their goals or live well where they"
    " want to live.",
    "s5": "People and families do not always get enough help to look after themselves and each other.",
    "s6": "A lot about how we support people has to change.",
    "j1": "Say plainly what happens now, what it costs, and what inspectors, staff and local people think works or"
    " should change",
    "j2": "Be honest about how much money there is likely to be",
    "j3": "Bring together what works best here and elsewhere, saying what would get more and what would get less",
    "j4": "Listen, publish a report of what people said, then publish a plan with the reasons for each decision",
    "j5": "Let services do what only services can, let communities do what only communities can, and share the rest",
}
AREAS = {
    "a1": "Staying well and connected: helping everyone stay healthy, in touch with others and able to cope when needs"
    " come up",
    "a2": "Living well at home: supporting people and families who need help to carry on living at home",
    "a3": "Good days: helping people with support needs do things they enjoy and value in the day, or find work",
    "a4": "A home and support in the community: new kinds of care for adults and older people who need both support and"
    " somewhere to live",
    "a5": "Getting going again: helping people regain independence after hospital or other health care",
}
FULL_RUN_SHEET = [
    ("welcome", ActivityKind.WELCOME, "goals", 10),
    ("what-matters", ActivityKind.GO_ROUND, "goals", 10),
    ("read-goals", ActivityKind.READ_ALOUD, "goals", 5),
    ("talk-goals", ActivityKind.TABLE_TALK, "goals", 10),
    ("vote-goals", ActivityKind.VOTE, "goals", 8),
    ("settle-goals", ActivityKind.SETTLE, "goals", 7),
    ("read-areas", ActivityKind.READ_ALOUD, "difference", 8),
    ("talk-areas", ActivityKind.TABLE_TALK, "difference", 17),
    ("missing-area", ActivityKind.THEMING, "difference", 7),
    ("vote-areas", ActivityKind.VOTE, "difference", 7),
    ("carry-areas", ActivityKind.CARRY_FORWARD, "difference", 6),
    ("break", ActivityKind.BREAK, "approach", 15),
    ("evidence", ActivityKind.EVIDENCE, "approach", 9),
    ("talk-approach", ActivityKind.TABLE_TALK, "approach", 18),
    ("vote-direction", ActivityKind.VOTE, "approach", 7),
    ("vote-approach", ActivityKind.VOTE, "approach", 6),
    ("commitments", ActivityKind.COMMITMENTS, "approach", 10),
    ("play-back", ActivityKind.PLAY_BACK, "approach", 5),
    ("next-steps", ActivityKind.NEXT_STEPS, "approach", 5),
    ("forms", ActivityKind.FORMS, "approach", 8),
    ("thanks", ActivityKind.THANKS, "approach", 2),
]
EXACT_PROMPTS = {
    "what-matters": "What does a good life look like for you, or for someone you help? One thing each.",
    "talk-goals": "Which of these is right for here? What is missing? What words would you change?",
    "vote-goals": "How far do you agree?",
    "settle-goals": "Do we adopt it, adopt with changes, or leave it?",
    "talk-areas": "What already helps here? What gets in the way? Who finds it hardest to get help?",
    "missing-area": "Is there an area we have left out?",
    "carry-areas": "We will work on these after the break. Anything that must not be lost?",
    "talk-approach": "What should stay? What should change? If we put more into this, what could have less? What can"
    " only services do, only communities do, what together? What could you, or a group you know, offer?",
    "vote-direction": "Should we put more, the same or less into …?",
    "vote-approach": "Is this the right way for us to work together?",
    "commitments": "By (date) we will …, decided by … I or my group could offer …",
    "play-back": "Have we heard you right? What would you change?",
}


@pytest.fixture(scope="module")
def programme() -> Programme:
    return find_programme("living-well-here").programme


def test_living_well_here_ships():
    assert shipped_programmes() == ("living-well-here",)


def test_every_shipped_file_is_called_by_its_key():
    assert [find_programme(key).programme.key for key in shipped_programmes()] == list(shipped_programmes())


def test_a_path_is_found_as_well_as_a_key(tmp_path):
    path = tmp_path / "ours.toml"
    shutil.copy(asset("programmes/living-well-here.toml"), path)

    assert find_programme(str(path)) == find_programme("living-well-here")


def test_the_shipped_file_as_json_gives_an_equal_programme(programme):
    values = tomllib.loads(find_programme("living-well-here").text)

    assert read_programme(json.dumps(values), form="json", name="ours.json") == programme


@pytest.mark.parametrize(("key", "minutes"), [("full", 180), ("short", 90), ("slot", 45)])
def test_the_minutes_of_each_variant_add_up(programme, key, minutes):
    variant = programme.variant(key)

    assert variant.minutes == minutes
    assert sum(activity.minutes for activity in variant.activities) == minutes


def test_the_full_run_sheet_stands_in_the_order_of_the_clock(programme):
    activities = programme.variant("full").activities

    assert [(step.key, step.kind, step.stage, step.minutes) for step in activities] == FULL_RUN_SHEET


def test_stages_of_the_short_variants_keep_their_minutes(programme):
    assert minutes_by_stage(programme, "short") == {"goals": 8 + 20, "difference": 30, "approach": 25 + 7}
    assert minutes_by_stage(programme, "slot") == {
        "goals": 4 + 5 + 3,
        "difference": 6 + 3 + 3,
        "approach": 3 + 8 + 5 + 5,
    }


def minutes_by_stage(programme: Programme, key: str) -> dict[str, int]:
    activities = programme.variant(key).activities
    return {
        stage.key: sum(step.minutes for step in activities if step.stage == stage.key) for stage in programme.stages
    }


def test_prompts_are_those_of_the_design(programme):
    spoken = {
        step.key: " ".join(prompt.text for prompt in step.prompts)
        for step in programme.variant("full").activities
        if step.key in EXACT_PROMPTS
    }

    assert spoken == EXACT_PROMPTS


@pytest.mark.parametrize(("key", "text"), STATEMENTS.items())
def test_statements_have_their_exact_wording(programme, key, text):
    question = programme.question(key)

    assert question.wording.text == text
    assert question.method is Method.STATEMENT
    assert question.wording.easy_read["en"]


def test_areas_have_their_exact_wording(programme):
    question = programme.question("areas")

    assert question.wording.text == "Choose up to three areas that would make most difference here."
    assert (question.method, question.max_marks, question.room_made) == (Method.CHOOSE, 3, 3)
    assert {option.key: option.wording.text for option in question.options} == AREAS
    assert all(option.wording.easy_read["en"] for option in question.options)


def test_each_area_brings_two_models_in_few_words(programme):
    models = [model for option in programme.question("areas").options for model in option.models]

    assert [len(option.models) for option in programme.question("areas").options] == [2] * 5
    assert len({model.key for model in models}) == 10
    assert all(len(model.wording.text.split()) <= 7 for model in models)


def test_the_practice_question_is_a_practice(programme):
    tea = programme.question("tea")

    assert tea.practice
    assert tea.wording.text == "Tea, coffee or neither?"
    assert [option.wording.text for option in tea.options] == ["Tea", "Coffee", "Neither"]


def test_stages_are_titled_as_in_the_glossary(programme):
    assert [(stage.key, stage.title.text) for stage in programme.stages] == [
        ("goals", "Shared goals"),
        ("difference", "What makes a difference"),
        ("approach", "A joint approach"),
    ]


@pytest.mark.parametrize(("tables", "areas"), [(1, 1), (3, 1), (4, 2), (5, 2), (6, 3), (12, 3)])
def test_the_scale_rule_says_how_many_areas_go_forward(programme, tables, areas):
    assert programme.carry_forward.question == "areas"
    assert programme.carry_forward.areas_for(tables) == areas


@pytest.mark.parametrize("tables", [1, 10, None])
def test_the_slot_carries_one_area_however_many_tables(programme, tables):
    assert programme.areas_to_carry("slot", tables) == 1


def test_the_other_lengths_leave_it_to_the_tables(programme):
    assert programme.areas_to_carry("full", 10) == programme.areas_to_carry("short", 10) == 3
    assert programme.areas_to_carry("full", None) is None


def test_a_direction_is_asked_of_each_carried_area(programme):
    template = programme.each_carried_area

    assert (template.key, template.stage) == ("direction", "approach")
    assert template.wording.text == "Should we put more, the same or less into {model}?"
    assert [option.key for option in template.options] == ["more", "same", "less", "not_sure"]
    assert not template.must_have


def test_the_shipped_programme_brings_no_evidence_since_figures_are_local(programme):
    assert [option.evidence for option in programme.question("areas").options] == [None] * 5


@pytest.mark.parametrize("key", ["full", "short", "slot"])
def test_nobody_votes_more_than_twenty_times(programme, key):
    asked = [question for step in programme.variant(key).activities for question in step.questions]
    most_areas = programme.carry_forward.areas_for(tables=100)
    most_models = max(len(option.models) for option in programme.question("areas").options)

    assert len(asked) + most_areas * most_models <= 20


@pytest.mark.parametrize("key", ["full", "short", "slot"])
def test_evidence_is_the_step_made_for_each_area(programme, key):
    activities = programme.variant(key).activities

    assert [step.kind for step in activities if step.each_area] == [ActivityKind.EVIDENCE]


def test_promise_givens_and_ground_rules_are_said(programme):
    assert programme.promise is PromiseLevel.INVOLVE
    assert re.fullmatch(r"[^.]*can change[^.]*cannot change[^.]*\.", programme.promise_wording.text)
    assert programme.givens[0].text == "There is less money than before."
    assert len(programme.ground_rules) == 8


ON_THE_EQUALITY_FORM = ["age", "sex", "disability", "ethnic-group", "here-as"]
THE_SHORT_LIST = {
    "age": 9,
    "sex": 2,
    "gender-as-registered": 2,
    "disability": 3,
    "disability-kinds": 10,
    "ethnic-group": 19,
    "religion": 8,
    "sexual-orientation": 4,
    "carer": 2,
    "here-as": 8,
    "district": 0,
}


def test_the_equality_form_asks_five_questions_unless_the_organiser_switches_more_on(programme):
    assert [question.key for question in programme.form("equality").questions] == ON_THE_EQUALITY_FORM
    assert [question.key for question in programme.form("equality").questions if question.roles] == ["here-as"]


def test_with_all_switched_on_the_equality_form_is_the_short_list_of_the_design():
    whole = read_programme(
        find_programme("living-well-here").text.replace("on = false", "on = true"), form="toml", name="x"
    )

    questions = whole.form("equality").questions
    assert {question.key: len(question.options) - 1 for question in questions} == THE_SHORT_LIST
    assert {question.options[-1].key for question in questions} == {"prefer-not-to-say"}


def test_ethnic_group_has_five_headings_with_every_detail_under_one(programme):
    ethnic = next(one for one in programme.form("equality").questions if one.key == "ethnic-group")

    assert [group.key for group in ethnic.groups] == ["asian", "black", "mixed", "white", "other"]
    assert [option.key for option in ethnic.options if not option.group] == ["prefer-not-to-say"]


def test_the_evaluation_form_has_ten_statements_and_two_open_questions(programme):
    evaluation = programme.form("evaluation")

    assert [len(evaluation.counted), len(evaluation.comments)] == [10, 2]
    assert {question.kind for question in evaluation.counted} == {FormKind.AGREE}


def test_small_numbers_are_those_of_the_design(programme):
    assert (programme.suppression.smallest_shown, programme.suppression.round_to) == (5, 1)


def test_access_is_asked_about_and_what_happens_next_is_to_be_filled_in(programme):
    assert "Hearing loop" in [means.text for means in programme.access]
    assert len(programme.next_steps) == 3
    assert {line.who for line in programme.next_steps} == {""}
