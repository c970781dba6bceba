"""A paper form while it is typed in: which question is at hand and what was answered so far, in memory alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from facilitator.core.forms import PREFER_NOT_TO_SAY, Form, FormKind, FormOption, FormQuestion, kept_answer

KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
NOT_TO_SAY_KEY = "0"


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A form that is being typed; `at` is the place of the question at hand, and the number of questions at the end.

    Nobody is named in it and nothing of it is in the file before it is stored.
    """

    form: Form
    at: int = 0
    ticks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def question(self) -> FormQuestion | None:
        """The question at hand; None at the end of the form."""
        return self.form.questions[self.at] if self.at < len(self.form.questions) else None

    @property
    def is_last(self) -> bool:
        """Whether the question at hand is the last one."""
        return self.at == len(self.form.questions) - 1

    @property
    def is_begun(self) -> bool:
        """Whether anything was typed that would be lost."""
        return self.at > 0 or any(self.ticks.values()) or any(self.words.values())

    @property
    def ticked(self) -> tuple[str, ...]:
        """What is ticked in the question at hand."""
        return self.ticks.get(self.question.key, ()) if self.question is not None else ()

    @property
    def text(self) -> str:
        """What is written in the question at hand: own words, or a district."""
        return self.words.get(self.question.key, "") if self.question is not None else ""

    def with_ticks(self, *keys: str) -> FormDraft:
        """Return the draft with these ticks, and no others, in the question at hand."""
        assert self.question is not None
        return replace(self, ticks={**self.ticks, self.question.key: keys})

    def toggled(self, key: str) -> FormDraft:
        """Return the draft with one tick more, or less, in the question at hand."""
        others = tuple(one for one in self.ticked if one not in (key, PREFER_NOT_TO_SAY))
        return self.with_ticks(*others) if key in self.ticked else self.with_ticks(*others, key)

    def with_text(self, text: str) -> FormDraft:
        """Return the draft with these words, which may be half of them, in the question at hand."""
        assert self.question is not None
        return replace(self, words={**self.words, self.question.key: text})

    def entered(self) -> FormDraft:
        """Return the draft with what is written in the question at hand taken as its answer.

        Raises `Refused` for what is no district.
        """
        question = self.question
        if question is None or question.kind is not FormKind.DISTRICT:
            return self
        if self.text.strip():
            return self.with_ticks(kept_answer(question, (self.text,)))
        return self if self.ticked == (PREFER_NOT_TO_SAY,) else self.with_ticks()

    def left_blank(self) -> FormDraft:
        """Return the draft with nothing in the question at hand."""
        return self.with_ticks().with_text("")

    @property
    def comments(self) -> dict[str, str]:
        """People's own words by question."""
        return {str(one.key): text for one in self.form.comments if (text := self.words.get(one.key, "").strip())}

    @property
    def answers(self) -> dict[str, tuple[str, ...]]:
        """The ticked keys by question."""
        return {str(one.key): self.ticks.get(one.key, ()) for one in self.form.counted}

    def onward(self) -> FormDraft:
        """Return the draft at its next question, or at the end."""
        return replace(self, at=min(self.at + 1, len(self.form.questions)))

    def back(self) -> FormDraft:
        """Return the draft one question earlier."""
        return replace(self, at=max(0, self.at - 1))


def is_comment(question: FormQuestion | None) -> bool:
    """Return whether a question is answered in people's own words."""
    return question is not None and question.kind is FormKind.COMMENT


def is_written(question: FormQuestion | None) -> bool:
    """Return whether a question is answered by writing instead of ticks."""
    return question is not None and question.kind in (FormKind.COMMENT, FormKind.DISTRICT)


def numbered(question: FormQuestion) -> tuple[tuple[str, FormOption], ...]:
    """Return the answers in printed order, each with its key; those beyond the last letter have none."""
    printed = [option for option in question.options if option.key != PREFER_NOT_TO_SAY]
    keys = [*KEYS, *[""] * max(0, len(printed) - len(KEYS))]
    return tuple(zip(keys, printed, strict=False))


def not_to_say(question: FormQuestion) -> FormOption | None:
    """Return the answer "prefer not to say", where the question has one."""
    return next((option for option in question.options if option.key == PREFER_NOT_TO_SAY), None)


def answer_at(question: FormQuestion, key: str) -> str | None:
    """Return the answer that a key stands for; None where it stands for none."""
    if key == NOT_TO_SAY_KEY:
        found = not_to_say(question)
        return str(found.key) if found is not None else None
    return next((str(option.key) for one, option in numbered(question) if one == key.lower()), None)
