"""Rehearsals: pretend people who go through the real doors of an event."""
