"""The tools beside the run sheet: one window each, by a key and from the menu, and never while somebody types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from facilitator.words.message import say
from ui.run.keys import KeyMap
from ui.run.tools import Tool, Tools, ToolWindow


class Pad(ToolWindow):
    """A tool's window that counts how often it showed the event."""

    def __init__(self) -> None:
        super().__init__("Pad")
        QVBoxLayout(self).addWidget(QLineEdit())
        self.shown, self.typed = 0, ""

    def show_event(self) -> None:
        self.shown += 1

    def half_typed(self):
        return say("A pad has words.") if self.typed else None


@pytest.fixture
def desk(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def made():
    return []


@pytest.fixture
def tools(desk, words, made):
    def make():
        made.append(Pad())
        return made[-1]

    tools = Tools((Tool(say("Pad"), Qt.Key.Key_G, make=make),), words, desk)
    yield tools
    tools.close()


def test_a_window_is_made_when_it_is_first_wanted_and_then_kept(tools, made):
    assert tools.window(Qt.Key.Key_G) is None

    press = tools.key_actions()[Qt.Key.Key_G]
    press()
    press()

    assert made == [tools.window(Qt.Key.Key_G)]
    assert made[0].isVisible()
    assert not made[0].isModal()


def test_escape_closes_the_window_and_it_can_be_opened_again(tools, made):
    tools.key_actions()[Qt.Key.Key_G]()
    assert QTest.qWaitForWindowActive(made[0])
    QTest.keyClick(made[0], Qt.Key.Key_Escape)
    assert not made[0].isVisible()

    tools.key_actions()[Qt.Key.Key_G]()
    assert made[0].isVisible()


def test_an_open_window_follows_the_event_and_a_closed_one_rests(tools, made):
    tools.key_actions()[Qt.Key.Key_G]()
    tools.show_event()
    assert made[0].shown == 2

    made[0].close()
    tools.show_event()
    assert made[0].shown == 2


def test_the_menu_names_each_tool_with_its_key(tools, made):
    (action,) = tools.button.menu().actions()
    assert action.text() == "Pad\tG"

    action.trigger()
    assert made[0].isVisible()


def test_what_is_half_typed_in_a_tool_is_told(tools, made):
    tools.key_actions()[Qt.Key.Key_G]()
    assert tools.half_typed() is None

    made[0].typed = "something"
    assert tools.half_typed() == say("A pad has words.")


def test_all_windows_close_with_the_event(tools, made):
    tools.key_actions()[Qt.Key.Key_G]()
    tools.close()
    assert not made[0].isVisible()


def test_a_key_that_is_part_of_no_text_works_while_somebody_types(desk, words):
    done = []
    Tools((Tool(say("Guide"), Qt.Key.Key_F1, do=lambda: done.append(1), while_typing=True),), words, desk)
    field = QLineEdit()
    QVBoxLayout(desk).addWidget(field)
    desk.show()
    desk.activateWindow()
    QTest.qWaitForWindowActive(desk)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_F1)

    assert done == [1]


def test_a_letter_key_is_for_the_key_map_alone(tools, made):
    actions = KeyMap(tools.key_actions())
    window = QWidget()
    window.installEventFilter(actions)
    QTest.keyClick(window, Qt.Key.Key_G)

    assert made[0].isVisible()
