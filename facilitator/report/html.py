"""The event report as a page."""

from __future__ import annotations

from facilitator.document.page import page
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.event_report import event_report
from facilitator.words.translator import Translator


def report_html(event: PublishedEvent, words: Translator) -> str:
    """Return the event report as one HTML page that loads nothing; the same event gives the same page."""
    return page(event_report(event), words)
