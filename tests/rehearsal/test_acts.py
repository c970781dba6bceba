"""Acts of the pretend people while somebody else runs the event: safe late, twice, and after a restart."""

from __future__ import annotations

import pytest

from builders import an_event
from facilitator.conduct.attending import Measure, participants
from facilitator.conduct.counting import correct_count, standing_count
from facilitator.conduct.event import open_event
from facilitator.conduct.results import result
from facilitator.conduct.voting import Closing, close_question, open_question, void_question
from facilitator.core.keys import Channel
from facilitator.errors import Refused
from facilitator.rehearsal.acts import acts_at, comings_at, complaints_at, late_votes_for, notes_for, votes_for
from facilitator.rehearsal.asking import asking_of
from facilitator.rehearsal.counts import called_out, correction_of, hands_of
from facilitator.rehearsal.crowd import a_crowd

CROWD = a_crowd(40, 5, 1)
HANDS, TWO_TELLERS, TABLES, BALLOTS = "s1", "s2", "s3", "s4"


@pytest.fixture
def event(rehearsal):
    """Return an open rehearsal in which the desk has counted who came."""
    made = rehearsal(CROWD)
    do_all(comings_at(made, CROWD, "welcome"))
    return made


def do_all(acts):
    """Do every act; return what was told."""
    return [(act.do(), str(act.told))[1] for act in acts]


def notes(event):
    return [note.text for note in event.store.reading.notes()]


def test_before_a_question_is_open_nobody_votes(event):
    assert list(votes_for(event, CROWD, BALLOTS)) == []


def test_ballots_come_one_by_one_and_done_twice_they_count_once(event):
    open_question(event, BALLOTS, present=32)
    acts = list(votes_for(event, CROWD, BALLOTS))
    do_all(acts)
    before = result(event, BALLOTS)

    do_all(acts)

    assert len(acts) > 25
    assert result(event, BALLOTS) == before
    assert 25 < before.tally.cast <= 32


def test_second_thoughts_and_repeats_are_among_the_ballots_and_each_person_counts_once(rehearsal):
    crowd = a_crowd(200, None, 1)
    event = rehearsal(crowd)
    open_question(event, BALLOTS, present=len(crowd.in_room(0)))

    told = do_all(votes_for(event, crowd, BALLOTS))

    more = told.count("A phone sends the same ballot once more.")
    more += told.count("Somebody votes by phone, and will think better of it.")
    assert more > 5
    assert result(event, BALLOTS).tally.cast == len(told) - more


def test_when_the_question_closes_the_voting_ends(event):
    open_question(event, BALLOTS, present=32)
    acts = votes_for(event, CROWD, BALLOTS)
    next(acts).do()
    close_question(event, BALLOTS, Closing(groups_disjoint=True))

    assert list(acts) == []
    assert result(event, BALLOTS).tally.cast == 1


def test_a_ballot_that_was_on_its_way_is_late_and_changes_nothing(event):
    open_question(event, BALLOTS, present=32)
    on_its_way = next(votes_for(event, CROWD, BALLOTS))
    close_question(event, BALLOTS)

    on_its_way.do()

    assert (result(event, BALLOTS).tally.cast, result(event, BALLOTS).late) == (0, 1)


@pytest.mark.parametrize("key", [HANDS, TABLES, BALLOTS])
def test_an_act_on_a_question_that_was_taken_back_is_left_alone(event, key):
    open_question(event, key, present=32)
    acts = list(votes_for(event, CROWD, key))
    void_question(event, key, why="The words were wrong")

    do_all(acts)

    assert event.store.reading.sheets(event.store.reading.current_question(key).id) == []


def test_late_ballots_come_only_behind_the_closing(event):
    open_question(event, BALLOTS, present=32)
    while_open = list(late_votes_for(event, CROWD, BALLOTS))
    close_question(event, BALLOTS)

    late = do_all(late_votes_for(event, CROWD, BALLOTS))

    assert while_open == []
    assert result(event, BALLOTS).late == len(late)


def test_tables_call_out_one_by_one_and_leave_a_figure_that_stands(event):
    open_question(event, TABLES, present=32)
    acts = list(votes_for(event, CROWD, TABLES))

    acts[0].do()
    one = result(event, TABLES).tally.cast
    do_all(acts)
    do_all(acts)

    assert len(acts) == 4
    assert 0 < one < result(event, TABLES).tally.cast <= 32


def test_hands_are_called_out_for_the_learner_to_type(event):
    open_question(event, HANDS, present=32)

    told = do_all(acts_at(event, CROWD, "vote-goals", HANDS))
    asking = asking_of(event, HANDS)

    assert told[-1] == f"The tellers call out: {called_out(asking, hands_of(CROWD, asking))}."
    assert standing_count(event, HANDS, "room", Channel.HANDS) is None


def test_hands_can_be_entered_by_the_tellers_themselves(event):
    open_question(event, HANDS, present=32)

    do_all(votes_for(event, CROWD, HANDS))

    assert standing_count(event, HANDS, "room", Channel.HANDS).agrees_with(hands_of(CROWD, asking_of(event, HANDS)))


def test_a_table_complains_about_a_wrong_figure_until_it_is_corrected(event):
    open_question(event, TABLES, present=32)
    do_all(acts_at(event, CROWD, "vote-goals", TABLES))
    close_question(event, TABLES)
    complaints = do_all(acts_at(event, CROWD, "vote-goals", TABLES))

    correct_count(event, TABLES, correction_of(CROWD, asking_of(event, TABLES)).sheet, why="Heard wrongly")

    assert len(complaints) == 1
    assert "was written down." in complaints[0]
    assert list(complaints_at(event, CROWD, TABLES)) == []


def test_notes_done_twice_are_there_once(event):
    acts = list(notes_for(event, CROWD, "talk-goals"))
    do_all(acts)
    before = notes(event)

    do_all(acts)

    assert len(before) == sum(act.is_note for act in acts) == 12
    assert notes(event) == before


def test_after_a_restart_the_same_people_go_on_and_nothing_is_doubled(event):
    open_question(event, BALLOTS, present=32)
    for act in list(votes_for(event, CROWD, BALLOTS))[:10]:
        act.do()
    do_all(votes_for(event, CROWD, BALLOTS))
    do_all(notes_for(event, CROWD, "talk-goals"))
    whole = (result(event, BALLOTS).tally, notes(event))
    event.close()

    again = open_event(event.path)
    do_all(acts_at(again, CROWD, "welcome"))
    do_all(acts_at(again, CROWD, "talk-goals"))
    do_all(acts_at(again, CROWD, "vote-goals", BALLOTS))

    assert (result(again, BALLOTS).tally, notes(again)) == whole
    again.close()


def test_who_comes_late_is_counted_by_the_desk_with_a_note(event):
    first = participants(event, Measure.ATTENDED)

    told = do_all(comings_at(event, CROWD, "read-areas"))

    assert (first, participants(event, Measure.ATTENDED)) == (32, 40)
    assert told == ["8 people arrive late and sit down at table 5."]
    assert "8 people came late." in notes(event)


def test_at_a_step_in_the_middle_nobody_comes_or_goes(event):
    assert list(comings_at(event, CROWD, "talk-goals")) == []


@pytest.mark.parametrize("acts", [votes_for, late_votes_for, notes_for, comings_at])
def test_pretend_people_do_nothing_at_a_real_event(tmp_path, acts):
    real = an_event(tmp_path)

    with pytest.raises(Refused, match="real event"):
        list(acts(real, CROWD, "s1"))

    real.close()
