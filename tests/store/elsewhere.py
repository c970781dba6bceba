"""What a test needs done in a process of its own: by another person, behind another program's back, under a limit.

`elsewhere.py [--as-nobody] COMMAND FILE ...`; tells what came of it as one line of JSON.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import sqlite3
import sys
from pathlib import Path

import sqlite_utils  # noqa: F401 - loaded before this process becomes nobody, who may not read the interpreter's folder

from builders import MORNING, a_ballot, a_programme, a_question
from facilitator.conduct.casting import cast
from facilitator.conduct.event import create_event, open_event
from facilitator.conduct.starting import EventDetails
from facilitator.errors import FacilitatorError
from facilitator.store import migrations  # noqa: F401 - as above

NOBODY = 65534
ROOM_FOR_VOTES = 40_000


def open_it(path: Path) -> dict[str, object]:
    """Open an event and close it."""
    open_event(path).close()
    return {"told": "opened"}


def hold(path: Path) -> dict[str, object]:
    """Open an event and keep it open until the input ends."""
    event = open_event(path)
    print(json.dumps({"told": "opened"}), flush=True)
    sys.stdin.read()
    event.close()
    return {"told": "closed"}


def create(path: Path, programme_folder: Path) -> dict[str, object]:
    """Make an event."""
    programme = a_programme(programme_folder, a_question("s1"))
    details = EventDetails("A meeting", "2026-11-20", variant="whole")
    create_event(path, programme, details, clock=lambda: MORNING).close()
    return {"told": "made"}


def vote_under_a_limit(path: Path) -> dict[str, object]:
    """Vote until the files may grow no more, then go on with the same event without the limit."""
    event = open_event(path)
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + ROOM_FOR_VOTES, unlimited[1]))
    before: list[str] = []
    told: dict[str, object] = {"told": "no limit was met"}
    try:
        for number in range(5000):
            cast(event, "s1", a_ballot("agree", code=f"before-{number}", sender=f"{number}".encode()))
            before.append(f"before-{number}")
    except (FacilitatorError, sqlite3.Error) as error:
        told = _words(error)
    resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    after = [f"after-{number}" for number in range(20)]
    for code in after:
        cast(event, "s1", a_ballot("agree", code=code, sender=code.encode()))
    event.close()
    return {**told, "acknowledged": before + after}


def cut_off_while_changing_the_format(path: Path) -> dict[str, object]:
    """Begin to rewrite the file as a migration does, and be killed when half of it is on the disk."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 2")  # so that half a transaction is in the file, and its undoing beside it
    connection.execute("BEGIN")
    connection.execute("CREATE TABLE mood (text TEXT)")
    for _ in range(300):
        connection.execute("INSERT INTO mood VALUES (?)", ("x" * 2000,))
    os.kill(os.getpid(), signal.SIGKILL)
    return {"told": "not killed"}


def _words(error: Exception) -> dict[str, object]:
    if isinstance(error, FacilitatorError):
        return {"told": type(error).__name__, "message": str(error.message), "advice": str(error.advice)}
    return {"told": f"raw {type(error).__name__}", "message": str(error), "advice": ""}


def _become_nobody() -> None:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


COMMANDS = {
    "open": open_it,
    "hold": hold,
    "create": create,
    "vote-under-a-limit": vote_under_a_limit,
    "cut-off-while-changing-the-format": cut_off_while_changing_the_format,
}


def main(arguments: list[str]) -> None:
    """Do one command and print what came of it."""
    with contextlib.suppress(ValueError):
        arguments.remove("--as-nobody")
        _become_nobody()
    command = COMMANDS[arguments[0]]
    try:
        told = command(*map(Path, arguments[1:]))
    except Exception as error:  # noqa: BLE001 - the test judges it
        told = _words(error)
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
