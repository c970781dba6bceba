"""A sentence that says what happened and what to do next, where the work is; it never blocks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from facilitator.errors import FacilitatorError
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.widgets.announcing import announce, announce_at_once
from ui.widgets.text import breakable, push_button, set_role, text_label


class Banner(QFrame):
    """Hidden until there is something to say; a person puts it away, or the next good step does."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._what = text_label(role="strong")
        self._advice = text_label()
        self._away = push_button(words(say("Put away")), "quiet")
        self._away.setAccessibleName(words(say("Put this message away")))
        self._away.clicked.connect(self.hide)
        self._lay_out()
        self.hide()

    @property
    def sentence(self) -> str:
        """What the banner says now; empty while it is hidden."""
        return "" if self.isHidden() else f"{self._what.text()} {self._advice.text()}".strip()

    @property
    def warns(self) -> bool:
        """Whether it says what is in the way."""
        return not self.isHidden() and self.property("role") == "banner"

    def warn(self, message: Message, advice: Message) -> None:
        """Say what is in the way and what to do about it."""
        self._say("banner", "⚠  " + self._words(message), self._words(advice))

    def tell(self, message: Message, detail: str = "") -> None:
        """Say what was done."""
        self._say("good", self._words(message), breakable(detail))

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Show what a verb refuses in its own words; what was typed stays as it is."""
        try:
            yield
        except FacilitatorError as error:
            self.warn(error.message, error.advice)
        else:
            self.put_off_warning()

    def put_off_warning(self) -> None:
        """Say no more what was in the way: something was done since."""
        if self.property("role") == "banner":
            self.hide()

    def _say(self, role: str, what: str, advice: str) -> None:
        set_role(self, role)
        self._what.setText(what)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self.setAccessibleName(f"{what} {advice}".strip().replace("\u200b", ""))
        self.show()
        (announce_at_once if role == "banner" else announce)(self, self.accessibleName())

    def _lay_out(self) -> None:
        rows = QVBoxLayout()
        rows.setSpacing(2)
        rows.addWidget(self._what)
        rows.addWidget(self._advice)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, GRID_PX, GRID_PX, GRID_PX)
        layout.addLayout(rows, 1)
        layout.addWidget(self._away)
