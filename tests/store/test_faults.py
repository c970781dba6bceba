"""Each fault of the disk or the file is told in a sentence, and nothing already stored is harmed."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import threading
from contextlib import closing

import pytest

from builders import a_ballot, a_programme, a_question, the_default_event
from facilitator.conduct.casting import cast
from facilitator.conduct.event import create_event, open_event
from facilitator.conduct.results import results
from facilitator.conduct.starting import EventDetails
from facilitator.conduct.voting import open_question
from facilitator.errors import EventFileError, FacilitatorError
from facilitator.store.faults import Damaged, DiskFull, MadeByNewerProgram, NotWritable, OpenElsewhere
from facilitator.store.format import MIGRATION_SET
from store.looking import ballots_of, hasher, is_one_plain_file, is_whole, refused_in_plain_words, said_plainly

PAGE = 4096
DETAILS = EventDetails("A meeting", "2026-11-20", variant="whole")


@pytest.fixture
def voted(make_event):
    """Return a closed event's path; its question s1 is open and has 400 ballots."""
    event = make_event(a_question("s1"))
    open_question(event, "s1", present=10_000)
    vote(event, "early", 400)
    event.close()
    return event.path


def vote(event, name, people):
    for number in range(people):
        cast(event, "s1", a_ballot("agree", code=f"{name}-{number}", sender=f"{name}-{number}".encode()[:16]))


def vote_until_refused(event, name, acknowledged):
    for number in range(20_000):
        code = f"{name}-{number}"
        cast(event, "s1", a_ballot("agree", code=code, sender=code.encode()))
        acknowledged.append(code)


def all_there(path, codes):
    voter = hasher(path, "s1")
    stored = {voter for voter, _ in ballots_of(path, "s1")}
    return {voter(code) for code in codes} <= stored


def beside(path):
    return sorted(one.name for one in path.parent.iterdir())


# A full disk


def test_a_full_disk_is_told_and_after_freeing_space_the_same_event_goes_on(voted, small_disk):
    path = small_disk / "meeting.event"
    path.write_bytes(voted.read_bytes())
    event = open_event(path)
    ballast = small_disk / "holiday-photos"
    ballast.write_bytes(bytes(room_on(small_disk) - 120_000))
    acknowledged = []

    error = refused_in_plain_words(lambda: vote_until_refused(event, "before", acknowledged))
    again = refused_in_plain_words(lambda: vote_until_refused(event, "again", acknowledged))
    readable = event.store.reading.ballots_safe()
    ballast.unlink()
    vote_on = [f"after-{number}" for number in range(20)]
    for code in vote_on:
        cast(event, "s1", a_ballot("agree", code=code, sender=code.encode()))
    event.close()

    assert (type(error), type(again)) == (DiskFull, DiskFull)
    assert readable == 400 + len(acknowledged)
    assert all_there(path, acknowledged + vote_on)
    assert is_whole(path)
    assert is_one_plain_file(path)


def test_closing_on_a_full_disk_loses_nothing(voted, small_disk):
    path = small_disk / "meeting.event"
    path.write_bytes(voted.read_bytes())
    event = open_event(path)
    ballast = small_disk / "holiday-photos"
    ballast.write_bytes(bytes(room_on(small_disk) - 120_000))
    acknowledged = []
    refused_in_plain_words(lambda: vote_until_refused(event, "before", acknowledged))

    try:
        event.close()
    except FacilitatorError as error:
        said_plainly(str(error.message), str(error.advice))
    ballast.unlink()
    open_event(path).close()

    assert all_there(path, acknowledged)
    assert is_whole(path)
    assert is_one_plain_file(path)


def test_an_event_is_not_half_made_on_a_full_disk(small_disk, tmp_path):
    (small_disk / "holiday-photos").write_bytes(bytes(room_on(small_disk) - 20_000))
    programme = a_programme(tmp_path, a_question("s1"))
    path = small_disk / "meeting.event"

    refused_in_plain_words(lambda: create_event(path, programme, DETAILS))

    assert beside(path) == ["holiday-photos"]


def room_on(folder):
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize


