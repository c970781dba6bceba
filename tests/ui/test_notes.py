"""Notes, typed as they are said, found again, changed and withdrawn; and the tables they come from."""

from __future__ import annotations

import string
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from builders import the_default_event
from facilitator.conduct.noting import (
    Note,
    NoteKind,
    Strength,
    add_note,
    tick_table,
)
from facilitator.conduct.playing_back import main_points
from facilitator.conduct.record import event_record
from facilitator.conduct.seating import record_headcount
from facilitator.core.tables import table_place
from ui.models.run_sheet import Place
from ui.run.note_keys import KIND_KEYS, STRENGTH_KEYS
from ui.run.notes_card import NotesCard
from ui.run.tables_card import TablesCard

ENTER, ESCAPE, DELETE, UP = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Up
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
KINDS = list(NoteKind)


@dataclass
class Desk:
    """A card in a window of its own that is refreshed as the operator's window does it."""

    card: NotesCard
    event: object
    undos: list = field(default_factory=list)
    failures: list = field(default_factory=list)

    def refresh(self) -> None:
        self.card.show_event(event_record(self.event), Place("talk-areas"))

    def on_acted(self, undo) -> None:
        self.undos.append(undo)
        self.refresh()

    @property
    def form(self):
        return self.card.form

    @property
    def finder(self):
        return self.card.finder

    @property
    def stored(self):
        return event_record(self.event).notes

    def press(self, *keys) -> None:
        for key in keys:
            target = self.card.window().focusWidget()
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            elif isinstance(key, tuple):
                QTest.keyClick(target, *key)
            else:
                QTest.keyClick(target, key)

    @property
    def shown(self):
        return [note.text for note in self.finder.model.notes]


@pytest.fixture
def event(tmp_path):
    event = the_default_event(tmp_path)
    yield event
    event.close()


@pytest.fixture
def desk(qapp, words, event):
    card = NotesCard(words, event)
    desk = Desk(card, event)
    card.acted.connect(desk.on_acted)
    card.failed.connect(desk.failures.append)
    desk.refresh()
    card.resize(420, 340)
    card.show()
    qapp.processEvents()
    card.focus_text()
    yield desk
    card.close()
    card.deleteLater()
    qapp.processEvents()


def kind_key(kind):
    press, _ = KIND_KEYS[kind]
    return press.key, press.held


def test_enter_saves_a_note_and_shift_enter_breaks_the_line(desk):
    desk.form.choose_kind(NoteKind.BARRIER)
    desk.form.table.set_figure(7)

    desk.press("No bus after six.", (ENTER, SHIFT), "A taxi is dear.", ENTER)

    (note,) = desk.stored
    assert (note.text, note.kind, note.place, note.activity) == (
        "No bus after six.\nA taxi is dear.", NoteKind.BARRIER, "Table 7", "talk-areas",
    )  # fmt: skip
    assert desk.form.text.toPlainText() == ""
    assert desk.form.text.hasFocus()


def test_240_notes_typed_at_speed_are_all_stored_as_typed_and_in_order(desk):
    expected = []
    for number in range(240):
        kind, table = KINDS[number % 12], 1 + number // 24
        if number % 24 == 0:
            desk.press((Qt.Key.Key_T, CONTROL), str(table), ENTER)
        desk.press(kind_key(kind), f"Point {number} of table {table}")
        if number % 5 == 0:
            desk.press((Qt.Key.Key_3, CONTROL), (Qt.Key.Key_5, CONTROL))
        desk.press(ENTER)
        assert desk.form.text.hasFocus()
        assert desk.form.text.toPlainText() == ""
        expected.append(
            (
                f"Point {number} of table {table}", table_place(table), kind,
                Strength.MOST if number % 5 == 0 else Strength.UNKNOWN, number % 5 == 0,
                kind is NoteKind.MINORITY_VIEW,
            )
        )  # fmt: skip

    stored = [(n.text, n.place, n.kind, n.strength, n.verbatim, n.minority) for n in desk.stored]
    assert stored == expected
    assert desk.failures == []
    assert desk.shown[0] == "Point 239 of table 10"
    assert len(desk.shown) == 240


