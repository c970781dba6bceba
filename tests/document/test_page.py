"""Pages as HTML: one file, nothing lost, and nobody kept out."""

from __future__ import annotations

import html
import re

import pytest

from facilitator.document.content import (
    Column,
    Document,
    Note,
    NoteList,
    Own,
    Paragraph,
    Quotation,
    Section,
    Table,
)
from facilitator.document.page import page
from facilitator.document.visible import visible
from facilitator.words.message import say
from facilitator.words.translator import Translator
from tests.document.awkward import AWKWARD, LONG_WORD, a_table, every_kind
from tests.document.axe import Judged, judged, wide_at
from tests.rehearsal.rehearsals import played

# What axe cannot tell: contrast in SVG (tests/test_look.py counts it), and a column with nothing but empty cells.
CANNOT_TELL = {"color-contrast", "th-has-data-cells"}


def page_of(*blocks: object, title: str = "A report", **more: object) -> str:
    return page(Document(Own(title), blocks, **more), Translator())


def keeps_nobody_out(found: Judged) -> bool:
    assert found.violations == []
    assert {told.partition(":")[0] for told in found.incomplete} <= CANNOT_TELL
    return len(found.passes) > 15


@pytest.mark.parametrize("name", AWKWARD)
def test_a_text_that_is_hard_to_draw_is_on_the_page_to_the_letter(name):
    text = AWKWARD[name]

    written = page_of(NoteList((Note(Own(text)),)))

    assert visible(text) in html.unescape(re.sub(r"</?(?:bdi|li)[^>]*>", "", written))
    assert written.encode("utf-8")


def test_markup_in_words_does_nothing():
    written = page(every_kind(AWKWARD["markup"]), Translator())

    assert "<script" not in written
    assert "<b>" not in written


@pytest.mark.slow
def test_axe_finds_nothing_on_a_page_with_every_kind_of_block(tmp_path):
    assert keeps_nobody_out(judged(page(every_kind("Geiriau rhywun arall", "cy"), Translator()), tmp_path))


@pytest.mark.slow
@pytest.mark.parametrize("text", [" ".join(AWKWARD.values()), LONG_WORD], ids=["awkward", "long word"])
def test_axe_finds_nothing_on_a_page_of_awkward_words_in_a_narrow_window(tmp_path, text):
    written = page(every_kind(text), Translator())

    assert keeps_nobody_out(judged(written, tmp_path, width=500))


@pytest.mark.slow
def test_axe_finds_nothing_on_a_table_wider_than_the_window(tmp_path):
    columns = tuple(Column(say("Unbroken heading"), unbroken=True) for _ in range(15))
    table = Table(say("A wide table"), columns, (tuple(Own("an unbroken cell") for _ in columns),))

    assert keeps_nobody_out(judged(page_of(table), tmp_path, width=500))


@pytest.mark.slow
def test_axe_finds_nothing_on_the_report_of_a_rehearsal(tmp_path):
    assert keeps_nobody_out(judged(played(tmp_path, people=40).report, tmp_path))


@pytest.mark.slow
@pytest.mark.parametrize("text", ["Plain words", LONG_WORD], ids=["plain", "long word"])
def test_a_page_fits_a_window_of_320_pixels(tmp_path, text):
    assert wide_at(page(every_kind(text), Translator()), tmp_path, width=320) <= 320


@pytest.mark.slow
def test_axe_does_find_what_keeps_people_out(tmp_path):
    written = page_of(Paragraph(say("Text"))).replace("<main>", '<main><p style="color: #ccc">Too pale</p><img src="">')

    found = judged(written, tmp_path)

    assert {told.partition(":")[0] for told in found.violations} == {"color-contrast", "image-alt"}


def test_what_may_scroll_sideways_can_be_reached_by_keyboard():
    written = page(every_kind("Plain words"), Translator())

    assert '<figure class="chart" tabindex="0"><svg role="img"' in written
    assert '<div class="wide" role="group" aria-labelledby="table-1" tabindex="0">' in written


def test_a_table_says_its_caption_its_heads_and_what_its_signs_mean():
    written = page_of(a_table([(Own("Under 25"), Own("c"), Own("12"))]), a_table([]))

    assert '<caption id="table-1">Who came</caption>' in written
    assert 'aria-labelledby="table-2"' in written
    assert '<th scope="col" class="numeric">Came</th>' in written
    assert '<th scope="row"><bdi dir="auto">Under 25</bdi></th>' in written
    assert '</table></div>\n<p class="quiet foot">c: a count from 1 to 4 that is withheld.</p>' in written


def test_words_of_the_organiser_are_marked_as_such():
    written = page_of(Quotation(Own("Rydym yn gwrando", "cy"), say("The organiser's words")))

    assert (
        '<figure class="quotation"><blockquote><bdi dir="auto" lang="cy">Rydym yn gwrando</bdi></blockquote>\n'
        "<figcaption>The organiser's words</figcaption></figure>"
    ) in html.unescape(written)


def test_a_page_names_its_author_only_where_the_document_does():
    assert '<meta name="author" content="Trefn &amp; Co">' in page_of(author=Own("Trefn & Co"))
    assert 'name="author"' not in page_of()


def test_headings_go_down_one_by_one_and_no_deeper_than_the_fifth():
    inner = Section(say("6"), (Paragraph(say("Text")),))
    for level in ("5", "4", "3", "2"):
        inner = Section(say(level), (inner,))

    written = page_of(inner, title="1")

    assert re.findall(r"<h(\d)>(?:<bdi[^>]*>)?(\d)", written) == [
        ("1", "1"), ("2", "2"), ("3", "3"), ("4", "4"), ("5", "5"), ("5", "6"),
    ]  # fmt: skip


def test_a_compact_page_says_so_to_the_printer():
    assert '<body class="marked compact">' in page_of(compact=True, mark=say("REHEARSAL"))
    assert "<body>" in page_of()


def test_contents_name_every_part_and_lead_to_it():
    blocks = (Paragraph(say("Before")), Section(say("One & two"), ()), Section(Own("Three"), (Paragraph(say("x")),)))

    html = page(Document(say("Title"), blocks, contents=True), Translator())

    links = re.findall(r'<li><a href="#(part-\d+)">(.*?)</a></li>', html)
    headings = re.findall(r'<section id="(part-\d+)">\s*<h2>(.*?)</h2>', html)
    assert links == headings
    assert [place for place, _ in links] == ["part-1", "part-2"]
    assert html.index("Before") < html.index('<nav class="contents"') < html.index('id="part-1"')
