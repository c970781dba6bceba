"""Facilitator without its windows: a public conversation run, counted, reported and packed from one event file."""

__version__ = "0.1.0"
