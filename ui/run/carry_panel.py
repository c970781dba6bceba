"""What we carry forward: the areas by rank, a tie at the line with its three ways, and the decision."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.conduct.carried_stage import short_name, stage_to_come
from facilitator.conduct.carrying import (
    CarryStanding,
    CarryStep,
    TieDecision,
    ask_run_off,
    carry_forward,
    carry_standing,
    keep_carried,
    stage_was_asked,
    stale_warning,
)
from facilitator.conduct.event import Event
from facilitator.conduct.record import CarriedRecord
from facilitator.core.disclosure import Audience, shown
from facilitator.core.keys import OptionKey
from facilitator.core.ranking import Cut, TieRule
from facilitator.core.result import QuestionResult
from facilitator.document.base import base_sentence
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.models.run_sheet import Place
from ui.run.deciding import DecisionFields, attempt
from ui.run.on_screen import CarriedAreas, OnScreen, Tie
from ui.run.ranked_areas import RankedAreas, ranked_rows
from ui.run.snapshot import Snapshot
from ui.run.step_panel import NextStep, StepPanel
from ui.run.tie_ways import TieWays, stage_in_words
from ui.widgets.fields import FigureField
from ui.widgets.text import push_button, text_label

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
        self._snapshot: Snapshot | None = None
        self._standing = CarryStanding(CarryStep.NOTHING_TO_CARRY)
        self._decides_again = self._keeps = False
        self.places = FigureField(words(say("How many areas go forward")), unknown=words(say("not known")), words=words)
        self.ranked = RankedAreas(words)
        self.tie = TieWays(words)
        self.decision = DecisionFields(words, why=say("Why, printed in the report"))
        self.keep = push_button(words(say("Keep the areas carried before")), "quiet")
        self.decide_again = push_button(words(say("Decide again")), "quiet")
        self.show_tie = push_button(words(say("Show the tie to the room")), "quiet")
        self._stale = text_label(role="warning")
        self._told = text_label(role="strong")
        self._base = text_label(role="muted")
        self._lay_out()
        self._connect()

    def show_place(self, place: Place, snapshot: Snapshot, on_screen: OnScreen) -> None:
        """Show how the carrying stands; what was typed and chosen for this place stays."""
        del on_screen
        is_new = place != self._place
        self._place, self._snapshot = place, snapshot
        if is_new:
            self._decides_again = self._keeps = False
            self.places.set_figure(self._usual_places())
            self.decision.ask(BY_THE_VOTE)
        elif self.places.figure is None:
            self.places.set_figure(self._usual_places())
        self._show_now()

    def next_step(self) -> NextStep | None:
        """Return the one thing to do: hold a vote, choose a way, or carry forward; None once areas are carried."""
        if self._keeps:
            return NextStep(say("Keep the areas carried before"), self._keep)
        if self._carried is not None and not self._is_deciding:
            return None
        return self._step_of_deciding()

    def missing(self) -> tuple[Message, ...]:
        """Return what a decision still lacks."""
        if not self._is_deciding and not self._keeps:
            return ()
        return tuple(self._lacking())

    def focus_first(self) -> None:
        """Put the focus where a decision begins; where the vote is clear that is the next step itself."""
        if self._keeps:
            self.decision.why.setFocus()
        elif self._is_deciding and self._standing.step is CarryStep.PLACES_UNKNOWN:
            self.places.setFocus()
        elif self._is_deciding and self._standing.cut.is_tie:
            self.tie.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2 and 3 choose how a tie is settled, where nobody is typing."""
        rule = _KEYS.get(Qt.Key(event.key()))
        if rule is None or self.tie.isHidden():
            super().keyPressEvent(event)
        else:
            self.tie.choose(rule)

    @property
    def _carried(self) -> CarriedRecord | None:
        return self._snapshot.record.carried if self._snapshot is not None else None

    @property
    def _is_deciding(self) -> bool:
        carried = self._carried
        return not self._keeps and (carried is None or carried.stale or self._decides_again)

    @property
    def _question(self) -> QuestionResult | None:
        plan = self._event.programme.carry_forward
        return self._snapshot.question(plan.question) if self._snapshot is not None and plan is not None else None

    def _usual_places(self) -> int | None:
        details = self._event.details
        return self._event.programme.areas_to_carry(details.variant, details.tables)

    def _step_of_deciding(self) -> NextStep | None:
        step = self._standing.step
        if step in (CarryStep.NOTHING_TO_CARRY, CarryStep.NOBODY_CHOSE):
            return None
        if step is CarryStep.VOTE_NOT_CLOSED:
            return NextStep(say("Go to the vote on the areas"), self._go_to_vote)
        if step is CarryStep.PLACES_UNKNOWN:
            return NextStep(say("Say how many areas go forward"), self.places.setFocus)
        if step is CarryStep.CLEAR:
            return NextStep(self._carry_name(len(self._standing.cut.clear)), lambda: self._carry(None))
        return self._step_of_tie()

    def _step_of_tie(self) -> NextStep:
        way, found = self.tie.way, self._standing.cut
        if way is None:
            return NextStep(say("Choose how to settle the tie"), self._ask_for_way)
        if way is TieRule.CARRY_ALL:
            return NextStep(self._carry_name(len(found.clear) + len(found.tied)), lambda: self._carry(way))
        if way is TieRule.ROOM_DECIDES:
            return NextStep(self._carry_name(len(found.clear) + found.places_left), lambda: self._carry(way))
        if self._standing.step is CarryStep.RUN_OFF_DECIDED:
            return NextStep(say("Carry the result of the run-off forward"), lambda: self._carry(way))
        if self._standing.step is CarryStep.RUN_OFF_TO_HOLD:
            return NextStep(say("Go to the run-off"), self._go_to_run_off)
        return NextStep(say("Ask the run-off"), self._ask_run_off)

    def _carry_name(self, areas: int) -> Message:
        if self._carried is not None:
            return say_many("Carry forward again: {count} area", "Carry forward again: {count} areas", count=areas)
        return say_many("Carry this area forward", "Carry these {count} areas forward", count=areas)

    def _lacking(self) -> list[Message]:
        lacking: list[Message] = []
        if self._standing.step is CarryStep.PLACES_UNKNOWN:
            lacking.append(say("How many areas go forward depends on the number of tables, which is not known."))
        way, found = (self.tie.way, self._standing.cut) if self._standing.cut.is_tie else (None, None)
        if way is TieRule.ROOM_DECIDES and found is not None and len(self.tie.chosen) != found.places_left:
            told = say("{chosen} of {places} chosen.", chosen=len(self.tie.chosen), places=found.places_left)
            lacking.append(told)
        if (self._keeps or (way is not None and way.needs_reason)) and not self.decision.why.text().strip():
            lacking.append(say("A reason is missing; the report prints it."))
        return lacking

    def _show_now(self) -> None:
        typed = self.places.figure
        self._standing = carry_standing(self._event, None if typed == 0 else typed)
        self._show_stale()
        self._show_list()
        self._show_tie()
        self._show_decision()
        self.changed.emit()

    def _show_stale(self) -> None:
        record = self._snapshot.record if self._snapshot is not None else None
        warning = stale_warning(record) if record is not None else None
        self._stale.setText("⚠  " + self._words(warning) if warning is not None else "")
        self._stale.setVisible(warning is not None)
        has_result = self._standing.step not in (CarryStep.NOTHING_TO_CARRY, CarryStep.VOTE_NOT_CLOSED)
        self.keep.setVisible(warning is not None and has_result)
        self.keep.setText(
            self._words(say("Carry forward again instead") if self._keeps else say("Keep the areas carried before"))
        )
        is_settled = self._carried is not None and warning is None
        may_again = is_settled and record is not None and not stage_was_asked(record)
        self.decide_again.setVisible(may_again and not self._decides_again)

    def _show_list(self) -> None:
        told = self._told_now()
        self._told.setText(self._words(told) if told is not None else "")
        self._told.setVisible(told is not None)
        question, found = self._question, self._cut_shown()
        has_result = self._standing.step not in (CarryStep.NOTHING_TO_CARRY, CarryStep.VOTE_NOT_CLOSED)
        self.ranked.setVisible(has_result and question is not None)
        self._base.setVisible(False)
        is_usual = self.places.figure is not None and self.places.figure == self._usual_places()
        asks_places = self._standing.step in (CarryStep.CLEAR, CarryStep.PLACES_UNKNOWN) or not is_usual
        self._places_row.setVisible(has_result and self._is_deciding and asks_places)
        if question is None or not has_result:
            return
        result = shown(question, Audience.OPERATOR)
        is_whole = not found.is_tie and self._carried is None
        rows = ranked_rows(result, found, percentages=is_whole)
        if not is_whole:
            rows = [row for row in rows if row.mark is not None]
        self.ranked.show_rows(rows, len(found.clear), _line(found, len(found.clear)) if self._is_deciding else None)
        base = base_sentence(result) if is_whole else None
        self._base.setText(self._words(base) if base is not None else "")
        self._base.setVisible(base is not None)

    def _cut_shown(self) -> Cut:
        """Return what the list marks: the vote's own cut, or once people decided what they decided."""
        carried = self._carried
        if carried is None or self._is_deciding or self._keeps:
            return self._standing.cut
        return Cut(tuple(OptionKey(area) for area, _ in carried.areas), (), 0)

    def _told_now(self) -> Message | None:
        carried, step = self._carried, self._standing.step
        if carried is not None and not self._is_deciding and not self._keeps:
            areas = [area for area, _ in carried.areas]
            return _carried_in_words(carried, stage_in_words(stage_to_come(self._event, areas), len(areas)))
        plain = {
            CarryStep.NOTHING_TO_CARRY: say("This programme carries nothing forward."),
            CarryStep.VOTE_NOT_CLOSED: say("The vote on the areas is not closed, so nothing can be carried yet."),
            CarryStep.NOBODY_CHOSE: say("Nobody chose an area, so none goes forward."),
        }
        return plain.get(step, _carried_before(carried) if carried is not None else None)

    def _show_tie(self) -> None:
        found = self._standing.cut
        is_tie = found.is_tie and self._is_deciding
        self.tie.setVisible(is_tie)
        self.show_tie.setVisible(is_tie)
        if not is_tie:
            return
        names = {option.key: short_name(option.text) for option in self._question.options} if self._question else {}
        inside = [*found.clear, *found.tied[: found.places_left]]
        self.tie.show_tie(
            self._standing,
            names,
            stage_to_come(self._event, [*found.clear, *found.tied]),
            stage_to_come(self._event, inside),
        )

    def _show_decision(self) -> None:
        has_cut = bool(self._standing.cut.clear or self._standing.cut.tied)
        self.decision.setVisible(self._keeps or (self._is_deciding and has_cut))
        way = self.tie.way if self._standing.cut.is_tie else None
        self.decision.ask_why(wanted=self._keeps or self._carried is not None or way is not TieRule.RUN_OFF)

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
        self._decides_again = self._keeps = False
        self.decision.ask(BY_THE_VOTE)
        self.screen_wanted.emit(CarriedAreas())
        self.acted.emit(None)

    def _ask_run_off(self) -> None:
        ask_run_off(self._event, places=self.places.figure)
        self.acted.emit(None)
        self._go_to_run_off()

    def _go_to_run_off(self) -> None:
        run_off, question = self._standing.run_off, self._question
        if run_off is not None and question is not None:
            self.place_wanted.emit(Place(question.activity, run_off))

    def _go_to_vote(self) -> None:
        question = self._question
        if question is not None:
            self.place_wanted.emit(Place(question.activity, question.key))

    def _ask_for_way(self) -> None:
        self.screen_wanted.emit(Tie())
        self.tie.focus_first()

    def _on_keep(self) -> None:
        self._keeps = not self._keeps
        self.decision.ask(THE_ROOM if self._keeps else BY_THE_VOTE)
        self._show_now()
        self.focus_first()

    def _on_decide_again(self) -> None:
        self._decides_again = True
        self._show_now()
        self.focus_first()

    def _on_way_changed(self) -> None:
        who = self.decision.who.text()
        if who in {self._words(one) for one in (BY_THE_VOTE, BY_HANDS, THE_ROOM)}:
            usual = {TieRule.ROOM_DECIDES: BY_HANDS, TieRule.CARRY_ALL: THE_ROOM}
            way = self.tie.way
            self.decision.who.setText(self._words(usual.get(way, BY_THE_VOTE) if way is not None else BY_THE_VOTE))
        self._show_decision()
        self.changed.emit()

    def _on_decided(self) -> None:
        step = self.next_step()
        if step is not None and not self.missing():
            attempt(self, step.do)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        self._places_row = QWidget()
        places = QHBoxLayout(self._places_row)
        places.setContentsMargins(0, 0, 0, 0)
        places.setSpacing(2 * GRID_PX)
        label = text_label(self._words(say("areas go forward")))
        label.setBuddy(self.places)
        places.addWidget(self.places)
        places.addWidget(label, 1)
        for part in (self._stale, self._told, self._places_row, self.ranked, self._base, self.tie, self.decision):
            layout.addWidget(part)
        quiet = QHBoxLayout()
        for button in (self.keep, self.decide_again, self.show_tie):
            quiet.addWidget(button)
        quiet.addStretch(1)
        layout.addLayout(quiet)
        layout.addStretch(1)

    def _connect(self) -> None:
        self.places.figure_changed.connect(self._show_now)
        self.tie.changed.connect(self._on_way_changed)
        self.decision.changed.connect(self.changed)
        self.decision.finished.connect(self._on_decided)
        self.keep.clicked.connect(self._on_keep)
        self.decide_again.clicked.connect(self._on_decide_again)
        self.show_tie.clicked.connect(lambda: self.screen_wanted.emit(Tie()))


def _line(found: Cut, inside: int) -> Message | None:
    if found.is_tie:
        return say_many(
            "{count} place for the areas that are level",
            "{count} places for the areas that are level",
            count=found.places_left,
        )
    return say("the line is below place {place}", place=inside) if inside else None


def _carried_before(carried: CarriedRecord) -> Message:
    return say("Carried forward before: {names}. The vote as it stands now:", names=_names(carried))


def _names(carried: CarriedRecord) -> str:
    return ", ".join(short_name(text) for _, text in carried.areas)


def _carried_in_words(carried: CarriedRecord, stage: Message) -> Message:
    told = say_many(
        "Carried forward: {names}.",
        "Carried forward, {count} areas: {names}.",
        count=len(carried.areas),
        names=_names(carried),
    )
    who = say("Decided by: {who}.", who=carried.decided_by)
    return say("{told} {who} {stage}", told=told, who=who, stage=stage)
