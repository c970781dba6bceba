"""Taking files along on a stick."""

from __future__ import annotations

import pytest

from facilitator.errors import Refused
from facilitator.handover import stick
from facilitator.handover.packs import make_pack
from facilitator.handover.stick import copy_to_stick


@pytest.fixture
def pack(event, tmp_path):
    return make_pack(event, tmp_path)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_copy_is_the_same_and_doing_it_again_changes_nothing(pack, folder):
    copy = copy_to_stick(pack, folder)
    again = copy_to_stick(pack, folder)

    assert copy == again
    assert copy.read_bytes() == pack.read_bytes()
    assert [*folder.iterdir()] == [copy]


def test_another_file_of_that_name_is_kept(pack, folder):
    (folder / pack.name).write_bytes(b"from last year")

    with pytest.raises(Refused, match="with other content"):
        copy_to_stick(pack, folder)

    assert (folder / pack.name).read_bytes() == b"from last year"


def test_a_stick_that_is_not_there_is_said_in_words(pack, tmp_path):
    with pytest.raises(Refused, match="cannot be copied"):
        copy_to_stick(pack, tmp_path / "pulled out")


def test_a_stick_that_forgets_what_was_written_is_not_trusted(pack, folder, monkeypatch):
    def forgetful(source, target, piece):
        target.write(source.read()[:-1])

    monkeypatch.setattr(stick.shutil, "copyfileobj", forgetful)

    with pytest.raises(Refused, match="is not what was written"):
        copy_to_stick(pack, folder)

    assert [*folder.iterdir()] == []
