"""Documents as PDF: paper pages with embedded fonts; the only place that knows ReportLab."""

from facilitator.document.pdf.typesetting import Measured
from facilitator.document.pdf.writing import LaidOut, laid_out, pdf_bytes

__all__ = ["LaidOut", "Measured", "laid_out", "pdf_bytes"]
