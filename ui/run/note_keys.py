"""The keys of the notes card: none of them is ever part of a text, so that they work while somebody types."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from facilitator.conduct.noting import NoteKind, Strength

_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL, _KEYPAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True, slots=True)
class Press:
    """A key with what is held down beside it."""

    key: Qt.Key
    held: Qt.KeyboardModifier = _NONE


# F1 stays free for help.
KIND_KEYS: dict[NoteKind, tuple[Press, str]] = {
    NoteKind.POINT: (Press(Qt.Key.Key_F2), "F2"),
    NoteKind.QUOTE: (Press(Qt.Key.Key_F3), "F3"),
    NoteKind.BARRIER: (Press(Qt.Key.Key_F4), "F4"),
    NoteKind.WHAT_WORKS: (Press(Qt.Key.Key_F5), "F5"),
    NoteKind.ASSET: (Press(Qt.Key.Key_F6), "F6"),
    NoteKind.WORDING_CHANGE: (Press(Qt.Key.Key_F7), "F7"),
    NoteKind.QUESTION: (Press(Qt.Key.Key_F8), "F8"),
    NoteKind.OFFER: (Press(Qt.Key.Key_F9), "F9"),
    NoteKind.COMMITMENT: (Press(Qt.Key.Key_F10), "F10"),
    NoteKind.PARKED: (Press(Qt.Key.Key_F11), "F11"),
    NoteKind.STORY: (Press(Qt.Key.Key_F12), "F12"),
    NoteKind.MINORITY_VIEW: (Press(Qt.Key.Key_F2, _SHIFT), "⇧F2"),
}
STRENGTH_KEYS: dict[Strength, tuple[Press, str]] = {
    Strength.ONE: (Press(Qt.Key.Key_1, _CONTROL), "1"),
    Strength.SOME: (Press(Qt.Key.Key_2, _CONTROL), "2"),
    Strength.MOST: (Press(Qt.Key.Key_3, _CONTROL), "3"),
    Strength.ALL: (Press(Qt.Key.Key_4, _CONTROL), "4"),
}
VERBATIM = Press(Qt.Key.Key_5, _CONTROL)
MASK = Press(Qt.Key.Key_R, _CONTROL)
MINORITY = Press(Qt.Key.Key_6, _CONTROL)
NEXT_TABLE = Press(Qt.Key.Key_Up, _CONTROL)
LAST_TABLE = Press(Qt.Key.Key_Down, _CONTROL)
TO_TABLE = Press(Qt.Key.Key_T, _CONTROL)
TO_SEARCH = Press(Qt.Key.Key_F, _CONTROL)


def pressed(event: QKeyEvent) -> Press:
    """Return what was pressed; the keys of a keypad count like the others."""
    return Press(Qt.Key(event.key()), event.modifiers() & ~_KEYPAD)
