"""A whole small event through the real windows, offscreen, with a picture of each step."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.conduct.noting import NoteKind
from facilitator.core.keys import OptionKey
from facilitator.pack.checking import check_pack
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.application import Windows, make_application
from ui.models.run_sheet import Place
from ui.run.operator_window import OperatorWindow
from ui.start.start_page import SUFFIX
from ui.widgets.fields import FigureField

OUT = Path("build/thread")
TODAY = date(2026, 11, 20)
OPERATOR_PX = (1366, 768)
ROOM_PX = (1920, 1080)
HANDS = {"agree": 54, "unsure": 17, "disagree": 9}
AREAS = {"a1": 61, "a2": 48, "a3": 22, "a4": 39, "a5": 17}
PRESENT, RATHER_NOT_SAY, CHOSE = 84, 2, 80


class Walk:
    """Does with keyboard and mouse what an operator does, and takes pictures on the way."""

    def __init__(self, out: Path, app: QApplication, words: Translator) -> None:
        self.out, self._app = out, app
        self.pictures: list[Path] = []
        self.windows = Windows(app, words, folder=out, today=TODAY)

    @property
    def operator(self) -> OperatorWindow:
        """The operator's window, once an event is open."""
        assert self.windows.operator is not None
        return self.windows.operator

    def start(self) -> None:
        """Fill in the first page and start the event in its shortest form."""
        self.windows.begin(None)
        assert self.windows.start is not None
        page = self.windows.start.page
        self._type_over(page.title, "Living well in Riverside")
        self._type_over(page.place, "Village hall, Riverside")
        self._type_over(page.tables, "10")
        page.length.choose("slot")
        self._picture(self.windows.start, "start")
        QTest.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
        self._settle()
        self.operator.resize(*OPERATOR_PX)
        self.operator.room.resize(*ROOM_PX)
        self.operator.room.show()
        self._both("welcome")

    def vote_on_a_statement(self) -> None:
        """Go on to the first statement, count its hands, close it and show it."""
        self._press_until(lambda: self.operator.now.next_button.accessibleName() == "Open the vote")
        self._type_over(self.operator.now.counter.present, str(PRESENT))
        self._picture(self.operator, "operator-ready")
        self._keys(Qt.Key.Key_Return, Qt.Key.Key_Space)
        self._both("open")
        self._count({**HANDS}, None)
        self._picture(self.operator, "operator-counted")
        self._keys(Qt.Key.Key_Space)
        self._both("closed")
        self._keys(Qt.Key.Key_Space)
        self._both("shown")

    def vote_on_areas(self) -> None:
        """Choose the areas, with the number of people who chose."""
        self._go_to(Place("vote-areas", "areas"))
        self._keys(Qt.Key.Key_Space)
        self._both("areas-open")
        self._count(AREAS, CHOSE)
        self._picture(self.operator, "operator-areas-counted")
        self._keys(Qt.Key.Key_Space, Qt.Key.Key_Space)
        self._both("areas-shown")

    def write_a_note(self) -> None:
        """Type a note of two lines."""
        notes = self.operator.notes
        notes.kind.choose(NoteKind.BARRIER)
        self._type_over(notes.table, "7")
        notes.text.setFocus()
        QTest.keyClicks(notes.text, "No bus after six.")
        QTest.keyClick(notes.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClicks(notes.text, "People with a late appointment pay for a taxi.")
        self._keys(Qt.Key.Key_Return)
        self._picture(self.operator, "operator-note")

    def make_report_and_pack(self) -> None:
        """Press both buttons."""
        QTest.mouseClick(self.operator.top.report, Qt.MouseButton.LeftButton)
        self._picture(self.operator, "operator-report")
        QTest.mouseClick(self.operator.top.pack, Qt.MouseButton.LeftButton)
        self._picture(self.operator, "operator-pack")

    @property
    def report(self) -> Path | None:
        """The report, if it was written."""
        return next(self.out.glob("*.html"), None)

    @property
    def pack(self) -> Path | None:
        """The pack, if it was written."""
        return next(self.out.glob("*.zip"), None)

    def end(self) -> None:
        """Close the windows, which closes the file."""
        self.operator.close()
        self._settle()

    def _count(self, figures: dict[str, int], voted: int | None) -> None:
        counter = self.operator.now.counter
        for option, figure in figures.items():
            self._type_over(counter.field_of(OptionKey(option)), str(figure))
        if voted is not None:
            self._type_over(counter.voted, str(voted))
        self._type_over(counter.abstain, str(RATHER_NOT_SAY))
        self._keys(Qt.Key.Key_Return)

    def _press_until(self, reached: Callable[[], bool]) -> None:
        for _ in range(20):
            if reached():
                return
            self._keys(Qt.Key.Key_Space)
        raise AssertionError("the run sheet has no such step")

    def _go_to(self, place: Place) -> None:
        window = self.operator
        index = window.sheet.index(window.sheet.row_of(place))
        window.sheet_list.scrollTo(index)
        box = window.sheet_list.visualRect(index)
        QTest.mouseClick(window.sheet_list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
        self._settle()

    def _type_over(self, field: QWidget, text: str) -> None:
        field.setFocus()
        if not isinstance(field, FigureField):
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        else:
            field.selectAll()
        QTest.keyClicks(field, text)
        self._settle()

    def _keys(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.operator.focusWidget() or self.operator, key)
            self._settle()

    def _both(self, step: str) -> None:
        self._picture(self.operator.room, f"room-{step}")
        self._picture(self.operator, f"operator-{step}")

    def _picture(self, window: QWidget, name: str) -> None:
        self._settle()
        path = self.out / f"{len(self.pictures) + 1:02}-{name}.png"
        window.grab().save(str(path))
        self.pictures.append(path)

    def _settle(self) -> None:
        for _ in range(3):
            self._app.processEvents()


def walk(out: Path) -> Walk:
    """Walk through an event with its files in `out`, which is made, and cleared of an earlier walk.

    Raises `PackDamaged` if the pack that comes out at the end does not check.
    """
    out.mkdir(parents=True, exist_ok=True)
    for pattern in (f"*{SUFFIX}", "*.png", "*.html", "*.zip"):
        for old in out.glob(pattern):
            old.unlink()
    made = Walk(out.resolve(), make_application(["walkthrough"]), Translator())
    made.start()
    made.vote_on_a_statement()
    made.vote_on_areas()
    made.write_a_note()
    made.make_report_and_pack()
    made.end()
    if made.pack is None:
        raise FileNotFoundError(made.out)
    check_pack(made.pack)
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Walk, and print where everything is."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    made = walk(Path(arguments[0]) if arguments else OUT)
    words = Translator()
    print(words(say("An event was run through the real windows, without a display. Its pack was checked. Look at:")))
    for path in sorted(made.out.iterdir()):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
