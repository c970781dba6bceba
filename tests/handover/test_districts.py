"""Districts that people wrote on a form, all the way into a pack."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

from builders import an_event
from facilitator.conduct.forms import tally_form
from facilitator.handover.packs import make_pack
from facilitator.pack.checking import check_pack

DISTRICT = {"key": "district", "kind": "district", "text": "The first half of your postcode?"}


@pytest.fixture
def event(tmp_path):
    """Return an open event whose form asks for the district."""
    event = an_event(tmp_path, forms={"equality": {"title": "About you", "questions": [DISTRICT]}})
    yield event
    event.close()


def type_districts(event, **people):
    for district, count in people.items():
        for _ in range(count):
            tally_form(event, "equality", {"district": (district,)})


def everything_in(pack):
    with zipfile.ZipFile(pack) as zip_file:
        return {name: zip_file.read(name) for name in zip_file.namelist()}


def answers(pack):
    found = next(content for name, content in everything_in(pack).items() if name.endswith("/form_answers.csv"))
    rows = csv.DictReader(io.StringIO(found.decode("utf-8-sig")))
    return [(row["answer"], row["text"], row["count"]) for row in rows]


def test_a_pack_can_be_made_where_a_district_has_a_name(event, tmp_path):
    type_districts(event, M1=20, M2=5, EH12=1)

    pack = make_pack(event, tmp_path)

    assert check_pack(pack).revision == 1
    assert answers(pack) == [
        ("m1", "M1", "20"),
        ("other-districts", "Other districts", "6"),
        ("prefer-not-to-say", "Prefer not to say", "0"),
    ]


def test_d2_no_withheld_district_is_named_anywhere_in_a_pack(event, tmp_path):
    type_districts(event, M1=20, M2=9, EH12=2)

    pack = make_pack(event, tmp_path)

    assert not any(name in content for content in everything_in(pack).values() for name in (b"EH12", b"eh12"))
