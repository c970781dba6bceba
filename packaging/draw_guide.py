"""Draw the pictures of the guide and of the README from the real windows, without a display, by a clock of its own."""

from __future__ import annotations

import io
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.update(QT_QPA_PLATFORM="offscreen", TZ="UTC")

import pypdfium2  # noqa: E402  (what follows needs the path, and a platform without a display)
from PIL import Image  # noqa: E402
from PySide6.QtCore import QBuffer, QIODevice, QRect  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from facilitator.conduct.event import Event, create_event  # noqa: E402
from facilitator.conduct.preparing import prepare  # noqa: E402
from facilitator.conduct.safeguarding import tell_safeguarding  # noqa: E402
from facilitator.conduct.starting import EventDetails  # noqa: E402
from facilitator.core.plan.edits import with_evidence  # noqa: E402
from facilitator.core.programme import EvidenceCard  # noqa: E402
from facilitator.programme.shipped import find_programme  # noqa: E402
from facilitator.venue.facts import Printers, Screen  # noqa: E402
from facilitator.words.translator import Translator  # noqa: E402
from tests.venue.a_computer import a_computer  # noqa: E402
from ui.application import Windows, make_application  # noqa: E402
from ui.assisted.assisted_window import AssistedWindow  # noqa: E402
from ui.learner import Learner  # noqa: E402
from ui.models.run_sheet import FINISH  # noqa: E402
from ui.prepare.evidence_page import EvidencePage  # noqa: E402
from ui.prepare.prepare_window import PrepareWindow  # noqa: E402
from ui.prepare.run_sheet_page import RunSheetPage  # noqa: E402
from ui.run.carry_panel import CarryPanel  # noqa: E402
from ui.run.on_screen import Vote  # noqa: E402
from ui.run.operator_window import OperatorWindow  # noqa: E402
from ui.run.play_back_panel import PlayBackPanel  # noqa: E402
from ui.run.pretend_room import PretendRoom  # noqa: E402
from ui.run.safeguarding_window import SafeguardingWindow  # noqa: E402
from ui.run.vote_panel import VotePanel  # noqa: E402
from ui.venue.around_here import Surroundings  # noqa: E402
from ui.venue.venue_window import VenueWindow  # noqa: E402

GUIDE, PAGES = ROOT / "docs" / "guide" / "pictures", ROOT / "docs" / "pictures"
WIDEST_PX, MOST_COLOURS, SHEET_SCALE = 1100, 256, 1.2
LAPTOP_PX, ROOM_PX = (1366, 768), (1920, 1080)
MORNING = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
A_LOOK_S, START_PX = 6, 280
PICTURED = "s5"  # which the pretend room answers by hands
TITLE, PLACE = "Living well in Riverside", "Village hall"
CARD = EvidenceCard(
    headline="One adult in four here lives alone", now="Nine groups meet each week; two have a waiting list.",
    cost="£180,000", cost_year="2025", cost_basis="what the council paid the nine groups",
    inspectors="Good, and too few.", staff="People find the groups too late.",
    local_people="The bus home leaves before the group ends.", source="Riverside Council, annual accounts",
    date="May 2026", balanced_by="Riverside Carers’ Forum",
)  # fmt: skip
PICTURED_AREA = "a1"


class Clock:
    """A clock that goes on only when it is told to."""

    def __init__(self) -> None:
        self.at = MORNING

    def __call__(self) -> datetime:
        """Return its time."""
        return self.at


