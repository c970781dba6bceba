"""The commands of the terminal: `facilitator COMMAND --help` tells each."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from facilitator import __version__
from facilitator.errors import FacilitatorError
from facilitator.words.message import say
from facilitator.words.translator import Translator

COMMANDS = ("new", "import_votes", "results", "close_count", "report", "pack", "check", "rehearse")
REFUSED = 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, or 1 with one sentence on standard error where it is refused (usage exits with 2)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console of another encoding shows "?" for what it lacks, and never a traceback.
            stream.reconfigure(errors="replace")
    arguments = _parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except FacilitatorError as error:
        words = Translator()
        print(f"{words(error.message)} {words(error.advice)}", file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone: there is nobody to tell
        return REFUSED
    except OSError as error:
        # What stands between us and the reader is full or gone; the event file has sentences of its own for its disk.
        print(Translator()(say("It could not be written: {reason}.", reason=error.strerror or "")), file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except KeyboardInterrupt:
        print(Translator()(say("Stopped. What was acknowledged before is safe.")), file=sys.stderr)
        return REFUSED
    return code


def _parser() -> argparse.ArgumentParser:
    words = Translator()
    parser = argparse.ArgumentParser(
        prog="facilitator",
        description=words(say("Run a public conversation from one event file, without windows and without internet.")),
    )
    parser.add_argument("--version", action="version", version=f"facilitator {__version__}")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        import_module(f"facilitator.terminal.{command}").add_parser(subparsers)
    return parser


if __name__ == "__main__":
    sys.exit(main())
