"""The paper slip of the safeguarding key: a file for as long as it takes to print it, and then no more."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from facilitator.conduct.safeguarding import SafeguardingLead
from facilitator.errors import Refused
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.widgets.text import breakable

FOLDER = "facilitator-slip-"  # how the folders begin, by which a later start finds what a crash left lying
FILE = "slip.pdf"


class PaperSlip:
    """Makes each slip in a folder of its own among the temporary ones, which only this user can read.

    Every slip is remembered until it is gone, and those are found that an earlier run of the program left behind.
    """

    def __init__(self, words: Translator, temporary_folder: Callable[[], str] = tempfile.gettempdir) -> None:
        self._words, self._temporary_folder = words, temporary_folder
        self._made: list[Path] = []
        self.path: Path | None = None

    def make(self, lead: SafeguardingLead) -> Path:
        """Write the slip, empty but for who to call, and return where it is; earlier ones go."""
        from facilitator.kit.safeguarding_slip import safeguarding_slip_pdf  # what draws pages: no window waits for it

        self.remove()
        content = safeguarding_slip_pdf(lead.name, lead.phone, lead.advice, self._words)
        try:
            path = Path(tempfile.mkdtemp(prefix=FOLDER, dir=self._temporary_folder())) / FILE
            self._made.append(path)
            path.write_bytes(content)
        except OSError as error:
            self.remove()  # half a slip may hold the name
            told = say("The slip cannot be made: this computer has no room for it.")
            raise Refused(told, say("Take any sheet of paper; write the facts with time and place.")) from error
        self.path = path
        return path

    def remove(self) -> tuple[Path, ...]:
        """Take every slip away; return those that are left, since a program that shows one may hold on to it."""
        slips = dict.fromkeys([*self._made, *self._left_before()])
        left = tuple(path for path in slips if not _is_gone(path))
        self._made = list(left)
        self.path = self.path if self.path in left else None
        return left

    def _left_before(self) -> list[Path]:
        try:
            folders = sorted(Path(self._temporary_folder()).glob(f"{FOLDER}*"))
        except OSError:  # the temporary folder itself cannot be looked into: `make` says so when one is wanted
            return []
        return [folder / FILE for folder in folders if _is_own(folder)]


def still_there(slips: Sequence[Path]) -> tuple[Message, Message]:
    """Return what to tell of slips that could not be removed, and what a person does about it."""
    where = breakable("; ".join(map(str, slips)))
    return (
        say("The paper slip could not be removed: another program still has it open."),
        say("Close it there, then close here again. If the file stays, delete it yourself: {path}", path=where),
    )


def _is_own(folder: Path) -> bool:
    """Return whether this user made the folder; on Windows each user has temporary folders of their own."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return os.name == "nt" or folder.stat().st_uid == os.getuid()


def _is_gone(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return not path.exists()
    with contextlib.suppress(OSError):  # an empty folder tells nothing
        path.parent.rmdir()
    return True
