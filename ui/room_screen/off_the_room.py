"""Windows that the room must not see: where the room screen is, and moving away from there."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from ui.room_screen.room_window import RoomWindow


def shown_room_window() -> RoomWindow | None:
    """Return the window that the room sees; None where none is shown."""
    return next(
        (one for one in QApplication.topLevelWidgets() if isinstance(one, RoomWindow) and one.isVisible()), None
    )


def screen_of_the_room() -> QScreen | None:
    """Return the screen that the room screen fills; None where it is but a window, or not shown."""
    room = shown_room_window()
    return room.screen() if room is not None and room.isFullScreen() else None


def is_on_the_room_screen(window: QWidget) -> bool:
    """Return whether a window is where the room looks, although there is another screen for it."""
    return len(QGuiApplication.screens()) > 1 and window.screen() is screen_of_the_room()


def move_off_the_room_screen(window: QWidget) -> None:
    """Bring a window that is about to be shown to a screen where the room does not look, if there is one."""
    if not is_on_the_room_screen(window):
        return
    rooms = screen_of_the_room()
    other = next(screen for screen in QGuiApplication.screens() if screen is not rooms)
    window.setScreen(other)
    free = other.availableGeometry()
    size = window.size().boundedTo(free.size())
    window.resize(size)
    window.move(free.center().x() - size.width() // 2, free.center().y() - size.height() // 2)
