"""Judging the clock: the day, the time zone, and whether it goes behind what the event file already says."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from facilitator.venue.facts import Clock
from facilitator.venue.findings import Finding, Standing, Subject
from facilitator.words.message import Message, say

MAY_DIFFER = timedelta(minutes=2)
_MONTHS = (
    say("January"), say("February"), say("March"), say("April"), say("May"), say("June"), say("July"), say("August"),
    say("September"), say("October"), say("November"), say("December"),
)  # fmt: skip


def judged_clock(clock: Clock) -> Finding:
    """Judge the clock; whether it is right to the minute only a watch can tell."""
    told = say("It says {time} on {day}, in the time zone {zone}.", time=f"{clock.now:%H:%M}", day=day_told(clock.now),
               zone=zone_told(clock.now))  # fmt: skip
    if clock.now + MAY_DIFFER < clock.last_written:
        written = clock.last_written.astimezone(clock.now.tzinfo)
        behind = say(
            "{told} But the event file was last written at {time} on {day}.",
            told=told, time=f"{written:%H:%M}", day=day_told(written),
        )  # fmt: skip
        return Finding(Subject.CLOCK, Standing.FIRST, behind, say("Set the clock of this computer."))
    if clock.now.date() != clock.held_on:
        advice = say(
            "The event is on {day}. Set the clock if that is today, or the date in Prepare (E).",
            day=day_told(clock.held_on),
        )
        return Finding(Subject.CLOCK, Standing.LOOK, told, advice)
    return Finding(Subject.CLOCK, Standing.GOOD, told, say("Compare it with a watch."))


def day_told(day: date | datetime) -> Message:
    """Return a date such as 20 November 2026."""
    return say("{day} {month} {year}", day=day.day, month=_MONTHS[day.month - 1], year=day.year)


def zone_told(now: datetime) -> str:
    """Return the time zone as its distance from UTC, such as UTC+1 or UTC+5:30; its names mean different things."""
    minutes = round((now.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes >= 0 else "-"
    return f"UTC{sign}{hours}:{rest:02}" if rest else f"UTC{sign}{hours}"
