"""A process of its own that votes, or imports votes, as fast as it can, and tells each acknowledgement; to be killed.

`full_load.py vote FILE RUN` · `full_load.py import FILE VOTES`
"""

from __future__ import annotations

import os
import random
import sys
import threading
from pathlib import Path

from builders import a_ballot
from facilitator.conduct.casting import cast
from facilitator.conduct.event import Event, open_event
from facilitator.conduct.importing import import_votes

THREADS = 8
OPTIONS = ("agree", "unsure", "disagree")


def _vote_without_end(event: Event, name: str) -> None:
    dice = random.Random(name)
    number = 0
    while True:
        number += 1
        code = f"{name}-{number // 2}"  # every second ballot is a person's change of mind
        choice = dice.choice(OPTIONS)
        cast(event, "s1", a_ballot(choice, code=code, sender=code.encode(), counter=number % 2))
        os.write(1, f"{code} {number % 2} {choice}\n".encode())  # one write a line: whole or not there


def _vote(path: Path, run: str) -> None:
    event = open_event(path)
    threads = [threading.Thread(target=_vote_without_end, args=(event, f"{run}.{one}")) for one in range(THREADS)]
    for thread in threads:
        thread.start()


def _import(path: Path, votes: Path) -> None:
    event = open_event(path)
    os.write(1, b"ready\n")
    import_votes(event, votes)
    os.write(1, b"done\n")


if __name__ == "__main__":
    if sys.argv[1] == "vote":
        _vote(Path(sys.argv[2]), sys.argv[3])
    else:
        _import(Path(sys.argv[2]), Path(sys.argv[3]))
