"""What the room screen says while a message or the logo covers it."""

from __future__ import annotations

from ui.room_screen.contents import Contents, Paragraph, Style
from ui.room_screen.kinds import Logo, RoomMessage

MOST_LETTERS = 160  # of the widest letters, these still stand on one screen in the size that must be read


def cover_contents(scene: RoomMessage | Logo) -> Contents:
    """Return what a cover says; the logo is a picture and says whose it is."""
    if isinstance(scene, Logo):
        return Contents(scene.name)
    return Contents(scene.text, paragraphs=(Paragraph(scene.text, Style.GRAND),), centred=True)
