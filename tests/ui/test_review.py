"""Reading before publishing: by keys alone, one note at a time or a page of them, and the last decision back."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from facilitator.conduct.event import open_event
from facilitator.conduct.noting import Note, NoteId, NoteKind, add_note
from facilitator.conduct.playing_back import add_main_point, main_points
from facilitator.conduct.record import event_record
from facilitator.conduct.reviewing import change, to_read
from facilitator.core.sensitive import findings
from facilitator.look import DAY
from tests.ui.pressing import press, settle
from tests.ui.test_accessible import cut_off, nameless, overlapping
from ui.run.review_screens import MOST_TOGETHER, Scope, first_screen
from ui.run.review_window import ReviewWindow
from ui.run.review_words import marked

ENTER, ESCAPE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down
RISKY = "Ring Mrs Jones on 07700 900123"


@pytest.fixture
def event(make_default_event):
    return make_default_event()


def note(event, text: str, kind: NoteKind = NoteKind.POINT, *, place: str = "Table 3") -> NoteId:
    return add_note(event, Note(text, "talk-goals", place, kind))


def plain(event, count: int) -> None:
    for number in range(count):
        note(event, f"The bus does not run after six, said {number} of us")


@pytest.fixture
def read(qapp, words, event):
    """Return a maker of the window on the event."""

    def make(scope: Scope = Scope.ALL) -> ReviewWindow:
        window = ReviewWindow(words, event)
        window.resize(1366, 720)
        window.begin(scope)
        settle()
        return window

    return make


def shown(window: ReviewWindow) -> list[str]:
    return [one.text for one in window.screen_shown.items]


def texts(window: ReviewWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def waiting(event) -> list[str]:
    return [one.text for one in to_read(event)]


def undo(window: ReviewWindow) -> None:
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()


def marks(window: ReviewWindow) -> None:
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    settle()


def test_a_note_in_which_something_was_found_is_read_alone_and_what_was_found_is_named(event, read):
    plain(event, 2)
    note(event, RISKY)

    window = read()

    assert shown(window) == [RISKY]
    assert "This looks like a phone number: 07700 900123." in texts(window)
    assert "This looks like somebody's name: Mrs Jones." in texts(window)
    assert "0 of 3 notes read" in texts(window)


def test_what_was_found_has_a_ground_and_a_line_and_the_rest_is_left_as_it_was():
    text = "Ring <b>Mrs Jones</b> & co\non 07700 900123"

    html = marked(text, findings(text))

    assert html.count("text-decoration: underline") == len(findings(text)) == 2
    assert html.count(f"background-color: {DAY.found}") == 2
    assert "&lt;b&gt;" in html
    assert "&amp; co<br>on" in html


def test_notes_without_a_finding_come_eight_on_a_page_and_one_key_keeps_them_all(event, read):
    plain(event, 10)
    window = read()

    assert len(shown(window)) == MOST_TOGETHER
    assert "The check found nothing. It cannot know; read it." in texts(window)
    assert window.keep.text() == "I have read these 8: keep all  (K)"
    press(window, "k")

    assert len(shown(window)) == 2
    assert "8 of 10 notes read" in texts(window)


def test_what_the_same_day_sheet_waits_for_comes_first_and_by_itself(event, read):
    plain(event, 3)
    note(event, "Who prints the map?", NoteKind.QUESTION)
    note(event, "The council prints the map", NoteKind.COMMITMENT)

    window = read(Scope.SHEET)
    assert sorted(shown(window)) == ["The council prints the map", "Who prints the map?"]
    press(window, "k")

    assert window.is_done
    assert "All that the same-day sheet waits for is read." in texts(window)
    assert window.others.text() == "Read the other 3 texts too"
    window.others.click()
    assert len(shown(window)) == 3


def test_kept_words_are_let_through_when_the_reader_goes_back_to_the_event(event, read):
    plain(event, 2)
    window = read()

    press(window, "k")
    assert len(waiting(event)) == 2
    press(window, ESCAPE)

    assert waiting(event) == []
    assert not window.isVisible()


def test_kept_words_are_let_through_with_the_next_decision(event, read):
    plain(event, 2)
    note(event, RISKY)
    window = read()

    press(window, "k", "k")

    assert waiting(event) != []
    assert RISKY not in waiting(event)


def test_keeping_is_taken_back_and_nothing_was_let_through(event, read):
    note(event, RISKY)
    window = read()

    press(window, "k")
    assert window.is_done
    undo(window)

    assert shown(window) == [RISKY]
    press(window, ESCAPE)
    assert waiting(event) == [RISKY]


def test_marks_go_into_the_words_by_one_key_and_the_words_are_let_through(event, read):
    note(event, RISKY)
    window = read()

    press(window, "c")
    assert window.alone.field.toPlainText() == RISKY
    marks(window)
    press(window, ENTER)

    (changed,) = event_record(event).notes
    assert changed.text == "Ring [removed: name] on [removed: phone]"
    assert waiting(event) == []


def test_what_is_typed_while_changing_decides_nothing(event, read):
    note(event, RISKY)
    window = read()

    press(window, "c", Qt.Key.Key_End, " krn")
    assert window.alone.field.toPlainText() == RISKY + " krn"
    press(window, ESCAPE)

    assert window.isVisible()
    assert waiting(event) == [RISKY]
    assert shown(window) == [RISKY]


def test_a_change_is_taken_back_with_the_main_point_that_repeats_it(event, read):
    made = note(event, RISKY)
    add_main_point(event, RISKY, note=made)
    window = read(Scope.ALL)
    assert window.screen_shown.alone.note is not None
    press(window, "c")
    marks(window)
    press(window, ENTER)
    assert [point.text for point in main_points(event)] == ["Ring [removed: name] on [removed: phone]"]

    undo(window)

    assert [one.text for one in event_record(event).notes] == [RISKY]
    assert [point.text for point in main_points(event)] == [RISKY]
    assert RISKY in waiting(event)


def test_a_note_is_removed_and_brought_back(event, read):
    note(event, RISKY)
    window = read()

    press(window, "r")
    assert event_record(event).notes == ()
    undo(window)

    assert [one.text for one in event_record(event).notes] == [RISKY]
    assert shown(window) == [RISKY]


def test_one_note_of_a_page_is_chosen_by_its_number_and_changed(event, read):
    plain(event, 3)
    window = read()
    second = shown(window)[1]

    press(window, "2", "c")
    press(window, "Something else", ENTER)

    assert "Something else" in [one.text for one in event_record(event).notes]
    assert second not in [one.text for one in event_record(event).notes]
    assert len(shown(window)) == 2


def test_one_note_of_a_page_is_chosen_by_the_arrows_and_removed(event, read):
    plain(event, 3)
    window = read()
    second = shown(window)[1]

    press(window, DOWN, DOWN, "r")

    assert second not in [one.text for one in event_record(event).notes]
    assert len(shown(window)) == 2


def test_nothing_of_a_page_is_changed_or_removed_before_it_is_chosen(event, read):
    plain(event, 3)
    window = read()

    press(window, "r", "c")

    assert len(event_record(event).notes) == 3
    assert not window.alone.is_changing


def test_what_is_put_off_comes_last_and_still_waits(event, read):
    plain(event, 2)
    note(event, RISKY)
    window = read()

    press(window, "n")
    assert len(shown(window)) == 2
    press(window, "k")

    assert shown(window) == [RISKY]


def test_words_that_are_no_note_are_kept_or_left_but_not_changed_here(event, read):
    add_main_point(event, RISKY)
    window = read()

    assert "Main point" in texts(window)
    assert not window.change.isEnabled()
    press(window, "c", "r")
    assert not window.alone.is_changing
    press(window, "k", ESCAPE)

    assert waiting(event) == []


def test_a_held_key_keeps_one_page_only(event, read):
    plain(event, 20)
    window = read()

    for _ in range(3):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier, "k", True)
        QApplication.sendEvent(window, held)

    assert "0 of 20 notes read" in texts(window)


def test_a_page_that_is_longer_than_the_window_is_read_to_its_end_before_it_is_kept(event, read, twice_the_text):
    for number in range(8):
        note(event, f"{number} " + "The bus to the hospital does not run after six. " * 3)
    window = read()
    assert window.keep.text() == "Read on below  (K)"

    press(window, "k")
    assert len(window.review.waiting) == 8
    while window.keep.text() == "Read on below  (K)":
        press(window, "k")
    press(window, "k")

    assert window.is_done


def test_words_changed_by_another_meanwhile_are_not_let_through_unread(event, read):
    made = note(event, "More buses")
    window = read()
    press(window, "k")
    change(event, made, "More benches")

    window.close()

    assert window.isVisible()
    assert "Read them again as they are now" in window.banner.sentence


def test_two_hundred_and_forty_notes_are_read_by_keys_alone(event, read):
    for number in range(240):
        risky = f"Ring Mrs Jones on 07700 900{number:03}" if number % 10 == 0 else f"More buses, said {number} of us"
        note(
            event, risky, [NoteKind.POINT, NoteKind.QUESTION, NoteKind.STORY][number % 3], place=f"Table {number % 12}"
        )
    window = read()

    presses = 0
    while not window.is_done:
        if window.screen_shown.alone is not None:
            presses += press(window, "c")
            marks(window)
            presses += 1 + press(window, ENTER)
        else:
            presses += press(window, "k")
    press(window, ESCAPE)

    record = event_record(event)
    assert waiting(event) == []
    assert len(record.notes) == 240
    assert not any(findings(one.text) for one in record.notes)
    assert presses < 110


def test_a_program_that_ends_in_the_middle_loses_no_more_than_the_last_page(event, read, tmp_path):
    plain(event, 20)
    window = read()
    press(window, "k", "k")
    path = event.path
    event.save_a_copy(tmp_path / "as it was.event")

    again = open_event(tmp_path / "as it was.event")

    assert path.exists()
    assert len(to_read(again)) == 12
    again.close()


def test_the_window_never_says_that_anything_is_clean(event, read):
    plain(event, 3)
    note(event, RISKY)
    window = read()

    seen = texts(window)
    while not window.is_done:
        press(window, "k")
        seen += texts(window)

    assert not re.search("clean|safe", seen, re.IGNORECASE)


def states(window: ReviewWindow):
    """Yield after each state of the window that a reader comes through."""
    yield
    press(window, "c")
    yield
    press(window, ESCAPE, "k", "2")
    yield
    press(window, "k")
    yield


def test_every_state_has_names_and_cuts_nothing_off(event, read):
    plain(event, 8)
    note(event, f"{RISKY}, 14 Church Lane, EH6 7QT. Her husband has a dog.", NoteKind.QUESTION)
    window = read()

    for _ in states(window):
        assert nameless(window) == []
        assert cut_off(window) == []
        assert overlapping(window) == []


def test_twice_the_text_cuts_nothing_off(event, read, twice_the_text):
    plain(event, 8)
    note(event, f"{RISKY}, 14 Church Lane, EH6 7QT. Her husband has a dog.", NoteKind.QUESTION)
    window = read()

    for _ in states(window):
        assert cut_off(window) == []
        assert overlapping(window) == []
        assert window.width() <= 1366


def test_who_hears_the_window_hears_the_words_and_what_was_found(event, read):
    note(event, RISKY)
    window = read()

    assert RISKY in window.alone.accessibleName()
    assert "This looks like a phone number" in window.alone.accessibleName()
    assert window.alone.hasFocus()


def test_a_long_text_is_read_alone(event):
    note(event, "A long story. " * 130)
    plain(event, 1)

    alone = first_screen(to_read(event)).alone

    assert alone is None or alone.text.startswith("A long story.")


def test_notes_are_read_as_they_come_while_the_event_runs(event, operate):
    window = operate(event)
    assert not window.reading.button.isVisible()
    plain(event, 2)
    window.desk.refresh()
    settle()
    assert window.reading.button.text() == "Read notes (2)"

    window.reading.button.setFocus()
    press(window, Qt.Key.Key_Space)
    press(window.reading.window, "k", ESCAPE)

    assert waiting(event) == []
    assert not window.reading.button.isVisible()
    assert window.focusWidget() is window.now.next_button


def test_closing_the_event_lets_through_what_was_kept_last(event, operate, tmp_path):
    plain(event, 2)
    window = operate(event)
    window.reading.begin(Scope.ALL)
    settle()
    press(window.reading.window, "k")

    window.close()

    assert waiting(event) == []


def typed_ahead(window: ReviewWindow, key: Qt.Key, letter: str) -> None:
    """Send a key before the window had any time to lay out or paint what it shows."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        sent = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(window.focusWidget() or window, sent)


