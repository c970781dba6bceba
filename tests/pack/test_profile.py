"""The profile of event packs (docs/eventpack-profile.json): bagit-profile accepts our packs by it, and no other bag."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

from facilitator.pack import layout
from tests.pack.rebagging import with_files

ROOT = Path(__file__).resolve().parents[2]
PROFILE = ROOT / "docs" / "eventpack-profile.json"
VALIDATOR = ROOT / ".venv-validators" / "bin" / "bagit_profile.py"


def accepted_by_profile(pack: bytes, folder: Path) -> bool:
    """Return whether bagit-profile accepts the unpacked pack; the test is skipped, loudly, where it is absent."""
    if not VALIDATOR.exists():
        pytest.skip("NOT CHECKED: bagit_profile.py is not on this machine (make .venv-validators/ready)")
    folder.mkdir()
    zipped = folder / "pack.zip"
    zipped.write_bytes(pack)
    with ZipFile(zipped) as zip_file:
        zip_file.extractall(folder)
    zipped.unlink()
    (bag,) = folder.iterdir()
    options = ["--no-logfile", "--quiet", "--skip", "serialization", "--file", PROFILE]  # the bag is unzipped
    command = [VALIDATOR, *options, layout.PROFILE, bag]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_the_profile_accepts_a_pack(good_pack: bytes, tmp_path: Path):
    assert accepted_by_profile(good_pack, tmp_path / "bag")


@pytest.mark.parametrize("name", ["run-me.bat", "fetch.txt", "manifest-md5.txt"])
def test_the_profile_notices_a_file_that_the_bag_alone_lets_pass(good_pack: bytes, tmp_path: Path, name: str):
    stray = with_files(good_pack, lambda files: files.update({name: b""}))

    assert not accepted_by_profile(stray, tmp_path / "bag")


@pytest.mark.parametrize("line", [b"Eventpack-Format: eventpack/1", b"Eventpack-Revision: 1", b"External-Identifier"])
def test_the_profile_needs_the_lines_that_a_pack_needs(good_pack: bytes, tmp_path: Path, line: bytes):
    without = with_files(
        good_pack,
        lambda files: files.update({layout.BAG_INFO: files[layout.BAG_INFO].replace(line, b"Contact-Name: Nobody")}),
    )

    assert not accepted_by_profile(without, tmp_path / "bag")


def test_the_profile_says_what_the_layout_says():
    profile = json.loads(PROFILE.read_text(encoding="utf-8"))

    lines = profile["Bag-Info"]
    assert profile["BagIt-Profile-Info"]["BagIt-Profile-Identifier"] == layout.PROFILE
    assert lines["BagIt-Profile-Identifier"]["values"] == [layout.PROFILE]
    assert lines["Eventpack-Format"]["values"] == [layout.FORMAT]
    assert profile["Manifests-Required"] == profile["Tag-Manifests-Allowed"] == ["sha512"]
    assert profile["Accept-BagIt-Version"] == [layout.BAGIT_TEXT.split()[1].decode()]
