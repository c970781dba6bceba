"""The tally of a question: always a fresh recount of its ballots and count sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from facilitator.core.ballots import BallotRule, Marks, Standing, marked
from facilitator.core.keys import Channel, OptionKey
from facilitator.core.methods import Method
from facilitator.errors import Refused
from facilitator.words.message import say


@dataclass(frozen=True, slots=True)
class BallotGroup:
    """So many people whose counting ballots are alike."""

    channel: Channel
    standing: Standing
    marks: Marks
    people: int
    assisted: int = 0


@dataclass(frozen=True, slots=True)
class CountSheet:
    """A figure entered by a person for one place: hands in the room, or a table's own count.

    `people_voting` may be unknown (None) where each person makes one choice: it is then what the lines add up to.
    With `instead_of_ballots` the sheet stands for all ballots of its channel; a `provisional` one was counted from
    paper at a table, and its scan will replace it (domain.md 7a).
    """

    place: str
    channel: Channel
    lines: Mapping[OptionKey, int]
    people_voting: int | None = None
    abstain: int = 0
    blank: int = 0
    spoilt: int = 0
    counter: str = ""
    instead_of_ballots: bool = False
    provisional: bool = False

    @property
    def valid(self) -> int:
        """How many people made a valid choice."""
        if self.people_voting is None:
            return sum(self.lines.values())
        return self.people_voting - self.abstain - self.blank - self.spoilt

    def agrees_with(self, other: CountSheet) -> bool:
        """Return whether two counters of one place came to the same figures."""
        mine = (self.valid, self.abstain, self.blank, self.spoilt)
        theirs = (other.valid, other.abstain, other.blank, other.spoilt)
        options = {*self.lines, *other.lines}
        return mine == theirs and all(self.lines.get(key, 0) == other.lines.get(key, 0) for key in options)

    @property
    def people(self) -> int:
        """How many people this sheet says have voted, whatever they chose."""
        return self.valid + self.abstain + self.blank + self.spoilt


@dataclass(frozen=True, slots=True)
class Tally:
    """What a question came to; `counts` are people per option, None where only dots are known (T28)."""

    counts: Mapping[OptionKey, int | None]
    points: Mapping[OptionKey, int]
    valid: int = 0
    blank: int = 0
    spoilt: int = 0
    abstain: int = 0
    assisted: int = 0
    cast_by_channel: Mapping[Channel, int] = field(default_factory=dict)

    @property
    def cast(self) -> int:
        """How many people voted: valid + blank + spoilt + abstain (T6)."""
        return self.valid + self.blank + self.spoilt + self.abstain


@dataclass(slots=True)
class _Adding:
    counts: dict[OptionKey, int | None]
    points: dict[OptionKey, int]
    people: dict[Standing, int] = field(default_factory=lambda: dict.fromkeys(Standing, 0))
    cast: dict[Channel, int] = field(default_factory=dict)
    assisted: int = 0


def tally(rule: BallotRule, ballots: Iterable[BallotGroup], sheets: Iterable[CountSheet] = ()) -> Tally:
    """Recount a question from the ballots and count sheets that count now (T12)."""
    adding = _Adding(dict.fromkeys(rule.options, 0), dict.fromkeys(rule.options, 0))
    sheets = list(sheets)
    replaced = {sheet.channel for sheet in sheets if sheet.instead_of_ballots}
    for group in ballots:
        if group.channel not in replaced and group.standing is not Standing.LATE:
            _add_ballots(adding, group)
    for sheet in sheets:
        _add_sheet(adding, sheet, rule)
    people = adding.people
    return Tally(
        adding.counts,
        adding.points,
        people[Standing.VALID],
        people[Standing.BLANK],
        people[Standing.SPOILT],
        people[Standing.ABSTAIN],
        adding.assisted,
        adding.cast,
    )


def checked(sheet: CountSheet, rule: BallotRule) -> CountSheet:
    """Return `sheet` if its figures can be true together; raises `Refused` with the sum that does not fit."""
    _refuse_negative_or_unknown(sheet, rule)
    total = sum(sheet.lines.values())
    if sheet.people_voting is None:
        if not rule.method.adds_up(rule.max_marks):
            raise Refused(
                say("How many people voted is missing."),
                say("Each person could make several choices, so the marks do not tell. Count the people too."),
            )
        return sheet
    valid = sheet.valid
    if valid < 0:
        raise Refused(
            say("More people are noted as blank, spoilt or rather not say than voted."), say("Check the figures.")
        )
    _refuse_unfitting(sheet, rule, valid, total)
    return sheet


def _refuse_negative_or_unknown(sheet: CountSheet, rule: BallotRule) -> None:
    if unknown := [option for option in sheet.lines if option not in rule.options]:
        raise Refused(
            say("“{choice}” is not an option of this question.", choice=unknown[0]),
            say("Its options are: {options}.", options=", ".join(rule.options)),
        )
    figures = [*sheet.lines.values(), sheet.people_voting or 0, sheet.abstain, sheet.blank, sheet.spoilt]
    if min(figures) < 0:
        raise Refused(say("A count is below zero."), say("Enter whole numbers, 0 or more."))


def _refuse_unfitting(sheet: CountSheet, rule: BallotRule, valid: int, total: int) -> None:
    if rule.method.takes_one_choice and total != valid:
        raise Refused(
            say("The options add up to {total}, but {valid} people chose one of them.", total=total, valid=valid),
            say("Count again, or correct how many people voted."),
        )
    if total > valid * rule.max_marks:
        raise Refused(
            say("{total} marks are more than {valid} people can make.", total=total, valid=valid),
            say("Each person has at most {most}. Count again.", most=rule.max_marks),
        )
    if total < valid:
        raise Refused(
            say("{valid} people are noted as choosing, but there are only {total} marks.", valid=valid, total=total),
            say("Note who marked nothing as blank, or count again."),
        )
    largest = max(sheet.lines.values(), default=0)
    if not rule.stacking and largest > valid:
        raise Refused(
            say("An option has {largest} marks, but only {valid} people chose.", largest=largest, valid=valid),
            say("One person can mark an option once. Count again."),
        )


def _add_ballots(adding: _Adding, group: BallotGroup) -> None:
    adding.people[group.standing] += group.people
    adding.cast[group.channel] = adding.cast.get(group.channel, 0) + group.people
    adding.assisted += group.assisted
    for option, marks in marked(group.marks).items():
        adding.points[option] += marks * group.people
        so_far = adding.counts[option]
        adding.counts[option] = None if so_far is None else so_far + group.people


def _add_sheet(adding: _Adding, sheet: CountSheet, rule: BallotRule) -> None:
    valid = sheet.valid
    adding.people[Standing.VALID] += valid
    adding.people[Standing.BLANK] += sheet.blank
    adding.people[Standing.SPOILT] += sheet.spoilt
    adding.people[Standing.ABSTAIN] += sheet.abstain
    cast = valid + sheet.blank + sheet.spoilt + sheet.abstain
    adding.cast[sheet.channel] = adding.cast.get(sheet.channel, 0) + cast
    for option, number in sheet.lines.items():
        adding.points[option] += number
        so_far = adding.counts[option]
        only_dots = rule.method is Method.DOTS or so_far is None
        adding.counts[option] = None if only_dots else (so_far or 0) + number
