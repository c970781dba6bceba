"""The room screen and the window of its controls on a real display, telling where they are after every change."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow

from facilitator.words.message import Message
from facilitator.words.translator import Translator
from ui.application import make_application
from ui.room_screen.projector import Projector
from ui.room_screen.room_window import RoomWindow
from ui.room_screen.scene import Welcome
from ui.room_screen.screen_memory import ScreenMemory

LOOK_AGAIN_MS = 50


def main(memory: Path) -> int:
    """Show both windows until somebody ends the program."""
    app, words = make_application(["room and controls"]), Translator()
    controls = QMainWindow()
    room = RoomWindow(words, Welcome("A meeting", "Village hall"), moves=False)
    projector = Projector(room, controls, ScreenMemory(memory))
    said, told = [""], [""]

    def hear(what: Message, advice: Message) -> None:
        said[0] = f"{words(what)} {words(advice)}"

    def tell() -> None:
        place, own = room.geometry(), controls.geometry()
        line = json.dumps({
            "shown": room.isVisible(), "room": [place.x(), place.y(), place.width(), place.height()],
            "controls": [own.x(), own.y(), own.width(), own.height()], "said": said[0],
            "screens": sorted(screen.name() for screen in app.screens()),
        })  # fmt: skip
        if line != told[0]:
            told[0] = line
            print(line, flush=True)

    projector.told.connect(hear)
    projector.warned.connect(hear)
    controls.setGeometry(100, 50, 1000, 600)
    controls.show()
    projector.begin()
    timer = QTimer(interval=LOOK_AGAIN_MS)
    timer.timeout.connect(tell)
    timer.start()
    return int(app.exec())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
