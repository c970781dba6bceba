"""The kinds of scene that the room screen has, as plain values; a figure comes only in what the gate passed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from facilitator.core.disclosure import ShownResult
from facilitator.core.keys import Channel, OptionKey
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.programme import PromiseLevel


@dataclass(frozen=True, slots=True)
class Paged:
    """A scene whose words may need more than one screen; `page` counts from 0, and past the last means the last."""

    page: int = field(default=0, kw_only=True)


@dataclass(frozen=True, slots=True)
class LogoPicture:
    """The organiser's logo: the content of a PNG file, and how large it is in pixels."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Welcome(Paged):
    """The event's name, and where and when it is.

    While people are welcomed pages follow: how far they can change what is decided, what is fixed, how people talk.
    """

    title: str
    line: str
    promise: PromiseLevel | None = None
    can_change: str = ""
    givens: tuple[str, ...] = ()
    ground_rules: tuple[str, ...] = ()
    logo: LogoPicture | None = None


@dataclass(frozen=True, slots=True)
class Asking(Paged):
    """An open question; `voted` is how many votes have come in, None before any count is in.

    `channels` are the ways to vote that the screen explains; `practice` says that nothing here counts.
    """

    result: ShownResult
    present: int | None
    voted: int | None
    channels: tuple[Channel, ...] = (Channel.HANDS,)
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Closed(Paged):
    """A closed question whose result the operator has not shown yet; `asked` holds its options without a figure."""

    text: str
    practice: bool = False
    asked: ShownResult | None = None


@dataclass(frozen=True, slots=True)
class Revealed(Paged):
    """A result."""

    result: ShownResult
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Prompt(Paged):
    """What the tables talk about, or what is asked next; `number` is the step's, such as 2.3.

    `notes` are what stands below each of them, such as who does it by when; empty where there are none. `practice`
    says that the question will not count.
    """

    title: str
    prompts: tuple[str, ...]
    number: str = ""
    notes: tuple[str, ...] = ()
    practice: bool = False


@dataclass(frozen=True, slots=True)
class ReadAloud(Paged):
    """What is read out, one after the other in large letters, and then all of it as a list."""

    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Areas(Paged):
    """The areas there are to choose from before the vote, each with whether it was made in this room."""

    title: str
    question: str
    areas: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class BreakTime(Paged):
    """A break; `minutes_left` is None where nobody set when it ends, and `note` says what comes after it."""

    back_at: str
    minutes_left: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tie(Paged):
    """The areas that are level across the line, for so many places."""

    result: ShownResult
    tied: tuple[OptionKey, ...]
    places: int


@dataclass(frozen=True, slots=True)
class Carried(Paged):
    """The areas that go forward, below `line`; `ranks` are theirs as they may be shown, such as 2=, or none at all.

    Make it with `carried_areas`, which asks the gate. Whether the vote was corrected since is for the operator alone.
    """

    areas: tuple[str, ...]
    line: str
    ranks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome(Paged):
    """What the room did with a statement; `changed_text` is its new wording."""

    text: str
    kind: OutcomeKind
    changed_text: str = ""


@dataclass(frozen=True, slots=True)
class Evidence(Paged):
    """The evidence on an area in one sentence, with its source and date; `empty` where no figures were brought."""

    area: str
    headline: str
    source: str
    empty: bool


@dataclass(frozen=True, slots=True)
class MainPoints(Paged):
    """The main points as they are played back, each with whether it is a minority view.

    `current` is the place of the one point to show, counted from 0; None shows them all.
    """

    points: tuple[tuple[str, bool], ...]
    current: int | None


@dataclass(frozen=True, slots=True)
class Paused(Paged):
    """All clocks stand still; `line` says what comes next, if anything is to be said."""

    line: str = ""


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing at all."""


@dataclass(frozen=True, slots=True)
class ReadingCard:
    """What is read from the back row before people come: a line of each size that the room screen has."""


@dataclass(frozen=True, slots=True)
class RoomMessage:
    """A few words of the operator over whatever is on the screen, such as Back at 11:50."""

    text: str


@dataclass(frozen=True, slots=True)
class Logo:
    """The organiser's logo, and their name for those who hear the screen."""

    picture: LogoPicture
    name: str


@dataclass(frozen=True, slots=True)
class Thanks(Paged):
    """The end: the first line is the strong one."""

    lines: tuple[str, ...]


Talk: TypeAlias = "Welcome | Prompt | ReadAloud | Areas | BreakTime | Evidence | MainPoints | Paused | Blank | Thanks"
Vote: TypeAlias = "Asking | Closed | Revealed | Tie | Carried | Outcome"
Cover: TypeAlias = "Blank | RoomMessage | Logo"
Scene: TypeAlias = "Talk | Vote | ReadingCard | RoomMessage | Logo"
