"""Access: which means were asked for, which were there, and which worked."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.conduct.access import Access, Told, access_list, record_access, withdraw_access
from facilitator.conduct.event import Event
from facilitator.errors import FacilitatorError
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.run.access_cell import AccessCell
from ui.run.door_scroll import ScrolledCard
from ui.run.step_panel import Undo
from ui.widgets.text import push_button, text_label

_LEFT, _MIDDLE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignCenter
ASKED, PROVIDED, WORKED = range(3)
_HEADINGS = (say("Asked for"), say("There"), say("Worked"))


class AccessCard(ScrolledCard):
    """What nobody told is not known. An answer is stored at once.

    `acted`: something was stored, with its `Undo`. `failed`: a `FacilitatorError`.
    """

    acted = Signal(object)
    failed = Signal(object)

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self._means: tuple[Access, ...] = ()
        self.rows: dict[str, tuple[AccessCell, ...]] = {}
        self.another = QLineEdit()
        self.remove = push_button("", "quiet")
        self._chosen = ""
        self._lay_out()
        self.another.returnPressed.connect(self._on_added)
        self.remove.clicked.connect(lambda: self._on_removed(self._chosen))

    def show_access(self) -> None:
        """Show the means as they stand; the focus stays where it is."""
        means = access_list(self._event)
        if [one.what for one in means] != list(self.rows):
            self._make_rows(means)
        self._means = means
        for one in means:
            for cell, told in zip(self.rows[one.what], _sides(one), strict=True):
                cell.show_told(told)
        self._show_removal()

    def _on_told(self, what: str, side: int, told: Told) -> None:
        before = self._the_means(what)
        sides = list(_sides(before))
        sides[side] = told
        self._do(
            lambda: self._record(replace(before, asked=sides[ASKED], provided=sides[PROVIDED], worked=sides[WORKED])),
            Undo(say("Take back the answer"), lambda: self._record(before)),
        )

    def _on_added(self) -> None:
        what = " ".join(self.another.text().split())
        known = next((one for one in self.rows if one.casefold() == what.casefold()), None)
        if known is None:
            taken_back = Undo(say("Take it off the list again"), lambda: withdraw_access(self._event, what))
            if not self._do(lambda: record_access(self._event, what), taken_back):
                return
        self.another.clear()
        rows = {name.casefold(): cells for name, cells in self.rows.items()}
        rows[what.casefold()][ASKED].setFocus()

    def _on_removed(self, what: str) -> None:
        if what and not self._is_of_programme(what):
            before = self._the_means(what)
            back = Undo(say("Bring it back"), lambda: self._record(before))
            self._chosen = ""
            self._do(lambda: withdraw_access(self._event, what), back)

    def _record(self, means: Access) -> None:
        record_access(self._event, means.what, asked=means.asked, provided=means.provided, worked=means.worked)

    def _do(self, verb: Callable[[], None], undo: Undo) -> bool:
        try:
            verb()
        except FacilitatorError as error:
            self.failed.emit(error)
            return False
        self.acted.emit(undo)
        self.show_access()
        return True

    def _the_means(self, what: str) -> Access:
        return next(one for one in self._means if one.what == what)

    def _is_of_programme(self, what: str) -> bool:
        return what in {one.text for one in self._event.programme.access}

    def _on_reached(self, what: str) -> None:
        self._chosen = what
        self._show_removal()

    def _show_removal(self) -> None:
        is_own = self._chosen in self.rows and not self._is_of_programme(self._chosen)
        self.remove.setVisible(is_own)
        if is_own:
            self.remove.setText(self._words(say("Take it off the list  (Delete)")))
            self.remove.setAccessibleName(self._words(say("Take “{what}” off the list", what=self._chosen)))

    def _on_moved(self, what: str, side: int, down: int, right: int) -> None:
        names = list(self.rows)
        row, column = names.index(what) + down, side + right
        if 0 <= row < len(names) and 0 <= column < len(_HEADINGS):
            self.rows[names[row]][column].setFocus()

    def _make_rows(self, means: tuple[Access, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for column, heading in enumerate(_HEADINGS, 1):
            self._grid.addWidget(text_label(self._words(heading), "small", wraps=False), 0, column, _MIDDLE)
        self.rows = {}
        for number, one in enumerate(means, 1):
            self._grid.addWidget(text_label(one.what), number, 0)
            self.rows[one.what] = tuple(self._cell(one.what, side, heading) for side, heading in enumerate(_HEADINGS))
            for column, cell in enumerate(self.rows[one.what], 1):
                self._grid.addWidget(cell, number, column, _MIDDLE)
        self._order_tabs()

    def _cell(self, what: str, side: int, heading: Message) -> AccessCell:
        name = self._words(say("{what}, {side}", what=what, side=heading))
        cell = AccessCell(name, self._words)
        cell.told.connect(partial(self._on_told, what, side))
        cell.moved.connect(partial(self._on_moved, what, side))
        cell.reached.connect(partial(self._on_reached, what))
        cell.removed.connect(partial(self._on_removed, what))
        return cell

    def _order_tabs(self) -> None:
        chain = [*(cell for cells in self.rows.values() for cell in cells), self.remove, self.another]
        for first, second in itertools.pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _lay_out(self) -> None:
        self.another.setPlaceholderText(self._words(say("Another means; Enter adds it")))
        self.another.setAccessibleName(self._words(say("Another means of access; Enter adds it to the list")))
        body = QWidget()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(GRID_PX, GRID_PX, GRID_PX, GRID_PX)
        layout.setSpacing(GRID_PX)
        hint = say("1 yes · 2 partly · 3 no · 0 not known. The arrow keys go from one to the next.")
        layout.addWidget(text_label(self._words(hint), "small"))
        layout.addLayout(self._grid)
        layout.addWidget(self.remove, 0, _LEFT)
        layout.addWidget(self.another)
        layout.addStretch(1)
        self.put_in(body)


def _sides(means: Access) -> tuple[Told, Told, Told]:
    return means.asked, means.provided, means.worked
