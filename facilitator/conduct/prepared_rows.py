"""The rows by which an event file follows a prepared programme: its run sheet, its questions and their wordings."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass

from facilitator.conduct.asking import void_row
from facilitator.conduct.prepared_refusals import as_asked, refuse_unpreparable, was_taken_back
from facilitator.conduct.starting import activity_row, question_position, question_rows, wording_row
from facilitator.core.keys import ActivityKey, QuestionKey, Source, State
from facilitator.core.plan.issued_keys import with_issued_keys
from facilitator.core.plan.issued_words import with_issued_words
from facilitator.core.plan.placing import placed
from facilitator.core.programme import Activity, Programme, Question
from facilitator.core.wording import Wording
from facilitator.programme.reading import read_programme
from facilitator.programme.writing import programme_text
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import QuestionNow, Reading
from facilitator.store.rows import ActivityRow, PreparedProgrammeRow, QuestionOptionRow, QuestionRow, Row

_NAME = "prepared programme"  # what a refusal of the reader calls it


def programme_at(reading: Reading, issued: Programme) -> Programme:
    """Return the programme as it was prepared last, or the issued one where nobody prepared it."""
    text = reading.prepared_text()
    return issued if text is None else read_programme(text, form="json", name=_NAME)


@dataclass(frozen=True, slots=True)
class Prepared:
    """How an event stood: the programme it followed, and the minutes its steps had by then, (step, minutes)."""

    programme: Programme
    minutes: tuple[tuple[str, int], ...]

    @classmethod
    def at(cls, reading: Reading, programme: Programme) -> Prepared:
        """Return how the event stands now, following `programme`."""
        return cls(programme, tuple((step.key, step.minutes) for step in reading.activities()))

    def minutes_of(self, step: str) -> int | None:
        """Return the minutes that a step had; None where it was not on the run sheet."""
        return next((minutes for key, minutes in self.minutes if key == step), None)


@dataclass(frozen=True, slots=True)
class WayBack:
    """The way of an undo or a redo: from how the event stood when it was `left` to how it stood when it is `wanted`."""

    left: Prepared
    wanted: Prepared


def prepared_decision(
    moment: Moment, issued: Programme, prepared: Programme, said: Said, *, way: WayBack | None = None
) -> Decision[None]:
    """Return the decision to follow `prepared` from now on; none where the event follows it already.

    What the event changed since stays, unless `prepared` changes that very thing; on a `way` back also then. Raises
    `Refused` for what cannot be changed any more, and `ProgrammeRefused` for what no programme file may hold.
    """
    before = programme_at(moment, issued)
    wanted = with_issued_words(with_issued_keys(prepared, before, issued), issued)
    if wanted == before:
        return Decision(None)
    text = programme_text(wanted)
    read_programme(text, form="json", name=_NAME)
    variant = moment.detail().variant
    refuse_unpreparable(moment, before, wanted, variant)
    steps = _Preparing(moment, before, wanted, variant, way)
    return Decision(None, said, [PreparedProgrammeRow(moment.new_id(), moment.entry, text), *steps])


@dataclass(frozen=True, slots=True)
class _Preparing:
    """The way from the programme as it stood to another one, in the length of the event."""

    moment: Moment
    before: Programme
    after: Programme
    variant: str
    way: WayBack | None

    def __iter__(self) -> Iterator[Row]:
        steps = tuple(self._steps())
        yield from steps
        yield from self._questions({row.key: row for row in (*self.moment.activities(), *steps)})

    def _steps(self) -> Iterator[ActivityRow]:
        rows = {ActivityKey(row.key): row for row in self.moment.activities()}
        before, after = _steps_of(self.before, self.variant), _steps_of(self.after, self.variant)
        roomy = [key for key, step in after.items() if step.each_area]
        positions = placed(list(after), {key: rows[key].position for key in before}, roomy)
        for key, step in after.items():
            row = self._step(rows.get(key), before.get(key), step, positions[key])
            if row != rows.get(key):
                yield row
        for key in (key for key in before if key not in after):
            yield rows[key]._replace(id=self.moment.new_id(), entry=self.moment.entry, dropped=True)

    def _step(
        self, standing: ActivityRow | None, before: Activity | None, step: Activity, position: float
    ) -> ActivityRow:
        """Return the row of a step as it is wanted: what preparing leaves alone stays as the event changed it since."""
        wanted = activity_row(self.moment, step, position)
        if standing is None or before is None:
            return wanted._replace(minutes=self._minutes_wanted(step))
        if before.minutes == step.minutes or self._was_timed_since(standing):
            wanted = wanted._replace(minutes=standing.minutes)
        else:
            wanted = wanted._replace(minutes=self._minutes_wanted(step))
        is_same = wanted._replace(id=standing.id, entry=standing.entry) == standing
        return standing if is_same else wanted

    def _minutes_wanted(self, step: Activity) -> int:
        """Return the minutes that a step is to have: on the way back those that it had, whoever gave them."""
        had = self.way.wanted.minutes_of(step.key) if self.way is not None else None
        return step.minutes if had is None else had

    def _was_timed_since(self, standing: ActivityRow) -> bool:
        """Return whether the event gave a step other minutes since what is taken back."""
        return self.way is not None and self.way.left.minutes_of(standing.key) != standing.minutes

    def _questions(self, steps: dict[str, ActivityRow]) -> Iterator[Row]:
        before, after = _asked_in(self.before, self.variant), _asked_in(self.after, self.variant)
        for key in (key for key in before if key not in after):
            asked = self.moment.current_question(key)
            if asked is not None and State(asked.state) is State.READY:
                yield void_row(self.moment, asked)
        for step in _steps_of(self.after, self.variant).values():
            there = {key: self._position(key) for key in step.questions if before.get(key) == step.key}
            first = question_position(steps[step.key], 0)
            positions = placed(step.questions, there) if there else _in_a_row(step.questions, first)
            for key in step.questions:
                if there.get(key) != positions[key] or self._is_changed(key):
                    yield from self._asked(key, step.key, positions[key])

    def _position(self, key: QuestionKey) -> float:
        asked = self.moment.current_question(key)
        assert asked is not None  # the run sheet that stands asks it
        return asked.position

    def _is_changed(self, key: QuestionKey) -> bool:
        before = _question(self.before, key)
        return before is None or as_asked(before) != as_asked(self.after.question(key))

    def _asked(self, key: QuestionKey, step: str, position: float) -> Iterator[Row]:
        earlier = self.moment.current_question(key)
        if earlier is None:
            yield from question_rows(self.moment, self.after.question(key), step, position)
            return
        if was_taken_back(self.moment, earlier):
            return  # its step moves or returns; the question stays taken back
        if State(earlier.state) is State.READY:
            yield void_row(self.moment, earlier)
        yield from self._asked_anew(self.after.question(key), earlier, step, position)

    def _asked_anew(self, question: Question, earlier: QuestionNow, step: str, position: float) -> Iterator[Row]:
        """Yield the rows of another asking; words that preparing leaves alone stay as the event changed them since."""
        before = _question(self.before, question.key)
        is_same = before is not None and before.wording == question.wording
        is_rooms = before is None and self.way is not None and Source(earlier.source) is Source.ROOM
        wording = earlier.wording if is_same or is_rooms else (yield from self._worded(question.key, question.wording))
        asked = QuestionRow(
            self.moment.new_id(), self.moment.entry, question.key, question.stage, step, position, question.method,
            question.max_marks, question.stacking, question.practice, question.sensitive, question.must_have,
            question.room_made, wording, earlier.id, None, None,
        )  # fmt: skip
        yield asked
        offered = yield from self._offered(question, before, earlier)
        for place, (key, option_wording) in enumerate(offered.items()):
            yield QuestionOptionRow(asked.id, place, key, option_wording, self.moment.entry)

    def _offered(
        self, question: Question, before: Question | None, earlier: QuestionNow
    ) -> Generator[Row, None, dict[str, int]]:
        """Yield the rows of new wordings of options; return the wording of each option, those the room made last."""
        standing = {key: wording for _, key, wording in self.moment.option_wordings(earlier.id)}
        same = {option.key: option.wording for option in before.options} if before is not None else {}
        offered: dict[str, int] = {}
        for option in question.options:
            if option.key in standing and same.get(option.key) == option.wording:
                offered[option.key] = standing[option.key]
            else:
                offered[option.key] = yield from self._worded(f"{question.key}/{option.key}", option.wording)
        return offered | {key: standing[key] for key in self._made_in_room(earlier)}

    def _worded(self, key: str, wording: Wording) -> Generator[Row, None, int]:
        """Yield the row of a new version of a wording; return its id. One that comes back is the version it was."""
        versions = self.moment.wordings(key)
        for one in versions:
            if Wording(one.text, one.translations, one.easy_read, Source(one.source)) == wording:
                return one.id
        parent, number = (versions[-1].id, versions[-1].version + 1) if versions else (None, 1)
        row = wording_row(self.moment, key, wording, version=number, parent=parent)
        yield row
        return row.id

    def _made_in_room(self, earlier: QuestionNow) -> list[str]:
        return [option.key for option in self.moment.options(earlier.id) if option.source == Source.ROOM]


def _steps_of(programme: Programme, variant: str) -> dict[ActivityKey, Activity]:
    length = programme.variant(variant)
    assert length is not None
    return {step.key: step for step in length.activities}


def _asked_in(programme: Programme, variant: str) -> dict[QuestionKey, ActivityKey]:
    return {key: step.key for step in _steps_of(programme, variant).values() for key in step.questions}


def _in_a_row(questions: tuple[QuestionKey, ...], first: float) -> dict[QuestionKey, float]:
    return {key: first + number for number, key in enumerate(questions)}


def _question(programme: Programme, key: QuestionKey) -> Question | None:
    return next((one for one in programme.questions if one.key == key), None)
