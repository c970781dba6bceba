"""F1: the keys on one page, the same as in the documentation."""

from __future__ import annotations

from pathlib import Path

from facilitator.words.translator import Translator
from ui.run.keys_help import KEYS, KeysHelp

DOCUMENTED = Path(__file__).resolve().parents[2] / "docs" / "keys.md"


def test_the_page_and_the_window_name_the_same_keys(words: Translator):
    documented = DOCUMENTED.read_text(encoding="utf-8")

    for keys, does in KEYS:
        assert f"| {words(keys)} | {words(does)} |" in documented


def test_the_window_never_stops_the_work(qapp, words):
    page = KeysHelp(words)
    page.show()

    assert not page.isModal()
    page.close_button.click()
    assert not page.isVisible()
