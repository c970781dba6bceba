"""Edits of what people choose between at a question."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core.keys import OptionKey
from facilitator.core.methods import OPTIONS_IN_ENGLISH, Method
from facilitator.core.plan.finding import the_option, the_question_of, with_changed_option, with_question
from facilitator.core.plan.limits import FEWEST_OPTIONS
from facilitator.core.plan.new_keys import new_key
from facilitator.core.plan.words import a_text, changed, own
from facilitator.core.programme import CarryForward, Option, Programme, Question
from facilitator.core.wording import same_words
from facilitator.errors import Refused
from facilitator.words.message import say


def reworded_option(programme: Programme, question: str, option: str, text: str) -> Programme:
    """Return the programme with an option in other words, under its own key."""
    words = a_text(text)
    _refuse_said_already(the_question_of(programme, question), words, but=option)
    return with_changed_option(
        programme, question, option, lambda one: replace(one, wording=changed(one.wording, words))
    )


def with_option(programme: Programme, question: str, text: str) -> Programme:
    """Return the programme with one more option, the last one, at a question whose options are its own."""
    asked, words = the_question_of(programme, question), a_text(text)
    _refuse_fixed(asked)
    _refuse_said_already(asked, words)
    key = OptionKey(new_key(f"{question} {words}", {one.key for one in asked.options}))
    return with_question(programme, replace(asked, options=(*asked.options, Option(key, own(words)))))


def without_option(programme: Programme, question: str, option: str) -> Programme:
    """Return the programme with one option fewer; nobody can then choose, and nothing carry, more than there are."""
    asked = the_question_of(programme, question)
    _refuse_fixed(asked)
    gone = the_option(asked, option)
    options = tuple(one for one in asked.options if one.key != gone.key)
    if len(options) < FEWEST_OPTIONS:
        raise Refused(
            say("A question has at least {least} answers.", least=FEWEST_OPTIONS),
            say("Add another one first, or leave the whole question out."),
        )
    marks = min(asked.max_marks, len(options)) if asked.method is Method.CHOOSE else asked.max_marks
    after = with_question(programme, replace(asked, options=options, max_marks=marks))
    return as_many_areas(after, after.carry_forward)


def moved_option(programme: Programme, question: str, option: str, places: int) -> Programme:
    """Return the programme with an option so many places later in the order shown, or earlier."""
    asked = the_question_of(programme, question)
    options = list(asked.options)
    place = options.index(the_option(asked, option))
    options.insert(max(0, place + places), options.pop(place))
    return with_question(programme, replace(asked, options=tuple(options)))


def as_many_areas(programme: Programme, plan: CarryForward | None) -> Programme:
    """Return the programme carrying as many areas as `plan` says, and no more than there are to choose from."""
    if plan is None:
        return programme
    asked = programme.question(plan.question)
    most = len(asked.options) + asked.room_made
    steps = tuple((tables, min(areas, most)) for tables, areas in plan.areas_by_tables)
    return replace(programme, carry_forward=replace(plan, areas_by_tables=steps))


def _refuse_fixed(question: Question) -> None:
    if question.method in OPTIONS_IN_ENGLISH:
        raise Refused(
            say("The answers to this question are the same at every event."),
            say("You can change their words, but neither add nor take out any."),
        )


def _refuse_said_already(question: Question, text: str, *, but: str = "") -> None:
    if same_words(text) in {same_words(one.wording.text) for one in question.options if one.key != but}:
        raise Refused(say("This answer is on the list already."), say("Word it differently."))