def test_keys_typed_ahead_keep_nothing_that_was_never_on_the_screen(event, read):
    plain(event, 20)
    note(event, "My daughter waited a long time for an answer. " * 60 + "Auntie Bet drinks.")
    note(event, RISKY)
    window = read()
    first = shown(window)

    for _ in range(6):
        typed_ahead(window, Qt.Key.Key_K, "k")
    window.close()

    assert sorted(waiting(event)) == sorted([one.text for one in event_record(event).notes if one.text not in first])


def test_a_long_note_that_was_painted_at_its_top_only_is_read_on_before_it_is_kept(event, read):
    note(event, "My daughter waited a long time for an answer. " * 160 + "Auntie Bet drinks.")
    window = read()

    for _ in range(12):
        typed_ahead(window, Qt.Key.Key_K, "k")
    assert not window.is_done
    settle()
    assert window.keep.text() == "Read on below  (K)"
    while window.keep.text() == "Read on below  (K)":
        press(window, "k")
    press(window, "k")

    assert window.is_done


def test_keys_typed_ahead_remove_nothing_that_was_never_on_the_screen(event, read):
    for number in range(3):
        note(event, f"Ring Mrs Jones on 07700 90012{number}")
    window = read()

    for _ in range(3):
        typed_ahead(window, Qt.Key.Key_R, "r")

    assert len(event_record(event).notes) == 2


