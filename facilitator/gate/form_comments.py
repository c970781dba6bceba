"""Comments on paper forms: told only where enough forms of the kind came back for its counts to be told (D1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.conduct.record import EventRecord
from facilitator.core.disclosure import ShownFormCounts


def without_comments_of_few(record: EventRecord, shown: Sequence[ShownFormCounts]) -> EventRecord:
    """Return the record without the comments on each form of which no count is told, as if nobody had written them."""
    told = {str(one.form) for one in shown if one.base is not None}
    kept_back = {
        form.id_of(question) for form in record.programme.forms if form.key not in told for question in form.comments
    }
    return replace(record, notes=tuple(note for note in record.notes if note.about not in kept_back))
