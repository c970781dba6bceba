"""Which screen the room looks at: by its name, and never the one with the operator's window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.words.message import Message, say


@dataclass(frozen=True, slots=True)
class ScreenName:
    """What a screen says of itself; what it does not say is empty."""

    name: str
    maker: str = ""
    model: str = ""
    serial: str = ""

    def is_same(self, other: ScreenName) -> bool:
        """Return whether it is the same screen: by its serial number, or else by its names; the plug may be another."""
        if self.serial or other.serial:
            return (self.maker, self.model, self.serial) == (other.maker, other.model, other.serial)
        if self.model or other.model:
            return (self.maker, self.model) == (other.maker, other.model)
        return self.name == other.name

    @property
    def told(self) -> str:
        """The name to tell people: the one on the device, or else the one of the plug."""
        return self.model or self.name


@dataclass(frozen=True, slots=True)
class ScreenSeen:
    """A screen that is plugged in, and where it stands among the others, in pixels."""

    name: ScreenName
    x: int
    y: int
    is_operators: bool = False
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class ScreenPair:
    """Two screens as they were used before: what was on which."""

    room: ScreenName
    operator: ScreenName


def screen_for_the_room(screens: Sequence[ScreenSeen], remembered: Sequence[ScreenPair]) -> int | None:
    """Return the place of the room's screen among `screens`; None where only the operator's is there.

    The one that was used last and is here wins; then one that is not the primary screen.
    """
    others = [place for place, screen in enumerate(screens) if not screen.is_operators]
    for pair in remembered:
        known = [place for place in others if screens[place].name.is_same(pair.room)]
        if known:
            return known[0]
    secondary = [place for place in others if not screens[place].is_primary]
    return next(iter([*secondary, *others]), None)


def is_wrong_way_round(screens: Sequence[ScreenSeen], remembered: Sequence[ScreenPair]) -> bool:
    """Return whether the operator's window is on the screen that the room looked at last time, beside the same other.

    Two screens that say the same of themselves cannot be told apart, so they are left as they are.
    """
    if len(screens) != 2 or screens[0].name.is_same(screens[1].name):
        return False
    operators = next((screen.name for screen in screens if screen.is_operators), None)
    other = next((screen.name for screen in screens if not screen.is_operators), None)
    for pair in remembered:
        if operators is None or other is None:
            return False
        if pair.room.is_same(operators) and pair.operator.is_same(other):
            return True
        if pair.room.is_same(other) and pair.operator.is_same(operators):
            return False
    return False


def names_to_tell(screens: Sequence[ScreenSeen]) -> tuple[Message, ...]:
    """Return how each screen is called; those of one name are told by where they stand."""
    times = Counter(screen.name.told for screen in screens)
    return tuple(
        say("“{screen}”", screen=screen.name.told) if times[screen.name.told] == 1 else _by_place(screen, screens)
        for screen in screens
    )


def _by_place(screen: ScreenSeen, screens: Sequence[ScreenSeen]) -> Message:
    alike = [one for one in screens if one.name.told == screen.name.told]
    across = sorted(alike, key=lambda one: (one.x, one.y))
    if len({one.x for one in alike}) == 1:
        return _numbered(screen, across, say("“{screen}”, the upper one", screen=screen.name.told),
                         say("“{screen}”, the lower one", screen=screen.name.told))  # fmt: skip
    return _numbered(screen, across, say("“{screen}”, the left one", screen=screen.name.told),
                     say("“{screen}”, the right one", screen=screen.name.told))  # fmt: skip


def _numbered(screen: ScreenSeen, inline: Sequence[ScreenSeen], first: Message, last: Message) -> Message:
    place = inline.index(screen)
    if place == 0:
        return first
    if place == len(inline) - 1:
        return last
    return say("“{screen}”, number {number} from the left", screen=screen.name.told, number=place + 1)
