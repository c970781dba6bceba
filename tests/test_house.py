"""The house keeps its own rules: imports, map, words and locks are as the documents say."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def script(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_map_names_every_file():
    drawn = script("draw_architecture")

    assert drawn.MAP.read_text(encoding="utf-8") == drawn.with_file_table(drawn.MAP.read_text(encoding="utf-8")), (
        "docs/architecture.md is out of date: run make architecture"
    )


def test_the_template_of_words_holds_every_message():
    collected = script("collect_words")

    assert collected.TEMPLATE.read_bytes() == collected.template(), "the template is out of date: run make words"


def test_every_module_says_what_lives_in_it():
    silent = [
        str(path.relative_to(ROOT))
        for source in ("facilitator", "ui")
        for path in (ROOT / source).rglob("*.py")
        if not path.read_text(encoding="utf-8").startswith('"""')
    ]

    assert silent == []


@pytest.mark.parametrize("lock", ["without-qt", "whole", "validators"])
def test_a_lock_has_a_hash_for_every_package_and_names_no_host(lock):
    text = (ROOT / "packaging" / "locks" / f"{lock}.txt").read_text(encoding="utf-8")
    packages = re.findall(r"^[a-z0-9][\w.\[\]-]*==", text, re.MULTILINE)

    assert packages
    assert text.count("--hash=sha256:") >= len(packages)
    assert "://" not in text


def test_nothing_below_the_windows_loads_qt():
    load_everything = (
        "import importlib, pkgutil, sys, facilitator\n"
        "for found in pkgutil.walk_packages(facilitator.__path__, 'facilitator.'):\n"
        "    importlib.import_module(found.name)\n"
        "print(sorted(name for name in sys.modules if name.partition('.')[0] in ('PySide6', 'ui')))"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", load_everything], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert loaded.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("where", "planted"),
    [
        ("core/shares.py", "facilitator.conduct.results"),
        ("report/opening.py", "facilitator.conduct.record"),
        ("pack/rows.py", "facilitator.core.result"),
        ("document/page.py", "facilitator.gate.publishing"),
    ],
    ids=["an upward import", "a report past the gate", "a pack past the gate", "a page past the gate"],
)
def test_a_planted_import_is_refused_and_named(tmp_path, where, planted):
    for name in ("facilitator", "ui"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    module = tmp_path / "facilitator" / where
    module.write_text(module.read_text(encoding="utf-8") + f"\nimport {planted}\n", encoding="utf-8")

    found = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert found.returncode == 1
    importer = f"facilitator.{where.removesuffix('.py').replace('/', '.')}"
    assert f"{importer} -> {planted}" in " ".join(found.stdout.split())
