"""Files of votes: all of a file or nothing of it, and the same file again changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_ballot, a_count, a_question, an_event
from facilitator.conduct.casting import cast
from facilitator.conduct.counting import correct_count, enter_count
from facilitator.conduct.finishing import close_the_count
from facilitator.conduct.importing import import_votes
from facilitator.conduct.results import result
from facilitator.conduct.voting import Closing, close_question, open_question, reopen_question, void_question
from facilitator.core.keys import Channel
from facilitator.errors import ImportRefused, Refused
from tests.conduct.steps import changes, counts, state

QUESTIONS = (
    a_question("s1"),
    a_question("s2"),
    a_question("areas", "choose", options=["a1", "a2", "a3", "a4"], max=2),
    a_question("wall", "dots", options=["a1", "a2"], max=4, stacking=True),
)
THREE = "question,voter,choice\ns1,1,agree\ns1,2,agree\ns1,3,disagree\n"


@pytest.fixture
def event(make_event):
    return make_event(*QUESTIONS)


@pytest.fixture
def a_file(tmp_path):
    """Return a maker of files of votes from text, or from bytes to the letter."""

    def make(content, name="votes.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


def assert_nothing_was_stored(event, before):
    assert changes(event) == before
    assert {asked.state for asked in event.store.reading.questions()} == {"ready"}
    assert event.store.reading.ballots_safe() == 0


def test_votes_are_counted_and_their_question_is_open(event, a_file):
    report = import_votes(event, a_file(THREE))

    assert counts(event, "s1") == {"agree": 2, "unsure": 0, "disagree": 1}
    assert (report.rows, report.questions, report.stored, report.known, report.group_left_out) == (3, 1, 3, 0, False)
    assert (state(event, "s1"), state(event, "s2")) == ("open", "ready")
    assert result(event, "s1").tally.cast_by_channel == {Channel.IMPORT: 3}


def test_with_the_people_present_the_questions_are_closed_after_it(event, a_file):
    import_votes(event, a_file(THREE + "s2,1,unsure\n"), present=40)

    assert [result(event, key).status for key in ("s1", "s2", "areas")] == ["closed", "closed", "ready"]
    assert result(event, "s2").denominators.present == 40


def test_votes_come_into_a_question_that_is_open_already(event, a_file):
    open_question(event, "s1", present=50)

    import_votes(event, a_file(THREE))

    assert result(event, "s1").tally.cast == 3
    assert result(event, "s1").denominators.present == 50


def test_an_import_is_one_entry_in_the_changes(event, a_file):
    import_votes(event, a_file(THREE), by="keypad desk")

    change = changes(event)[-1]

    assert (change.verb, change.about, change.by) == ("import votes", "votes.csv: 3", "keypad desk")
    assert [one.verb for one in changes(event)] == ["start event", "import votes"]


def test_t02_the_highest_seq_of_a_voter_counts(event, a_file):
    import_votes(event, a_file("question,voter,choice,seq\ns1,1,agree,1\ns1,1,unsure,3\ns1,1,disagree,2\n"))

    assert counts(event, "s1") == {"agree": 0, "unsure": 1, "disagree": 0}


def test_a_ballot_of_several_areas_is_several_rows_of_one_seq(event, a_file):
    content = "question,voter,choice,seq\nareas,1,a1,1\nareas,1,a2,1\nareas,1,a3,2\nareas,2,a1,1\n"

    import_votes(event, a_file(content))

    assert counts(event, "areas") == {"a1": 1, "a2": 0, "a3": 1, "a4": 0}
    assert result(event, "areas").tally.valid == 2


def test_without_seq_the_rows_of_a_voter_are_one_ballot(event, a_file):
    import_votes(event, a_file("question,voter,choice\nareas,1,a1\nareas,2,a4\nareas,1,a2\n"))

    assert counts(event, "areas") == {"a1": 1, "a2": 1, "a3": 0, "a4": 1}
    assert result(event, "areas").tally.valid == 2


def test_t03_the_same_choice_repeated_counts_once(event, a_file):
    import_votes(event, a_file("question,voter,choice\nareas,1,a3\nareas,1,a3\nareas,1,a3\ns1,1,agree\ns1,1,agree\n"))

    assert counts(event, "areas")["a3"] == 1
    assert counts(event, "s1")["agree"] == 1


def test_t01_spaces_around_a_voter_do_not_make_another_voter(event, a_file):
    import_votes(event, a_file("question,voter,choice\ns1,1,agree\ns1, 1,agree\ns1,1 ,agree\n"))

    assert result(event, "s1").tally.valid == 1


def test_points_are_dots(event, a_file):
    import_votes(event, a_file("question,voter,choice,points\nwall,1,a1,3\nwall,1,a2,1\nwall,2,a2,\n"))

    assert result(event, "wall").tally.points == {"a1": 3, "a2": 2}
    assert result(event, "wall").tally.counts == {"a1": 1, "a2": 2}


def test_reserved_choices_are_counted_apart(event, a_file):
    import_votes(event, a_file("question,voter,choice\ns1,1,blank\ns1,2,spoilt\ns1,3,rather_not_say\ns1,4,agree\n"))

    counted = result(event, "s1").tally
    assert (counted.blank, counted.spoilt, counted.abstain, counted.valid) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    "content",
    [
        THREE.encode("utf-8-sig"),
        THREE.replace("\n", "\r\n").encode(),
        THREE.replace("question,voter,choice", " Question , VOTER,Choice ").encode(),
        THREE.replace("\n", "\n\n").encode(),
        THREE.rstrip("\n").encode(),
        b'"question","voter","choice"\n"s1","1","agree"\n"s1","2","agree"\n"s1","3","disagree"\n',
        b"choice,question,voter\nagree,s1,1\nagree,s1,2\ndisagree,s1,3\n",
    ],
    ids=["BOM", "CRLF", "heading by another case", "empty lines", "no last line end", "quoted", "other order"],
)
def test_a_csv_file_may_be_written_in_any_of_its_ways(event, a_file, content):
    import_votes(event, a_file(content))

    assert counts(event, "s1") == {"agree": 2, "unsure": 0, "disagree": 1}


def test_a_voter_may_hold_commas_line_ends_and_other_scripts(event, a_file):
    import_votes(event, a_file('question,voter,choice\ns1,"Keypad 1,\nroom 2",agree\ns1,Ŵ-手,agree\n'))

    assert result(event, "s1").tally.valid == 2


def test_a_column_of_groups_is_reported_and_stored_nowhere(event, a_file):
    report = import_votes(event, a_file("question,voter,choice,group\ns1,1,agree,Councillors\n"))

    event.close()

    assert report.group_left_out
    assert b"Councillors" not in event.path.read_bytes()


def test_the_voters_of_a_file_are_stored_nowhere(event, a_file):
    import_votes(event, a_file("question,voter,choice\ns1,KEYPAD-4711,agree\n"))

    event.close()

    assert b"KEYPAD-4711" not in event.path.read_bytes()


REFUSED = {
    "too many for one choice": (
        "question,voter,choice\ns1,1,agree\ns1,2,agree\ns1,1,disagree\n",
        "line 4: .*more choices",
    ),
    "too many areas": (
        "question,voter,choice\nareas,1,a1\nareas,1,a2\nareas,1,a3\nareas,1,a4\n",
        "line 4: .*more choices",
    ),
    "too many of one seq": (
        "question,voter,choice,seq\nareas,1,a1,1\nareas,1,a2,1\nareas,1,a3,1\n",
        "line 4: .*more choices",
    ),
    "too many dots": ("question,voter,choice,points\nwall,1,a1,3\nwall,1,a2,2\n", "line 3: .*more choices"),
    "beside a reserved choice": ("question,voter,choice\nareas,1,a1\nareas,1,blank\n", "line 3: .*more choices"),
    "points where there are no dots": ("question,voter,choice,points\ns1,1,agree,2\n", "line 2: 2 points for “agree”"),
    "no points": ("question,voter,choice,points\nwall,1,a1,0\n", "line 2: 0 points for “a1”"),
    "unknown question": ("question,voter,choice\ns1,1,agree\ns9,1,agree\n", "line 3: .*no question called “s9”"),
    "unknown option": ("question,voter,choice\ns1,1,agree\ns1,2,yes\n", "line 3: “yes” is not an option"),
    "unknown option behind a quoted line end": (
        'question,voter,choice\ns1,"1\n2",agree\ns1,3,yes\n',
        "line 4: “yes” is not an option",
    ),
    "a word for seq": ("question,voter,choice,seq\ns1,1,agree,first\n", "line 2: seq is “first”, not a whole number"),
    "no seq": ("question,voter,choice,seq\ns1,1,agree,\n", "line 2: seq is “”"),
    "a fraction for seq": ("question,voter,choice,seq\ns1,1,agree,1.0\n", "line 2: seq is “1.0”"),
    "a seq below nought": ("question,voter,choice,seq\ns1,1,agree,-1\n", "line 2: seq is “-1”"),
    "a seq no file can hold": ("question,voter,choice,seq\ns1,1,agree,99999999999999999999\n", "line 2: seq is “9999"),
    "a seq in other digits": ("question,voter,choice,seq\ns1,1,agree,²\n", "line 2: seq is “²”"),
    "a word for points": ("question,voter,choice,points\nwall,1,a1,many\n", "line 2: points is “many”"),
    "no column voter": ("question,choice\ns1,agree\n", "line 1: the heading has no column “voter”"),
    "no column choice": ("question,voter\ns1,1\n", "line 1: the heading has no column “choice”"),
    "a column nobody knows": ("question,voter,choice,name\ns1,1,agree,Ann\n", "line 1: .*column “name” that means"),
    "a column twice": ("question,voter,choice,choice\ns1,1,agree,agree\n", "line 1: the heading has a column twice"),
    "a cell too many": ("question,voter,choice\ns1,1,agree,\n", "line 2: it has 4 cells, the heading has 3"),
    "a cell too few": ("question,voter,choice\ns1,1\n", "line 2: it has 2 cells, the heading has 3"),
    "no voter": ("question,voter,choice\ns1,,agree\n", "line 2: question, voter or choice is empty"),
    "no choice": ("question,voter,choice\ns1,1,\n", "line 2: .*write “blank”"),
    "nothing at all": ("", "no column “question”"),
    "a heading only": ("question,voter,choice\n", "holds no votes"),
    "a quotation mark that is not closed": ('question,voter,choice\ns1,"1,agree\n', "quotation mark"),
    "text behind a quotation mark": ('question,voter,choice\ns1,"1"x,agree\n', "quotation mark"),
    "Latin letters that are not UTF-8": ("question,voter,choice\ns1,é,agree\n".encode("latin-1"), "not a UTF-8 text"),
    "UTF-16": ("question,voter,choice\ns1,1,agree\n".encode("utf-16"), "not a UTF-8 text"),
    "semicolons": ("question;voter;choice\ns1;1;agree\n", "separated by semicolons"),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_cannot_be_taken_is_refused_by_its_line_and_nothing_of_it_is_stored(
    event, a_file, content, sentence
):
    before = changes(event)

    with pytest.raises(ImportRefused, match=rf"(?s)votes\.csv.*{sentence}"):
        import_votes(event, a_file(content))
    assert_nothing_was_stored(event, before)


def test_a_file_that_is_not_there_is_refused_with_a_sentence(event, tmp_path):
    with pytest.raises(ImportRefused, match="cannot be read"):
        import_votes(event, tmp_path / "nowhere.csv")


def test_a_bad_row_of_the_last_question_keeps_the_first_from_being_stored(event, a_file):
    before = changes(event)

    with pytest.raises(ImportRefused, match="line 5"):
        import_votes(event, a_file(THREE + "s2,1,yes\n"), present=40)
    assert_nothing_was_stored(event, before)


def test_fewer_people_present_than_votes_are_refused_and_nothing_is_stored(event, a_file):
    before = changes(event)

    with pytest.raises(ImportRefused, match=r"3 votes from 2 people present: 1 too many"):
        import_votes(event, a_file(THREE), present=2)
    assert_nothing_was_stored(event, before)


def test_as_many_people_present_as_votes_are_enough(event, a_file):
    import_votes(event, a_file(THREE), present=3)

    assert result(event, "s1").status == "closed"


def test_a_question_that_was_taken_back_takes_no_file(event, a_file):
    void_question(event, "s1", why="Wrong words")

    with pytest.raises(Refused, match="taken back"):
        import_votes(event, a_file(THREE))
    assert result(event, "s1").tally.cast == 0


def test_t01_the_same_file_twice_counts_once(event, a_file):
    import_votes(event, a_file(THREE))
    before = changes(event)

    report = import_votes(event, a_file(THREE))

    assert (report.stored, report.known) == (0, 3)
    assert result(event, "s1").tally.cast == 3
    assert changes(event) == before


def test_t01_the_same_file_after_the_closing_changes_nothing(event, a_file):
    import_votes(event, a_file(THREE), present=40)
    before, history = result(event, "s1"), changes(event)

    report = import_votes(event, a_file(THREE), present=40)

    assert (report.stored, report.known) == (0, 3)
    assert (result(event, "s1"), changes(event)) == (before, history)


def test_t01_the_same_file_under_another_name_and_in_another_order_counts_once(event, a_file):
    import_votes(event, a_file(THREE))

    import_votes(event, a_file("voter,choice,question\n3,disagree,s1\n1,agree,s1\n2,agree,s1\n", "again.csv"))

    assert result(event, "s1").tally.cast == 3


def test_the_same_file_after_the_count_is_closed_is_refused_with_a_sentence(event, a_file):
    import_votes(event, a_file(THREE), present=40)
    close_the_count(event)

    with pytest.raises(Refused, match="The count of this event is closed, and nobody can vote any more"):
        import_votes(event, a_file(THREE), present=40)
    assert result(event, "s1").tally.cast == 3


def test_a_second_file_with_other_voters_adds_to_an_open_question(event, a_file):
    import_votes(event, a_file(THREE))

    report = import_votes(event, a_file("question,voter,choice\ns1,4,agree\ns1,1,agree\n", "more.csv"))

    assert (report.stored, report.known) == (1, 1)
    assert counts(event, "s1") == {"agree": 3, "unsure": 0, "disagree": 1}


def test_t09_a_second_file_with_other_voters_is_refused_by_a_closed_question(event, a_file):
    import_votes(event, a_file(THREE), present=40)

    with pytest.raises(Refused, match=r"more\.csv has new votes for “s1”, which is closed.* again with a reason"):
        import_votes(event, a_file("question,voter,choice\ns1,4,agree\n", "more.csv"), present=40)
    assert result(event, "s1").tally.cast == 3


def test_t09_a_question_opened_again_takes_the_second_file(event, a_file):
    import_votes(event, a_file(THREE), present=40)
    reopen_question(event, "s1", why="Half the keypads were missing")

    import_votes(event, a_file("question,voter,choice\ns1,4,agree\n", "more.csv"), present=40)

    assert (result(event, "s1").tally.cast, result(event, "s1").status) == (4, "corrected")


def test_another_choice_under_the_same_seq_is_refused_by_its_line(event, a_file):
    import_votes(event, a_file("question,voter,choice,seq\ns1,1,agree,5\n"))

    with pytest.raises(ImportRefused, match=r"more\.csv, line 3: .*imported before with another choice"):
        import_votes(event, a_file("question,voter,choice,seq\ns1,2,agree,5\ns1,1,unsure,5\n", "more.csv"))
    assert result(event, "s1").tally.cast == 1


def test_another_choice_without_seq_is_refused_by_its_line(event, a_file):
    import_votes(event, a_file(THREE))

    with pytest.raises(ImportRefused, match=r"line 2: .*imported before with another choice"):
        import_votes(event, a_file("question,voter,choice\ns1,1,unsure\n", "more.csv"))


def test_t02_a_higher_seq_in_a_later_file_replaces(event, a_file):
    import_votes(event, a_file("question,voter,choice,seq\ns1,1,agree,5\n"))

    report = import_votes(event, a_file("question,voter,choice,seq\ns1,1,unsure,6\n", "more.csv"))

    assert counts(event, "s1") == {"agree": 0, "unsure": 1, "disagree": 0}
    assert (report.stored, report.known) == (1, 0)


def test_t13_a_lower_seq_in_a_later_file_changes_nothing(event, a_file):
    import_votes(event, a_file("question,voter,choice,seq\ns1,1,unsure,6\n"))

    import_votes(event, a_file("question,voter,choice,seq\ns1,1,agree,5\n", "earlier.csv"))

    assert counts(event, "s1") == {"agree": 0, "unsure": 1, "disagree": 0}


def test_a_file_without_seq_is_refused_behind_one_with_it(event, a_file):
    import_votes(event, a_file("question,voter,choice,seq\ns1,1,unsure,6\n"))

    with pytest.raises(Refused, match="has imported votes with an order"):
        import_votes(event, a_file("question,voter,choice\ns1,1,agree\n", "more.csv"))


def test_a_card_that_voted_by_phone_and_is_in_the_file_counts_once(event, a_file):
    open_question(event, "s1", present=50)
    cast(event, "s1", a_ballot("unsure", code="1"))

    import_votes(event, a_file(THREE))

    assert result(event, "s1").tally.cast == 3


def test_t08_a_file_that_cannot_be_added_to_hands_is_refused_before_anything_is_stored(event, a_file):
    open_question(event, "s1", present=50)
    enter_count(event, "s1", a_count(agree=10))
    before = changes(event)

    with pytest.raises(ImportRefused, match="nobody voted in two of these ways"):
        import_votes(event, a_file(THREE), present=50)
    assert changes(event) == before
    assert result(event, "s1").tally.cast == 10


def test_t08_a_file_and_hands_add_up_when_the_groups_are_said_to_be_disjoint(event, a_file):
    open_question(event, "s1", present=50)
    enter_count(event, "s1", a_count(agree=10))
    import_votes(event, a_file(THREE))

    close_question(event, "s1", Closing(groups_disjoint=True))

    assert counts(event, "s1") == {"agree": 12, "unsure": 0, "disagree": 1}


def test_a_file_is_refused_where_a_count_stands_for_imported_ballots(event, a_file):
    import_votes(event, a_file(THREE), present=40)
    sheet = replace(a_count("room", Channel.IMPORT, agree=1, disagree=2), instead_of_ballots=True)
    correct_count(event, "s1", sheet, why="The buttons were crossed")
    reopen_question(event, "s1", why="Half the keypads were missing")

    with pytest.raises(Refused):
        import_votes(event, a_file("question,voter,choice\ns1,4,agree\n", "more.csv"))


ROWS = ["s1,1,agree,1", "s1,1,unsure,2", "s1,2,agree,1", "areas,1,a1,1", "areas,1,a2,1", "areas,2,a3,1", "areas,2,a4,2"]


@settings(max_examples=25)
@given(st.permutations(ROWS))
def test_t13_the_order_of_the_rows_does_not_change_the_result(tmp_path_factory, shuffled):
    folder = tmp_path_factory.mktemp("shuffled")
    event = an_event(folder, *QUESTIONS)
    (folder / "votes.csv").write_text("\n".join(["question,voter,choice,seq", *shuffled]), encoding="utf-8")

    import_votes(event, folder / "votes.csv")

    assert counts(event, "s1") == {"agree": 1, "unsure": 1, "disagree": 0}
    assert counts(event, "areas") == {"a1": 1, "a2": 1, "a3": 0, "a4": 1}
    event.close()


@settings(max_examples=25)
@given(st.permutations(["s1,1,agree,1", "s1,1,unsure,2", "s1,1,disagree,3", "s1,2,agree,1"]))
def test_t13_the_order_of_the_files_does_not_change_the_result(tmp_path_factory, shuffled):
    folder = tmp_path_factory.mktemp("files")
    event = an_event(folder, *QUESTIONS)
    for row in shuffled:
        (folder / "votes.csv").write_text(f"question,voter,choice,seq\n{row}\n", encoding="utf-8")
        import_votes(event, folder / "votes.csv")

    assert counts(event, "s1") == {"agree": 1, "unsure": 0, "disagree": 1}
    event.close()
