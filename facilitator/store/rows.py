"""The rows that are appended to the event file, one shape for each relation; the fields are its columns."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class FileMarkRow(NamedTuple):
    """Fixed at creation: whose event this is, and whether it is a rehearsal."""

    only: int
    event: str
    rehearsal: bool


class ProgrammeRow(NamedTuple):
    """The programme file as it was read, to the letter."""

    id: int
    entry: int
    digest: str
    form: str
    text: str


class EventDetailRow(NamedTuple):
    """What the event is called and where it is; the newest row is the one that holds."""

    id: int
    entry: int
    title: str
    held_on: str
    place: str
    tables: int | None
    variant: str
    language: str
    convenor: str
    area: str


class WordingRow(NamedTuple):
    """One version of a text; translations and Easy Read texts are JSON objects by language."""

    id: int
    entry: int
    key: str
    version: int
    parent: int | None
    text: str
    translations: str
    easy_read: str
    text_hash: str
    source: str


class ActivityRow(NamedTuple):
    """One edition of a step of the run sheet; the newest of a key holds."""

    id: int
    entry: int
    key: str
    stage: str
    position: float
    kind: str
    title: str
    minutes: int
    who: str
    prompts: str
    from_area: str | None
    each_area: bool
    dropped: bool


class QuestionRow(NamedTuple):
    """One asking of a question; asked again, it has a new row that names the one it replaces."""

    id: int
    entry: int
    key: str
    stage: str
    activity: str
    position: float
    method: str
    max_marks: int
    stacking: bool
    practice: bool
    sensitive: bool
    must_have: bool
    room_made: int
    wording: int
    replaces: int | None
    from_area: str | None
    run_off_of: int | None


class QuestionOptionRow(NamedTuple):
    """One option of a question, at its place in the shown order (T14)."""

    question: int
    position: int
    option_key: str
    wording: int
    entry: int


class QuestionStateRow(NamedTuple):
    """Where a question stands since this entry."""

    id: int
    entry: int
    question: int
    revision: int
    state: str
    present: int | None
    groups_disjoint: bool
    explanation: str


class IssuedRow(NamedTuple):
    """How many ballots of a channel went out, as stated with a question's state."""

    state: int
    channel: str
    number: int


class BallotRow(NamedTuple):
    """One person's answer; no sequence, time or author."""

    question: int
    voter: bytes
    sender: bytes
    counter: int
    edition: int
    channel: str
    standing: str
    marks: str
    assisted: int  # 0 or 1: SQLite's module binds a bool far more slowly


class CountSheetRow(NamedTuple):
    """A figure entered by a person."""

    id: int
    entry: int
    question: int
    place: str
    channel: str
    counter: str
    second_of: int | None
    replaces: int | None
    people_voting: int | None
    abstain: int
    blank: int
    spoilt: int
    instead_of_ballots: bool
    provisional: bool = False


class CountLineRow(NamedTuple):
    """One option's figure on a count sheet."""

    sheet: int
    option_key: str
    number: int


class AttendanceRow(NamedTuple):
    """A head-count; people None is unknown (T28)."""

    id: int
    entry: int
    measure: str
    role: str
    activity: str
    people: int | None


class TableSessionRow(NamedTuple):
    """One table in one activity."""

    id: int
    entry: int
    activity: str
    place: str
    headcount: int | None
    complete: bool
    played_back: bool


class NoteRow(NamedTuple):
    """One edition of a note."""

    id: int
    entry: int
    note: bytes
    edition: int
    activity: str
    place: str
    kind: str
    about: str
    text: str
    language: str
    withdrawn: bool
    verbatim: bool = False
    strength: str = ""
    minority: bool = False
    owner: str = ""
    by_when: str = ""


class ActivityMarkRow(NamedTuple):
    """A step began, ended, was skipped, or is wanted after all; when, says its entry."""

    id: int
    entry: int
    activity: str
    mark: str


class ClockMarkRow(NamedTuple):
    """All clocks paused or went on, or the pace changed; `since` None is when it was written."""

    id: int
    entry: int
    mark: str
    since: str | None


class MainPointRow(NamedTuple):
    """One edition of a main point for the play-back, and what the room said to it."""

    id: int
    entry: int
    point: bytes
    edition: int
    position: float
    text: str
    minority: bool
    note: bytes | None
    heard: str
    withdrawn: bool


class WordsReadRow(NamedTuple):
    """A person read the words with this SHA-256 and let them be published."""

    id: int
    entry: int
    digest: str


class DoorCountRow(NamedTuple):
    """How many of a role came in and went out during one step; the newest of a step and role holds."""

    id: int
    entry: int
    activity: str
    role: str
    people_in: int
    people_out: int


class InvitationRow(NamedTuple):
    """How many were invited and how many had booked; None is unknown (T28)."""

    id: int
    entry: int
    invited: int | None
    booked: int | None


class FormAnswerRow(NamedTuple):
    """One answer on one paper form; no sequence, time or author, and a mark unlike that of any other answer."""

    question: str
    mark: bytes
    answer: str


class FormAnswerBackRow(NamedTuple):
    """An answer that was typed by mistake and does not count."""

    question: str
    mark: bytes


