"""The two buttons that move something in its list."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.ui.made_up_language import MadeUpLanguage
from tests.ui.test_words import strays, texts_of
from ui.prepare.order_buttons import OrderButtons


def test_the_keys_that_a_button_tells_are_words_of_the_catalogue(qapp):
    row = QWidget()
    buttons = OrderButtons(MadeUpLanguage(), row)

    assert strays(texts_of(buttons), []) == []
    assert buttons.up.toolTip() == "⟦Alt+Up⟧"
