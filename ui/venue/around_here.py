"""What Qt knows of the screens and the printers here, as plain facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QWidget

from facilitator.venue.facts import Printers, Screen
from facilitator.venue.measuring import Sources, this_computer
from ui.room_screen.off_the_room import shown_room_window


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where the venue check looks: `screens` is asked with the window of the controls, `printers` on another thread."""

    computer: Sources
    screens: Callable[[QWidget], tuple[Screen, ...]]
    printers: Callable[[], Printers | None]


def these_surroundings() -> Surroundings:
    """Return the real ones."""
    return Surroundings(this_computer(), screens_here, printers_here)


def screens_here(controls: QWidget) -> tuple[Screen, ...]:
    """Return the screens that are connected, and which of them has the controls and which the room screen."""
    room = shown_room_window()
    rooms = room.screen() if room is not None else None
    return tuple(
        _fact(screen, has_controls=screen is controls.screen(), shows_room=screen is rooms)
        for screen in QGuiApplication.screens()
    )


def printers_here() -> Printers:
    """Return the printers this computer knows of; that may take a while where one of them is on a network."""
    return Printers(tuple(QPrinterInfo.availablePrinterNames()), QPrinterInfo.defaultPrinterName())


def _fact(screen: QScreen, *, has_controls: bool, shows_room: bool) -> Screen:
    place, ratio = screen.geometry(), screen.devicePixelRatio()
    return Screen(
        screen.model() or screen.name(), round(place.width() * ratio), round(place.height() * ratio),
        (place.x(), place.y()), has_controls, shows_room,
    )  # fmt: skip
