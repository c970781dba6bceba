"""Pieces put on pages."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from facilitator.document.pdf.columns import Need, shared_widths
from facilitator.document.pdf.faces import our_face
from facilitator.document.pdf.paging import pages_of
from facilitator.document.pdf.pieces import Cell, Drawing, Row, Rows
from facilitator.document.pdf.spans import span
from facilitator.document.pdf.typesetting import Line, Measured, Style, Typesetter

STYLE = Style(8, 10)
PAGE = 200.0


def lines(count: int) -> tuple[Line, ...]:
    return tuple(Line((span(str(number), our_face(400)),), 8.0, STYLE) for number in range(count))


def a_text(count: int, **more: object) -> Rows:
    return Rows((Row((Cell(0.0, 100.0, lines(count)),)),), **more)


def a_list(*counts: int, **more: object) -> Rows:
    return Rows(tuple(Row((Cell(0.0, 100.0, lines(count)),)) for count in counts), **more)


def a_drawing(height: float, **more: object) -> Drawing:
    return Drawing(height, lambda canvas, x, top, width: None, **more)


def heights(pieces: list[Rows | Drawing], height: float = PAGE) -> list[list[float]]:
    return [[placed.piece.height for placed in page] for page in pages_of(pieces, height)]


PIECES = st.lists(
    st.one_of(
        st.builds(a_text, st.integers(1, 50), gap=st.sampled_from([0.0, 7.0]), keeps_next=st.booleans()),
        st.builds(lambda counts, **more: a_list(*counts, **more), st.lists(st.integers(1, 30), min_size=1, max_size=9),
                  gap=st.sampled_from([0.0, 7.0]), whole=st.booleans(),
                  head=st.sampled_from([(), (Row((), 10.0),)])),
        st.builds(a_drawing, st.floats(1, 190), gap=st.sampled_from([0.0, 7.0]), keeps_next=st.booleans()),
    ),
    max_size=20,
)  # fmt: skip


@given(PIECES)
def test_nothing_is_lost_and_no_page_overflows(pieces):
    pages = pages_of(pieces, PAGE)

    assert all(placed.end <= PAGE + 0.01 for page in pages for placed in page)
    assert all(above.end <= below.down + 0.01 for page in pages for above, below in pairwise(page))
    drawn = [placed.piece for page in pages for placed in page]
    assert _lines_of(drawn) == _lines_of(pieces)
    assert sum(isinstance(piece, Drawing) for piece in drawn) == sum(isinstance(piece, Drawing) for piece in pieces)


def _lines_of(pieces: list[Rows | Drawing]) -> int:
    rows = [row for piece in pieces if isinstance(piece, Rows) for row in piece.rows]
    return sum(len(cell.lines) for row in rows for cell in row.cells)


def test_a_parted_text_has_two_lines_on_either_page():
    assert heights([a_drawing(185), a_text(3), a_drawing(100)]) == [[185.0], [30.0, 100.0]]
    assert heights([a_drawing(165), a_text(5), a_drawing(100)]) == [[165.0, 30.0], [20.0, 100.0]]
    assert heights([a_drawing(165), a_text(4), a_drawing(100)]) == [[165.0, 20.0], [20.0, 100.0]]


def test_what_keeps_what_follows_goes_with_it():
    assert heights([a_drawing(150), a_text(2, keeps_next=True), a_drawing(60)]) == [[150.0], [20.0, 60.0]]


def test_a_row_is_not_parted_where_the_next_page_holds_it():
    assert heights([a_drawing(150), a_list(4, 4, 4), a_drawing(60)]) == [[150.0, 40.0], [80.0, 60.0]]


def test_a_nearly_empty_last_page_is_set_closer():
    closer = heights([a_text(9), a_text(9, gap=10.0), a_drawing(5, gap=10.0)])

    assert closer == [[90.0, 90.0, 5.0]]


def test_where_closer_does_not_help_pages_share_more_evenly():
    pages = heights([a_text(2, gap=0.0) for _ in range(11)])

    assert [sum(page) for page in pages] == [160.0, 60.0]


def test_columns_get_what_they_like_and_the_room_that_is_left():
    assert shared_widths([Need(100, 20), Need(50, 50)], 300) == (200.0, 100.0)


def test_room_that_is_left_goes_to_words_not_to_figures():
    assert shared_widths([Need(100, 20), Need(50, 50, stretches=False)], 300) == (250.0, 50.0)


def test_where_there_is_too_little_the_wide_columns_give_way():
    first, second = shared_widths([Need(400, 40), Need(60, 60)], 300)

    assert (first, second) == (240.0, 60.0)


def test_words_too_wide_for_all_columns_share_the_page():
    assert shared_widths([Need(400, 300), Need(400, 300)], 300) == (150.0, 150.0)


def test_a_line_is_never_wider_than_it_may_be():
    typesetter = Typesetter(Measured())
    text = "Some words, Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, 中文 and שלום " * 5

    found = typesetter.lines(text, STYLE, 90.0)

    assert max(line.width for line in found) <= 90.0


def test_line_ends_are_kept_and_an_empty_text_has_one_line():
    typesetter = Typesetter(Measured())

    assert len(typesetter.lines("one\n\ntwo", STYLE, 90.0)) == 3
    assert len(typesetter.lines("", STYLE, 90.0)) == 1


def a_table(rows: int, **more: object) -> Rows:
    return Rows(tuple(a_list(*[1] * rows).rows), head=(Row((), 10.0),), whole=True, fewest=3, **more)


def test_a_long_table_is_parted_where_much_of_a_page_would_be_empty():
    assert heights([a_drawing(130), a_table(7), a_drawing(60)]) == [[130.0, 50.0], [40.0, 60.0]]
    assert heights([a_drawing(120), a_table(8), a_drawing(60)]) == [[120.0, 60.0], [40.0, 60.0]]


def test_a_heading_goes_with_the_first_rows_of_its_table():
    pages = heights([a_drawing(100), a_text(1, keeps_next=True), a_table(9), a_drawing(60)])

    assert pages == [[100.0, 10.0, 70.0], [40.0, 60.0]]


def test_a_table_is_kept_whole_where_little_is_left_of_the_page_and_where_it_is_short():
    assert heights([a_drawing(140), a_table(8), a_drawing(60)]) == [[140.0], [90.0, 60.0]]
    assert heights([a_drawing(130), a_table(5, gap=20.0), a_drawing(60)]) == [[130.0], [60.0, 60.0]]


def test_three_rows_at_least_of_a_parted_table_stand_on_either_page():
    long = replace(a_table(30), whole=False)

    pages = heights([a_drawing(180), long])

    assert pages[0] == [180.0]
    assert min(height for page in pages[1:] for height in page) >= 40.0
