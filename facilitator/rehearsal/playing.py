"""Playing a whole rehearsal at once: the run sheet from the welcome to the closed count, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from facilitator.conduct.event import Event, create_event
from facilitator.conduct.finishing import close_the_count
from facilitator.conduct.forms import forms_asked, forms_typed
from facilitator.conduct.record import StepRecord, event_record
from facilitator.conduct.results import result, results
from facilitator.conduct.starting import EventDetails
from facilitator.conduct.timing import end_activity, go_to_activity, pause, resume
from facilitator.core.keys import State
from facilitator.core.programme import ActivityKind
from facilitator.programme.reading import ProgrammeFile
from facilitator.rehearsal.acts import comings_at, forms_for, notes_for
from facilitator.rehearsal.afterwards import fill_next_steps
from facilitator.rehearsal.asking import refuse_real
from facilitator.rehearsal.chance import seeded_bytes
from facilitator.rehearsal.clock import PretendClock
from facilitator.rehearsal.crowd import Crowd
from facilitator.rehearsal.deciding import add_an_area, carry_areas, count_who_is_left, play_back, settle_statements
from facilitator.rehearsal.game import Game
from facilitator.rehearsal.readers import read_notes
from facilitator.rehearsal.voting import put_to_the_vote
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator

_PAUSE_MINUTES = 4
_BY_ALL_TABLES = (ActivityKind.GO_ROUND, ActivityKind.TABLE_TALK)


def pretend_event(path: Path, file: ProgrammeFile, crowd: Crowd, *, variant: str, clock: PretendClock) -> Event:
    """Make a rehearsal file whose ids and keys hang on the seed, for playing it once and whole with `play`.

    Closed and opened again it is an event file like any other, with ids from the system.
    """
    words = Translator(file.programme.language)
    details = EventDetails(
        title=words(say("Rehearsal: {programme}", programme=file.programme.title.text)),
        held_on=clock().date().isoformat(),
        place=words(say("A pretend hall")),
        tables=crowd.tables,
        variant=variant,
        language=file.programme.language,
    )
    return create_event(path, file, details, rehearsal=True, clock=clock, random_bytes=seeded_bytes(crowd.seed))


def play(event: Event, crowd: Crowd, clock: PretendClock) -> Iterator[Message]:
    """Play the whole event and yield what happens; each line is done, and durable, when it is yielded.

    `clock` is the one that the event was made with. Raises `Refused` for an event that is no rehearsal.
    """
    refuse_real(event)
    game = Game(event, crowd, clock)
    done: list[str] = []
    while (step := _next_step(event, done)) is not None:
        done.append(step.key)
        yield from _play_step(game, step)
    yield count_who_is_left(game, done[-1])
    end_activity(event)
    yield from read_notes(game)
    close_the_count(event)
    yield say("The count is closed. Nobody votes any more, and nobody can tell who voted what.")


def _next_step(event: Event, done: list[str]) -> StepRecord | None:
    return next((step for step in event_record(event).steps if step.key not in done), None)


def _play_step(game: Game, step: StepRecord) -> Iterator[Message]:
    go_to_activity(game.event, step.key)
    ends_at = game.clock() + timedelta(minutes=step.planned_minutes)
    yield say("{time} {step}", time=game.clock().strftime("%H:%M"), step=step.title)
    for act in comings_at(game.event, game.crowd, step.key):
        act.do()
        yield act.told
    if _is_time_for_a_pause(game, step):
        yield from _pause(game)
        ends_at += timedelta(minutes=_PAUSE_MINUTES)
    yield from _write_notes(game, step)
    yield from _fill_in_forms(game, step)
    yield from _decide(game, step)
    yield from _vote(game, step)
    game.clock.move_to(ends_at)


def _decide(game: Game, step: StepRecord) -> Iterator[Message]:
    if step.kind == ActivityKind.SETTLE:
        yield from settle_statements(game, step.stage)
    elif step.kind == ActivityKind.THEMING:
        yield from add_an_area(game)
    elif step.kind == ActivityKind.CARRY_FORWARD:
        yield from carry_areas(game)
    elif step.kind == ActivityKind.PLAY_BACK:
        yield from play_back(game)
    elif step.kind == ActivityKind.NEXT_STEPS:
        yield from fill_next_steps(game)


def _vote(game: Game, step: StepRecord) -> Iterator[Message]:
    asked = _questions(game.event, step)
    plan = game.event.programme.carry_forward
    if plan is not None and plan.question in asked:
        yield from add_an_area(game)
    for key in asked:
        yield from put_to_the_vote(game, key, minutes=step.planned_minutes / len(asked))


def _questions(event: Event, step: StepRecord) -> list[str]:
    variant = event.programme.variant(event.details.variant)
    assert variant is not None
    planned = {key for activity in variant.activities if activity.key == step.key for key in activity.questions}
    practice = [str(one.key) for one in event.programme.questions if one.practice and one.key in planned]
    asked = [str(found.key) for found in results(event) if found.activity == step.key]
    return [key for key in (*practice, *asked) if result(event, key).state is State.READY]


def _is_time_for_a_pause(game: Game, step: StepRecord) -> bool:
    stages = [str(stage.key) for stage in game.event.programme.stages]
    return step.kind == ActivityKind.TABLE_TALK and stages.index(step.stage) == 1


def _pause(game: Game) -> Iterator[Message]:
    pause(game.event)
    game.clock.move(minutes=_PAUSE_MINUTES)
    resume(game.event)
    yield say(
        "The hearing loop is put right, and everybody waits: all clocks stand for {minutes} minutes.",
        minutes=_PAUSE_MINUTES,
    )


def _write_notes(game: Game, step: StepRecord) -> Iterator[Message]:
    written = 0
    for act in notes_for(game.event, game.crowd, step.key):
        act.do()
        written += act.is_note
    if written:
        yield say_many("{count} note is written.", "{count} notes are written.", count=written)
    if written and step.kind in _BY_ALL_TABLES and game.crowd.quiet_table is not None:
        yield say("Table {table} hands in no notes.", table=game.crowd.quiet_table)


def _fill_in_forms(game: Game, step: StepRecord) -> Iterator[Message]:
    for act in forms_for(game.event, game.crowd, step.key):
        act.do()
    if step.kind == ActivityKind.FORMS:
        for form in forms_asked(game.event):
            yield say_many(
                "{count} form “{form}” came back.", "{count} forms “{form}” came back.",
                count=forms_typed(game.event, form.key), form=form.title.text,
            )  # fmt: skip
