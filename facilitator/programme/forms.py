"""Paper forms of a programme file: questions and categories as data, those that are switched off left out."""

from __future__ import annotations

from facilitator.core.disclosure.form_counts import Form as FormName
from facilitator.core.forms import (
    AGREEMENT_IN_ENGLISH,
    PREFER_NOT_TO_SAY,
    PREFER_NOT_TO_SAY_IN_ENGLISH,
    Form,
    FormGroup,
    FormKind,
    FormOption,
    FormQuestion,
)
from facilitator.core.keys import OptionKey, QuestionKey
from facilitator.core.wording import Wording
from facilitator.programme.reader import Found, Table, refuse_repeats
from facilitator.programme.wordings import TEXT_KEYS, TITLE_KEYS, text_of, title_of
from facilitator.words.message import say

FEWEST_OPTIONS = 2
FORM_KEYS = (*TITLE_KEYS, "questions")
FORM_QUESTION_KEYS = ("key", "kind", *TEXT_KEYS, "options", "groups", "roles", "on")
FORM_OPTION_KEYS = ("key", *TEXT_KEYS, "group")
FORM_GROUP_KEYS = ("key", *TEXT_KEYS)
_NAMES = tuple(name.value for name in FormName)
_ONLY_SOME_KINDS = {
    "groups": (FormKind.ONE,),
    "roles": (FormKind.ONE,),
    "options": (FormKind.ONE, FormKind.SEVERAL, FormKind.AGREE, FormKind.DISTRICT),
}


def read_forms(table: Table, language: str) -> tuple[Form, ...]:
    """Return the forms of the file; a form of which every question is switched off is left out."""
    forms = table.given("forms", {}).table(_NAMES)
    read = (_form(name, found, language) for name in _NAMES if (found := forms.maybe(name)) is not None)
    return tuple(form for form in read if form.questions)


def _form(name: str, found: Found, language: str) -> Form:
    row = found.table(FORM_KEYS)
    rows = tuple(question.table(FORM_QUESTION_KEYS) for question in row.needed("questions").items(least=1))
    refuse_repeats(question.needed("key") for question in rows)
    for question in rows:
        if name == FormName.EQUALITY:
            _refuse_comments(question)
    _refuse_second_roles(rows)
    questions = tuple((_question(question, language), question.given("on", True).yes_or_no()) for question in rows)
    return Form(name, title_of(row, language), tuple(question for question, is_on in questions if is_on))


def _question(row: Table, language: str) -> FormQuestion:
    kind = row.needed("kind").member(FormKind)
    _refuse_what_the_kind_lacks(row, kind)
    groups = _groups(row, language)
    options = _options(row, kind, groups, language)
    for group, found in zip(groups, row.items("groups"), strict=True):
        _refuse_empty_group(found, group, options)
    return FormQuestion(
        QuestionKey(row.needed("key").key()), text_of(row, language), kind, options,
        row.given("roles", False).yes_or_no(), groups,
    )  # fmt: skip


def _groups(row: Table, language: str) -> tuple[FormGroup, ...]:
    rows = tuple(found.table(FORM_GROUP_KEYS) for found in row.items("groups"))
    # A heading is a figure of its own beside the options without one: no two of them have the same key.
    options = (found.table(FORM_OPTION_KEYS) for found in row.items("options"))
    refuse_repeats([*(group.needed("key") for group in rows), *(option.needed("key") for option in options)])
    return tuple(FormGroup(OptionKey(group.needed("key").key()), text_of(group, language)) for group in rows)


def _options(row: Table, kind: FormKind, groups: tuple[FormGroup, ...], language: str) -> tuple[FormOption, ...]:
    if kind is FormKind.COMMENT:
        return ()
    if kind is FormKind.AGREE:
        return _agreement(row, language)
    least = FEWEST_OPTIONS if kind is not FormKind.DISTRICT else 0
    listed = row.needed("options").items(least=least) if least else row.items("options")
    options = tuple(_option(found.table(FORM_OPTION_KEYS), groups, language) for found in listed)
    if kind is FormKind.DISTRICT:
        _refuse_listed_districts(row, options)
    return _with_not_to_say(row, options, language)


