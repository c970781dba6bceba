"""Paper forms in the report: a table for each question, with how many forms it is of, and c for what is withheld."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.core.disclosure import WITHHELD, ShownCell, ShownFormCounts
from facilitator.document.content import Block, Column, Own, Paragraph, Section, Table, Tone, Words
from facilitator.words.message import Message, say, say_many


def form_blocks(forms: Sequence[ShownFormCounts]) -> Iterator[Block]:
    """Yield each question as a table; questions of which nothing is told share one sentence."""
    for one in forms:
        if one.withheld is None:
            yield Section(Own(one.text), tuple(_told(one)))
    for reason in dict.fromkeys(str(one.withheld) for one in forms if one.withheld is not None):
        alike = [one for one in forms if str(one.withheld) == reason]
        questions = "; ".join(f"“{one.text}”" for one in alike)
        yield Paragraph(say("Not published: {questions}. {why}", questions=questions, why=alike[0].withheld or reason))


def cell_in_words(cell: ShownCell) -> str:
    """Return the figure of a cell as it is printed: c where it is withheld."""
    return WITHHELD if cell.withheld else str(cell.count)


def forms_in_words(base: int) -> Message:
    """Return how many forms came back."""
    return say_many("{count} form came back", "{count} forms came back", count=base)


def _told(one: ShownFormCounts) -> Iterator[Block]:
    yield _table(one)
    for more in (one.rounded, one.stands):
        if more is not None:
            yield Paragraph(more, Tone.QUIET)


def _table(one: ShownFormCounts) -> Table:
    cells = rows_of(one)
    has_percentages = any(cell.percent is not None for cell in cells)
    columns = [Column(say("Answer")), Column(say("Forms"), numeric=True)]
    if has_percentages:
        columns.append(Column(say("Share"), numeric=True))
    rows = tuple(_row(cell, has_percentages=has_percentages) for cell in cells)
    return Table(_caption(one, has_percentages=has_percentages), tuple(columns), rows, one.why)


def rows_of(one: ShownFormCounts) -> tuple[ShownCell, ...]:
    """Return the headings and answers that are worth a row: of what stands under a heading only what has a figure."""
    told = {cell.under for cell in one.cells if cell.under is not None and cell.count}
    return tuple(cell for cell in one.all_cells if cell.under is None or cell.under in told)


def _caption(one: ShownFormCounts, *, has_percentages: bool) -> Message:
    told = forms_in_words(one.base or 0)
    if has_percentages:
        told = say("{forms}; percentages of {base}", forms=told, base=one.base or 0)
    if one.multiple:
        return say("{told}; one form could give several answers.", told=told)
    return say("{told}.", told=told)


def _row(cell: ShownCell, *, has_percentages: bool) -> tuple[Words, ...]:
    figures = (Own(cell_in_words(cell)), Own(cell.percent or ""))
    return (_name(cell), *figures[: 2 if has_percentages else 1])


def _name(cell: ShownCell) -> Words:
    if not cell.text:
        return say("Left blank")
    return say("– {answer}", answer=cell.text) if cell.under is not None else Own(cell.text)
