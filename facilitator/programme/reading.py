"""Programme files read: every rule of docs/programme.md is checked, and what breaks one is refused with its place."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from facilitator.core.programme import Programme, PromiseLevel
from facilitator.core.wording import Wording
from facilitator.errors import ProgrammeRefused
from facilitator.programme.afterwards import read_access, read_disclosure, read_next_steps
from facilitator.programme.carrying import (
    read_area_template,
    read_carry_forward,
    refuse_made_keys_that_clash,
    refuse_steps_for_areas_never_carried,
)
from facilitator.programme.forms import read_forms
from facilitator.programme.parsing import Form, parsed
from facilitator.programme.place import Place, printable
from facilitator.programme.questions import read_questions, read_stages
from facilitator.programme.reader import Found, Table
from facilitator.programme.run_sheet import read_variants, whole_variant
from facilitator.programme.wordings import TEXT_KEYS, TITLE_KEYS, text_of, texts_of, title_of
from facilitator.words.message import Message, say

FORMAT = "programme/1"
MOST_BYTES = 1_000_000
MOST_VERSIONS = 1_000_000
FORMS: dict[str, Form] = {".toml": "toml", ".json": "json"}
_KEYS = (
    "format",
    "key",
    "version",
    *TITLE_KEYS,
    "language",
    "promise",
    "givens",
    "ground_rules",
    "stages",
    "questions",
    "variants",
    "carry_forward",
    "each_carried_area",
    "forms",
    "disclosure",
    "access",
    "next_steps",
)


@dataclass(frozen=True, slots=True)
class ProgrammeFile:
    """A programme with the exact text it was read from; `digest` is the hex SHA-256 of the file's bytes."""

    programme: Programme
    text: str
    form: Form
    digest: str


def read_programme(text: str, *, form: Form, name: str) -> Programme:
    """Return the programme that `text` spells; `name` is what messages call the file. Raises ProgrammeRefused."""
    place = Place(name)
    if len(text) > MOST_BYTES:
        raise _too_large(place)
    root = Found(parsed(text, form, place), place)
    _refuse_another_format(root)
    return _programme(root.table(_KEYS))


def read_programme_file(path: Path) -> ProgrammeFile:
    """Return the programme in the file at `path` with its exact text. Raises ProgrammeRefused, also if unreadable."""
    place = Place(path.name or str(path))
    form = _form(path, place)
    content = _content(path, place)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        advice = say("In the text editor choose “Save as” and the encoding UTF-8.")
        raise place.refusal(say("the characters of line {line} are not UTF-8.", line=line), advice) from error
    programme = read_programme(text, form=form, name=place.file)
    return ProgrammeFile(programme, text, form, hashlib.sha256(content).hexdigest())


def _form(path: Path, place: Place) -> Form:
    form = FORMS.get(path.suffix.lower())
    if form is not None:
        return form
    problem = say("the name of a programme file ends in .toml or .json, and this one does not.")
    raise place.refusal(problem, say("Choose another file, or give this one the ending of what it holds."))


def _content(path: Path, place: Place) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise _unreadable(place, say("there is no such file in {folder}.", folder=_folder(path))) from error
    except (OSError, ValueError) as error:
        raise _unreadable(place, say("the file cannot be read.")) from error
    if len(content) > MOST_BYTES:
        raise _too_large(place)
    return content


def _folder(path: Path) -> str:
    return printable(str(path.absolute().parent), most=200)


def _unreadable(place: Place, problem: Message) -> ProgrammeRefused:
    return place.refusal(problem, say("Check the name and the folder, and that you may open the file."))


def _too_large(place: Place) -> ProgrammeRefused:
    problem = say("the file is larger than 1 MB, which no programme is.")
    return place.refusal(problem, say("Check that this is the right file."))


def _refuse_another_format(root: Found) -> None:
    written = dict(root.pairs()).get("format")
    if written is None or written.value == FORMAT:
        return
    problem = say("this program reads the format “{format}”, and the file is of another.", format=FORMAT)
    advice = say('If the file is newer than this program, update the program; otherwise write format = "programme/1".')
    raise written.refusal(problem, advice)


def _programme(table: Table) -> Programme:
    table.needed("format")
    language = table.given("language", "en").language()
    title = title_of(table, language)
    stages = read_stages(table, language)
    questions = read_questions(table, language, stages)
    variants = read_variants(table, language, stages, questions) or (whole_variant(title, stages, questions),)
    level, promise = _promise(table, language)
    carry_forward = read_carry_forward(table, questions)
    if carry_forward is None:
        refuse_steps_for_areas_never_carried(table, variants)
    template = read_area_template(table, language, stages, variants, carry_forward)
    refuse_made_keys_that_clash(table, questions, variants, carry_forward, template)
    return Programme(
        key=table.needed("key").key(),
        version=table.needed("version").whole_number(least=1, most=MOST_VERSIONS),
        title=title,
        language=language,
        stages=stages,
        questions=questions,
        variants=variants,
        promise=level,
        promise_wording=promise,
        givens=texts_of(table, "givens", language),
        ground_rules=texts_of(table, "ground_rules", language),
        carry_forward=carry_forward,
        each_carried_area=template,
        forms=read_forms(table, language),
        suppression=read_disclosure(table),
        access=read_access(table, language),
        next_steps=read_next_steps(table, language),
    )


def _promise(table: Table, language: str) -> tuple[PromiseLevel | None, Wording | None]:
    found = table.maybe("promise")
    if found is None:
        return None, None
    row = found.table(("level", *TEXT_KEYS))
    return row.needed("level").member(PromiseLevel), text_of(row, language)
