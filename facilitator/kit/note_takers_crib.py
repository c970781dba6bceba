"""The note-takers' crib sheet: what to write at each step, the kinds of note, the rules and the table's counts."""

from __future__ import annotations

from facilitator.core.notes import NoteKind
from facilitator.core.programme import ActivityKind
from facilitator.document.content import Block, Bullets, Column, Document, Own, Paragraph, Table, Words
from facilitator.document.pdf import Measured
from facilitator.kit.crib_sheets import CribbedEvent, event_line
from facilitator.kit.one_page import on_one_page
from facilitator.kit.planned_steps import PlannedStep, clock_heading
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator

KINDS: dict[NoteKind, tuple[Message, Message]] = {
    NoteKind.POINT: (say("Point"), say("one thing somebody says, in one sentence")),
    NoteKind.QUOTE: (say("Quote"), say("the exact words, between quotation marks")),
    NoteKind.BARRIER: (say("In the way"), say("what makes it hard")),
    NoteKind.WHAT_WORKS: (say("Works"), say("what helps already")),
    NoteKind.ASSET: (say("We have"), say("a group, place or skill that is here")),
    NoteKind.WORDING_CHANGE: (say("Wording"), say("the statement in better words")),
    NoteKind.QUESTION: (say("Question"), say("what somebody must answer later")),
    NoteKind.OFFER: (say("Offer"), say("what a person or group could give")),
    NoteKind.COMMITMENT: (say("Commitment"), say("who will do what, and by when")),
    NoteKind.PARKED: (say("Parked"), say("belongs to another day, and is kept")),
    NoteKind.STORY: (say("Story"), say("what happened, without names")),
    NoteKind.MINORITY_VIEW: (say("Minority"), say("few say it, and it matters")),
}
RULES = (
    say("Write the speaker’s own words. Leave every second line blank."),
    say("Write no names, addresses or telephone numbers of anybody."),
    say("Write what only one or two say too, with “minority” before it."),
    say("Say how many of the table say so: one, some, most or all."),
    say("Read your notes back before the step ends; change what they change."),
    say("At a vote, count the table only if the facilitator asks tables to count."),
    say("Somebody tells of harm: write nothing of it. Go to the facilitator."),
)
_WORK: dict[ActivityKind, Message] = {
    ActivityKind.GO_ROUND: say("One thing from everybody who wants to say one."),
    ActivityKind.TABLE_TALK: say("Write what is said; count the people at your table."),
    ActivityKind.THEMING: say("Write an area that is missing, in the table’s words."),
    ActivityKind.SETTLE: say("Write the words that the table would change."),
    ActivityKind.CARRY_FORWARD: say("Write what must not be lost."),
    ActivityKind.EVIDENCE: say("Write the questions that need an answer."),
    ActivityKind.COMMITMENTS: say("Who will do what, and by when; offers too."),
    ActivityKind.PLAY_BACK: say("Write what people would change."),
}
_EMPTY = Own("\u00a0")
_TALKS = (ActivityKind.GO_ROUND, ActivityKind.TABLE_TALK, ActivityKind.THEMING, ActivityKind.COMMITMENTS)
_MOST_COUNTS, _FEWEST_COUNTS = 6, 2


def note_taker_crib_pdf(event: CribbedEvent, words: Translator) -> bytes:
    """Return the crib sheet of the note-takers as a PDF file of one page, with as many lines to count on as fit."""
    wordy = (note_taker_crib(event, lines, with_prompts=True) for lines in range(_MOST_COUNTS, _FEWEST_COUNTS - 1, -1))
    short = (note_taker_crib(event, lines, with_prompts=False) for lines in range(_MOST_COUNTS, 0, -1))
    return on_one_page((*wordy, *short), words, Measured())


def note_taker_crib(event: CribbedEvent, lines: int, *, with_prompts: bool) -> Document:
    """Return the sheet with so many lines for counts."""
    blocks: list[Block] = [
        event_line(event),
        Paragraph(say("Table ______     Write so that others can read it. Hand this sheet in with your notes.")),
        _steps(event, with_prompts=with_prompts),
        _kinds(),
        Bullets(RULES),
        _counts(lines),
    ]
    return Document(say("Crib sheet for note-takers"), tuple(blocks), event.mark, compact=True)


def _steps(event: CribbedEvent, *, with_prompts: bool) -> Table:
    columns = (
        Column(clock_heading(event.begins_at), numeric=True), Column(say("Min"), numeric=True), Column(say("Step")),
        Column(say("What is asked, or what you write")),
    )  # fmt: skip
    rows = [
        (step.clock(event.begins_at), step.planned_minutes, step.name, _work(step, with_prompts=with_prompts))
        for step in event.steps
        if step.kind in _WORK
    ]
    return Table(say("Your work, step by step"), columns, tuple(rows))


def _work(step: PlannedStep, *, with_prompts: bool) -> Words:
    if with_prompts and step.prompts and step.kind in _TALKS:
        return Own(" ".join(step.prompts))
    return _WORK[step.kind]


def _kinds() -> Table:
    """Return the kinds in two columns, each read from top to bottom."""
    names = list(KINDS.values())
    half = -(-len(names) // 2)
    heading = (Column(say("Write"), unbroken=True), Column(say("for")))
    rows = tuple((*first, *second) for first, second in zip(names[:half], names[half:], strict=True))
    return Table(say("Put the kind before each note"), heading * 2, rows)


def _counts(lines: int) -> Table:
    """Return the form for counting hands at the table."""
    columns = (
        Column(say("Vote")), Column(say("People here"), unbroken=True), Column(say("Agree"), unbroken=True),
        Column(say("Unsure"), unbroken=True), Column(say("Disagree"), unbroken=True),
        Column(say("Rather not say"), unbroken=True),
    )  # fmt: skip
    rows = tuple((Own(f"{number}."), *(_EMPTY for _ in columns[1:])) for number in range(1, lines + 1))
    caption = say("Counting hands at your table; “people here” sit at it now. Areas and directions go on the back.")
    return Table(caption, columns, rows)
