"""Late forms and corrections: what a new revision may tell beside what is already published (B6)."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.core.disclosure import Audience, Form, SuppressionPolicy, forms_together, shown_people
from tests.core.attacker import figures, given_away, vectors, worked_out
from tests.core.attacker import grown as all_that_may_come
from tests.core.form_builders import POLICIES, a_form, forms, later_forms

FIVE, THREE = SuppressionPolicy(), SuppressionPolicy(3)


def published(forms_by_revision, policy=FIVE):
    """Return what each revision publishes, knowing those before."""
    pages = []
    for form in forms_by_revision:
        pages.append(shown_people(form, Audience.PUBLISHED, policy, tuple(pages)))
    return pages


def told_apart(pages):
    """Return the pages that tell something of their own: one that stands tells nothing new."""
    return [page for page in pages if page.stands is None and page.base is not None]


@pytest.mark.parametrize("late", [1, 2, 4])
def test_a_few_late_forms_are_not_told_and_the_figures_published_before_stand(late):
    first, second = published([a_form(20, 12), a_form(20 + late, 12 + late)])

    assert [cell.count for cell in second.cells] == [20, 12]
    assert second.base == first.base == 32
    assert "earlier figures" in str(second.stands)


def test_late_forms_are_told_where_they_are_many_enough_and_not_all_alike():
    _, second = published([a_form(20, 12), a_form(25, 18)])

    assert ([cell.count for cell in second.cells], second.base, second.stands) == ([25, 18], 43, None)


def test_late_forms_that_all_say_the_same_are_not_told():
    _, second = published([a_form(20, 12), a_form(29, 12)])

    assert second.base == 32
    assert second.stands is not None


def test_a_few_late_forms_among_the_withheld_are_not_told_either():
    _, second = published([a_form(3, 7, 20, 30), a_form(3, 9, 26, 38)])

    assert second.stands is not None


def test_what_was_withheld_once_stays_withheld_when_it_is_small_no_longer():
    first, second = published([a_form(3, 9, 20), a_form(8, 14, 30)])

    assert [cell.withheld for cell in first.cells] == [cell.withheld for cell in second.cells] == [True, True, False]
    assert (second.base, second.stands) == (52, None)


def test_a_row_that_was_withheld_stays_withheld():
    _, second = published([a_form(30, 0), a_form(40, 20)])

    assert all(cell.withheld for cell in second.cells)
    assert (second.base, second.stands) == (60, None)


def test_after_a_revision_that_told_nothing_everything_may_be_told():
    _, second = published([a_form(3, 1), a_form(20, 12)])

    assert [cell.count for cell in second.cells] == [20, 12]


def test_the_figures_stand_beside_every_earlier_revision_and_not_only_the_last():
    pages = published([a_form(20, 20), a_form(30, 30), a_form(20, 22)])

    assert [page.base for page in pages] == [40, 60, 60]


def test_figures_once_published_stand_where_a_new_revision_would_tell_nothing():
    _, second = published([a_form(20, 12), a_form(2, 1)])

    assert second.base == 32
    assert second.stands is not None


def test_under_another_threshold_the_figures_published_before_stand():
    first = shown_people(a_form(4, 20, 9), Audience.PUBLISHED, THREE)

    second = shown_people(a_form(14, 30, 29), Audience.PUBLISHED, FIVE, [first])

    assert second.stands is not None


@pytest.mark.parametrize(("late", "stands"), [(1, True), (4, True), (5, False)])
def test_d7_a_few_late_evaluation_forms_are_not_told_one_by_one(late, stands):
    _, second = published([a_form(12, 3, form=Form.EVALUATION), a_form(12 + late, 3, form=Form.EVALUATION)])

    assert (second.stands is not None) is stands


def test_a_correction_of_an_evaluation_figure_is_told():
    _, second = published([a_form(12, 3, form=Form.EVALUATION), a_form(11, 4, form=Form.EVALUATION)])

    assert [cell.count for cell in second.cells] == [11, 4]


def test_operator_and_coordinator_always_see_the_figures_of_now():
    first = shown_people(a_form(20, 12), Audience.PUBLISHED, FIVE)

    seen = [shown_people(a_form(21, 12), who, FIVE, [first]) for who in (Audience.OPERATOR, Audience.COORDINATOR)]

    assert [one.cells[0].count for one in seen] == [21, 21]


def test_of_several_questions_each_is_compared_with_its_own_earlier_figures():
    first = forms_together([a_form(20, 12), a_form(16, 16, key="r")], Audience.PUBLISHED, FIVE)

    second = forms_together([a_form(25, 18), a_form(27, 16, key="r")], Audience.PUBLISHED, FIVE, [first])

    assert [one.base for one in second] == [43, 32]
    assert [one.stands is None for one in second] == [True, False]


@settings(max_examples=60)
@given(st.data(), POLICIES)
def test_d2_no_withheld_cell_can_be_worked_out_of_several_revisions(data, policy):
    revisions = [data.draw(forms(most_options=8))]
    for _ in range(data.draw(st.integers(1, 3))):
        revisions.append(data.draw(later_forms(revisions[-1])))

    pages = told_apart(published(revisions, policy))

    assert worked_out(*pages) == set()
    assert worked_out(*pages, only_more=True) == set()


@settings(max_examples=60)
@given(st.data(), st.integers(3, 10))
def test_no_figure_changes_by_a_few_from_one_publication_to_another(data, fewest):
    revisions = [data.draw(forms(most_options=8))]
    for _ in range(3):
        revisions.append(data.draw(later_forms(revisions[-1])))

    pages = told_apart(published(revisions, SuppressionPolicy(fewest)))

    changes = [
        abs(one.count - other.count)
        for later in pages
        for sooner in pages
        for one, other in zip(later.all_cells, sooner.all_cells, strict=True)
        if one.count is not None and other.count is not None
    ]
    assert all(change == 0 or change >= fewest for change in changes)


def what_the_rules_give_away(histories, policy):
    """Return where somebody who knows every rule, and how many forms there were, works a withheld cell out."""
    could_be = {}
    for history in histories:
        pages = published(history, policy)
        outcome = (repr(pages), tuple(form.returned for form in history))
        for place, (page, form) in enumerate(zip(pages, history, strict=True)):
            exact = {**form.counts, **form.top, "": form.blank}
            for cell in page.all_cells if page.stands is None else ():
                if cell.withheld:
                    could_be.setdefault((outcome, place, cell.key), set()).add(exact[cell.key])
    return [where for where, values in could_be.items() if len(values) < 2]


def grown(people, cells, steps, revisions):
    """Return every history of a question that begins with so many people and grows by these steps."""
    first = [figures for figures in product(range(people + 1), repeat=cells) if sum(figures) == people]
    for start in first:
        for growths in product(product(steps, repeat=cells), repeat=revisions - 1):
            history = [start]
            for growth in growths:
                history.append([figure + more for figure, more in zip(history[-1], growth, strict=True)])
            yield [a_form(*figures[:-1], blank=figures[-1]) for figures in history]


@pytest.mark.parametrize("people", [5, 6, 7])
def test_d2_not_even_someone_who_knows_the_rules_works_a_cell_out_of_two_revisions(people):
    assert what_the_rules_give_away(grown(people, 4, (0, 1, 3), 2), THREE) == []


def test_d2_not_even_someone_who_knows_the_rules_works_a_cell_out_of_three_revisions():
    assert what_the_rules_give_away(grown(5, 3, (0, 1, 2), 3), THREE) == []


def test_the_attacker_finds_what_revisions_give_away_where_earlier_ones_are_not_looked_at():
    revisions = [a_form(1, 9, 20), a_form(1, 30, 20)]

    alone = [shown_people(form, Audience.PUBLISHED, FIVE) for form in revisions]

    assert (0, "a") in worked_out(*alone, only_more=True)
    assert worked_out(*published(revisions), only_more=True) == set()


def seen_and_untold(forms, policy=THREE):
    """Return what revisions show, and the exact numbers that somebody might work out of it: late forms too."""
    pages, numbers, told = published(forms, policy), {}, {}
    for revision, (page, form) in enumerate(zip(pages, forms, strict=True)):
        exact = {**form.counts, "": form.blank}
        if page.stands is not None or page.base is None:
            continue
        for key in (cell.key for cell in page.all_cells):
            if next(cell for cell in page.all_cells if cell.key == key).withheld:
                numbers[revision, key] = exact[key]
            for sooner, before in told.items():
                late, all_late = exact[key] - before[key], page.base - before[None]
                if 0 < late < policy.smallest_shown or late == all_late > 0:
                    numbers[sooner, revision, key] = late
        told[revision] = {**exact, None: page.base}
    return tuple(figures(page) for page in pages), numbers


@pytest.mark.parametrize("people", [5, 6])
def test_d2_late_forms_of_any_number_tell_nothing_of_what_was_withheld_before(people):
    histories = all_that_may_come(vectors(people, 3), 20)

    worlds = [seen_and_untold([a_form(*figures[:2], blank=figures[2]) for figures in history]) for history in histories]

    assert given_away(worlds) == []
    assert any("None" in repr(first) and "None" not in repr(second[0]) for (first, second), _ in worlds)


def test_after_few_forms_that_were_published_too_soon_many_later_ones_are_told():
    _, second = published([a_form(4, 2, 0), a_form(44, 37, 0, blank=6)])

    assert ([cell.count for cell in second.all_cells], second.base, second.stands) == ([44, 37, 0, 6], 87, None)


def test_after_a_row_that_was_withheld_many_later_forms_are_told():
    _, second = published([a_form(6, 0, 0), a_form(44, 36, 0, blank=7)])

    assert ([cell.count for cell in second.all_cells], second.stands) == ([44, 36, 0, 7], None)


def test_where_one_figure_did_not_outgrow_what_was_withheld_it_stays_withheld():
    _, second = published([a_form(4, 2, 0), a_form(44, 10, 0)])

    assert [cell.withheld for cell in second.cells] == [True, True, False]


def test_once_all_is_told_a_few_more_forms_are_not():
    pages = published([a_form(4, 2), a_form(44, 37), a_form(46, 38), a_form(54, 47)])

    assert [page.base for page in pages] == [6, 81, 81, 101]
