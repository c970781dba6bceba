"""An event: one open file and the programme it follows; made, opened, copied and closed here."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeAlias

from facilitator.conduct.prepared_rows import prepared_decision, programme_at
from facilitator.conduct.starting import EventDetails, starting_rows
from facilitator.core.hidden import fits_a_name
from facilitator.core.keys import EntryId
from facilitator.core.programme import Programme
from facilitator.document.visible import in_one_line
from facilitator.errors import EventFileError, Refused
from facilitator.programme.reading import ProgrammeFile, read_programme
from facilitator.store.copies import make_durable
from facilitator.store.faults import damaged, not_writable, told_in_words
from facilitator.store.lock import let_go, locked
from facilitator.store.moment import Answer, Decision, Moment, Said
from facilitator.store.rows import EventDetailRow
from facilitator.store.store import Store, create_store, open_store, remove_whole
from facilitator.words.message import say

LEAD = "lead facilitator"
UNFINISHED = ".unfinished"
LONGEST_REASON = 2_000  # characters


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class _Standing:
    """The programme that holds now: as it was prepared last, or the issued one."""

    programme: Programme


@dataclass(frozen=True, slots=True)
class Event:
    """An open event on an `issued` programme; `random_bytes` makes ids and keys."""

    store: Store
    issued: Programme
    _standing: _Standing
    random_bytes: Callable[[int], bytes] = secrets.token_bytes

    @property
    def programme(self) -> Programme:
        """The programme that the event follows: as it was prepared last, or the issued one."""
        return self._standing.programme

    def read_programme_anew(self) -> None:
        """Follow what the file holds as prepared last; for the verb that prepares."""
        self._standing.programme = programme_at(self.store.reading, self.issued)

    def decide(self, rule: Callable[[Moment], Decision[Answer]], entry_id: EntryId | None = None) -> Answer | None:
        """Let `rule` decide and store; on return it is durable. The same `entry_id` again changes nothing."""

        def decided(moment: Moment) -> Decision[Answer]:
            decision = rule(moment)
            if decision.said is not None and len(decision.said.why) > LONGEST_REASON:
                raise Refused(
                    say("The reason has more than {most} characters.", most=LONGEST_REASON),
                    say("Say it in fewer words."),
                )
            return decision

        return self.store.append(decided, entry_id=entry_id or EntryId(self.random_bytes(16)))

    @property
    def details(self) -> EventDetails:
        """What the event is called, where and when."""
        return _details(self.store.reading.detail())

    @property
    def path(self) -> Path:
        """Where the event file is."""
        return self.store.path

    @property
    def is_closed(self) -> bool:
        """Whether the file was closed, so that nothing can be read or stored any more."""
        return self.store.is_closed

    @property
    def is_rehearsal(self) -> bool:
        """Whether this was made as a rehearsal; that never changes."""
        return self.store.reading.is_rehearsal()

    @property
    def count_is_closed(self) -> bool:
        """Whether voting has ended for good."""
        return self.store.reading.count_is_closed()

    def on_change(self, subscriber: Callable[[], None]) -> None:
        """Call `subscriber` after each commit, on the writer's thread; it must not block."""
        self.store.on_commit(subscriber)

    def last_written(self) -> datetime:
        """Return when the file was last written, to the minute."""
        return datetime.fromisoformat(self.store.reading.last_written())

    def last_entry(self) -> int:
        """Return the number of the newest entry: while it stays, nothing but ballots has come."""
        return self.store.reading.last_entry()

    def save_a_copy(self, destination: Path) -> None:
        """Write a whole copy for keeping, without the keys of the voters; the event goes on meanwhile."""
        self.store.save_a_copy(destination)

    def close(self) -> None:
        """Close the file; one plain file is left."""
        self.store.close()


def create_event(
    path: Path,
    file: ProgrammeFile,
    details: EventDetails,
    *,
    rehearsal: bool = False,
    prepared: Programme | None = None,
    by: str = LEAD,
    clock: Callable[[], datetime] = _now,
    random_bytes: Callable[[int], bytes] = secrets.token_bytes,
) -> Event:
    """Make the event file and open it; it is there whole or not at all.

    `prepared` is the programme of `file` as another event prepared it, which this one then follows from the start.
    Raises `Refused` for details that cannot be used, `EventFileError` where the file cannot be made.
    """
    _refuse_unusable(details, file.programme)
    said = Said("start event", details.title, by)
    starting = starting_rows(file, details, said, rehearsal=rehearsal, event_id=random_bytes(16).hex())
    _refuse_place(path)
    lock = locked(path)
    try:
        _refuse_place(path)  # somebody may have made it just now
        _make(path, starting, _preparing(file.programme, prepared, by), clock)
    finally:
        let_go(lock)
    return open_event(path, clock=clock, random_bytes=random_bytes)


