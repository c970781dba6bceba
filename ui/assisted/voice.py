"""Reading aloud with the voice that the system brings; where there is none, nothing is offered."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess

_SPEAK_ON_WINDOWS = (
    "Add-Type -AssemblyName System.Speech; [Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A program that reads aloud what it is given as its input."""

    program: str
    arguments: tuple[str, ...] = ()


def system_speaker(
    language: str, *, platform: str = sys.platform, find: Callable[[str], str | None] = shutil.which
) -> Speaker | None:
    """Return the system's own program for reading aloud in a language; None where it has none."""
    if platform == "darwin":
        candidates = [Speaker("say", ("-f", "-"))]
    elif platform == "win32":
        candidates = [Speaker("powershell", ("-NoProfile", "-NonInteractive", "-Command", _SPEAK_ON_WINDOWS))]
    else:
        candidates = [
            Speaker("spd-say", ("--pipe-mode", "--wait", "--language", language)),
            Speaker("espeak-ng", ("--stdin", "-v", language)),
            Speaker("espeak", ("--stdin", "-v", language)),
        ]
    return next((one for one in candidates if find(one.program)), None)


class Voice(QObject):
    """Reads one text at a time, and the next one stops it; it is given as input, so that no list of programs has it."""

    def __init__(self, speaker: Speaker | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._process: QProcess | None = None

    @property
    def can_speak(self) -> bool:
        """Whether there is a voice."""
        return self._speaker is not None

    @property
    def speaks(self) -> bool:
        """Whether something is being read now."""
        return self._process is not None and self._process.state() is not QProcess.ProcessState.NotRunning

    def say(self, text: str) -> None:
        """Read a text aloud; without a voice nothing happens."""
        self.stop()
        if self._speaker is None:
            return
        self._process = QProcess(self)
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.start(self._speaker.program, list(self._speaker.arguments))
        self._process.write(text.encode())
        self._process.closeWriteChannel()

    def stop(self) -> None:
        """Be silent."""
        if self._process is None:
            return
        self._process.kill()
        self._process.waitForFinished(1_000)
        self._process.deleteLater()
        self._process = None
