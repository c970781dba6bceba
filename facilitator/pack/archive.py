"""The archive around a pack: the same files give the same bytes."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from facilitator.pack.layout import PackFile

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first time that ZIP knows: no clock is in the bytes
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16
_LEVEL = 6


def archive(folder: str, files: list[PackFile]) -> bytes:
    """Return a ZIP with these files in one folder, in this order."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as zip_file:
        for file in files:
            info = ZipInfo(f"{folder}/{file.path}", _EARLIEST)
            info.create_system, info.external_attr, info.compress_type = _UNIX, _PLAIN_FILE, ZIP_DEFLATED
            zip_file.writestr(info, file.content, compresslevel=_LEVEL)
    return buffer.getvalue()
