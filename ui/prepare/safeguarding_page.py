"""The page of the safeguarding lead: who to call when somebody tells of harm."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from facilitator.conduct.safeguarding import SafeguardingLead, safeguarding_now, tell_safeguarding
from facilitator.kit.what_to_say import DANGER, DO, DO_NOT
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.prepare.prepare_page import MarkKind, PageMark, PreparePage
from ui.prepare.preparing import Preparing
from ui.prepare.typed import TypedText
from ui.start.form_row import FormRow
from ui.widgets.text import card, text_label

KEPT = say(
    "This is in no report, no pack and on no screen in the room. It is in the event file and copies of it, on the slip "
    "of the key G, and on the run sheet to hand over, whose PDF file lies beside the event file: destroy slip, sheet "
    "and that PDF file after the event. What was typed here before stays in the event file until you press “Forget "
    "originals” at the finish."
)


class SafeguardingPage(PreparePage):
    """Name, number and what else to say, and what holds it: the file, its copies and two papers."""

    title: ClassVar[Message] = say("Safeguarding lead")
    intro: ClassVar[Message | None] = say("Who is called when somebody tells of harm. On the day, the key G shows it.")

    def __init__(self, preparing: Preparing, words: Translator) -> None:
        super().__init__(preparing, words)
        self.name = TypedText(words(say("Name")), preparing)
        self.phone = TypedText(words(say("Telephone")), preparing)
        self.advice = TypedText(words(say("What else to say or do here")), preparing, least_lines=2, has_lines=True)
        self.no_number = text_label("⚠  " + words(say("This has no number yet.")), "warning")
        self._lay_out()
        for field in (self.name, self.phone, self.advice):
            field.ended.connect(self._on_changed)
        self.name.entered.connect(self.phone.setFocus)
        self.phone.entered.connect(self.advice.setFocus)

    @staticmethod
    def mark(preparing: Preparing) -> PageMark | None:
        """Say that there is nobody to call, or no number."""
        lead = safeguarding_now(preparing.open_event)
        if not lead.is_named:
            return PageMark(MarkKind.MISSING, say("nobody named yet"))
        return None if _has_number(lead) else PageMark(MarkKind.MISSING, say("no number yet"))

    def show_programme(self) -> None:
        """Show who to call."""
        lead = safeguarding_now(self._preparing.open_event)
        self.name.show_text(lead.name)
        self.phone.show_text(lead.phone)
        self.advice.show_text(lead.advice)
        self.no_number.setVisible(bool(lead.phone) and not _has_number(lead))

    def focus_first(self) -> None:
        """Put the cursor into the name."""
        self.name.setFocus()

    def _on_changed(self) -> None:
        event = self._preparing.open_event
        before = safeguarding_now(event)
        after = SafeguardingLead(self.name.words, self.phone.words, self.advice.words)
        self._preparing.carry_out(_telling(self._preparing, after), _telling(self._preparing, before))

    def _lay_out(self) -> None:
        words = self._words
        frame, inner = card()
        for name, field in ((say("Name"), self.name), (say("Telephone"), self.phone)):
            inner.addWidget(FormRow(words, name, field))
        inner.addWidget(self.no_number)
        inner.addWidget(FormRow(words, say("What else to say or do here"), self.advice))
        inner.addWidget(text_label(words(KEPT), "muted"))
        self.rows.addWidget(frame)
        frame, inner = card()
        inner.addWidget(text_label(words(say("What anybody says and does who is told of harm")), "heading"))
        inner.addWidget(text_label("\n".join(f"•  {words(line)}" for line in (DANGER, *DO, *DO_NOT))))
        self.rows.addWidget(frame)
        self.rows.addStretch(1)


def _has_number(lead: SafeguardingLead) -> bool:
    return any(map(str.isdigit, lead.phone))


def _telling(preparing: Preparing, lead: SafeguardingLead) -> partial[None]:
    return partial(tell_safeguarding, preparing.open_event, lead.name, lead.phone, lead.advice)
