"""Nested publications (D8): what a region's table tells about its events, and the whole numbers behind it."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.core.disclosure import Audience, Revealed, SuppressionPolicy, region_reveals, shown_people
from facilitator.core.disclosure.circulation import Arc, Contradiction, pinned
from facilitator.errors import Refused
from tests.core.attacker import System, all_forms, below, read_page, withheld_sums
from tests.core.form_builders import a_form, forms, forms_with_several_ticks

FIVE = SuppressionPolicy()
REGION = None


def added(events):
    """Return the exact table of a region: its events' tables added up."""
    counts = {key: sum(event.counts[key] for event in events) for key in events[0].counts}
    blank, returned = sum(event.blank for event in events), sum(event.returned for event in events)
    return replace(events[0], counts=counts, blank=blank, returned=returned)


def published(form, policy=FIVE):
    return shown_people(form, Audience.PUBLISHED, policy)


def reveals(*events, policy=FIVE, region_policy=FIVE):
    return region_reveals(published(added(events), region_policy), [published(event, policy) for event in events])


def solved(region, events):
    """Return what a solver works out of the pages of a region and its events."""
    pages = {REGION: region, **dict(enumerate(events))}
    system, sums = System(), {}
    for who, page in pages.items():
        read_page(system, page, who)
        sums |= withheld_sums(page, who)
        if page.base is None:
            sums[who, None] = all_forms(page, who)
    for key in {key for _, key in system.places}:
        system.know([*((who, key) for who in range(len(events))), ("-", (REGION, key))], 0, 0)
    return {Revealed(*label) for label in system.pinned(sums)}


def test_d8_the_region_takes_nothing_away_where_two_events_withhold_the_same_cells():
    assert reveals(a_form(2, 9, 30), a_form(3, 8, 30)) == ()


def test_d8_beside_a_region_that_tells_all_the_only_event_that_withholds_is_found_out():
    assert reveals(a_form(2, 9, 30), a_form(12, 18, 30)) == (Revealed(0, "a"), Revealed(0, "b"))


def test_d8_a_region_that_withholds_can_be_found_out_by_its_events():
    events = [a_form(0, 9, 30), a_form(20, 18, 30)]

    found = region_reveals(published(added(events), FIVE), [published(event) for event in events])
    hidden = replace_cells(published(added(events)), "ab")

    assert found == ()
    assert region_reveals(hidden, [published(event) for event in events]) == (
        Revealed(REGION, "a"), Revealed(REGION, "b"),
    )  # fmt: skip


def replace_cells(page, keys):
    cells = tuple(replace(cell, count=None, withheld=True) if cell.key in keys else cell for cell in page.cells)
    return replace(page, cells=cells)


def test_d8_a_nought_of_the_region_tells_of_an_event_whose_row_is_withheld():
    assert reveals(a_form(30, 0, 0), a_form(20, 20, 0)) != ()


def test_d8_how_many_forms_an_event_had_that_told_nothing_is_found_out_by_the_total():
    assert Revealed(0, None) in reveals(a_form(2, 1), a_form(20, 20))


def test_d8_tables_that_are_not_of_one_region_are_refused():
    with pytest.raises(Refused, match="do not add up"):
        region_reveals(published(a_form(20, 20)), [published(a_form(20, 9)), published(a_form(20, 9))])


@st.composite
def events_of_a_region(draw):
    first = draw(st.one_of(forms(most_options=5), forms_with_several_ticks(most_options=5)))
    events = [first]
    for _ in range(draw(st.integers(1, 5))):
        figures = draw(st.lists(st.integers(0, 14), min_size=len(first.counts), max_size=len(first.counts)))
        blank = draw(st.integers(0, 8))
        answered = max(figures) if first.multiple else sum(figures)
        counts = dict(zip(first.counts, figures, strict=True))
        events.append(replace(first, counts=counts, blank=blank, returned=answered + blank))
    return events


@settings(max_examples=80)
@given(events_of_a_region(), st.sampled_from([1, 5]), st.integers(3, 6))
def test_d8_what_is_found_is_exactly_what_a_solver_finds(events, step, fewest):
    policy = SuppressionPolicy(fewest, step)
    region, pages = published(added(events), policy), [published(event, policy) for event in events]

    assert set(region_reveals(region, pages)) == solved(region, pages)


ARCS = st.lists(
    st.builds(lambda start, end, least, more: Arc(start, end, least, least + more),
              st.integers(0, 3), st.integers(0, 3), st.integers(0, 2), st.integers(0, 2)),
    min_size=1, max_size=6,
)  # fmt: skip


def every_filling(arcs):
    for numbers in product(*(range(arc.least, arc.most + 1) for arc in arcs)):
        sums = dict.fromkeys(range(4), 0)
        for arc, number in zip(arcs, numbers, strict=True):
            sums[arc.start] -= number
            sums[arc.end] += number
        if not any(sums.values()):
            yield numbers


@given(ARCS)
def test_a_number_is_pinned_where_every_way_to_fill_the_network_agrees_on_it(arcs):
    fillings = list(every_filling(arcs))

    if fillings:
        assert pinned(arcs) == tuple(len(set(numbers)) == 1 for numbers in zip(*fillings, strict=True))
    else:
        with pytest.raises(Contradiction):
            pinned(arcs)


def test_numbers_whose_least_is_above_their_most_contradict():
    with pytest.raises(Contradiction):
        pinned([Arc("in", "out", 2, 1)])


def test_the_parts_of_a_heading_are_the_options_under_it():
    page = published(a_form(12, 8, 30, groups=[("H", "ab")]))

    assert below(page.cells[0], page, 0) == [(0, "a"), (0, "b")]
