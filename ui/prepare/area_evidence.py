"""Everything that is prepared for one area: its evidence card, what is still missing of it, and what is voted on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.core.plan.edits import with_evidence, with_models
from facilitator.core.programme import EvidenceCard, Option
from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.prepare.area_models import AreaModels
from ui.prepare.evidence_form import EvidenceForm
from ui.prepare.evidence_words import not_told
from ui.prepare.preparing import Preparing
from ui.widgets.text import text_label

NO_BREAK = "\u00a0"  # so that a sentence goes to the next line as a whole


class AreaEvidence(QFrame):
    """Changes one area; `typed` says that its card stands otherwise in the fields, stored or not."""

    typed = Signal()

    def __init__(self, words: Translator, preparing: Preparing, area: str) -> None:
        super().__init__()
        self._words, self._preparing, self._area = words, preparing, area
        self._name = text_label(role="heading")
        self._missing = text_label(role="muted")
        self.form = EvidenceForm(words, preparing)
        self.models = AreaModels(words, preparing)
        self._lay_out()
        self.form.carded.connect(self._on_carded)
        self.form.typed.connect(self._on_typed)
        self.models.listed.connect(self._on_listed)

    @property
    def card(self) -> EvidenceCard:
        """The card as it stands in the fields."""
        return self.form.card

    @property
    def missing(self) -> str:
        """What the card does not say yet."""
        return self._missing.text()

    def show_area(self, area: Option, issued: Option | None) -> None:
        """Show an area as it stands; what is being typed stays."""
        self._name.setText(area.wording.text)
        self.form.show_card(area.evidence, issued.evidence if issued is not None else None)
        template = self._preparing.programme.each_carried_area
        for part in (self.models, self._models_name):
            part.setVisible(template is not None)
        if template is not None:
            self.models.show_models(area, issued, template)
        self._on_typed()

    def fields(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        form = [part for one in self.form.fields.values() for part in (one.field, one.issued.button)]
        return [*form, *self.models.fields()]

    def _on_typed(self) -> None:
        card = self.card
        if card == EvidenceCard():
            told = self._words(say("No card yet: the room is asked who will find out, and by when."))
        else:
            told = "   ".join(f"○ {self._words(one)}".replace(" ", NO_BREAK) for one in not_told(card))
        self._missing.setText(told or self._words(say("✓  Nothing is missing on this card.")))
        self.typed.emit()

    def _on_carded(self, card: EvidenceCard) -> None:
        if self._preparing.apply(partial(with_evidence, area=self._area, card=card)):
            self.form.settle()

    def _on_listed(self, texts: tuple[str, ...]) -> None:
        self._preparing.apply(partial(with_models, area=self._area, texts=texts))

    def _lay_out(self) -> None:
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        layout.setSpacing(GRID_PX)
        self._models_name = text_label(self._words(say("What is voted on if this area is carried")), "heading")
        for part in (self._name, self._missing, self.form, self._models_name, self.models):
            layout.addWidget(part)
