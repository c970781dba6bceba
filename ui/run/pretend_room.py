"""The pretend room: pretend people act while a learner runs the event, at the place where the learner is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.core.keys import State
from facilitator.core.tally import CountSheet
from facilitator.errors import Refused
from facilitator.rehearsal.act import Act
from facilitator.rehearsal.acts import acts_at
from facilitator.rehearsal.asking import Way, asking_of
from facilitator.rehearsal.counts import hands_of
from facilitator.rehearsal.crowd import Crowd
from ui.models.run_sheet import FINISH, Place
from ui.run.desk import Desk

PACE_MS = 350
LONG_WAIT_MS = 3_600_000


class PretendRoom(QObject):
    """Does one act of the pretend people at a time; `said` tells what they did.

    `way_settled`: how the room answers the question it has come to, before anybody answers.
    """

    said = Signal(object)
    way_settled = Signal(object)

    def __init__(self, desk: Desk, crowd: Crowd, *, pace_ms: int = PACE_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._crowd = desk, crowd
        self._at: tuple[Place, State | None] | None = None
        self._acts: Iterator[Act] = iter(())
        self._timer = QTimer(self, interval=pace_ms)
        self._timer.timeout.connect(lambda: self.act_once())
        desk.changed.connect(self._on_desk_changed)
        self._on_desk_changed()

    def stop(self) -> None:
        """Let nobody act any more."""
        self._timer.stop()
        self._acts = iter(())

    @property
    def people(self) -> int:
        """How many pretend people there are."""
        return self._crowd.people

    def waits(self) -> None:
        """Let people act only when `act_once` is called, and not by the clock."""
        self._timer.setInterval(LONG_WAIT_MS)

    def act_once(self) -> bool:
        """Let the next person act; return False where nobody has anything to do."""
        if self._desk.times.paused:
            return False
        act = next(self._acts, None)
        if act is None:
            self._timer.stop()
            return False
        try:
            act.do()
        except Refused as refused:  # the learner was quicker: the question is closed, the table has sent its count
            self.said.emit(refused.message)
            return True
        self.said.emit(act.told)
        return True

    def way(self) -> Way | None:
        """Return how the room answers the open question; None while none is open."""
        question = self._desk.snapshot.open_question
        return asking_of(self._desk.open_event, question.key).way if question is not None else None

    def settle_way(self) -> None:
        """Say how the room answers the question at this place, while nobody has answered it."""
        place = self._desk.place
        question = self._desk.snapshot.question(place.question) if place.question else None
        if question is not None and question.state in (State.READY, State.OPEN) and not question.tally.cast:
            self.way_settled.emit(asking_of(self._desk.open_event, question.key).way)

    def called_out(self) -> CountSheet | None:
        """Return the hands that the tellers call out for the open question; None where the room votes otherwise."""
        question = self._desk.snapshot.open_question
        if question is None:
            return None
        asking = asking_of(self._desk.open_event, question.key)
        return hands_of(self._crowd, asking) if asking.way in (Way.HANDS, Way.TWO_TELLERS) else None

    def _on_desk_changed(self) -> None:
        place = self._desk.place
        question = self._desk.snapshot.question(place.question) if place.question else None
        at = (place, question.state if question is not None else None)
        if at == self._at or not self._desk.has_begun or place.activity == FINISH:
            return
        self._at = at
        self.settle_way()
        if question is None or question.state is not State.READY:
            self._acts = acts_at(self._desk.open_event, self._crowd, place.activity, place.question)
            self._timer.start()
