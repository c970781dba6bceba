"""Sequences of edits of the shipped programme, as somebody clicks about who prepares an event."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from hypothesis import strategies as st

from facilitator.core.plan import edits
from facilitator.core.programme import ActivityKind, EvidenceCard, Programme, PromiseLevel
from facilitator.errors import Refused

VARIANT = "full"
Edit: TypeAlias = Callable[[Programme], Programme]

_TEXTS = st.sampled_from(("Home", "Home first.", "A place to meet: every week", "Benches", "Byw’n dda", " Buses "))
_WHICH = st.integers(0, 40)
_PLACES = st.integers(-6, 6)


def a_step(programme: Programme, which: int) -> str:
    steps = programme.variant(VARIANT).activities
    return str(steps[which % len(steps)].key)


def a_question(programme: Programme, which: int) -> str:
    return str(programme.questions[which % len(programme.questions)].key)


def an_option(programme: Programme, which: int) -> str:
    options = programme.question("areas").options
    return str(options[which % len(options)].key)


def _of_steps() -> st.SearchStrategy[Edit]:
    which, text, places, minutes = _WHICH, _TEXTS, _PLACES, st.integers(0, 60)
    new = st.builds(
        edits.NewStep,
        st.sampled_from([ActivityKind.TABLE_TALK, ActivityKind.BREAK, ActivityKind.VOTE]),
        st.sampled_from(["goals", "difference", "approach"]),
        text,
        st.integers(1, 30),
        st.tuples(text),
    )
    return st.one_of(
        st.builds(lambda n, t: lambda p: edits.with_step_title(p, VARIANT, a_step(p, n), t), which, text),
        st.builds(lambda n, m: lambda p: edits.with_minutes(p, VARIANT, a_step(p, n), m), which, minutes),
        st.builds(lambda n, t: lambda p: edits.with_step_prompts(p, VARIANT, a_step(p, n), (t,)), which, text),
        st.builds(lambda n, m: lambda p: edits.moved(p, VARIANT, a_step(p, n), m), which, places),
        st.builds(lambda n, s: lambda p: edits.added(p, VARIANT, a_step(p, n), s), which, new),
        st.builds(lambda n: lambda p: edits.without(p, VARIANT, a_step(p, n)), which),
    )


def _of_questions() -> st.SearchStrategy[Edit]:
    which, text = _WHICH, _TEXTS
    return st.one_of(
        st.builds(lambda n, t: lambda p: edits.reworded(p, a_question(p, n), t), which, text),
        st.builds(lambda n, t: lambda p: edits.with_statement(p, VARIANT, a_step(p, n), t), which, text),
        st.builds(lambda n: lambda p: edits.without_question(p, VARIANT, a_question(p, n)), which),
        st.builds(lambda n: lambda p: edits.with_max_marks(p, "areas", n), which),
        st.builds(lambda t: lambda p: edits.with_option(p, "areas", t), text),
        st.builds(lambda n: lambda p: edits.without_option(p, "areas", an_option(p, n)), which),
        st.builds(lambda n, m: lambda p: edits.moved_option(p, "areas", an_option(p, n), m), which, _PLACES),
        st.builds(lambda n, t: lambda p: edits.reworded_option(p, "areas", an_option(p, n), t), which, text),
    )


def _of_the_rest() -> st.SearchStrategy[Edit]:
    which, text = _WHICH, _TEXTS
    return st.one_of(
        st.builds(lambda t: lambda p: edits.promised(p, PromiseLevel.CONSULT, t), text),
        st.builds(lambda t: lambda p: edits.with_givens(p, (t, *(one.text for one in p.givens[:2]))), text),
        st.builds(lambda t: lambda p: edits.with_access(p, (t,)), text),
        st.builds(lambda t: lambda p: edits.with_next_steps(p, ((t, t),)), text),
        st.builds(lambda n, t: lambda p: edits.with_models(p, an_option(p, n), (t,)), which, text),
        st.builds(
            lambda n, t: lambda p: edits.with_evidence(p, an_option(p, n), EvidenceCard(headline=t)), which, text
        ),
    )


EDITS: st.SearchStrategy[list[Edit]] = st.lists(
    st.one_of(_of_steps(), _of_questions(), _of_the_rest()), min_size=1, max_size=12
)


def edited(programme: Programme, changes: list[Edit]) -> Programme:
    """Return the programme after those edits that it takes."""
    for change in changes:
        try:
            programme = change(programme)
        except Refused:
            continue
    return programme
