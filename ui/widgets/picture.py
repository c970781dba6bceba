"""A widget that paints itself and is told as a picture, with what it shows as its description."""

from __future__ import annotations

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel


class Picture(QLabel):
    """Paint in `paintEvent`; the accessible name and description say what is to be seen.

    Qt tells a plain widget that paints itself as a container of nothing, a label with a picture as a graphic.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setPixmap(QPixmap(1, 1))
