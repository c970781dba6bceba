"""The goals this room adopted come first, in the wording that holds, with their votes."""

from __future__ import annotations

from dataclasses import replace

from facilitator.words.message import say
from tests.report.event_records import let_through
from tests.report.pages import html_of, text_of


def test_the_adopted_goals_stand_before_everything_else_that_is_told(whole_event):
    text = text_of(whole_event)

    assert text.index("The goals this room adopted") < text.index("In short") < text.index("Stage 1:")


def test_a_goal_stands_in_the_wording_that_holds_with_its_vote_and_base(whole_event):
    text = text_of(whole_event)

    adopted = text[text.index("The goals this room adopted") : text.index("In short")]
    assert "have a good life. 62 (78%) 10 (13%) 7 (9%) 79" in adopted
    assert "At home if wished. * 50 (63%) 20 (25%) 9 (11%) 79" in adopted
    assert "* The room voted on other words, then adopted it in these." in adopted
    assert "Wherever possible" not in adopted


def test_goals_stand_in_the_order_they_were_asked(whole_event):
    record = replace(whole_event, outcomes=tuple(reversed(whole_event.outcomes)))

    text = text_of(record)

    assert text.index("have a good life. 62") < text.index("At home if wished. *")


def test_a_corrected_and_a_provisional_vote_say_so_beside_the_goal(whole_event):
    results = tuple(
        replace(one, provisional=one.key == "s1", revision=1 + (one.key == "s2")) for one in whole_event.results
    )

    text = text_of(replace(whole_event, results=results))

    assert "have a good life. (provisional) 62 (78%)" in text
    assert "At home if wished. * (corrected after the vote) 50 (63%)" in text


def test_that_nothing_was_adopted_and_that_nobody_recorded_it_are_two_things(whole_event):
    left = tuple(replace(one, kind="left") for one in let_through(whole_event).outcomes)

    assert "The room adopted none of the statements it was asked about." in text_of(
        replace(let_through(whole_event), outcomes=left)
    )
    assert "What the room did with the statements it was asked about is not recorded." in text_of(
        replace(let_through(whole_event), outcomes=())
    )


def test_a_goal_of_few_votes_has_no_figures(whole_event):
    few = tuple(
        replace(one, figures=False, base=None, accounting=None) if one.key == "s1" else one
        for one in let_through(whole_event).results
    )

    html = html_of(replace(let_through(whole_event), results=few))

    adopted = html[html.rindex("The goals this room adopted") : html.rindex("In short")]
    assert "have a good life" in adopted
    assert "62" not in adopted


def test_a_vote_corrected_after_the_room_had_decided_is_told_with_the_goal_and_the_question(whole_event):
    event = let_through(whole_event)
    stale = tuple(replace(one, stale=one.question == "s1") for one in event.outcomes)

    text = text_of(replace(event, outcomes=stale))

    assert "have a good life. (the vote was corrected after the room had decided) 62 (78%)" in text
    assert "The vote was corrected after the room had decided this, so it decided on the earlier result." in text
    assert "after the room had decided" not in text_of(whole_event)


def test_a_goal_told_in_words_keeps_its_marks_and_has_the_reason_beside_it(whole_event):
    event = let_through(whole_event)
    why, told = say("Too few answered."), say("Most people chose “Agree”.")
    few = tuple(
        replace(
            one, figures=False, base=None, accounting=None, withheld=why, in_words=told if one.key == "s2" else None,
            provisional=one.key == "s2", status="corrected" if one.key == "s2" else one.status,
        ) if one.key in ("s1", "s2") else one
        for one in event.results
    )  # fmt: skip

    text = text_of(replace(event, results=few))

    adopted = text[text.index("The goals this room adopted") : text.index("In short")]
    marks = "(corrected after the vote) (provisional)"
    assert f"At home if wished. * {marks} – Most people chose “Agree”. Too few answered." in adopted
    assert "have a good life. – Too few answered." in adopted
    assert adopted.count("Too few answered.") == 2
