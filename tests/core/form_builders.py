"""Small questions of paper forms, and hypothesis' large ones."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from facilitator.core.disclosure import Form, FormCounts, Heading, SuppressionPolicy
from facilitator.core.disclosure.form_counts import NOT_TO_SAY
from facilitator.core.keys import OptionKey

POLICIES = st.builds(SuppressionPolicy, st.integers(3, 10), st.sampled_from([1, 5]))


def a_form(*figures, blank=0, returned=None, groups=(), **more):
    """Return an equality question with options a, b, c... of these figures; `groups` are ("H", "ab") pairs."""
    keys = [chr(ord("a") + place) for place in range(len(figures))]
    known = {
        "form": Form.EQUALITY,
        "key": "q",
        "text": "Which?",
        "options": tuple((key, f"The {key}") for key in keys),
        "counts": dict(zip(keys, figures, strict=True)),
        "blank": blank,
        "returned": sum(figures) + blank if returned is None else returned,
        "groups": tuple(Heading(key, f"All {key}", tuple(options)) for key, options in groups),
    }
    return FormCounts(**{**known, **more})


def with_figures(form, figures, blank):
    """Return `form` with other figures; one tick each, so that they say how many forms came back."""
    counts = dict(zip(form.counts, figures, strict=True))
    return replace(form, counts=counts, blank=blank, returned=sum(figures) + blank)


@st.composite
def groups(draw, options):
    """Draw headings over some of the first options; at least two things to choose from stay at the top."""
    keys = [chr(ord("a") + place) for place in range(options)]
    found, at = [], 0
    while at < options - 1 and draw(st.booleans()):
        size = draw(st.integers(1, options - 1 - at))
        found.append((f"H{len(found)}", tuple(keys[at : at + size])))
        at += size
    return tuple(found)


FIGURES = st.one_of(st.integers(0, 12), st.integers(0, 60), st.sampled_from([0, 1, 4, 5]))


@st.composite
def forms(draw, most_options=20):
    """Draw a question with one tick, with or without headings."""
    options = draw(st.integers(2, most_options))
    figures = draw(st.lists(FIGURES, min_size=options, max_size=options))
    return a_form(*figures, blank=draw(FIGURES), groups=draw(groups(options)))


@st.composite
def forms_with_several_ticks(draw, most_options=12):
    """Draw a question whose forms may tick several options."""
    options = draw(st.integers(2, most_options))
    figures = draw(st.lists(FIGURES, min_size=options, max_size=options))
    answered = draw(st.integers(max(figures), max(sum(figures), max(figures))))
    blank = draw(FIGURES)
    return a_form(*figures, blank=blank, returned=answered + blank, multiple=True)


@st.composite
def later_forms(draw, form):
    """Draw the same question after late forms came in: many at a time, a few, or none."""
    more = st.one_of(st.just(0), st.integers(3, 12), st.integers(0, 3))
    figures = [count + draw(more) for count in form.counts.values()]
    return with_figures(form, figures, form.blank + draw(more))


def districts(*, unsaid=0, blank=0, form=Form.EQUALITY, **people):
    """Return the question of a district, which so many people each wrote; nobody writes one that nobody comes from."""
    written = {OptionKey(name): count for name, count in people.items() if count}
    counts = {**written, NOT_TO_SAY: unsaid}
    return FormCounts(
        form, "district", "Where do you live?", tuple((key, key.upper()) for key in counts), counts, blank,
        sum(counts.values()) + blank, written=frozenset(written),
    )  # fmt: skip