class Painter(Learner):
    """A learner who takes pictures on the way; the clock follows the plan of the run sheet."""

    def __init__(self, window: OperatorWindow, pretend: PretendRoom, clock: Clock, save: Callable[..., None]) -> None:
        super().__init__(window, pretend, self._on_look)
        self._clock, self._save, self._taken = clock, save, set[str]()
        self._activity = ""

    def _on_look(self, step: str) -> None:
        self._let_time_pass()
        self.settle()
        if step == "reading":
            self._once("reading", self.window.reading.window)
            return
        for name, widget, wanted in self._wanted():
            if wanted:
                self._once(name, widget)

    def _wanted(self) -> list[tuple[str, QWidget, bool]]:
        window, desk = self.window, self.window.desk
        place, panel, question = desk.place, window.now.panel, desk.question
        is_shown = question is not None and desk.on_screen == Vote(question.key, revealed=True)
        is_pictured = place.question == PICTURED
        settled = len(desk.snapshot.record.outcomes)
        return [
            ("first-step", window, place.activity == "welcome" and not desk.has_begun),
            ("vote-result", window.now, is_pictured and is_shown),
            ("room-result", window.room, is_pictured and is_shown),
            ("operator-window", window, is_pictured and is_shown),
            ("settle", window.now, place.activity == "settle-goals" and settled == 2),
            ("missing-area", window.now, place.activity == "missing-area"),
            ("run", window, place.activity == "talk-areas"),
            ("notes", window.tabs, place.activity == "talk-approach"),
            ("evidence", window.now, place.activity.startswith("evidence")),
            ("play-back", window.now, isinstance(panel, PlayBackPanel) and bool(panel.points.points)),
            ("forms", window.now, place.activity == "forms"),
            ("finish", window.now, place.activity == FINISH and window.files.sheet is not None),
        ]

    def _once(self, name: str, widget: QWidget | None) -> None:
        if name not in self._taken and widget is not None:
            self._taken.add(name)
            self._save(name, widget)

    def _count(self, panel: VotePanel) -> None:
        super()._count(panel)
        if self.window.desk.place.question == PICTURED:
            self._once("vote-open", self.window.now)
            self._one_person()

    def _one_person(self) -> None:
        private = AssistedWindow(self.window.desk, Translator())
        private.showNormal()
        private.show_event()
        private.resize(1100, 700)
        self._once("one-person", private)
        private.close()

    def _carry(self, panel: CarryPanel) -> None:
        if panel.tie.isVisible():
            self._once("tie", self.window.now)
        super()._carry(panel)

    def _let_time_pass(self) -> None:
        """Begin each step at its planned time, and let some seconds go by with each look."""
        desk = self.window.desk
        if desk.place.activity != self._activity and desk.has_begun:
            self._activity = desk.place.activity
            self._clock.at = max(self._clock.at, self._planned())
        self._clock.at += timedelta(seconds=A_LOOK_S)
        desk.tick()

    def _planned(self) -> datetime:
        ahead = 0
        for step in self.window.desk.times.steps:
            if step.key == self._activity:
                break
            ahead += step.minutes_at_first
        return MORNING + timedelta(minutes=ahead)


