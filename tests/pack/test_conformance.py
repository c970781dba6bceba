"""The BagIt conformance suite's cases as packs: what must be refused is, and no valid bag that is no pack harms us."""

from __future__ import annotations

import io

from facilitator.pack.checking import check_file
from tests.pack.bagit_cases import DECLINED, ELSEWHERE, INVALID, WARNED_OF
from tests.pack.refusing import Bad, assert_refused, each_of


def test_the_pack_of_which_the_cases_are_made_is_accepted(good_pack: bytes):
    assert check_file(io.BytesIO(good_pack)).questions == 3


def test_every_case_that_the_suite_calls_invalid_is_there():
    names = {name.partition(",")[0] for name in INVALID}

    assert len([name for name in names if name.startswith("v0.97/invalid/")]) == 11
    assert len([name for name in names if name.startswith("v1.0/invalid/")]) == 4
    assert len([name for name in ELSEWHERE if "/linux-only/" in name]) == 6
    assert len([name for name in ELSEWHERE if "/windows-only/" in name]) == 6


@each_of(INVALID)
def test_what_the_suite_calls_invalid_is_refused(good_pack: bytes, tmp_path, bad: Bad):
    assert_refused(bad.damage(good_pack), bad.sentence, tmp_path)


@each_of(ELSEWHERE)
def test_what_leads_out_of_the_bag_is_refused_on_every_system(good_pack: bytes, tmp_path, bad: Bad):
    assert_refused(bad.damage(good_pack), bad.sentence, tmp_path)


@each_of(WARNED_OF)
def test_what_the_suite_warns_of_is_refused(good_pack: bytes, tmp_path, bad: Bad):
    assert_refused(bad.damage(good_pack), bad.sentence, tmp_path)


@each_of(DECLINED)
def test_a_valid_bag_that_is_no_pack_is_refused_with_a_sentence(good_pack: bytes, tmp_path, bad: Bad):
    assert_refused(bad.damage(good_pack), bad.sentence, tmp_path)
