"""The fields of one area's evidence card, stored together: a figure waits for its source and date."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facilitator.core.programme import EvidenceCard
from facilitator.look import GRID_PX
from facilitator.words.translator import Translator
from ui.prepare.evidence_words import HEADLINE, ROWS, CardField
from ui.prepare.preparing import Preparing
from ui.prepare.wording_field import WordingField
from ui.widgets.breaking_row import BreakingRow
from ui.widgets.text import text_label


class EvidenceForm(QWidget):
    """`carded` says the whole card when one field of it is done; `typed` that the card being typed is another one."""

    carded = Signal(object)
    typed = Signal()

    def __init__(self, words: Translator, preparing: Preparing) -> None:
        super().__init__()
        self._words, self._preparing = words, preparing
        self.fields: dict[str, WordingField] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        for row in ROWS:
            layout.addWidget(self._row(row))

    @property
    def card(self) -> EvidenceCard:
        """The card as it stands in the fields."""
        return EvidenceCard(**{key: field.field.words for key, field in self.fields.items()})

    def show_card(self, card: EvidenceCard | None, issued: EvidenceCard | None) -> None:
        """Show what is stored, and what was issued where it differs; what is being typed stays."""
        stored = card or EvidenceCard()
        for key, field in self.fields.items():
            before = getattr(issued, key) if issued is not None else ""
            field.show_wording(getattr(stored, key), before or None)

    def settle(self) -> None:
        """Know of every field that its words are stored, where they were stored with the others."""
        for field in self.fields.values():
            field.field.typing.finish()

    def _row(self, row: tuple[CardField, ...]) -> QWidget:
        parts = [self._field(one) for one in row]
        return parts[0] if len(parts) == 1 else BreakingRow(*parts, spacing=2 * GRID_PX)

    def _field(self, asked: CardField) -> QWidget:
        words = self._words
        hint = words(asked.hint) if asked.hint is not None else ""
        field = WordingField(words, self._preparing, words(asked.name), hint=hint, advises=asked is HEADLINE)
        field.ended.connect(lambda text: self.carded.emit(replace(self.card, **{asked.key: text})))
        field.field.textChanged.connect(self.typed)
        self.fields[asked.key] = field
        column = QWidget()
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        label = text_label(words(asked.name), "small")
        label.setBuddy(field.field)
        layout.addWidget(label)
        layout.addWidget(field)
        layout.addStretch(1)
        return column
