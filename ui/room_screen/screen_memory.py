"""Which screens were used lately: their names, and nothing else."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Sequence
from pathlib import Path

from ui.room_screen.screen_choice import ScreenName, ScreenPair

MOST_PAIRS = 8
FORMAT = "screens/1"
MOST_BYTES = 100_000
LONGEST_NAME = 200
_PARTS = ("name", "maker", "model", "serial")


class ScreenMemory:
    """At most eight pairs of screens in one JSON file, the one used last first.

    A file that cannot be read is empty, one that cannot be written stays as it was; either leaves a line in the log.
    Without a path it is kept for this session alone.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._kept: tuple[ScreenPair, ...] = ()

    def pairs(self) -> tuple[ScreenPair, ...]:
        """Return the pairs of screens, the one used last first."""
        if self._path is None:
            return self._kept
        try:
            with self._path.open("rb") as file:
                return _pairs_in(file.read(MOST_BYTES).decode("utf-8"))
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, RecursionError) as error:
            logging.getLogger(__name__).warning("The screens used before cannot be read, so none is known: %s", error)
            return ()

    def used(self, pair: ScreenPair) -> None:
        """Put `pair` at the head of the list."""
        before = self.pairs()
        if before[:1] == (pair,):
            return
        self._kept = (pair, *(other for other in before if other != pair))[:MOST_PAIRS]
        if self._path is not None:
            _write(self._path, self._kept)


def _write(path: Path, pairs: Sequence[ScreenPair]) -> None:
    content = {
        "format": FORMAT,
        "screens": [{"room": _told(one.room), "operator": _told(one.operator)} for one in pairs],
    }
    unfinished = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(content, indent=1), encoding="utf-8")
        os.replace(unfinished, path)
    except OSError as error:
        logging.getLogger(__name__).warning("The screens used cannot be written down: %s", error)


def _told(name: ScreenName) -> dict[str, str]:
    return {part: str(getattr(name, part)) for part in _PARTS}


def _pairs_in(text: str) -> tuple[ScreenPair, ...]:
    """Return the pairs that the file's text names; raises ValueError where it is another kind of file."""
    content = json.loads(text)
    if not isinstance(content, dict) or not isinstance(content.get("screens"), list):
        raise ValueError("it holds something else")
    pairs = (ScreenPair(_name_in(one, "room"), _name_in(one, "operator")) for one in content["screens"])
    return tuple(dict.fromkeys(pairs))[:MOST_PAIRS]


def _name_in(pair: object, which: str) -> ScreenName:
    told = pair.get(which) if isinstance(pair, dict) else None
    parts = [told.get(part) for part in _PARTS] if isinstance(told, dict) else [None]
    if not all(isinstance(part, str) for part in parts):
        raise ValueError("a screen has no name")
    return ScreenName(*(str(part)[:LONGEST_NAME] for part in parts))
