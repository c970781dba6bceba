"""Collect every sentence people see into assets/locale/facilitator.pot, the template translators start from."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = ROOT / "assets" / "locale" / "facilitator.pot"
KEYWORDS = {"say": None, "say_many": (1, 2)}
SOURCES = ("facilitator", "ui")


def template() -> bytes:
    """Return the template as it should be: every message with where it is said, in order of the files."""
    catalogue = Catalog(project="Facilitator", charset="utf-8", fuzzy=False, creation_date=0, revision_date="")
    for source in SOURCES:
        for name, _, message, _, _ in extract_from_dir(ROOT / source, [("**.py", "python")], {}, KEYWORDS):
            catalogue.add(message, locations=[(f"{source}/{name}", 0)])
    written = BytesIO()
    write_po(written, catalogue, width=0, omit_header=False, include_lineno=False, sort_by_file=True)
    kept = [line for line in written.getvalue().decode().splitlines() if not line.startswith(_UNSTABLE)]
    return ("\n".join(kept) + "\n").encode()


# Dates and tool versions of the header: they would change the file without a change of the words.
_UNSTABLE = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By', '"Last-Translator', '"Language-Team', "# ")


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_bytes(template())
    print(f"{TEMPLATE.relative_to(ROOT)} holds every sentence people see.")
    sys.exit(0)
