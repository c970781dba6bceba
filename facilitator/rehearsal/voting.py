"""A vote of the rehearsal that plays itself, from opening to what is noticed after the closing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitator.conduct.counting import correct_count, enter_second_count, replace_count
from facilitator.conduct.results import result
from facilitator.conduct.voting import Closing, close_question, closing_blockers, open_question
from facilitator.core.disclosure import Audience, shown
from facilitator.rehearsal.acts import late_votes_for, votes_for
from facilitator.rehearsal.asking import Asking, Way, asking_of
from facilitator.rehearsal.counts import SECOND_TELLER, called_out, correction_of, hands_of, second_hands_of
from facilitator.rehearsal.game import Game
from facilitator.words.message import Message, say, say_many


def put_to_the_vote(game: Game, key: str, *, minutes: float) -> Iterator[Message]:
    """Open a question, let the room vote, close it within so many minutes, and yield what happened."""
    asking = asking_of(game.event, key)
    present = len(game.crowd.in_room(asking.stage))
    open_question(game.event, key, present=present)
    yield say_many(
        "The vote opens with {count} person present: {question}",
        "The vote opens with {count} people present: {question}",
        count=present, question=asking.text,
    )  # fmt: skip
    game.clock.move(minutes=minutes / 2)
    yield from _the_room_votes(game, asking)
    yield from _a_second_teller(game, asking)
    yield from _close(game, asking)
    yield say("The vote closes. The room sees: {figures}.", figures=_seen(game, key))
    game.clock.move(minutes=minutes / 2)
    yield from _too_late(game, key)
    yield from _put_right(game, asking)


def _the_room_votes(game: Game, asking: Asking) -> Iterator[Message]:
    acts = []
    for act in votes_for(game.event, game.crowd, asking.key):
        act.do()
        acts.append(act)
    if asking.way is Way.BALLOTS:
        yield say_many(
            "{count} ballot comes by phone or on paper; the last one of each person counts, and once.",
            "{count} ballots come by phone or on paper; the last one of each person counts, and once.",
            count=len(acts),
        )
    elif asking.way is Way.TABLES:
        yield say_many(
            "{count} table calls out its count.", "{count} tables call out their counts.", count=len(acts)
        )  # fmt: skip
    else:
        yield acts[-1].told


def _a_second_teller(game: Game, asking: Asking) -> Iterator[Message]:
    second = second_hands_of(game.crowd, asking)
    if second is None:
        return
    enter_second_count(game.event, asking.key, second, by=SECOND_TELLER)
    differing = closing_blockers(game.event, asking.key)
    if not differing:
        yield say("A second teller has counted the same.")
        return
    yield say("A second teller has counted something else. {blocked}", blocked=differing[0].message)
    right = hands_of(game.crowd, asking)
    why = game.in_words(say("The two tellers differed, and both counted again"))
    replace_count(game.event, asking.key, right, why=why)
    yield say("They count again, and agree: {figures}.", figures=called_out(asking, right))


def _close(game: Game, asking: Asking) -> Iterator[Message]:
    closing = Closing(groups_disjoint=asking.way is Way.BALLOTS)
    standing = closing_blockers(game.event, asking.key, closing)
    if standing:  # at small tables it happens that nobody votes
        why = say("Nobody there wanted to vote")
        yield say("{blocked} {why}, so the vote closes with that reason.", blocked=standing[0].message, why=why)
        closing = replace(closing, explanation=game.in_words(why))
    close_question(game.event, asking.key, closing)


def _seen(game: Game, key: str) -> str:
    seen = shown(result(game.event, key), Audience.ROOM)
    return ", ".join(f"{option.text.partition(':')[0]} {option.count}" for option in seen.options)


def _too_late(game: Game, key: str) -> Iterator[Message]:
    late = list(late_votes_for(game.event, game.crowd, key))
    for act in late:
        act.do()
    if late:
        yield say_many(
            "{count} ballot comes too late and changes nothing.",
            "{count} ballots come too late and change nothing.",
            count=len(late),
        )


def _put_right(game: Game, asking: Asking) -> Iterator[Message]:
    correction = correction_of(game.crowd, asking)
    if correction is None:
        return
    correct_count(game.event, asking.key, correction.sheet, why=game.in_words(correction.why))
    yield correction.told
    yield say("The result is corrected, with the reason: {figures}.", figures=_seen(game, asking.key))
