"""The messages that are ready for the room screen, and the time one of them tells."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from facilitator.errors import Refused
from facilitator.words.message import Message, say

BACK_IN = timedelta(minutes=15)
ROUNDED_TO_MINUTES = 5
READY: tuple[Message, ...] = (
    say("Lunch is served"),
    say("We wait for a table"),
    say("Fire alarm: leave by the nearest exit"),
)
_TIME = re.compile(r"(\d{1,2})\s*[:.h]?\s*(\d{2})")


def back_at(time: str) -> Message:
    """Return the message that tells when it goes on."""
    return say("Back at {time}", time=time)


def typed_time(text: str) -> str:
    """Return a time of day as 11:50, however it was typed; raises `Refused` where it is none."""
    found = _TIME.fullmatch(text.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise Refused(say("“{text}” is no time of day.", text=text.strip()), say("Type it as 11:50."))
    return f"{int(found[1]):02}:{found[2]}"


def likely_back_at(now: datetime, ends_at: datetime | None) -> str:
    """Return when it is likely to go on: when the break ends, or in a quarter of an hour, to the full five minutes."""
    at = (ends_at or now + BACK_IN).astimezone().replace(second=0, microsecond=0)
    late = at.minute % ROUNDED_TO_MINUTES
    if ends_at is None and late:
        at += timedelta(minutes=ROUNDED_TO_MINUTES - late)
    return f"{at:%H:%M}"
