"""What the event file holds of who came, of forms, of what happens next and of what was read and published."""

from __future__ import annotations

from facilitator.store.forgetting import EDITIONS_TO_FORGET, REASONS_TO_FORGET
from facilitator.store.queries import Queries
from facilitator.store.rows import AccessProvisionRow, DoorCountRow, InvitationRow, NextStepRow, PublicationRow


class ReadingWhoCame(Queries):
    """The reads behind the pages on who came, and behind publishing."""

    def door_counts(self) -> list[DoorCountRow]:
        """Return how many came in and went out, by step and role, as it stands."""
        return [DoorCountRow(*row) for row in self._all("SELECT * FROM door_count_now ORDER BY id")]

    def invitation(self) -> InvitationRow | None:
        """Return how many were invited and had booked, as it was told last."""
        rows = self._all("SELECT * FROM invitation ORDER BY id DESC LIMIT 1")
        return InvitationRow(*rows[0]) if rows else None

    def form_answers(self) -> dict[str, dict[str, int]]:
        """Return by question of a form how many forms gave each answer; an answer to several is keys with a space."""
        sql = (
            "SELECT question, answer, count(*) FROM form_answer_now GROUP BY question, answer ORDER BY question, answer"
        )
        found: dict[str, dict[str, int]] = {}
        for question, answer, forms in self._all(sql):
            found.setdefault(question, {})[answer] = forms
        return found

    def form_answer_counts(self, question: str, mark: bytes) -> bool:
        """Return whether this answer is in the file and was not taken back."""
        return bool(self._all("SELECT 1 FROM form_answer_now WHERE question = ? AND mark = ?", question, mark))

    def form_answer(self, question: str, mark: bytes) -> str | None:
        """Return the answer kept under this mark, taken back or not; None where there is none."""
        rows = self._all("SELECT answer FROM form_answer WHERE question = ? AND mark = ?", question, mark)
        return rows[0][0] if rows else None

    def access_provisions(self) -> list[AccessProvisionRow]:
        """Return the means of access as they stand, in the order they were first named."""
        sql = """SELECT a.* FROM access_provision_now a
            ORDER BY (SELECT min(id) FROM access_provision WHERE what = a.what)"""
        return [AccessProvisionRow(*row) for row in self._all(sql)]

    def next_steps(self) -> list[NextStepRow]:
        """Return what happens next, in order."""
        return [NextStepRow(*row) for row in self._all("SELECT * FROM next_step_now ORDER BY position, id")]

    def next_step_editions(self, step: bytes) -> list[NextStepRow]:
        """Return every edition of one next step, the first one first."""
        return [NextStepRow(*row) for row in self._all("SELECT * FROM next_step WHERE step = ? ORDER BY edition", step)]

    def words_read(self) -> frozenset[str]:
        """Return the digests of the words that a person has read and let be published."""
        return frozenset(row[0] for row in self._all("SELECT digest FROM words_read"))

    def editions_to_forget(self) -> int:
        """Return how many editions and records are in the file that no longer hold, of every relation that forgets."""
        return int(self._one(EDITIONS_TO_FORGET)[0])

    def has_reasons_to_forget(self) -> bool:
        """Return whether the file still tells why a note was withdrawn."""
        return bool(self._one(REASONS_TO_FORGET)[0])

    def publications(self) -> list[PublicationRow]:
        """Return the packs that were made, oldest first."""
        return [PublicationRow(*row) for row in self._all("SELECT * FROM publication ORDER BY id")]