def test_a_file_that_may_grow_no_more_is_told_and_later_goes_on(voted):
    event = open_event(voted)
    event.store._writer.with_connection(lambda connection: connection.execute("PRAGMA max_page_count = 1")).result()
    acknowledged = []

    error = refused_in_plain_words(lambda: vote_until_refused(event, "before", acknowledged))
    event.store._writer.with_connection(lambda connection: connection.execute("PRAGMA max_page_count = 99999")).result()
    cast(event, "s1", a_ballot("agree", code="after"))
    event.close()

    assert isinstance(error, DiskFull)
    assert all_there(voted, [*acknowledged, "after"])
    assert is_whole(voted)


@pytest.mark.skipif(os.name == "nt", reason="NOT CHECKED: Windows has no limit of a process's files")
def test_a_disk_that_takes_no_more_is_told_and_later_the_same_event_goes_on(voted, elsewhere):
    told = elsewhere("vote-under-a-limit", voted)

    assert told["told"] in ("EventFileError", "DiskFull"), told
    said_plainly(told["message"], told["advice"])
    assert all_there(voted, told["acknowledged"])
    assert len(told["acknowledged"]) > 20
    assert is_whole(voted)
    assert is_one_plain_file(voted)


# What may not be written


def test_a_file_in_a_read_only_folder_is_told(voted, open_to_all, locks_of_their_own, elsewhere):
    voted.parent.chmod(0o555)
    voted.chmod(0o666)
    before = voted.read_bytes(), beside(voted)

    told = elsewhere("--as-nobody", "open", voted)

    assert told["told"] == NotWritable.__name__, told
    said_plainly(told["message"], told["advice"])
    assert (voted.read_bytes(), beside(voted)) == before


def test_a_read_only_file_is_told(voted, open_to_all, locks_of_their_own, elsewhere):
    voted.parent.chmod(0o777)
    voted.chmod(0o444)

    told = elsewhere("--as-nobody", "open", voted)

    assert told["told"] == NotWritable.__name__, told
    said_plainly(told["message"], told["advice"])


def test_a_file_in_another_persons_folder_is_told(voted, open_to_all, locks_of_their_own, elsewhere):
    voted.parent.chmod(0o700)

    opened = elsewhere("--as-nobody", "open", voted)
    made = elsewhere("--as-nobody", "create", voted.parent / "new.event", open_to_all)

    for told in (opened, made):
        assert not told["told"].startswith("raw"), told
        said_plainly(told["message"], told["advice"], voted)


def test_an_event_made_in_a_read_only_folder_is_told(open_to_all, elsewhere):
    folder = open_to_all / "locked"
    folder.mkdir(mode=0o555)

    told = elsewhere("--as-nobody", "create", folder / "meeting.event", open_to_all)

    assert told["told"] == NotWritable.__name__, told
    said_plainly(told["message"], told["advice"])
    assert list(folder.iterdir()) == []


def test_a_disk_that_is_read_only_is_told(voted, small_disk):
    path = small_disk / "meeting.event"
    path.write_bytes(voted.read_bytes())
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)

    assert isinstance(refused_in_plain_words(lambda: open_event(path)), NotWritable)


def test_another_person_of_the_same_computer_may_open_the_file_later(voted, open_to_all, elsewhere):
    voted.parent.chmod(0o777)
    voted.chmod(0o666)
    open_event(voted).close()

    assert elsewhere("--as-nobody", "open", voted) == {"told": "opened"}


# What is not an event, or is broken


def random_bytes(good):
    return random.Random(1).randbytes(len(good))


