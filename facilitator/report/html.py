"""The event report as a page."""

from __future__ import annotations

from facilitator.conduct.record import EventRecord
from facilitator.document.page import page
from facilitator.report.event_report import event_report
from facilitator.words.translator import Translator


def report_html(record: EventRecord, words: Translator, *, with_times: bool = False) -> str:
    """Return the event report as one HTML page that loads nothing; the same record gives the same page.

    `with_times` tells when the event began and ended, by the clock of this computer.
    """
    return page(event_report(record, with_times=with_times), words)
