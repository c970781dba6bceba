"""See and settle: what the room does with each statement once its vote is seen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.conduct.event import Event
from facilitator.conduct.settling import settle_statement, settled_before_a_correction
from facilitator.conduct.voting import ask_again
from facilitator.core.keys import QuestionKey, State
from facilitator.core.methods import Method
from facilitator.core.outcomes import OutcomeKind
from facilitator.look import GRID_PX
from facilitator.words.message import say, say_many
from facilitator.words.translator import Translator
from ui.models.run_sheet import Place
from ui.models.statements import StatementRow, StatementsModel
from ui.run.deciding import DecisionFields, attempt, named_field
from ui.run.on_screen import OnScreen, Settled
from ui.run.snapshot import Snapshot
from ui.run.statement_list import StatementList
from ui.run.statement_words import hint, result_in_words
from ui.run.step_panel import NextStep, StepPanel
from ui.widgets.fields import SentText
from ui.widgets.text import push_button, set_role, text_label

_KEYS = {
    Qt.Key.Key_A: OutcomeKind.ADOPTED,
    Qt.Key.Key_C: OutcomeKind.CHANGED,
    Qt.Key.Key_L: OutcomeKind.LEFT,
}
_NAMES = {
    OutcomeKind.ADOPTED: say("Adopt (A)"),
    OutcomeKind.CHANGED: say("Adopt with changes (C)"),
    OutcomeKind.LEFT: say("Leave it (L)"),
}
LINES_OF_NEW_WORDS = 3


class SettlePanel(StepPanel):
    """The statements of the stage, one at a time: A adopts, C changes its words, L leaves it out."""

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self._place: Place | None = None
        self._shown = ""
        self._moves_on = False
        self.statements = StatementsModel(words)
        self.list = StatementList(self.statements, words)
        self.buttons = {kind: push_button(words(name)) for kind, name in _NAMES.items()}
        self.decision = DecisionFields(words, why=say("Why, if it is to be in the report"))
        self.new_words = SentText(words(say("The statement in the words of the room; Enter saves it")))
        self.save = push_button(words(say("Adopt these words (Enter)")))
        self.back = push_button(words(say("Go back (Esc)")), "quiet")
        self.vote_again = push_button(words(say("Vote again, on the new words")), "quiet")
        self._make_texts()
        self._lay_out()
        self._connect()

    def show_place(self, place: Place, snapshot: Snapshot, on_screen: OnScreen) -> None:
        """Show the statements as they stand; the one that is worked on stays, unless it was just settled."""
        del on_screen
        is_new = place != self._place
        self._place = place
        self.statements.set_rows(_statement_rows(place, snapshot, settled_before_a_correction(self._event)))
        if is_new:
            self._shown = ""
        if is_new or self._moves_on or self._row is None:
            self._choose(self._next_to_settle() or self._row or self._first())
        self._moves_on = False
        self._show_statement()

    def next_step(self) -> NextStep | None:
        """Return the way to the next statement the room did not decide on; None when there is none."""
        if not self._is_left_to_settle():
            return None
        row = self._row if self._row is not None and self._row.is_open_to_settling else self._next_to_settle()
        shows = Settled(row.result.key) if row is not None else None
        return NextStep(say("Settle the next statement"), self._go_to_next, shows)

    def focus_first(self) -> None:
        """Put the focus on the way that the vote suggests first: the keys A, C and L work from there."""
        first = self.buttons[OutcomeKind.ADOPTED]
        (first if first.isVisibleTo(self) and first.isEnabled() else self.list).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A, C and L decide, where nobody is typing; Escape leaves the new words."""
        kind = _KEYS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._is_changing:
            self._stop_changing()
        elif kind is None or event.modifiers() or self._is_changing or not self.buttons[kind].isEnabled():
            super().keyPressEvent(event)
        else:
            self._on_decided(kind)

    @property
    def _row(self) -> StatementRow | None:
        return next((row for row in self.statements.rows if row.result.key == self._shown), None)

    @property
    def _is_changing(self) -> bool:
        return not self._changing.isHidden()

    def _first(self) -> StatementRow | None:
        return next(iter(self.statements.rows), None)

    def _is_left_to_settle(self) -> bool:
        return any(row.is_open_to_settling for row in self.statements.rows)

    def _next_to_settle(self) -> StatementRow | None:
        here = self._row.number if self._row is not None else 0
        behind = [row for row in self.statements.rows if row.number > here]
        rows = (*behind, *self.statements.rows)
        return next((row for row in rows if row.is_open_to_settling), None)

    def _go_to_next(self) -> None:
        row = self._row
        if row is None or not row.is_open_to_settling:
            self._choose(self._next_to_settle())
            self._show_statement()
        self.screen_wanted.emit(Settled(self._shown))
        self.list.setFocus()  # and not a button that decides: whoever presses Space twice decides nothing

    def _choose(self, row: StatementRow | None) -> None:
        if row is None:
            return
        if row.result.key != self._shown:
            self._shown = row.result.key
            self.decision.ask(say("the room"))
            self._changing.hide()
        self.list.setCurrentIndex(self.statements.index(row.number - 1))

    def _show_statement(self) -> None:
        row = self._row
        if row is None:
            self._statement.setText(self._words(say("This stage has no statements to settle.")))
        else:
            self._show(row)
        can_be_settled = row is not None and row.result.state is State.CLOSED
        for kind, button in self.buttons.items():
            button.setEnabled(can_be_settled)
            button.setAccessibleDescription(row.result.text if row is not None else "")
            button.setVisible(not self._is_changing and kind in _NAMES and row is not None)
        self.list.setVisible(bool(self.statements.rows))
        self.decision.setVisible(can_be_settled)
        self._show_unasked()
        self.changed.emit()

    def _show(self, row: StatementRow) -> None:
        text = row.outcome.text if row.outcome is not None else row.result.text
        self._statement.setText(" ".join(text.split()))
        self._result.setText(self._words(result_in_words(row)))
        told = hint(row)
        self._hint.setText(self._words(told) if told is not None else "")
        settled_role = "warning" if row.rests_on_old_result else "muted"
        set_role(self._hint, "state" if row.outcome is None else settled_role)
        self._hint.setVisible(told is not None)
        is_changed = row.outcome is not None and row.outcome.text != row.result.text
        self.vote_again.setVisible(is_changed and not self._is_changing)

    def _show_unasked(self) -> None:
        unasked = [row for row in self.statements.rows if row.result.state is not State.CLOSED]
        numbers = ", ".join(str(row.number) for row in unasked)
        told = say_many(
            "Statement {numbers} has no closed vote, so it is not settled.",
            "Statements {numbers} have no closed vote, so they are not settled.",
            count=len(unasked),
            numbers=numbers,
        )
        self._unasked.setText(self._words(told))
        self._unasked.setVisible(bool(unasked) and not self._is_changing)

    def _on_chosen(self, index: QModelIndex | QPersistentModelIndex) -> None:
        row = self.statements.rows[index.row()] if index.isValid() else None
        if row is not None and row.result.key != self._shown:
            self._choose(row)
            self._show_statement()

    def _on_decided(self, kind: OutcomeKind) -> None:
        if kind is OutcomeKind.CHANGED:
            self._start_changing()
        else:
            attempt(self, lambda: self._settle(kind))

    def _start_changing(self) -> None:
        row = self._row
        assert row is not None
        self.new_words.setPlainText(row.outcome.text if row.outcome is not None else row.result.text)
        self._changing.show()
        self._show_statement()
        self.new_words.setFocus()
        self.new_words.selectAll()

    def _stop_changing(self) -> None:
        self._changing.hide()
        self._show_statement()
        self.focus_first()

    def _settle(self, kind: OutcomeKind, text: str = "") -> None:
        key = self._shown
        decision = self.decision
        settle_statement(
            self._event, key, kind, text=text, decided_by=decision.who.text(), why=decision.why.text().strip()
        )
        self._changing.hide()
        self._moves_on = True
        self.screen_wanted.emit(Settled(key))
        self.acted.emit(None)
        self.typing_finished.emit()  # on a way of deciding, Space would decide again instead of going on

    def _on_words_sent(self) -> None:
        attempt(self, lambda: self._settle(OutcomeKind.CHANGED, self.new_words.toPlainText().strip()))

    def _on_vote_again(self) -> None:
        attempt(self, self._ask_again)

    def _ask_again(self) -> None:
        row = self._row
        assert row is not None
        assert row.outcome is not None
        why = row.outcome.why or self._words(say("The room changed the words."))
        ask_again(self._event, row.result.key, row.outcome.text, why=why)
        self.acted.emit(None)
        self.place_wanted.emit(Place(row.result.activity, row.result.key))

    def _make_texts(self) -> None:
        self._statement = text_label(role="heading")
        self._result = text_label()
        self._hint = text_label(role="state")
        self._unasked = text_label(role="muted")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        for part in (self.list, self._unasked, self._statement, self._result, self._hint):
            layout.addWidget(part)
        row = QHBoxLayout()
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self._changing_part())
        layout.addWidget(self.decision)
        layout.addWidget(self.vote_again, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def _changing_part(self) -> QWidget:
        self._changing = QWidget()
        layout = QVBoxLayout(self._changing)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(named_field(self._words(say("The statement as the room wants it")), self.new_words))
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.back)
        row.addStretch(1)
        layout.addLayout(row)
        self.new_words.setFixedHeight(self.fontMetrics().lineSpacing() * LINES_OF_NEW_WORDS + 3 * GRID_PX)
        self._changing.hide()
        return self._changing

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.entered_row.connect(self.focus_first)
        for kind, button in self.buttons.items():
            button.clicked.connect(lambda _=False, kind=kind: self._on_decided(kind))
        self.new_words.sent.connect(self._on_words_sent)
        self.save.clicked.connect(self._on_words_sent)
        self.back.clicked.connect(self._stop_changing)
        self.vote_again.clicked.connect(self._on_vote_again)
        self.decision.finished.connect(self.focus_first)


def _statement_rows(place: Place, snapshot: Snapshot, on_old_results: frozenset[QuestionKey]) -> list[StatementRow]:
    record = snapshot.record
    stage = next((step.stage for step in record.steps if step.key == place.activity), None)
    asked = [one for one in record.results if one.stage == stage and one.method is Method.STATEMENT]
    outcomes = {outcome.question: outcome for outcome in record.outcomes}
    return [
        StatementRow(number, one, outcomes.get(one.key), one.key in on_old_results)
        for number, one in enumerate(asked, start=1)
    ]
