"""What the event file holds of the meeting: open or closed, partners, duties, who to call, extra time of tables."""

from __future__ import annotations

from facilitator.store.queries import Queries
from facilitator.store.rows import DutyRow, MeetingRow, PartnerRow, SafeguardingLeadRow, TableTimeRow


class ReadingMeeting(Queries):
    """The reads behind preparing a meeting and looking after its people."""

    def meeting(self) -> MeetingRow | None:
        """Return what was said of the meeting last."""
        rows = self._all("SELECT * FROM meeting ORDER BY id DESC LIMIT 1")
        return MeetingRow(*rows[0]) if rows else None

    def partners(self) -> list[PartnerRow]:
        """Return the partners as they stand, in order."""
        return [PartnerRow(*row) for row in self._all("SELECT * FROM partner_now ORDER BY position, id")]

    def partner_editions(self, partner: bytes) -> list[PartnerRow]:
        """Return every edition of one partner, the first one first."""
        sql = "SELECT * FROM partner WHERE partner = ? ORDER BY edition"
        return [PartnerRow(*row) for row in self._all(sql, partner)]

    def duties(self) -> list[DutyRow]:
        """Return the duties of which something was said, as they stand."""
        return [DutyRow(*row) for row in self._all("SELECT * FROM duty_now ORDER BY id")]

    def safeguarding_lead(self) -> SafeguardingLeadRow | None:
        """Return who to call, as it was told last."""
        rows = self._all("SELECT * FROM safeguarding_lead ORDER BY id DESC LIMIT 1")
        return SafeguardingLeadRow(*rows[0]) if rows else None

    def table_times(self) -> list[TableTimeRow]:
        """Return the extra minutes of each table in each step, as they stand."""
        return [TableTimeRow(*row) for row in self._all("SELECT * FROM table_time_now ORDER BY id")]
