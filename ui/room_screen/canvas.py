"""The painted widget that the room sees, and that grows its bars once when a result is shown."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QEasingCurve, QPropertyAnimation, QRectF, QSize, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.document.shapes import Rect, Shape, Text
from facilitator.look import NIGHT
from facilitator.words.translator import Translator
from ui.room_screen.glyphs import without_glyph
from ui.room_screen.logo_painting import paint_logo
from ui.room_screen.painting import grows, pages, paint_ground, paint_shapes, room_frame, room_picture, room_shapes
from ui.room_screen.scene import (
    Asking,
    BreakTime,
    Paged,
    Revealed,
    Scene,
    headline,
    on_page,
    rendered,
    sentence,
    spoken,
)
from ui.room_screen.surrounds import page_of
from ui.widgets.announcing import announce

GROWING_MS = 400


@dataclass(frozen=True, slots=True)
class _Painted:
    """A scene painted but for its bars, so that a step of their growing paints them alone."""

    still: QPixmap
    bars: tuple[Rect, ...]
    moving: QRectF


class RoomCanvas(QWidget):
    """Shows one scene at whatever size it has; `moves` False keeps everything still, `rehearsal` marks every scene."""

    scene_changed = Signal()

    def __init__(self, words: Translator, scene: Scene, *, moves: bool, rehearsal: bool = False) -> None:
        super().__init__()
        self._words, self._scene, self._moves, self._grown = words, scene, moves, 1.0
        self.rehearsal = rehearsal
        self._painted: _Painted | None = None
        self._growing = QPropertyAnimation(self, b"grown", self)
        self._growing.setDuration(GROWING_MS)
        self._growing.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 180)
        self._say()

    @property
    def scene(self) -> Scene:
        """What the room sees now."""
        return self._scene

    @property
    def unshown(self) -> str:
        """The letters and pictures of the scene that no font of this computer has, each once; the operator is told."""
        return without_glyph(f"{rendered(headline(self._scene), self._words)} {self._spoken()}")

    @property
    def pages(self) -> int:
        """Over how many pages the scene goes at the size the canvas has; its `page` says which one is shown."""
        return pages(self._scene, self._words, self.size(), rehearsal=self.rehearsal)

    def show_scene(self, scene: Scene) -> None:
        """Show another scene; a result that was not on the screen grows its bars."""
        if scene == self._scene:
            return
        before, self._scene, self._painted = self._scene, scene, None
        self._growing.stop()
        self._set_grown(1.0)
        if isinstance(scene, Revealed) and not isinstance(before, Revealed) and self._moves:
            self._growing.setStartValue(0.0)
            self._growing.setEndValue(1.0)
            self._growing.start()
        self._say()
        if _is_turned(before, scene):
            announce(self, self._page_told())
        elif not _goes_on(before, scene):
            self._announce()
        self.scene_changed.emit()

    def picture(self, size: QSize) -> QImage:
        """Return what the room sees, as one picture of this size."""
        return room_picture(self._scene, self._words, size, rehearsal=self.rehearsal)

    def sizeHint(self) -> QSize:
        """A screen of the usual shape."""
        return QSize(960, 540)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words anew; a text may now go over more pages, or fewer."""
        super().resizeEvent(event)
        self._painted = None
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene over the whole widget."""
        del event
        painted = self._ready()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, painted.still)
        paint_shapes(painter, painted.bars, NIGHT, self._grown)
        painter.end()

    def _ready(self) -> _Painted:
        sharpness = self.devicePixelRatioF()
        if self._painted is None or self._painted.still.devicePixelRatioF() != sharpness:
            shapes = room_shapes(self._scene, self._words, self.size(), rehearsal=self.rehearsal)
            self._painted = _painted(shapes, self.size(), sharpness)
            self._paint_logo(self._painted.still)
        return self._painted

    def _paint_logo(self, still: QPixmap) -> None:
        painter, frame = QPainter(still), room_frame(self.size(), self._words)
        paint_logo(painter, self._scene, self._words, frame, rehearsal=self.rehearsal)
        painter.end()

    def _say(self) -> None:
        self.setAccessibleName(rendered(headline(self._scene), self._words))
        self.setAccessibleDescription(" ".join(filter(None, (self._spoken(), self._page_spoken()))))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def _spoken(self) -> str:
        return spoken(self._scene, self._words, rehearsal=self.rehearsal)

    def _page_spoken(self) -> str:
        if not isinstance(self._scene, Paged) or (most := self.pages) == 1:
            return ""
        return sentence(self._words(page_of(min(self._scene.page, most - 1) + 1, most)))

    def _page_told(self) -> str:
        """Return the words of the page that was turned to, as the rest of the scene was told before."""
        shapes = room_shapes(self._scene, self._words, self.size(), rehearsal=False)
        return " ".join(shape.text for shape in shapes if isinstance(shape, Text))

    def _announce(self) -> None:
        text = f"{sentence(self.accessibleName())} {self.accessibleDescription()}".strip()
        announce(self, text)

    def _get_grown(self) -> float:
        return self._grown

    def _set_grown(self, grown: float) -> None:
        self._grown = grown
        if self._painted is None:
            self.update()
        else:
            self.update(self._painted.moving.toAlignedRect())

    grown = Property(float, _get_grown, _set_grown)


def _painted(shapes: tuple[Shape, ...], size: QSize, sharpness: float) -> _Painted:
    still = QPixmap(size * sharpness)
    still.setDevicePixelRatio(sharpness)
    painter = QPainter(still)
    paint_ground(painter, size)
    paint_shapes(painter, (shape for shape in shapes if not grows(shape)), NIGHT)
    painter.end()
    bars = tuple(shape for shape in shapes if isinstance(shape, Rect) and grows(shape))
    moving = QRectF()
    for bar in bars:
        moving = moving.united(QRectF(bar.x, bar.y, bar.width, bar.height))
    return _Painted(still, bars, moving)


def _is_turned(before: Scene, after: Scene) -> bool:
    """Return whether only another page of the same scene is shown."""
    return isinstance(after, Paged) and before != after and on_page(before, after.page) == after


def _goes_on(before: Scene, after: Scene) -> bool:
    """Return whether only a number moved on, such as how many have voted, so that nobody need be interrupted."""
    ongoing = isinstance(after, Asking | BreakTime) and type(before) is type(after)
    return ongoing and headline(before) == headline(after)
