"""The operator's desk: where the operator is, what the room sees, and the steps from one place to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from facilitator.conduct.carrying import cut_now
from facilitator.conduct.cutting import take_cut_plan
from facilitator.conduct.event import Event
from facilitator.conduct.run_times import RunTimes, run_times
from facilitator.conduct.timing import (
    end_activity,
    go_to_activity,
    pause,
    resume,
    skip_activity,
    slow_pace,
    usual_pace,
    want_after_all,
)
from facilitator.core.cut_plan import CutPlan
from facilitator.core.keys import State
from facilitator.core.programme import ActivityKind, evidence_of
from facilitator.core.result import QuestionResult
from facilitator.core.timing import StepState
from facilitator.errors import Refused
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.run_sheet import FINISH, Place, SheetRow, place_after, sheet_rows
from ui.room_screen.kinds import Cover, Logo, LogoPicture, RoomMessage
from ui.room_screen.scene import Blank, Paused, Scene, Welcome, on_page
from ui.run.next_scene import Beneath, NextPage, scene_after
from ui.run.on_screen import OnScreen, Quiet, Step, Vote
from ui.run.resuming import place_to_resume, screen_to_resume
from ui.run.scenes import Stagecraft, scene_of
from ui.run.snapshot import Snapshot, SnapshotReader
from ui.run.step_panel import NextStep, Undo


class Desk(QObject):
    """Reads the event and follows the run sheet; a verb that is refused raises, and changes nothing."""

    changed = Signal()

    def __init__(
        self,
        event: Event,
        words: Translator,
        *,
        place_and_date: str,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.open_event, self._now, self._words = event, now, words
        self._place_and_date = place_and_date
        self._reader = SnapshotReader(event)
        self._read()
        self.place = place_to_resume(self.rows, self.snapshot, self.times)
        self.on_screen: OnScreen = screen_to_resume(self.place, self.snapshot, self.times)
        self.cover: Cover | None = None
        self.logo: LogoPicture | None = None
        self.undo: Undo | None = None
        self.page = 0
        self._before: OnScreen | None = None
        self._looks_back = False

    snapshot: Snapshot
    times: RunTimes
    rows: tuple[SheetRow, ...]

    @property
    def scene(self) -> Scene:
        """What the room sees."""
        return self.cover if self.cover is not None else self._scene_beneath()

    def scene_ahead(self, step: NextStep | None) -> Scene | None:
        """Return what the room sees once `step` is done; None where that is not known, or its screen stays."""
        ahead = step.shows if step is not None else None
        if ahead is None:
            return None
        if isinstance(ahead, NextPage):
            return on_page(self._scene_of(self.on_screen), self.page + 1)
        if isinstance(ahead, Beneath):
            return self._scene_beneath() if self.cover is not None else self._scene_shown()
        starting = ahead.activity if isinstance(ahead, Step) else ""
        return self._with_logo(scene_after(ahead, self._stagecraft(starting)))

    @property
    def is_blank(self) -> bool:
        """Whether the room sees nothing at all."""
        return isinstance(self.cover, Blank)

    @property
    def message(self) -> str:
        """The message that the room sees; empty where it sees none."""
        return self.cover.text if isinstance(self.cover, RoomMessage) else ""

    @property
    def break_ends_at(self) -> datetime | None:
        """When the running break ends; None where there is none."""
        left_s = self._left_of_break_s("")
        return self.times.now + timedelta(seconds=left_s) if left_s is not None else None

    @property
    def question(self) -> QuestionResult | None:
        """The question at the operator's place, if that is one."""
        return self.snapshot.question(self.place.question) if self.place.question else None

    @property
    def shows_another_step(self) -> bool:
        """Whether the room still sees a step or a vote that is not where the operator is."""
        if isinstance(self.on_screen, Step):
            return Place(self.on_screen.activity) != self.place
        if isinstance(self.on_screen, Vote) and self.place.question:
            return self.on_screen.question != self.place.question
        return False

    @property
    def has_begun(self) -> bool:
        """Whether the first step was started."""
        return self.times.has_begun

    @property
    def following(self) -> Place | None:
        """The place that comes next in the run sheet, without what is skipped."""
        return place_after(self.rows, self.place)

    def own_next_step(self) -> NextStep | None:
        """Return what comes before anything of the step itself: a message, a pause or a look back comes to its end."""
        if self.message:
            return NextStep(say("Take the message off the screen"), self.uncover, Beneath())
        if self.times.paused:
            return NextStep(say("Go on after the pause"), self.resume, Beneath())
        if self._looks_back:
            return NextStep(say("Show the room what is now"), self.show_last, self._before)
        return None

    def next_on_the_way(self) -> NextStep | None:
        """Return how the run sheet goes on from here, None at its end."""
        if (elsewhere := self._next_elsewhere()) is not None:
            return elsewhere
        following = self.following
        if following is None:
            return None
        return NextStep(say("Next: {step}", step=self._name(following)), self.go_on, _screen_at(following))

    def _next_elsewhere(self) -> NextStep | None:
        """Return what to do at a step that is not the one under way: start it, or go back to where the event is."""
        if self.place.activity in (FINISH, self.times.running):
            return None
        here = _screen_at(self.place)
        if not self.has_begun:
            return NextStep(say("Begin the event"), self.start_here, here)
        if self._state_here() is StepState.AHEAD:
            return NextStep(say("Start this step"), self.start_here, here)
        if self._state_here() is StepState.SKIPPED:
            return NextStep(say("Do this step after all"), self.start_here, here)
        now = place_to_resume(self.rows, self.snapshot, self.times)
        return NextStep(say("Back to: {step}", step=self._name(now)), lambda: self.go_to(now))

    def _name(self, place: Place) -> str:
        row = next(row for row in self.rows if row.place == place)
        return f"{row.number} {row.text}".strip()

    def refresh(self) -> None:
        """Read the event again and tell the windows."""
        self._read()
        if all(row.place != self.place for row in self.rows):
            self.place = place_to_resume(self.rows, self.snapshot, self.times)
        self.changed.emit()

    def tick(self) -> None:
        """Let the clocks go on."""
        self._read_times()
        self.changed.emit()

    def go_to(self, place: Place) -> None:
        """Look at another place of the run sheet; what the room sees stays."""
        self.place = place
        self.refresh()

    def start_here(self) -> None:
        """Start the step at the operator's place, and show it to the room."""
        self._refuse_leaving_an_open_vote()
        go_to_activity(self.open_event, self.place.activity)
        self._show_place()
        self.undo = None
        self.refresh()

    def go_on(self) -> None:
        """Go to what follows, and show it to the room."""
        before, following = self.place, self.following
        if following is None:
            return
        self._refuse_leaving_an_open_vote()
        self._enter(following)
        self.undo = Undo(say("Go back"), lambda: self._enter(before))
        self.refresh()

    def after_acting(self, undo: Undo | None) -> None:
        """Take note that a verb of the step here was done: the step has begun."""
        self.undo = replace(undo, place=self.place) if undo is not None else None
        self._read()
        votes = self.question is not None and self.question.state is State.OPEN
        decides = self.has_begun and not self.place.question  # a wording may be changed ahead; that begins nothing
        if (votes or decides) and self._state_here() in (StepState.AHEAD, StepState.SKIPPED):
            go_to_activity(self.open_event, self.place.activity)
        self.refresh()

    def undo_last(self) -> None:
        """Take the last step back; raises `Refused` where nothing can be taken back safely."""
        undo = self.undo
        if undo is None:
            raise Refused(say("There is nothing to undo."), say("A result is corrected where it stands."))
        self.undo = None
        undo.do()
        self.place = undo.place or self.place
        self.refresh()

    def show(self, on_screen: OnScreen) -> None:
        """Show something to the room; what led to a result it sees is not taken back by one key any more."""
        if isinstance(on_screen, Vote) and on_screen.revealed:
            self.undo = None
        self._show(on_screen)
        self.changed.emit()

    def show_last(self) -> None:
        """Show the room what it saw before, and at the second time what is now."""
        if self._before is None:
            raise Refused(say("The room has seen nothing before this."), say("Go on."))
        self.on_screen, self._before = self._before, self.on_screen
        self._looks_back = not self._looks_back
        self.cover, self.page = None, 0
        self.changed.emit()

    def turn_page(self) -> None:
        """Show the room the next page of what is on its screen."""
        self.page += 1
        self.changed.emit()

    def blank(self) -> None:
        """Make the room screen blank, or show again what was on it."""
        self._cover_with(None if self.is_blank else Blank())

    def say_to_the_room(self, text: str) -> None:
        """Show the room a message over whatever is there; it is kept nowhere."""
        text = " ".join(text.split())
        if not text:
            raise Refused(say("The message has no words yet."), say("Type it, or choose one that is ready."))
        self._cover_with(RoomMessage(text))

    def show_logo(self) -> None:
        """Show the organiser's logo over whatever is there, or show again what was on the screen."""
        if self.logo is None:
            raise Refused(say("There is no logo yet."), say("Choose its picture under Message (M)."))
        convenor = self.snapshot.record.details.convenor or self.snapshot.record.details.title
        self._cover_with(None if isinstance(self.cover, Logo) else Logo(self.logo, convenor))

    def uncover(self) -> None:
        """Take away what covers the room screen."""
        self._cover_with(None)

    def use_logo(self, logo: LogoPicture | None) -> None:
        """Show this logo where one is shown, from now on; None for none."""
        self.logo = logo
        if isinstance(self.cover, Logo):
            self.cover = replace(self.cover, picture=logo) if logo is not None else None
        self.changed.emit()

    def pause(self) -> None:
        """Stop all clocks."""
        pause(self.open_event)
        self.refresh()

    def resume(self) -> None:
        """Let all clocks go on."""
        resume(self.open_event)
        self.refresh()

    def slow_down(self) -> None:
        """Give everything that is left half as much time again."""
        slow_pace(self.open_event)
        self.refresh()

    def usual_pace(self) -> None:
        """Give everything that is left its planned time again."""
        usual_pace(self.open_event)
        self.refresh()

    def take_plan(self, plan: CutPlan, why: str) -> None:
        """Shorten and skip what the plan says."""
        take_cut_plan(self.open_event, plan, why)
        self.refresh()

    def skip_here(self, why: str) -> None:
        """Skip the step at the operator's place, with a reason, and go to the next one."""
        skipped, following = self.place, place_after(self.rows, Place(self.place.activity), whole_activity=True)
        skip_activity(self.open_event, skipped.activity, why=why)
        self.undo = Undo(
            say("Take back the skipping"), lambda: want_after_all(self.open_event, skipped.activity), skipped
        )
        if following is not None:
            self.place = following
        self.refresh()

    def _enter(self, place: Place) -> None:
        if place.activity == FINISH:
            end_activity(self.open_event)
        elif place.activity != self.times.running:
            go_to_activity(self.open_event, place.activity)
        self.place = place
        self._show_place()

    def _show_place(self) -> None:
        self._show(_screen_at(self.place))

    def _show(self, on_screen: OnScreen) -> None:
        if on_screen != self.on_screen and not self._looks_back:
            self._before = self.on_screen
        if on_screen != self.on_screen:
            self.page = 0
        self.on_screen, self._looks_back, self.cover = on_screen, False, None

    def _cover_with(self, cover: Cover | None) -> None:
        self.cover = cover
        self.changed.emit()

    def _scene_beneath(self) -> Scene:
        return Paused() if self.times.paused else self._scene_shown()

    def _scene_shown(self) -> Scene:
        return on_page(self._scene_of(self.on_screen), self.page)

    def _scene_of(self, on_screen: OnScreen) -> Scene:
        return self._with_logo(scene_of(on_screen, self._stagecraft()))

    def _with_logo(self, scene: Scene) -> Scene:
        return replace(scene, logo=self.logo) if isinstance(scene, Welcome) and self.logo is not None else scene

    def _state_here(self) -> StepState | None:
        return self.times.state_of(self.place.activity) if self.place.activity != FINISH else None

    def _refuse_leaving_an_open_vote(self) -> None:
        question = self.snapshot.open_question
        if question is not None:
            told: Message = say("The vote on “{question}” is still open.", question=question.text)
            raise Refused(told, say("Close it first; a click on it in the run sheet brings you there."))

    def _stagecraft(self, starting: str = "") -> Stagecraft:
        left_s = self._left_of_break_s(starting)
        return Stagecraft(
            self.snapshot,
            self._words,
            self._place_and_date,
            evidence=lambda area: evidence_of(self.open_event.programme, area),
            cut=lambda: cut_now(self.open_event),
            back_at=self.times.now + timedelta(seconds=left_s) if left_s is not None else None,
            minutes_left=-(-left_s // 60) if left_s is not None else None,
        )

    def _left_of_break_s(self, starting: str) -> int | None:
        """Return how long the running break goes on, or the one that is about to start; None where there is none."""
        ahead = self.times.step(starting) if starting and starting != self.times.running else None
        if ahead is not None:
            return ahead.planned_minutes * 60 if ahead.kind is ActivityKind.BREAK else None
        running = self.times.running_step
        rests = running is not None and running.kind is ActivityKind.BREAK
        return max(0, running.left_s) if running is not None and rests else None

    def _read(self) -> None:
        self.snapshot = self._reader.read()
        self._read_times()

    def _read_times(self) -> None:
        self.times = run_times(self.open_event, self._now())
        record = self.snapshot.record
        finish = self._words(say("Finish: report and event pack"))
        self.rows = sheet_rows(
            record.steps, self.snapshot.questions, self.times, finish, is_finished=record.count_closed
        )


def _screen_at(place: Place) -> OnScreen:
    """Return what a place of the run sheet shows when it is begun."""
    if place.activity == FINISH:
        return Quiet()
    return Vote(place.question) if place.question else Step(place.activity)
