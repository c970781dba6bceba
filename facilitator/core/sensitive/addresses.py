"""Where somebody lives: full postcodes, and a number with a street."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.core.sensitive.common_words import COMMON, COUNTED
from facilitator.core.sensitive.finding import Finding, SensitiveKind, at, found

_AREAS = (
    "AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|"
    "DN|DT|DY|E|EC|EH|EN|EX|FK|FY|"
    "G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|"
    "MK|ML|N|NE|NG|NN|NP|NR|NW|OL|"
    "OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|"
    "TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|"
    "WS|WV|YO|ZE"
)
_POSTCODE = re.compile(
    rf"(?<![\w£$€])(?:{_AREAS})(?:\d[A-HJKMNPRSTUVWXY]|\d\d?)(?P<gap>[ \u00a0]{{0,3}})"
    rf"(?P<inward>\d[ABD-HJLNP-UW-Z]{{2}})(?!\w)",
    re.IGNORECASE,
)
# "room B12 2nd floor", "the M4 2hr away": what follows is no second half of a postcode.
_NO_INWARD = re.compile(r"1st|2nd|3rd|\dth|\dhr|\dpt|\dgb|\dtb|\dft|\dlb|\dst|\dyr|\ddp|\dpp|\dpl", re.IGNORECASE)
_ORDINAL_OR_TIME = re.compile(r"1st|2nd|3rd|[04-9]th|\dhr|\dft|\dgb|\dlb|\dyr")
_PLACE_BEFORE = re.compile(
    r"(?<!\w)(?:room|rm|ward|bay|bed|gate|stand|table|floor|zone|block|unit|level|seat|row|bus)[ :]$", re.IGNORECASE
)

_SURE = (
    r"(?:street|road|avenue|ave|lane|crescent|cres|terrace|terr|gardens|gdns|wynd|close|grove|"
    r"brae|loan|quay|vennel|mews|parade|"
    r"rd|st|ln|cl|pl|place|drive|court|ct|rise|row|square|sq|circus|cottages|cott|villas|buildings|"
    r"bldgs|embankment|esplanade|"
    r"promenade|crofts?|boulevard|bvd|pend)"
)
_UNSURE = (
    r"(?:park|walk|way|hill|view|green|gate|path|dr|bank|end|side|fold|drove|field|fields|meadow|"
    r"meadows|vale|chase|cross|mount|haven|dene|garth|rigg|yard|court|house|lodge|bridge|common|"
    r"heights|link|links|loan|ridge|top|wood)"
)
_NUMBER = r"(?<![\w£$€.,:/+#@-])(?:\d{1,4}[a-hA-H]?|\d{1,3}/\d{1,3})(?:-\d{1,4})?"
_WORD = r"[^\W\d_][\w'’-]{0,29}\.?"
_STREET = re.compile(
    rf"(?P<number>{_NUMBER}),? (?P<name>(?:{_WORD} ){{1,3}})(?:(?P<sure>{_SURE})|(?P<unsure>{_UNSURE}))(?!\w|['’-]\w)",
    re.IGNORECASE,
)
_STREET_BEFORE = re.compile(
    rf"(?P<number>{_NUMBER}),? (?P<kind>heol|ffordd|stryd|lôn|lon|maes|clos|rhodfa|cwrt|llys|rhes|teras|cilgant|"
    rf"bryn|tyddyn|parc|pen|rhiw|tan|bro|trem|gerddi|plas|erw|dôl|cae|nant|glan|cefn|stad|sràid|"
    rf"rathad|ul\.?|ulica) (?P<name>(?:(?:y|yr|tan|fawr|bach|uchaf|isaf) )?{_WORD})(?!\w)",
    re.IGNORECASE,
)
_SURELY_BEFORE = re.compile(
    r"heol|ffordd|stryd|lôn|clos|rhodfa|cwrt|llys|rhes|teras|cilgant|sràid|rathad|ul\.?|ulica", re.IGNORECASE
)
_LIVES_AT = re.compile(
    rf"(?<!\w)(?:lives?|living|stays?|address(?: is)?|moved)(?: at| in| to|:)? "
    rf"(?P<house>{_NUMBER},? (?P<name>{_WORD}))(?!\w)",
    re.IGNORECASE,
)
_NO_HOUSE = re.compile(
    r"(?<!\w)(?:bus|buses|route|the|no bus|ward|room|table|stage|question|statement|page|option|"
    r"item|point|part|phase|year|day|week|"
    r"aged?|over|under|about|around|nearly|only|just|least|all|these|those|last|next|first|top|"
    r"every|other|some|and|or|bed|unit|"
    r"line|tram|platform|junction|jct|exit|service|number \d{1,3} bus) $",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"(?<!\w)(?:lives?|living|address|addr|house|home|flat|from|at|number|no\.?|stays?|moved to|near)[ :]{1,2}$",
    re.IGNORECASE,
)


def postcodes(text: str) -> Iterator[Finding]:
    """Yield full postcodes; their first half alone names a district and is left."""
    for match in _POSTCODE.finditer(text):
        if match["gap"] and (_ORDINAL_OR_TIME.fullmatch(match["inward"]) or _is_a_room(match)):
            continue
        yield found(SensitiveKind.POSTCODE, match)


def addresses(text: str) -> Iterator[Finding]:
    """Yield a house number with the name of a street."""
    for match in _STREET.finditer(text):
        if _is_a_house(match):
            yield at(SensitiveKind.STREET_ADDRESS, text, match.start(), match.end())
    for match in _STREET_BEFORE.finditer(text):
        is_named = match["kind"][0].isupper() and match["name"].split()[-1][0].isupper()
        if is_named or _SURELY_BEFORE.fullmatch(match["kind"]):
            yield found(SensitiveKind.STREET_ADDRESS, match)
    for match in _LIVES_AT.finditer(text):
        if match["name"][0].isupper() and match["name"].lower() not in COUNTED:
            yield found(SensitiveKind.STREET_ADDRESS, match, "house")


def _is_a_room(match: re.Match[str]) -> bool:
    """Return whether this is a place inside a building with a time or an order after it."""
    inside = _PLACE_BEFORE.search(match.string[max(0, match.start() - 10) : match.start()])
    return inside is not None and _NO_INWARD.fullmatch(match["inward"]) is not None


def _is_a_house(match: re.Match[str]) -> bool:
    words = [word.strip(".,").lower() for word in match["name"].split()]
    words = words[words[0] == "st" and len(words) > 1 :]  # a saint's street
    before = match.string[max(0, match.start() - 20) : match.start()]
    if words[0] in COUNTED or _NO_HOUSE.search(before):
        return False
    shows_a_name = all(word[0].isupper() for word in match["name"].split())
    lives_there = _LIVES.search(before) is not None
    if shows_a_name and match["sure"]:
        return True
    if match["unsure"]:
        kind_is_a_name = match["unsure"][0].isupper() and shows_a_name
        return kind_is_a_name or (lives_there and not any(word in COMMON for word in words))
    if any(word in COUNTED for word in words[1:]):
        return False
    return words == ["the"] or lives_there or not any(word in _UNLIKELY for word in words)


_STREETS_TOO = """
church high park hill station school bridge mill top main bank water library hall green old long
college band ring
"""
_UNLIKELY = COMMON - frozenset(_STREETS_TOO.split())
