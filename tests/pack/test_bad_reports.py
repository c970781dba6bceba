"""Reports that could act on whoever opens them, in a pack whose every hash fits: refused with a sentence."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from facilitator.errors import PackDamaged
from facilitator.pack import layout
from facilitator.pack.checking import check_pack
from facilitator.pack.layout import PAPER_REPORT, REPORT
from facilitator.pack.paper_checking import _Judged
from tests.pack.rebagging import SHORT_PAGE, SHORT_PAPER
from tests.pack.refusing import Bad, Damage, assert_refused, content, each_of
from tests.pack.written import write_pack
from tests.report.event_records import let_through

STRANGE = "does not belong in a report."


def page(markup: str) -> Damage:
    """Return the damage that adds this markup to the page."""
    return content(REPORT, lambda text: text + markup.encode())


def paper(objects: bytes) -> Damage:
    """Return the damage that adds these bytes to the paper."""
    return content(PAPER_REPORT, lambda text: text.replace(b"%%EOF\n", objects + b"\n%%EOF\n"))


def becomes(path: str, text: bytes) -> Damage:
    return content(path, lambda _: text)


PAGES = {
    "a script": Bad(page("<script>alert(1)</script>"), f"{REPORT}, line 3: “<script>” {STRANGE}"),
    "a script in capitals": Bad(page("<SCRIPT SRC=//x>"), STRANGE),
    "a script in a remark that ends early": Bad(page("<!--><script>--></p>"), f"“<!-->” {STRANGE}"),
    "a script behind a quote": Bad(page("<p class='\"><script>x</script>'>"), STRANGE),
    "a frame": Bad(page('<iframe title="x"></iframe>'), STRANGE),
    "an object": Bad(page('<object class="x"></object>'), STRANGE),
    "an embedded thing": Bad(page('<embed class="x">'), STRANGE),
    "a form": Bad(page("<form><button>Win</button></form>"), STRANGE),
    "another base": Bad(page('<base href="#">'), STRANGE),
    "a style from elsewhere": Bad(page('<link href="#">'), STRANGE),
    "a picture": Bad(page('<img src="https://example.org/a.png">'), STRANGE),
    "a page that goes elsewhere": Bad(page('<meta http-equiv="refresh" content="0; //x">'),
        f"“http-equiv=refresh” {STRANGE}"),
    "a handler": Bad(page('<p onclick="alert(1)">x</p>'), f"“onclick=alert(1)” {STRANGE}"),
    "a source": Bad(page('<p src="x">x</p>'), STRANGE),
    "a link to elsewhere": Bad(page('<a href="https://example.org">x</a>'), STRANGE),
    "a link that runs": Bad(page('<a href="javascript:alert(1)">x</a>'), STRANGE),
    "a link in disguise": Bad(page('<a href="&#106;avascript:alert(1)">x</a>'), STRANGE),
    "a style of one element": Bad(page('<p style="background: url(x)">x</p>'), STRANGE),
    "a colour from elsewhere": Bad(page('<svg><rect fill="url(https://example.org)"/></svg>'), STRANGE),
    "a style that loads": Bad(page("<style>p { background: url(https://example.org) }</style>"), "Its style loads"),
    "a style that loads another": Bad(page('<style>@import "https://example.org";</style>'), "Its style loads"),
    "a style that loads in disguise": Bad(page(r"<style>p { background: \75rl(x) }</style>"), "Its style loads"),
    "a tag that never ends": Bad(page("<p class=" + "x" * 5_000_000), "Something in it does not end."),
    "no page": Bad(becomes(REPORT, b"MZ\x90"), "It is not in UTF-8."),
    "another page": Bad(becomes(REPORT, b"<html><p>x"), f"{REPORT}, line 1: It does not begin as a page of ours does."),
    "nothing": Bad(becomes(REPORT, b""), "It does not begin as a page of ours does."),
}  # fmt: skip
PAPERS = {
    "no paper": Bad(becomes(PAPER_REPORT, b"MZ\x90"), f"{PAPER_REPORT}: It is no PDF."),
    "a script": Bad(paper(b"1 0 obj << /S /JavaScript /JS (app.alert\\(1\\)) >> endobj"), f"“JavaScript” {STRANGE}"),
    "a script spelt otherwise": Bad(paper(b"<< /#4aavaScript 1 0 R >>"), f"“#4aavaScript” {STRANGE}"),
    "a program to start": Bad(paper(b"<< /S /Launch >>"), f"“Launch” {STRANGE}"),
    "a file inside": Bad(paper(b"<< /Type /EmbeddedFile >>"), f"“EmbeddedFile” {STRANGE}"),
    "something done at once": Bad(paper(b"<< /OpenAction 1 0 R >>"), f"“OpenAction” {STRANGE}"),
    "something done at a page": Bad(paper(b"<</AA<<>>>>"), f"“AA” {STRANGE}"),
    "objects packed away": Bad(paper(b"<< /Type /ObjStm >>\nstream\nxx\nendstream"), f"“ObjStm” {STRANGE}"),
    "an object in a text": Bad(paper(b"(1 0 obj << /S /JavaScript >> endobj)"), "Something is hidden in it."),
    "an object in a remark": Bad(paper(b"% 1 0 obj << /S /JavaScript >> endobj\n"), "Something is hidden in it."),
    "an object in a stream": Bad(paper(b"stream\n1 0 obj << /S /JavaScript >>\nendstream"), "Something is hidden"),
    "a text without an end": Bad(paper(b"(and so on"), "It does not end."),
    "a script far behind": Bad(paper(b"stream\n" + b"x" * 200_000 + b"\nendstream << /JS 1 >>"), f"“JS” {STRANGE}"),
}  # fmt: skip


@each_of(PAGES)
def test_a_page_that_acts_is_refused_with_a_sentence(good_pack: bytes, tmp_path, bad: Bad):
    assert_refused(bad.damage(good_pack), bad.sentence, tmp_path)


@each_of(PAPERS)
def test_a_paper_that_acts_is_refused_with_a_sentence(good_pack: bytes, tmp_path, bad: Bad):
    assert_refused(bad.damage(good_pack), bad.sentence, tmp_path)


@pytest.mark.parametrize("words", ["/JS (OpenAction) /AA", "url(https://example.org)", "<script>", "\\", "% /Launch ("])
def test_people_may_write_what_a_report_may_not_do(whole_event, tmp_path, words):
    event = let_through(whole_event)
    named = replace(event, details=replace(event.details, title=f"Day {words} day", convenor=words, place=words))

    assert check_pack(write_pack(named, tmp_path)).title == f"Day {words} day"


@pytest.mark.parametrize("seed", range(20))
def test_a_paper_is_judged_alike_however_its_bytes_come(seed):
    dice = random.Random(seed)
    noise = bytes(dice.randrange(32, 127) for _ in range(3_000)).replace(b"stream", b"")
    text = b"1.7\n1 0 obj <</Title (a \\( (b) /JS) /X 1>> stream\r\n" + noise + b"endstream\n<</Launch 1>>"
    with pytest.raises(PackDamaged, match="Launch"):
        judge(text, dice)


def judge(text: bytes, dice: random.Random) -> None:
    judged = _Judged()
    while text:
        length = dice.randrange(1, 700)
        judged.add(text[:length])
        text = text[length:]
    judged.end()


def test_the_shortest_reports_are_accepted(good_pack: bytes, tmp_path):
    path = tmp_path / "short.eventpack.zip"
    path.write_bytes(good_pack)

    assert check_pack(path).title
    assert SHORT_PAGE.startswith(b"<!doctype html>")
    assert SHORT_PAPER.startswith(b"%PDF-")
    assert layout.REPORT == REPORT
