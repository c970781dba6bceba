"""The picture to read from the back row: each size and each sign that the room screen has."""

from __future__ import annotations

from facilitator.document.shapes import MarkKind
from facilitator.words.message import say
from ui.room_screen.contents import Contents, Paragraph, Style


def reading_card_contents() -> Contents:
    """Return what the picture says: a question, the three answers with their signs, and the smallest line."""
    asked = say("A question is as large as this")
    smallest = say("This is the smallest line. Can you read it from the back row?")
    return Contents(
        asked,
        paragraphs=(
            Paragraph(asked, Style.STRONG),
            Paragraph(say("Agree"), Style.OPTION, mark=MarkKind.TICK, role="agree"),
            Paragraph(say("Unsure"), Style.OPTION, mark=MarkKind.TILDE, role="unsure"),
            Paragraph(say("Disagree"), Style.OPTION, mark=MarkKind.CROSS, role="disagree"),
            Paragraph(smallest, Style.QUIET),
        ),
    )
