"""Records of events for making packs."""

from __future__ import annotations

from tests.report.event_records import event_with, whole_event

__all__ = ["event_with", "whole_event"]
