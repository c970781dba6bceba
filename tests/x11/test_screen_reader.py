"""Another program reads the run place over the accessibility bus, and operates it, as a screen reader does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.x11.laptop import Laptop, missing

SYSTEM_PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("screen_reader.py")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
LONGEST_WAIT_S = 150


def not_here() -> list[str]:
    """Return what the test needs that is not on this machine."""
    gone = [*missing()]
    gone += [] if shutil.which("dbus-daemon") else ["dbus-daemon"]
    gone += [] if any(Path(path).exists() for path in LAUNCHERS) else ["at-spi2-core"]
    reads = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True) if not gone else None
    return gone if reads is None or reads.returncode == 0 else ["python3-pyatspi"]


@pytest.fixture
def bus() -> Iterator[str]:
    """A message bus of its own, which brings the accessibility bus when it is asked for."""
    if gone := not_here():
        pytest.skip(f"NOT CHECKED: a screen reader on a real window; {' and '.join(gone)} not found on this machine")
    read, write = os.pipe()
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", f"--print-address={write}"], pass_fds=(write,),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as told:
        yield told.readline().strip()
    daemon.terminate()
    daemon.wait(LONGEST_WAIT_S)


@pytest.mark.slow
def test_a_screen_reader_begins_a_rehearsal_and_reads_the_run_sheet_and_the_next_action(bus: str, tmp_path: Path):
    reachable = {"DBUS_SESSION_BUS_ADDRESS": bus, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    with Laptop(tmp_path / "home", reachable) as laptop:
        laptop.turn_to("Facilitator")
        done = subprocess.run(
            [SYSTEM_PYTHON, str(READER)], env=laptop.environment, capture_output=True, text=True, timeout=LONGEST_WAIT_S
        )

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert any(name.startswith("Run sheet") for name in told["list"])
    assert any("Welcome" in name for name in told["list item"])
    assert "Report" in told["push button"]
    assert {"Notes", "Tables", "People", "Access"} <= set(told["page tab"])
    assert any("The room sees" in name for names in told.values() for name in names)
