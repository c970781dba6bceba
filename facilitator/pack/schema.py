"""The tables of eventpack/1: every column with its type and meaning; docs/pack.md explains the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.core.disclosure import Form
from facilitator.core.keys import Source
from facilitator.core.meeting import Openness, PartnerKind, PartnerRole
from facilitator.core.methods import Method
from facilitator.core.notes import Heard, NoteKind, Strength
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.programme import ActivityKind, PromiseLevel
from facilitator.core.ranking import TieRule
from facilitator.core.shares import Base


class Kind(StrEnum):
    """What the cells of a column hold."""

    KEY = "key"  # of the programme, or made from one
    ID = "id"  # hex
    NAME = "name"  # one line without hidden characters
    TEXT = "text"  # people's words to the letter
    WORDING = "wording"  # a text of another table again
    WHOLE = "whole number"
    COUNT = "whole number or c"  # c: withheld, because it is too small or would give such a number away
    DAY = "day"
    FLAG = "flag"
    HASH = "SHA-256"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; an empty cell is allowed unless it is `required`, and never means nought.

    A text that is `told_again` must be the same in two tables.
    """

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    choices: tuple[str, ...] = ()
    told_again: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """These columns name a row of another table by its primary key; empty cells name none."""

    columns: tuple[str, ...]
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table with its primary key.

    One that is `only_with_rows` came later in this format: a pack that has nothing for it has no such file.
    """

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    references: tuple[Reference, ...] = ()
    only_with_rows: bool = False

    @property
    def headings(self) -> tuple[str, ...]:
        """The names of the columns in order."""
        return tuple(column.name for column in self.columns)

    def place(self, column: str) -> int:
        """Return at which place the column called `column` stands."""
        return self.headings.index(column)


class Telling(StrEnum):
    """How much of a result is published (domain.md D7)."""

    FIGURES = "figures"
    WORDS = "words"
    NOTHING = "nothing"


STATUSES = ("ready", "closed", "corrected")
CHANGE_VERBS = (
    "correct result",
    "correct people present",
    "open question again",
    "take back question",
    "ask again",
    "ask run-off",
    "carry forward",
)

_QUESTION = Column("question", Kind.KEY, "the question's key, the same at every event of the programme", True)
_OPTION = Column("option", Kind.KEY, "the option's key, the same at every event of the programme", True)
_STAGE = Column("stage", Kind.KEY, "the stage's key", True)
_POSITION = Column("position", Kind.WHOLE, "place in the order shown, from 1", True)
_TEXT_HASH = Column("text_hash", Kind.HASH, "SHA-256 of the text in NFC, stripped, white space as one space", True)
_SOURCE = Column("source", Kind.CHOICE, "who wrote the wording", True, tuple(Source))
_TO_STAGE = Reference(("stage",), "stages")
_TO_QUESTION = Reference(("question",), "questions")
_TO_OPTION = Reference(("question", "option"), "options")
_OWNER = Column("owner", Kind.TEXT, "who answers for it, an organisation or a group", told_again=True)
_BY_WHEN = Column("by_when", Kind.TEXT, "until when, as it was said", told_again=True)
_WHO = Column("decided_by", Kind.TEXT, "who decided", True)
_WHY = Column("why", Kind.TEXT, "the reason, if one was given")

EVENT = Table(
    "event", "The event, in one row.", ("event",),
    (
        Column("event", Kind.ID, "the event's own id, 32 hex digits", True),
        Column("revision", Kind.WHOLE, "of this pack, from 1; the highest counts", True),
        Column("rehearsal", Kind.FLAG, "true: nobody's views, never to be merged", True),
        Column("title", Kind.NAME, "what the event is called", True),
        Column("held_on", Kind.DAY, "the day it was held", True),
        Column("place", Kind.NAME, "where it was held"),
        Column("area", Kind.NAME, "which area it was about"),
        Column("convenor", Kind.NAME, "who held it"),
        Column("language", Kind.NAME, "the code of its main language"),
        Column("programme", Kind.KEY, "the programme's key", True),
        Column("programme_version", Kind.WHOLE, "the programme's version", True),
        Column("programme_title", Kind.NAME, "the programme's title", True),
        Column("programme_hash", Kind.HASH, "SHA-256 of the programme file", True),
        Column("variant", Kind.KEY, "which length of the programme", True),
        Column("promise", Kind.CHOICE, "how far people could change what is decided", False, tuple(PromiseLevel)),
        Column("promise_text", Kind.TEXT, "what it could and could not change"),
        Column("invited", Kind.WHOLE, "how many people were invited; empty is not recorded"),
        Column("booked", Kind.WHOLE, "how many people had booked; empty is not recorded"),
        Column("attended", Kind.WHOLE, "how many participants came; empty is not recorded"),
        Column("counted_at_the_door", Kind.FLAG, "true: attended was counted as people came in", True),
        Column("tables", Kind.WHOLE, "how many tables there were; empty is not recorded"),
        Column("count_closed", Kind.FLAG, "true: voting has ended for good", True),
        Column("notes_unread", Kind.WHOLE, "notes that are not here because no person has read them yet", True),
        Column("smallest_shown", Kind.WHOLE, "counts of people by characteristic below this are c", True),
        Column("round_to", Kind.WHOLE, "such counts are rounded to this; 1 is exact", True),
    ),
)  # fmt: skip
STAGES = Table(
    "stages", "The stages in order.", ("stage",),
    (_STAGE, _POSITION, Column("title", Kind.NAME, "the stage's title", True)),
)  # fmt: skip
ACTIVITIES = Table(
    "activities", "The steps of the run sheet in order.", ("activity",),
    (
        Column("activity", Kind.KEY, "the step's key", True), _STAGE, _POSITION,
        Column("kind", Kind.CHOICE, "what the step is", True, tuple(ActivityKind)),
        Column("title", Kind.TEXT, "the step's title", True),
        Column("planned_minutes", Kind.WHOLE, "how long it was planned to take, as the plan stood last", True),
        Column("actual_minutes", Kind.WHOLE, "how long it took without pauses; empty is not recorded"),
        Column("skipped", Kind.TEXT, "why it was left out; empty if it was not"),
        Column("why_other_minutes", Kind.TEXT, "why it was given other minutes than planned"),
        Column("tables_returned", Kind.WHOLE, "how many tables returned notes; empty where tables took none"),
        Column("tables_known", Kind.WHOLE, "how many tables there were; empty is not recorded"),
        Column("tables_read_back", Kind.WHOLE, "how many of them heard their notes read back"),
        Column("from_area", Kind.KEY, "the carried area it was made for"),
    ),
    (_TO_STAGE,),
)  # fmt: skip
QUESTIONS = Table(
    "questions", "Every question that was not taken back, asked or not.", ("question",),
    (
        _QUESTION, _STAGE,
        Column("method", Kind.CHOICE, "how it is answered", True, tuple(Method)),
        Column("max_marks", Kind.WHOLE, "how many options, or dots, one person has", True),
        Column("text", Kind.TEXT, "the exact wording that was asked", True), _TEXT_HASH, _SOURCE,
        Column("wording_version", Kind.WHOLE, "the wording's version, from 1", True),
        Column("status", Kind.CHOICE, "ready: never asked", True, STATUSES),
        Column("revision", Kind.WHOLE, "of the result; above 1 it was corrected", True),
        Column("from_area", Kind.KEY, "the carried area it is about"),
        Column("told", Kind.CHOICE, "how much of the result is published; empty if there is none", False,
            tuple(Telling)),
        Column("in_words", Kind.TEXT, "the result in words, where 5 to 9 people answered"),
        Column("provisional", Kind.FLAG, "true: counted from paper at tables, and the paper is not read yet", True),
    ),
    (_TO_STAGE,),
)  # fmt: skip
OPTIONS = Table(
    "options", "What could be chosen, in the order shown.", ("question", "option"),
    (_QUESTION, _OPTION, _POSITION, Column("text", Kind.TEXT, "the exact wording", True), _TEXT_HASH, _SOURCE),
    (_TO_QUESTION,),
)  # fmt: skip
RESULTS = Table(
    "results", "What the whole room chose; only questions told in figures.", ("question", "option"),
    (
        _QUESTION, _OPTION,
        Column("count", Kind.WHOLE, "people who chose it; empty where only dots are known"),
        Column("points", Kind.WHOLE, "dots on it; empty unless the method is dots"),
        Column("base", Kind.WHOLE, "what a percentage is of", True),
        Column("base_of", Kind.CHOICE, "which base that is", True, (Base.VALID, Base.DOTS)),
        Column("rank", Kind.WHOLE, "place by count or dots, equals alike; empty unless options compete"),
        Column("percent", Kind.NAME, "the whole percentage of the base, as printed; empty where there is none"),
        Column("question_text", Kind.WORDING, "the question's wording again, for reading this table alone", True),
        Column("option_text", Kind.WORDING, "the option's wording again", True),
    ),
    (_TO_OPTION,),
)  # fmt: skip
ACCOUNTING = Table(
    "accounting", "Who was there and who voted; only questions told in figures.", ("question",),
    (
        _QUESTION,
        Column("present", Kind.WHOLE, "people in the room; empty is not known"),
        Column("issued", Kind.WHOLE, "ballots given out, over the ways that give some out"),
        Column("cast", Kind.WHOLE, "people who voted = valid + blank + spoilt + abstain", True),
        Column("valid", Kind.WHOLE, "people who made a valid choice", True),
        Column("blank", Kind.WHOLE, "blank votes", True),
        Column("spoilt", Kind.WHOLE, "votes that cannot be counted", True),
        Column("abstain", Kind.WHOLE, "people who would rather not say", True),
        Column("not_returned", Kind.WHOLE, "ballots given out that did not come back"),
        Column("explanation", Kind.TEXT, "why the figures do not fit together, where they do not"),
        Column("tables_counted", Kind.WHOLE, "tables that sent a count; empty where tables did not count"),
        Column("tables_known", Kind.WHOLE, "tables that were to send one; empty where tables did not count"),
    ),
    (_TO_QUESTION,),
)  # fmt: skip
OUTCOMES = Table(
    "outcomes", "What the room did with each statement.", ("question",),
    (
        _QUESTION, Column("outcome", Kind.CHOICE, "what was decided", True, tuple(OutcomeKind)),
        Column("text", Kind.TEXT, "the wording that holds since", True), _TEXT_HASH, _WHO, _WHY,
        Column("stale", Kind.FLAG, "true: the vote was corrected afterwards", True),
    ),
    (_TO_QUESTION,),
)  # fmt: skip
CARRIED = Table(
    "carried", "The areas that went on into the next stage.", ("question", "option"),
    (
        _QUESTION, _OPTION, _POSITION,
        Column("result_revision", Kind.WHOLE, "the revision of the result that was used", True),
        Column("tie_rule", Kind.CHOICE, "how a tie at the line was settled", False, tuple(TieRule)), _WHO, _WHY,
        Column("stale", Kind.FLAG, "true: the vote was changed afterwards", True),
    ),
    (_TO_OPTION,),
)  # fmt: skip
NOTES = Table(
    "notes", "What people said, one point each.", ("note",),
    (
        Column("note", Kind.ID, "the note's own random id", True),
        Column("session", Kind.ID, "notes of one table at one step share it; it tells no table", False),
        Column("stage", Kind.KEY, "the stage in which it was said"),
        Column("kind", Kind.CHOICE, "what the note is", True, tuple(NoteKind)),
        Column("about", Kind.TEXT, "the key, or the words, of what it is about"),
        Column("text", Kind.TEXT, "the words to the letter", True, told_again=True),
        Column("language", Kind.NAME, "the code of its language, if known"),
        Column("themes", Kind.TEXT, "keys of its themes with a space between; always empty so far"),
        Column("verbatim", Kind.FLAG, "true: somebody's exact words", True),
        Column("strength", Kind.CHOICE, "how much of the table said so, as it told; never a number of people", False,
            tuple(filter(None, Strength))),
        Column("minority", Kind.FLAG, "true: said by few, and it matters", True), _OWNER, _BY_WHEN,
    ),
    (_TO_STAGE,),
)  # fmt: skip
MAIN_POINTS = Table(
    "main_points", "What was read back to the room, in order.", ("point",),
    (
        Column("point", Kind.ID, "the point's own random id", True), _POSITION,
        Column("text", Kind.TEXT, "the words that hold since", True),
        Column("minority", Kind.FLAG, "true: a minority view", True),
        Column("heard", Kind.CHOICE, "what the room said to it; empty if it was not asked", False,
            tuple(filter(None, Heard))),
        Column("note", Kind.ID, "the note it was made of, if it was made of one"),
    ),
    (Reference(("note",), "notes"),),
)  # fmt: skip
COMMITMENTS = Table(
    "commitments", "What was promised; each is a note too.", ("note",),
    (
        Column("note", Kind.ID, "the note's id", True),
        Column("text", Kind.TEXT, "what was promised, to the letter", True, told_again=True), _OWNER, _BY_WHEN,
    ),
    (Reference(("note",), "notes"),),
)  # fmt: skip
HEADCOUNTS = Table(
    "headcounts", "Who came besides the participants, by role; counted apart and never added up.", ("role",),
    (
        Column("role", Kind.KEY, "as whom they came", True),
        Column("people", Kind.COUNT, "how many; c is a number too small to tell", True),
    ),
)  # fmt: skip
_FORM = Column("form", Kind.CHOICE, "which paper form", True, tuple(Form))
_FORM_QUESTION = Column("form_question", Kind.KEY, "the key of the form's question", True)
FORM_QUESTIONS = Table(
    "form_questions", "What the paper forms asked about people and about the event.", ("form", "form_question"),
    (
        _FORM, _FORM_QUESTION, _POSITION, Column("text", Kind.TEXT, "the wording on the form", True),
        Column("several", Kind.FLAG, "true: several boxes could be ticked, so figures do not add up", True),
        Column("told", Kind.CHOICE, "whether its figures are published", True, (Telling.FIGURES, Telling.NOTHING)),
        Column("base", Kind.WHOLE, "forms that came back: what a percentage is of; empty where nothing is told"),
        Column("blank", Kind.COUNT, "forms that left it blank; c is withheld"),
        Column("of_an_earlier_pack", Kind.FLAG, "true: the figures of an earlier revision stand, since too few are new",
            True),
        Column("why_not", Kind.TEXT, "why nothing is told, or what is withheld"),
    ),
)  # fmt: skip
FORM_ANSWERS = Table(
    "form_answers", "How many forms gave each answer; never crossed with another question.",
    ("form", "form_question", "answer"),
    (
        _FORM, _FORM_QUESTION, Column("answer", Kind.KEY, "the answer's key", True), _POSITION,
        Column("under", Kind.KEY, "the key of the heading it stands under; its figure is part of the heading's"),
        Column("text", Kind.TEXT, "the answer's wording", True),
        Column("count", Kind.COUNT, "forms; c is 1 to smallest_shown - 1, or would give such a number away"),
        Column("percent", Kind.NAME, "the whole percentage of the base, as printed"),
    ),
    (Reference(("form", "form_question"), "form_questions"),),
)  # fmt: skip
_TICKS = ("yes", "partly", "no")
ACCESS = Table(
    "access", "Means of access: asked for, provided, and whether they worked.", ("what",),
    (
        Column("what", Kind.TEXT, "the means", True),
        Column("asked", Kind.CHOICE, "whether somebody asked for it; empty is not recorded", False, _TICKS),
        Column("provided", Kind.CHOICE, "whether it was there; empty is not recorded", False, _TICKS),
        Column("worked", Kind.CHOICE, "whether it worked; empty is not recorded", False, _TICKS),
    ),
)  # fmt: skip
NEXT_STEPS = Table(
    "next_steps", "What happens next, in order.", ("step",),
    (
        Column("step", Kind.ID, "the step's own random id", True), _POSITION,
        Column("text", Kind.TEXT, "what happens", True), Column("who", Kind.TEXT, "who does it"), _BY_WHEN,
    ),
)  # fmt: skip
RESPONSES = Table(
    "responses", "What was answered later; headings only so far.", ("response",),
    (
        Column("response", Kind.ID, "the response's own random id", True),
        Column("about", Kind.TEXT, "what it answers", True),
        Column("text", Kind.TEXT, "what was done, or why not", True),
        Column("owner", Kind.NAME, "who answers for it"),
        Column("by_when", Kind.DAY, "until when"),
    ),
)  # fmt: skip
CHANGES = Table(
    "changes", "Corrections, questions taken back and ties, in order; days only.", ("change",),
    (
        Column("change", Kind.WHOLE, "from 1", True),
        Column("day", Kind.DAY, "the day; empty where the computer's clock was wrong by more than a year"),
        Column("verb", Kind.CHOICE, "what was done", True, CHANGE_VERBS),
        Column("about", Kind.KEY, "the question's key", True), _WHY,
    ),
)  # fmt: skip
THEMES = Table(
    "themes", "Themes of notes; headings only so far.", ("theme",),
    (
        Column("theme", Kind.KEY, "the theme's key", True),
        Column("description", Kind.TEXT, "what it is", True),
        Column("sessions", Kind.WHOLE, "at how many tables and steps it was raised", True),
        Column("minority", Kind.FLAG, "true: said by few, and it matters", True),
    ),
)  # fmt: skip

MEETING = Table(
    "meeting", "What kind of meeting it was, in one row.", ("event",),
    (
        Column("event", Kind.ID, "the event's own id", True),
        Column("openness", Kind.CHOICE, "open: anybody could come; empty is not recorded", False,
            tuple(filter(None, Openness))),
        Column("why", Kind.TEXT, "why it was open or closed, if a reason was given"),
        Column("under_16", Kind.FLAG, "true: a group of children, with no age asked and nobody quoted", True),
    ),
    only_with_rows=True,
)  # fmt: skip
PARTNERS = Table(
    "partners", "The organisations that took part, in order.", ("name",),
    (
        Column("name", Kind.NAME, "what it is called", True), _POSITION,
        Column("kind", Kind.CHOICE, "what kind of organisation it is", True, tuple(PartnerKind)),
        Column("role", Kind.CHOICE, "what it did in the event", True, tuple(PartnerRole)),
    ),
    only_with_rows=True,
)  # fmt: skip

# A table stands behind those it refers to.
TABLES = (
    EVENT, STAGES, ACTIVITIES, QUESTIONS, OPTIONS, RESULTS, ACCOUNTING, OUTCOMES, CARRIED, NOTES, MAIN_POINTS,
    COMMITMENTS, HEADCOUNTS, FORM_QUESTIONS, FORM_ANSWERS, ACCESS, NEXT_STEPS, RESPONSES, CHANGES, THEMES,
    MEETING, PARTNERS,
)  # fmt: skip
