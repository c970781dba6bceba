"""The venue check of a computer: each condition that fails is simulated, and is told with what to do."""

from __future__ import annotations

import errno
from datetime import date, timedelta
from pathlib import Path

import pytest

from facilitator.venue.check import COMPUTER
from facilitator.venue.facts import Power
from facilitator.venue.findings import Standing, Subject
from facilitator.venue.folders import Mount
from facilitator.venue.measuring import this_computer
from facilitator.venue.saving import WRITE_BYTES
from tests.venue.a_computer import MORNING, a_computer, found

MIB = 1 << 20
GOOD, LOOK, FIRST = Standing.GOOD, Standing.LOOK, Standing.FIRST


def fails(number):
    def fail(*_):
        raise OSError(number, "simulated")

    return fail


def test_a_sound_computer_is_good_in_everything(tmp_path):
    findings = found(tmp_path, a_computer())

    assert {finding.standing for finding in findings.values()} == {GOOD}
    assert set(findings) == COMPUTER


def test_every_finding_that_is_not_good_says_what_to_do(tmp_path):
    poor = a_computer(
        step_s=0.4, space=lambda folder: (1, 2), battery=lambda: Power(9, False), available_bytes=lambda: 1,
        mounts=lambda: [Mount("/", "nfs4")], now=lambda: MORNING - timedelta(days=1),
    )  # fmt: skip

    findings = found(tmp_path, poor)

    assert {finding.standing for finding in findings.values()} == {FIRST}
    assert all(finding.advice is not None for finding in findings.values())


@pytest.mark.parametrize(("free_bytes", "standing"), [(100 * MIB, FIRST), (500 * MIB, LOOK), (2_000 * MIB, GOOD)])
def test_little_room_on_the_disk_is_told(tmp_path, free_bytes, standing):
    finding = found(tmp_path, a_computer(space=lambda folder: (free_bytes, 250 << 30)))[Subject.SPACE]

    assert finding.standing is standing
    assert "of 250 GB are free" in str(finding.told)


@pytest.mark.parametrize(("step_s", "standing"), [(0.005, GOOD), (0.1, LOOK), (0.4, FIRST)])
def test_a_slow_disk_is_told_with_how_long_saving_takes(tmp_path, step_s, standing):
    finding = found(tmp_path, a_computer(step_s=step_s))[Subject.SAVING]

    assert finding.standing is standing
    assert f"{round(step_s * 1000)} milliseconds" in str(finding.told)


def test_one_write_that_hangs_is_told_although_the_others_are_quick(tmp_path):
    watch, waits = [0.0], iter([0.005, 0.005, 2.0, *[0.005] * 30])

    def write(file, content):
        watch[0] += next(waits)

    finding = found(tmp_path, a_computer(seconds=lambda: watch[0], write_durably=write))[Subject.SAVING]

    assert finding.standing is LOOK
    assert "Saving takes 5 milliseconds, at worst 2000 milliseconds" in str(finding.told)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.EROFS, "Nothing can be written"),
        (errno.EACCES, "Nothing can be written"),
        (errno.ENOSPC, "The disk is full"),
        (errno.EIO, "does not save"),
    ],
)
def test_a_folder_in_which_nothing_can_be_saved_is_told_with_the_reason(tmp_path, number, told):
    finding = found(tmp_path, a_computer(write_durably=fails(number)))[Subject.SAVING]

    assert finding.standing is FIRST
    assert told in str(finding.told)


def test_a_folder_that_is_gone_is_told_and_does_not_end_the_check(tmp_path):
    findings = found(tmp_path / "gone", a_computer())

    assert findings[Subject.SAVING].standing is FIRST
    assert set(findings) == COMPUTER


def test_the_writes_leave_nothing_in_the_folder(tmp_path):
    found(tmp_path, this_computer())

    assert list(tmp_path.iterdir()) == []


def test_a_check_that_nobody_wants_any_more_stops_between_two_writes_and_leaves_nothing(tmp_path):
    written = []
    sources = a_computer(write_durably=lambda file, content: written.append(content))

    findings = found(tmp_path, sources, is_wanted=lambda: len(written) < 3)

    assert len(written) == 3
    assert Subject.SAVING not in findings
    assert list(tmp_path.iterdir()) == []


