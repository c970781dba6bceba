"""Counting who comes in and goes home: by ones at the door, or as a figure that somebody tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from facilitator.conduct.attending import (
    Attendance,
    DoorCount,
    Known,
    Measure,
    Role,
    RoleCount,
    attendance,
    count_at_the_door,
    participants,
    people_here,
    record_attendance,
)
from facilitator.conduct.event import Event
from facilitator.conduct.record import StepRecord
from facilitator.errors import Refused
from facilitator.words.message import Message, say
from ui.run.step_panel import Undo

Verb = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Door:
    """The door of an event during `step`, which `is_first` of all: counting at the door begins there or nowhere."""

    event: Event
    step: str
    is_first: bool

    def more_came(self, more: int) -> Undo:
        """Let so many more come in, or fewer: into who came and who is here, each as far as it is known.

        Where nobody knows who came, counting begins before the first vote alone: later, one who comes late would stand
        for all who came. Raises `Refused` where there is nothing to add to.
        """
        standing, here = attendance(self.event), people_here(self.event)
        came = role_count(standing, Role.PARTICIPANT)
        begins = came.known is Known.UNKNOWN and here is None and self.is_first and more > 0
        if came.known is Known.UNKNOWN and here is None and not begins:
            raise Refused(
                say("Nobody knows yet how many came."),
                say("Type first how many came so far, then count on from there."),
            )
        verbs = self._came_in(came, more, standing.door) if begins or came.people is not None else []
        verbs += self._here(here, more)
        told = say("Take back: {people} came in", people=more)
        return _done(verbs, told if more > 0 else say("Take back the correction of who came"))

    def set_came(self, role: Role, people: int | None) -> Undo:
        """Correct how many of a role came: what was counted at the door where it was, else what was told."""
        standing = attendance(self.event)
        came = role_count(standing, role)
        if came.known is Known.DESK and people is not None:
            verbs = self._through_the_door(role, people - (came.people or 0), 0, standing.door)
        elif came.known is Known.DESK:
            verbs = self._not_known(role, standing.door)
        else:
            verbs = [self._tell(Measure.ATTENDED, people, participants(self.event, Measure.ATTENDED, role=role), role)]
        return _done(verbs, say("Take back the change of who came"))

    def set_went_home(self, people: int) -> Undo:
        """Correct how many participants went home; as many fewer are here."""
        standing, here = attendance(self.event), people_here(self.event)
        more = people - went_home(standing)
        verbs = self._through_the_door(Role.PARTICIPANT, 0, more, standing.door) + self._here(here, -more)
        return _done(verbs, say("Take back the change of who went home"))

    def set_here(self, people: int | None) -> Undo:
        """Tell how many participants are in the room."""
        verb = self._tell(Measure.PRESENT, people, people_here(self.event), Role.PARTICIPANT)
        return _done([verb], say("Take back the change of who is here"))

    def _came_in(self, came: RoleCount, more: int, door: Sequence[DoorCount]) -> list[tuple[Verb, Verb]]:
        if came.known is Known.TOLD:
            told = came.people or 0
            return [self._tell(Measure.ATTENDED, max(0, told + more), told, Role.PARTICIPANT)]
        return self._through_the_door(Role.PARTICIPANT, more, 0, door)

    def _here(self, here: int | None, more: int) -> list[tuple[Verb, Verb]]:
        if here is None:
            return []
        return [self._tell(Measure.PRESENT, max(0, here + more), here, Role.PARTICIPANT)]

    def _tell(self, measure: Measure, people: int | None, before: int | None, role: Role) -> tuple[Verb, Verb]:
        tell = partial(record_attendance, self.event, measure, role=role)
        return partial(tell, people), partial(tell, before)

    def _not_known(self, role: Role, door: Sequence[DoorCount]) -> list[tuple[Verb, Verb]]:
        told = participants(self.event, Measure.ATTENDED, role=role)
        emptied = [self._count(one, 0, 0) for one in door if one.role is role]
        return [*emptied, self._tell(Measure.ATTENDED, None, told, role)]

    def _through_the_door(
        self, role: Role, more_in: int, more_out: int, door: Sequence[DoorCount]
    ) -> list[tuple[Verb, Verb]]:
        """Count at this step; what is taken away beyond that is taken from the other steps, the last ones first."""
        here = next((one for one in door if (one.activity, one.role) == (self.step, role)), None)
        others = [one for one in door if one.role is role and one.activity != self.step]
        verbs = []
        for one in (here or DoorCount(self.step, role, 0, 0), *reversed(others)):
            people_in, people_out = max(0, one.people_in + more_in), max(0, one.people_out + more_out)
            more_in, more_out = more_in - (people_in - one.people_in), more_out - (people_out - one.people_out)
            if (people_in, people_out) != (one.people_in, one.people_out):
                verbs.append(self._count(one, people_in, people_out))
        return verbs

    def _count(self, before: DoorCount, people_in: int, people_out: int) -> tuple[Verb, Verb]:
        count = partial(count_at_the_door, self.event, before.activity, role=before.role)
        return (
            partial(count, people_in=people_in, people_out=people_out),
            partial(count, people_in=before.people_in, people_out=before.people_out),
        )


def door_at(event: Event, steps: Sequence[StepRecord], running: str | None) -> Door:
    """Return the door at the step under way; before the event at its first step, after it at its last."""
    begun = [step.key for step in steps if step.started_at is not None]
    here = running or (begun[-1] if begun else steps[0].key)
    return Door(event, here, here == steps[0].key)


def role_count(standing: Attendance, role: Role) -> RoleCount:
    """Return how many of a role came, as it was counted or told."""
    if role is Role.PARTICIPANT:
        return RoleCount(role, standing.counted, standing.known)
    return next(one for one in standing.others if one.role is role)


def went_home(standing: Attendance) -> int:
    """Return how many participants were counted out at the door."""
    return sum(one.people_out for one in standing.door if one.role is Role.PARTICIPANT)


def _done(verbs: Sequence[tuple[Verb, Verb]], name: Message) -> Undo:
    """Do what is to be done, and return how each of it is set to what it was before."""
    for do, _ in verbs:
        do()

    def back() -> None:
        for _, set_back in reversed(verbs):
            set_back()

    return Undo(name, back)
