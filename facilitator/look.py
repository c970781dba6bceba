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


# How much of a colour lies over its ground.
TINT_PART, FOUND_PART, PRESSED_PART, EDGE_PART = 0.05, 0.18, 0.25, 0.7
AMBER = "#FFC857"


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

    @property
    def tint(self) -> str:
        """The ground of what is chosen, or what the mouse is over."""
        return mixed(self.accent, self.card, TINT_PART)

    @property
    def found(self) -> str:
        """The ground of words that a check points out; they are underlined too."""
        return mixed(AMBER, self.card, FOUND_PART)

    @property
    def pressed(self) -> str:
        """The ground of the one next action while it is pressed: further from its words, whichever is darker."""
        return mixed(self.accent, self.text, 1 - PRESSED_PART)

    @property
    def edge(self) -> str:
        """The outline of what can be pressed or dragged: at least 3:1, quieter than words."""
        return mixed(self.muted, self.card, EDGE_PART)

    @property
    def ring_px(self) -> int:
        """How thick the ring round what has the focus is: thicker where every line is as strong as the words."""
        return 3 if self.hairline == self.text else 2


DAY = Palette(
    ground="#FBFAF7", card="#FFFFFF", hairline="#D5D9DC", text="#14212B", muted="#4A5560", accent="#0A5A6B",
    agree="#005F6A", unsure="#764C00", disagree="#8A2457", warning="#764C00",
)  # fmt: skip
NIGHT = Palette(
    ground="#0F1E27", card="#162A35", hairline="#33474F", text="#F7F5F0", muted="#B8C4CC", accent="#7FD6E8",
    agree="#5FD3C8", unsure="#FFC857", disagree="#FF9EC4", warning="#FFC857",
)  # fmt: skip
HIGH_CONTRAST = Palette(
    ground="#000000", card="#000000", hairline="#FFFFFF", text="#FFFFFF", muted="#F2F2F2", accent="#7DF9FF",
    agree="#8CFFB8", unsure="#FFE14D", disagree="#FFD0E4", warning="#FFE14D",
)  # fmt: skip


def mixed(colour: str, ground: str, part: float) -> str:
    """Return `part` of one "#RRGGBB" over what is left of another."""
    pairs = ((int(colour[start : start + 2], 16), int(ground[start : start + 2], 16)) for start in (1, 3, 5))
    return "#" + "".join(f"{round(over * part + under * (1 - part)):02X}" for over, under in pairs)


def luminance(colour: str) -> float:
    """Return the relative luminance of "#RRGGBB" as WCAG 2.2 defines it, 0 to 1."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, ground: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2.2 defines it, 1 to 21."""
    lighter, darker = sorted((luminance(colour), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
