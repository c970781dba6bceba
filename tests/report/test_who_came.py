"""Who came: head-counts, forms with what is withheld, and access; unknown is unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import the_default_event
from facilitator.conduct.record import event_record
from facilitator.core.disclosure import Audience, Form, FormCounts, forms_together, shown_headcount
from facilitator.core.disclosure.policy import SuppressionPolicy
from facilitator.core.keys import OptionKey, QuestionKey
from facilitator.gate.published_event import PublishedAccess, PublishedEvent, PublishedHeadcount, WhoCame
from tests.report.event_records import let_through
from tests.report.pages import html_of, plain_text, text_of

POLICY = SuppressionPolicy()


def a_form(key: str, figures: Sequence[int], *, blank: int = 0, form: Form = Form.EQUALITY) -> FormCounts:
    """Return a question of a form whose options are called after their numbers."""
    options = tuple((OptionKey(f"o{number}"), f"Answer {number}") for number in range(len(figures)))
    counts = {key: figure for (key, _), figure in zip(options, figures, strict=True)}
    return FormCounts(form, QuestionKey(key), f"Question {key}?", options, counts, blank, sum(figures) + blank)


def with_forms(event: PublishedEvent, *forms: FormCounts, **came: object) -> PublishedEvent:
    """Return the event with what the public may see of these forms."""
    shown = forms_together(forms, Audience.PUBLISHED, POLICY)
    return replace(event, who_came=replace(event.who_came, forms=shown, **came))


def part(text: str, heading: str, following: str) -> str:
    return text[text.index(heading) : text.index(following, text.index(heading))]


def test_what_nobody_recorded_says_so_and_is_never_nought(whole_event):
    came = part(text_of(replace(let_through(whole_event), who_came=WhoCame())), "Who came People", "How it was run")

    assert "People who came not recorded" in came
    assert "Invited or booked not recorded" in came
    assert "What kind of people came was not recorded" in came
    assert "What access people asked for, and what there was, was not recorded." in came
    assert not re.search(r"\d", came)


def test_attended_invited_and_booked_are_told(whole_event):
    who_came = WhoCame(86, counted_at_the_door=True, invited=120, booked=None)

    text = text_of(replace(let_through(whole_event), who_came=who_came))

    assert "People who came 86 people, counted at the door Invited 120 people Booked a place not recorded" in text


def test_at_least_so_many_is_told_as_that(whole_event):
    text = text_of(replace(let_through(whole_event), who_came=WhoCame(86, at_least=True)))

    assert text.count("People who came at least 86 people") == 2


def test_others_are_counted_apart_and_a_small_number_is_withheld(whole_event):
    others = tuple(
        PublishedHeadcount(role, shown_headcount(count, Audience.PUBLISHED, POLICY))
        for role, count in (("staff", 7), ("observer", 2), ("interpreter", None))
    )

    text = text_of(replace(let_through(whole_event), who_came=WhoCame(86, others=others)))

    assert "They are not among the people who came" in text
    assert "Staff 7 Observers c Interpreters not recorded c: 1 to 4 people." in text


def test_a_form_has_its_base_its_percentages_and_c_with_the_reason(whole_event):
    event = with_forms(let_through(whole_event), a_form("age", [20, 12, 2, 3], blank=3))

    text = text_of(event)

    assert "Question age? 40 forms came back; percentages of 40." in text
    assert "Answer 0 20 50% Answer 1 12 30% Answer 2 c Answer 3 c" in text
    assert "c: 1 to 4 people, or a number that would give such a figure away." in text


def test_as_many_numbers_are_said_to_be_withheld_as_stand_as_c(whole_event):
    event = with_forms(let_through(whole_event), a_form("age", [20, 12, 2, 3], blank=3))

    html = html_of(event)

    withheld = len(re.findall(r'<td[^>]*><bdi dir="auto">c</bdi></td>', html))
    assert withheld > 1
    assert f"{withheld} such numbers are withheld here." in plain_text(html)


def test_here_mainly_as_comes_first(whole_event):
    event = with_forms(
        let_through(whole_event), a_form("age", [20, 20]), a_form("role", [10, 30]), roles_question="role"
    )

    text = text_of(event)

    assert text.index("Question role?") < text.index("Question age?")


def test_of_too_few_forms_one_sentence_says_why_nothing_is_told(whole_event):
    event = with_forms(let_through(whole_event), a_form("age", [3, 0]), a_form("sex", [1, 2]))

    text = text_of(event)

    assert "Not published: “Question age?”; “Question sex?”." in text
    assert "forms came back, so nothing of them is published." in text


def test_evaluation_is_told_from_ten_forms_on_and_else_why_not(whole_event):
    event = let_through(whole_event)
    nine = [a_form(key, [5, 3, 1], form=Form.EVALUATION) for key in ("time", "heard")]
    ten = [a_form(key, [5, 3, 2], form=Form.EVALUATION) for key in ("time", "heard")]

    told, withheld = text_of(with_forms(event, *ten)), text_of(with_forms(event, *nine))

    assert "Question time? 5 (50%) 3 (30%) 2 (20%) 0 (0%)" in told
    assert "10 forms came back; percentages of 10, may not add to 100 because of rounding." in told
    assert "What people thought of the event Fewer than 10 forms came back" in withheld
    assert "no evaluation forms were counted" in text_of(event)


def test_access_tells_what_was_asked_provided_and_worked(whole_event):
    access = (PublishedAccess("Hearing loop", "yes", "yes", "partly"), PublishedAccess("Lifts", "yes", "no", ""))

    text = text_of(replace(let_through(whole_event), who_came=WhoCame(access=access)))

    assert "Hearing loop yes yes partly Lifts yes no not recorded" in text
    assert "“Not recorded” means that nobody said; it does not mean no." in text


@settings(max_examples=25)
@given(st.lists(st.integers(0, 30), min_size=2, max_size=6), st.integers(0, 6))
def test_no_cell_that_is_withheld_shows_a_figure(tmp_path_factory, figures, blank):
    asked = a_form("age", figures, blank=blank)
    event = with_forms(an_empty_event(tmp_path_factory), asked)
    (shown,) = event.who_came.forms

    text = plain_text(html_of(event))
    about = part(text, "About the people who came", "Access")

    for cell in shown.cells:
        if shown.withheld is None and cell.withheld:
            assert f"{cell.text} c" in about
        elif shown.withheld is None:
            assert f"{cell.text} {cell.count}" in about
    if shown.withheld is not None:
        assert not re.search(r"Answer \d \d", about)


def an_empty_event(tmp_path_factory) -> PublishedEvent:
    event = the_default_event(tmp_path_factory.mktemp("empty"))
    try:
        return let_through(event_record(event))
    finally:
        event.close()


def test_head_counts_that_are_withheld_are_counted_with_those_of_the_forms(whole_event):
    others = tuple(
        PublishedHeadcount(role, shown_headcount(2, Audience.PUBLISHED, POLICY)) for role in ("observer", "interpreter")
    )
    event = let_through(whole_event)

    of_both = html_of(with_forms(event, a_form("age", [20, 12, 2, 3], blank=3), others=others))
    of_heads = text_of(replace(event, who_came=WhoCame(86, others=others)))

    withheld = len(re.findall(r'<td[^>]*><bdi dir="auto">c</bdi></td>', of_both))
    assert f"{withheld} such numbers are withheld here." in plain_text(of_both)
    assert "2 such numbers are withheld here." in of_heads


def test_the_question_on_roles_says_that_people_who_work_for_services_may_be_among_the_answers(whole_event):
    event = let_through(whole_event)
    told = "People who work for services may also have come as participants."

    assert told in text_of(with_forms(event, a_form("role", [10, 30]), roles_question="role"))
    assert told not in text_of(with_forms(event, a_form("age", [10, 30]), roles_question="role"))
