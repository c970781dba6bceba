"""The terminal as its user has it: a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def facilitator() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a runner of `facilitator …`; its output is text."""

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "facilitator", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False)

    return run
