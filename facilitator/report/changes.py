"""Changes worth telling the public: corrections, questions taken back and ties, to the day and no finer."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.conduct.record import EventRecord
from facilitator.report.carried import published_carried
from facilitator.words.message import Message, say

_WORDS = {
    "correct result": say("Result corrected"),
    "correct people present": say("Number of people present corrected"),
    "open question again": say("Vote opened again"),
    "take back question": say("Question taken back"),
    "ask again": say("Question taken back and asked in other words"),
    "ask run-off": say("Vote between tied areas"),
}
TAKING_BACK = ("take back question", "ask again")
_CARRYING = "carry forward"


@dataclass(frozen=True, slots=True)
class WrittenChange:
    """One change: `verb` is its plain name for a file, `in_words` for a page; `about` is a question's key."""

    day: str
    verb: str
    in_words: Message
    about: str
    about_text: str
    why: str


def written_changes(record: EventRecord) -> tuple[WrittenChange, ...]:
    """Return the changes, oldest first; a decision to carry forward only where it settled a tie or came again."""
    texts = {str(asked.key): asked.text for asked in (*record.taken_back, *record.results)}
    before = texts | {str(asked.key): asked.text for asked in record.taken_back}
    found: list[WrittenChange] = []
    carried = published_carried(record)
    for change in record.changes:
        words = _WORDS.get(change.verb)
        if change.verb == _CARRYING and (change.why or (carried and carried.tie_rule)):
            words = say("Areas carried forward")
        if words is not None and change.about in texts:
            text = (before if change.verb in TAKING_BACK else texts)[change.about]
            day = change.at[: len("2026-11-20")]
            found.append(WrittenChange(day, change.verb, words, change.about, text, change.why))
    return tuple(found)
