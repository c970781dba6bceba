"""What people thought of the event: the evaluation forms, from 10 forms on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.core.disclosure import Form, ShownCell, ShownFormCounts
from facilitator.document.content import Block, Column, Own, Paragraph, Section, Table, Words
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.form_tables import cell_in_words, form_blocks, forms_in_words
from facilitator.words.message import Message, say


def evaluation_section(event: PublishedEvent) -> Section:
    """Return what people thought of the event; why it is not told, where it is not."""
    forms = [one for one in event.who_came.forms if one.form is Form.EVALUATION]
    return Section(say("What people thought of the event"), tuple(_blocks(forms)))


def _blocks(forms: Sequence[ShownFormCounts]) -> Iterator[Block]:
    if not forms:
        yield Paragraph(say("This was not recorded: no evaluation forms were counted."))
        return
    told = [one for one in forms if one.withheld is None]
    for answers in dict.fromkeys(_answers(one) for one in told):
        alike = [one for one in told if _answers(one) == answers]
        yield from (_together(alike),) if len(alike) > 1 else form_blocks(alike)
    yield from _withheld([one for one in forms if one.withheld is not None])


def _withheld(forms: Sequence[ShownFormCounts]) -> Iterator[Block]:
    for why in dict.fromkeys(str(one.withheld) for one in forms):
        yield Paragraph(next(one.withheld for one in forms if one.withheld is not None and str(one.withheld) == why))


def _answers(one: ShownFormCounts) -> tuple[str, ...]:
    return tuple(cell.text for cell in one.cells)


def _together(forms: Sequence[ShownFormCounts]) -> Table:
    columns = (
        Column(say("Question")),
        *(Column(say("{answer}", answer=answer), numeric=True) for answer in _answers(forms[0])),
        *((Column(say("Left blank"), numeric=True),) if any(one.blank is not None for one in forms) else ()),
    )
    bases = dict.fromkeys(one.base or 0 for one in forms)
    foot = None if len(bases) > 1 else _percentages_of(next(iter(bases)))
    rows = tuple(_row(one, named_base=len(bases) > 1) for one in forms)
    return Table(say("How many forms gave each answer"), columns, rows, foot)


def _percentages_of(base: int) -> Message:
    forms = forms_in_words(base)
    return say("{forms}; percentages of {base}, may not add to 100 because of rounding.", forms=forms, base=base)


def _row(one: ShownFormCounts, *, named_base: bool) -> tuple[Words, ...]:
    name = say("{question} (of {base})", question=one.text, base=one.base or 0) if named_base else Own(one.text)
    return (name, *(Own(_figure(cell)) for cell in one.cells), *([Own(_figure(one.blank))] if one.blank else []))


def _figure(cell: ShownCell) -> str:
    figure = cell_in_words(cell)
    return f"{figure} ({cell.percent})" if cell.percent else figure
