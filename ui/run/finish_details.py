"""The line about each step of the finish, and the quiet button beside it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.words.message import Message, say, say_many
from ui.run.finish_files import LeavingFiles
from ui.run.finish_steps import FinishStep, Progress, Standing
from ui.widgets.text import breakable

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.handover.what_left import LeftPack

_WHY: dict[FinishStep, Message] = {
    FinishStep.READ_FOR_SHEET: say("What nobody has read stays out, and the sheet says how much that is."),
    FinishStep.SHEET: say("One or two pages for people's hands, ready to print."),
    FinishStep.READ_REST: say("What nobody has read stays out, and the report says how much that is."),
    FinishStep.REPORT: say("A page for screens, and the same on paper."),
    FinishStep.COUNT: say(
        "This cannot be undone: the keys of all ballots are forgotten, and nobody can vote any more."
    ),
    FinishStep.PACK: say("One file for the coordinator; it holds only what anyone may see."),
    FinishStep.STICK: say("The copy is read back from the stick and checked."),
}
_FOUND = say("Nobody here knows whether it is on a stick already; copied again, a copy that is there is checked.")
_WORKING: dict[FinishStep, Message] = {
    FinishStep.SHEET: say("Writing the same-day sheet…"),
    FinishStep.REPORT: say("Writing the report…"),
    FinishStep.PACK: say("Making the event pack, and checking it…"),
    FinishStep.STICK: say("Copying the pack, and reading it back…"),
}


def working_on(step: FinishStep) -> Message:
    """Return what is said while the window stands still."""
    return _WORKING[step]


def detail_of(
    step: FinishStep, progress: Progress, standing: Standing, files: LeavingFiles, *, could_not_open: bool
) -> Message | None:
    """Return the line about a step: why it is to be done, or what came of it."""
    if progress is Progress.NEXT:
        return _FOUND if step is FinishStep.STICK and files.pack_was_found else _WHY[step]
    if progress is Progress.DONE:
        return _outcome(step, files, could_not_open=could_not_open)
    waits = {FinishStep.READ_FOR_SHEET: standing.waits_for_sheet, FinishStep.READ_REST: standing.waits_else}.get(step)
    return say_many("{count} waits", "{count} wait", count=waits) if waits else None


def button_of(step: FinishStep, progress: Progress, standing: Standing, files: LeavingFiles) -> Message | None:
    """Return what the quiet button of a step says; None where there is nothing besides the next action."""
    if progress is Progress.NEXT:
        return say("Not now")
    if progress is not Progress.DONE:
        is_early = step is FinishStep.STICK and not standing.pack_is_fresh
        return None if is_early else say("Do this now")
    if step is FinishStep.SHEET:
        return say("Open") if files.sheet_is_fresh else say("Write again")
    return {FinishStep.REPORT: say("Open"), FinishStep.STICK: say("Copy again")}.get(step)


def pack_in_words(pack: LeftPack) -> Message:
    """Return what our own checker found in a pack."""
    return say(
        "Pack revision {revision}, checked: {questions}, {notes}",
        revision=pack.revision,
        questions=say_many("{count} question", "{count} questions", count=pack.questions),
        notes=say_many("{count} note", "{count} notes", count=pack.notes),
    )


def _outcome(step: FinishStep, files: LeavingFiles, *, could_not_open: bool) -> Message | None:
    if step is FinishStep.SHEET and files.sheet is not None:
        return _sheet(files, could_not_open=could_not_open)
    if step is FinishStep.REPORT and files.report is not None:
        if could_not_open:
            return _not_opened(files.report)
        return say("{file}, and the same as PDF", file=files.report.name)
    if step is FinishStep.COUNT:
        return say("Voting ended for good. A result can still be corrected by a new count, with a reason.")
    if step is FinishStep.PACK and files.pack is not None:
        return say("{pack}. {file}", pack=pack_in_words(files.pack), file=files.pack.path.name)
    if step is FinishStep.STICK and files.copy is not None:
        return say("Copied to {folder}, read back and checked", folder=breakable(str(files.copy.parent)))
    return None


def _sheet(files: LeavingFiles, *, could_not_open: bool) -> Message:
    assert files.sheet is not None
    if not files.sheet_is_fresh:
        return say("{file}. Something changed since: write it again if people are still here.", file=files.sheet.name)
    if could_not_open:
        return _not_opened(files.sheet)
    return say("{file}", file=files.sheet.name)


def _not_opened(path: Path) -> Message:
    return say("{file}. No program opened it here: open it from the folder named below.", file=path.name)
