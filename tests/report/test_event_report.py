"""The event report, read as its readers read it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from builders import a_count, a_question, the_default_event
from facilitator.conduct.carrying import carry_forward
from facilitator.conduct.counting import enter_count
from facilitator.conduct.cutting import change_minutes
from facilitator.conduct.finishing import close_the_count
from facilitator.conduct.noting import (
    Note,
    Strength,
    TableSession,
    add_note,
    bring_back_note,
    withdraw_note,
)
from facilitator.conduct.playing_back import Heard, MainPoint
from facilitator.conduct.record import EventRecord, event_record
from facilitator.conduct.voting import Closing, ask_again, close_question, open_question, reopen_question
from tests.report.event_records import let_through, record_and_close
from tests.report.pages import Page, a_note, html_of, text_of


def test_a_page_is_well_formed_and_names_its_language(whole_event):
    page = Page(html_of(whole_event))

    assert page.open == []
    assert page.tags[0] == ("html", {"lang": "en"})


def test_a_page_runs_nothing_and_loads_nothing(whole_event):
    html = html_of(whole_event)
    page = Page(html)

    assert not {"script", "iframe", "object", "embed", "link", "img", "form", "base"} & {tag for tag, _ in page.tags}
    attributes = [(name, value) for _, attrs in page.tags for name, value in attrs.items()]
    assert not [name for name, _ in attributes if name.startswith("on") or name == "src"]
    assert all(value.startswith("#part-") for name, value in attributes if name == "href")
    assert not re.findall(r"url\((?!data:)|@import|https?:", html)


def test_every_percentage_has_its_base_in_the_same_section(whole_event):
    page = Page(html_of(whole_event))

    with_percent = [section for section in page.finished if re.search(r"\d%", section)]
    assert len(with_percent) == 4
    base = (
        r"\d+ people present, \d+ voted(, [^;]+)?; percentages of \d+|Percentages are of the votes that made a choice"
    )
    assert all(re.search(base, section) for section in with_percent)


def test_the_base_sentence_says_present_voted_and_rounding(whole_event):
    assert "84 people present, 79 voted; percentages of 79, may not add to 100 because of rounding." in text_of(
        whole_event
    )


def test_blank_and_abstaining_votes_are_told_and_not_in_the_base(whole_event):
    text = text_of(whole_event)

    assert "84 people present, 84 voted, 3 would rather not say, 2 blank; percentages of 79 valid votes" in text


def test_the_exact_wording_the_outcome_and_who_decided_are_told(whole_event):
    text = text_of(whole_event)

    assert "Wherever possible, that means living independently at home." in text
    assert "The room adopted this statement in other words. It now reads: At home if wished." in text
    assert "Decided by: the room, by hands." in text


def test_a_correction_is_marked_with_its_reason(whole_event):
    assert "Corrected after the vote. Why, in the organiser’s words: Counted twice." in text_of(whole_event)


def test_carried_areas_come_with_the_tie_and_a_warning_when_the_vote_changed(whole_event):
    text = text_of(whole_event)

    assert "Some areas had the same number at the line, and all of them were carried." in text
    assert "The vote on the areas was corrected after these areas had been carried forward." in text


def test_a_question_taken_back_is_told_with_its_reason(whole_event):
    text = text_of(whole_event)

    taken_back = text[text.index("Taken back These") :]
    assert "A lot about how we support people has to change." in taken_back
    assert "Why, in the organiser’s words: “A lot” was too strong." in taken_back


def test_questions_that_were_not_asked_have_no_result(whole_event):
    assert "Not asked at this event It also means having chances" in text_of(whole_event)


def test_attendance_that_was_not_recorded_is_not_nought(whole_event):
    assert "People who came 86 people" in text_of(whole_event)
    assert "People who came not recorded" in text_of(
        replace(whole_event, attendance=replace(whole_event.attendance, attended=None))
    )


def test_a_rehearsal_says_so_before_anything_else(whole_event):
    text = text_of(replace(whole_event, rehearsal=True))

    assert "This was a rehearsal." in text[: text.index("Date")]
    assert "rehearsal" not in text_of(whole_event)


def test_a_rehearsal_is_marked_in_the_title_and_at_the_head_of_every_printed_page(whole_event):
    html = html_of(replace(whole_event, rehearsal=True))

    assert "<title>REHEARSAL: pretend people, not a real result – Living well in Riverside</title>" in html
    assert html.count('<header class="mark">') == 1
    assert html.index('<header class="mark">') < html.index("<main>") < html.index("<svg")
    assert re.search(r"@media print .*\.mark \{ display: table-header-group", html, flags=re.DOTALL)


def test_a_real_event_bears_no_mark_of_a_rehearsal(whole_event):
    html = html_of(whole_event)

    assert "REHEARSAL" not in html
    assert 'class="mark"' not in html


def step_changed(record: EventRecord, key: str, **changed: object) -> EventRecord:
    return replace(record, steps=tuple(replace(one, **changed) if one.key == key else one for one in record.steps))


def test_a_skipped_step_is_told_with_its_reason(whole_event):
    assert "No step was skipped" in text_of(whole_event)

    text = text_of(step_changed(whole_event, "talk-goals", skipped="We began late."))

    assert re.search(r"Skipped: [^.]+\. Why, in the organiser’s words: We began late\.", text)
    assert "No step was skipped" not in text


def test_a_shortened_step_is_told_with_both_plans_and_every_reason(tmp_path):
    event = the_default_event(tmp_path)
    change_minutes(event, "talk-goals", 12, why="We began late.")
    change_minutes(event, "talk-goals", 9, why="And later still.")
    record = record_and_close(event)
    at_first = next(step.minutes_at_first for step in record.steps if step.key == "talk-goals")

    text = text_of(record)

    assert (
        f": 9 minutes in place of {at_first}. Why, in the organiser’s words: We began late.; And later still." in text
    )


def test_main_points_say_what_the_room_said_and_which_is_a_minority_view(whole_event):
    points = (
        MainPoint("01" * 16, "Buses matter most", heard=Heard.YES),
        MainPoint("02" * 16, "Some fear the change", minority=True, heard=Heard.CHANGED),
        MainPoint("03" * 16, "Nobody had time for this"),
    )

    text = text_of(replace(whole_event, main_points=points))

    assert "Main points, as the room heard them" in text
    assert "The room said: yes, you heard us right Buses matter most" in text
    assert "A minority view. The room changed it to these words Some fear the change" in text
    assert "The room was not asked about it Nobody had time for this" in text


def test_a_provisional_result_says_so_and_at_how_many_tables_it_was_counted(whole_event):
    provisional = tuple(
        replace(one, provisional=True, tables_counted=9, tables_missing=("Table 4",)) if one.key == "s1" else one
        for one in whole_event.results
    )

    text = text_of(replace(whole_event, results=provisional))

    assert "1 result is provisional: its paper ballots are not read yet." in text
    assert "Provisional: counted from paper at the tables" in text
    assert "counted at 9 of 10 tables; provisional until the paper ballots are read" in text
    assert "(provisional)" in text
    assert "Table 4" not in text
    assert "rovisional" not in text_of(whole_event)


def test_a_provisional_result_told_in_words_says_so_too(event_with):
    record = event_with(agree=4, unsure=2, disagree=1)
    results = tuple(replace(one, provisional=one.key == "s1", tables_counted=1) for one in record.results)

    text = text_of(replace(record, results=results))

    assert "Provisional: counted from paper at the tables" in text
    assert "of 1 table" not in text


def test_a_note_says_how_it_was_said(whole_event):
    note = a_note("No bus after six", verbatim=True, strength=Strength.MOST, minority=True, about="a1")

    text = text_of(replace(whole_event, notes=(note,)))

    assert (
        "Staying well and connected a point · said by most of the table · in somebody’s exact words · a minority view "
        "No bus after six" in text
    )


def test_notes_are_told_by_the_number_of_tables_and_spellings_of_one_are_one(whole_event):
    notes = (
        a_note("one", id="01" * 16, place="table 3"), a_note("two", id="02" * 16, place="Table  3"),
        a_note("three", id="03" * 16, place="Table 8"), a_note("four", id="04" * 16, place="room"),
    )  # fmt: skip
    details = replace(whole_event.details, tables=10)

    assert "Notes from 2 of 10 tables. No notes returned from the others." in text_of(
        replace(whole_event, notes=notes, details=details)
    )
    assert "Notes from 2 tables." in text_of(replace(whole_event, notes=notes, details=replace(details, tables=None)))


def test_an_empty_table_is_not_one_of_those_that_returned_nothing(whole_event):
    notes = (a_note("one", place="Table 1"),)
    sessions = (TableSession("talk-goals", "table 2", 0), TableSession("talk-goals", "Table 1", 8))
    record = replace(whole_event, notes=notes, table_sessions=sessions, details=replace(whole_event.details, tables=2))

    assert "Notes from 1 of 1 table. Points" in text_of(record)


def test_t30_a_talk_without_notes_is_no_absence_of_views(whole_event):
    record = step_changed(whole_event, "talk-goals", started_at=datetime(2026, 11, 20, 10, 0, tzinfo=UTC))

    assert "No notes returned. That does not say that people had no views." in text_of(replace(record, notes=()))
    assert "No notes returned" not in text_of(replace(whole_event, notes=()))


def test_of_a_note_that_was_taken_out_only_the_number_is_told(tmp_path):
    event = the_default_event(tmp_path)
    out = add_note(event, Note("Mrs Smith drinks", "talk-goals", "Table 3"))
    back = add_note(event, Note("More buses", "talk-goals", "Table 3"))
    for note in (out, back):
        withdraw_note(event, note, why="It names Mrs Smith")
    bring_back_note(event, back)

    text = text_of(record_and_close(event))

    assert "1 note was taken out again after it was written" in text
    assert "Smith" not in text


def test_why_the_count_was_closed_is_told(tmp_path):
    event = the_default_event(tmp_path)
    close_the_count(event, why="Two people left before the last vote.")

    assert "Two people left before the last vote." in text_of(record_and_close(event))


def test_every_explanation_at_a_closing_is_told_and_none_of_an_asking_taken_back(tmp_path):
    event = the_default_event(tmp_path)
    for why in ("Asked too early.", "Somebody came in."):
        open_question(event, "s1", present=20)
        enter_count(event, "s1", a_count(agree=18, unsure=3))
        close_question(event, "s1", Closing(explanation=why))
        if why == "Asked too early.":
            ask_again(event, "s1", "Care is for everyone.", why="In other words.")
    reopen_question(event, "s1", why="Two had not voted.")
    close_question(event, "s1", Closing(explanation="Somebody came back."))

    text = text_of(record_and_close(event))

    assert "Why, in the organiser’s words: Somebody came in.; Somebody came back." in text
    assert "Asked too early." not in text


def test_the_report_says_what_it_is_not(whole_event):
    assert "not a sample of everyone, and a vote here is not a referendum" in text_of(whole_event)


def test_notes_stand_without_the_table_they_came_from(whole_event):
    text = text_of(whole_event)

    assert "More buses, please" in text
    assert "what gets in the way =1+1 is not a formula" in text
    assert "table 7" not in text
    assert "table 9" not in text


def test_a_note_of_a_dropped_step_is_not_lost(whole_event):
    record = replace(whole_event, notes=(a_note("Said at the end", stage="", activity="gone"),))

    assert "Other notes Points Said at the end" in text_of(record)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("bell \x07 rings", "bell ␇ rings"),
        ("abc\u202edef", "abc⟦U+202E⟧def"),
        ("no\u200bgap", "no⟦U+200B⟧gap"),
        ("\ue0000\ue001", "⟦U+E000⟧0⟦U+E001⟧"),
        ("{question} & {count}", "{question} &amp; {count}"),
    ],
)
def test_what_people_wrote_is_drawn_to_the_letter_and_never_acts(whole_event, written, shown):
    html = html_of(replace(whole_event, notes=(a_note(written),)))

    assert f'<bdi dir="auto">{shown}</bdi>' in html


def test_a_note_in_another_language_says_which(whole_event):
    html = html_of(replace(whole_event, notes=(a_note("أريد أن أعيش في بيتي", language="ar"),)))

    assert '<bdi dir="auto" lang="ar">أريد أن أعيش في بيتي</bdi>' in html


def test_an_event_of_seven_votes_is_told_in_words_only(event_with):
    text = text_of(event_with(agree=4, unsure=2, disagree=1))

    assert "Most people chose “Agree”." in text
    assert "Fewer than 10 people answered, so the result is told in words." in text
    assert "%" not in text
    assert "77" not in text


def test_of_an_event_of_four_votes_no_result_is_told(event_with):
    text = text_of(event_with(agree=3, unsure=1))

    assert "This result is not published: that is so where fewer than 5 people answered" in text
    assert "Most people chose" not in text
    assert "77" not in text


def test_the_same_record_gives_the_same_page(whole_event):
    assert html_of(whole_event) == html_of(whole_event)


def test_few_voters_do_not_tell_their_ranking_by_what_was_carried(make_event):
    areas = a_question("areas", "choose", max=2, options=("a", "b", "c"))
    event = make_event(areas, carry_forward={"question": "areas", "areas_by_tables": [[1, 2]]}, tables=1)
    open_question(event, "areas", present=3)
    enter_count(event, "areas", a_count(voting=3, b=1, c=3))
    close_question(event, "areas")
    carry_forward(event, decided_by="the room")
    record = event_record(event)

    assert [area for area, _ in record.carried.areas] == ["c", "b"]
    assert [area for area, _ in let_through(record).carried.areas] == ["b", "c"]
    assert let_through(record).carried.tie_rule is None
