"""A choice of one from a few, with words that some of the choices need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import Message
from facilitator.words.translator import Translator
from ui.prepare.preparing import Preparing
from ui.prepare.typed import TypedText, Typing
from ui.widgets.flow import Flow


class ReasonedChoice(QWidget):
    """`decided` says the choice and its words. A choice that is refused for want of words stays chosen, not saved.

    The words are asked for where the choice is one of `asks`, and shown wherever there are any.
    """

    decided = Signal(str, str)

    def __init__(
        self, words: Translator, preparing: Preparing, choices: Sequence[tuple[str, Message]], *,
        name: str, reason: str, hint: str, asks: Sequence[str],
    ) -> None:  # fmt: skip
        super().__init__()
        self._asks, self._stored = tuple(asks), ("", "")
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        for key, told in choices:
            self.buttons[key] = QRadioButton(words(told))
            self.buttons[key].setAccessibleName(f"{name}: {words(told)}")
            self._group.addButton(self.buttons[key])
        self.reason = TypedText(f"{name}: {reason}", preparing, hint=hint)
        self.typing = Typing(self, preparing, store=self._store, restore=self._show_choice)
        self._lay_out()
        self._group.buttonClicked.connect(self._on_chosen)
        self.reason.ended.connect(self._on_reason_ended)

    @property
    def choice(self) -> str:
        """What is chosen now; empty for the choice that nobody made."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def show_choice(self, choice: str, reason: str) -> None:
        """Show what is stored; a choice that waits for its words stays."""
        self._stored = (choice, reason)
        self.reason.show_text(reason)
        if not self.typing.is_unsaved:
            self._show_choice()

    def _on_chosen(self) -> None:
        self._show_reason()
        if self.choice in self._asks and not self.reason.words:
            # Qt gives the focus to the choice only after it has said that it was made.
            QTimer.singleShot(0, self.reason, lambda: self.reason.setFocus(Qt.FocusReason.OtherFocusReason))
        self.typing.touched()
        self.typing.finish()

    def _on_reason_ended(self) -> None:
        self.typing.touched()
        self.typing.finish()

    def _store(self) -> None:
        if (self.choice, self.reason.words) != self._stored:
            self.decided.emit(self.choice, self.reason.words)

    def _show_choice(self) -> None:
        choose_in(self._group, self.buttons.get(self._stored[0]))
        self._show_reason()

    def _show_reason(self) -> None:
        self.reason.setVisible(self.choice in self._asks or bool(self.reason.words))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(Flow([*self.buttons.values()], gap_px=3 * GRID_PX))
        layout.addWidget(self.reason)


def choose_in(group: QButtonGroup, wanted: QRadioButton | None) -> None:
    """Choose one of a group, or none; Tab then comes to the one that is chosen."""
    group.setExclusive(False)  # an exclusive group would keep what is chosen
    reached = wanted or group.buttons()[0]
    for button in group.buttons():
        button.setChecked(button is wanted)
        # Qt sees to this only once one of them has had the focus, and until then Tab comes to the first.
        is_reached = button is reached
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_reached else Qt.FocusPolicy.ClickFocus)
    group.setExclusive(True)
