"""What a programme file is refused for, and how the refusal reads."""

from __future__ import annotations

import json
import re

import pytest

from facilitator.errors import ProgrammeRefused
from facilitator.programme.reading import MOST_BYTES, read_programme, read_programme_file
from facilitator.programme.shipped import find_programme
from tests.programme.good_file import ABSENT, changed, good_values, read_json, read_toml

STATEMENT, CHOICE, DOTS, SINGLE, DIRECTION = (("questions", index) for index in range(5))
ACTIVITIES = ("variants", 0, "activities")
EQUALITY, EVALUATION = (("forms", form, "questions") for form in ("equality", "evaluation"))
ETHNIC, HERE_AS, KINDS, DISTRICT = ((*EQUALITY, index) for index in range(4))
HEARD, BEST = ((*EVALUATION, index) for index in range(2))
DEEP = "[" * 100_000

BREAKAGES = [
    (["format"], ABSENT, "format", "is missing"),
    (["format"], "programme/2", "format", "programme/1"),
    (["key"], ABSENT, "key", "is missing"),
    (["key"], "Our Care", "key", "cannot be a key"),
    (["key"], "gofal\u202e", "key", "cannot be a key"),
    (["key"], "k" * 41, "key", "cannot be a key"),
    (["key"], "key\n", "key", "cannot be a key"),
    (["version"], 0, "version", "whole number from 1"),
    (["version"], "1", "version", "it is the text “1”"),
    (["version"], True, "version", "it is true"),
    (["version"], 1.5, "version", "it is 1.5"),
    (["title"], "  ", "title", "empty"),
    (["title"], "Our \u202ecare", "title", "U+202E"),
    (["title"], "Our\ncare", "title", "U+000A"),
    (["title_in", "cy"], "Ein \u2066gofal", "title_in.cy", "U+2066"),
    (["titel"], "Our care", "titel", "not known"),
    (["language"], "English", "language", "not a language code"),
    (["title_in"], {"en": "Ours"}, "title_in.en", "language of the whole programme"),
    (["title_in"], {"Welsh": "Ein"}, "title_in.Welsh", "not a language code"),
    (["title_in"], "Ein gofal", "title_in", "table of keys and values"),
    (["promise", "level"], "decide", "promise.level", "known are: inform"),
    (["promise", "text"], ABSENT, "promise.text", "is missing"),
    (["givens"], "There is less money", "givens", "has to be a list"),
    (["givens", 1], 7, "givens[2]", "has to be text"),
    (["givens", 1, "text"], "\ud800", "givens[2].text", "U+D800"),
    (["ground_rules", 0], "a\x00b", "ground_rules[1]", "U+0000"),
    (["stages"], [], "stages", "at least 1 is needed"),
    (["stages", 1, "key"], "goals", "stages[2].key", "second time"),
    (["stages", 0], "goals", "stages[1]", "table of keys and values"),
    (["questions"], ABSENT, "questions", "is missing"),
    ([*CHOICE, "key"], "s1", "questions[2].key", "second time"),
    ([*CHOICE, "stage"], "area", "questions[2].stage", "known are: goals, areas"),
    ([*CHOICE, "method"], "rank", "questions[2].method", "known are: statement"),
    ([*CHOICE, "text"], "x" * 5_001, "questions[2].text", "5001 characters"),
    ([*CHOICE, "text"], None, "questions[2].text", "nothing (null)"),
    ([*CHOICE, "max"], ABSENT, "questions[2].max", "is missing"),
    ([*CHOICE, "max"], 4, "questions[2].max", "from 1 to 3, and it is 4"),
    ([*CHOICE, "max"], 10**4000, "questions[2].max", "very large number"),
    ([*CHOICE, "stacking"], True, "questions[2].stacking", "“choose” has no “stacking”"),
    ([*CHOICE, "room_made"], 4, "questions[2].room_made", "from 0 to 3"),
    ([*CHOICE, "sensitive"], "yes", "questions[2].sensitive", "true or false"),
    ([*CHOICE, "source"], "council", "questions[2].source", "programme, organiser, room"),
    ([*CHOICE, "options"], [{"key": "a1", "text": "A"}], "questions[2].options", "at least 2 are needed"),
    ([*CHOICE, "options", 1, "key"], "spoilt", "questions[2].options[2].key", "kept for the program"),
    ([*CHOICE, "options", 1, "key"], "a1", "questions[2].options[2].key", "second time"),
    ([*CHOICE, "options", 1, "label"], "Days", "questions[2].options[2].label", "not known"),
    ([*CHOICE, "options", 1, "models"], [{"key": "visits", "text": "x"}], "options[2].models[1].key", "second time"),
    ([*DOTS, "max"], 101, "questions[3].max", "from 1 to 100"),
    ([*CHOICE, "options", 0, "evidence"], {}, "options[1].evidence", "neither “headline” nor “now”"),
    ([*CHOICE, "options", 0, "evidence"], {"staff": "x"}, "options[1].evidence", "neither “headline” nor “now”"),
    ([*CHOICE, "options", 0, "evidence"], "text", "options[1].evidence", "table of keys and values"),
    ([*CHOICE, "options", 0, "evidence"], {"now": "x", "price": "y"}, "options[1].evidence.price", "not known"),
    ([*CHOICE, "options", 0, "evidence"], {"now": " "}, "options[1].evidence.now", "empty"),
    ([*CHOICE, "options", 0, "evidence"], {"now": 5}, "options[1].evidence.now", "has to be text"),
    ([*CHOICE, "options", 0, "evidence"], {"now": "9 groups"}, "options[1].evidence.source", "“now” gives a figure"),
    (
        [*CHOICE, "options", 0, "evidence"],
        {"now": "x", "cost": "a lot", "source": "the council"},
        "options[1].evidence.date",
        "“cost” gives a figure",
    ),
    ([*CHOICE, "options", 0, "evidence"], {"now": "x", "cost_year": "2025"}, "evidence.cost_year", "“cost” is missing"),
    ([*SINGLE, "options", 0, "evidence"], {"now": "x"}, "questions[4].options[1].evidence", "not known"),
    ([*STATEMENT, "max"], 1, "questions[1].max", "“statement” has no “max”"),
    ([*STATEMENT, "room_made"], 1, "questions[1].room_made", "has no “room_made”"),
    ([*STATEMENT, "options"], [{"key": "yes", "text": "Yes"}], "questions[1].options", "agree, unsure, disagree"),
    ([*STATEMENT, "easy_read", "en"], "", "questions[1].easy_read.en", "empty"),
    ([*SINGLE, "options", 0, "models"], [], "questions[4].options[1].models", "not known"),
    ([*DIRECTION, "options", 3, "key"], "unsure", "questions[5].options", "more, same, less, not_sure"),
    (["variants", 0, "minutes"], 31, "variants[1].minutes", "31 minutes, but the activities add up to 30"),
    (["variants", 0, "activities"], [], "variants[1].activities", "at least 1 is needed"),
    ([*ACTIVITIES, 0, "kind"], "voting", "variants[1].activities[1].kind", "known are: welcome"),
    ([*ACTIVITIES, 0, "minutes"], 0, "variants[1].activities[1].minutes", "from 1 to 1440"),
    ([*ACTIVITIES, 1, "key"], "goals-vote", "variants[1].activities[2].key", "second time"),
    ([*ACTIVITIES, 0, "questions", 1], "s9", "variants[1].activities[1].questions[2]", "“s9” is not known"),
    (
        [*ACTIVITIES, 0, "questions", 1],
        "choice",
        "variants[1].activities[1].questions[2]",
        "belongs to the stage “areas”",
    ),
    ([*ACTIVITIES, 0, "questions", 1], "tea", "variants[1].activities[1].questions[2]", "second time"),
    ([*ACTIVITIES, 0, "prompts"], "Agree?", "variants[1].activities[1].prompts", "has to be a list"),
    ([*ACTIVITIES, 0, "who"], "all\u200f", "variants[1].activities[1].who", "U+200F"),
    (["carry_forward", "question"], "s1", "carry_forward.question", "known are: choice, walls"),
    (["carry_forward", "areas_by_tables"], [[4, 2], [6, 3]], "carry_forward.areas_by_tables", "have to fall"),
    (["carry_forward", "areas_by_tables", 0], [6], "carry_forward.areas_by_tables[1]", "two numbers"),
    (["carry_forward", "areas_by_tables", 0], [6, 5], "carry_forward.areas_by_tables[1][2]", "from 1 to 4"),
    (["each_carried_area", "text"], "More into it?", "each_carried_area.text", "{model} is missing"),
    (["each_carried_area", "text_in"], {"cy": "Mwy?"}, "each_carried_area.text", "{model} is missing"),
    (["carry_forward"], ABSENT, "variants[1].activities[3].each_area", "carries none forward"),
    (["forms"], [], "forms", "table of keys and values"),
    (["forms", "equalty"], {}, "forms.equalty", "not known"),
    (["forms", "equality"], "age", "forms.equality", "table of keys and values"),
    (["forms", "equality", "title"], ABSENT, "forms.equality.title", "is missing"),
    (["forms", "equality", "titel"], "About", "forms.equality.titel", "not known"),
    ([*EQUALITY], ABSENT, "forms.equality.questions", "is missing"),
    ([*EQUALITY], [], "forms.equality.questions", "at least 1 is needed"),
    ([*HERE_AS, "key"], "ethnic-group", "forms.equality.questions[2].key", "second time"),
    ([*HERE_AS, "key"], "Here as", "forms.equality.questions[2].key", "cannot be a key"),
    ([*HERE_AS, "kind"], "many", "forms.equality.questions[2].kind", "known are: one, several, agree"),
    ([*HERE_AS, "kind"], "several", "forms.equality.questions[2].roles", "“several” has no “roles”"),
    ([*HERE_AS, "text"], ABSENT, "forms.equality.questions[2].text", "is missing"),
    ([*HERE_AS, "text_in"], {"en": "x"}, "questions[2].text_in.en", "language of the whole programme"),
    ([*HERE_AS, "options"], ABSENT, "questions[2].options", "is missing"),
    ([*HERE_AS, "options"], [{"key": "a", "text": "A"}], "questions[2].options", "at least 2 are needed"),
    ([*HERE_AS, "options", 1, "key"], "resident", "questions[2].options[2].key", "second time"),
    ([*HERE_AS, "options", 1, "group"], "staff", "questions[2].options[2].group", "not known here"),
    ([*HERE_AS, "options", 1, "count"], 1, "questions[2].options[2].count", "not known"),
    ([*HERE_AS, "on"], "no", "questions[2].on", "true or false"),
    ([*ETHNIC, "roles"], True, "forms.equality.questions[2].roles", "a second question asks"),
    ([*ETHNIC, "kind"], "several", "questions[1].groups", "“several” has no “groups”"),
    ([*ETHNIC, "groups", 0, "key"], "irish", "questions[1].options[2].key", "second time"),
    ([*ETHNIC, "groups", 0, "key"], "white", "questions[1].groups[2].key", "second time"),
    ([*ETHNIC, "groups", 0, "key"], "black", "questions[1].options[1].group", "known are: black, white"),
    ([*ETHNIC, "options", 0, "group"], "white", "questions[1].groups[1]", "no option stands under the heading “asian”"),
    ([*ETHNIC, "groups", 0, "text"], "", "questions[1].groups[1].text", "empty"),
    ([*KINDS, "kind"], "comment", "forms.equality.questions[3].kind", "people's own words have no place"),
    ([*DISTRICT, "options"], [{"key": "m1", "text": "M1"}], "questions[4].options", "written by people"),
    ([*HEARD, "options"], [{"key": "agree", "text": "Yes"}], "questions[1].options", "exactly these options"),
    ([*HEARD, "groups"], [], "questions[1].groups", "“agree” has no “groups”"),
    ([*BEST, "options"], [], "forms.evaluation.questions[2].options", "“comment” has no “options”"),
    (["disclosure"], 5, "disclosure", "table of keys and values"),
    (["disclosure", "smallest"], 5, "disclosure.smallest", "not known"),
    (["disclosure", "smallest_shown"], 2, "disclosure.smallest_shown", "whole number from 3 to 10"),
    (["disclosure", "smallest_shown"], 11, "disclosure.smallest_shown", "whole number from 3 to 10"),
    (["disclosure", "round_to"], 3, "disclosure.round_to", "rounded to 1 or to 5"),
    (["disclosure", "round_to"], True, "disclosure.round_to", "whole number from 1 to 5"),
    (["access"], "Hearing loop", "access", "has to be a list"),
    (["access", 0], "Hearing\nloop", "access[1]", "U+000A"),
    (["access", 0], "large  Print", "access[2]", "second time"),
    (["access", 0], "x" * 201, "access[1]", "201 characters; 200 is the most"),
    (["next_steps"], "later", "next_steps", "has to be a list"),
    (["next_steps", 0, "text"], ABSENT, "next_steps[1].text", "is missing"),
    (["next_steps", 0, "text"], "x" * 301, "next_steps[1].text", "301 characters; 300 is the most"),
    (["next_steps", 0, "who"], "y" * 201, "next_steps[1].who", "201 characters; 200 is the most"),
    (["next_steps", 0, "who"], "a\u202e", "next_steps[1].who", "U+202E"),
    (["next_steps", 0, "when"], "soon", "next_steps[1].when", "not known"),
]


