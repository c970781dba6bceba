"""Importing a file of votes: all of it or nothing, and the same file again changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path
from typing import TypeAlias

from facilitator.conduct.casting import channels_counted_by_people, counted_by_people, the_secret
from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import denominators_now
from facilitator.conduct.votes_file import CHOICE_AND_DOTS, Vote, VotesFile, read_votes, refused_line
from facilitator.conduct.voting import (
    SECRET_BYTES,
    Closing,
    ClosingBlocked,
    close_question,
    opening_rows,
    refuse_blocked,
)
from facilitator.core import lifecycle
from facilitator.core.admission import OVERTAKEN
from facilitator.core.ballots import BallotRule, Choice, judged
from facilitator.core.keys import Channel, OptionKey, State
from facilitator.core.voters import masked_voter_hasher, sender_of_seq, seq_of_sender
from facilitator.errors import ImportRefused, Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import QuestionNow, StoredBallot
from facilitator.store.rows import BallotRow, Row
from facilitator.words.message import say

_Judged: TypeAlias = tuple[str, str]  # standing and marks, as they are stored


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import came to: rows read, ballots stored now, ballots the file had already."""

    rows: int
    questions: int
    stored: int
    known: int
    group_left_out: bool


def import_votes(event: Event, path: Path, *, present: int | None = None, by: str = LEAD) -> ImportReport:
    """Store a file's votes in one commit and, with `present`, close its questions after it.

    Opens the file's questions that were not opened yet. Of a voter's ballots on a question the highest seq counts.
    Raises `ImportRefused` naming the line of a row that cannot be taken, `Refused` where the event does not allow it;
    then nothing of the file is stored. On return every ballot is durable. `group` is read and not stored.
    """
    votes = read_votes(path)

    def rule(moment: Moment) -> Decision[ImportReport]:
        lifecycle.refuse_after_count(count_closed=moment.count_is_closed())
        rows: list[Row] = []
        new = known = 0
        for key, of_question in votes.votes.items():
            taken = _taken(event, moment, votes, key, of_question)
            _refuse_unclosable(moment, votes, taken.question, present)
            rows += taken.opening
            new += taken.new
            known += taken.known
        report = ImportReport(votes.rows, len(votes.votes), new, known, votes.has_group)
        said = Said("import votes", f"{votes.name}: {new}", by) if rows or new else None
        return Decision(report, said, rows)

    report = event.decide(rule)
    assert report is not None
    if present is not None:
        _close_all(event, votes, present, by)
    return report


@dataclass(frozen=True, slots=True)
class _Taken:
    """What one question's votes of the file become."""

    question: QuestionNow
    opening: list[Row]
    new: int
    known: int


@dataclass(frozen=True, slots=True)
class _Before:
    """What the file holds of a question's ballots before the import, by voter."""

    imported: dict[bytes, list[StoredBallot]]
    editions: dict[bytes, int]


def _taken(event: Event, moment: Moment, votes: VotesFile, key: str, of_question: list[Vote]) -> _Taken:
    question = _asked(moment, votes, key)
    opening: list[Row] = []
    secret = event.random_bytes(SECRET_BYTES)
    if State(question.state) is State.READY:
        opening = opening_rows(moment, question, secret, None)
    else:
        secret = the_secret(moment, question)
    if Channel.IMPORT in channels_counted_by_people(moment, question):
        raise counted_by_people(Channel.IMPORT)
    before = _Before(moment.imported_ballots(question.id), moment.highest_editions(question.id))
    judging = _Judging(votes.name, moment.rule(question))
    ballots = [(ballot, judging.judged(ballot)) for ballot in _ballots(of_question)]
    added = list(_added(votes, question, secret, before, ballots))
    if added and State(question.state) is State.CLOSED:
        raise Refused(
            say("{file} has new votes for “{question}”, which is closed.", file=votes.name, question=question.key),
            say("Open the question again with a reason, then import the file. Nothing of it was stored."),
        )
    # In the order of the primary key SQLite adds them to the end of its pages.
    moment.load(BallotRow, sorted(added))
    return _Taken(question, opening, len(added), len(ballots) - len(added))


