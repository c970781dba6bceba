"""Rows that say one thing in one table and another in the next: refused although every hash and sum fits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.conduct.settling import settle_statement
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.wording import text_hash
from facilitator.pack import layout
from facilitator.pack.checking import check_pack
from tests.builders import a_count, the_default_event
from tests.pack.rebagging import table_rows, taken_apart
from tests.pack.refusing import Bad, Damage, Rows, all_of, assert_refused, cells, each_of, rows
from tests.pack.written import write_pack
from tests.report.event_records import let_through, record_and_close, vote

EVENT, ACTIVITIES, QUESTIONS, OUTCOMES, CARRIED, NOTES, COMMITMENTS, HEADCOUNTS, CHANGES = map(
    layout.table_path,
    ("event", "activities", "questions", "outcomes", "carried", "notes", "commitments", "headcounts", "changes"),
)
S3, DIRECTION = 3, 8  # rows of questions
TALK = 4  # the row of a step


def of_kind(which: str, **changed: str) -> Damage:
    """Return the damage to cells of the note of a kind, wherever its random id put it."""

    def change(found: Rows) -> None:
        next(row for row in found if row["kind"] == which).update(changed)

    return rows("notes", change)


def in_one_session(found: Rows) -> None:
    for row in found:
        row["session"] = "a" * 16


def with_participants(found: Rows) -> None:
    found.append({"role": "participant", "people": "500"})


def reworded(outcome: str) -> Damage:
    return cells("outcomes", outcome=outcome, text="Abolish it.", text_hash=text_hash("Abolish it."))


SAID = "Words stand in place of figures, and only of those told in words."
REVISION = f"This revision is not one of the result in {QUESTIONS}."

BAD = {
    "words beside figures": Bad(cells("questions", in_words="7 of 9 people, all of table 3, chose Agree"),
        f"{QUESTIONS}, line 2, in_words: {SAID}"),
    "words on a question never asked": Bad(cells("questions", S3, in_words="Everybody agreed"),
        f"{QUESTIONS}, line 4, in_words: {SAID}"),
    "a version of nought": Bad(cells("questions", wording_version="0"),
        f"{QUESTIONS}, line 2, wording_version: Versions are counted from 1."),
    "a question about an area that is none": Bad(cells("questions", DIRECTION, from_area="zz"),
        f"{QUESTIONS}, line 9, from_area: “zz” is not in options.csv."),
    "a step about an area that is none": Bad(cells("activities", 13, from_area="zz"),
        f"{ACTIVITIES}, line 14, from_area: “zz” is not in options.csv."),
    "an outcome of a question never asked": Bad(cells("outcomes", question="s3"),
        f"{OUTCOMES}, line 2: It settles a question that was never asked."),
    "other words adopted": Bad(reworded("adopted"),
        f"{OUTCOMES}, line 2, text: What was adopted or left is not the wording in {QUESTIONS}."),
    "other words left": Bad(reworded("left"), f"{OUTCOMES}, line 2, text: What was adopted or left is not"),
    "a revision that never was carried": Bad(cells("carried", result_revision="99"),
        f"{CARRIED}, line 2, result_revision: {REVISION}"),
    "an earlier revision carried that still holds": Bad(cells("carried", stale="false"),
        f"{CARRIED}, line 2, result_revision: {REVISION}"),
    "a revision of nought carried": Bad(cells("carried", result_revision="0"),
        f"{CARRIED}, line 2, result_revision: {REVISION}"),
    "a change years before": Bad(cells("changes", day="1999-01-01"),
        f"{CHANGES}, line 2, day: This day is more than a year before the event."),
    "another promise": Bad(cells("commitments", text="The council gives 10 million"),
        f"{COMMITMENTS}, line 2, text: It is not what the note says in {NOTES}."),
    "a promise that begins alike": Bad(cells("commitments", text="The council will print nothing"),
        f"{COMMITMENTS}, line 2, text: It is not what the note says in {NOTES}."),
    "a promise of somebody else": Bad(cells("commitments", owner="The county"),
        f"{COMMITMENTS}, line 2, owner: It is not what the note says in {NOTES}."),
    "a promise for another day": Bad(cells("commitments", by_when="tomorrow"),
        f"{COMMITMENTS}, line 2, by_when: It is not what the note says in {NOTES}."),
    "a promise that is left out": Bad(rows("commitments", list.clear), "Its kind does not fit"),
    "a promise that is none": Bad(of_kind("commitment", kind="point"), "kind: Its kind does not fit"),
    "one table in two stages": Bad(rows("notes", in_one_session),
        "session: One table at one step is in one stage, and this is in two."),
    "more tables returned than there were": Bad(cells("activities", TALK, tables_returned="50"),
        f"{ACTIVITIES}, line 5, tables_returned: More tables returned notes than there were."),
    "more tables heard than returned": Bad(cells("activities", TALK, tables_read_back="2"),
        f"{ACTIVITIES}, line 5, tables_read_back: More tables heard their notes than returned any."),
    "no tables": Bad(cells("event", tables="0"), f"{EVENT}, line 2, tables: An event has no nought of tables"),
    "nobody counted at the door": Bad(cells("event", counted_at_the_door="true", attended=""),
        f"{EVENT}, line 2, counted_at_the_door: Nobody says how many were counted at the door."),
    "a language that is none": Bad(cells("event", language="xx-<script>"),
        f"{EVENT}, line 2, language: “xx-<script>” is not a language code."),
    "participants among the others": Bad(rows("headcounts", with_participants),
        f"{HEADCOUNTS}, line 2, role: Participants are counted in event.csv."),
}  # fmt: skip


@each_of(BAD)
def test_rows_that_do_not_fit_are_refused_with_a_sentence(good_pack: bytes, tmp_path, bad: Bad):
    assert_refused(bad.damage(good_pack), bad.sentence, tmp_path)


@pytest.mark.parametrize("kind", OutcomeKind)
def test_every_outcome_goes_into_a_pack(tmp_path, kind):
    event = the_default_event(tmp_path)
    vote(event, "s1", a_count(agree=62, unsure=10, disagree=7))
    text = "Ring ann@example.org at home." if kind is OutcomeKind.CHANGED else ""
    settle_statement(event, "s1", kind, decided_by="the room", text=text)

    assert check_pack(write_pack(let_through(record_and_close(event)), tmp_path)).questions == 1


def test_a_wrong_clock_leaves_the_day_of_a_change_empty(whole_event, tmp_path):
    wrong = tuple(change._replace(at="2000-01-01T00:00:00+00:00") for change in whole_event.changes)

    pack = write_pack(let_through(replace(whole_event, changes=wrong)), tmp_path)

    headings, *found = table_rows(taken_apart(pack.read_bytes())[1], "changes")
    assert {row[headings.index("day")] for row in found} == {""}


def test_two_wrongs_are_still_refused(good_pack: bytes, tmp_path):
    both = all_of(reworded("adopted"), cells("commitments", owner="The county"))

    assert_refused(both(good_pack), "What was adopted or left", tmp_path)
