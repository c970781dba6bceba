"""The run sheet in the Prepare window: titles, minutes, prompts; steps added, moved, left out and put back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from facilitator.conduct.event import Event, open_event
from facilitator.conduct.preparing import differences_now
from facilitator.conduct.timing import go_to_activity
from facilitator.core.keys import Source
from facilitator.core.plan.difference import DifferenceKind
from facilitator.core.programme import ActivityKind
from facilitator.look import GRID_PX
from tests.ui.prepare.test_prepare_window import shortcut
from tests.ui.pressing import every_widget, press, settle
from tests.ui.test_start import cut_off, nameless
from ui.prepare.prepare_window import PrepareWindow
from ui.prepare.run_sheet_page import RunSheetPage

UP, DOWN, TAB, ENTER, SPACE = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def event(make_default_event) -> Event:
    return make_default_event()


@pytest.fixture
def window(prepare, event) -> PrepareWindow:
    window = prepare(event)
    window.show_page(RunSheetPage)
    settle()
    return window


@pytest.fixture
def page(window) -> RunSheetPage:
    return window.page


def steps(event: Event) -> list[str]:
    return [str(step.key) for step in event.programme.variant(event.details.variant).activities]


def the_step(event: Event, key: str):
    return next(one for one in event.programme.variant(event.details.variant).activities if one.key == key)


def anew(window: PrepareWindow, *keys: Qt.Key | str) -> None:
    shortcut(window, Qt.Key.Key_A)
    press(window, *keys)


def shown_texts(part) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible() and label.text())


def test_it_shows_every_step_in_order_with_its_number_and_when_it_begins(page, event):
    texts = [shown_texts(page.step_rows[key]).split("\n")[:2] for key in steps(event)]

    assert texts[0] == ["10:00", "lead"]
    assert texts[1] == ["1.1", "10:10"]
    assert texts[12] == ["3.1", "11:50"]
    assert shown_texts(page.step_rows["thanks"]).split("\n")[0] == "12:58"


def test_the_stages_stand_above_their_steps_with_their_minutes(page):
    told = shown_texts(page)

    assert "1  Shared goals\n50 minutes" in told
    assert "2  What makes a difference\n45 minutes" in told
    assert "3  A joint approach\n85 minutes" in told


def test_a_title_is_typed_in_place_and_stored_when_it_is_left(window, page, event):
    press(window, Qt.Key.Key_End, " and practice", TAB)

    assert the_step(event, "welcome").title.text == "Welcome and practice"
    assert the_step(event, "welcome").title.source is Source.ORGANISER


def test_more_minutes_move_what_follows_and_are_told_beside_the_length(window, page, event):
    press(window, TAB)
    anew(window, "13", TAB)

    assert the_step(event, "welcome").minutes == 13
    assert page.total.text() == "⚠  183 minutes in all. 3 minutes more than the length of 180."
    assert "10:13" in shown_texts(page.step_rows["what-matters"])


def test_fewer_minutes_are_told_and_the_length_of_the_programme_too(window, page):
    assert page.total.text() == "180 minutes in all. As long as the programme says."

    press(window, TAB)
    anew(window, "9", TAB)

    assert page.total.text() == "⚠  179 minutes in all. 1 minute less than the length of 180."


def test_minutes_that_are_emptied_are_refused_in_words_and_nothing_is_stored(window, page, event):
    press(window, TAB)
    anew(window, Qt.Key.Key_Delete, TAB)

    assert window.banner.sentence.startswith("⚠  “Minutes of Welcome” – A step needs its minutes.")
    assert the_step(event, "welcome").minutes == 10


def test_an_emptied_title_is_refused_and_ctrl_z_brings_the_stored_one_back(window, page, event):
    anew(window, Qt.Key.Key_Delete, TAB)

    assert window.banner.warns
    assert the_step(event, "welcome").title.text == "Welcome"
    assert page.step_rows["welcome"].title.text() == ""

    window.undo.click()
    assert page.step_rows["welcome"].title.text() == "Welcome"


def test_up_and_down_go_to_the_neighbouring_titles(window, page):
    press(window, DOWN, DOWN, UP)

    assert page.step_rows["what-matters"].title.hasFocus()


def test_alt_and_an_arrow_moves_a_step_and_keeps_the_cursor_in_it(window, page, event, keys):
    press(window, DOWN)

    keys(window, DOWN, ALT)

    assert steps(event)[:3] == ["welcome", "read-goals", "what-matters"]
    assert page.step_rows["what-matters"].title.hasFocus()
    assert shown_texts(page.step_rows["what-matters"]).split("\n")[:2] == ["1.2", "10:15"]


def test_alt_and_an_arrow_in_the_minutes_moves_the_step_and_leaves_its_minutes(window, page, event, keys):
    press(window, DOWN, TAB)

    keys(window, DOWN, ALT)

    assert steps(event)[1:3] == ["read-goals", "what-matters"]
    assert the_step(event, "what-matters").minutes == 10


def test_a_move_before_the_vote_that_chooses_the_areas_is_refused_in_words(window, page, event, keys):
    page.step_rows["carry-areas"].title.setFocus()

    keys(window, UP, ALT)

    assert "would come before the vote that chooses the areas" in window.banner.sentence
    assert steps(event).index("vote-areas") < steps(event).index("carry-areas")


def test_prompts_are_edited_a_line_each(window, page, event):
    page.step_rows["talk-goals"].more.setFocus()
    press(window, SPACE, TAB)
    anew(window, "Which goal is right for here?", ENTER, "What is missing?", TAB)

    assert [one.text for one in the_step(event, "talk-goals").prompts] == [
        "Which goal is right for here?",
        "What is missing?",
    ]
    assert (
        "In the programme: Which of these is right for here?" in page.step_rows["talk-goals"].detail.issued_prompts.told
    )


def test_what_the_programme_says_is_put_back_with_its_source(window, page, event):
    press(window, Qt.Key.Key_End, " all", TAB)
    page.unfold("welcome")
    line = page.step_rows["welcome"].detail.issued_title
    assert line.told == "In the programme: Welcome"

    line.button.setFocus()
    press(window, SPACE)

    assert the_step(event, "welcome").title.source is Source.PROGRAMME
    assert line.isHidden()
    assert differences_now(event) == ()


def test_one_step_is_unfolded_at_a_time(window, page):
    page.step_rows["welcome"].more.click()
    page.step_rows["break"].more.click()

    assert [key for key, row in page.step_rows.items() if row.is_unfolded] == ["break"]
    assert page.step_rows["break"].more.text() == "Less"


def test_a_step_without_must_haves_is_left_out_at_once_and_put_back_where_it_was(window, page, event):
    before = steps(event)
    page.unfold("break")
    page.step_rows["break"].detail.leave_out.button.setFocus()
    press(window, SPACE)

    assert "break" not in steps(event)
    assert page.step_rows["evidence"].title.hasFocus()
    assert "Break" in shown_texts(page.left_out)

    page.left_out.buttons["break"].setFocus()
    press(window, SPACE)
    assert steps(event) == before
    assert differences_now(event) == ()
    assert not page.left_out.isVisible()


def test_a_step_with_must_haves_says_so_before_and_after_and_asks_once_more(window, page, event):
    page.unfold("vote-goals")
    leave_out = page.step_rows["vote-goals"].detail.leave_out
    assert leave_out.caution.startswith("⚠  This step asks must-have questions.")
    assert "A lot about how we support people has to change." in leave_out.lost

    leave_out.button.setFocus()
    press(window, SPACE)
    assert "vote-goals" in steps(event)
    assert leave_out.keep.hasFocus()

    press(window, TAB, SPACE)
    assert "vote-goals" not in steps(event)
    assert window.banner.warns
    assert "must-have questions" in shown_texts(page.left_out)
    assert RunSheetPage.mark(window.preparing).kind == "must-have"


def test_what_is_lost_is_shown_whole_after_another_step_was_left_out(window, page):
    page.step_rows["vote-goals"].detail.leave_out.sure.click()
    settle()
    leave_out = page.step_rows["vote-approach"].detail.leave_out

    page.step_rows["vote-approach"].more.click()
    settle()
    leave_out.button.click()
    settle()

    assert leave_out.lost.count("\n") == 4
    assert cut_off(page) == []


def test_the_names_of_the_columns_stand_above_them_from_the_first(page):
    row = next(iter(page.step_rows.values()))
    minutes, who = (
        next(label for label in page.findChildren(QLabel) if label.text() == text) for text in ("Minutes", "Who leads")
    )

    assert minutes.mapTo(page, QPoint(0, 0)).x() == row.minutes.mapTo(page, QPoint(0, 0)).x()
    assert who.mapTo(page, QPoint(0, 0)).x() == row.minutes.mapTo(page, QPoint(row.minutes.width() + GRID_PX, 0)).x()


def test_it_says_from_when_the_times_are_counted(page):
    assert page.begins.text() == "The times are as if it began at 10:00."


def test_the_list_of_kinds_shows_all_of_them(window, page):
    page.add.click()
    page.adding.kind.showPopup()
    settle()
    view = page.adding.kind.view()

    assert page.adding.kind.count() > 10
    assert view.verticalScrollBar().maximum() == 0
    assert view.viewport().height() >= page.adding.kind.count() * view.sizeHintForRow(0)
    page.adding.kind.hidePopup()


def test_a_must_have_can_be_kept_after_all(window, page, event):
    page.unfold("vote-goals")
    leave_out = page.step_rows["vote-goals"].detail.leave_out
    leave_out.button.setFocus()

    press(window, SPACE, SPACE)

    assert "vote-goals" in steps(event)
    assert leave_out.button.hasFocus()
    assert not leave_out.sure.isVisible()


def test_a_step_put_back_asks_its_questions_again(window, page, event):
    page.unfold("vote-goals")
    page.step_rows["vote-goals"].detail.leave_out.button.click()
    page.step_rows["vote-goals"].detail.leave_out.sure.click()
    settle()

    page.left_out.buttons["vote-goals"].click()
    settle()

    assert the_step(event, "vote-goals").questions == ("s1", "s2", "s3", "s4", "s5", "s6")
    assert RunSheetPage.mark(window.preparing) is None
    assert differences_now(event) == ()


def test_a_step_is_added_by_keys_after_the_one_that_was_unfolded(window, page, event):
    page.unfold("talk-goals")
    page.step_rows["talk-goals"].detail.add.setFocus()
    press(window, SPACE, TAB, "A song", TAB)
    anew(window, "4", ENTER)

    new = steps(event)[steps(event).index("talk-goals") + 1]
    step = the_step(event, new)
    assert (step.title.text, step.minutes, step.kind) == ("A song", 4, ActivityKind.TABLE_TALK)
    assert step.stage == "goals"
    assert page.step_rows[new].title.hasFocus()
    assert "184 minutes" in page.total.text()
    assert not page.adding.isVisible()


def test_a_step_with_no_minutes_is_not_added_and_what_was_typed_stays(window, page, event):
    before = steps(event)
    page.add.setFocus()
    press(window, SPACE, TAB, "A song", TAB)
    anew(window, Qt.Key.Key_Delete, ENTER)

    assert window.banner.warns
    assert steps(event) == before
    assert page.adding.title.text() == "A song"


def test_a_step_that_has_begun_is_refused_in_words(window, page, event):
    go_to_activity(event, "welcome")

    press(window, Qt.Key.Key_End, " and tea", TAB)

    assert window.banner.warns
    assert the_step(event, "welcome").title.text == "Welcome"
    assert page.step_rows["welcome"].title.text() == "Welcome and tea"


def test_what_was_changed_is_there_when_the_file_is_opened_again(window, page, event):
    press(window, Qt.Key.Key_End, " and practice", TAB)
    path = event.path
    window.close()
    event.close()

    again = open_event(path)

    assert the_step(again, "welcome").title.text == "Welcome and practice"
    assert [one.kind for one in differences_now(again)] == [DifferenceKind.STEP_RENAMED]
    again.close()


def test_every_control_has_a_name_unfolded_or_not(window, page):
    page.unfold("vote-goals")
    page.add.click()
    settle()

    assert nameless(page) == []


def test_tab_follows_sight(window, page):
    page.unfold("what-matters")
    row = page.step_rows["what-matters"]
    row.title.setFocus()
    reached = []
    for _ in range(9):
        press(window, TAB)
        reached.append(window.focusWidget())

    detail = row.detail
    assert reached == [
        row.minutes, row.more, detail.prompts, detail.up, detail.down, detail.add, detail.leave_out.button,
        page.step_rows["read-goals"].title, page.step_rows["read-goals"].minutes,
    ]  # fmt: skip


@pytest.mark.parametrize("width", [1366, 1024])
def test_nothing_is_clipped_and_nothing_scrolls_sideways(prepare, event, width):
    window = prepare(event, width=width)
    window.show_page(RunSheetPage)
    window.page.unfold("vote-goals")
    window.page.add.click()
    settle()

    assert cut_off(window.page) == []
    assert window.area.horizontalScrollBar().maximum() == 0


def test_at_twice_the_text_it_scrolls_and_nothing_is_clipped(twice_the_text, prepare, event):
    window = prepare(event)
    window.show_page(RunSheetPage)
    window.page.unfold("vote-goals")
    settle()

    assert cut_off(window.page) == []
    assert window.area.horizontalScrollBar().maximum() == 0
    assert window.area.verticalScrollBar().maximum() > 0


def test_no_row_is_shown_twice_or_lost_after_many_moves(window, page, event, keys):
    press(window, DOWN)
    for _ in range(5):
        keys(window, DOWN, ALT)
    for _ in range(5):
        keys(window, UP, ALT)

    rows = [widget for widget in every_widget(page) if widget in page.step_rows.values() and widget.isVisible()]
    tops = [page.step_rows[key].mapTo(page, page.step_rows[key].rect().topLeft()).y() for key in steps(event)]
    assert len(rows) == len(steps(event))
    assert tops == sorted(tops)
    assert differences_now(event) == ()
