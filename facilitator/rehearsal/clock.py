"""A pretend clock: it stands until it is moved, so that a rehearsal has the times of its plan."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

BEGINNING = time(10, 0)


class PretendClock:
    """Give it to `create_event` as the clock; `move` lets the time pass."""

    def __init__(self, day: date) -> None:
        self._now = datetime.combine(day, BEGINNING, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the pretend time."""
        return self._now

    def move(self, *, minutes: float = 0) -> None:
        """Let so many minutes pass."""
        self._now += timedelta(minutes=minutes)

    def move_to(self, moment: datetime) -> None:
        """Let the time pass until `moment`; it never goes back."""
        self._now = max(self._now, moment)
