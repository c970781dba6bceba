"""Preparing an event: its details, its run sheet and all its words, changed where they stand."""
