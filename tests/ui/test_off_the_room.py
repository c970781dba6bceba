"""What is for the operator alone, on two screens, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 300


def test_what_is_for_the_operator_alone_keeps_off_the_projector():
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/ui/on_screens"],
        cwd=ROOT, env={**os.environ, "SCREENS": "off_the_room"}, capture_output=True, text=True, timeout=LONGEST_S,
    )  # fmt: skip

    assert run.returncode == 0, run.stdout + run.stderr
    assert "5 passed" in run.stdout
