"""The blocks of a document as pieces of pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from reportlab.pdfgen.canvas import Canvas

from facilitator.document.chart import Chart, result_chart
from facilitator.document.content import (
    BarChart,
    Block,
    Bullets,
    Document,
    Facts,
    Note,
    NoteList,
    Own,
    Paragraph,
    Quotation,
    Section,
    Table,
    Tone,
    Words,
)
from facilitator.document.pdf.painting import paint_chart
from facilitator.document.pdf.pieces import Cell, Drawing, Frame, Piece, Row, Rows, paint_box
from facilitator.document.pdf.setting import Setting
from facilitator.document.pdf.table_setting import set_table
from facilitator.document.pdf.typesetting import Line, Style, Typesetter
from facilitator.document.visible import in_one_line
from facilitator.words.message import Message, say

_TWO_LINES = 2.55  # a chart's row, in parts of its text
_SHORT_LABEL = 0.4  # of the width
_LEADING = 3  # so many sentences under a heading stay with what they lead to
_MOST_NAME = 0.34  # of the width, for the names of facts


def set_document(document: Document, to: Setting) -> tuple[Piece, ...]:
    """Return a document as pieces, its title first."""
    sheet = to.sheet
    title = _text(to, document.title, sheet.title, 0.0, keeps_next=True)
    pieces = [replace(title, outline=None), *_blocks(to, document.blocks, 0)]
    if to.typesetter.undrawn:
        pieces.append(_text(to, _undrawn(to.typesetter.undrawn), sheet.quiet, sheet.gap * 2))
    return tuple(pieces)


def _undrawn(number: str) -> Message:
    return say(
        "Some signs in people's words cannot be drawn in print. In place of each stands its number, such as {number}; "
        "the web page of this document shows the signs themselves.",
        number=number,
    )


def _blocks(to: Setting, blocks: Sequence[Block], depth: int) -> Iterator[Piece]:
    leading = _LEADING if depth else 0
    for number, (block, following) in enumerate(zip(blocks, (*blocks[1:], None), strict=False)):
        *before, last = _block(to, block, depth)
        yield from before
        leads = number < leading and all(isinstance(one, Paragraph) for one in blocks[: number + 1])
        is_base = number > 0 and isinstance(blocks[number - 1], BarChart)  # it belongs to what stands above it
        keeps = following is not None and (leads or (not is_base and _stay_together(block, following)))
        yield replace(last, keeps_next=True) if keeps else last


def _stay_together(block: Block, following: Block) -> bool:
    """Return whether a chart and its base sentence, or a sentence and what it leads to, must share a page."""
    if isinstance(block, BarChart):
        return isinstance(following, Paragraph)
    return isinstance(block, Paragraph) and isinstance(following, BarChart | Bullets | Table | Facts | NoteList)


def _block(to: Setting, block: Block, depth: int) -> Sequence[Piece]:
    match block:
        case Paragraph():
            return (_paragraph(to, block),)
        case Bullets():
            return (_bullets(to, block),)
        case Facts():
            return (_facts(to, block),)
        case Table():
            return set_table(to, block)
        case BarChart():
            return (_chart(to, block),)
        case NoteList():
            return (_notes(to, block),)
        case Quotation():
            return (_quotation(to, block),)
        case Section():
            return tuple(_section(to, block, depth))


def _text(to: Setting, words: Words, style: Style, gap: float, *, keeps_next: bool = False) -> Rows:
    width = to.sheet.width if keeps_next else to.sheet.text_width * style.size / to.sheet.body.size
    width = min(width, to.sheet.width)
    return Rows((Row((Cell(0.0, width, to.lines(words, style, width)),)),), gap=gap, keeps_next=keeps_next)


def _paragraph(to: Setting, block: Paragraph) -> Rows:
    if block.tone is Tone.WARNING:
        return _warning(to, block)
    style = {Tone.LEAD: to.sheet.lead, Tone.QUIET: to.sheet.quiet}.get(block.tone, to.sheet.body)
    return _text(to, block.words, style, to.sheet.gap)


def _warning(to: Setting, block: Paragraph) -> Rows:
    left, inset = 34.0, 9.0
    width = to.sheet.width - left - inset
    cell = Cell(left, width, to.lines(block.words, to.sheet.body, width))
    return Rows((Row((cell,)),), gap=to.sheet.gap * 1.25, inset=inset, frame=Frame.WARNING, whole=True)


def _bullets(to: Setting, block: Bullets) -> Rows:
    style, indent = to.sheet.body, to.sheet.body.size * 1.2
    dot = Cell(indent * 0.2, indent, (to.typesetter.one_line("•", style),))
    width = to.sheet.text_width - indent
    rows = (
        Row((dot, Cell(indent, width, to.lines(item, style, width))), below=style.leading * 0.2) for item in block.items
    )
    return Rows(tuple(rows), gap=to.sheet.gap)


def _facts(to: Setting, block: Facts) -> Rows:
    style, gutter = to.sheet.body, to.sheet.body.size * 1.6
    quiet = replace(style, colour_role="muted")
    widest = max((to.natural_width(fact.name, style) for fact in block.facts), default=0.0)
    named = min(widest + 0.1, to.sheet.width * _MOST_NAME)
    width = min(to.sheet.width - named - gutter, to.sheet.text_width)
    rows = (
        Row(
            (
                Cell(0.0, named, to.lines(fact.name, quiet, named)),
                Cell(named + gutter, width, to.lines(fact.words, style, width)),
            ),
            below=style.leading * 0.2,
        )
        for fact in block.facts
    )
    return Rows(tuple(rows), gap=to.sheet.gap)


def _chart(to: Setting, block: BarChart) -> Drawing:
    size, result = to.sheet.body.size, block.result
    width = to.sheet.width - 2 * size
    widest = max((to.typesetter.measure(in_one_line(option.text), size) for option in result.options), default=0.0)
    row = to.sheet.chart_row if widest < width * _SHORT_LABEL else _TWO_LINES
    height = min(size * row * max(1, len(result.options)), to.sheet.height * 0.9)
    chart = result_chart(
        result, to.words, width=width, height=height, option_size=size, foot_size=0, measure=to.typesetter.measure
    )
    return Drawing(height + size, partial(_draw_chart, chart, to.typesetter), gap=to.sheet.gap)


def _draw_chart(chart: Chart, typesetter: Typesetter, canvas: Canvas, x: float, top: float, width: float) -> None:
    inset = (width - chart.width) / 2
    paint_box(canvas, x, top, width, chart.height + inset)
    paint_chart(canvas, chart, x + inset, top - inset / 2, typesetter)


def _notes(to: Setting, block: NoteList) -> Rows:
    rows = [replace(_note(to, note), rule="hairline") for note in block.notes]
    rows[-1:] = [replace(row, rule="") for row in rows[-1:]]  # a part that follows has a line of its own
    return Rows(tuple(rows), gap=to.sheet.gap * 0.5)


def _note(to: Setting, note: Note) -> Row:
    width, padding = to.sheet.width, to.sheet.gap * 0.45
    said = to.lines(note.words, to.sheet.body, width, keeps_lines=True)
    beside = _beside(to, note.about, said) if note.about else None
    if beside is not None:
        return Row((Cell(0.0, width, said), beside), above=padding, below=padding)
    about = to.lines(note.about, to.sheet.quiet, width) if note.about else ()
    return Row((Cell(0.0, width, (*about, *said)),), above=padding, below=padding)


def _beside(to: Setting, about: Words, said: Sequence[Line]) -> Cell | None:
    """Return what a note is about at the end of its last line, or None where it does not go there."""
    body, quiet, width = to.sheet.body, to.sheet.quiet, to.sheet.width
    lines = to.lines(about, replace(quiet, leading=body.leading), width)
    is_room = len(lines) == 1 and said[-1].width + 2 * body.size + lines[0].width <= width
    if not is_room or any(line.right_to_left for line in (*said, *lines)):
        return None
    empty = to.typesetter.one_line("", body)
    return Cell(0.0, width, (*(empty for _ in said[1:]), *lines), to_the_right=True)


def _quotation(to: Setting, block: Quotation) -> Rows:
    indent = to.sheet.body.size * 1.2
    width = to.sheet.text_width - indent
    said = to.lines(block.words, to.sheet.body, width, keeps_lines=True)
    whose = to.lines(block.whose, to.sheet.quiet, width)
    return Rows((Row((Cell(indent, width, (*said, *whose)),)),), gap=to.sheet.gap, frame=Frame.BAR)


def _section(to: Setting, block: Section, depth: int) -> Iterator[Piece]:
    style = to.sheet.headings[min(depth, len(to.sheet.headings) - 1)]
    heading = _text(to, block.heading, style, to.sheet.gap * (2.7, 1.9, 1.5)[min(depth, 2)], keeps_next=True)
    text = block.heading.text if isinstance(block.heading, Own) else to.words(block.heading)
    heading = replace(heading, outline=(depth, in_one_line(text)))
    if depth == 0:
        rows = (replace(heading.rows[0], above=to.sheet.gap), *heading.rows[1:])
        heading = replace(heading, rows=rows, rule_above=True)
    yield heading
    yield from _blocks(to, block.blocks, depth + 1)