def test_saving_the_same_words_of_a_note_that_was_not_read_to_its_end_keeps_it_waiting(event, read):
    note(event, "My daughter waited a long time for an answer. " * 160 + "Auntie Bet drinks.")
    window = read()

    press(window, "c", ENTER, ESCAPE)

    assert len(waiting(event)) == 1


def test_the_last_decision_is_not_taken_back_while_other_words_are_typed(event, read):
    note(event, RISKY)
    note(event, "Ring Mrs Smith on 07700 900456")
    window = read()
    press(window, "r")
    (left,) = shown(window)

    press(window, "c", "Other words", Qt.Key.Key_Tab)
    undo(window)

    assert window.alone.is_changing
    assert window.alone.field.toPlainText() == "Other words"
    assert shown(window) == [left]
    assert len(event_record(event).notes) == 1


def test_what_was_typed_for_a_note_is_there_again_after_escape(event, read):
    note(event, RISKY)
    window = read()

    press(window, "c", "Other words", ESCAPE)
    assert RISKY in window.alone.accessibleName()
    press(window, "c")

    assert window.alone.field.toPlainText() == "Other words"
    undo(window)
    assert window.alone.field.toPlainText() == RISKY
    press(window, ESCAPE, "c")
    assert window.alone.field.toPlainText() == RISKY


