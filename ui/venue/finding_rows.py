"""The rows of the venue check: each with a sign, what it is, a word and a sentence, filled in as it becomes known."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from facilitator.look import GRID_PX
from facilitator.venue.findings import STANDING_WORDS, SUBJECT_NAMES, Finding, Standing, Subject
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.venue.standing_sign import StandingSign
from ui.widgets.text import set_role, text_label


@dataclass(frozen=True, slots=True)
class _Row:
    sign: StandingSign
    word: QLabel
    told: QLabel


class FindingRows(QFrame):
    """One row for each subject, in their order; `findings` are those that are known."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._findings: dict[Subject, Finding] = {}
        self._rows: dict[Subject, _Row] = {}
        self.setProperty("role", "card")
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        grid.setHorizontalSpacing(GRID_PX + 4)
        grid.setVerticalSpacing(GRID_PX)
        grid.setColumnStretch(2, 1)
        for place, subject in enumerate(Subject):
            self._add_row(grid, place, subject)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is known, in the order of the rows."""
        return tuple(self._findings[subject] for subject in Subject if subject in self._findings)

    @property
    def is_complete(self) -> bool:
        """Whether every row is filled in."""
        return len(self._findings) == len(Subject)

    def finding(self, subject: Subject) -> Finding | None:
        """Return what is known of a subject."""
        return self._findings.get(subject)

    def show_finding(self, finding: Finding) -> None:
        """Fill a row in."""
        self._findings[finding.subject] = finding
        row = self._rows[finding.subject]
        row.word.setText(self._words(STANDING_WORDS[finding.standing]))
        row.sign.show_standing(finding.standing, row.word.text())
        set_role(row.word, "warning" if finding.standing in (Standing.LOOK, Standing.FIRST) else "muted")
        row.told.setText(self.text_of(finding.subject))

    def text_of(self, subject: Subject) -> str:
        """Return the sentence of a row."""
        finding = self._findings.get(subject)
        if finding is None:
            return ""
        parts = (finding.told, finding.advice)
        return " ".join(self._words(part) for part in parts if part is not None)

    def look_again(self, subjects: frozenset[Subject]) -> None:
        """Empty the rows that are looked at anew."""
        for subject in subjects:
            self._findings.pop(subject, None)
            row = self._rows[subject]
            row.word.setText(self._words(say("Looking …")))
            row.sign.show_standing(None, row.word.text())
            set_role(row.word, "muted")
            row.told.setText("")

    def _add_row(self, grid: QGridLayout, place: int, subject: Subject) -> None:
        """Add the sign, the name with the word below it, and the sentence beside both."""
        row = _Row(StandingSign(), text_label(self._words(say("Looking …")), "muted", wraps=False), text_label())
        top = Qt.AlignmentFlag.AlignTop
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(text_label(self._words(SUBJECT_NAMES[subject]), "strong", wraps=False))
        left.addWidget(row.word)
        left.addStretch(1)
        grid.addWidget(row.sign, place, 0, top)
        grid.addLayout(left, place, 1)
        grid.addWidget(row.told, place, 2)
        row.told.setAlignment(top)
        self._rows[subject] = row
