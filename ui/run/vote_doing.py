"""What an operator may be about at a vote, beside its usual course, and what was typed for it meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from facilitator.core.keys import State
from facilitator.core.result import QuestionResult
from facilitator.words.message import Message, say
from ui.models.table_counts import TableEntry
from ui.run.hands_typed import HandsTyped


class Way(Enum):
    """How the votes of a question are counted in the room."""

    HANDS = "hands"
    TABLES = "tables"


class Doing(Enum):
    """What the operator is about, beside the usual course of a vote."""

    VOTING = "voting"
    CORRECTING = "correcting"
    REOPENING = "reopening"
    REWORDING = "rewording"
    TAKING_BACK = "taking back"


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a question stands: what was typed at one does not fit another."""

    state: State
    revision: int
    wording: int


def stand_of(question: QuestionResult) -> Stand:
    """Return where a question stands now."""
    return Stand(question.state, question.revision, question.wording_version)


@dataclass(frozen=True, slots=True)
class AtVote:
    """Which question the operator is at, and what about."""

    question: QuestionResult
    doing: Doing = Doing.VOTING

    @property
    def counts(self) -> bool:
        """Whether figures are typed now."""
        return self.is_correcting or (self.question.state is State.OPEN and self.doing is Doing.VOTING)

    @property
    def is_correcting(self) -> bool:
        """Whether the result is being corrected."""
        return self.doing is Doing.CORRECTING


NEEDS_WHY: dict[Doing, Message] = {
    Doing.CORRECTING: say("Why it is corrected, printed in the report"),
    Doing.REOPENING: say("Why it is opened again, printed in the report"),
    Doing.REWORDING: say("Why the wording is changed, printed in the report"),
    Doing.TAKING_BACK: say("Why it is taken back, printed in the report"),
}
SAVES: dict[Doing, Message] = {
    Doing.CORRECTING: say("Save the correction"),
    Doing.REOPENING: say("Open the vote again"),
    Doing.REWORDING: say("Ask on the new wording"),
    Doing.TAKING_BACK: say("Take the question back"),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed for one question and is not stored, kept while the operator looks elsewhere.

    It belongs to the question as it stood then (`stand`). `present` and `new_words` are None where nobody changed them.
    """

    stand: Stand
    way: Way
    present: int | None = None
    hands: HandsTyped | None = None
    tables: dict[str, TableEntry] = field(default_factory=dict)
    reason: str = ""
    disjoint: bool = False
    doing: Doing = Doing.VOTING
    why: str = ""
    new_words: str | None = None

    @property
    def is_unsaved(self) -> bool:
        """Whether it holds figures or words that would be lost."""
        figures = self.present is not None or self.hands is not None or bool(self.tables)
        return figures or bool(self.why.strip()) or self.new_words is not None


_CHOICES = {
    State.READY: (Doing.REWORDING, Doing.TAKING_BACK),
    State.OPEN: (Doing.REWORDING, Doing.TAKING_BACK),
    State.CLOSED: (Doing.REOPENING, Doing.REWORDING, Doing.TAKING_BACK),
    State.VOID: (Doing.REWORDING,),
}
_NAMES = {
    Doing.REOPENING: say("Open the vote again"),
    Doing.REWORDING: say("Change the wording and ask again"),
    Doing.TAKING_BACK: say("Take the question back"),
}


def choices(question: QuestionResult) -> list[tuple[Message, Doing]]:
    """Return what may be done with a question beside its usual course."""
    return [(_NAMES[doing], doing) for doing in _CHOICES[question.state]]
