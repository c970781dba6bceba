"""What to shorten or drop when an event runs late: the smallest harm that brings it back to time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.core.programme import ActivityKind
from facilitator.core.timing import SECONDS_A_MINUTE, at_pace_s, whole_minutes
from facilitator.words.message import Message, say, say_many

SHORTEST_BREAK_MINUTES = 10
LEAST_ROOM_MINUTES = 2  # nobody runs a step that is one minute shorter

# From the smallest harm: a point not made can still be written down, people need a break, and a vote is rushed last.
_SHORTENED = (ActivityKind.TABLE_TALK, ActivityKind.GO_ROUND, ActivityKind.BREAK, ActivityKind.VOTE)
# Evidence and what is read aloud are not dropped: people vote on them. Table talk and breaks are only shortened.
_DROPPED = (ActivityKind.VOTE, ActivityKind.GO_ROUND, ActivityKind.THEMING, ActivityKind.COMMITMENTS)


@dataclass(frozen=True, slots=True)
class CuttableStep:
    """A step that has not begun; `minutes_at_first` is what the programme gave it, `is_kept` that it is not dropped."""

    key: str
    name: str
    kind: ActivityKind
    minutes: int
    minutes_at_first: int
    is_kept: bool

    @property
    def shortest_minutes(self) -> int:
        """The fewest minutes a plan may leave it, measured by what the programme gave it and not by an earlier cut."""
        match self.kind:
            case ActivityKind.TABLE_TALK | ActivityKind.GO_ROUND:
                return _part(self.minutes_at_first, 60)
            case ActivityKind.VOTE:
                return _part(self.minutes_at_first, 75)
            case ActivityKind.BREAK:
                return min(SHORTEST_BREAK_MINUTES, self.minutes_at_first)
        return self.minutes

    @property
    def room_minutes(self) -> int:
        """How many minutes it can be shortened by."""
        room = self.minutes - self.shortest_minutes
        return room if room >= LEAST_ROOM_MINUTES else 0

    @property
    def can_be_dropped(self) -> bool:
        """Whether the event is whole without it."""
        return self.kind in _DROPPED and not self.is_kept


@dataclass(frozen=True, slots=True)
class Drop:
    """A step to leave out, and the planned minutes that saves."""

    key: str
    name: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Shorten:
    """A step to make shorter."""

    key: str
    name: str
    from_minutes: int
    to_minutes: int

    @property
    def minutes(self) -> int:
        """The planned minutes that saves."""
        return self.from_minutes - self.to_minutes


@dataclass(frozen=True, slots=True)
class CutPlan:
    """What to drop and to shorten, in the order of the run sheet, against being `late_minutes` late."""

    late_minutes: int
    drops: tuple[Drop, ...] = ()
    shortens: tuple[Shorten, ...] = ()
    is_slow: bool = False

    @property
    def cuts(self) -> tuple[Drop | Shorten, ...]:
        """Everything to take."""
        return (*self.drops, *self.shortens)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take."""
        return not self.cuts

    @property
    def saved_s(self) -> int:
        """How much earlier the event ends with this plan, at the pace it was made for."""
        return at_pace_s(sum(cut.minutes for cut in self.cuts), slow=self.is_slow)

    @property
    def stays_minutes(self) -> int:
        """How many minutes the event stays late all the same."""
        return max(0, -whole_minutes(self.saved_s - self.late_minutes * SECONDS_A_MINUTE))


def cut_plan(steps: Sequence[CuttableStep], late_minutes: int, *, slow: bool = False) -> CutPlan:
    """Return the smallest harm that brings the event back to time, or as near to it as may be.

    Nothing is dropped where shortening is enough. `steps` are those that have not begun, in order.
    """
    late_minutes = max(0, late_minutes)
    needed = -(-late_minutes * 2 // 3) if slow else late_minutes  # planned minutes: at the slow pace each is worth more
    dropped = _to_drop(steps, needed)
    rest = [step for step in steps if step not in dropped]
    shortened = _to_shorten(rest, needed - sum(step.minutes for step in dropped))
    return CutPlan(
        late_minutes,
        tuple(Drop(step.key, step.name, step.minutes) for step in steps if step in dropped),
        tuple(
            Shorten(step.key, step.name, step.minutes, step.minutes - shortened[step.key])
            for step in rest
            if step.key in shortened
        ),
        slow,
    )


def plan_in_words(plan: CutPlan, finish: str) -> Message:
    """Return the plan as one sentence; `finish` is the time of day at which the event ends with it."""
    if plan.is_empty:
        return nothing_to_cut(plan)
    first, *others = plan.cuts
    joined = cut_in_words(first)
    for cut in others:
        joined = say("{cuts}; {cut}", cuts=joined, cut=_later_in_words(cut))
    return say("{cuts}. {finish}", cuts=joined, finish=finish_in_words(plan, finish))


def cut_in_words(cut: Drop | Shorten) -> Message:
    """Return one cut, as it begins a sentence or stands in a list."""
    if isinstance(cut, Drop):
        return say("Drop {step} ({minutes} min)", step=cut.name, minutes=cut.minutes)
    return say(
        "Shorten {step} from {before} to {after} min", step=cut.name, before=cut.from_minutes, after=cut.to_minutes
    )


def finish_in_words(plan: CutPlan, finish: str) -> Message:
    """Return when the event ends with the plan, and how late that still is."""
    if not plan.stays_minutes:
        return say("New finish {time}.", time=finish)
    return say("New finish {time}, still {count} min late.", time=finish, count=plan.stays_minutes)


def nothing_to_cut(plan: CutPlan) -> Message:
    """Return why there is no plan."""
    if not plan.late_minutes:
        return say("The event is on time; nothing has to be cut.")
    return say_many(
        "Nothing ahead can be cut without harm. The event stays {count} minute late.",
        "Nothing ahead can be cut without harm. The event stays {count} minutes late.",
        count=plan.late_minutes,
    )


def _later_in_words(cut: Drop | Shorten) -> Message:
    if isinstance(cut, Drop):
        return say("drop {step} ({minutes} min)", step=cut.name, minutes=cut.minutes)
    return say(
        "shorten {step} from {before} to {after} min", step=cut.name, before=cut.from_minutes, after=cut.to_minutes
    )


def _to_drop(steps: Sequence[CuttableStep], needed: int) -> list[CuttableStep]:
    dropped: list[CuttableStep] = []
    for step in sorted((step for step in steps if step.can_be_dropped), key=lambda step: _DROPPED.index(step.kind)):
        if _saved(steps, dropped) >= needed:
            break
        dropped.append(step)
    for step in list(dropped):  # a later one may save so much that an earlier one is not needed any more
        others = [other for other in dropped if other is not step]
        if _saved(steps, others) >= needed:
            dropped = others
    return dropped


def _saved(steps: Iterable[CuttableStep], dropped: Sequence[CuttableStep]) -> int:
    return sum(step.minutes if step in dropped else step.room_minutes for step in steps)


def _to_shorten(steps: Iterable[CuttableStep], needed: int) -> dict[str, int]:
    taken: dict[str, int] = {}
    can_give = [step for step in steps if step.room_minutes]
    for step in sorted(can_give, key=lambda step: (_SHORTENED.index(step.kind), -step.room_minutes)):
        minutes = min(step.room_minutes, needed - sum(taken.values()))
        if minutes > 0:
            taken[step.key] = minutes
    return taken


def _part(minutes: int, percent: int) -> int:
    return -(-minutes * percent // 100)
