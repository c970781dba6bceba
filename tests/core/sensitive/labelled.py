"""The labelled notes, and how many of their labels the check finds; it tells numbers alone, never a text."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.core.sensitive import SensitiveKind, findings

HERE = Path(__file__).parent
KINDS = [kind.value for kind in SensitiveKind]
BY_NOTE = "by note"


@dataclass(frozen=True)
class Label:
    kind: str
    start: int
    end: int


@dataclass
class Score:
    """Of every kind, and by note: how many were rightly found, wrongly found and missed."""

    right: Counter = field(default_factory=Counter)
    wrong: Counter = field(default_factory=Counter)
    missed: Counter = field(default_factory=Counter)

    def precision(self, kinds=KINDS) -> float:
        return part(self.right, self.wrong, kinds)

    def recall(self, kinds=KINDS) -> float:
        return part(self.right, self.missed, kinds)

    def lines(self) -> Iterator[str]:
        for kind in (*KINDS, "all kinds", BY_NOTE):
            kinds = KINDS if kind == "all kinds" else [kind]
            right, wrong, missed = (total(found, kinds) for found in (self.right, self.wrong, self.missed))
            yield (
                f"{kind:15} right {right:3}  wrong {wrong:3}  missed {missed:3}"
                f"  precision {self.precision(kinds):.2f}  recall {self.recall(kinds):.2f}"
            )


def total(found: Counter, kinds) -> int:
    return sum(found[kind] for kind in kinds)


def part(right: Counter, others: Counter, kinds) -> float:
    of = total(right, kinds) + total(others, kinds)
    return total(right, kinds) / of if of else 1.0


def score_of(name: str) -> Score:
    """Return the score on a set; a find is right when its kind agrees with a label and it overlaps its words."""
    score = Score()
    for note in tomllib.loads((HERE / name).read_text(encoding="utf-8"))["note"]:
        labels = [label_of(note["text"], one) for one in note["found"]]
        found = [Label(one.kind.value, one.start, one.end) for one in findings(note["text"])]
        score.right.update(label.kind for label in labels if any(agree(label, one) for one in found))
        score.missed.update(label.kind for label in labels if not any(agree(label, one) for one in found))
        score.wrong.update(one.kind for one in found if not any(agree(one, label) for label in labels))
        score_note(score, is_risky=bool(labels), is_found=bool(found))
    return score


def score_note(score: Score, *, is_risky: bool, is_found: bool) -> None:
    score.right[BY_NOTE] += is_risky and is_found
    score.wrong[BY_NOTE] += is_found and not is_risky
    score.missed[BY_NOTE] += is_risky and not is_found


def label_of(text: str, label) -> Label:
    __tracebackhide__ = True  # a traceback would print a text of the set that nobody may read
    start = text.find(label["words"])
    if start < 0:
        raise ValueError(f"the words of a label of the kind {label['kind']} are not in its note")
    return Label(label["kind"], start, start + len(label["words"]))


def agree(one: Label, other: Label) -> bool:
    return one.kind == other.kind and one.start < other.end and other.start < one.end