def refusal_of(values: object) -> ProgrammeRefused:
    with pytest.raises(ProgrammeRefused) as caught:
        read_json(json.dumps(values))
    return caught.value


def refusal_of_file(path) -> ProgrammeRefused:
    with pytest.raises(ProgrammeRefused) as caught:
        read_programme_file(path)
    return caught.value


@pytest.mark.parametrize(("steps", "value", "path", "phrase"), BREAKAGES)
def test_a_broken_file_is_refused_with_file_place_reason_and_advice(steps, value, path, phrase):
    refused = refusal_of(changed(steps, value))

    message = str(refused.message)
    assert message.startswith("ours.json, at ")
    assert path in message
    assert phrase in message
    assert str(refused.advice).endswith(".")


@pytest.mark.parametrize(("steps", "value", "path", "phrase"), BREAKAGES)
def test_refusals_are_plain_sentences(steps, value, path, phrase):
    refused = refusal_of(changed(steps, value))

    sentences = str(refused)
    assert not re.search(r"invalid|please|!|NoneType|traceback", sentences, re.IGNORECASE)
    assert sentences.isprintable()


def test_the_refusal_names_the_key_of_the_question():
    refused = refusal_of(changed([*CHOICE, "max"], 9))

    assert "questions[2].max (key: choice)" in str(refused.message)


