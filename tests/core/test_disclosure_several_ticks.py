"""Questions that take several ticks: who answers at all is in one of three groups, which add up (D1-D3)."""

from __future__ import annotations

import pytest

from facilitator.core.disclosure import Audience, Form, FormCounts, SuppressionPolicy, shown_people
from facilitator.core.disclosure.form_counts import NOT_TO_SAY
from tests.core.attacker import figures, given_away, grown, vectors
from tests.core.form_builders import a_form

FIVE, THREE = SuppressionPolicy(), SuppressionPolicy(3)
C = "c"


def published(form, policy=FIVE, earlier=()):
    return shown_people(form, Audience.PUBLISHED, policy, earlier)


def read(page):
    return [C if cell.withheld else cell.count for cell in page.all_cells]


def ticked(*figures, returned, blank=0):
    return a_form(*figures, blank=blank, returned=returned, multiple=True)


def by_ticks(only_a, only_b, both, unsaid, blank):
    """Return a question with two options and "prefer not to say", of forms with these ticks."""
    counts = {"a": only_a + both, "b": only_b + both, NOT_TO_SAY: unsaid}
    options = tuple((key, f"The {key}") for key in counts)
    returned = only_a + only_b + both + unsaid + blank
    return FormCounts(Form.EQUALITY, "q", "Which?", options, counts, blank, returned, multiple=True)


def numbers(forms):
    """Return what somebody may want to know, though no page tells it."""
    only_a, only_b, both, unsaid, blank = forms
    people = sum(forms)
    told = {"a": only_a + both, "b": only_b + both, "unsaid": unsaid, "blank": blank}
    return {**told, "silent": unsaid + blank, "not a": people - only_a - both, "not b": people - only_b - both}


def test_d3_how_many_would_rather_not_say_is_not_told():
    page = published(by_ticks(12, 8, 5, 1, 4))

    assert [cell.key for cell in page.all_cells] == ["a", "b"]
    assert "would rather not say is not told" in str(page.why)


@pytest.mark.parametrize("most", [30, 29, 26])
def test_d1_a_row_is_withheld_where_all_or_all_but_a_few_tick_one_option(most):
    page = published(ticked(most, 8, 0, returned=30))

    assert read(page) == [C, C, C]
    assert page.withheld is not None


def test_d1_an_option_that_many_did_not_tick_is_told():
    assert read(published(ticked(25, 8, 0, returned=30))) == [25, 8, 0]


def test_d1_where_all_who_answered_ticked_the_same_option_alone_the_row_is_withheld():
    assert published(by_ticks(12, 0, 0, 8, 8)).withheld is not None


@pytest.mark.parametrize("people", range(5, 12))
def test_d2_not_even_someone_who_knows_what_stands_alone_works_a_number_out(people):
    worlds = []
    for forms in vectors(people, 5):
        page = published(by_ticks(*forms), THREE)
        told = {cell.key for cell in page.cells if not cell.withheld}
        untold = {name: number for name, number in numbers(forms).items() if name not in told}
        worlds.append((figures(page), untold if page.base is not None else {}))

    assert given_away(worlds, matters=lambda name, number: number and (name in "ab" or number < 3)) == []


def later(figures, returned, before):
    return published(ticked(*figures, returned=returned), FIVE, [before])


@pytest.mark.parametrize("figures", [(25, 20, 8), (25, 15, 8), (30, 19, 11), (29, 20, 8)])
def test_late_forms_that_all_or_all_but_a_few_tick_one_option_are_not_told(figures):
    first = published(ticked(20, 15, 8, returned=30))

    assert later(figures, 30 + max(figures) - 20, first).stands is not None


def test_late_forms_that_differ_are_told():
    first = published(ticked(20, 15, 8, returned=30))

    assert read(later((26, 21, 8), 42, first)) == [26, 21, 8]


def test_what_was_small_is_told_once_many_more_ticked_it_and_many_did_not():
    first = published(ticked(20, 15, 3, returned=30))

    assert read(later((30, 20, 12), 60, first)) == [30, 20, 12]
    assert later((30, 20, 8), 60, first).stands is not None


def test_d2_no_number_of_late_forms_that_is_small_or_all_of_them_is_told():
    worlds = []
    for first, second in grown(vectors(6, 4), 12):
        pages = [published(by_ticks(*first[:3], 0, first[3]), THREE)]
        pages.append(published(by_ticks(*second[:3], 0, second[3]), THREE, pages))
        worlds.append((tuple(figures(page) for page in pages), untold(pages, first, second)))

    assert given_away(worlds, matters=tells_of_somebody) == []


def untold(pages, first, second):
    """Return what is withheld, and of the late forms how many ticked an option and how many did not."""
    if pages[1].stands is not None:
        return {}
    late = sum(second) - sum(first)
    before, after = (numbers((*forms[:3], 0, forms[3])) for forms in (first, second))
    came = {("ticked", name, late): after[name] - before[name] for name in "ab"}
    missed = {("left", name, late): late - number for (_, name, _), number in came.items()}
    told = [{cell.key for cell in page.cells if not cell.withheld} for page in pages]
    held = {("held", name, place): state[name] for place, state in enumerate((before, after))
            for name in {*"ab"} - told[place]}  # fmt: skip
    return {**came, **missed, **held}


def tells_of_somebody(name, number):
    what, _, late = name
    return number > 0 if what == "held" else 0 < number < 3 or (what == "ticked" and number == late > 0)
