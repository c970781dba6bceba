"""What the event file holds now, read through its views."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from facilitator.core.ballots import BallotRule, Marks, Standing
from facilitator.core.keys import Channel, OptionKey, QuestionId, VoterHash
from facilitator.core.methods import Method
from facilitator.core.tally import BallotGroup, CountSheet
from facilitator.store.reading_meeting import ReadingMeeting
from facilitator.store.reading_who_came import ReadingWhoCame
from facilitator.store.rows import ActivityRow, EventDetailRow, MainPointRow, NoteRow, TableSessionRow


class QuestionNow(NamedTuple):
    """A question as it stands: its asking, its wording and its state."""

    id: QuestionId
    key: str
    stage: str
    activity: str
    position: float
    method: str
    max_marks: int
    stacking: bool
    practice: bool
    sensitive: bool
    must_have: bool
    room_made: int
    wording: int
    replaces: int | None
    from_area: str | None
    run_off_of: int | None
    state: str
    revision: int
    state_id: int | None
    present: int | None
    groups_disjoint: bool
    explanation: str
    text: str
    text_hash: str
    wording_version: int
    source: str


class OptionNow(NamedTuple):
    """An option at its place in the shown order."""

    position: int
    key: str
    text: str
    text_hash: str
    source: str


class SheetNow(NamedTuple):
    """A count sheet that counts, or the second count of one."""

    id: int
    second_of: int | None
    sheet: CountSheet


class CarryForwardNow(NamedTuple):
    """The decision which areas go forward; stale when the result it used has changed since."""

    id: int
    question: QuestionId
    revision: int
    cut: int
    tie_rule: str
    decided_by: str
    areas: tuple[str, ...]
    stale: bool
    why: str


class OutcomeNow(NamedTuple):
    """What the room did with a statement."""

    question: QuestionId
    question_key: str
    revision: int
    kind: str
    text: str
    decided_by: str
    why: str


class AttendanceNow(NamedTuple):
    """The newest head-count of a measure, role and activity."""

    measure: str
    role: str
    activity: str
    people: int | None


class Change(NamedTuple):
    """One entry of the file's history."""

    seq: int
    at: str
    by: str
    verb: str
    about: str
    why: str
    detail: str


class Mark(NamedTuple):
    """When something happened to a step of the run sheet, or to all clocks (`activity` is then empty); UTC, ISO 8601.

    `id` grows in the order of writing, over the marks of steps and of clocks alike.
    """

    at: str
    activity: str
    mark: str
    id: int
    why: str


class StoredBallot(NamedTuple):
    """A ballot as it lies in the file."""

    sender: bytes
    counter: int
    edition: int
    standing: str
    marks: str


class WordingNow(NamedTuple):
    """A wording as stored."""

    id: int
    key: str
    version: int
    text: str
    translations: dict[str, str]
    easy_read: dict[str, str]
    source: str


_QUESTION_COLUMNS = ", ".join(QuestionNow._fields)
# Steps can be moved when an event is prepared, and the questions go with theirs.
_PLACE_OF_STEP = "(SELECT a.position FROM activity a WHERE a.key = q.activity ORDER BY a.id DESC LIMIT 1)"