def _ballots(votes: list[Vote]) -> Iterator[list[Vote]]:
    """Yield the rows of each ballot together; of one voter, the ballot with the higher seq later."""
    ballot = votes[:1]
    for vote in votes[1:]:
        if vote[0] == ballot[0][0] and vote[1] == ballot[0][1]:
            ballot.append(vote)
        else:
            yield ballot
            ballot = [vote]
    yield ballot


def _added(
    votes: VotesFile,
    question: QuestionNow,
    secret: bytes,
    before: _Before,
    ballots: list[tuple[list[Vote], _Judged]],
) -> Iterator[tuple[object, ...]]:
    """Yield the ballots to store as plain tuples in the order of `BallotRow`, for the sake of speed."""
    id_, hash_and_mask, editions = question.id, masked_voter_hasher(secret), before.editions
    for ballot, (standing, marks) in ballots:
        seq, code, _, _, line = ballot[0]
        voter, mask = hash_and_mask(code)
        edition = editions.get(voter, OVERTAKEN) + 1
        if voter in before.imported:
            known = {seq_of_sender(one.sender, mask, one.edition): one for one in before.imported[voter]}
            if seq in known:
                _refuse_changed(votes, line, (standing, marks), known[seq])
                continue
            _refuse_mixed(votes, question, known)
            if seq < max(known):
                edition = OVERTAKEN
        if edition != OVERTAKEN:
            editions[voter] = edition
        yield id_, voter, sender_of_seq(seq, mask, edition), 0, edition, "import", standing, marks, 0


def _refuse_changed(votes: VotesFile, line: int, judged_now: _Judged, stored: StoredBallot) -> None:
    if (stored.standing, stored.marks) != judged_now:
        raise refused_line(votes.name, line, say("this voter's ballot was imported before with another choice."))


def _refuse_mixed(votes: VotesFile, question: QuestionNow, known: Mapping[int, StoredBallot]) -> None:
    if not votes.has_seq and any(known):
        raise Refused(
            say("“{question}” has imported votes with an order (seq), this file has none.", question=question.key),
            say("Add the column seq, so that it is clear which choice came last. Nothing was stored."),
        )


class _Judging:
    """Judges the ballots of one question; alike ones once."""

    def __init__(self, name: str, rule: BallotRule) -> None:
        self._name, self._rule = name, rule
        self._known: dict[object, _Judged] = {}

    def judged(self, ballot: list[Vote]) -> _Judged:
        """Return standing and marks of a ballot; raises `ImportRefused` with the line that goes against the rule."""
        one = len(ballot) == 1
        alike = ballot[0][CHOICE_AND_DOTS] if one else tuple([vote[CHOICE_AND_DOTS] for vote in ballot])
        found = self._known.get(alike)
        if found is None:
            found = self._known[alike] = self._by_rule(ballot)
        return found

    def _by_rule(self, ballot: list[Vote]) -> _Judged:
        choices: list[Choice] = []
        for _, _, choice, dots, line in sorted(ballot, key=itemgetter(4)):
            choices.append(Choice(OptionKey(choice.strip()), dots))
            try:
                judgement = judged(choices, self._rule, Channel.IMPORT)
            except Refused as error:
                raise refused_line(self._name, line, error.message) from error
        return judgement.standing.value, judgement.marks


def _asked(moment: Moment, votes: VotesFile, key: str) -> QuestionNow:
    question = moment.current_question(key)
    if question is None:
        line = min(vote[-1] for vote in votes.votes[key])
        raise refused_line(votes.name, line, say("this event has no question called “{key}”.", key=key[:60]))
    return question


def _refuse_unclosable(moment: Moment, votes: VotesFile, question: QuestionNow, present: int | None) -> None:
    """Raise `ImportRefused` if the question could not close on what is stored by now (T6-T8)."""
    if present is None or State(question.state) is State.CLOSED:
        return
    try:
        refuse_blocked(moment, question, replace(denominators_now(moment, question), present=present))
    except ClosingBlocked as error:
        raise ImportRefused(
            say(
                "{file} leaves “{question}” unable to close. {what}",
                file=votes.name,
                question=question.key,
                what=error.message,
            ),
            say("Check the number of people present, or import without closing. Nothing was stored."),
        ) from error


def _close_all(event: Event, votes: VotesFile, present: int, by: str) -> None:
    for key in votes.votes:
        question = event.store.reading.current_question(key)
        if question is not None and State(question.state) is State.OPEN:
            close_question(event, key, Closing(present=present), by=by)
