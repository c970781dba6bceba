"""The end: reading, the sheet for people's hands, the report, the closed count, the pack, and the stick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from facilitator.conduct.event import Event
from facilitator.conduct.finishing import close_the_count, count_is_closed, what_hinders
from facilitator.conduct.reviewing import ToRead, to_read
from facilitator.core.keys import State
from facilitator.errors import Refused
from facilitator.gate.published_event import PublishedEvent
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
from ui.run.finish_steps import NAMES, FinishStep, Progress, Standing, action, told_of_put_off
from ui.run.on_screen import OnScreen
from ui.run.review_screens import Scope
from ui.run.snapshot import Snapshot
from ui.run.step_panel import NextStep, StepPanel
from ui.widgets.sight import bring_in_sight
from ui.widgets.tab_order import put_before
from ui.widgets.text import breakable, hairline, text_label

_Made = TypeVar("_Made")
_MADE_OF_THE_EVENT = frozenset({FinishStep.SHEET, FinishStep.REPORT, FinishStep.PACK, FinishStep.STICK})
_STEPS_THEMSELVES = (Card.READING, Card.FINISH)  # what waits to be read and the open count have lines of their own


class FinishPanel(StepPanel):
    """Leads through what is left, one step at a time; each may be put off, done before its turn, and done again.

    `reading_wanted`: what is to be read now. `card_wanted`: where something that is missing is put right. `begun`: a
    person did something here, so that what was said of the deed before is old.
    """

    reading_wanted = Signal(object)
    card_wanted = Signal(object)
    begun = Signal()

    def __init__(self, words: Translator, event: Event, files: LeavingFiles) -> None:
        super().__init__()
        self._words, self._event, self.files = words, event, files
        self._entry = -1
        self._waiting: dict[str, bool] = {}  # each text that waits, and whether the same-day sheet waits for it
        self._stands: PublishedEvent | None = None
        self._open_vote: tuple[str, Place] | None = None
        self._is_hindered = False
        self._put_off: frozenset[FinishStep] = frozenset()
        self._chosen: FinishStep | None = None
        self._could_not_open: FinishStep | None = None
        self._could_not_write: FinishStep | None = None
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
        still_open = (one for one in snapshot.record.results if one.state is State.OPEN)
        self._open_vote = next(((one.text, Place(one.activity, one.key)) for one in still_open), None)
        self._show()

    def next_step(self) -> NextStep | None:
        """Return the first thing that is left, at last what was put off; None where all is done."""
        step = self.standing.offered
        if step is None and self._open_vote is not None:
            question, place = self._open_vote
            return NextStep(say("Go and close “{question}”", question=question), lambda: self.place_wanted.emit(place))
        if step is None:
            return None
        return NextStep(action(step, self.standing), lambda: self._do(step))

    def missing(self) -> tuple[Message, ...]:
        """Return what was put off at the end, and what closing the count waits for: the tick, and perhaps a reason."""
        found = []
        if self.standing.next is None and self.standing.offered is not None:
            found.append(told_of_put_off(self.standing.put_off_steps))
        if self.standing.offered is not FinishStep.COUNT:
            return tuple(found)
        if not self.agreed.isChecked():
            found.append(say("Tick that everything is counted, then close the count."))
        if self._is_hindered and not self.why.text().strip():
            found.append(say("The accounting does not balance: put it right, or say why. The report prints it."))
        return tuple(found)

    def _read(self) -> None:
        """Read what is left; only where something was written since."""
        self._entry = self._event.last_entry()
        self._offer_again(to_read(self._event))
        self._is_hindered = not count_is_closed(self._event) and bool(what_hinders(self._event))
        here = (one for one in missing(self._event) if one.where.card not in _STEPS_THEMSELVES)
        self.missing_list.show_missing(tuple(here))
        put_before(self.forgetting.ask, self.missing_list)

    def _offer_again(self, waiting: Sequence[ToRead]) -> None:
        """Put nothing off any more that newly waits: a text that was not there, or files of an event that changed."""
        before, self._waiting = self._waiting, {one.digest: one.waits_for_the_sheet for one in waiting}
        for digest, is_for_sheet in self._waiting.items():
            if digest not in before:
                self._put_off -= {FinishStep.READ_FOR_SHEET if is_for_sheet else FinishStep.READ_REST}
        stands = self.files.stands
        if stands != self._stands:
            self._put_off -= _MADE_OF_THE_EVENT
        self._stands = stands

    def _standing(self) -> Standing:
        files, for_sheet = self.files, sum(self._waiting.values())
        return Standing(
            for_sheet, len(self._waiting) - for_sheet, files.sheet is not None, files.report_is_fresh,
            count_is_closed(self._event), files.pack_is_fresh, files.copy_is_fresh, self._put_off, self._chosen,
            self._open_vote is not None,
        )  # fmt: skip

    def _show(self) -> None:
        files = self.files
        files.look()
        self.standing = self._standing()
        for step, row in self.rows.items():
            progress = self.standing.progress(step)
            detail = detail_of(step, progress, self.standing, files, could_not_open=step is self._could_not_open)
            row.show_progress(progress, detail, button_of(step, progress, self.standing, files))
            row.elsewhere.setVisible(step is self._could_not_write)
        self._where.setText(breakable(self._words(say("Everything is written in {folder}", folder=str(files.folder)))))
        closes = self.standing.offered is FinishStep.COUNT
        self._closing.setVisible(closes)
        self._why_row.setVisible(closes and self._is_hindered)
        self.forgetting.setVisible(self.standing.may_forget)
        self.changed.emit()

    def _do(self, step: FinishStep) -> None:
        """Do a step; what is refused is raised, and everything is as it was before."""
        self.begun.emit()
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
        self._open(FinishStep.SHEET, self._after_saying(FinishStep.SHEET, self.files.write_sheet))
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
        self._could_not_write = None
        try:
            return make()
        except Refused as error:
            if not isinstance(error.__cause__, OSError) or step is FinishStep.STICK:
                raise
            self._could_not_write = step
            if step is FinishStep.SHEET:
                raise _no_sheet(self.files.folder) from error
            raise
        finally:
            self._show()

    def _write_elsewhere(self, step: FinishStep) -> None:
        """Ask for another folder, for this and for what follows, and do the step there."""
        if self.files.choose_another_folder():
            self._do(step)

    def _open(self, step: FinishStep, path: Path) -> None:
        """Show a file; where no program opens it, its own line says so."""
        opened = self.files.show(path)
        self._could_not_open = None if opened else step

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
        self.begun.emit()
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
            self._open(step, self.files.sheet)
        elif step is FinishStep.REPORT and self.files.report is not None:
            self._open(step, self.files.report)
        else:
            self._do(step)
            return
        self._show()

    def _on_missing_chosen(self, one: Missing) -> None:
        self.begun.emit()
        if one.where.activity:
            self.place_wanted.emit(Place(one.where.activity, one.where.question))
        else:
            self.card_wanted.emit(one.where.card)

    def _on_forgotten(self) -> None:
        self.begun.emit()
        self.acted.emit(None)

    def _on_forgetting_told(self) -> None:
        bring_in_sight(self.forgetting.told)

    def _connect(self) -> None:
        self.agreed.toggled.connect(self.changed)
        self.why.textChanged.connect(self.changed)
        self.why.returnPressed.connect(self.typing_finished)
        for step, row in self.rows.items():
            row.pressed.connect(lambda step=step: self._on_row_pressed(step))
            row.elsewhere_wanted.connect(lambda step=step: attempt(self, lambda: self._write_elsewhere(step)))
        self.missing_list.chosen.connect(self._on_missing_chosen)
        self.forgetting.acted.connect(self._on_forgotten)
        self.forgetting.failed.connect(self.failed)
        self.forgetting.told_now.connect(self._on_forgetting_told)

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
        self._where = text_label(role="small")
        layout.addWidget(self._where)
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


def _no_sheet(folder: Path) -> Refused:
    return Refused(
        say("The same-day sheet cannot be written in {folder}.", folder=str(folder)),
        say("Write it into another folder, or make room there; nothing was lost."),
    )
