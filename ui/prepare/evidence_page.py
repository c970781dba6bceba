"""The evidence cards while the event is prepared: one for each area, with what the room will see of it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from facilitator.conduct.carried_stage import short_name
from facilitator.core.programme import EvidenceCard, Option
from facilitator.look import GRID_PX
from facilitator.words.message import say, say_many
from facilitator.words.translator import Translator
from ui.prepare.area_choice import AreaChoice, AreaStanding
from ui.prepare.area_evidence import AreaEvidence
from ui.prepare.evidence_preview import EvidencePreview
from ui.prepare.evidence_words import area_of, areas_of, not_told
from ui.prepare.prepare_page import MarkKind, PageMark, PreparePage
from ui.prepare.preparing import Preparing
from ui.prepare.tab_order import set_tab_order
from ui.widgets.breaking_row import BreakingRow
from ui.widgets.text import text_label


class EvidencePage(PreparePage):
    """The areas beside a picture of the room screen, and the card of the chosen area below; drafts of others stay."""

    title = say("Evidence cards")
    intro = say("What people should know before they talk. Leave empty what nobody knows: it is never made up.")
    characters_wide = 112

    def __init__(self, preparing: Preparing, words: Translator) -> None:
        super().__init__(preparing, words)
        self.choice = AreaChoice(words)
        self.preview = EvidencePreview(words)
        self.areas: dict[str, AreaEvidence] = {}
        self._none = text_label(words(say("This programme carries no areas forward, so it has no evidence cards.")))
        self._top = BreakingRow(self.choice, self.preview, spacing=3 * GRID_PX)
        self._cards = QVBoxLayout()
        self.rows.addWidget(self._none)
        self.rows.addWidget(self._top)
        self.rows.addLayout(self._cards)
        self.rows.addStretch(1)
        self.choice.chosen.connect(self._on_chosen)

    @staticmethod
    def mark(preparing: Preparing) -> PageMark | None:
        """Return how many areas have no card."""
        count = sum(area.evidence is None for area in areas_of(preparing.programme))
        if not count:
            return None
        return PageMark(
            MarkKind.MISSING, say_many("{count} area without card", "{count} areas without card", count=count)
        )

    def show_programme(self) -> None:
        """Show the areas as they stand; what is being typed, in every area, and the focus stay."""
        areas = areas_of(self._preparing.programme)
        self._none.setVisible(not areas)
        self._top.setVisible(bool(areas))
        self._drop_gone({str(area.key) for area in areas})
        self.choice.show_areas([self._standing(area) for area in areas])
        for key, evidence in self.areas.items():
            area = area_of(self._preparing.programme, key)
            assert area is not None
            evidence.show_area(area, area_of(self._preparing.issued, key))
        self._order_by_tab()

    def focus_first(self) -> None:
        """Put the cursor on the chosen area."""
        if self.choice.current:
            self.choice.areas[self.choice.current].setFocus()

    def _standing(self, area: Option) -> AreaStanding:
        return AreaStanding(str(area.key), short_name(area.wording.text), self._words_of(area.evidence))

    def _words_of(self, card: EvidenceCard | None) -> str:
        if card is None:
            return self._words(say("○ no card yet"))
        count = len(not_told(card))
        if not count:
            return self._words(say("✓ nothing is missing"))
        return self._words(say_many("○ {count} missing", "○ {count} missing", count=count))

    def _drop_gone(self, keys: set[str]) -> None:
        for key in [key for key in self.areas if key not in keys]:
            gone = self.areas.pop(key)
            self._cards.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _on_chosen(self, key: str) -> None:
        area = area_of(self._preparing.programme, key)
        assert area is not None
        if key not in self.areas:
            self.areas[key] = AreaEvidence(self._words, self._preparing, key)
            self.areas[key].typed.connect(lambda: self._on_typed(key))
            self.areas[key].show_area(area, area_of(self._preparing.issued, key))
            self._cards.addWidget(self.areas[key])
        for other, evidence in self.areas.items():
            evidence.setVisible(other == key)
        self._on_typed(key)
        self._order_by_tab()

    def _on_typed(self, key: str) -> None:
        area = area_of(self._preparing.programme, key)
        if key == self.choice.current and area is not None and key in self.areas:
            self.preview.show_card(short_name(area.wording.text), self.areas[key].card)

    def _order_by_tab(self) -> None:
        shown = self.areas.get(self.choice.current)
        set_tab_order(*self.choice.areas.values(), *(shown.fields() if shown is not None else ()))
