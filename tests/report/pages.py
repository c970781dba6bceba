"""Reports as their readers have them: the page, its sections and its plain text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from facilitator.conduct.noting import NoteKind
from facilitator.conduct.record import EventRecord, NoteRecord
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.html import report_html
from facilitator.words.translator import Translator
from tests.report.event_records import let_through


class Page(HTMLParser):
    """A page as its elements: tags with attributes, and the text of each section that is no style."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.sections: list[list[str]] = [[]]
        self.finished: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "rect", "polyline"):
            self.open.append(tag)
        if tag == "section":
            self.sections.append([])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if tag == "section":
            self.finished.append(" ".join(self.sections.pop()))

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        if "style" not in self.open:
            self.sections[-1].append(data)


def html_of(record: EventRecord | PublishedEvent) -> str:
    """Return the report as a page; of a record, when a person has read all its words."""
    event = record if isinstance(record, PublishedEvent) else let_through(record)
    return report_html(event, Translator())


def text_of(record: EventRecord | PublishedEvent) -> str:
    """Return what the report says, as one line."""
    return plain_text(html_of(record))


def plain_text(html: str) -> str:
    """Return the words of a page as one line, without its list of contents."""
    html = re.sub("<style>.*?</style>|<nav .*?</nav>", "", html, flags=re.DOTALL)
    return " ".join(re.sub("<[^>]+>", " ", re.sub("</?bdi[^>]*>", "", html)).split())


def a_note(text: str, **more: Any) -> NoteRecord:
    """Return a note of table 3 in the talk about the goals, unless told otherwise."""
    empty = NoteRecord("00" * 16, "goals", "talk-goals", "table 3", NoteKind.POINT, "", text, "en")
    return replace(empty, **more)
