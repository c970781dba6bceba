"""The end: the report people take home, the closed count, and the pack for the coordinator."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from facilitator.conduct.event import Event
from facilitator.conduct.finishing import close_the_count, count_is_closed
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.run_sheet import Place
from ui.run.on_screen import OnScreen
from ui.run.snapshot import Snapshot
from ui.run.step_panel import NextStep, StepPanel
from ui.widgets.text import breakable, text_label


class FinishPanel(StepPanel):
    """Leads through what is left: write the report, close the count, make the pack."""

    def __init__(
        self, words: Translator, event: Event, write_report: Callable[[], Path], write_pack: Callable[[], Path]
    ) -> None:
        super().__init__()
        self._words, self._event = words, event
        self._write = {"report": write_report, "pack": write_pack}
        self._written: dict[str, tuple[int, Path]] = {}
        self._snapshot: Snapshot | None = None
        self.agreed = QCheckBox(words(say("Everything is counted, and nobody votes any more")))
        self.agreed.toggled.connect(self.changed)
        self._steps = {name: text_label(role="large") for name in ("report", "count", "pack")}
        self._details = {name: text_label(role="muted") for name in ("report", "count", "pack")}
        self._lay_out()

    def show_place(self, place: Place, snapshot: Snapshot, on_screen: OnScreen) -> None:
        """Show what is done and what is left."""
        del place, on_screen
        self._snapshot = snapshot
        closed = snapshot.record.count_closed
        self._tell("report", say("Write the report"), say("One page for people, beside the event file."))
        self._tell("pack", say("Make the event pack"), say("For the coordinator; it holds only what anyone may see."))
        self._mark("count", say("Close the count"), is_done=closed)
        self._details["count"].setText(
            self._words(
                say("Voting ended for good. A result can still be corrected by a new count, with a reason.")
                if closed
                else say("This cannot be undone: the keys of all ballots are forgotten, and nobody can vote any more.")
            )
        )
        self.agreed.setVisible(not closed)

    def next_step(self) -> NextStep | None:
        """Return the first of the three that is left."""
        if self._snapshot is None:
            return None
        if not self._is_fresh("report"):
            return NextStep(say("Write the report"), lambda: self._make("report"))
        if not self._snapshot.record.count_closed:
            return NextStep(say("Close the count"), self._close)
        if not self._is_fresh("pack"):
            return NextStep(say("Make the event pack"), lambda: self._make("pack"))
        return None

    def missing(self) -> tuple[Message, ...]:
        """Return that closing the count waits for the tick."""
        step = self.next_step()
        if step is not None and step.name == say("Close the count") and not self.agreed.isChecked():
            return (say("Tick that everything is counted, then close the count."),)
        return ()

    def _close(self) -> None:
        if not self.agreed.isChecked():
            self.agreed.setFocus()
            return
        report = self._written["report"][1]
        try:
            close_the_count(self._event)
        finally:  # closed it may be, although the file could not be laid out anew just now
            if count_is_closed(self._event):
                self._written["report"] = (self._event.last_entry(), report)  # it says the same of a closed count
            self.acted.emit(None)

    def _make(self, name: str) -> None:
        path = self._write[name]()
        self._written[name] = (self._event.last_entry(), path)
        self.changed.emit()
        self.acted.emit(None)

    def _is_fresh(self, name: str) -> bool:
        """Return whether it was written from the event as it stands."""
        return name in self._written and self._written[name][0] == self._event.last_entry()

    def _tell(self, name: str, what: Message, why: Message) -> None:
        done = self._written.get(name)
        self._mark(name, what, is_done=done is not None and self._is_fresh(name))
        self._details[name].setText(breakable(str(done[1])) if done is not None else self._words(why))

    def _mark(self, name: str, what: Message, *, is_done: bool) -> None:
        told = say("{what}: done", what=what) if is_done else say("{what}", what=what)
        self._steps[name].setText(("✓  " if is_done else "") + self._words(told))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(text_label(self._words(say("Finish: report and event pack")), "title"))
        for name in ("report", "count", "pack"):
            layout.addSpacing(GRID_PX)
            layout.addWidget(self._steps[name])
            layout.addWidget(self._details[name])
            if name == "count":
                layout.addWidget(self.agreed)
        layout.addStretch(1)
