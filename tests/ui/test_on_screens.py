"""The room screen beside the controls on two screens and on three, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 300


@pytest.mark.parametrize("screens", ["two", "three"])
def test_the_room_screen_keeps_to_the_projector_on(screens):
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/ui/on_screens"],
        cwd=ROOT, env={**os.environ, "SCREENS": screens}, capture_output=True, text=True, timeout=LONGEST_S,
    )  # fmt: skip

    assert run.returncode == 0, run.stdout + run.stderr
