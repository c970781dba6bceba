"""What is wrong with a window for somebody who sees it badly or uses no mouse; an empty list is as it should be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QAbstractTableModel, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QDateEdit,
    QLabel,
    QLineEdit,
    QRadioButton,
    QTabBar,
    QTextBrowser,
    QWidget,
)

from facilitator.look import contrast
from tests.ui.pressing import every_widget
from ui.room_screen.canvas import RoomCanvas
from ui.run.operator_window import OperatorWindow
from ui.run.thumbnail import RoomThumbnail
from ui.widgets.chart_view import ChartView
from ui.widgets.elided import ElidedLabel

TAB, BACKTAB = Qt.Key.Key_Tab, Qt.Key.Key_Backtab
SAYS_NOTHING = {QAccessible.Role.Client, QAccessible.Role.NoRole, QAccessible.Role.Pane}
GROUPS = {"card", "panel", "banner", "good"}
SAME_LINE_PX = 6
LEAST_OF_WORDS, LEAST_OF_PARTS = 7.0, 3.0
SMOOTHED = 0.4  # thin letters do not reach their colour everywhere


def nameless(window: QWidget) -> list[str]:
    """Return the focusable widgets of a window that have no accessible name."""
    found = []
    for widget in every_widget(window):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.isWindow() or widget.objectName().startswith("qt_"):
            continue
        if not widget.isVisibleTo(window):
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None or not told.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def cut_off(window: QWidget) -> list[str]:
    """Return what shows less than its whole text."""
    found = []
    for widget in every_widget(window):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and widget.text():
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            longest = max(widget.fontMetrics().horizontalAdvance(word) for word in words_of(widget.text()))
            if widget.height() < needed or widget.width() < longest:
                found.append(widget.text())
        elif isinstance(widget, QAbstractButton) and widget.text() and not fits(widget):
            found.append(widget.text())
        elif isinstance(widget, QLineEdit) and widget.height() < widget.fontMetrics().height():
            found.append(widget.accessibleName())
    return found


def words_of(text: str) -> list[str]:
    """Return the parts of a text between which a line may end."""
    return text.replace("\u200b", " ").split()


def fits(button: QAbstractButton) -> bool:
    hint = button.sizeHint()
    return button.width() >= hint.width() and button.height() >= hint.height()


def overlapping(window: QWidget) -> list[str]:
    """Return pairs of neighbouring labels and controls that lie on each other."""
    shown = [
        widget
        for widget in every_widget(window)
        if widget.isVisible() and isinstance(widget, QLabel | QAbstractButton | QLineEdit)
    ]
    pairs = ((one, other) for number, one in enumerate(shown) for other in shown[number + 1 :])
    return [
        f"{one.accessibleName()} {other.accessibleName()}"
        for one, other in pairs
        if one.parent() is other.parent() and one.geometry().intersects(other.geometry())
    ]


def scrolls(window: OperatorWindow) -> list[str]:
    """Return in which directions the window has to be scrolled to see all of it."""
    area = window.columns
    bars = {"down": area.verticalScrollBar(), "sideways": area.horizontalScrollBar()}
    return [name for name, bar in bars.items() if bar.maximum() > 0]


def stops(window: QWidget) -> list[QWidget]:
    """Return what Tab comes to, in its order, from the top of the window on."""
    chain, widget = [], window.nextInFocusChain()
    while widget is not None and widget is not window:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    return [one for one in chain if takes_tab(one, window)]


def takes_tab(widget: QWidget, window: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    if isinstance(widget, QAbstractButton) and in_a_group(widget):
        takes = takes and widget.isChecked()  # as with radio buttons: Tab comes to the chosen one, arrows to the others
    return takes and widget.isVisibleTo(window) and widget.isEnabled() and widget.window() is window


def in_a_group(button: QAbstractButton) -> bool:
    """Return whether a button is one of several of which one is chosen now."""
    group, around = button.group(), button.parentWidget()
    if group is not None:
        return group.exclusive() and group.checkedButton() is not None
    radios = around.findChildren(QRadioButton) if around is not None and isinstance(button, QRadioButton) else []
    return any(one.isChecked() for one in radios)


def told(widget: QWidget) -> str:
    """Return how a test names a widget."""
    shown = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} “{widget.accessibleName() or widget.objectName() or shown}”"


def told_as_nothing(window: QWidget) -> list[str]:
    """Return what a person can reach, or what paints itself, and is told as a container of nothing."""
    found = []
    for widget in every_widget(window):
        if not widget.isVisible() or widget.isWindow() or isinstance(widget, QAbstractScrollArea):
            continue
        if not (takes_tab(widget, window) or paints_itself(widget)):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or (interface.role() in SAYS_NOTHING and not says(interface, QAccessible.Text.Name)):
            found.append(told(widget))
    return found


def paints_itself(widget: QWidget) -> bool:
    return widget.layout() is None and any(
        "paintEvent" in vars(kind) for kind in type(widget).__mro__ if kind.__module__.startswith("ui.")
    )


def told_wrongly(window: QWidget) -> list[str]:
    """Return what says another value or state than it shows, and which pictures and rows say nothing."""
    found = []
    for widget in every_widget(window):
        if not widget.isVisible():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None:
            continue
        if isinstance(widget, QLineEdit) and interface.text(QAccessible.Text.Value) != widget.text():
            found += [] if in_a_date(widget) else [f"{told(widget)}: its value"]
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            state = interface.state()
            if not state.checkable or bool(state.checked) != widget.isChecked():
                found.append(f"{told(widget)}: whether it is chosen")
        if isinstance(widget, ChartView | RoomThumbnail | RoomCanvas) and not says(
            interface, QAccessible.Text.Description
        ):
            found.append(f"{told(widget)}: what is to be seen")
        if isinstance(widget, QAbstractItemView):
            found += [f"{told(widget)}: row {row + 1}" for row in silent_rows(widget)]
        if bool(interface.state().disabled) == widget.isEnabled():
            found.append(f"{told(widget)}: whether it can be used")
    return found


def in_a_date(field: QLineEdit) -> bool:
    """Return whether a field is the inside of another that tells its value."""
    return isinstance(field.parentWidget(), QAbstractSpinBox)


def says(interface: QAccessibleInterface, what: QAccessible.Text) -> bool:
    return bool(interface.text(QAccessible.Text.Name)) and bool(interface.text(what))


def silent_rows(view: QAbstractItemView) -> Iterator[int]:
    """Yield the rows of which no cell says anything."""
    model = view.model()
    roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(model.rowCount()):
        cells = [model.index(row, column) for column in range(columns)]
        if not any(str(cell.data(role) or "") for cell in cells for role in roles):
            yield row


def out_of_order(window: QWidget) -> list[str]:
    """Return where Tab jumps against the order of sight within a card, or comes to a card a second time."""
    found, left, here = [], set(), None
    chain = stops(window)
    for before, after in pairwise(chain):
        here, there = group_of(before, window), group_of(after, window)
        if here is not there:
            left.add(here)
            if there in left and there is not window:
                found.append(f"{told(after)} after {told(before)}: a second time in its card")
        elif jumps_back(place_of(before, window), place_of(after, window)):
            found.append(f"{told(after)} after {told(before)}")
    return found


def group_of(widget: QWidget, window: QWidget) -> QWidget:
    """Return the card around a widget, the innermost one that holds more than it."""
    around = widget.parentWidget()
    while around is not None and around is not window:
        if around.property("role") in GROUPS or around.objectName() == "qt_tabwidget_stackedwidget":
            return around
        around = around.parentWidget()
    return window


def place_of(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def jumps_back(before: QRect, after: QRect) -> bool:
    """Return whether `after` lies above `before`, or left of it in one line."""
    lower, higher = max(before.top(), after.top()), min(before.bottom(), after.bottom())
    if higher - lower > SAME_LINE_PX:  # they share a line
        return after.right() <= before.left() + SAME_LINE_PX and not after.bottom() > before.bottom() + SAME_LINE_PX
    return after.bottom() <= before.top() + SAME_LINE_PX


@dataclass
class Round:
    """What came of pressing Tab from the first stop on until it comes there again."""

    seen: list[QWidget] = field(default_factory=list)
    ends_at: QWidget | None = None
    hidden: list[str] = field(default_factory=list)
    without_ring: list[str] = field(default_factory=list)


def round_by_tab(window: QWidget, key: Qt.Key = TAB) -> Round:
    """Press Tab from the first stop until it comes round; each stop is looked at with the focus and without it."""
    walk, chain = Round(), stops(window)
    window.activateWindow()
    if chain:
        chain[0].setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
    for _ in range(2 * len(chain) + 10):
        here = window.focusWidget()
        assert here is not None
        if here in walk.seen and not (here is walk.seen[-1] and has_sections(here)):
            break
        walk.seen.append(here)
        if not is_in_sight(here):
            walk.hidden.append(f"{told(here)}: out of sight while it has the focus")
        place = place_of(here, window)
        focused = window.grab(place).toImage()
        modifier = Qt.KeyboardModifier.ShiftModifier if key == BACKTAB else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(here, key, modifier)
        QApplication.processEvents()
        stays = here.isVisible() and place_of(here, window) == place and not here.hasFocus()
        stays = stays and window.rect().contains(place)  # of what is higher than the window its current row tells
        if stays and not differs_visibly(window.grab(place).toImage(), focused):
            walk.without_ring.append(told(here))
    walk.ends_at = window.focusWidget()
    return walk


def has_sections(widget: QWidget) -> bool:
    """Return whether Tab goes through parts of the widget first: day, month and year, or the links of a page."""
    return isinstance(widget, QDateEdit | QTextBrowser)


def trapped(window: QWidget) -> list[str]:
    """Return what Tab or Shift+Tab does not come to, where they do not come round, and what cannot be seen there."""
    chain = stops(window)
    found = []
    for key, name in ((TAB, "Tab"), (BACKTAB, "Shift+Tab")):
        walk = round_by_tab(window, key)
        still = [one for one in chain if takes_tab(one, window)]  # what is left may be told anew, and others come or go
        found += [f"{name} never comes to {told(one)}" for one in still if not is_seen(one, walk.seen)]
        if walk.seen and walk.ends_at is not walk.seen[0]:
            found.append(f"{name} does not come back to {told(walk.seen[0])} but to {told(walk.ends_at or window)}")
        if key == TAB:
            found += walk.hidden + [f"{one}: no ring" for one in walk.without_ring]
    return found


def is_seen(widget: QWidget, seen: list[QWidget]) -> bool:
    """Return whether Tab came to a widget, or to one of several of which none is chosen yet: arrows go on there."""
    if widget in seen or not isinstance(widget, QAbstractButton):
        return widget in seen
    if widget.group() is not None and widget.group().exclusive():
        return any(one in seen for one in widget.group().buttons())
    return isinstance(widget, QRadioButton) and any(
        isinstance(one, QRadioButton) and one.parentWidget() is widget.parentWidget() for one in seen
    )


def is_in_sight(widget: QWidget) -> bool:
    """Return whether all of a widget is in sight, or most of what the place in which it scrolls can show of it."""
    seen = widget.visibleRegion().boundingRect()
    place = min((area.viewport().height() for area in areas_around(widget)), default=widget.height())
    least = widget.height() - SAME_LINE_PX if widget.height() < place / 2 else min(widget.height(), place) / 2
    return seen.height() >= least and seen.width() > 0


def areas_around(widget: QWidget) -> Iterator[QAbstractScrollArea]:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QAbstractScrollArea):
            yield around
        around = around.parentWidget()


def differs_visibly(before: QImage, after: QImage) -> bool:
    """Return whether enough of a picture changed by 3:1: as much as a line below a short word."""
    if before.size() != after.size():
        return True
    changed = 0
    for x in range(before.width()):
        for y in range(before.height()):
            if before.pixel(x, y) != after.pixel(x, y):
                changed += contrast(colour_at(before, x, y), colour_at(after, x, y)) >= LEAST_OF_PARTS
                if changed >= 24:
                    return True
    return False


def colour_at(picture: QImage, x: int, y: int) -> str:
    return QColor(picture.pixel(x, y)).name().upper()


def pale(window: QWidget) -> list[str]:
    """Return the words that stand out too little from their ground, measured in the picture of the window."""
    picture = window.grab().toImage()
    found = []
    for widget in every_widget(window):
        if not isinstance(widget, QLabel | QAbstractButton | QLineEdit) or not widget.isVisible():
            continue
        if not has_words(widget):
            continue
        ratio = contrast_in(picture, shown_part(widget, window))
        if ratio is not None and ratio < LEAST_OF_WORDS - SMOOTHED:
            found.append(f"{told(widget)} {ratio:.1f}")
    return found


def has_words(widget: QWidget) -> bool:
    shown = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return bool(shown or (isinstance(widget, QLineEdit) and widget.placeholderText()))


def shown_part(widget: QWidget, window: QWidget) -> QRect:
    """Return where in the window a widget shows its inside, without its outline."""
    outline = 0 if isinstance(widget, QLabel) else 5
    inside = widget.rect().adjusted(outline, outline, -outline, -outline)
    part = widget.visibleRegion().boundingRect().intersected(inside)
    return QRect(widget.mapTo(window, part.topLeft()), part.size())


def contrast_in(picture: QImage, part: QRect) -> float | None:
    """Return the contrast of what stands out most in a part of a picture, None where too little of it is seen."""
    if part.width() < 5 or part.height() < 8:
        return None
    places = ((x, y) for x in range(part.left(), part.right()) for y in range(part.top(), part.bottom()))
    colours = Counter(picture.pixel(x, y) for x, y in places)
    names = {pixel: QColor(pixel).name().upper() for pixel in colours}
    ground = names[colours.most_common(1)[0][0]]
    return max(contrast(name, ground) for name in names.values())


def shortened(window: QWidget) -> list[str]:
    """Return tabs and lines whose words do not fit, where they are shortened with dots."""
    found = []
    for widget in every_widget(window):
        if not widget.isVisible():
            continue
        if isinstance(widget, QTabBar):
            found += [
                f"tab “{widget.tabText(number)}”"
                for number in range(widget.count())
                if widget.tabRect(number).width() < widget.fontMetrics().horizontalAdvance(widget.tabText(number))
                or not widget.rect().contains(widget.tabRect(number).adjusted(4, 4, -4, -4))
            ]
        elif isinstance(widget, ElidedLabel) and widget.fontMetrics().horizontalAdvance(widget.text()) > widget.width():
            found.append(f"line “{widget.text()}”")
    return found


def beside_the_screen(window: QWidget) -> list[str]:
    """Return what lies outside everything that scrolls, and so can never be seen."""
    found = []
    for widget in every_widget(window):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            continue
        if any(True for _ in areas_around(widget)) or widget.window() is not window:
            continue
        if not window.rect().contains(place_of(widget, window)) and (not isinstance(widget, QLabel) or widget.text()):
            found.append(told(widget))
    return found
