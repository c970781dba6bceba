"""What the room decides in the rehearsal that plays itself: statements, areas, and the main points read back to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.conduct.attending import Measure, record_attendance
from facilitator.conduct.carried_stage import short_name
from facilitator.conduct.carrying import CarryStep, TieDecision, ask_run_off, carry_forward, carry_standing
from facilitator.conduct.noting import NoteId, NoteKind
from facilitator.conduct.playing_back import MOST_POINTS, Heard, PointId, add_main_point, hear, main_points
from facilitator.conduct.record import NoteRecord, event_record
from facilitator.conduct.results import result, results
from facilitator.conduct.room_areas import add_room_made_area
from facilitator.conduct.settling import settle_statement
from facilitator.core.keys import OptionKey, Source, State
from facilitator.core.methods import AGREE, Method
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.programme import CarryForward
from facilitator.core.ranking import Cut, TieRule
from facilitator.core.result import QuestionResult
from facilitator.rehearsal.desk import DESK
from facilitator.rehearsal.game import Game
from facilitator.rehearsal.voting import put_to_the_vote
from facilitator.words.message import Message, say, say_many

_ROOM_MADE_AREAS = (
    say("Getting about: buses and lifts to where help is"),
    say("Being heard: help that asks before it acts"),
    say("Help for helpers: support for people who care for somebody"),
)
TIE_RULES = (TieRule.CARRY_ALL, TieRule.RUN_OFF, TieRule.ROOM_DECIDES)  # by the seed, in turn
_RUN_OFF_MINUTES = 2


def settle_statements(game: Game, stage: str) -> Iterator[Message]:
    """Let the room adopt most statements of a stage, change one and leave the one with fewest agreeing."""
    asked = [
        found
        for found in results(game.event)
        if found.stage == stage and found.method is Method.STATEMENT and found.state is State.CLOSED
    ]
    least = sorted(asked, key=lambda found: found.tally.counts[AGREE] or 0)
    for found in asked:
        if len(asked) > 2 and found is least[0]:
            yield _left(game, found)
        elif len(asked) > 2 and found is least[1]:
            yield _changed(game, found)
        else:
            settle_statement(game.event, found.key, OutcomeKind.ADOPTED, decided_by=game.the_room)
            yield say("The room adopts: {statement}", statement=found.text)


def _left(game: Game, found: QuestionResult) -> Message:
    why = game.in_words(say("Fewest people agreed, and many found it too vague"))
    settle_statement(game.event, found.key, OutcomeKind.LEFT, decided_by=game.the_room, why=why)
    return say("The room leaves out: {statement}", statement=found.text)


def _changed(game: Game, found: QuestionResult) -> Message:
    text = game.in_words(say("{statement}, in the way each person chooses.", statement=found.text.rstrip(" .")))
    why = game.in_words(say("Several tables asked for these words"))
    settle_statement(game.event, found.key, OutcomeKind.CHANGED, text=text, decided_by=game.the_room, why=why)
    return say("The room adopts in other words: {statement}", statement=text)


def add_an_area(game: Game) -> Iterator[Message]:
    """Add an area that the room made, once, where the programme takes one and the vote was not opened."""
    plan = game.event.programme.carry_forward
    if plan is None or not game.event.programme.question(plan.question).room_made:
        return
    asked = result(game.event, plan.question)
    if asked.state is State.READY and all(option.source is not Source.ROOM for option in asked.options):
        area = game.in_words(game.crowd.chance.pick(_ROOM_MADE_AREAS, "room-made area"))
        add_room_made_area(game.event, plan.question, area)
        yield say("The room adds an area to the list: {area}", area=area)


def carry_areas(game: Game) -> Iterator[Message]:
    """Carry the chosen areas into the last stage; a tie at the cut is settled by the room first."""
    plan, standing = game.event.programme.carry_forward, carry_standing(game.event)
    if plan is None or standing.step not in (CarryStep.CLEAR, CarryStep.TIE):
        return
    found = standing.cut
    if not found.is_tie:
        yield _carry(game, plan, None, say("No areas are level at the cut"))
        return
    yield say(
        "{areas} are level, and there is room for only {places} of them.",
        areas=_named(game, plan, found.tied), places=found.places_left,
    )  # fmt: skip
    rule = TIE_RULES[game.crowd.seed % len(TIE_RULES)]
    if rule is TieRule.CARRY_ALL:
        yield say("The room wants none of them lost.")
        yield _carry(game, plan, TieDecision(rule), say("The room wanted none of them lost"))
        return
    if rule is TieRule.RUN_OFF:
        yield from _run_off(game)
        if carry_standing(game.event).step is CarryStep.RUN_OFF_DECIDED:
            yield _carry(game, plan, TieDecision(rule), say("The run-off decided"))
            return
        yield say("The run-off did not decide.")
    yield from _room_decides(game, plan, found)


def _run_off(game: Game) -> Iterator[Message]:
    ask_run_off(game.event)
    run_off = carry_standing(game.event).run_off
    assert run_off is not None
    yield from put_to_the_vote(game, run_off, minutes=_RUN_OFF_MINUTES)


def _room_decides(game: Game, plan: CarryForward, found: Cut) -> Iterator[Message]:
    """Let the hands be counted once more: whoever has more goes forward, and nobody raises a hand twice."""
    order = game.crowd.chance.shuffled(found.tied, "room decides")
    chosen = tuple(order[: found.places_left])
    most = len(game.crowd.in_room(1)) // len(order)
    hands = [most - number if most > len(order) else int(option in chosen) for number, option in enumerate(order)]
    told = zip(order, hands, strict=True)
    figures = ", ".join(f"{_named(game, plan, [option])} {number}" for option, number in told)
    yield say("The room decides by hands: {figures}.", figures=figures)
    # The reason is published, also where the figures of so small a room may not be (domain.md D7).
    why = say("The room chose by hands: {areas}", areas=_named(game, plan, chosen))
    yield _carry(game, plan, TieDecision(TieRule.ROOM_DECIDES, chosen), why)


def _carry(game: Game, plan: CarryForward, tie: TieDecision | None, why: Message) -> Message:
    areas = carry_forward(game.event, decided_by=game.the_room, tie=tie, why=game.in_words(why)) or ()
    return say("Carried forward: {areas}.", areas=_named(game, plan, areas))


def _named(game: Game, plan: CarryForward, areas: Sequence[OptionKey]) -> str:
    texts = {option.key: short_name(option.text) for option in result(game.event, plan.question).options}
    return ", ".join(f"“{texts[area]}”" for area in areas)


def play_back(game: Game) -> Iterator[Message]:
    """Make main points of some notes, a minority view among them, and let the room change one."""
    for note in _points(game):
        add_main_point(
            game.event, note.text, note=NoteId(bytes.fromhex(note.id)), minority=note.kind is NoteKind.MINORITY_VIEW
        )
    points = main_points(game.event)
    yield say_many("{count} main point is read back.", "{count} main points are read back.", count=len(points))
    for number, point in enumerate(points):
        key = PointId(bytes.fromhex(point.id))
        if number == 1:
            changed = game.in_words(say("Many of us said: {point}", point=point.text))
            hear(game.event, key, Heard.CHANGED, changed)
            yield say("The room changes one: {point}", point=changed)
        else:
            hear(game.event, key, Heard.YES)


def _points(game: Game) -> list[NoteRecord]:
    """Return the notes to read back: spread over the event, the last one a minority view if there is any."""
    notes = event_record(game.event).notes
    minority = [note for note in notes if note.kind is NoteKind.MINORITY_VIEW][:1]
    others = [note for note in notes if note.place and note.kind not in (NoteKind.MINORITY_VIEW, NoteKind.PARKED)]
    wanted = MOST_POINTS - 1 - len(minority)
    spread = others[:: max(1, len(others) // wanted)][:wanted]
    return [*spread, *minority]


def count_who_is_left(game: Game, activity: str) -> Message:
    """Count who is present at the end."""
    people = len(game.crowd.in_room(len(game.event.programme.stages) - 1))
    record_attendance(game.event, Measure.PRESENT, people, activity=activity, by=DESK)
    return say_many("{count} person is still here.", "{count} people are still here.", count=people)
