"""NOW: the step under way in its panel, what is in the way, and the one thing to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from facilitator.errors import FacilitatorError
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.run.next_button import NextButton
from ui.run.panel_area import PanelArea
from ui.run.step_panel import NextStep, StepPanel
from ui.widgets.banner import Banner
from ui.widgets.tab_order import put_before
from ui.widgets.text import push_button, set_role, text_label


class NowCard(QFrame):
    """Holds one panel at a time; the big button does its next step, and says in words why it was refused."""

    acted = Signal()
    skip_asked = Signal(str)
    undo_asked = Signal()
    blank_asked = Signal()

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._next: NextStep | None = None
        self.banner = Banner(words)
        self.next_button = NextButton(words)
        self.undo_button = push_button("", "quiet")
        self.blank_button = push_button(words(say("Blank screen (B)")), "quiet")
        self.skip_button = push_button(words(say("Skip this step")), "quiet")
        self.why_skip = QLineEdit()
        self.why_skip.setAccessibleName(words(say("Why this step is skipped, printed in the report")))
        self.why_skip.setPlaceholderText(words(say("Why it is skipped, printed in the report; Enter skips it")))
        self._step = text_label(role="muted")
        self._missing = text_label(role="warning")
        self._panels = PanelArea()
        self._lay_out()
        self._connect()

    @property
    def panel(self) -> StepPanel | None:
        """The panel that is shown."""
        shown = self._panels.widget()
        return shown if isinstance(shown, StepPanel) else None

    @property
    def missing(self) -> str:
        """What the card says is in the way; empty when nothing is."""
        return "" if self._missing.isHidden() else self._missing.text()

    def put_above(self, card: QFrame) -> None:
        """Keep a card above the panel, such as a lesson or what to cut."""
        self._above.addWidget(card)

    def let_panel_scroll(self, *, gives_way: bool) -> None:
        """Say whether the panel may scroll in the card: not where the whole window scrolls."""
        self._panels.let_it_scroll(gives_way=gives_way)

    def show_panel(self, panel: StepPanel, step: str, *, is_new: bool) -> None:
        """Show a panel for a step; a new place begins without what was said of the one before."""
        self._panels.show_widget(panel)
        self._step.setText(step)
        set_role(self._step, "title" if panel.is_titled_by_step else "muted")
        self._step.setVisible(bool(step))
        if is_new:
            self.banner.hide()
            self.why_skip.hide()

    def show_next(self, step: NextStep | None, missing: tuple[Message, ...]) -> None:
        """Name the one next action, and what is in its way."""
        self._next = step
        self.next_button.name(step.name if step is not None else None)
        self._missing.setText("\n".join("⚠  " + self._words(message) for message in missing))
        self._missing.setVisible(bool(missing))

    def show_choices(self, *, undo: Message | None, blank: bool, can_skip: bool) -> None:
        """Offer what may be done besides the next action."""
        self.undo_button.setVisible(undo is not None)
        if undo is not None:
            self.undo_button.setText(self._words(say("{undo}  (Ctrl+Z)", undo=undo)))
            self.undo_button.setAccessibleName(self._words(undo))
        self.blank_button.setText(self._words(say("Show the screen (B)") if blank else say("Blank screen (B)")))
        self.skip_button.setVisible(can_skip)
        if not can_skip:
            self.why_skip.hide()

    def press_next(self) -> None:
        """Do the one next action; a refusal is said, and nothing is lost."""
        if self._next is None:
            return
        with self.banner.telling():
            self._next.do()
        self.acted.emit()

    def tell_refusal(self, error: FacilitatorError) -> None:
        """Say what was refused."""
        self.banner.warn(error.message, error.advice)

    def focus_next(self) -> None:
        """Put the focus on the one next action; Tab reaches it after the panel above it, as the eye does."""
        put_before(self.next_button, self._panels)
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_skip(self) -> None:
        self.why_skip.show()
        self.why_skip.setFocus()

    def _on_why_skip_given(self) -> None:
        self.skip_asked.emit(self.why_skip.text())

    def _connect(self) -> None:
        self.next_button.clicked.connect(self.press_next)
        self.undo_button.clicked.connect(self.undo_asked)
        self.blank_button.clicked.connect(self.blank_asked)
        self.skip_button.clicked.connect(self._on_skip)
        self.why_skip.returnPressed.connect(self._on_why_skip_given)

    def _lay_out(self) -> None:
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID_PX, 2 * GRID_PX, 3 * GRID_PX, GRID_PX)
        layout.setSpacing(GRID_PX)
        self._above = QVBoxLayout()
        self._above.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._above)
        layout.addWidget(self._step)
        layout.addWidget(self._panels, 1)
        layout.addWidget(self._missing)
        layout.addWidget(self.banner)
        layout.addWidget(self.next_button)
        layout.addWidget(self.why_skip)
        self.why_skip.hide()
        quiet = QHBoxLayout()
        quiet.setSpacing(0)
        for button in (self.undo_button, self.blank_button, self.skip_button):
            quiet.addWidget(button)
        quiet.addStretch(1)
        layout.addLayout(quiet)
