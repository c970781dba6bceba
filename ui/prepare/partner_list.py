"""The organisations that take part: changed where they stand, added and taken out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.conduct.event import Event
from facilitator.conduct.meeting import (
    Partner,
    PartnerId,
    PartnerKind,
    PartnerRole,
    add_partner,
    bring_back_partner,
    change_partner,
    partners_now,
    remove_partner,
)
from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.prepare.preparing import Preparing
from ui.prepare.typed import TypedText
from ui.widgets.breaking_row import BreakingRow
from ui.widgets.fields import Chooser
from ui.widgets.text import push_button

ORGANISATION_LETTERS, KIND_LETTERS = 20, 24


class PartnerList(QWidget):
    """Each line is an organisation with its kind and role; the field below adds one, which can be changed then."""

    def __init__(self, words: Translator, preparing: Preparing) -> None:
        super().__init__()
        self._words, self._preparing = words, preparing
        self.rows: list[PartnerRow] = []
        adds = words(say("Add an organisation"))
        self.adding = TypedText(adds, preparing, hint=adds, pauses=False)
        self.adding.ended.connect(self._on_added)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        self._stack = QVBoxLayout()
        self._stack.setSpacing(GRID_PX)
        layout.addLayout(self._stack)
        layout.addWidget(self.adding)

    def show_partners(self) -> None:
        """Show the partners as they stand; what is being typed stays."""
        partners = partners_now(self._preparing.open_event)
        if [row.partner.id for row in self.rows] != [partner.id for partner in partners]:
            self._make_rows(partners)
        for row, partner in zip(self.rows, partners, strict=True):
            row.show_partner(partner)

    def _make_rows(self, partners: tuple[Partner, ...]) -> None:
        kept = {row.partner.id: row for row in self.rows}
        for gone in set(kept) - {partner.id for partner in partners}:
            self._drop(kept[gone])
        self.rows = [kept.get(partner.id) or self._make_row(partner) for partner in partners]
        for row in self.rows:
            self._stack.removeWidget(row)
            self._stack.addWidget(row)
        parts = [part for row in self.rows for part in row.parts]
        for first, second in pairwise([*parts, self.adding]):
            QWidget.setTabOrder(first, second)

    def _make_row(self, partner: Partner) -> PartnerRow:
        row = PartnerRow(self._words, self._preparing, partner)
        row.changed.connect(partial(self._on_changed, row))
        row.removed.connect(partial(self._on_removed, row))
        return row

    def _drop(self, row: PartnerRow) -> None:
        row.name.typing.put_back()
        self._stack.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_added(self, name: str) -> None:
        adding = Adding(self._preparing.open_event, name)
        if self._preparing.carry_out(adding.forth, adding.back):
            self.adding.show_text("")

    def _on_changed(self, row: PartnerRow) -> None:
        event, before, after = self._preparing.open_event, row.partner, row.wanted
        self._preparing.carry_out(_changing(event, after), _changing(event, before))

    def _on_removed(self, row: PartnerRow) -> None:
        if not self._preparing.settle():
            return
        event, place = self._preparing.open_event, self.rows.index(row)
        removed = self._preparing.carry_out(
            partial(remove_partner, event, row.partner.id), partial(bring_back_partner, event, row.partner.id)
        )
        if removed:
            later = self.rows[place].name if place < len(self.rows) else self.adding
            later.setFocus(Qt.FocusReason.OtherFocusReason)


class PartnerRow(QWidget):
    """One organisation; `changed` when something else is wanted of it, `removed` when it is to be taken out."""

    changed = Signal()
    removed = Signal()

    def __init__(self, words: Translator, preparing: Preparing, partner: Partner) -> None:
        super().__init__()
        self.partner = partner
        self.name = TypedText("", preparing)
        self.name.setMinimumWidth(ORGANISATION_LETTERS * self.fontMetrics().averageCharWidth())
        self.kind, self.role = Chooser(""), Chooser("")
        self.kind.setMinimumContentsLength(KIND_LETTERS)
        self.remove = push_button(words(say("Take it out")), "quiet")
        self._words = words
        for kind in PartnerKind:
            self.kind.addItem(words(kind.told), kind)
        for role in PartnerRole:
            self.role.addItem(words(role.told), role)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(BreakingRow(*self.parts, spacing=GRID_PX))
        self.name.ended.connect(self.changed)
        self.kind.activated.connect(self.changed)
        self.role.activated.connect(self.changed)
        self.remove.clicked.connect(self.removed)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What Tab goes through in it."""
        return (self.name, self.kind, self.role, self.remove)

    @property
    def wanted(self) -> Partner:
        """The organisation as the row says it."""
        kind, role = PartnerKind(self.kind.currentData()), PartnerRole(self.role.currentData())
        return Partner(self.partner.id, self.name.words, kind, role)

    def show_partner(self, partner: Partner) -> None:
        """Show what is stored; what is being typed stays."""
        self.partner = partner
        self.name.show_text(partner.name)
        self.kind.choose(partner.kind)
        self.role.choose(partner.role)
        words = self._words
        self.name.setAccessibleName(words(say("Organisation")))
        for chooser, told in (
            (self.kind, say("What kind of organisation {name} is", name=partner.name)),
            (self.role, say("What {name} does in the event", name=partner.name)),
        ):
            chooser.setAccessibleName(words(told))
            chooser.view().setAccessibleName(words(told))
        self.remove.setAccessibleName(words(say("Take {name} out", name=partner.name)))


class Adding:
    """Adds an organisation; once more brings the same one back, so that it stands where it stood."""

    def __init__(self, event: Event, name: str) -> None:
        self._event, self._name = event, name
        self._partner: PartnerId | None = None

    def forth(self) -> None:
        """Add it, or bring it back."""
        if self._partner is None:
            self._partner = add_partner(self._event, self._name, PartnerKind.OTHER, PartnerRole.PARTNER)
        else:
            bring_back_partner(self._event, self._partner)

    def back(self) -> None:
        """Take it out again."""
        if self._partner is not None:
            remove_partner(self._event, self._partner)


def _changing(event: Event, partner: Partner) -> Callable[[], None]:
    return partial(change_partner, event, partner.id, partner.name, partner.kind, partner.role)
