"""Unpacking one file of a pack as it is read: piece by piece, and never beyond what its directory admits to."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

from facilitator.errors import PackDamaged
from facilitator.pack.damage import damaged_file
from facilitator.pack.zip_directory import Entry
from facilitator.words.message import say

_PIECE = 65_536


class Inflated(io.RawIOBase):
    """The bytes of one file of a pack.

    Raises `PackDamaged` where they do not unpack to the size and the checksum of the directory, and where anything lies
    hidden behind them. `zipfile` leaves the last unnoticed, so it unpacks nothing here.
    """

    def __init__(self, file: BinaryIO, entry: Entry) -> None:
        super().__init__()
        self._file, self._entry = file, entry
        self._place, self._left = entry.start, entry.packed
        self._inflating = zlib.decompressobj(-zlib.MAX_WBITS)
        self._size = self._checksum = 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed knows no Buffer
        """Read the next bytes into `buffer`; 0 is the end, where all of it has been checked."""
        piece = self._next_piece(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def _next_piece(self, most: int) -> bytes:
        while not self._inflating.eof:
            packed = self._inflating.unconsumed_tail or self._packed_piece()
            piece = self._inflated(packed, most)
            if piece:
                return piece
            if not packed:
                break
        self._check_end()
        return b""

    def _packed_piece(self) -> bytes:
        self._file.seek(self._place)
        packed = self._file.read(min(_PIECE, self._left))
        self._place += len(packed)
        self._left -= len(packed)
        return packed

    def _inflated(self, packed: bytes, most: int) -> bytes:
        try:
            piece = self._inflating.decompress(packed, most)
        except zlib.error as error:
            raise self._damaged() from error
        self._size += len(piece)
        if self._size > self._entry.size:
            raise self._damaged()
        self._checksum = zlib.crc32(piece, self._checksum)
        return piece

    def _check_end(self) -> None:
        if self._inflating.eof and (self._left or self._inflating.unused_data):
            raise damaged_file(self._entry.name, say("Something is hidden behind it."))
        if not self._inflating.eof or (self._size, self._checksum) != (self._entry.size, self._entry.checksum):
            raise self._damaged()

    def _damaged(self) -> PackDamaged:
        return damaged_file(self._entry.name, say("Its bytes were damaged on the way."))
