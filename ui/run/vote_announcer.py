"""What people who hear the screen are told of a vote: that it opens, how it closes, when its result is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.core.keys import State
from facilitator.core.result import QuestionResult
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.run.desk import Desk
from ui.run.on_screen import OnScreen, Vote
from ui.widgets.announcing import announce


class VoteAnnouncer(QObject):
    """Listens to the desk and announces in `window` what changed since it last looked; it begins silently."""

    def __init__(self, desk: Desk, words: Translator, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._words, self._window = desk, words, window
        self._states = _states(desk)
        self._on_screen = desk.on_screen
        desk.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        before, self._states = self._states, _states(self._desk)
        seen, self._on_screen = self._on_screen, self._desk.on_screen
        for question in self._desk.snapshot.questions:
            told = _told(question, before.get(question.key))
            if told is not None:
                announce(self._window, self._words(told))
        if seen != self._on_screen and (shown := self._result_shown(self._on_screen)) is not None:
            announce(self._window, self._words(shown))

    def _result_shown(self, on_screen: OnScreen) -> Message | None:
        if not isinstance(on_screen, Vote) or not on_screen.revealed:
            return None
        question = self._desk.snapshot.question(on_screen.question)
        return None if question is None else say("The room sees the result of “{question}”.", question=question.text)


def _states(desk: Desk) -> dict[str, State]:
    return {question.key: question.state for question in desk.snapshot.questions}


def _told(question: QuestionResult, before: State | None) -> Message | None:
    """Return what to say of a question that was in another state before; None where nothing opened or closed."""
    if question.state is before:
        return None
    if question.state is State.OPEN:
        return say("The vote on “{question}” is open.", question=question.text)
    if question.state is State.CLOSED and before is State.OPEN:
        return _closed(question)
    return None


def _closed(question: QuestionResult) -> Message:
    present = question.denominators.present
    told = say("The vote on “{question}” is closed.", question=question.text)
    if present is None:
        return say_many(
            "{told} {count} person voted.", "{told} {count} people voted.", count=question.tally.cast, told=told
        )
    return say_many(
        "{told} {count} of {present} people here voted.", "{told} {count} of {present} people here voted.",
        count=question.tally.cast, told=told, present=present,
    )  # fmt: skip
