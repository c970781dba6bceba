"""A choice of one from a few, with words that some of the choices need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.prepare.preparing import Preparing
from ui.prepare.typed import TypedText, Typing
from ui.widgets.flow import Flow

_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class ReasonedChoice(QWidget):
    """`decided` says the choice and its words. The words are shown wherever there are any.

    Where the choice is one of `asks` it waits for them: the cursor goes there, and nothing is said of it before the
    person goes elsewhere without a word. It then stays chosen, and is not saved.
    """

    decided = Signal(str, str)

    def __init__(
        self, words: Translator, preparing: Preparing, choices: Sequence[tuple[str, Message]], *,
        name: str, reason: str, hint: str, asks: Sequence[str],
    ) -> None:  # fmt: skip
        super().__init__()
        self._preparing, self._name = preparing, name
        self._asks, self._stored = tuple(asks), ("", "")
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        for key, told in choices:
            self.buttons[key] = QRadioButton(words(told))
            self.buttons[key].setAccessibleName(f"{name}: {words(told)}")
            self._group.addButton(self.buttons[key])
        self.reason = TypedText(f"{name}: {reason}", preparing, hint=hint)
        self.typing = Typing(self, preparing, store=self._store, restore=self._put_back, is_empty=self._waits)
        self._lay_out()
        self._group.buttonClicked.connect(self._on_chosen)
        self.reason.ended.connect(self._on_reason_ended)
        for part in (self.reason, *self.buttons.values()):
            part.installEventFilter(self)

    @property
    def choice(self) -> str:
        """What is chosen now; empty for the choice that nobody made."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def show_choice(self, choice: str, reason: str) -> None:
        """Show what is stored; a choice that waits for its words stays."""
        self._stored = (choice, reason)
        if not self.typing.is_unsaved:
            self.reason.show_text(reason)
            self._show_choice()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say that the words are missing once the focus is somewhere else."""
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and event.reason() not in _STAYS:
            QTimer.singleShot(0, self, self._on_left)
        return super().eventFilter(watched, event)

    def _on_left(self) -> None:
        if self._waits() and not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self.typing.finish()

    def _on_chosen(self) -> None:
        self._show_reason()
        self.typing.touched()
        if self._waits():
            # Qt gives the focus to the choice only after it has said that it was made.
            QTimer.singleShot(0, self.reason, lambda: self.reason.setFocus(Qt.FocusReason.OtherFocusReason))
        else:
            self.typing.finish()

    def _waits(self) -> bool:
        return self.choice in self._asks and not self.reason.words

    def _on_reason_ended(self) -> None:
        self.typing.touched()
        if not self._waits():  # what was emptied is told once it is left
            self.typing.finish()

    def _store(self) -> None:
        if self._waits():
            self._preparing.refuse(
                say("“{what}” has no reason yet.", what=self._name), say("Type it, or choose something else.")
            )
        elif (self.choice, self.reason.words) != self._stored:
            self.decided.emit(self.choice, self.reason.words)

    def _put_back(self) -> None:
        self.reason.typing.put_back()
        self.reason.show_text(self._stored[1])
        self._show_choice()

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
