"""The shared examples as programmes of ours, and what they come to."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any


def programme_of(folder: Path) -> dict[str, Any]:
    """Return the example's event as a programme of the documented shape; its texts are kept to the letter."""
    event = json.loads((folder / "event.json").read_text(encoding="utf-8"))
    return {
        "format": "programme/1",
        "key": event["id"],
        "version": 1,
        "title": event["title"],
        "stages": [{"key": stage["id"], "title": stage["title"]} for stage in event["stages"]],
        "questions": [
            {"key": question["id"], "stage": stage["id"], "method": question["kind"], "text": question["text"]}
            for stage in event["stages"]
            for question in stage["questions"]
        ],
    }


def expected_totals(folder: Path) -> dict[str, tuple[dict[str, int], int]]:
    """Return, for every statement, its choices and its voters; an absent option is 0."""
    totals = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["totals"]
    nothing = {"agree": 0, "unsure": 0, "disagree": 0}
    return {key: (nothing | total["choices"], total["voters"]) for key, total in totals.items()}


def found_totals(results_json: str) -> dict[str, tuple[dict[str, int], int]]:
    """Return the same of what `facilitator results --json` printed."""
    questions = json.loads(results_json)["questions"]
    return {
        question["key"]: (
            {key: option["count"] for key, option in question["options"].items()},
            question["cast"],
        )
        for question in questions
    }


def shuffled(votes: Path, destination: Path, *, seed: int) -> Path:
    """Write the votes with their rows in another order."""
    heading, *rows = votes.read_text(encoding="utf-8").splitlines()
    random.Random(seed).shuffle(rows)
    destination.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    return destination