def test_the_keys_of_the_card_are_no_letters_so_that_anything_can_be_typed(desk):
    typed = string.ascii_letters + string.digits + string.punctuation + " "

    desk.press(typed)
    for letter, held in (("é", NONE), ("ŵ", CONTROL | ALT), ("€", CONTROL | ALT), ("£", SHIFT)):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_4, held, letter)
        QApplication.sendEvent(desk.form.text, key)

    assert desk.form.text.toPlainText() == typed + "éŵ€£"
    assert desk.form.strength is Strength.UNKNOWN
    assert desk.form.kind is NoteKind.POINT
    assert not desk.form.verbatim.isChecked()


@pytest.mark.parametrize("kind", NoteKind)
def test_one_key_chooses_a_kind_also_in_the_middle_of_a_sentence(desk, kind):
    desk.press("No bus ", kind_key(kind), "after six", ENTER)

    assert [(note.text, note.kind) for note in desk.stored] == [("No bus after six", kind)]


@pytest.mark.parametrize("strength", [*STRENGTH_KEYS])
def test_one_key_tells_how_much_of_the_table_and_again_that_it_is_not_known(desk, strength):
    press, _ = STRENGTH_KEYS[strength]
    desk.press("One", (press.key, press.held), ENTER)
    desk.press("Two", (press.key, press.held), (press.key, press.held), ENTER)

    assert [note.strength for note in desk.stored] == [strength, Strength.UNKNOWN]


def test_only_one_strength_is_ticked_at_a_time(desk):
    desk.press("One", (Qt.Key.Key_1, CONTROL), (Qt.Key.Key_4, CONTROL), ENTER)

    assert desk.stored[0].strength is Strength.ALL


def test_where_a_note_comes_from_stays_and_its_ticks_go(desk):
    desk.form.about.choose("a2")
    desk.form.table.set_figure(3)
    desk.press(
        kind_key(NoteKind.OFFER), "One", (Qt.Key.Key_2, CONTROL), (Qt.Key.Key_5, CONTROL), (Qt.Key.Key_6, CONTROL)
    )
    desk.press(ENTER, "Two", ENTER)

    first, second = desk.stored
    assert (first.strength, first.verbatim, first.minority) == (Strength.SOME, True, True)
    assert (second.strength, second.verbatim, second.minority) == (Strength.UNKNOWN, False, False)
    assert (second.about, second.place, second.kind) == ("a2", "Table 3", NoteKind.OFFER)


def test_control_and_the_arrows_change_the_table_while_typing(desk):
    desk.press("Half a", (UP, CONTROL), (UP, CONTROL), (Qt.Key.Key_Down, CONTROL), " note", ENTER)

    assert [(note.text, note.place) for note in desk.stored] == [("Half a note", "Table 1")]


def test_a_note_of_no_table_has_none(desk):
    desk.press("Said at the door", ENTER)

    assert desk.stored[0].place == ""


def test_an_empty_note_is_refused_in_a_sentence(desk):
    desk.press(ENTER)

    assert [str(error.message) for error in desk.failures] == ["The note is empty."]
    assert desk.stored == ()


def test_a_refused_note_is_not_lost_and_neither_are_its_ticks(desk):
    desk.form.text.setPlainText("x" * 20_001)
    desk.press((Qt.Key.Key_3, CONTROL), ENTER)

    assert "19000 is the most" in str(desk.failures[0].message)
    assert len(desk.form.text.toPlainText()) == 20_001
    assert desk.form.strength is Strength.MOST
    assert desk.form.text.hasFocus()


def test_a_table_that_is_no_number_is_refused_rather_than_left_out(desk):
    desk.form.table.setText("seven")
    desk.press("No bus", ENTER)

    assert "not a whole number" in str(desk.failures[0].message)
    assert (desk.stored, desk.form.text.toPlainText()) == ((), "No bus")


AWKWARD = (
    "She said: \"it's 'fine'\" — {name} %s \\n <b>&amp;</b>",
    "👩🏽‍🦽 and 👨‍👩‍👧 at the 🚌",
    "Cafe\u0301, a\u0308ber, ẅ",
    "مواعيد المساء ليست متاحة",
    "  two spaces in front",
    "=1+1",
    "z" * 19_000,
)


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_words_are_stored_shown_and_changed_to_the_letter(desk, text):
    desk.form.text.setPlainText(text)
    desk.press(ENTER)
    desk.card.grab()

    assert desk.stored[0].text == text

    desk.finder.list.setCurrentIndex(desk.finder.model.index(0))
    desk.finder.list.setFocus()
    desk.press(ENTER)
    assert desk.form.text.toPlainText() == text

    desk.press(ENTER)
    assert desk.stored[0].text == text
    assert desk.failures == []


