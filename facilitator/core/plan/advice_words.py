"""Words that advice on wording looks for in English; each list is a choice, told in docs/wording-advice.md."""

from __future__ import annotations

MODALS = frozenset((
    "should", "must", "will", "would", "can", "could", "shall", "may", "might", "cannot", "can’t", "won’t",
    "shouldn’t", "mustn’t",
))  # fmt: skip
MODALS_WITH_TO = frozenset((
    "ought", "need", "needs", "has", "have", "want", "wants", "like", "likes", "try", "tries",
))  # fmt: skip
FINITE = MODALS | {"is", "are", "was", "were", "isn’t", "aren’t"}
JOINTS = frozenset((
    "and", "or", "but", "then",
))  # fmt: skip
# These stand between a joint and its verb.
BEHIND_JOINTS = frozenset((
    "also", "then", "not", "instead",
))  # fmt: skip
# Behind one of these a verb belongs to a part of the sentence, and is no second idea.
OPENS_A_PART = frozenset((
    "who", "that", "which", "what", "how", "where", "when", "if", "whether", "because", "whose", "why",
    "until", "before", "after",
))  # fmt: skip

# After "and", these can hardly be anything but a verb.
VERBS = frozenset((
    "add", "allow", "answer", "ask", "avoid", "ban", "become", "begin", "bring", "build", "buy", "choose", "close",
    "combine", "create", "cut", "decide", "employ", "encourage", "ensure", "expand", "extend", "find", "fix",
    "get", "give", "go", "have", "hire", "improve", "increase", "invest", "keep", "know", "learn", "let",
    "lower", "make",
    "merge", "move", "offer", "open", "pay", "prevent", "protect", "provide", "publish", "put", "raise", "reduce",
    "remove", "replace", "run", "save", "sell", "send", "share", "show", "spend", "stay", "stop", "take", "teach",
    "tell", "train", "treat", "use", "welcome",
))  # fmt: skip
# After "and", these are a verb only where an article or the like follows: "advice and support" is no second idea.
VERBS_BEFORE_A_WORD = frozenset((
    "change", "charge", "fund", "help", "lead", "listen", "plan", "start", "support", "test", "visit", "work",
    "check", "review", "report", "need", "want",
))  # fmt: skip
OPENS_AN_OBJECT = frozenset((
    "a", "an", "the", "more", "less", "fewer", "our", "your", "their", "his", "her", "its", "them", "us", "those",
    "these", "every", "each", "all", "people", "families", "carers", "everyone", "everybody", "anyone", "patients",
    "staff", "children", "adults",
))  # fmt: skip

LEADING = (
    "surely", "obviously", "clearly", "of course", "undoubtedly", "without doubt", "no doubt", "naturally",
    "needless to say", "as we all know", "as everyone knows", "everyone knows", "everybody knows", "we all know",
    "everyone agrees", "everybody agrees", "all agree", "agree that", "it is right that", "it is only right",
    "only right that", "it is common sense", "common sense that", "nobody could", "no one could", "who would not",
    "no reasonable person", "any sensible person", "no sensible person", "any reasonable person", "goes without saying",
    "don’t you", "do you not", "isn’t it", "wouldn’t you", "the fact that", "proven",
)  # fmt: skip
ABSOLUTE = (
    "always", "never", "completely", "totally", "absolutely", "entirely", "every single", "at all times",
    "at any cost", "at all costs", "no matter what", "under no circumstances", "in every case", "without exception",
)  # fmt: skip
LOADED = (
    "appalling", "bloated", "broken", "brilliant", "catastrophic", "cruel", "disastrous", "disgraceful", "dreadful",
    "excellent", "failed", "fantastic", "greedy", "hard-earned", "hard-working", "heartless", "hopeless", "lazy",
    "long-overdue", "much-loved", "much-needed", "outrageous", "overpaid", "precious", "reckless", "ridiculous",
    "scandalous", "selfish", "senseless", "shameful", "shocking", "terrible", "unacceptable", "useless", "vital",
    "wasteful", "wonderful", "world-class",
)  # fmt: skip

