"""Checking datapackage.json: it must name our files as they are; its schemas are for others and we use our own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from facilitator.pack.bag import Bag, BagInfo, FileDigest
from facilitator.pack.damage import damaged_file, shown_text
from facilitator.pack.layout import BAG_INFO, DATA_PACKAGE, FORMAT, PAYLOAD
from facilitator.words.message import Message, say


class _Repeated(ValueError):
    pass


@dataclass(frozen=True, slots=True)
class Package:
    """What the data package says of the event in words of its own; whether it is so is for the caller to see."""

    title: object
    created: object


def check_data_package(bag: Bag, info: BagInfo, digests: list[FileDigest]) -> Package:
    """Return what the data package says of the event.

    Raises `PackDamaged` unless it is of this event and revision and lists exactly these files.
    """
    package = _read(bag)
    if package.get("eventpack") != FORMAT:
        raise _refused(say("It is not the data package of an event pack."))
    if package.get("id") != info.event or package.get("version") != info.revision:
        raise _refused(say("It is of another event or revision than the pack."))
    if package.get("rehearsal") is not info.rehearsal:
        raise _refused(say("It and {file} do not agree on whether this is a rehearsal.", file=BAG_INFO))
    expected = {_listed(file) for file in digests if file.path != DATA_PACKAGE}
    if _resources(package.get("resources")) != expected:
        raise _refused(say("The files it lists are not the files of the pack."))
    return Package(package.get("title"), package.get("created"))


def _read(bag: Bag) -> dict[str, Any]:
    try:
        package = json.loads(bag.small_text(DATA_PACKAGE), object_pairs_hook=_without_repeats)
    except RecursionError as error:
        raise _refused(say("It is nested too deeply.")) from error
    except _Repeated as error:
        raise _refused(say("“{name}” stands in it twice.", name=shown_text(str(error)))) from error
    except ValueError as error:
        raise _refused(say("It is no JSON.")) from error
    if not isinstance(package, dict):
        raise _refused(say("It is not the data package of an event pack."))
    return package


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _Repeated(name)
        found[name] = value
    return found


def _resources(found: object) -> set[tuple[object, object, object]] | None:
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        return None
    listed = [(one.get("path"), one.get("bytes"), one.get("hash")) for one in found]
    if any(isinstance(value, (dict, list)) for one in listed for value in one) or len(set(listed)) != len(listed):
        return None
    return set(listed)


def _listed(file: FileDigest) -> tuple[object, object, object]:
    return file.path.removeprefix(PAYLOAD), file.size, f"sha256:{file.sha256}"


def _refused(what: Message) -> Exception:
    return damaged_file(DATA_PACKAGE, what)
