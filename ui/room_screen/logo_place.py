"""Where the organiser's logo stands on the room screen: alone in the middle, or small above the welcome."""

from __future__ import annotations

from dataclasses import dataclass

from ui.room_screen.fitting import Frame
from ui.room_screen.kinds import Logo, LogoPicture, Scene, Welcome

ALONE = 0.6  # of the width and of the height
SMALL_HEIGHT, SMALL_WIDTH = 0.14, 0.4
LARGEST_GROWTH = 2.0  # a picture is blurred beyond
PADDING = 1 / 40  # of the height, between the logo and the edge of its card


@dataclass(frozen=True, slots=True)
class LogoBox:
    """A picture with the place of its card and, within, its own, in pixels."""

    picture: LogoPicture
    x: float
    y: float
    width: float
    height: float
    padding: float


def logo_box(scene: Scene, frame: Frame) -> LogoBox | None:
    """Return where the logo of a scene stands in a frame; None where it shows none."""
    if isinstance(scene, Logo):
        width, height, padding = _fitted(scene.picture, frame, frame.width * ALONE, frame.height * ALONE)
        free = frame.height - frame.top - height
        return LogoBox(scene.picture, (frame.width - width) / 2, frame.top + free / 2, width, height, padding)
    if isinstance(scene, Welcome) and scene.logo is not None:
        width, height, padding = _fitted(
            scene.logo, frame, frame.width * SMALL_WIDTH, frame.height * SMALL_HEIGHT
        )  # fmt: skip
        return LogoBox(scene.logo, frame.margin, frame.top + frame.margin * 0.6, width, height, padding)
    return None


def below_logo(scene: Scene, frame: Frame) -> Frame:
    """Return what a logo above the words leaves of the frame."""
    if not isinstance(scene, Welcome):
        return frame
    box = logo_box(scene, frame)
    return frame if box is None else frame.below(box.y + box.height)


def _fitted(picture: LogoPicture, frame: Frame, width: float, height: float) -> tuple[float, float, float]:
    """Return the size of the card and its padding; the picture keeps its shape, and dots are never enlarged much."""
    padding = frame.height * PADDING
    fitting = min((width - 2 * padding) / picture.width, (height - 2 * padding) / picture.height)
    growth = min(fitting, LARGEST_GROWTH)
    return picture.width * growth + 2 * padding, picture.height * growth + 2 * padding, padding
