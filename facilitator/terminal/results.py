"""`facilitator results`: what each question came to, as the operator sees it."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator.conduct.event import open_event
from facilitator.conduct.results import results
from facilitator.core.disclosure import Audience, ShownOption, ShownResult, shown
from facilitator.core.keys import State
from facilitator.core.methods import Method
from facilitator.document.visible import in_one_line
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator

if TYPE_CHECKING:
    from facilitator.terminal.subcommands import Subcommands


def add_parser(subcommands: Subcommands) -> None:
    """Add `results` to the commands."""
    words = Translator()
    parser = subcommands.add_parser("results", help=words(say("show what each question came to")))
    parser.add_argument("file", type=Path, metavar="FILE", help=words(say("the event file")))
    parser.add_argument("--json", action="store_true", help=words(say("as JSON, the operator's whole view")))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the results, recounted."""
    event = open_event(arguments.file)
    try:
        found = [shown(result, Audience.OPERATOR) for result in results(event)]
        title = event.details.title
    finally:
        event.close()
    if arguments.json:
        print(json.dumps({"event": title, "questions": [_as_json(one) for one in found]}, indent=1))
    else:
        _print_text(title, found)
    return 0


def _as_json(result: ShownResult) -> dict[str, Any]:
    accounting = result.accounting
    assert accounting is not None  # the operator sees all
    return {
        "key": result.key,
        "stage": result.stage,
        "text": result.text,
        "method": result.method,
        "status": result.status,
        "revision": result.revision,
        "present": accounting.present,
        "cast": accounting.cast,
        "base": result.base,
        "valid": accounting.valid,
        "blank": accounting.blank,
        "spoilt": accounting.spoilt,
        "abstain": accounting.abstain,
        "options": {option.key: _option_as_json(option, result.method) for option in result.options},
    }


def _option_as_json(option: ShownOption, method: Method) -> dict[str, Any]:
    figures: dict[str, Any] = {"text": option.text, "count": option.count}
    if method is Method.DOTS:
        figures["points"] = option.points
    return figures


def _print_text(title: str, found: list[ShownResult]) -> None:
    words = Translator()
    print(in_one_line(title))
    for result in found:
        print(f"\n{result.key}  {in_one_line(result.text)}")
        print(f"    {words(_standing(result))}")
        if result.status in (State.CLOSED, "corrected"):
            for option in result.options:
                print(f"    {_figure(option, result.method):>6}  {option.percent or '':>4}  {in_one_line(option.text)}")


def _figure(option: ShownOption, method: Method) -> str:
    figure = option.points if method is Method.DOTS else option.count
    return "?" if figure is None else str(figure)


def _standing(result: ShownResult) -> Message:
    accounting = result.accounting
    assert accounting is not None
    if result.status == State.READY:
        return say("not asked yet")
    if result.status == State.OPEN:
        return say("open: {cast} have voted", cast=accounting.cast)
    present: str | Message = say("unknown") if accounting.present is None else str(accounting.present)
    if result.method is Method.DOTS:
        return say(
            "{status}: {present} people present, {cast} voted; percentages of {base} dots",
            status=_status(result), present=present, cast=accounting.cast, base=result.base or 0,
        )  # fmt: skip
    return say(
        "{status}: {present} people present, {cast} voted; percentages of {base} valid",
        status=_status(result), present=present, cast=accounting.cast, base=result.base or 0,
    )  # fmt: skip


def _status(result: ShownResult) -> Message:
    return say("corrected") if result.status == "corrected" else say("closed")
