"""Finding what a verb is about, or saying plainly that it is not there."""

from __future__ import annotations

from facilitator.conduct.tables import tables_now
from facilitator.core.accounting import Denominators
from facilitator.core.ballots import BallotRule
from facilitator.core.keys import ActivityKey, Channel, OptionKey, QuestionId, QuestionKey, Source, StageKey, State
from facilitator.core.methods import Method
from facilitator.core.result import QuestionResult, option_results
from facilitator.core.tally import Tally, tally
from facilitator.errors import Refused
from facilitator.store.reading import QuestionNow, Reading
from facilitator.words.message import say


def the_question(reading: Reading, key: str) -> QuestionNow:
    """Return the newest asking of the question called `key`; raises `Refused` if there is none."""
    question = reading.current_question(key)
    if question is None:
        raise Refused(
            say("This event has no question called “{key}”.", key=key),
            say("Look at the results for the questions it has."),
        )
    return question


def tally_now(reading: Reading, question: QuestionNow, rule: BallotRule) -> Tally:
    """Recount the question from its ballots and count sheets."""
    sheets = [found.sheet for found in reading.sheets(question.id)]
    return tally(rule, reading.ballot_groups(question.id), sheets)


def denominators_now(reading: Reading, question: QuestionNow) -> Denominators:
    """Return what the question's result is measured against, as last stated."""
    issued = reading.issued(question.state_id)
    return Denominators(question.present, issued, bool(question.groups_disjoint), question.explanation)


def unsettled_places(reading: Reading, question: QuestionId) -> tuple[str, ...]:
    """Return the places where a second counter's figures differ from the count that stands."""
    first = {found.id: found.sheet for found in reading.sheets(question)}
    return tuple(
        second.sheet.place
        for second in reading.second_counts(question)
        if second.second_of in first and not first[second.second_of].agrees_with(second.sheet)
    )


def result_now(reading: Reading, question: QuestionNow) -> QuestionResult:
    """Return the question's result, recounted."""
    rule = reading.rule(question)
    counted = tally_now(reading, question, rule)
    texts = {
        OptionKey(option.key): (option.text, option.text_hash, Source(option.source))
        for option in reading.options(question.id)
    }
    provisional, tables_counted, tables_missing = _counted_at_tables(reading, question)
    return QuestionResult(
        QuestionKey(question.key), StageKey(question.stage), ActivityKey(question.activity), question.text,
        question.text_hash, Source(question.source), question.wording_version, Method(question.method),
        question.max_marks, State(question.state), question.revision, bool(question.sensitive),
        denominators_now(reading, question), counted, option_results(rule.method, counted, texts),
        reading.late_ballots(question.id), question.from_area, bool(question.practice), provisional,
        tables_counted, tables_missing,
    )  # fmt: skip


def _counted_at_tables(reading: Reading, question: QuestionNow) -> tuple[bool, int | None, tuple[str, ...]]:
    sheets = [found.sheet for found in reading.sheets(question.id)]
    if not any(sheet.channel is Channel.TALLY and sheet.people for sheet in sheets):
        return False, None, ()
    tables = tables_now(reading, question)
    return any(sheet.provisional for sheet in sheets), len(tables.voted), tables.missing


def refuse_unknown_activity(reading: Reading, activity: str) -> None:
    """Raise `Refused` for an activity that was never on the run sheet."""
    if activity not in reading.known_activities():
        raise Refused(
            say("The run sheet has no activity called “{activity}”.", activity=activity),
            say("Choose one of the run sheet."),
        )
