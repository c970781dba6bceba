"""A rehearsal through the real windows, offscreen and by keyboard alone, with a picture of each step."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from facilitator.pack.checking import check_pack
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.application import Windows, make_application
from ui.learner import Learner
from ui.run.operator_window import OperatorWindow

OUT = Path("build/rehearsal")
OPERATOR_PX = (1366, 768)
ROOM_PX = (1920, 1080)


class Walk:
    """Opens the pretend room and runs it to the end, with pictures of both windows on the way."""

    def __init__(self, out: Path, app: QApplication, words: Translator, *, variant: str) -> None:
        self.out, self._app, self._variant = out, app, variant
        self.pictures: list[Path] = []
        self.sheet: Path | None = None
        self.report: Path | None = None
        self.pack: Path | None = None
        self.copy: Path | None = None
        self.windows = Windows(app, words, folder=out, own_folder=out)

    @property
    def operator(self) -> OperatorWindow:
        """The operator's window, once an event is open."""
        assert self.windows.operator is not None
        return self.windows.operator

    def run(self) -> None:
        """Walk from the first window to the event pack."""
        self.windows.begin(None)
        assert self.windows.start is not None
        self._picture(self.windows.start, "start")
        self.windows.open_pretend_room(self._variant)
        assert self.windows.pretend is not None
        self.operator.resize(*OPERATOR_PX)
        self.operator.room.resize(*ROOM_PX)
        self.operator.room.show()
        self._settle()
        Learner(self.operator, self.windows.pretend, self._both).run_to_the_end()
        files = self.operator.files
        self.sheet, self.report, self.copy = files.sheet, files.report, files.copy
        self.pack = files.pack.path if files.pack is not None else None

    def end(self) -> None:
        """Close the windows, which closes the file."""
        self.operator.close()
        if self.windows.start is not None:
            self.windows.start.close()
        self._settle()

    def _both(self, step: str) -> None:
        name = re.sub(r"[^a-z0-9]+", "-", step.lower()).strip("-")[:60]
        self._picture(self.operator, f"{name}-operator")
        self._picture(self.operator.room, f"{name}-room")
        reading = self.operator.reading.window
        if reading is not None and reading.isVisible():
            self._picture(reading, f"{name}-reading")

    def _picture(self, window: QWidget, name: str) -> None:
        self._settle()
        path = self.out / f"{len(self.pictures) + 1:03}-{name}.png"
        window.grab().save(str(path))
        self.pictures.append(path)

    def _settle(self) -> None:
        for _ in range(3):
            self._app.processEvents()


def walk(out: Path, *, variant: str = "slot") -> Walk:
    """Walk through a rehearsal with its files in `out`, which is made, and cleared of an earlier walk.

    Raises `PackDamaged` if the pack that comes out at the end does not check.
    """
    out.mkdir(parents=True, exist_ok=True)
    for pattern in ("*.event", "*.png", "*.html", "*.pdf", "*.zip", "*.json"):
        for old in out.rglob(pattern):
            old.unlink()
    made = Walk(out.resolve(), make_application(["walkthrough"]), Translator(), variant=variant)
    made.run()
    made.end()
    if made.pack is None:
        raise FileNotFoundError(made.out)
    check_pack(made.pack)
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Walk, and print where everything is."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    variant = arguments[1] if len(arguments) > 1 else "slot"
    made = walk(Path(arguments[0]) if arguments else OUT, variant=variant)
    words = Translator()
    told = say("A rehearsal was run through the real windows, without a display. Its pack was checked. Look at:")
    print(words(told))
    named = (
        (say("Same-day sheet"), made.sheet), (say("Report"), made.report), (say("Event pack"), made.pack),
        (say("Copy on the stick"), made.copy), (say("Pictures"), made.pictures[0].parent),
    )  # fmt: skip
    for name, path in named:
        print(words(say("{what}: {path}", what=name, path=str(path))))
    for path in made.pictures:
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
