"""One page of the window in which an event is prepared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import Message
from facilitator.words.translator import Translator
from ui.prepare.preparing import Preparing
from ui.prepare.typed import Typing
from ui.widgets.text import text_label


class MarkKind(StrEnum):
    """Why a page has a mark in the list of pages."""

    MISSING = "missing"
    DIFFERS = "differs"
    MUST_HAVE = "must-have"


@dataclass(frozen=True, slots=True)
class PageMark:
    """What is said of a page in the list of pages, in two to four words."""

    kind: MarkKind
    told: Message


class PreparePage(QWidget):
    """Shows one part of the event and changes it through `preparing`; it is made when it is first wanted.

    `title` names it in the list of pages, `intro` says in a sentence what it is for. Parts go into `rows`.
    """

    title: ClassVar[Message]
    intro: ClassVar[Message | None] = None
    characters_wide: ClassVar[int] = 92  # how wide it may grow, so that lines stay readable

    def __init__(self, preparing: Preparing, words: Translator) -> None:
        super().__init__()
        self._preparing, self._words = preparing, words
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(3 * GRID_PX, 2 * GRID_PX, 3 * GRID_PX, 3 * GRID_PX)
        self.rows.setSpacing(2 * GRID_PX)
        self.rows.addWidget(text_label(words(self.title), "title"))
        if self.intro is not None:
            self.rows.addWidget(text_label(words(self.intro), "muted"))

    @staticmethod
    def mark(preparing: Preparing) -> PageMark | None:
        """Return what is missing or differs in this part of the event; asked without the page being made."""
        del preparing
        return None

    def show_programme(self) -> None:
        """Show the event as it stands; what is being typed, the focus and the cursor stay."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the cursor where the work on this page begins; by default on the first thing Tab would reach."""
        self.setFocus()
        self.focusNextChild()

    def heightForWidth(self, width: int) -> int:
        """As high as its lines are in the width it takes: Qt asks for all there is, and would cut off what breaks."""
        return super().heightForWidth(min(width, self.maximumWidth()))

    def unsaved(self) -> bool:
        """Return whether something on this page is typed and not stored yet."""
        return any(typing.is_unsaved for typing in self.findChildren(Typing))
