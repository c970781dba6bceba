"""What people in the room can act on: each error says what happened and what to do next."""

from __future__ import annotations

from facilitator.words.message import Message


class FacilitatorError(Exception):
    """Something a person can act on: `message` says what happened, `advice` what to do next."""

    def __init__(self, message: Message, advice: Message) -> None:
        super().__init__(message, advice)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}"


class Refused(FacilitatorError):
    """A rule of the event says no; nothing was stored or changed."""


class EventFileError(FacilitatorError):
    """The event file cannot be read or written as it is; what it already holds is untouched."""


class ProgrammeRefused(FacilitatorError):
    """A programme file breaks its documented shape; it was not used."""


class ImportRefused(FacilitatorError):
    """A file of votes cannot be taken as it is; none of its rows was stored."""


class PackDamaged(FacilitatorError):
    """A pack is not what it says it is; nothing of it was used."""
