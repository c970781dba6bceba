"""Documents as PDF: paper pages with embedded fonts; the only place that knows ReportLab."""

from facilitator.document.pdf.writing import page_count, pdf_bytes

__all__ = ["page_count", "pdf_bytes"]
