"""docs/programme.md says what the reader does."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from facilitator.core.forms import AGREEMENT_IN_ENGLISH, PREFER_NOT_TO_SAY, FormKind
from facilitator.core.methods import RESERVED_OPTION_KEYS, Method
from facilitator.core.programme import ActivityKind, PromiseLevel, evidence_of
from facilitator.core.wording import text_hash
from facilitator.errors import ProgrammeRefused
from facilitator.programme.afterwards import DISCLOSURE_KEYS, NEXT_STEP_KEYS
from facilitator.programme.evidence import EVIDENCE_KEYS
from facilitator.programme.forms import FORM_GROUP_KEYS, FORM_KEYS, FORM_OPTION_KEYS, FORM_QUESTION_KEYS
from tests.programme.good_file import read_toml

DOCUMENT = (Path(__file__).parents[2] / "docs" / "programme.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"```toml\n(.*?)```", DOCUMENT, re.DOTALL)[1]


def test_the_example_of_the_document_is_read():
    programme = read_toml(EXAMPLE)

    assert programme.key == "getting-about"
    assert [variant.key for variant in programme.variants] == ["hour"]
    assert evidence_of(programme, "buses").cost == "£410,000 a year"
    assert programme.question("reach").wording.in_language("cy") == "Dylai pawb allu cyrraedd meddyg heb gar."


def test_the_example_of_the_forms_is_read_behind_the_other():
    forms = re.findall(r"```toml\n(.*?)```", DOCUMENT, re.DOTALL)[1]

    programme = read_toml(EXAMPLE + forms)

    assert [form.key for form in programme.forms] == ["equality", "evaluation"]
    assert [option.key for option in programme.forms[0].questions[0].options] == ["yes", "no", "prefer-not-to-say"]


def test_the_refusal_that_the_document_quotes_is_the_one_given():
    quoted = " ".join(re.search(r"> ours\.toml.*?\n\n", DOCUMENT, re.DOTALL)[0].replace("> ", "").split())

    with pytest.raises(ProgrammeRefused) as caught:
        read_toml(EXAMPLE.replace("max = 2", "max = 4"))

    assert quoted == str(caught.value)


WORDS = [
    *Method, *ActivityKind, *PromiseLevel, *sorted(RESERVED_OPTION_KEYS), *EVIDENCE_KEYS, *FormKind, PREFER_NOT_TO_SAY,
    *AGREEMENT_IN_ENGLISH, *DISCLOSURE_KEYS,
    *sorted({*NEXT_STEP_KEYS, *FORM_KEYS, *FORM_QUESTION_KEYS, *FORM_OPTION_KEYS, *FORM_GROUP_KEYS}),
]  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_every_word_of_the_format_is_in_the_document(word):
    assert f"`{word}`" in DOCUMENT


def test_the_text_hash_is_the_one_the_document_describes():
    shown = "  Cafe\u0301\n  for   all "

    assert text_hash(shown) == hashlib.sha256("Caf\u00e9 for all".encode()).hexdigest()
