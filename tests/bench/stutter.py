"""`python -m tests.bench.stutter FOLDER`: prints the longest stop of the GUI thread.

Three figures: idle, while 300 people vote, and while the room screen grows twelve bars time and again.
"""

from __future__ import annotations

import secrets
import sys
import threading
import time
from itertools import cycle, pairwise
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from facilitator.conduct.casting import Cast, cast
from facilitator.conduct.event import Event, create_event
from facilitator.conduct.noting import Note, add_note
from facilitator.conduct.starting import EventDetails
from facilitator.conduct.timing import go_to_activity
from facilitator.conduct.voting import open_question
from facilitator.core.ballots import Choice
from facilitator.core.keys import Channel, OptionKey, SenderId
from facilitator.programme.shipped import find_programme
from facilitator.words.translator import Translator
from tests.bench.room_screen import SIZE, a_result_of_bars
from ui.application import Windows, make_application
from ui.room_screen.room_window import RoomWindow
from ui.room_screen.scene import Blank

NOTES, VOTES, SECONDS, HEARTBEAT_MS = 2_000, 300, 2.0, 2
REVEAL_MS = 500


def main(folder: Path) -> None:
    """Open the window on an event of 2,000 notes with an open question, and watch how evenly a short timer ticks."""
    app = make_application(["bench"])
    event = _filled(folder)
    windows = Windows(app, Translator(), folder=folder, own_folder=folder)
    windows.open_event(event)
    assert windows.operator is not None
    windows.operator.resize(1366, 768)
    windows.operator.room.show()
    _longest_stop(1.0)
    idle = max(_longest_stop(SECONDS) for _ in range(2))
    crowd = threading.Thread(target=_vote, args=(event,))
    crowd.start()
    voting = _longest_stop(SECONDS)
    crowd.join()
    growing = _while_bars_grow()
    windows.operator.close()
    print(idle, voting, growing)


def _while_bars_grow() -> float:
    """Show a result anew each half second on a screen of a projector's size, beside the operator's window."""
    room, scenes = RoomWindow(Translator(), Blank(), moves=True), cycle((a_result_of_bars(), Blank()))
    room.resize(SIZE)
    room.show()
    revealing = QTimer(interval=REVEAL_MS)
    revealing.timeout.connect(lambda: room.canvas.show_scene(next(scenes)))
    revealing.start()
    longest = _longest_stop(SECONDS)
    revealing.stop()
    room.close()
    return longest


def _filled(folder: Path) -> Event:
    details = EventDetails("Living well here", "2026-11-20", "Village hall", 10)
    event = create_event(folder / f"stutter {secrets.token_hex(4)}.event", find_programme("living-well-here"), details)
    for number in range(NOTES):
        add_note(event, Note(f"Note {number}: there is no bus after six, and a taxi costs too much.", "what-matters"))
    go_to_activity(event, "vote-goals")
    open_question(event, "s1", present=VOTES)
    return event


def _vote(event: Event) -> None:
    begun = time.perf_counter()
    for number in range(VOTES):
        time.sleep(max(0.0, begun + number / VOTES - time.perf_counter()))
        choices = (Choice(OptionKey(("agree", "unsure", "disagree")[number % 3])),)
        ballot = Cast(f"CARD{number:04}", SenderId(number.to_bytes(16, "big")), 1, choices, Channel.PHONE)
        cast(event, "s1", ballot)


def _longest_stop(seconds: float) -> float:
    ticks: list[float] = [time.perf_counter()]
    timer = QTimer(interval=HEARTBEAT_MS)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    waiting = QEventLoop()  # app.quit would close the windows, and with them the event
    QTimer.singleShot(round(seconds * 1000), waiting.quit)
    waiting.exec()
    timer.stop()
    return max(after - before for before, after in pairwise(ticks))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
