"""Numbers of people: NHS, CHI and Health and Care numbers with their check digit, and National Insurance numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.core.sensitive.finding import Finding, SensitiveKind, found

_NEAR = 60  # characters
_TEN_DIGITS = re.compile(
    r"(?<![\w£$€.+-])(?<!\d[ -])(?:\d{3}([ -]?)\d{3}\1\d{4}|\d{6}[ -]\d{4}|\d{3} {0,2}\d{3} {0,2}\d{4})(?![\w]|"
    r"[ -]\d|[.,:]\d)"
)
_SPACED = re.compile(r"\d{3}[ -]+\d{3}[ -]+\d{4}")
_PATIENT = re.compile(
    r"(?<!\w)(?:nhs|chi|h ?[&+] ?c|hcn|health (?:and|&) care|gig|patients?|hosp|hospital|clinic|"
    r"gp|surgery|records?|pesel)(?!\w)",
    re.IGNORECASE,
)
# Said right before: then it is one even where a digit was typed wrong.
_SAID_TO_BE = re.compile(
    r"(?<!\w)(?:nhs|chi|h ?[&+] ?c|hcn|health (?:and|&) care|gig|patient)"
    r"(?: (?:no|num|nr|number|id)\b\.?| #|:)?(?:[ :]{1,2}(?:on (?:it|the card|the letter)|he says|"
    r"she says|is|was|=|-)){0,3}[ :.#-]{0,3}$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?<!\w)(?:isbn(?:-1[03])?|order|parcel|tracking|delivery|invoice|po|barcode|serial|account|"
    r"acc|charity|company|vat|grid|asset|part|"
    r"model|booking|ticket|grant|case|cost code)"
    r"(?!\w)[^.;!?\n]{0,25}$",
    re.IGNORECASE,
)

_PREFIX = r"(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-prstw-z][a-ceghj-nprstw-z]"
_NI_NUMBER = re.compile(rf"(?<![\w£$-]){_PREFIX}[ -]?\d{{2}}[ -]?\d{{2}}[ -]?\d{{2}}[ -]?[a-d](?![\w])", re.IGNORECASE)
_NI_WITHOUT_LAST = re.compile(
    rf"(?<!\w)(?:ni|nino|n\.i\.?|nat(?:ional)? ins(?:urance)?)(?: (?:no|num|number))?[.: -]{{0,3}}(?:(?:is|was)[ :])?"
    rf"(?P<number>{_PREFIX}[ -]?\d{{2}}[ -]?\d{{2}}[ -]?\d{{2}})(?![\w]|[ -]\d)",
    re.IGNORECASE,
)


def nhs_numbers(text: str) -> Iterator[Finding]:
    """Yield 10 digits that are a patient's: by their check digit and their spaces, or the words beside them."""
    for match in _TEN_DIGITS.finditer(text):
        if _is_patients(match):
            yield found(SensitiveKind.NHS_NUMBER, match)


def ni_numbers(text: str) -> Iterator[Finding]:
    """Yield National Insurance numbers."""
    for match in _NI_NUMBER.finditer(text):
        if not _OTHER.search(_before(match)):
            yield found(SensitiveKind.NI_NUMBER, match)
    yield from (found(SensitiveKind.NI_NUMBER, match, "number") for match in _NI_WITHOUT_LAST.finditer(text))


def _is_patients(match: re.Match[str]) -> bool:
    before = _before(match)
    if _SAID_TO_BE.search(before):
        return True
    if _OTHER.search(before) or not _has_check_digit(match.group()):
        return False
    if _SPACED.fullmatch(match.group()):
        return not match.group().startswith("0")  # that is how a telephone number begins
    after = match.string[match.end() : match.end() + _NEAR]
    return _PATIENT.search(before) is not None or _PATIENT.search(after) is not None


def _has_check_digit(number: str) -> bool:
    """9.0 % of 10 digits taken at random have it, so it never speaks alone."""
    from stdnum.gb import nhs  # CHI and Health and Care numbers are made like those of the NHS

    return bool(nhs.is_valid("".join(letter for letter in number if letter.isdigit())))


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _NEAR) : match.start()]
