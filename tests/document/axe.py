"""axe-core in Chromium: what a page does to keep people out."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# The file is only read: axe-core-python belongs to the validators, which are never imported from here.
SCRIPTS = "lib/python3*/site-packages/axe_core_python/axe.min.js"
BROWSERS = ("chromium", "google-chrome", "chromium-browser")
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
_POLICY = re.compile(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>")
_RUN = """<script>{axe}</script><script>
addEventListener("load", () => axe.run({{runOnly: {standards}}}).then(found => {{
  const told = document.createElement("pre");
  told.id = "axe-told";
  told.textContent = JSON.stringify({{
    passes: found.passes.map(rule => rule.id),
    incomplete: found.incomplete.map(rule => rule.id + ": " + rule.nodes.map(node => node.html).join(" | ")),
    violations: found.violations.map(rule => rule.id + ": " + rule.nodes.map(node => node.html).join(" | ")),
  }});
  document.body.append(told);
}}))</script>"""


@dataclass(frozen=True)
class Judged:
    """What axe found: rules that hold, rules it could not decide, and breaches with the elements."""

    passes: list[str]
    incomplete: list[str]
    violations: list[str]


def judged(page: str, folder: Path, *, width: int = 900) -> Judged:
    """Return what axe says about a page, in a copy whose policy lets axe run; skip where it cannot run here."""
    copy = _written(_POLICY.sub("", page).replace("</body>", _script() + "</body>"), folder)
    told = re.search(r'<pre id="axe-told">(.*?)</pre>', _dumped(copy, folder, width), re.DOTALL)
    assert told, "Chromium ended before axe did"
    return Judged(**json.loads(html.unescape(told[1])))


def wide_at(page: str, folder: Path, *, width: int) -> int:
    """Return how wide the page is in a window of `width`: more means that one must scroll sideways to read."""
    script = '<script>document.title = "wide " + document.documentElement.scrollWidth</script></body>'
    frame = f'<iframe src="page.html" style="border: 0; width: {width}px; height: 900px"></iframe>'
    measured = _POLICY.sub("", page).replace("</body>", script)
    outer = (
        f"<!doctype html>{frame}<script>addEventListener('load', () => document.body.append("
        "'wide ' + frames[0].document.documentElement.scrollWidth))</script>"
    )
    _written(measured, folder)
    told = re.search(r"wide (\d+)", _dumped(_written(outer, folder, "outer.html"), folder, 900))
    assert told, "Chromium told no width"
    return int(told[1])


def browser() -> str:
    """Return the path of a Chromium; skip the test where there is none that may read a file of ours."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium here: packaging/test-packages names it")
    if Path(found).resolve().name == "snap" or "/snap/" in found:
        pytest.skip("this Chromium is a snap, which may not read the test's files")
    return found


def _script() -> str:
    found = next((ROOT / ".venv-validators").glob(SCRIPTS), None)
    if found is None:
        pytest.skip("no axe-core here: make .venv-validators")
    axe = found.read_text(encoding="utf-8").replace("</script", "<\\/script")
    return _RUN.format(axe=axe, standards=json.dumps(STANDARDS))


def _written(page: str, folder: Path, name: str = "page.html") -> Path:
    copy = folder / name
    copy.write_text(page, encoding="utf-8", errors="xmlcharrefreplace")
    return copy


def _dumped(copy: Path, folder: Path, width: int) -> str:
    command = [
        browser(), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}",
        f"--window-size={width},1200", "--virtual-time-budget=60000", "--allow-file-access-from-files",
        "--dump-dom", copy.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, check=True, timeout=240)
    return done.stdout.decode("utf-8")
