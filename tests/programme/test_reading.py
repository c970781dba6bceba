"""What a programme file becomes when it keeps the rules."""

from __future__ import annotations

import hashlib
import json

import pytest

from facilitator.core.forms import FormKind
from facilitator.core.keys import Source
from facilitator.core.methods import Method
from facilitator.core.programme import ActivityKind, EvidenceCard, PromiseLevel, evidence_of
from facilitator.core.wording import text_hash
from facilitator.programme.reading import read_programme_file
from tests.programme.good_file import ABSENT, changed, good_values, read_json, read_toml

SMALL_TOML = """
format = "programme/1"
key = "small"
version = 1
title = "Small"
stages = [{ key = "goals", title = "Goals" }, { key = "later", title = "Later" }, { key = "ways", title = "Ways" }]

[[questions]]
key = "s1"
stage = "goals"
method = "statement"
text = "We live well."
text_in.cy = "Rydym yn byw'n dda."

[[questions]]
key = "w1"
stage = "ways"
method = "choose"
text = "Choose one."
max = 1
options = [{ key = "bus", text = "Bus" }, { key = "train", text = "Train" }]
"""
SMALL_JSON = {
    "format": "programme/1",
    "key": "small",
    "version": 1,
    "title": "Small",
    "stages": [
        {"key": "goals", "title": "Goals"},
        {"key": "later", "title": "Later"},
        {"key": "ways", "title": "Ways"},
    ],
    "questions": [
        {
            "key": "s1",
            "stage": "goals",
            "method": "statement",
            "text": "We live well.",
            "text_in": {"cy": "Rydym yn byw'n dda."},
        },
        {
            "key": "w1",
            "stage": "ways",
            "method": "choose",
            "text": "Choose one.",
            "max": 1,
            "options": [{"key": "bus", "text": "Bus"}, {"key": "train", "text": "Train"}],
        },
    ],
}


def read(values: dict):
    return read_json(json.dumps(values))


def test_every_key_of_the_good_file_reaches_the_programme():
    programme = read(good_values())

    assert (programme.key, programme.version, programme.title.text, programme.language) == (
        "our-care",
        2,
        "Our care",
        "en",
    )
    assert programme.promise is PromiseLevel.CONSULT
    assert programme.promise_wording.text == "It can change the plan; it cannot change the money."
    assert [given.text for given in programme.givens] == ["There is less money than before.", "The law stays."]
    assert [rule.text for rule in programme.ground_rules] == ["One voice at a time."]
    assert [stage.key for stage in programme.stages] == ["goals", "areas"]
    assert [question.key for question in programme.questions] == ["s1", "choice", "walls", "tea", "day-centres"]
    assert programme.carry_forward.areas_by_tables == ((6, 3), (1, 1))
    assert programme.each_carried_area.activity == "areas-vote"


def test_a_question_keeps_its_marks_and_flags():
    programme = read(good_values())

    choice, walls, tea = programme.question("choice"), programme.question("walls"), programme.question("tea")
    assert (choice.max_marks, choice.room_made, choice.sensitive, choice.stacking) == (2, 1, True, False)
    assert (walls.max_marks, walls.stacking, walls.must_have) == (3, False, False)
    assert (tea.max_marks, tea.practice, tea.must_have) == (1, True, True)
    assert [option.key for option in choice.options] == ["a1", "a2", "a3"]
    assert choice.options[0].models[0].wording.text == "visits at home"


def test_dots_may_be_stacked_unless_the_file_says_otherwise():
    programme = read(changed(["questions", 2, "stacking"], ABSENT))

    assert programme.question("walls").stacking


def test_a_variant_keeps_its_run_sheet_in_order():
    variant = read(good_values()).variant("long")

    assert [activity.key for activity in variant.activities] == ["goals-vote", "areas-vote", "evidence"]
    assert variant.activities[0].questions == ("tea", "s1")
    assert variant.activities[0].prompts[0].text == "How far do you agree?"
    assert [activity.each_area for activity in variant.activities] == [False, False, True]
    assert variant.minutes == 30


