"""The forms at the end: who fills one in, what each person ticks, and how the desk types them in, a stack at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from facilitator.conduct.event import Event
from facilitator.conduct.forms import form_with, forms_asked, tally_form
from facilitator.conduct.record import event_record
from facilitator.core.forms import PREFER_NOT_TO_SAY, Form, FormKind, FormQuestion
from facilitator.core.programme import ActivityKind
from facilitator.rehearsal.act import Act
from facilitator.rehearsal.chance import Chance
from facilitator.rehearsal.crowd import Crowd
from facilitator.rehearsal.desk import DESK
from facilitator.words.message import say, say_many
from facilitator.words.translator import Translator

FORMS_IN_A_STACK = 10
_HANDS_ONE_IN = 0.85  # of those who are still there
_LEAVES_IT_BLANK = 0.06
_PREFERS_NOT_TO_SAY = 0.1
_TICKS_ONE_OF_SEVERAL = 0.25
_AGREEMENT = (0.3, 0.72, 0.88, 0.96, 1.0)  # how many tick this step of the scale or one above it
_DISTRICTS = ("M1", "M2", "M3")
_FORMS_FOR_A_COMMENT = 6
_COMMENTS = (
    (
        say("Being asked before anything is decided."),
        say("The people at my table, and that nobody hurried me."),
        say("Seeing the votes at once."),
        say("The soup."),
    ),
    (
        say("More time at the tables, less at the front."),
        say("A room with less echo."),
        say("Send the papers a week before."),
        say("Begin later: the bus from the valley comes at ten."),
    ),
)


def form_acts(event: Event, crowd: Crowd, activity: str) -> Iterator[Act]:
    """Yield how the forms of a step come back and are typed in; nothing at a step that is not for forms."""
    kinds = {step.key: step.kind for step in event_record(event, with_history=False).steps}
    if kinds.get(activity) != ActivityKind.FORMS:
        return
    for form in forms_asked(event):
        filling = _Filling(event, crowd, form)
        box = filling.in_the_box()
        for start in range(0, len(box), FORMS_IN_A_STACK):
            yield filling.typed(box[start : start + FORMS_IN_A_STACK], start)


@dataclass(frozen=True, slots=True)
class _Filling:
    """One kind of form, as it is filled in by the crowd."""

    event: Event
    crowd: Crowd
    form: Form

    @property
    def _chance(self) -> Chance:
        return self.crowd.chance

    def in_the_box(self) -> list[int]:
        """Return whose form comes back, in an order that tells nothing of who sits where."""
        still_here = self.crowd.in_room(len(self.event.programme.stages) - 1)
        back = [one for one in still_here if self._chance.fraction(self.form.key, "returns", one) < _HANDS_ONE_IN]
        return self._chance.shuffled(back, self.form.key, "the box")

    def typed(self, stack: Sequence[int], start: int) -> Act:
        """Return the typing of a stack, of which the first form lies at `start` in the box; done twice it is once."""
        told = say_many(
            "{count} form “{form}” is typed in.", "{count} forms “{form}” are typed in.",
            count=len(stack), form=self.form.title.text,
        )  # fmt: skip

        def type_in() -> None:
            for place, person in enumerate(stack, start):
                answers = {str(question.key): self._ticks(question, person) for question in self.form.counted}
                tallied = form_with(self.form, self._mark_of(person))
                comments = self._comments(place)
                tally_form(self.event, self.form.key, answers, comments=comments, tallied=tallied, by=DESK)

        return Act(told, type_in)

    def _mark_of(self, person: int) -> Callable[[str], bytes]:
        return lambda name: self._chance.id("form", name, person)

    def _comments(self, place: int) -> dict[str, str]:
        """Return what is written on the form at `place` in the box: now and then a sentence, and each of them once."""
        number, rest = divmod(place, _FORMS_FOR_A_COMMENT)
        words = Translator(self.event.details.language)
        return {
            question.key: words(sentences[number])
            for question, sentences in zip(self.form.comments, _COMMENTS, strict=False)
            if rest == 0 and number < len(sentences)
        }

    def _ticks(self, question: FormQuestion, person: int) -> tuple[str, ...]:
        about = (self.form.id_of(question), person)
        if self._chance.fraction("leaves blank", *about) < _LEAVES_IT_BLANK:
            return ()
        if question.kind.offers_not_to_say and self._chance.fraction("not to say", *about) < _PREFERS_NOT_TO_SAY:
            return (PREFER_NOT_TO_SAY,)
        if question.kind is FormKind.AGREE:
            place = self._chance.fraction("agrees", *about)
            return (
                next(option.key for option, most in zip(question.options, _AGREEMENT, strict=True) if place < most),
            )
        if question.kind is FormKind.DISTRICT:
            return (self._chance.pick(_DISTRICTS, "lives", *about),)
        return self._of_the_options(question, person)

    def _of_the_options(self, question: FormQuestion, person: int) -> tuple[str, ...]:
        name = self.form.id_of(question)
        keys = [option.key for option in question.options if option.key != PREFER_NOT_TO_SAY]
        if question.kind is FormKind.SEVERAL:
            return tuple(
                key for key in keys if self._chance.fraction("ticks", name, key, person) < _TICKS_ONE_OF_SEVERAL
            )
        return (max(keys, key=lambda key: self._leaning(name, key) * self._chance.fraction("is", name, key, person)),)

    def _leaning(self, name: str, key: str) -> float:
        """Return how common a category is in this crowd: a few are rare, as in any hall."""
        return 0.1 + self._chance.fraction("leaning", name, key)
