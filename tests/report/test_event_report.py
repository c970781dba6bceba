"""The event report, read as its readers read it."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from builders import a_count, a_question
from facilitator.conduct.carrying import carry_forward
from facilitator.conduct.counting import enter_count
from facilitator.conduct.noting import NoteKind
from facilitator.conduct.record import EventRecord, NoteRecord, event_record
from facilitator.conduct.voting import close_question, open_question
from facilitator.report.carried import published_carried
from facilitator.report.html import report_html
from facilitator.words.translator import Translator


class Page(HTMLParser):
    """A page as its elements: tags with attributes, and the text of each section that is no style."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.sections: list[list[str]] = [[]]
        self.finished: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "rect", "polyline"):
            self.open.append(tag)
        if tag == "section":
            self.sections.append([])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if tag == "section":
            self.finished.append(" ".join(self.sections.pop()))

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        if "style" not in self.open:
            self.sections[-1].append(data)


def html_of(record: EventRecord) -> str:
    return report_html(record, Translator())


def text_of(record: EventRecord) -> str:
    html = re.sub("<style>.*?</style>", "", html_of(record), flags=re.DOTALL)
    return " ".join(re.sub("<[^>]+>", " ", re.sub("</?bdi[^>]*>", "", html)).split())


def a_note(text: str, **more: str) -> NoteRecord:
    empty = NoteRecord("00" * 16, "goals", "talk-goals", "table 3", NoteKind.POINT, "", text, "en")
    return replace(empty, **more)


def test_a_page_is_well_formed_and_names_its_language(whole_event):
    page = Page(html_of(whole_event))

    assert page.open == []
    assert page.tags[0] == ("html", {"lang": "en"})


def test_a_page_runs_nothing_and_loads_nothing(whole_event):
    html = html_of(whole_event)
    page = Page(html)

    assert not {"script", "iframe", "object", "embed", "link", "img", "form", "base"} & {tag for tag, _ in page.tags}
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on") or name in ("src", "href")]
    assert not re.findall(r"url\((?!data:)|@import|https?:", html)


def test_every_percentage_has_its_base_in_the_same_section(whole_event):
    page = Page(html_of(whole_event))

    with_percent = [section for section in page.finished if re.search(r"\d%", section)]
    assert len(with_percent) == 3
    assert all(re.search(r"\d+ people present, \d+ voted; percentages of \d+", section) for section in with_percent)


def test_the_base_sentence_says_present_voted_and_rounding(whole_event):
    assert "84 people present, 79 voted; percentages of 79, may not add to 100 because of rounding." in text_of(
        whole_event
    )


def test_blank_and_abstaining_votes_are_told_and_not_in_the_base(whole_event):
    text = text_of(whole_event)

    assert "84 people present, 84 voted; percentages of 79 valid votes" in text
    assert "Not in the base: 2 left blank, 0 spoilt, 3 would rather not say." in text


def test_the_exact_wording_the_outcome_and_who_decided_are_told(whole_event):
    text = text_of(whole_event)

    assert "Wherever possible, that means living independently at home." in text
    assert "The room adopted this statement in other words. It now reads: At home if wished." in text
    assert "Decided by: the room, by hands." in text


def test_a_correction_is_marked_with_its_reason(whole_event):
    assert "Corrected after the vote. Why: Counted twice." in text_of(whole_event)


def test_carried_areas_come_with_the_tie_and_a_warning_when_the_vote_changed(whole_event):
    text = text_of(whole_event)

    assert "Some areas had the same number at the line, and all of them were carried." in text
    assert "The vote on the areas was corrected after these areas had been carried forward." in text


def test_a_question_taken_back_is_told_with_its_reason(whole_event):
    text = text_of(whole_event)

    taken_back = text[text.index("Taken back") :]
    assert "A lot about how we support people has to change." in taken_back
    assert "Why: “A lot” was too strong." in taken_back


def test_questions_that_were_not_asked_have_no_result(whole_event):
    assert "Not asked at this event It also means having chances" in text_of(whole_event)


def test_attendance_that_was_not_recorded_is_not_nought(whole_event):
    assert "People who came 86 people" in text_of(whole_event)
    assert "People who came not recorded" in text_of(replace(whole_event, attended=None))


def test_a_rehearsal_says_so_before_anything_else(whole_event):
    text = text_of(replace(whole_event, rehearsal=True))

    assert "This was a rehearsal." in text[: text.index("Date")]
    assert "rehearsal" not in text_of(whole_event)


def test_the_report_says_what_it_is_not(whole_event):
    assert "not a sample of everyone, and a vote here is not a referendum" in text_of(whole_event)


def test_notes_stand_without_the_table_they_came_from(whole_event):
    text = text_of(whole_event)

    assert "More buses, please" in text
    assert "On: Staying well and connected" in text
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

    assert "Fewer than 5 people answered, so no result is published." in text
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
    assert [area for area, _ in published_carried(record).areas] == ["b", "c"]
    assert published_carried(record).tie_rule is None
