"""Where the shipped assets are: in a checkout, in an installed wheel and in a frozen application."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def asset(name: str) -> Path:
    """Return the path of the asset `name`, such as "programmes/living-well-here.toml"; it may not exist."""
    installed = _HERE / "assets"
    return (installed if installed.is_dir() else _HERE.parent / "assets") / name


def guide(name: str) -> Path:
    """Return the path of a file of the guide, such as "vote.md"; it may not exist."""
    installed = _HERE / "guide"
    return (installed if installed.is_dir() else _HERE.parent / "docs" / "guide") / name
