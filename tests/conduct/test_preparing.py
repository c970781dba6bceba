"""Preparing an event: run sheet and questions follow the prepared programme, until what they are about has begun."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from builders import a_count, the_default_event
from facilitator.conduct.carrying import carry_forward
from facilitator.conduct.cutting import change_minutes
from facilitator.conduct.event import open_event
from facilitator.conduct.finishing import close_the_count
from facilitator.conduct.preparing import differences_now, issued_programme, prepare
from facilitator.conduct.record import event_record
from facilitator.conduct.results import results
from facilitator.conduct.reviewing import to_read
from facilitator.conduct.room_areas import add_room_made_area
from facilitator.conduct.timing import go_to_activity, skip_activity
from facilitator.conduct.voting import ask_again, open_question, take_back_opening
from facilitator.core.keys import EntryId, Source
from facilitator.core.plan import edits
from facilitator.core.plan.edits import NewStep
from facilitator.core.programme import ActivityKind, EvidenceCard, PromiseLevel
from facilitator.errors import Refused
from facilitator.programme.shipped import find_programme
from tests.conduct.steps import areas_sheet, changes, state, vote
from tests.core.plan.random_edits import EDITS, edited

SHIPPED = find_programme("living-well-here").programme
TALK = NewStep(ActivityKind.TABLE_TALK, "goals", "Talk about buses", 10)


def run_sheet(event):
    return [(step.key, step.minutes, step.title) for step in event.store.reading.run_sheet()]


def planned(programme, variant="full"):
    return [(str(step.key), step.minutes, step.title.text) for step in programme.variant(variant).activities]


def asked(event):
    return [
        (str(one.key), str(one.activity), one.text, one.wording_version, str(one.source), one.max_marks,
         tuple((str(option.key), option.text, str(option.source)) for option in one.options))
        for one in results(event)
    ]  # fmt: skip


def words(event, key):
    return next(text for found, _, text, *_ in asked(event) if found == key)


def test_the_run_sheet_follows_the_prepared_programme(default_event):
    programme = edits.moved(edits.with_minutes(SHIPPED, "full", "talk-goals", 25), "full", "break", -2)
    programme = edits.added(edits.without(programme, "full", "what-matters"), "full", "welcome", TALK)

    prepare(default_event, programme)

    assert run_sheet(default_event) == planned(programme)
    assert default_event.programme == programme
    assert issued_programme(default_event) == SHIPPED


def test_the_file_holds_what_was_prepared(default_event):
    programme = edits.reworded(SHIPPED, "s2", "Home first.")
    prepare(default_event, programme)
    default_event.close()

    again = open_event(default_event.path)
    try:
        assert again.programme == programme
        assert again.issued == SHIPPED
    finally:
        again.close()


def test_a_statement_in_other_words_is_the_organisers_next_version(default_event):
    prepare(default_event, edits.reworded(SHIPPED, "s2", "Home first."))

    found = next(one for one in results(default_event) if one.key == "s2")
    assert (found.text, found.wording_version, found.source) == ("Home first.", 2, Source.ORGANISER)
    assert [option.source for option in found.options] == [Source.PROGRAMME] * 3


def test_what_is_not_asked_any_more_is_told_as_a_departure_and_not_as_taken_back(default_event):
    programme = edits.without_question(edits.reworded(SHIPPED, "s2", "Home first."), "full", "s3")
    prepare(default_event, programme)

    record = event_record(default_event)

    assert record.taken_back == ()
    assert "s3" not in {one.key for one in record.results}
    assert [one.where for one in differences_now(default_event)] == ["s3", "s2"]


def test_an_added_statement_can_be_voted_on(default_event):
    prepare(default_event, edits.with_statement(SHIPPED, "full", "vote-goals", "Buses matter."))
    key = default_event.programme.variant("full").activities[4].questions[-1]

    vote(default_event, key, a_count(agree=50, disagree=10))

    order = [one.key for one in results(default_event)]
    assert order.index(key) == order.index("s6") + 1


def test_the_programme_that_is_followed_already_leaves_no_trace(default_event):
    prepare(default_event, SHIPPED)
    prepare(default_event, edits.reworded(SHIPPED, "s2", "Home first."))
    entries = len(changes(default_event))

    prepare(default_event, edits.reworded(SHIPPED, "s2", "Home first."))

    assert len(changes(default_event)) == entries


def test_the_same_entry_prepares_once(default_event):
    entry = EntryId(b"sixteen bytes 01")
    for text in ("Home first.", "Home last."):
        prepare(default_event, edits.reworded(SHIPPED, "s2", text), entry_id=entry)

    assert words(default_event, "s2") == "Home first."
    assert default_event.programme.question("s2").wording.text == "Home first."


def test_the_history_says_what_was_prepared(default_event):
    prepare(default_event, edits.reworded(SHIPPED, "s2", "Home first."), what="S2 in other words", by="organiser")

    last = changes(default_event)[-1]
    assert (last.verb, last.about, last.by) == ("prepare programme", "S2 in other words", "organiser")


def test_the_words_of_the_programme_typed_again_are_the_programmes(default_event):
    typed = edits.reworded(edits.reworded(SHIPPED, "s2", "Home first."), "s2", SHIPPED.question("s2").wording.text)
    prepare(default_event, typed)

    assert default_event.programme == SHIPPED
    assert default_event.store.reading.prepared_text() is None


@settings(max_examples=12)
@given(EDITS)
def test_undone_everything_is_as_it_was_at_first(tmp_path_factory, chosen):
    event = the_default_event(tmp_path_factory.mktemp("undo"))
    try:
        before = (run_sheet(event), asked(event), event.programme)
        for number in range(1, len(chosen) + 1):
            prepare(event, edited(SHIPPED, chosen[:number]))

        prepare(event, SHIPPED)

        assert (run_sheet(event), asked(event), event.programme) == before
        assert event_record(event).taken_back == ()
    finally:
        event.close()


@settings(max_examples=12)
@given(EDITS)
def test_after_any_edits_run_sheet_and_questions_are_those_of_the_programme(tmp_path_factory, chosen):
    event = the_default_event(tmp_path_factory.mktemp("edits"))
    try:
        for number in range(1, len(chosen) + 1):
            prepare(event, edited(SHIPPED, chosen[:number]))

        programme = event.programme
        assert run_sheet(event) == planned(programme)
        wanted = [key for step in programme.variant("full").activities for key in step.questions]
        standing = [one for one in event.store.reading.questions() if one.state != "void"]
        assert [one.key for one in standing] == wanted
        for one in standing:
            question = programme.question(one.key)
            shown = [(option.key, option.text) for option in event.store.reading.options(one.id)]
            assert (one.text, one.max_marks) == (question.wording.text, question.max_marks)
            assert shown == [(option.key, option.wording.text) for option in question.options]
    finally:
        event.close()


def test_minutes_that_the_event_changed_since_stay_where_preparing_leaves_them_alone(default_event):
    change_minutes(default_event, "talk-goals", 8, why="The hall was late")

    prepare(default_event, edits.with_minutes(SHIPPED, "full", "talk-areas", 20))

    steps = {step.key: step for step in event_record(default_event).steps}
    assert (steps["talk-goals"].planned_minutes, steps["talk-goals"].minutes_at_first) == (8, 10)
    assert (steps["talk-areas"].planned_minutes, steps["talk-areas"].minutes_at_first) == (20, 20)


def test_areas_that_the_room_made_stay_when_the_others_are_prepared(default_event):
    made = add_room_made_area(default_event, "areas", "Buses in the evening")

    prepare(default_event, edits.without_option(SHIPPED, "areas", "a1"))

    assert [option.key for option in results(default_event)[6].options] == ["a2", "a3", "a4", "a5", made]


def test_words_that_the_room_gave_a_statement_stay_when_its_step_moves(default_event):
    ask_again(default_event, "j1", "Say plainly what it costs.", why="The room wants it short")

    prepare(default_event, edits.moved(SHIPPED, "full", "vote-approach", 1))

    assert words(default_event, "j1") == "Say plainly what it costs."
    assert [one.text for one in event_record(default_event).taken_back] == [SHIPPED.question("j1").wording.text]


def test_prepared_areas_are_carried_with_their_models_and_evidence(default_event):
    card = EvidenceCard(headline="Few buses", source="Council", date="May 2026")
    programme = edits.with_option(SHIPPED, "areas", "Buses: more of them")
    area = programme.question("areas").options[-1].key
    programme = edits.with_evidence(edits.with_models(programme, area, ("evening buses",)), area, card)
    prepare(default_event, programme)
    vote(default_event, "areas", areas_sheet(80, **{area: 60, "a1": 40, "a2": 30}))

    carried = carry_forward(default_event, decided_by="the room", places=1)

    assert carried == (area,)
    questions = [one.text for one in default_event.store.reading.questions() if one.from_area]
    assert questions == ["Should we put more, the same or less into evening buses?"]
    step = default_event.store.reading.run_sheet()[12]
    assert (step.title, step.from_area) == ("Evidence cards: Buses", area)


def refuses(event, programme, match):
    before = (run_sheet(event), asked(event), event.programme)
    with pytest.raises(Refused, match=match):
        prepare(event, programme)
    assert (run_sheet(event), asked(event), event.programme) == before


def test_a_step_that_has_begun_stays_as_it_is(default_event):
    go_to_activity(default_event, "talk-goals")

    refuses(default_event, edits.with_minutes(SHIPPED, "full", "talk-goals", 25), "has begun")
    refuses(default_event, edits.without(SHIPPED, "full", "talk-goals"), "has begun")
    refuses(default_event, edits.added(SHIPPED, "full", "welcome", TALK), "stays in its order")
    refuses(default_event, edits.moved(SHIPPED, "full", "break", -10), "stays in its order")


def test_what_is_still_to_come_is_prepared_while_the_event_runs(default_event):
    go_to_activity(default_event, "welcome")
    skip_activity(default_event, "what-matters", why="Late")
    programme = edits.reworded(edits.added(SHIPPED, "full", "read-goals", TALK), "j1", "Say what it costs.")

    prepare(default_event, programme)

    assert run_sheet(default_event) == planned(programme)
    assert words(default_event, "j1") == "Say what it costs."


def test_a_question_that_was_put_to_the_room_stays_as_it_is(default_event):
    open_question(default_event, "s1", present=80)
    take_back_opening(default_event, "s1")

    refuses(default_event, edits.reworded(SHIPPED, "s1", "Home first."), "put to the room|has begun")
    refuses(default_event, edits.without_question(SHIPPED, "full", "s1"), "put to the room|has begun")
    prepare(default_event, edits.reworded(SHIPPED, "s2", "Home first."))
    assert words(default_event, "s2") == "Home first."


def test_what_follows_from_carried_areas_stays_as_it_is(default_event):
    vote(default_event, "areas", areas_sheet(80, a1=60, a2=40, a3=30))
    carry_forward(default_event, decided_by="the room")

    refuses(default_event, edits.with_minutes(SHIPPED, "full", "evidence", 20), "carried forward")
    refuses(default_event, edits.with_models(SHIPPED, "a1", ("walks",)), "carried forward")
    prepare(default_event, edits.with_minutes(SHIPPED, "full", "talk-approach", 20))
    assert ("talk-approach", 20) in [(key, minutes) for key, minutes, _ in run_sheet(default_event)]


def test_a_step_added_behind_the_steps_of_areas_stands_behind_all_of_them(default_event):
    vote(default_event, "areas", areas_sheet(80, a1=60, a2=40, a3=30))
    carry_forward(default_event, decided_by="the room")

    prepare(default_event, edits.added(SHIPPED, "full", "evidence", replace(TALK, stage="approach")))

    keys = [key for key, _, _ in run_sheet(default_event)]
    assert keys[12:15] == ["evidence-a1", "evidence-a2", "evidence-a3"]
    assert keys[16] == "talk-approach"


def test_evidence_that_was_shown_stays_as_it_is(default_event):
    vote(default_event, "areas", areas_sheet(80, a1=60, a2=40, a3=30))
    carry_forward(default_event, decided_by="the room")
    go_to_activity(default_event, "evidence-a1")

    refuses(default_event, edits.with_evidence(SHIPPED, "a1", EvidenceCard(headline="Known")), "shown to the room")
    prepare(default_event, edits.with_evidence(SHIPPED, "a2", EvidenceCard(headline="Known")))
    assert default_event.programme.question("areas").options[1].evidence.headline == "Known"


def test_what_people_were_told_at_the_beginning_stays_as_it_is(default_event):
    go_to_activity(default_event, "welcome")

    refuses(default_event, edits.promised(SHIPPED, PromiseLevel.DEVOLVE, "You decide."), "were told")
    refuses(default_event, edits.with_givens(SHIPPED, ("No new road.",)), "were told")
    prepare(default_event, edits.with_next_steps(SHIPPED, (("A letter is sent.", "The council"),)))
    assert [line.who for line in default_event.programme.next_steps] == ["The council"]


def test_nothing_is_prepared_once_the_count_is_closed(default_event):
    for one in results(default_event):
        vote(default_event, one.key, a_count(**{one.options[0].key: 20, one.options[1].key: 10}, voting=30))
    close_the_count(default_event)

    refuses(default_event, edits.with_minutes(SHIPPED, "full", "thanks", 5), "count of this event is closed")


def test_another_programme_is_refused(default_event):
    refuses(default_event, replace(SHIPPED, version=2), "another programme")
    refuses(default_event, replace(SHIPPED, forms=()), "another programme")


def test_what_cannot_be_run_is_refused(default_event):
    length = SHIPPED.variant("full")
    steps = tuple(sorted(length.activities, key=lambda step: step.key != "evidence"))
    variants = (replace(length, activities=steps), *SHIPPED.variants[1:])

    refuses(default_event, replace(SHIPPED, variants=variants), "before the vote that chooses")


def test_prepared_words_are_published_unread_as_the_programmes_are(default_event):
    programme = edits.with_step_title(edits.reworded(SHIPPED, "s2", "Home first."), "full", "welcome", "Come in")
    prepare(default_event, programme)

    assert to_read(default_event) == ()


def test_prepared_words_in_which_something_is_found_wait_to_be_read(default_event):
    prepare(default_event, edits.reworded(SHIPPED, "s2", "Ring Mary on 07700 900123."))

    (waiting,) = to_read(default_event)
    assert waiting.text == "Ring Mary on 07700 900123."
    assert str(waiting.what) == "Words of the programme as it was prepared"


def test_a_question_of_a_step_that_is_left_out_and_comes_back_is_asked_in_its_old_words(default_event):
    prepare(default_event, edits.without(SHIPPED, "full", "vote-approach"))
    assert state(default_event, "j1") == "void"

    prepare(default_event, SHIPPED)

    assert state(default_event, "j1") == "ready"
    vote(default_event, "j1", a_count(agree=50))
    assert event_record(default_event).taken_back == ()
