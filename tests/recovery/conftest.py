"""A pretend room in a process of its own, and the windows that open its file again."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.words.translator import Translator
from tests.recovery.stored import Stored
from ui.application import Windows, make_application

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Left:
    """What a process left: its event file, and what it told of each commit before it ended."""

    path: Path
    told: list[Stored]
    exit_code: int

    @property
    def last(self) -> Stored:
        return self.told[-1]

    @property
    def was_killed(self) -> bool:
        return self.exit_code == -signal.SIGKILL


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The one application, with our fonts and style sheet."""
    return make_application(["tests"])


@pytest.fixture
def learn(tmp_path: Path) -> Iterator[Callable[..., Left]]:
    """Return what runs a pretend room until it ends itself, or is killed from outside after so many commits."""
    started: list[subprocess.Popen[str]] = []

    def run(end: str, variant: str = "slot", *, killed_after: int = 0) -> Left:
        command = [sys.executable, "-m", "tests.recovery.learning", str(tmp_path), variant, end]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        started.append(process)
        assert process.stdout is not None
        told = []
        for line in process.stdout:
            if not line.endswith("\n"):
                break  # cut off in the middle of telling
            told.append(Stored(**json.loads(line)))
            if len(told) == killed_after:
                process.kill()
        exit_code = process.wait(60)
        (path,) = (tmp_path / "pretend-rooms").glob("*.event")
        return Left(path, told, exit_code)

    yield run
    for process in started:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


@pytest.fixture
def start_again(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[Path], Windows]]:
    """Return what opens an event file in new windows."""
    opened: list[Windows] = []

    def start(path: Path) -> Windows:
        windows = Windows(qapp, Translator(), folder=tmp_path, own_folder=tmp_path)
        opened.append(windows)
        windows.begin(path)
        qapp.processEvents()
        return windows

    yield start
    for windows in opened:
        if windows.operator is not None:
            windows.operator.close()
        if windows.start is not None:
            windows.start.close()
    qapp.processEvents()
