"""Printed pages, read back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.document.base import base_sentence
from facilitator.document.content import (
    BarChart,
    Bullets,
    Document,
    Note,
    NoteList,
    Own,
    Paragraph,
    Section,
    Table,
    Tone,
)
from facilitator.document.pdf import pdf_bytes
from facilitator.words.message import say
from facilitator.words.translator import Translator
from tests.document.awkward import AWKWARD, LONG_WORD, a_shown_result, a_table, every_kind
from tests.document.pdf.reading import boxes_drawn, middles_of, outline, pages, properties, squeezed, text_of, written

ROOT = Path(__file__).resolve().parents[3]
SENTENCE = "It took six weeks to get an answer about a short break, and nobody rang back to say why. "

# What stands in print for what cannot be drawn there; everything else is to be found as it was written.
PRINTED = {
    "chinese": "⟦U+4E2D⟧⟦U+6587⟧⟦U+4E5F⟧⟦U+53EF⟧⟦U+4EE5⟧",
    "thai": "⟦U+0E2A⟧⟦U+0E27 U+0E31⟧⟦U+0E2A⟧⟦U+0E14 U+0E35⟧",
    "bengali": "⟦U+09B8 U+09CD⟧⟦U+09AC U+09BE⟧⟦U+09B8 U+09CD⟧⟦U+09A5 U+09CD⟧⟦U+09AF⟧",
    "emoji": "⟦U+1F44D U+1F3FD⟧ ⟦U+1F469 U+200D U+2695 U+FE0F⟧ ⟦U+1F1EC U+1F1E7⟧ "
    "⟦U+1F3F4 U+E0067 U+E0062 U+E0077 U+E006C U+E0073 U+E007F⟧ ❤️ 😀",
    "turned round": "start ⟦U+202E⟧neht kcab⟦U+202C⟧ end⟦U+200B⟧",
    "control": "nul⟦U+0000⟧ bell⟦U+0007⟧ escape⟦U+001B⟧ delete⟦U+007F⟧",
    "lone surrogate and private": "⟦U+E000⟧ ⟦U+F0000⟧ ⟦U+FFFE⟧",
}


def paragraphs(count: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(Own(f"Number {number}. " + SENTENCE * 3)) for number in range(count))


@pytest.mark.parametrize("name", AWKWARD)
def test_a_text_that_is_hard_to_draw_can_be_read_off_the_page(name):
    text = text_of(written(NoteList((Note(Own(AWKWARD[name])),))))

    assert squeezed(PRINTED.get(name, AWKWARD[name])) in squeezed(text)


@pytest.mark.parametrize("name", AWKWARD)
def test_no_text_becomes_an_empty_box_in_any_place(monkeypatch, name):
    boxes = boxes_drawn(monkeypatch)

    pdf_bytes(every_kind(AWKWARD[name]), Translator())

    assert boxes == []


def test_a_surrogate_without_its_other_half_is_written_as_its_number():
    assert "half ⟦U+D83D⟧ of one" in text_of(written(Paragraph(Own("half \ud83d of one")), title="\ud83d"))


def test_what_could_not_be_drawn_is_explained_and_otherwise_nothing_is():
    explanation = "cannot be drawn in print. In place of each stands its number, such as ⟦U+4E2D⟧"

    assert explanation in text_of(written(Paragraph(Own("A 中 sign"))))
    assert "cannot be drawn" not in text_of(written(Paragraph(Own("Ŵyl, Ελληνικά, السلام, nul\x00"))))


def test_a_word_of_five_thousand_letters_is_parted_and_whole():
    pdf = written(Paragraph(Own(LONG_WORD)))

    assert squeezed("".join(page.body for page in pages(pdf))) == "Areport" + LONG_WORD
    assert len(pages(pdf_bytes(every_kind(LONG_WORD), Translator()))) > 5


def test_a_letter_with_hundreds_of_marks_does_not_stop_the_page():
    assert "before" in text_of(written(Paragraph(Own("before a" + "\u0489\u0301" * 500 + " after"))))


def test_markup_in_a_title_is_text_on_the_page_in_the_outline_and_in_the_properties():
    title = '<b>&amp; "all"</b>'

    pdf = written(Section(Own(title), (Paragraph(say("Text")),)), title=title)

    assert text_of(pdf).count(title) == 3
    assert outline(pdf) == [(0, title, 1)]
    assert properties(pdf)["Title"] == title


def test_a_cell_longer_than_a_page_goes_on_on_the_next():
    long = SENTENCE * 200

    pdf = written(a_table([(Own("Before"), Own("5"), Own("6")), (Own(long), Own("7"), Own("8"))]))

    text = text_of(pdf)
    assert text.count("break,") == 200  # one word: two may have the foot of a page between them
    assert 2 < len(pages(pdf)) < 7


def test_a_table_of_three_hundred_rows_repeats_its_head_on_every_page():
    rows = [(Own(f"Row {number} of many"), Own(str(number)), Own("c")) for number in range(300)]

    found = pages(written(a_table(rows)))

    assert len(found) > 6
    assert all("Age Came Invited" in " ".join(page.text.split()) for page in found)
    assert [number for number in range(300) if f"Row {number} of many" not in " ".join(p.text for p in found)] == []


def test_the_foot_of_a_table_is_never_alone_on_a_page():
    tables = [[(Own(f"Row {number}"), Own("5"), Own("c")) for number in range(count)] for count in range(20, 60)]

    last_pages = [pages(written(a_table(rows)))[-1].text for rows in tables]

    assert all("is withheld" in text and "Row" in text for text in last_pages)


def test_a_short_table_is_on_one_page():
    rows = [(Own(f"Row {number}"), Own("5"), Own("6")) for number in range(8)]

    found = [pages(written(*paragraphs(count), a_table(rows))) for count in range(6, 16)]

    assert all(len([page for page in each if "Row" in page.text]) == 1 for each in found)


def test_a_table_without_rows_is_drawn():
    assert "Who came" in text_of(written(a_table([])))


def test_a_heading_is_never_the_last_thing_on_a_page():
    parts = tuple(Section(Own(f"Heading {number}"), paragraphs(1)) for number in range(30))

    found = pages(written(*parts))

    assert len(found) > 3
    assert all("Heading" not in page.body.splitlines()[-1] for page in found)


def test_a_chart_and_its_base_are_on_the_same_page():
    result = a_shown_result([f"Option {number}" for number in range(6)])
    parts = tuple(
        Section(Own(f"Question {number}"), (BarChart(result), Paragraph(base_sentence(result), Tone.QUIET)))
        for number in range(12)
    )

    found = pages(written(*parts))

    assert all(page.text.count("Option 5") == page.text.count("84 people present") for page in found)


def test_a_chart_of_twelve_long_options_shows_every_option_and_figure():
    options = [f"Answer {number}: {SENTENCE}" for number in range(12)]
    result = a_shown_result(options)

    text = text_of(written(BarChart(result)))

    assert all(f"Answer {number}" in text for number in range(12))
    assert all(f"{option.count}{option.percent}" in squeezed(text) for option in result.options)


@pytest.mark.parametrize("count", range(4, 30))
def test_no_page_is_nearly_empty(count):
    found = pages(written(*paragraphs(count)))

    assert all(page.inked > 0.15 for page in found)


def test_pages_are_numbered_of_how_many():
    found = pages(written(*paragraphs(40)))

    assert [page.foot for page in found] == [
        f"A report Page {number} of {len(found)}" for number in range(1, len(found) + 1)
    ]


def test_the_mark_of_a_rehearsal_is_on_every_page():
    pdf = written(*paragraphs(40), mark=say("REHEARSAL: not a real result"))

    assert all(page.text.startswith("REHEARSAL: not a real result") for page in pages(pdf))
    assert properties(pdf)["Title"] == "REHEARSAL: not a real result – A report"


def test_the_outline_leads_to_the_page_of_each_heading():
    inner = Section(say("Within"), paragraphs(3))
    pdf = written(*(Section(Own(f"Part {number}"), (*paragraphs(8), inner)) for number in range(4)))

    found = outline(pdf)
    shown = pages(pdf)

    assert [(level, heading) for level, heading, _ in found] == [
        (level, heading) for number in range(4) for level, heading in ((0, f"Part {number}"), (1, "Within"))
    ]
    assert all(heading in shown[page - 1].text for _, heading, page in found)
    assert len({page for _, _, page in found}) > 2


def test_a_file_says_of_itself_only_what_the_document_says():
    pdf = pdf_bytes(Document(Own("A report"), (), author=Own("Trefn Council")), Translator("cy"))

    assert properties(pdf) == {"Title": "A report", "Author": "Trefn Council", "Producer": "Facilitator"}
    assert properties(written()) == {"Title": "A report", "Producer": "Facilitator"}
    assert b"/Lang (cy)" in pdf
    assert b"20000101" not in pdf


def test_a_file_holds_every_font_it_uses():
    pdf = pdf_bytes(every_kind("Ελληνικά"), Translator())

    assert pdf.count(b"/BaseFont") == pdf.count(b"/FontFile2") > 2
    assert b"Helvetica" not in pdf


def test_a_compact_document_takes_fewer_pages():
    blocks = paragraphs(22)

    assert len(pages(written(*blocks, compact=True))) < len(pages(written(*blocks)))


def test_an_empty_document_has_one_page():
    assert len(pages(written())) == 1
    assert len(pages(written(Bullets(()), NoteList(()), Table(say("None"), (), ())))) == 1


WRITE_TWICE = """
import hashlib, locale, sys
sys.path[:0] = [".", "tests"]
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
from tests.document.awkward import AWKWARD, every_kind
from facilitator.document.pdf import pdf_bytes
from facilitator.words.translator import Translator
document = every_kind(" ".join(AWKWARD.values()))
first = pdf_bytes(document, Translator())
assert first == pdf_bytes(document, Translator())
print(hashlib.sha256(first).hexdigest())
"""


def test_the_same_document_is_the_same_bytes_in_any_locale_time_zone_and_process():
    worlds = (
        {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "2"},
        {"LC_ALL": "de_DE.UTF-8", "TZ": "America/New_York", "PYTHONHASHSEED": "3", "SOURCE_DATE_EPOCH": "1"},
    )

    digests = [
        subprocess.run(
            [sys.executable, "-c", WRITE_TWICE], env={**os.environ, **world}, cwd=ROOT, capture_output=True, text=True,
            check=True,
        ).stdout
        for world in worlds
    ]  # fmt: skip

    assert len(set(digests)) == 1


def test_a_page_costs_no_pdf_machinery():
    script = "import sys, facilitator.document.page, facilitator.document.chart; print('reportlab' in sys.modules)"

    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "False"


def test_figures_of_a_column_stand_below_each_other():
    rows = [(Own("a"), Own("777"), Own("7")), (Own("b"), Own("999"), Own("9"))]

    middles = middles_of(written(a_table(rows)), "79")

    assert len(middles["7"]) == 4
    assert middles["7"] == pytest.approx(middles["9"], abs=0.6)


def test_how_a_short_note_was_said_stands_at_the_end_of_its_line():
    short = written(NoteList((Note(Own("Keeping a pet."), say("said by most of the table")),)))
    long = written(NoteList((Note(Own("Keeping a pet. " * 6), say("On: {what}", what="a long thing " * 6)),)))

    assert text_of(short).index("Keeping a pet.") < text_of(short).index("said by most")
    assert text_of(long).index("On: a long thing") < text_of(long).index("Keeping a pet.")


def test_notes_with_what_is_known_of_them_take_one_line_each():
    notes = tuple(Note(Own(f"Note {number}."), say("said by most of the table")) for number in range(24))

    assert len(pages(written(NoteList(notes)))) == 1


def test_a_note_from_right_to_left_is_not_written_over():
    pdf = written(NoteList((Note(Own("שלום"), say("said by most of the table")),)))

    text = text_of(pdf)

    assert text.index("said by most") < text.index(min("שלום", key=text.index))
