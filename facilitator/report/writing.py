"""Writing the report to a file: whole or not at all, and never over something that is no report."""

from __future__ import annotations

import os
from pathlib import Path

from facilitator.errors import Refused
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.html import report_html
from facilitator.words.message import say
from facilitator.words.translator import Translator

_HOW_A_REPORT_BEGINS = b"<!doctype html>"


def write_report(event: PublishedEvent, path: Path, words: Translator) -> None:
    """Write the report to `path`, in place of an earlier report there.

    Raises `Refused` for a file that is no report, and where it cannot be written; then what was there stays.
    """
    unfinished = path.with_name(path.name + ".part")
    try:
        _refuse_another_file(path)
        unfinished.write_text(report_html(event, words), encoding="utf-8", newline="\n")
        os.replace(unfinished, path)
    except OSError as error:
        raise Refused(
            say("The report cannot be written to {path}.", path=str(path)), say("Choose another folder or name.")
        ) from error


def _refuse_another_file(path: Path) -> None:
    if not path.exists():
        return
    with path.open("rb") as file:
        beginning = file.read(len(_HOW_A_REPORT_BEGINS))
    if beginning.lower() != _HOW_A_REPORT_BEGINS:
        raise Refused(
            say("{path} is there already and is no report.", path=str(path)), say("Give the report another name.")
        )
