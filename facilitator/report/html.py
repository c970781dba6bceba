"""The event report as a page."""

from __future__ import annotations

from facilitator.conduct.record import EventRecord
from facilitator.document.page import page
from facilitator.report.event_report import event_report
from facilitator.words.translator import Translator


def report_html(record: EventRecord, words: Translator) -> str:
    """Return the event report as one HTML page that loads nothing; the same record gives the same page."""
    return page(event_report(record), words)
