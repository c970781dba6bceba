"""Write the file table of docs/architecture.md from the first line of every module's docstring."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MAP = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- files: made by `make architecture` -->\n", "<!-- end of files -->\n"
SOURCES = ("facilitator", "ui", "packaging", "tests/bench")


def with_file_table(text: str) -> str:
    """Return the map with its file table made anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + "\n".join(file_table()) + "\n" + END + after


def file_table() -> Iterator[str]:
    """Yield the lines of the table: a heading for each folder, a row for each module with something in it."""
    for source in SOURCES:
        for folder in [ROOT / source, *sorted(path for path in (ROOT / source).rglob("*") if path.is_dir())]:
            modules = sorted(folder.glob("*.py"))
            if modules:
                yield from _rows(folder, modules)


def _rows(folder: Path, modules: list[Path]) -> Iterator[str]:
    package = next((_says(module) for module in modules if module.name == "__init__.py"), "")
    yield ""
    yield f"**`{folder.relative_to(ROOT).as_posix()}/`** {package}"
    yield ""
    rows = [f"| `{module.name}` | {_says(module)} |" for module in modules if module.name != "__init__.py"]
    yield from (["| file | what lives there |", "|---|---|", *rows] if rows else [])


def _says(module: Path) -> str:
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    return (docstring or "").partition("\n")[0].replace("|", "\\|")


if __name__ == "__main__":
    MAP.write_text(with_file_table(MAP.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{MAP.relative_to(ROOT)} is up to date.")
    sys.exit(0)