def test_the_refusal_names_the_keys_of_the_question_and_of_its_option():
    refused = refusal_of(changed([*CHOICE, "options", 1, "text"], ""))

    assert "questions[2].options[2].text (key: choice, a2)" in str(refused.message)


@pytest.mark.parametrize(
    ("steps", "nearest"),
    [(["titel"], "title"), ([*CHOICE, "maks"], "max"), ([*ACTIVITIES, 0, "minute"], "minutes")],
)
def test_an_unknown_key_is_refused_with_the_nearest_known_one(steps, nearest):
    refused = refusal_of(changed(steps, "something"))

    assert f"Was “{nearest}” meant?" in str(refused.advice)


def test_an_unknown_key_like_no_other_is_answered_with_all_known_ones():
    refused = refusal_of(changed(["zzzz"], 1))

    assert "ground_rules" in str(refused.advice)


def test_a_misspelt_question_is_answered_with_the_nearest():
    refused = refusal_of(changed([*ACTIVITIES, 1, "questions", 0], "choise"))

    assert "Was “choice” meant?" in str(refused.advice)


def test_a_template_without_carry_forward_is_refused():
    values = changed(["carry_forward"], ABSENT)
    del values["variants"]

    refused = refusal_of(values)

    assert "at each_carried_area" in str(refused.message)
    assert "without “carry_forward”" in str(refused.message)


