"""Words beside the notes that reports, sheets and packs print: which of them somebody typed for this event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace

from facilitator.conduct.carried_stage import direction_text, short_name, step_title
from facilitator.conduct.record import EventRecord
from facilitator.conduct.run_off import RUN_OFF, run_off_text
from facilitator.core.keys import OptionKey
from facilitator.core.notes import Heard, NoteKind
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.programme import NextStepLine, Programme
from facilitator.core.wording import Wording, text_hash
from facilitator.words.message import Message, say

FOR_THE_SAME_DAY = frozenset({NoteKind.COMMITMENT, NoteKind.OFFER, NoteKind.QUESTION})
OTHER_MINUTES = frozenset({"catch up", "change minutes"})
CLOSING_THE_COUNT = "close the count"


@dataclass(frozen=True, slots=True)
class OtherWords:
    """Words that are printed beside the notes, such as a reason; `what` says what they are."""

    text: str
    what: Message
    on_the_sheet: bool = False


@dataclass(frozen=True, slots=True)
class Origins:
    """Where printed words come from, where nobody typed them for this event.

    `given` holds the hashes of what was written before it: the words of the programme as it was issued and as it was
    prepared, and those of the program. `made_of`
    says of what a text was made, as the title of a step of an area's words: who reads those has read it.
    """

    given: frozenset[str]
    made_of: Mapping[str, str]

    def is_given(self, text: str) -> bool:
        """Return whether nobody had to type this text."""
        return not text.strip() or text_hash(text) in self.given


def origins_of(record: EventRecord) -> Origins:
    """Return what nobody typed during this event."""
    programme = record.programme
    given = {text_hash(text) for text in (*_words_in(programme), *_words_in(record.issued), *_of_run_offs(record))}
    made_of: dict[str, str] = {}
    for area, text in _areas(record):
        for derived in _made_of_area(programme, area, text):
            if text_hash(text) in given:
                given.add(text_hash(derived))
            else:
                made_of[derived] = text
    return Origins(frozenset(given), made_of)


def other_words(record: EventRecord) -> tuple[OtherWords, ...]:
    """Return every text beside the notes that a person must have read before it is printed, each of them once.

    What was made of an area's words is not among them, nor is a main point that was read to the room.
    """
    origins = origins_of(record)
    heard = _in_unheard_points(record)
    printed = (one for one in (*_all_but_points(record), *heard) if not origins.is_given(one.text))
    together: dict[str, OtherWords] = {}
    for one in printed:
        if one.text not in origins.made_of:
            before = together.setdefault(one.text, one)
            together[one.text] = replace(before, on_the_sheet=before.on_the_sheet or one.on_the_sheet)
    return tuple(together.values())


def printed_words(record: EventRecord) -> frozenset[str]:
    """Return every text beside the notes that is printed, read or not, and whoever wrote it."""
    points = (point.text for point in record.main_points)
    return frozenset({*(one.text for one in (*announced_words(record), *_all_but_points(record))), *points})


def announced_words(record: EventRecord) -> tuple[OtherWords, ...]:
    """Return what the organiser announced of the event, and what was prepared of its programme.

    It is printed unread, since it was public before the event.
    """
    details = record.details
    partners = ((partner.name, say("Partner of the event")) for partner in record.partners)
    announced = (
        (details.title, say("Title of the event")),
        (details.place, say("Place of the event")),
        (details.area, say("Area of the event")),
        (details.convenor, say("Who holds the event")),
        *partners,
    )
    prepared = ((text, say("Words of the programme as it was prepared")) for text in _prepared_words(record))
    return tuple(OtherWords(text, what, on_the_sheet=True) for text, what in (*announced, *prepared) if text.strip())


def _prepared_words(record: EventRecord) -> Iterator[str]:
    """Yield the words of the programme that the organiser put in place of those that were issued."""
    issued = {text_hash(text) for text in _words_in(record.issued)}
    yield from dict.fromkeys(text for text in _words_in(record.programme) if text_hash(text) not in issued)


def _words_in(value: object) -> Iterator[str]:
    """Yield every wording of a programme, wherever it stands in it, and who does its next steps."""
    if isinstance(value, Wording):
        yield from (value.text, *value.translations.values(), *value.easy_read.values())
    elif isinstance(value, tuple):
        for one in value:
            yield from _words_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _words_in(getattr(value, field.name))
    if isinstance(value, NextStepLine):
        yield value.who


def _of_run_offs(record: EventRecord) -> Iterator[str]:
    """Yield the texts of run-offs, which nobody types."""
    for result in (*record.results, *record.taken_back):
        if result.key.endswith(RUN_OFF):
            yield run_off_text(result.max_marks, record.details.language)


def _areas(record: EventRecord) -> Iterator[tuple[OptionKey, str]]:
    plan = record.programme.carry_forward
    for result in (*record.taken_back, *record.results):
        if plan is not None and result.key == plan.question:
            yield from ((option.key, option.text) for option in result.options)


def _made_of_area(programme: Programme, area: OptionKey, text: str) -> Iterator[str]:
    titles = {step.title.text for length in programme.variants for step in length.activities if step.each_area}
    yield from (step_title(title, text) for title in titles)
    if programme.each_carried_area is not None and programme.carry_forward is not None:
        options = programme.question(programme.carry_forward.question).options
        models = next((option.models for option in options if option.key == area), ())
        yield direction_text(programme.each_carried_area, short_name(text))
        yield from (direction_text(programme.each_carried_area, model.wording.text) for model in models)


def _all_but_points(record: EventRecord) -> Iterator[OtherWords]:
    yield from _reasons(record)
    yield from _words_of_decisions(record)
    yield from _words_asked(record)
    for step in record.steps:
        yield OtherWords(step.title, say("Title of a step"))
        yield from (OtherWords(prompt, say("Prompt of a step")) for prompt in step.prompts)
    for note in record.notes:
        for text in (note.owner, note.by_when):
            what = say("Who does what a note says, and by when")
            yield OtherWords(text, what, on_the_sheet=note.kind in FOR_THE_SAME_DAY)
    yield OtherWords(record.meeting.reason, say("Why the meeting is open or closed"))
    for duty in record.duties:
        yield OtherWords(duty.remark, say("Remark on a duty"))
    for access in record.access:
        yield OtherWords(access.what, say("Means of access"))
    for now in record.next_steps:
        yield OtherWords(now.step.text, say("Next step"), on_the_sheet=True)
        for text in (now.step.who, now.step.by_when):
            yield OtherWords(text, say("Who does the next step, and by when"), on_the_sheet=True)


def _in_unheard_points(record: EventRecord) -> Iterator[OtherWords]:
    for point in record.main_points:
        if point.heard is Heard.NOT_ASKED:
            yield OtherWords(point.text, say("Main point"), on_the_sheet=True)


def _reasons(record: EventRecord) -> Iterator[OtherWords]:
    asked = {str(result.key) for result in (*record.results, *record.taken_back)}
    for change in record.changes:
        if change.about in asked or change.verb in OTHER_MINUTES or change.verb == CLOSING_THE_COUNT:
            yield OtherWords(change.why, say("Why something was changed or decided"))
    for step in record.steps:
        yield OtherWords(step.skipped or "", say("Why “{step}” was left out", step=step.title))


def _words_of_decisions(record: EventRecord) -> Iterator[OtherWords]:
    for outcome in record.outcomes:
        kept = outcome.kind is not OutcomeKind.LEFT
        yield OtherWords(outcome.text, say("Statement as the room settled it"), on_the_sheet=kept)
        yield OtherWords(outcome.decided_by, say("Who decided"))
        yield OtherWords(outcome.why, say("Why it was decided"))
    if record.carried is not None:
        for _, text in record.carried.areas:
            yield OtherWords(text, say("Area or option made in the room"), on_the_sheet=True)
        yield OtherWords(record.carried.decided_by, say("Who decided"))
        yield OtherWords(record.carried.why, say("Why it was decided"))


def _words_asked(record: EventRecord) -> Iterator[OtherWords]:
    for result in (*record.results, *record.taken_back):
        is_told = result.status in ("closed", "corrected")
        yield OtherWords(result.text, say("Question worded in the room"), on_the_sheet=is_told)
        yield OtherWords(result.denominators.explanation, say("Why the accounting does not balance"))
        for option in result.options:
            yield OtherWords(option.text, say("Area or option made in the room"), on_the_sheet=is_told)
