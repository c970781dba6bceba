"""What a step of the run sheet says beside its title: its prompts, what the programme says, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.core.programme import Activity
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.prepare.issued_line import IssuedLine
from ui.prepare.leave_out import LeaveOut
from ui.prepare.planned_steps import KIND_NAMES, PlannedStep, must_have_warning
from ui.prepare.preparing import Preparing
from ui.prepare.typed import TypedText
from ui.widgets.flow import Flow
from ui.widgets.text import push_button, text_label


class StepDetail(QFrame):
    """Stands below the row of a step that was unfolded; its signals say what is wanted, its owner does it."""

    titled = Signal(str)
    timed = Signal(int)
    prompted = Signal(tuple)
    move_wanted = Signal(int)
    adding_wanted = Signal()
    leaving_wanted = Signal()

    def __init__(self, words: Translator, preparing: Preparing) -> None:
        super().__init__()
        self._words = words
        self._about = text_label(role="small")
        self.prompts = TypedText(
            words(say("What is asked or said, one a line")), preparing, least_lines=2, has_lines=True
        )  # fmt: skip
        self.issued_title = IssuedLine(words, words(say("Title of the step")))
        self.issued_minutes = IssuedLine(words, words(say("Minutes")))
        self.issued_prompts = IssuedLine(words, words(say("What is asked or said, one a line")))
        self.up = push_button(words(say("Move up  (Alt+Up)")), "quiet")
        self.down = push_button(words(say("Move down  (Alt+Down)")), "quiet")
        self.add = push_button(words(say("Add a step after this")), "quiet")
        self.leave_out = LeaveOut(words, say("Leave this step out"))
        self._lay_out()
        self._connect()

    def show_step(self, planned: PlannedStep, issued: Activity | None) -> None:
        """Show a step, and what the programme says where it differs; what is being typed stays."""
        step = planned.step
        self._about.setText(self._words(about(step)))
        self.prompts.show_text(_lines(step))
        self.prompts.setAccessibleName(self._words(say("What is asked or said, one a line: {step}", step=planned.name)))
        self._show_issued(step, issued)
        texts = planned.must_have
        self.leave_out.show_caution(must_have_warning(len(texts)) if texts else None, texts)
        self.leave_out.name_after(planned.name)
        for button in (self.up, self.down, self.add):
            button.setAccessibleName(f"{button.text()}, {planned.name}")

    def allow_moves(self, *, up: bool, down: bool) -> None:
        """Say which way the step can go."""
        self.up.setEnabled(up)
        self.down.setEnabled(down)

    def _show_issued(self, step: Activity, issued: Activity | None) -> None:
        self.issued_title.show_issued(issued.title.text if issued else None, step.title.text)
        self.issued_prompts.show_issued(_lines(issued) if issued else None, _lines(step))
        minutes = self._words(_minutes(issued.minutes)) if issued else None
        self._issued_minutes = issued.minutes if issued else step.minutes
        self.issued_minutes.show_issued(minutes, self._words(_minutes(step.minutes)))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID_PX)
        layout.setSpacing(GRID_PX // 2)
        name = text_label(self._words(say("What is asked or said, one a line")), "small")
        name.setBuddy(self.prompts)
        doing: list[QWidget] = [self.up, self.down, self.add, self.leave_out.button]
        for part in (
            self._about, self.issued_title, self.issued_minutes, name, self.prompts, self.issued_prompts,
        ):  # fmt: skip
            layout.addWidget(part)
        layout.addWidget(Flow(doing, gap_px=GRID_PX))
        layout.addWidget(self.leave_out)

    def _connect(self) -> None:
        self.prompts.ended.connect(lambda text: self.prompted.emit(_texts(text)))
        self.issued_title.put_back.connect(self.titled)
        self.issued_minutes.put_back.connect(lambda: self.timed.emit(self._issued_minutes))
        self.issued_prompts.put_back.connect(lambda text: self.prompted.emit(_texts(text)))
        self.up.clicked.connect(lambda: self.move_wanted.emit(-1))
        self.down.clicked.connect(lambda: self.move_wanted.emit(1))
        self.add.clicked.connect(self.adding_wanted)
        self.leave_out.wanted.connect(self.leaving_wanted)


def about(step: Activity) -> Message:
    """Return what kind of step it is, who leads it and what it asks, in one line."""
    told = KIND_NAMES[step.kind]
    if step.who:
        told = say("{told} · {more}", told=told, more=step.who)
    if step.each_area:
        told = say("{told} · {more}", told=told, more=say("once for each area that is carried forward"))
    if step.questions:
        asked = say_many("asks {count} question", "asks {count} questions", count=len(step.questions))
        told = say("{told} · {more}", told=told, more=asked)
    return told


def _minutes(minutes: int) -> Message:
    return say_many("{count} minute", "{count} minutes", count=minutes)


def _lines(step: Activity) -> str:
    return "\n".join(prompt.text for prompt in step.prompts)


def _texts(lines: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines.splitlines() if line.strip())
