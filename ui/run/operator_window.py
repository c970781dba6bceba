"""The operator's window: the run sheet, NOW, and what the room sees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QVBoxLayout, QWidget

from facilitator.conduct.noting import Note
from facilitator.conduct.record import EventRecord, StepRecord
from facilitator.core.keys import State
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.models.run_sheet import Place, RunSheetModel
from ui.room_screen.room_window import RoomWindow
from ui.run.desk import Desk, NextAction
from ui.run.notes_card import NotesCard
from ui.run.now_card import NowCard
from ui.run.room_card import RoomCard
from ui.run.sheet_list import SheetList
from ui.run.top_line import TopLine
from ui.widgets.columns import Column, Columns
from ui.widgets.text import card, text_label

Made = Callable[[EventRecord], Path]


class OperatorWindow(QMainWindow):
    """Shows the desk and asks it for what the operator wants; `make_report` and `make_pack` write and say where."""

    closed = Signal()

    def __init__(self, desk: Desk, room: RoomWindow, words: Translator, make_report: Made, make_pack: Made) -> None:
        super().__init__()
        self._desk, self._words, self.room = desk, words, room
        self._make_report, self._make_pack = make_report, make_pack
        self.top = TopLine(words)
        self.sheet = RunSheetModel(words)
        self.sheet_list = SheetList(self.sheet, words)
        self.now = NowCard(words, desk.in_the_way, desk.stored_hands)
        self.room_card = RoomCard(words, room.canvas)
        self.notes = NotesCard(words)
        self._lay_out()
        self._connect()
        self._show_desk()
        self.now.focus_next()

    def sizeHint(self) -> QSize:
        """The smallest laptop this is made for."""
        return QSize(1366, 768)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space does the next action; a field or button that has the focus keeps its own Space."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.now.next_button.click()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take the room screen along."""
        self.room.close()
        super().closeEvent(event)
        self.closed.emit()

    def _connect(self) -> None:
        self._desk.changed.connect(self._show_desk)
        self.sheet_list.chosen.connect(self._on_place_chosen)
        self.now.asked_for_next.connect(self._on_next)
        self.now.correction_made.connect(self._on_correction_made)
        self.notes.note_written.connect(self._on_note_written)
        self.top.asked_for_report.connect(self._on_report)
        self.top.asked_for_pack.connect(self._on_pack)
        self.room_card.asked_for_window.connect(self._on_room_window)
        self.room.shown_or_hidden.connect(lambda is_open: self.room_card.say_whether_open(is_open=is_open))

    def _on_next(self) -> None:
        action = self._desk.next_action
        with self.now.banner.telling():
            if action is NextAction.OPEN:
                self._desk.open_vote(self.now.counter.present.figure)
                self.now.counter.focus_first()
                return
            if action is NextAction.CLOSE:
                self._desk.close_vote(self.now.entry)
            elif action is NextAction.REVEAL:
                self._desk.reveal()
            else:
                self._desk.go_on()
            self.now.focus_next()

    def _on_correction_made(self) -> None:
        with self.now.banner.telling():
            self._desk.correct(self.now.entry)
            self.now.stop_correcting()

    def _on_place_chosen(self, place: Place) -> None:
        self._desk.go_to(place)
        self.now.focus_next()

    def _on_note_written(self, note: Note) -> None:
        with self.now.banner.telling():
            self._desk.add_note(note)
            self.notes.clear_text()

    def _on_report(self) -> None:
        with self.now.banner.telling():
            written = self._make_report(self._desk.snapshot.record)
            self.now.banner.tell(say("The report is written."), str(written))

    def _on_pack(self) -> None:
        with self.now.banner.telling():
            written = self._make_pack(self._desk.snapshot.record)
            self.now.banner.tell(say("The event pack is written."), str(written))

    def _on_room_window(self) -> None:
        if self.room.isVisible():
            self.room.close()
        else:
            self.room.open_on_projector(self.screen())

    def _show_desk(self) -> None:
        desk = self._desk
        self.room.canvas.show_scene(desk.scene)
        self.sheet.set_rows(desk.rows)
        self.sheet.set_current(desk.place)
        self.sheet_list.bring_to(desk.place)
        self._show_now()
        record = desk.snapshot.record
        self.notes.show_steps(record.steps, desk.place)
        self.notes.show_notes(record.notes)
        self.top.show_event(record.details.title, self._stage(), desk.snapshot.written_at)
        self.room_card.show_counts(self._counts())
        self.setWindowTitle(record.details.title)

    def _show_now(self) -> None:
        desk, step = self._desk, self._step()
        question = desk.question
        if question is not None:
            name = f"{self._number(step)}  {step.title}" if step is not None else ""
            self.now.show_question(
                question, name, desk.next_action, present=desk.snapshot.last_present, revealed=desk.is_revealed
            )
        elif step is not None:
            self.now.show_step(step, self._number(step), at_end=desk.is_at_end)

    def _step(self) -> StepRecord | None:
        place = self._desk.place
        steps = self._desk.snapshot.record.steps
        return next((step for step in steps if place is not None and step.key == place.activity), None)

    def _number(self, step: StepRecord) -> str:
        return next((row.number for row in self._desk.rows if row.place == Place(step.key)), "")

    def _stage(self) -> str:
        step, stages = self._step(), self._desk.snapshot.record.stages
        place = next((number for number, stage in enumerate(stages) if step and stage.key == step.stage), None)
        if place is None:
            return ""
        stage = say(
            "stage {number} of {all}: {title}", number=place + 1, all=len(stages), title=stages[place].title.text
        )
        return self._words(stage)

    def _counts(self) -> list[Message]:
        snapshot = self._desk.snapshot
        asked = snapshot.record.results
        done = sum(question.state is State.CLOSED for question in asked)
        counts = [say("Votes {done} of {all}", done=done, all=len(asked))]
        if snapshot.last_present is not None:
            counts.insert(0, say_many("{count} person", "{count} people", count=snapshot.last_present))
        if (tables := snapshot.record.details.tables) is not None:
            counts.append(say_many("{count} table", "{count} tables", count=tables))
        counts.append(say_many("{count} note", "{count} notes", count=len(snapshot.record.notes)))
        return counts

    def _lay_out(self) -> None:
        central = QWidget()
        central.setProperty("role", "ground")
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        self.columns = Columns(
            [Column(self._left(), 38, 0, 1), Column(self.now, 60, 3, 0), Column(self._right(), 48, 2, 2)]
        )
        layout.addWidget(self.columns, 1)
        self.setCentralWidget(central)
        QWidget.setTabOrder(self.now.next_button, self.notes.activity)

    def _left(self) -> QFrame:
        frame, layout = card()
        layout.setContentsMargins(GRID_PX, GRID_PX + 4, GRID_PX, GRID_PX)
        title = text_label(self._words(say("Run sheet")), "heading")
        title.setContentsMargins(GRID_PX, 0, 0, 0)
        layout.addWidget(title)
        layout.addWidget(self.sheet_list, 1)
        return frame

    def _right(self) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID_PX)
        layout.addWidget(self.room_card)
        layout.addWidget(self.notes, 1)
        return column