@pytest.fixture
def filled(desk, event):
    """Return the desk with four notes, the newest one last."""
    add_note(event, Note("No bus in the evening", "talk-areas", "Table 1", NoteKind.BARRIER, about="a1"))
    add_note(event, Note("Who runs the lunch club?", "talk-areas", "Table 2", NoteKind.QUESTION))
    add_note(event, Note("I can drive on Fridays", "talk-areas", "Table 2", NoteKind.OFFER))
    add_note(event, Note("An evening bus, only on Fridays", "talk-areas", "", NoteKind.POINT, strength=Strength.ALL))
    desk.refresh()
    return desk


def test_the_newest_note_is_on_top_with_its_origin_in_words(filled):
    model = filled.finder.model

    assert filled.shown[0] == "An evening bus, only on Fridays"
    assert model.origin(0) == "Point · all of the table"
    assert model.origin(3) == "Table 1 · What gets in the way · on Staying well and connected"


def test_search_finds_as_it_is_typed(filled):
    filled.press((Qt.Key.Key_F, CONTROL))
    seen = []
    for letter in "bus eve":
        filled.press(letter)
        seen.append(len(filled.shown))

    assert seen == [2, 2, 2, 2, 2, 2, 2]
    assert filled.finder._count.text() == "2 of 4"

    filled.press("x")
    assert filled.shown == []

    filled.press(ESCAPE)
    assert len(filled.shown) == 4
    assert filled.form.text.hasFocus()


def test_a_note_saved_while_searching_is_shown_where_it_fits(filled):
    filled.finder.search_field.setText("fri")
    filled.press("Friday is market day", ENTER, "Nothing on Mondays", ENTER)

    assert filled.shown == ["Friday is market day", "An evening bus, only on Fridays", "I can drive on Fridays"]


def test_one_kind_is_shown_with_how_many_there_are(filled):
    kinds = filled.finder.kind
    offered = [kinds.itemText(place) for place in range(kinds.count())]

    kinds.choose(NoteKind.OFFER.value)

    assert offered == ["All kinds", "Point (1)", "What gets in the way (1)", "Offer (1)", "Question (1)"]
    assert filled.shown == ["I can drive on Fridays"]


def choose(desk, row):
    desk.finder.list.setCurrentIndex(desk.finder.model.index(row))
    desk.finder.list.setFocus()


def test_a_change_keeps_the_earlier_words_and_can_be_taken_back(filled, event):
    choose(filled, 1)
    filled.press(ENTER, "I can drive on Mondays", ENTER)

    note = next(note for note in filled.stored if note.text == "I can drive on Mondays")
    editions = event.store.reading.note_editions(bytes.fromhex(note.id))
    assert [edition.text for edition in editions] == ["I can drive on Fridays", "I can drive on Mondays"]
    assert (note.place, note.kind) == ("Table 2", NoteKind.OFFER)

    filled.undos[-1].do()
    assert "I can drive on Fridays" in [note.text for note in filled.stored]


def test_what_was_being_typed_comes_back_after_a_change(filled):
    filled.form.table.set_figure(9)
    filled.press(kind_key(NoteKind.STORY), "Half a story", (Qt.Key.Key_1, CONTROL))
    choose(filled, 0)
    filled.press(ENTER, "Changed", ENTER)

    form = filled.form
    assert (form.text.toPlainText(), form.kind, form.table.figure) == ("Half a story", NoteKind.STORY, 9)
    assert form.strength is Strength.ONE

    choose(filled, 0)
    filled.press(ENTER, "never saved", ESCAPE)
    assert form.text.toPlainText() == "Half a story"
    assert "never saved" not in [note.text for note in filled.stored]


def test_the_card_tells_whether_words_are_not_stored_yet(filled):
    assert not filled.card.has_unsaved_words

    filled.press("Half")
    assert filled.card.has_unsaved_words
    choose(filled, 0)
    filled.press(ENTER)
    assert filled.card.has_unsaved_words

    filled.press(ESCAPE, ENTER)
    assert not filled.card.has_unsaved_words


def test_a_refused_change_stays_to_be_mended(filled):
    choose(filled, 0)
    filled.press(ENTER, DELETE, ENTER)

    assert str(filled.failures[0].message) == "The note is empty."
    assert filled.form.changed_note is not None


