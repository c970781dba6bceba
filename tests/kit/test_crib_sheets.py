"""The crib sheets: one readable page each for every length, with the steps as they are planned."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from facilitator.core.notes import NoteKind
from facilitator.core.plan.edits import with_minutes, with_step_title
from facilitator.kit.crib_sheets import CribbedEvent, facilitator_crib_pdf
from facilitator.kit.note_takers_crib import KINDS, note_taker_crib_pdf
from facilitator.kit.planned_steps import planned_steps
from facilitator.programme.shipped import find_programme
from facilitator.words.translator import Translator
from tests.document.pdf.reading import pages, squeezed, text_of

WORDS = Translator()
PROGRAMME = find_programme("living-well-here").programme
SHEETS = {"facilitator": facilitator_crib_pdf, "note-takers": note_taker_crib_pdf}
TEN_O_CLOCK = 600
SMALLEST_PT, FOOT_PT = 9, 45


def an_event(variant: str = "full", **more: object) -> CribbedEvent:
    return CribbedEvent(PROGRAMME, variant, "Living well", "Village hall, Friday 20 November 2026", **more)


def smallest_pt(pdf: bytes) -> float:
    """Return the size of the smallest character of a page, but for its foot."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        places = [place for place in range(text.count_chars()) if text.get_charbox(place)[1] > FOOT_PT]
        sizes = [pypdfium2.raw.FPDFText_GetFontSize(text, place) for place in places]
    return min(size for size in sizes if size > 1)


def squeezed_text(pdf: bytes) -> str:
    """Return all its text without spaces, as columns of figures are set apart by them."""
    return squeezed(text_of(pdf))


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("variant", ["full", "short", "slot"])
@pytest.mark.parametrize("rehearsal", [True, False])
def test_every_length_goes_on_one_page_that_can_be_read(sheet, variant, rehearsal):
    pdf = SHEETS[sheet](an_event(variant, rehearsal=rehearsal), WORDS)

    assert len(pages(pdf)) == 1
    assert smallest_pt(pdf) >= SMALLEST_PT
    assert ("Rehearsal" in text_of(pdf)) is rehearsal


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_long_name_and_place_still_go_on_one_page(sheet):
    long = replace(an_event(rehearsal=True), title="A conversation about living well at home for longer " * 4)

    assert len(pages(SHEETS[sheet](long, WORDS))) == 1


@pytest.mark.parametrize("variant", ["full", "short", "slot"])
def test_the_facilitator_has_every_step_with_its_minutes(variant):
    text = squeezed_text(facilitator_crib_pdf(an_event(variant), WORDS))

    for step in planned_steps(PROGRAMME, variant):
        assert squeezed(f"{step.minutes}{step.number}{step.title}") in text


def test_the_clock_counts_from_the_beginning_until_that_is_known():
    before, after = an_event(), an_event(begins_at=TEN_O_CLOCK)

    assert "0:10101.1Whatmatterstoyou" in squeezed_text(facilitator_crib_pdf(before, WORDS))
    assert "10:10101.1Whatmatterstoyou" in squeezed_text(facilitator_crib_pdf(after, WORDS))
    assert "00:10101.1" in squeezed_text(facilitator_crib_pdf(an_event(begins_at=0), WORDS))


def test_the_steps_are_as_they_were_prepared():
    prepared = with_step_title(PROGRAMME, "slot", "talk-areas", "Talk in pairs")
    prepared = with_minutes(prepared, "slot", "talk-areas", 9)
    event = replace(an_event("slot"), programme=prepared)

    text = squeezed_text(facilitator_crib_pdf(event, WORDS))
    assert "92.1Talkinpairs" in text
    assert "0:2132.2" in text


def test_what_to_do_when_a_person_tells_of_harm_stands_under_do():
    text = text_of(facilitator_crib_pdf(an_event(), WORDS))
    do, _, rest = text.partition("Do Do not")

    assert rest.strip().startswith("If someone is in immediate danger, call 999 now.")
    assert "Press G" in rest
    assert "999" not in do


def test_note_takers_have_all_kinds_the_prompts_and_room_for_counts():
    text = text_of(note_taker_crib_pdf(an_event(), WORDS))

    assert set(KINDS) == set(NoteKind)
    for name, for_what in KINDS.values():
        assert f"{name.text} {for_what.text}" in text
    assert "What already helps here? What gets in the way?" in text
    assert "Leave every second line blank." in text
    assert "Write no names" in text
    assert "People here Agree Unsure Disagree Rather not say 1. 2. 3." in text


def test_a_length_that_is_not_there_has_no_steps():
    assert planned_steps(PROGRAMME, "a week") == ()
