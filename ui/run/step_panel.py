"""What every panel of the NOW card has in common: it shows one kind of step, and names its own next action."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.words.message import Message
from ui.models.run_sheet import Place
from ui.run.next_scene import Ahead
from ui.run.on_screen import OnScreen
from ui.run.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to do next: its name as the button says it, and what it does.

    `do` raises a `FacilitatorError` where it is refused; the card shows that in words and nothing is lost. `shows` is
    what the room sees then; None where its screen stays, or where that hangs on what somebody decides.
    """

    name: Message
    do: Callable[[], None]
    shows: Ahead | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take the last step back where that is safe; `do` raises a `FacilitatorError` where it no longer is.

    `place` is where it was done, and where to look once it is taken back; None wherever somebody looks.
    """

    name: Message
    do: Callable[[], None]
    place: Place | None = None


class StepPanel(QWidget):
    """A part of the NOW card for one kind of step. Its verbs call conduct; it decides nothing about votes itself.

    `changed`: what stands in its fields changed, so that the next step or what is missing may have. `acted`: a verb was
    done, with its `Undo` or None, and the event is to be read again. `failed`: a `FacilitatorError` that came otherwise
    than by the next step. `screen_wanted`: what the room is to see, one of ui.run.on_screen. `place_wanted`: the Place
    of the run sheet where the work goes on, such as a question that was just made. `typing_finished`: the last field
    was left by Enter, so that the next action may have the focus. `kept`: something was stored that is no part of the
    course of the event, such as a paper form, with its `Undo` or None; no step begins by it.
    """

    is_titled_by_step = False  # whether the step's number and title are its heading

    changed = Signal()
    acted = Signal(object)
    kept = Signal(object)
    failed = Signal(object)
    screen_wanted = Signal(object)
    place_wanted = Signal(object)
    typing_finished = Signal()

    def show_place(self, place: Place, snapshot: Snapshot, on_screen: OnScreen) -> None:
        """Show a place of the run sheet as the event stands; what was typed for this place stays."""
        raise NotImplementedError

    def next_step(self) -> NextStep | None:
        """Return what is to be done here next; None when nothing is left and the run sheet goes on."""
        raise NotImplementedError

    def missing(self) -> tuple[Message, ...]:
        """Return what stands in the way of the next step, in words."""
        return ()

    def takes_space(self) -> bool:
        """Return whether Space is an answer here now, so that it does not press the next action."""
        return False

    def half_typed(self) -> Message | None:
        """Say what is typed here and not stored yet; None where nothing would be lost."""
        return None

    def focus_first(self) -> None:
        """Put the cursor where typing begins, if anything is to be typed here."""
