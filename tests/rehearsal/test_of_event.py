"""A rehearsal of somebody's own event: as it was prepared, in a file of its own, played to its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders import the_default_event
from facilitator.conduct.event import Event, change_details, create_event, open_event
from facilitator.conduct.meeting import safeguarding_now, tell_safeguarding
from facilitator.conduct.preparing import prepare
from facilitator.conduct.record import event_record
from facilitator.conduct.starting import EventDetails
from facilitator.core.keys import Source, State
from facilitator.core.programme import ActivityKind
from facilitator.programme.shipped import find_programme
from facilitator.rehearsal.chance import seeded_bytes
from facilitator.rehearsal.clock import PretendClock
from facilitator.rehearsal.crowd import a_crowd
from facilitator.rehearsal.of_event import crowd_of, rehearsal_of
from facilitator.rehearsal.playing import play
from facilitator.report.html import report_html
from facilitator.words.translator import Translator
from tests.prepared_events import changed_fifteen_times
from tests.report.event_records import let_through

SHIPPED = find_programme("living-well-here")


@pytest.fixture
def event(tmp_path: Path) -> Iterator[Event]:
    made = the_default_event(tmp_path)
    prepare(made, changed_fifteen_times(made.programme, "full"))
    tell_safeguarding(made, "Sam Field", "01632 960123")
    yield made
    made.close()


@pytest.fixture
def rehearsal(event: Event, tmp_path: Path) -> Iterator[Event]:
    made = rehearsal_of(event, tmp_path / "try.event", title="Rehearsal: Riverside", held_on="2026-11-19")
    yield made
    made.close()


def test_it_is_a_rehearsal_of_the_event_as_it_was_prepared(event, rehearsal):
    assert rehearsal.is_rehearsal
    assert rehearsal.details == replace(event.details, title="Rehearsal: Riverside", held_on="2026-11-19")
    assert (rehearsal.programme, rehearsal.issued) == (event.programme, event.issued)
    assert safeguarding_now(rehearsal) == safeguarding_now(event)


def test_the_event_itself_has_no_entry_more_and_is_no_rehearsal(event, tmp_path):
    before = event.last_entry()

    rehearsal_of(event, tmp_path / "try.event", title="Try", held_on="2026-11-19").close()

    assert event.last_entry() == before
    assert not event.is_rehearsal


@pytest.mark.parametrize(("tables", "people", "seated_at"), [(None, 80, 10), (1, 8, 1), (3, 24, 3), (200, 400, 60)])
def test_pretend_people_are_about_eight_at_each_table_that_they_can_fill(event, tmp_path, tables, people, seated_at):
    change_details(event, replace(event.details, tables=tables))

    rehearsal = rehearsal_of(event, tmp_path / "try.event", title="Try", held_on="2026-11-19")

    crowd = crowd_of(rehearsal)
    assert (crowd.people, crowd.tables, rehearsal.details.tables) == (people, seated_at, seated_at)
    rehearsal.close()


@pytest.mark.parametrize("variant", ["full", "short", "slot"])
def test_a_prepared_event_is_played_to_its_end(tmp_path, variant):
    clock, crowd = PretendClock(date(2026, 11, 20)), a_crowd(24, 3, seed=1)
    prepared = changed_fifteen_times(SHIPPED.programme, variant)
    details = EventDetails("Rehearsal: Riverside", "2026-11-20", "Village hall", 3, variant)
    event = create_event(
        tmp_path / "try.event", SHIPPED, details, rehearsal=True, prepared=prepared, clock=clock,
        random_bytes=seeded_bytes(1),
    )  # fmt: skip

    for _ in play(event, crowd, clock):
        pass
    event.close()

    again = open_event(event.path)
    record = event_record(again)
    again.close()
    assert record.count_closed
    assert {found.state for found in record.results} == {State.CLOSED}
    own = next(found for found in record.results if found.text == "Buses run in the evening.")
    assert own.source is Source.ORGANISER
    assert own.tally.cast > 0
    areas = next(found for found in record.results if found.key == "areas")
    assert any(option.text.startswith("Gardens") for option in areas.options)
    assert record.carried is not None
    talk = next(step for step in record.steps if step.title == "Talk about buses")
    assert talk.kind == ActivityKind.TABLE_TALK
    assert any(note.activity == talk.key for note in record.notes)
    assert "Buses run in the evening." in report_html(let_through(record), Translator())
