"""What tellers and tables count of the crowd's answers, the wrong figures included that are put right later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from facilitator.core.keys import Channel, OptionKey
from facilitator.core.tables import ROOM, table_place
from facilitator.core.tally import CountSheet
from facilitator.rehearsal.asking import Asking, Way
from facilitator.rehearsal.crowd import Crowd
from facilitator.rehearsal.opinions import Answer, Mood, answers, counted
from facilitator.words.message import Message, say

FIRST_TELLER, SECOND_TELLER = "first teller", "second teller"


@dataclass(frozen=True, slots=True)
class Correction:
    """A count that was written down wrongly: what it should be, and the reason as people give it."""

    sheet: CountSheet
    why: Message
    told: Message


def hands_of(crowd: Crowd, asking: Asking) -> CountSheet:
    """Return the hands that are raised, as a teller counts them aright."""
    found = answers(crowd, asking)
    return replace(_sheet(ROOM, Channel.HANDS, found.values(), counted(found, asking), asking), counter=FIRST_TELLER)


def second_hands_of(crowd: Crowd, asking: Asking) -> CountSheet | None:
    """Return what a second teller counts, where there is one: always the right figures."""
    return replace(hands_of(crowd, asking), counter=SECOND_TELLER) if asking.way is Way.TWO_TELLERS else None


def hands_at_first(crowd: Crowd, asking: Asking) -> CountSheet:
    """Return the hands as the first teller calls them out: where the tellers differ at first, one too many."""
    right = hands_of(crowd, asking)
    return _miscounted(right, asking) if asking.tellers_differ_at_first else right


def table_counts(crowd: Crowd, asking: Asking) -> dict[int, CountSheet]:
    """Return what each table counts of itself, aright."""
    found = answers(crowd, asking)
    tables: dict[int, dict[int, Answer]] = {table: {} for table in crowd.tables_in(asking.stage)}
    for person, answer in found.items():
        tables[crowd.table_of(person)][person] = answer
    return {
        table: _sheet(table_place(table), Channel.TALLY, here.values(), counted(here, asking), asking)
        for table, here in tables.items()
    }


def table_counts_at_first(crowd: Crowd, asking: Asking) -> dict[int, CountSheet]:
    """Return the tables' counts as they are written down: one wrongly, where the question has a wrong count."""
    right = table_counts(crowd, asking)
    wrong = _wrong_table(crowd, asking, right)
    return {table: _miscounted(sheet, asking) if table == wrong else sheet for table, sheet in right.items()}


def correction_of(crowd: Crowd, asking: Asking) -> Correction | None:
    """Return the correction that a table asks for after the closing, if the question has a wrong count."""
    counts = table_counts(crowd, asking)
    table = _wrong_table(crowd, asking, counts)
    if table is None:
        return None
    right, wrong = counts[table], _miscounted(counts[table], asking)
    number = next(place for place, key in enumerate(asking.options) if right.lines[key] != wrong.lines[key])
    option = asking.options[number]
    told = say(
        "Table {table} says: we said {meant} for “{option}”, and {heard} was written down.",
        table=table, option=asking.names[number], meant=right.lines[option], heard=wrong.lines[option],
    )  # fmt: skip
    # The reason is published, so it has no table and no figure: no vote by table leaves the room (domain.md D6).
    return Correction(right, say("The count of one table was written down wrongly"), told)


def called_out(asking: Asking, sheet: CountSheet) -> Message:
    """Return a count as it is called out."""
    named = zip(asking.names, asking.options, strict=True)
    figures = ", ".join(f"{name} {sheet.lines.get(option, 0)}" for name, option in named)
    return say("{figures}, rather not say {abstain}", figures=figures, abstain=sheet.abstain)


def _wrong_table(crowd: Crowd, asking: Asking, counts: Mapping[int, CountSheet]) -> int | None:
    voted = [table for table, sheet in counts.items() if sheet.valid]
    return crowd.chance.pick(voted, "wrong count", asking.key) if asking.has_a_wrong_count and voted else None


def _sheet(
    place: str, channel: Channel, found: Iterable[Answer], lines: dict[OptionKey, int], asking: Asking
) -> CountSheet:
    moods = [answer.mood for answer in found]
    abstain = moods.count(Mood.RATHER_NOT_SAY)
    voting = None if asking.method.adds_up(asking.max_marks) else moods.count(Mood.CHOOSES) + abstain
    return CountSheet(place, channel, lines, voting, abstain)


def _miscounted(sheet: CountSheet, asking: Asking) -> CountSheet:
    """Return the sheet with one person counted for the wrong option: nobody too many, so that no sum tells."""
    most = max(asking.options, key=lambda option: sheet.lines[option])
    other = next(option for option in asking.options if option != most)
    lines = {**sheet.lines, most: sheet.lines[most] - 1, other: sheet.lines[other] + 1}
    return replace(sheet, lines=lines) if sheet.lines[most] else sheet