def test_words_half_typed_are_asked_about_before_the_event_is_closed(event, operate):
    note(event, RISKY)
    window = operate(event)
    window.reading.begin(Scope.ALL)
    settle()
    press(window.reading.window, "c", "Other words", ESCAPE, ESCAPE)

    window.close()

    assert window.isVisible()
    assert "typed in other words and not saved" in window.now.banner.sentence
    window.close()
    assert not window.isVisible()


def test_words_that_were_saved_are_not_asked_about(event, operate):
    note(event, RISKY)
    window = operate(event)
    window.reading.begin(Scope.ALL)
    settle()
    press(window.reading.window, "c", "Other words", ESCAPE, "c", ENTER)

    window.close()

    assert not window.isVisible()
    assert [one.text for one in event_record(event).notes] == ["Other words"]


def test_removing_or_changing_without_a_number_says_what_to_type(event, read):
    plain(event, 3)
    window = read()

    for key in ("r", "c"):
        press(window, key)
        assert window.banner.sentence.startswith("⚠  Type its number first.")
        window.banner.hide()
    press(window, "c", "2", "r")

    assert len(event_record(event).notes) == 2
    assert window.banner.sentence == ""


def test_one_note_by_itself_is_chosen_without_its_number(event, read):
    plain(event, 1)
    window = read()
    assert window.remove.isEnabled()
    assert "type its number first" not in texts(window)

    press(window, "r")

    assert event_record(event).notes == ()


def test_the_numbers_of_a_page_are_one_column_at_any_text_size(event, read, twice_the_text):
    plain(event, 8)
    window = read()

    assert len({row.text.x() for row in window.page.rows}) == 1
