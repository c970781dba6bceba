"""The style sheet of the windows, made of the tokens in look.py; sizes follow the text scale."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from facilitator.look import CORNER_PX, DAY, FALLBACK_FAMILIES, FONT_FAMILY, TYPE_SCALE_PX, Palette, contrast
from facilitator.resources import asset

SMALL_PX, BODY_PX, LARGE_PX, TITLE_PX, DISPLAY_PX = TYPE_SCALE_PX
SMALLEST_SCALE, LARGEST_SCALE = 0.8, 2.0
_BOX_PX, _DOT_PX, _DOT_EDGE_PX = 17, 7, 5  # of a check box, and of a radio button that is chosen


def dress(app: QApplication, scale: float = 1.0, palette: Palette | None = None) -> None:
    """Give the application its font, colours and style sheet at `scale` (1.0 is 100 %); it keeps colours not given."""
    palette = palette or colours()
    app.setProperty("textScale", scale)
    app.setProperty("colours", palette)
    app.setStyle("fusion")
    font = QFont([FONT_FAMILY, *FALLBACK_FAMILIES])
    font.setPixelSize(round(BODY_PX * scale))
    app.setFont(font)
    app.setPalette(_palette(palette))
    app.setStyleSheet(style_sheet(palette, scale))
    for widget in app.allWidgets():
        widget.updateGeometry()  # sizes that were asked for in between are of neither look


def text_scale(app: QApplication) -> float:
    """Return the scale the application was dressed at."""
    return float(app.property("textScale") or 1.0)


def colours() -> Palette:
    """Return the colours the application was dressed in; what paints itself asks for them each time it paints."""
    app = QApplication.instance()
    worn = app.property("colours") if app is not None else None
    return worn if isinstance(worn, Palette) else DAY


def style_sheet(palette: Palette, scale: float) -> str:
    """Return the style sheet of every window but the room screen."""
    values = {**_colours(palette), **_sizes(scale), "corner": f"{CORNER_PX}px", "ring": f"{palette.ring_px}px"}
    sheet = re.sub(r"\$within(\d+)", lambda inner: f"{int(inner[1]) - palette.ring_px}px", _SHEET)
    return re.sub(r"\$(\w+)", lambda token: values[token[1]], sheet)


def _colours(palette: Palette) -> dict[str, str]:
    tick = "white" if contrast("#FFFFFF", palette.accent) > contrast("#000000", palette.accent) else "dark"
    return {
        "ground": palette.ground, "card": palette.card, "hairline": palette.hairline, "text": palette.text,
        "muted": palette.muted, "accent": palette.accent, "warning": palette.warning, "pressed": palette.pressed,
        "tint": palette.tint, "edge": palette.edge, "tick": asset(f"signs/tick-{tick}.svg").as_posix(),
    }  # fmt: skip


def _sizes(scale: float) -> dict[str, str]:
    sizes = {
        "small": SMALL_PX, "body": BODY_PX, "large": LARGE_PX, "title": TITLE_PX, "display": DISPLAY_PX,
        "box": _BOX_PX, "round": _BOX_PX - 2, "dot": _DOT_PX, "halo": _DOT_EDGE_PX, "arrow": _BOX_PX + 9,
    }  # fmt: skip
    half = (round((_BOX_PX - 2) * scale) + 2) // 2  # Qt draws a square where the corner is more than half of the box
    return {name: f"{round(px * scale)}px" for name, px in sizes.items()} | {"disc": f"{half}px"}


def _palette(palette: Palette) -> QPalette:
    made = QPalette(QColor(palette.card), QColor(palette.ground))
    roles = {
        QPalette.ColorRole.Window: palette.ground, QPalette.ColorRole.WindowText: palette.text,
        QPalette.ColorRole.Base: palette.card, QPalette.ColorRole.Text: palette.text,
        QPalette.ColorRole.AlternateBase: palette.ground, QPalette.ColorRole.BrightText: palette.text,
        QPalette.ColorRole.Button: palette.card, QPalette.ColorRole.ButtonText: palette.text,
        QPalette.ColorRole.Highlight: palette.accent, QPalette.ColorRole.HighlightedText: palette.card,
        QPalette.ColorRole.Link: palette.accent, QPalette.ColorRole.LinkVisited: palette.accent,
        QPalette.ColorRole.Accent: palette.accent,
        QPalette.ColorRole.PlaceholderText: palette.muted, QPalette.ColorRole.ToolTipBase: palette.card,
        QPalette.ColorRole.ToolTipText: palette.text,
    }  # fmt: skip
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.muted))
    return made


_SHEET = """
QWidget { color: $text; font-size: $body; }
QMainWindow, QDialog, QWidget[role="ground"] { background: $ground; }
QScrollArea, QScrollArea > QWidget > QWidget[role="ground"] { background: $ground; border: none; }
QScrollArea[role="panel"], QScrollArea[role="panel"] > QWidget, QScrollArea[role="panel"] > QWidget > QWidget {
  background: transparent; border: none;
}
QFrame[role="card"] { background: $card; border: 1px solid $hairline; border-radius: $corner; }
QFrame[role="top"] { background: $card; border: none; border-bottom: 1px solid $hairline; }
QFrame[role="line"] { background: $hairline; border: none; max-height: 1px; min-height: 1px; }
QLabel { background: transparent; }
QLabel[takesFocus="true"] { border: $ring solid transparent; border-radius: 6px; }
QLabel[takesFocus="true"]:focus { border-color: $accent; }
QLabel[role="display"] { font-size: $display; font-weight: 700; }
QLabel[role="title"] { font-size: $title; font-weight: 600; }
QLabel[role="large"] { font-size: $large; }
QLabel[role="heading"] { font-size: $large; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: $small; }
QLabel[role="state"] { color: $accent; font-weight: 600; }
QLabel[role="warning"] { color: $warning; font-weight: 600; }
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit {
  background: $card; border: 1px solid $muted; border-radius: 6px; padding: 5px 9px;
  selection-background-color: $accent; selection-color: $card;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus {
  border: $ring solid $accent; padding: $within6 $within10;
}
QComboBox { combobox-popup: 0; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $muted; }
QLineEdit[role="figure"] { font-size: $large; font-weight: 600; padding: 3px 9px; }
QLineEdit[role="figure"]:focus { padding: $within4 $within10; }
QLineEdit[isRefused="true"], QLineEdit[isRefused="true"]:focus { border: 2px solid $warning; }
QLineEdit[role="cell"], QLineEdit[role="cell"]:focus { border-radius: 0; padding: 0 5px; font-weight: 600; }
QLineEdit[role="figure"][isEmpty="true"] { font-size: $body; font-weight: 400; }
QDateEdit::up-button, QDateEdit::down-button { width: 0; border: none; }
QDateEdit QLineEdit, QDateEdit QLineEdit:focus { border: none; padding: 0 0 0 8px; background: transparent; }
QComboBox::drop-down { border: none; width: $arrow; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $muted; outline: none; padding: 4px; }
QComboBox QAbstractItemView::item { padding: 4px 7px; color: $text; }
QComboBox QAbstractItemView::item:selected { background: $accent; color: $card; }
QTextBrowser { background: $card; border: $ring solid transparent; border-radius: 6px; }
QTextBrowser:focus { border-color: $accent; }
QPushButton {
  background: $card; border: 1px solid $muted; border-radius: 8px; padding: 7px 15px; font-weight: 600;
}
QPushButton:hover { background: $tint; }
QPushButton:focus { border: $ring solid $accent; padding: $within8 $within16; }
QPushButton[role="next"] {
  background: $accent; color: $card; border: 6px solid $accent; border-radius: 10px; padding: 8px 20px;
  font-size: $large;
}
QPushButton[role="next"]:hover { background: $pressed; border-color: $pressed; }
QPushButton[role="next"]:hover:focus { border-color: $card; }
QPushButton[role="next"]:focus { border: 6px double $card; padding: 8px 20px; }
QPushButton[role="finished"] {
  background: $card; color: $muted; border: 1px solid $hairline; border-radius: 10px; padding: 12px 24px;
  font-size: $large;
}
QPushButton[role="finished"]:focus { border: $ring solid $accent; padding: $within13 $within25; }
QPushButton[role="quiet"] { border: none; background: transparent; color: $accent; padding: 7px 9px; }
QPushButton[role="quiet"]:hover { background: $tint; }
QPushButton[role="quiet"]:focus { border: $ring solid $accent; padding: $within7 $within9; }
QPushButton[calm="true"] { color: $muted; font-weight: 400; }
QPushButton:disabled { color: $muted; border-color: $hairline; }
QCheckBox { spacing: 9px; padding: 3px 2px; border: $ring solid transparent; border-radius: 6px; }
QCheckBox:focus { border: $ring solid $accent; }
QCheckBox::indicator { width: $box; height: $box; border: 1px solid $muted; border-radius: 4px; background: $card; }
QCheckBox::indicator:checked { background: $accent; border: 1px solid $accent; image: url("$tick"); }
QTabWidget::pane { border: 1px solid $hairline; border-radius: $corner; background: $card; top: -1px; }
QTabBar { background: transparent; }
QTabBar::tab {
  background: transparent; color: $muted; padding: 7px 14px; margin-right: 4px; border: 2px solid transparent;
  border-bottom: 3px solid transparent; font-weight: 600;
}
QTabBar::tab:selected { color: $accent; border-bottom: 3px solid $accent; }
QTabBar::tab:hover { background: $tint; }
QTabBar::tab:selected:focus {
  background: $tint; border: 2px solid $accent; border-bottom: 3px solid $accent; border-radius: 6px;
}
QRadioButton { spacing: 8px; padding: 3px 2px; border: $ring solid transparent; border-radius: 6px; }
QRadioButton:focus { border: $ring solid $accent; }
QRadioButton::indicator {
  width: $round; height: $round; border: 1px solid $muted; border-radius: $disc; background: $card;
}
QRadioButton::indicator:checked { width: $dot; height: $dot; border: $halo solid $accent; }
QPushButton::menu-indicator { image: none; width: 0; }
QMenu { background: $card; border: 1px solid $muted; padding: 4px; }
QMenu::item { padding: 7px 15px; }
QMenu::item:selected { background: $accent; color: $card; }
QTableView { background: $card; border: 1px solid $hairline; gridline-color: $hairline; outline: none; }
QTableView:focus { border: $ring solid $accent; }
QTableView::item { padding: 0 7px; }
QTableView::item:selected { background: $tint; color: $text; border: 2px solid $accent; }
QHeaderView { background: $card; border: none; }
QHeaderView::section {
  background: $ground; color: $text; border: none; border-right: 1px solid $hairline;
  border-bottom: 1px solid $hairline; padding: 2px 7px; font-weight: 600;
}
QListView { background: transparent; border: $ring solid transparent; border-radius: 6px; outline: none; }
QListView:focus { border-color: $accent; }
QFrame[role="banner"] { background: $card; border: 2px solid $warning; border-radius: 8px; }
QFrame[role="good"] { background: $tint; border: 1px solid $accent; border-radius: 8px; }
QFrame[role="row"]:focus, QFrame[role="good"]:focus, QFrame[role="card"]:focus { border: $ring solid $accent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; min-height: 32px; min-width: 32px; margin: 1px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $card; color: $text; border: 1px solid $muted; padding: 4px; }
"""
