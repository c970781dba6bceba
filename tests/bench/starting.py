"""Starting up: what importing the product costs a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys

from tests.bench.measuring import Line, compared, middle

ROUNDS = 11
YARDSTICK = "sqlite3, json, tomllib"
TIMED_IMPORT = "import time; begun = time.perf_counter(); import {}; print(time.perf_counter() - begun)"


def lines() -> list[Line]:
    """Measure `import facilitator` and, for information, what the desktop needs before the first window."""
    names = ("facilitator", "facilitator.conduct.event", YARDSTICK)
    times: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(ROUNDS):
        for name in names:
            times[name].append(_import_s(name))
    yardstick = middle(times[YARDSTICK])
    return [
        compared("import facilitator", middle(times["facilitator"]), yardstick, f"import {YARDSTICK}", at_most=4),
        compared("import facilitator.conduct.event", middle(times["facilitator.conduct.event"]), yardstick,
                 f"import {YARDSTICK}", at_most=None),
    ]  # fmt: skip


def _import_s(name: str) -> float:
    done = subprocess.run([sys.executable, "-c", TIMED_IMPORT.format(name)], capture_output=True, text=True, check=True)
    return float(done.stdout)
