"""Stage 3 as it follows from the carried areas: a step for each area, and a direction question for each model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.conduct.asking import asked_anew, void_row
from facilitator.conduct.event import Event
from facilitator.conduct.starting import question_position, question_rows
from facilitator.core.keys import OptionKey, QuestionKey, Source, State
from facilitator.core.methods import Method
from facilitator.core.programme import AreaTemplate, Model, Programme, Question
from facilitator.core.wording import Wording
from facilitator.store.moment import Moment
from facilitator.store.reading import OptionNow, QuestionNow, Reading
from facilitator.store.rows import ActivityRow, QuestionStateRow, Row


def stage_rows(moment: Moment, programme: Programme, question: QuestionNow, areas: tuple[OptionKey, ...]) -> list[Row]:
    """Return the rows that make stage 3 fit the carried areas.

    Carried again after a correction, what was made for an area that stays is kept; what was made for one that does
    not stay leaves the run sheet, and its questions are taken back if nobody was asked yet. An area that comes back
    is asked about anew. What people took back stays taken back, and once the count is closed nothing is asked any more.
    """
    options = {option.key: option for option in moment.options(question.id)}
    # As they were shown, not by rank: the order of the steps is published where the figures may not be (D7).
    as_shown = tuple(sorted(areas, key=lambda area: options[area].position))
    rows: list[Row] = list(_activities(moment, as_shown, {key: option.text for key, option in options.items()}))
    before = moment.carry_forward()
    stayed = before.areas if before is not None else ()
    for area in areas:
        if area in stayed or moment.count_is_closed():
            continue
        rows += _questions(moment, programme, question, options[area])
    rows += _taken_back(moment, areas)
    return rows


@dataclass(frozen=True, slots=True)
class StageToCome:
    """What stage 3 would be with some areas: minutes of its steps for each area, and how many directions are asked."""

    least_minutes: int
    most_minutes: int
    directions: int


def stage_to_come(event: Event, areas: Sequence[str]) -> StageToCome | None:
    """Return what stage 3 would be with these areas; None where the run sheet has no step for each area."""
    reading, plan = event.store.reading, event.programme.carry_forward
    shared = sum(step.minutes for step in reading.activities() if step.each_area)
    question = reading.current_question(plan.question) if plan is not None else None
    if not shared or not areas or question is None:
        return None
    minutes = [_minutes(shared, place, len(areas)) for place in range(len(areas))]
    return StageToCome(min(minutes), max(minutes), _how_many_directions(reading, event.programme, question, areas))


def _how_many_directions(reading: Reading, programme: Programme, question: QuestionNow, areas: Sequence[str]) -> int:
    if _step_of_directions(reading, programme) is None:
        return 0
    options = [option for option in reading.options(question.id) if option.key in areas]
    return sum(len(_models(programme, question, option)) or 1 for option in options)


def _step_of_directions(reading: Reading, programme: Programme) -> ActivityRow | None:
    template = programme.each_carried_area
    return next((step for step in reading.activities() if template and step.key == template.activity), None)


def _minutes(shared: int, place: int, areas: int) -> int:
    return shared // areas + (1 if place < shared % areas else 0)


def _activities(moment: Moment, areas: tuple[OptionKey, ...], texts: dict[str, str]) -> Iterator[ActivityRow]:
    for step in moment.activities():
        if step.each_area:
            for place, area in enumerate(areas):
                yield _step_for(moment, step, area, texts[area], place, len(areas))
        if step.from_area is not None and step.from_area not in areas:
            yield step._replace(id=moment.new_id(), entry=moment.entry, dropped=True)


def _step_for(moment: Moment, step: ActivityRow, area: str, text: str, place: int, areas: int) -> ActivityRow:
    return step._replace(
        id=moment.new_id(),
        entry=moment.entry,
        key=f"{step.key}-{area}",
        position=step.position + (place + 1) / (areas + 1),
        title=step_title(step.title, text),
        minutes=_minutes(step.minutes, place, areas),
        from_area=area,
        each_area=False,
    )


def short_name(text: str) -> str:
    """Return the name of an area: what stands before its colon, or all of it."""
    return text.partition(":")[0].strip()


def step_title(title: str, area: str) -> str:
    """Return the title of a step that is made for an area."""
    return f"{title}: {short_name(area)}"


def direction_text(template: AreaTemplate, model: str) -> str:
    """Return what is asked of a model, or of an area that brings none, by its name."""
    return template.wording.text.replace("{model}", _inside_a_sentence(model))


def _questions(moment: Moment, programme: Programme, asked: QuestionNow, area: OptionNow) -> Iterator[Row]:
    template, step = programme.each_carried_area, _step_of_directions(moment, programme)
    if template is None or step is None:
        return
    models = _models(programme, asked, area) or (Model(area.key, _named(area)),)
    for number, model in enumerate(models):
        key = QuestionKey(f"{template.key}-{model.key}")
        earlier = moment.current_question(key)
        if earlier is None:
            position = question_position(step, area.position * 10 + number)
            yield from question_rows(moment, _direction(template, key, model), step.key, position, area.key)
        elif State(earlier.state) is State.VOID:
            yield from asked_anew(moment, earlier, earlier.wording)


def _direction(template: AreaTemplate, key: QuestionKey, model: Model) -> Question:
    wording = Wording(direction_text(template, model.wording.text), source=model.wording.source)
    return Question(key, template.stage, Method.DIRECTION, wording, template.options, must_have=template.must_have)


def _named(area: OptionNow) -> Wording:
    return Wording(short_name(area.text), source=Source(area.source))


def _models(programme: Programme, asked: QuestionNow, area: OptionNow) -> tuple[Model, ...]:
    options = programme.question(QuestionKey(asked.key)).options
    return next((option.models for option in options if option.key == area.key), ())


def _inside_a_sentence(text: str) -> str:
    text = text.rstrip().rstrip(".")
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _taken_back(moment: Moment, areas: tuple[OptionKey, ...]) -> Iterator[QuestionStateRow]:
    for asked in moment.questions():
        if asked.from_area and asked.from_area not in areas and asked.state == State.READY:
            yield void_row(moment, asked)
