"""Which pages the guide has, in reading order, and which one is for what the operator does now."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitator.core.programme import ActivityKind
from facilitator.resources import guide
from facilitator.words.message import Message, say
from ui.models.run_sheet import FINISH
from ui.run.desk import Desk


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A page of the guide: the name of its file, and what it is about."""

    name: str
    title: Message


PAGES = (
    GuidePage("first-rehearsal", say("Your first rehearsal")),
    GuidePage("prepare", say("Prepare an event")),
    GuidePage("venue", say("At the venue: check and screens")),
    GuidePage("run", say("Run the event")),
    GuidePage("vote", say("Take a vote")),
    GuidePage("one-person", say("Help one person vote")),
    GuidePage("settle", say("Settle the shared goals")),
    GuidePage("areas", say("Choose areas and carry them forward")),
    GuidePage("approach", say("Evidence and the joint approach")),
    GuidePage("notes", say("Notes, and reading them before publishing")),
    GuidePage("people", say("Who came, forms and access")),
    GuidePage("help-a-person", say("Help for a person")),
    GuidePage("close", say("Play back, say what happens next, and finish")),
    GuidePage("trouble", say("When something goes wrong")),
    GuidePage("keys", say("Keys")),
)
FIRST = PAGES[0].name
RUN = "run"
BY_KIND: dict[ActivityKind, str] = {
    ActivityKind.GO_ROUND: "notes", ActivityKind.TABLE_TALK: "notes", ActivityKind.VOTE: "vote",
    ActivityKind.SETTLE: "settle", ActivityKind.THEMING: "areas", ActivityKind.CARRY_FORWARD: "areas",
    ActivityKind.EVIDENCE: "approach", ActivityKind.COMMITMENTS: "approach", ActivityKind.PLAY_BACK: "close",
    ActivityKind.NEXT_STEPS: "close", ActivityKind.THANKS: "close", ActivityKind.FORMS: "people",
}  # fmt: skip


def page_at(desk: Desk) -> str:
    """Return the page for where the operator is: the vote or step under way, or the finish."""
    if desk.place.activity == FINISH:
        return "close"
    if desk.place.question:
        return "vote"
    steps = desk.snapshot.record.steps
    kind = next((step.kind for step in steps if step.key == desk.place.activity), None)
    return BY_KIND.get(ActivityKind(kind), RUN) if kind is not None else RUN


def file_of(name: str, language: str) -> Path:
    """Return the file of a page in a language, or in English where that is not there."""
    own = guide(f"{language}/{name}.md")
    return own if own.is_file() else guide(f"{name}.md")
