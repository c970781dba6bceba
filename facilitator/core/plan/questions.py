"""Edits of what is asked: other words, another number of marks, statements added, and questions left out."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core.keys import OptionKey, QuestionKey
from facilitator.core.methods import OPTIONS_IN_ENGLISH, Method
from facilitator.core.plan.finding import the_activity, the_question_of, the_variant, with_activity, with_question
from facilitator.core.plan.limits import MOST_DOTS
from facilitator.core.plan.new_keys import new_key
from facilitator.core.plan.running import refuse_what_cannot_run
from facilitator.core.plan.steps import without_unasked
from facilitator.core.plan.words import a_text, changed, own
from facilitator.core.programme import Activity, ActivityKind, Option, Programme, Question
from facilitator.core.wording import Wording, text_hash
from facilitator.errors import Refused
from facilitator.words.message import say


def reworded(programme: Programme, question: str, text: str) -> Programme:
    """Return the programme with a question or statement in other words, under its own key, in every length."""
    asked = the_question_of(programme, question)
    return with_question(programme, replace(asked, wording=changed(asked.wording, a_text(text))))


def with_max_marks(programme: Programme, question: str, marks: int) -> Programme:
    """Return the programme with another number of options, or of dots, that one person has at a question."""
    asked = the_question_of(programme, question)
    if not asked.method.ranks_options:
        raise Refused(say("This question takes one answer."), say("Only choosing and dots take several."))
    most = MOST_DOTS if asked.method is Method.DOTS else len(asked.options)
    if not 1 <= marks <= most:
        raise Refused(say("{marks} cannot be right.", marks=marks), say("Give 1 to {most}.", most=most))
    return with_question(programme, replace(asked, max_marks=marks))


def with_statement(programme: Programme, variant: str, activity: str, text: str) -> Programme:
    """Return the programme with a new statement, asked last in a step of this length.

    It is no must-have, since no other event asks it; a statement of the programme that was left out is asked again
    where its very words are typed. Raises `Refused` for a step in which no vote is taken, and for words that the step
    asks already.
    """
    step, words = the_activity(programme, variant, activity), a_text(text)
    _refuse_where_nothing_is_asked(step)
    if text_hash(words) in {text_hash(the_question_of(programme, key).wording.text) for key in step.questions}:
        raise Refused(say("This is asked in the step already."), say("Word it differently, or leave it as it is."))
    left_out = _left_out(programme, variant, step, words)
    if left_out is not None:
        return with_activity(programme, variant, replace(step, questions=(*step.questions, left_out)))
    key = QuestionKey(new_key(words, {one.key for one in programme.questions}))
    made = Question(key, step.stage, Method.STATEMENT, own(words), _answers(programme), must_have=False)
    with_it = replace(programme, questions=(*programme.questions, made))
    return with_activity(with_it, variant, replace(step, questions=(*step.questions, key)))


def without_question(programme: Programme, variant: str, question: str) -> Programme:
    """Return the programme with a question not asked in this length; raises `Refused` where a later step needs it."""
    asked = the_question_of(programme, question)
    step = _step_that_asks(programme, variant, question)
    left = tuple(key for key in step.questions if key != asked.key)
    after = without_unasked(with_activity(programme, variant, replace(step, questions=left)), (asked.key,))
    refuse_what_cannot_run(after, variant)
    return after


def _left_out(programme: Programme, variant: str, step: Activity, words: str) -> QuestionKey | None:
    """Return the statement with these words that the programme has for the stage of a step and this length not asks."""
    asked = {key for one in the_variant(programme, variant).activities for key in one.questions}
    there = (one for one in programme.questions if one.key not in asked and one.stage == step.stage)
    same = (one.key for one in there if is_statement(one) and text_hash(one.wording.text) == text_hash(words))
    return next(same, None)


def is_statement(question: Question) -> bool:
    """Return whether a question is a statement that people vote on, and none to practise with."""
    return question.method is Method.STATEMENT and not question.practice


def _step_that_asks(programme: Programme, variant: str, question: str) -> Activity:
    length = programme.variant(variant)
    steps = length.activities if length is not None else ()
    found = next((step for step in steps if question in step.questions), None)
    if found is None:
        raise Refused(say("This question is not asked here."), say("There is nothing to take out."))
    return found


def _refuse_where_nothing_is_asked(step: Activity) -> None:
    if step.each_area or (step.kind is not ActivityKind.VOTE and not step.questions):
        raise Refused(
            say("No vote is taken in “{step}”.", step=step.title.text), say("Choose a step with a vote, or add one.")
        )


def _answers(programme: Programme) -> tuple[Option, ...]:
    """Return agree, unsure and disagree as the programme words them."""
    alike = next((one.options for one in programme.questions if one.method is Method.STATEMENT), None)
    if alike is not None:
        return alike
    if programme.language.partition("-")[0] != "en":
        raise Refused(
            say("The programme has no statement whose answers could be used."),
            say("Ask whoever wrote the programme for one in its language."),
        )
    texts = OPTIONS_IN_ENGLISH[Method.STATEMENT]
    return tuple(Option(OptionKey(key), Wording(text)) for key, text in texts.items())
