"""Audiences: who will see what the gate lets through."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """Who will see it; the coordinator's exact figures travel only in the sealed return."""

    OPERATOR = "operator"
    ROOM = "room"
    PUBLISHED = "published"
    COORDINATOR = "coordinator"
