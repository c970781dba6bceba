"""The tally pad: paper forms typed in by keys alone, counted exactly, and nothing lost on the way."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from builders import a_question
from facilitator.conduct.attending import attendance
from facilitator.conduct.finishing import close_the_count
from facilitator.conduct.forms import form_counts, forms_typed
from facilitator.conduct.noting import NoteKind
from facilitator.core.forms import PREFER_NOT_TO_SAY
from facilitator.errors import Refused
from facilitator.words.message import say
from tests.ui.pressing import every_widget, press, settle
from ui.models.run_sheet import Place
from ui.run import forms_pad
from ui.run.forms_pad import FormsPad
from ui.run.operator_window import OperatorWindow

ENTER, SPACE, BACK, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Delete
LEFT, RIGHT, ESCAPE = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape
AGES, KINDS = ("young", "middle", "old"), ("sight", "hearing", "moving")
FORMS = {
    "equality": {
        "title": "About you",
        "questions": [
            {"key": "age", "kind": "one", "text": "How old?", "options": [{"key": k, "text": k} for k in AGES]},
            {
                "key": "off",
                "kind": "one",
                "text": "Off?",
                "on": False,
                "options": [{"key": k, "text": k} for k in AGES],
            },
            {"key": "kinds", "kind": "several", "text": "Kinds?", "options": [{"key": k, "text": k} for k in KINDS]},
            {"key": "district", "kind": "district", "text": "Where from?"},
        ],
    },
    "evaluation": {
        "title": "How was it?",
        "questions": [
            {"key": "heard", "kind": "agree", "text": "I felt heard."},
            {"key": "best", "kind": "comment", "text": "What was best?"},
        ],
    },
}
SWEEP = 60


@pytest.fixture
def event(make_event):
    return make_event(a_question("s1"), a_question("s2", stage="two"), forms=FORMS)


@pytest.fixture
def window(event, operate):
    made = operate(event)
    press(made, "f")
    return made


def pad_of(window: OperatorWindow) -> FormsPad:
    panel = window.now.panel
    found = panel.findChild(FormsPad)
    assert found is not None
    return found


def counts(event, key: str) -> dict[str, int]:
    return dict(next(one for one in form_counts(event) if one.key == key).counts)


def undo(window: OperatorWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()


def all_words(window: OperatorWindow) -> str:
    shown = [one for one in every_widget(window) if one.isVisible()]
    labels = [one.text() for one in shown if isinstance(one, QLabel | QAbstractButton | QLineEdit)]
    return "\n".join([*(f"{one.accessibleName()} {one.accessibleDescription()}" for one in shown), *labels])


def test_sixty_forms_typed_by_keys_are_counted_exactly(make_default_event, operate):
    event = make_default_event()
    window = operate(event)
    press(window, "f")
    chance = random.Random(26)
    ages, groups = "1234567890", "123456789abcdefghij0"
    typed = [(chance.choice(ages), chance.choice("120"), chance.choice("1230 "), chance.choice(groups),
              chance.choice("123456780 ")) for _ in range(SWEEP)]  # fmt: skip

    for form in typed:
        for key in form:
            QTest.keyClicks(window.focusWidget(), key)
        QTest.keyClick(window.focusWidget(), ENTER)
    QApplication.processEvents()

    def expected(place: int, question) -> dict[str, int]:
        printed = [option.key for option in question.options if option.key != PREFER_NOT_TO_SAY]
        answers = dict(zip("123456789abcdefghij", printed, strict=False)) | {"0": PREFER_NOT_TO_SAY}
        return {
            str(key): sum(1 for form in typed if answers.get(form[place]) == key)
            for key in (*printed, PREFER_NOT_TO_SAY)
        }

    questions = event.programme.form("equality").questions
    assert {one.key: dict(one.counts) for one in form_counts(event)} == {
        question.key: expected(place, question) for place, question in enumerate(questions)
    }
    blank = {one.key: one.blank for one in form_counts(event)}
    assert blank["disability"] == sum(1 for form in typed if form[2] == " ") > 0
    assert {one.returned for one in form_counts(event)} == {SWEEP}
    assert forms_typed(event, "equality") == SWEEP


def test_a_form_of_the_shipped_programme_takes_twelve_keys_at_most(make_default_event, operate):
    event = make_default_event()
    window = operate(event)
    press(window, "f")

    about_you = press(window, "3", "1", "3", "d", "2", ENTER)
    press(window, RIGHT)
    how_was_it = press(window, *"1234512345", ENTER, ENTER)

    assert (forms_typed(event, "equality"), forms_typed(event, "evaluation")) == (1, 1)
    assert about_you <= 12
    assert how_was_it <= 12


def test_every_kind_of_answer_is_typed_by_keys(window, event):
    press(window, "2", "1,3", ENTER, "m1", ENTER)
    press(window, "0", "0", "0")

    assert counts(event, "age") == {"young": 0, "middle": 1, "old": 0, PREFER_NOT_TO_SAY: 1}
    assert counts(event, "kinds") == {"sight": 1, "hearing": 0, "moving": 1, PREFER_NOT_TO_SAY: 1}
    assert counts(event, "district") == {"m1": 1, PREFER_NOT_TO_SAY: 1}


@pytest.mark.parametrize("key", [SPACE, ENTER])
def test_space_or_enter_without_a_choice_leaves_a_question_blank(window, event, key):
    press(window, key, key, key)

    assert [one.blank for one in form_counts(event)] == [1, 1]  # a district that nobody wrote is no question at all
    assert forms_typed(event, "equality") == 1


def test_a_question_that_is_switched_off_is_not_asked(window, event):
    assert "question 1 of 3" in pad_of(window).accessibleName()


def test_a_second_digit_takes_a_tick_away_again(window, event):
    press(window, "1", "1", "2", "1", ENTER, SPACE)

    assert counts(event, "kinds") == {"sight": 0, "hearing": 1, "moving": 0, PREFER_NOT_TO_SAY: 0}


def test_backspace_goes_back_and_what_was_ticked_can_be_changed(window, event):
    press(window, "1", BACK)
    assert "question 1 of 3" in pad_of(window).accessibleName()
    press(window, "3", ENTER, SPACE)

    assert counts(event, "age") == {"young": 0, "middle": 0, "old": 1, PREFER_NOT_TO_SAY: 0}


def test_backspace_leaves_an_empty_field_and_deletes_a_letter_in_a_full_one(window):
    press(window, "1", ENTER, "M", BACK)
    assert "question 3 of 3" in pad_of(window).accessibleName()
    press(window, BACK)

    assert "question 2 of 3" in pad_of(window).accessibleName()


def test_a_key_that_stands_for_no_answer_changes_nothing_and_says_so(window, event):
    press(window, "7", "b", "n")

    pad = pad_of(window)
    assert pad.sheet.told == "No answer has the key n here."
    assert not pad.draft.is_begun
    assert not window.desk.is_blank


def test_a_whole_postcode_is_refused_and_stays_out_of_the_file(window, event):
    press(window, "1", ENTER, "M1 4BT", ENTER)

    assert "more than the first half" in window.now.banner.sentence
    assert "4BT" not in window.now.banner.sentence
    assert forms_typed(event, "equality") == 0
    assert pad_of(window).sheet.writing.field.toPlainText() == "M1 4BT"


def test_a_comment_becomes_a_note_and_may_have_lines_and_digits(window, event):
    press(window, RIGHT, "1")
    field = window.focusWidget()
    QTest.keyClicks(field, "The lunch, 10 of 10")
    QTest.keyClick(field, ENTER, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "and the talk")
    press(window, ENTER)

    notes = window.desk.snapshot.record.notes
    assert [(note.text, note.kind) for note in notes] == [("The lunch, 10 of 10\nand the talk", NoteKind.POINT)]
    assert forms_typed(event, "evaluation") == 1


def test_a_stored_form_is_said_to_be_stored(window, event):
    press(window, "1", ENTER, SPACE)

    assert pad_of(window).sheet.told == "✓  Form 1 is stored."
    assert forms_typed(event, "equality") == 1


def test_ctrl_z_takes_the_last_form_back_and_shows_it_to_be_changed(window, event):
    press(window, "1", "2", ENTER, "M1", ENTER, "3", ENTER, SPACE)

    undo(window)

    pad = pad_of(window)
    assert forms_typed(event, "equality") == 1
    assert pad.sheet.told.startswith("The last form is taken back.")
    assert pad.draft.ticks["age"] == ("old",)
    press(window, BACK, BACK, "2", ENTER, SPACE)
    assert counts(event, "age") == {"young": 1, "middle": 1, "old": 0, PREFER_NOT_TO_SAY: 0}


def test_ctrl_z_leaves_the_form_at_hand_where_one_is_begun(window, event):
    press(window, "1", ENTER, SPACE, "3")

    undo(window)

    assert forms_typed(event, "equality") == 0
    assert pad_of(window).draft.ticks == {"age": ("old",)}


def test_ctrl_z_takes_the_comment_of_a_form_back_too(window, event):
    press(window, RIGHT, "1", "Warm soup", ENTER)
    pad_of(window).setFocus()
    undo(window)

    assert window.desk.snapshot.record.notes == ()
    assert forms_typed(event, "evaluation") == 0


def test_delete_clears_the_form_at_hand_and_stores_nothing(window, event):
    press(window, "1", "2", DELETE)

    assert not pad_of(window).draft.is_begun
    assert forms_typed(event, "equality") == 0


def test_half_a_form_stays_while_somebody_looks_elsewhere(window, event):
    press(window, "1", "2", ESCAPE)
    window.desk.go_to(Place("two", "s2"))
    settle()
    press(window, "f")

    assert pad_of(window).draft.ticks == {"age": ("young",), "kinds": ("hearing",)}
    press(window, RIGHT, "4", LEFT)
    assert pad_of(window).draft.ticked == ("hearing",)


def test_the_window_asks_before_half_a_form_is_lost(window, event):
    press(window, "1")
    window.close()
    assert window.isVisible()
    assert "half typed" in window.now.banner.sentence

    window.close()
    assert not window.isVisible()


def test_forms_are_typed_after_the_count_is_closed_too(window, event):
    close_the_count(event)
    window.desk.refresh()

    press(window, "1", ENTER, SPACE)

    assert forms_typed(event, "equality") == 1


def test_typing_a_form_starts_no_step(make_default_event, operate):
    event = make_default_event()
    window = operate(event)
    press(window, SPACE)
    running = window.desk.times.running

    press(window, "f", "1", "1", "1", "1", "1", ENTER)

    assert forms_typed(event, "equality") == 1
    assert window.desk.times.running == running
    assert window.desk.place == Place("forms")


def test_the_pad_comes_from_the_people_card_too(event, operate):
    window = operate(event)
    window.tabs.setCurrentWidget(window.people)
    settle()

    window.people.forms_button.click()
    settle()
    press(window, "1", ENTER, SPACE)

    assert forms_typed(event, "equality") == 1


def test_an_event_without_forms_offers_no_pad(make_event, operate):
    window = operate(make_event(a_question("s1")))
    window.tabs.setCurrentWidget(window.people)
    settle()
    before = window.now.panel

    press(window, "f")

    assert window.now.panel is before
    assert not window.people.forms_button.isVisible()


def test_the_window_never_says_what_the_forms_add_up_to(make_default_event, operate):
    """Of two files with other answers, everything in the window is the same."""
    said = []
    for answers in ("1111", "9232"):
        window = operate(make_default_event())
        press(window, "f")
        for _ in range(7):
            press(window, *answers, "1", ENTER)
        window.desk.refresh()
        settle()
        said.append(all_words(window))

    assert "7 forms typed" in said[0]
    assert said[0] == said[1]


def test_a_click_on_an_answer_is_as_good_as_its_key(window, event):
    pad = pad_of(window)
    pad.sheet.answers.chosen.emit("young")
    settle()
    press(window, ENTER, SPACE)

    assert counts(event, "age")["young"] == 1


def test_twenty_answers_under_headings_are_read_out_with_their_keys(make_default_event, operate):
    window = operate(make_default_event())
    press(window, "f", "1", "1", "1")

    told = pad_of(window).accessibleDescription()
    assert "1: Indian" in told
    assert "h: Any other White background" in told
    assert "0: Prefer not to say" in told


def test_a_form_is_no_head_count(window, event):
    press(window, "1", ENTER, SPACE)

    assert attendance(event).attended is None


def test_t01_a_form_whose_answer_did_not_come_through_is_counted_once(window, event, monkeypatch):
    tally = forms_pad.tally_form

    def counts_and_breaks_off(*arguments, **more):
        tally(*arguments, **more)
        monkeypatch.setattr(forms_pad, "tally_form", tally)
        raise Refused(say("The file did not answer."), say("Try again."))

    monkeypatch.setattr(forms_pad, "tally_form", counts_and_breaks_off)
    press(window, "1", ENTER, SPACE)
    assert "The file did not answer." in window.now.banner.sentence
    press(window, SPACE)

    assert forms_typed(event, "equality") == 1
    assert counts(event, "age")["young"] == 1


def test_words_in_a_comment_that_may_tell_who_somebody_is_are_pointed_at_and_masked(window, event):
    press(window, RIGHT, "1", "Ring 07700 900123")
    writing = pad_of(window).sheet.writing
    writing.warning.check_now()
    assert writing.warning.sentence

    QTest.keyClick(window.focusWidget(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    press(window, ENTER)

    assert "900123" not in window.desk.snapshot.record.notes[0].text


def test_the_window_asks_again_before_another_half_form_is_lost(window, event):
    press(window, "1")
    window.close()
    pad_of(window).setFocus()
    press(window, ENTER, SPACE, "2")
    assert forms_typed(event, "equality") == 1

    window.close()
    assert window.isVisible()
    assert "half typed" in window.now.banner.sentence
    window.close()
    assert not window.isVisible()


def test_a_form_taken_back_is_cleared_by_delete_also_where_it_ends_with_a_comment(window, event):
    press(window, RIGHT, "1", "Warm soup", ENTER)
    undo(window)
    assert pad_of(window).sheet.told.endswith("clear it with Delete.")

    press(window, DELETE)

    assert not pad_of(window).draft.is_begun


def test_no_key_is_told_that_takes_letters_away_while_a_comment_is_typed(window):
    press(window, RIGHT, "1")
    sheet = pad_of(window).sheet
    assert (sheet.back.text(), sheet.clear.text()) == ("Back  (Backspace)", "Clear the form  (Delete)")

    press(window, "So")
    assert (sheet.back.text(), sheet.clear.text()) == ("Back", "Clear the form")
    press(window, BACK, BACK)
    assert sheet.back.text() == "Back  (Backspace)"


def test_what_was_told_of_one_kind_of_form_is_gone_at_the_other(window):
    press(window, "1", ENTER, SPACE)
    assert pad_of(window).sheet.told
    press(window, RIGHT)

    assert pad_of(window).sheet.told == ""


def test_the_big_button_names_space_only_while_space_presses_it(window, event):
    assert not window.now.next_button.text().endswith("(Space)")
    place = window.desk.place
    press(window, SPACE)
    assert pad_of(window).draft.at == 1
    assert window.desk.place == place

    press(window, ESCAPE)
    assert window.now.next_button.text().endswith("(Space)")


def test_a_comment_says_in_the_list_which_question_it_answers(window):
    press(window, RIGHT, "1", "The soup", ENTER)

    assert "on What was best?" in window.notes.finder.model.origin(0)