class AccessProvisionRow(NamedTuple):
    """One means of access: whether it was asked for, provided, and worked."""

    id: int
    entry: int
    what: str
    asked: str
    provided: str
    worked: str
    withdrawn: bool


class NextStepRow(NamedTuple):
    """One edition of what happens next: who does it, and by when."""

    id: int
    entry: int
    step: bytes
    edition: int
    position: float
    text: str
    who: str
    by_when: str
    withdrawn: bool


class PublicationRow(NamedTuple):
    """A pack that was made: its revision, the digest that is its identity, and its figures about people as JSON."""

    id: int
    entry: int
    revision: int
    digest: str
    figures: str


class OutcomeRow(NamedTuple):
    """What the room did with a statement, on which revision of its result."""

    id: int
    entry: int
    question: int
    revision: int
    kind: str
    wording: int
    decided_by: str


class CarryForwardRow(NamedTuple):
    """The recorded decision which areas go into stage 3."""

    id: int
    entry: int
    question: int
    revision: int
    cut: int
    tie_rule: str
    decided_by: str
    run_off: int | None
    run_off_revision: int | None


class CarriedRow(NamedTuple):
    """One carried area."""

    carry_forward: int
    position: int
    option_key: str


class CountClosedRow(NamedTuple):
    """The end of voting for good."""

    only: int
    entry: int


class SecretRow(NamedTuple):
    """The key of a question's voter hashes; the one row that can be forgotten."""

    question: int
    key: bytes


class PreparedProgrammeRow(NamedTuple):
    """The whole programme as the organiser prepared it, as JSON; the newest one holds."""

    id: int
    entry: int
    text: str


class MeetingRow(NamedTuple):
    """Whether anybody may come or not, and why not; `profile` is "under-16" for a group of children."""

    id: int
    entry: int
    openness: str
    reason: str
    profile: str


class PartnerRow(NamedTuple):
    """An organisation that takes part, with what kind it is and its role; the newest edition of `partner` holds."""

    id: int
    entry: int
    partner: bytes
    edition: int
    position: float
    name: str
    kind: str
    role: str
    withdrawn: bool


class DutyRow(NamedTuple):
    """Where the organiser stands with one duty of the checklist."""

    id: int
    entry: int
    duty: str
    state: str
    remark: str


class SafeguardingLeadRow(NamedTuple):
    """Who to call, and what to say; in no report and no pack."""

    id: int
    entry: int
    name: str
    phone: str
    advice: str


class TableTimeRow(NamedTuple):
    """How many minutes more a table has in a step of the run sheet."""

    id: int
    entry: int
    activity: str
    place: str
    minutes: int


Row: TypeAlias = (
    FileMarkRow
    | ProgrammeRow
    | EventDetailRow
    | WordingRow
    | ActivityRow
    | QuestionRow
    | QuestionOptionRow
    | QuestionStateRow
    | IssuedRow
    | BallotRow
    | CountSheetRow
    | CountLineRow
    | AttendanceRow
    | TableSessionRow
    | NoteRow
    | ActivityMarkRow
    | ClockMarkRow
    | MainPointRow
    | WordsReadRow
    | DoorCountRow
    | InvitationRow
    | FormAnswerRow
    | FormAnswerBackRow
    | AccessProvisionRow
    | NextStepRow
    | PublicationRow
    | OutcomeRow
    | CarryForwardRow
    | CarriedRow
    | CountClosedRow
    | SecretRow
    | PreparedProgrammeRow
    | MeetingRow
    | PartnerRow
    | DutyRow
    | SafeguardingLeadRow
    | TableTimeRow
)

RELATIONS: dict[type[Row], str] = {
    FileMarkRow: "file_mark",
    ProgrammeRow: "programme",
    EventDetailRow: "event_detail",
    WordingRow: "wording",
    ActivityRow: "activity",
    QuestionRow: "question",
    QuestionOptionRow: "question_option",
    QuestionStateRow: "question_state",
    IssuedRow: "issued",
    BallotRow: "ballot",
    CountSheetRow: "count_sheet",
    CountLineRow: "count_line",
    AttendanceRow: "attendance",
    TableSessionRow: "table_session",
    NoteRow: "note",
    ActivityMarkRow: "activity_mark",
    ClockMarkRow: "clock_mark",
    MainPointRow: "main_point",
    WordsReadRow: "words_read",
    DoorCountRow: "door_count",
    InvitationRow: "invitation",
    FormAnswerRow: "form_answer",
    FormAnswerBackRow: "form_answer_back",
    AccessProvisionRow: "access_provision",
    NextStepRow: "next_step",
    PublicationRow: "publication",
    OutcomeRow: "outcome",
    CarryForwardRow: "carry_forward",
    CarriedRow: "carried",
    CountClosedRow: "count_closed",
    SecretRow: "secret",
    PreparedProgrammeRow: "prepared_programme",
    MeetingRow: "meeting",
    PartnerRow: "partner",
    DutyRow: "duty",
    SafeguardingLeadRow: "safeguarding_lead",
    TableTimeRow: "table_time",
}

INSERTS: dict[type[Row], str] = {
    row: f"INSERT INTO {relation} ({', '.join(row._fields)}) VALUES ({', '.join('?' * len(row._fields))})"
    for row, relation in RELATIONS.items()
}
