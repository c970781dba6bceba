"""The default event changed in twenty ways, rehearsed from its first step to its report and its checked pack."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from facilitator.conduct.preparing import differences_now, prepare
from facilitator.conduct.record import event_record
from facilitator.core.plan import edits
from facilitator.core.plan.edits import NewStep
from facilitator.core.programme import ActivityKind, EvidenceCard, Programme, PromiseLevel
from facilitator.core.wording import text_hash
from facilitator.gate.publishing import published
from facilitator.handover.packs import make_pack
from facilitator.pack.checking import check_pack
from facilitator.programme.shipped import find_programme
from facilitator.rehearsal.crowd import a_crowd
from facilitator.rehearsal.playing import play
from facilitator.report.html import report_html
from facilitator.words.translator import Translator
from tests.rehearsal.rehearsals import a_rehearsal

SHIPPED = find_programme("living-well-here")
PROMISE = "What you say changes where the money goes first; it cannot change how much there is."
S2, J1, OWN = "Home first, wherever that can be.", "Say plainly what it costs.", "Buses should run in the evening."
AREA, A3 = "Getting about: buses and lifts for people who do not drive", "Good days: things to do that people value"
CARD = EvidenceCard(headline="The last bus leaves at six.", cost="£410,000", source="Council", date="March 2026")
TALK = NewStep(ActivityKind.TABLE_TALK, "goals", "Table talk about buses", 6, ("Who is left at home?",))
TEA = NewStep(ActivityKind.BREAK, "difference", "Tea", 10)


def twenty_ways() -> Programme:
    """Return the shipped programme changed in twenty ways, one line for each."""
    programme = SHIPPED.programme
    programme = edits.promised(programme, PromiseLevel.COLLABORATE, PROMISE)
    programme = edits.with_givens(programme, ("There is no new building.", SHIPPED.programme.givens[0].text))
    programme = edits.with_ground_rules(programme, ("One voice at a time.", "Speak slowly."))
    programme = edits.with_access(programme, ("Hearing loop", "Seats near the door"))
    programme = edits.with_next_steps(programme, (("A letter goes to everyone who came.", "The council"),))
    programme = edits.with_step_title(programme, "full", "welcome", "Come in")
    programme = edits.with_minutes(programme, "full", "talk-areas", 20)
    programme = edits.with_step_prompts(programme, "full", "talk-goals", ("What would a good week be?",))
    programme = edits.moved(programme, "full", "break", -3)
    programme = edits.added(programme, "full", "read-goals", TALK)
    programme = edits.added(programme, "full", "settle-goals", TEA)
    programme = edits.without(programme, "full", "what-matters")
    programme = edits.reworded(programme, "s2", S2)
    programme = edits.reworded(programme, "j1", J1)
    programme = edits.with_statement(programme, "full", "vote-goals", OWN)
    programme = edits.without_question(programme, "full", "s5")
    programme = edits.with_option(programme, "areas", AREA)
    programme = edits.reworded_option(programme, "areas", "a3", A3)
    programme = edits.without_option(programme, "areas", "a5")
    programme = edits.moved_option(programme, "areas", "a4", -2)
    programme = edits.with_max_marks(programme, "areas", 2)
    programme = edits.with_evidence(programme, "a1", CARD)
    return edits.with_models(programme, "a2", ("visits from paid carers at home", "a warden on call"))


@dataclass(frozen=True)
class Handed:
    """What is left of the event: its record, the words of its report, and its pack."""

    programme: Programme
    record: object
    differences: tuple
    page: str
    pack: Path

    def cells(self, table: str) -> list[dict[str, str]]:
        with zipfile.ZipFile(self.pack) as zip_file:
            name = next(name for name in zip_file.namelist() if name.endswith(f"/{table}.csv"))
            return [*csv.DictReader(io.StringIO(zip_file.read(name).decode("utf-8-sig")))]

    def cell(self, table: str, row: int, column: str) -> str:
        return self.cells(table)[row][column]


@pytest.fixture(scope="module")
def handed(tmp_path_factory: pytest.TempPathFactory) -> Handed:
    """Prepare the default event in twenty ways, rehearse it, and hand it over."""
    folder, crowd = tmp_path_factory.mktemp("prepared"), a_crowd(80, None, 1)
    event, clock = a_rehearsal(folder, crowd)
    try:
        prepare(event, twenty_ways())
        for _ in play(event, crowd, clock):
            pass
        record = event_record(event)
        pack = make_pack(event, folder, rehearsal=True)
        page = re.sub("<[^>]+>", "", report_html(published(record), Translator()))
        return Handed(event.programme, record, differences_now(event), page, pack)
    finally:
        event.close()


def test_the_pack_of_the_prepared_event_is_whole(handed):
    assert check_pack(handed.pack).revision == 1


def test_every_question_of_the_prepared_programme_has_a_result(handed):
    asked = [key for step in handed.programme.variant("full").activities for key in step.questions if key != "tea"]

    of_room = [one.key for one in handed.record.results if not one.from_area and not one.key.endswith("run-off")]
    assert of_room == asked
    assert {one.status for one in handed.record.results} <= {"closed", "corrected"}


def test_the_run_sheet_of_the_prepared_programme_was_walked(handed):
    walked = [step.key for step in handed.record.steps if step.from_area is None]
    wanted = [step.key for step in handed.programme.variant("full").activities if not step.each_area]

    assert walked == wanted
    assert all(step.started_at or step.skipped for step in handed.record.steps)


def test_the_report_tells_every_difference(handed):
    kinds = {one.kind for one in handed.differences}

    assert len(handed.differences) >= 20
    assert len(kinds) >= 18
    for told in ("1.1 What matters to you was left out.", "Tea was added, with 10 minutes.", S2, OWN, PROMISE):
        assert told in handed.page


def test_the_report_counts_what_cannot_be_compared(handed):
    lost = sum(one.must_have for one in handed.differences)

    assert lost >= 6
    assert f"{lost} of these change what every event of the programme is to ask" in handed.page


def test_what_was_taken_out_in_preparing_is_nowhere_called_taken_back(handed):
    removed = SHIPPED.programme.question("s5").wording.text

    assert removed not in {one.text for one in handed.record.taken_back}
    assert "s5" not in {row["about"] for row in handed.cells("changes")}
    assert "s5" not in {row["question"] for row in handed.cells("questions")}


def test_the_pack_names_the_issued_programme(handed):
    assert handed.cell("event", 0, "programme_hash") == SHIPPED.digest
    assert handed.cell("event", 0, "programme") == "living-well-here"
    assert handed.cell("event", 0, "promise_text") == PROMISE


def test_the_pack_tells_the_organisers_questions_from_the_programmes(handed):
    questions = {row["question"]: row for row in handed.cells("questions")}

    s2 = questions["s2"]
    assert (s2["text_hash"], s2["source"], s2["wording_version"]) == (text_hash(S2), "organiser", "2")
    assert (questions["s1"]["source"], questions["s1"]["wording_version"]) == ("programme", "1")
    assert [row["source"] for row in questions.values() if row["text"] == OWN] == ["organiser"]


def test_the_pack_tells_the_organisers_options_from_the_programmes(handed):
    options = [row for row in handed.cells("options") if row["question"] == "areas"]

    assert [row["option"] for row in options][:4] == ["a1", "a4", "a2", "a3"]
    assert {row["source"] for row in options if row["text"] in (AREA, A3)} == {"organiser"}
    assert {row["source"] for row in options if row["option"] in ("a1", "a2", "a4")} == {"programme"}


def test_prepared_words_are_published_unread(handed):
    assert J1 in handed.page
    assert "Come in" in {row["title"] for row in handed.cells("activities")}
