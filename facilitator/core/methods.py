"""Vote methods: how a question is answered, and what its options are unless the programme says otherwise."""

from __future__ import annotations

from enum import StrEnum

from facilitator.core.keys import OptionKey


class Method(StrEnum):
    """How people answer a question (domain.md section 6)."""

    STATEMENT = "statement"
    CHOOSE = "choose"
    DOTS = "dots"
    DIRECTION = "direction"
    SINGLE = "single"

    @property
    def takes_one_choice(self) -> bool:
        """Whether a ballot holds exactly one option, so that the people choosing add up to the valid ballots."""
        return self in (Method.STATEMENT, Method.DIRECTION, Method.SINGLE)

    def adds_up(self, max_marks: int) -> bool:
        """Whether the people choosing add up to those who voted: also where they choose one option of several."""
        return self.takes_one_choice or (self is Method.CHOOSE and max_marks == 1)

    @property
    def ranks_options(self) -> bool:
        """Whether the options compete for places, so that order, cut and ties mean something."""
        return self in (Method.CHOOSE, Method.DOTS)


RATHER_NOT_SAY = OptionKey("rather_not_say")
BLANK = OptionKey("blank")
SPOILT = OptionKey("spoilt")
RESERVED_OPTION_KEYS = frozenset({RATHER_NOT_SAY, BLANK, SPOILT})

AGREE, UNSURE, DISAGREE = OptionKey("agree"), OptionKey("unsure"), OptionKey("disagree")
MORE, SAME, LESS, NOT_SURE = OptionKey("more"), OptionKey("same"), OptionKey("less"), OptionKey("not_sure")

OPTIONS_IN_ENGLISH: dict[Method, dict[OptionKey, str]] = {
    Method.STATEMENT: {AGREE: "Agree", UNSURE: "Unsure", DISAGREE: "Disagree"},
    Method.DIRECTION: {MORE: "More", SAME: "The same", LESS: "Less", NOT_SURE: "Not sure"},
}
