"""What pretend people need to know of a question, and the way in which the room answers it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.conduct.carried_stage import short_name
from facilitator.conduct.event import Event
from facilitator.conduct.finding import the_question
from facilitator.conduct.results import result, results
from facilitator.conduct.run_off import RUN_OFF
from facilitator.core.keys import OptionKey, State
from facilitator.core.methods import Method
from facilitator.core.result import QuestionResult
from facilitator.errors import Refused
from facilitator.words.message import say


class Way(StrEnum):
    """How the room answers a question."""

    HANDS = "hands"
    TWO_TELLERS = "two_tellers"
    TABLES = "tables"
    BALLOTS = "ballots"


_IN_TURN = (Way.HANDS, Way.TWO_TELLERS, Way.TABLES, Way.BALLOTS)


@dataclass(frozen=True, slots=True)
class Asking:
    """One question as it stands: its place in the event tells who is in the room, and how it is answered.

    `names` are short ones of the options. `places` is how many of its options go forward, 0 where none do. `number`
    counts the questions of its stage.
    """

    key: str
    text: str
    method: Method
    options: tuple[OptionKey, ...]
    names: tuple[str, ...]
    max_marks: int
    stage: int
    number: int
    state: State
    wording_version: int
    practice: bool
    places: int

    @property
    def way(self) -> Way:
        """In which way the room answers it; the ways take turns, so that a rehearsal has them all."""
        if self.practice or self.is_run_off:
            return Way.HANDS
        if not self.method.takes_one_choice:
            return Way.TABLES
        return _IN_TURN[self.number % len(_IN_TURN)]

    @property
    def is_run_off(self) -> bool:
        """Whether it is the run-off of a tie."""
        return self.key.endswith(RUN_OFF)

    @property
    def tellers_differ_at_first(self) -> bool:
        """Whether the two tellers come to different figures, and count again."""
        return self.way is Way.TWO_TELLERS and self.stage == 0

    @property
    def has_a_wrong_count(self) -> bool:
        """Whether one table's figures are written down wrongly, which it says after the closing."""
        return self.way is Way.TABLES and self.stage == 0


def asking_of(event: Event, key: str) -> Asking:
    """Return the question called `key` as it stands; raises `Refused` if the event has none."""
    found = result(event, key)
    stages = [str(stage.key) for stage in event.programme.stages]
    practice = any(question.practice and question.key == key for question in event.programme.questions)
    alike = [other.key for other in results(event) if other.stage == found.stage]
    number = alike.index(found.key) if found.key in alike else 0
    return Asking(
        found.key, found.text, found.method, tuple(option.key for option in found.options),
        tuple(short_name(option.text) for option in found.options), found.max_marks,
        stages.index(found.stage), number, found.state, found.wording_version, practice, _places(event, found),
    )  # fmt: skip


def state_of(event: Event, key: str) -> State:
    """Return where a question stands, without recounting it: asked before every single ballot."""
    return State(the_question(event.store.reading, key).state)


def refuse_real(event: Event) -> None:
    """Raise `Refused` for an event that is no rehearsal: pretend people never reach a real one."""
    if not event.is_rehearsal:
        raise Refused(
            say("This is a real event, and pretend people have no place in it."),
            say("Start a rehearsal instead; it has a file of its own."),
        )


def _places(event: Event, found: QuestionResult) -> int:
    plan = event.programme.carry_forward
    if plan is None or plan.question != found.key:
        return 0
    return event.programme.areas_to_carry(event.details.variant, event.details.tables or 1) or 0
