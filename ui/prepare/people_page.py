"""The page of the people: who may come, for whom the meeting is, and which organisations hold it."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QCheckBox

from facilitator.conduct.meeting import (
    Openness,
    Profile,
    meeting_now,
    tell_openness,
    tell_profile,
    what_under_16_changes,
)
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.prepare.partner_list import PartnerList
from ui.prepare.prepare_page import MarkKind, PageMark, PreparePage
from ui.prepare.preparing import Preparing
from ui.prepare.reasoned_choice import ReasonedChoice
from ui.widgets.text import card, text_label


class PeoplePage(PreparePage):
    """Open or closed, children or not, and the partners with their roles."""

    title: ClassVar[Message] = say("People and partners")
    characters_wide: ClassVar[int] = 116
    intro: ClassVar[Message | None] = say("Who may come, and who holds the event. The report says it.")

    def __init__(self, preparing: Preparing, words: Translator) -> None:
        super().__init__(preparing, words)
        self.openness = ReasonedChoice(
            words, preparing,
            ((Openness.OPEN, say("Open: anybody may come")), (Openness.CLOSED, say("Closed: only those invited"))),
            name=words(say("Who may come")), reason=words(say("Who may come, and why nobody else")),
            hint=words(say("Who may come, and why nobody else, in a sentence that the report prints")),
            asks=(Openness.CLOSED,),
        )  # fmt: skip
        self.under_16 = QCheckBox(words(say("This is a group of children under 16")))
        self._changes = text_label(role="muted")
        self.partners = PartnerList(words, preparing)
        self._lay_out()
        self.openness.decided.connect(self._on_openness_decided)
        self.under_16.clicked.connect(self._on_profile_chosen)

    @staticmethod
    def mark(preparing: Preparing) -> PageMark | None:
        """Say that nobody said whether anybody may come."""
        is_told = meeting_now(preparing.open_event).openness is not Openness.UNKNOWN
        return None if is_told else PageMark(MarkKind.MISSING, say("open or closed?"))

    def show_programme(self) -> None:
        """Show the meeting and its partners as they stand."""
        meeting = meeting_now(self._preparing.open_event)
        self.openness.show_choice(meeting.openness, meeting.reason)
        self.under_16.setChecked(meeting.profile is Profile.UNDER_16)
        self.partners.show_partners()

    def focus_first(self) -> None:
        """Go to who may come."""
        self.openness.buttons[self.openness.choice or Openness.OPEN].setFocus()

    def _on_openness_decided(self, choice: str, reason: str) -> None:
        event = self._preparing.open_event
        before = meeting_now(event)
        self._preparing.carry_out(
            partial(tell_openness, event, Openness(choice), reason),
            partial(tell_openness, event, before.openness, before.reason),
        )

    def _on_profile_chosen(self, is_under_16: bool) -> None:
        event = self._preparing.open_event
        before, after = meeting_now(event).profile, Profile.UNDER_16 if is_under_16 else Profile.USUAL
        if not self._preparing.carry_out(partial(tell_profile, event, after), partial(tell_profile, event, before)):
            self.under_16.setChecked(before is Profile.UNDER_16)

    def _lay_out(self) -> None:
        words = self._words
        frame, inner = card()
        inner.addWidget(text_label(words(say("Who may come")), "heading"))
        why = say("Some councils’ meetings must be public, and people may be kept out only where the law allows it.")
        inner.addWidget(text_label(words(why), "muted"))
        inner.addWidget(self.openness)
        self.rows.addWidget(frame)
        frame, inner = card()
        inner.addWidget(self.under_16)
        inner.addWidget(text_label(words(say("What that changes:")), "strong"))
        self._changes.setText("\n".join(f"•  {words(line)}" for line in what_under_16_changes()))
        inner.addWidget(self._changes)
        self.rows.addWidget(frame)
        frame, inner = card()
        inner.addWidget(text_label(words(say("Organisations")), "heading"))
        told = say("Name organisations, never people: the name, what kind it is, and what it does in the event.")
        inner.addWidget(text_label(words(told), "muted"))
        inner.addWidget(self.partners)
        self.rows.addWidget(frame)
        self.rows.addStretch(1)
