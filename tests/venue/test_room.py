"""The room: screens, the back row, printers and phones, and which channels can be used today."""

from __future__ import annotations

import pytest

from facilitator.venue.channels import Usable, channels_today
from facilitator.venue.facts import Printers, Screen
from facilitator.venue.findings import Standing
from facilitator.venue.judging import judged_printers, judged_reading, phones
from facilitator.venue.screens import judged_screens

LAPTOP = Screen("Laptop", 1366, 768, (0, 0), has_controls=True)
PROJECTOR = Screen("EPSON", 1920, 1080, (1366, 0), shows_room=True)
NO_PRINTER, A_PRINTER = Printers(()), Printers(("Office",))


def test_both_screens_are_named_with_which_is_the_rooms():
    finding = judged_screens([LAPTOP, PROJECTOR])

    assert finding.standing is Standing.GOOD
    assert str(finding.told) == "The room sees EPSON, 1920 by 1080. Your controls are on Laptop."


@pytest.mark.parametrize(
    ("screens", "standing", "advice"),
    [
        ([], Standing.LOOK, "Plug the projector in"),
        ([LAPTOP], Standing.LOOK, "Plug the projector in"),
        ([LAPTOP, Screen("EPSON", 1366, 768, (0, 0))], Standing.FIRST, "extend"),
        ([LAPTOP, Screen("EPSON", 1920, 1080, (1366, 0))], Standing.LOOK, "Open the room screen"),
        ([Screen("Laptop", 1366, 768, (0, 0), True, True), Screen("EPSON", 1920, 1080, (1366, 0))],
         Standing.FIRST, "Press W"),
        ([LAPTOP, Screen("OLD", 640, 480, (1366, 0), shows_room=True)], Standing.LOOK, "larger size"),
    ],
    ids=["none", "only one", "doubled", "room screen closed", "wrong way round", "coarse"],
)  # fmt: skip
def test_what_is_amiss_with_the_screens_is_told(screens, standing, advice):
    finding = judged_screens(screens)

    assert finding.standing is standing
    assert advice in str(finding.advice)


@pytest.mark.parametrize(
    ("is_legible", "standing"), [(True, Standing.GOOD), (False, Standing.FIRST), (None, Standing.LOOK)]
)
def test_the_back_row_is_good_only_when_somebody_said_so(is_legible, standing):
    assert judged_reading(is_legible=is_legible).standing is standing


def test_printers_are_counted_and_none_is_told():
    assert "Office" in str(judged_printers(A_PRINTER).told)
    assert "B and 2 others" in str(judged_printers(Printers(("A", "B", "C"), "B")).told)
    assert judged_printers(NO_PRINTER).standing is Standing.LOOK
    assert judged_printers(None).standing is Standing.LOOK


def test_phones_are_never_offered_in_this_version():
    assert phones().standing is Standing.LATER
    for tables, printers, paper in ((10, A_PRINTER, True), (None, NO_PRINTER, False)):
        channels = channels_today(tables=tables, printers=printers, brought_paper=paper)
        assert channels[-1].usable is Usable.LATER


def usable(**more):
    found = channels_today(**{"tables": 10, "printers": A_PRINTER, "brought_paper": None, **more})
    return [str(one.name) for one in found if one.usable is Usable.TODAY]


def test_hands_can_always_be_used():
    assert usable(tables=None, printers=NO_PRINTER, brought_paper=False) == ["Hands"]


def test_tables_need_their_number():
    assert "Tables’ own counts" in usable()
    assert "Tables’ own counts" not in usable(tables=None)


def test_paper_needs_a_printer_or_slips_that_are_here():
    assert "Paper" in usable()
    assert "Paper" in usable(printers=NO_PRINTER, brought_paper=True)
    assert "Paper" not in usable(printers=NO_PRINTER, brought_paper=False)


def test_paper_is_not_denied_before_anybody_looked():
    paper = channels_today(tables=10, printers=None, brought_paper=None)[2]

    assert paper.usable is Usable.NOT_TODAY
    assert "Not known yet" in str(paper.how)
