"""Bags and data packages that are not what they say."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from facilitator.pack import layout
from tests.pack.rebagging import Files, tags_listed_again, with_files
from tests.pack.refusing import (
    Bad,
    Damage,
    added,
    all_of,
    assert_refused,
    cells,
    content,
    each_of,
    listed,
    removed,
    tag,
)

RESULTS, NOTES, EVENT = (layout.table_path(name) for name in ("results", "notes", "event"))
STRAY = "This file does not belong in a pack."
CHANGED = "It was changed after the pack was made."
NO_FILE = "This line names no file of a pack, or one a second time."
ANOTHER_EVENT = f"{EVENT}, line 2: It is of another event, day or revision than bag-info.txt."
PACKAGE = layout.DATA_PACKAGE
NO_PACKAGE = f"{PACKAGE}: It is not the data package of an event pack."
OTHER_FILES = f"{PACKAGE}: The files it lists are not the files of the pack."


def json_text(text: bytes) -> Damage:
    """Return the damage that puts this in the place of datapackage.json; every hash fits."""
    return content(PACKAGE, lambda _: text)


def package(**values: Any) -> Damage:
    """Return the damage to members of datapackage.json; every hash fits."""
    return content(PACKAGE, lambda text: json.dumps(json.loads(text) | values).encode())


def looser(text: bytes) -> bytes:
    """Return the data package with a schema that lets everything pass."""
    found = json.loads(text)
    for resource in found["resources"]:
        for field in resource.get("schema", {"fields": []})["fields"]:
            field |= {"type": "any", "constraints": {}}
    return json.dumps(found).encode()


def unlisted(path: str, name: str) -> Damage:
    """Return the damage that takes a file out of a manifest; the tag manifest fits if it is another."""

    def change(files: Files) -> None:
        lines = files[path].splitlines(keepends=True)
        files[path] = b"".join(line for line in lines if not line.endswith(f"  {name}\n".encode()))

    return lambda pack: (with_files if path == layout.TAG_MANIFEST else tags_listed_again)(pack, change)


def as_it_is(path: str, change: Callable[[bytes], bytes]) -> Damage:
    """Return the damage to a file that leaves every list as it was."""
    return lambda pack: with_files(pack, lambda files: files.update({path: change(files[path])}))


BAD = {
    "fetch.txt": Bad(added("fetch.txt", b"https://example.org/x 1 data/x\n"), f"fetch.txt: {STRAY}"),
    "a stray program": Bad(added("run-me.bat"), f"run-me.bat: {STRAY}"),
    "an unlisted file": Bad(added("data/more.csv"), f"data/more.csv: {STRAY}"),
    "a listed file more": Bad(listed("data/more.csv"), f"data/more.csv: {STRAY}"),
    "a zip in the pack": Bad(listed("data/more.zip", b"PK\x03\x04"), f"data/more.zip: {STRAY}"),
    "a pack in the pack": Bad(lambda pack: listed("data/report/again.eventpack.zip", pack)(pack),
        f"data/report/again.eventpack.zip: {STRAY}"),
    "a script beside the report": Bad(listed("data/report/report.js"), f"data/report/report.js: {STRAY}"),
    "restricted figures": Bad(listed("data/restricted/results.csv"), f"data/restricted/results.csv: {STRAY}"),
    "a signature": Bad(added("tagmanifest-sha512.txt.minisig"), f"tagmanifest-sha512.txt.minisig: {STRAY}"),
    "a table with another ending": Bad(listed("data/published/results.tsv"), f"data/published/results.tsv: {STRAY}"),
    "no bagit.txt": Bad(removed(layout.BAGIT), "bagit.txt: This file is missing."),
    "no manifest": Bad(removed(layout.MANIFEST), "manifest-sha512.txt: This file is missing."),
    "no tag manifest": Bad(removed(layout.TAG_MANIFEST), "tagmanifest-sha512.txt: This file is missing."),
    "no bag-info": Bad(removed(layout.BAG_INFO), "bag-info.txt: It is missing, so this is no event pack."),
    "no table": Bad(removed(RESULTS), f"{RESULTS}: This file is missing."),
    "no report": Bad(removed(layout.REPORT), f"{layout.REPORT}: This file is missing."),
    "no data package": Bad(removed(PACKAGE), f"{PACKAGE}: This file is missing."),
    "a changed report": Bad(added(layout.REPORT, b"<script>"), f"{layout.REPORT}: {CHANGED}"),
    "a changed table": Bad(as_it_is(RESULTS, lambda text: text.replace(b",62,", b",63,")), f"{RESULTS}: {CHANGED}"),
    "a changed tag file": Bad(as_it_is(layout.BAG_INFO, lambda text: text.replace(b"Revision: 1", b"Revision: 2")),
        f"bag-info.txt: {CHANGED}"),
    "a manifest that leaves a file out": Bad(unlisted(layout.MANIFEST, RESULTS),
        f"manifest-sha512.txt: It does not list {RESULTS}."),
    "a tag manifest that leaves a file out": Bad(unlisted(layout.TAG_MANIFEST, layout.BAGIT),
        "tagmanifest-sha512.txt: It does not list bagit.txt."),
    "a manifest of a file twice": Bad(tag(layout.MANIFEST, b"", b"0" * 128 + b"  " + RESULTS.encode() + b"\n"),
        NO_FILE),
    "a manifest of a file elsewhere": Bad(tag(layout.MANIFEST, b"", b"0" * 128 + b"  ../../etc/passwd\n"),
        f"manifest-sha512.txt, line 1: {NO_FILE}"),
    "a manifest in capitals": Bad(as_it_is(layout.TAG_MANIFEST, bytes.upper),
        f"tagmanifest-sha512.txt, line 1: {NO_FILE}"),
    "a manifest with line ends of Windows": Bad(tag(layout.MANIFEST, b"\n", b"\r\n"),
        "manifest-sha512.txt, line 1: This line holds a character that does not belong there."),
    "a manifest that does not end": Bad(as_it_is(layout.TAG_MANIFEST, lambda text: text[:-1]),
        "tagmanifest-sha512.txt, line 3: This line does not end."),
    "a byte order mark in bag-info": Bad(tag(layout.BAG_INFO, b"", b"\xef\xbb\xbf"),
        "bag-info.txt, line 1: This line holds a character that does not belong there."),
    "bag-info that is not UTF-8": Bad(tag(layout.BAG_INFO, b"External", b"\xff"), "bag-info.txt: It is not in UTF-8."),
    "another version of bags": Bad(tag(layout.BAGIT, b"1.0", b"0.97"),
        "bagit.txt, line 1: It does not say that this is a bag of BagIt 1.0."),
    "another encoding": Bad(tag(layout.BAGIT, b"UTF-8", b"UTF-16"),
        "bagit.txt, line 2: It does not say that this is a bag of BagIt 1.0."),
    "a wrong sum of the payload": Bad(tag(layout.BAG_INFO, b"Oxum: ", b"Oxum: 9"),
        "bag-info.txt: Payload-Oxum does not fit"),
    "a newer format": Bad(tag(layout.BAG_INFO, b"eventpack/1", b"eventpack/2"),
        "This pack was made by a newer program."),
    "another format": Bad(tag(layout.BAG_INFO, b"eventpack/1", b"poll/1"),
        "It does not say that this is an event pack."),
    "no format": Bad(tag(layout.BAG_INFO, b"Eventpack-Format: eventpack/1\n", b""),
        "bag-info.txt: It does not say that this is an event pack."),
    "another profile": Bad(tag(layout.BAG_INFO, layout.PROFILE.encode(), b"https://example.org/profile.json"),
        "bag-info.txt: It does not name the profile of event packs."),
    "no profile": Bad(tag(layout.BAG_INFO, f"BagIt-Profile-Identifier: {layout.PROFILE}\n".encode(), b""),
        "bag-info.txt: It does not name the profile of event packs."),
    "no event in bag-info": Bad(tag(layout.BAG_INFO, b"External-Identifier: ", b"Source: "),
        "bag-info.txt: A line is missing: External-Identifier."),
    "no revision in bag-info": Bad(tag(layout.BAG_INFO, b"Eventpack-Revision: 1\n", b""),
        "bag-info.txt: A line is missing: Eventpack-Revision."),
    "another event in bag-info": Bad(all_of(tag(layout.BAG_INFO, b"Identifier: ", b"Identifier: 0"),
        package(id="0" * 32)),
        f"{PACKAGE}: It is of another event or revision than the pack."),
    "another day in bag-info": Bad(tag(layout.BAG_INFO, b"2026-11-20", b"2026-11-19"), ANOTHER_EVENT),
    "another revision in event.csv": Bad(cells("event", revision="2"), ANOTHER_EVENT),
    "another event in event.csv": Bad(cells("event", event="0" * 32), ANOTHER_EVENT),
    "a line more in bag-info": Bad(tag(layout.BAG_INFO, b"Bagging", b"Colour: red\nBagging"),
        "bag-info.txt: “Colour” does not belong here."),
    "a line twice in bag-info": Bad(tag(layout.BAG_INFO, b"", b"Eventpack-Revision: 1\n"),
        ": This line is not one of a pack's."),
    "a line in bag-info that goes on": Bad(tag(layout.BAG_INFO, b"", b" and more\n"),
        "bag-info.txt, line 1: This line is not one of a pack's."),
    "an empty line in bag-info": Bad(tag(layout.BAG_INFO, b"", b"\n"),
        "bag-info.txt, line 1: This line is not one of a pack's."),
    "a hidden character in bag-info": Bad(tag(layout.BAG_INFO, b"", b"Contact-Name: \xe2\x80\xae\n"),
        "bag-info.txt, line 1: This line holds a character that does not belong there."),
    "a package of another event": Bad(package(id="0" * 32),
        f"{PACKAGE}: It is of another event or revision than the pack."),
    "a package of another revision": Bad(package(version="2"),
        f"{PACKAGE}: It is of another event or revision than the pack."),
    "a package with another title": Bad(package(title="Another event"),
        f"{PACKAGE}: Its title or its day is not the one in"),
    "a package of another day": Bad(package(created="2026-11-20T10:00:00Z"), f"{PACKAGE}: Its title or its day is not"),
    "a package without files": Bad(package(resources=[]), OTHER_FILES),
    "a package of odd files": Bad(package(resources=[{"path": []}]), OTHER_FILES),
    "a package whose files are a number": Bad(package(resources=7), OTHER_FILES),
    "a package without format": Bad(package(eventpack=None), NO_PACKAGE),
    "a package that is a list": Bad(json_text(b"[]"), NO_PACKAGE),
    "broken JSON": Bad(json_text(b"{"), f"{PACKAGE}: It is no JSON."),
    "JSON that is not UTF-8": Bad(json_text(b'{"id": "\xff"}'), f"{PACKAGE}: It is not in UTF-8."),
    "a JSON key twice": Bad(json_text(b'{"id": 1, "id": 2}'), f"{PACKAGE}: “id” stands in it twice."),
    "deep JSON": Bad(json_text(b"[" * 100_000 + b"]" * 100_000), f"{PACKAGE}: It is nested too deeply."),
    "JSON that is far too large": Bad(json_text(b" " * 1_000_001), f"{PACKAGE}: It is too large for what it is."),
    "a number without end in JSON": Bad(json_text(b"9" * 900_000), f"{PACKAGE}: It is no JSON."),
    "a schema of its own that lets a bad cell pass": Bad(all_of(cells("results", count="many"),
        content(PACKAGE, looser)),
        f"{RESULTS}, line 2, count: “many” is not a whole number of 0 or more."),
    "a rehearsal in bag-info alone": Bad(tag(layout.BAG_INFO, b"Bagging", b"Eventpack-Rehearsal: true\nBagging"),
        f"{PACKAGE}: It and bag-info.txt do not agree on whether this is a rehearsal."),
    "a rehearsal in the package alone": Bad(package(rehearsal=True),
        f"{PACKAGE}: It and bag-info.txt do not agree on whether this is a rehearsal."),
    "a rehearsal in event.csv alone": Bad(cells("event", rehearsal="true"),
        f"{EVENT}, line 2, rehearsal: It and bag-info.txt do not agree on whether this is a rehearsal."),
    "an odd rehearsal": Bad(tag(layout.BAG_INFO, b"Bagging", b"Eventpack-Rehearsal: perhaps\nBagging"),
        "bag-info.txt: “perhaps” does not belong here."),
}  # fmt: skip


@each_of(BAD)
def test_a_bad_bag_is_refused_with_a_sentence(good_pack: bytes, tmp_path, bad: Bad):
    assert_refused(bad.damage(good_pack), bad.sentence, tmp_path)
