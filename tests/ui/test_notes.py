"""Notes, typed as they are said."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.conduct.noting import NoteKind
from facilitator.conduct.record import event_record

ENTER, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier


def test_enter_saves_a_note_and_shift_enter_breaks_the_line(make_event, operate):
    event = make_event()
    window = operate(event)
    window.notes.kind.choose(NoteKind.BARRIER)
    window.notes.table.set_figure(7)

    QTest.keyClicks(window.notes.text, "No bus after six.")
    QTest.keyClick(window.notes.text, ENTER, SHIFT)
    QTest.keyClicks(window.notes.text, "A taxi is dear.")
    QTest.keyClick(window.notes.text, ENTER)

    (note,) = event_record(event).notes
    assert (note.text, note.kind, note.place, note.activity) == (
        "No bus after six.\nA taxi is dear.", NoteKind.BARRIER, "Table 7", "one",
    )  # fmt: skip
    assert window.notes.text.toPlainText() == ""


def test_an_empty_note_is_refused_in_a_sentence(make_event, operate):
    event = make_event()
    window = operate(event)

    QTest.keyClick(window.notes.text, ENTER)

    assert "The note is empty." in window.now.banner.sentence
    assert event_record(event).notes == ()


def test_a_note_too_long_is_refused_and_not_lost(make_event, operate):
    window = operate(make_event())
    window.notes.text.setPlainText("x" * 20_001)

    QTest.keyClick(window.notes.text, ENTER)

    assert "19000 is the most" in window.now.banner.sentence
    assert len(window.notes.text.toPlainText()) == 20_001
