"""Counts entered by people: hands in the room and tables' own tallies, with second counts and corrections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from facilitator.conduct.asking import state_rows
from facilitator.conduct.balancing import Exchange, corrected_statement, new_blockers, refuse_unbalanced
from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import the_question
from facilitator.conduct.seating import headcount_row
from facilitator.core import lifecycle
from facilitator.core.accounting import Blocker
from facilitator.core.admission import refuse_unless_open
from facilitator.core.keys import Channel, EntryId, State
from facilitator.core.tables import place_key
from facilitator.core.tally import CountSheet, checked
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import QuestionNow, Reading, SheetNow
from facilitator.store.rows import CountLineRow, CountSheetRow, Row
from facilitator.words.message import Message, say

BY_BALLOT_ALONE = (Channel.PHONE, Channel.IMPORT)
NO_HEADCOUNTS: Mapping[str, int | None] = MappingProxyType({})


def enter_count(event: Event, key: str, sheet: CountSheet, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Enter the count of a place; raises `Refused` if its sums do not fit or the place was counted already."""
    sheet = _placed(sheet)

    def rule(moment: Moment) -> Decision[None]:
        question = _open_question(moment, key, sheet)
        if _standing(moment, question, sheet) is not None:
            raise Refused(
                say("{place} was counted already.", place=sheet.place),
                say("Correct that count, or enter this one as the second count."),
            )
        return _entered(moment, question, sheet, Said("enter count", key, by))

    event.decide(rule, entry_id)


