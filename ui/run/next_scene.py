"""What the room will see once the one next action is done; of an open vote never a figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from facilitator.core.disclosure import Audience, shown
from facilitator.core.keys import State
from ui.room_screen.scene import Asking, Scene
from ui.run.on_screen import OnScreen
from ui.run.scenes import Stagecraft, closed_scene, scene_of


@dataclass(frozen=True, slots=True)
class Opening:
    """A question that is opened."""

    question: str


@dataclass(frozen=True, slots=True)
class Closing:
    """A question that is closed."""

    question: str


@dataclass(frozen=True, slots=True)
class NextPage:
    """The next page of what the room sees."""


@dataclass(frozen=True, slots=True)
class Beneath:
    """What a message or a pause covers."""


Ahead: TypeAlias = OnScreen | Opening | Closing | NextPage | Beneath


def scene_after(ahead: OnScreen | Opening | Closing, stagecraft: Stagecraft) -> Scene:
    """Return the scene that comes; results pass the gate on their way, as they do to the room."""
    if isinstance(ahead, Opening):
        return _opened(ahead.question, stagecraft)
    if isinstance(ahead, Closing):
        question = stagecraft.snapshot.question(ahead.question)
        return stagecraft.quiet if question is None else closed_scene(question)
    return scene_of(ahead, stagecraft)


def _opened(key: str, stagecraft: Stagecraft) -> Scene:
    """Return the question as it will be asked; who is present then is not known before."""
    question = stagecraft.snapshot.question(key)
    if question is None or question.state is not State.READY:
        return stagecraft.quiet
    return Asking(shown(question, Audience.ROOM), None, None, practice=question.practice)
