"""Spans: text parted by the font that can draw it, so that nothing becomes an empty box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from facilitator.document.pdf.clusters import clusters
from facilitator.document.pdf.faces import Face, fallback_face, our_face

_CONTROL_PICTURES = range(0x2400, 0x2420)
_DELETE_PICTURE = 0x2421


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one font; `em` is how wide it is in parts of the text size."""

    text: str
    face: Face
    em: float


def spans(text: str, weight: int) -> tuple[Span, ...]:
    """Return `text` in as few spans as its characters allow; what no font has is written as its number."""
    ours = our_face(weight)
    if ours.has(text):
        return (span(text, ours),)
    whole = unicodedata.normalize("NFC", text)
    drawn = [one for cluster in clusters(whole) for one in _drawn(cluster, ours, weight)]
    # Faces are compared by name: the widths of thousands of characters are in them.
    runs = [list(run) for _, run in groupby(drawn, key=lambda one: one[1].name)]
    return tuple(span("".join(text for text, _ in run), run[0][1]) for run in runs)


def span(text: str, face: Face) -> Span:
    """Return the span of a text that its face has the characters for."""
    return Span(text, face, sum(face.em[character] for character in text))


def first_undrawn(text: str, weight: int) -> str:
    """Return what stands for the first thing in `text` that is to be seen and that no font has; empty for none."""
    for cluster in clusters(unicodedata.normalize("NFC", text)):
        missing = [character for character in cluster if _face_for(character, weight) is None]
        if missing and not 0x2400 <= ord(missing[0]) <= _DELETE_PICTURE:
            return _stand_in("".join(missing) if cluster[0].isalpha() else cluster)
    return ""


def _drawn(cluster: str, ours: Face, weight: int) -> Iterator[tuple[str, Face]]:
    face = _face_for(cluster, weight)
    if face is not None:
        yield cluster, face
        return
    # A letter is drawn even if not all of its marks can be; of an emoji made of several, one part would mislead.
    base = _face_for(cluster[0], weight) if cluster[0].isalpha() else None
    marks = cluster
    if base is not None:
        yield "".join(filter(base.has, cluster)), base
        marks = "".join(character for character in cluster if not base.has(character))
    for character in _stand_in(marks):
        yield character, ours if ours.has(character) else fallback_face(weight)


def _face_for(text: str, weight: int) -> Face | None:
    """Return the face that has all of `text`, ours before the other; None where neither has."""
    return next((face for face in (our_face(weight), fallback_face(weight)) if face.has(text)), None)


def _stand_in(cluster: str) -> str:
    return f"⟦{' '.join(f'U+{_number(character):04X}' for character in cluster)}⟧"


def _number(character: str) -> int:
    """Return the number of a character; the picture of a control character stands for that one."""
    code = ord(character)
    if code in _CONTROL_PICTURES:
        return code - _CONTROL_PICTURES.start
    return 0x7F if code == _DELETE_PICTURE else code