def test_another_language_than_english_has_to_word_its_options():
    values = changed(["language"], "fr")

    refused = refusal_of(values)

    assert "questions[1].options (key: s1)" in str(refused.message)
    assert "agree, unsure, disagree" in str(refused.advice)


@pytest.mark.parametrize("values", [[], "programme", 7, None, True])
def test_json_that_is_no_table_is_refused(values):
    assert "table of keys and values" in str(refusal_of(values).message)


def test_a_key_that_stands_twice_in_json_is_refused():
    with pytest.raises(ProgrammeRefused, match="at version: the key “version” stands a second time"):
        read_json('{"format": "programme/1", "version": 1, "version": 2}')


def test_a_key_that_stands_twice_in_toml_is_refused_with_its_line():
    with pytest.raises(ProgrammeRefused, match=r"ours.toml: at line 3 a key stands a second time"):
        read_toml('format = "programme/1"\nversion = 1\nversion = 2\n')


def test_a_toml_slip_is_refused_with_its_line():
    with pytest.raises(ProgrammeRefused, match=r"ours.toml: line 2 cannot be understood"):
        read_toml('format = "programme/1"\ntitle = Our care\n')


def test_a_toml_text_without_its_end_is_refused_with_the_last_line():
    with pytest.raises(ProgrammeRefused, match="line 2 cannot be understood"):
        read_toml('format = "programme/1"\ntitle = """Our care')


