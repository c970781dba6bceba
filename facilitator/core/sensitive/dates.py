"""Dates of birth: a whole date beside words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.core.sensitive.finding import Finding, SensitiveKind, found

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|"
    r"stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)"
)
_YEAR = r"(?:19\d\d|20[0-4]\d|['’]?\d\d)"
_DATE = (
    rf"(?:(?:0?[1-9]|[12]\d|3[01]) ?(?P<between>[/.\-]) ?(?:0?[1-9]|1[0-2]) ?(?P=between) ?{_YEAR}"
    rf"|(?:19\d\d|20[0-4]\d)[/.\-](?:0?[1-9]|1[0-2])[/.\-](?:0?[1-9]|[12]\d|3[01])"
    rf"|(?:the )?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?[ .\-/](?:of )?{_MONTH}[ ,.\-/]{{1,2}}{_YEAR}"
    rf"|{_MONTH} (?:the )?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,? {_YEAR}"
    rf"|(?:0[1-9]|[12]\d|3[01])(?P<gap> ?)(?:0[1-9]|1[0-2])(?P=gap){_YEAR})(?!\w|[/\-]\d)"
)
_BORN = (
    r"(?:d\.? ?o\.? ?b\.?|date of birth|birth ?date|birthday(?:['’]?s)?|b-?day|birth|born|b\.|"
    r"dyddiad geni|ganwyd|ganed|geni|data urodzenia|urodzon[ya]|ur\.)"
)
_FILLING = (
    r"(?: (?:in|at|up) \w{2,20}(?: \w{2,20})?)?[ :=,.(–—-]{0,3}(?:(?:is|was|on|as|given as|ar|"
    r"w dniu)(?!\w) ?){0,2}[ :=(–—-]{0,2}"
)
_SAID_BEFORE = re.compile(rf"(?<!\w){_BORN}{_FILLING}(?P<date>{_DATE})", re.IGNORECASE)
_SAID_AFTER = re.compile(
    rf"(?<![\w/.\-])(?P<date>{_DATE})[ ,]{{0,2}}[(\-]{{0,2}} ?"
    r"(?:d\.?o\.?b\b|date of birth|birth ?date|is (?:his|her|my|their) (?:birthday|date of birth|dob))",
    re.IGNORECASE,
)
# A service, a club or a building has a birthday too, and it is no secret.
_NO_PERSON = re.compile(
    r"(?:nhs|gig|service|club|group|charity|centre|hospital|surgery|scheme|project|trust|council|"
    r"building|hall)(?: (?:was|is))? ?$",
    re.IGNORECASE,
)


def birth_dates(text: str) -> Iterator[Finding]:
    """Yield whole dates that are said to be somebody's birth; a year or a birthday alone is none."""
    for match in _SAID_BEFORE.finditer(text):
        if not _NO_PERSON.search(text[max(0, match.start() - 20) : match.start()]):
            yield found(SensitiveKind.BIRTH_DATE, match, "date")
    yield from (found(SensitiveKind.BIRTH_DATE, match, "date") for match in _SAID_AFTER.finditer(text))
