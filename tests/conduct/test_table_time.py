"""Extra time of a table (situation 10): an interpreter's table takes longer, and the others see by how much."""

from __future__ import annotations

from datetime import timedelta

import pytest

from builders import MORNING
from facilitator.conduct.event import open_event
from facilitator.conduct.run_times import run_times
from facilitator.conduct.table_time import TableTime, give_table_time, table_times_now
from facilitator.conduct.timing import go_to_activity
from facilitator.errors import Refused
from tests.conduct.steps import verbs

STEP = "talk-goals"


def test_a_table_has_so_many_minutes_more_in_all(default_event):
    give_table_time(default_event, STEP, "Table 7", 5)
    give_table_time(default_event, STEP, "table  7", 10)
    give_table_time(default_event, STEP, "Table 2", 5)

    assert table_times_now(default_event, STEP) == (TableTime("Table 2", 5), TableTime("Table 7", 10))
    assert table_times_now(default_event, "talk-areas") == ()


def test_nought_takes_it_back_and_the_same_again_leaves_no_trace(default_event):
    give_table_time(default_event, STEP, "Table 7", 0)
    give_table_time(default_event, STEP, "Table 7", 5)
    give_table_time(default_event, STEP, "Table 7", 5)
    give_table_time(default_event, STEP, "Table 7", 0)

    assert table_times_now(default_event, STEP) == ()
    assert verbs(default_event)[1:] == ["give table time", "give table time"]


def test_it_holds_when_the_file_is_opened_again(default_event):
    give_table_time(default_event, STEP, "Table 7", 5)
    default_event.close()

    again = open_event(default_event.path)

    assert table_times_now(again, STEP) == (TableTime("Table 7", 5),)
    again.close()


@pytest.mark.parametrize("place", ["", "room", "Room", "Table 0", "Table 11", "two\nlines"])
def test_what_is_no_table_of_the_event_is_refused(default_event, place):
    with pytest.raises(Refused):
        give_table_time(default_event, STEP, place, 5)


@pytest.mark.parametrize("minutes", [-1, 121])
def test_more_than_two_hours_or_less_than_none_cannot_be_right(default_event, minutes):
    with pytest.raises(Refused, match="cannot be right"):
        give_table_time(default_event, STEP, "Table 7", minutes)


def test_a_step_that_is_not_on_the_run_sheet_is_refused(default_event):
    with pytest.raises(Refused):
        give_table_time(default_event, "no-such-step", "Table 7", 5)


def test_a_table_with_a_name_of_its_own_may_have_more_time(make_event):
    event = make_event(tables=None)
    step = event.store.reading.run_sheet()[0].key
    give_table_time(event, step, "The window table", 5)
    give_table_time(event, step, "Table 40", 5)

    assert [one.place for one in table_times_now(event, step)] == ["Table 40", "The window table"]


def test_the_slowest_table_has_until_its_minutes_are_over_whatever_the_step_took(default_event):
    go_to_activity(default_event, STEP)
    give_table_time(default_event, STEP, "Table 7", 5)
    give_table_time(default_event, STEP, "Table 2", 10)
    began = run_times(default_event, MORNING).started_at

    early, over, ended = (run_times(default_event, began + timedelta(minutes=passed)) for passed in (3, 16, 20))

    assert (early.slower_tables, early.slower_until) == (2, began + timedelta(minutes=20))
    assert (over.slower_tables, over.slower_until) == (1, began + timedelta(minutes=20))
    assert (ended.slower_tables, ended.slower_until) == (0, None)


def test_tables_of_another_step_are_not_told(default_event):
    give_table_time(default_event, STEP, "Table 7", 5)
    go_to_activity(default_event, "talk-areas")

    times = run_times(default_event, MORNING)

    assert (times.slower_tables, times.slower_until) == (0, None)
