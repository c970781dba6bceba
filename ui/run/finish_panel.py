"""The end: reading, the sheet for people's hands, the report, the closed count, the pack, and the stick."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from facilitator.conduct.event import Event
from facilitator.conduct.finishing import close_the_count, count_is_closed, what_hinders
from facilitator.conduct.reviewing import to_read
from facilitator.handover.readiness import Card, Missing, missing
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.run_sheet import Place
from ui.run.deciding import attempt, named_field
from ui.run.finish_details import button_of, detail_of, working_on
from ui.run.finish_files import LeavingFiles
from ui.run.finish_forgetting import Forgetting
from ui.run.finish_missing import MissingList
from ui.run.finish_row import FinishRow
from ui.run.finish_steps import NAMES, FinishStep, Progress, Standing, action
from ui.run.on_screen import OnScreen
from ui.run.review_screens import Scope
from ui.run.snapshot import Snapshot
from ui.run.step_panel import NextStep, StepPanel
from ui.widgets.text import breakable, hairline, text_label

_Made = TypeVar("_Made")
_STEPS_THEMSELVES = (Card.READING, Card.FINISH)  # what waits to be read and the open count have lines of their own


class FinishPanel(StepPanel):
    """Leads through what is left, one step at a time; each may be put off, done before its turn, and done again.

    `reading_wanted`: what is to be read now. `card_wanted`: where something that is missing is put right.
    """

    reading_wanted = Signal(object)
    card_wanted = Signal(object)

    def __init__(self, words: Translator, event: Event, files: LeavingFiles) -> None:
        super().__init__()
        self._words, self._event, self.files = words, event, files
        self._entry = -1
        self._waits_for_sheet = self._waits_else = 0
        self._is_hindered = False
        self._put_off: frozenset[FinishStep] = frozenset()
        self._chosen: FinishStep | None = None
        self._could_not_open = False
        self.standing = Standing()
        self.agreed = QCheckBox(words(say("Everything is counted, and nobody votes any more")))
        self.why = QLineEdit()
        self.rows = {step: FinishRow(words, name) for step, name in NAMES.items()}
        self.missing_list = MissingList(words)
        self.forgetting = Forgetting(words, event)
        self._lay_out()
        self._connect()

    def show_place(self, place: Place, snapshot: Snapshot, on_screen: OnScreen) -> None:
        """Show what is done and what is left."""
        del place, on_screen
        self._rehearsal.setVisible(snapshot.record.rehearsal)
        if self._event.last_entry() != self._entry:
            self._read()
        self._show()

    def next_step(self) -> NextStep | None:
        """Return the first thing that is left; None where all is done or put off."""
        step = self.standing.next
        if step is None:
            return None
        return NextStep(action(step, self.standing), lambda: self._do(step))

    def missing(self) -> tuple[Message, ...]:
        """Return what closing the count waits for: the tick, and a reason where the accounting does not balance."""
        if self.standing.next is not FinishStep.COUNT:
            return ()
        found = []
        if not self.agreed.isChecked():
            found.append(say("Tick that everything is counted, then close the count."))
        if self._is_hindered and not self.why.text().strip():
            found.append(say("The accounting does not balance: put it right, or say why. The report prints it."))
        return tuple(found)

    def _read(self) -> None:
        """Read what is left; only where something was written since."""
        self._entry = self._event.last_entry()
        waiting = to_read(self._event)
        self._waits_for_sheet = sum(one.waits_for_the_sheet for one in waiting)
        self._waits_else = len(waiting) - self._waits_for_sheet
        self._is_hindered = not count_is_closed(self._event) and bool(what_hinders(self._event))
        here = (one for one in missing(self._event) if one.where.card not in _STEPS_THEMSELVES)
        self.missing_list.show_missing(tuple(here))

    def _show(self) -> None:
        files = self.files
        self.standing = Standing(
            self._waits_for_sheet, self._waits_else, files.sheet is not None, files.report_is_fresh,
            count_is_closed(self._event), files.pack_is_fresh, files.copy_is_fresh, self._put_off, self._chosen,
        )  # fmt: skip
        for step, row in self.rows.items():
            progress = self.standing.progress(step)
            detail = detail_of(step, progress, self.standing, files, could_not_open=self._could_not_open)
            row.show_progress(progress, detail, button_of(step, progress, self.standing, files))
        closes = self.standing.next is FinishStep.COUNT
        self._closing.setVisible(closes)
        self._why_row.setVisible(closes and self._is_hindered)
        self.forgetting.setVisible(self.standing.pack_is_fresh)
        self.changed.emit()

    def _do(self, step: FinishStep) -> None:
        """Do a step; what is refused is raised, and everything is as it was before."""
        {
            FinishStep.READ_FOR_SHEET: lambda: self.reading_wanted.emit(Scope.SHEET),
            FinishStep.SHEET: self._write_sheet,
            FinishStep.READ_REST: lambda: self.reading_wanted.emit(Scope.ALL),
            FinishStep.REPORT: self._write_report,
            FinishStep.COUNT: self._close,
            FinishStep.PACK: self._make_pack,
            FinishStep.STICK: self._take_along,
        }[step]()

    def _write_sheet(self) -> None:
        path = self._after_saying(FinishStep.SHEET, self.files.write_sheet)
        self._could_not_open = not self.files.show(path)
        self.acted.emit(None)

    def _write_report(self) -> None:
        self._after_saying(FinishStep.REPORT, self.files.write_report)
        self.acted.emit(None)

    def _make_pack(self) -> None:
        self._after_saying(FinishStep.PACK, self.files.make_pack)
        self.acted.emit(None)

    def _take_along(self) -> None:
        self._after_saying(FinishStep.STICK, self.files.take_along)
        self.acted.emit(None)

    def _after_saying(self, step: FinishStep, make: Callable[[], _Made]) -> _Made:
        """Say what is being made, before the window stands still for as long as that takes, and make it."""
        self.rows[step].tell(working_on(step))
        self.window().repaint()
        try:
            return make()
        finally:
            self._show()

    def _close(self) -> None:
        if not self.agreed.isChecked():
            self.agreed.setFocus()
            return
        if self._is_hindered and not self.why.text().strip():
            self.why.setFocus()
            return
        try:
            close_the_count(self._event, why=self.why.text().strip())
        finally:  # closed it may be, although the file could not be laid out anew just now
            if count_is_closed(self._event):
                self.acted.emit(None)

    def _on_row_pressed(self, step: FinishStep) -> None:
        progress = self.standing.progress(step)
        if progress is Progress.NEXT:
            self._put_off |= {step}
            self._chosen = None
        elif progress is not Progress.DONE:
            self._put_off -= {step}
            self._chosen = step
        else:
            attempt(self, lambda: self._again(step))
            return
        self._show()
        self.typing_finished.emit()

    def _again(self, step: FinishStep) -> None:
        """Do what the button of a step that is done offers."""
        if step is FinishStep.SHEET and self.files.sheet is not None and self.files.sheet_is_fresh:
            self._could_not_open = not self.files.show(self.files.sheet)
            self._show()
        elif step is FinishStep.REPORT and self.files.report is not None:
            self._could_not_open = not self.files.show(self.files.report)
            self._show()
        else:
            self._do(step)

    def _on_missing_chosen(self, one: Missing) -> None:
        if one.where.activity:
            self.place_wanted.emit(Place(one.where.activity, one.where.question))
        else:
            self.card_wanted.emit(one.where.card)

    def _on_forgotten(self) -> None:
        self.acted.emit(None)

    def _connect(self) -> None:
        self.agreed.toggled.connect(self.changed)
        self.why.textChanged.connect(self.changed)
        self.why.returnPressed.connect(self.typing_finished)
        for step, row in self.rows.items():
            row.pressed.connect(lambda step=step: self._on_row_pressed(step))
        self.missing_list.chosen.connect(self._on_missing_chosen)
        self.forgetting.acted.connect(self._on_forgotten)
        self.forgetting.failed.connect(self.failed)

    def _lay_out(self) -> None:
        words = self._words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(text_label(words(say("Finish: report and event pack")), "title"))
        self._rehearsal = text_label(words(say("This is a rehearsal: every page and the pack say so.")), "warning")
        layout.addWidget(self._rehearsal)
        for step, row in self.rows.items():
            layout.addWidget(row)
            if step is FinishStep.COUNT:
                layout.addWidget(self._closing_part())
        where = say("Everything is written beside the event file, in {folder}", folder=str(self.files.folder))
        layout.addWidget(text_label(breakable(words(where)), "small"))
        layout.addWidget(hairline())
        layout.addWidget(self.missing_list)
        layout.addWidget(self.forgetting)
        layout.addStretch(1)

    def _closing_part(self) -> QWidget:
        self._closing = QWidget()
        layout = QVBoxLayout(self._closing)
        layout.setContentsMargins(3 * GRID_PX, 0, 0, GRID_PX)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(self.agreed)
        name = self._words(say("Why the accounting does not balance, printed in the report"))
        self._why_row = named_field(name, self.why)
        layout.addWidget(self._why_row)
        return self._closing
