"""Parts of the report that say what it is: what waits, how it was run, the stages by area, limits and the annex."""

from __future__ import annotations

import re
from dataclasses import replace

from facilitator.conduct.noting import NoteKind
from facilitator.core.keys import Source
from facilitator.core.notes import Heard
from facilitator.core.programme import PromiseLevel
from facilitator.gate.published_event import PublishedPoint, PublishedTables, Unread
from facilitator.gate.publishing import published
from tests.report.event_records import let_through
from tests.report.pages import a_note, text_of


def test_what_nobody_has_read_is_counted_near_the_top_and_left_out(whole_event):
    text = text_of(published(whole_event))

    told = text.index("3 notes have not been read by a person yet and are left out.")
    assert told < text.index("The goals this room adopted")
    assert "More buses" not in text
    assert "not been read by a person" not in text_of(whole_event)


def test_words_that_wait_are_counted_too(whole_event):
    text = text_of(replace(let_through(whole_event), unread=Unread(words=2)))

    assert "In 2 places words are left out until a person has read them." in text


def test_read_back_is_told_for_each_step_with_notes(whole_event):
    tables = PublishedTables(returned=7, there=10, read_back=5)
    event = let_through(whole_event)
    steps = tuple(replace(step, tables=tables if step.key == "talk-goals" else None) for step in event.steps)

    text = text_of(replace(event, steps=steps))

    assert "5 of 7 tables with notes heard their notes read back." in text
    assert re.search(r"Table talk about the goals 7 10 5\b", text)


def test_how_people_voted_is_told_and_never_what_they_chose_by_it(whole_event):
    text = text_of(whole_event)

    assert re.search(r"How the votes came, all questions together: \d+ by show of hands\. No result is told", text)
    assert "Votes: 79 by show of hands." in text


def test_stage_three_stands_by_area_with_its_votes_and_notes(whole_event):
    notes = (
        a_note(
            "The small groups",
            id="01" * 16,
            stage="approach",
            activity="talk-approach",
            kind=NoteKind.WHAT_WORKS,
            about="a2",
        ),
        a_note(
            "Two budgets", id="02" * 16, stage="approach", activity="talk-approach", kind=NoteKind.BARRIER, about="a2"
        ),
        a_note("Less paper", id="03" * 16, stage="approach", activity="talk-approach"),
    )

    text = text_of(replace(whole_event, notes=notes))

    stage = text[text.index("Stage 3:") :]
    area, keep = (
        stage.index("Living well at home: supporting people"),
        stage.index("To keep: what works The small groups"),
    )
    assert area < keep < stage.index("To change: what gets in the way Two budgets")
    assert stage.index("not about one area Points Less paper") > keep


def test_a_refusal_to_split_results_is_explained_and_a_region_may(whole_event):
    text = text_of(whole_event)

    assert "No result is told by table, by way of voting, by ward, by staff and others" in text
    assert "A report on many events can compare groups with at least 10 people each from at least 3 events." in text
    assert "No result of a vote had to be withheld." in text


def test_withheld_results_are_counted(event_with):
    assert "The figures of 1 result are withheld; it says so beside it." in text_of(event_with(agree=3, unsure=1))


def test_every_wording_says_its_version_and_who_wrote_it(whole_event):
    text = text_of(whole_event)

    annex = text[text.index("Exact wordings") : text.index("Taken back These")]
    assert "independently at home. 1 the programme adopted by the room as: At home if wished." in annex
    assert "A lot about how we support people has to change. 1 the programme taken back" in annex


def test_a_promise_that_the_organiser_wrote_is_marked_as_theirs(whole_event):
    programme = whole_event.programme
    assert programme.promise_wording is not None
    own = replace(programme.promise_wording, text="We listen.", source=Source.ORGANISER)

    text = text_of(replace(whole_event, programme=replace(programme, promise_wording=own)))

    assert "We listen. The organiser’s words" in text
    assert "People work on the plans" in text


def test_a_promise_that_nobody_made_is_not_recorded(whole_event):
    silent = replace(whole_event.programme, promise=None, promise_wording=None)

    text = text_of(replace(whole_event, programme=silent))

    assert "What this could change is not recorded." in text
    assert not any(level.value in text for level in PromiseLevel if level is PromiseLevel.DEVOLVE)


def test_the_glossary_explains_the_words_that_are_used(whole_event):
    text = text_of(whole_event)

    assert "Carried forward Chosen by the room" in text[text.index("What the words mean") :]


def test_the_glossary_leaves_out_words_that_are_not_used(event_with):
    text = text_of(event_with(agree=20, unsure=2))

    assert "Valid A ballot that makes a choice" in text
    assert "Carried forward Chosen by the room" not in text


def test_in_short_names_the_goals_the_areas_and_the_main_points_before_any_count(whole_event):
    points = tuple(
        PublishedPoint(f"{number:032x}", f"Point {number}.", number == 5, Heard.YES, "") for number in range(1, 6)
    )

    text = text_of(replace(let_through(whole_event), main_points=points))

    short = text[text.index("In short") : text.index("Why it was held")]
    assert "2 goals adopted: “Care and health services are here to help" in short
    assert "; “At home if wished”." in short
    assert "Main points, some of them: Point 1. Point 2. Point 3. A minority view: Point 5." in short
    assert short.index("Carried forward:") < short.index("Point 1.") < short.index("In numbers:")
    assert short.index("In numbers:") < short.index("put to the room")


def test_in_short_of_an_event_without_decisions_is_counts_alone(event_with):
    text = text_of(event_with(agree=20, unsure=2))

    assert "In short 1 question was put to the room." in text
    assert "In numbers:" not in text


def test_a_percentage_is_said_to_be_rounded_a_half_upwards(whole_event):
    assert "rounded to the nearest whole number, a half upwards" in text_of(whole_event)


def test_a_note_of_no_table_at_a_step_where_nobody_was_asked_is_the_organisers(whole_event):
    note = a_note("8 people came late.", place="")
    step = next(step for step in let_through(whole_event).steps if not step.prompts and not step.has_gathered_notes)
    note = replace(note, activity=step.key, stage=step.stage)

    text = text_of(let_through(replace(whole_event, notes=(note,))))

    assert f"Noted by the organisers: {step.title} Points 8 people came late." in text
    assert f"What people said: {step.title}" not in text


def test_a_note_of_no_table_at_a_table_talk_or_on_the_forms_is_what_people_said(whole_event):
    event = let_through(whole_event)
    for kind in ("table_talk", "forms"):
        step = next(step for step in event.steps if step.kind == kind)
        note = a_note("More buses.", activity=step.key, stage=step.stage or "goals")

        text = text_of(let_through(replace(whole_event, notes=(replace(note, place=""),))))

        assert "Noted by the organisers" not in text
        assert "More buses." in text


def test_points_on_an_area_say_that_a_note_does_not_tell_which_question_it_answers(whole_event):
    notes = (a_note("One plan", id="01" * 16, stage="approach", activity="talk-approach", about="a2"),)

    text = text_of(replace(whole_event, notes=notes))

    assert "Trade-offs, who does what, and other points A note does not say which of the questions" in text
