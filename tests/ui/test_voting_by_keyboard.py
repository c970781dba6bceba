"""A whole vote without a mouse, and what happens when a verb refuses."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QRadioButton, QWidget

from builders import a_question
from facilitator.conduct.importing import import_votes
from facilitator.conduct.results import result
from facilitator.conduct.voting import close_question, open_question
from facilitator.core.keys import State
from facilitator.core.methods import AGREE, DISAGREE, UNSURE
from tests.ui.pressing import press, settle
from ui.room_screen.scene import Asking, Closed, Prompt, Revealed

SPACE, ENTER, TAB, BACKTAB = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab


def ready(operate, event):
    """Return the window at its first question, with 84 people present."""
    window = operate(event)
    press(window, SPACE, SPACE)
    window.vote.present.setFocus()
    press(window, "84", ENTER)
    return window


def name_of(widget: QWidget) -> str:
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face is not None else ""


def takes_tab(widget: QWidget) -> bool:
    """Return whether Tab must reach a widget; of radio buttons that belong together it reaches the chosen one."""
    if isinstance(widget, QRadioButton) and not widget.isChecked():
        return False
    proxied = widget.focusProxy() is not None
    return widget.isEnabled() and not proxied and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def test_a_whole_vote_by_keyboard_alone(make_event, operate):
    event = make_event(a_question("s1"), a_question("s2"))
    window = ready(operate, event)
    assert window.room.canvas.scene == Prompt("Stage one", ("What about s1?",))

    press(window, SPACE)
    assert isinstance(window.room.canvas.scene, Asking)
    press(window, "31", ENTER, "6", ENTER, "9", ENTER, "1", ENTER)
    press(window, SPACE)
    assert isinstance(window.room.canvas.scene, Closed)
    press(window, SPACE)
    assert isinstance(window.room.canvas.scene, Revealed)
    press(window, SPACE)

    found = result(event, "s1")
    assert found.state is State.CLOSED
    assert dict(found.tally.counts) == {AGREE: 31, UNSURE: 6, DISAGREE: 9}
    assert (found.tally.abstain, found.denominators.present) == (1, 84)
    assert window.room.canvas.scene == Prompt("Stage one", ("What about s2?",))


def test_space_in_a_field_is_typing(make_event, operate):
    event = make_event()
    window = ready(operate, event)
    press(window, SPACE)
    window.notes.text.setFocus()

    press(window, SPACE, SPACE)

    assert result(event, "s1").state is State.OPEN
    assert window.notes.text.toPlainText() == "  "


def test_space_on_the_run_sheet_does_the_next_action(make_event, operate):
    event = make_event()
    window = ready(operate, event)
    window.sheet_list.setFocus()

    press(window, SPACE)

    assert result(event, "s1").state is State.OPEN


def test_space_on_another_button_presses_that_button(make_event, operate):
    event = make_event()
    window = ready(operate, event)
    window.top.report.setFocus()

    press(window, SPACE)

    assert result(event, "s1").state is State.READY
    assert "The report is written." in window.now.banner.sentence


def test_tab_reaches_every_control_and_comes_back(make_event, operate):
    event = make_event()
    window = ready(operate, event)
    press(window, SPACE)
    start = window.focusWidget()
    reached = [start]
    for _ in range(60):
        window.focusNextChild()
        reached.append(window.focusWidget())

    names = {name_of(widget) for widget in reached if widget is not None and widget.isVisible()}
    assert {
        "People present", "Agree", "Unsure", "Disagree", "Rather not say", "Close the vote", "Run sheet",
        "Blank screen (B)", "Pause", "Slow pace", "Open the room screen in a window of its own",
        "Notes", "Report", "Event pack",
    } <= names  # fmt: skip
    on_screen = {one for one in window.findChildren(QWidget) if one.isVisible() and takes_tab(one)}
    assert {name_of(one) for one in on_screen - set(reached)} == set()
    assert reached.count(start) > 1


def test_the_sum_and_what_blocks_are_told_while_typing(make_event, operate):
    window = ready(operate, make_event())
    press(window, SPACE)

    press(window, "81", ENTER, "6", ENTER, "9")
    assert window.vote.counter.sum.text() == "⚠  81 + 6 + 9 = 96 of 84 present"

    press(window, ENTER, "0", ENTER)
    assert window.now.missing == "⚠  96 votes from 84 people present: 12 too many."
    assert window.vote.reason.isVisible()
    assert window.vote.recount_button.isVisible()


def test_a_refused_closing_says_its_sentence_and_loses_nothing(make_event, operate):
    event = make_event()
    window = ready(operate, event)
    press(window, SPACE)
    press(window, "81", ENTER, "6", ENTER, "9", ENTER, "0", ENTER)

    window.now.next_button.click()
    settle()

    assert result(event, "s1").state is State.OPEN
    assert "96 votes from 84 people present: 12 too many." in window.now.banner.sentence
    assert window.vote.counter.field_of(AGREE).figure == 81
    assert result(event, "s1").tally.cast == 96

    window.vote.reason.setText("People came in late and were not counted.")
    window.now.next_button.click()
    settle()

    assert result(event, "s1").state is State.CLOSED
    assert result(event, "s1").denominators.explanation == "People came in late and were not counted."


def test_a_vote_without_figures_is_not_closed_by_mistake(make_event, operate):
    event = make_event()
    window = ready(operate, event)
    press(window, SPACE)

    window.now.next_button.click()
    settle()

    assert result(event, "s1").state is State.OPEN
    assert window.now.banner.sentence.startswith("⚠  The hands are not counted yet.")


def test_people_present_may_be_left_unknown_with_a_reason(make_event, operate):
    event = make_event()
    window = operate(event)
    press(window, SPACE, SPACE, SPACE)
    press(window, "31", ENTER, "6", ENTER, "9", ENTER, "1", ENTER)
    assert window.now.missing == "⚠  How many people are present is not known."

    window.vote.reason.setText("Nobody counted the room.")
    window.now.next_button.click()
    settle()

    assert result(event, "s1").state is State.CLOSED
    assert result(event, "s1").denominators.present is None


def test_a_correction_needs_a_reason_and_makes_the_next_revision(make_event, operate):
    event = make_event()
    window = ready(operate, event)
    press(window, SPACE)
    press(window, "31", ENTER, "6", ENTER, "9", ENTER, "1", ENTER, SPACE, SPACE)
    window.vote.correct_button.click()
    window.vote.counter.field_of(AGREE).set_figure(32)

    window.now.next_button.click()
    settle()
    assert "A reason is missing." in window.now.banner.sentence
    assert window.vote.counter.field_of(AGREE).figure == 32

    window.vote.why.setText("A table was overlooked.")
    window.now.next_button.click()
    settle()

    found = result(event, "s1")
    assert (found.status, found.tally.counts[AGREE]) == ("corrected", 32)
    assert window.now.banner.sentence == ""
    assert isinstance(window.room.canvas.scene, Revealed)


def test_a_correction_that_does_not_balance_is_explained_by_its_reason(make_event, operate):
    event = make_event()
    window = ready(operate, event)
    press(window, SPACE)
    press(window, "31", ENTER, "6", ENTER, "9", ENTER, "1", ENTER, SPACE, SPACE)
    window.vote.correct_button.click()
    window.vote.counter.field_of(AGREE).set_figure(80)
    assert "96 votes from 84 people present" in window.now.missing

    window.vote.why.setText("Late comers voted too.")
    assert window.now.missing == ""
    window.now.next_button.click()
    settle()

    found = result(event, "s1")
    assert (found.tally.cast, found.denominators.explanation) == (96, "Late comers voted too.")


def test_a_choice_of_several_asks_how_many_voted(make_event, operate):
    event = make_event(a_question("areas", "choose", options=["a", "b", "c", "d", "e"], max=2))
    window = ready(operate, event)
    press(window, SPACE)

    press(window, "40", ENTER, "30", ENTER, "20", ENTER, "10", ENTER, "5", ENTER)
    assert "How many people voted is missing." in window.now.missing
    press(window, "60", ENTER, "2", ENTER, SPACE)

    found = result(event, "areas")
    assert (found.tally.valid, found.tally.cast, found.base) == (58, 60, 58)


def test_what_was_typed_stays_when_the_event_changes_meanwhile(make_event, operate):
    event = make_event(a_question("s1"), a_question("s2"))
    window = ready(operate, event)
    press(window, SPACE)
    press(window, "31", ENTER)

    open_question(event, "s2", present=3)
    close_question(event, "s2")
    window.desk.refresh()

    assert window.vote.counter.field_of(AGREE).figure == 31


def test_looking_elsewhere_in_the_run_sheet_does_not_change_the_room(make_event, operate):
    event = make_event(a_question("s1"), a_question("s2"))
    window = ready(operate, event)
    press(window, SPACE)
    before = window.room.canvas.scene

    window._on_place_chosen(window.sheet.rows[2].place)

    assert window.room.canvas.scene == before
    window.now.next_button.click()
    settle()
    assert "Another question is open" in window.now.banner.sentence


def test_a_question_with_imported_votes_closes_without_hands(make_event, operate, tmp_path):
    event = make_event()
    (tmp_path / "votes.csv").write_text("question,voter,choice\ns1,1,agree\ns1,2,unsure\n", encoding="utf-8")
    import_votes(event, tmp_path / "votes.csv")
    window = operate(event)
    press(window, SPACE, SPACE)
    window.vote.present.setFocus()
    press(window, "84", ENTER)

    window.now.next_button.click()

    found = result(event, "s1")
    assert (found.state, found.tally.cast, found.denominators.present) == (State.CLOSED, 2, 84)


def counting(operate, make_event):
    """Return the window at an open vote with the cursor in the first figure."""
    window = ready(operate, make_event(a_question("s1")))
    press(window, SPACE)
    assert window.focusWidget() is window.vote.counter.fields[0]
    return window


def test_a_letter_that_does_something_does_it_from_an_empty_figure_too(make_event, operate):
    window = counting(operate, make_event)

    press(window, "b")
    assert window.desk.is_blank
    assert window.vote.counter.fields[0].text() == ""
    press(window, "g")
    assert window.tools.window(Qt.Key.Key_G).isVisible()


def test_a_letter_within_a_figure_is_refused_and_does_nothing(make_event, operate):
    window = counting(operate, make_event)
    press(window, "1b")

    assert not window.desk.is_blank
    assert window.vote.counter.fields[0].is_refused


def test_a_letter_that_does_nothing_is_refused_where_a_figure_belongs(make_event, operate):
    window = counting(operate, make_event)
    press(window, "o")

    assert window.vote.counter.fields[0].is_refused


def test_a_stray_space_is_no_part_of_a_figure(make_event, operate):
    event = make_event(a_question("s1"))
    window = ready(operate, event)
    press(window, SPACE, SPACE, "31", ENTER, "6", ENTER, "9", ENTER, "1", ENTER, SPACE)

    assert dict(result(event, "s1").tally.counts) == {AGREE: 31, UNSURE: 6, DISAGREE: 9}
