"""The counts of a paper form as one audience may see them; only the gate makes them."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.disclosure.audience import Audience
from facilitator.core.disclosure.form_counts import Form
from facilitator.core.keys import OptionKey, QuestionKey
from facilitator.words.message import Message

WITHHELD = "c"  # how a withheld count is written everywhere (domain.md D1)


@dataclass(frozen=True, slots=True)
class ShownCell:
    """One option or heading; a withheld count is None and is written "c". `under` is the key of its heading."""

    key: OptionKey
    text: str
    count: int | None
    percent: str | None
    withheld: bool
    under: OptionKey | None = None


@dataclass(frozen=True, slots=True)
class ShownFormCounts:
    """One question of a form as it may be seen; `base` is how many forms came back, and percentages are of them.

    `cells` has each heading before its options. `blank` (its text is empty: renderers call it "left blank") is None
    where it is not told. The sentences: `withheld` stands in place of the whole row, `why` explains the "c", `rounded`
    the rounding, and `stands` that the figures are those of an earlier revision. Where too few forms came back to tell
    anything, `fewer_than` says than how many.
    """

    audience: Audience
    form: Form
    key: QuestionKey
    text: str
    multiple: bool
    cells: tuple[ShownCell, ...]
    blank: ShownCell | None
    base: int | None
    smallest_shown: int
    round_to: int
    withheld: Message | None = None
    why: Message | None = None
    rounded: Message | None = None
    stands: Message | None = None
    fewer_than: int | None = None

    @property
    def all_cells(self) -> tuple[ShownCell, ...]:
        """The cells, and the forms left blank where they are told."""
        return self.cells if self.blank is None else (*self.cells, self.blank)

    @property
    def headings(self) -> tuple[ShownCell, ...]:
        """The cells that others stand under."""
        above = {cell.under for cell in self.cells}
        return tuple(cell for cell in self.cells if cell.key in above)

    def table(self, under: OptionKey | None) -> tuple[ShownCell, ...]:
        """Return the cells that add up to one total: those under a heading, or under None those to the base."""
        return tuple(cell for cell in self.all_cells if cell.under == under)


@dataclass(frozen=True, slots=True)
class ShownHeadcount:
    """A number of people in a role; None is withheld (then `why` says so) or not recorded (T28)."""

    count: int | None
    withheld: bool = False
    why: Message | None = None
