"""Handing over: report, same-day sheet and pack made from an open event, and taken along on a stick."""
