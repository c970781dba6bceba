"""Advice on a wording while it is typed: a few calm sentences below the field, and never a bar to anything."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.plan.advice import Reading, advice_on, reading_ease
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.widgets.text import text_label

MOST_SENTENCES = 3


class AdviceLine(QWidget):
    """Says how a text reads and what may trip people up in it; takes no place where there is nothing to say."""

    def __init__(self, words: Translator, language: str, *, is_statement: bool) -> None:
        super().__init__()
        self._words, self._language, self._is_statement = words, language, is_statement
        self._advice = text_label(role="warning")
        self._ease = text_label(role="small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._advice)
        layout.addWidget(self._ease)
        self.advise("")

    @property
    def sentences(self) -> str:
        """What is said of the text now; empty where there is nothing to say."""
        return self._advice.text()

    @property
    def ease(self) -> str:
        """How easily the text reads, by the method that is named; empty where it is too short to tell."""
        return self._ease.text()

    def advise(self, text: str) -> None:
        """Say what there is to say of this text."""
        told = advice_on(text, self._language, is_statement=self._is_statement) if text.strip() else ()
        self._advice.setText("\n".join(f"⚠  {self._words(one.told)}" for one in told[:MOST_SENTENCES]))
        reading = reading_ease(text, self._language) if text.strip() else None
        self._ease.setText(self._words(ease_told(reading)) if reading is not None else "")
        self._ease.setToolTip(self._words(reading.method) if reading is not None else "")
        self._advice.setVisible(bool(told))
        self._ease.setVisible(reading is not None)
        self.setVisible(bool(told) or reading is not None)
        self.setAccessibleName(" ".join(self._words(one.told) for one in told[:MOST_SENTENCES]))


def ease_told(reading: Reading) -> Message:
    """Return how easily a text reads, with its figure; the method is told beside it."""
    return say("Reads {band} (LIX {value})", band=reading.band, value=reading.value)
