"""No words that somebody typed for the event leave before a person has read them: every kind of text, every output."""

from __future__ import annotations

import zipfile
from dataclasses import replace

import pytest

from builders import a_count
from facilitator.conduct.access import Told, record_access
from facilitator.conduct.carrying import carry_forward
from facilitator.conduct.cutting import change_minutes
from facilitator.conduct.event import change_details
from facilitator.conduct.finishing import close_the_count
from facilitator.conduct.meeting import DutyState, Openness, mark_duty, tell_openness
from facilitator.conduct.next_steps import NextStep, add_next_step
from facilitator.conduct.noting import Note, NoteId, NoteKind, add_note, edit_note
from facilitator.conduct.playing_back import Heard, add_main_point, hear
from facilitator.conduct.printed_words import other_words
from facilitator.conduct.record import event_record
from facilitator.conduct.reviewing import keep, to_read
from facilitator.conduct.room_areas import add_room_made_area
from facilitator.conduct.settling import settle_statement
from facilitator.conduct.timing import skip_activity
from facilitator.conduct.voting import Closing, ask_again, close_question, open_question, void_question
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.wording import words_digest
from facilitator.gate.publishing import published
from facilitator.handover.documents import write_documents
from facilitator.handover.packs import make_pack
from facilitator.report.html import report_html
from facilitator.report.same_day_sheet import same_day_sheet
from facilitator.words.translator import Translator
from tests.report.event_records import vote

PLANTED = tuple(
    f"zq{one}" for one in (
        "area", "reworded", "againwhy", "voidwhy", "explained", "carriedby", "carriedwhy", "settledby", "settledas",
        "settledwhy", "skipped", "minutes", "point", "step", "whodoes", "bywhen", "access", "note", "owner", "day",
        "closed", "whyshut", "remark",
    )
)  # fmt: skip
WHOLE = {"zqarea": "zqarea: more of it"}


@pytest.fixture
def full(event):
    """Return an event with a word of its own in every kind of text, after which nothing is open."""
    area = add_room_made_area(event, "areas", WHOLE["zqarea"])
    ask_again(event, "s2", "zqreworded", why="zqagainwhy")
    void_question(event, "s3", why="zqvoidwhy")
    open_question(event, "s1", present=30)
    close_question(event, "s1", Closing(explanation="zqexplained"))
    vote(event, "s4", a_count(agree=20, unsure=1, disagree=7), present=30)
    vote(event, "areas", a_count(voting=30, a1=20, a2=12, a3=9, **{area: 25}), present=30)
    carry_forward(event, decided_by="zqcarriedby", why="zqcarriedwhy", places=2)
    settle_statement(event, "s4", OutcomeKind.CHANGED, decided_by="zqsettledby", text="zqsettledas", why="zqsettledwhy")
    skip_activity(event, "talk-goals", why="zqskipped")
    change_minutes(event, "talk-areas", 20, why="zqminutes")
    add_main_point(event, "zqpoint")
    add_next_step(event, NextStep("zqstep", who="zqwhodoes", by_when="zqbywhen"))
    record_access(event, "zqaccess", asked=Told.YES)
    add_note(event, Note("zqnote", "talk-areas", kind=NoteKind.COMMITMENT, owner="zqowner", by_when="zqday"))
    tell_openness(event, Openness.CLOSED, "zqwhyshut")
    mark_duty(event, "first-aid", DutyState.NOT_NEEDED, "zqremark")
    close_the_count(event, why="zqclosed")
    return event


def everything_out(event, folder) -> bytes:
    """Return all bytes that leave: report, same-day sheet and every file of the pack."""
    found = published(event_record(event))
    pages = [report_html(found, Translator()).encode(), repr(same_day_sheet(found, Translator())).encode()]
    pages.append(repr(found).encode())  # the PDF files hold their words compressed; they are made of this alone
    write_documents(event, folder, Translator())
    pages += [path.read_bytes() for path in folder.iterdir() if path.suffix == ".html"]
    with zipfile.ZipFile(make_pack(event, folder)) as pack:
        pages += [pack.read(name) for name in pack.namelist()]
    return b"\n".join(pages)


def test_every_planted_word_is_to_be_read(full):
    waiting = {one.text for one in to_read(full)}

    assert waiting == {WHOLE.get(one, one) for one in PLANTED}


def test_no_unread_word_is_in_anything_that_leaves(full, tmp_path):
    out = everything_out(full, tmp_path)

    assert [one for one in PLANTED if one.encode() in out.lower()] == []
    assert [one.text for one in other_words(event_record(full)) if one.text.encode() in out] == []
    assert b"[not read by a person yet]" in out


@pytest.mark.parametrize("held", PLANTED)
def test_the_one_text_that_was_not_read_is_the_one_that_is_missing(full, held):
    keep(full, [one.digest for one in to_read(full) if one.text != WHOLE.get(held, held)])

    out = repr(published(event_record(full)))

    gone_with_it = {held, "zqowner", "zqday"} if held == "zqnote" else {held}
    assert {one for one in PLANTED if one not in out} == gone_with_it


def test_once_all_is_read_nothing_is_held_and_steps_and_questions_have_the_areas_name(full, tmp_path):
    keep(full, [one.digest for one in to_read(full)])

    found = published(event_record(full))

    assert (found.unread.words, found.unread.notes) == (0, 0)
    assert "[not read by a person yet]" not in repr(found)
    assert any(step.title.endswith(": zqarea") for step in found.steps)
    assert b"zqarea" in everything_out(full, tmp_path)


def test_what_was_read_before_an_edit_does_not_let_the_new_owner_out(event):
    note = NoteId(b"3" * 16)
    before = Note("We visit weekly", "talk-goals", kind=NoteKind.COMMITMENT, owner="the team")
    add_note(event, before, note_id=note)
    keep(event, [one.digest for one in to_read(event)])

    edit_note(event, note, replace(before, owner="Jean", by_when="when it lifts"))

    (told,) = published(event_record(event)).notes
    assert (told.owner, told.by_when) == ("[not read by a person yet]",) * 2
    assert {one.text for one in to_read(event)} == {"Jean", "when it lifts"}


def test_a_main_point_that_was_read_to_the_room_leaves(event):
    hear(event, add_main_point(event, "zqyes"), Heard.YES)
    hear(event, add_main_point(event, "zqbefore"), Heard.CHANGED, "zqchanged")
    add_main_point(event, "zqnotyet")

    found = [point.text for point in published(event_record(event)).main_points]

    assert found == ["zqyes", "zqchanged", "[not read by a person yet]"]


def test_what_was_announced_leaves_unread(event):
    change_details(event, replace(event.details, place="Ring 07700 900123"))

    assert published(event_record(event)).details.place == "Ring 07700 900123"


def test_reading_an_area_lets_through_what_was_made_of_it(full):
    keep(full, [words_digest(WHOLE["zqarea"])])

    found = published(event_record(full))

    assert sum("zqarea" in step.title for step in found.steps) >= 1
    assert any("zqarea" in result.text for result in found.results)
