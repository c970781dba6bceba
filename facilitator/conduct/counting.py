"""Counts entered by people: hands in the room and tables' own tallies, with second counts and corrections."""

from __future__ import annotations

from dataclasses import replace

from facilitator.conduct.asking import state_rows
from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import denominators_now, the_question
from facilitator.conduct.tables import tables_now
from facilitator.conduct.voting import Closing, ClosingBlocked, stated_at_closing
from facilitator.core import lifecycle
from facilitator.core.accounting import Blocker, Denominators, blockers, refuse_negative
from facilitator.core.admission import refuse_unless_open
from facilitator.core.keys import Channel, EntryId, State
from facilitator.core.tables import TablesNow
from facilitator.core.tally import CountSheet, checked, tally
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import QuestionNow, Reading, SheetNow
from facilitator.store.rows import CountLineRow, CountSheetRow, Row
from facilitator.words.message import Message, say

BY_BALLOT_ALONE = (Channel.PHONE, Channel.IMPORT)


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
    sheet = _placed(sheet)

    def rule(moment: Moment) -> Decision[None]:
        question = the_question(moment, key)
        lifecycle.refuse_correcting(State(question.state), why)
        checked(sheet, moment.rule(question))
        standing = _standing(moment, question, sheet)
        corrected = _in_the_same_stead(sheet, standing)
        _refuse_nothing_to_correct(moment, question, sheet, standing)
        stated = _corrected_statement(moment, question, present, explanation)
        _refuse_unbalanced(moment, question, stated, explanation, corrected, standing)
        decision = _entered(moment, question, corrected, Said("correct result", key, by, why), standing and standing.id)
        rows = state_rows(moment, question, State.CLOSED, question.revision + 1, stated)
        return replace(decision, rows=[*decision.rows, *rows])

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
        stated = _corrected_statement(moment, question, present, explanation)
        _refuse_unbalanced(moment, question, stated, explanation)
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
    event: Event, key: str, sheet: CountSheet, *, present: int | None = None, explanation: str = ""
) -> list[Blocker]:
    """Return what would stand in the way of correcting a closed question by `sheet`; nothing is stored.

    Raises `Refused` if the sheet's own figures cannot be true together.
    """
    reading = event.store.reading
    question = the_question(reading, key)
    checked(sheet, reading.rule(question))
    stated = _corrected_statement(reading, question, present, explanation)
    return _new_blockers(reading, question, stated, explanation, sheet, _standing(reading, question, sheet))


def closing_blockers_with(event: Event, key: str, sheet: CountSheet, closing: Closing) -> list[Blocker]:
    """Return what would stand in the way of closing with `sheet` as the count of its place; nothing is stored.

    Raises `Refused` if the sheet's own figures cannot be true together.
    """
    reading = event.store.reading
    question = the_question(reading, key)
    checked(sheet, reading.rule(question))
    standing = _standing(reading, question, sheet)
    return _blockers_with(reading, question, stated_at_closing(reading, question, closing), sheet, standing)


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
    return one.instead_of_ballots or one.place.casefold() == other.place.casefold()


def _the_standing(reading: Reading, question: QuestionNow, sheet: CountSheet) -> SheetNow:
    standing = _standing(reading, question, sheet)
    if standing is None:
        raise Refused(say("{place} has no count yet.", place=sheet.place), say("Enter this one as its first count."))
    return standing


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


def _corrected_statement(
    reading: Reading, question: QuestionNow, present: int | None, explanation: str
) -> Denominators:
    stated = denominators_now(reading, question)
    people = stated.present if present is None else present
    return replace(stated, present=people, explanation=_told_too(stated.explanation, explanation))


def _refuse_unbalanced(
    reading: Reading,
    question: QuestionNow,
    stated: Denominators,
    explanation: str,
    added: CountSheet | None = None,
    removed: SheetNow | None = None,
) -> None:
    if found := _new_blockers(reading, question, stated, explanation, added, removed):
        raise ClosingBlocked(found)


def _new_blockers(
    reading: Reading,
    question: QuestionNow,
    stated: Denominators,
    explanation: str,
    added: CountSheet | None,
    removed: SheetNow | None,
) -> list[Blocker]:
    """Return what a correction brings: what the closing explained stays explained, the new wants words of its own."""
    before = replace(denominators_now(reading, question), explanation="")
    standing = removed.sheet if removed is not None else None
    known = _blockers_with(reading, question, before, standing, removed)
    found = _blockers_with(reading, question, replace(stated, explanation=explanation), added, removed)
    return [blocker for blocker in found if blocker not in known]


def _blockers_with(
    reading: Reading, question: QuestionNow, stated: Denominators, added: CountSheet | None, removed: SheetNow | None
) -> list[Blocker]:
    refuse_negative(stated)
    sheets = [found.sheet for found in reading.sheets(question.id) if removed is None or found.id != removed.id]
    if added is not None:
        sheets.append(added)
    counted = tally(reading.rule(question), reading.ballot_groups(question.id), sheets)
    return blockers(counted, stated, tables=_corrected_table(reading, question, added))


def _corrected_table(reading: Reading, question: QuestionNow, added: CountSheet | None) -> TablesNow:
    """Return the one table that is counted anew: what was the matter with the others was settled at the closing."""
    if added is None or added.channel is not Channel.TALLY:
        return TablesNow()
    tables = tables_now(reading, question, added)
    known = {place: people for place, people in tables.headcounts.items() if place.casefold() == added.place.casefold()}
    return TablesNow(known, dict.fromkeys(known, added.people))


def _told_too(before: str, more: str) -> str:
    """Return an explanation that stands, and one more after it: what was printed once is not taken back."""
    before, more = before.strip(), more.strip()
    return more if not before else before if more in before else f"{before} {more}"


def _entered(
    moment: Moment,
    question: QuestionNow,
    sheet: CountSheet,
    said: Said,
    replaces: int | None = None,
    second_of: int | None = None,
) -> Decision[None]:
    row = CountSheetRow(
        moment.new_id(), moment.entry, question.id, sheet.place, sheet.channel, sheet.counter, second_of, replaces,
        sheet.people_voting, sheet.abstain, sheet.blank, sheet.spoilt, sheet.instead_of_ballots,
        sheet.provisional,
    )  # fmt: skip
    lines: list[Row] = [CountLineRow(row.id, option, number) for option, number in sheet.lines.items()]
    return Decision(None, said, [row, *lines])
