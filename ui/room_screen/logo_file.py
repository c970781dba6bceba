"""The organiser's logo as a file: a picture somebody chose, kept as a PNG among the program's own files."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from facilitator.errors import Refused
from facilitator.words.message import say
from ui.room_screen.kinds import LogoPicture

# Nothing else reaches Qt: a drawing (SVG) may draw in other files of this computer, and may never be done.
BEGINNINGS = {b"\x89PNG\r\n\x1a\n": b"png", b"\xff\xd8\xff": b"jpeg"}
DRAWING_SUFFIXES = frozenset({".svg", ".svgz"})
LOOKED_AT_BYTES = 1000  # a drawing says within these that it is one
LARGEST_FILE_BYTES = 10_000_000
MOST_DOTS = 40_000_000
SMALLEST_PX = 24
KEPT = QSize(1600, 900)  # a projector shows no more of it


class LogoFile:
    """One PNG file; without a path the logo lasts for this session alone."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._kept: LogoPicture | None = None

    def read(self) -> LogoPicture | None:
        """Return the logo; None where nobody chose one, or its file is damaged, which leaves a line in the log."""
        if self._path is None:
            return self._kept
        if not self._path.exists():
            return None
        try:
            return _picture(read_image(self._path))
        except Refused as refused:
            logging.getLogger(__name__).warning("The logo cannot be read, so there is none: %s", refused)
            return None

    def choose(self, path: Path) -> LogoPicture:
        """Return the picture at `path` as a logo, which is not kept yet; raises `Refused` where it is none."""
        return _picture(read_image(path))

    def keep(self, picture: LogoPicture) -> None:
        """Keep a logo for the next time; raises `Refused` where that cannot be."""
        self._kept = picture
        if self._path is not None:
            _write(self._path, picture.png)

    def forget(self) -> None:
        """Keep no logo any more; the picture that was chosen stays where it is.

        Raises `Refused` where ours cannot be deleted either.
        """
        self._kept = None
        if self._path is None:
            return
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise Refused(
                say("No logo is shown today, but it comes back the next time the program starts."),
                say("Press “Use no logo” again then."),
            ) from error


def read_image(path: Path) -> QImage:
    """Return the picture in a file, no larger than a projector shows; raises `Refused` with what is in the way."""
    try:
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise Refused(say("That picture is larger than 10 MB."), say("Save a smaller one and choose that."))
        with path.open("rb") as file:
            beginning = file.read(LOOKED_AT_BYTES)
    except OSError as error:
        raise Refused(say("That picture cannot be read."), say("Choose another file.")) from error
    reader = QImageReader(str(path), QByteArray(_format(beginning, path)))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    return _read(reader)


def _format(beginning: bytes, path: Path) -> bytes:
    for mark, name in BEGINNINGS.items():
        if beginning.startswith(mark):
            return name
    if path.suffix.lower() in DRAWING_SUFFIXES or b"<svg" in beginning:
        raise Refused(say("A drawing (SVG) cannot be shown here."), say("Save it as PNG first."))
    raise Refused(say("That file is no picture that can be shown here."), say("Choose a PNG or JPG file."))


def _read(reader: QImageReader) -> QImage:
    size = reader.size()
    if size.width() * size.height() > MOST_DOTS:
        raise Refused(say("That picture has too many dots to be shown."), say("Save a smaller one and choose that."))
    if size.isValid() and (size.width() > KEPT.width() or size.height() > KEPT.height()):
        reader.setScaledSize(size.scaled(KEPT, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise Refused(say("That picture is damaged."), say("Choose another file."))
    if max(image.width(), image.height()) < SMALLEST_PX:
        raise Refused(say("That picture is too small to be seen in a room."), say("Choose a larger one."))
    return image


def _picture(image: QImage) -> LogoPicture:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return LogoPicture(bytes(content.data()), image.width(), image.height())


def _write(path: Path, png: bytes) -> None:
    unfinished = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(png)
        os.replace(unfinished, path)
    except OSError as error:
        raise Refused(
            say("The logo is shown today, but it cannot be kept for the next time."),
            say("Look whether the disk is full, and choose it again."),
        ) from error
