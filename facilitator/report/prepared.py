"""How the organiser prepared the programme: what is not as it was issued, and what that means for comparing."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.document.content import Block, Bullets, Paragraph
from facilitator.gate.published_event import PublishedEvent
from facilitator.words.message import say, say_many


def prepared_blocks(event: PublishedEvent) -> Iterator[Block]:
    """Yield every difference of the prepared programme from the issued one; nothing where there is none."""
    if not event.differences:
        return
    yield Paragraph(say("The organiser prepared the programme for this event. Different from the one that was issued:"))
    yield Bullets(tuple(one.told for one in event.differences))
    if lost := sum(one.must_have for one in event.differences):
        yield Paragraph(
            say_many(
                "{count} of these changes what every event of the programme is to ask, so its result cannot be added "
                "to those of other events.",
                "{count} of these change what every event of the programme is to ask, so their results cannot be "
                "added to those of other events.",
                count=lost,
            )
        )
