"""The event report and the same-day sheet as web pages; the same event gives the same page."""

from __future__ import annotations

from facilitator.document.page import page
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.event_report import event_report
from facilitator.report.same_day_sheet import same_day_sheet
from facilitator.words.translator import Translator


def report_html(event: PublishedEvent, words: Translator) -> str:
    """Return the event report as one HTML page that loads nothing."""
    return page(event_report(event), words)


def sheet_html(event: PublishedEvent, words: Translator) -> str:
    """Return the same-day sheet as one HTML page that loads nothing; it says what the printed one says."""
    return page(same_day_sheet(event, words), words)
