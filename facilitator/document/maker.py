"""The mark of the maker, by which this program knows its own pages and papers again."""

from __future__ import annotations

MAKER = "Facilitator"
HTML_MARK = f'<meta name="generator" content="{MAKER}">'
PDF_MARK = f"/Producer ({MAKER})".encode()
