"""What an event file holds, as far as nobody may lose any of it; it travels over a pipe as one line."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from facilitator.conduct.event import Event
from facilitator.conduct.results import result, results
from facilitator.core.keys import State

BALLOT = "ballot"  # a commit without an entry: the log would tell when each one came


@dataclass(frozen=True)
class Stored:
    """The verbs in order; per question asked its state, how many voted and how; the notes; the clocks; when written."""

    verbs: list[str]
    questions: dict[str, list[Any]]
    notes: list[str]
    running: str | None
    paused: bool
    written: str = field(compare=False)

    @property
    def votes(self) -> int:
        """How many votes there are, in all questions."""
        return sum(cast for _, cast, _ in self.questions.values())

    @property
    def open_question(self) -> str | None:
        """The question that takes votes."""
        return next((key for key, (state, _, _) in self.questions.items() if state == State.OPEN), None)

    @property
    def has_begun(self) -> bool:
        """Whether the first step was started."""
        return "start activity" in self.verbs

    def as_json(self) -> dict[str, Any]:
        """Return what `Stored(**...)` takes."""
        return asdict(self)

    def holds(self, before: Stored) -> bool:
        """Whether everything of `before` is here, and at most more of it."""
        return (
            self.verbs[: len(before.verbs)] == before.verbs
            and self.notes[: len(before.notes)] == before.notes
            and all(self.questions.get(key, ["", -1])[1] >= asked[1] for key, asked in before.questions.items())
        )


def stored_now(event: Event) -> Stored:
    """Read what the file holds, on a connection of this thread."""
    reading = event.store.reading
    pauses = [mark.mark for mark in reading.clock_marks() if mark.mark in ("paused", "resumed")]
    last = reading.activity_marks()[-1:]
    return Stored(
        [change.verb for change in reading.changes()],
        {key: asked for key, asked in _asked(event) if asked[0] != State.READY},
        [note.text for note in reading.notes()],
        next((mark.activity for mark in last if mark.mark == "started"), None),
        "paused" in pauses[-1:],
        reading.last_written(),
    )


def _asked(event: Event) -> list[tuple[str, list[Any]]]:
    found = {question.key: question for question in results(event)}
    practice = [question.key for question in event.programme.questions if question.practice]
    on_the_sheet = {question.key for question in event.store.reading.questions()}
    found |= {key: result(event, key) for key in practice if key in on_the_sheet}
    return [
        (str(key), [str(one.state), one.tally.cast, {str(o): count for o, count in one.tally.counts.items()}])
        for key, one in found.items()
    ]
