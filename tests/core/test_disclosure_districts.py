"""Districts, which people write themselves: the name of a rare one tells as much as its figure (D1, D2)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.disclosure import Audience, Form, SuppressionPolicy, shown_people
from facilitator.core.disclosure.folding import OTHERS
from facilitator.core.disclosure.form_counts import NOT_TO_SAY
from tests.core.attacker import figures, given_away, grown, vectors
from tests.core.form_builders import POLICIES, districts

FIVE, THREE = SuppressionPolicy(), SuppressionPolicy(3)
C = "c"


def published(form, policy=FIVE, earlier=()):
    return shown_people(form, Audience.PUBLISHED, policy, earlier)


def read(page):
    return {cell.key: C if cell.withheld else cell.count for cell in page.all_cells}


def test_d2_withheld_districts_are_told_together_where_their_total_is_no_small_number():
    page = published(districts(m1=20, m2=5, m3=1))

    assert read(page) == {"m1": 20, OTHERS: 6, NOT_TO_SAY: 0, "": 0}


def test_d2_the_total_of_the_others_is_never_a_small_number():
    page = published(districts(m1=20, m2=5, m3=2, m4=1))

    assert read(page) == {"m1": 20, OTHERS: 8, NOT_TO_SAY: 0, "": 0}


def test_d2_where_prefer_not_to_say_is_withheld_too_so_is_the_total_of_the_others():
    page = published(districts(m1=20, m2=12, m3=2, unsaid=7))

    assert read(page) == {"m1": 20, "m2": 12, OTHERS: C, NOT_TO_SAY: C, "": 0}


@pytest.mark.parametrize("form", [districts(m1=3), districts(m1=2, m2=2, m3=2), districts(m1=30)])
def test_no_district_has_a_name_where_the_whole_row_is_withheld(form):
    assert not {"m1", "m2", "m3"} & read(published(form)).keys()


def test_the_coordinator_sees_every_district_by_name():
    assert read(shown_people(districts(m1=20, m2=1), Audience.COORDINATOR, FIVE))["m2"] == 1


def test_d7_districts_of_a_few_evaluation_forms_have_no_name():
    assert read(published(districts(m1=20, m2=1, form=Form.EVALUATION))) == {"m1": 20, OTHERS: 1, NOT_TO_SAY: 0, "": 0}


@given(st.lists(st.integers(0, 14), min_size=1, max_size=12), st.integers(0, 9), st.integers(0, 9), POLICIES)
def test_d1_only_districts_that_are_told_have_a_name(people, unsaid, blank, policy):
    form = districts(**{f"m{place}": count for place, count in enumerate(people)}, unsaid=unsaid, blank=blank)

    page = published(form, policy)

    named = [cell for cell in page.cells if cell.key in form.written]
    assert all(not cell.withheld and form.counts[cell.key] >= policy.smallest_shown for cell in named)
    assert not any(cell.withheld for cell in page.cells if cell.key == OTHERS) or page.blank.withheld or any(
        cell.withheld for cell in page.cells if cell.key == NOT_TO_SAY
    )  # fmt: skip


NAMES = ("m1", "m2", "m3", "m4")


def exact(form):
    """Return every number: also of districts that nobody wrote, and of those that have no name on the page."""
    others = {name: form.counts.get(name, 0) for name in NAMES}
    return {**others, NOT_TO_SAY: form.counts[NOT_TO_SAY], "": form.blank}


def untold(page, form, revision=0):
    """Return the numbers that a page does not tell, the total of the others among them."""
    told = {cell.key for cell in page.all_cells if not cell.withheld}
    numbers = {name: number for name, number in exact(form).items() if name not in told}
    if OTHERS in read(page) and OTHERS not in told:
        numbers[OTHERS] = sum(number for name, number in numbers.items() if name in NAMES)
    return {(revision, name): number for name, number in numbers.items()}


@pytest.mark.parametrize("policy", [THREE, SuppressionPolicy(4), SuppressionPolicy(3, 5)])
@pytest.mark.parametrize("people", range(5, 12))
def test_d2_not_even_someone_who_knows_the_rules_works_out_how_many_came_from_a_district(policy, people):
    forms = [
        districts(**dict(zip(NAMES[:3], came, strict=True)), unsaid=unsaid, blank=blank)
        for *came, unsaid, blank in vectors(people, 5)
        if any(came)
    ]
    pages = [(published(form, policy), form) for form in forms]

    assert given_away((figures(page), untold(page, form)) for page, form in pages) == []


def test_d2_the_attacker_finds_a_district_where_small_ones_are_put_together_before_figures_are_withheld():
    def before_it_is_withheld(**came):
        few = {name for name, count in came.items() if 0 < count < 3}
        named = {name: count for name, count in came.items() if name not in few}
        page = published(districts(m4=sum(came[name] for name in few), **named), THREE)
        return figures(page), {name: came[name] for name in named if (name, came[name]) not in figures(page)[0]}

    worlds = (dict(zip(NAMES, came, strict=False)) for came in vectors(12, 3))

    assert given_away(before_it_is_withheld(**came) for came in worlds) != []


@pytest.mark.parametrize("asked", [("m1", "m2", "blank"), ("m1", "unsaid", "blank")])
def test_d2_not_even_two_revisions_tell_how_many_came_from_a_district(asked):
    worlds = []
    from_somewhere = [
        first
        for first in vectors(5, 3)
        if any(count for name, count in zip(asked, first, strict=True) if name in NAMES)
    ]
    for first, later in grown(from_somewhere, 20):
        forms = [districts(**dict(zip(asked, came, strict=True))) for came in (first, later)]
        pages = [published(forms[0], THREE)]
        pages.append(published(forms[1], THREE, pages))
        numbers = untold(pages[1], forms[1], 1) if pages[1].stands is None else {}
        worlds.append((tuple(figures(page) for page in pages), untold(pages[0], forms[0]) | numbers))

    assert given_away(worlds, matters=lambda name, number: 0 < number < (3 if name[1] == OTHERS else 99)) == []


def test_after_a_row_that_was_withheld_the_districts_of_many_more_forms_are_told():
    first = published(districts(m1=6))

    second = published(districts(m1=26, m2=15, m3=1, m4=5), FIVE, [first])

    assert (read(second), second.stands) == ({"m1": 26, "m2": 15, OTHERS: 6, NOT_TO_SAY: 0, "": 0}, None)


def test_districts_that_were_not_named_once_stay_without_a_name():
    first = published(districts(m1=20, m2=5, m3=1))

    second = published(districts(m1=30, m2=25, m3=10), FIVE, [first])

    assert (read(second), second.stands) == ({"m1": 30, OTHERS: 35, NOT_TO_SAY: 0, "": 0}, None)


def test_a_new_district_is_named_where_all_were_named_before():
    first = published(districts(m1=20, m2=8))

    second = published(districts(m1=30, m2=8, m3=9), FIVE, [first])

    assert read(second) == {"m1": 30, "m2": 8, "m3": 9, NOT_TO_SAY: 0, "": 0}
