"""Judging the screens: which one is the room's, and whether the room can see the controls."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.venue.facts import Screen
from facilitator.venue.findings import Finding, Standing, Subject
from facilitator.words.message import Message, say

LEAST_HEIGHT_PX = 600


def judged_screens(screens: Sequence[Screen]) -> Finding:
    """Judge the screens that are connected."""
    if len(screens) < 2:
        return _look(_only(screens), _PLUG_IN)
    if _are_doubled(screens):
        told = say("The screens show the same picture, so the room would see your controls.")
        return _first(told, _EXTEND)
    rooms = next((screen for screen in screens if screen.shows_room), None)
    if rooms is None:
        told = say("{screens} are connected; the room screen is not open.", screens=_listed(screens))
        return _look(told, say("Open the room screen."))
    told = say("The room sees {name}, {width} by {height}. Your controls are on {other}.", name=rooms.name,
               width=rooms.width_px, height=rooms.height_px, other=_controls(screens, rooms))  # fmt: skip
    return _judged_pair(rooms, told)


def _judged_pair(rooms: Screen, told: Message) -> Finding:
    if rooms.has_controls:
        told = say("The room screen and your controls are both on {name}.", name=rooms.name)
        return _first(told, say("Press W to bring the room screen to the other screen."))
    if rooms.height_px < LEAST_HEIGHT_PX:
        return _look(told, say("That is coarse: letters look rough. Choose a larger size in the display settings."))
    return Finding(Subject.SCREENS, Standing.GOOD, told)


def _only(screens: Sequence[Screen]) -> Message:
    if not screens:
        return say("No screen was found.")
    one = screens[0]
    if not one.name:
        return say(
            "Only one screen is connected, {width} by {height} pixels.", width=one.width_px, height=one.height_px
        )
    return say(
        "Only {name} is connected, {width} by {height} pixels.",
        name=one.name, width=one.width_px, height=one.height_px,
    )  # fmt: skip


def _are_doubled(screens: Sequence[Screen]) -> bool:
    return len({screen.corner for screen in screens}) < len(screens)


def _controls(screens: Sequence[Screen], rooms: Screen) -> str:
    with_controls = (screen.name for screen in screens if screen.has_controls)
    return next(with_controls, next((screen.name for screen in screens if screen is not rooms), ""))


def _listed(screens: Sequence[Screen]) -> Message:
    first, second = (_sized(screen) for screen in screens[:2])
    return say("{first} and {second}", first=first, second=second)


def _sized(screen: Screen) -> Message:
    return say("{name} ({width} by {height})", name=screen.name, width=screen.width_px, height=screen.height_px)


_PLUG_IN = say(
    "Plug the projector in and switch it on. Without one, the room screen opens in a window here, and you read aloud."
)
_EXTEND = say(
    "Choose “extend” instead of “duplicate” in the display settings; on Windows, press the Windows key and P."
)


def _first(told: Message, advice: Message) -> Finding:
    return Finding(Subject.SCREENS, Standing.FIRST, told, advice)


def _look(told: Message, advice: Message) -> Finding:
    return Finding(Subject.SCREENS, Standing.LOOK, told, advice)
