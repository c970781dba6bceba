"""What the venue check finds: how each thing stands, in a plain sentence, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.words.message import Message, say


class Standing(StrEnum):
    """How a thing stands."""

    GOOD = "good"
    LOOK = "look"
    FIRST = "first"
    LATER = "later"


STANDING_WORDS = {
    Standing.GOOD: say("Good"), Standing.LOOK: say("Look at it"), Standing.FIRST: say("Do this first"),
    Standing.LATER: say("Not in this version"),
}  # fmt: skip


class Subject(StrEnum):
    """What is looked at, in the order of the rows."""

    SCREENS = "screens"
    READING = "reading"
    FOLDER = "folder"
    SAVING = "saving"
    SPACE = "space"
    POWER = "power"
    CLOCK = "clock"
    MEMORY = "memory"
    PRINTER = "printer"
    PHONES = "phones"


SUBJECT_NAMES = {
    Subject.SCREENS: say("Screens"), Subject.READING: say("The back row"), Subject.FOLDER: say("Folder"),
    Subject.SAVING: say("Saving"), Subject.SPACE: say("Room on the disk"), Subject.POWER: say("Power"),
    Subject.CLOCK: say("Clock"), Subject.MEMORY: say("Memory"), Subject.PRINTER: say("Printer"),
    Subject.PHONES: say("Phones"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: `told` says how it is, `advice` what to do, if there is anything to do."""

    subject: Subject
    standing: Standing
    told: Message
    advice: Message | None = None


def not_known(subject: Subject) -> Finding:
    """Return that this computer does not tell, which is not the same as good."""
    return Finding(subject, Standing.LOOK, say("This computer does not tell."), say("Look for yourself."))
