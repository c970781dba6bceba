"""Records of events for making packs, and one good pack for all that is done to packs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pack.rebagging import with_a_short_report
from tests.pack.written import write_pack
from tests.report.event_records import a_whole_event, event_with, let_through, record_and_close, whole_event

__all__ = ["event_with", "whole_event"]


@pytest.fixture(scope="session")
def good_pack(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the pack of the whole event, small: with a report of a few bytes."""
    folder: Path = tmp_path_factory.mktemp("good")
    return with_a_short_report(write_pack(let_through(record_and_close(a_whole_event(folder))), folder).read_bytes())
