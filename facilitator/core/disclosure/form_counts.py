"""The exact counts of one question of a paper form, before any gate."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from facilitator.core.keys import OptionKey, QuestionKey
from facilitator.words.message import Message, say

BLANK = OptionKey("")  # no option has an empty key
NOT_TO_SAY = OptionKey("prefer-not-to-say")  # who ticks it ticks nothing else


class Form(StrEnum):
    """The paper forms that are counted by hand."""

    EQUALITY = "equality"
    EVALUATION = "evaluation"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with options under it, as "Asian" of an ethnic group; its figure is what they add up to."""

    key: OptionKey
    text: str
    options: tuple[OptionKey, ...]


@dataclass(frozen=True, slots=True)
class FormCounts:
    """One question of a form: forms by option, forms that left it blank, forms of that kind that came back.

    "Prefer not to say" is an option like others (D3). With `multiple` a form may tick several options, so that they
    do not add up to `returned`. `groups` are the headings, for questions with one tick only. `written` are the options
    that stand here only because somebody wrote them, as a district: that they are named tells that somebody did. One
    question and no second: there is nothing to cross it with (D4).
    """

    form: Form
    key: QuestionKey
    text: str
    options: tuple[tuple[OptionKey, str], ...]
    counts: Mapping[OptionKey, int]
    blank: int
    returned: int
    multiple: bool = False
    groups: tuple[Heading, ...] = ()
    written: Set[OptionKey] = frozenset()

    @property
    def heading_of(self) -> dict[OptionKey, Heading]:
        """The heading above each option that has one."""
        return {option: heading for heading in self.groups for option in heading.options}

    @property
    def top(self) -> dict[OptionKey, int]:
        """The headings and the options without one, in shown order, with their figures."""
        above, figures = self.heading_of, dict[OptionKey, int]()
        for option, _ in self.options:
            key = above[option].key if option in above else option
            figures[key] = figures.get(key, 0) + self.counts[option]
        return figures

    def under(self, heading: Heading) -> dict[OptionKey, int]:
        """Return the options under `heading` with their figures."""
        return {option: self.counts[option] for option in heading.options}


def misfit(counts: FormCounts) -> Message | None:
    """Return why `counts` cannot all be true, or None where they fit together."""
    if problem := _misshapen(counts):
        return problem
    if min([*counts.counts.values(), counts.blank, counts.returned]) < 0:
        return say("“{question}”: a count is below zero.", question=counts.text)
    if _adds_up(counts):
        return None
    return say(
        "“{question}”: {ticks} ticks and {blank} left blank do not fit {returned} forms.",
        question=counts.text,
        ticks=sum(counts.counts.values()),
        blank=counts.blank,
        returned=counts.returned,
    )


def _adds_up(counts: FormCounts) -> bool:
    ticks, answered = sum(counts.counts.values()), counts.returned - counts.blank
    if counts.multiple:
        return ticks >= answered >= max(counts.counts.values())
    return ticks == answered


def _misshapen(counts: FormCounts) -> Message | None:
    keys = [option for option, _ in counts.options]
    names = [*keys, *(heading.key for heading in counts.groups), BLANK]
    grouped = [option for heading in counts.groups for option in heading.options]
    if len({*names}) < len(names) or len({*grouped}) < len(grouped) or not {*grouped} <= {*keys}:
        return say("“{question}”: its options and headings do not fit together.", question=counts.text)
    if counts.counts.keys() != {*keys}:
        return say("“{question}”: an option has no count, or a count no option.", question=counts.text)
    if counts.multiple and counts.groups:
        return say("“{question}”: where several ticks are allowed, headings cannot be added up.", question=counts.text)
    if len(counts.top) < 2:
        return say("“{question}”: there are fewer than two things to choose from.", question=counts.text)
    return None
