"""The tables' own counts as a grid: a row for each table, a column for each figure, and never a total of an answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from facilitator.conduct.carried_stage import short_name
from facilitator.conduct.tables import TableNow
from facilitator.core.keys import Channel, OptionKey
from facilitator.core.result import QuestionResult
from facilitator.core.tables import place_name
from facilitator.core.tally import CountSheet
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.figures import Figures, figures_of, needs_voters
from ui.widgets.style import colours

Index = QModelIndex | QPersistentModelIndex
LONGEST_HEADER = 9  # characters; longer answers are numbered, and their texts stand above the grid


class Figure(Enum):
    """What a column holds."""

    PEOPLE = "people"
    OPTION = "option"
    ABSTAIN = "abstain"
    VOTED = "voted"
    SUM = "sum"
    STANDING = "standing"
    BLANK = "blank"
    SPOILT = "spoilt"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, its short head, and its whole name."""

    figure: Figure
    head: str
    name: str
    option: OptionKey | None = None

    @property
    def takes_figures(self) -> bool:
        """Whether a number is typed here."""
        return self.figure not in (Figure.SUM, Figure.STANDING, Figure.PAPER)


@dataclass(frozen=True, slots=True)
class TableEntry:
    """What stands in the row of one table: who sits there and what they counted."""

    place: str
    people: int | None
    figures: Figures
    from_paper: bool = False

    @property
    def sheet(self) -> CountSheet:
        """The count sheet of this table."""
        return self.figures.sheet(self.place, Channel.TALLY, provisional=self.from_paper)

    @property
    def too_many(self) -> int:
        """How many more voted than sit there, as far as that is known."""
        return max(0, self.figures.people - self.people) if self.people is not None else 0


