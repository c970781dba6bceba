"""The layout of eventpack/1: names, sizes and fixed lines that writer and checker share (docs/pack.md)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

FORMAT = "eventpack/1"
FORMAT_FAMILY = "eventpack/"
ENDING = ".eventpack.zip"
REHEARSAL = "REHEARSAL"

BAGIT = "bagit.txt"
BAG_INFO = "bag-info.txt"
MANIFEST = "manifest-sha512.txt"
TAG_MANIFEST = "tagmanifest-sha512.txt"
PROFILE = "urn:facilitator:eventpack-profile:1"  # docs/eventpack-profile.json
TAGS = (BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST)
BAGIT_TEXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

PAYLOAD = "data/"
DATA_PACKAGE = "data/datapackage.json"
REPORT = "data/report/report.html"
PAPER_REPORT = "data/report/report.pdf"
PUBLISHED = "data/published/"

MOST_BYTES = 200_000_000
MOST_FILES = 2_000
MOST_ROWS = 200_000
LONGEST_CELL = 20_000

_LONGEST_SLUG = 40


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a pack; `path` is inside the pack's folder."""

    path: str
    content: bytes


def table_path(table: str) -> str:
    """Return where the table called `table` is."""
    return f"{PUBLISHED}{table}.csv"


def pack_name(title: str, held_on: str, revision: int, *, rehearsal: bool) -> str:
    """Return the name of the pack's folder; the file has `ENDING` behind it. A rehearsal's says so first."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub("[^a-z0-9]+", "-", plain)[:_LONGEST_SLUG].strip("-")
    if rehearsal:
        slug = f"{REHEARSAL}-{re.sub('^rehearsal(-|$)', '', slug) or 'event'}"
    return f"{slug or 'event'}-{held_on}-r{revision}"


def manifest(files: list[PackFile]) -> bytes:
    """Return the lines of a BagIt manifest over these files."""
    return "".join(f"{hashlib.sha512(file.content).hexdigest()}  {file.path}\n" for file in files).encode()


def payload_oxum(files: int, size: int) -> str:
    """Return BagIt's short sum of a payload: its bytes and its files."""
    return f"{size}.{files}"
