"""How the frozen sample was made: `PYTHONPATH=.:tests python -m tests.pack.samples.making FOLDER`.

The sample stays as it is when the program changes; a later format has a sample of its own beside it.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from facilitator.conduct.access import Told, record_access
from facilitator.conduct.attending import Measure, Role, record_attendance, record_invitation
from facilitator.conduct.event import Event
from facilitator.conduct.forms import tally_form
from facilitator.conduct.next_steps import NextStep, add_next_step
from facilitator.conduct.playing_back import add_main_point
from facilitator.conduct.reviewing import keep, to_read
from facilitator.handover.packs import make_pack
from tests.report.event_records import a_whole_event

AGES = {"25-34": 12, "35-44": 11, "45-54": 2, "55-64": 7, "prefer-not-to-say": 6}
STEPS_OF_AGREEMENT = ("strongly-agree", "agree", "neither", "disagree")


def make_the_sample(folder: Path) -> Path:
    """Write a pack with something in every table that this format fills."""
    with tempfile.TemporaryDirectory() as elsewhere:
        event = a_whole_event(Path(elsewhere))
        _who_came(event)
        _forms(event)
        add_main_point(event, "Buses matter most", minority=True)
        add_next_step(event, NextStep("The report of today is published.", "the organisers", "20 December 2026"))
        keep(event, [one.digest for one in to_read(event)])
        pack = make_pack(event, folder)
        event.close()
    return pack


def _who_came(event: Event) -> None:
    record_invitation(event, invited=300, booked=101)
    record_attendance(event, Measure.ATTENDED, 6, role=Role.STAFF)
    record_attendance(event, Measure.ATTENDED, 2, role=Role.OBSERVER)
    record_access(event, "Hearing loop", asked=Told.YES, provided=Told.YES, worked=Told.PARTLY)


def _forms(event: Event) -> None:
    dice = random.Random(1)
    for age, people in AGES.items():
        for _ in range(people):
            tally_form(event, "equality", {"age": (age,)})
            tally_form(event, "evaluation", {"understood": (dice.choice(STEPS_OF_AGREEMENT),)})


if __name__ == "__main__":
    print(make_the_sample(Path(sys.argv[1])))
