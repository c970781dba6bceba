"""A programme: the exercise many events feed, as its file says it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from facilitator.core.disclosure.policy import SuppressionPolicy
from facilitator.core.forms import Form
from facilitator.core.keys import ActivityKey, OptionKey, QuestionKey, StageKey
from facilitator.core.methods import Method
from facilitator.core.wording import Wording

MOST_ROOM_MADE_AREAS = 3
MOST_KEYS_MADE_IN_ROOM = 30  # areas taken back keep theirs, so there are more keys than areas


def room_made_key(number: int) -> str:
    """Return the key of the room's area `number`, counted from 1."""
    return f"room-{number}"


class ActivityKind(StrEnum):
    """What a timed step of the run sheet is."""

    WELCOME = "welcome"
    GO_ROUND = "go_round"
    READ_ALOUD = "read_aloud"
    TABLE_TALK = "table_talk"
    VOTE = "vote"
    SETTLE = "settle"
    THEMING = "theming"
    CARRY_FORWARD = "carry_forward"
    EVIDENCE = "evidence"
    PLAY_BACK = "play_back"
    COMMITMENTS = "commitments"
    NEXT_STEPS = "next_steps"
    FORMS = "forms"
    BREAK = "break"
    THANKS = "thanks"


class PromiseLevel(StrEnum):
    """How far people can change what is decided, from least to most."""

    INFORM = "inform"
    CONSULT = "consult"
    INVOLVE = "involve"
    COLLABORATE = "collaborate"
    DEVOLVE = "devolve"


@dataclass(frozen=True, slots=True)
class Model:
    """A service or way of working in an area, about which a direction is asked when the area is carried."""

    key: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class EvidenceCard:
    """What is known about an area before it is talked about; what is not known is empty, never guessed.

    `models` are examples from here and elsewhere, `balanced_by` who made sure that more than one side is told.
    """

    headline: str = ""
    now: str = ""
    cost: str = ""
    cost_year: str = ""
    cost_basis: str = ""
    inspectors: str = ""
    staff: str = ""
    local_people: str = ""
    models: str = ""
    source: str = ""
    date: str = ""
    balanced_by: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; an area of stage 2 may bring models and evidence."""

    key: OptionKey
    wording: Wording
    models: tuple[Model, ...] = ()
    evidence: EvidenceCard | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One vote: `max_marks` is how many options (choose) or dots one person has; options stand in shown order."""

    key: QuestionKey
    stage: StageKey
    method: Method
    wording: Wording
    options: tuple[Option, ...]
    max_marks: int = 1
    stacking: bool = False
    practice: bool = False
    sensitive: bool = False
    must_have: bool = True
    room_made: int = 0


@dataclass(frozen=True, slots=True)
class Activity:
    """One timed step; `each_area` steps are made once for every carried area, sharing the minutes."""

    key: ActivityKey
    stage: StageKey
    kind: ActivityKind
    title: Wording
    minutes: int
    who: str = ""
    prompts: tuple[Wording, ...] = ()
    questions: tuple[QuestionKey, ...] = ()
    each_area: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the stages, in order."""

    key: StageKey
    title: Wording


@dataclass(frozen=True, slots=True)
class Variant:
    """A length of the event with its run sheet; the minutes of its activities add up to `minutes`.

    `areas` is how many go forward in this length, however many tables there are; None leaves it to the tables.
    """

    key: str
    title: Wording
    minutes: int
    activities: tuple[Activity, ...]
    areas: int | None = None


@dataclass(frozen=True, slots=True)
class CarryForward:
    """Which question chooses the areas; `areas_by_tables` is (from so many tables, carry so many), largest first."""

    question: QuestionKey
    areas_by_tables: tuple[tuple[int, int], ...]

    def areas_for(self, tables: int) -> int:
        """Return how many areas go forward in a room of `tables` tables."""
        return next((areas for least, areas in self.areas_by_tables if tables >= least), 1)


@dataclass(frozen=True, slots=True)
class AreaTemplate:
    """What stage 3 asks of each carried area's models; `{model}` in the wording stands for the model.

    The questions are asked in the step called `activity`; a length of the event without that step asks none.
    """

    key: str
    stage: StageKey
    activity: ActivityKey
    wording: Wording
    options: tuple[Option, ...]
    must_have: bool = True


@dataclass(frozen=True, slots=True)
class NextStepLine:
    """A line of what happens next that every event fills in: what, and who does it where that is known."""

    wording: Wording
    who: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """The whole of a programme file; `access` are the means of access to ask about."""

    key: str
    version: int
    title: Wording
    language: str
    stages: tuple[Stage, ...]
    questions: tuple[Question, ...]
    variants: tuple[Variant, ...]
    promise: PromiseLevel | None = None
    promise_wording: Wording | None = None
    givens: tuple[Wording, ...] = ()
    ground_rules: tuple[Wording, ...] = ()
    carry_forward: CarryForward | None = None
    each_carried_area: AreaTemplate | None = None
    forms: tuple[Form, ...] = ()
    suppression: SuppressionPolicy = field(default_factory=SuppressionPolicy)
    access: tuple[Wording, ...] = ()
    next_steps: tuple[NextStepLine, ...] = ()

    def variant(self, key: str) -> Variant | None:
        """Return the variant called `key`."""
        return next((variant for variant in self.variants if variant.key == key), None)

    def areas_to_carry(self, variant: str, tables: int | None) -> int | None:
        """Return how many areas go forward; None where nothing is carried, or the number of tables is not known."""
        length = self.variant(variant)
        if self.carry_forward is None:
            return None
        if length is not None and length.areas is not None:
            return length.areas
        return self.carry_forward.areas_for(tables) if tables is not None else None

    def form(self, key: str) -> Form | None:
        """Return the form called `key`; None where the programme leaves it out."""
        return next((form for form in self.forms if form.key == key), None)

    def question(self, key: QuestionKey) -> Question:
        """Return the question called `key`, which must be one of this programme's."""
        return next(question for question in self.questions if question.key == key)


def evidence_of(programme: Programme, area: str) -> EvidenceCard | None:
    """Return the evidence card that a programme brings for an area; None where it has none, as of the room's areas."""
    if programme.carry_forward is None:
        return None
    options = programme.question(programme.carry_forward.question).options
    return next((option.evidence for option in options if option.key == area), None)