def test_what_an_earlier_check_left_behind_is_removed_and_nothing_of_anybody_else(tmp_path):
    for name in ("venue-check-ab12cd_9", "venue-check-00000000"):
        (tmp_path / name).write_bytes(bytes(3 * WRITE_BYTES) if "ab" in name else b"")
    others = {
        "venue-check-attempts": b"somebody's own words",
        "venue-check-ab12cd_9.txt": bytes(WRITE_BYTES),
        "my venue-check-ab12cd_9": b"",
        "venue-check-toolarge": bytes(1_000_000),
    }
    for name, content in others.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "venue-check-afolder_").mkdir()

    findings = found(tmp_path, this_computer())

    assert {path.name for path in tmp_path.iterdir()} == {*others, "venue-check-afolder_"}
    assert findings[Subject.SAVING].told is not None


def test_a_file_of_ours_that_another_check_removed_is_no_fault(tmp_path):
    def removed_meanwhile(file, content):
        for path in tmp_path.iterdir():
            path.unlink()

    finding = found(tmp_path, a_computer(write_durably=removed_meanwhile))[Subject.SAVING]

    assert finding.standing is GOOD


@pytest.mark.parametrize(
    ("power", "standing", "told"),
    [
        (Power(100, True), GOOD, "Plugged in"),
        (Power(5, True), GOOD, "at 5 %"),
        (Power(95, False), LOOK, "Not plugged in"),
        (Power(60, False), LOOK, "Not plugged in"),
        (Power(20, False), FIRST, "Not plugged in"),
        (Power(80, None), LOOK, "is not known"),
        (Power(None, None), LOOK, "No battery was found"),
    ],
)
def test_the_battery_and_the_plug_are_told(tmp_path, power, standing, told):
    finding = found(tmp_path, a_computer(battery=lambda: power))[Subject.POWER]

    assert finding.standing is standing
    assert told in str(finding.told)


@pytest.mark.parametrize(("available", "standing"), [(100 * MIB, FIRST), (300 * MIB, LOOK), (900 * MIB, GOOD)])
def test_little_memory_is_told(tmp_path, available, standing):
    assert found(tmp_path, a_computer(available_bytes=lambda: available))[Subject.MEMORY].standing is standing


def test_a_clock_behind_the_last_entry_of_the_file_is_put_right_first(tmp_path):
    finding = found(tmp_path, a_computer(now=lambda: MORNING - timedelta(hours=2)))[Subject.CLOCK]

    assert finding.standing is FIRST
    assert "last written at 09:00 on 20 November 2026" in str(finding.told)


def test_another_day_than_the_event_is_told(tmp_path):
    finding = found(tmp_path, a_computer(), held_on=date(2026, 11, 21))[Subject.CLOCK]

    assert finding.standing is LOOK
    assert "The event is on 21 November 2026" in str(finding.advice)


def test_what_the_system_does_not_say_is_not_known_and_never_good(tmp_path):
    silent = a_computer(space=fails(errno.EIO), available_bytes=fails(errno.EIO), battery=fails(errno.EIO))

    findings = found(tmp_path, silent)

    assert {findings[one].standing for one in (Subject.SPACE, Subject.MEMORY, Subject.POWER)} == {LOOK}
    assert "does not tell" in str(findings[Subject.SPACE].told)


def test_a_strange_system_ends_no_check_and_leaves_a_line_in_the_log(tmp_path, caplog):
    def strange():
        raise RuntimeError("a battery nobody has seen")

    findings = found(tmp_path, a_computer(battery=strange))

    assert findings[Subject.POWER].standing is LOOK
    assert set(findings) == COMPUTER
    assert "could not look at power" in caplog.text


def test_this_computer_can_be_asked(tmp_path):
    findings = found(Path(tmp_path), this_computer())

    assert findings[Subject.SAVING].standing in (GOOD, LOOK)
    assert "are free" in str(findings[Subject.SPACE].told)