def test_toml_and_json_of_the_same_content_give_equal_programmes():
    assert read_toml(SMALL_TOML) == read(SMALL_JSON)


def test_welsh_stands_beside_the_english_text():
    wording = read_toml(SMALL_TOML).question("s1").wording

    assert wording.in_language("cy") == "Rydym yn byw'n dda."
    assert wording.in_language("en") == "We live well."


def test_titles_and_givens_are_translated_too():
    programme = read(good_values())

    assert programme.title.in_language("cy") == "Ein gofal"
    assert programme.givens[1].in_language("cy") == "Erys y gyfraith."


def test_a_wording_keeps_its_easy_read_text_and_its_source():
    wording = read(good_values()).question("s1").wording

    assert wording.easy_read == {"en": "People live well at home."}
    assert wording.source is Source.ORGANISER


def test_shown_text_is_left_untouched_and_its_hash_is_not_moved_by_the_line_end():
    wording = read(good_values()).question("s1").wording

    assert wording.text == "People live well at home.\n"
    assert text_hash(wording.text) == text_hash("People live well at home.")


def test_statements_and_directions_bring_their_english_options():
    programme = read(changed(["questions", 4, "options"], ABSENT))

    assert [option.wording.text for option in programme.question("s1").options] == ["Agree", "Unsure", "Disagree"]
    assert [option.wording.text for option in programme.question("day-centres").options] == [
        "More",
        "The same",
        "Less",
        "Not sure",
    ]
    assert [option.key for option in programme.each_carried_area.options] == ["more", "same", "less", "not_sure"]


def test_options_of_a_direction_may_be_worded_anew():
    options = read(good_values()).question("day-centres").options

    assert [option.wording.text for option in options] == ["More of it", "As now", "Less of it", "Not sure"]


def test_a_welsh_programme_words_its_own_statement_options():
    welsh = SMALL_TOML.replace("version = 1", 'version = 1\nlanguage = "cy"').replace(
        'text_in.cy = "Rydym yn byw\'n dda."',
        'options = [{ key = "agree", text = "Cytuno" }, { key = "unsure", text = "Ansicr" },'
        ' { key = "disagree", text = "Anghytuno" }]',
    )

    programme = read_toml(welsh)

    assert programme.language == "cy"
    assert programme.question("s1").method is Method.STATEMENT
    assert [option.wording.text for option in programme.question("s1").options] == ["Cytuno", "Ansicr", "Anghytuno"]


def test_a_file_without_variants_has_one_with_a_vote_for_each_stage_that_asks_something():
    (variant,) = read_toml(SMALL_TOML).variants

    assert (variant.key, variant.title.text, variant.minutes) == ("whole", "Small", 10)
    assert [(step.key, step.kind, step.questions) for step in variant.activities] == [
        ("goals", ActivityKind.VOTE, ("s1",)),
        ("ways", ActivityKind.VOTE, ("w1",)),
    ]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_file_keeps_its_exact_text_and_the_digest_of_its_bytes(tmp_path, mark, line_end):
    content = (mark + SMALL_TOML.replace("\n", line_end)).encode()
    path = tmp_path / "small.TOML"
    path.write_bytes(content)

    file = read_programme_file(path)

    assert file.programme == read_toml(SMALL_TOML)
    assert file.text.encode() == content
    assert file.digest == hashlib.sha256(content).hexdigest()
    assert file.form == "toml"
    assert read_toml(file.text) == file.programme


def test_a_json_file_with_a_byte_order_mark_is_read(tmp_path):
    path = tmp_path / "small.json"
    path.write_text(json.dumps(SMALL_JSON), encoding="utf-8-sig")

    file = read_programme_file(path)

    assert file.form == "json"
    assert file.programme.key == "small"


def test_an_area_brings_its_evidence_to_the_letter():
    card = {"headline": "One in three closed.", "cost": "£86,000", "source": "The register", "date": "March 2026"}
    programme = read(changed(["questions", 1, "options", 0, "evidence"], card))

    assert evidence_of(programme, "a1") == EvidenceCard(**card)


