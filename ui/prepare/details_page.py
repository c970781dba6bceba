"""The page of the details: what the event is called, where and when, for whom and by whom."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt

from facilitator.conduct.event import change_details
from facilitator.conduct.starting import EventDetails
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.prepare.prepare_page import MarkKind, PageMark, PreparePage
from ui.prepare.preparing import Preparing
from ui.prepare.typed import TypedFigure, TypedText
from ui.prepare.typed_date import TypedDate
from ui.start.form_row import FormRow
from ui.widgets.breaking_row import BreakingRow
from ui.widgets.text import card, hairline, push_button, text_label


class DetailsPage(PreparePage):
    """Everything here can be changed at any time; what was said before stays in the file's history."""

    title: ClassVar[Message] = say("Details")
    intro: ClassVar[Message | None] = say("These stand on the room screen, the paper and the report.")
    characters_wide: ClassVar[int] = 84

    def __init__(self, preparing: Preparing, words: Translator) -> None:
        super().__init__(preparing, words)
        self._make_fields()
        frame, inner = card()
        for row in self._rows():
            inner.addWidget(row)
        inner.addWidget(hairline())
        self._length = text_label(role="muted")
        inner.addWidget(self._length)
        self.rows.addWidget(frame)
        self.another = push_button(words(say("Start another event like this one")))
        self.another.clicked.connect(preparing.copy_wanted)
        told = say("It takes over what you prepared here, and no vote, note or person.")
        self.rows.addWidget(
            BreakingRow(self.another, text_label(words(told), "muted"), spacing=2 * GRID_PX, stretches=1)
        )
        self.rows.addStretch(1)

    @staticmethod
    def mark(preparing: Preparing) -> PageMark | None:
        """Say which of what people will ask for is not there yet."""
        details = preparing.open_event.details
        missing = [
            told
            for told, is_missing in (
                (say("no place yet"), not details.place),
                (say("tables not known yet"), details.tables is None),
                (say("no convenor yet"), not details.convenor),
            )
            if is_missing
        ]
        return PageMark(MarkKind.MISSING, missing[0]) if missing else None

    def show_programme(self) -> None:
        """Show the details as they stand."""
        details = self._preparing.open_event.details
        self.name.show_text(details.title)
        self.place.show_text(details.place)
        self.date.show_date(details.held_on)
        self.tables.show_figure(details.tables)
        self.convenor.show_text(details.convenor)
        self.area.show_text(details.area)
        self._weekday.setText(self.locale().toString(self.date.date(), "dddd"))
        self._tell_tables(details)
        self._tell_length(details)

    def focus_first(self) -> None:
        """Put the cursor into the name."""
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _details(self) -> EventDetails:
        return self._preparing.open_event.details

    def _on_changed(self, after: EventDetails) -> None:
        event, before = self._preparing.open_event, self._details
        self._preparing.carry_out(partial(change_details, event, after), partial(change_details, event, before))

    def _tell_tables(self, details: EventDetails) -> None:
        areas = self._preparing.programme.areas_to_carry(details.variant, details.tables)
        told = (
            say("You can leave this empty and say it when you know.")
            if details.tables is None or areas is None
            else say_many(
                "{count} area goes into the last stage with so many tables.",
                "{count} areas go into the last stage with so many tables.",
                count=areas,
            )
        )
        self._tables_row.hint.setText(self._words(told))
        self._tables_row.clear()

    def _tell_length(self, details: EventDetails) -> None:
        length = self._preparing.programme.variant(details.variant)
        if length is not None:
            told = say(
                "Length: {title}. It stays as it was chosen; shorten or leave out steps in the run sheet.",
                title=length.title.text,
            )
            self._length.setText(self._words(told))

    def _make_fields(self) -> None:
        words, preparing = self._words, self._preparing
        self.name = TypedText(words(say("Name of the event")), preparing)
        self.place = TypedText(words(say("Place")), preparing, hint=words(say("such as Village hall, Riverside")))
        self.date = TypedDate(words(say("Date")), preparing)
        self.tables = TypedFigure(words(say("Tables")), preparing, unknown=words(say("not known yet")), words=words)
        self.convenor = TypedText(words(say("Convenor")), preparing)
        self.area = TypedText(words(say("Area")), preparing, hint=words(say("such as Riverside district")))
        self.name.ended.connect(lambda told: self._on_changed(replace(self._details, title=told)))
        self.place.ended.connect(lambda told: self._on_changed(replace(self._details, place=told)))
        self.date.ended.connect(lambda told: self._on_changed(replace(self._details, held_on=told)))
        self.tables.ended.connect(lambda told: self._on_changed(replace(self._details, tables=told)))
        self.convenor.ended.connect(lambda told: self._on_changed(replace(self._details, convenor=told)))
        self.area.ended.connect(lambda told: self._on_changed(replace(self._details, area=told)))
        self.name.entered.connect(self.place.setFocus)
        self.place.entered.connect(self.date.setFocus)
        self.date.entered.connect(self.tables.setFocus)
        self.tables.entered.connect(self.convenor.setFocus)
        self.convenor.entered.connect(self.area.setFocus)

    def _rows(self) -> tuple[FormRow, ...]:
        words = self._words
        self._weekday, beside = text_label(role="muted"), text_label()
        self._tables_row = FormRow(words, say("Tables"), self.tables, after=beside)
        convenor_row = FormRow(words, say("Convenor"), self.convenor)
        convenor_row.hint.setText(words(say("The body that answers for the event and for what comes of it.")))
        area_row = FormRow(words, say("Area"), self.area)
        area_row.hint.setText(words(say("For whom the event speaks: a village, a district, a county.")))
        for row in (convenor_row, area_row):
            row.clear()
        self.tables.refused.connect(self._tables_row.warn)
        return (
            FormRow(words, say("Name"), self.name), FormRow(words, say("Place"), self.place),
            FormRow(words, say("Date"), self.date, after=self._weekday), self._tables_row, convenor_row, area_row,
        )  # fmt: skip
