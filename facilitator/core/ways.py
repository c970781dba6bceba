"""The ways in which votes came, as people call them."""

from __future__ import annotations

from functools import reduce

from facilitator.core.keys import Channel
from facilitator.core.tally import Tally
from facilitator.words.message import Message, say

_NAMES = {
    Channel.HANDS: say("hands"),
    Channel.TALLY: say("tables"),
    Channel.PAPER: say("paper"),
    Channel.PHONE: say("phone"),
    Channel.IMPORT: say("file"),
}
_PRIVATE_SCREEN = say("the private screen")


def is_private_screen(tally: Tally, channel: Channel) -> bool:
    """Return whether what a tally has as paper came from the private screen alone: every ballot was assisted."""
    return channel is Channel.PAPER and 0 < tally.assisted == tally.cast_by_channel.get(channel, 0)


def way_named(tally: Tally, channel: Channel) -> Message:
    """Return what the way of a channel is called."""
    return _PRIVATE_SCREEN if is_private_screen(tally, channel) else _NAMES[channel]


def ways_named(tally: Tally) -> Message:
    """Return every way in which votes came, such as "hands, the private screen"."""
    names = [way_named(tally, channel) for channel, cast in sorted(tally.cast_by_channel.items()) if cast]
    return reduce(lambda told, name: say("{first}, {next}", first=told, next=name), names or [say("none so far")])
