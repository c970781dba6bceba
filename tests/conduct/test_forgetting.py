"""After forgetting no byte of what was changed or taken out is left, and all that stands is as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from conduct.steps import verbs
from facilitator.conduct.access import Told, access_now, record_access, withdraw_access
from facilitator.conduct.event import open_event
from facilitator.conduct.finishing import close_the_count
from facilitator.conduct.forgetting import forget
from facilitator.conduct.meeting import (
    DutyState,
    Openness,
    PartnerKind,
    PartnerRole,
    Profile,
    SafeguardingLead,
    add_partner,
    bring_back_partner,
    change_partner,
    duties_now,
    mark_duty,
    meeting_now,
    partners_now,
    remove_partner,
    safeguarding_now,
    tell_openness,
    tell_profile,
    tell_safeguarding,
)
from facilitator.conduct.next_steps import NextStep, add_next_step, edit_next_step, withdraw_next_step
from facilitator.conduct.noting import Note, add_note, bring_back_note, edit_note, withdraw_note
from facilitator.conduct.playing_back import add_main_point, edit_main_point
from facilitator.conduct.record import event_record
from facilitator.conduct.reviewing import change, keep, remove, to_read
from facilitator.conduct.searching import find_notes
from facilitator.conduct.voting import close_question, open_question
from facilitator.core.wording import words_digest
from facilitator.errors import Refused
from store.looking import is_whole, rows

# No word of these is in anything else the program writes; ł and ô are two bytes each.
CHANGED, REMOVED, WHY, POINT, STEP = "xylłofony", "zeppelinôwka", "quagga-reason", "okapipoint", "narwhalstep"
ACCESS = "pangolinłift"
GONE = (CHANGED, REMOVED, WHY, POINT, STEP)


@pytest.fixture
def event(default_event):
    return default_event


@pytest.fixture
def edited(event):
    """Return the event with notes, a main point and a next step that were changed or taken out."""
    changed = add_note(event, Note(f"She plays {CHANGED} at home", "talk-areas", "Table 3"))
    removed = add_note(event, Note(f"He flies a {REMOVED}", "talk-areas", "Table 4"))
    keep(event, [one.digest for one in to_read(event)])
    point = add_main_point(event, POINT)
    step = add_next_step(event, NextStep("Send it", STEP))
    add_note(event, Note("No bus after six", "talk-areas", "Table 5"))
    change(event, changed, "She plays at home")
    withdraw_note(event, removed, why=WHY)
    edit_main_point(event, point, "A point")
    edit_next_step(event, step, NextStep("Send it", "The council"))
    return event


def places_of(words, folder):
    """Return the files in which a word is, in any case of its letters that the index may keep, and in both UTFs."""
    found = []
    for path in sorted(folder.iterdir()):
        held = path.read_bytes()
        forms = (word.encode(form) for word in words for form in ("utf-8", "utf-16-le"))
        found += [path.name for form in forms if form in held]
    return found


def folded(words):
    """Return the words also as the search index writes them, without marks on letters."""
    return (*words, "zeppelinowka", *(words_digest(word) for word in words))


def test_before_forgetting_the_words_are_in_the_file(edited):
    edited.close()

    assert set(places_of([CHANGED], edited.path.parent)) == {edited.path.name}
    assert all(places_of([word], edited.path.parent) for word in GONE)


def test_after_forgetting_no_byte_of_the_words_is_in_the_file_or_beside_it_even_while_it_is_open(edited):
    forget(edited)

    assert places_of(folded(GONE), edited.path.parent) == []
    edited.close()
    assert places_of(folded(GONE), edited.path.parent) == []


def test_the_marks_of_reading_words_that_stand_no_longer_are_gone_and_those_that_stand_are_kept(edited):
    stale = words_digest(f"He flies a {REMOVED}")
    assert stale in edited.store.reading.words_read()

    forget(edited)

    assert edited.store.reading.words_read() == {words_digest("She plays at home")}
    assert places_of([stale], edited.path.parent) == []


def test_what_stands_keeps_its_words_ids_and_number_of_editions(edited):
    before = event_record(edited)

    forget(edited)

    after = event_record(edited)
    assert (set(after.notes), after.main_points) == (set(before.notes), before.main_points)
    assert sorted((note.text, note.editions) for note in after.notes) == [
        ("No bus after six", 1), ("She plays at home", 2),
    ]  # fmt: skip
    assert edited.store.reading.number_of_notes() == 2


def test_how_many_notes_were_taken_out_can_still_be_told(edited):
    forget(edited)

    assert verbs(edited).count("withdraw note") == 1
    assert [one.why for one in edited.store.reading.changes() if one.verb == "withdraw note"] == [""]


def test_search_finds_what_stands_and_nothing_of_what_went(edited):
    forget(edited)

    assert [note.text for note in find_notes(edited, "plays").notes] == ["She plays at home"]
    assert find_notes(edited, CHANGED).all == find_notes(edited, REMOVED).all == 0
    with closing(sqlite3.connect(edited.path)) as connection:
        connection.execute("INSERT INTO note_fts (note_fts) VALUES ('integrity-check')")


def test_the_file_is_whole_and_refuses_to_lose_rows_exactly_as_before(edited):
    record_access(edited, "Large print")
    sql = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    before = edited.store.reading._all(sql)

    forget(edited)

    assert edited.store.reading._all(sql) == before
    edited.close()
    assert is_whole(edited.path)
    with closing(sqlite3.connect(edited.path)) as connection:
        for relation in ("note", "main_point", "next_step", "words_read", "entry", "access_provision"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
                connection.execute(f"DELETE FROM {relation}")
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            connection.execute("UPDATE entry SET why = 'x'")


def test_every_other_relation_is_untouched(edited):
    names = [
        name
        for (name,) in rows(edited.path, "SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith("note") and name not in ("main_point", "next_step", "words_read", "entry", "heartbeat")
    ]
    before = {name: rows(edited.path, f"SELECT * FROM {name}") for name in names}

    forget(edited)

    assert {name: rows(edited.path, f"SELECT * FROM {name}") for name in names} == before


def test_a_forgotten_note_cannot_be_brought_back_and_its_id_is_free(edited):
    note = add_note(edited, Note("Out of place", "talk-areas"))
    remove(edited, note)
    forget(edited)

    with pytest.raises(Refused):
        bring_back_note(edited, note)


def test_a_note_can_be_changed_after_forgetting_and_has_the_next_edition(edited):
    forget(edited)
    (note,) = find_notes(edited, "plays").notes

    edit_note(edited, bytes.fromhex(note.id), Note("She sings", "talk-areas"))

    assert [(one.text, one.editions) for one in find_notes(edited, "sings").notes] == [("She sings", 3)]


def test_forgetting_says_how_many_texts_went_and_again_finds_nothing_to_do(edited):
    first, second = forget(edited), forget(edited)

    # the changed note's first words, both editions of the withdrawn one, the point's and the step's first words
    assert (first.editions, second.editions) == (5, 0)
    assert verbs(edited).count("forget") == 1
    assert str(first.told[0]) == "5 earlier texts are gone from the event file."


def test_a_withdrawn_next_step_goes_too(event):
    step = add_next_step(event, NextStep("Ring", STEP))
    withdraw_next_step(event, step)

    forget(event)

    assert places_of([STEP], event.path.parent) == []


def test_nothing_is_forgotten_while_a_question_is_open(edited):
    open_question(edited, "s1", present=10)

    with pytest.raises(Refused):
        forget(edited)

    assert len(places_of([CHANGED], edited.path.parent)) > 0
    close_question(edited, "s1")
    forget(edited)


def test_forgetting_works_after_the_count_is_closed(edited):
    close_the_count(edited, why="a rehearsal of closing")

    forget(edited)

    assert places_of(folded(GONE), edited.path.parent) == []


def test_the_event_opens_again_after_forgetting(edited):
    forget(edited)
    before = event_record(edited).notes
    edited.close()

    again = open_event(edited.path)

    assert event_record(again).notes == before
    again.close()


@pytest.fixture
def kept(event):
    """Return the event, and the copy that was kept of it before a migration, with words that stood at that time."""
    note = add_note(event, Note(f"She plays {CHANGED}", "talk-areas"))
    gone = add_note(event, Note(f"He flies a {REMOVED}", "talk-areas"))
    add_note(event, Note("No bus after six", "talk-areas"))
    copy = event.path.with_name(f"{event.path.stem}-before-what_may_be_seen{event.path.suffix}")
    event.save_a_copy(copy)
    change(event, note, "She plays")
    remove(event, gone)
    return event, copy


def test_a_copy_kept_before_a_migration_forgets_what_stood_then_and_stands_no_longer(kept):
    event, copy = kept

    told = forget(event)

    assert (told.copies, told.copies_out_of_reach) == ((copy,), ())
    assert places_of(folded(GONE), copy.parent) == []
    assert rows(copy, "SELECT text FROM note") == [("No bus after six",)]
    assert is_whole(copy)


def test_a_copy_of_a_format_without_search_or_main_points_forgets_too(kept):
    event, copy = kept
    with closing(sqlite3.connect(copy)) as connection:
        for trigger in ("note_ai", "note_ad", "note_au"):
            connection.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        for relation in ("note_fts", "main_point", "next_step", "words_read"):
            connection.execute(f"DROP TABLE {relation}")
        connection.commit()

    assert forget(event).copies == (copy,)
    assert places_of(folded(GONE), copy.parent) == []


def test_a_copy_that_cannot_be_read_is_named_to_the_person(kept):
    event, copy = kept
    damaged = copy.with_name(copy.name.replace("before-what", "before-other"))
    damaged.write_bytes(b"no event" * 1000)

    told = forget(event)

    assert told.copies_out_of_reach == (damaged,)
    assert any(damaged.name in str(message) for message in told.told)
    assert damaged.read_bytes() == b"no event" * 1000


def test_a_copy_of_another_event_is_left_alone_and_named(kept, make_default_event):
    event, copy = kept
    other = make_default_event()
    add_note(other, Note("Another event", "talk-areas"))
    theirs = copy.with_name(copy.name.replace("before-what", "before-other"))
    other.save_a_copy(theirs)

    told = forget(event)

    assert told.copies_out_of_reach == (theirs,)
    assert rows(theirs, "SELECT text FROM note") == [("Another event",)]


def test_what_a_cut_off_copying_left_is_removed(kept):
    event, copy = kept
    left = copy.with_name(copy.name + ".part")
    left.write_bytes(copy.read_bytes())

    forget(event)

    assert not left.exists()


def test_copies_saved_elsewhere_are_told_to_be_a_persons_task(event):
    told = [str(message) for message in forget(event).told]

    assert told[-1].startswith("Copies that were saved elsewhere")


def test_a_means_of_access_that_was_taken_back_goes_with_its_name_in_the_journal_and_others_stay(event):
    record_access(event, ACCESS, asked=Told.YES)
    record_access(event, "Large print", provided=Told.YES)
    withdraw_access(event, ACCESS)
    listed = access_now(event.store.reading)
    assert places_of([ACCESS], event.path.parent)

    told = forget(event)

    assert told.editions == 2
    assert places_of([ACCESS], event.path.parent) == []
    assert access_now(event.store.reading) == listed
    assert [one.about for one in event.store.reading.changes() if one.verb == "record access"] == ["", "Large print"]
    assert forget(event).editions == 0


def test_a_means_of_access_that_was_put_back_on_the_list_stays(event):
    record_access(event, ACCESS)
    withdraw_access(event, ACCESS)
    record_access(event, ACCESS, provided=Told.YES)

    forget(event)

    assert [one.what for one in access_now(event.store.reading)] == [ACCESS]
    assert verbs(event).count("record access") == 2


def test_a_copy_kept_before_a_migration_forgets_means_of_access_too(kept):
    event, copy = kept
    record_access(event, ACCESS)
    copy.unlink()
    event.save_a_copy(copy)
    withdraw_access(event, ACCESS)

    assert forget(event).copies == (copy,)

    assert places_of([ACCESS], copy.parent) == []
    assert is_whole(copy)


LEAD = ("Zebedee Quux", "07700900123", "numbatadvice")
NOTHING = SafeguardingLead()


def test_a_safeguarding_lead_who_was_taken_back_goes(event):
    tell_safeguarding(event, *LEAD)
    tell_safeguarding(event, "", "")
    assert places_of(LEAD, event.path.parent)

    told = forget(event)

    assert told.editions == 1
    assert places_of(LEAD, event.path.parent) == []
    assert safeguarding_now(event) == NOTHING
    assert forget(event).editions == 0
    event.close()
    assert places_of(LEAD, event.path.parent) == []


def test_a_safeguarding_lead_who_was_followed_by_another_goes_and_the_other_stays(event):
    tell_safeguarding(event, *LEAD)
    tell_safeguarding(event, "Jane Okafor", "01234 567890")

    forget(event)

    assert places_of(LEAD, event.path.parent) == []
    assert safeguarding_now(event) == SafeguardingLead("Jane Okafor", "01234 567890")


def test_a_saved_copy_has_the_newest_safeguarding_lead_and_none_before(event, tmp_path):
    (tmp_path / "stick").mkdir()
    copy = tmp_path / "stick" / "copy.event"
    tell_safeguarding(event, *LEAD)
    tell_safeguarding(event, "Jane Okafor", "01234 567890")

    event.save_a_copy(copy)

    assert places_of(LEAD, copy.parent) == []
    assert rows(copy, "SELECT name FROM safeguarding_lead") == [("Jane Okafor",)]
    assert is_whole(copy)
    with closing(sqlite3.connect(copy)) as connection, pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        connection.execute("DELETE FROM safeguarding_lead")
    assert safeguarding_now(event).name == "Jane Okafor"


def test_a_copy_saved_after_the_lead_was_taken_back_tells_nothing_of_it(event, tmp_path):
    (tmp_path / "stick").mkdir()
    tell_safeguarding(event, *LEAD)
    tell_safeguarding(event, "", "")

    event.save_a_copy(tmp_path / "stick" / "copy.event")

    assert places_of(LEAD, tmp_path / "stick") == []


def test_a_copy_kept_before_a_migration_forgets_a_lead_who_was_taken_back_since(kept):
    event, copy = kept
    tell_safeguarding(event, *LEAD)
    copy.unlink()
    event.save_a_copy(copy)
    assert copy.name in places_of(LEAD, copy.parent)
    tell_safeguarding(event, "", "")

    assert forget(event).copies == (copy,)

    assert places_of(LEAD, copy.parent) == []
    assert is_whole(copy)


def test_partners_that_were_renamed_or_taken_off_the_list_go_with_their_names_in_the_journal(event):
    stays = add_partner(event, "Bilbyhouse", PartnerKind.COMMUNITY, PartnerRole.HOST)
    gone = add_partner(event, "Kakapotrust", PartnerKind.COMMUNITY, PartnerRole.HOST)
    again = add_partner(event, "Third", PartnerKind.COMMUNITY, PartnerRole.HOST)
    change_partner(event, stays, "First", PartnerKind.COMMUNITY, PartnerRole.HOST)
    remove_partner(event, gone)
    remove_partner(event, again)
    bring_back_partner(event, again)
    listed = partners_now(event)

    told = forget(event)

    # the first name of one, both editions of the second, and two earlier ones of the third
    assert told.editions == 5
    assert places_of(["Bilbyhouse", "Kakapotrust"], event.path.parent) == []
    assert partners_now(event) == listed
    assert [one.about for one in event.store.reading.changes() if one.verb == "add partner"] == ["", "", "Third"]


def test_a_reason_and_a_remark_that_were_replaced_go_and_what_holds_stays(event):
    tell_openness(event, Openness.CLOSED, "Only for Quokkapeople")
    tell_openness(event, Openness.CLOSED, "Only for carers")
    tell_profile(event, Profile.UNDER_16)
    mark_duty(event, "safeguarding-lead", DutyState.DONE, "Wombatremark")
    mark_duty(event, "safeguarding-lead", DutyState.DONE, "by phone")
    meeting, duties = meeting_now(event), duties_now(event)

    told = forget(event)

    assert told.editions == 2
    assert places_of(["Quokkapeople", "Wombatremark"], event.path.parent) == []
    assert (meeting_now(event), duties_now(event)) == (meeting, duties)
    assert "Only for carers" in meeting.reason
