"""A card beside the run sheet whose content scrolls where there is more of it than room."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.look import GRID_PX
from ui.run.panel_area import PanelArea


class ScrolledCard(QFrame):
    """Takes what room is left: it never asks for more than its least height, so that the window does not scroll."""

    def put_in(self, body: QWidget) -> None:
        """Show the content."""
        area = PanelArea()
        area.show_widget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID_PX // 2)
        layout.addWidget(area)

    def hasHeightForWidth(self) -> bool:
        """Be asked for a height, and not for a wish."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Its least height, at any width."""
        del width
        return self.minimumSizeHint().height()
