"""An event as anyone may see it: the one thing that reports, same-day sheets and packs are made of.

Only `facilitator.gate.publishing` makes one. It holds no table, no time of day, no figure that is withheld, and of the
words that somebody typed for the event only those that a person has read or that were read to the room. What was
announced before the event, its title, place, area, convenor and partners, is there unread (docs/sensitive-text.md).
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.conduct.starting import EventDetails
from facilitator.core.disclosure import ShownFormCounts, ShownHeadcount, ShownResult
from facilitator.core.duties import DutyState
from facilitator.core.meeting import Openness, PartnerKind, PartnerRole, Profile
from facilitator.core.notes import Heard, NoteKind, Strength
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.plan.difference import Difference
from facilitator.core.programme import Programme, Stage
from facilitator.words.message import Message, say

NOT_READ_YET = say("[not read by a person yet]")  # stands for words until a person has read them


@dataclass(frozen=True, slots=True)
class PublishedTables:
    """From how many tables notes came, of how many there were, and how many heard theirs read back; never which."""

    returned: int
    there: int | None
    read_back: int


@dataclass(frozen=True, slots=True)
class PublishedStep:
    """One step of the run sheet; `skipped` and `why_other_minutes` are reasons, None where there is nothing to say."""

    key: str
    stage: str
    kind: str
    title: str
    planned_minutes: int
    minutes_at_first: int
    actual_minutes: int | None
    prompts: tuple[str, ...]
    from_area: str | None
    skipped: str | None
    why_other_minutes: tuple[str, ...]
    has_gathered_notes: bool
    tables: PublishedTables | None


@dataclass(frozen=True, slots=True)
class PublishedOutcome:
    """What the room did with a statement: `text` is the wording that holds since.

    It is `stale` where the vote it was settled on was corrected afterwards (T24).
    """

    question: str
    kind: OutcomeKind
    text: str
    decided_by: str
    why: str
    stale: bool


@dataclass(frozen=True, slots=True)
class PublishedCarried:
    """Which areas went forward; neither their order nor how a tie was settled is told without figures (D7)."""

    question: str
    stage: str
    revision: int
    areas: tuple[tuple[str, str], ...]
    tie_rule: str | None
    decided_by: str
    why: str
    stale: bool


@dataclass(frozen=True, slots=True)
class PublishedNote:
    """One note that a person has read; `session` is shared by notes of one table at one step and tells no table."""

    id: str
    session: str
    stage: str
    activity: str
    kind: NoteKind
    about: str
    text: str
    language: str
    verbatim: bool
    strength: Strength
    minority: bool
    owner: str
    by_when: str


@dataclass(frozen=True, slots=True)
class PublishedPoint:
    """One main point: read by a person, or read to the room and `heard`; `note` is its published note, or empty."""

    id: str
    text: str
    minority: bool
    heard: Heard
    note: str


@dataclass(frozen=True, slots=True)
class PublishedChange:
    """One decision on a vote, to the day and no finer; `about` is a question's key and `text` its words at the time."""

    day: str
    verb: str
    about: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class PublishedHeadcount:
    """How many people of one role came besides the participants (T26)."""

    role: str
    people: ShownHeadcount


@dataclass(frozen=True, slots=True)
class PublishedAccess:
    """One means of access: each of the three is yes, partly, no, or empty where nobody said."""

    what: str
    asked: str
    provided: str
    worked: str


@dataclass(frozen=True, slots=True)
class WhoCame:
    """Who came: participants alone in `attended`; None is not recorded, never nought (T28).

    It is `at_least` so many where more were in the room at once than anybody counted in.

    `others` are counted apart and nowhere added up. `forms` are the questions of the paper forms, equality first.
    """

    attended: int | None = None
    at_least: bool = False
    counted_at_the_door: bool = False
    invited: int | None = None
    booked: int | None = None
    others: tuple[PublishedHeadcount, ...] = ()
    forms: tuple[ShownFormCounts, ...] = ()
    access: tuple[PublishedAccess, ...] = ()
    roles_question: str = ""


@dataclass(frozen=True, slots=True)
class PublishedPartner:
    """An organisation that took part; its name was announced before the event."""

    name: str
    kind: PartnerKind
    role: PartnerRole


@dataclass(frozen=True, slots=True)
class PublishedDuty:
    """One duty of the organiser's list: `text` is what was to be done, `seen_to` says it where it is done."""

    key: str
    text: Message
    seen_to: Message
    state: DutyState
    remark: str


@dataclass(frozen=True, slots=True)
class PublishedMeeting:
    """What kind of meeting it was, with whom, and what the organiser saw to; never who was to be called."""

    openness: Openness = Openness.UNKNOWN
    reason: str = ""
    profile: Profile = Profile.USUAL
    partners: tuple[PublishedPartner, ...] = ()
    duties: tuple[PublishedDuty, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedNextStep:
    """What happens next: who does it and by when, as far as that was said."""

    id: str
    text: str
    who: str
    by_when: str


@dataclass(frozen=True, slots=True)
class Unread:
    """How many notes and other texts wait for a person to read them, and are left out until then."""

    notes: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class PublishedEvent:
    """The event as anyone may see it; figures are recounts that passed the gate.

    Where a text was not read by a person yet, a mark stands in its place, and its hash is that of the mark. `is_open`:
    some question takes votes at this moment, also one that is not among the results. `differences` are those of the
    programme, as the organiser prepared it, from the issued one, whose file has the digest.
    """

    event_id: str
    rehearsal: bool
    details: EventDetails
    programme: Programme
    programme_digest: str
    differences: tuple[Difference, ...]
    stages: tuple[Stage, ...]
    steps: tuple[PublishedStep, ...]
    results: tuple[ShownResult, ...]
    taken_back: tuple[ShownResult, ...]
    outcomes: tuple[PublishedOutcome, ...]
    carried: PublishedCarried | None
    notes: tuple[PublishedNote, ...]
    notes_taken_out: int
    main_points: tuple[PublishedPoint, ...]
    changes: tuple[PublishedChange, ...]
    who_came: WhoCame
    next_steps: tuple[PublishedNextStep, ...]
    count_closed: bool
    why_count_closed: tuple[str, ...]
    unread: Unread
    is_open: bool
    meeting: PublishedMeeting = PublishedMeeting()

    @property
    def closed_results(self) -> tuple[ShownResult, ...]:
        """What was asked and has a result, in the order it was asked."""
        return tuple(result for result in self.results if result.status in ("closed", "corrected"))

    def reasons_for(self, key: str, verbs: frozenset[str]) -> list[str]:
        """Return the reasons given for what was done with a question as it is asked now, oldest first.

        What was done with an asking that was taken back belongs to that one, save the reasons for taking it back.
        """
        found: list[str] = []
        for change in self.changes:
            if change.about == key and change.verb in TAKING_BACK and change.verb not in verbs:
                found = []
            if change.about == key and change.verb in verbs and change.why:
                found.append(change.why)
        return found


TAKING_BACK = frozenset({"take back question", "ask again"})
