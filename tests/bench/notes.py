"""Searching 10,000 notes: one keystroke from the query to the last pixel, beside the barest way to do the same."""

from __future__ import annotations

import os
import random
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QApplication, QListView

from facilitator.conduct.event import Event
from facilitator.conduct.noting import NoteKind
from facilitator.conduct.record import event_record
from facilitator.conduct.searching import MOST_SHOWN, query_for
from facilitator.core.tables import table_place
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.rows import NoteRow
from facilitator.words.translator import Translator
from tests.bench.measuring import Line, compared, in_ms, interleaved, middle, percentile, seconds_of
from tests.builders import the_default_event
from ui.application import make_application
from ui.models.run_sheet import Place
from ui.run.notes_card import NotesCard

NOTES, WORDS_IN_A_NOTE, SEVERAL_EDITIONS = 10_000, 25, 300
TYPED = ("zebra", "garden", "evening", "the bus")
ROUNDS = 4
LARGE = (1000, 620)
BARE_QUERY = """SELECT n.text FROM note_fts f JOIN note n ON n.id = f.rowid WHERE note_fts MATCH ?
    ORDER BY f.rowid DESC LIMIT ?"""
VOCABULARY = tuple(
    re.findall(
        r"\w+",
        """the a and of bus evening carer garden council people health care home visit neighbour walk shop doctor time
        nobody answers phone tuesday village hall warm place young old friend help need support drive taxi dear club
        lunch zebra appointment letter hearing minibus lonely weekend respite pharmacy stairs handrail budget waiting
        list transport""",
    )
)


class BareModel(QAbstractListModel):
    """The least a list view can show: rows of text."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[str]] = []

    def set_rows(self, rows: list[tuple[str]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a row."""
        return self.rows[index.row()][0] if role == Qt.ItemDataRole.DisplayRole else None


def lines(folder: Path) -> list[Line]:
    """Measure a keystroke in the search, whole and without the window, and a refresh while votes arrive."""
    app = make_application(["bench"])
    event = the_default_event(folder)
    write_notes(event, NOTES)
    card = _card(event)
    _settle(app)
    connection = sqlite3.connect(event.path)
    model, view = _bare_view(card.finder.list.size())
    field = card.finder.search_field

    def ours(text: str) -> Callable[[], None]:
        def type_it() -> None:
            field.setText(text)
            _settle(app)

        return type_it

    def bare(text: str) -> Callable[[], None]:
        def type_it() -> None:
            model.set_rows(connection.execute(BARE_QUERY, (query_for(text), MOST_SHOWN)).fetchall())
            _settle(app)

        return type_it

    mine, bares = _typed(ours, bare)
    record = event_record(event, with_history=False)
    card.show_event(record, None)
    again = middle([seconds_of(lambda: card.show_event(record, None)) for _ in range(50)])
    view.close()
    card.close()
    connection.close()
    event.close()
    what = f"a keystroke in the search of {NOTES:,} notes, painted"
    return [
        compared(what, middle(mine), middle(bares), "bare FTS5 + model reset", at_most=2),
        Line("  the slowest 5 of 100", in_ms(percentile(mine, 95)), in_ms(percentile(bares, 95)), "", "", None),
        Line(f"  the card of {NOTES:,} notes read again, nothing but votes came", in_ms(again)),
    ]


def write_notes(event: Event, number: int, *, seed: int = 5) -> None:
    """Write notes in one transaction; some hundreds of them were changed once."""
    dice = random.Random(seed)
    kinds = [kind.value for kind in NoteKind]

    def row(moment: Moment, note: bytes, edition: int) -> NoteRow:
        text = " ".join(dice.choice(VOCABULARY) + dice.choice(("", "", "s")) for _ in range(WORDS_IN_A_NOTE))
        place = table_place(dice.randint(1, 10))
        return NoteRow(
            moment.new_id(), moment.entry, note, edition, "talk-areas", place, dice.choice(kinds), "", text, "en", False
        )

    def rule(moment: Moment) -> Decision[None]:
        ids = [dice.randbytes(16) for _ in range(number)]
        rows = [row(moment, note, 1) for note in ids]
        return Decision(None, Said("bench"), [*rows, *(row(moment, note, 2) for note in ids[:SEVERAL_EDITIONS])])

    event.decide(rule)


def _typed(
    ours: Callable[[str], Callable[[], None]], bare: Callable[[str], Callable[[], None]]
) -> tuple[list[float], list[float]]:
    """Type each word letter by letter, in turn in both."""
    mine: list[float] = []
    bares: list[float] = []
    for _ in range(ROUNDS):
        for word in TYPED:
            for length in range(1, len(word) + 1):
                one, other = interleaved(ours(word[:length]), bare(word[:length]), rounds=1)
                mine += one
                bares += other
    return mine, bares


def _card(event: Event) -> NotesCard:
    card = NotesCard(Translator(), event)
    card.resize(*LARGE)
    card.show_event(event_record(event, with_history=False), Place("talk-areas"))
    card.show()
    return card


def _bare_view(size: QSize) -> tuple[BareModel, QListView]:
    model, view = BareModel(), QListView()
    view.setUniformItemSizes(True)
    view.setModel(model)
    view.resize(size)
    view.show()
    return model, view


def _settle(app: QApplication) -> None:
    """Let the windows lay themselves out and paint."""
    for _ in range(3):
        app.processEvents()
