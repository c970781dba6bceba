"""The event report and the same-day sheet as PDF files; the same event gives the same bytes."""

from __future__ import annotations

from facilitator.document.pdf import pdf_bytes
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.event_report import event_report
from facilitator.report.same_day_sheet import fitted_sheet
from facilitator.words.translator import Translator


def report_pdf(event: PublishedEvent, words: Translator) -> bytes:
    """Return the event report as a PDF file."""
    return pdf_bytes(event_report(event), words)


def sheet_pdf(event: PublishedEvent, words: Translator) -> bytes:
    """Return the same-day sheet as a PDF file of one or two pages."""
    return fitted_sheet(event, words).as_pdf()