def cut_off_in_the_middle(good):
    return good[: len(good) // 2]


def cut_off_within_a_page(good):
    return good[: len(good) // 2 + 1000]


def a_page_of_noise_in_the_middle(good):
    middle = len(good) // PAGE // 2 * PAGE
    return good[:middle] + random.Random(2).randbytes(PAGE) + good[middle + PAGE :]


def a_page_of_nothing_in_the_middle(good):
    middle = len(good) // PAGE // 2 * PAGE
    return good[:middle] + bytes(PAGE) + good[middle + PAGE :]


def every_bit_of_a_page_turned_over(good):
    middle = len(good) // PAGE // 2 * PAGE
    return good[:middle] + bytes(255 - byte for byte in good[middle : middle + PAGE]) + good[middle + PAGE :]


def only_the_header(good):
    return good[:100]


def a_letter(good):
    return b"Dear Sir or Madam, thank you for your meeting.\n" * 200


def nothing_at_all(good):
    return b""


BROKEN = [
    random_bytes,
    cut_off_in_the_middle,
    cut_off_within_a_page,
    a_page_of_noise_in_the_middle,
    a_page_of_nothing_in_the_middle,
    every_bit_of_a_page_turned_over,
    only_the_header,
    a_letter,
    nothing_at_all,
]


@pytest.mark.parametrize("broken", BROKEN)
def test_a_damaged_file_is_told_and_left_as_it_is(voted, broken):
    voted.write_bytes(broken(voted.read_bytes()))
    before = voted.read_bytes(), beside(voted)

    error = refused_in_plain_words(lambda: open_event(voted), voted)

    assert isinstance(error, Damaged)
    assert (voted.read_bytes(), beside(voted)) == before


def test_another_programs_file_is_told_and_left_as_it_is(tmp_path):
    path = tmp_path / "holidays.event"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE holiday (place TEXT)")
        connection.commit()
    before = path.read_bytes()

    assert isinstance(refused_in_plain_words(lambda: open_event(path), path), Damaged)
    assert path.read_bytes() == before


def test_wrong_bytes_anywhere_give_a_sentence_or_an_event_that_can_be_read(tmp_path):
    event = the_default_event(tmp_path)
    event.close()
    good = event.path.read_bytes()
    dice = random.Random(3)
    raw = []

    for number in range(150):
        bad = bytearray(good)
        place = dice.randrange(len(good) - 64)
        bad[place : place + 64] = dice.randbytes(64)
        path = tmp_path / f"bad-{number}.event"
        path.write_bytes(bad)
        raw += raw_error_of(path, place)

    assert raw == []


def raw_error_of(path, place):
    try:
        event = open_event(path)
    except FacilitatorError as error:
        said_plainly(str(error.message), str(error.advice), path)
        return []
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return [f"opening, byte {place}: {error!r}"[:120]]
    try:
        results(event)
        event.store.reading.changes()
    except FacilitatorError as error:
        said_plainly(str(error.message), str(error.advice), path)
    except Exception as error:  # noqa: BLE001
        return [f"reading, byte {place}: {error!r}"[:120]]
    finally:
        event.close()
    return []


def test_a_programme_changed_behind_the_programs_back_is_told(voted):
    good = voted.read_bytes()
    assert good.count(b"A small programme") == 1
    voted.write_bytes(good.replace(b"A small programme", b"A smart programme"))

    assert isinstance(refused_in_plain_words(lambda: open_event(voted)), Damaged)


def test_a_newer_file_is_told_and_left_as_it_is(voted):
    with closing(sqlite3.connect(voted)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, 'of_next_year', '2027')",
            (MIGRATION_SET,),
        )
        connection.commit()
    before = voted.read_bytes(), beside(voted)

    assert isinstance(refused_in_plain_words(lambda: open_event(voted)), MadeByNewerProgram)
    assert (voted.read_bytes(), beside(voted)) == before


# What is elsewhere, missing or in the way


def test_a_file_opened_twice_in_one_program_is_told_and_the_first_goes_on(voted):
    event = open_event(voted)

    assert isinstance(refused_in_plain_words(lambda: open_event(voted)), OpenElsewhere)
    cast(event, "s1", a_ballot("agree", code="still here"))
    event.close()
    assert all_there(voted, ["still here"])


def test_a_file_opened_by_another_name_is_told(voted):
    event = open_event(voted)
    (voted.parent / "shortcut.event").symlink_to(voted)

    assert isinstance(refused_in_plain_words(lambda: open_event(voted.parent / "shortcut.event")), OpenElsewhere)
    event.close()


def test_a_file_opened_by_another_program_is_told_until_that_ends(voted, started, elsewhere):
    holder = started("elsewhere.py", "hold", voted)
    assert json.loads(holder.stdout.readline()) == {"told": "opened"}

    assert isinstance(refused_in_plain_words(lambda: open_event(voted)), OpenElsewhere)
    assert elsewhere("open", voted)["told"] == OpenElsewhere.__name__
    holder.kill()
    holder.wait()
    open_event(voted).close()
    assert is_whole(voted)


def test_a_file_that_is_not_there_is_told(tmp_path):
    path = tmp_path / "nowhere.event"

    refused_in_plain_words(lambda: open_event(path), path)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path):
    path = tmp_path / "folder.event"
    path.mkdir()

    refused_in_plain_words(lambda: open_event(path), path)
    refused_in_plain_words(lambda: create_event(path, a_programme(tmp_path, a_question("s1")), DETAILS))


