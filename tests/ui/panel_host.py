"""A window for one panel, which does with it what the operator's window does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QScrollArea, QWidget

from facilitator.conduct.event import Event
from facilitator.errors import FacilitatorError
from facilitator.words.translator import Translator
from tests.ui.pressing import settle
from ui.models.run_sheet import Place
from ui.run.on_screen import OnScreen, Quiet
from ui.run.snapshot import read_snapshot
from ui.run.step_panel import StepPanel
from ui.widgets.text import card, push_button, text_label


class PanelHost(QMainWindow):
    """Shows a panel at a place, its next step as a button that Space presses, and keeps what it said."""

    def __init__(self, panel: StepPanel, event: Event, place: Place) -> None:
        super().__init__()
        self.panel, self.held, self.place = panel, event, place
        self.words = Translator()
        self.refusals: list[str] = []
        self.screens: list[OnScreen] = []
        self.undos: list[object] = []
        self.places: list[Place] = []
        self.next_button = push_button("", "next")
        self.told = text_label(role="warning")
        self._lay_out()
        self._connect()
        self.show_now()

    def show_now(self) -> None:
        on_screen = self.screens[-1] if self.screens else Quiet()
        self.panel.show_place(self.place, read_snapshot(self.held), on_screen)
        self._show_next()

    @property
    def next_name(self) -> str:
        """The name of the next step; empty where the run sheet goes on."""
        step = self.panel.next_step()
        return self.words(step.name) if step is not None else ""

    @property
    def missing(self) -> str:
        return "\n".join(self.words(message) for message in self.panel.missing())

    def texts(self) -> str:
        """What can be read in the panel."""
        labels = [label for label in self.panel.findChildren(QLabel) if label.isVisible()]
        return "\n".join(label.text() for label in labels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.next_button.click()

    def _on_next(self) -> None:
        step = self.panel.next_step()
        if step is None:
            return
        try:
            step.do()
        except FacilitatorError as error:
            self.refusals.append(str(error))

    def _show_next(self) -> None:
        self.next_button.setText(self.next_name or "Next")
        self.told.setText(self.missing)
        self.told.setVisible(bool(self.missing))

    def _connect(self) -> None:
        self.next_button.clicked.connect(self._on_next)
        self.panel.failed.connect(lambda error: self.refusals.append(str(error)))
        self.panel.screen_wanted.connect(self._on_screen_wanted)
        self.panel.place_wanted.connect(self.places.append)
        self.panel.acted.connect(self._on_acted)
        self.panel.changed.connect(self._show_next)

    def _on_screen_wanted(self, screen: OnScreen) -> None:
        self.screens.append(screen)
        self.show_now()

    def _on_acted(self, undo: object) -> None:
        self.undos.append(undo)
        self.show_now()

    def _lay_out(self) -> None:
        frame, layout = card()
        layout.addWidget(self.panel, 1)
        layout.addWidget(self.told)
        layout.addWidget(self.next_button)
        scrolled = QScrollArea()
        scrolled.setWidget(frame)
        scrolled.setWidgetResizable(True)
        self.setCentralWidget(scrolled)


def hosted(panel: StepPanel, event: Event, activity: str) -> PanelHost:
    """Return a shown host of a panel at an activity, with the cursor where typing begins."""
    host = PanelHost(panel, event, Place(activity))
    host.resize(640, 560)
    host.show()
    settle()
    panel.focus_first()
    settle()
    return host


def every_name_is_told(host: PanelHost) -> bool:
    """Return whether every control of the panel that keys can reach has an accessible name."""
    controls = [one for one in host.panel.findChildren(QWidget) if one.isVisible()]
    reached = [one for one in controls if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
    told = [QAccessible.queryAccessibleInterface(one) for one in reached]
    return bool(told) and all(one is not None and one.text(QAccessible.Text.Name) for one in told)
