"""The pages of the kit: one page each, with what they promise and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.errors import Refused
from facilitator.kit.safeguarding_slip import safeguarding_slip_pdf
from facilitator.kit.venue_page import CheckedVenue, venue_page_pdf
from facilitator.kit.writing import write_page
from facilitator.venue.channels import channels_today
from facilitator.venue.facts import Power, Printers, Screen
from facilitator.venue.findings import Finding
from facilitator.venue.judging import judged_power, judged_printers, judged_reading, phones
from facilitator.venue.screens import judged_screens
from facilitator.words.translator import Translator
from tests.document.pdf.reading import pages, text_of
from tests.venue.a_computer import a_computer, found

WORDS = Translator()
LONG = (
    "A conversation about living well at home for longer, with neighbours, carers and everybody who wants to come " * 2
)


def a_venue(*findings: Finding, title: str = "Living well", **more: object) -> CheckedVenue:
    channels = channels_today(tables=10, printers=Printers(()), brought_paper=True)
    return CheckedVenue(title, "Village hall", "20 November 2026 at 08:41", findings, channels, **more)


def test_the_venue_page_says_which_channels_to_use_and_that_phones_come_later():
    text = text_of(venue_page_pdf(a_venue(judged_power(Power(12, False)), phones()), WORDS))

    assert "Use today Hands" in text
    assert "Slips are here." in text
    assert "Do not plan on these Phones A later version brings them." in text
    assert "Do this first Not plugged in; the battery is at 12 %." in text


def test_the_venue_page_is_one_page_even_where_everything_fails_and_names_are_long(tmp_path):
    poor = a_computer(
        step_s=0.4, space=lambda folder: (1, 2), battery=lambda: Power(9, False), available_bytes=lambda: 1
    )
    findings = [*found(tmp_path / "gone", poor).values(), judged_screens([Screen(LONG[:60], 1366, 768)])]
    findings += [judged_reading(is_legible=False), judged_printers(Printers(())), phones()]

    assert len(pages(venue_page_pdf(a_venue(*findings, title=LONG, rehearsal=True), WORDS))) == 1


def test_the_venue_page_of_a_rehearsal_says_so():
    assert "Rehearsal" in text_of(venue_page_pdf(a_venue(phones(), rehearsal=True), WORDS))


def test_the_slip_has_the_name_and_number_and_nothing_filled_in():
    text = text_of(safeguarding_slip_pdf("Jane Okafor", "01234 567890", "Ring twice.", WORDS))

    assert "Pass it on to Jane Okafor" in text
    assert "Number 01234 567890" in text
    assert "Ring twice." in text
    assert "999" in text
    assert "Day and time it was told:" in text


@pytest.mark.parametrize(("name", "advice"), [("", ""), ("Jane", ""), (LONG[:200], LONG * 4)])
def test_the_slip_is_one_page_with_room_to_write(name, advice):
    slip = safeguarding_slip_pdf(name, "01234 567890", advice, WORDS)

    assert len(pages(slip)) == 1


def test_neither_the_slip_nor_its_title_tells_a_bystander_what_it_is_about():
    text = text_of(safeguarding_slip_pdf("Jane", "1", "", WORDS)).lower()

    assert "abuse" not in text
    assert "safeguarding" not in text


def test_a_page_takes_the_place_of_an_earlier_one_and_of_nothing_else(tmp_path):
    path, content = tmp_path / "page.pdf", venue_page_pdf(a_venue(phones()), WORDS)
    write_page(path, content)
    write_page(path, content)
    assert path.read_bytes() == content

    path.write_bytes(b"somebody's own")
    with pytest.raises(Refused, match="no page that this program wrote"):
        write_page(path, content)
    assert path.read_bytes() == b"somebody's own"
    assert list(tmp_path.iterdir()) == [path]


def test_a_page_that_cannot_be_written_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(Refused, match="cannot be written"):
        write_page(Path(tmp_path) / "gone" / "page.pdf", b"")
