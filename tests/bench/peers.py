"""Starting up beside the programs of others: seconds to the first window, and memory once it is calm.

`make bench-peers` installs them into build/peers, each in an environment of its own, and measures them and us under one
Xvfb, round by round in turn. A program that does not start here is told and left out.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.bench.measuring import Line, compared, middle

PEERS = Path("build/peers")
COMMANDS = {
    "Anki": PEERS / "anki/bin/anki",
    "novelWriter": PEERS / "novelwriter/bin/novelwriter",
    "Picard": PEERS / "picard/bin/picard",
    "OpenLP": PEERS / "openlp/bin/openlp",
}
OURS = "ours"
ROUNDS = 5
DISPLAY = ":87"
LONGEST_WAIT_S = 30
CALM_S, TICK_S, LOOK_S = 0.8, 0.1, 0.01

_Found = dict[str, list[tuple[float, float]]]


def lines() -> list[Line]:
    """Measure us and whoever is installed; a line for each says its seconds and its megabytes, ours first."""
    missing = [program for program in ("Xvfb", "xdotool") if shutil.which(program) is None]
    if missing:
        return [Line("start beside others", f"not measured: {', '.join(missing)} is not installed")]
    found: _Found = {}
    with _display():
        for number in range(ROUNDS + 1):
            for name, command in _commands().items():
                started = _started(command)
                if number and started is not None:  # the first round warms the disk's cache
                    found.setdefault(name, []).append(started)
    return list(_told(found))


def _told(found: _Found) -> Iterator[Line]:
    ours_s, ours_mb = _middles(found[OURS])
    yield Line("start: our first window", f"{ours_s * 1000:,.0f} ms", f"{ours_mb:.0f} MB (PSS)")
    for name in COMMANDS:
        if name not in found:
            yield Line(f"start beside {name}", "not measured: it is not installed, or no window came")
            continue
        theirs_s, theirs_mb = _middles(found[name])
        yield compared(f"start beside {name}", ours_s, theirs_s, name, at_most=1)
        ratio = ours_mb / theirs_mb
        yield Line(
            f"memory beside {name}",
            f"{ours_mb:.0f} MB",
            f"{theirs_mb:.0f} MB {name}",
            f"{ratio:.2f}x",
            "<= 1x",
            ratio <= 1,
        )


def _middles(found: list[tuple[float, float]]) -> tuple[float, float]:
    return middle([one[0] for one in found]), middle([one[1] for one in found])


def _commands() -> dict[str, list[str]]:
    installed = {name: [str(path)] for name, path in COMMANDS.items() if path.exists()}
    return {OURS: [sys.executable, "-m", "ui"], **installed}


@contextmanager
def _display() -> Iterator[None]:
    server = subprocess.Popen(
        ["Xvfb", DISPLAY, "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        time.sleep(1.0)
        yield
    finally:
        server.terminate()
        server.wait()


def _started(command: list[str]) -> tuple[float, float] | None:
    """Start a program in a home of its own; return seconds to its first window and megabytes when it is calm."""
    with tempfile.TemporaryDirectory(prefix="facilitator-peer-") as home:
        env = {
            **os.environ, "DISPLAY": DISPLAY, "HOME": home, "XDG_CONFIG_HOME": f"{home}/config", "LANG": "en_GB.UTF-8",
            "XDG_DATA_HOME": f"{home}/data", "XDG_RUNTIME_DIR": home, "QT_QPA_PLATFORM": "xcb",
            "QTWEBENGINE_DISABLE_SANDBOX": "1",
        }  # fmt: skip
        begun = time.monotonic()
        program = subprocess.Popen(
            command, env=env, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            shown = _first_window(env)
            return None if shown is None else (shown - begun, _memory_when_calm(program.pid))
        finally:
            _stop(program)


def _first_window(env: dict[str, str]) -> float | None:
    search = ["xdotool", "search", "--onlyvisible", "--limit", "1", "--name", "."]  # its --sync looks twice a second
    limit = time.monotonic() + LONGEST_WAIT_S
    while time.monotonic() < limit:
        if subprocess.run(search, env=env, check=False, capture_output=True).returncode == 0:
            return time.monotonic()
        time.sleep(LOOK_S)
    return None


def _memory_when_calm(pid: int) -> float:
    """Return the megabytes (PSS) of a program and its children once none of them has used the processor for a while."""
    used, calm_since, limit = -1.0, time.monotonic(), time.monotonic() + LONGEST_WAIT_S
    while time.monotonic() < min(calm_since + CALM_S, limit):
        time.sleep(TICK_S)
        now = sum(sum(one.cpu_times()[:2]) for one in _tree(pid))
        if now > used + 0.01:
            used, calm_since = now, time.monotonic()
    return float(sum(one.memory_full_info().pss for one in _tree(pid))) / 1024**2


def _tree(pid: int) -> list[psutil.Process]:
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _stop(program: subprocess.Popen[bytes]) -> None:
    for one in _tree(program.pid):
        one.kill()
    program.send_signal(signal.SIGKILL)
    program.wait()


if __name__ == "__main__":
    for line in lines():
        print(" | ".join(line.cells()))
