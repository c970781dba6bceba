"""Writing a page of the kit to a file: whole or not at all, and never over something else."""

from __future__ import annotations

import os
from pathlib import Path

from facilitator.document.maker import PDF_MARK
from facilitator.errors import Refused
from facilitator.words.message import say


def write_page(path: Path, content: bytes) -> Path:
    """Write a PDF of ours to `path`, in place of an earlier one there, and return the path.

    Raises `Refused` for a file that this program did not write, and where it cannot be written; what was there stays.
    """
    unfinished = path.with_name(path.name + ".part")
    try:
        _refuse_another_file(path)
        try:
            unfinished.write_bytes(content)
            os.replace(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise Refused(
            say("The page cannot be written to {path}.", path=str(path)),
            say("Close it if another program shows it, and look whether the folder may be written to."),
        ) from error
    return path


def _refuse_another_file(path: Path) -> None:
    if path.exists() and PDF_MARK not in path.read_bytes():
        raise Refused(
            say("“{path}” is there already and is no page that this program wrote.", path=str(path)),
            say("Move that file away first."),
        )
