"""How everything looks: palette, type and spacing as data, for windows, room screen, pages and report alike."""

from __future__ import annotations

from dataclasses import dataclass

FONT_FAMILY = "Atkinson Hyperlegible Next"
FONT_FILES = (
    "fonts/AtkinsonHyperlegibleNext_400Regular.ttf",
    "fonts/AtkinsonHyperlegibleNext_600SemiBold.ttf",
    "fonts/AtkinsonHyperlegibleNext_700Bold.ttf",
)
FALLBACK_FAMILIES = ("Noto Sans", "DejaVu Sans", "Segoe UI", "Helvetica Neue", "sans-serif")

TYPE_SCALE_PX = (13, 15, 19, 24, 32)
GRID_PX = 8
CORNER_PX = 12
LONGEST_LINE_CHARACTERS = 70

# Parts of the room screen's height.
ROOM_QUESTION = 1 / 11
ROOM_OPTION = 1 / 16
ROOM_FOOT = 1 / 20


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one ground; every text colour has at least 7:1 on it (tests/test_look.py)."""

    ground: str
    card: str
    hairline: str
    text: str
    muted: str
    accent: str
    agree: str
    unsure: str
    disagree: str
    warning: str


DAY = Palette(
    ground="#FBFAF7", card="#FFFFFF", hairline="#D5D9DC", text="#14212B", muted="#4A5560", accent="#0A5A6B",
    agree="#005F6A", unsure="#764C00", disagree="#8A2457", warning="#764C00",
)  # fmt: skip
NIGHT = Palette(
    ground="#0F1E27", card="#162A35", hairline="#33474F", text="#F7F5F0", muted="#B8C4CC", accent="#7FD6E8",
    agree="#5FD3C8", unsure="#FFC857", disagree="#FF9EC4", warning="#FFC857",
)  # fmt: skip


def luminance(colour: str) -> float:
    """Return the relative luminance of "#RRGGBB" as WCAG 2.2 defines it, 0 to 1."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, ground: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2.2 defines it, 1 to 21."""
    lighter, darker = sorted((luminance(colour), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
