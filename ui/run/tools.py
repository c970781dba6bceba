"""The tools beside the run sheet: windows of their own that never stop the work, each by a key and from one menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.widgets.text import push_button


class ToolWindow(QWidget):
    """A window for one job beside the event; Escape closes it, and the event goes on meanwhile.

    `guide_wanted`: F1 was pressed; it names the page of the guide for this window.
    """

    guide_wanted = Signal(str)
    guide_page = "run"

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.setWindowTitle(title)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self, lambda: self.guide_wanted.emit(self.guide_page))

    def opened(self) -> None:
        """Begin anew; called each time the window is asked for."""

    def show_event(self) -> None:
        """Show the event as it stands now; called when the window is opened and whenever the event changes."""

    def half_typed(self) -> Message | None:
        """Say what is typed in the window and not stored yet; None where nothing would be lost."""
        return None

    def left_lying(self) -> tuple[Path, ...]:
        """Take away the files that the window made for a while; return those that cannot be taken away now."""
        return ()


@dataclass(frozen=True, slots=True)
class Tool:
    """A job by a key; `do` does it at once, `make` makes the window that does it when it is first wanted.

    A key that is part of no text works `while_typing` too. One without a key is in the menu alone.
    """

    name: Message
    key: Qt.Key | None
    do: Callable[[], None] | None = None
    make: Callable[[], ToolWindow] | None = None
    while_typing: bool = False

    @property
    def key_name(self) -> str:
        """The key as it is written on keyboards."""
        return QKeySequence(self.key).toString() if self.key is not None else ""


class Tools(QObject):
    """Opens each tool's window once and keeps it; `button` is the menu of them all.

    `made`: a window was made, to be dressed like the others. `used`: one was opened or a tool did its job.
    `guide_wanted`: F1 was pressed in one of them, with the page for it.
    """

    made = Signal(object)
    used = Signal()
    guide_wanted = Signal(str)

    def __init__(self, tools: Sequence[Tool], words: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools, self._words = tuple(tools), words
        self._windows: dict[Qt.Key | None, ToolWindow] = {}
        self.button = self._menu_button()
        for tool in self._tools:
            if tool.while_typing and tool.key is not None:
                QShortcut(QKeySequence(tool.key), parent, partial(self.use, tool))

    def key_actions(self) -> dict[Qt.Key, Callable[[], None]]:
        """Return what the tools' keys do that are letters, and so are for when nobody types."""
        letters = ((tool.key, tool) for tool in self._tools if not tool.while_typing)
        return {key: partial(self.use, tool) for key, tool in letters if key is not None}

    def window(self, key: Qt.Key) -> ToolWindow | None:
        """Return the window of the tool with this key; None before it was wanted."""
        return self._windows.get(key)

    def open(self, key: Qt.Key) -> ToolWindow:
        """Bring the window of the tool with this key to the front, and return it."""
        self.use(next(tool for tool in self._tools if tool.key == key))
        return self._windows[key]

    def use(self, tool: Tool) -> None:
        """Do what the tool is for, or bring its window to the front."""
        if tool.make is not None:
            self._open(tool.key, tool.make)
        if tool.do is not None:
            tool.do()
        self.used.emit()

    def show_event(self) -> None:
        """Let the windows that are open show the event as it stands."""
        for window in self._windows.values():
            if window.isVisible():
                window.show_event()

    def half_typed(self) -> Message | None:
        """Say what is typed in a tool's window and not stored yet; None where nothing would be lost."""
        return next((told for window in self._windows.values() if (told := window.half_typed()) is not None), None)

    def left_lying(self) -> tuple[Path, ...]:
        """Return the files of the tools' windows that should be gone and cannot be taken away now."""
        return tuple(path for window in self._windows.values() for path in window.left_lying())

    def close(self) -> None:
        """Close all windows; ask `half_typed` before."""
        for window in self._windows.values():
            if not window.close():  # it warned once more of what the operator was asked about already
                window.close()

    def _open(self, key: Qt.Key | None, make: Callable[[], ToolWindow]) -> None:
        if key not in self._windows:
            self._windows[key] = make()
            self._windows[key].resize(self._windows[key].sizeHint())
            self._windows[key].guide_wanted.connect(self.guide_wanted)
            self.made.emit(self._windows[key])
        window = self._windows[key]
        window.opened()
        window.show_event()
        window.show()
        window.raise_()
        window.activateWindow()

    def _menu_button(self) -> QPushButton:
        button = push_button(self._words(say("More")))
        button.setAccessibleName(self._words(say("More: prepare, check the venue, help a person, and other jobs")))
        menu = QMenu(button)
        for tool in self._tools:
            action = menu.addAction("\t".join(part for part in (self._words(tool.name), tool.key_name) if part))
            action.triggered.connect(lambda _checked=False, tool=tool: self.use(tool))
        button.setMenu(menu)
        return button
