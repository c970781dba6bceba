"""What must go on one page: the fullest of several documents that does."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.document.content import Document
from facilitator.document.pdf import LaidOut, Measured, laid_out
from facilitator.words.translator import Translator


def on_one_page(fullest_first: Iterable[Document], words: Translator, measured: Measured) -> bytes:
    """Return the first document that goes on one page as a PDF file; where none does, the last one as it is."""
    found: LaidOut | None = None
    for document in fullest_first:
        found = laid_out(document, words, measured)
        if len(found.pages) == 1:
            break
    assert found is not None
    return found.as_pdf()
