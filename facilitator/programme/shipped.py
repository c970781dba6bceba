"""The programmes that ship, and the way from what a person typed to a programme."""

from __future__ import annotations

from pathlib import Path

from facilitator.programme.place import Place
from facilitator.programme.reading import ProgrammeFile, read_programme_file
from facilitator.resources import asset
from facilitator.words.message import say

_FOLDER = "programmes"


def shipped_programmes() -> tuple[str, ...]:
    """Return the keys of the programmes that ship, in alphabetical order."""
    return tuple(sorted(path.stem for path in asset(_FOLDER).glob("*.toml")))


def find_programme(name_or_path: str) -> ProgrammeFile:
    """Return the shipped programme called so, or the one in the file at that path. Raises ProgrammeRefused."""
    if name_or_path in shipped_programmes():
        return read_programme_file(asset(_FOLDER) / f"{name_or_path}.toml")
    path = Path(name_or_path)
    if path.suffix:
        return read_programme_file(path)
    problem = say("this is neither a shipped programme nor a programme file.")
    advice = say(
        "Name one of those that ship ({shipped}), or give the path of a file that ends in .toml or .json.",
        shipped=", ".join(shipped_programmes()),
    )
    raise Place(name_or_path).refusal(problem, advice)
