"""Head-counts: how many people came, and how many are present now; unknown is unknown, never nought."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import refuse_unknown_activity
from facilitator.core.keys import EntryId, State
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import Reading
from facilitator.store.rows import AttendanceRow, DoorCountRow, InvitationRow
from facilitator.words.message import Message, say


class Measure(StrEnum):
    """What was counted: unique people over the whole event, or people in the room at an activity."""

    ATTENDED = "attended"
    PRESENT = "present"


class Role(StrEnum):
    """Who was counted; staff, observers and interpreters are never among the participants (T26)."""

    PARTICIPANT = "participant"
    STAFF = "staff"
    OBSERVER = "observer"
    INTERPRETER = "interpreter"


class Known(StrEnum):
    """How a number of people is known: counted in by the desk, told by somebody, or not at all."""

    DESK = "desk"
    TOLD = "told"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DoorCount:
    """Who came in and who went home during one step, of one role; whoever comes back is not counted in again."""

    activity: str
    role: Role
    people_in: int
    people_out: int


@dataclass(frozen=True, slots=True)
class RoleCount:
    """How many of one role came to the whole event; None is not known (T28)."""

    role: Role
    people: int | None
    known: Known


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who came (T26): participants alone, but for `others`, which are the roles counted apart.

    `attended` is how many came: unique people in by the desk where the desk counted, else what was told, and never
    fewer than the most that were in the room at once, `present_highest`. Where it had to be raised to that, or where
    nobody counted or told who came, it is `at_least` so many. `counted` is the figure as it was entered, and `known`
    how. What is not known is None; `warnings` say what does not fit.
    """

    attended: int | None
    known: Known
    counted: int | None
    present_highest: int | None
    others: tuple[RoleCount, ...]
    door: tuple[DoorCount, ...]
    invited: int | None = None
    booked: int | None = None
    warnings: tuple[Message, ...] = ()

    @property
    def at_least(self) -> bool:
        """Whether more were in the room at once than were counted or told, so that `attended` is a lower bound."""
        return self.attended != self.counted


