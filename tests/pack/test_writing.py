"""Packs as they are written: whole or not at all, the same every time, and sound for other people's programs."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builders import a_count, the_default_event
from facilitator.conduct.counting import enter_count
from facilitator.conduct.noting import Note, Strength, add_note
from facilitator.conduct.playing_back import Heard, MainPoint, add_main_point, hear
from facilitator.conduct.record import EventRecord, event_record
from facilitator.conduct.voting import close_question, open_question, void_question
from facilitator.document.csv_file import unguarded
from facilitator.errors import Refused
from facilitator.pack.checking import PackSummary, check_pack
from facilitator.pack.layout import pack_name, table_path
from facilitator.pack.schema import TABLES
from tests.pack.rebagging import bagged_again, cell_changed, taken_apart
from tests.pack.written import write_pack
from tests.report.event_records import let_through

VALIDATORS = Path(__file__).resolve().parents[2] / ".venv-validators" / "bin"


def cells(pack: Path, table: str) -> list[dict[str, str]]:
    """Return a table of a pack as a spreadsheet would give it, guards removed."""
    text = taken_apart(pack.read_bytes())[1][table_path(table)].decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [{name: unguarded(cell) for name, cell in row.items()} for row in rows]


def all_text(pack: Path) -> str:
    """Return everything in a pack but the fonts of its report, as one text."""
    files = taken_apart(pack.read_bytes())[1]
    tables = [content.decode() for path, content in files.items() if path.endswith(".csv")]
    return "\n".join([*tables, files["data/report/report.html"].decode().partition("</style>")[2]])


@pytest.fixture
def validator() -> Callable[[str], Path]:
    """Return the program of another maker that validates; skipped, loudly, where it is absent."""

    def find(name: str) -> Path:
        if not (VALIDATORS / name).exists():
            pytest.skip(f"NOT CHECKED: {name} is not on this machine (make .venv-validators/ready)")
        return VALIDATORS / name

    return find


def unzipped(pack: Path, folder: Path) -> Path:
    with zipfile.ZipFile(pack) as zip_file:
        zip_file.extractall(folder)
    return next(folder.iterdir())


def accepts(program: Path, *arguments: object) -> bool:
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=False)
    return done.returncode == 0


def test_a_pack_is_named_after_the_event_and_says_what_it_is_of(whole_event, tmp_path):
    path = write_pack(let_through(whole_event), tmp_path)

    assert path.name == "living-well-in-riverside-2026-11-20-r1.eventpack.zip"
    assert check_pack(path) == PackSummary(
        whole_event.event_id, "Living well in Riverside", "2026-11-20", "Village hall", 1, False, 3, 3
    )
    assert [file.name for file in tmp_path.glob("*eventpack*")] == [path.name]


def test_the_same_record_gives_the_same_bytes(whole_event, tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()

    event = let_through(whole_event)
    assert write_pack(event, one).read_bytes() == write_pack(event, other).read_bytes()


def test_nothing_in_the_archive_knows_the_clock_or_the_machine(whole_event, tmp_path):
    with zipfile.ZipFile(write_pack(let_through(whole_event), tmp_path)) as zip_file:
        marks = {(entry.date_time, entry.external_attr, entry.create_system) for entry in zip_file.infolist()}

    assert marks == {((1980, 1, 1, 0, 0, 0), 0o100644 << 16, 3)}


def test_no_time_finer_than_the_day_is_in_a_pack(whole_event, tmp_path):
    assert all(change.at.startswith("2026-11-20T10:00") for change in whole_event.changes)

    path = write_pack(let_through(whole_event), tmp_path)

    assert "10:00" not in all_text(path)
    assert [change["day"] for change in cells(path, "changes")] == ["2026-11-20"] * 3


def test_a_date_in_another_spelling_is_the_same_day(whole_event, tmp_path):
    record = replace(whole_event, details=replace(whole_event.details, held_on="20261120"))

    assert write_pack(let_through(record), tmp_path).name == "living-well-in-riverside-2026-11-20-r1.eventpack.zip"


def test_writing_again_changes_nothing_and_other_content_is_refused(whole_event, tmp_path):
    path = write_pack(let_through(whole_event), tmp_path)
    before = path.read_bytes()

    assert write_pack(let_through(whole_event), tmp_path) == path
    with pytest.raises(Refused, match="another pack called"):
        write_pack(let_through(replace(whole_event, attendance=replace(whole_event.attendance, attended=3))), tmp_path)
    assert path.read_bytes() == before


def test_a_next_revision_stands_beside_the_first(whole_event, tmp_path):
    write_pack(let_through(whole_event), tmp_path)

    more = replace(whole_event, attendance=replace(whole_event.attendance, attended=87))
    path = write_pack(let_through(more), tmp_path, revision=2)

    assert check_pack(path).revision == 2


def test_a_folder_that_is_not_there_is_refused_and_nothing_is_left(whole_event, tmp_path):
    with pytest.raises(Refused, match="cannot be written"):
        write_pack(let_through(whole_event), tmp_path / "nowhere")


def test_a_full_disk_leaves_no_half_pack(whole_event, tmp_path, monkeypatch):
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    folder = tmp_path / "packs"
    folder.mkdir()
    monkeypatch.setattr("os.fsync", full)

    with pytest.raises(Refused, match="free some space"):
        write_pack(let_through(whole_event), folder)
    assert not [*folder.iterdir()]


def test_an_event_that_the_checker_would_refuse_is_refused_before_it_is_there(whole_event, tmp_path):
    folder = tmp_path / "packs"
    folder.mkdir()
    hidden = replace(whole_event, details=replace(whole_event.details, title="Living\u202e well"))

    with pytest.raises(Refused, match="title: The name holds a character that cannot be seen"):
        write_pack(let_through(hidden), folder)
    assert not [*folder.iterdir()]


def test_a_rehearsal_is_refused_unless_asked_for_and_says_what_it_is(whole_event, tmp_path):
    rehearsal = replace(whole_event, rehearsal=True)

    with pytest.raises(Refused, match="rehearsal"):
        write_pack(let_through(rehearsal), tmp_path)
    path = write_pack(let_through(rehearsal), tmp_path, rehearsal=True)

    files = taken_apart(path.read_bytes())[1]
    package = json.loads(files["data/datapackage.json"])
    assert path.name == "REHEARSAL-living-well-in-riverside-2026-11-20-r1.eventpack.zip"
    assert check_pack(path).rehearsal
    assert cells(path, "event")[0]["rehearsal"] == "true"
    assert "Eventpack-Rehearsal: true\n" in files["bag-info.txt"].decode()
    assert (package["rehearsal"], package["title"]) == (True, "REHEARSAL: Living well in Riverside")
    assert "This was a rehearsal" in all_text(path)


def test_a_rehearsal_is_a_valid_bag_and_a_valid_data_package(whole_event, validator, tmp_path):
    rehearsal = replace(whole_event, rehearsal=True)
    bag = unzipped(write_pack(let_through(rehearsal), tmp_path, rehearsal=True), tmp_path / "bag")

    assert accepts(validator("bagit.py"), "--validate", bag)
    assert accepts(validator("frictionless"), "validate", bag / "data" / "datapackage.json")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Rehearsal: Living well", "REHEARSAL-living-well-2026-11-20-r2"),
        ("Rehearsals of the choir", "REHEARSAL-rehearsals-of-the-choir-2026-11-20-r2"),
        ("Rehearsal", "REHEARSAL-event-2026-11-20-r2"),
    ],
)
def test_the_name_of_a_rehearsals_pack_says_it_once_and_first(title, name):
    assert pack_name(title, "2026-11-20", 2, rehearsal=True) == name


def test_nothing_of_a_real_events_pack_speaks_of_a_rehearsal_as_if_it_were_one(whole_event, tmp_path):
    path = write_pack(let_through(whole_event), tmp_path)
    files = taken_apart(path.read_bytes())[1]

    assert "REHEARSAL" not in path.name + all_text(path)
    assert "Rehearsal" not in files["bag-info.txt"].decode()
    assert json.loads(files["data/datapackage.json"])["rehearsal"] is False


def test_a_step_tells_how_long_it_took_or_why_it_was_left_out(whole_event, tmp_path):
    first, second, third, *rest = whole_event.steps
    steps = (replace(first, actual_minutes=0), replace(second, skipped="-2 °C in the hall"), third, *rest)

    rows = cells(write_pack(let_through(replace(whole_event, steps=steps)), tmp_path), "activities")

    assert [(row["actual_minutes"], row["skipped"]) for row in rows[:3]] == [
        ("0", ""), ("", "-2 °C in the hall"), ("", ""),
    ]  # fmt: skip


def test_a_provisional_result_and_the_number_of_tables_are_told_and_never_which(whole_event, tmp_path):
    results = tuple(
        replace(one, provisional=True, tables_counted=9, tables_missing=("Table 44",)) if one.key == "s1" else one
        for one in whole_event.results
    )

    path = write_pack(let_through(replace(whole_event, results=results)), tmp_path)

    provisional = {row["question"]: row["provisional"] for row in cells(path, "questions")}
    tables = {row["question"]: (row["tables_counted"], row["tables_known"]) for row in cells(path, "accounting")}
    assert (provisional["s1"], provisional["s2"]) == ("true", "false")
    assert (tables["s1"], tables["s2"]) == (("9", "10"), ("", ""))
    assert "Table 44" not in all_text(path)


def test_notes_and_main_points_tell_how_they_were_said_and_heard(tmp_path):
    event = the_default_event(tmp_path)
    words = Note("Not so fast", "talk-goals", "Table 3", verbatim=True, strength=Strength.ONE, minority=True)
    note = add_note(event, words)
    add_note(event, Note("Fine", "talk-goals", "Table 3"))
    point = add_main_point(event, "Some want time", note=note, minority=True)
    hear(event, point, Heard.CHANGED, "Some want more time")
    add_main_point(event, "All are for it")
    record = event_record(event)
    event.close()

    path = write_pack(let_through(record), tmp_path)

    told = {row["text"]: (row["verbatim"], row["strength"], row["minority"]) for row in cells(path, "notes")}
    assert told == {"Not so fast": ("true", "one", "true"), "Fine": ("false", "", "false")}
    assert [
        (row["position"], row["text"], row["minority"], row["heard"], row["note"]) for row in cells(path, "main_points")
    ] == [("1", "Some want more time", "true", "changed", note.hex()), ("2", "All are for it", "false", "", "")]


def test_what_nobody_said_to_a_point_or_a_table_is_accepted_by_other_programs(whole_event, validator, tmp_path):
    points = (MainPoint("01" * 16, "All are for it"), MainPoint("02" * 16, "Some are", heard=Heard.YES))
    bag = unzipped(write_pack(let_through(replace(whole_event, main_points=points)), tmp_path), tmp_path / "bag")

    assert accepts(validator("frictionless"), "validate", bag / "data" / "datapackage.json")


def test_an_event_with_an_open_question_is_refused(tmp_path):
    event = the_default_event(tmp_path)
    open_question(event, "s1", present=50)
    record = event_record(event)
    event.close()

    with pytest.raises(Refused, match="still open. Close it first"):
        write_pack(let_through(record), tmp_path)


def test_an_event_in_which_nothing_happened_has_a_pack_too(tmp_path):
    event = the_default_event(tmp_path)
    record = event_record(event)
    event.close()

    assert check_pack(write_pack(let_through(record), tmp_path)).questions == 0


def test_a_question_taken_back_has_no_result_in_a_pack(tmp_path):
    event = the_default_event(tmp_path)
    open_question(event, "s1", present=50)
    enter_count(event, "s1", a_count(agree=41, unsure=2, disagree=3))
    close_question(event, "s1")
    void_question(event, "s1", why="asked by mistake")
    record = event_record(event)
    event.close()

    path = write_pack(let_through(record), tmp_path)

    assert cells(path, "results") == []
    assert [(change["verb"], change["why"]) for change in cells(path, "changes")] == [
        ("take back question", "asked by mistake")
    ]


def test_notes_tell_no_table_and_share_a_session_only_within_it(tmp_path):
    event = the_default_event(tmp_path)
    add_note(event, Note("one", "talk-goals", "table 7"))
    add_note(event, Note("two", "talk-goals", "Table  7"))
    add_note(event, Note("three", "talk-goals", "table 8"))
    add_note(event, Note("four", "talk-areas", "table 7"))
    add_note(event, Note("five", "talk-areas"))
    record = event_record(event)
    event.close()

    path = write_pack(let_through(record), tmp_path)

    sessions = {note["text"]: note["session"] for note in cells(path, "notes")}
    assert sessions["one"] == sessions["two"]
    assert len({sessions[text] for text in ("one", "three", "four")}) == 3
    assert sessions["five"] == ""
    assert not re.search(r"table\s+7", all_text(path), re.IGNORECASE)


def test_notes_stand_by_their_random_ids(whole_event, tmp_path):
    ids = [note["note"] for note in cells(write_pack(let_through(whole_event), tmp_path), "notes")]

    assert ids == sorted(ids)


@pytest.mark.parametrize(("counts", "told"), [((4, 2, 1), "words"), ((3, 1, 0), "nothing")])
def test_nothing_withheld_is_in_any_file(event_with, tmp_path, counts, told):
    agree, unsure, disagree = counts
    path = write_pack(let_through(event_with(agree=agree, unsure=unsure, disagree=disagree)), tmp_path)

    question = next(row for row in cells(path, "questions") if row["question"] == "s1")
    assert question["told"] == told
    assert cells(path, "results") == cells(path, "accounting") == []
    assert not re.search(r"(?<![\w.])77(?![\w.])", all_text(path))


def test_every_file_is_listed_with_its_size_and_hash(whole_event, tmp_path):
    files = taken_apart(write_pack(let_through(whole_event), tmp_path).read_bytes())[1]

    package = json.loads(files["data/datapackage.json"])

    assert [resource["name"] for resource in package["resources"]] == [
        *(table.name for table in TABLES), "report", "report-on-paper",
    ]  # fmt: skip
    for resource in package["resources"]:
        content = files["data/" + resource["path"]]
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")


def awkward_record(folder: Path, tmp_path: Path) -> tuple[EventRecord, dict[str, str]]:
    event = the_default_event(tmp_path)
    lines = (folder / "notes.jsonl").read_text(encoding="utf-8").split("\n")
    digests = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["sha256"]
    expected = {}
    for line in filter(None, lines):
        note = json.loads(line)
        if not note["text"]:
            continue
        added = add_note(event, Note(note["text"], "talk-goals", note["group"], language=note["lang"]))
        expected[added.hex()] = digests[note["note"]]
    record = event_record(event)
    event.close()
    return record, expected


def test_awkward_text_survives_to_the_letter_and_starts_no_formula(shared_example, tmp_path):
    record, expected = awkward_record(shared_example("e1-awkward-text"), tmp_path)

    path = write_pack(let_through(record), tmp_path)

    found = {note["note"]: hashlib.sha256(note["text"].encode()).hexdigest() for note in cells(path, "notes")}
    assert found == expected
    text = taken_apart(path.read_bytes())[1][table_path("notes")].decode("utf-8-sig")
    raw = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not [cell for cell in raw if cell.lstrip().startswith(("=", "+", "-", "@", "|", "＝", "＋", "－", "＠"))]


def test_awkward_text_is_accepted_by_other_programs(shared_example, validator, tmp_path):
    record, _ = awkward_record(shared_example("e1-awkward-text"), tmp_path)
    bag = unzipped(write_pack(let_through(record), tmp_path), tmp_path / "bag")

    assert accepts(validator("bagit.py"), "--validate", bag)
    assert accepts(validator("frictionless"), "validate", bag / "data" / "datapackage.json")


def test_a_pack_is_a_valid_bag_and_a_valid_data_package(whole_event, validator, tmp_path):
    bag = unzipped(write_pack(let_through(whole_event), tmp_path), tmp_path / "bag")

    assert accepts(validator("bagit.py"), "--validate", bag)
    assert accepts(validator("frictionless"), "validate", bag / "data" / "datapackage.json")


def test_the_other_programs_notice_a_changed_cell(whole_event, validator, tmp_path):
    bag = unzipped(write_pack(let_through(whole_event), tmp_path), tmp_path / "bag")
    table = bag / table_path("results")
    table.write_bytes(table.read_bytes().replace(b",62,", b",63,"))

    assert not accepts(validator("bagit.py"), "--validate", bag)
    assert not accepts(validator("frictionless"), "validate", bag / "data" / "datapackage.json")


def test_the_data_package_notices_an_orphan_that_the_bag_does_not(whole_event, validator, tmp_path):
    pack = write_pack(let_through(whole_event), tmp_path)
    pack.write_bytes(bagged_again(pack.read_bytes(), cell_changed("results", "s1,agree", "s1,perhaps")))
    bag = unzipped(pack, tmp_path / "bag")

    assert accepts(validator("bagit.py"), "--validate", bag)
    assert not accepts(validator("frictionless"), "validate", bag / "data" / "datapackage.json")
