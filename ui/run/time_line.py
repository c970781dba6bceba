"""How the event stands in time, in one row: the step under way, how late it is, a pause and the pace."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from facilitator.conduct.run_times import RunTimes, StepTime, time_of_day
from facilitator.core.timing import SECONDS_A_MINUTE
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.widgets.flow import Flow
from ui.widgets.text import push_button, set_role, text_label

WORTH_A_WARNING_MINUTES = 3  # less than that comes and goes with every step


class TimeLine(QFrame):
    """Shows times and asks for what the operator wants of the clocks; the window ticks, and does what is asked."""

    pause_asked = Signal()
    resume_asked = Signal()
    slow_pace_asked = Signal()
    usual_pace_asked = Signal()
    plan_asked = Signal()

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._is_paused = self._is_slow = False
        self._pause = text_label(role="strong", wraps=False)
        self._step = text_label(role="strong", wraps=False)
        self._late = text_label(role="muted", wraps=False)
        self._slower = text_label(role="muted", wraps=False)
        self._pace = text_label(role="muted", wraps=False)
        self._clock = text_label(role="warning", wraps=False)
        self.plan_button = push_button(words(say("What to cut")), "quiet")
        self.pause_button = push_button("", "quiet")
        self.pace_button = push_button("", "quiet")
        self._lay_out()
        self._connect()

    @property
    def sentence(self) -> str:
        """Everything the row says, for those who hear it."""
        return " · ".join(label.text() for label in self._labels if not label.isHidden())

    def show_times(self, times: RunTimes) -> None:
        """Show the times as they stand."""
        self._is_paused, self._is_slow = times.paused, times.is_slow
        self._tell(self._pause, _pause_in_words(times))
        self._tell(self._step, _step_in_words(times))
        self._show_late(times)
        self._tell(self._slower, slower_tables_in_words(times))
        self._tell(self._pace, say("slow pace") if times.is_slow and not times.is_over else None)
        self._tell(self._clock, _clock_in_words(times))
        self._show_buttons(times)
        self.setAccessibleName(self.sentence)

    def _show_late(self, times: RunTimes) -> None:
        is_worth_a_warning = times.minutes_late >= WORTH_A_WARNING_MINUTES and not times.is_over
        set_role(self._late, "warning" if is_worth_a_warning else "muted")
        late = _late_in_words(times)
        self._tell(self._late, say("⚠  {late}", late=late) if is_worth_a_warning and late is not None else late)
        self.plan_button.setVisible(is_worth_a_warning)

    def _show_buttons(self, times: RunTimes) -> None:
        self.pause_button.setText(self._words(say("Go on") if times.paused else say("Pause")))
        tip = say("All clocks go on (Space)") if times.paused else say("All clocks stand still (P)")
        self.pause_button.setToolTip(self._words(tip))
        self.pace_button.setText(self._words(say("Usual pace") if times.is_slow else say("Slow pace")))
        tip = (
            say("What is left takes its planned time")
            if times.is_slow
            else say("What is left takes half as long again")
        )
        self.pace_button.setToolTip(self._words(tip))
        for button in (self.pause_button, self.pace_button):
            button.setVisible(times.has_begun and not times.is_over)

    def _tell(self, label: QLabel, message: Message | None) -> None:
        text = self._words(message) if message is not None else ""
        if label.text() != text:
            label.setText(text)
        label.setVisible(bool(text))

    @property
    def _labels(self) -> tuple[QLabel, ...]:
        return self._pause, self._step, self._late, self._slower, self._pace, self._clock

    def _lay_out(self) -> None:
        for label in self._labels:
            label.hide()
        buttons = (self.plan_button, self.pause_button, self.pace_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Flow([*self._labels, *buttons], gap_px=2 * GRID_PX))

    def _connect(self) -> None:
        self.plan_button.clicked.connect(self.plan_asked)
        self.pause_button.clicked.connect(self._on_pause_pressed)
        self.pace_button.clicked.connect(self._on_pace_pressed)

    def _on_pause_pressed(self) -> None:
        (self.resume_asked if self._is_paused else self.pause_asked).emit()

    def _on_pace_pressed(self) -> None:
        (self.usual_pace_asked if self._is_slow else self.slow_pace_asked).emit()


def slower_tables_in_words(times: RunTimes) -> Message | None:
    """Return which tables still have more time in the step under way; None where all have the same."""
    if times.slower_until is None:
        return None
    return say_many(
        "{count} table has more time until {time}", "{count} tables have more time, the last until {time}",
        count=times.slower_tables, time=time_of_day(times.slower_until),
    )  # fmt: skip


def _pause_in_words(times: RunTimes) -> Message | None:
    if times.paused_since is None or times.is_over:
        return None
    return say("Paused since {time}", time=time_of_day(times.paused_since))


def _step_in_words(times: RunTimes) -> Message | None:
    if not times.has_begun:
        minutes = sum(step.planned_minutes for step in times.steps)
        return say_many("Not begun, {count} minute planned", "Not begun, {count} minutes planned", count=minutes)
    if times.is_over:
        return say("Ended {time}", time=time_of_day(times.expected_finish))
    step = times.running_step
    return say("Between two steps") if step is None else _elapsed_in_words(step)


def _elapsed_in_words(step: StepTime) -> Message:
    elapsed, allowed = step.elapsed_s // SECONDS_A_MINUTE, round(step.allowed_s / SECONDS_A_MINUTE)
    return say("{elapsed} of {planned} min", elapsed=elapsed, planned=allowed)


def _late_in_words(times: RunTimes) -> Message | None:
    if not times.has_begun:
        return None
    late = _minutes_in_words(times.minutes_late)
    return late if times.is_over else say("{late} · finish {time}", late=late, time=time_of_day(times.expected_finish))


def _minutes_in_words(minutes_late: int) -> Message:
    if not minutes_late:
        return say("on time")
    if minutes_late > 0:
        return say("{minutes} min late", minutes=minutes_late)
    return say("{minutes} min early", minutes=-minutes_late)


def _clock_in_words(times: RunTimes) -> Message | None:
    return say("⚠  This laptop’s clock was put back: check it") if times.clock_went_back else None
