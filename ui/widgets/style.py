"""The style sheet of the windows, made of the tokens in look.py; sizes follow the text scale."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from facilitator.look import CORNER_PX, DAY, FALLBACK_FAMILIES, FONT_FAMILY, TYPE_SCALE_PX, Palette

SMALL_PX, BODY_PX, LARGE_PX, TITLE_PX, DISPLAY_PX = TYPE_SCALE_PX
SMALLEST_SCALE, LARGEST_SCALE = 0.8, 2.0


def dress(app: QApplication, scale: float = 1.0) -> None:
    """Give the application its font, palette and style sheet at `scale` (1.0 is 100 %)."""
    app.setStyle("fusion")
    font = QFont([FONT_FAMILY, *FALLBACK_FAMILIES])
    font.setPixelSize(round(BODY_PX * scale))
    app.setFont(font)
    app.setPalette(_palette(DAY))
    app.setStyleSheet(style_sheet(DAY, scale))
    app.setProperty("textScale", scale)


def text_scale(app: QApplication) -> float:
    """Return the scale the application was dressed at."""
    return float(app.property("textScale") or 1.0)


def style_sheet(palette: Palette, scale: float) -> str:
    """Return the style sheet of every window but the room screen."""
    sizes = {
        name: f"{round(px * scale)}px"
        for name, px in (
            ("small", SMALL_PX), ("body", BODY_PX), ("large", LARGE_PX), ("title", TITLE_PX), ("display", DISPLAY_PX),
        )
    }  # fmt: skip
    sheet = _SHEET
    for name, value in {**_colours(palette), **sizes, "corner": f"{CORNER_PX}px"}.items():
        sheet = sheet.replace(f"${name};", f"{value};").replace(f"${name} ", f"{value} ")
    return sheet


def _colours(palette: Palette) -> dict[str, str]:
    return {
        "ground": palette.ground, "card": palette.card, "hairline": palette.hairline, "text": palette.text,
        "muted": palette.muted, "accent": palette.accent, "warning": palette.warning,
        "pressed": QColor(palette.accent).darker(125).name(), "hover": _mixed(palette.accent, palette.card, 0.08),
    }  # fmt: skip


def _mixed(colour: str, ground: str, part: float) -> str:
    over, under = QColor(colour), QColor(ground)
    pairs = ((over.red(), under.red()), (over.green(), under.green()), (over.blue(), under.blue()))
    return QColor(*(round(a * part + b * (1 - part)) for a, b in pairs)).name()


def _palette(palette: Palette) -> QPalette:
    colours = QPalette(QColor(palette.card), QColor(palette.ground))
    roles = {
        QPalette.ColorRole.Window: palette.ground, QPalette.ColorRole.WindowText: palette.text,
        QPalette.ColorRole.Base: palette.card, QPalette.ColorRole.Text: palette.text,
        QPalette.ColorRole.Button: palette.card, QPalette.ColorRole.ButtonText: palette.text,
        QPalette.ColorRole.Highlight: palette.accent, QPalette.ColorRole.HighlightedText: palette.card,
        QPalette.ColorRole.PlaceholderText: palette.muted, QPalette.ColorRole.ToolTipBase: palette.card,
        QPalette.ColorRole.ToolTipText: palette.text,
    }  # fmt: skip
    for role, colour in roles.items():
        colours.setColor(role, QColor(colour))
    return colours


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
  border: 2px solid $accent; padding: 4px 8px;
}
QLineEdit, QPlainTextEdit { placeholder-text-color: $muted; }
QLineEdit[role="figure"] { font-size: $large; font-weight: 600; padding: 3px 9px; }
QLineEdit[role="figure"]:focus { padding: 2px 8px; }
QLineEdit[isRefused="true"], QLineEdit[isRefused="true"]:focus { border: 2px solid $warning; }
QLineEdit[role="cell"], QLineEdit[role="cell"]:focus { border-radius: 0; padding: 0 5px; font-weight: 600; }
QLineEdit[role="figure"][isEmpty="true"] { font-size: $body; font-weight: 400; }
QDateEdit::up-button, QDateEdit::down-button { width: 0; border: none; }
QDateEdit QLineEdit, QDateEdit QLineEdit:focus { border: none; padding: 0 0 0 8px; background: transparent; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $muted; outline: none; padding: 4px; }
QPushButton {
  background: $card; border: 1px solid $muted; border-radius: 8px; padding: 7px 15px; font-weight: 600;
}
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $accent; padding: 6px 14px; }
QPushButton[role="next"] {
  background: $accent; color: $card; border: 2px solid $accent; border-radius: 10px; padding: 12px 24px;
  font-size: $large;
}
QPushButton[role="next"]:hover { background: $pressed; }
QPushButton[role="next"]:focus { border: 2px solid $text; padding: 12px 24px; }
QPushButton[role="finished"] {
  background: $card; color: $muted; border: 1px solid $hairline; border-radius: 10px; padding: 12px 24px;
  font-size: $large;
}
QPushButton[role="finished"]:focus { border: 2px solid $accent; padding: 11px 23px; }
QPushButton[role="quiet"] { border: none; background: transparent; color: $accent; padding: 7px 9px; }
QPushButton[role="quiet"]:hover { background: $hover; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; padding: 5px 7px; }
QPushButton:disabled { color: $muted; border-color: $hairline; }
QCheckBox { spacing: 9px; padding: 3px 2px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus { border: 2px solid $accent; }
QCheckBox::indicator { width: 17px; height: 17px; border: 1px solid $muted; border-radius: 4px; background: $card; }
QCheckBox::indicator:checked { background: $accent; border: 1px solid $accent; image: url("$tick"); }
QTabWidget::pane { border: 1px solid $hairline; border-radius: $corner; background: $card; top: -1px; }
QTabBar { background: transparent; }
QTabBar::tab {
  background: transparent; color: $muted; padding: 7px 14px; margin-right: 4px; border: 2px solid transparent;
  border-bottom: 3px solid transparent; font-weight: 600;
}
QTabBar::tab:selected { color: $accent; border-bottom: 3px solid $accent; }
QTabBar::tab:hover { background: $hover; }
QTabBar::tab:selected:focus { background: $hover; }
QRadioButton { spacing: 8px; padding: 3px 2px; border: 2px solid transparent; border-radius: 6px; }
QRadioButton:focus { border: 2px solid $accent; }
QRadioButton::indicator { width: 15px; height: 15px; border: 1px solid $muted; border-radius: 8px; background: $card; }
QRadioButton::indicator:checked { width: 7px; height: 7px; border: 5px solid $accent; }
QPushButton::menu-indicator { image: none; width: 0; }
QMenu { background: $card; border: 1px solid $muted; padding: 4px; }
QMenu::item { padding: 7px 15px; }
QMenu::item:selected { background: $accent; color: $card; }
QTableView { background: $card; border: 1px solid $hairline; gridline-color: $hairline; outline: none; }
QTableView:focus { border: 2px solid $accent; }
QTableView::item { padding: 0 7px; }
QTableView::item:selected { background: $hover; color: $text; border: 2px solid $accent; }
QHeaderView { background: $card; border: none; }
QHeaderView::section {
  background: $ground; color: $text; border: none; border-right: 1px solid $hairline;
  border-bottom: 1px solid $hairline; padding: 2px 7px; font-weight: 600;
}
QListView { background: transparent; border: none; outline: none; }
QFrame[role="banner"] { background: $card; border: 2px solid $warning; border-radius: 8px; }
QFrame[role="good"] { background: $hover; border: 1px solid $accent; border-radius: 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $hairline; border-radius: 4px; min-height: 32px; min-width: 32px; margin: 1px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $card; color: $text; border: 1px solid $muted; padding: 4px; }
"""
