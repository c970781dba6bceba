"""Figures that cannot be true together, or that nobody may publish: refused although every hash fits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.conduct.attending import Measure, Role, record_attendance
from facilitator.conduct.forms import tally_form
from facilitator.core.disclosure import SuppressionPolicy
from facilitator.pack import layout
from facilitator.pack.checking import check_pack
from tests.builders import an_event
from tests.pack.refusing import Bad, Damage, Rows, all_of, assert_refused, cells, each_of, rows
from tests.pack.written import write_pack
from tests.report.event_records import let_through, record_and_close

QUESTIONS, RESULTS, ACCOUNTING = map(layout.table_path, ("questions", "results", "accounting"))
AREAS = 7  # the first row of results that is about the areas, and the row of its question


def of_question(table: str, question: str, **changed: str) -> Damage:
    """Return the damage to cells of every row of a question."""

    def change(found: Rows) -> None:
        mine = [row for row in found if row["question"] == question]
        assert mine
        for row in mine:
            row |= changed

    return rows(table, change)


def without(table: str, **wanted: str) -> Damage:
    """Return the damage that takes away the rows with these cells."""

    def change(found: Rows) -> None:
        kept = [row for row in found if any(row[name] != cell for name, cell in wanted.items())]
        assert len(kept) < len(found)
        found[:] = kept

    return rows(table, change)


def changed_about(table: str, one: int, other: int) -> Damage:
    def change(found: Rows) -> None:
        found[one - 1], found[other - 1] = found[other - 1], found[one - 1]

    return rows(table, change)


def in_dots(dots: tuple[int, ...], **also: str) -> Damage:
    """Return the damage that makes the areas a question of dots with these points; ranks and base fit."""

    def results(found: Rows) -> None:
        mine = [row for row in found if row["question"] == "areas"]
        for row, figure in zip(mine, dots, strict=True):
            rank = str(1 + sum(other > figure for other in dots))
            row |= {
                "count": "",
                "points": str(figure),
                "base": str(sum(dots)),
                "base_of": "dots",
                "rank": rank,
            } | also

    return all_of(of_question("questions", "areas", method="dots"), rows("results", results))


SPLIT = "Valid, blank, spoilt and rather not say do not add up to the votes."
ISSUED = "Ballots issued and not returned do not fit the votes."
TABLES = "The tables that counted do not fit the tables there were."
METHOD = f"{RESULTS}, line 2: These are not the figures of its method."

BAD = {
    "a count above the votes": Bad(cells("results", count="80"),
        f"{RESULTS}, line 2: More people chose it than voted."),
    "answers that do not add up": Bad(cells("results", count="61"),
        f"{RESULTS}, line 2: The answers do not add up to the valid votes."),
    "answers of one choice of several that do not add up": Bad(of_question("questions", "areas", max_marks="1"),
        f"{RESULTS}, line 8: The answers do not add up to the valid votes."),
    "more marks than people could make": Bad(of_question("results", "areas", count="80"),
        f"{RESULTS}, line 8: There are more marks than the people could make."),
    "more dots than people had": Bad(in_dots((90, 80, 40, 30, 1)), f"{RESULTS}, line 8: There are more marks than"),
    "dots of another base": Bad(in_dots((50, 40, 30, 20, 10), base="80"),
        f"{RESULTS}, line 8: The base is not the one"),
    "dots whose base is people": Bad(in_dots((50, 40, 30, 20, 10), base_of="valid"),
        f"{RESULTS}, line 8: These are not"),
    "no dots where dots are counted": Bad(in_dots((50, 40, 30, 20, 10), points=""),
        f"{RESULTS}, line 8: These are not"),
    "a statement that one may mark twice": Bad(cells("questions", max_marks="2"),
        f"{QUESTIONS}, line 2, max_marks: To such a question one person gives one answer."),
    "another base": Bad(cells("results", base="80"), f"{RESULTS}, line 2: The base is not the one of the accounting."),
    "another kind of base": Bad(cells("results", base_of="dots"), METHOD),
    "dots where people are counted": Bad(cells("results", points="62"), METHOD),
    "no count": Bad(cells("results", count=""), METHOD),
    "a rank that is not the figures'": Bad(cells("results", AREAS, rank="1"),
        f"{RESULTS}, line 8, rank: The rank is not the one of the figures."),
    "no rank where options compete": Bad(cells("results", AREAS, rank=""), f"{RESULTS}, line 8, rank: The rank is not"),
    "a rank where none compete": Bad(cells("results", rank="1"), f"{RESULTS}, line 2, rank: The rank is not the one"),
    "a percentage that is not the figures'": Bad(cells("results", percent="79%"),
        f"{RESULTS}, line 2, percent: The percentage is not the one of the figures."),
    "a percentage finer than the figures": Bad(cells("results", percent="78.5%"),
        f"{RESULTS}, line 2, percent: The percentage is not the one of the figures."),
    "no percentage": Bad(cells("results", percent=""),
        f"{RESULTS}, line 2, percent: The percentage is not the one of the figures."),
    "answers in another order": Bad(changed_about("results", 1, 2),
        f"{RESULTS}, line 2: The answers do not stand in the order shown."),
    "an answer missing": Bad(without("results", question="s1", option="disagree"),
        f"{QUESTIONS}, line 2: Some of its figures are missing."),
    "every answer missing": Bad(without("results", question="s1"),
        f"{QUESTIONS}, line 2: Some of its figures are missing."),
    "no answer and no option": Bad(all_of(without("results", question="s1"), without("options", question="s1")),
        f"{RESULTS}: A question told in figures has no answers."),
    "no accounting": Bad(without("accounting", question="s1"),
        f"{QUESTIONS}, line 2: Some of its figures are missing."),
    "figures of a result told in words": Bad(cells("questions", told="words"),
        f"{QUESTIONS}, line 2: Its figures must not be in a pack."),
    "figures of a result that is not told": Bad(cells("questions", told="nothing"),
        f"{QUESTIONS}, line 2: Its figures must not be in a pack."),
    "figures of a question never asked": Bad(cells("questions", status="ready", told=""),
        f"{QUESTIONS}, line 2: Its figures must not be in a pack."),
    "a closed question that tells nothing at all": Bad(cells("questions", told=""),
        f"{QUESTIONS}, line 2, told: Status and how much is told do not fit."),
    "a result of a question never asked": Bad(cells("questions", 3, told="words"),
        f"{QUESTIONS}, line 4, told: Status and how much is told do not fit."),
    "a provisional result of nothing": Bad(cells("questions", 3, provisional="true"),
        f"{QUESTIONS}, line 4, provisional: A question that was never asked has no result."),
    "a corrected result that is the first": Bad(cells("questions", status="corrected"),
        f"{QUESTIONS}, line 2, revision: Status and revision do not fit."),
    "a second result that was not corrected": Bad(cells("questions", revision="2"),
        f"{QUESTIONS}, line 2, revision: Status and revision do not fit."),
    "a revision of nought": Bad(cells("questions", revision="0"),
        f"{QUESTIONS}, line 2, revision: Status and revision"),
    "votes that do not add up": Bad(cells("accounting", cast="78"), f"{ACCOUNTING}, line 2: {SPLIT}"),
    "spoilt votes that nobody cast": Bad(cells("accounting", spoilt="3"), f"{ACCOUNTING}, line 2: {SPLIT}"),
    "more votes than people in the room": Bad(cells("accounting", present="70"),
        f"{ACCOUNTING}, line 2: More people voted than were present, and nobody says why."),
    "more votes than people who came": Bad(all_of(cells("event", attended="78"), of_question(
        "accounting", "s1", present="")), f"{ACCOUNTING}, line 2: 79 people were there or voted, and only 78 came by"),
    "more people in the room than came": Bad(cells("event", attended="83"),
        f"{ACCOUNTING}, line 2: 84 people were there or voted, and only 83 came by data/published/event.csv, and"),
    "nobody came": Bad(cells("event", attended="0"),
        f"{ACCOUNTING}, line 2: 84 people were there or voted, and only 0"),
    "more ballots missing than issued": Bad(cells("accounting", issued="10", not_returned="11"),
        f"{ACCOUNTING}, line 2: {ISSUED}"),
    "more ballots returned than votes": Bad(cells("accounting", issued="90", not_returned="1"),
        f"{ACCOUNTING}, line 2: {ISSUED}"),
    "ballots issued and not one told of": Bad(cells("accounting", issued="90"), f"{ACCOUNTING}, line 2: {ISSUED}"),
    "more tables counted than there were": Bad(cells("accounting", tables_counted="9", tables_known="8"),
        f"{ACCOUNTING}, line 2: {TABLES}"),
    "tables counted of nobody knows how many": Bad(cells("accounting", tables_counted="9"),
        f"{ACCOUNTING}, line 2: {TABLES}"),
    "minutes of a step that was left out": Bad(cells("activities", actual_minutes="5", skipped="No time"),
        "activities.csv, line 2: A step that was left out took no time."),
}  # fmt: skip


@each_of(BAD)
def test_bad_figures_are_refused_with_a_sentence(good_pack: bytes, tmp_path, bad: Bad):
    assert_refused(bad.damage(good_pack), bad.sentence, tmp_path)


def test_too_few_votes_may_not_stand_in_figures(event_with, tmp_path):
    folder = tmp_path / "made"
    folder.mkdir()
    pack = write_pack(let_through(event_with(agree=9, unsure=1, disagree=0)), folder).read_bytes()

    smaller = all_of(
        cells("results", 1, count="8", base="9"), cells("results", 2, base="9"), cells("results", 3, base="9"),
        cells("accounting", cast="9", valid="9"),
    )  # fmt: skip

    sentence = f"{ACCOUNTING}, line 2: Too few people voted for figures to be published."
    assert_refused(smaller(pack), sentence, tmp_path)


@pytest.fixture(scope="module")
def pack_with_forms(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the pack of an event from which 30 forms about people came back."""
    folder = tmp_path_factory.mktemp("forms")
    options = [{"key": key, "text": key} for key in ("young", "middle", "old")]
    question = {"key": "age", "kind": "one", "text": "How old?", "options": options}
    event = an_event(folder, forms={"equality": {"title": "About you", "questions": [question]}})
    for number in range(30):
        tally_form(event, "equality", {"age": (("young", "middle", "old")[number % 3],)})
    return write_pack(let_through(record_and_close(event)), folder).read_bytes()


