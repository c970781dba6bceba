"""Packs of an event of 120 people, 25 questions and 60 notes: written and checked beside the barest way to do it."""

from __future__ import annotations

import csv
import hashlib
import io
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

from facilitator.conduct.record import event_record
from facilitator.gate.published_event import PublishedEvent
from facilitator.pack import layout
from facilitator.pack.archive import archive
from facilitator.pack.checking import check_pack
from facilitator.pack.layout import PackFile
from facilitator.pack.writing import Pack, pack_of, reports_of, store_pack
from tests.bench.measuring import Line, compared, middle
from tests.pack.full_event import NOTES, PEOPLE, QUESTIONS, a_full_event
from tests.pack.rebagging import SHORT_PAGE, SHORT_PAPER
from tests.report.event_records import let_through

ROUNDS = 31
NO_REPORTS = (PackFile(layout.REPORT, SHORT_PAGE), PackFile(layout.PAPER_REPORT, SHORT_PAPER))


def lines(folder: Path) -> list[Line]:
    """Measure writing without the reports, and checking with and without them, in seconds of the processor."""
    event = _published(folder)
    bare, whole = pack_of(event, 1, NO_REPORTS), pack_of(event, 2, reports_of(event))
    return [
        _writing(event, bare),
        _checking("check it whole", store_pack(whole, folder), at_most=4),
        _checking("check it without its reports", store_pack(bare, folder), at_most=None),
    ]


def _published(folder: Path) -> PublishedEvent:
    event = a_full_event(folder)
    record = event_record(event)
    event.close()
    return let_through(record)


def _writing(event: PublishedEvent, pack: Pack) -> Line:
    contents = [file.content for file in pack.files]
    ours, bare = _interleaved(lambda: _packed(event), lambda: _only_deflated(contents))
    what = f"pack of {PEOPLE} people, {QUESTIONS} questions, {NOTES} notes"
    return compared(what, middle(ours), middle(bare), "deflate 6 + sha512", at_most=4)


def _packed(event: PublishedEvent) -> bytes:
    pack = pack_of(event, 1, NO_REPORTS)
    return archive(pack.name, [*pack.files])


def _only_deflated(contents: list[bytes]) -> None:
    for content in contents:
        packing = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
        packing.compress(content)
        packing.flush()
        hashlib.sha512(content).digest()


def _checking(what: str, path: Path, *, at_most: float | None) -> Line:
    ours, bare = _interleaved(lambda: check_pack(path), lambda: _only_read(path))
    return compared(f"  {what}", middle(ours), middle(bare), "inflate + sha512 + csv.reader", at_most=at_most)


def _interleaved(ours: Callable[[], object], bare: Callable[[], object]) -> tuple[list[float], list[float]]:
    # Of the processor: where many programs run, the longer of two works is interrupted and the shorter is not.
    pairs = [(_processor_seconds(ours), _processor_seconds(bare)) for _ in range(ROUNDS)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _processor_seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _only_read(path: Path) -> int:
    cells = 0
    with ZipFile(path) as zip_file:
        for name in zip_file.namelist():
            content = zip_file.read(name)
            hashlib.sha512(content).digest()
            if name.endswith(".csv"):
                rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
                cells += sum(len(row) for row in rows)
    return cells
