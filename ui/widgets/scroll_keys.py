"""Scrolling by the keys for that, in a window whose words are no stop of Tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider

SCROLLING = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


def scrolled_by(event: QKeyEvent, area: QAbstractScrollArea) -> bool:
    """Scroll `area` where the key is one for that; return whether it is."""
    action = SCROLLING.get(Qt.Key(event.key()))
    if action is not None:
        area.verticalScrollBar().triggerAction(action)
    return action is not None
