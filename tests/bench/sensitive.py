"""Looking through a note for words that tell who somebody is, beside one plain pattern over the same words."""

from __future__ import annotations

import random
import re

from facilitator.core.sensitive import findings
from tests.bench.measuring import Line, compared, interleaved, middle
from tests.bench.notes import VOCABULARY

NOTES, CHARACTERS, ROUNDS = 200, 500, 15
RISKY = (
    "07700 900123", "my mum", "Dr Patel", "EH6 7QT", "a.b@example.org", "dob 12/03/1958", "943 476 5919",
    "14 Mill Lane",
)  # fmt: skip
PLAIN = re.compile(r"(?<!\w)[A-Za-z][a-z]{2,9} \d{1,4}(?!\w)")
MOST_TIMES = 60


def lines() -> list[Line]:
    """Measure notes as they are in life, one in four with something to find, each as long as a long note."""
    notes = [_note(random.Random(seed)) for seed in range(NOTES)]
    findings(notes[0])  # the libraries are loaded once

    def ours() -> None:
        for note in notes:
            findings(note)

    def bare() -> None:
        for note in notes:
            PLAIN.findall(note)

    mine, bares = interleaved(ours, bare, rounds=ROUNDS)
    what = f"looking through a note of {CHARACTERS} characters, at each pause in typing"
    return [compared(what, middle(mine) / NOTES, middle(bares) / NOTES, "one plain pattern", at_most=MOST_TIMES)]


def _note(dice: random.Random) -> str:
    words = [dice.choice(VOCABULARY) for _ in range(CHARACTERS // 4)]
    if dice.random() < 0.25:
        words.insert(dice.randrange(40), dice.choice(RISKY))
    return " ".join(words)[:CHARACTERS]
