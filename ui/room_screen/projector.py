"""The projector: the room screen finds it, follows it when it is plugged in and out, and never covers the controls."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.words.message import Message, say
from ui.room_screen.room_window import RoomWindow
from ui.room_screen.screen_choice import (
    ScreenName,
    ScreenPair,
    ScreenSeen,
    is_wrong_way_round,
    names_to_tell,
    screen_for_the_room,
)
from ui.room_screen.screen_memory import ScreenMemory

MOVED = (QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.ScreenChangeInternal)
WRONG_WAY = say("If that is the wrong way round, press W.")


class Projector(QObject):
    """Keeps `room` on the projector and `controls`, the operator's window, off it.

    `told` and `warned` carry what happened and what to do about it; `changed`: the room screen is elsewhere now.
    """

    told = Signal(object, object)
    warned = Signal(object, object)
    changed = Signal()

    def __init__(self, room: RoomWindow, controls: QWidget, memory: ScreenMemory) -> None:
        super().__init__(controls)
        self._room, self._controls, self._memory = room, controls, memory
        self._filled: QScreen | None = None
        self._unplugged: ScreenName | None = None
        self._is_put_away = False
        self._comes_by_itself = False
        self._is_moving = False
        self._grows_back: tuple[QSize, QSize] | None = None  # the size a smaller screen left, and the one before
        room.closed_by_hand.connect(self._on_closed_by_hand)
        room.fill_asked.connect(self._on_fill_asked)
        room.full_screen_left.connect(self._on_full_screen_left)
        room.shown_or_hidden.connect(self._on_shown_or_hidden)
        room.placed.connect(self.changed)
        controls.installEventFilter(self)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._on_screen_added)
        application.screenRemoved.connect(self._on_screen_removed)
        for screen in QGuiApplication.screens():
            self._follow(screen)

    @property
    def where(self) -> Message:
        """Where the room screen is, in a few words."""
        if self._unplugged is not None and not self._room.isVisible():
            return say("Unplugged: “{screen}”", screen=self._unplugged.told)
        if not self._room.isVisible():
            return say("Not shown to the room")
        if self._filled is not None:
            return say("On {screen}", screen=_called(self._filled))
        return say("In a window of its own")

    @property
    def is_missed(self) -> bool:
        """Whether the room would see the room screen if its projector was there."""
        return self._unplugged is not None and not self._room.isVisible()

    def begin(self, *, by_itself: bool = True) -> None:
        """Show the room screen where a second screen is; call it once the controls are shown.

        With `by_itself` False, as in a rehearsal, it waits to be asked for.
        """
        self._comes_by_itself = by_itself
        seen = self._seen()
        if screen_for_the_room(seen, ()) is None:
            return
        if not by_itself:
            self.told.emit(say("There is a second screen."), say("The room screen goes there when you open it."))
            return
        if is_wrong_way_round(seen, self._memory.pairs()):
            self._move_controls(self._others()[0])
        self._show_there(self._screen_for_the_room())

    def open_or_close(self) -> None:
        """Show the room screen on the projector, or beside the controls where there is none; or put it away."""
        if self._room.isVisible():
            self._room.close()
            return
        self._is_put_away = False
        screen = self._screen_for_the_room()
        if screen is not None:
            self._show_there(screen)
            return
        self._filled = None
        self._unplugged = None
        typed_in = self._typed_in()
        self._room.open_beside(self._own_screen(), typed_in.frameGeometry())
        self._return_the_keyboard(typed_in)

    def swap(self) -> None:
        """Change the two windows over, each on the other's screen; the controls stay as large as they were."""
        target = (self._filled if self._fills() else None) or self._screen_for_the_room()
        if target is None:
            self.warned.emit(
                say("There is only one screen."), say("Plug the projector in; the room screen goes there.")
            )
            return
        self._is_put_away = False
        if _cannot_move_windows():
            self.warned.emit(
                say("This desktop does not let a program move its windows."),
                say("Drag this window to the other screen; the room screen makes way."),
            )
            return
        mine = self._own_screen()
        self._room.hide()  # before anything moves: it never lies over the controls
        self._move_controls(target)
        self._show_there(mine)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make way where the controls were dragged onto the screen of the room."""
        if watched is self._controls and event.type() in MOVED:
            self._make_way()
        return super().eventFilter(watched, event)

    def _make_way(self) -> None:
        if self._is_moving or not self._covers_controls():
            return
        elsewhere = self._screen_for_the_room()
        if elsewhere is not None:
            self._show_there(elsewhere)

    def _covers_controls(self) -> bool:
        return self._fills() and self._filled is self._own_screen()

    def _fills(self) -> bool:
        return self._room.isVisible() and self._filled is not None

    def _on_screen_added(self, screen: QScreen) -> None:
        self._follow(screen)
        if not self._is_awaited():
            there = say("{screen} is plugged in.", screen=_called(screen))
            self.told.emit(there, say("The room screen goes there when you open it."))
            return
        if self._fills() and not self._covers_controls() and not self._is_better(screen):
            return
        if self._unplugged is not None and is_wrong_way_round(self._seen(), self._memory.pairs()):
            self._move_controls(self._others()[0])
        found = self._screen_for_the_room()
        if found is not None:
            self._show_there(found)

    def _is_awaited(self) -> bool:
        """Return whether the room screen goes to a projector by itself once there is one."""
        is_wanted = self._comes_by_itself or self._room.isVisible() or self._unplugged is not None
        return is_wanted and not self._is_put_away

    def _on_screen_removed(self, screen: QScreen) -> None:
        """Qt leaves the room screen where the projector was, off every screen; or the controls come to lie under it."""
        if screen is self._filled or self._lies_only_on(screen):
            self._lose(screen, say("The projector “{screen}” was unplugged.", screen=_name(screen).told))
        elif self._fills() and len(self._plugged_in(screen)) == 1:
            self._lose(screen, say("The screen “{screen}” was unplugged.", screen=_name(screen).told))

    def _lies_only_on(self, screen: QScreen) -> bool:
        """Return whether the room screen, as a window of its own, is where only this screen would show it."""
        middle = self._room.frameGeometry().center()
        elsewhere = any(one.geometry().contains(middle) for one in self._plugged_in(screen))
        return self._room.isVisible() and screen.geometry().contains(middle) and not elsewhere

    def _lose(self, gone: QScreen, what: Message) -> None:
        self._unplugged, self._filled = _name(gone), None
        self._room.hide()
        self.changed.emit()
        self.warned.emit(what, say("Plug it in and the room screen comes back."))

    def _on_geometry_changed(self) -> None:
        if self._filled is not None and self._fills():
            self._room.fill(self._filled)

    def _on_shown_or_hidden(self) -> None:
        self.changed.emit()

    def _on_closed_by_hand(self) -> None:
        self._is_put_away = True
        self._filled = None

    def _on_full_screen_left(self) -> None:
        self._filled = None
        self.changed.emit()

    def _on_fill_asked(self) -> None:
        """Fill the projector; where there is but one screen, that one: the operator asked, and Escape leaves it."""
        screen = self._screen_for_the_room()
        if screen is None:
            self._filled = self._own_screen()
            self._room.fill(self._filled)
        else:
            self._show_there(screen)

    def _show_there(self, screen: QScreen | None) -> None:
        if screen is None:
            return
        self._filled, self._unplugged = screen, None
        typed_in = self._typed_in()
        self._room.fill(screen)
        self._return_the_keyboard(typed_in)
        own = self._own_screen()
        self._memory.used(ScreenPair(room=_name(screen), operator=_name(own)))
        there, here = self._called_apart(screen, own)
        self.changed.emit()
        self.told.emit(
            say("The room screen is on {projector}, these controls are on {laptop}.", projector=there, laptop=here),
            WRONG_WAY,
        )

    def _typed_in(self) -> QWidget:
        """Return the window of ours that has the keyboard, such as the venue check; the controls where none has."""
        active = QApplication.activeWindow()
        return self._controls if active is None or active is self._room else active

    def _return_the_keyboard(self, window: QWidget) -> None:
        """Give the keyboard back to the window that had it; the controls never come over another window of ours."""
        if window is self._controls:
            window.raise_()
        window.activateWindow()

    def _move_controls(self, screen: QScreen) -> None:
        """Bring the controls to another screen with the size and state they have, as far as it is large enough."""
        self._is_moving = True
        state, place = self._controls.windowState(), self._controls.normalGeometry()
        before, there = self._own_screen().availableGeometry(), screen.availableGeometry()
        if state & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
            self._controls.showNormal()
        place = place if place.isValid() else self._controls.geometry()
        self._controls.setScreen(screen)
        self._controls.setGeometry(self._as_large_as_it_was(place, before, there))
        self._controls.setWindowState(state)
        self._is_moving = False

    def _as_large_as_it_was(self, place: QRect, before: QRect, there: QRect) -> QRect:
        """Return where the controls go; what a smaller screen took of their size comes back on a larger one."""
        is_as_left = self._grows_back is not None and self._grows_back[0] == place.size()
        wanted = self._grows_back[1] if self._grows_back is not None and is_as_left else place.size()
        target = moved(QRect(place.topLeft(), wanted), before, there)
        self._grows_back = (target.size(), wanted) if target.size() != wanted else None
        return target

    def _is_better(self, screen: QScreen) -> bool:
        """Return whether a screen was the room's more lately than the one it looks at."""
        if self._filled is None:
            return True
        known = [pair.room for pair in self._memory.pairs()]
        here = next((place for place, name in enumerate(known) if name.is_same(_name(self._filled))), len(known))
        return any(name.is_same(_name(screen)) for name in known[:here])

    def _screen_for_the_room(self) -> QScreen | None:
        screens, found = self._plugged_in(), screen_for_the_room(self._seen(), self._memory.pairs())
        return screens[found] if found is not None else None

    def _own_screen(self) -> QScreen:
        """The screen on which the middle of the controls is; Qt's own word for it may come late."""
        if _cannot_move_windows():
            return self._controls.screen()
        middle = self._controls.frameGeometry().center()
        return QGuiApplication.screenAt(middle) or self._controls.screen()

    def _others(self) -> list[QScreen]:
        own = self._own_screen()
        return [screen for screen in self._plugged_in() if screen is not own]

    def _plugged_in(self, gone: QScreen | None = None) -> list[QScreen]:
        """Return the screens that show something: Qt stands an empty one in where the last was taken away."""
        return [one for one in QGuiApplication.screens() if one is not gone and not one.geometry().isEmpty()]

    def _seen(self) -> list[ScreenSeen]:
        own, primary = self._own_screen(), QGuiApplication.primaryScreen()
        return [replace(_seen(one), is_operators=one is own, is_primary=one is primary) for one in self._plugged_in()]

    def _called_apart(self, *screens: QScreen) -> tuple[Message, ...]:
        names = dict(zip(self._plugged_in(), names_to_tell(self._seen()), strict=True))
        return tuple(names.get(screen, _called(screen)) for screen in screens)

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_geometry_changed)


def moved(window: QRect, before: QRect, there: QRect) -> QRect:
    """Return where a window stands on another screen: as far from its corner, and no larger than the screen."""
    width, height = min(window.width(), there.width()), min(window.height(), there.height())
    x = there.x() + min(max(0, window.x() - before.x()), there.width() - width)
    y = there.y() + min(max(0, window.y() - before.y()), there.height() - height)
    return QRect(x, y, width, height)


def _cannot_move_windows() -> bool:
    """Return whether windows can neither be placed nor know their place, as under Wayland."""
    return QGuiApplication.platformName().startswith("wayland")


def _name(screen: QScreen) -> ScreenName:
    return ScreenName(screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())


def _seen(screen: QScreen) -> ScreenSeen:
    place = screen.geometry()
    return ScreenSeen(_name(screen), place.x(), place.y())


def _called(screen: QScreen) -> Message:
    return say("“{screen}”", screen=_name(screen).told)
