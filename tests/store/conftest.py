"""Processes of their own, small disks and other people, for the tests of the store."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
PYTHON_PATH = os.pathsep.join([str(ROOT), str(ROOT / "tests")])


@pytest.fixture
def started() -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Return a starter of scripts of this folder; whatever still runs when the test ends is killed."""
    running: list[subprocess.Popen[bytes]] = []

    def start(script: str, *arguments: object) -> subprocess.Popen[bytes]:
        command = [sys.executable, HERE / script, *map(str, arguments)]
        environment = {**os.environ, "PYTHONPATH": PYTHON_PATH}
        piped = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "bufsize": 0}
        running.append(subprocess.Popen(command, env=environment, **piped))
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.communicate()


@pytest.fixture
def elsewhere(started: Callable[..., subprocess.Popen[bytes]]) -> Callable[..., dict[str, Any]]:
    """Return a runner of `elsewhere.py` that gives back what it told."""

    def run(*arguments: object) -> dict[str, Any]:
        told, _ = started("elsewhere.py", *arguments).communicate(timeout=60)
        answer: dict[str, Any] = json.loads(told.splitlines()[-1])
        return answer

    return run


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of one megabyte; skipped, loudly, where this person may not make one."""
    folder = tmp_path / "stick"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("NOT CHECKED: a disk of one megabyte needs root and mount; the limited process is checked instead")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture
def open_to_all(tmp_path: Path) -> Iterator[Path]:
    """Return a folder every person of this computer can reach; skipped, loudly, unless this is root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("NOT CHECKED: only root can become another person")
    changed = [one for one in tmp_path.parents if one.owner() == "root" and one.is_relative_to("/tmp")]  # pytest's own
    modes = {one: one.stat().st_mode for one in changed if one != Path("/tmp")}
    for one, mode in modes.items():
        one.chmod(mode | 0o055)
    tmp_path.chmod(0o777)
    yield tmp_path
    for one, mode in modes.items():
        one.chmod(mode)


@pytest.fixture
def locks_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give processes that are started from now on a temporary folder where nobody has left anything."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    folder.chmod(0o777)
    monkeypatch.setenv("TMPDIR", str(folder))