def test_a_note_is_withdrawn_with_a_reason_and_brought_back(filled):
    choose(filled, 0)
    filled.press(DELETE, ENTER)
    assert "A reason is missing" in str(filled.failures[0].message)
    assert len(filled.stored) == 4

    filled.press("It names a neighbour", ENTER)
    assert "An evening bus, only on Fridays" not in filled.shown

    filled.undos[-1].do()
    filled.refresh()
    assert filled.shown[0] == "An evening bus, only on Fridays"


def test_escape_leaves_a_withdrawal(filled):
    choose(filled, 0)
    filled.press(DELETE, "It names", ESCAPE)

    assert filled.finder.why.isHidden()
    assert len(filled.stored) == 4


def test_a_note_becomes_a_main_point_once(filled, event):
    choose(filled, 0)
    filled.press(Qt.Key.Key_M)
    filled.press(Qt.Key.Key_M)

    assert [point.text for point in main_points(event)] == ["An evening bus, only on Fridays"]
    assert "main point" in filled.finder.model.origin(0)
    assert "among the main points already" in str(filled.failures[0].message)
    assert not filled.finder.main_point.isEnabled()


def test_the_list_leaves_the_keys_of_the_window_alone(filled):
    choose(filled, 0)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_B, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_P):
        filled.press(key)

    assert filled.finder.list.currentIndex().row() == 0
    assert len(filled.stored) == 4


def test_the_chosen_note_stays_chosen_when_others_come(filled, event):
    choose(filled, 1)
    add_note(event, Note("A new one", "talk-areas"))
    filled.refresh()

    assert filled.finder.current.text == "I can drive on Fridays"


def test_notes_are_not_read_again_while_nothing_but_votes_came(filled, monkeypatch):
    record = event_record(filled.event)
    filled.card.show_event(record, Place("talk-areas"))
    searches = []
    monkeypatch.setattr("ui.run.note_finder.find_notes", lambda *args, **more: searches.append(args))

    for _ in range(5):
        filled.card.show_event(record, Place("talk-areas"))

    assert searches == []


def test_what_is_typed_stays_when_the_event_is_read_again_and_the_place_changes(filled):
    filled.press("Half a note")
    filled.card.show_event(event_record(filled.event), Place("talk-goals"))

    assert filled.form.text.toPlainText() == "Half a note"
    assert filled.form.activity.currentData() == "talk-goals"


