"""A laptop without people: a display of its own, the program on it, and a keyboard that presses real keys."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

NEEDED = ("Xvfb", "xdotool")
LONGEST_WAIT_S = 60
LOOK_AGAIN_S = 0.02
SCREEN = "1366x768x24"
ROOT = Path(__file__).resolve().parents[2]


class Laptop:
    """One X display with `python -m ui` on it, whose home is a folder of its own."""

    def __init__(self, home: Path, more_environment: Mapping[str, str] | None = None) -> None:
        self.home = home
        self.documents = home / "Documents"
        self.documents.mkdir(parents=True)
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"],
            pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        self._environment = {**_without_display(), "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", **self._homes()}
        self._environment |= more_environment or {}
        self._environment["PATH"] = f"{self._with_a_viewer()}{os.pathsep}{os.environ['PATH']}"
        self._log = (home / "program.log").open("w")
        self._program = subprocess.Popen(
            [sys.executable, "-m", "ui"], cwd=ROOT, env=self._environment, stdout=self._log, stderr=self._log
        )

    def _with_a_viewer(self) -> Path:
        """Return a folder with a program that opens every file and shows nothing: which one is installed is luck."""
        folder = self.home / "bin"
        folder.mkdir()
        viewer = folder / "xdg-open"
        viewer.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
        viewer.chmod(0o755)
        return folder

    def __enter__(self) -> Laptop:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in (self._program, self._server):
            process.terminate()
            process.wait(LONGEST_WAIT_S)
        self._log.close()

    @property
    def said(self) -> str:
        """What the program wrote to its terminal."""
        return (self.home / "program.log").read_text(encoding="utf-8")

    @property
    def environment(self) -> dict[str, str]:
        """What another program needs to be on this laptop too."""
        return dict(self._environment)

    def turn_to(self, title: str) -> None:
        """Wait for the window of this name and give it the keyboard, as its manager would."""
        self.wait(lambda: self._window(title) is not None, f"a window called {title}")
        window = self._window(title)
        assert window is not None
        self._do("windowfocus", window)
        self.wait(lambda: self._do("getwindowfocus", "-f").strip() == window, f"{title} to have the keyboard")

    def press(self, *keys: str) -> None:
        """Press keys one after the other, named as X names them."""
        self._do("key", "--delay", "8", *keys)

    def press_slowly(self, *keys: str) -> None:
        """Press keys as somebody does who looks at the screen between them."""
        self._do("key", "--delay", "400", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._do("type", "--delay", "8", text)

    def wait(self, is_so: Callable[[], bool], what: str) -> None:
        """Look again and again until it is so; fails with the name of what did not come, and a picture."""
        until = time.monotonic() + LONGEST_WAIT_S
        while not is_so():
            if self._program.poll() is not None:
                raise AssertionError(f"The program ended while the test waited for {what}: {self.said}")
            if time.monotonic() > until:
                picture = self.picture("waited")
                raise AssertionError(f"Nobody saw {what} within {LONGEST_WAIT_S} s; {picture}; {self.said}")
            time.sleep(LOOK_AGAIN_S)

    def picture(self, name: str) -> Path | None:
        """Take a picture of the screen; None where nothing here can."""
        if shutil.which("import") is None:
            return None
        path = self.home / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], env=self._environment, check=True)
        return path

    def _window(self, title: str) -> str | None:
        found = self._do("search", "--onlyvisible", "--name", f"^{title}$").split()
        return found[-1] if found else None

    def _do(self, *arguments: str) -> str:
        done = subprocess.run(["xdotool", *arguments], env=self._environment, capture_output=True, text=True)
        return done.stdout

    def _homes(self) -> dict[str, str]:
        folders = {
            "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache", "XDG_RUNTIME_DIR": "run",
        }  # fmt: skip
        for folder in folders.values():
            (self.home / folder).mkdir(mode=0o700)
        return {"HOME": str(self.home), **{name: str(self.home / folder) for name, folder in folders.items()}}


def missing() -> tuple[str, ...]:
    """Return the programs that are needed and not here."""
    return tuple(name for name in NEEDED if shutil.which(name) is None)


def _without_display() -> dict[str, str]:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return {name: value for name, value in os.environ.items() if name not in hidden}
