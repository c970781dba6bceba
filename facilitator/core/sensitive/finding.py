"""What was found in a text: which words, of what kind, and what may stand in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from facilitator.words.message import Message, say

# Never a word like "clean": no program finds "the only deaf Polish family in the village" (pack.md section 7).
NOTHING_FOUND = say("The check found nothing. It cannot know; read it.")


class SensitiveKind(StrEnum):
    """What the words look like; the first ones point at one person more surely than the last."""

    EMAIL = "email"
    NHS_NUMBER = "nhs_number"
    NI_NUMBER = "ni_number"
    PHONE = "phone"
    POSTCODE = "postcode"
    BIRTH_DATE = "birth_date"
    STREET_ADDRESS = "street_address"
    TITLED_NAME = "titled_name"
    KIN = "kin"


@dataclass(frozen=True, slots=True)
class Finding:
    """Words of a text, from `start` to before `end`, and what may stand there instead."""

    kind: SensitiveKind
    start: int
    end: int
    words: str
    suggestion: Message | str


_MARKS = {
    SensitiveKind.EMAIL: say("[removed: e-mail]"),
    SensitiveKind.PHONE: say("[removed: phone]"),
    SensitiveKind.POSTCODE: say("[removed: postcode]"),
    SensitiveKind.NHS_NUMBER: say("[removed: NHS number]"),
    SensitiveKind.NI_NUMBER: say("[removed: National Insurance number]"),
    SensitiveKind.BIRTH_DATE: say("[removed: date of birth]"),
    SensitiveKind.STREET_ADDRESS: say("[removed: address]"),
    SensitiveKind.TITLED_NAME: say("[removed: name]"),
    SensitiveKind.KIN: say("[removed: who]"),
}
# Filled by `sentence`.
_SENTENCES = {
    SensitiveKind.EMAIL: say("This looks like an e-mail address: {words}."),
    SensitiveKind.PHONE: say("This looks like a phone number: {words}."),
    SensitiveKind.POSTCODE: say("This looks like a full postcode: {words}."),
    SensitiveKind.NHS_NUMBER: say("This looks like the number of a patient: {words}."),
    SensitiveKind.NI_NUMBER: say("This looks like a National Insurance number: {words}."),
    SensitiveKind.BIRTH_DATE: say("This looks like a date of birth: {words}."),
    SensitiveKind.STREET_ADDRESS: say("This looks like somebody's address: {words}."),
    SensitiveKind.TITLED_NAME: say("This looks like somebody's name: {words}."),
    SensitiveKind.KIN: say("This may tell of one person: {words}."),
}


def found(kind: SensitiveKind, match: re.Match[str], group: int | str = 0) -> Finding:
    """Return the finding for a match, or for one group of it."""
    return at(kind, match.string, match.start(group), match.end(group))


def at(kind: SensitiveKind, text: str, start: int, end: int) -> Finding:
    """Return the finding for the words of `text` from `start` to before `end`."""
    words = text[start:end]
    return Finding(kind, start, end, words, outward_part(words) if kind is SensitiveKind.POSTCODE else _MARKS[kind])


def outward_part(postcode: str) -> str:
    """Return the part of a full postcode that names a district of some thousand homes: EH6 of EH6 7QT."""
    return "".join(postcode.split())[:-3].upper()


def sentence(finding: Finding) -> Message:
    """Return what to say of a finding."""
    return Message(_SENTENCES[finding.kind].text, None, {"words": " ".join(finding.words.split())})
