"""The event while it is prepared: what is stored, what is still being typed, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.conduct.event import Event
from facilitator.conduct.preparable import refusal_of
from facilitator.conduct.preparing import (
    Prepared,
    issued_programme,
    prepare,
    prepare_again,
    prepared_now,
    programme_as_asked,
)
from facilitator.core.programme import Programme
from facilitator.errors import FacilitatorError, Refused
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator


class Typed(Protocol):
    """A field with words that are not stored yet, or were refused."""

    @property
    def refusal(self) -> Message | None:
        """Why the words were not stored; None while they are still being typed."""

    @property
    def waits(self) -> bool:
        """Whether nothing is stored before the person says more, or leaves the field."""

    def told(self, why: Message | None) -> Message:
        """Return which field it is, and why its words are not stored."""

    @property
    def widget(self) -> QWidget:
        """What the words stand in."""

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
        self.storing: Typed | None = None  # the field whose words are stored at this moment
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
    def as_asked(self) -> Programme:
        """The programme as it stands, with the words that the room gave its questions since: for showing it."""
        return programme_as_asked(self.open_event)

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
    def is_refused(self) -> bool:
        """Whether something was refused and is neither put right nor given up since."""
        return self._not_saved is not None or any(one.refusal is not None for one in self._typed)

    @property
    def saved(self) -> Message:
        """Whether everything that can be seen in the window is in the file: saved, saving, or not saved and why."""
        refused = next((one.told(one.refusal) for one in self._typed if one.refusal is not None), self._not_saved)
        if refused is not None:
            return say("Not saved: {why}", why=refused)
        if any(one.waits for one in self._typed):
            return say("Not saved yet")
        if self._typed:
            return say("Saving…")
        if not self.open_event.is_closed:
            self._written = self.open_event.last_written()
        return say("Saved {time}", time=self._written.astimezone().strftime("%H:%M"))

    @property
    def half_typed(self) -> Typed | None:
        """What stands in a field and is not in the file, what was refused first; None where all is stored."""
        return next((one for one in self._typed if one.refusal is not None), next(iter(self._typed), None))

    @property
    def has_unsaved(self) -> bool:
        """Whether words stand in a field that are not in the file."""
        return bool(self._typed)

    def apply(self, edit: Callable[[Programme], Programme], what: str = "") -> bool:
        """Store the programme as `edit` makes it, and return whether that could be done; no change leaves no trace."""
        edited = Edited(self.open_event, edit, what)
        return self._do(Deed(edited.back, edited.forth), changes=lambda: edited.changes)

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

    def refuse(self, what: Message, advice: Message) -> None:
        """Tell that something cannot be stored as it is, before it is tried."""
        self._refuse(Refused(what, advice))

    def undo(self) -> None:
        """Take the last change back; words that were refused are taken back first, as they stand in the field alone.

        A change that cannot be taken back now is told, and stays the last one.
        """
        self.settle()
        refused = [one for one in self._typed if one.refusal is not None]
        for one in refused:
            one.put_back()
        if not refused and self._done and self._tried(self._done[-1].back):
            self._undone.append(self._done.pop())
            self._stored()

    def redo(self) -> None:
        """Do the change once more that was taken back last."""
        self.settle()
        if self._undone and self._tried(self._undone[-1].forth):
            self._done.append(self._undone.pop())
            self._stored()

    def settle(self) -> bool:
        """Store everything that is being typed now, and return whether all of it is stored."""
        if self.open_event.is_closed:
            return True  # there is nothing more to be stored in
        for one in list(self._typed):
            one.finish()
        return not self._typed

    def discard(self) -> None:
        """Give up all that is typed and not stored: every field shows again what is in the file."""
        for one in list(self._typed):
            one.put_back()

    def typing_began(self, field: Typed) -> None:
        """Know that words stand in `field` that are not stored."""
        if field not in self._typed:
            self._typed.append(field)
        self.saved_changed.emit()

    def typing_ended(self, field: Typed) -> None:
        """Know that what stands in `field` is stored, or that its words are gone."""
        if field in self._typed:
            self._typed.remove(field)
            self._not_saved = None
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

    def _tried(self, verb: Callable[[], object]) -> bool:
        """Do something, and tell what is refused."""
        if self.open_event.is_closed:
            return False
        try:
            verb()
        except FacilitatorError as error:
            self._refuse(error)
            return False
        self._not_saved = None
        return True

    def _refuse(self, error: FacilitatorError) -> None:
        self._not_saved = error.message
        self.refusals += 1
        self.refused.emit(error)
        self.saved_changed.emit()

    def _stored(self) -> None:
        self.changed.emit()
        self.saved_changed.emit()


class Edited:
    """One edit of the programme of an event: how the event stood before it and after it, for the way back and forth.

    Done once more it makes what it made at first, so that new things have the same keys.
    """

    def __init__(self, event: Event, edit: Callable[[Programme], Programme], what: str) -> None:
        self._event, self._edit, self._what = event, edit, what
        self._before: Prepared = prepared_now(event)
        self._after: Prepared | None = None

    @property
    def changes(self) -> bool:
        """Whether the programme is another one by it."""
        return self._after is not None and self._after.programme != self._before.programme

    def forth(self) -> None:
        """Do it, or do it once more."""
        if self._after is not None:
            prepare_again(self._event, self._after, self._before, what=self._what)
            return
        made = self._edit(self._before.programme)
        if made != self._before.programme:
            prepare(self._event, made, what=self._what)
        self._after = prepared_now(self._event)

    def back(self) -> None:
        """Take it back."""
        if self._after is not None:
            prepare_again(self._event, self._before, self._after, what=self._what)
