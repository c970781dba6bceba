"""The event while it is prepared: what is stored, what is still being typed, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from facilitator.conduct.event import Event
from facilitator.conduct.preparable import refusal_of
from facilitator.conduct.preparing import issued_programme, prepare
from facilitator.core.programme import Programme
from facilitator.errors import FacilitatorError, Refused
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator


class Typed(Protocol):
    """A field with words that are not stored yet, or were refused."""

    @property
    def refusal(self) -> Message | None:
        """Why the words were not stored; None while they are still being typed."""

    def finish(self) -> None:
        """Store what was typed now."""

    def put_back(self) -> None:
        """Show again what is stored."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One stored change: how to take it back, and how to do it once more."""

    back: Callable[[], object]
    forth: Callable[[], object]


class Preparing(QObject):
    """Stores each change and keeps the way back; a refusal is told by `refused`, and nothing was stored then.

    `changed`: something was stored, so every page shows the event anew. `saved_changed`: `saved` says something else.
    """

    changed = Signal()
    saved_changed = Signal()
    refused = Signal(object)  # FacilitatorError
    copy_wanted = Signal()  # the person asked for another event like this one

    def __init__(self, event: Event, words: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.open_event, self.words = event, words
        self.refusals = 0  # how many there have been: a field sees by it whether its words were stored
        self._undone: list[Deed] = []
        self._done: list[Deed] = []
        self._typed: list[Typed] = []
        self._not_saved: Message | None = None
        self._written = event.last_written()

    @property
    def programme(self) -> Programme:
        """The programme as it stands."""
        return self.open_event.programme

    @property
    def issued(self) -> Programme:
        """The programme as it was issued, before anything was prepared."""
        return issued_programme(self.open_event)

    @property
    def variant(self) -> str:
        """The length of this event."""
        return self.open_event.details.variant

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back, stored or still being typed."""
        return bool(self._done or self._typed)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to do once more."""
        return bool(self._undone)

    @property
    def last_refusal(self) -> Message | None:
        """What was refused last; None once something was stored since."""
        return self._not_saved

    @property
    def saved(self) -> Message:
        """Whether everything that can be seen in the window is in the file: saved, saving, or not saved and why."""
        refused = next((one.refusal for one in self._typed if one.refusal is not None), self._not_saved)
        if refused is not None:
            return say("Not saved: {why}", why=refused)
        if self._typed:
            return say("Saving…")
        if not self.open_event.is_closed:
            self._written = self.open_event.last_written()
        return say("Saved {time}", time=self._written.astimezone().strftime("%H:%M"))

    @property
    def has_unsaved(self) -> bool:
        """Whether words stand in a field that are not in the file."""
        return bool(self._typed)

    def apply(self, edit: Callable[[Programme], Programme], what: str = "") -> bool:
        """Store the programme as `edit` makes it, and return whether that could be done; no change leaves no trace."""
        before, made = self.programme, Made()

        def forth() -> None:
            made.programme = made.programme or edit(before)
            if made.programme != before:
                prepare(self.open_event, made.programme, what=what)

        return self._do(
            Deed(lambda: prepare(self.open_event, before, what=what), forth), changes=lambda: made.programme != before
        )

    def why_fixed(self, edit: Callable[[Programme], Programme]) -> Message | None:
        """Return why such an edit would be refused now, or None where it can be made: for what is shown read only."""
        try:
            refusal = refusal_of(self.open_event, edit(self.programme))
        except Refused as error:
            refusal = error
        return refusal.message if refusal is not None else None

    def carry_out(self, forth: Callable[[], object], back: Callable[[], object]) -> bool:
        """Do something that is stored beside the programme, such as another date; return whether it was stored."""
        return self._do(Deed(back, forth))

    def undo(self) -> None:
        """Take the last change back; words that were refused are taken back first, as they stand in the field alone."""
        refused = [one for one in self._typed if one.refusal is not None]
        for one in refused:
            one.put_back()
        self.settle()
        if not refused and self._done:
            self._go(self._done.pop(), self._undone, forth=False)

    def redo(self) -> None:
        """Do the change once more that was taken back last."""
        self.settle()
        if self._undone:
            self._go(self._undone.pop(), self._done, forth=True)

    def settle(self) -> bool:
        """Store everything that is being typed now, and return whether all of it is stored."""
        if self.open_event.is_closed:
            return True  # there is nothing more to be stored in
        for one in list(self._typed):
            one.finish()
        return not self._typed

    def typing_began(self, field: Typed) -> None:
        """Know that words stand in `field` that are not stored."""
        if field not in self._typed:
            self._typed.append(field)
        self.saved_changed.emit()

    def typing_ended(self, field: Typed) -> None:
        """Know that what stands in `field` is stored, or that its words are gone."""
        if field in self._typed:
            self._typed.remove(field)
        self.saved_changed.emit()

    def _do(self, deed: Deed, *, changes: Callable[[], bool] = lambda: True) -> bool:
        if not self._tried(deed.forth):
            return False
        if changes():
            self._done.append(deed)
            self._undone.clear()
            self._stored()
        else:
            self.saved_changed.emit()
        return True

    def _go(self, deed: Deed, other: list[Deed], *, forth: bool) -> None:
        if self._tried(deed.forth if forth else deed.back):
            other.append(deed)
            self._stored()

    def _tried(self, verb: Callable[[], object]) -> bool:
        """Do something, and tell what is refused."""
        if self.open_event.is_closed:
            return False
        try:
            verb()
        except FacilitatorError as error:
            self._not_saved = error.message
            self.refusals += 1
            self.refused.emit(error)
            self.saved_changed.emit()
            return False
        self._not_saved = None
        return True

    def _stored(self) -> None:
        self.changed.emit()
        self.saved_changed.emit()


@dataclass(slots=True)
class Made:
    """The programme that an edit made, so that doing it once more gives new things the same keys."""

    programme: Programme | None = None
