"""The parts of carrying forward: a warning, the areas by rank, the ways to settle a tie, and who decides."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.conduct.carried_stage import StageToCome, short_name
from facilitator.conduct.carrying import CarryStep, stage_was_asked, stale_warning
from facilitator.core.disclosure import Audience, shown
from facilitator.core.ranking import TieRule
from facilitator.document.base import base_sentence
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.run.carry_now import CarryNow
from ui.run.carry_words import line_in_words
from ui.run.deciding import DecisionFields
from ui.run.ranked_areas import RankedAreas, ranked_rows
from ui.run.tie_ways import TieWays
from ui.widgets.fields import FigureField
from ui.widgets.text import push_button, text_label


class CarryView:
    """Lays out a panel and shows in it how carrying stands and what is to be decided; it reads and stores nothing."""

    def __init__(self, panel: QWidget, words: Translator) -> None:
        self._words = words
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
        self._lay_out(panel)

    def show_stale(self, now: CarryNow) -> None:
        """Say if the vote came to something else since, and offer to keep what was carried or to decide again."""
        record = now.snapshot.record if now.snapshot is not None else None
        warning = stale_warning(record) if record is not None else None
        self._stale.setText("⚠  " + self._words(warning) if warning is not None else "")
        self._stale.setVisible(warning is not None)
        self.keep.setVisible(warning is not None and now.has_result)
        self.keep.setText(
            self._words(say("Carry forward again instead") if now.keeps else say("Keep the areas carried before"))
        )
        is_settled = now.carried is not None and warning is None
        may_again = is_settled and record is not None and not stage_was_asked(record)
        self.decide_again.setVisible(may_again and not now.decides_again)

    def show_list(self, now: CarryNow, told: Message | None, usual_places: int | None) -> None:
        """Show the areas by rank, with `told` above them."""
        self._told.setText(self._words(told) if told is not None else "")
        self._told.setVisible(told is not None)
        self.ranked.setVisible(now.has_result and now.question is not None)
        self._base.setVisible(False)
        is_usual = self.places.figure is not None and self.places.figure == usual_places
        asks_places = now.standing.step in (CarryStep.CLEAR, CarryStep.PLACES_UNKNOWN) or not is_usual
        self._places_row.setVisible(now.has_result and now.is_deciding and asks_places)
        if now.has_result:
            self._show_ranked(now)

    def show_decision(self, now: CarryNow) -> None:
        """Ask who decides, and why where the report prints it."""
        self.decision.setVisible(now.keeps or (now.is_deciding and now.has_areas))
        way = self.tie.way if now.standing.cut.is_tie else None
        self.decision.ask_why(wanted=now.keeps or now.carried is not None or way is not TieRule.RUN_OFF)

    def show_ways(self, now: CarryNow, all_tied: StageToCome | None, some: StageToCome | None) -> None:
        """Show the ways to settle a tie, where one is to be settled."""
        is_tie = now.standing.cut.is_tie and now.is_deciding
        self.tie.setVisible(is_tie)
        self.show_tie.setVisible(is_tie)
        if is_tie:
            options = now.question.options if now.question is not None else ()
            names = {option.key: short_name(option.text) for option in options}
            self.tie.show_tie(now.standing, names, all_tied, some)

    def _show_ranked(self, now: CarryNow) -> None:
        if now.question is None:
            return
        found, result = now.cut_shown, shown(now.question, Audience.OPERATOR)
        is_whole = not found.is_tie and now.carried is None
        rows = ranked_rows(result, found, percentages=is_whole)
        if not is_whole:
            rows = [row for row in rows if row.mark is not None]
        inside = len(found.clear)
        self.ranked.show_rows(rows, inside, line_in_words(found, inside) if now.is_deciding else None)
        base = base_sentence(result) if is_whole else None
        self._base.setText(self._words(base) if base is not None else "")
        self._base.setVisible(base is not None)

    def _lay_out(self, panel: QWidget) -> None:
        layout = QVBoxLayout(panel)
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
