"""The picture to read from the back row: on the room screen, and away again with what was there before."""

from __future__ import annotations

from facilitator.errors import Refused
from facilitator.words.message import say
from ui.run.desk import Desk
from ui.run.on_screen import OnScreen, Reading


class ReadingPicture:
    """Puts the picture on the room screen, and gives the room back what it saw."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._before: OnScreen | None = None
        self._was_blank = False

    @property
    def is_shown(self) -> bool:
        """Whether the room sees the picture now."""
        return self._before is not None and self._desk.on_screen == Reading()

    def show(self) -> None:
        """Show the picture; raises `Refused` while the room votes or all clocks stand still."""
        if self._desk.snapshot.open_question is not None:
            raise Refused(say("The room votes just now."), say("Close the vote first; then the picture can be shown."))
        if self._desk.times.paused:
            raise Refused(say("All clocks stand still."), say("Go on after the pause first."))
        if not self.is_shown:
            self._before, self._was_blank = self._desk.on_screen, self._desk.is_blank
        self._desk.show(Reading())

    def take_away(self) -> None:
        """Show what was there before; where something else was shown meanwhile, that stays."""
        before, self._before = self._before, None
        if before is None or self._desk.on_screen != Reading():
            return
        self._desk.show(before)
        if self._was_blank:
            self._desk.blank()
