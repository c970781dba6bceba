"""Strangers' programs look at every pack that the tests of a session make, once for each that differs."""

from __future__ import annotations

import hashlib
import subprocess
import warnings
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from facilitator.pack import writing
from facilitator.pack.layout import PROFILE, TAG_MANIFEST

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv-validators" / "bin" / "python"
PROFILE_FILE = ROOT / "docs" / "eventpack-profile.json"
# Runs where the three programs are: prints a line for every bag that one of them refuses.
JUDGE = """
import json, sys
from pathlib import Path
import bagit, frictionless
from bagit_profile import Profile
profile = Profile(sys.argv[1], profile=json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))
for folder in map(Path, sys.argv[3:]):
    bag = bagit.Bag(str(folder))
    if not bag.is_valid():
        print(folder.name, "bagit")
    if not profile.validate(bag):
        print(folder.name, "bagit-profile", profile.report)
    report = frictionless.validate(str(folder / "data" / "datapackage.json"))
    if not report.valid:
        print(folder.name, "frictionless", report.flatten(["title", "message"])[:3])
"""


@pytest.fixture(scope="session", autouse=True)
def every_pack_is_looked_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep a copy of every pack that is written, and let the three programs judge them at the end."""
    folder, check = tmp_path_factory.mktemp("every-pack"), writing._check

    def kept(unfinished: Path) -> None:
        check(unfinished)
        _keep(unfinished, folder)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(writing, "_check", kept)
        yield
    packs = sorted(folder.iterdir())
    if packs and PYTHON.exists():
        found = refusals(packs)
        assert not found, found
    elif packs:
        warnings.warn("NOT CHECKED by bagit, bagit-profile and frictionless: .venv-validators is absent", stacklevel=1)


def refusals(bags: list[Path]) -> str:
    """Return what bagit, bagit-profile and frictionless have against the unpacked packs, a line for each."""
    done = subprocess.run(
        [PYTHON, "-c", JUDGE, PROFILE, PROFILE_FILE, *bags], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _keep(pack: Path, folder: Path) -> None:
    with ZipFile(pack) as zip_file:
        tags = next(name for name in zip_file.namelist() if name.endswith(f"/{TAG_MANIFEST}"))
        place = folder / hashlib.sha256(zip_file.read(tags)).hexdigest()[:16]
        if not place.exists():
            for name in zip_file.namelist():
                file = place / name.partition("/")[2]
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(zip_file.read(name))
