"""The finish: what is left in order, nothing that need not hold up holds up, and files that are as the terminal's."""

from __future__ import annotations

import errno
import shutil
from collections import deque
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from builders import MORNING, a_count, a_question
from facilitator.__main__ import main
from facilitator.conduct import finishing
from facilitator.conduct.counting import correct_count
from facilitator.conduct.event import create_event
from facilitator.conduct.forms import tally_form
from facilitator.conduct.noting import Note, NoteKind, add_note
from facilitator.conduct.record import event_record
from facilitator.conduct.reviewing import change, keep, to_read
from facilitator.conduct.starting import EventDetails
from facilitator.conduct.voting import open_question
from facilitator.core.accounting import Blocker
from facilitator.handover import stick as copying
from facilitator.pack.checking import check_pack
from facilitator.programme.shipped import find_programme
from facilitator.rehearsal import playing
from facilitator.rehearsal.clock import PretendClock
from facilitator.rehearsal.crowd import a_crowd
from facilitator.words.message import say
from tests.conduct.steps import vote
from tests.ui.pressing import press, settle
from tests.ui.test_accessible import cut_off, nameless, overlapping, scrolls
from ui.models.run_sheet import FINISH, Place
from ui.room_screen.scene import Welcome
from ui.run.finish_panel import FinishPanel
from ui.run.finish_steps import FinishStep

DAY = date(2026, 11, 20)
SPACE, TAB, ESCAPE = Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Escape
SHEET, REPORT, COUNT = "Write the same-day sheet and open it", "Write the report", "Close the count"
PACK, STICK, END = "Make the event pack", "Copy the pack to a stick", "The event is finished"


@pytest.fixture
def event(make_event):
    made = make_event(a_question("s1"))
    vote(made, "s1", a_count(agree=60, unsure=10, disagree=5))
    return made


