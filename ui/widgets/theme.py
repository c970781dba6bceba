"""Light, dark or high contrast: as this computer has it, or as a person chose; it changes while windows are open."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from facilitator.look import DAY, HIGH_CONTRAST, NIGHT, Palette
from facilitator.words.message import Message, say
from ui.widgets.style import colours, dress, text_scale

FORMAT = "look/1"
MOST_BYTES = 10_000


class Theme(StrEnum):
    """What a person chose the colours of the windows to be."""

    AS_THE_SYSTEM = "as the system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high contrast"


NAMES = {
    Theme.AS_THE_SYSTEM: say("Colours as this computer has them"),
    Theme.LIGHT: say("Light colours"),
    Theme.DARK: say("Dark colours"),
    Theme.HIGH_CONTRAST: say("High contrast"),
}
PALETTES = {Theme.LIGHT: DAY, Theme.DARK: NIGHT, Theme.HIGH_CONTRAST: HIGH_CONTRAST}


def system_palette() -> Palette:
    """Return the colours that this computer asks for; light where it does not say."""
    hints = QApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return HIGH_CONTRAST
    return NIGHT if hints.colorScheme() is Qt.ColorScheme.Dark else DAY


class Themes(QObject):
    """Dresses the windows in the chosen theme, and remembers the choice in the file at `path`.

    A choice that cannot be read is as the system; one that cannot be written holds until the program ends.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        path: Path,
        *,
        asked_by_system: Callable[[], Palette] = system_palette,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app, self._path, self._asked_by_system = app, path, asked_by_system
        self.theme = _read(path)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        self._wear()

    @property
    def name(self) -> Message:
        """What the theme is called."""
        return NAMES[self.theme]

    def choose(self, theme: Theme) -> None:
        """Dress the windows in another theme from now on."""
        self.theme = theme
        _write(self._path, theme)
        self._wear()

    def choose_next(self) -> None:
        """Go on to the next theme, from the last one to the first."""
        order = list(Theme)
        self.choose(order[(order.index(self.theme) + 1) % len(order)])

    def _on_system_changed(self) -> None:
        self._wear()

    def _wear(self) -> None:
        wanted = PALETTES.get(self.theme) or self._asked_by_system()
        if wanted != colours():
            dress(self._app, text_scale(self._app), wanted)
        self.changed.emit()


def _read(path: Path) -> Theme:
    try:
        with path.open("rb") as file:
            content = json.loads(file.read(MOST_BYTES).decode("utf-8"))
        return Theme(content["theme"] if isinstance(content, dict) else content)
    except FileNotFoundError:
        return Theme.AS_THE_SYSTEM
    except (OSError, ValueError, KeyError, RecursionError) as error:
        logging.getLogger(__name__).warning("The choice of colours cannot be read: %s", error)
        return Theme.AS_THE_SYSTEM


def _write(path: Path, theme: Theme) -> None:
    unfinished = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps({"format": FORMAT, "theme": theme}), encoding="utf-8")
        os.replace(unfinished, path)
    except OSError as error:
        logging.getLogger(__name__).warning("The choice of colours cannot be remembered: %s", error)
