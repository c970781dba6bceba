"""From what the operator put on the screen to the scene the room sees; results pass the gate here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from facilitator.conduct.carried_stage import short_name
from facilitator.conduct.record import EventRecord, StepRecord
from facilitator.core.disclosure import Audience, carried_order, shown, without_figures
from facilitator.core.keys import Channel, OptionKey, Source, State
from facilitator.core.methods import Method
from facilitator.core.programme import ActivityKind, EvidenceCard
from facilitator.core.ranking import Cut
from facilitator.core.result import OptionResult, QuestionResult
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.room_screen.scene import (
    Areas,
    Asking,
    BreakTime,
    Carried,
    Closed,
    Evidence,
    MainPoints,
    Outcome,
    Prompt,
    ReadAloud,
    ReadingCard,
    Revealed,
    Scene,
    Thanks,
    Welcome,
)
from ui.room_screen.scene import Tie as TieScene
from ui.run.next_steps_words import who_and_when
from ui.run.on_screen import CarriedAreas, OnScreen, PlayBack, Quiet, Reading, Settled, Step, Tie, Vote
from ui.run.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Stagecraft:
    """What a scene is made of besides its name; `back_at` is when the running break ends."""

    snapshot: Snapshot
    words: Translator
    place_and_date: str
    evidence: Callable[[str], EvidenceCard | None]
    cut: Callable[[], Cut]
    back_at: datetime | None = None
    minutes_left: int | None = None

    @property
    def record(self) -> EventRecord:
        """The event as it stands."""
        return self.snapshot.record

    @property
    def quiet(self) -> Welcome:
        """The event's name, place and date."""
        return Welcome(self.record.details.title, self.place_and_date)


def scene_of(on_screen: OnScreen, stagecraft: Stagecraft) -> Scene:
    """Return the scene of what is on the screen; the quiet one where that is gone."""
    if isinstance(on_screen, Vote):
        return _vote(on_screen, stagecraft)
    if isinstance(on_screen, Step):
        return _step(on_screen, stagecraft)
    if isinstance(on_screen, Settled):
        return _settled(on_screen, stagecraft)
    if isinstance(on_screen, Tie):
        return _tie(stagecraft)
    if isinstance(on_screen, CarriedAreas):
        return _carried(stagecraft)
    if isinstance(on_screen, PlayBack):
        return _play_back(on_screen, stagecraft)
    if isinstance(on_screen, Reading):
        return ReadingCard()
    assert isinstance(on_screen, Quiet)
    return stagecraft.quiet


def _vote(on_screen: Vote, stagecraft: Stagecraft) -> Scene:
    question = stagecraft.snapshot.question(on_screen.question)
    if question is None or question.state is State.VOID:
        return stagecraft.quiet
    if question.state is State.READY:
        return _about_to_ask(question, stagecraft)
    if question.state is State.OPEN:
        voted = question.tally.cast if question.tally.cast_by_channel else None
        if voted is not None and voted > (question.denominators.present or voted):
            voted = None  # a figure that cannot be true is the operator's to settle, and not for the room to see
        channels = tuple(question.tally.cast_by_channel) or (Channel.HANDS,)
        return Asking(shown(question, Audience.ROOM), question.denominators.present, voted, channels, question.practice)
    if on_screen.revealed:
        return Revealed(shown(question, Audience.ROOM), practice=question.practice)
    return closed_scene(question)


def closed_scene(question: QuestionResult) -> Closed:
    """Return the scene of a question whose result waits to be shown; nothing in it is a figure."""
    return Closed(question.text, question.practice, without_figures(shown(question, Audience.ROOM)))


def _about_to_ask(question: QuestionResult, stagecraft: Stagecraft) -> Scene:
    """Show what is read out before the vote: the areas to choose from, or the question under what is asked of it."""
    if question.method.ranks_options:
        return Areas("", question.text, _proposed(question.options))
    if question.practice:
        return Prompt("", (question.text,), practice=True)
    step = _the_step(question.activity, stagecraft.record)
    if step is None or question.method is not Method.STATEMENT:
        return Prompt("", (question.text,))
    return Prompt(step.prompts[0] if step.prompts else step.title, (question.text,))


