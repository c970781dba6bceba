"""What was published of paper forms, as it is kept in the event file and read again before the next publication."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from facilitator.core.disclosure.audience import Audience
from facilitator.core.disclosure.form_counts import Form
from facilitator.core.disclosure.shown_forms import ShownCell, ShownFormCounts
from facilitator.words.message import Message


def kept_figures(published: Sequence[ShownFormCounts]) -> str:
    """Return the published counts as text; nothing that was withheld is in it."""
    return json.dumps([_plain(one) for one in published], ensure_ascii=False, sort_keys=True)


def read_figures(kept: str) -> tuple[ShownFormCounts, ...]:
    """Return what `kept_figures` was given."""
    return tuple(_form_counts(found) for found in json.loads(kept))


def _plain(value: object) -> Any:
    if isinstance(value, Message):
        values = {name: _plain(one) for name, one in value.values.items()}
        return {"text": value.text, "plural": value.plural, "values": values}
    if isinstance(value, (ShownFormCounts, ShownCell)):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _form_counts(found: Mapping[str, Any]) -> ShownFormCounts:
    sentences = {name: _message(found[name]) for name in ("withheld", "why", "rounded", "stands")}
    cells = tuple(ShownCell(**cell) for cell in found["cells"])
    blank = None if found["blank"] is None else ShownCell(**found["blank"])
    audience, form = Audience(found["audience"]), Form(found["form"])
    return ShownFormCounts(**{**found, **sentences, "cells": cells, "blank": blank, "audience": audience, "form": form})


def _message(found: Mapping[str, Any] | None) -> Message | None:
    return None if found is None else _sentence(found)


def _sentence(found: Mapping[str, Any]) -> Message:
    values = {name: _sentence(one) if isinstance(one, Mapping) else one for name, one in found["values"].items()}
    return Message(found["text"], found["plural"], values)