class Drawing:
    """Makes the windows one after the other and saves their pictures."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app, self._folder, self._words, self._clock = app, folder, Translator(), Clock()

    def draw(self) -> None:
        """Draw everything."""
        GUIDE.mkdir(parents=True, exist_ok=True)
        for old in GUIDE.glob("*.png"):
            old.unlink()
        self._beside_the_run_sheet()
        self._whole_event()

    def _beside_the_run_sheet(self) -> None:
        """Draw the first page, and the tools on an event that has not begun."""
        windows = Windows(self._app, self._words, folder=self._folder, own_folder=self._folder, now=self._clock)
        windows.begin(None)
        assert windows.start is not None
        windows.start.resize(1080, 420)
        self._save("start", windows.start, height_px=START_PX)
        event = self._event(f"2026-11-20 {TITLE}", rehearsal=False)
        tell_safeguarding(event, "Jane Okafor", "01234 567890", "Jane is in the hall until 14:00.")
        prepare(event, with_evidence(event.programme, PICTURED_AREA, CARD))
        self._preparing(event)
        windows.open_event(event)
        operator = windows.operator
        assert operator is not None
        self._tools(operator)
        operator.close()

    def _preparing(self, event: Event) -> None:
        window = PrepareWindow(event, self._words)
        window.resize(1180, 720)
        window.show()
        for name, page in (("prepare-run-sheet", RunSheetPage), ("prepare-evidence", EvidencePage)):
            window.show_page(page)
            self._save(name, window)
        window.close()

    def _tools(self, operator: OperatorWindow) -> None:
        laptop = Screen("Laptop", *LAPTOP_PX, (0, 0), has_controls=True)
        projector = Screen("EPSON", *ROOM_PX, (LAPTOP_PX[0], 0), shows_room=True)
        around = Surroundings(
            a_computer(now=self._clock), lambda _controls: (laptop, projector), lambda: Printers(("Office",))
        )
        venue = VenueWindow(operator.desk, self._words, controls=operator, around=around)
        venue.resize(1180, 700)
        venue.show()
        self._wait_for(lambda: venue.rows.is_complete)
        self._save("venue-check", venue)
        venue.close()
        safeguarding = SafeguardingWindow(operator.desk, self._words)
        safeguarding.resize(1000, 700)
        safeguarding.show()
        self._save("help-a-person", safeguarding)
        safeguarding.close()

    def _whole_event(self) -> None:
        """Run a rehearsal from the welcome to the stick."""
        windows = Windows(self._app, self._words, folder=self._folder, own_folder=self._folder, now=self._clock)
        windows.open_event(self._event(f"2026-11-20 {TITLE} rehearsal", rehearsal=True))
        operator, pretend = windows.operator, windows.pretend
        assert operator is not None
        assert pretend is not None
        operator.resize(*LAPTOP_PX)
        operator.room.resize(*ROOM_PX)
        operator.room.show()
        Painter(operator, pretend, self._clock, self._save).run_to_the_end()
        assert operator.files.sheet is not None
        self._save_sheet(operator.files.sheet)
        operator.close()

    def _event(self, name: str, *, rehearsal: bool) -> Event:
        details = EventDetails(TITLE, "2026-11-20", PLACE, 10, "full", convenor="Riverside Council", area="Riverside")
        chance = random.Random(1)  # noqa: S311  (no secret: these pictures must be the same each time)
        return create_event(
            self._folder / f"{name}.event", find_programme("living-well-here"), details, rehearsal=rehearsal,
            clock=self._clock, random_bytes=chance.randbytes,
        )  # fmt: skip

    def _save(self, name: str, widget: QWidget, *, height_px: int = ROOM_PX[1]) -> None:
        for _ in range(5):
            self._app.processEvents()
        data = QBuffer()
        data.open(QIODevice.OpenModeFlag.WriteOnly)
        seen = QRect(0, 0, widget.width(), min(widget.height(), height_px))
        widget.grab(seen).save(data, "PNG")
        save_picture(Image.open(io.BytesIO(data.data().data())), self._path(name))

    def _wait_for(self, is_done: Callable[[], bool]) -> None:
        while not is_done():
            self._app.processEvents()

    def _save_sheet(self, sheet: Path) -> None:
        with pypdfium2.PdfDocument(sheet) as document:
            save_picture(document[0].render(scale=SHEET_SCALE).to_pil(), PAGES / "same-day-sheet.png")

    def _path(self, name: str) -> Path:
        of_readme = {"operator-window": "operator-window", "room-result": "room-screen"}
        return PAGES / f"{of_readme[name]}.png" if name in of_readme else GUIDE / f"{name}.png"


def save_picture(picture: Image.Image, path: Path) -> None:
    """Save a picture with few colours, no wider than a page shows it."""
    whole = picture.convert("RGB")
    if whole.width > WIDEST_PX:
        whole = whole.resize((WIDEST_PX, round(whole.height * WIDEST_PX / whole.width)), Image.Resampling.LANCZOS)
    few = whole.quantize(MOST_COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def main() -> int:
    """Draw, and say how large the pictures are."""
    folder = Path(tempfile.gettempdir()) / "facilitator-guide" / "Documents"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    app = make_application(["guide"])
    Drawing(app, folder).draw()
    shutil.rmtree(folder.parent, ignore_errors=True)
    for path in (*sorted(GUIDE.glob("*.png")), *sorted(PAGES.glob("*.png"))):
        print(f"{path.stat().st_size // 1024:5} kB  {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