def _step(on_screen: Step, stagecraft: Stagecraft) -> Scene:
    step = _the_step(on_screen.activity, stagecraft.record)
    if step is None:
        return stagecraft.quiet
    makers: dict[str, Callable[[StepRecord, Stagecraft], Scene]] = {
        ActivityKind.WELCOME: _welcome, ActivityKind.READ_ALOUD: _read_aloud, ActivityKind.BREAK: _break,
        ActivityKind.EVIDENCE: _evidence, ActivityKind.THANKS: _thanks, ActivityKind.PLAY_BACK: _main_points,
        ActivityKind.CARRY_FORWARD: _areas_so_far, ActivityKind.NEXT_STEPS: _next_steps, ActivityKind.FORMS: _title,
        ActivityKind.THEMING: _areas_proposed,
    }  # fmt: skip
    return makers.get(step.kind, _prompts)(step, stagecraft)


def _welcome(step: StepRecord, stagecraft: Stagecraft) -> Scene:
    """Show where people are, then what they may expect of the event and of each other."""
    del step
    programme, quiet = stagecraft.record.programme, stagecraft.quiet
    return Welcome(
        quiet.title, quiet.line, programme.promise,
        programme.promise_wording.text if programme.promise_wording is not None else "",
        tuple(given.text for given in programme.givens), tuple(rule.text for rule in programme.ground_rules),
    )  # fmt: skip


def _prompts(step: StepRecord, stagecraft: Stagecraft) -> Scene:
    del stagecraft
    return Prompt(step.title, step.prompts)


def _title(step: StepRecord, stagecraft: Stagecraft) -> Scene:
    """What is for the facilitator to say stays in the operator's window."""
    del stagecraft
    return Prompt("", (step.title,))


def _next_steps(step: StepRecord, stagecraft: Stagecraft) -> Scene:
    """Show what happens next, who does it and by when, as far as that was told."""
    steps = [one.step for one in stagecraft.record.next_steps]
    if not steps:
        return _title(step, stagecraft)
    told = (who_and_when(one) for one in steps)
    notes = tuple(stagecraft.words(one) if one is not None else "" for one in told)
    return Prompt(step.title, tuple(one.text for one in steps), notes=notes)


def _areas_so_far(step: StepRecord, stagecraft: Stagecraft) -> Scene:
    """Show the areas that go forward; before that is decided, the vote it is decided by."""
    question = _area_question(stagecraft)
    if stagecraft.record.carried is not None:
        return _carried(stagecraft)
    if question is not None and question.state is State.CLOSED:
        return Revealed(shown(question, Audience.ROOM))
    return _prompts(step, stagecraft)


def _areas_proposed(step: StepRecord, stagecraft: Stagecraft) -> Scene:
    """Show the areas there are with those of the room, where people may still propose one."""
    asked = [one for one in stagecraft.record.results if one.stage == step.stage and one.method.ranks_options]
    if not asked:
        return _prompts(step, stagecraft)
    return Areas(step.title, step.prompts[0] if step.prompts else "", _proposed(asked[0].options))


def _proposed(options: tuple[OptionResult, ...]) -> tuple[tuple[str, bool], ...]:
    return tuple((option.text, option.source is Source.ROOM) for option in options)


def _read_aloud(step: StepRecord, stagecraft: Stagecraft) -> Scene:
    texts = read_aloud(step, stagecraft.record)
    return ReadAloud(step.title, texts) if texts else Prompt(step.title, ())


