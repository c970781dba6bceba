"""Charts as shapes in a box."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.accounting import Denominators
from facilitator.core.disclosure import Audience, ShownResult, shown
from facilitator.core.keys import Channel, OptionKey, QuestionKey, Source, StageKey, State
from facilitator.core.methods import OPTIONS_IN_ENGLISH, Method
from facilitator.core.result import QuestionResult, option_results
from facilitator.core.tally import Tally
from facilitator.document.chart import Chart, result_chart
from facilitator.document.lines import estimated_width
from facilitator.document.shapes import Anchor, Mark, MarkKind, Rect, Text
from facilitator.document.svg import as_svg
from facilitator.look import DAY, Palette
from facilitator.words.translator import Translator

LONG = "A home and support in the community: new kinds of care for adults and older people who need both"


def a_result(method: Method, counts: dict[str, int], texts: dict[str, str] | None = None, *, valid: int = 0):
    keys = {OptionKey(key): number for key, number in counts.items()}
    words = texts or OPTIONS_IN_ENGLISH.get(method, {})
    people = valid or sum(counts.values())
    tally = Tally(keys, keys, people, cast_by_channel={Channel.HANDS: people})
    named = {key: (words.get(key, key), "", Source.PROGRAMME) for key in keys}
    return QuestionResult(
        QuestionKey("q"), StageKey("one"), "a", "What?", "", Source.PROGRAMME, 1, method, 3, State.CLOSED, 1, False,
        Denominators(people + 5), tally, option_results(method, tally, named),
    )  # fmt: skip


def public(result: QuestionResult) -> ShownResult:
    return shown(result, Audience.PUBLISHED)


def drawn(result: ShownResult, *, width: float = 780, height: float = 300, size: float = 17, foot: float = 0) -> Chart:
    return result_chart(
        result, Translator(), width=width, height=height, option_size=size, foot_size=foot, measure=estimated_width
    )


def texts(chart: Chart) -> list[str]:
    return [shape.text for shape in chart.shapes if isinstance(shape, Text)]


STATEMENT = public(a_result(Method.STATEMENT, {"agree": 62, "unsure": 10, "disagree": 7}))
AREAS = public(
    a_result(
        Method.CHOOSE,
        {"a1": 33, "a2": 52, "a3": 33, "a4": 0},
        {"a1": LONG, "a2": "Good days", "a3": "W" * 90},
        valid=80,
    )
)
WITHHELD = public(a_result(Method.STATEMENT, {"agree": 3, "unsure": 1, "disagree": 0}))


def test_each_option_has_its_word_number_and_percentage():
    assert texts(drawn(STATEMENT)) == ["Agree", "62", "78%", "Unsure", "10", "13%", "Disagree", "7", "9%"]


def test_agree_unsure_and_disagree_are_told_by_shape_too():
    marks = [shape for shape in drawn(STATEMENT).shapes if isinstance(shape, Mark)]

    assert [mark.kind for mark in marks] == [MarkKind.TICK, MarkKind.TILDE, MarkKind.CROSS]


def test_bars_are_as_long_as_their_share_of_the_base():
    bars = [shape for shape in drawn(STATEMENT).shapes if isinstance(shape, Rect)]
    tracks = [bar for bar in bars if bar.colour_role == "hairline"]
    lengths = [bar.width / tracks[0].width for bar in bars if bar.colour_role != "hairline"]

    assert lengths == pytest.approx([62 / 79, 10 / 79, 7 / 79])


def test_ranked_options_stand_by_rank_and_equals_share_it():
    ranks = [text for text in texts(drawn(AREAS)) if text.rstrip("=") in ("1", "2", "3", "4")]

    assert ranks == ["1", "2=", "2=", "4"]


def test_the_foot_says_the_base():
    assert texts(drawn(STATEMENT, foot=13))[-1].startswith("84 people present, 79 voted; percentages of 79")


def test_the_description_says_all_the_numbers():
    assert drawn(STATEMENT).description == (
        "Agree: 62 (78%); Unsure: 10 (13%); Disagree: 7 (9%). "
        "84 people present, 79 voted; percentages of 79, may not add to 100 because of rounding."
    )


def test_a_withheld_result_shows_its_options_and_no_figure():
    chart = drawn(WITHHELD, foot=13)

    assert texts(chart) == ["Agree", "Unsure", "Disagree"]
    assert not [shape for shape in chart.shapes if isinstance(shape, Rect)]
    assert chart.description == "Options: Agree; Unsure; Disagree."


def test_hidden_characters_in_an_option_are_drawn():
    result = public(a_result(Method.SINGLE, {"x": 12}, {"x": "a\u202eb\nc"}))

    assert texts(drawn(result))[0] == "a⟦U+202E⟧b c"


def test_colours_are_roles_of_the_palette():
    roles = {shape.colour_role for result in (STATEMENT, AREAS) for shape in drawn(result).shapes}

    assert roles <= set(Palette.__dataclass_fields__)


def boxes(chart: Chart) -> list[tuple[float, float, float, float]]:
    """Return what each text and track covers: left, top, right, bottom."""
    covered = []
    for shape in chart.shapes:
        if isinstance(shape, Text):
            long = estimated_width(shape.text, shape.size)
            left = shape.x - (long if shape.anchor is Anchor.END else 0)
            covered.append((left, shape.y - shape.size * 0.8, left + long, shape.y + shape.size * 0.25))
        elif isinstance(shape, Rect) and shape.colour_role == "hairline":
            covered.append((shape.x, shape.y, shape.x + shape.width, shape.y + shape.height))
        elif isinstance(shape, Mark):
            half = shape.size / 2
            covered.append((shape.x - half, shape.y - half, shape.x + half, shape.y + half))
    return covered


@given(
    st.lists(st.text(alphabet="abcW: ", min_size=1, max_size=120), min_size=2, max_size=9),
    st.sampled_from([(780.0, 300.0, 17.0, 0.0), (1700.0, 620.0, 67.0, 50.0), (900.0, 900.0, 30.0, 20.0)]),
    st.sampled_from([Method.CHOOSE, Method.SINGLE, Method.DOTS]),
)
def test_nothing_overlaps_and_nothing_leaves_the_box(words, box, method):
    width, height, size, foot = box
    counts = {f"o{place}": 10 * place + 1 for place in range(len(words))}
    named = {f"o{place}": word for place, word in enumerate(words)}
    chart = drawn(public(a_result(method, counts, named)), width=width, height=height, size=size, foot=foot)

    covered = boxes(chart)

    assert all(
        left >= -0.01 and top >= -0.01 and right <= width + 0.01 and bottom <= height + 0.01
        for left, top, right, bottom in covered
    )
    assert not [
        (one, other)
        for one, other in combinations(covered, 2)
        if min(one[2], other[2]) - max(one[0], other[0]) > 0.01 and min(one[3], other[3]) - max(one[1], other[1]) > 0.01
    ]


def test_the_drawing_has_a_role_a_title_and_a_description():
    svg = as_svg(drawn(STATEMENT), DAY, name="chart-1", title="What <b>?")

    assert svg.startswith('<svg role="img" aria-labelledby="chart-1-title chart-1-desc"')
    assert '<title id="chart-1-title">What &lt;b&gt;?</title>' in svg
    assert "Agree: 62 (78%)" in svg


def test_an_unknown_number_of_dots_people_is_no_nought():
    result = a_result(Method.DOTS, {"a": 30, "b": 10}, {"a": "A", "b": "B"}, valid=20)
    only_dots = replace(result, tally=replace(result.tally, counts=dict.fromkeys(result.tally.counts)))

    assert texts(drawn(public(only_dots)))[-2:] == ["10", "25%"]