def test_a_toml_key_of_endless_parts_is_refused_at_once():
    with pytest.raises(ProgrammeRefused, match=r"ours.toml: line 2 has more than 500 dots"):
        read_toml('format = "programme/1"\n' + "a." * 400_000 + "a = 1")


def test_a_json_slip_is_refused_with_its_line():
    with pytest.raises(ProgrammeRefused, match=r"ours.json: line 2 cannot be understood"):
        read_json('{"format": "programme/1",\n "title" "Our care"}')


@pytest.mark.parametrize(("read", "text"), [(read_json, DEEP), (read_toml, f"title = {DEEP}")])
def test_very_deep_files_are_refused(read, text):
    with pytest.raises(ProgrammeRefused, match="too many brackets"):
        read(text)


@pytest.mark.parametrize(("read", "text"), [(read_json, "9" * 5_000), (read_toml, "version = " + "9" * 5_000)])
def test_numbers_without_end_are_refused(read, text):
    with pytest.raises(ProgrammeRefused, match="number that is too long"):
        read(text)


def test_a_hexadecimal_number_without_end_is_refused_in_words():
    with pytest.raises(ProgrammeRefused, match="at language: this has to be text, and it is a very large number"):
        read_toml('format = "programme/1"\nlanguage = 0x' + "f" * 10_000)


def test_a_date_is_refused_in_words():
    with pytest.raises(ProgrammeRefused, match="at language: this has to be text, and it is a date or time"):
        read_toml('format = "programme/1"\nlanguage = 2026-10-29')


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_bytes('format = "programme/1"\ntitle = "Café"\n'.encode("latin-1"))

    refused = refusal_of_file(path)

    assert str(refused.message) == "ours.toml: the characters of line 2 are not UTF-8."
    assert "UTF-8" in str(refused.advice)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    refused = refusal_of_file(tmp_path / "ours.toml")

    assert "ours.toml: there is no such file" in str(refused.message)
    assert "Check the name" in str(refused.advice)


def test_a_folder_is_refused_as_unreadable(tmp_path):
    folder = tmp_path / "ours.toml"
    folder.mkdir()

    assert str(refusal_of_file(folder).message) == "ours.toml: the file cannot be read."


def test_a_file_of_another_kind_is_refused(tmp_path):
    path = tmp_path / "ours.docx"
    path.write_bytes(b"PK")

    refused = refusal_of_file(path)

    assert "ours.docx: the name of a programme file ends in .toml or .json" in str(refused.message)


def test_a_very_large_file_is_refused(tmp_path):
    path = tmp_path / "ours.json"
    path.write_bytes(b" " * (MOST_BYTES + 1))

    assert "larger than 1 MB" in str(refusal_of_file(path).message)


def test_a_very_large_text_is_refused():
    with pytest.raises(ProgrammeRefused, match="larger than 1 MB"):
        read_json(" " * (MOST_BYTES + 1))


