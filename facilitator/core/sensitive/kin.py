"""Of whom somebody speaks: kin, neighbours and friends, whom a village knows without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.core.sensitive.finding import Finding, SensitiveKind, found

_CLOSE = (
    r"(?:(?:mother|father|son|daughter|sister|brother)[ -]in[ -]law|step-?(?:son|daughter|mum|"
    r"dad|mother|father|brother|sister|child)|"
    r"grand(?:son|daughter|child|mother|father|ma|pa|dad|kids|children)|granddad|mummy|mum|mam|"
    r"mom|mammy|mother|daddy|dad|father|"
    r"son|daughter|husband|hubby|wife|missus|brother|bro|sister|sis|gran|granny|nanna|nana|nan|"
    r"nain|taid|auntie|aunty|aunt|"
    r"uncle|nephew|niece|cousin|da|ma|maw|bairn|wean|wee (?:boy|girl|one|man|brother|sister|lad|lass|yin))"
)
_NEAR = (
    r"(?:ex[ -](?:husband|wife|partner|boyfriend|girlfriend)|ex|other half|better half|old man|"
    r"old lady|fianc[eé]e?|boyfriend|girlfriend|partner|twin|"
    r"in[ -]laws|baby|lad|lass|boy|girl|child|kid|eldest|oldest|youngest|middle (?:one|child)|toddler|teenager|"
    r"next[ -]door neighbour|neighbour|neighbor|flatmate|housemate|best (?:friend|mate|pal)|friend|mate|pal)"
)
_SEVERAL = (
    r"(?:kids|children|sons|daughters|boys|girls|twins|parents|brothers|sisters|weans|bairns|grandparents|neighbours)"
)
_AGED = (
    r"(?:(?:own|late|elderly|old|older|elder|younger|little|big|poor|dear|step|disabled|autistic|"
    r"deaf|blind|adult|teenage|"
    r"\d{1,2}[ -]?(?:year|yr)s?[ -]?old|\d{1,2} ?y/?o) ){0,2}"
)
_SPOKEN_OF = re.compile(
    rf"(?<![\w'’-])(?:(?:my|our|his|her|their) {_AGED}{_CLOSE}|(?:me|ma|mah|wor|oor) {_AGED}{_CLOSE}"
    rf"|(?:my|his|her) {_AGED}{_NEAR}|our {_AGED}(?!partner|friend|kid|child|boy|girl){_NEAR}"
    rf"|their {_AGED}(?:neighbour|eldest|youngest|lad|lass)"
    rf"|(?:my|his|her) {_AGED}{_SEVERAL}|the (?:wife|missus|hubby))(?!\w|-\w)",
    re.IGNORECASE,
)
_OF_MINE = re.compile(
    rf"(?<!\w)(?:{_CLOSE}|friend|neighbour|mate|pal) of (?:mine|his|hers|ours|theirs)(?!\w)", re.IGNORECASE
)
# A scribe in haste leaves "my" out: "son has autism", "husband waited 3 yrs".
_IN_HASTE = re.compile(
    r"(?:^|[.;:!?\n])[ -]{0,3}(?P<who>mum|dad|son|daughter|husband|hubby|wife|brother|sister|gran|"
    r"nan|grandson|granddaughter|"
    r"mother|father|neighbour|auntie|uncle)(?= (?:has|had|is|was|died|waited|waits|needs|got|who has|"
    r"cant|can't|lost|diagnosed)(?!\w))",
    re.IGNORECASE,
)
_NEXT_DOOR = re.compile(
    r"(?<!\w)(?:(?:the )?(?:lad|lass|man|woman|lady|guy|bloke|boy|girl|family|couple|neighbour|"
    r"fella|old (?:man|woman|lady|boy)) (?:from )?"
    r"(?:next door|across the (?:road|street|landing)|upstairs|downstairs|up the (?:stair|road)|"
    r"down the road|over the road|opposite)"
    r"|next[ -]door[’']?s (?:lad|lass|boy|girl|son|daughter|kids?|mum|dad|wife|husband|man|woman|"
    r"baby|bairn|wean))(?!\w)",
    re.IGNORECASE,
)
_OTHER_TONGUES = re.compile(
    r"(?<!\w)(?:(?:fy|ei|eu|ein) (?:mam-gu|mam|nhad-cu|tad-cu|nhad|dad|tad|thad|mab|merch|ferch|"
    r"ngŵr|gŵr|ngwraig|gwraig|wraig|mrawd|brawd|frawd|"
    r"chwaer|nain|taid|nhaid|nghymydog|cymydog|mhlentyn|mhartner|modryb|ewythr)"
    r"|mo (?:mhàthair|mhac|nighean|phiuthar|bhràthair|bhean|athair|sheanmhair)"
    r"|(?:mój|moja|moje|mojej|mojego|mojemu|moją|jej|jego) (?:syn|syna|synowi|córka|córki|córkę|"
    r"mąż|męża|mężowi|żona|żony|żonę|mama|mamy|mamę|matka|"
    r"tata|taty|ojciec|ojca|brat|brata|siostra|siostry|babcia|babci|dziadek|dziadka|dziecko|dziecka|"
    r"sąsiad|sąsiada|sąsiadka|teściowa|teść))(?!\w)",
    re.IGNORECASE,
)
_NO_KIN = re.compile(
    r" (?:tongues?|languages?|countr(?:y|ies)|nature|earth|figures?|hospitals?|agenc(?:y|ies)|"
    r"organi[sz]ations?|practices?|schools?|church|"
    r"compan(?:y|ies)|services?|in crime|boards?|teams?|cit(?:y|ies)|towns?|schemes?|groups?|charit(?:y|"
    r"ies)|trusts?|food|milk|clinic)(?!\w)",
    re.IGNORECASE,
)


def kin(text: str) -> Iterator[Finding]:
    """Yield the kin, neighbours and friends of somebody who speaks or is spoken of: "my son", "next door's lad"."""
    for pattern, group in ((_SPOKEN_OF, 0), (_OF_MINE, 0), (_IN_HASTE, "who"), (_NEXT_DOOR, 0), (_OTHER_TONGUES, 0)):
        for match in pattern.finditer(text):
            if not _NO_KIN.match(text, match.end()):
                yield found(SensitiveKind.KIN, match, group)
