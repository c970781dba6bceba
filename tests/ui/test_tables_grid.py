"""The grid of the tables' counts: typed by keyboard, stored row by row, no total of an answer while it is open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from builders import a_question
from facilitator.conduct.event import Event
from facilitator.conduct.results import result
from facilitator.conduct.seating import record_headcount, tables_at
from facilitator.conduct.timing import go_to_activity
from facilitator.conduct.voting import open_question
from facilitator.core.keys import Channel, State
from facilitator.errors import Refused
from tests.conduct.steps import changes, counts, verbs
from tests.ui.counting import DOWN, ENTER, Seat
from tests.ui.pressing import every_widget, settle
from ui.models.run_sheet import Place
from ui.models.table_counts import Figure, TableCountsModel
from ui.run.vote_doing import Doing

STATEMENTS = [f"s{number}" for number in range(1, 7)]


@pytest.fixture
def sit(qapp, words) -> Iterator[Callable[..., Seat]]:
    seats: list[Seat] = []

    def make(event: Event, key: str = "s1") -> Seat:
        seats.append(Seat(event, key))
        return seats[-1]

    yield make
    for seat in seats:
        seat.close()
        seat.deleteLater()
    settle()


@pytest.fixture
def three_tables(make_event):
    return make_event(a_question("s1"), a_question("s2"), tables=3)


def at_tables(seat: Seat, present: int) -> Seat:
    seat.panel.tables_button.setChecked(True)
    seat.panel.present.set_figure(present)
    seat.go_on()
    seat.panel.focus_first()
    settle()
    return seat


def row(*figures: int) -> list[Qt.Key | str]:
    """Return the keys for one row, Enter behind each figure."""
    return [key for figure in figures for key in (str(figure), ENTER)]


def told(seat: Seat) -> str:
    return seat.panel.grid.told.text()


def everything_told(widget: QWidget) -> str:
    """Return all that a widget and its children show or read out."""
    parts = []
    for one in every_widget(widget):
        face = QAccessible.queryAccessibleInterface(one)
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
            parts.append(face.text(kind) if face is not None else "")
        parts.append(one.toolTip())
        parts.append(str(getattr(one, "text", str)()))
    return "\n".join(parts)


def test_twelve_tables_and_six_statements_by_keyboard(make_event, sit):
    event = make_event(*(a_question(key) for key in STATEMENTS), tables=12)
    seat = sit(event)
    for number, key in enumerate(STATEMENTS):
        seat.look_at(key)
        at_tables(seat, 96)
        for table in range(12):
            people = [8] if number == 0 else []  # said once, and known at every vote after it
            seat.press(*row(*people, 5, table % 3, 2 - table % 3, 1))
        assert seat.missing == []
        seat.go_on()

    for key in STATEMENTS:
        found = result(event, key)
        assert (found.state, found.tally.cast, found.tally.abstain) == (State.CLOSED, 96, 12)
        assert dict(found.tally.counts) == {"agree": 60, "unsure": 12, "disagree": 12}
        assert (found.tables_counted, found.tables_missing) == (12, ())


def test_a_wrong_sum_a_late_table_and_a_correction_after_closing(three_tables, sit):
    event = three_tables
    seat = at_tables(sit(event), 32)
    seat.press(*row(8, 5, 2, 1, 0), *row(8, 5, 3, 1, 0))
    assert seat.missing == [
        "Table 2: 9 votes from 8 people, 1 too many.",
        "Table 3 has not sent its count.",
    ]
    with pytest.raises(Refused, match="Table 2: 9 votes"):
        seat.go_on()

    seat.panel.grid.go_to(1)
    seat.press(*row(5, 2, 1, 0))
    seat.panel.grid.go_to(2)
    seat.press(*row(8, 8, 0, 0, 0))
    seat.panel.grid.late.setFocus()
    seat.press("14", ENTER)
    seat.press(*row(8, 1, 1, 6, 0))
    assert seat.missing == []
    seat.go_on()
    assert counts(event, "s1") == {"agree": 19, "unsure": 5, "disagree": 8}
    assert result(event, "s1").tables_counted == 4

    seat.panel.start(Doing.CORRECTING)
    seat.panel.grid.go_to(3)
    seat.press(*row(6, 1, 2, 0))
    assert seat.missing == [
        "33 votes from 32 people present: 1 too many.",
        "Table 14: 9 votes from 8 people, 1 too many.",
    ]
    seat.panel.grid.go_to(3)
    seat.press(*row(6, 1, 1, 0))
    assert seat.missing == []
    seat.panel.why.setText("Table 14 was read upside down")
    seat.go_on()

    found = result(event, "s1")
    assert (found.status, found.revision) == ("corrected", 2)
    assert counts(event, "s1") == {"agree": 24, "unsure": 5, "disagree": 3}
    assert changes(event)[-1].why == "Table 14 was read upside down"


def test_several_rows_are_corrected_as_one_revision_with_who_sits_there_or_not_at_all(three_tables, sit):
    event = three_tables
    seat = at_tables(sit(event), 24)
    seat.press(*row(8, 5, 2, 1, 0), *row(8, 5, 2, 1, 0), *row(8, 5, 2, 1, 0))
    seat.go_on()
    seat.panel.start(Doing.CORRECTING)
    seat.panel.grid.go_to(0)
    seat.press(*row(1, 2, 5, 0), *row(6, 2, 1, 0))
    model = seat.panel.grid.model
    model.set_figure(1, next(column for column in model.columns if column.figure is Figure.PEOPLE), 9)
    stored = event.last_entry()

    with pytest.raises(Refused):
        seat.go_on()
    assert event.last_entry() == stored

    seat.panel.why.setText("Table 1 was read upside down, and one at Table 2 came late")
    seat.go_on()
    found = result(event, "s1")
    assert (found.revision, verbs(event)[-1]) == (2, "correct result")
    assert counts(event, "s1") == {"agree": 12, "unsure": 6, "disagree": 7}
    assert [table.headcount for table in tables_at(event, "s1")] == [8, 9, 8]


def test_who_sat_at_a_table_is_corrected_alone_as_a_revision_with_its_reason(three_tables, sit):
    event = three_tables
    seat = at_tables(sit(event), 24)
    seat.press(*row(8, 5, 2, 1, 0), *row(8, 5, 2, 1, 0), *row(8, 5, 2, 1, 0))
    seat.go_on()
    seat.panel.start(Doing.CORRECTING)
    model = seat.panel.grid.model
    people = next(column for column in model.columns if column.figure is Figure.PEOPLE)
    model.set_figure(1, people, 7)
    assert seat.missing == ["Table 2: 8 votes from 7 people, 1 too many."]
    stored = event.last_entry()
    with pytest.raises(Refused):
        seat.go_on()
    assert event.last_entry() == stored

    model.set_figure(1, people, 9)
    seat.panel.why.setText("One sat in the corner")
    seat.go_on()

    assert (result(event, "s1").revision, verbs(event)[-1]) == (2, "correct result")
    assert changes(event)[-1].why == "One sat in the corner"
    assert [table.headcount for table in tables_at(event, "s1")] == [8, 9, 8]


def test_t28_where_the_tables_are_not_known_the_grid_says_how_to_name_the_first(make_event, sit):
    seat = at_tables(sit(make_event(a_question("s1"), tables=None)), 24)
    grid = seat.panel.grid
    assert told(seat) == "The number of tables is not known. Type the number or name of a table, then press Enter."
    assert grid.late.hasFocus()
    assert grid.late.placeholderText() == "First table"

    seat.press("1", ENTER)

    assert told(seat) == "Table 1: not sent yet."
    assert grid.late.placeholderText() == "Late table"


def test_a_row_is_in_the_file_once_it_is_whole_and_left(three_tables, sit):
    seat = at_tables(sit(three_tables), 24)
    seat.press(*row(8, 5, 2))
    assert "enter count" not in verbs(three_tables)
    assert told(seat) == "Table 1: “Disagree” has no figure yet; 0 where nobody chose it."

    seat.press(*row(1, 0))

    assert counts(three_tables, "s1") == {"agree": 5, "unsure": 2, "disagree": 1}
    assert tables_at(three_tables, "s1")[0].headcount == 8


def test_a_row_is_stored_when_the_grid_is_left_for_the_button(three_tables, sit):
    seat = at_tables(sit(three_tables), 24)
    seat.press(*row(8, 5, 2, 1))

    seat.next_button.setFocus()
    settle()

    assert counts(three_tables, "s1")["agree"] == 5


def test_half_a_row_stays_when_somebody_looks_elsewhere_and_blocks_the_closing(three_tables, sit):
    seat = at_tables(sit(three_tables), 24)
    seat.press(*row(8, 5, 2, 1, 0), *row(8, 5))
    seat.look_at("s2")
    assert seat.panel.unsaved()

    seat.look_at("s1")

    with pytest.raises(Refused, match="Table 2: “Unsure” has no figure"):
        seat.go_on()
    assert seat.panel.grid.model.entry(1).figures.options["agree"] == 5


def test_situation_10_a_vote_closes_without_a_table_when_a_reason_is_given(three_tables, sit):
    seat = at_tables(sit(three_tables), 24)
    seat.press(*row(8, 5, 2, 1, 0), *row(8, 5, 2, 1, 0))
    assert seat.missing == ["Table 3 has not sent its count."]

    seat.panel.reason.setText("Table 3 was still talking.")
    seat.go_on()

    found = result(three_tables, "s1")
    assert (found.tables_counted, found.tables_missing) == (2, ("Table 3",))
    assert "counted at 2 of 3 tables" in seat.panel.view.base.text()


def test_t27_people_at_the_tables_who_are_not_the_people_present_are_a_warning(three_tables, sit):
    seat = at_tables(sit(three_tables), 25)
    seat.press(*row(8, 5, 2, 1, 0), *row(8, 5, 2, 1, 0), *row(8, 5, 2, 1, 0))

    assert "24 people sit at the tables, but 25 are present." in seat.panel.view.notice.text()
    assert seat.missing == []
    seat.go_on()


def test_a_headcount_put_right_settles_a_row(three_tables, sit):
    seat = at_tables(sit(three_tables), 24)
    seat.press(*row(7, 5, 2, 1, 0), *row(8, 5, 2, 1, 0), *row(8, 5, 2, 1, 0))
    assert seat.missing == ["Table 1: 8 votes from 7 people, 1 too many."]

    grid = seat.panel.grid
    grid.view.setCurrentIndex(grid.model.index(0, 0))
    seat.press("8", ENTER, DOWN)

    assert seat.missing == []


def test_a_count_from_paper_is_provisional_until_it_is_read(three_tables, sit):
    seat = at_tables(sit(three_tables), 24)
    seat.press(*row(8, 5, 2, 1, 0))
    model = seat.panel.grid.model
    paper = [column.figure for column in model.columns].index(Figure.PAPER)
    seat.panel.grid.view.setCurrentIndex(model.index(0, paper))
    seat.press(Qt.Key.Key_Space)
    seat.panel.grid.go_to(1)
    seat.press(*row(8, 5, 2, 1, 0), *row(8, 5, 2, 1, 0))
    seat.go_on()

    assert result(three_tables, "s1").provisional
    assert "provisional until the paper ballots are read" in seat.panel.view.base.text()


@pytest.mark.parametrize("typed", ["a", "7.5", "2o"])
def test_what_is_not_a_whole_number_stays_out_of_the_grid(three_tables, sit, typed):
    seat = at_tables(sit(three_tables), 24)

    seat.press(typed, ENTER)

    assert seat.panel.grid.model.entry(0).people is None
    assert "whole number" in seat.panel.view.notice.text()


def test_an_entered_row_replaced_by_mistake_is_undone(three_tables, sit):
    seat = at_tables(sit(three_tables), 24)
    seat.press(*row(8, 5, 2, 1, 0))
    seat.panel.grid.go_to(0)
    seat.press(*row(1, 1, 6, 0))
    assert seat.undo is not None
    assert str(seat.undo.name) == "Take back the figures of Table 1"

    seat.undo.do()
    seat.read()

    assert counts(three_tables, "s1") == {"agree": 5, "unsure": 2, "disagree": 1}
    assert seat.panel.grid.model.entry(0).figures.options["agree"] == 5


def test_no_total_of_an_answer_is_shown_or_read_out_while_the_vote_is_open(make_event, sit):
    event = make_event(a_question("s1"), tables=3)
    seat = at_tables(sit(event), 400)
    seat.press(*row(100, 51, 20, 3, 0), *row(100, 40, 33, 6, 0))
    assert counts(event, "s1") == {"agree": 91, "unsure": 53, "disagree": 9}

    model = seat.panel.grid.model
    cells = [
        str(model.data(model.index(one, column), role))
        for one in range(model.rowCount())
        for column in range(model.columnCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    ]
    face = QAccessible.queryAccessibleInterface(seat.panel.grid.view)
    read = [face.child(number).text(QAccessible.Text.Name) for number in range(face.childCount())]
    figures = set(re.findall(r"\d+", "\n".join([*cells, *read, everything_told(seat)])))

    assert {"51", "40", "74", "79", "153"} <= figures
    assert not {"91", "53", "9"} & figures


def test_the_heads_of_long_answers_are_numbers_and_the_answers_stand_above(make_event, sit):
    event = make_event(
        a_question("areas", "choose", options=["early-help", "being-at-home", "carers"], max=2), tables=2
    )
    seat = at_tables(sit(event, "areas"), 16)

    assert [column.head for column in seat.panel.grid.model.columns[:4]] == ["People", "1", "2", "3"]
    assert "1 The early-help" in seat.panel.grid.legend.text()


def test_a_row_of_a_choice_holds_no_more_for_an_answer_than_voted(make_event, sit):
    event = make_event(a_question("areas", "choose", options=["a", "b", "c"], max=2), tables=2)
    seat = at_tables(sit(event, "areas"), 16)

    seat.press(*row(8, 9, 2, 1, 0, 8))

    assert "Table 1: An option has 9 marks, but only 8 people chose." in seat.missing
    assert "enter count" not in verbs(event)


def test_every_control_has_a_name(three_tables, sit):
    seat = at_tables(sit(three_tables), 24)
    nameless = [
        type(one).__name__
        for one in every_widget(seat.panel)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not one.objectName().startswith("qt_")
        and not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
    ]

    assert nameless == []
    assert QApplication.focusWidget() is seat.panel.grid.view


def test_the_model_keeps_what_was_typed_when_it_is_shown_again(make_event, qapp, words):
    event = make_event(a_question("s1"), tables=2)
    open_question(event, "s1", present=16)
    model = TableCountsModel(words, lambda sheet: None)
    model.set_rows(result(event, "s1"), tables_at(event, "s1"))
    model.setData(model.index(0, 1), 5)

    record_headcount(event, "one", "Table 2", 8)
    model.set_rows(result(event, "s1"), tables_at(event, "s1"))

    assert model.data(model.index(0, 1)) == "5"
    assert model.entry(1).people == 8
    assert model.changed_rows == (0,)
    assert model.entry(0).sheet.channel is Channel.TALLY
    assert model.rowCount(QModelIndex()) == 2


def column_of(view: QWidget, figure: Figure) -> int:
    return next(at for at, column in enumerate(view.model().columns) if column.figure is figure)


def test_on_the_smallest_laptop_every_figure_and_how_the_count_stands_are_in_sight(make_default_event, operate):
    event = make_default_event()
    go_to_activity(event, "vote-goals")
    window = operate(event)
    window.desk.go_to(Place("vote-goals", "s3"))
    window.vote.tables_button.setChecked(True)
    window.now.press_next()
    settle()

    view = window.vote.grid.view
    last = column_of(view, Figure.STANDING)
    end = view.columnViewportPosition(last) + view.columnWidth(last)
    assert 0 < end <= view.viewport().width()
    assert view.model().data(view.model().index(0, last)) == "–"
    assert "not sent yet" in view.model().data(view.model().index(0, last), Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("figure", [Figure.BLANK, Figure.SPOILT, Figure.PAPER])
def test_the_column_where_somebody_types_is_in_sight(three_tables, sit, figure):
    view = at_tables(sit(three_tables), 30).panel.grid.view

    view.setCurrentIndex(view.model().index(0, column_of(view, figure)))
    settle()

    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
