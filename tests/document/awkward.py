"""Documents that are hard to draw, for HTML and PDF alike."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.core.disclosure import Audience, ShownAccounting, ShownOption, ShownResult
from facilitator.core.keys import OptionKey, QuestionKey, Source, StageKey
from facilitator.core.methods import Method
from facilitator.core.shares import Base
from facilitator.document.base import base_sentence
from facilitator.document.content import (
    BarChart,
    Bullets,
    Column,
    Document,
    Fact,
    Facts,
    Note,
    NoteList,
    Own,
    Paragraph,
    Quotation,
    Section,
    Table,
    Tone,
)
from facilitator.words.message import say

LONG_WORD = "Llanfair" * 625

AWKWARD = {
    "markup": "<b>&amp; \"quoted\" 'text' </p><script>alert(1)</script>",
    "formula": "=cmd|' /C calc'!A0",
    "welsh": "Ŵyl y Glaniad: tŷ, ŷd, â, ô — “dyfyniad” ‘un’",
    "greek and cyrillic": "Ελληνικά, Українська, Ђђ",
    "combining": "e\u0301te\u0301 o\u0323\u0308 x\u0329",
    "hebrew": "שלום 123 (שלום)",
    "arabic": "السلام عليكم، غرفة 12",
    "mixed directions": "The sign says שלום and مرحبا to all",
    "chinese": "中文也可以",
    "thai": "สวัสดี",
    "bengali": "স্বাস্থ্য",
    "emoji": "👍🏽 👩‍⚕️ 🇬🇧 🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f ❤️ 😀",
    "turned round": "start \u202eneht kcab\u202c end\u200b",
    "control": "nul\x00 bell\x07 escape\x1b delete\x7f",
    "lines": "one\ntwo\n\n\tthree\r\nfour",
    "lone surrogate and private": "\ue000 \U000f0000 \ufffe",
    "signs": "⟦braces⟧ £5 €6 ½ ≤ ≥ → ✓ ⚠ ☎",
}


def a_shown_result(
    texts: Sequence[str], text: str = "What matters most?", *, method: Method = Method.CHOOSE
) -> ShownResult:
    """Return a published result with these options, the first one chosen by most."""
    options = tuple(
        ShownOption(
            OptionKey(f"o{number}"),
            option,
            "",
            Source.PROGRAMME,
            80 - 6 * number,
            None,
            f"{100 - 7 * number}%",
            number + 1,
        )
        for number, option in enumerate(texts)
    )
    accounting = ShownAccounting(84, None, 81, 80, 1, 0, 0, None, "")
    return ShownResult(
        Audience.PUBLISHED, QuestionKey("q"), StageKey("one"), text, "", Source.PROGRAMME, 1, method, 3, "final", 1,
        options, True, 80, Base.VALID, accounting,
    )  # fmt: skip


def every_kind(text: str, language: str = "") -> Document:
    """Return a document with every kind of block, and `text` as people's own words in each place that takes them."""
    own = Own(text, language)
    result = a_shown_result([text or "-", "Good days", "Getting about"], text or "-")
    base = base_sentence(result)
    assert base is not None
    everything = (
        Paragraph(own, Tone.LEAD),
        Paragraph(say("A quiet remark about {text}.", text=text), Tone.QUIET),
        Paragraph(own, Tone.WARNING),
        Bullets((own, say("Another item"))),
        Facts((Fact(say("Date"), say("20 November 2026")), Fact(say("Place"), own))),
        Quotation(own, say("The organiser's words")),
        Section(own, (BarChart(result), Paragraph(base, Tone.QUIET))),
        a_table([(own, Own("c"), Own("12")), (Own("Under 25"), Own("11"), Own(""))]),
        NoteList((Note(own, say("said by most of the table")), Note(own))),
    )
    return Document(
        own, (Section(say("A part"), everything),), say("REHEARSAL: not a real result"), Own("Trefn Council")
    )


def a_table(rows: Sequence[tuple[Own, ...]]) -> Table:
    """Return a table of ages whose rows have a name and two figures."""
    columns = (Column(say("Age")), Column(say("Came"), numeric=True), Column(say("Invited"), numeric=True))
    return Table(say("Who came"), columns, tuple(rows), say("c: a count from 1 to 4 that is withheld."))
