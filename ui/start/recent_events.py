"""The list of events opened lately: where their files are, and nothing else of them."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Sequence
from pathlib import Path

MOST_RECENT = 8
FORMAT = "recent/1"
MOST_BYTES = 100_000


class RecentEvents:
    """The paths of at most eight event files in one JSON file, newest first.

    A list that cannot be read is empty, one that cannot be written stays as it was; either leaves a line in the log.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def paths(self) -> tuple[Path, ...]:
        """Return the event files, the one opened last first."""
        try:
            return _paths_in(self._read())
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, RecursionError) as error:
            logging.getLogger(__name__).warning("The list of recent events cannot be read, so it is empty: %s", error)
            return ()

    def opened(self, path: Path) -> None:
        """Put `path` at the head of the list."""
        path = path.absolute()
        others = [other for other in self.paths() if other != path]
        self._write([path, *others])

    def forget(self, path: Path) -> None:
        """Take `path` off the list; the file itself stays where it is."""
        path = path.absolute()
        self._write([other for other in self.paths() if other != path])

    def _read(self) -> str:
        with self._path.open("rb") as file:
            return file.read(MOST_BYTES).decode("utf-8")

    def _write(self, paths: Sequence[Path]) -> None:
        content = {"format": FORMAT, "events": [str(path) for path in paths[:MOST_RECENT]]}
        unfinished = self._path.with_name(self._path.name + ".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(json.dumps(content, indent=1), encoding="utf-8")
            os.replace(unfinished, self._path)
        except OSError as error:
            logging.getLogger(__name__).warning("The list of recent events cannot be written: %s", error)


def _paths_in(text: str) -> tuple[Path, ...]:
    """Return the paths that the file's text names; raises ValueError where it is another kind of file."""
    content = json.loads(text)
    if not isinstance(content, dict) or not isinstance(content.get("events"), list):
        raise ValueError("it holds something else")
    named = (name for name in content["events"] if isinstance(name, str) and name and "\0" not in name)
    return tuple(dict.fromkeys(Path(name) for name in named))[:MOST_RECENT]
