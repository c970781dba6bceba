"""Small pictures of the room screen: exactly what the room sees, and what it will see next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.room_screen.canvas import RoomCanvas
from ui.room_screen.painting import room_picture
from ui.room_screen.scene import Scene, headline, rendered, spoken
from ui.widgets.picture import Picture
from ui.widgets.style import colours

PROJECTOR = QSize(1920, 1080)
CORNER_PX = 6
COARSER = 3  # the picture of the next scene is set in a third of the size: it is only glanced at


class Thumbnail(Picture):
    """A picture of the shape of the room screen, made when it is painted and kept until it is told otherwise."""

    def __init__(self, canvas: RoomCanvas) -> None:
        super().__init__()
        self._canvas = canvas
        self._picture: QImage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        canvas.installEventFilter(self)

    def hasHeightForWidth(self) -> bool:
        """The picture keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the room screen is for its width."""
        size = self.real_size
        return round(width * size.height() / size.width())

    def sizeHint(self) -> QSize:
        """A sixth of a projector."""
        return QSize(320, self.heightForWidth(320))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the shape of the room screen when that changes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self.updateGeometry()
            self.forget_picture()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture with soft corners."""
        del event
        box = QRectF(0, 0, self.width(), self.heightForWidth(self.width()))
        path = QPainterPath()
        path.addRoundedRect(box, CORNER_PX, CORNER_PX)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture is None:
            self._picture = self.make_picture()
        if self._picture is None:
            painter.setPen(QPen(QColor(colours().muted), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), CORNER_PX, CORNER_PX)
            return
        painter.setClipPath(path)
        sharp = round(box.width() * self.devicePixelRatioF())
        painter.drawImage(box, self._picture.scaledToWidth(sharp, Qt.TransformationMode.SmoothTransformation))

    def make_picture(self) -> QImage | None:
        """Return the picture anew; None where there is nothing to show."""
        raise NotImplementedError

    def forget_picture(self) -> None:
        """Make the picture anew when it is painted next."""
        self._picture = None
        self.update()

    @property
    def real_size(self) -> QSize:
        """The size of the room screen, or while it is not open that of a usual projector."""
        return self._canvas.size() if self._canvas.isVisible() else PROJECTOR


class RoomThumbnail(Thumbnail):
    """The room screen at its real size, scaled down."""

    def __init__(self, words: Translator, canvas: RoomCanvas) -> None:
        super().__init__(canvas)
        self._words = words
        canvas.scene_changed.connect(self._on_scene_changed)
        self._on_scene_changed()

    def make_picture(self) -> QImage:
        """Return exactly what the room sees."""
        return self._canvas.picture(self.real_size)

    def _on_scene_changed(self) -> None:
        scene = self._canvas.scene
        told = rendered(headline(scene), self._words)
        self.setAccessibleName(self._words(say("The room sees: {headline}", headline=told)))
        self.setAccessibleDescription(spoken(scene, self._words, rehearsal=self._canvas.rehearsal))
        self.forget_picture()


class NextThumbnail(Thumbnail):
    """What the room will see after the one next action; a dashed frame where that is not known."""

    def __init__(self, words: Translator, canvas: RoomCanvas) -> None:
        super().__init__(canvas)
        self._words = words
        self._scene: Scene | None = None
        self._say()

    @property
    def scene(self) -> Scene | None:
        """The scene that comes; None where it is not known."""
        return self._scene

    @property
    def told(self) -> str:
        """The scene in a few words."""
        if self._scene is None:
            return self._words(say("as it is, or as you decide"))
        return rendered(headline(self._scene), self._words)

    def show_scene(self, scene: Scene | None) -> None:
        """Show another scene."""
        if scene == self._scene:
            return
        self._scene = scene
        self._say()
        self.forget_picture()

    def make_picture(self) -> QImage | None:
        """Return the scene in a third of its size."""
        if self._scene is None:
            return None
        size = self.real_size / COARSER
        return room_picture(self._scene, self._words, size, rehearsal=self._canvas.rehearsal)

    def _say(self) -> None:
        self.setAccessibleName(self._words(say("The room sees next: {headline}", headline=self.told)))
