"""Every figure of the report and of the same-day sheet equals the results."""

from __future__ import annotations

import re
from html import unescape

import pytest

from facilitator.core.methods import Method
from facilitator.report.html import report_html, sheet_html
from facilitator.words.translator import Translator
from tests.rehearsal.rehearsals import played
from tests.report.event_records import let_through
from tests.report.pages import Page, plain_text


@pytest.fixture(scope="module")
def rehearsal(tmp_path_factory):
    """Return a whole rehearsal of 12 tables: its record and what anyone may see of it."""
    record = played(tmp_path_factory.mktemp("rehearsal"), people=96, tables=12).record
    return record, let_through(record)


def rows(html: str) -> list[list[str]]:
    """Return the cells of every row of every table."""
    found = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    return [[cell_text(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)] for row in found]


def cell_text(cell: str) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", "", cell)).split())


def test_the_accounting_of_every_question_equals_the_results(rehearsal):
    record, event = rehearsal
    html = report_html(event, Translator())
    accounting = rows(html[html.index("How the votes add up") :])

    for result in record.results:
        if result.status in ("closed", "corrected") and result.tally.valid >= 10:
            tally = result.tally
            figures = [result.denominators.present, tally.cast, tally.valid, tally.blank, tally.spoilt, tally.abstain]
            assert [result.text, *map(str, figures)] in [row[:7] for row in accounting]


def test_every_chart_shows_the_counts_of_its_result(rehearsal):
    record, event = rehearsal
    html = report_html(event, Translator())
    drawn_charts = re.findall(r"(<svg.*?<title[^>]*>(.*?)</title>.*?</svg>)", html, re.DOTALL)
    charts = {cell_text(title): svg for svg, title in drawn_charts}

    for result in record.results:
        if result.status in ("closed", "corrected"):
            drawn = [cell_text(text) for text in re.findall(r"<text[^>]*>(.*?)</text>", charts[result.text])]
            assert [str(option.count) for option in result.options if str(option.count) not in drawn] == []


def test_the_adopted_goals_and_the_sheet_equal_the_results(rehearsal):
    record, event = rehearsal
    report, sheet = rows(report_html(event, Translator())), rows(sheet_html(event, Translator()))

    for outcome in record.outcomes:
        result = next(one for one in record.results if one.key == outcome.question)
        figures = [f"{option.count} ({option.share.percent})" for option in result.options]
        if outcome.kind != "left":
            assert [*figures, str(result.tally.valid)] in [row[1:] for row in report]
            assert [*figures, str(result.tally.valid)] in [row[1:] for row in sheet]


def test_every_vote_on_the_sheet_equals_its_result(rehearsal):
    record, event = rehearsal
    html = sheet_html(event, Translator())
    told, text = rows(html), plain_text(html)

    for result in record.results:
        if result.method in (Method.STATEMENT, Method.DIRECTION) and result.status == "closed":
            counts = [str(option.count) for option in result.options]
            figures = [f"{option.count} ({option.share.percent})" for option in result.options]
            assert [*counts, str(result.base)] in [row[1:] for row in told] or [*figures, str(result.base)] in [
                row[1:] for row in told
            ]
    areas = next(one for one in record.results if one.key == "areas")
    for option in areas.options:
        assert f"{option.count} ({option.share.percent})" in text


def test_every_section_with_a_percentage_says_of_what(rehearsal):
    _, event = rehearsal
    bases = r"percentages of \d+|Percentages are of the votes that made a choice|of \d+ people who made a choice"

    for html in (report_html(event, Translator()), sheet_html(event, Translator())):
        told = [section for section in Page(html).finished if re.search(r"\d%", section)]
        assert told
        assert [section[:80] for section in told if not re.search(bases, section)] == []


def test_each_note_is_in_the_report_in_its_own_words(rehearsal):
    _, event = rehearsal
    text = plain_text(report_html(event, Translator()))

    assert [note.text for note in event.notes if " ".join(note.text.split()) not in unescape(text)] == []


def test_the_report_names_no_table(rehearsal):
    _, event = rehearsal

    assert not re.search(r"[Tt]able \d", plain_text(report_html(event, Translator())))
