"""What the room will see of an evidence card, as an exact small picture, and whether that fits on one screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facilitator.core.programme import EvidenceCard
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.room_screen.painting import pages, room_picture
from ui.room_screen.scene import Evidence, Scene, headline, rendered, spoken
from ui.widgets.style import colours
from ui.widgets.text import set_role, text_label

SCREENS = (QSize(1920, 1080), QSize(1024, 768))  # the usual projector, and the old one in the village hall
LETTERS_WIDE = 46
WIDEST_PX = 560


class EvidencePreview(QWidget):
    """The picture with a sentence below it: it fits, or over how many screens it goes."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self.picture = ScenePicture(words)
        self._fits = text_label()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(text_label(words(say("What the room sees")), "small", wraps=False))
        layout.addWidget(self.picture)
        layout.addWidget(self._fits)
        layout.addStretch(1)

    @property
    def told(self) -> str:
        """What is said of the fit."""
        return self._fits.text()

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the picture to be read."""
        return QSize(LETTERS_WIDE * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    def show_card(self, area: str, card: EvidenceCard) -> None:
        """Show what the room sees of a card."""
        scene = evidence_scene(area, card)
        self.picture.show_scene(scene)
        message = fit_told(scene, self._words)
        self._fits.setText(self._words(message))
        set_role(self._fits, "muted" if self._fits.text().startswith("✓") else "warning")


class ScenePicture(QWidget):
    """A scene of the room screen, scaled down."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._scene: Scene | None = None
        self._drawn: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(WIDEST_PX)

    def show_scene(self, scene: Scene) -> None:
        """Show a scene."""
        if scene == self._scene:
            return
        self._scene, self._drawn = scene, None
        told = rendered(headline(scene), self._words)
        self.setAccessibleName(self._words(say("The room sees: {headline}", headline=told)))
        self.setAccessibleDescription(spoken(scene, self._words))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shape of a projector's picture."""
        super().resizeEvent(event)
        self.setFixedHeight(round(self.width() * 9 / 16))

    def sizeHint(self) -> QSize:
        """A fifth of a projector."""
        return QSize(384, 216)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture with soft corners."""
        del event
        if self._scene is None:
            return
        if self._drawn is None:
            self._drawn = room_picture(self._scene, self._words, SCREENS[0] / 2)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(0, 0, self.width(), self.height())
        path = QPainterPath()
        path.addRoundedRect(box, 6, 6)
        painter.setClipPath(path)
        sharp = round(box.width() * self.devicePixelRatioF())
        painter.drawImage(box, self._drawn.scaledToWidth(sharp, Qt.TransformationMode.SmoothTransformation))
        painter.setPen(QPen(QColor(colours().hairline), 2))
        painter.drawPath(path)
        painter.end()


def evidence_scene(area: str, card: EvidenceCard) -> Evidence:
    """Return what the room sees of a card of this area; where there is none, who will find out."""
    if card == EvidenceCard():
        return Evidence(area, "", "", empty=True)
    source = ", ".join(part for part in (card.source, card.date) if part)
    return Evidence(area, card.headline or card.now, source, empty=False)


def fit_told(scene: Evidence, words: Translator) -> Message:
    """Return whether a headline fits on one screen with letters of at least a twentieth of its height."""
    if scene.empty:
        return say("✓  The room asks who will find out, and by when.")
    most = max(pages(scene, words, size) for size in SCREENS)
    if most == 1:
        return say("✓  It fits on one screen, large enough to be read at the back.")
    return say_many(
        "⚠  It needs {count} screen.",
        "⚠  It needs {count} screens, or the letters would be too small. Say it in fewer words.",
        count=most,
    )