class Reading(ReadingWhoCame, ReadingMeeting):
    """Typed reads over one connection; on the writer's connection they see the transaction under way."""

    def event_id(self) -> str:
        """Return the event's own id, as hex."""
        return str(self._one("SELECT event FROM file_mark")[0])

    def is_rehearsal(self) -> bool:
        """Return whether this file was made as a rehearsal."""
        return bool(self._one("SELECT rehearsal FROM file_mark")[0])

    def detail(self) -> EventDetailRow:
        """Return the event's details as they stand."""
        return EventDetailRow(*self._one("SELECT * FROM event_now"))

    def programme_text(self) -> tuple[str, str, str]:
        """Return the programme's text, its form and its digest."""
        text, form, digest = self._one("SELECT text, form, digest FROM programme ORDER BY id DESC LIMIT 1")
        return text, form, digest

    def prepared_text(self) -> str | None:
        """Return the programme as it was prepared last, as JSON; None where nobody prepared it."""
        return next((row[0] for row in self._all("SELECT text FROM prepared_programme ORDER BY id DESC LIMIT 1")), None)

    def activities(self) -> list[ActivityRow]:
        """Return the run sheet in order."""
        return [ActivityRow(*row) for row in self._all("SELECT * FROM activity_now ORDER BY position")]

    def run_sheet(self) -> list[ActivityRow]:
        """Return the steps as they are walked: once areas are carried, a step of each area in place of their parent."""
        steps = self.activities()
        parted = {step.key.removesuffix(f"-{step.from_area}") for step in steps if step.from_area}
        return [step for step in steps if not (step.each_area and step.key in parted)]

    def minutes_at_first(self) -> dict[str, int]:
        """Return the minutes every step had when it came into the run sheet, by its key."""
        return dict(self._all("SELECT key, minutes FROM activity ORDER BY id DESC"))

    def questions(self) -> list[QuestionNow]:
        """Return every asking of every question, void and practice ones too, in the order of the run sheet."""
        sql = f"SELECT {_QUESTION_COLUMNS} FROM question_now q ORDER BY {_PLACE_OF_STEP}, position, id"
        return [QuestionNow(*row) for row in self._all(sql)]

    def questions_ever_opened(self) -> frozenset[str]:
        """Return the keys of the questions that the room was asked, also where the opening was taken back."""
        sql = """SELECT DISTINCT q.key FROM question_state s JOIN question q ON q.id = s.question
            WHERE s.state IN ('open', 'closed')"""
        return frozenset(row[0] for row in self._all(sql))

    def askings_prepared_away(self) -> frozenset[int]:
        """Return the askings that preparing took away or put others in place of: nobody was ever asked them."""
        sql = """SELECT s.question FROM question_state s JOIN prepared_programme p ON p.entry = s.entry
            WHERE s.state = 'void'"""
        return frozenset(row[0] for row in self._all(sql))

    def askings_replaced_at_once(self) -> frozenset[int]:
        """Return the askings that were taken back by the very entry that asked the same question anew."""
        sql = """SELECT q.replaces FROM question q JOIN question_state s
            ON s.question = q.replaces AND s.entry = q.entry WHERE s.state = 'void'"""
        return frozenset(row[0] for row in self._all(sql))

    def question(self, question: QuestionId) -> QuestionNow:
        """Return one asking of a question."""
        return QuestionNow(*self._one(f"SELECT {_QUESTION_COLUMNS} FROM question_now WHERE id = ?", question))

    def current_question(self, key: str) -> QuestionNow | None:
        """Return the newest asking of the question called `key`."""
        sql = f"SELECT {_QUESTION_COLUMNS} FROM question_now WHERE key = ? ORDER BY id DESC LIMIT 1"
        return next((QuestionNow(*row) for row in self._all(sql, key)), None)

    def options(self, question: QuestionId) -> list[OptionNow]:
        """Return a question's options in shown order."""
        sql = """SELECT o.position, o.option_key, w.text, w.text_hash, w.source FROM question_option o
            JOIN wording w ON w.id = o.wording WHERE o.question = ? ORDER BY o.position"""
        return [OptionNow(*row) for row in self._all(sql, question)]

    def known_activities(self) -> dict[str, str]:
        """Return the stage of every activity that was ever on the run sheet, by its key."""
        return dict(self._all("SELECT key, stage FROM activity ORDER BY id"))

    def option_wordings(self, question: QuestionId) -> list[tuple[int, str, int]]:
        """Return place, key and wording id of a question's options."""
        sql = "SELECT position, option_key, wording FROM question_option WHERE question = ? ORDER BY position"
        return [(place, key, wording) for place, key, wording in self._all(sql, question)]

    def rule(self, question: QuestionNow) -> BallotRule:
        """Return what a ballot of the question may hold."""
        options = tuple(OptionKey(option.key) for option in self.options(question.id))
        return BallotRule(Method(question.method), options, question.max_marks, question.stacking)

    def ballot_groups(self, question: QuestionId) -> list[BallotGroup]:
        """Return the counting ballots of a question, alike ones together: always a fresh recount."""
        sql = """SELECT channel, standing, marks, count(*), sum(assisted) FROM ballot_now
            WHERE question = ? GROUP BY channel, standing, marks"""
        return [
            BallotGroup(Channel(channel), Standing(standing), Marks(marks), people, assisted)
            for channel, standing, marks, people, assisted in self._all(sql, question)
        ]

    def late_ballots(self, question: QuestionId) -> int:
        """Return how many ballots came behind the closing."""
        return int(self._one("SELECT count(*) FROM ballot WHERE question = ? AND standing = 'late'", question)[0])

    def ballots_safe(self) -> int:
        """Return how many ballots count now, over all questions."""
        return int(self._one("SELECT count(*) FROM ballot_now")[0])

    def sheets(self, question: QuestionId) -> list[SheetNow]:
        """Return the count sheets that count now."""
        return [*self._sheets("count_now", question)]

    def second_counts(self, question: QuestionId) -> list[SheetNow]:
        """Return the second counts of sheets that count now."""
        return [*self._sheets("second_count_now", question)]

    def issued(self, state: int | None) -> dict[Channel, int]:
        """Return the ballots issued by channel, as stated with a question's state."""
        rows = self._all("SELECT channel, number FROM issued WHERE state = ?", state)
        return {Channel(channel): number for channel, number in rows}

    def attendance(self) -> list[AttendanceNow]:
        """Return the newest head-counts."""
        sql = "SELECT measure, role, activity, people FROM attendance_now ORDER BY id"
        return [AttendanceNow(*row) for row in self._all(sql)]

    def people_here(self) -> int | None:
        """Return how many participants were in the room when that was told last, at a vote or by itself."""
        sql = """SELECT people FROM (
            SELECT entry, people FROM attendance WHERE measure = 'present' AND role = 'participant'
            UNION ALL SELECT entry, present FROM question_state WHERE present IS NOT NULL AND state <> 'ready')
            ORDER BY entry DESC LIMIT 1"""
        return next((row[0] for row in self._all(sql)), None)

    def table_sessions(self) -> list[TableSessionRow]:
        """Return each table in each activity, as it stands."""
        return [TableSessionRow(*row) for row in self._all("SELECT * FROM table_session_now ORDER BY id")]

    def notes(self) -> list[NoteRow]:
        """Return the newest edition of every note, in the order in which the editions still in the file begin."""
        # Where the first edition was forgotten, a note stands where its oldest one does.
        sql = """SELECT n.* FROM note_now n ORDER BY (SELECT min(id) FROM note WHERE note = n.note)"""
        return [NoteRow(*row) for row in self._all(sql)]

    def note_editions(self, note: bytes) -> list[NoteRow]:
        """Return every edition of one note, the first one first."""
        return [NoteRow(*row) for row in self._all("SELECT * FROM note WHERE note = ? ORDER BY edition", note)]

    def found_notes(self, match: str, most: int, kind: str = "") -> list[NoteRow]:
        """Return at most `most` notes that match an FTS5 query in the words of today, newest first."""
        sql = """SELECT n.* FROM note_fts f JOIN note_now n ON n.id = f.rowid
            WHERE note_fts MATCH ? AND (? = '' OR n.kind = ?) ORDER BY f.rowid DESC LIMIT ?"""
        return [NoteRow(*row) for row in self._all(sql, match, kind, kind, most)]

    def number_of_found_notes(self, match: str, kind: str = "") -> int:
        """Return how many notes match an FTS5 query in the words of today."""
        if kind:
            sql = """SELECT count(*) FROM note_fts f JOIN note_now n ON n.id = f.rowid
                WHERE note_fts MATCH ? AND n.kind = ?"""
            return int(self._one(sql, match, kind)[0])
        # Few notes have several editions: to leave out what does not hold is faster than to look up each that does.
        sql = """SELECT count(*) FROM note_fts WHERE note_fts MATCH ? AND rowid NOT IN (
            SELECT n.id FROM note n WHERE n.note IN (SELECT note FROM note WHERE edition > 1)
                AND (n.withdrawn OR n.edition < (SELECT max(edition) FROM note WHERE note = n.note)))"""
        return int(self._one(sql, match)[0])

    def newest_notes(self, most: int, kind: str = "") -> list[NoteRow]:
        """Return at most `most` notes, newest first."""
        sql = "SELECT * FROM note_now WHERE ? = '' OR kind = ? ORDER BY id DESC LIMIT ?"
        return [NoteRow(*row) for row in self._all(sql, kind, kind, most)]

    def number_of_notes(self, kind: str = "") -> int:
        """Return how many notes there are."""
        if kind:
            return int(self._one("SELECT count(*) FROM note_now WHERE kind = ?", kind)[0])
        sql = """SELECT (SELECT count(DISTINCT note) FROM note) - (
            SELECT count(*) FROM note n WHERE n.note IN (SELECT note FROM note WHERE edition > 1)
                AND n.withdrawn AND n.edition = (SELECT max(edition) FROM note WHERE note = n.note))"""
        return int(self._one(sql)[0])

    def main_points(self) -> list[MainPointRow]:
        """Return the main points for the play-back, in order."""
        return [MainPointRow(*row) for row in self._all("SELECT * FROM main_point_now ORDER BY position, id")]

    def points_ever_made_of(self, note: bytes) -> list[bytes]:
        """Return the ids of the main points that were made of a note, withdrawn ones too."""
        return [row[0] for row in self._all("SELECT DISTINCT point FROM main_point WHERE note = ?", note)]

    def main_point_editions(self, point: bytes) -> list[MainPointRow]:
        """Return every edition of one main point, the first one first."""
        return [
            MainPointRow(*row) for row in self._all("SELECT * FROM main_point WHERE point = ? ORDER BY edition", point)
        ]

    def activity_marks(self) -> list[Mark]:
        """Return when steps began, ended, were skipped or wanted after all, oldest first."""
        sql = """SELECT e.at, m.activity, m.mark, m.id, e.why FROM activity_mark m JOIN entry e ON e.seq = m.entry
            ORDER BY m.id"""
        return [Mark(*row) for row in self._all(sql)]

    def clock_marks(self) -> list[Mark]:
        """Return when all clocks paused, went on or changed their pace, oldest first."""
        sql = """SELECT coalesce(m.since, e.at), '', m.mark, m.id, e.why FROM clock_mark m
            JOIN entry e ON e.seq = m.entry ORDER BY m.id"""
        return [Mark(*row) for row in self._all(sql)]

    def last_entry(self) -> int:
        """Return the sequence number of the newest entry: while it stays, nothing but ballots has come."""
        return int(self._one("SELECT coalesce(max(seq), 0) FROM entry")[0])

    def outcomes(self) -> list[OutcomeNow]:
        """Return what the room did with the statements."""
        sql = """SELECT o.question, q.key, o.revision, o.kind, w.text, o.decided_by, e.why FROM outcome_now o
            JOIN question q ON q.id = o.question JOIN wording w ON w.id = o.wording JOIN entry e ON e.seq = o.entry
            ORDER BY """
        sql += f"{_PLACE_OF_STEP}, q.position"
        return [OutcomeNow(*row) for row in self._all(sql)]

    def carry_forward(self) -> CarryForwardNow | None:
        """Return the newest carry-forward decision."""
        sql = """SELECT c.id, c.question, c.revision, c.cut, c.tie_rule, c.decided_by, c.stale, e.why
            FROM carry_forward_now c JOIN entry e ON e.seq = c.entry"""
        for id_, question, revision, cut, tie_rule, decided_by, stale, why in self._all(sql):
            rows = self._all("SELECT option_key FROM carried WHERE carry_forward = ? ORDER BY position", id_)
            areas = tuple(row[0] for row in rows)
            return CarryForwardNow(id_, question, revision, cut, tie_rule, decided_by, areas, bool(stale), why)
        return None

    def count_is_closed(self) -> bool:
        """Return whether voting has ended for good."""
        return bool(self._all("SELECT 1 FROM count_closed"))

    def changes(self) -> list[Change]:
        """Return the file's history, oldest first."""
        return [Change(*row) for row in self._all("SELECT * FROM changes ORDER BY seq")]

    def last_written(self) -> str:
        """Return when the file was last written, to the minute."""
        return str(self._one("SELECT at FROM heartbeat")[0])

    def wording(self, wording: int) -> WordingNow:
        """Return one wording."""
        sql = "SELECT id, key, version, text, translations, easy_read, source FROM wording WHERE id = ?"
        id_, key, version, text, translations, easy_read, source = self._one(sql, wording)
        return WordingNow(id_, key, version, text, json.loads(translations), json.loads(easy_read), source)

    def wordings(self, key: str) -> list[WordingNow]:
        """Return every version of the wording called `key`, the first one first."""
        return [self.wording(row[0]) for row in self._all("SELECT id FROM wording WHERE key = ? ORDER BY version", key)]

    def newest_wording(self, key: str) -> WordingNow | None:
        """Return the newest version of the wording called `key`."""
        row = self._all("SELECT id FROM wording_now WHERE key = ?", key)
        return self.wording(row[0][0]) if row else None

    def ballots_of(self, question: QuestionId, voter: VoterHash) -> list[StoredBallot]:
        """Return every ballot of one voter on a question."""
        sql = "SELECT sender, counter, edition, standing, marks FROM ballot WHERE question = ? AND voter = ?"
        return [StoredBallot(*row) for row in self._all(sql, question, voter)]

    def imported_ballots(self, question: QuestionId) -> dict[bytes, list[StoredBallot]]:
        """Return the imported ballots of a question, by voter."""
        sql = """SELECT voter, sender, counter, edition, standing, marks FROM ballot
            WHERE question = ? AND channel = 'import'"""
        found: dict[bytes, list[StoredBallot]] = {}
        for voter, *ballot in self._all(sql, question):
            found.setdefault(voter, []).append(StoredBallot(*ballot))
        return found

    def highest_editions(self, question: QuestionId) -> dict[bytes, int]:
        """Return the highest edition of every voter of a question."""
        return dict(self._all("SELECT voter, max(edition) FROM ballot WHERE question = ? GROUP BY voter", question))

    def secret(self, question: QuestionId) -> bytes | None:
        """Return the key of a question's voter hashes, unless it was never made or is forgotten."""
        return next((row[0] for row in self._all("SELECT key FROM secret WHERE question = ?", question)), None)

    def _sheets(self, view: str, question: QuestionId) -> Iterator[SheetNow]:
        sql = f"""SELECT id, second_of, place, channel, people_voting, abstain, blank, spoilt, counter,
            instead_of_ballots, provisional FROM {view} WHERE question = ? ORDER BY id"""
        for id_, second_of, place, channel, *figures, counter, instead, provisional in self._all(sql, question):
            lines = dict(self._all("SELECT option_key, number FROM count_line WHERE sheet = ?", id_))
            people, abstain, blank, spoilt = figures
            sheet = CountSheet(
                place, Channel(channel), lines, people, abstain, blank, spoilt, counter,
                instead_of_ballots=bool(instead), provisional=bool(provisional),
            )  # fmt: skip
            yield SheetNow(id_, second_of, sheet)