FORMS = {
    "a percentage that is not the form's": Bad(cells("form_answers", percent="34%"),
        "form_answers.csv, line 2, percent: The percentage is not the one of the figures."),
    "a form count that is not the percentage's": Bad(cells("form_answers", count="11"),
        "form_answers.csv, line 2, percent: The percentage is not the one of the figures."),
    "forms that do not add up": Bad(cells("form_answers", count="11", percent="37%"),
        "form_questions.csv, line 2: Its answers do not add up to the forms that came back."),
    "a form count too small to be told": Bad(cells("form_answers", count="3", percent="10%"),
        "form_answers.csv, line 2: A number this small must not be in a pack."),
    "one form count withheld": Bad(cells("form_answers", count="c", percent=""),
        "form_questions.csv, line 2: Its answers do not add up to the forms that came back."),
    "too few forms": Bad(cells("form_questions", base="3"),
        "form_questions.csv, line 2: Too few forms came back for figures to be published."),
    "fewer than five forms where less is small": Bad(
        all_of(cells("event", smallest_shown="3"), cells("form_questions", base="4")),
        "form_questions.csv, line 2: Too few forms came back for figures to be published."),
    "everybody in one category": Bad(
        all_of(cells("form_answers", count="30", percent="100%"), *(cells("form_answers", row, count="0", percent="0%")
            for row in (2, 3))),
        "form_questions.csv, line 2: It tells what everybody answered: all are in one category."),
    "no answers": Bad(rows("form_answers", list.clear),
        "form_questions.csv, line 2: It is told in figures and has no answers."),
    "an answer without its figure": Bad(cells("form_answers", count="", percent=""),
        "form_answers.csv, line 2: It is told in figures, and this one is missing."),
}  # fmt: skip


