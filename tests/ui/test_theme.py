"""Light, dark and high contrast: as the computer has it or as chosen, at once, and remembered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.look import DAY, HIGH_CONTRAST, NIGHT
from facilitator.words.translator import Translator
from tests.ui.pressing import settle
from ui.application import Windows
from ui.run.review_words import marked
from ui.widgets import announcing
from ui.widgets.style import colours, dress, style_sheet, text_scale
from ui.widgets.theme import NAMES, Theme, Themes

UI = Path(__file__).resolve().parents[2] / "ui"
MAY_NAME_PALETTES = {"widgets/theme.py", "widgets/style.py"}


class System:
    """What this computer asks for."""

    def __init__(self, app: QApplication) -> None:
        self.palette, self._app = DAY, app

    def turn(self, palette) -> None:
        self.palette = palette
        self._app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)


@pytest.fixture
def system(qapp):
    yield System(qapp)
    dress(qapp, 1.0, DAY)


@pytest.fixture
def themes(qapp, tmp_path, system):
    made = []

    def make() -> Themes:
        made.append(Themes(qapp, tmp_path / "own" / "look.json", asked_by_system=lambda: system.palette))
        return made[-1]

    yield make
    for one in made:
        one.deleteLater()


def test_the_windows_follow_the_system_while_they_are_open(themes, system, qapp):
    themes()
    assert colours() == DAY

    system.turn(NIGHT)

    assert colours() == NIGHT
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == NIGHT.ground


def test_a_choice_holds_against_the_system_and_is_remembered(themes, system):
    themes().choose(Theme.HIGH_CONTRAST)

    system.turn(NIGHT)

    assert colours() == HIGH_CONTRAST
    assert themes().theme is Theme.HIGH_CONTRAST


def test_the_key_goes_round_all_colours_and_comes_back_to_the_system(themes):
    chosen = themes()
    seen = []
    for _ in Theme:
        chosen.choose_next()
        seen.append(chosen.theme)

    assert seen == [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST, Theme.AS_THE_SYSTEM]
    assert set(NAMES) == set(Theme)


@pytest.mark.parametrize("content", ["", "[]", '{"theme": "pink"}', "\x00", '"dark', "{}"])
def test_a_choice_that_cannot_be_read_is_as_the_system_and_is_logged(themes, tmp_path, caplog, content):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "look.json").write_text(content, encoding="utf-8")

    assert themes().theme is Theme.AS_THE_SYSTEM
    assert "cannot be read" in caplog.text


def test_a_choice_that_cannot_be_remembered_still_holds(themes, tmp_path, caplog):
    chosen = themes()
    (tmp_path / "own").write_text("a file where the folder should be", encoding="utf-8")

    chosen.choose(Theme.DARK)

    assert colours() == NIGHT
    assert "cannot be remembered" in caplog.text


def test_other_colours_keep_the_size_of_the_text_and_another_size_keeps_the_colours(qapp, themes):
    dress(qapp, 1.5)
    themes().choose(Theme.DARK)
    assert text_scale(qapp) == 1.5

    dress(qapp, 1.0)
    assert colours() == NIGHT


def test_a_key_changes_the_colours_of_an_open_window_and_says_which(qapp, tmp_path, system, monkeypatch):
    heard = []
    monkeypatch.setattr(announcing.QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    windows = Windows(qapp, Translator(), folder=tmp_path, own_folder=tmp_path / "own")
    windows.begin(None)
    settle()

    for _ in range(3):
        QTest.keyClick(
            windows.start, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        settle()

    assert colours() == HIGH_CONTRAST
    assert heard[-1] == "High contrast"
    windows.start.close()


def test_no_rule_of_the_style_sheet_is_left_without_its_value():
    for palette in (DAY, NIGHT, HIGH_CONTRAST):
        assert "$" not in style_sheet(palette, 1.3)


def test_words_that_a_check_found_are_marked_in_the_colours_worn(qapp, system):
    from facilitator.core.sensitive import findings

    text = "Ring Mrs Jones"
    dress(qapp, 1.0, NIGHT)

    assert NIGHT.found in marked(text, findings(text))


def test_nothing_in_a_window_is_painted_in_the_colours_of_one_theme_alone():
    named = re.compile(r"\bDAY\b|\bHIGH_CONTRAST\b|#[0-9A-Fa-f]{6}\b")
    windows = (path for path in UI.rglob("*.py") if path.parent.name != "room_screen")  # which has one theme alone
    inside = (path for path in windows if path.relative_to(UI).as_posix() not in MAY_NAME_PALETTES)

    assert [path.name for path in inside if named.search(path.read_text(encoding="utf-8"))] == []
