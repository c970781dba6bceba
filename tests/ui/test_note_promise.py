"""Who sees to a commitment, an offer or a question, and by when: asked for these alone, and never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from builders import a_question
from facilitator.conduct.noting import Note, NoteKind, add_note
from tests.ui.pressing import press, settle

ENTER, TAB, ESCAPE, F2, F8, F9, F10 = (
    Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_F10,
)  # fmt: skip


@pytest.fixture
def event(make_event):
    return make_event(a_question("s1"))


@pytest.fixture
def window(event, operate):
    made = operate(event)
    press(made, "n")
    return made


def stored(window) -> list[tuple[str, NoteKind, str, str]]:
    window.desk.refresh()
    return [(note.text, note.kind, note.owner, note.by_when) for note in window.desk.snapshot.record.notes]


def promise(window):
    return window.notes.form.promise


def change_first(window) -> None:
    finder = window.notes.finder
    finder.list.setCurrentIndex(finder.model.index(0))
    finder.change_asked.emit()
    settle()


@pytest.mark.parametrize("key", [F8, F9, F10])
def test_a_question_an_offer_and_a_commitment_ask_who_and_by_when(window, key):
    press(window, key)

    assert promise(window).isVisible()
    assert promise(window).who.accessibleName() == "Who sees to it; Enter saves the note"


def test_no_other_kind_asks(window):
    for kind, chip in window.notes.form.kinds.items():
        chip.click()
        settle()
        asked = kind in (NoteKind.QUESTION, NoteKind.OFFER, NoteKind.COMMITMENT)
        assert promise(window).isVisible() is asked, kind


def test_who_and_by_when_are_typed_and_enter_in_the_last_field_saves(window):
    press(window, F10, "We open the hall on Sundays.")
    promise(window).who.setFocus()
    press(window, "The council", TAB, "the end of March", ENTER)

    assert stored(window) == [("We open the hall on Sundays.", NoteKind.COMMITMENT, "The council", "the end of March")]
    assert (promise(window).owner, promise(window).until) == ("", "")


def test_what_was_typed_for_a_kind_that_asks_is_not_stored_with_one_that_does_not(window):
    press(window, F10, "No bus after six")
    promise(window).who.setFocus()
    press(window, "The council", F2)
    window.notes.form.text.setFocus()
    press(window, ENTER)

    assert stored(window) == [("No bus after six", NoteKind.POINT, "", "")]


def test_a_note_that_is_changed_keeps_who_and_by_when(window, event):
    add_note(event, Note("We open the hall.", "one", kind=NoteKind.COMMITMENT, owner="The council", by_when="March"))
    window.desk.refresh()
    change_first(window)
    assert (promise(window).owner, promise(window).until) == ("The council", "March")

    press(window, "We open the hall on Sundays.", ENTER)

    assert stored(window) == [("We open the hall on Sundays.", NoteKind.COMMITMENT, "The council", "March")]


def test_the_change_of_who_is_taken_back_with_the_change_of_the_note(window, event):
    add_note(event, Note("We open the hall.", "one", kind=NoteKind.OFFER, owner="The council", by_when="March"))
    window.desk.refresh()
    change_first(window)
    promise(window).who.setFocus()
    promise(window).who.selectAll()
    press(window, "The library", ENTER)
    assert stored(window)[0][2:] == ("The library", "March")

    window.desk.undo_last()
    assert stored(window)[0][2:] == ("The council", "March")


def test_a_note_of_another_kind_keeps_an_owner_it_came_with(window, event):
    add_note(event, Note("No bus after six", "one", owner="The bus company"))
    window.desk.refresh()
    change_first(window)
    press(window, "No bus after seven", ENTER)

    assert stored(window) == [("No bus after seven", NoteKind.POINT, "The bus company", "")]


def test_a_half_written_commitment_comes_back_after_another_note_was_changed(window, event):
    add_note(event, Note("No bus after six", "one"))
    window.desk.refresh()
    press(window, F10, "We open the hall.")
    promise(window).who.setFocus()
    press(window, "The council")
    change_first(window)
    assert not promise(window).isVisible()
    press(window, ESCAPE)

    assert (window.notes.form.text.toPlainText(), promise(window).owner) == ("We open the hall.", "The council")


def test_a_new_owner_alone_counts_as_unsaved(window, event):
    add_note(event, Note("We open the hall.", "one", kind=NoteKind.COMMITMENT))
    window.desk.refresh()
    change_first(window)
    assert not window.notes.has_unsaved_words
    promise(window).who.setFocus()
    press(window, "The council")

    assert window.notes.has_unsaved_words


def test_the_list_says_who_and_by_when(window, event):
    add_note(event, Note("We open the hall.", "one", kind=NoteKind.COMMITMENT, owner="The council", by_when="March"))
    window.desk.refresh()

    assert "The council · March" in window.notes.finder.model.origin(0)


def test_tab_goes_from_the_words_to_who_and_by_when_and_then_to_save(window):
    press(window, F10, "We open the hall.", TAB, "Jane Smith", TAB, "March", TAB)
    assert window.focusWidget() is window.notes.form.save
    assert stored(window) == []
    press(window, "Jo")
    assert stored(window) == []
    press(window, Qt.Key.Key_Space)

    assert stored(window) == [("We open the hall.", NoteKind.COMMITMENT, "Jane Smith", "March")]
