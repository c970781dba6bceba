"""Who somebody is: names with a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.core.sensitive.common_words import COMMON, FUNCTION_WORDS
from facilitator.core.sensitive.finding import Finding, SensitiveKind, at

_NAME = r"[^\W\d_](?:\w|['’-](?=\w)){1,29}"
_PARTICLES = r"(?:(?:van|von|de|da|der|den|la|le|el|al|bin|ap) ){0,3}"
_INITIALS = r"(?:(?:[^\W\d_]\.? ){1,3})?"
# The name is only looked at: "Mr and Mrs Lennox" has a second title in it.
_TITLED = re.compile(
    r"(?<![\w@'’-])(?P<title>mr|mrs|ms|miss|mx|dr|prof|revd?|cllr|cyng|parch|professor|doctor|"
    r"councillor|reverend|sir|dame|"
    r"sister|nurse|matron|father|fr|pastor|imam|rabbi|canon|pc|pcso|sgt|midwife|baroness|nyrs|pani?|doktor)(?!\w)\.? "
    rf"(?=(?P<before>{_PARTICLES}{_INITIALS}{_PARTICLES})(?P<name>{_NAME})(?P<more>(?: {_NAME}){{0,2}}))",
    re.IGNORECASE,
)
_PLAIN_TITLES = frozenset(("mr", "mrs"))  # no other word is written like them
_SHORT_TITLES = frozenset(("ms", "mx", "dr", "prof", "rev", "revd", "cllr", "cyng", "parch", "miss"))
_FORMAL_TITLES = frozenset(("professor", "doctor", "councillor", "reverend"))
_ALSO_NAMES = frozenset(["will", "may", "best", "little", "long"])
_NO_PERSONS = re.compile(
    r"(?:mr (?:whippy|kipling|men|right|nobody|muscle|bean|blobby|motivator|potato|sheen|tumble|and|or)"
    r"|mrs (?:brown[’']?s boys|doubtfire|hinch|and|or)"
    r"|(?:dr|doctor) (?:marten[’']?s?|pepper|who|google|no|oetker|seuss|barnardo[’']?s)"
    r"|miss (?:world|universe|marple)|father (?:christmas|time|figures?)"
    r"|(?:nurse|sister|matron|midwife|pc|father) (?:practitioners?|led|managers?|and|or|bank|prescribers?)"
    r"|ms (?:teams|society|office|word|excel|outlook|nurses?|clinic|group|diagnosis|support|patients?|therapy|trust|"
    r"sufferers?|specialists?|flares?|relapses?|fatigue|drugs|treatment|symptoms|charity))(?!\w)",
    re.IGNORECASE,
)
_NAMES_LIKE_VERBS = frozenset(
    [
        "ahmed",
        "mohammed",
        "muhammed",
        "mohamed",
        "hamed",
        "hameed",
        "saeed",
        "syed",
        "sayed",
        "javed",
        "naveed",
        "waheed",
        "rasheed",
        "reed",
        "king",
        "fleming",
        "harding",
        "browning",
        "golding",
        "manning",
        "keating",
        "sterling",
        "downing",
        "ling",
    ]
)
_LIKE_VERBS = ("ed", "ing", "ly")
_MISS_IS_A_TITLE = re.compile(r"(?:^|[.,;:!?\n(] ?|(?<!\w)(?:with|from|by|ask|see|saw|told|and|said) )$", re.IGNORECASE)
_BUILDING = re.compile(
    r"(?:hospital|hosp|ward|unit|centre|center|clinic|house|school|park|arms|surgery|hall|court|lodge|hospice)(?!\w)",
    re.IGNORECASE,
)
_IN_A_PLACE = re.compile(r" (?:in|at|is miles|car park|a ?& ?e|outpatients)(?!\w)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)


def titled_names(text: str) -> Iterator[Finding]:
    """Yield names with a title, also in small letters: Dr Patel, mrs o'neill. Bare names are not found."""
    for match in _TITLED.finditer(text):
        if _is_a_person(match):
            yield at(SensitiveKind.TITLED_NAME, text, match.start(), _end_of_name(match))


def _is_a_person(match: re.Match[str]) -> bool:
    name = match["name"]
    if _NO_PERSONS.match(match.string, match.start()) or not _may_be_a_name(match, _bare(name)):
        return False
    return _bare(name) == name or not _is_a_place(match)


def _may_be_a_name(match: re.Match[str], name: str) -> bool:
    title, lower = match["title"].lower(), name.lower().replace("’", "").replace("'", "")
    if title in _PLAIN_TITLES:
        return lower not in FUNCTION_WORDS or (name[0].isupper() and lower in _ALSO_NAMES)
    if title not in _SHORT_TITLES | _FORMAL_TITLES and not match["title"][0].isupper():
        return False  # "my sister Agnes" has no title
    if name[0].isupper():
        return lower not in (COMMON if name.isupper() else FUNCTION_WORDS)
    return title in _SHORT_TITLES and _may_be_a_small_name(match, title, lower)


def _may_be_a_small_name(match: re.Match[str], title: str, name: str) -> bool:
    if name in COMMON or match["title"] == "MS":
        return False
    if title == "miss" and not _MISS_IS_A_TITLE.search(match.string[max(0, match.start() - 8) : match.start()]):
        return False
    return name in _NAMES_LIKE_VERBS or not name.endswith(_LIKE_VERBS)


def _is_a_place(match: re.Match[str]) -> bool:
    """Return whether somebody's name stands for a building: Dr Gray's in Elgin."""
    if _BUILDING.match(match["more"].lstrip()):
        return True
    return match["name"][0].isupper() and _IN_A_PLACE.match(match.string, match.end("name")) is not None


def _end_of_name(match: re.Match[str]) -> int:
    """Return where the name ends, with a second name in capitals and without a possessive 's."""
    last, end = match["name"], match.start("name") + len(_bare(match["name"]))
    start = match.start("more")
    for word in match["more"].split():
        if not (last[0].isupper() and word[0].isupper()) or last != _bare(last) or word.lower() in COMMON:
            break
        start, last = match.string.index(word, start), word
        end = start + len(_bare(word))
    return end


def _bare(name: str) -> str:
    return _POSSESSIVE.sub("", name)
