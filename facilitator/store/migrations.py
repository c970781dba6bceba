"""The relations of the event file, as ordered migrations; one that was released is never edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils.migrations import Migrations

from facilitator.store.format import APPLICATION_ID, MIGRATION_SET

if TYPE_CHECKING:
    from sqlite_utils import Database

event_file = Migrations(MIGRATION_SET)

APPEND_ONLY = (
    "file_mark",
    "entry",
    "programme",
    "event_detail",
    "activity",
    "wording",
    "question",
    "question_option",
    "question_state",
    "issued",
    "ballot",
    "count_sheet",
    "count_line",
    "attendance",
    "table_session",
    "note",
    "outcome",
    "carry_forward",
    "carried",
    "count_closed",
)
ADDED_FOR_RUNNING = ("activity_mark", "clock_mark", "main_point")
ADDED_FOR_SEEING = (
    "words_read", "door_count", "invitation", "form_answer", "form_answer_back", "access_provision", "next_step",
    "publication",
)  # fmt: skip
ADDED_FOR_THE_FRONT = ("prepared_programme", "meeting", "partner", "duty", "safeguarding_lead", "table_time")


@event_file()
def the_event_file(db: Database) -> None:
    """The first format: every relation, its views and the triggers that keep it append-only."""
    for statement in (*_RELATIONS, *_VIEWS, *_append_only_triggers()):
        db.conn.execute(statement)
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@event_file()
def running_an_event(db: Database) -> None:
    """When steps began and ended, pauses, main points for the play-back, how strong a note is, and search in notes."""
    for statement in (*_RUNNING, *_append_only_triggers(ADDED_FOR_RUNNING)):
        db.conn.execute(statement)
    # Every edition is indexed; a search looks among the newest ones. Words are not stemmed: with porter's "even" for
    # "evening" in the index, "eveni" typed on the way there finds nothing.
    db.table("note").enable_fts(["text"], tokenize="unicode61 remove_diacritics 2", create_triggers=True)


@event_file()
def what_may_be_seen(db: Database) -> None:
    """Who came, tallied forms, access, next steps, what a person has read, and what was published before."""
    for statement in (*_SEEING, *_append_only_triggers(ADDED_FOR_SEEING)):
        db.conn.execute(statement)


@event_file()
def at_the_front(db: Database) -> None:
    """The programme as the organiser prepared it, what kind of meeting it is, who to call, extra time of a table."""
    for statement in (*_FRONT, *_append_only_triggers(ADDED_FOR_THE_FRONT)):
        db.conn.execute(statement)


def _append_only_triggers(relations: tuple[str, ...] = APPEND_ONLY) -> list[str]:
    return [
        f"CREATE TRIGGER {relation}_refuses_{verb.lower()} BEFORE {verb} ON {relation} "
        f"BEGIN SELECT RAISE(ABORT, 'rows of {relation} are only ever added'); END"
        for relation in relations
        for verb in ("UPDATE", "DELETE")
    ]


_ENTRY = "entry INTEGER NOT NULL REFERENCES entry(seq)"
_QUESTION = "question INTEGER NOT NULL REFERENCES question(id)"

_RELATIONS = (
    """CREATE TABLE file_mark (
        only INTEGER PRIMARY KEY CHECK (only = 1), event TEXT NOT NULL, rehearsal INTEGER NOT NULL CHECK (rehearsal IN (0, 1))
    ) STRICT""",
    """CREATE TABLE entry (
        seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16), at TEXT NOT NULL, by TEXT NOT NULL,
        verb TEXT NOT NULL, about TEXT NOT NULL, why TEXT NOT NULL
    ) STRICT""",
    f"""CREATE TABLE programme (
        id INTEGER PRIMARY KEY, {_ENTRY}, digest TEXT NOT NULL, form TEXT NOT NULL, text TEXT NOT NULL
    ) STRICT""",
    f"""CREATE TABLE event_detail (
        id INTEGER PRIMARY KEY, {_ENTRY}, title TEXT NOT NULL, held_on TEXT NOT NULL, place TEXT NOT NULL,
        tables INTEGER, variant TEXT NOT NULL, language TEXT NOT NULL, convenor TEXT NOT NULL, area TEXT NOT NULL
    ) STRICT""",
    f"""CREATE TABLE wording (
        id INTEGER PRIMARY KEY, {_ENTRY}, key TEXT NOT NULL, version INTEGER NOT NULL CHECK (version > 0),
        parent INTEGER REFERENCES wording(id), text TEXT NOT NULL, translations TEXT NOT NULL, easy_read TEXT NOT NULL,
        text_hash TEXT NOT NULL, source TEXT NOT NULL CHECK (source IN ('programme', 'organiser', 'room')),
        UNIQUE (key, version)
    ) STRICT""",
    f"""CREATE TABLE activity (
        id INTEGER PRIMARY KEY, {_ENTRY}, key TEXT NOT NULL, stage TEXT NOT NULL, position REAL NOT NULL, kind TEXT NOT NULL,
        title TEXT NOT NULL, minutes INTEGER NOT NULL, who TEXT NOT NULL, prompts TEXT NOT NULL, from_area TEXT,
        each_area INTEGER NOT NULL, dropped INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    f"""CREATE TABLE question (
        id INTEGER PRIMARY KEY, {_ENTRY}, key TEXT NOT NULL, stage TEXT NOT NULL, activity TEXT NOT NULL,
        position REAL NOT NULL, method TEXT NOT NULL, max_marks INTEGER NOT NULL CHECK (max_marks > 0),
        stacking INTEGER NOT NULL, practice INTEGER NOT NULL, sensitive INTEGER NOT NULL, must_have INTEGER NOT NULL,
        room_made INTEGER NOT NULL, wording INTEGER NOT NULL REFERENCES wording(id),
        replaces INTEGER UNIQUE REFERENCES question(id), from_area TEXT, run_off_of INTEGER REFERENCES question(id)
    ) STRICT""",
    "CREATE INDEX question_by_key ON question (key)",
    f"""CREATE TABLE question_option (
        {_QUESTION}, position INTEGER NOT NULL, option_key TEXT NOT NULL, wording INTEGER NOT NULL REFERENCES wording(id),
        {_ENTRY}, PRIMARY KEY (question, option_key), UNIQUE (question, position)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE question_state (
        id INTEGER PRIMARY KEY, {_ENTRY}, {_QUESTION}, revision INTEGER NOT NULL CHECK (revision > 0),
        state TEXT NOT NULL CHECK (state IN ('ready', 'open', 'closed', 'void')), present INTEGER CHECK (present >= 0),
        groups_disjoint INTEGER NOT NULL, explanation TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX question_state_by_question ON question_state (question, id)",
    """CREATE TABLE issued (
        state INTEGER NOT NULL REFERENCES question_state(id), channel TEXT NOT NULL, number INTEGER NOT NULL CHECK (number >= 0),
        PRIMARY KEY (state, channel)
    ) STRICT, WITHOUT ROWID""",
    # IN (…) would build a list for every row: with it a large import takes 1.6 times as long (tests/bench/votes.py).
    # No sequence, time or author, on random keys: nobody can tell in which order people voted (domain.md 7a).
    f"""CREATE TABLE ballot (
        {_QUESTION}, voter BLOB NOT NULL, sender BLOB NOT NULL, counter INTEGER NOT NULL, edition INTEGER NOT NULL,
        channel TEXT NOT NULL, standing TEXT NOT NULL CHECK (standing = 'valid' OR standing = 'blank' OR standing = 'spoilt'
            OR standing = 'abstain' OR standing = 'late'),
        marks TEXT NOT NULL, assisted INTEGER NOT NULL, PRIMARY KEY (question, voter, sender, counter)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE count_sheet (
        id INTEGER PRIMARY KEY, {_ENTRY}, {_QUESTION}, place TEXT NOT NULL, channel TEXT NOT NULL, counter TEXT NOT NULL,
        second_of INTEGER REFERENCES count_sheet(id), replaces INTEGER UNIQUE REFERENCES count_sheet(id),
        people_voting INTEGER CHECK (people_voting >= 0), abstain INTEGER NOT NULL CHECK (abstain >= 0),
        blank INTEGER NOT NULL CHECK (blank >= 0), spoilt INTEGER NOT NULL CHECK (spoilt >= 0),
        instead_of_ballots INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX count_sheet_by_question ON count_sheet (question)",
    """CREATE TABLE count_line (
        sheet INTEGER NOT NULL REFERENCES count_sheet(id), option_key TEXT NOT NULL, number INTEGER NOT NULL CHECK (number >= 0),
        PRIMARY KEY (sheet, option_key)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE attendance (
        id INTEGER PRIMARY KEY, {_ENTRY}, measure TEXT NOT NULL CHECK (measure IN ('attended', 'present')), role TEXT NOT NULL,
        activity TEXT NOT NULL, people INTEGER CHECK (people >= 0)
    ) STRICT""",
    f"""CREATE TABLE table_session (
        id INTEGER PRIMARY KEY, {_ENTRY}, activity TEXT NOT NULL, place TEXT NOT NULL, headcount INTEGER CHECK (headcount >= 0),
        complete INTEGER NOT NULL, played_back INTEGER NOT NULL
    ) STRICT""",
    f"""CREATE TABLE note (
        id INTEGER PRIMARY KEY, {_ENTRY}, note BLOB NOT NULL CHECK (length(note) = 16), edition INTEGER NOT NULL CHECK (edition > 0),
        activity TEXT NOT NULL, place TEXT NOT NULL, kind TEXT NOT NULL, about TEXT NOT NULL, text TEXT NOT NULL,
        language TEXT NOT NULL, withdrawn INTEGER NOT NULL, UNIQUE (note, edition)
    ) STRICT""",
    f"""CREATE TABLE outcome (
        id INTEGER PRIMARY KEY, {_ENTRY}, {_QUESTION}, revision INTEGER NOT NULL, kind TEXT NOT NULL,
        wording INTEGER NOT NULL REFERENCES wording(id), decided_by TEXT NOT NULL
    ) STRICT""",
    f"""CREATE TABLE carry_forward (
        id INTEGER PRIMARY KEY, {_ENTRY}, {_QUESTION}, revision INTEGER NOT NULL, cut INTEGER NOT NULL CHECK (cut > 0),
        tie_rule TEXT NOT NULL, decided_by TEXT NOT NULL, run_off INTEGER REFERENCES question(id), run_off_revision INTEGER
    ) STRICT""",
    """CREATE TABLE carried (
        carry_forward INTEGER NOT NULL REFERENCES carry_forward(id), position INTEGER NOT NULL, option_key TEXT NOT NULL,
        PRIMARY KEY (carry_forward, position), UNIQUE (carry_forward, option_key)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE count_closed (
        only INTEGER PRIMARY KEY CHECK (only = 1), {_ENTRY}
    ) STRICT""",
    # The one relation whose rows are deleted: when the count is closed, the keys are forgotten.
    """CREATE TABLE secret (
        question INTEGER PRIMARY KEY REFERENCES question(id), key BLOB NOT NULL
    ) STRICT""",
    # The one row that is overwritten: when the file was last written, to the minute (domain.md 7a).
    """CREATE TABLE heartbeat (
        only INTEGER PRIMARY KEY CHECK (only = 1), at TEXT NOT NULL
    ) STRICT""",
)

_VIEWS = (
    """CREATE VIEW event_now AS SELECT * FROM event_detail ORDER BY id DESC LIMIT 1""",
    """CREATE VIEW wording_now AS SELECT w.* FROM wording w
        WHERE w.version = (SELECT max(version) FROM wording WHERE key = w.key)""",
    """CREATE VIEW activity_now AS SELECT a.* FROM activity a
        WHERE a.id = (SELECT max(id) FROM activity WHERE key = a.key) AND NOT a.dropped""",
    """CREATE VIEW question_now AS
        SELECT q.*, coalesce(s.state, 'ready') AS state, coalesce(s.revision, 1) AS revision, s.id AS state_id, s.present,
            coalesce(s.groups_disjoint, 0) AS groups_disjoint, coalesce(s.explanation, '') AS explanation,
            w.text AS text, w.text_hash, w.version AS wording_version, w.source
        FROM question q JOIN wording w ON w.id = q.wording
        LEFT JOIN question_state s ON s.id = (SELECT max(id) FROM question_state WHERE question = q.id)""",
    """CREATE VIEW ballot_now AS SELECT b.* FROM ballot b
        WHERE b.edition > 0 AND NOT EXISTS (
            SELECT 1 FROM ballot n WHERE n.question = b.question AND n.voter = b.voter AND n.edition > b.edition)""",
    """CREATE VIEW count_now AS SELECT c.* FROM count_sheet c
        WHERE c.second_of IS NULL AND NOT EXISTS (SELECT 1 FROM count_sheet r WHERE r.replaces = c.id)""",
    """CREATE VIEW second_count_now AS SELECT c.* FROM count_sheet c JOIN count_now f ON c.second_of = f.id
        WHERE NOT EXISTS (SELECT 1 FROM count_sheet r WHERE r.second_of = c.second_of AND r.id > c.id)""",
    """CREATE VIEW attendance_now AS SELECT a.* FROM attendance a WHERE a.id =
        (SELECT max(id) FROM attendance WHERE measure = a.measure AND role = a.role AND activity = a.activity)""",
    """CREATE VIEW table_session_now AS SELECT t.* FROM table_session t WHERE t.id =
        (SELECT max(id) FROM table_session WHERE activity = t.activity AND place = t.place)""",
    """CREATE VIEW note_now AS SELECT n.* FROM note n
        WHERE n.edition = (SELECT max(edition) FROM note WHERE note = n.note) AND NOT n.withdrawn""",
    """CREATE VIEW outcome_now AS SELECT o.* FROM outcome o
        WHERE o.id = (SELECT max(id) FROM outcome WHERE question = o.question)""",
    """CREATE VIEW carry_forward_now AS
        SELECT c.*, (q.state <> 'closed' OR q.revision <> c.revision
            OR (r.id IS NOT NULL AND (r.state <> 'closed' OR r.revision <> c.run_off_revision))) AS stale
        FROM carry_forward c JOIN question_now q ON q.id = c.question LEFT JOIN question_now r ON r.id = c.run_off
        WHERE c.id = (SELECT max(id) FROM carry_forward)""",
    """CREATE VIEW changes AS
        SELECT e.seq, e.at, e.by, e.verb, e.about, e.why, coalesce(
            (SELECT d.title || ', ' || d.held_on || ', ' || d.place FROM event_detail d WHERE d.entry = e.seq),
            (SELECT 'carried ' || (SELECT group_concat(option_key, ', ') FROM carried WHERE carry_forward = c.id)
                || CASE c.tie_rule WHEN '' THEN '' ELSE '; tie rule ' || c.tie_rule END || '; decided by ' || c.decided_by
                FROM carry_forward c WHERE c.entry = e.seq),
            (SELECT o.kind || ', decided by ' || o.decided_by || ': ' || w.text FROM outcome o JOIN wording w ON w.id = o.wording
                WHERE o.entry = e.seq),
            (SELECT w.text FROM wording w WHERE w.entry = e.seq ORDER BY w.id DESC LIMIT 1),
            (SELECT 'revision ' || s.revision || ', ' || coalesce(s.present, 'unknown') || ' present'
                FROM question_state s WHERE s.entry = e.seq ORDER BY s.id DESC LIMIT 1)
                || coalesce('; ' || (SELECT group_concat(option_key || ' ' || number, ', ') FROM count_line
                    WHERE sheet = (SELECT max(id) FROM count_sheet c WHERE c.entry = e.seq)), ''),
            (SELECT c.place || ' by ' || c.channel || ': ' || coalesce((SELECT group_concat(option_key || ' ' || number, ', ')
                FROM count_line WHERE sheet = c.id), '') FROM count_sheet c WHERE c.entry = e.seq ORDER BY c.id DESC LIMIT 1),
            (SELECT a.measure || ' ' || a.role || ': ' || coalesce(a.people, 'unknown') FROM attendance a WHERE a.entry = e.seq),
            (SELECT t.place || ': ' || coalesce(t.headcount, 'unknown') || ' people' FROM table_session t WHERE t.entry = e.seq),
            (SELECT n.place || ' ' || n.kind || ', edition ' || n.edition FROM note n WHERE n.entry = e.seq), '') AS detail
        FROM entry e""",
)

_RUNNING = (
    "ALTER TABLE note ADD COLUMN verbatim INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE note ADD COLUMN strength TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE note ADD COLUMN minority INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE count_sheet ADD COLUMN provisional INTEGER NOT NULL DEFAULT 0",
    f"""CREATE TABLE activity_mark (
        id INTEGER PRIMARY KEY, {_ENTRY}, activity TEXT NOT NULL,
        mark TEXT NOT NULL CHECK (mark IN ('started', 'ended', 'skipped', 'wanted'))
    ) STRICT""",
    # since: from when it holds, where that is not when it was written: after a crash the clocks stood from the last write.
    f"""CREATE TABLE clock_mark (
        id INTEGER PRIMARY KEY, {_ENTRY}, mark TEXT NOT NULL CHECK (mark IN ('paused', 'resumed', 'slow', 'usual')), since TEXT
    ) STRICT""",
    f"""CREATE TABLE main_point (
        id INTEGER PRIMARY KEY, {_ENTRY}, point BLOB NOT NULL CHECK (length(point) = 16), edition INTEGER NOT NULL CHECK (edition > 0),
        position REAL NOT NULL, text TEXT NOT NULL, minority INTEGER NOT NULL, note BLOB,
        heard TEXT NOT NULL CHECK (heard IN ('', 'yes', 'changed')), withdrawn INTEGER NOT NULL, UNIQUE (point, edition)
    ) STRICT""",
    """CREATE VIEW main_point_now AS SELECT p.* FROM main_point p
        WHERE p.edition = (SELECT max(edition) FROM main_point WHERE point = p.point) AND NOT p.withdrawn""",
)

_SEEING = (
    "ALTER TABLE note ADD COLUMN owner TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE note ADD COLUMN by_when TEXT NOT NULL DEFAULT ''",
    # A person has read these very words, wherever they stand, and let them be published.
    f"""CREATE TABLE words_read (
        id INTEGER PRIMARY KEY, {_ENTRY}, digest TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX words_read_by_digest ON words_read (digest)",
    f"""CREATE TABLE door_count (
        id INTEGER PRIMARY KEY, {_ENTRY}, activity TEXT NOT NULL, role TEXT NOT NULL,
        people_in INTEGER NOT NULL CHECK (people_in >= 0), people_out INTEGER NOT NULL CHECK (people_out >= 0)
    ) STRICT""",
    f"""CREATE TABLE invitation (
        id INTEGER PRIMARY KEY, {_ENTRY}, invited INTEGER CHECK (invited >= 0), booked INTEGER CHECK (booked >= 0)
    ) STRICT""",
    # As with ballots: no sequence, time or author, on random marks made anew for every question, so that the answers
    # of one form can never be put together again (domain.md section 3, D4).
    """CREATE TABLE form_answer (
        question TEXT NOT NULL, mark BLOB NOT NULL CHECK (length(mark) = 16), answer TEXT NOT NULL,
        PRIMARY KEY (question, mark)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE form_answer_back (
        question TEXT NOT NULL, mark BLOB NOT NULL, PRIMARY KEY (question, mark)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE access_provision (
        id INTEGER PRIMARY KEY, {_ENTRY}, what TEXT NOT NULL, asked TEXT NOT NULL, provided TEXT NOT NULL,
        worked TEXT NOT NULL, withdrawn INTEGER NOT NULL
    ) STRICT""",
    f"""CREATE TABLE next_step (
        id INTEGER PRIMARY KEY, {_ENTRY}, step BLOB NOT NULL CHECK (length(step) = 16),
        edition INTEGER NOT NULL CHECK (edition > 0), position REAL NOT NULL, text TEXT NOT NULL, who TEXT NOT NULL,
        by_when TEXT NOT NULL, withdrawn INTEGER NOT NULL, UNIQUE (step, edition)
    ) STRICT""",
    # What was published of people by characteristic: later revisions must not give away by a difference (D2, D8).
    f"""CREATE TABLE publication (
        id INTEGER PRIMARY KEY, {_ENTRY}, revision INTEGER NOT NULL CHECK (revision > 0), digest TEXT NOT NULL,
        figures TEXT NOT NULL
    ) STRICT""",
    """CREATE VIEW door_count_now AS SELECT d.* FROM door_count d WHERE d.id =
        (SELECT max(id) FROM door_count WHERE activity = d.activity AND role = d.role)""",
    """CREATE VIEW form_answer_now AS SELECT f.* FROM form_answer f WHERE NOT EXISTS (
        SELECT 1 FROM form_answer_back b WHERE b.question = f.question AND b.mark = f.mark)""",
    """CREATE VIEW access_provision_now AS SELECT a.* FROM access_provision a
        WHERE a.id = (SELECT max(id) FROM access_provision WHERE what = a.what) AND NOT a.withdrawn""",
    """CREATE VIEW next_step_now AS SELECT n.* FROM next_step n
        WHERE n.edition = (SELECT max(edition) FROM next_step WHERE step = n.step) AND NOT n.withdrawn""",
    """CREATE VIEW counted AS SELECT c.entry, c.place || ' by ' || c.channel || coalesce(': ' || (
        SELECT group_concat(option_key || ' ' || number, ', ') FROM count_line WHERE sheet = c.id), '') AS told
        FROM count_sheet c ORDER BY c.id""",
    "DROP VIEW changes",
    """CREATE VIEW changes AS
        SELECT e.seq, e.at, e.by, e.verb, e.about, e.why, coalesce(
            (SELECT d.title || ', ' || d.held_on || ', ' || d.place FROM event_detail d WHERE d.entry = e.seq),
            (SELECT 'carried ' || (SELECT group_concat(option_key, ', ') FROM carried WHERE carry_forward = c.id)
                || CASE c.tie_rule WHEN '' THEN '' ELSE '; tie rule ' || c.tie_rule END || '; decided by ' || c.decided_by
                FROM carry_forward c WHERE c.entry = e.seq),
            (SELECT o.kind || ', decided by ' || o.decided_by || ': ' || w.text FROM outcome o JOIN wording w ON w.id = o.wording
                WHERE o.entry = e.seq),
            (SELECT w.text FROM wording w WHERE w.entry = e.seq ORDER BY w.id DESC LIMIT 1),
            (SELECT 'revision ' || s.revision || ', ' || coalesce(s.present, 'unknown') || ' present'
                FROM question_state s WHERE s.entry = e.seq ORDER BY s.id DESC LIMIT 1)
                || coalesce('; ' || (SELECT group_concat(told, '; ') FROM counted WHERE entry = e.seq), ''),
            (SELECT group_concat(told, '; ') FROM counted WHERE entry = e.seq),
            (SELECT a.measure || ' ' || a.role || ': ' || coalesce(a.people, 'unknown') FROM attendance a WHERE a.entry = e.seq),
            (SELECT t.place || ': ' || coalesce(t.headcount, 'unknown') || ' people' FROM table_session t WHERE t.entry = e.seq),
            (SELECT n.place || ' ' || n.kind || ', edition ' || n.edition FROM note n WHERE n.entry = e.seq),
            (SELECT d.role || ': ' || d.people_in || ' in, ' || d.people_out || ' out' FROM door_count d WHERE d.entry = e.seq),
            (SELECT coalesce(i.invited, 'unknown') || ' invited, ' || coalesce(i.booked, 'unknown') || ' booked'
                FROM invitation i WHERE i.entry = e.seq),
            (SELECT a.what || ': asked ' || a.asked || ', provided ' || a.provided || ', worked ' || a.worked
                FROM access_provision a WHERE a.entry = e.seq ORDER BY a.id DESC LIMIT 1),
            (SELECT n.text || ', ' || n.who || ', ' || n.by_when FROM next_step n WHERE n.entry = e.seq),
            (SELECT 'revision ' || p.revision FROM publication p WHERE p.entry = e.seq), '') AS detail
        FROM entry e""",
)

_FRONT = (
    # The whole programme as JSON each time: the newest one holds, and undo stores the one before once more.
    f"""CREATE TABLE prepared_programme (
        id INTEGER PRIMARY KEY, {_ENTRY}, text TEXT NOT NULL
    ) STRICT""",
    f"""CREATE TABLE meeting (
        id INTEGER PRIMARY KEY, {_ENTRY}, openness TEXT NOT NULL CHECK (openness IN ('', 'open', 'closed')),
        reason TEXT NOT NULL, profile TEXT NOT NULL CHECK (profile IN ('', 'under-16'))
    ) STRICT""",
    f"""CREATE TABLE partner (
        id INTEGER PRIMARY KEY, {_ENTRY}, partner BLOB NOT NULL CHECK (length(partner) = 16),
        edition INTEGER NOT NULL CHECK (edition > 0), position REAL NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
        role TEXT NOT NULL, withdrawn INTEGER NOT NULL, UNIQUE (partner, edition)
    ) STRICT""",
    f"""CREATE TABLE duty (
        id INTEGER PRIMARY KEY, {_ENTRY}, duty TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('', 'done', 'not_needed')),
        remark TEXT NOT NULL
    ) STRICT""",
    # Who to call: it stays in this file and is in no report and no pack. What is told to that person is stored nowhere.
    f"""CREATE TABLE safeguarding_lead (
        id INTEGER PRIMARY KEY, {_ENTRY}, name TEXT NOT NULL, phone TEXT NOT NULL, advice TEXT NOT NULL
    ) STRICT""",
    f"""CREATE TABLE table_time (
        id INTEGER PRIMARY KEY, {_ENTRY}, activity TEXT NOT NULL, place TEXT NOT NULL, minutes INTEGER NOT NULL CHECK (minutes >= 0)
    ) STRICT""",
    """CREATE VIEW partner_now AS SELECT p.* FROM partner p
        WHERE p.edition = (SELECT max(edition) FROM partner WHERE partner = p.partner) AND NOT p.withdrawn""",
    """CREATE VIEW duty_now AS SELECT d.* FROM duty d WHERE d.id = (SELECT max(id) FROM duty WHERE duty = d.duty)""",
    """CREATE VIEW table_time_now AS SELECT t.* FROM table_time t WHERE t.id =
        (SELECT max(id) FROM table_time WHERE activity = t.activity AND place = t.place)""",
)
