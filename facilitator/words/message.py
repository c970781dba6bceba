"""Messages: an English sentence with its values, rendered in somebody's language only at the edge."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Value: TypeAlias = "str | int | Message"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the catalogue: `text` is its English wording and its id there, `{name}` stands for a value."""

    text: str
    plural: str | None = None
    values: dict[str, Value] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.english()

    def english(self) -> str:
        """Return the sentence in English, for logs, the terminal and tests."""
        text = self.plural if self.plural is not None and self.values["count"] != 1 else self.text
        return filled(text, {name: str(value) for name, value in self.values.items()})


def say(text: str, /, **values: Value) -> Message:
    """Return the message `text` with its values; the catalogue is collected from the calls of this function."""
    return Message(text, None, values)


def say_many(one: str, many: str, /, *, count: int, **values: Value) -> Message:
    """Return the message for `count` things: `one` for exactly one, `many` for any other number, zero too."""
    return Message(one, many, {"count": count, **values})


def filled(text: str, values: dict[str, str]) -> str:
    """Return `text` with each `{name}` replaced once by its value; a value's own braces are left as they are."""
    parts = text.split("{")
    rest = (_filled_part(part, values) for part in parts[1:])
    return parts[0] + "".join(rest)


def _filled_part(part: str, values: dict[str, str]) -> str:
    name, brace, after = part.partition("}")
    if brace and name in values:
        return values[name] + after
    return "{" + part
