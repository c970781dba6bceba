"""Paper forms: what they ask, how one answer is kept, and what all forms of a kind add up to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from facilitator.core.disclosure.form_counts import NOT_TO_SAY, FormCounts, Heading
from facilitator.core.disclosure.form_counts import Form as FormName
from facilitator.core.keys import OptionKey, QuestionKey
from facilitator.core.wording import Wording
from facilitator.errors import Refused
from facilitator.words.message import Message, say

PREFER_NOT_TO_SAY = NOT_TO_SAY
PREFER_NOT_TO_SAY_IN_ENGLISH = "Prefer not to say"
AGREEMENT_IN_ENGLISH: dict[OptionKey, str] = {
    OptionKey("strongly-agree"): "Strongly agree",
    OptionKey("agree"): "Agree",
    OptionKey("neither"): "Neither agree nor disagree",
    OptionKey("disagree"): "Disagree",
    OptionKey("strongly-disagree"): "Strongly disagree",
}
BLANK = ""  # how a question that was left out is kept
_BETWEEN_TICKS = " "  # no key holds one
# The outward part alone: a letter or two, a digit, and perhaps one more. A whole postcode has at least five characters.
_DISTRICT = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?")


class FormKind(StrEnum):
    """How a question of a form is answered: one tick, several, five steps of agreement, a district, or own words."""

    ONE = "one"
    SEVERAL = "several"
    AGREE = "agree"
    DISTRICT = "district"
    COMMENT = "comment"

    @property
    def offers_not_to_say(self) -> bool:
        """Whether "prefer not to say" stands among its answers."""
        return self in (FormKind.ONE, FormKind.SEVERAL, FormKind.DISTRICT)


@dataclass(frozen=True, slots=True)
class FormGroup:
    """A heading above some options of a question."""

    key: OptionKey
    wording: Wording


@dataclass(frozen=True, slots=True)
class FormOption:
    """One box to tick; `group` is the key of the heading it stands under, or empty."""

    key: OptionKey
    wording: Wording
    group: str = ""


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """One question of a form, its options in printed order; `roles` marks the one that asks who people are here as."""

    key: QuestionKey
    wording: Wording
    kind: FormKind
    options: tuple[FormOption, ...] = ()
    roles: bool = False
    groups: tuple[FormGroup, ...] = ()

    @property
    def is_counted(self) -> bool:
        """Whether its answers are added up; comments become notes."""
        return self.kind is not FormKind.COMMENT


@dataclass(frozen=True, slots=True)
class Form:
    """One paper form; `key` is "equality" or "evaluation". `questions` are those that are switched on."""

    key: str
    title: Wording
    questions: tuple[FormQuestion, ...]

    @property
    def counted(self) -> tuple[FormQuestion, ...]:
        """The questions whose answers are added up."""
        return tuple(question for question in self.questions if question.is_counted)

    @property
    def comments(self) -> tuple[FormQuestion, ...]:
        """The questions that people answer in their own words."""
        return tuple(question for question in self.questions if not question.is_counted)

    def id_of(self, question: FormQuestion) -> str:
        """Return the name by which the event file keeps answers to a question of this form."""
        return f"{self.key}.{question.key}"


def kept_answer(question: FormQuestion, ticked: Sequence[str]) -> str:
    """Return one form's answer as it is kept: the ticked keys in printed order, a district in capitals, or BLANK.

    Raises `Refused` for what the question does not offer, and for more ticks than it takes: such a form counts as blank
    for this question, and that is for a person to say.
    """
    chosen = tuple(dict.fromkeys(_known(question, answer) for answer in ticked))
    if len(chosen) > 1 and (question.kind is not FormKind.SEVERAL or PREFER_NOT_TO_SAY in chosen):
        raise Refused(
            say("“{question}” has more ticks than it takes.", question=question.wording.text),
            say("Leave it blank: nobody can tell which one was meant."),
        )
    places = {option.key: place for place, option in enumerate(question.options)}
    in_order: list[OptionKey] = sorted(chosen, key=lambda key: places.get(key, -1))
    return _BETWEEN_TICKS.join(in_order)


def counts_of(form: Form, question: FormQuestion, answers: Mapping[str, int], returned: int) -> FormCounts:
    """Return what the answers to a question add up to; `answers` is how many forms gave each one.

    The options of a district are those that somebody wrote down, by name; their keys are in small letters, as all are.
    """
    ticks: Counter[OptionKey] = Counter()
    for answer, forms in answers.items():
        ticks.update({OptionKey(key.lower()): forms for key in answer.split()})
    options = tuple((option.key, option.wording.text) for option in question.options)
    written = ticks.keys() - dict(options) if question.kind is FormKind.DISTRICT else frozenset()
    options = (*((key, key.upper()) for key in sorted(written)), *options)
    return FormCounts(
        FormName(form.key), question.key, question.wording.text, options,
        {key: ticks[key] for key, _ in options}, answers.get(BLANK, 0), returned,
        question.kind is FormKind.SEVERAL, _headings(question), frozenset(written),
    )  # fmt: skip


def _headings(question: FormQuestion) -> tuple[Heading, ...]:
    under = {
        group.key: tuple(one.key for one in question.options if one.group == group.key) for group in question.groups
    }
    return tuple(Heading(group.key, group.wording.text, under[group.key]) for group in question.groups)


def _known(question: FormQuestion, answer: str) -> OptionKey:
    if any(option.key == answer for option in question.options):
        return OptionKey(answer)
    if question.kind is FormKind.DISTRICT:
        return OptionKey(_district(answer))
    raise Refused(
        say("“{question}” has no answer “{answer}”.", question=question.wording.text, answer=answer[:40]),
        say("Choose one of those printed on the form, or leave it blank."),
    )


def _district(answer: str) -> str:
    written = answer.strip().upper()
    if _DISTRICT.fullmatch(written):
        return written
    raise Refused(_not_a_district(written), say("Type the first half of the postcode alone, such as M1 or SW1A."))


def _not_a_district(written: str) -> Message:
    # Never the words themselves: a whole postcode must not come back on the screen.
    if len(written) > 4:
        return say("This is more than the first half of a postcode.")
    return say("This is not the first half of a postcode.")
