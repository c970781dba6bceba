"""Leads a newcomer through a rehearsal: says what to do at each place, and what the pretend people do."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facilitator.core.programme import ActivityKind
from facilitator.rehearsal.lesson import lesson_for
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.run.desk import Desk
from ui.run.headings import step_here
from ui.run.lesson_card import LessonCard
from ui.run.on_screen import Vote
from ui.run.pretend_room import PretendRoom


class LessonGuide(QObject):
    """Keeps the lesson card true to where the learner is."""

    def __init__(self, desk: Desk, pretend: PretendRoom, words: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._pretend = desk, pretend
        self._place = desk.place
        self.card = LessonCard(words, pretend.people)
        pretend.said.connect(self.card.show_act)
        desk.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        if self._desk.place != self._place:
            self._place = self._desk.place
            self.card.forget_acts()
        self.card.show_lesson(self._lesson())

    def _lesson(self) -> Message:
        step = step_here(self._desk)
        if not self._desk.has_begun:
            return say("Look round: the run sheet, one next action, the room. Press Space.")
        if step is None and self._desk.snapshot.record.count_closed:
            return say("That was a whole event. Close this window to go on to your own.")
        if step is None:
            return say("Press Space for each, and K for what you have read. Then close the window: it was all pretend.")
        question = self._desk.question
        if question is not None and self._desk.on_screen == Vote(question.key, revealed=True):
            return say("The room sees the result. Say it aloud, then press Space.")
        state = question.state if question is not None else None
        return lesson_for(ActivityKind(step.kind), state, self._pretend.way())
