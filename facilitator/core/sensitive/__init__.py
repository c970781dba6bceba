"""Words that may tell who somebody is: found in notes for a person to look at, never taken out by itself."""

from facilitator.core.sensitive.finding import NOTHING_FOUND, Finding, SensitiveKind, sentence
from facilitator.core.sensitive.looking import Concern, concern, concern_of, findings, redacted

__all__ = [
    "NOTHING_FOUND",
    "Concern",
    "Finding",
    "SensitiveKind",
    "concern",
    "concern_of",
    "findings",
    "redacted",
    "sentence",
]