def _option(row: Table, groups: tuple[FormGroup, ...], language: str) -> FormOption:
    group = row.maybe("group")
    keys = [str(group.key) for group in groups]
    under = group.one_of(keys) if group is not None else ""
    return FormOption(OptionKey(row.needed("key").key()), text_of(row, language), under)


def _with_not_to_say(row: Table, options: tuple[FormOption, ...], language: str) -> tuple[FormOption, ...]:
    if any(option.key == PREFER_NOT_TO_SAY for option in options):
        return options
    if _is_english(language):
        return (*options, FormOption(PREFER_NOT_TO_SAY, Wording(PREFER_NOT_TO_SAY_IN_ENGLISH)))
    problem = say("only English has its own words for “{key}”.", key=str(PREFER_NOT_TO_SAY))
    advice = say("Add an option with this key, worded in “{language}”.", language=language)
    raise row.place.inside("options").refusal(problem, advice)


def _agreement(row: Table, language: str) -> tuple[FormOption, ...]:
    keys = ", ".join(AGREEMENT_IN_ENGLISH)
    listed = row.maybe("options")
    if listed is None and _is_english(language):
        return tuple(FormOption(key, Wording(text)) for key, text in AGREEMENT_IN_ENGLISH.items())
    if listed is None:
        problem = say("“options” is missing, and only English has its own words for the steps of agreement.")
        advice = say("Write the options out in “{language}”, with these keys: {keys}.", language=language, keys=keys)
        raise row.place.inside("options").refusal(problem, advice)
    options = tuple(_option(found.table(FORM_OPTION_KEYS), (), language) for found in listed.items())
    if [option.key for option in options] != list(AGREEMENT_IN_ENGLISH):
        problem = say("a question of kind “agree” has exactly these options, in this order: {keys}.", keys=keys)
        raise listed.refusal(problem, say("Use these keys and change only the wording, or choose another kind."))
    return options


def _is_english(language: str) -> bool:
    return language.partition("-")[0] == "en"


def _refuse_what_the_kind_lacks(row: Table, kind: FormKind) -> None:
    for name, kinds in _ONLY_SOME_KINDS.items():
        found = row.maybe(name)
        if found is not None and kind not in kinds:
            problem = say("a question of kind “{kind}” has no “{name}”.", kind=kind.value, name=name)
            raise found.refusal(problem, say("Take this line out, or change the kind."))


def _refuse_listed_districts(row: Table, options: tuple[FormOption, ...]) -> None:
    if any(option.key != PREFER_NOT_TO_SAY for option in options):
        problem = say("districts are written by people, and this lists some.")
        raise row.needed("options").refusal(
            problem, say("Take the options out; only “{key}” may be worded.", key=str(PREFER_NOT_TO_SAY))
        )


def _refuse_empty_group(found: Found, group: FormGroup, options: tuple[FormOption, ...]) -> None:
    if not any(option.group == group.key for option in options):
        problem = say("no option stands under the heading “{group}”.", group=str(group.key))
        raise found.refusal(problem, say('Give its options group = "{group}", or take it out.', group=str(group.key)))


def _refuse_comments(row: Table) -> None:
    kind = row.needed("kind")
    if kind.value == FormKind.COMMENT.value:
        problem = say("people's own words have no place on the equality form: they would tell who wrote them.")
        raise kind.refusal(problem, say("Ask it on the evaluation form, or give the answers to choose from."))


def _refuse_second_roles(rows: tuple[Table, ...]) -> None:
    asked = [found for row in rows if (found := row.maybe("roles")) is not None and found.yes_or_no()]
    if len(asked) > 1:
        problem = say("a second question asks here who people are at the event.")
        raise asked[1].refusal(problem, say("Keep “roles” on one question of the form."))
