"""The windows: how soon the first one stands beside a bare one, and whether the work stutters while people vote."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.measuring import Line, compared, in_ms, middle

ROUNDS = 7
BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.show()
"""
OURS = """
import sys, time
from pathlib import Path
from facilitator.words.translator import Translator
from ui.application import Windows, make_application
app = make_application(["bench"])
windows = Windows(app, Translator(), folder=Path(sys.argv[1]), own_folder=Path(sys.argv[1]))
windows.begin(None)
"""
TOLD = """
app.processEvents()
shown = time.monotonic()
app.processEvents()
pss = next(line.split()[1] for line in open("/proc/self/smaps_rollup") if line.startswith("Pss:"))
print(shown, pss)
"""


def lines(folder: Path) -> list[Line]:
    """Measure the first window against a bare QMainWindow, and the longest stop of the GUI thread while 300 vote."""
    if not Path("/proc/self/smaps_rollup").exists():
        return [Line("first window", "not measured: only Linux tells a process's share of memory")]
    times: dict[str, list[tuple[float, float]]] = {"bare": [], "ours": []}
    for number in range(ROUNDS + 1):
        for name, code in (("bare", BARE), ("ours", OURS)):
            found = _started(code, folder)
            if number:  # the first round warms the disk's cache
                times[name].append(found)
    ours_s, bare_s = (middle([one[0] for one in times[name]]) for name in ("ours", "bare"))
    ours_kb, bare_kb = (middle([one[1] for one in times[name]]) for name in ("ours", "bare"))
    return [
        compared("first window, process start to shown", ours_s, bare_s, "bare QMainWindow", at_most=2.5),
        _memory(ours_kb, bare_kb),
        *_stutter(folder),
    ]


def _started(code: str, folder: Path) -> tuple[float, float]:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code + TOLD, str(folder)], capture_output=True, text=True, check=True, env=_offscreen()
    )
    shown, pss = done.stdout.split()[-2:]
    return float(shown) - begun, float(pss)


def _memory(ours_kb: float, bare_kb: float) -> Line:
    ratio = ours_kb / bare_kb
    yardstick = f"{bare_kb / 1024:.0f} MB bare QMainWindow"
    return Line("its memory (PSS)", f"{ours_kb / 1024:.0f} MB", yardstick, f"{ratio:.2f}x", "<= 2.5x", ratio <= 2.5)


def _stutter(folder: Path) -> list[Line]:
    command = [sys.executable, "-m", "tests.bench.stutter", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=_offscreen())
    idle_s, voting_s, growing_s = (float(part) for part in done.stdout.split()[-3:])
    voting = "longest stop of the windows while 300 vote in 1 s, 2,000 notes"
    growing = "longest stop of the windows while the room screen grows 12 bars"
    return [
        compared(voting, voting_s, idle_s, "idle", at_most=3),
        compared(growing, growing_s, idle_s, "idle", at_most=3),
        Line("  for comparison: one frame at 60 Hz", in_ms(1 / 60)),
    ]


def _offscreen() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
