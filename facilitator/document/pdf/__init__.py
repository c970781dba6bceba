"""Documents as PDF: paper pages with embedded fonts; the only place that knows ReportLab."""

from facilitator.document.pdf.writing import pdf_bytes

__all__ = ["pdf_bytes"]