def enter_second_count(
    event: Event, key: str, sheet: CountSheet, *, by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Enter a second counter's figures: they are compared with the first count and never added to it."""
    sheet = _placed(sheet)

    def rule(moment: Moment) -> Decision[None]:
        question = _open_question(moment, key, sheet)
        first = _the_standing(moment, question, sheet)
        return _entered(moment, question, sheet, Said("enter second count", key, by), second_of=first.id)

    event.decide(rule, entry_id)


def replace_count(
    event: Event, key: str, sheet: CountSheet, *, why: str = "", by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Put a new count of a place in the stead of the one that stands, while the question is open."""
    sheet = _placed(sheet)

    def rule(moment: Moment) -> Decision[None]:
        question = _open_question(moment, key, sheet)
        first = _the_standing(moment, question, sheet)
        return _entered(moment, question, sheet, Said("replace count", key, by, why), replaces=first.id)

    event.decide(rule, entry_id)


def correct_count(
    event: Event,
    key: str,
    sheet: CountSheet,
    *,
    why: str,
    present: int | None = None,
    explanation: str = "",
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> None:
    """Correct a closed question's result by a count: its next revision, with a reason (situation 24).

    `present` corrects the people present in the same step; None leaves them. The sheet takes the place of the count
    that stands for its place and channel; with `instead_of_ballots` it stands for all ballots of its channel, the only
    way to correct them once the count is closed (domain.md 7a).
    """
    correct_counts(event, key, [sheet], why=why, present=present, explanation=explanation, by=by, entry_id=entry_id)


def correct_counts(
    event: Event,
    key: str,
    sheets: Sequence[CountSheet],
    *,
    why: str,
    present: int | None = None,
    explanation: str = "",
    headcounts: Mapping[str, int | None] = NO_HEADCOUNTS,
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> None:
    """Correct a closed question's result by several counts at once: one revision, or none if any of them is refused.

    `headcounts` says anew who sits at tables, by place, as part of the same decision; where they, or the people
    present, are all that was wrong, `sheets` is empty. The rest is as in `correct_count`.
    """
    placed = [_placed(sheet) for sheet in sheets]

    def rule(moment: Moment) -> Decision[None]:
        question = the_question(moment, key)
        lifecycle.refuse_correcting(State(question.state), why)
        pairs = [_corrected(moment, question, sheet) for sheet in placed]
        _refuse_nothing_changed(question, placed, present, headcounts)
        _refuse_twice(placed)
        stated = corrected_statement(moment, question, present, explanation)
        refuse_unbalanced(moment, question, stated, explanation, _exchange(pairs, headcounts))
        rows = [row for sheet, stood in pairs for row in _sheet_rows(moment, question, sheet, stood and stood.id)]
        rows += [headcount_row(moment, question.activity, place, people) for place, people in headcounts.items()]
        rows += state_rows(moment, question, State.CLOSED, question.revision + 1, stated)
        return Decision(None, Said("correct result", key, by, why), rows)

    event.decide(rule, entry_id)


def correct_present(
    event: Event,
    key: str,
    present: int,
    *,
    why: str,
    explanation: str = "",
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> None:
    """Correct how many people were present at a closed question: its next revision, with a reason."""

    def rule(moment: Moment) -> Decision[None]:
        question = the_question(moment, key)
        lifecycle.refuse_correcting(State(question.state), why)
        stated = corrected_statement(moment, question, present, explanation)
        refuse_unbalanced(moment, question, stated, explanation, Exchange())
        rows = state_rows(moment, question, State.CLOSED, question.revision + 1, stated)
        return Decision(None, Said("correct people present", key, by, why), rows)

    event.decide(rule, entry_id)


def standing_count(event: Event, key: str, place: str, channel: Channel) -> CountSheet | None:
    """Return the count that stands for a place and channel, if there is one."""
    reading = event.store.reading
    found = _standing(reading, the_question(reading, key), CountSheet(place, channel, {}))
    return found.sheet if found is not None else None


def unfitting(event: Event, key: str, sheet: CountSheet) -> Message | None:
    """Return why the figures of a sheet cannot be true together, or None where they can."""
    reading = event.store.reading
    try:
        checked(sheet, reading.rule(the_question(reading, key)))
    except Refused as refused:
        return refused.message
    return None


def standing_second_count(event: Event, key: str, place: str, channel: Channel) -> CountSheet | None:
    """Return what a second counter came to for a place and channel, if anybody counted the standing count again."""
    reading = event.store.reading
    question = the_question(reading, key)
    first = _standing(reading, question, CountSheet(place, channel, {}))
    seconds = reading.second_counts(question.id) if first is not None else []
    return next((found.sheet for found in seconds if first is not None and found.second_of == first.id), None)


def correction_blockers(
    event: Event,
    key: str,
    sheets: Sequence[CountSheet],
    *,
    present: int | None = None,
    explanation: str = "",
    headcounts: Mapping[str, int | None] = NO_HEADCOUNTS,
) -> list[Blocker]:
    """Return what would stand in the way of correcting a closed question by `sheets`; nothing is stored.

    Raises `Refused` if the own figures of one of them cannot be true together.
    """
    reading = event.store.reading
    question = the_question(reading, key)
    for sheet in sheets:
        checked(sheet, reading.rule(question))
    stated = corrected_statement(reading, question, present, explanation)
    pairs = [(sheet, _standing(reading, question, sheet)) for sheet in sheets]
    return new_blockers(reading, question, stated, explanation, _exchange(pairs, headcounts))


def _open_question(moment: Moment, key: str, sheet: CountSheet) -> QuestionNow:
    question = the_question(moment, key)
    lifecycle.refuse_after_count(count_closed=moment.count_is_closed())
    refuse_unless_open(State(question.state))
    _refuse_doubling(moment, question, sheet)
    checked(sheet, moment.rule(question))
    return question


def _placed(sheet: CountSheet) -> CountSheet:
    """Return the sheet with its place as it is compared; raises `Refused` where there is none."""
    place = " ".join(sheet.place.split())
    if not place:
        raise Refused(say("The count has no place."), say("Say where it was taken: the room, or which table."))
    return replace(sheet, place=place)


def _refuse_doubling(reading: Reading, question: QuestionNow, sheet: CountSheet) -> None:
    """Raise `Refused` for a count that would stand beside the ballots of its own channel (T8)."""
    if sheet.instead_of_ballots:
        raise Refused(
            say("Ballots are counted from themselves while the question is open."),
            say("Close it; then correct the result by a count, with a reason."),
        )
    if sheet.channel in BY_BALLOT_ALONE or _has_ballots(reading, question, sheet.channel):
        raise Refused(
            say("Votes by {channel} are counted from their ballots.", channel=sheet.channel),
            say("Enter a count of hands or of a table."),
        )


def _has_ballots(reading: Reading, question: QuestionNow, channel: Channel) -> bool:
    return any(group.channel is channel for group in reading.ballot_groups(question.id))


def _standing(reading: Reading, question: QuestionNow, sheet: CountSheet) -> SheetNow | None:
    """Return the count that stands where `sheet` would: of its place, or for all ballots of its channel."""
    return next((found for found in reading.sheets(question.id) if _same_place(found.sheet, sheet)), None)


def _same_place(one: CountSheet, other: CountSheet) -> bool:
    if one.channel is not other.channel:
        return False
    return one.instead_of_ballots or place_key(one.place) == place_key(other.place)


def _the_standing(reading: Reading, question: QuestionNow, sheet: CountSheet) -> SheetNow:
    standing = _standing(reading, question, sheet)
    if standing is None:
        raise Refused(say("{place} has no count yet.", place=sheet.place), say("Enter this one as its first count."))
    return standing


def _corrected(reading: Reading, question: QuestionNow, sheet: CountSheet) -> tuple[CountSheet, SheetNow | None]:
    """Return a sheet as it corrects the result, and the count whose place it takes; raises `Refused` where none is."""
    checked(sheet, reading.rule(question))
    standing = _standing(reading, question, sheet)
    _refuse_nothing_to_correct(reading, question, sheet, standing)
    return _in_the_same_stead(sheet, standing), standing


def _exchange(
    pairs: Sequence[tuple[CountSheet, SheetNow | None]], headcounts: Mapping[str, int | None] = NO_HEADCOUNTS
) -> Exchange:
    taken = tuple(standing for _, standing in pairs if standing is not None)
    return Exchange(tuple(sheet for sheet, _ in pairs), taken, headcounts)


def _refuse_nothing_changed(
    question: QuestionNow, sheets: Sequence[CountSheet], present: int | None, headcounts: Mapping[str, int | None]
) -> None:
    if not sheets and not headcounts and present in (None, question.present):
        raise Refused(say("No figure was changed."), say("Change a figure, or leave the result as it is."))


def _refuse_twice(sheets: Sequence[CountSheet]) -> None:
    """Raise `Refused` unless each count has a place of its own: two in one place would both be added."""
    for place, sheet in enumerate(sheets):
        if any(_same_place(sheet, other) or _same_place(other, sheet) for other in sheets[:place]):
            raise Refused(
                say("{place} is counted twice here.", place=sheet.place), say("Give one count of each place.")
            )


def _in_the_same_stead(sheet: CountSheet, standing: SheetNow | None) -> CountSheet:
    """Return the sheet so that it stands for the ballots too, if the one it corrects does: they never come back."""
    instead = sheet.instead_of_ballots or (standing is not None and standing.sheet.instead_of_ballots)
    return replace(sheet, instead_of_ballots=instead)


def _refuse_nothing_to_correct(
    reading: Reading, question: QuestionNow, sheet: CountSheet, standing: SheetNow | None
) -> None:
    if standing is None and not (sheet.instead_of_ballots and _has_ballots(reading, question, sheet.channel)):
        raise Refused(
            say("{place} had no count by {channel}.", place=sheet.place, channel=sheet.channel),
            say("Open the question again with a reason to add one, or count instead of the ballots."),
        )


def _entered(
    moment: Moment,
    question: QuestionNow,
    sheet: CountSheet,
    said: Said,
    replaces: int | None = None,
    second_of: int | None = None,
) -> Decision[None]:
    return Decision(None, said, _sheet_rows(moment, question, sheet, replaces, second_of))


def _sheet_rows(
    moment: Moment, question: QuestionNow, sheet: CountSheet, replaces: int | None, second_of: int | None = None
) -> list[Row]:
    row = CountSheetRow(
        moment.new_id(), moment.entry, question.id, sheet.place, sheet.channel, sheet.counter, second_of, replaces,
        sheet.people_voting, sheet.abstain, sheet.blank, sheet.spoilt, sheet.instead_of_ballots,
        sheet.provisional,
    )  # fmt: skip
    return [row, *(CountLineRow(row.id, option, number) for option, number in sheet.lines.items())]
