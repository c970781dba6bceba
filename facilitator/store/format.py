"""The format of the event file: its mark, and the migrations this program knows, oldest first."""

APPLICATION_ID = 0x46414331  # "FAC1", so that `file` and SQLite know an event file from another database

# The names of the functions in migrations.py; kept here so that opening a file of today imports no migration library.
MIGRATION_SET = "event"
MIGRATIONS = ("the_event_file", "running_an_event", "what_may_be_seen", "at_the_front")
