"""The vote panel: people present asked anew, hands by one and two tellers, what blocks closing, corrections, undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from builders import a_count, a_question
from facilitator.conduct.assisting import assisted_voter, vote_assisted
from facilitator.conduct.counting import correct_count, enter_count
from facilitator.conduct.event import Event
from facilitator.conduct.results import result
from facilitator.core.ballots import Choice
from facilitator.core.keys import Channel, OptionKey, State
from facilitator.core.methods import AGREE, DISAGREE, UNSURE
from facilitator.errors import Refused
from facilitator.words.translator import Translator
from tests.conduct.steps import changes, counts, verbs
from tests.ui.counting import DOWN, ENTER, UP, Seat
from tests.ui.made_up_language import MadeUpLanguage
from tests.ui.pressing import settle
from ui.run.on_screen import Vote
from ui.run.vote_doing import Doing, Way


@pytest.fixture
def sit(qapp, words) -> Iterator[Callable[..., Seat]]:
    seats: list[Seat] = []

    def make(event: Event, key: str = "s1", words: Translator | None = None) -> Seat:
        seats.append(Seat(event, key, words))
        return seats[-1]

    yield make
    for seat in seats:
        seat.close()
        seat.deleteLater()
    settle()


@pytest.fixture
def two_questions(make_event):
    return make_event(a_question("s1"), a_question("s2"))


def cast_assisted(event: Event, option: OptionKey) -> None:
    vote_assisted(event, "s1", assisted_voter(event), [Choice(option)])


def opened(seat: Seat, present: int = 50) -> Seat:
    seat.panel.present.set_figure(present)
    seat.go_on()
    seat.panel.focus_first()
    return seat


def test_a_vote_from_opening_to_the_result_by_keyboard(two_questions, sit):
    seat = opened(sit(two_questions))
    assert seat.on_screen == Vote("s1")

    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    assert seat.next_button.hasFocus()
    seat.go_on()
    seat.go_on()

    found = result(two_questions, "s1")
    assert (found.state, dict(found.tally.counts)) == (State.CLOSED, {AGREE: 31, UNSURE: 6, DISAGREE: 9})
    assert (found.tally.abstain, found.denominators.present) == (2, 50)
    assert seat.on_screen == Vote("s1", revealed=True)
    assert seat.panel.next_step() is None


def test_situation_06_people_present_are_asked_anew_and_begin_with_the_last_figure(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    seat.go_on()

    seat.look_at("s2")
    assert seat.panel.present.figure == 50
    opened(seat, 49)

    assert result(two_questions, "s1").denominators.present == 50
    assert result(two_questions, "s2").denominators.present == 49


def test_figures_are_in_the_file_once_the_last_field_is_left(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.press("31", ENTER, "6", ENTER, "9", ENTER)
    assert "enter count" not in verbs(two_questions)

    seat.press("2", ENTER)

    assert counts(two_questions, "s1") == {"agree": 31, "unsure": 6, "disagree": 9}
    assert not seat.panel.unsaved()


def test_figures_half_typed_stay_when_somebody_looks_elsewhere_and_comes_back(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.press("31", ENTER, "6")

    seat.look_at("s2")
    assert seat.panel.unsaved()
    seat.look_at("s1")

    assert seat.panel.counter.field_of(AGREE).figure == 31
    assert seat.panel.counter.field_of(UNSURE).figure == 6
    assert seat.panel.counter.field_of(DISAGREE).figure is None


def test_figures_half_typed_stay_when_votes_come_another_way_meanwhile(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.press("31", ENTER, "6")

    enter_count(two_questions, "s1", a_count("Table 1", Channel.TALLY, agree=5))
    seat.read()

    assert seat.panel.counter.field_of(AGREE).figure == 31
    assert seat.panel.counter.field_of(UNSURE).figure == 6


def test_half_a_count_does_not_close_a_vote(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.press("31", ENTER, "6")

    with pytest.raises(Refused, match="“Disagree” has no figure yet"):
        seat.go_on()

    assert result(two_questions, "s1").state is State.OPEN


def test_a_vote_without_any_figure_says_so(two_questions, sit):
    seat = opened(sit(two_questions))

    assert seat.missing == ["The hands are not counted yet."]
    with pytest.raises(Refused):
        seat.go_on()


def test_up_and_down_move_and_plus_and_minus_count(two_questions, sit):
    seat = opened(sit(two_questions))

    seat.press("31", DOWN, "6", UP, "+", "+", "-")

    assert seat.panel.counter.field_of(AGREE).figure == 32
    assert seat.panel.counter.field_of(UNSURE).figure == 6


@pytest.mark.parametrize("typed", ["7.5", "7,5", "7 5", "1e3", "-4", "12o", "999999"])
def test_what_is_not_a_whole_number_is_refused_as_a_whole_and_said(two_questions, sit, typed):
    seat = opened(sit(two_questions))
    field = seat.panel.counter.field_of(AGREE)

    seat.press(typed)

    assert field.figure is None
    assert field.is_refused
    assert field.accessibleDescription().startswith(f"“{typed}” is not" if typed != "999999" else "999999 is more")
    assert any("type it again" in message for message in seat.missing)


def test_a_refused_figure_is_typed_again(two_questions, sit):
    seat = opened(sit(two_questions))
    field = seat.panel.counter.field_of(AGREE)
    seat.press("7.5", ENTER)
    assert field.hasFocus()

    field.selectAll()
    seat.press("8", ENTER)

    assert field.figure == 8
    assert not field.is_refused


def test_pasted_text_with_a_point_is_no_figure(two_questions, sit):
    seat = opened(sit(two_questions))
    field = seat.panel.counter.field_of(AGREE)

    field.insert("7.5")

    assert (field.text(), field.figure) == ("", None)


def test_two_tellers_that_differ_are_told_and_block_until_both_count_again(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    seat.panel.counter.second_button.click()
    seat.press("33", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)

    assert seat.panel.counter.difference_of(AGREE) == "⚠  31 and 33"
    assert seat.panel.counter.difference_of(UNSURE) == ""
    assert seat.missing == ["The two counts of the room differ. Count again."]
    with pytest.raises(Refused, match="differ"):
        seat.go_on()

    seat.panel.counter.again_button.click()
    seat.press("32", ENTER, "6", ENTER, "9", ENTER, "2", ENTER, "32", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    assert seat.missing == []
    seat.go_on()

    assert counts(two_questions, "s1") == {"agree": 32, "unsure": 6, "disagree": 9}


def test_a_second_count_that_is_begun_has_to_be_finished(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    seat.panel.counter.second_button.click()

    seat.press("31", ENTER)

    assert seat.missing == ["Second count: “Unsure” has no figure yet; 0 where nobody chose it."]


def test_the_sum_is_told_against_the_people_present_while_typing(two_questions, sit):
    seat = opened(sit(two_questions))

    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2")
    assert seat.panel.counter.sum.text() == "31 + 6 + 9 + 2 rather not say = 48 of 50 present"

    seat.press("0")
    assert seat.panel.counter.sum.text().startswith("⚠  31 + 6 + 9 + 20 rather not say = 66 of 50")
    assert seat.panel.counter.sum.property("role") == "warning"


def test_situation_05_more_votes_than_people_close_after_a_recount_of_the_people(two_questions, sit):
    seat = opened(sit(two_questions), 30)
    seat.press("31", ENTER, "0", ENTER, "1", ENTER, "0", ENTER)
    assert seat.missing == ["32 votes from 30 people present: 2 too many."]
    assert seat.panel.reason.isVisible()
    assert seat.panel.recount_button.isVisible()

    seat.panel.recount_button.click()
    seat.press("32", ENTER)
    seat.go_on()

    assert result(two_questions, "s1").denominators.present == 32
    assert result(two_questions, "s1").denominators.explanation == ""


def test_situation_05_more_votes_than_people_close_with_a_reason_that_is_printed(two_questions, sit):
    seat = opened(sit(two_questions), 30)
    seat.press("31", ENTER, "0", ENTER, "1", ENTER, "0", ENTER)
    with pytest.raises(Refused, match="2 too many"):
        seat.go_on()

    seat.panel.reason.setText("Two came in during the vote.")
    seat.go_on()

    assert result(two_questions, "s1").denominators.explanation == "Two came in during the vote."


def test_people_counted_again_while_a_vote_is_open_are_in_the_file(two_questions, sit):
    seat = opened(sit(two_questions), 30)

    seat.panel.present.setFocus()
    seat.press("32", ENTER)

    assert result(two_questions, "s1").denominators.present == 32
    assert changes(two_questions)[-1].verb == "count people present"


def test_t08_hands_beside_a_table_close_once_the_groups_are_said_to_be_apart(make_event, sit):
    event = make_event(a_question("s1"), tables=2)
    seat = opened(sit(event), 60)
    enter_count(event, "s1", a_count("Table 1", Channel.TALLY, agree=5, disagree=3))
    seat.read()
    assert seat.panel.tables_button.isChecked()  # the first count of a table is shown where it came
    seat.panel.hands_button.setChecked(True)
    seat.panel.focus_first()
    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    assert any("only if nobody voted in two of these ways" in message for message in seat.missing)

    seat.panel.disjoint.setChecked(True)
    assert seat.missing == []
    seat.go_on()

    assert result(event, "s1").tally.cast_by_channel == {Channel.HANDS: 48, Channel.TALLY: 8}


def test_a_choice_of_several_asks_how_many_voted(make_event, sit):
    event = make_event(a_question("areas", "choose", options=["a", "b", "c", "d", "e"], max=2))
    seat = opened(sit(event, "areas"), 60)

    seat.press("40", ENTER, "30", ENTER, "20", ENTER, "10", ENTER, "5", ENTER)
    assert "How many people voted is missing." in seat.missing
    seat.press("60", ENTER, "2", ENTER)
    seat.go_on()

    found = result(event, "areas")
    assert (found.tally.valid, found.tally.cast) == (58, 60)


def test_figures_of_a_choice_that_cannot_be_true_are_told_and_not_stored(make_event, sit):
    event = make_event(a_question("areas", "choose", options=["a", "b", "c"], max=2))
    seat = opened(sit(event, "areas"), 60)

    seat.press("40", ENTER, "30", ENTER, "20", ENTER, "30", ENTER, ENTER)

    assert seat.missing == ["90 marks are more than 30 people can make."]
    assert "enter count" not in verbs(event)


def test_blank_and_spoilt_are_counted_when_somebody_asks_for_them(two_questions, sit):
    seat = opened(sit(two_questions), 51)
    seat.panel.counter.more_button.click()
    seat.press("1", ENTER, "2", ENTER)
    seat.panel.counter.focus_first()
    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER, ENTER, ENTER)
    seat.go_on()

    found = result(two_questions, "s1").tally
    assert (found.valid, found.abstain, found.blank, found.spoilt, found.cast) == (46, 2, 1, 2, 51)


def test_an_opening_by_mistake_is_taken_back(two_questions, sit):
    seat = opened(sit(two_questions))
    assert seat.undo is not None

    seat.undo.do()
    seat.read()

    assert result(two_questions, "s1").state is State.READY
    opened(seat, 48)
    assert result(two_questions, "s1").denominators.present == 48


def test_t09_a_closing_by_mistake_is_undone_as_the_next_revision(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    seat.go_on()
    assert seat.undo is not None

    seat.undo.do()
    seat.read()

    found = result(two_questions, "s1")
    assert (found.state, found.revision) == (State.OPEN, 2)
    assert changes(two_questions)[-1].why == "closed by mistake"
    assert seat.panel.counter.field_of(AGREE).figure == 31


def test_the_reasons_that_the_program_gives_come_from_the_catalogue(two_questions, sit):
    seat = opened(sit(two_questions, words=MadeUpLanguage()))
    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    seat.panel.counter.field_of(AGREE).setFocus()
    seat.press("13")
    seat.next_button.setFocus()
    settle()
    seat.undo.do()
    assert changes(two_questions)[-1].why == "⟦the new figures were a mistake⟧"
    seat.read()

    seat.go_on()
    seat.undo.do()

    assert changes(two_questions)[-1].why == "⟦closed by mistake⟧"


def test_new_figures_by_mistake_give_way_to_the_earlier_ones(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    seat.panel.counter.field_of(AGREE).setFocus()
    seat.press("13")
    seat.next_button.setFocus()
    settle()
    assert counts(two_questions, "s1")["agree"] == 13
    assert seat.undo is not None

    seat.undo.do()
    seat.read()

    assert counts(two_questions, "s1")["agree"] == 31
    assert seat.panel.counter.field_of(AGREE).figure == 31


def test_situation_24_a_wrong_figure_is_corrected_with_a_reason(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    seat.go_on()
    seat.panel.correct_button.click()
    seat.panel.counter.field_of(AGREE).setFocus()
    seat.press("13", ENTER)

    with pytest.raises(Refused, match="A reason is missing"):
        seat.go_on()
    assert seat.panel.counter.field_of(AGREE).figure == 13
    seat.panel.why.setText("31 was 13")
    seat.go_on()

    found = result(two_questions, "s1")
    assert (found.status, found.revision, found.tally.counts[AGREE]) == ("corrected", 2, 13)
    assert seat.panel.chart.isVisible()
    assert "Closed, corrected" in seat.panel.view.state.text()


def test_a_correction_that_is_left_changes_nothing(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    seat.go_on()
    seat.panel.correct_button.click()
    seat.panel.counter.field_of(AGREE).setFocus()
    seat.press("13", ENTER)

    seat.panel.cancel_button.click()
    seat.panel.correct_button.click()

    assert result(two_questions, "s1").revision == 1
    assert seat.panel.counter.field_of(AGREE).figure == 31


def test_situation_13_changed_words_are_asked_anew(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    seat.go_on()

    seat.panel.start(Doing.REWORDING)
    seat.panel.new_words.setPlainText("What about s1, here?")
    seat.panel.why.setText("The room changed the words")
    seat.go_on()

    asked = result(two_questions, "s1")
    assert (asked.text, asked.state, asked.tally.cast) == ("What about s1, here?", State.READY, 0)
    assert str(seat.panel.next_step().name) == "Open the vote"


def test_an_open_vote_is_not_asked_again_on_the_words_it_has(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.panel.start(Doing.REWORDING)
    seat.panel.why.setText("Enter was pressed")

    with pytest.raises(Refused, match="The words are as they were"):
        seat.go_on()

    assert result(two_questions, "s1").state is State.OPEN


def test_the_cursor_goes_to_the_tables_where_their_first_count_takes_the_place_of_the_hands(make_event, sit):
    event = make_event(a_question("s1"), tables=2)
    seat = opened(sit(event), 60)
    assert seat.panel.counter.has_focus

    enter_count(event, "s1", a_count("Table 1", Channel.TALLY, agree=5, disagree=3))
    seat.read()

    assert seat.panel.grid.view.hasFocus()


def test_a_count_that_was_begun_goes_on_as_it_was_begun(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.panel.count_by(Way.TABLES)
    settled = seat.panel.tables_button.isChecked()
    seat.panel.count_by(Way.HANDS)
    seat.panel.focus_first()
    seat.press("31")
    seat.panel.count_by(Way.TABLES)

    assert settled
    assert seat.panel.hands_button.isChecked()


def test_a_closed_vote_is_opened_again_with_a_reason(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    seat.go_on()

    seat.panel.start(Doing.REOPENING)
    seat.panel.why.setText("Table 4 was forgotten")
    seat.go_on()

    assert (result(two_questions, "s1").state, result(two_questions, "s1").revision) == (State.OPEN, 2)
    assert seat.on_screen == Vote("s1")


def test_two_votes_are_not_opened_at_once(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.look_at("s2")

    with pytest.raises(Refused, match="Another question is open"):
        seat.go_on()


# What is typed beside the usual course, and half finished, stays as figures do.


def closed_by_hands(seat: Seat) -> Seat:
    opened(seat).press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    seat.go_on()
    return seat


def test_a_correction_half_typed_stays_when_somebody_looks_elsewhere_and_comes_back(two_questions, sit):
    seat = closed_by_hands(sit(two_questions))
    seat.panel.correct_button.click()
    seat.panel.counter.field_of(AGREE).setFocus()
    seat.press("13", ENTER)
    seat.panel.present.set_figure(49)
    seat.panel.why.setText("31 was 13")

    seat.look_at("s2")
    assert (seat.panel.why.text(), str(seat.panel.next_step().name)) == ("", "Open the vote")
    assert seat.panel.unsaved()
    seat.look_at("s1")

    assert str(seat.panel.next_step().name) == "Save the correction"
    assert (seat.panel.counter.field_of(AGREE).figure, seat.panel.present.figure) == (13, 49)
    seat.go_on()
    found = result(two_questions, "s1")
    assert (found.revision, found.tally.counts[AGREE], found.denominators.present) == (2, 13, 49)
    assert not seat.panel.unsaved()


@pytest.mark.parametrize(
    ("doing", "save"),
    [
        (Doing.REOPENING, "Open the vote again"),
        (Doing.REWORDING, "Ask on the new wording"),
        (Doing.TAKING_BACK, "Take the question back"),
    ],
)
def test_what_else_was_begun_at_a_vote_stays_when_somebody_looks_elsewhere(two_questions, sit, doing, save):
    seat = closed_by_hands(sit(two_questions))
    seat.panel.start(doing)
    seat.panel.why.setText("Table 4 was forgotten")
    if doing is Doing.REWORDING:
        seat.panel.new_words.setPlainText("What about s1, here?")

    seat.look_at("s2")
    seat.look_at("s1")

    assert str(seat.panel.next_step().name) == save
    assert seat.panel.why.text() == "Table 4 was forgotten"
    if doing is Doing.REWORDING:
        assert seat.panel.new_words.toPlainText() == "What about s1, here?"


def test_figures_of_an_open_vote_stay_while_its_words_are_changed_and_somebody_looks_elsewhere(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.press("31", ENTER, "6")
    seat.panel.start(Doing.REWORDING)

    seat.look_at("s2")
    seat.look_at("s1")
    seat.panel.cancel_button.click()

    assert seat.panel.counter.field_of(AGREE).figure == 31
    assert seat.panel.counter.field_of(UNSURE).figure == 6


def test_figures_of_the_old_words_are_not_offered_for_the_new_ones(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.press("31", ENTER, "6")
    seat.panel.start(Doing.REWORDING)
    seat.panel.new_words.setPlainText("What about s1, here?")
    seat.panel.why.setText("The room changed the words")

    seat.go_on()
    opened(seat)

    assert seat.panel.counter.field_of(AGREE).figure is None
    assert not seat.panel.unsaved()


def test_a_correction_half_typed_is_not_put_over_another_result(two_questions, sit):
    seat = closed_by_hands(sit(two_questions))
    seat.panel.correct_button.click()
    seat.panel.counter.field_of(AGREE).setFocus()
    seat.press("13", ENTER)
    seat.look_at("s2")

    correct_count(two_questions, "s1", a_count(agree=32, unsure=6, disagree=9), why="One more at the back")
    seat.look_at("s1")

    assert str(seat.panel.next_step().name) == "Show the result"
    assert not seat.panel.unsaved()


def test_a_correction_that_is_left_or_begun_and_not_typed_is_not_unsaved(two_questions, sit):
    seat = closed_by_hands(sit(two_questions))
    seat.panel.correct_button.click()
    assert not seat.panel.unsaved()
    seat.panel.why.setText("31 was 13")
    assert seat.panel.unsaved()

    seat.panel.cancel_button.click()

    assert not seat.panel.unsaved()
    assert seat.panel.counter.field_of(AGREE).figure == 31


def test_a_correction_that_the_vote_was_opened_under_is_over(two_questions, sit):
    seat = closed_by_hands(sit(two_questions))
    seat.panel.correct_button.click()

    seat.undo.do()
    seat.read()

    assert str(seat.panel.next_step().name) == "Close the vote"


def test_people_present_typed_before_the_opening_stay_when_somebody_looks_elsewhere(two_questions, sit):
    seat = sit(two_questions)
    seat.panel.present.setFocus()
    seat.press("47")

    seat.look_at("s2")
    assert seat.panel.present.figure is None
    seat.look_at("s1")

    assert seat.panel.present.figure == 47


def test_people_present_that_were_only_offered_give_way_to_the_last_figure(two_questions, sit):
    seat = opened(sit(two_questions))
    seat.look_at("s2")
    assert seat.panel.present.figure == 50
    assert not seat.panel.unsaved()

    seat.look_at("s1")
    seat.panel.present.setFocus()
    seat.panel.present.selectAll()
    seat.press("49", ENTER)
    seat.look_at("s2")

    assert seat.panel.present.figure == 49


def test_people_present_typed_stay_when_the_words_are_left_as_they_are(two_questions, sit):
    seat = sit(two_questions)
    seat.panel.present.set_figure(47)
    seat.panel.start(Doing.REWORDING)

    seat.panel.cancel_button.click()

    assert seat.panel.present.figure == 47


def test_one_assisted_vote_beside_hands_is_told_before_the_closing_and_blocks_nothing(two_questions, sit):
    seat = opened(sit(two_questions))
    cast_assisted(two_questions, AGREE)
    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    seat.look_at("s1")
    assert "tells the hall what that one chose" in seat.panel.view.notice.text()

    cast_assisted(two_questions, DISAGREE)
    seat.look_at("s1")
    assert "tells the hall" not in seat.panel.view.notice.text()


def test_one_assisted_vote_alone_lets_the_vote_be_closed_and_is_told_no_more(two_questions, sit):
    seat = opened(sit(two_questions))
    cast_assisted(two_questions, AGREE)
    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    seat.panel.disjoint.setChecked(True)

    seat.go_on()

    assert result(two_questions, "s1").state is State.CLOSED
    assert "tells the hall" not in seat.panel.view.notice.text()


def test_an_assisted_vote_beside_hands_is_told_by_its_name_and_the_tick_it_needs_word_for_word(two_questions, sit):
    seat = opened(sit(two_questions))
    cast_assisted(two_questions, AGREE)
    seat.press("31", ENTER, "6", ENTER, "9", ENTER, "2", ENTER)
    seat.read()

    tick = "Nobody voted in two of these ways"
    assert "48 by hands, 1 at the private screen" in seat.panel.view.state.text()
    assert seat.missing == [
        "Votes came by hands, the private screen; they add up only if nobody voted in two of these ways. "
        f"Where that is so, tick “{tick}”."
    ]
    assert seat.panel.disjoint.text() == f"{tick}: hands, the private screen"
    seat.panel.disjoint.setChecked(True)
    seat.go_on()

    assert result(two_questions, "s1").tally.assisted == 1
    assert result(two_questions, "s1").state is State.CLOSED
