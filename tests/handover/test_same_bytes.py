"""The same event gives the same pack, wherever and whenever it is made: pack.md section 10."""

from __future__ import annotations

import hashlib
import locale
import os
import time
import zipfile
from itertools import product

import pytest

from facilitator.handover.documents import write_documents
from facilitator.handover.packs import make_pack
from facilitator.words.translator import Translator

EXPORTS = 100
LOCALES = ("C", "C.UTF-8", "POSIX")
ZONES = ("Pacific/Kiritimati", "America/Los_Angeles")


@pytest.fixture
def world():
    """Return a way to be elsewhere, and come home afterwards."""
    before, zone = locale.setlocale(locale.LC_ALL), os.environ.get("TZ")

    def go(name, zone):
        locale.setlocale(locale.LC_ALL, name)
        os.environ["TZ"] = zone
        time.tzset()

    yield go
    locale.setlocale(locale.LC_ALL, before)
    os.environ.pop("TZ", None)
    if zone is not None:
        os.environ["TZ"] = zone
    time.tzset()


def tag_manifest(pack):
    with zipfile.ZipFile(pack) as zip_file:
        name = next(name for name in zip_file.namelist() if name.endswith("/tagmanifest-sha512.txt"))
        return hashlib.sha512(zip_file.read(name)).hexdigest()


def test_a_hundred_exports_in_three_locales_and_two_time_zones_are_one(event, tmp_path, world):
    seen = set()
    places = [*product(LOCALES, ZONES)]
    for number in range(EXPORTS):
        world(*places[number % len(places)])
        folder = tmp_path / str(number)
        folder.mkdir()
        pack = make_pack(event, folder)
        seen.add((pack.name, tag_manifest(pack), hashlib.sha512(pack.read_bytes()).hexdigest()))

    assert len(seen) == 1


def test_report_and_sheet_are_the_same_bytes_everywhere(event, tmp_path, world):
    written = set()
    for number, place in enumerate(product(LOCALES, ZONES)):
        world(*place)
        folder = tmp_path / str(number)
        folder.mkdir()
        files = write_documents(event, folder, Translator())
        written.add(tuple(path.read_bytes() for path in (files.page, files.paper, files.sheet)))

    assert len(written) == 1


def test_the_report_of_the_pack_is_the_one_the_room_got(event, tmp_path):
    files = write_documents(event, tmp_path, Translator())

    with zipfile.ZipFile(make_pack(event, tmp_path)) as zip_file:
        found = {name.rpartition("/")[2]: zip_file.read(name) for name in zip_file.namelist()}

    assert found["report.html"] == files.page.read_bytes()
    assert found["report.pdf"] == files.paper.read_bytes()
