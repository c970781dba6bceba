"""How to reach somebody: e-mail addresses and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.core.sensitive.finding import Finding, SensitiveKind, at, found

# Every repetition has an end and every pattern begins where a word does: no text makes them slow.
_ENDINGS = (
    r"(?:com|org|net|uk|scot|wales|cymru|london|ie|im|je|gg|eu|info|biz|edu|gov|io|me|co|tv|app|"
    r"dev|email|mail|online|site|pl|de|"
    r"fr|es|it|pt|nl|be|ro|lt|lv|bg|hu|cz|sk|gr|in|pk|bd|ng|cn|hk|ua|us|ca|au|nz)"
)
_LOCAL = r"[\w!#$%&'’*+/=?^{|}~-](?:[\w.!#$%&'’*+/=?^{|}~-]{0,63})"
_HOST = r"[^\W_](?:[\w-]{0,62})"
_EMAIL = re.compile(rf"(?<![\w.@+]){_LOCAL}@{_HOST}(?:\.{_HOST}){{0,4}}\.[^\W\d_]{{2,18}}(?![\w@])")
_SPACED_EMAIL = re.compile(
    rf"(?<![\w.@+]){_LOCAL} {{0,2}}@ {{0,2}}{_HOST}(?: ?\. ?{_HOST}){{0,3}} ?\. ?{_ENDINGS}(?![\w@])", re.IGNORECASE
)
_AT, _DOT = r"[ ]?(?:\(at\)|\[at\]|(?<= )at(?= ))[ ]?", r"[ ]?(?:\(dot\)|\[dot\]|(?<= )dot(?= ))[ ]?"
_LINE = r" (?:underscore|dash|hyphen) "
_SAID_EMAIL = re.compile(
    rf"(?<![\w.])[\w+'-]{{1,40}}(?:(?:\.|{_DOT}|{_LINE})[\w+'-]{{1,40}}){{0,4}}{_AT}{_HOST}"
    rf"(?:(?:\.|{_DOT}){_HOST}){{0,3}}(?:\.|{_DOT}){_ENDINGS}(?![\w])",
    re.IGNORECASE,
)

_GAP = r"[ .\-/()\u00a0\u2010-\u2013]{0,3}"
_UK_PHONE = re.compile(
    rf"(?<![\w£$€+])(?:(?:\+|00) ?44{_GAP}(?:\(0\){_GAP})?(?=[1-9])|\(?[0oO]{_GAP}(?=[1-9]))"
    rf"\d(?:{_GAP}[\doO]){{8,9}}(?![\w]|[.,:]\d)"
)
# The first digits of numbers that anybody may ring, free or at a premium: a helpline, not a person.
_PUBLIC = ("3", "8", "9", "4", "6")
_TIMES = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d ?- ?(?:[01]\d|2[0-4])[0-5]\d(?!\d)")
_BOOK = re.compile(r"(?:isbn[^a-z]{0,12}|97[89][ -]?(?:\d[ -]?){0,4})$", re.IGNORECASE)

_ABROAD = re.compile(r"(?<![\w£$€+])(?:\+|00) ?[1-9](?:[ .\-/()]{0,2}\d){6,13}(?!\d)")

_TO_RING = r"(?<!\w)(?:tel|phone|telephone|mob|mobile|landline|ring|call|text|whatsapp|fax|ffon|ffoniwch|ffôn|zadzwoń)"
_LOCAL_PHONE = re.compile(
    rf"{_TO_RING}[.:]?(?: (?:no|num|number|is|her|him|them|me|us|on|back|at)\b[.:]?){{0,4}} ?"
    r"(?P<number>7\d{3} ?\d{3} ?\d{3}|[2-9]\d{2}[ -]?\d{3,4}|[2-9]\d{5})(?![\d]|[.,:/-]\d| ?\d|"
    r" (?:people|times|calls|days|pounds))",
    re.IGNORECASE,
)
_LOCAL_PUBLIC = re.compile(r"116 ?\d{3}|999|111|101")

_DIGIT_WORDS = r"(?:oh?|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|treble)"
_SAID_PHONE = re.compile(
    rf"(?<!\w)(?:oh?|zero|nought|plus)(?!\w)(?:[ ,-]{{1,3}}{_DIGIT_WORDS}(?!\w)){{7,13}}", re.IGNORECASE
)


def emails(text: str) -> Iterator[Finding]:
    """Yield e-mail addresses, also with blanks beside the @ and as they are said: name at place dot org."""
    if "@" in text:
        for pattern in (_EMAIL, _SPACED_EMAIL):
            yield from (found(SensitiveKind.EMAIL, match) for match in pattern.finditer(text))
    lower = text.lower()
    if "at" in lower and ("dot" in lower or "(at)" in lower or "[at]" in lower):
        said = (match for match in _SAID_EMAIL.finditer(text) if _says_dot(match.group()))
        yield from (found(SensitiveKind.EMAIL, match) for match in said)


def phones(text: str) -> Iterator[Finding]:
    """Yield telephone numbers of people; numbers anybody may ring, such as 0800 1111, 111 and 0300, are left alone."""
    for match in _UK_PHONE.finditer(text):
        if not _is_public(match.group()) and not _is_no_phone(match):
            yield found(SensitiveKind.PHONE, match)
    if _ABROAD.search(text):
        yield from _phones_abroad(text)
    for pattern, group in ((_LOCAL_PHONE, "number"), (_SAID_PHONE, 0)):
        for match in pattern.finditer(text):
            if not _LOCAL_PUBLIC.fullmatch(match[group]):
                yield found(SensitiveKind.PHONE, match, group)


def _says_dot(words: str) -> bool:
    return re.search(r"\bdot\b|[(\[]at[)\]]", words, re.IGNORECASE) is not None


def _is_public(number: str) -> bool:
    digits = "".join(letter for letter in number.replace("o", "0").replace("O", "0") if letter.isdigit())
    for country in ("0044", "44"):
        digits = digits.removeprefix(country)
    return digits.lstrip("0").startswith(_PUBLIC)


def _is_no_phone(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 30) : match.start()]
    return _TIMES.match(match.group()) is not None or _BOOK.search(before) is not None


def _phones_abroad(text: str) -> Iterator[Finding]:
    # 40 ms that nobody pays who types no such number
    from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType, number_type

    anybodys = {
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.UAN,
    }
    for match in PhoneNumberMatcher(text, "GB", leniency=Leniency.VALID):
        begins = text[match.start : match.end].lstrip("( ").startswith(("+", "0"))
        if begins and number_type(match.number) not in anybodys:
            yield at(SensitiveKind.PHONE, text, match.start, match.end)