_Rule: TypeAlias = Callable[[Moment], Decision[None]]


def _preparing(issued: Programme, prepared: Programme | None, by: str) -> _Rule:
    return lambda moment: prepared_decision(moment, issued, prepared or issued, Said("prepare programme", "", by))


def _make(path: Path, starting: _Rule, preparing: _Rule, clock: Callable[[], datetime]) -> None:
    unfinished = path.with_name(path.name + UNFINISHED)
    store = create_store(unfinished, clock, instead_of_left_over=True)
    try:
        store.append(starting, entry_id=secrets.token_bytes(16))
        store.append(preparing, entry_id=secrets.token_bytes(16))
        store.close()
        os.replace(unfinished, path)
        make_durable(path.parent)
    except BaseException:
        store.give_up()
        remove_whole(unfinished)
        raise


def open_event(
    path: Path,
    *,
    clock: Callable[[], datetime] = _now,
    random_bytes: Callable[[int], bytes] = secrets.token_bytes,
) -> Event:
    """Open the event file at `path`; raises an `EventFileError` with a sentence where it cannot be used."""
    store = open_store(path, clock)
    try:
        text, form, digest = store.reading.programme_text()
        if hashlib.sha256(text.encode()).hexdigest() != digest:
            raise damaged(path)
        issued = read_programme(text, form="json" if form == "json" else "toml", name=path.name)
        return Event(store, issued, _Standing(programme_at(store.reading, issued)), random_bytes)
    except BaseException:
        store.close()
        raise


def change_details(event: Event, details: EventDetails, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Record new details; the old ones stay in the file's history. The variant is fixed once the event is made."""
    if details.variant != event.details.variant:
        raise Refused(
            say("The length of an event cannot be changed after it was made."),
            say("Make a new event with the other length, or shorten the activities."),
        )
    _refuse_unusable(details, event.programme)

    def rule(moment: Moment) -> Decision[None]:
        row = EventDetailRow(moment.new_id(), moment.entry, *details.columns())
        return Decision(None, Said("change details", details.title, by), [row])

    event.decide(rule, entry_id)


def _details(row: EventDetailRow) -> EventDetails:
    return EventDetails(*row[2:])


def _refuse_hidden(text: str) -> None:
    if not fits_a_name(text):
        raise Refused(
            say("“{text}” has a character that cannot be seen.", text=in_one_line(text)[:80]),
            say("Type it again by hand; names are printed on everything."),
        )


def _refuse_place(path: Path) -> None:
    with told_in_words(path):
        there = path.exists()
    if there:
        raise EventFileError(
            say("There is already a file called {file}.", file=path.name),
            say("Give the new event another name, or open that file."),
        )
    # SQLite would play what an earlier event left behind into the new file: sqlite.org/howtocorrupt.html
    if left_over := [end for end in ("-wal", "-journal") if path.with_name(path.name + end).exists()]:
        raise EventFileError(
            say("An earlier event called {file} left {rest} behind.", file=path.name, rest=path.name + left_over[0]),
            say("Give the new event another name, or move that left-over away if it is not needed."),
        )
    if not path.parent.is_dir():
        raise EventFileError(
            say("There is no folder {folder}.", folder=str(path.parent)),
            say("Make the folder first, or choose another."),
        )
    if not os.access(path.parent, os.W_OK):
        raise not_writable(path)


def _refuse_unusable(details: EventDetails, programme: Programme) -> None:
    if not details.title.strip():
        raise Refused(say("The event has no name."), say("Give it one; it is printed on everything."))
    for text in (details.title, details.place, details.convenor, details.area):
        _refuse_hidden(text)
    if programme.variant(details.variant) is None:
        lengths = ", ".join(variant.key for variant in programme.variants)
        raise Refused(
            say("The programme has no length called “{variant}”.", variant=details.variant),
            say("Choose one of: {lengths}.", lengths=lengths),
        )
    if details.tables is not None and not 0 < details.tables <= 1000:
        raise Refused(
            say("{tables} tables cannot be right.", tables=details.tables), say("Give 1 to 1000, or leave it out.")
        )
    try:
        date.fromisoformat(details.held_on)
    except ValueError as error:
        raise Refused(
            say("“{date}” is not a date.", date=details.held_on), say("Write it as year-month-day, such as 2026-11-20.")
        ) from error