def test_a_name_that_does_not_ship_is_refused_with_those_that_do():
    with pytest.raises(ProgrammeRefused, match="living-well-here") as caught:
        find_programme("living-well-there")

    assert str(caught.value.message).startswith("living-well-there: ")


@pytest.mark.parametrize("name", ["", "x\0.toml", "x" * 5_000 + ".toml", "no/such/folder/x.json"])
def test_odd_paths_are_refused_and_nothing_worse(name):
    with pytest.raises(ProgrammeRefused):
        find_programme(name)


@pytest.mark.parametrize(
    ("steps", "key", "clash"),
    [
        (["questions", 0, "key"], "direction-a3", "direction-a3"),
        (["questions", 0, "key"], "choice-run-off", "choice-run-off"),
        (["variants", 0, "activities", 0, "key"], "evidence-a3", "evidence-a3"),
    ],
)
def test_a_key_that_the_event_makes_itself_is_refused(steps, key, clash):
    values = good_values()
    renamed(values, steps, key)

    with pytest.raises(ProgrammeRefused, match=f"“{clash}” is also one that the event makes itself"):
        read_programme(json.dumps(values), form="json", name="ours.json")


def renamed(values, steps, key):
    *way, last = steps
    thing = values
    for step in way:
        thing = thing[step]
    old, thing[last] = thing[last], key
    for variant in values["variants"]:
        for activity in variant["activities"]:
            activity["questions"] = [key if one == old else one for one in activity.get("questions", [])]


@pytest.mark.parametrize("key", ["room-1", "room-2", "room-30"])
def test_the_keys_of_areas_that_the_room_makes_are_no_options_of_the_file(key):
    refused = refusal_of(changed([*CHOICE, "options", 1, "key"], key))

    assert f"the key “{key}” is also one that the event makes itself" in str(refused.message)


WELSH_AGREEMENT = [
    {"key": key, "text": text}
    for key, text in (
        ("strongly-agree", "Cytuno'n gryf"),
        ("agree", "Cytuno"),
        ("neither", "Dim barn"),
        ("disagree", "Anghytuno"),
        ("strongly-disagree", "Anghytuno'n gryf"),
    )
]


def a_small_welsh_file(form: str, question: dict) -> dict:
    """Return a Welsh programme with one question on one form."""
    values = {
        key: value for key, value in good_values().items() if key in ("format", "key", "version", "title", "stages")
    }
    tea = {"key": "tea", "stage": "goals", "method": "single", "text": "Te?", "options": [
        {"key": "tea", "text": "Te"}, {"key": "coffee", "text": "Coffi"},
    ]}  # fmt: skip
    return {
        **values,
        "language": "cy",
        "questions": [tea],
        "forms": {form: {"title": "Ffurflen", "questions": [question]}},
    }


def test_another_language_words_its_own_steps_of_agreement():
    question = {"key": "heard", "kind": "agree", "text": "Cefais fy nghlywed."}

    refused = refusal_of(a_small_welsh_file("evaluation", question))
    read = read_json(json.dumps(a_small_welsh_file("evaluation", {**question, "options": WELSH_AGREEMENT})))

    assert "at forms.evaluation.questions[1].options (key: heard)" in str(refused.message)
    assert "strongly-agree, agree, neither, disagree, strongly-disagree" in str(refused.advice)
    assert read.form("evaluation").questions[0].options[0].wording.text == "Cytuno'n gryf"


def test_another_language_words_its_own_prefer_not_to_say():
    options = [{"key": "yes", "text": "Ydw"}, {"key": "no", "text": "Nac ydw"}]
    question = {"key": "carer", "kind": "one", "text": "Ydych chi'n gofalu?", "options": options}

    refused = refusal_of(a_small_welsh_file("equality", question))
    worded = {**question, "options": [*options, {"key": "prefer-not-to-say", "text": "Gwell peidio â dweud"}]}

    assert "only English has its own words for “prefer-not-to-say”" in str(refused.message)
    assert read_json(json.dumps(a_small_welsh_file("equality", worded))).form("equality")
