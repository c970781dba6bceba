"""Every figure that leaves equals the results: what the terminal's `results` says, recounted from the event file."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest

from facilitator.conduct.record import event_record
from facilitator.core.disclosure import Audience, shown
from facilitator.core.keys import State
from facilitator.handover.documents import write_documents
from facilitator.handover.packs import make_pack
from facilitator.programme.shipped import find_programme
from facilitator.rehearsal.clock import PretendClock
from facilitator.rehearsal.crowd import a_crowd
from facilitator.rehearsal.playing import play, pretend_event
from facilitator.words.translator import Translator
from tests.rehearsal.rehearsals import DAY


@pytest.fixture(scope="module")
def rehearsed(tmp_path_factory):
    """Return a rehearsal with its results, its report and its pack."""
    folder = tmp_path_factory.mktemp("rehearsed")
    crowd, clock = a_crowd(96, 12, 5), PretendClock(DAY)
    event = pretend_event(folder / "hall.event", find_programme("living-well-here"), crowd, variant="full", clock=clock)
    for _ in play(event, crowd, clock):
        pass
    files = write_documents(event, folder, Translator())
    pack = make_pack(event, folder, rehearsal=True)
    results = [shown(one, Audience.OPERATOR) for one in event_record(event).results if one.state is State.CLOSED]
    event.close()
    return results, files, pack


def cells(pack, table):
    with zipfile.ZipFile(pack) as zip_file:
        name = next(name for name in zip_file.namelist() if name.endswith(f"/{table}.csv"))
        return [*csv.DictReader(io.StringIO(zip_file.read(name).decode("utf-8-sig")))]


def test_the_tables_say_what_the_results_say(rehearsed):
    results, _, pack = rehearsed

    told = {(row["question"], row["option"]): row for row in cells(pack, "results")}
    accounted = {row["question"]: row for row in cells(pack, "accounting")}

    assert len(results) > 15
    for result in results:
        for option in result.options:
            row = told.pop((result.key, option.key))
            assert (int(row["count"]), int(row["base"]), row["percent"]) == (option.count, result.base, option.percent)
            assert (row["question_text"], row["option_text"]) == (result.text, option.text)
        row, stated = accounted.pop(result.key), result.accounting
        assert [int(row[name]) for name in ("present", "cast", "valid", "blank", "spoilt", "abstain")] == [
            stated.present, stated.cast, stated.valid, stated.blank, stated.spoilt, stated.abstain,
        ]  # fmt: skip
    assert (told, accounted) == ({}, {})


def test_the_charts_of_the_page_say_what_the_results_say(rehearsed):
    results, files, _ = rehearsed
    page = files.page.read_text(encoding="utf-8")
    described = re.findall(r"<desc[^>]*>(.*?)</desc>", page, re.DOTALL)

    for result in results:
        figures = [f": {option.count} ({option.percent})" for option in result.options]
        base = f"{result.accounting.cast} voted"
        assert any(all(figure in one for figure in [*figures, base]) for one in described), result.key


def test_a_coordinator_with_a_spreadsheet_alone_finds_where_when_how_many_what_and_of_how_many(rehearsed):
    _, _, pack = rehearsed

    (event,) = cells(pack, "event")
    rows = cells(pack, "results")

    assert all(event[name] for name in ("title", "held_on", "place", "attended", "tables"))
    assert all(row["question_text"] and row["option_text"] and row["count"] and row["base"] for row in rows)