def test_an_area_without_evidence_brings_none():
    programme = read(good_values())

    assert evidence_of(programme, "a1") is None
    assert evidence_of(programme, "room-1") is None


def test_evidence_without_a_figure_needs_no_source():
    programme = read(changed(["questions", 1, "options", 0, "evidence"], {"now": "Nobody knows."}))

    assert evidence_of(programme, "a1").now == "Nobody knows."


def test_a_file_that_carries_nothing_has_no_evidence_to_show():
    assert evidence_of(read_toml(SMALL_TOML), "bus") is None


@pytest.mark.parametrize(("written", "read_as"), [(ABSENT, True), (True, True), (False, False)])
def test_the_questions_about_carried_areas_are_must_haves_unless_the_file_says_otherwise(written, read_as):
    values = good_values()
    if written is not ABSENT:
        values["each_carried_area"]["must_have"] = written

    assert read(values).each_carried_area.must_have is read_as


def test_the_forms_of_the_good_file_reach_the_programme():
    equality, evaluation = read(good_values()).forms

    assert (equality.key, equality.title.in_language("cy")) == ("equality", "Amdanoch chi")
    assert [(question.key, question.kind, question.roles) for question in equality.questions] == [
        ("ethnic-group", FormKind.ONE, False),
        ("here-as", FormKind.ONE, True),
        ("district", FormKind.DISTRICT, False),
    ]
    assert [question.key for question in evaluation.counted] == ["heard"]
    assert [question.key for question in evaluation.comments] == ["best"]


def test_options_of_a_form_know_their_heading():
    ethnic = read(good_values()).form("equality").questions[0]

    assert [(option.key, option.group) for option in ethnic.options] == [
        ("indian", "asian"),
        ("irish", "white"),
        ("something-else", ""),
        ("prefer-not-to-say", ""),
    ]
    assert [(group.key, group.wording.text) for group in ethnic.groups] == [("asian", "Asian"), ("white", "White")]
    assert ethnic.options[0].wording.in_language("cy") == "Indiaidd"


def test_prefer_not_to_say_comes_by_itself_and_may_be_worded_anew():
    equality = read(good_values()).form("equality")

    last = [question.options[-1] for question in equality.questions]
    assert {option.key for option in last} == {"prefer-not-to-say"}
    assert [option.wording.text for option in last] == [
        "Prefer not to say",
        "I would rather not say",
        "Prefer not to say",
    ]


def test_a_question_that_is_switched_on_is_asked():
    switched_on = changed(["forms", "equality", "questions", 2, "on"], True)

    assert "kinds" in [question.key for question in read(switched_on).form("equality").questions]


def test_a_form_of_which_nothing_is_on_or_that_is_left_out_is_none():
    off = changed(["forms", "evaluation", "questions"], [{"key": "x", "kind": "agree", "text": "X", "on": False}])

    assert [form.key for form in read(off).forms] == ["equality"]
    assert read(changed(["forms", "equality"], ABSENT)).form("equality") is None
    assert read(changed(["forms"], ABSENT)).forms == ()


def test_agreement_has_its_five_steps_in_order_and_no_way_not_to_say():
    heard = read(good_values()).form("evaluation").questions[0]

    assert [option.wording.text for option in heard.options] == [
        "Strongly agree",
        "Agree",
        "Neither agree nor disagree",
        "Disagree",
        "Strongly disagree",
    ]


def test_how_small_a_number_may_be_shown_is_set_by_the_file_or_the_usual():
    ours, usual = read(good_values()), read(changed(["disclosure"], ABSENT))

    assert (ours.suppression.smallest_shown, ours.suppression.round_to) == (10, 5)
    assert (usual.suppression.smallest_shown, usual.suppression.round_to) == (5, 1)


def test_access_and_next_steps_reach_the_programme():
    programme = read(good_values())

    assert [means.in_language("cy") for means in programme.access] == ["Hearing loop", "Print bras"]
    assert [(line.wording.text, line.who) for line in programme.next_steps] == [
        ("The report is published.", "the council"),
        ("The decision is made.", ""),
    ]
