"""What the room sees, as an exact small picture, and the counts of the event."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.room_screen.canvas import RoomCanvas
from ui.room_screen.scene import headline, rendered, spoken
from ui.widgets.text import push_button, text_label

PROJECTOR = QSize(1920, 1080)


class RoomCard(QFrame):
    """The small picture, the button that opens the room screen, and the counts."""

    asked_for_window = Signal()

    def __init__(self, words: Translator, canvas: RoomCanvas) -> None:
        super().__init__()
        self._words = words
        self._title = text_label(words(say("Room screen")), "heading")
        self.open_button = push_button("", "quiet")
        self.open_button.clicked.connect(self.asked_for_window)
        self._picture = RoomThumbnail(words, canvas)
        self._counts = text_label(role="muted")
        self.say_whether_open(is_open=False)
        self._lay_out()

    def say_whether_open(self, *, is_open: bool) -> None:
        """Name the button after what it does now."""
        self.open_button.setText(self._words(say("Close the window") if is_open else say("Open the window")))
        name = (
            say("Close the window of the room screen")
            if is_open
            else say("Open the room screen in a window of its own")
        )
        self.open_button.setAccessibleName(self._words(name))

    def show_counts(self, counts: Sequence[Message]) -> None:
        """Show the counts in one line."""
        self._counts.setText("  ·  ".join(self._words(count) for count in counts))

    def _lay_out(self) -> None:
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX + 4)
        layout.setSpacing(GRID_PX)
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self.open_button)
        layout.addLayout(row)
        layout.addWidget(self._picture)
        layout.addWidget(self._counts)


class RoomThumbnail(QWidget):
    """The room screen at its real size, scaled down."""

    def __init__(self, words: Translator, canvas: RoomCanvas) -> None:
        super().__init__()
        self._words, self._canvas = words, canvas
        self._picture: QImage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        canvas.scene_changed.connect(self._on_scene_changed)
        self._on_scene_changed()

    def hasHeightForWidth(self) -> bool:
        """The picture keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the room screen is for its width."""
        size = self._real_size()
        return round(width * size.height() / size.width())

    def sizeHint(self) -> QSize:
        """A sixth of a projector."""
        return QSize(320, self.heightForWidth(320))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture with soft corners."""
        del event
        size = self._real_size()
        if self._picture is None or self._picture.size() != size:
            self._picture = self._canvas.picture(size)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(0, 0, self.width(), self.heightForWidth(self.width()))
        path = QPainterPath()
        path.addRoundedRect(box, 6, 6)
        painter.setClipPath(path)
        sharp = round(box.width() * self.devicePixelRatioF())
        painter.drawImage(box, self._picture.scaledToWidth(sharp, Qt.TransformationMode.SmoothTransformation))
        painter.end()

    def _real_size(self) -> QSize:
        return self._canvas.size() if self._canvas.isVisible() else PROJECTOR

    def _on_scene_changed(self) -> None:
        self._picture = None
        scene = self._canvas.scene
        told = rendered(headline(scene), self._words)
        self.setAccessibleName(self._words(say("The room sees: {headline}", headline=told)))
        self.setAccessibleDescription(spoken(scene, self._words, rehearsal=self._canvas.rehearsal))
        self.update()
