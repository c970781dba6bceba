"""Importing a file of votes: all of it or nothing, and the same file again changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from facilitator.conduct.casting import the_secret
from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import tally_now
from facilitator.conduct.votes_file import BallotsOfQuestion, Mark, VotesFile, read_votes, refused_line
from facilitator.conduct.voting import SECRET_BYTES, Closing, close_question, opening_rows
from facilitator.core import lifecycle
from facilitator.core.admission import OVERTAKEN
from facilitator.core.ballots import BallotRule, Choice, Judgement, judged
from facilitator.core.keys import Channel, OptionKey, State
from facilitator.core.voters import import_sender, voter_hash
from facilitator.errors import ImportRefused, Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import QuestionNow
from facilitator.store.rows import BallotRow, Row
from facilitator.words.message import say


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
        for key, ballots in votes.ballots.items():
            taken = _Taking(event, moment, votes, _asked(moment, votes, key), ballots)
            _refuse_more_than_present(votes, taken, present)
            rows += taken.rows
            new += taken.new
            known += taken.known
        report = ImportReport(votes.rows, len(votes.ballots), new, known, votes.has_group)
        said = Said("import votes", votes.name, by) if rows else None
        return Decision(report, said, rows)

    report = event.decide(rule)
    assert report is not None
    if present is not None:
        _close_all(event, votes, present, by)
    return report


class _Taking:
    """What one question's ballots of the file become: the rows to store, and how many are new and known."""

    def __init__(
        self, event: Event, moment: Moment, votes: VotesFile, question: QuestionNow, ballots: BallotsOfQuestion
    ) -> None:
        self.question, self._ballots, self._votes = question, ballots, votes
        self.rows: list[Row] = []
        secret = event.random_bytes(SECRET_BYTES)
        if State(question.state) is State.READY:
            self.rows += opening_rows(moment, question, secret, None)
        else:
            secret = the_secret(moment, question)
        self._judged = _judgements(votes, ballots, moment.rule(question))
        added = list(self._added(moment, secret))
        self.new, self.known = len(added), len(ballots) - len(added)
        if added and State(question.state) is State.CLOSED:
            raise Refused(
                say("{file} has new votes for “{question}”, which is closed.", file=votes.name, question=question.key),
                say("Open the question again with a reason, then import the file. Nothing of it was stored."),
            )
        self.cast_after = self._cast_after(moment, {row.voter for row in added})
        self.rows += added

    def _added(self, moment: Moment, secret: bytes) -> Iterator[BallotRow]:
        sender = import_sender(secret)
        stored = moment.stored_ballots(self.question.id, sender)
        editions = moment.highest_editions(self.question.id)
        counters: dict[bytes, int] = {}
        for voter, counter in stored:
            counters[voter] = max(counters.get(voter, -1), counter)
        self._refuse_mixed(stored)
        hashes = {code: voter_hash(code, secret) for code in {code for code, _ in self._ballots}}
        for code, seq in sorted(self._ballots, key=lambda ballot: ballot[1]):
            voter, judgement = hashes[code], self._judged[code, seq]
            if (before := stored.get((voter, seq))) is not None:
                self._refuse_changed(code, seq, judgement, before)
                continue
            edition = OVERTAKEN
            if seq > counters.get(voter, -1):
                edition = editions[voter] = editions.get(voter, OVERTAKEN) + 1
            yield BallotRow(
                self.question.id, voter, sender, seq, edition, Channel.IMPORT.value, judgement.standing.value,
                judgement.marks, False,
            )  # fmt: skip

    def _refuse_mixed(self, stored: dict[tuple[bytes, int], tuple[str, str]]) -> None:
        if not self._votes.has_seq and any(counter for _, counter in stored):
            raise Refused(
                say(
                    "“{question}” has imported votes with an order (seq), this file has none.",
                    question=self.question.key,
                ),
                say("Add the column seq, so that it is clear which choice came last. Nothing was stored."),
            )

    def _refuse_changed(self, code: str, seq: int, judgement: Judgement, before: tuple[str, str]) -> None:
        if before != (judgement.standing.value, judgement.marks):
            line = self._ballots[code, seq][0].line
            what = say("this voter's ballot was imported before with another choice.")
            raise refused_line(self._votes.name, line, what)

    def _cast_after(self, moment: Moment, voters: set[bytes]) -> int:
        cast_before = tally_now(moment, self.question, moment.rule(self.question)).cast
        return cast_before + len(voters - moment.highest_editions(self.question.id).keys())


def _asked(moment: Moment, votes: VotesFile, key: str) -> QuestionNow:
    question = moment.current_question(key)
    if question is None:
        first = next(iter(votes.ballots[key].values()))[0]
        raise refused_line(votes.name, first.line, say("this event has no question called “{key}”.", key=key[:60]))
    return question


def _judgements(votes: VotesFile, ballots: BallotsOfQuestion, rule: BallotRule) -> dict[tuple[str, int], Judgement]:
    known: dict[tuple[tuple[str, int], ...], Judgement] = {}
    judgements: dict[tuple[str, int], Judgement] = {}
    for ballot, marks in ballots.items():
        choices = tuple([(mark.choice, mark.dots) for mark in marks])
        if choices not in known:
            known[choices] = _judgement(votes, marks, rule)
        judgements[ballot] = known[choices]
    return judgements


def _judgement(votes: VotesFile, marks: list[Mark], rule: BallotRule) -> Judgement:
    taken: list[Choice] = []
    for mark in marks:
        taken.append(Choice(OptionKey(mark.choice), mark.dots))
        try:
            judgement = judged(taken, rule, Channel.IMPORT)
        except Refused as error:
            raise refused_line(votes.name, mark.line, error.message) from error
    return judgement


def _refuse_more_than_present(votes: VotesFile, taken: _Taking, present: int | None) -> None:
    if present is not None and taken.cast_after > present and State(taken.question.state) is not State.CLOSED:
        raise ImportRefused(
            say(
                "{file} makes {cast} votes on “{question}”, more than the {present} people present.",
                file=votes.name,
                cast=taken.cast_after,
                question=taken.question.key,
                present=present,
            ),
            say("Check the number of people present. Nothing was stored."),
        )


def _close_all(event: Event, votes: VotesFile, present: int, by: str) -> None:
    for key in votes.ballots:
        question = event.store.reading.current_question(key)
        if question is not None and State(question.state) is State.OPEN:
            close_question(event, key, Closing(present=present), by=by)
