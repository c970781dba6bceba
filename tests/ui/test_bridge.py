"""The way from the writer's thread to the windows."""

from __future__ import annotations

import threading

from facilitator.conduct.attending import Measure, record_attendance
from ui.bridge import Bridge


def test_a_commit_reaches_the_gui_thread(make_event, qapp, qtbot):
    event = make_event()
    bridge = Bridge()
    event.on_change(bridge.committed.emit)
    threads: list[threading.Thread] = []
    bridge.event_changed.connect(lambda: threads.append(threading.current_thread()))

    with qtbot.waitSignal(bridge.event_changed, timeout=2000):
        record_attendance(event, Measure.PRESENT, 84)

    assert threads == [threading.main_thread()]


def test_many_commits_are_told_ten_times_a_second_at_most(make_event, qapp, qtbot):
    event = make_event()
    bridge = Bridge()
    event.on_change(bridge.committed.emit)
    told: list[bool] = []
    bridge.event_changed.connect(lambda: told.append(True))

    for people in range(50):
        record_attendance(event, Measure.PRESENT, people)
    qtbot.wait(350)

    assert 1 <= len(told) <= 4
