"""The questions in the Prepare window: every wording in place, options and statements added, moved and taken out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from facilitator.conduct.event import Event
from facilitator.conduct.preparing import differences_now
from facilitator.conduct.voting import ask_again, open_question
from facilitator.core.keys import Source
from facilitator.core.plan.difference import DifferenceKind
from tests.ui.prepare.test_prepare_window import shortcut
from tests.ui.pressing import press, settle
from tests.ui.test_start import cut_off, nameless
from ui.prepare.prepare_window import PrepareWindow
from ui.prepare.question_card import QuestionCard
from ui.prepare.questions_page import QuestionsPage

UP, DOWN, TAB, ENTER, SPACE = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space
ALT = Qt.KeyboardModifier.AltModifier
AT_HOME = "That means living at home, with the help you need."


@pytest.fixture
def event(make_default_event) -> Event:
    return make_default_event()


@pytest.fixture
def window(prepare, event) -> PrepareWindow:
    window = prepare(event)
    window.show_page(QuestionsPage)
    settle()
    return window


@pytest.fixture
def page(window) -> QuestionsPage:
    return window.page


def card(page: QuestionsPage, key: str) -> QuestionCard:
    return next(step.cards[key] for step in page.steps.values() if key in step.cards)


def asked(event: Event, step: str) -> tuple[str, ...]:
    length = event.programme.variant(event.details.variant)
    return next(one.questions for one in length.activities if one.key == step)


def anew(window: PrepareWindow, *keys: Qt.Key | str) -> None:
    shortcut(window, Qt.Key.Key_A)
    press(window, *keys)


def shown_texts(part) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible() and label.text())


def test_it_begins_with_the_practice_question_and_names_each_step_that_asks(page):
    told = shown_texts(page)

    assert page.steps["welcome"].cards["tea"].wording.field.hasFocus()
    assert [f"{step}\n" in told for step in ("Welcome", "1.4 Vote on the goals", "2.4 Priority vote")] == [True] * 3
    assert "Answers: Agree · Unsure · Disagree" in told
    assert "Never a result" in told


def test_a_statement_is_worded_anew_in_place_and_the_issued_words_stand_below(window, page, event):
    s2 = card(page, "s2")
    s2.wording.field.setFocus()
    anew(window, AT_HOME, ENTER)

    wording = event.programme.question("s2").wording
    assert (wording.text, wording.source) == (AT_HOME, Source.ORGANISER)
    assert s2.wording.issued.told == "In the programme: Wherever possible, that means living independently at home."
    assert card(page, "s3").wording.field.hasFocus()
    assert QuestionsPage.mark(window.preparing).told.english() == "1 changed"


def test_the_issued_words_are_put_back_with_their_easy_read_text(window, page, event):
    s2 = card(page, "s2")
    s2.wording.field.setFocus()
    anew(window, AT_HOME, TAB)

    s2.wording.issued.button.setFocus()
    press(window, SPACE)

    assert event.programme.question("s2").wording == event.issued.question("s2").wording
    assert s2.wording.issued.told == ""
    assert s2.wording.field.hasFocus()
    assert differences_now(event) == ()


def test_advice_comes_while_typing_and_stops_nothing(window, page, event):
    s2 = card(page, "s2")
    assert s2.wording.advice.sentences == ""

    s2.wording.field.setFocus()
    anew(window, "Surely nobody could disagree that we should utilise care at home and get help?")

    assert "“Surely”" in s2.wording.advice.sentences
    assert all(line.startswith("⚠  ") for line in s2.wording.advice.sentences.split("\n"))
    assert len(s2.wording.advice.sentences.split("\n")) <= 3
    assert "LIX" in s2.wording.advice.ease
    assert s2.wording.field.accessibleDescription() == s2.wording.advice.sentences

    press(window, TAB)
    assert event.programme.question("s2").wording.text.startswith("Surely")


def test_words_of_the_programme_get_no_advice(page):
    assert all(one.wording.advice.isHidden() for step in page.steps.values() for one in step.cards.values())


def test_empty_words_are_refused_in_a_sentence_and_the_field_keeps_what_was_typed(window, page, event):
    s2 = card(page, "s2")
    s2.wording.field.setFocus()
    anew(window, Qt.Key.Key_Delete, TAB)

    assert window.banner.sentence.startswith("⚠  “Statement 2, 1.4 Vote on the goals” – There are no words.")
    assert s2.wording.field.words == ""
    assert event.programme.question("s2").wording == event.issued.question("s2").wording


def test_a_statement_is_added_by_enter_and_the_next_can_be_typed_at_once(window, page, event):
    goals = page.steps["vote-goals"]
    goals.new.field.setFocus()
    press(window, "Neighbours help one another here.", ENTER, "The bus comes often enough.", ENTER)

    added = asked(event, "vote-goals")[6:]
    texts = [event.programme.question(key).wording.text for key in added]
    assert texts == ["Neighbours help one another here.", "The bus comes often enough."]
    assert goals.new.field.hasFocus()
    assert goals.new.field.text() == ""
    assert "Your own" in shown_texts(goals.cards[added[0]])


def test_a_statement_that_was_typed_and_left_is_added_too(window, page, event):
    goals = page.steps["vote-goals"]
    goals.new.field.setFocus()
    press(window, "Neighbours help one another here.")
    assert window.preparing.has_unsaved

    press(window, TAB)

    assert len(asked(event, "vote-goals")) == 7
    assert not window.preparing.has_unsaved


def test_a_statement_twice_is_refused_and_stays_in_its_field(window, page, event):
    goals = page.steps["vote-goals"]
    goals.new.field.setFocus()
    press(window, "A lot about how we support people has to change.", ENTER)

    assert "asked in the step already" in window.banner.sentence
    assert goals.new.field.text().startswith("A lot")
    assert len(asked(event, "vote-goals")) == 6


def test_alt_and_an_arrow_moves_a_statement(window, page, event, keys):
    card(page, "s1").wording.field.setFocus()

    keys(window, DOWN, ALT)

    assert asked(event, "vote-goals") == ("s2", "s1", "s3", "s4", "s5", "s6")
    assert card(page, "s1").wording.field.hasFocus()
    assert card(page, "s1").wording.field.accessibleName() == "Statement 2, 1.4 Vote on the goals"


def test_a_must_have_is_left_out_only_after_a_second_yes_and_stands_below_then(window, page, event):
    leave_out = card(page, "s3").leave_out
    leave_out.button.setFocus()
    press(window, SPACE)
    assert leave_out.keep.hasFocus()
    assert "cannot be compared" in leave_out.caution

    press(window, TAB, SPACE)
    assert "s3" not in asked(event, "vote-goals")
    assert card(page, "s4").wording.field.hasFocus()
    assert QuestionsPage.mark(window.preparing).kind == "must-have"

    page.left_out.buttons["s3"].setFocus()
    press(window, SPACE)
    assert asked(event, "vote-goals") == ("s1", "s2", "s3", "s4", "s5", "s6")
    assert differences_now(event) == ()


def test_an_own_statement_is_left_out_at_once(window, page, event):
    goals = page.steps["vote-goals"]
    goals.new.field.setFocus()
    press(window, "Neighbours help one another here.", ENTER)
    own = asked(event, "vote-goals")[-1]

    goals.cards[own].leave_out.button.setFocus()
    press(window, SPACE)

    assert asked(event, "vote-goals") == ("s1", "s2", "s3", "s4", "s5", "s6")
    assert differences_now(event) == ()


def test_areas_are_worded_added_moved_and_taken_out(window, page, event, keys):
    areas = card(page, "areas").options
    areas.option_rows["a1"].wording.field.setFocus()
    anew(window, "Staying well: keeping healthy and in touch", TAB)
    areas.new.field.setFocus()
    press(window, "Getting about: buses and lifts", ENTER)
    areas.option_rows["a5"].wording.field.setFocus()
    keys(window, UP, ALT)
    areas.option_rows["a3"].take_out.setFocus()
    press(window, SPACE)

    options = event.programme.question("areas").options
    assert [one.wording.text.partition(":")[0] for one in options] == [
        "Staying well",
        "Living well at home",
        "Getting going again",
        "A home and support in the community",
        "Getting about",
    ]
    assert "In the programme: Staying well and connected" in areas.option_rows["a1"].wording.issued.told


def test_how_many_one_may_choose_is_typed_and_what_cannot_be_is_refused(window, page, event):
    marks = card(page, "areas").options.marks
    marks.setFocus()
    anew(window, "2", TAB)
    assert event.programme.question("areas").max_marks == 2
    assert "In the programme: 3" in shown_texts(card(page, "areas").options)

    marks.setFocus()
    anew(window, "9", TAB)
    assert "9 cannot be right." in window.banner.sentence
    assert event.programme.question("areas").max_marks == 2


def test_the_last_two_answers_stay(window, page, event):
    rows = card(page, "tea").options.option_rows
    rows["neither"].take_out.click()
    settle()
    rows["coffee"].take_out.click()
    settle()

    assert "at least 2 answers" in window.banner.sentence
    assert [one.key for one in event.programme.question("tea").options] == ["tea", "coffee"]


def test_a_question_that_was_opened_is_refused_in_words(window, page, event):
    open_question(event, "s1", present=40)

    card(page, "s1").wording.field.setFocus()
    anew(window, AT_HOME, TAB)

    assert window.banner.warns
    assert event.programme.question("s1").wording == event.issued.question("s1").wording
    assert card(page, "s1").wording.field.words == AT_HOME


def test_what_is_changed_is_told_as_differences(window, page, event):
    card(page, "s1").wording.field.setFocus()
    anew(window, AT_HOME, TAB)
    page.steps["vote-goals"].new.field.setFocus()
    press(window, "Neighbours help one another here.", ENTER)

    assert {one.kind for one in differences_now(event)} == {
        DifferenceKind.QUESTION_REWORDED,
        DifferenceKind.QUESTION_ADDED,
    }


def test_every_control_has_a_name(page):
    card(page, "s1").leave_out.button.click()
    settle()

    assert nameless(page) == []


def test_nothing_is_clipped_and_nothing_scrolls_sideways(window, page):
    card(page, "s2").wording.field.setFocus()
    anew(window, "Surely nobody could disagree that we should utilise care at home and get help? " * 3, TAB)

    assert cut_off(page) == []
    assert window.area.horizontalScrollBar().maximum() == 0


def test_at_twice_the_text_it_scrolls_and_nothing_is_clipped(twice_the_text, prepare, event):
    window = prepare(event)
    window.show_page(QuestionsPage)
    settle()

    assert cut_off(window.page) == []
    assert window.area.horizontalScrollBar().maximum() == 0


def test_another_number_of_marks_is_marked_in_the_list_of_pages(window, page):
    card(page, "areas").options.marks.setFocus()
    anew(window, "2", TAB)

    assert QuestionsPage.mark(window.preparing).told.english() == "1 changed"


def test_words_of_the_room_are_shown_and_only_to_read(prepare, event):
    ask_again(event, "s2", "Words of the room.", why="Unclear")
    window = prepare(event)
    window.show_page(QuestionsPage)
    settle()
    s2 = card(window.page, "s2")
    s2.wording.field.setFocus()
    press(window, "x", TAB)

    assert s2.wording.field.words == "Words of the room."
    assert s2.wording.field.isReadOnly()
    assert "Only to read: The room changed these words; change them at the vote." in shown_texts(s2)
    assert "In the programme: Wherever possible" in shown_texts(s2)
    assert not s2.wording.issued.button.isVisible()
    assert not card(window.page, "s1").wording.field.isReadOnly()
    assert cut_off(window.page) == []