def test_every_widget_has_a_name_and_nothing_is_cut_off(filled, qapp):
    choose(filled, 0)
    for width, height in ((420, 340), (900, 500)):
        filled.card.resize(width, height)
        qapp.processEvents()

        widgets = [one for one in filled.card.findChildren(QWidget) if one.isVisible()]
        focusable = [one for one in widgets if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert [one for one in focusable if not (one.accessibleName() or getattr(one, "text", str)())] == []
        assert filled.card.width() == width
        assert all(filled.card.rect().contains(_box(one, filled.card)) for one in focusable)


def _box(widget, card):
    return widget.rect().translated(widget.mapTo(card, widget.rect().topLeft()))


def test_the_list_stands_beside_the_form_where_there_is_room(filled, qapp):
    filled.card.resize(420, 340)
    qapp.processEvents()
    assert filled.finder.y() > filled.form.y()

    filled.card.resize(1000, 600)
    qapp.processEvents()
    assert filled.finder.x() > filled.form.x() + filled.form.width() - 1


@pytest.fixture
def tight(filled, qapp):
    """Return the desk with a card as high as the smallest laptop leaves it."""
    filled.card.resize(377, 262)
    qapp.processEvents()
    return filled


def test_the_smallest_laptop_shows_the_form_and_the_list_in_turn(tight):
    assert tight.card.height() == 262
    assert tight.form.isVisible()
    assert not tight.finder.isVisible()
    assert tight.card.switch.text() == "Find in 4 notes  (Ctrl+F)"

    tight.press((Qt.Key.Key_F, CONTROL), "fri")
    assert tight.finder.search_field.hasFocus()
    assert not tight.form.isVisible()
    assert tight.shown == ["An evening bus, only on Fridays", "I can drive on Fridays"]

    tight.press(ESCAPE)
    assert tight.form.text.hasFocus()
    assert not tight.finder.isVisible()


def test_in_a_small_place_a_note_is_found_and_changed_by_keyboard(tight):
    tight.press((Qt.Key.Key_F, CONTROL), "drive", ENTER, ENTER)
    assert tight.form.text.hasFocus()
    assert "You change a note" in tight.card.switch.text()

    tight.press("I can drive on Mondays", ENTER)
    assert "I can drive on Mondays" in [note.text for note in tight.stored]
    assert tight.card.switch.text() == "Find in 4 notes  (Ctrl+F)"


def test_in_a_small_place_a_change_is_left_by_the_button_that_says_so(tight):
    choose(tight, 0)
    tight.card._on_change_asked()
    tight.press("never saved")
    tight.card.switch.click()

    assert tight.form.changed_note is None
    assert "never saved" not in [note.text for note in tight.stored]


def test_the_form_fits_a_small_place_while_a_note_is_changed(tight, qapp):
    tight.card._on_change_asked()
    choose(tight, 0)
    tight.card._on_change_asked()
    qapp.processEvents()

    assert tight.card.minimumSizeHint().height() <= 262
    shown = [one for one in tight.card.findChildren(QWidget) if one.isVisible()]
    focusable = [one for one in shown if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert all(tight.card.rect().contains(_box(one, tight.card)) for one in focusable)


@pytest.fixture
def tables(qapp, words, event):
    card = TablesCard(words, event)
    card.acted.connect(lambda _: card.show_event(event_record(event), "talk-areas", 80))
    card.show_event(event_record(event), "talk-areas", 80)
    card.show()
    qapp.processEvents()
    yield card
    card.close()
    card.deleteLater()


def sessions(event):
    return {one.place: (one.headcount, one.complete, one.played_back) for one in event_record(event).table_sessions}


def test_a_table_is_counted_and_ticked_by_keyboard_and_keeps_both(tables, event):
    row = tables.rows["Table 2"]
    row.people.setFocus()
    QTest.keyClicks(row.people, "8")
    QTest.keyClick(row.people, ENTER)
    QTest.keyClick(row.complete, Qt.Key.Key_Space)
    QTest.keyClick(row.played_back, Qt.Key.Key_Space)

    assert sessions(event) == {"Table 2": (8, True, True)}
    assert tables.rows["Table 3"].people.hasFocus()


def test_t28_a_ticked_table_has_no_headcount_and_an_emptied_field_is_unknown(tables, event):
    row = tables.rows["Table 2"]
    row.complete.click()
    assert sessions(event) == {"Table 2": (None, True, False)}

    record_headcount(event, "talk-areas", "Table 2", 8)
    tables.show_event(event_record(event), "talk-areas", 80)
    row.people.setFocus()
    QTest.keyClick(row.people, Qt.Key.Key_Backspace)
    QTest.keyClick(row.people, ENTER)
    assert sessions(event) == {"Table 2": (None, True, False)}


def test_t30_tables_without_notes_are_named(tables, event):
    assert "No table has sent notes" in tables.missing

    for table in (1, 2, 4, 5, 6, 8, 9, 10):
        add_note(event, Note("A point", "talk-areas", table_place(table)))
    tables.show_event(event_record(event), "talk-areas", 80)
    assert tables.missing == "⚠  Tables 3 and 7 have sent no notes."

    add_note(event, Note("A point", "talk-areas", "Table 3"))
    tables.show_event(event_record(event), "talk-areas", 80)
    assert tables.missing == "⚠  Table 7 has sent no notes."
    assert tables.rows["Table 3"].notes.text() == "1"


def test_t30_notes_of_another_activity_do_not_count(tables, event):
    add_note(event, Note("A point", "talk-goals", "Table 3"))
    tables.show_event(event_record(event), "talk-areas", 80)

    assert tables.rows["Table 3"].notes.text() == "–"


@pytest.mark.parametrize(
    ("counted", "present", "warns"),
    [(8, 80, False), (8, 79, True), (9, 80, True), (8, None, False)],
)
def test_t27_people_at_the_tables_and_in_the_room_are_compared(tables, event, counted, present, warns):
    for table in range(1, 11):
        record_headcount(event, "talk-areas", table_place(table), counted)
    tables.show_event(event_record(event), "talk-areas", present)

    assert bool(tables.people) is warns


def test_t27_tables_not_counted_yet_are_not_taken_for_empty(tables, event):
    record_headcount(event, "talk-areas", "Table 1", 8)
    tables.show_event(event_record(event), "talk-areas", 80)
    assert tables.people == ""

    record_headcount(event, "talk-areas", "Table 2", 90)
    tables.show_event(event_record(event), "talk-areas", 80)
    assert tables.people == "⚠  The tables count 98 people, and 80 are in the room."


def test_a_table_beyond_the_expected_ones_is_shown_too(tables, event):
    tick_table(event, "talk-areas", "Table 12", complete=True)
    add_note(event, Note("From the balcony", "talk-areas", "balcony"))
    tables.show_event(event_record(event), "talk-areas", 80)

    assert [*tables.rows][-2:] == ["Table 12", "balcony"]


def test_a_figure_that_is_none_is_not_stored(tables, event):
    row = tables.rows["Table 2"]
    row.people.setFocus()
    QTest.keyClicks(row.people, "8x")
    tables.rows["Table 3"].people.setFocus()

    assert sessions(event) == {}


RISKY = "Ring him back on 07700 900123 after 5"
WARNED = "⚠ This looks like a phone number: 07700 900123. Leave it out?"


def typed(desk, *keys):
    """Type, and let the pause in typing pass."""
    desk.press(*keys)
    desk.form.warning.check_now()


def test_words_that_may_tell_who_somebody_is_are_said_below_the_field_once_typing_pauses(desk, qtbot):
    desk.press(RISKY)
    assert desk.form.warning.sentence == ""

    with qtbot.waitSignal(desk.form.warning.pause.timeout):
        pass

    assert desk.form.warning.sentence == WARNED
    assert desk.form.text.accessibleDescription() == WARNED.removeprefix("⚠ ")


def test_the_warning_keeps_no_note_from_being_saved_and_goes_with_it(desk):
    typed(desk, RISKY)

    desk.press(ENTER)

    assert [note.text for note in desk.stored] == [RISKY]
    assert desk.form.warning.sentence == ""
    assert desk.form.text.accessibleDescription() == ""


def test_ctrl_r_puts_a_mark_in_place_of_the_words_and_undo_takes_it_back(desk):
    typed(desk, RISKY)

    desk.press((Qt.Key.Key_R, CONTROL))

    assert desk.form.text.toPlainText() == "Ring him back on [removed: phone] after 5"
    assert desk.form.warning.sentence == ""
    assert desk.form.text.hasFocus()
    desk.form.text.undo()
    assert desk.form.text.toPlainText() == RISKY


def test_several_finds_are_offered_one_after_the_other(desk):
    desk.form.text.setPlainText("🌻 my mum lives at EH6 7QT, ask Dr Patel")
    desk.form.warning.check_now()
    assert desk.form.warning.sentence.endswith("my mum. Leave it out? (1 of 3)")

    desk.press(*[(Qt.Key.Key_R, CONTROL)] * 3)

    assert desk.form.text.toPlainText() == "🌻 [removed: who] lives at EH6, ask [removed: name]"


def test_the_button_of_the_warning_is_reached_by_tab_and_says_what_it_does(desk):
    typed(desk, RISKY)
    button = desk.form.warning.leave_out

    for _ in range(3):
        if desk.card.window().focusWidget() is not button:
            desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Space)

    assert desk.form.text.toPlainText() == "Ring him back on [removed: phone] after 5"
    assert button.accessibleName() == "Yes: put [removed: phone] in its place, key Ctrl+R"


def test_ctrl_r_on_a_note_without_finds_changes_nothing(desk):
    typed(desk, "No bus after six")

    desk.press((Qt.Key.Key_R, CONTROL))

    assert desk.form.text.toPlainText() == "No bus after six"


def test_a_stored_note_that_is_taken_up_again_is_looked_through_too(desk, event):
    add_note(event, Note(RISKY, "talk-areas"))
    desk.refresh()
    desk.form.start_changing(desk.stored[0])

    desk.form.warning.check_now()

    assert desk.form.warning.sentence == WARNED


def test_the_warning_is_whole_at_twice_the_text(twice_the_text, desk, qapp):
    desk.card.resize(540, 700)
    typed(desk, RISKY)
    for _ in range(5):
        qapp.processEvents()

    warning, text = desk.form.warning, desk.form.text
    assert not any(child.isHidden() for child in warning.findChildren(QWidget))
    assert warning.height() >= warning.layout().minimumHeightForWidth(warning.width())
    assert warning.geometry().top() > text.geometry().bottom()
