"""`python -m tests.fuzz.mutated_packs 100000 --seed 7`: does our checker withstand packs changed at random?

Every mutant must be refused with a sentence, or be accepted with figures that still add up; one of which only bytes of
the ZIP were changed may only be accepted with every file as it was. `--only` runs one mutant of a seed again.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.conduct.forms import tally_form, the_form
from facilitator.errors import PackDamaged
from facilitator.pack.checking import check_file
from facilitator.words.translator import Translator
from tests.fuzz.adding_up import what_does_not_add_up
from tests.fuzz.mutations import mutated
from tests.pack.rebagging import Files, taken_apart, with_a_short_report
from tests.pack.written import write_pack
from tests.report.event_records import a_whole_event, let_through, record_and_close

REPORTED_EVERY = 10_000


@dataclass
class Found:
    """What became of the mutants."""

    mutants: int = 0
    refused: int = 0
    unchanged: int = 0
    packed_otherwise: int = 0
    other: int = 0
    sentences: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def told(self) -> str:
        """Return it in one line."""
        return (
            f"{self.mutants:,} mutants: {self.refused:,} refused in {len(self.sentences)} sentences, "
            f"{self.unchanged:,} the same bytes again, "
            f"{self.packed_otherwise:,} accepted with the same files in other bytes, "
            f"{self.other:,} accepted with other files that add up, {len(self.failures)} failures"
        )


def a_small_pack(folder: Path) -> bytes:
    """Return a pack with nearly every kind of row, and with a short report, of which only the hash is checked."""
    event = a_whole_event(folder)
    asked = next(question for question in the_form(event, "equality").questions if question.key == "sex")
    sexes = [option.key for option in asked.options]
    for number in range(36):
        tally_form(event, "equality", {"sex": (sexes[number % len(sexes)],)})
    return with_a_short_report(write_pack(let_through(record_and_close(event)), folder).read_bytes())


def run(pack: bytes, numbers: range, seed: int) -> Found:
    """Check the mutants of these numbers; the same seed and number is the same mutant of the same pack."""
    found, original = Found(), taken_apart(pack)
    for number in numbers:
        try:
            mutant = mutated(pack, random.Random(f"{seed}:{number}"))
            if mutant == pack:
                found.unchanged += 1
            else:
                _try(mutant, original, found)
        except Exception as error:  # noqa: BLE001  # any other error is what we look for
            found.failures.append(f"mutant {number} of seed {seed}: {type(error).__name__}: {error}")
        found.mutants += 1
        if found.mutants % REPORTED_EVERY == 0:
            print(found.told(), file=sys.stderr)
    return found


def _try(mutant: bytes, original: tuple[str, Files], found: Found) -> None:
    try:
        check_file(io.BytesIO(mutant))
    except PackDamaged as error:
        found.refused += 1
        found.sentences[_sentence(error)] += 1
        return
    accepted = taken_apart(mutant)
    if accepted == original:
        found.packed_otherwise += 1
        return
    found.other += 1
    if wrong := what_does_not_add_up(accepted[1]):
        raise AssertionError(f"accepted, and {wrong}")


def _sentence(error: PackDamaged) -> str:
    words = Translator()
    if not words(error.message).strip() or not words(error.advice).strip().endswith("."):
        raise AssertionError("refused without a sentence")
    what = error.message.values.get("what", error.message)
    return getattr(what, "text", str(what))


def main() -> None:
    """Make mutants, check them, and say what became of them; 1 is returned if any of them failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.mutated_packs", description=__doc__)
    parser.add_argument("mutants", type=int, help="how many")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", type=int, help="run this one mutant of the seed alone")
    parser.add_argument("--pack", type=Path, help="of this pack; a failure is found again only in the same pack")
    chosen = parser.parse_args()
    numbers = range(chosen.mutants) if chosen.only is None else range(chosen.only, chosen.only + 1)
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="facilitator-fuzz-") as folder:
        pack = chosen.pack.read_bytes() if chosen.pack else a_small_pack(Path(folder))
    found = run(pack, numbers, chosen.seed)
    for sentence, count in found.sentences.most_common():
        print(f"{count:8,}  {sentence}")
    print(*found.failures[:20], sep="\n")
    print(f"{found.told()}; {time.perf_counter() - begun:.0f} s, seed {chosen.seed}")
    if found.failures and not chosen.pack:
        kept = Path(tempfile.gettempdir()) / "facilitator-fuzz.eventpack.zip"
        kept.write_bytes(pack)
        print(f"Run one again with: --pack {kept} --only NUMBER")
    sys.exit(bool(found.failures))


if __name__ == "__main__":
    main()
