"""What is said when an event is opened again, and where Tab goes in a panel that was made late."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from builders import MORNING, the_default_event
from facilitator.conduct.timing import go_to_activity
from tests.ui.pressing import press, settle
from ui.bridge import Bridge
from ui.models.run_sheet import Place
from ui.run.opening import open_operator


def test_the_day_is_told_where_the_file_was_not_written_today(qapp, words, tmp_path: Path):
    event = the_default_event(tmp_path, variant="slot")
    go_to_activity(event, "welcome")

    window = open_operator(event, words, Bridge(), now=lambda: MORNING + timedelta(days=1), moves=False)

    said = window.now.banner.accessibleName()
    assert said.startswith("The event goes on where it was. Its clocks stand still. 0 votes are safe;")
    assert "the file was last written on 20 November 2026 at " in said
    window.close()
    event.close()


def test_shift_tab_from_the_next_action_reaches_what_stands_above_it(operate, make_default_event):
    event = make_default_event(variant="slot")
    window = operate(event)
    window.desk.start_here()
    window.desk.go_to(Place("vote-goals", "s1"))
    window.now.focus_next()
    settle()

    reached = []
    for _ in range(3):
        press(window, Qt.Key.Key_Backtab)
        reached.append(window.focusWidget())

    assert window.vote.present in reached
