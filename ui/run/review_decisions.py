"""What a person decides of the words they read, and how the last decision is taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitator.conduct.event import Event
from facilitator.conduct.noting import NoteId, bring_back_note
from facilitator.conduct.record import NoteRecord, event_record
from facilitator.conduct.reviewing import ToRead, change, change_back, keep, remove, to_read
from facilitator.errors import Refused
from facilitator.words.message import say


class Review:
    """The words that wait, and the decisions on them.

    What is kept is let through only with the next decision, or by `settle`: until then one key takes it back, and
    words that were let through by mistake have not left. Changes and removals are stored at once.
    """

    def __init__(self, event: Event) -> None:
        self._event = event
        self._entry = -1
        self._waiting: tuple[ToRead, ...] = ()
        self._notes = 0
        self._held: tuple[str, ...] = ()
        self._last: tuple[str, ...] = ()
        self._undo: Callable[[], None] | None = None

    @property
    def waiting(self) -> tuple[ToRead, ...]:
        """What nobody has decided on, in the order in which to read it; what was put off comes last."""
        self._read()
        here = [one for one in self._waiting if one.digest not in self._held]
        return tuple(sorted(here, key=lambda one: one.digest in self._last))

    @property
    def notes(self) -> int:
        """How many notes there are, read or not."""
        self._read()
        return self._notes

    @property
    def read(self) -> int:
        """How many of the notes are read."""
        return self.notes - sum(one.note is not None for one in self.waiting)

    @property
    def can_undo(self) -> bool:
        """Whether the last decision can be taken back."""
        return self._undo is not None

    def keep(self, items: Sequence[ToRead]) -> None:
        """Keep words as they are; raises `Refused` where what was kept before does not stand any more."""
        self.settle()
        self._held = tuple(one.digest for one in items)
        self._undo = self._let_go

    def change(self, one: ToRead, text: str) -> None:
        """Give a note other words and let these through."""
        note = _note_of(one)
        if text == note.text:
            self.keep([one])
            return
        self.settle()
        change(self._event, _id(note), text)
        self._undo = lambda: change_back(self._event, _id(note), note.text)

    def remove(self, one: ToRead) -> None:
        """Take a note out of everything that is published."""
        self.settle()
        note = _id(_note_of(one))
        remove(self._event, note)
        self._undo = lambda: bring_back_note(self._event, note)

    def put_off(self, items: Sequence[ToRead]) -> None:
        """Read these words last; they wait, and stay out until they are read."""
        self._last = (*(one for one in self._last if one not in {item.digest for item in items}), *_digests(items))

    def undo(self) -> None:
        """Take the last decision back, so that its words wait again."""
        if self._undo is None:
            raise Refused(say("There is nothing to undo."), say("A note can be changed in the list of notes."))
        undo, self._undo = self._undo, None
        undo()

    def settle(self) -> None:
        """Let through what was kept; on return it is durable, and cannot be taken back here any more."""
        held, self._held = self._held, ()
        self._undo = None
        if held:
            keep(self._event, held)

    def _let_go(self) -> None:
        self._held = ()

    def _read(self) -> None:
        entry = self._event.last_entry()
        if entry != self._entry:
            self._waiting = to_read(self._event)
            self._notes = len(event_record(self._event, with_history=False).notes)
            self._entry = entry


def _digests(items: Sequence[ToRead]) -> tuple[str, ...]:
    return tuple(one.digest for one in items)


def _note_of(one: ToRead) -> NoteRecord:
    if one.note is None:
        raise Refused(
            say("These words are no note, so they are not changed or removed here."),
            say("Change them where they were written; until then a mark stands in their place."),
        )
    return one.note


def _id(note: NoteRecord) -> NoteId:
    return NoteId(bytes.fromhex(note.id))
