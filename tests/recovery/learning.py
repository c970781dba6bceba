"""`python -m tests.recovery.learning FOLDER VARIANT END`: a pretend room that tells what is stored, until it is ended.

Each line it prints is what the file held right after one commit: by then the window was told that it is safe. END is
`at:VERB:NUMBER` (this process kills itself after the commit of that deed), `before:VERB:NUMBER` (within it, before it
is stored), `close:VERB:NUMBER` (the window is closed as usual after it), `pause:NUMBER` (the operator pauses after
that many steps, and is killed), `unbegun` (killed before anything was pressed), or `never`.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import Counter
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.conduct.event import Event
from facilitator.core.keys import State
from facilitator.store.moment import Decision, Moment
from facilitator.store.store import Store
from facilitator.words.translator import Translator
from tests.recovery.stored import BALLOT, stored_now
from ui.application import Windows, make_application
from ui.learner import Learner
from ui.run.operator_window import OperatorWindow


class Ended(Exception):
    """The window was closed."""


class Telling:
    """Prints what is stored after each commit, on the writer's thread, and then ends this process if it is time."""

    def __init__(self, event: Event, end: str) -> None:
        self._event = event
        self._how, _, rest = end.partition(":")
        self._verb, _, number = rest.rpartition(":")
        self._number = int(number or 0)
        self._seen: Counter[str] = Counter()
        self._known = len(event.store.reading.changes())
        self.is_to_close = False
        event.on_change(self.tell)
        if self._how == "before":
            _watch_rules(self)

    def tell(self) -> None:
        """Print the state of the file; kill where that was asked for."""
        print(json.dumps(stored_now(self._event).as_json()), flush=True)
        changes = self._event.store.reading.changes()
        for verb in [change.verb for change in changes[self._known :]] or [BALLOT]:
            self._seen[verb] += 1
        self._known = len(changes)
        if self._seen[self._verb] == self._number and self._how == "at":
            kill()
        self.is_to_close = self._how == "close" and self._seen[self._verb] >= self._number

    def decided(self, decision: Decision[object]) -> None:
        """Kill within the transaction of the deed that was asked for."""
        verb = decision.said.verb if decision.said is not None else BALLOT
        if decision.rows and verb == self._verb and self._seen[verb] + 1 == self._number:
            kill()

    def look(self, window: OperatorWindow, steps: int) -> None:
        """Close or pause between two presses, where that was asked for."""
        if self.is_to_close:
            window.close()
            raise Ended
        question = window.desk.question
        if self._how == "pause" and steps >= self._number and question is not None and question.state is State.OPEN:
            window.now.focus_next()
            QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_P)
            assert window.desk.times.paused
            kill()


def kill() -> None:
    """End this process as kill -9 does: nothing is tidied up."""
    os.kill(os.getpid(), signal.SIGKILL)


def _watch_rules(telling: Telling) -> None:
    append = Store.append

    def watched(store: Store, rule, *, entry_id=None):  # type: ignore[no-untyped-def]
        def decide(moment: Moment) -> Decision[object]:
            decision: Decision[object] = rule(moment)
            telling.decided(decision)
            return decision

        return append(store, decide, entry_id=entry_id)

    Store.append = watched  # type: ignore[method-assign]


def main(folder: Path, variant: str, end: str) -> None:
    """Run the pretend room in `folder`."""
    app = make_application(["learning"])
    windows = Windows(app, Translator(), folder=folder, own_folder=folder)
    windows.begin(None)
    windows.open_pretend_room(variant)
    operator, pretend = windows.operator, windows.pretend
    assert operator is not None
    assert pretend is not None
    telling = Telling(operator.desk.open_event, end)
    telling.tell()
    if end == "unbegun":
        kill()
    steps = iter(range(1_000_000))
    try:
        Learner(operator, pretend, lambda here: telling.look(operator, next(steps))).run_to_the_end()
    except Ended:
        return
    operator.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
