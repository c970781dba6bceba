"""People by characteristic: what is withheld of one page, and that nobody can work it out (D1-D4, D7, D10)."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from facilitator.core.disclosure import (
    Audience,
    Form,
    SuppressionPolicy,
    forms_together,
    misfit,
    shown_headcount,
    shown_people,
    suppression_problem,
)
from facilitator.core.disclosure.withholding import withheld_keys
from tests.core.attacker import System, leaves, read_page, withheld_sums, worked_out
from tests.core.form_builders import POLICIES, a_form, forms, forms_with_several_ticks, with_figures

FIVE, THREE = SuppressionPolicy(), SuppressionPolicy(3)
C = "c"


def published(form, policy=FIVE, earlier=()):
    return shown_people(form, Audience.PUBLISHED, policy, earlier)


def read(shown):
    """Return the figures as they are printed, the forms left blank last."""
    return [C if cell.withheld else cell.count for cell in shown.all_cells]


def nothing_of_it(shown):
    return all(cell.withheld and cell.count is None and cell.percent is None for cell in shown.all_cells)


@pytest.mark.parametrize(("fewest", "printed"), [(3, [4, 20, 9, 0, 0]), (5, [C, 20, C, 0, 0])])
def test_d1_fewer_people_than_the_smallest_number_shown_are_withheld(fewest, printed):
    assert read(published(a_form(4, 20, 9, 0), SuppressionPolicy(fewest))) == printed


def test_d1_nought_is_told_and_where_nothing_is_small_everything_is():
    shown = published(a_form(5, 20, 0, blank=6))

    assert read(shown) == [5, 20, 0, 6]
    assert (shown.base, shown.withheld, shown.why) == (31, None, None)


@pytest.mark.parametrize("blank", [0, 3, 12])
def test_d1_where_all_people_are_in_one_category_the_row_is_withheld(blank):
    shown = published(a_form(0, 30, 0, blank=blank))

    assert nothing_of_it(shown)
    assert shown.base == 30 + blank
    assert "would tell what single people answered" in str(shown.withheld)


def test_d1_a_sentence_says_what_the_c_stands_for():
    assert str(published(a_form(1, 20, 9), THREE).why).startswith("c: 1 to 2 people, or a number that would give")


@pytest.mark.parametrize("returned", range(5))
def test_d1_nothing_is_published_of_fewer_than_five_forms(returned):
    shown = published(a_form(returned, 0))

    assert nothing_of_it(shown)
    assert (shown.base, shown.fewer_than) == (None, 5)
    assert "Fewer than 5 forms" in str(shown.withheld)


def test_d1_a_higher_threshold_asks_for_more_forms_too():
    assert published(a_form(4, 5), SuppressionPolicy(10)).base is None


@pytest.mark.parametrize("most", [2, 4, 9])
def test_d1_small_numbers_of_staff_are_withheld(most):
    policy = SuppressionPolicy(most + 1)

    told = [shown_headcount(count, Audience.PUBLISHED, policy) for count in (0, 1, most, most + 1)]

    assert [one.count for one in told] == [0, None, None, most + 1]
    assert [one.withheld for one in told] == [False, True, True, False]
    assert str(told[1].why) == f"c: 1 to {most} people."


def test_t28_a_number_of_staff_that_nobody_noted_stays_unknown():
    told = shown_headcount(None, Audience.PUBLISHED, FIVE)

    assert (told.count, told.withheld) == (None, False)


@pytest.mark.parametrize(
    ("figures", "printed"),
    [
        ((1, 20, 9), [C, 20, C, 0]),
        ((3, 2, 20), [C, C, 20, 0]),
        ((1, 1, 20, 9), [C, C, 20, C, 0]),
        ((3, 3, 20, 9), [C, C, 20, C, 0]),
        ((1, 9, 9, 20), [C, C, C, 20, 0]),
    ],
)
def test_d2_the_next_smallest_are_withheld_until_two_withheld_figures_differ(figures, printed):
    assert read(published(a_form(*figures))) == printed


def test_d2_where_every_figure_is_the_same_small_number_the_row_is_withheld():
    assert nothing_of_it(published(a_form(3, 3, 3, 0, 0)))


def test_d2_forms_left_blank_can_be_the_second_withheld_figure():
    assert read(published(a_form(2, 20, 15, blank=7))) == [C, 20, 15, C]


def test_d2_under_a_withheld_heading_nothing_is_told():
    shown = published(a_form(2, 1, 0, 30, 9, groups=[("H", "abc")]))

    assert [(cell.key, C if cell.withheld else cell.count) for cell in shown.cells] == [
        ("H", C), ("a", C), ("b", C), ("c", C), ("d", 30), ("e", C),
    ]  # fmt: skip


def test_d2_under_a_heading_that_is_told_the_same_rules_hold_for_its_options():
    shown = published(a_form(2, 11, 20, 30, groups=[("H", "abc")]))

    assert read(shown) == [33, C, C, 20, 30, 0]


def test_d2_a_heading_does_not_tell_that_all_its_people_are_of_one_kind():
    assert read(published(a_form(12, 0, 0, 30, groups=[("H", "abc")]))) == [12, C, C, C, 30, 0]


def test_d2_a_heading_with_one_option_tells_it():
    assert read(published(a_form(12, 30, 9, groups=[("H", "a")]))) == [12, 12, 30, 9, 0]


def test_d3_prefer_not_to_say_is_a_cell_like_others():
    form = a_form(20, 9, 2)
    form = replace(form, options=(*form.options[:2], ("c", "Prefer not to say")))

    assert read(published(form)) == [20, C, C, 0]


def test_d4_each_question_is_shown_as_if_it_were_alone():
    questions = [a_form(1, 20, 9), a_form(15, 15, key="r"), a_form(4, 22, blank=4, key="s")]

    together = forms_together(questions, Audience.PUBLISHED, FIVE)

    assert together == tuple(published(one) for one in questions)


def test_d4_questions_of_one_form_that_disagree_on_how_many_came_back_are_not_published():
    together = forms_together([a_form(20, 9), a_form(15, 15, key="r")], Audience.PUBLISHED, FIVE)

    assert all(nothing_of_it(one) and one.base is None for one in together)
    assert all("do not add up" in str(one.withheld) for one in together)


@pytest.mark.parametrize("returned", [10, 30])
def test_d7_what_people_thought_of_the_event_is_told_from_ten_forms_on_small_figures_too(returned):
    shown = published(a_form(returned - 1, 1, 0, form=Form.EVALUATION))

    assert read(shown) == [returned - 1, 1, 0, 0]
    assert shown.cells[0].percent is not None


@pytest.mark.parametrize("returned", [0, 1, 9])
def test_d7_of_fewer_than_ten_evaluation_forms_nothing_is_told(returned):
    shown = published(a_form(returned, 0, 0, form=Form.EVALUATION))

    assert nothing_of_it(shown)
    assert (shown.base, shown.fewer_than) == (None, 10)


def test_d10_a_withheld_count_has_no_percentage_and_the_others_are_of_the_forms_returned():
    shown = published(a_form(1, 21, 9, 9))

    assert [cell.percent for cell in shown.cells] == [None, "53%", None, None]


def test_d10_of_few_forms_and_of_rounded_figures_there_is_no_percentage():
    few, rounded = published(a_form(3, 6)), published(a_form(22, 18), SuppressionPolicy(5, 5))

    assert [cell.percent for cell in (*few.all_cells, *rounded.all_cells)] == [None] * 6


def test_rounded_figures_are_rounded_with_their_base_and_say_so():
    shown = published(a_form(1, 23, 9, 12), SuppressionPolicy(5, 5))

    assert read(shown) == [C, 25, C, 10, 0]
    assert shown.base == 45
    assert "nearest 5" in str(shown.rounded)


@pytest.mark.parametrize("audience", [Audience.OPERATOR, Audience.COORDINATOR])
@pytest.mark.parametrize("form", [a_form(1, 2), a_form(0, 30), a_form(3, 3, blank=1, multiple=True, returned=5)])
def test_operator_and_coordinator_see_every_figure(audience, form):
    shown = shown_people(form, audience, SuppressionPolicy(5, 5))

    assert read(shown) == [*form.counts.values(), form.blank]
    assert (shown.base, shown.withheld, shown.rounded) == (form.returned, None, None)
    assert shown_headcount(2, audience, FIVE).count == 2


def test_the_room_sees_nothing_of_people_by_characteristic():
    shown = shown_people(a_form(30, 20), Audience.ROOM, FIVE)

    assert nothing_of_it(shown)
    assert shown.base is None
    assert shown_headcount(20, Audience.ROOM, FIVE).count is None


def test_of_several_ticks_only_small_figures_and_the_blank_forms_are_withheld():
    shown = published(a_form(16, 4, 20, blank=1, returned=30, multiple=True))

    assert read(shown) == [16, C, 20]
    assert shown.blank is None


@pytest.mark.parametrize(
    "form",
    [
        a_form(20, 9, returned=30),
        a_form(20, -1),
        a_form(20, 9, blank=-1, returned=28),
        a_form(20, 9, counts={"a": 29}),
        a_form(20, 9, groups=[("H", "ax")]),
        a_form(20, 9, 1, groups=[("H", "ab"), ("I", "b")]),
        a_form(20, 9, 1, groups=[("a", "ab")]),
        a_form(20, 9, groups=[("H", "ab")]),
        a_form(20),
        a_form(20, 9, returned=19, multiple=True),
        a_form(20, 9, returned=30, multiple=True),
        a_form(20, 9, 1, returned=22, multiple=True, groups=[("H", "ab")]),
    ],
)
def test_figures_that_cannot_be_true_together_are_not_published(form):
    assert misfit(form) is not None


def test_figures_that_do_not_add_up_are_not_published_and_say_so():
    shown = published(a_form(20, 9, returned=30))

    assert nothing_of_it(shown)
    assert "do not add up" in str(shown.withheld)


@pytest.mark.parametrize(("fewest", "step"), [(2, 1), (11, 1), (5, 2), (5, 10), (5, 0), (0, 0)])
def test_a_programme_cannot_set_other_thresholds_or_roundings(fewest, step):
    assert suppression_problem(fewest, step) is not None
    with pytest.raises(ValueError, match="this says"):
        SuppressionPolicy(fewest, step)


@pytest.mark.parametrize(("fewest", "step"), [(3, 1), (10, 5), (5, 1)])
def test_a_programme_can_set_these_thresholds_and_roundings(fewest, step):
    assert suppression_problem(fewest, step) is None
    assert SuppressionPolicy(fewest, step).smallest_shown == fewest


UNHURRIED = settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])


@UNHURRIED
@given(forms(), POLICIES)
def test_d2_no_withheld_cell_can_be_worked_out_of_a_page(form, policy):
    assert worked_out(published(form, policy)) == set()


@UNHURRIED
@given(forms(), st.integers(3, 10))
def test_d2_linear_programming_finds_room_around_every_withheld_cell(form, fewest):
    page = published(form, SuppressionPolicy(fewest))
    assume(page.base is not None)
    system = System()
    read_page(system, page, 0)

    for names in withheld_sums(page, 0).values():
        least, most = system.bounds(names)
        assert most - least > 0.99


@UNHURRIED
@given(forms_with_several_ticks(), POLICIES)
def test_d2_no_withheld_cell_can_be_worked_out_of_a_page_of_several_ticks(form, policy):
    assert misfit(form) is None
    assert worked_out(published(form, policy)) == set()


@UNHURRIED
@given(forms(), POLICIES)
def test_d1_no_small_figure_is_ever_told(form, policy):
    page = published(form, policy)
    exact = {**form.counts, **form.top, "": form.blank}

    assert all(cell.withheld for cell in page.all_cells if policy.is_small(exact[cell.key]))
    assert all(cell.count is None and cell.percent is None for cell in page.all_cells if cell.withheld)


@settings(deadline=None, max_examples=40)
@given(st.lists(forms(most_options=5), min_size=2, max_size=4), st.integers(3, 10), st.integers(1, 20))
def test_the_questions_of_an_event_and_its_attendance_together_give_nothing_away(questions, fewest, stayed_silent):
    returned = max(one.returned for one in questions)
    questions = [
        replace(one, key=f"q{place}", blank=one.blank + returned - one.returned, returned=returned)
        for place, one in enumerate(questions)
    ]
    system, sums = System(), {}
    for page in forms_together(questions, Audience.PUBLISHED, SuppressionPolicy(fewest)):
        read_page(system, page, page.key)
        system.know([(page.key, cell.key) for cell in leaves(page)], 0, returned + stayed_silent)
        sums |= withheld_sums(page, page.key)

    assert system.pinned(sums) == set()


def primary_only(counts, policy, already=frozenset()):
    return frozenset(key for key, count in {**counts.top, **counts.counts}.items() if policy.is_small(count))


def test_the_attacker_finds_the_cell_that_a_broken_rule_gives_away(monkeypatch):
    monkeypatch.setattr("facilitator.core.disclosure.people.withheld_keys", primary_only)

    page = published(a_form(2, 20, 9))

    assert read(page) == [C, 20, 9, 0]
    assert worked_out(page) == {(0, "a")}


def partitions(people, cells):
    return (figures for figures in product(range(people + 1), repeat=cells) if sum(figures) == people)


def what_the_rules_give_away(exact_forms, policy):
    """Return the pages of which somebody who knows every rule, and tries all tables, works out a withheld cell."""
    could_be = {}
    for form in exact_forms:
        page = published(form, policy)
        exact = {**form.counts, **form.top, "": form.blank}
        for cell in page.all_cells:
            if cell.withheld:
                could_be.setdefault((repr(page), cell.key), set()).add(exact[cell.key])
    return [page for page, values in could_be.items() if len(values) < 2]


@pytest.mark.parametrize("policy", [THREE, SuppressionPolicy(4), FIVE, SuppressionPolicy(3, 5)])
@pytest.mark.parametrize("people", range(5, 12))
@pytest.mark.parametrize("options", [2, 3, 4])
def test_d2_not_even_someone_who_knows_the_rules_works_a_cell_out(policy, people, options):
    tables = [a_form(*figures, blank=blank) for *figures, blank in partitions(people, options + 1)]

    assert what_the_rules_give_away(tables, policy) == []


@pytest.mark.parametrize("people", [5, 6, 7, 8])
@pytest.mark.parametrize("groups", [[("H", "ab")], [("H", "ab"), ("I", "cd")], [("H", "abc")], [("H", "a")]])
def test_d2_not_even_someone_who_knows_the_rules_works_a_cell_out_under_headings(people, groups):
    tables = [a_form(*figures, blank=blank, groups=groups) for *figures, blank in partitions(people, 6)]

    assert what_the_rules_give_away(tables, THREE) == []


@pytest.mark.parametrize("policy", [THREE, SuppressionPolicy(4)])
def test_d2_not_even_someone_who_knows_the_rules_works_a_cell_of_several_ticks_out(policy):
    tables = [
        a_form(*figures, blank=blank, returned=7, multiple=True) for *figures, blank in product(range(8), repeat=4)
    ]

    assert what_the_rules_give_away([form for form in tables if misfit(form) is None], policy) == []


def test_who_knows_the_rules_works_a_cell_out_where_only_the_first_of_equal_figures_is_withheld(monkeypatch):
    def first_of_equal_ones(counts, policy, already=frozenset()):
        withheld = withheld_keys(counts, policy, already)
        second = [key for key in withheld if not policy.is_small({**counts.top, "": counts.blank}[key])]
        whole = len(withheld) > len(counts.counts)
        return withheld if whole else withheld - set(sorted(second)[1:])

    monkeypatch.setattr("facilitator.core.disclosure.people.withheld_keys", first_of_equal_ones)
    tables = [a_form(*figures) for figures in partitions(14, 4)]

    assert what_the_rules_give_away(tables, THREE) != []


@given(forms(most_options=6), POLICIES)
def test_exchanging_two_withheld_figures_gives_the_same_page(form, policy):
    assume(not form.groups)
    page = published(form, policy)
    keys = [cell.key for cell in page.cells if cell.withheld]
    assume(len(keys) > 1 and page.withheld is None)
    swapped = {**form.counts, keys[0]: form.counts[keys[-1]], keys[-1]: form.counts[keys[0]]}

    assert published(with_figures(form, swapped.values(), form.blank), policy) == page
