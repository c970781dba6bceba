"""The page of the keys names every key that the operator's window knows."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from facilitator.resources import guide

AS_WRITTEN = {"PgDown": "Page Down", "PgUp": "Page Up", ".": "full stop"}


def test_every_key_of_the_operators_window_is_on_the_page(make_default_event, operate):
    window = operate(make_default_event())
    page = guide("keys.md").read_text(encoding="utf-8")
    keys_told = [key for row in page.splitlines() if row.startswith("| ") for key in row.split("|")[1].split(",")]
    told = {key.strip() for key in keys_told}

    named = [QKeySequence(key).toString() for key in window._key_actions()]
    assert [name for name in named if AS_WRITTEN.get(name, name) not in told] == []