def test_a_file_that_is_there_already_is_not_overwritten_by_a_new_event(voted, tmp_path):
    before = voted.read_bytes()

    refused_in_plain_words(lambda: create_event(voted, a_programme(tmp_path, a_question("s1")), DETAILS))

    assert voted.read_bytes() == before


@pytest.mark.parametrize("end", ["-wal", "-journal"])
def test_what_an_earlier_event_left_behind_is_not_played_into_a_new_one(tmp_path, end):
    left_over = tmp_path / f"meeting.event{end}"
    left_over.write_bytes(b"votes of last week")

    error = refused_in_plain_words(
        lambda: create_event(tmp_path / "meeting.event", a_programme(tmp_path, a_question("s1")), DETAILS), left_over
    )

    assert type(error) is EventFileError
    assert left_over.read_bytes() == b"votes of last week"
    assert not (tmp_path / "meeting.event").exists()


def test_what_a_making_that_was_cut_off_left_behind_is_no_hindrance(tmp_path):
    for end in ("", "-wal", "-journal"):
        (tmp_path / f"meeting.event.unfinished{end}").write_bytes(b"half an event")
    path = tmp_path / "meeting.event"

    create_event(path, a_programme(tmp_path, a_question("s1")), DETAILS).close()

    assert is_whole(path)
    assert is_one_plain_file(path)


@pytest.fixture
def put_back(make_event, started, tmp_path):
    """Return the path of a saved copy that somebody put back over its event, beside the log of a cut-off evening."""
    event = make_event(a_question("s1"))
    open_question(event, "s1", present=1000)
    vote(event, "morning", 50)
    event.save_a_copy(tmp_path / "copy.event")
    event.close()
    process = started("full_load.py", "vote", event.path, "evening")
    process.stdout.read(2000)
    process.kill()
    process.communicate()
    assert log_of(event.path).stat().st_size > 0
    event.path.write_bytes((tmp_path / "copy.event").read_bytes())
    return event.path


def log_of(path):
    return path.with_name(path.name + "-wal")


def test_a_copy_put_back_beside_the_log_of_a_cut_off_evening_is_not_mixed_with_it(put_back):
    copy, log = put_back.read_bytes(), log_of(put_back).read_bytes()

    try:
        open_event(put_back).close()
    except EventFileError as error:
        said_plainly(str(error.message), str(error.advice))
        assert put_back.read_bytes() == copy, "it was said that nothing was changed"
        assert log_of(put_back).read_bytes() == log, "votes of the evening were in it"
        return
    assert len(ballots_of(put_back, "s1")) == 50
    assert is_whole(put_back)


def test_a_damaged_file_with_a_log_is_left_as_it_is(voted, started):
    process = started("full_load.py", "vote", voted, "evening")
    process.stdout.read(2000)
    process.kill()
    process.communicate()
    voted.write_bytes(a_page_of_noise_in_the_middle(voted.read_bytes()))
    before = voted.read_bytes(), log_of(voted).read_bytes()

    try:
        open_event(voted).close()
    except EventFileError as error:
        said_plainly(str(error.message), str(error.advice))
        assert (voted.read_bytes(), log_of(voted).read_bytes()) == before
    else:
        assert is_whole(voted)  # the log held the page anew


def test_a_name_that_is_too_long_is_told(tmp_path):
    path = tmp_path / ("a very long name " * 20 + ".event")

    refused_in_plain_words(lambda: create_event(path, a_programme(tmp_path, a_question("s1")), DETAILS))
    refused_in_plain_words(lambda: open_event(path), path)


def test_threads_that_come_and_go_leave_no_open_file_behind(make_event):
    if not os.path.isdir("/proc/self/fd"):
        pytest.skip("NOT CHECKED: this system does not tell which files are open")
    event = make_event()
    before = len(os.listdir("/proc/self/fd"))

    for _ in range(50):
        thread = threading.Thread(target=lambda: event.store.reading.event_id())
        thread.start()
        thread.join()

    assert len(os.listdir("/proc/self/fd")) - before < 25
