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

FORMATS = frozenset({b"png", b"jpeg", b"svg"})
LARGEST_FILE_BYTES = 10_000_000
MOST_DOTS = 40_000_000
SMALLEST_PX = 24
KEPT = QSize(1600, 900)  # a projector shows no more of it
DRAWN_MARK = "drawn"  # a PNG may carry words: that it was made of lines, and so was made as large as is needed


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
        """Keep the picture at `path` as the logo; raises `Refused` where it is none, or cannot be kept."""
        picture = _picture(read_image(path))
        self._kept = picture
        if self._path is not None:
            _write(self._path, picture.png)
        return picture

    def forget(self) -> None:
        """Keep no logo any more; the picture that was chosen stays where it is."""
        self._kept = None
        if self._path is not None:
            self._path.unlink(missing_ok=True)


def read_image(path: Path) -> QImage:
    """Return the picture in a file, no larger than a projector shows; raises `Refused` with what is in the way."""
    try:
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise Refused(say("That picture is larger than 10 MB."), say("Save a smaller one and choose that."))
    except OSError as error:
        raise Refused(say("That picture cannot be read."), say("Choose another file.")) from error
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in FORMATS:
        raise Refused(say("That file is no picture that can be shown here."), say("Choose a PNG, JPG or SVG file."))
    return _read(reader)


def _read(reader: QImageReader) -> QImage:
    size, is_drawn = reader.size(), bytes(reader.format().data()) == b"svg"
    if size.width() * size.height() > MOST_DOTS:
        raise Refused(say("That picture has too many dots to be shown."), say("Save a smaller one and choose that."))
    if size.isValid() and (is_drawn or size.width() > KEPT.width() or size.height() > KEPT.height()):
        reader.setScaledSize(size.scaled(KEPT, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise Refused(say("That picture is damaged."), say("Choose another file."))
    if max(image.width(), image.height()) < SMALLEST_PX:
        raise Refused(say("That picture is too small to be seen in a room."), say("Choose a larger one."))
    if is_drawn:
        image.setText(DRAWN_MARK, "1")
    return image


def _picture(image: QImage) -> LogoPicture:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return LogoPicture(bytes(content.data()), image.width(), image.height(), is_drawn=bool(image.text(DRAWN_MARK)))


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