@pytest.fixture
def stick(tmp_path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def outside(outside, stick):
    """A person who always chooses the stick."""
    return type(outside)(outside.open_file, lambda asked: stick)


@pytest.fixture
def window(event, operate):
    """A window at the finish, the last step behind it."""
    made = operate(event)
    press(made, SPACE)
    made.desk.go_to(Place("one", "s1"))
    press(made, SPACE, SPACE)
    assert made.desk.place == Place(FINISH)
    return made


def panel(window) -> FinishPanel:
    shown = window.now.panel
    assert isinstance(shown, FinishPanel)
    return shown


def offered(window) -> str:
    return window.now.next_button.accessibleName()


def detail(window, step: FinishStep) -> str:
    return panel(window).rows[step].detail.text()


def missing(window) -> list[str]:
    return [row.text.text() for row in panel(window).missing_list.rows if row.isVisible()]


def tick(window) -> None:
    panel(window).agreed.setFocus()
    press(window, SPACE)
    window.now.focus_next()


def tab_to(window, wanted) -> None:
    for _ in range(80):
        if window.focusWidget() is wanted:
            return
        press(window, TAB)
    raise AssertionError(wanted.accessibleName())


def finish_all(window) -> None:
    """Sheet, report, count, pack and stick, where nothing waits to be read."""
    press(window, SPACE, SPACE)
    tick(window)
    press(window, SPACE, SPACE, SPACE)


def read_all(event, window) -> None:
    """Read what waits, as a person would by then."""
    keep(event, [one.digest for one in to_read(event)])
    window.desk.refresh()


def files(window, pattern: str) -> list[Path]:
    return sorted(window.desk.open_event.path.parent.glob(pattern))


def test_going_on_behind_the_last_step_ends_it_and_leaves_the_room_quiet(window):
    assert window.desk.times.is_over
    assert isinstance(window.room.canvas.scene, Welcome)


def test_the_same_day_sheet_comes_first_is_written_beside_the_event_and_opened(window, opened_files):
    assert offered(window) == SHEET

    press(window, SPACE)

    (path,) = files(window, "*same-day sheet.pdf")
    assert opened_files == [path]
    assert path.read_bytes().startswith(b"%PDF-")
    assert detail(window, FinishStep.SHEET) == path.name
    assert offered(window) == REPORT


def test_a_sheet_that_no_program_opens_is_written_all_the_same(event, operate, outside):
    window = operate(event)
    window.files.outside = type(outside)(lambda path: False, outside.choose_folder)
    window.desk.go_to(Place(FINISH))

    press(window, SPACE)

    assert "open it from the folder named below" in detail(window, FinishStep.SHEET)
    assert len(files(window, "*same-day sheet.pdf")) == 1


def test_what_waits_for_the_sheet_is_read_before_it_and_the_rest_after_it(event, window):
    add_note(event, Note("Who prints the map?", "one", kind=NoteKind.QUESTION))
    add_note(event, Note("More buses", "one"))
    window.desk.refresh()
    assert offered(window) == "Read 1 text for the same-day sheet"

    window.now.focus_next()
    press(window, SPACE)
    press(window.reading.window, "k", ESCAPE)
    assert offered(window) == SHEET
    press(window, SPACE)
    assert offered(window) == "Read 1 other text"
    press(window, SPACE)
    press(window.reading.window, "k", ESCAPE)

    assert offered(window) == REPORT
    assert to_read(event) == ()


def test_reading_is_put_off_and_what_is_unread_stays_out_and_is_told(event, window):
    add_note(event, Note("Who prints the map?", "one", kind=NoteKind.QUESTION))
    add_note(event, Note("More buses", "one"))
    window.desk.refresh()

    for step in (FinishStep.READ_FOR_SHEET, None, FinishStep.READ_REST):
        if step is None:
            press(window, SPACE)
            continue
        tab_to(window, panel(window).rows[step].button)
        press(window, SPACE)
        assert window.now.next_button.hasFocus()
    press(window, SPACE)

    (report,) = files(window, "*report.html")
    text = report.read_text(encoding="utf-8")
    assert "More buses" not in text
    assert "have not been read by a person yet and are left out" in text
    assert offered(window) == COUNT


def test_what_was_put_off_is_done_later(event, window):
    add_note(event, Note("More buses", "one"))
    window.desk.refresh()
    press(window, SPACE)
    row = panel(window).rows[FinishStep.READ_REST]
    assert row.button.text() == "Not now"
    row.button.click()
    assert offered(window) == REPORT
    assert row.button.text() == "Do this now"

    row.button.click()

    assert offered(window) == "Read 1 other text"


def test_the_pack_can_be_made_before_its_turn(window):
    panel(window).rows[FinishStep.PACK].button.click()
    assert offered(window) == PACK
    window.now.focus_next()
    press(window, SPACE)

    assert len(files(window, "*.zip")) == 1
    assert offered(window) == SHEET


def test_the_count_is_not_closed_before_the_tick(window, event):
    press(window, SPACE, SPACE)
    assert "Tick that everything is counted, then close the count." in window.now.missing

    press(window, SPACE)
    assert not event_record(event).count_closed
    assert window.focusWidget() is panel(window).agreed

    press(window, SPACE)
    window.now.focus_next()
    press(window, SPACE)
    assert event_record(event).count_closed
    assert offered(window) == PACK
    assert not panel(window).agreed.isVisible()


def test_an_accounting_that_does_not_balance_asks_why_and_the_reason_is_printed(event, operate, monkeypatch):
    found = Blocker(say("105 votes from 84 people present: 21 too many."), can_be_explained=True)
    monkeypatch.setattr(finishing, "blockers", lambda *_: [found])
    window = operate(event)
    window.desk.go_to(Place(FINISH))
    press(window, SPACE, SPACE)
    tick(window)
    assert "put it right, or say why" in window.now.missing

    press(window, SPACE)
    assert window.focusWidget() is panel(window).why
    press(window, "One sheet is lost", Qt.Key.Key_Return, SPACE)

    assert event_record(event).count_closed
    read_all(event, window)
    assert offered(window) == REPORT  # it prints the reason
    press(window, SPACE)
    assert "One sheet is lost" in files(window, "*report.html")[0].read_text(encoding="utf-8")


def test_all_by_keyboard_end_in_a_pack_that_checks_and_lies_on_the_stick(window, stick):
    finish_all(window)

    (pack,) = files(window, "*.zip")
    summary = check_pack(pack)
    assert (stick / pack.name).read_bytes() == pack.read_bytes()
    assert offered(window) == END
    assert not window.now.next_button.has_action
    assert detail(window, FinishStep.PACK).startswith("Pack revision 1, checked: 1 question, 0 notes")
    assert (summary.questions, summary.notes) == (1, 0)
    assert "read back and checked" in detail(window, FinishStep.STICK)
    assert all(row.sign.text() == "✓" for row in panel(window).rows.values())


def test_nobody_chooses_a_folder_and_nothing_is_copied(window, stick, outside):
    window.files.outside = type(outside)(outside.open_file, lambda asked: None)

    finish_all(window)

    assert [*stick.iterdir()] == []
    assert offered(window) == STICK
    assert window.now.banner.sentence == ""


def test_making_all_files_leaves_them_fresh_with_forms_too(make_default_event, operate):
    event = make_default_event()
    vote(event, "s1", a_count(agree=60, unsure=10, disagree=5))
    for age, people in {"25-34": 12, "35-44": 11, "65-74": 7}.items():
        for _ in range(people):
            tally_form(event, "equality", {"age": (age,)})
    window = operate(event)
    window.desk.go_to(Place(FINISH))

    finish_all(window)

    assert offered(window) == END


def test_a_change_after_the_pack_offers_the_report_and_the_pack_again_and_keeps_the_first(window, event):
    finish_all(window)
    first = files(window, "*.zip")
    correct_count(event, "s1", a_count(agree=61, unsure=10, disagree=5), why="A table was overlooked")
    read_all(event, window)

    assert offered(window) == REPORT
    window.now.focus_next()
    press(window, SPACE)
    assert offered(window) == PACK
    press(window, SPACE)

    packs = files(window, "*.zip")
    assert len(packs) == 2
    assert set(first) < set(packs)
    assert {check_pack(pack).revision for pack in packs} == {1, 2}
    assert offered(window) == STICK


def test_a_sheet_in_peoples_hands_stays_done_and_says_that_something_changed(window, event):
    finish_all(window)
    correct_count(event, "s1", a_count(agree=61, unsure=10, disagree=5), why="A table was overlooked")
    window.desk.refresh()

    assert "Something changed since" in detail(window, FinishStep.SHEET)
    assert panel(window).rows[FinishStep.SHEET].button.text() == "Write again"


def test_a_result_corrected_after_the_report_is_not_left_in_an_old_report(window, event):
    finish_all(window)
    correct_count(event, "s1", a_count(agree=61, unsure=10, disagree=5), why="A table was overlooked")
    read_all(event, window)
    window.now.focus_next()
    press(window, SPACE)

    (path,) = files(window, "*report.html")
    assert "A table was overlooked" in path.read_text(encoding="utf-8")


def test_an_open_question_keeps_the_count_open_and_the_pack_unmade_and_leads_there(make_event, operate):
    event = make_event(a_question("s1"), a_question("s2"))
    vote(event, "s1", a_count(agree=60, unsure=10, disagree=5))
    open_question(event, "s2", present=84)
    window = operate(event)
    window.desk.go_to(Place(FINISH))
    assert missing(window)[0].startswith("⚠  The vote on “What about s2?” is still open")
    assert offered(window) == "Go and close “What about s2?”"

    panel(window).rows[FinishStep.COUNT].button.click()
    tick(window)
    press(window, SPACE)
    assert not event_record(event).count_closed
    assert "What about s2?" in window.now.banner.sentence
    panel(window).rows[FinishStep.PACK].button.click()
    assert window.now.banner.sentence == ""
    window.now.focus_next()
    press(window, SPACE)
    assert files(window, "*.zip") == []

    tab_to(window, panel(window).missing_list.rows[0].go)
    press(window, SPACE)
    assert window.desk.place == Place("one", "s2")


def test_an_open_vote_is_the_first_thing_to_do_and_a_sheet_can_be_written_all_the_same(make_event, operate):
    event = make_event(a_question("s1"), a_question("s2"))
    open_question(event, "s2", present=84)
    window = operate(event)
    window.desk.go_to(Place(FINISH))
    panel(window).rows[FinishStep.SHEET].button.click()
    assert offered(window) == SHEET
    press(window, SPACE)
    assert len(files(window, "*same-day sheet.pdf")) == 1

    assert offered(window) == "Go and close “What about s2?”"
    press(window, SPACE)

    assert window.desk.place == Place("one", "s2")


def put_all_off(window) -> None:
    while (step := panel(window).standing.next) is not None:
        panel(window).rows[step].button.click()


def test_what_was_put_off_is_named_at_the_end_and_the_first_of_it_is_offered(window, event):
    add_note(event, Note("More buses", "one"))
    window.desk.refresh()

    put_all_off(window)

    assert offered(window) == SHEET
    assert "5 steps are put off: Same-day sheet, Read everything else, Report, Close the count" in window.now.missing
    press(window, SPACE)
    assert offered(window) == "Read 1 other text"
    assert "4 steps are put off" in window.now.missing


def test_an_event_is_finished_only_when_nothing_is_put_off(window):
    put_all_off(window)
    press(window, SPACE, SPACE)
    assert offered(window) == COUNT
    tick(window)
    press(window, SPACE, SPACE)
    assert offered(window) == STICK

    press(window, SPACE)

    assert offered(window) == END
    assert window.now.missing == ""


def test_what_newly_waits_is_not_put_off(window, event):
    add_note(event, Note("More buses", "one"))
    window.desk.refresh()
    put_all_off(window)
    add_note(event, Note("More benches", "one"))
    window.desk.refresh()

    assert panel(window).standing.next is FinishStep.SHEET
    press(window, SPACE)
    assert offered(window) == "Read 2 other texts"


def test_a_changed_event_puts_its_report_off_no_longer(window, event):
    put_all_off(window)
    correct_count(event, "s1", a_count(agree=61, unsure=10, disagree=5), why="More buses")
    window.desk.refresh()

    assert FinishStep.REPORT not in panel(window).standing.put_off
    assert FinishStep.COUNT in panel(window).standing.put_off


def test_after_a_restart_what_was_written_is_found_again(window, event, operate):
    finish_all(window)
    window.close()

    again = operate(event)
    again.desk.go_to(Place(FINISH))
    settle()

    done = [step for step, row in panel(again).rows.items() if row.sign.text() == "✓"]
    assert done == [step for step in FinishStep if step is not FinishStep.STICK]
    assert detail(again, FinishStep.PACK).startswith("Pack revision 1, checked: 1 question")
    assert "Nobody here knows" in detail(again, FinishStep.STICK)
    again.now.focus_next()
    press(again, SPACE)
    assert offered(again) == END


def test_after_a_restart_an_old_report_is_to_be_written_again(window, event, operate):
    finish_all(window)
    window.close()
    add_note(event, Note("More buses", "one"))
    keep(event, [one.digest for one in to_read(event)])

    again = operate(event)
    again.desk.go_to(Place(FINISH))

    assert offered(again) == REPORT
    assert "Something changed since" in detail(again, FinishStep.SHEET)


def test_a_report_that_was_taken_away_is_to_be_written_again(window):
    press(window, SPACE, SPACE)
    assert offered(window) == COUNT
    files(window, "*report.html")[0].unlink()

    window.desk.refresh()

    assert offered(window) == REPORT


def test_where_a_folder_cannot_be_written_another_one_takes_all_that_follows(window, stick, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr("facilitator.report.writing.os.fsync", read_only)
        press(window, SPACE)
    row = panel(window).rows[FinishStep.SHEET]
    assert row.elsewhere.isVisible()

    row.elsewhere.click()
    press(window, SPACE)
    tick(window)
    press(window, SPACE, SPACE)

    assert not row.elsewhere.isVisible()
    assert window.now.banner.sentence == ""
    assert sorted(path.suffix for path in stick.iterdir()) == [".html", ".pdf", ".pdf", ".zip"]
    assert files(window, "*.pdf") == files(window, "*.zip") == []
    assert str(stick) in panel(window)._where.text().replace("\u200b", "")


def test_nobody_chooses_another_folder_and_it_can_be_tried_again(window, outside, monkeypatch):
    window.files.outside = type(outside)(outside.open_file, lambda asked: None)
    with monkeypatch.context() as broken:
        broken.setattr("facilitator.report.writing.os.fsync", read_only)
        press(window, SPACE)
        panel(window).rows[FinishStep.SHEET].elsewhere.click()

    press(window, SPACE)

    assert len(files(window, "*same-day sheet.pdf")) == 1
    assert not panel(window).rows[FinishStep.SHEET].elsewhere.isVisible()


def test_a_report_that_no_program_opens_is_told_at_the_report(window, outside):
    press(window, SPACE, SPACE)
    window.files.outside = type(outside)(lambda path: False, outside.choose_folder)

    panel(window).rows[FinishStep.REPORT].button.click()

    assert "No program opened it here" in detail(window, FinishStep.REPORT)
    assert "No program opened it here" not in detail(window, FinishStep.SHEET)


def test_what_was_said_of_the_deed_before_goes_with_the_next_one(window, stick):
    stick.rmdir()
    finish_all(window)
    assert "cannot be copied" in window.now.banner.sentence

    panel(window).rows[FinishStep.SHEET].button.click()

    assert window.now.banner.sentence == ""


def test_who_came_is_missing_and_leads_to_the_card_of_the_people(window):
    (row,) = [row for row in panel(window).missing_list.rows if "How many people came" in row.text.text()]

    tab_to(window, row.go)
    press(window, SPACE)

    assert window.tabs.currentWidget().isAncestorOf(window.people) or window.tabs.currentWidget() is window.people


def test_while_a_file_is_made_the_window_says_so(window, monkeypatch):
    said = []
    monkeypatch.setattr(window.files, "write_report", lambda: said.append(detail(window, FinishStep.REPORT)))
    press(window, SPACE)

    press(window, SPACE)

    assert said == ["Writing the report…"]
    assert detail(window, FinishStep.REPORT) == "A page for screens, and the same on paper."


def no_space(*_, **__):
    raise OSError(errno.ENOSPC, "No space left on device")


def read_only(*_, **__):
    raise PermissionError(errno.EACCES, "Permission denied")


@pytest.mark.parametrize("fault", [no_space, read_only])
def test_a_sheet_that_cannot_be_written_is_said_and_can_be_tried_again(window, monkeypatch, fault):
    with monkeypatch.context() as broken:
        broken.setattr("facilitator.report.writing.os.fsync", fault)
        press(window, SPACE)
        assert "The same-day sheet cannot be written" in window.now.banner.sentence
    assert files(window, "*.pdf") == []
    assert offered(window) == SHEET

    press(window, SPACE)

    assert offered(window) == REPORT
    assert window.now.banner.sentence == ""


@pytest.mark.parametrize("fault", [no_space, read_only])
def test_a_pack_that_cannot_be_written_leaves_nothing_half_and_is_made_later(window, monkeypatch, fault):
    press(window, SPACE, SPACE)
    tick(window)
    press(window, SPACE)
    with monkeypatch.context() as broken:
        broken.setattr("facilitator.pack.writing.os.fsync", fault)
        press(window, SPACE)
        assert "The pack cannot be written" in window.now.banner.sentence
    assert [path.name for path in files(window, "*") if "pack" in path.name] == []
    assert offered(window) == PACK

    press(window, SPACE)

    (pack,) = files(window, "*.zip")
    assert check_pack(pack).revision == 1


def test_a_stick_that_was_pulled_out_is_said_and_the_pack_is_safe(window, stick):
    stick.rmdir()

    finish_all(window)

    assert "cannot be copied" in window.now.banner.sentence
    assert offered(window) == STICK
    (pack,) = files(window, "*.zip")
    check_pack(pack)
    stick.mkdir()
    press(window, SPACE)
    assert offered(window) == END


def test_a_full_stick_keeps_nothing_half(window, stick, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(copying.shutil, "copyfileobj", no_space)
        finish_all(window)
        assert "has room" in window.now.banner.sentence

    assert [*stick.iterdir()] == []
    assert shutil.copyfileobj is not no_space


def test_forgetting_waits_for_the_tick_and_names_what_it_cannot_reach(window, event):
    note = add_note(event, Note("Ring Mrs Jones on 07700 900123", "one"))
    change(event, note, "Ring [removed: name]")
    window.desk.refresh()
    press(window, SPACE, SPACE)
    tick(window)
    press(window, SPACE, SPACE)
    assert offered(window) == STICK
    assert not panel(window).forgetting.isVisible()
    press(window, SPACE)
    part = panel(window).forgetting

    tab_to(window, part.ask)
    press(window, SPACE)
    assert "This cannot be undone." in part.explained.text()
    assert not part.forget.isEnabled()
    assert window.focusWidget() is part.agreed
    press(window, SPACE, TAB, SPACE)

    assert "1 earlier text is gone from the event file." in part.told.text()
    assert part.told.visibleRegion().boundingRect().height() == part.told.height()
    assert "such as on a stick, still hold them" in part.told.text()
    assert b"07700 900123" not in event.path.read_bytes()
    assert offered(window) == END


def test_a_rehearsal_says_so(tmp_path, operate):
    details = EventDetails("Living well in Riverside", "2026-11-20", "Village hall", 10, variant="full")
    file = find_programme("living-well-here")
    event = create_event(tmp_path / "riverside.event", file, details, rehearsal=True, clock=lambda: MORNING)
    window = operate(event)
    window.desk.go_to(Place(FINISH))
    settle()

    told = [label.text() for label in panel(window).findChildren(QLabel) if label.isVisible()]
    assert "This is a rehearsal: every page and the pack say so." in told
    window.close()
    event.close()


def test_every_state_of_the_finish_has_names_and_cuts_nothing_off(window, event, twice_the_text):
    add_note(event, Note("Who prints the map?", "one", kind=NoteKind.QUESTION))
    window.desk.refresh()
    for _ in range(2):
        settle()
        assert nameless(window) == []
        assert cut_off(window) == []
        assert overlapping(window) == []
        assert "sideways" not in scrolls(window)
        keep(event, [one.digest for one in to_read(event)])
        window.desk.refresh()
        finish_all(window)
        panel(window).forgetting.ask.click()


class EverybodyHasGone(Exception):
    """A rehearsal is over, and nothing of it has been read."""


def everybody_goes(game) -> None:
    raise EverybodyHasGone


@pytest.fixture
def rehearsed(tmp_path, monkeypatch):
    """Return a rehearsal of 12 tables to the end of its last step: nothing is read, and the count is open."""
    monkeypatch.setattr(playing, "read_notes", everybody_goes)
    crowd, clock = a_crowd(96, 12, seed=3), PretendClock(DAY)
    file = find_programme("living-well-here")
    event = playing.pretend_event(tmp_path / "riverside.event", file, crowd, variant="full", clock=clock)
    with pytest.raises(EverybodyHasGone):
        deque(playing.play(event, crowd, clock), maxlen=0)
    for number in range(100):
        add_note(event, Note(f"More buses, said {number} of us", "talk-goals", f"Table {number % 12 + 1}"))
    yield event
    if not event.store.is_closed:
        event.close()


def read_in_the_window(window) -> int:
    """Put in marks where something was found, keep the rest, and return how many notes were there."""
    reading = window.reading.window
    while not reading.is_done:
        if reading.screen_shown.alone is not None and reading.screen_shown.alone.note is not None:
            press(reading, "c")
            QTest.keyClick(reading.focusWidget(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
            press(reading, Qt.Key.Key_Return)
        else:
            press(reading, "k")
    press(reading, ESCAPE)
    return reading.review.notes


@pytest.mark.slow
def test_a_whole_rehearsal_is_finished_by_keyboard_with_the_same_bytes_as_in_the_terminal(
    rehearsed, operate, stick, tmp_path
):
    window = operate(rehearsed)
    window.desk.go_to(Place(FINISH))
    window.now.focus_next()
    assert offered(window).endswith("for the same-day sheet")
    press(window, SPACE)
    read_in_the_window(window)
    press(window, SPACE)
    assert offered(window).endswith("other texts")
    press(window, SPACE)
    notes = read_in_the_window(window)
    press(window, SPACE)
    tick(window)
    press(window, SPACE, SPACE, SPACE)
    assert offered(window) == END
    made = {path.name: path.read_bytes() for path in files(window, "*") if path.suffix in (".html", ".pdf", ".zip")}
    path = rehearsed.path
    window.close()
    rehearsed.close()
    out = tmp_path / "terminal"
    out.mkdir()

    assert main(["report", str(path), "--out", str(out)]) == 0
    assert main(["pack", str(path), "--out", str(out), "--rehearsal"]) == 0

    assert notes >= 240
    assert {path.name: path.read_bytes() for path in out.iterdir()} == made
    assert sorted(path.rpartition(".")[2] for path in made) == ["html", "pdf", "pdf", "zip"]
