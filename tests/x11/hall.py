"""A laptop in a hall whose projector is plugged in and out: Xorg with its dummy driver, and both windows on it."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

NEEDED = ("Xorg", "xrandr")
DRIVER = "xorg/modules/drivers/dummy_drv.so"
LIBRARIES = ("/usr/lib", "/usr/lib64", "/usr/local/lib")
LONGEST_WAIT_S = 60
LAPTOP, PROJECTOR = "DUMMY0", "DUMMY1"
ROOT = Path(__file__).resolve().parents[2]
CONFIGURATION = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
  Modeline "1366x768" 85.25 1366 1440 1576 1784 768 771 781 798
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1366x768"
    Virtual 4096 2160
  EndSubSection
EndSection
"""


class Hall:
    """One X server with the room screen and its controls on it; `seen` waits for what they tell of themselves."""

    def __init__(self, folder: Path) -> None:
        self._log = (folder / "program.log").open("w")
        (folder / "xorg.conf").write_text(CONFIGURATION, encoding="utf-8")
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xorg", "-displayfd", str(write), "-config", str(folder / "xorg.conf"),
             "-logfile", str(folder / "Xorg.log"), "-nolisten", "tcp", "-noreset", "-novtswitch", "-sharevts", "vt7"],
            pass_fds=(write,), stdout=self._log, stderr=self._log,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        hidden = {"WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "SCREENS"}
        kept = {name: value for name, value in os.environ.items() if name not in hidden}
        self._environment = {**kept, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.x11.room_and_controls", str(folder / "screens.json")],
            cwd=ROOT, env=self._environment, stdout=subprocess.PIPE, stderr=self._log, text=True,
        )  # fmt: skip
        self._told: queue.SimpleQueue[dict[str, object]] = queue.SimpleQueue()
        self._last: dict[str, object] = {}
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def __enter__(self) -> Hall:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in (self._program, self._server):
            process.terminate()
            process.wait(LONGEST_WAIT_S)
        self._listener.join(LONGEST_WAIT_S)
        assert self._program.stdout is not None
        self._program.stdout.close()
        self._log.close()

    def plug_in(self, size: str = "1920x1080") -> None:
        """Plug the projector in, to the right of the laptop."""
        self._xrandr("--addmode", PROJECTOR, size)
        self._xrandr("--output", PROJECTOR, "--mode", size, "--right-of", LAPTOP)

    def unplug(self) -> None:
        """Take the projector away."""
        self._xrandr("--output", PROJECTOR, "--off")

    def seen(self, is_so: Callable[[dict[str, object]], bool]) -> dict[str, object]:
        """Return what the windows tell of themselves once it is so."""
        while not (self._last and is_so(self._last)):
            try:
                self._last = self._told.get(timeout=LONGEST_WAIT_S)
            except queue.Empty as empty:
                raise AssertionError(f"Nobody saw it within {LONGEST_WAIT_S} s; at last: {self._last}") from empty
        return self._last

    def _listen(self) -> None:
        assert self._program.stdout is not None
        for line in self._program.stdout:
            self._told.put(json.loads(line))

    def _xrandr(self, *arguments: str) -> None:
        subprocess.run(["xrandr", *arguments], env=self._environment, check=True, capture_output=True)


def missing() -> tuple[str, ...]:
    """Return what is needed and not here: programs, the driver, or the right to start an X server."""
    programs = [name for name in NEEDED if shutil.which(name) is None]
    has_driver = any((Path(folder) / DRIVER).exists() for folder in LIBRARIES)
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return (*programs, *([] if has_driver else ["the dummy driver of Xorg"]), *([] if is_root else ["root"]))
