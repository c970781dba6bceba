"""What of a programme cannot be prepared any more: what the room has seen, begun, voted on or decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.conduct.step_marks import clocks_now
from facilitator.core.keys import QuestionKey, Source, State
from facilitator.core.plan.difference import asked_in
from facilitator.core.plan.finding import the_variant
from facilitator.core.plan.running import refuse_what_cannot_run
from facilitator.core.programme import Activity, Programme, Question
from facilitator.core.timing import StepState
from facilitator.core.wording import same_words
from facilitator.errors import Refused
from facilitator.store.reading import QuestionNow, Reading
from facilitator.words.message import Message, say

THE_ROOMS_WORDS = say("The room changed these words; change them at the vote.")
_BEGUN = (StepState.RUNNING, StepState.DONE)


def refuse_unpreparable(reading: Reading, before: Programme, after: Programme, variant: str) -> None:
    """Raise `Refused` for a change to what has begun, was asked, was carried or is closed, and for what cannot run."""
    if reading.count_is_closed():
        raise Refused(
            say("The count of this event is closed, so its programme stays as it is."),
            say("Prepare the next event instead."),
        )
    _refuse_another_programme(before, after)
    refuse_what_cannot_run(after, variant)
    done = _Done.of(reading, the_variant(before, variant).activities)
    _refuse_what_was_told(reading, done, before, after)
    _refuse_what_has_begun(done, the_variant(before, variant).activities, the_variant(after, variant).activities)
    _refuse_what_was_asked(reading, before, after, variant)
    _refuse_what_was_taken_back(reading, before, after, variant)
    _refuse_what_the_room_worded(reading, before, after)
    _refuse_what_the_room_made(reading, before, after)
    _refuse_what_is_known_of(done, before, after)


@dataclass(frozen=True, slots=True)
class _Done:
    """How far the event is: which steps have begun, or were noted in or asked in, and whether areas were carried."""

    begun: frozenset[str]
    is_carried: bool

    @classmethod
    def of(cls, reading: Reading, steps: tuple[Activity, ...]) -> _Done:
        opened = reading.questions_ever_opened()
        begun = {key for key, clock in clocks_now(reading).steps.items() if clock.state in _BEGUN}
        asked = {str(step.key) for step in steps if not opened.isdisjoint(step.questions)}
        noted = {note.activity for note in reading.notes() if note.activity}
        return cls(frozenset(begun | asked | noted), reading.carry_forward() is not None)

    def why_fixed(self, step: Activity) -> Message | None:
        """Return why a step stays as it is, or None where it can be changed."""
        if step.key in self.begun:
            return say("“{step}” has begun, so it stays as it is.", step=step.title.text)
        if self.is_carried and step.each_area:
            return say("The areas were carried forward, so “{step}” stays as it is.", step=step.title.text)
        return None


def _refuse_another_programme(before: Programme, after: Programme) -> None:
    if _identity(before) != _identity(after):
        raise Refused(
            say("This is another programme than the one that the event follows."),
            say("Make a new event on the other programme."),
        )


def _identity(programme: Programme) -> tuple[object, ...]:
    """Return what preparing never changes."""
    plan = programme.carry_forward
    lengths = tuple((one.key, one.title, one.areas) for one in programme.variants)
    return (
        programme.key, programme.version, programme.title, programme.language, programme.stages, programme.forms,
        programme.suppression, lengths, plan.question if plan else None,
    )  # fmt: skip


def _refuse_what_was_told(reading: Reading, done: _Done, before: Programme, after: Programme) -> None:
    told = (before.promise, before.promise_wording, before.givens, before.ground_rules)
    if done.begun and told != (after.promise, after.promise_wording, after.givens, after.ground_rules):
        raise Refused(
            say("The event has begun, and people were told its promise, givens and ground rules."),
            say("Say aloud what is different, and write it down as a note."),
        )
    if before.next_steps != after.next_steps and reading.next_steps():
        raise Refused(
            say("What happens next is being filled in already."),
            say("Add or change a line there, where who and when go."),
        )


def _refuse_what_has_begun(done: _Done, before: tuple[Activity, ...], after: tuple[Activity, ...]) -> None:
    wanted = {step.key: step for step in after}
    last = 0
    for place, step in enumerate(before, start=1):
        why = done.why_fixed(step)
        if why is None:
            continue
        last = place
        if wanted.get(step.key) != step:
            raise Refused(why, say("Change a step that is still to come."))
    if [step.key for step in before[:last]] != [step.key for step in after[:last]]:
        raise Refused(
            say("Up to “{step}” the run sheet stays in its order.", step=before[last - 1].title.text),
            say("Move, add or leave out only what comes behind it; skip a step you do not want."),
        )


def _refuse_what_was_asked(reading: Reading, before: Programme, after: Programme, variant: str) -> None:
    opened = reading.questions_ever_opened()
    for key in _questions_changed(before, after, variant):
        text = before.question(key).wording.text
        if key in opened:
            raise Refused(
                say("“{question}” was put to the room, so it stays as it is.", question=text),
                say("Take it back with a reason and ask it in other words, where you run the event."),
            )


def _refuse_what_was_taken_back(reading: Reading, before: Programme, after: Programme, variant: str) -> None:
    """Refuse to ask what was taken back with a reason, in a step that stands; a step that returns may name it."""
    there, here = asked_in(before, variant), asked_in(after, variant)
    steps = {step.key for step in the_variant(before, variant).activities}
    anew = (key for key, step in here.items() if key not in there and step in steps)
    changed = (key for key in _questions_changed(before, after, variant) if key in here)
    for key in (*anew, *changed):
        asked = reading.current_question(key)
        if asked is not None and was_taken_back(reading, asked):
            raise Refused(
                say("“{question}” was taken back with a reason, so it is not asked again.", question=asked.text),
                say("Add a new statement in its place, in other words."),
            )


def was_taken_back(reading: Reading, asked: QuestionNow) -> bool:
    """Return whether the room or a facilitator took a question back; what preparing left out can come again."""
    return State(asked.state) is State.VOID and asked.id not in reading.askings_prepared_away()


def _refuse_what_the_room_worded(reading: Reading, before: Programme, after: Programme) -> None:
    wanted = {one.key: one.wording for one in after.questions}
    for question in before.questions:
        if wanted.get(question.key, question.wording) == question.wording:
            continue
        asked = reading.current_question(question.key)
        if asked is not None and Source(asked.source) is Source.ROOM:
            raise Refused(THE_ROOMS_WORDS, say("Where you run the event, the question can be asked in other words."))


def _refuse_what_the_room_made(reading: Reading, before: Programme, after: Programme) -> None:
    """Refuse an option in the words of one that the room made: people would find it twice on the ballot."""
    there = {one.key: _texts_of(one) for one in before.questions}
    for question in (one for one in after.questions if one.room_made):
        asked = reading.current_question(question.key)
        options = reading.options(asked.id) if asked is not None else []
        made = {same_words(one.text) for one in options if Source(one.source) is Source.ROOM}
        for key, text in _texts_of(question).items():
            if same_words(text) in made and there.get(question.key, {}).get(key) != text:
                raise Refused(
                    say("The room has added “{area}” to the list already.", area=text),
                    say("Word it differently, or leave it to the room."),
                )


def _texts_of(question: Question) -> dict[str, str]:
    return {str(one.key): one.wording.text for one in question.options}


def _questions_changed(before: Programme, after: Programme, variant: str) -> Iterator[QuestionKey]:
    """Yield what was to be asked in this length and is now asked otherwise, elsewhere or not at all."""
    there, here = asked_in(before, variant), asked_in(after, variant)
    wanted = {one.key: one for one in after.questions}
    for key, step in there.items():
        if here.get(key) != step or as_asked(before.question(key)) != as_asked(wanted[key]):
            yield key


def as_asked(question: Question) -> Question:
    """Return what people are asked: without what is known about the answers."""
    return replace(question, options=tuple(replace(one, models=(), evidence=None) for one in question.options))


def _refuse_what_is_known_of(done: _Done, before: Programme, after: Programme) -> None:
    """Refuse other models once areas were carried, and other evidence once the step that shows it has begun."""
    there, here = _areas(before), _areas(after)
    for area in there.keys() & here.keys():
        (models, evidence), (wanted_models, wanted_evidence) = there[area], here[area]
        if done.is_carried and models != wanted_models:
            raise Refused(
                say("The areas were carried forward, and their questions are made."),
                say("Ask about another service at the table, and write down what is said."),
            )
        shown = any(step.endswith(f"-{area}") for step in done.begun)
        if shown and evidence != wanted_evidence:
            raise Refused(
                say("What is known about this area was shown to the room."),
                say("Write down as a note what is different."),
            )


def _areas(programme: Programme) -> dict[str, tuple[object, object]]:
    plan = programme.carry_forward
    options = programme.question(plan.question).options if plan is not None else ()
    return {str(one.key): (one.models, one.evidence) for one in options}