def record_attendance(
    event: Event,
    measure: Measure,
    people: int | None,
    *,
    role: Role = Role.PARTICIPANT,
    activity: str = "",
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> None:
    """Record a head-count; the newest of a measure, role and activity holds, None says that it is not known."""
    if people is not None and people < 0:
        raise Refused(say("A head-count is below zero."), say("Enter a whole number, 0 or more."))

    def rule(moment: Moment) -> Decision[None]:
        if activity:
            refuse_unknown_activity(moment, activity)
        row = AttendanceRow(moment.new_id(), moment.entry, measure, role, activity, people)
        return Decision(None, Said("count people", activity, by), [row])

    event.decide(rule, entry_id)


def count_at_the_door(
    event: Event,
    activity: str,
    *,
    people_in: int,
    people_out: int = 0,
    role: Role = Role.PARTICIPANT,
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> None:
    """Record how many of a role came in and went home during a step; the newest of a step and role holds.

    Each person is counted in once: whoever steps out and comes back is counted neither out nor in again.
    """
    if people_in < 0 or people_out < 0:
        raise Refused(say("A head-count is below zero."), say("Enter a whole number, 0 or more."))

    def rule(moment: Moment) -> Decision[None]:
        refuse_unknown_activity(moment, activity)
        row = DoorCountRow(moment.new_id(), moment.entry, activity, role, people_in, people_out)
        return Decision(None, Said("count at the door", activity, by), [row])

    event.decide(rule, entry_id)


def record_invitation(
    event: Event, *, invited: int | None, booked: int | None, by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Record how many were invited and how many had booked a place; None says that it is not known."""
    if min(invited or 0, booked or 0) < 0:
        raise Refused(say("A number of people is below zero."), say("Enter a whole number, 0 or more."))

    def rule(moment: Moment) -> Decision[None]:
        row = InvitationRow(moment.new_id(), moment.entry, invited, booked)
        return Decision(None, Said("record invitation", "", by), [row])

    event.decide(rule, entry_id)


def attendance(event: Event) -> Attendance:
    """Return who came, as far as it is known."""
    return attendance_now(event.store.reading)


def attended(event: Event) -> int | None:
    """Return how many participants came to the event (T26); None where it is not known."""
    return attendance_now(event.store.reading).attended


def attendance_now(reading: Reading) -> Attendance:
    """Return who came, as far as it is known."""
    door = tuple(
        DoorCount(row.activity, Role(row.role), row.people_in, row.people_out) for row in reading.door_counts()
    )
    told = {
        Role(one.role): one.people for one in reading.attendance() if _is_of_the_whole_event(one.measure, one.activity)
    }
    here = _came(Role.PARTICIPANT, door, told)
    highest = _present_highest(reading)
    came = max((people for people in (here.people, highest or None) if people is not None), default=None)
    others = tuple(_came(role, door, told) for role in Role if role is not Role.PARTICIPANT)
    invitation = reading.invitation()
    return Attendance(
        came, here.known, here.people, highest, others, door,
        invitation.invited if invitation else None, invitation.booked if invitation else None,
        _warnings(here, highest, told.get(Role.PARTICIPANT), door),
    )  # fmt: skip


def participants(event: Event, measure: Measure, activity: str = "", *, role: Role = Role.PARTICIPANT) -> int | None:
    """Return the newest head-count of participants, or of another role; None where it is not known."""
    wanted = (measure, role, activity)
    counts = (found for found in event.store.reading.attendance())
    return next((found.people for found in counts if (found.measure, found.role, found.activity) == wanted), None)


def people_here(event: Event) -> int | None:
    """Return how many participants were in the room when that was told last; None where it is not known."""
    return event.store.reading.people_here()


def _is_of_the_whole_event(measure: str, activity: str) -> bool:
    return measure == Measure.ATTENDED and not activity


def _came(role: Role, door: tuple[DoorCount, ...], told: dict[Role, int | None]) -> RoleCount:
    counted = sum(one.people_in for one in door if one.role is role)
    if counted:  # a desk at which nobody came in did not count: everybody would have to be nought
        return RoleCount(role, counted, Known.DESK)
    people = told.get(role)
    return RoleCount(role, people, Known.UNKNOWN if people is None else Known.TOLD)


def _present_highest(reading: Reading) -> int | None:
    at_votes = [asked.present for asked in reading.questions() if State(asked.state) is not State.VOID]
    told = [
        one.people for one in reading.attendance() if (one.measure, one.role) == (Measure.PRESENT, Role.PARTICIPANT)
    ]
    return max((people for people in (*at_votes, *told) if people is not None), default=None)


def _warnings(
    here: RoleCount, highest: int | None, told: int | None, door: tuple[DoorCount, ...]
) -> tuple[Message, ...]:
    found = []
    if here.people is not None and highest is not None and here.people < highest:
        found.append(
            say(
                "{present} people were in the room at once, and only {counted} are counted in: correct one of the two.",
                present=highest, counted=here.people,
            )
        )  # fmt: skip
    if here.known is Known.DESK and here.people is not None and told is not None and told != here.people:
        found.append(
            say("The desk counted {counted} people in, and {told} were told: the desk's figure holds.",
                counted=here.people, told=told)
        )  # fmt: skip
    for role in Role:
        people_in, people_out = _through_the_door(role, door)
        if people_out > people_in:
            found.append(
                say("More people went out than came in ({out} and {inside}): correct one of the two.",
                    out=people_out, inside=people_in)
            )  # fmt: skip
    return tuple(found)


def _through_the_door(role: Role, door: tuple[DoorCount, ...]) -> tuple[int, int]:
    mine = [one for one in door if one.role is role]
    return sum(one.people_in for one in mine), sum(one.people_out for one in mine)
