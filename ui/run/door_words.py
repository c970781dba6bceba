"""Who came, in one sentence, with how that is known."""

from __future__ import annotations

from facilitator.conduct.attending import Attendance, Known
from facilitator.words.message import Message, say, say_many


def who_came(standing: Attendance) -> Message:
    """Return how many came and how that is known; what is not known is said to be so."""
    people = standing.attended
    if people is None:
        return say("How many came is not known yet.")
    if standing.at_least:
        return say_many("At least {count} person came.", "At least {count} people came.", count=people)
    if standing.known is Known.DESK:
        return say_many(
            "{count} person came, counted at the door.", "{count} people came, counted at the door.", count=people
        )
    return say_many(
        "{count} person came: told, not counted at the door.", "{count} people came: told, not counted at the door.",
        count=people,
    )  # fmt: skip