@each_of(FORMS)
def test_bad_figures_of_forms_are_refused_with_a_sentence(pack_with_forms: bytes, tmp_path, bad: Bad):
    assert_refused(bad.damage(pack_with_forms), bad.sentence, tmp_path)


ROUNDED = [(smallest, step, shares) for smallest in (3, 5, 6, 7, 10) for step in (1, 5) for shares in (
    (6, 0, 0), (7, 0, 0), (6, 1, 0), (4, 3, 0), (12, 6, 6), (30, 0, 0), (11, 9, 2), (8, 8, 7), (13, 13, 13),
)]  # fmt: skip


@pytest.mark.parametrize(("smallest", "step", "shares"), ROUNDED)
def test_whatever_is_told_of_forms_is_accepted(tmp_path, smallest: int, step: int, shares: tuple[int, ...]):
    options = [{"key": key, "text": key} for key in ("young", "middle", "old")]
    asked = {"title": "About you", "questions": [{"key": "age", "kind": "one", "text": "Which?", "options": options}]}
    event = an_event(tmp_path, forms={"equality": asked, "evaluation": asked})
    for option, forms in zip(("young", "middle", "old"), shares, strict=True):
        for number in range(forms):
            tally_form(event, "equality", {"age": (option,)})
            tally_form(event, "evaluation", {"age": (option,) if number % 3 else ()})
    record_attendance(event, Measure.ATTENDED, sum(shares))
    record_attendance(event, Measure.ATTENDED, shares[0], role=Role.STAFF)
    record = record_and_close(event)
    policy = SuppressionPolicy(smallest, step)

    pack = write_pack(let_through(replace(record, programme=replace(record.programme, suppression=policy))), tmp_path)

    assert check_pack(pack).revision == 1
