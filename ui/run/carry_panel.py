"""What we carry forward: the areas by rank, a tie at the line with its three ways, and the decision."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from facilitator.conduct.carried_stage import stage_to_come
from facilitator.conduct.carrying import (
    CarryStep,
    TieDecision,
    ask_run_off,
    carry_forward,
    carry_standing,
    keep_carried,
)
from facilitator.conduct.event import Event
from facilitator.core.ranking import TieRule
from facilitator.core.result import QuestionResult
from facilitator.errors import Refused
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.models.run_sheet import Place
from ui.run.carry_now import CarryNow
from ui.run.carry_view import CarryView
from ui.run.carry_words import carried_in_words
from ui.run.deciding import attempt
from ui.run.on_screen import CarriedAreas, OnScreen, Quiet, Tie
from ui.run.snapshot import Snapshot
from ui.run.step_panel import NextStep, StepPanel
from ui.run.tie_ways import stage_in_words

BY_THE_VOTE = say("the room, by the vote")
BY_HANDS = say("the room, by hands")
THE_ROOM = say("the room")
_KEYS = {
    Qt.Key.Key_1: TieRule.CARRY_ALL,
    Qt.Key.Key_2: TieRule.RUN_OFF,
    Qt.Key.Key_3: TieRule.ROOM_DECIDES,
}


class CarryPanel(StepPanel):
    """Carrying is a decision of people: the panel shows what the vote says, asks how a tie is settled, and by whom."""

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self._place: Place | None = None
        self._on_screen: OnScreen = Quiet()
        self._now = CarryNow()
        self._view = view = CarryView(self, words)
        self.places, self.ranked, self.tie, self.decision = view.places, view.ranked, view.tie, view.decision
        self.keep, self.decide_again, self.show_tie = view.keep, view.decide_again, view.show_tie
        self._connect()

    def show_place(self, place: Place, snapshot: Snapshot, on_screen: OnScreen) -> None:
        """Show how the carrying stands; what was typed and chosen for this place stays."""
        is_new = place != self._place
        self._place, self._on_screen = place, on_screen
        self._now = replace(self._now, snapshot=snapshot, question=self._question_of(snapshot))
        if is_new:
            self._now = replace(self._now, decides_again=False, keeps=False)
            self.places.set_figure(self._usual_places())
            self.decision.ask(BY_THE_VOTE)
        elif self.places.figure is None and not self.places.is_refused and not self.places.hasFocus():
            self.places.set_figure(self._usual_places())
        self._show_now()

    def next_step(self) -> NextStep | None:
        """Return the one thing to do: hold a vote, choose a way, or carry forward; None once areas are carried."""
        if self._now.keeps:
            return NextStep(say("Keep the areas carried before"), self._keep)
        if self._now.carried is not None and not self._now.is_deciding:
            return None
        return self._step_of_deciding()

    def missing(self) -> tuple[Message, ...]:
        """Return what a decision still lacks."""
        if not self._now.is_deciding and not self._now.keeps:
            return ()
        return tuple(self._lacking())

    def focus_first(self) -> None:
        """Put the focus where a decision begins; where the vote is clear that is the next step itself."""
        if self._now.keeps:
            self.decision.why.setFocus()
        elif self._now.is_deciding and self._now.standing.step is CarryStep.PLACES_UNKNOWN:
            self.places.setFocus()
        elif self._now.is_deciding and self._now.standing.cut.is_tie:
            self.tie.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2 and 3 choose how a tie is settled, where nobody is typing."""
        rule = _KEYS.get(Qt.Key(event.key()))
        if rule is None or self.tie.isHidden():
            super().keyPressEvent(event)
        else:
            self.tie.choose(rule)

    def _question_of(self, snapshot: Snapshot) -> QuestionResult | None:
        plan = self._event.programme.carry_forward
        return snapshot.question(plan.question) if plan is not None else None

    def _usual_places(self) -> int | None:
        details = self._event.details
        return self._event.programme.areas_to_carry(details.variant, details.tables)

    def _step_of_deciding(self) -> NextStep | None:
        step = self._now.standing.step
        if step in (CarryStep.NOTHING_TO_CARRY, CarryStep.NOBODY_CHOSE):
            return None
        if step is CarryStep.VOTE_NOT_CLOSED:
            return NextStep(say("Go to the vote on the areas"), self._go_to_vote)
        if step is CarryStep.PLACES_UNKNOWN or self.places.figure == 0:
            return NextStep(say("Say how many areas go forward"), self.places.setFocus)
        if step is CarryStep.CLEAR:
            return NextStep(self._carry_name(len(self._now.standing.cut.clear)), lambda: self._carry(None))
        return self._step_of_tie()

    def _step_of_tie(self) -> NextStep:
        way, found = self.tie.way, self._now.standing.cut
        if way is None:
            shows = Tie() if self._on_screen != Tie() else None
            return NextStep(say("Choose how to settle the tie"), self._ask_for_way, shows)
        if way is TieRule.CARRY_ALL:
            return NextStep(self._carry_name(len(found.clear) + len(found.tied)), lambda: self._carry(way))
        if way is TieRule.ROOM_DECIDES:
            return NextStep(self._carry_name(len(found.clear) + found.places_left), lambda: self._carry(way))
        if self._now.standing.step is CarryStep.RUN_OFF_DECIDED:
            return NextStep(say("Carry the result of the run-off forward"), lambda: self._carry(way))
        if self._now.standing.step is CarryStep.RUN_OFF_TO_HOLD:
            return NextStep(say("Go to the run-off"), self._go_to_run_off)
        return NextStep(say("Ask the run-off"), self._ask_run_off)

    def _carry_name(self, areas: int) -> Message:
        if self._now.carried is not None:
            return say_many("Carry forward again: {count} area", "Carry forward again: {count} areas", count=areas)
        return say_many("Carry this area forward", "Carry these {count} areas forward", count=areas)

    def _lacking(self) -> list[Message]:
        lacking: list[Message] = []
        if self._now.is_deciding and self.places.figure == 0:
            lacking.append(say("At least one area goes forward."))
        if self._now.standing.step is CarryStep.PLACES_UNKNOWN:
            lacking.append(say("How many areas go forward depends on the number of tables, which is not known."))
        way, found = (self.tie.way, self._now.standing.cut) if self._now.standing.cut.is_tie else (None, None)
        if found is not None and way is None:
            lacking.append(say("How the tie is settled is not chosen yet: press 1, 2 or 3."))
        if way is TieRule.ROOM_DECIDES and found is not None and len(self.tie.chosen) != found.places_left:
            told = say("{chosen} of {places} chosen.", chosen=len(self.tie.chosen), places=found.places_left)
            lacking.append(told)
        if (self._now.keeps or (way is not None and way.needs_reason)) and not self.decision.why.text().strip():
            lacking.append(say("A reason is missing; the report prints it."))
        return lacking

    def _show_now(self) -> None:
        typed = self.places.figure
        standing = carry_standing(self._event, None if typed == 0 else typed)
        now = self._now = replace(self._now, standing=standing)
        self._view.show_stale(now)
        self._view.show_list(now, self._told_now(), self._usual_places())
        self._show_ways()
        self._view.show_decision(now)
        self.changed.emit()

    def _told_now(self) -> Message | None:
        settled = self._now.settled
        if settled is None:
            return self._now.plainly
        areas = [area for area, _ in settled.areas]
        return carried_in_words(settled, stage_in_words(stage_to_come(self._event, areas), len(areas)))

    def _show_ways(self) -> None:
        found = self._now.standing.cut
        all_tied = [*found.clear, *found.tied]
        some = [*found.clear, *found.tied[: found.places_left]]
        stages = [stage_to_come(self._event, areas) if found.is_tie else None for areas in (all_tied, some)]
        self._view.show_ways(self._now, stages[0], stages[1])

    def _carry(self, rule: TieRule | None) -> None:
        tie = TieDecision(rule, self.tie.chosen if rule is TieRule.ROOM_DECIDES else ()) if rule else None
        carry_forward(
            self._event, decided_by=self.decision.who.text(), places=self.places.figure, tie=tie,
            why=self.decision.why.text().strip(),
        )  # fmt: skip
        self._done()

    def _keep(self) -> None:
        keep_carried(self._event, decided_by=self.decision.who.text(), why=self.decision.why.text().strip())
        self._done()

    def _done(self) -> None:
        self._now = replace(self._now, decides_again=False, keeps=False)
        self.decision.ask(BY_THE_VOTE)
        self.screen_wanted.emit(CarriedAreas())
        self.acted.emit(None)

    def _ask_run_off(self) -> None:
        ask_run_off(self._event, places=self.places.figure)
        self.acted.emit(None)
        self._go_to_run_off()

    def _go_to_run_off(self) -> None:
        run_off, question = self._now.standing.run_off, self._now.question
        if run_off is not None and question is not None:
            self.place_wanted.emit(Place(question.activity, run_off))

    def _go_to_vote(self) -> None:
        question = self._now.question
        if question is not None:
            self.place_wanted.emit(Place(question.activity, question.key))

    def _ask_for_way(self) -> None:
        if self._on_screen == Tie():
            raise Refused(say("How the tie is settled is not chosen yet."), say("Press 1, 2 or 3."))
        self.screen_wanted.emit(Tie())  # the focus stays: on a way of settling, Space once more would choose it

    def _on_keep(self) -> None:
        self._now = replace(self._now, keeps=not self._now.keeps)
        self.decision.ask(THE_ROOM if self._now.keeps else BY_THE_VOTE)
        self._show_now()
        self.focus_first()

    def _on_decide_again(self) -> None:
        self._now = replace(self._now, decides_again=True)
        self._show_now()
        self.focus_first()

    def _on_way_changed(self) -> None:
        who = self.decision.who.text()
        if who in {self._words(one) for one in (BY_THE_VOTE, BY_HANDS, THE_ROOM)}:
            usual = {TieRule.ROOM_DECIDES: BY_HANDS, TieRule.CARRY_ALL: THE_ROOM}
            way = self.tie.way
            self.decision.who.setText(self._words(usual.get(way, BY_THE_VOTE) if way is not None else BY_THE_VOTE))
        self._view.show_decision(self._now)
        self.changed.emit()

    def _on_decided(self) -> None:
        step = self.next_step()
        if step is not None and not self.missing():
            attempt(self, step.do)

    def _connect(self) -> None:
        self.places.figure_changed.connect(self._show_now)
        self.tie.changed.connect(self._on_way_changed)
        self.decision.changed.connect(self.changed)
        self.decision.finished.connect(self._on_decided)
        self.keep.clicked.connect(self._on_keep)
        self.decide_again.clicked.connect(self._on_decide_again)
        self.show_tie.clicked.connect(lambda: self.screen_wanted.emit(Tie()))