class TableCountsModel(QAbstractTableModel):
    """Holds what was typed until it is stored; `unfitting` says why figures cannot be true together, or None."""

    def __init__(self, words: Translator, unfitting: Callable[[CountSheet], Message | None]) -> None:
        super().__init__()
        self._words, self._unfitting = words, unfitting
        self._question: QuestionResult | None = None
        self._columns: tuple[Column, ...] = ()
        self._stored: tuple[TableEntry, ...] = ()
        self._tables: tuple[TableNow, ...] = ()
        self._typed: dict[str, TableEntry] = {}
        self.is_brief = False  # whether how a count stands is told by a mark, where there is no room for words
        self._gaps: list[Message | None] = []  # asked of the file when something changes, never while painting

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in order."""
        return self._columns

    @property
    def legend(self) -> tuple[str, ...]:
        """The answers in order where their columns are only numbered; empty where the heads name them."""
        options = [column for column in self._columns if column.figure is Figure.OPTION]
        numbered = any(column.head != column.name for column in options)
        return tuple(f"{column.head} {short_name(column.name)}" for column in options) if numbered else ()

    @property
    def changed_rows(self) -> tuple[int, ...]:
        """The rows that hold something that is not stored."""
        rows = range(len(self._stored))
        return tuple(row for row in rows if not _says_the_same(self.entry(row), self._stored[row]))

    def set_rows(self, question: QuestionResult, tables: Sequence[TableNow]) -> None:
        """Show these tables; what was typed for the same question and not stored stays."""
        is_same = self._question is not None and self._question.key == question.key
        places = [table.place for table in tables]
        alike = is_same and places == [entry.place for entry in self._stored] and _alike(self._question, question)
        if not alike:
            self.beginResetModel()
        self._typed = self._still_typed() if is_same else {}
        self._question, self._tables = question, tuple(tables)
        self._columns = tuple(_columns(question, self._words))
        self._stored = tuple(_entry(table, question) for table in tables)
        self._find_gaps()
        if not alike:
            self.endResetModel()
        else:
            self._tell_changed(0, len(self._stored) - 1)

    def typed(self) -> dict[str, TableEntry]:
        """Return what was typed and is not stored, by place."""
        return self._still_typed()

    def restore(self, typed: dict[str, TableEntry]) -> None:
        """Put back what was typed before somebody looked elsewhere."""
        self._typed = dict(typed)
        self._find_gaps()
        self._tell_changed(0, len(self._stored) - 1)

    def entry(self, row: int) -> TableEntry:
        """Return what stands in a row."""
        stored = self._stored[row]
        return self._typed.get(stored.place, stored)

    def stored_sheet(self, row: int) -> CountSheet | None:
        """Return the count that the file holds for a row's table."""
        return self._tables[row].sheet

    def stored_entry(self, row: int) -> TableEntry:
        """Return what the file holds for a row."""
        return self._stored[row]

    def row_of(self, place: str) -> int:
        """Return the row of a table, or -1."""
        return next((row for row, one in enumerate(self._stored) if one.place.casefold() == place.casefold()), -1)

    def gap(self, row: int) -> Message | None:
        """Return what keeps a row's figures from being stored; None where nothing does, or nothing was typed."""
        return self._gaps[row]

    def standing(self, row: int) -> Message:
        """Return how a table stands, in a few words."""
        entry = self.entry(row)
        if entry.figures.is_empty and self.gap(row) is None:
            return say("not sent yet")
        if self._question is not None and entry.figures.gap(self._question) is not None:
            return say("not whole")
        if self.gap(row) is not None:
            return say("does not add up")
        if entry.too_many:
            return say("{more} too many", more=entry.too_many)
        if row in self.changed_rows:
            return say("not saved yet")
        return say("saved, from paper") if entry.from_paper else say("saved")

    def told(self, row: int) -> Message:
        """Return how a table stands, in a whole sentence."""
        entry, place = self.entry(row), place_name(self._stored[row].place)
        if (gap := self.gap(row)) is not None:
            return say("{place}: {sentence}", place=place, sentence=gap)
        if entry.too_many:
            return say(
                "{place}: {voted} votes from {people} people. Correct a figure or the people, or write the reason.",
                place=place, voted=entry.figures.people, people=entry.people or 0,
            )  # fmt: skip
        return say("{place}: {standing}.", place=place, standing=self.standing(row))

    def is_troubled(self, row: int) -> bool:
        """Whether a row needs somebody to look at it."""
        return self.gap(row) is not None or bool(self.entry(row).too_many)

    def set_figure(self, row: int, column: Column, figure: int | None) -> None:
        """Put a figure where somebody typed it; None empties the place."""
        entry = self.entry(row)
        figures = entry.figures
        if column.figure is Figure.PEOPLE:
            entry = replace(entry, people=figure)
        elif column.option is not None:
            entry = replace(entry, figures=replace(figures, options={**figures.options, column.option: figure}))
        elif column.takes_figures:
            entry = replace(entry, figures=_with(figures, column.figure, figure))
        self._put(row, entry)

    def set_from_paper(self, row: int, *, from_paper: bool) -> None:
        """Note whether a table counted its paper ballots, which a scan will count again."""
        self._put(row, replace(self.entry(row), from_paper=from_paper))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many tables there are."""
        return 0 if parent is not None and parent.isValid() else len(self._stored)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns a table has."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        column = self._columns[index.column()]
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if column.takes_figures:
            flags |= Qt.ItemFlag.ItemIsEditable
        if column.figure is Figure.PAPER:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a view shows or reads out of a cell."""
        row, column = index.row(), self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._shown(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column.figure is Figure.STANDING else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column.figure in (Figure.SUM, Figure.STANDING):
            return QBrush(QColor(colours().warning if self.is_troubled(row) else colours().muted))
        if role == Qt.ItemDataRole.CheckStateRole and column.figure is Figure.PAPER:
            return Qt.CheckState.Checked if self.entry(row).from_paper else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole and column.figure is Figure.STANDING:
            return self._words(self.told(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a figure or a tick."""
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and column.figure is Figure.PAPER:
            self.set_from_paper(index.row(), from_paper=Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role != Qt.ItemDataRole.EditRole or not column.takes_figures or not isinstance(value, int | None):
            return False
        self.set_figure(index.row(), column, value)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands at the head of a column or beside a row."""
        if orientation == Qt.Orientation.Vertical:
            return self._beside(section) if role == Qt.ItemDataRole.DisplayRole else None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.head(column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.name
        return None

    def figure_at(self, row: int, column: Column) -> int | None:
        """Return the figure in a cell; None is empty."""
        entry = self.entry(row)
        if column.figure is Figure.PEOPLE:
            return entry.people
        if column.option is not None:
            return entry.figures.options.get(column.option)
        figures = entry.figures
        known = {
            Figure.ABSTAIN: figures.abstain, Figure.VOTED: figures.voted, Figure.BLANK: figures.blank,
            Figure.SPOILT: figures.spoilt,
        }  # fmt: skip
        return known.get(column.figure)

    def _beside(self, row: int) -> str:
        name = self._words(place_name(self._stored[row].place))
        if self.is_troubled(row):
            return f"⚠ {name}"
        is_saved = not self._stored[row].figures.is_empty and row not in self.changed_rows
        return f"✓ {name}" if is_saved else f"   {name}"

    def _shown(self, row: int, column: Column) -> str:
        if column.figure is Figure.STANDING and self.is_brief:
            return self._mark(row)
        if column.figure is Figure.STANDING:
            return ("⚠ " if self.is_troubled(row) else "") + self._words(self.standing(row))
        if column.figure is Figure.SUM:
            total = self._sum(row)
            return self._words(total) if total is not None else ""
        figure = self.figure_at(row, column) if column.takes_figures else None
        return "" if figure is None else str(figure)

    def head(self, column: Column) -> str:
        """Return the head of a column; one of marks alone has none."""
        return "" if self.is_brief and column.figure is Figure.STANDING else column.head

    def _mark(self, row: int) -> str:
        if self.is_troubled(row):
            return "⚠"
        if self.entry(row).figures.is_empty:
            return "–"
        return "…" if row in self.changed_rows else "✓"

    def _sum(self, row: int) -> Message | None:
        entry = self.entry(row)
        if entry.figures.is_empty:
            return None
        if entry.people is None:
            return say("{voted}", voted=entry.figures.people)
        return say("{voted} of {people}", voted=entry.figures.people, people=entry.people)

    def _spoken(self, row: int, column: Column) -> str:
        place = place_name(self._stored[row].place)
        if column.figure is Figure.PAPER:
            ticked = say("yes") if self.entry(row).from_paper else say("no")
            return self._words(say("{place}, {column}: {figure}", place=place, column=column.name, figure=ticked))
        if column.figure is Figure.STANDING:
            return self._words(self.told(row))
        shown = self._shown(row, column) or self._words(say("empty"))
        return self._words(say("{place}, {column}: {figure}", place=place, column=column.name, figure=shown))

    def _gap(self, row: int) -> Message | None:
        entry = self.entry(row)
        if self._question is None:
            return None
        if entry.figures.is_empty:
            is_counted = not self._stored[row].figures.is_empty
            return say("Its saved count still stands. Type the new figures.") if is_counted else None
        return entry.figures.gap(self._question) or self._unfitting(entry.sheet)

    def _find_gaps(self) -> None:
        self._gaps = [self._gap(row) for row in range(len(self._stored))]

    def _put(self, row: int, entry: TableEntry) -> None:
        self._typed[self._stored[row].place] = entry
        self._gaps[row] = self._gap(row)
        self._tell_changed(row, row)

    def _still_typed(self) -> dict[str, TableEntry]:
        stored = {entry.place: entry for entry in self._stored}
        return {place: entry for place, entry in self._typed.items() if not _says_the_same(entry, stored.get(place))}

    def _tell_changed(self, first: int, last: int) -> None:
        if 0 <= first <= last and self._columns:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, first, last)


def _columns(question: QuestionResult, words: Translator) -> list[Column]:
    def named(figure: Figure, head: Message, name: Message | None = None) -> Column:
        return Column(figure, words(head), words(name or head))

    texts = [short_name(option.text) for option in question.options]
    numbered = any(len(text) > LONGEST_HEADER for text in texts)
    options = [
        Column(Figure.OPTION, str(number) if numbered else text, option.text if numbered else text, option.key)
        for number, (option, text) in enumerate(zip(question.options, texts, strict=True), start=1)
    ]
    voted = [named(Figure.VOTED, say("Voted"), say("How many people voted, whatever they chose"))]
    return [
        named(Figure.PEOPLE, say("People"), say("People at the table")),
        *options,
        named(Figure.ABSTAIN, say("Not say"), say("Rather not say")),
        *(voted if needs_voters(question) else []),
        named(Figure.SUM, say("Sum"), say("Who voted, of the people at the table")),
        named(Figure.STANDING, say("Count"), say("How the count stands")),
        named(Figure.BLANK, say("Blank")),
        named(Figure.SPOILT, say("Spoilt")),
        named(Figure.PAPER, say("Paper"), say("Counted from paper ballots")),
    ]


def _with(figures: Figures, kind: Figure, figure: int | None) -> Figures:
    if kind is Figure.ABSTAIN:
        return replace(figures, abstain=figure)
    if kind is Figure.VOTED:
        return replace(figures, voted=figure)
    return replace(figures, blank=figure) if kind is Figure.BLANK else replace(figures, spoilt=figure)


def _alike(one: QuestionResult | None, other: QuestionResult) -> bool:
    return one is not None and [(option.key, option.text) for option in one.options] == [
        (option.key, option.text) for option in other.options
    ]


def _entry(table: TableNow, question: QuestionResult) -> TableEntry:
    from_paper = table.sheet is not None and table.sheet.provisional
    return TableEntry(table.place, table.headcount, figures_of(table.sheet, question), from_paper)


def _says_the_same(entry: TableEntry, stored: TableEntry | None) -> bool:
    """Return whether the file holds what was typed, where an empty figure means that nobody noted any."""
    if stored is None or entry.people != stored.people:
        return False
    if entry.figures.is_empty or stored.figures.is_empty:
        return entry.figures.is_empty and stored.figures.is_empty
    return entry.sheet == stored.sheet