def read_aloud(step: StepRecord, record: EventRecord) -> tuple[str, ...]:
    """Return what a step reads out: its prompts, or else the statements or the areas that its stage asks about."""
    asked = [question for question in record.results if question.stage == step.stage]
    statements = tuple(question.text for question in asked if question.method is Method.STATEMENT)
    options = tuple(
        option.text for question in asked if question.method is not Method.STATEMENT for option in question.options
    )
    return step.prompts or statements or options


def _break(step: StepRecord, stagecraft: Stagecraft) -> Scene:
    if stagecraft.back_at is None:
        return Prompt(step.title, step.prompts)
    back_at = stagecraft.back_at.astimezone().strftime("%H:%M")
    return BreakTime(back_at, stagecraft.minutes_left, _what_comes_after(step, stagecraft))


def _what_comes_after(step: StepRecord, stagecraft: Stagecraft) -> str:
    steps = stagecraft.record.steps
    following = (one for one in steps[steps.index(step) + 1 :] if one.skipped is None)
    then = next(following, None)
    return "" if then is None else stagecraft.words(say("After the break: {step}", step=then.title))


def _evidence(step: StepRecord, stagecraft: Stagecraft) -> Scene:
    if step.from_area is None:
        return _prompts(step, stagecraft)
    card = stagecraft.evidence(step.from_area)
    area = _area_name(step.from_area, stagecraft.record)
    if card is None:
        return Evidence(area, "", "", empty=True)
    source = ", ".join(part for part in (card.source, card.date) if part)
    return Evidence(area, card.headline or card.now, source, empty=False)


def _main_points(step: StepRecord, stagecraft: Stagecraft) -> Scene:
    return _play_back(PlayBack(), stagecraft) if stagecraft.record.main_points else _prompts(step, stagecraft)


def _thanks(step: StepRecord, stagecraft: Stagecraft) -> Scene:
    words = stagecraft.words
    return Thanks(step.prompts or (words(say("Thank you for coming.")), words(say("Have a safe journey home."))))


def _settled(on_screen: Settled, stagecraft: Stagecraft) -> Scene:
    found = (one for one in stagecraft.record.outcomes if one.question == on_screen.question)
    question = stagecraft.snapshot.question(on_screen.question)
    outcome = next(found, None)
    if question is None:
        return stagecraft.quiet
    if outcome is None:
        return Revealed(shown(question, Audience.ROOM)) if question.state is State.CLOSED else closed_scene(question)
    changed = outcome.text if outcome.text != question.text else ""
    return Outcome(question.text, outcome.kind, changed)


def _tie(stagecraft: Stagecraft) -> Scene:
    question = _area_question(stagecraft)
    found = stagecraft.cut()
    if question is None or question.state is not State.CLOSED or not found.is_tie:
        return stagecraft.quiet
    return TieScene(shown(question, Audience.ROOM), found.tied, found.places_left)


def _carried(stagecraft: Stagecraft) -> Scene:
    carried, question = stagecraft.record.carried, _area_question(stagecraft)
    if carried is None or question is None:
        return stagecraft.quiet
    texts = {OptionKey(key): text for key, text in carried.areas}
    order = carried_order(tuple(texts), shown(question, Audience.ROOM))
    return Carried(tuple(texts[area] for area in order), stagecraft.words(say("We go on with these areas.")))


def _play_back(on_screen: PlayBack, stagecraft: Stagecraft) -> Scene:
    points = stagecraft.record.main_points
    current = next((number for number, point in enumerate(points) if point.id == on_screen.point), None)
    return MainPoints(tuple((point.text, point.minority) for point in points), current)


def _area_question(stagecraft: Stagecraft) -> QuestionResult | None:
    plan = stagecraft.record.programme.carry_forward
    return stagecraft.snapshot.question(plan.question) if plan is not None else None


def _area_name(area: str, record: EventRecord) -> str:
    texts = (option.text for question in record.results for option in question.options if option.key == area)
    return short_name(next(texts, area))


def _the_step(activity: str, record: EventRecord) -> StepRecord | None:
    return next((step for step in record.steps if step.key == activity), None)
