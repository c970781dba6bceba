"""Only the gate makes what is shown (D9): nobody else calls or alters a Shown type."""

from __future__ import annotations

import ast
import importlib
import inspect
from dataclasses import fields
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GATE = ROOT / "facilitator" / "core" / "disclosure"
NAMES = [f"facilitator.core.disclosure.{path.stem}" for path in sorted(GATE.glob("[a-z]*.py"))]
MODULES = [importlib.import_module(name) for name in NAMES]
WORDS = {"text", "explanation"}  # no figure: notes and closings have them too, and are cut or worded elsewhere
SHOWN = {
    name: {field.name for field in fields(kind)} - WORDS
    for module in MODULES
    for name, kind in inspect.getmembers(module, inspect.isclass)
    if name.startswith("Shown")
}


def called(call):
    """Return the last name of what is called: `disclosure.ShownCell(...)` calls ShownCell."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return getattr(call.func, "id", "")


def other_names(tree):
    """Return what the imports of a module call the things they bring: {"Cell": "ShownCell"}."""
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return {name.asname: name.name for one in imports for name in one.names if name.asname}


def knows_the_gate(source):
    """Return whether a module has to do with anything the gate makes."""
    return "disclosure" in source or any(name in source for name in SHOWN)


def could_alter(call, name):
    """Return whether this could be dataclasses.replace of a Shown type: each field it sets is one of that type."""
    changed = {keyword.arg for keyword in call.keywords}
    return name == "replace" and bool(changed) and any(changed <= known for known in SHOWN.values())


def bypasses(source):
    """Return the lines of a module that make or alter what only the gate may make."""
    tree = ast.parse(source)
    renamed = other_names(tree)
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = renamed.get(called(node), called(node))
        if name in SHOWN or (could_alter(node, name) and knows_the_gate(source)) or name == "__new__":
            found.append(node.lineno)
    return found


def test_d9_only_the_gate_makes_what_is_shown():
    modules = [path for part in ("facilitator", "ui") for path in (ROOT / part).rglob("*.py")]
    outside = [path for path in modules if GATE not in path.parents]

    found = {str(path.relative_to(ROOT)): bypasses(path.read_text(encoding="utf-8")) for path in outside}

    assert {path: lines for path, lines in found.items() if lines} == {}


def test_d9_the_types_that_are_watched_are_those_of_the_gate():
    assert {"ShownResult", "ShownOption", "ShownAccounting", "ShownCell", "ShownFormCounts"} <= SHOWN.keys()


@pytest.mark.parametrize(
    "planted",
    [
        "from facilitator.core.disclosure import ShownCell\ncell = ShownCell('a', 'A', 3, None, withheld=False)",
        "from facilitator.core import disclosure\ncell = disclosure.ShownOption('a', 'A', '', None, 3)",
        "from facilitator.core.disclosure import ShownCell as Cell\ncell = Cell('a', 'A', 3, None, withheld=False)",
        "from facilitator.core.disclosure import shown\nfrom dataclasses import replace\nx = replace(cell, count=3)",
        "from facilitator.core.disclosure import shown\nimport dataclasses as d\nx = d.replace(cell, count=3)",
        "from facilitator.core.disclosure import shown\nfrom dataclasses import replace as r\nx = r(cell, count=3)",
        "from facilitator.core.disclosure import ShownCell\ncell = object.__new__(ShownCell)",
    ],
)
def test_d9_a_planted_bypass_is_found(planted):
    assert bypasses(planted) != []


def test_d9_a_module_that_only_reads_is_no_bypass():
    reading = "from facilitator.core.disclosure import ShownCell\ndef text(cell: ShownCell): return cell.text"

    assert bypasses(reading) == []