NEGATIVES = (
    "not", "no", "never", "nobody", "nothing", "nowhere", "none", "neither", "without", "cannot", "hardly", "unless",
)  # fmt: skip
NEGATIVE_WORDS = (
    "unable", "unfair", "unhelpful", "unimportant", "unlikely", "unnecessary", "unreasonable", "unsafe", "unwanted",
    "impossible", "inappropriate", "disagree", "oppose", "opposed", "refuse", "refused", "prevent", "prevented", "ban",
    "banned", "abolish", "abolished", "fail to", "lack", "stop",
)  # fmt: skip
NO_NEGATIVE = ("not only", "no more than", "no matter", "no later than", "not just", "no longer", "whether or not")

# What people in a hall may not know, with plainer words where there are some.
JARGON = {
    "accessible provision": "", "acute care": "hospital care", "agile": "", "asset-based": "", "benchmark": "",
    "best practice": "what works well elsewhere", "capacity building": "", "care package": "the help someone gets",
    "care pathway": "the way through care", "care pathways": "the ways through care", "co-design": "plan together",
    "co-produce": "make together", "co-produced": "made together", "co-production": "making it together",
    "commence": "start", "commissioners": "those who pay for services",
    "commissioning": "choosing and paying for services",
    "community assets": "help that is there already", "deliverables": "", "delivery model": "way of working",
    "deprivation": "poverty", "domiciliary": "at home", "early intervention": "help early on", "empower": "",
    "empowerment": "", "enablement": "", "facilitate": "help", "framework": "", "going forward": "from now on",
    "governance": "", "holistic": "whole", "in order to": "to", "inequalities": "unfair differences",
    "integrated": "working together", "integration": "working together", "interface": "", "intermediate care": "",
    "key stakeholders": "those it concerns", "leverage": "use", "localities": "places", "locality": "place",
    "mainstreaming": "", "multi-agency": "of several organisations", "multi-disciplinary": "of several professions",
    "multidisciplinary": "of several professions", "outcomes": "what comes of it", "outreach": "",
    "partnership working": "working together", "pathway": "way", "person-centred": "", "place-based": "",
    "primary care": "GPs and others you see first", "proactive": "", "provision": "services", "reablement": "",
    "resilience": "", "resilient": "", "robust": "", "safeguarding": "keeping people safe",
    "secondary care": "hospital care",
    "service user": "person who uses it",
    "service users": "people who use services", "signpost": "tell people where to go",
    "signposting": "telling people where to go", "siloed": "", "silos": "", "social prescribing": "",
    "stakeholder": "person it concerns", "stakeholders": "those it concerns", "statutory": "by law", "step-down": "",
    "strategic": "", "streamline": "make simpler", "synergies": "", "synergy": "",
    "third sector": "charities and groups",
    "transformation": "change", "triage": "", "upskill": "train", "upstream": "", "utilise": "use",
    "utilisation": "use",
    "wraparound": "", "wrap-around": "",
}  # fmt: skip
KNOWN_CAPITALS = frozenset((
    "NHS", "GP", "GPS", "UK", "TV", "OK", "ID", "BBC", "PM", "AM", "DIY", "MP", "MPS", "USA", "EU",
))  # fmt: skip

ASKS = frozenset((
    "do", "does", "did", "is", "are", "was", "were", "should", "would", "could", "can", "will", "have", "has",
))  # fmt: skip
ASKS_WHAT = frozenset(("what", "which", "who", "whose", "why", "when", "where", "how"))
ASKS_FOR_WORDS = ("tell us", "tell me", "describe", "list", "explain", "name", "write down", "please")
SUBJECTS = frozenset((
    "you", "we", "i", "they", "he", "she", "it", "there", "the", "a", "an", "people", "your", "our", "this", "that",
    "these", "those", "much", "many", "often",
))  # fmt: skip
