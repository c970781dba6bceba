"""Taking files along on a stick: copied, made durable, read again from the stick and compared."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from facilitator.errors import Refused
from facilitator.pack.checking import check_pack
from facilitator.pack.layout import ENDING
from facilitator.words.message import say

_PIECE = 1 << 20


def copy_to_stick(path: Path, folder: Path) -> Path:
    """Copy `path` into `folder` and return the copy's path, once it was read back and is the same.

    A pack is checked again on the stick. A file of that name with other content is never overwritten. Raises
    `Refused` where it cannot be done; then nothing half is left there.
    """
    copy = folder / path.name
    unfinished = folder / f".{path.name}.unfinished"
    try:
        wanted = _digest(path)
        if copy.exists():
            _refuse_other(copy, wanted)
            return copy
        _write(path, unfinished)
        if _digest(unfinished) != wanted:
            raise _not_the_same(folder)
        os.replace(unfinished, copy)
        if path.name.endswith(ENDING):
            check_pack(copy)
    except OSError as error:
        raise Refused(
            say("{file} cannot be copied to {folder}.", file=path.name, folder=str(folder)),
            say("Look whether the stick is in and has room, or choose another; the file itself is safe."),
        ) from error
    finally:
        _remove(unfinished)
    return copy


def _write(path: Path, unfinished: Path) -> None:
    with path.open("rb") as source, unfinished.open("wb") as target:
        shutil.copyfileobj(source, target, _PIECE)
        target.flush()
        os.fsync(target.fileno())


def _digest(path: Path) -> str:
    digest = hashlib.sha512()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _refuse_other(copy: Path, wanted: str) -> None:
    if not copy.is_file() or _digest(copy) != wanted:
        raise Refused(
            say("There is another {file} on the stick, with other content.", file=copy.name),
            say("Choose another folder; keep both until you know which one counts."),
        )


def _not_the_same(folder: Path) -> Refused:
    return Refused(
        say("What was read back from {folder} is not what was written.", folder=str(folder)),
        say("Use another stick; this one cannot be trusted. The file itself is safe."),
    )


def _remove(unfinished: Path) -> None:
    try:
        unfinished.unlink(missing_ok=True)
    except OSError:
        return  # the stick was pulled out: there is nothing of ours that anybody could take for a copy
