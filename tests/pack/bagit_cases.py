"""The cases of the BagIt conformance suite (github.com/LibraryOfCongress/bagit-conformance-suite), rebuilt as ZIPs.

Nothing of the suite is copied: each case does to one of our own packs what the suite's case of that name is about.
Where a case is about hashes that do not fit, ours do not; else they do, so that nothing but the case is wrong.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from facilitator.pack import layout
from facilitator.pack.layout import PackFile, table_path
from tests.pack.rebagging import Files, put_together, tags_listed_again, taken_apart, with_files
from tests.pack.refusing import Bad, Damage, added, removed, tag

STRAY = "This file does not belong in a pack."
NO_FILE = "This line names no file of a pack, or one a second time."
NO_BAG = "It does not say that this is a bag of BagIt 1.0."
NO_NAME = "A file of a pack cannot have this name."
NOT_OURS = "This line is not one of a pack's."
RESULTS = table_path("results")


def listing(name: str) -> Damage:
    """Return the damage that lets the manifest list one file more, at its end; the tag manifest fits."""
    line = f"{'3e' * 64}  {name}\n".encode()
    return lambda pack: tags_listed_again(
        pack, lambda files: files.update({layout.MANIFEST: files[layout.MANIFEST] + line})
    )


def listing_again(change: Callable[[bytes], bytes]) -> Damage:
    """Return the damage that lets the manifest list the results a second time, changed; the tag manifest fits."""

    def again(files: Files) -> None:
        line = next(one for one in files[layout.MANIFEST].splitlines(keepends=True) if RESULTS.encode() in one)
        files[layout.MANIFEST] += change(line)

    return lambda pack: tags_listed_again(pack, again)


def fetching(path: str) -> Damage:
    """Return the damage that adds a fetch.txt of one file to be fetched to this path."""
    return added("fetch.txt", f"https://example.org/x - {path}\n".encode())


def listed_with(old: str, new: str) -> Damage:
    """Return the damage that spells a name in the manifest otherwise; the tag manifest fits."""
    return tag(layout.MANIFEST, f"  {old}\n".encode(), f"{new}\n".encode())


def moved(old: str, new: str) -> Damage:
    """Return the damage that gives a payload file another name, in the manifest too."""

    def change(files: Files) -> None:
        files[new] = files.pop(old)
        files[layout.MANIFEST] = files[layout.MANIFEST].replace(old.encode(), new.encode())

    return lambda pack: tags_listed_again(pack, change)


def in_encoding(name: str) -> Damage:
    """Return the damage that writes bag-info.txt in another encoding, and says so in bagit.txt."""

    def change(files: Files) -> None:
        files[layout.BAGIT] = files[layout.BAGIT].replace(b"UTF-8", name.encode())
        text = files[layout.BAG_INFO].decode().replace("Bagging", "Contact-Name: Siân\nBagging")
        files[layout.BAG_INFO] = text.encode(name)

    return lambda pack: tags_listed_again(pack, change)


def by_algorithm(name: str) -> Damage:
    """Return the damage that has manifests of another algorithm in the place of ours."""

    def change(files: Files) -> None:
        del files[layout.MANIFEST], files[layout.TAG_MANIFEST]
        payload = sorted(path for path in files if path.startswith(layout.PAYLOAD))
        files[f"manifest-{name}.txt"] = _manifest(files, payload, name)
        files[f"tagmanifest-{name}.txt"] = _manifest(files, sorted(files.keys() - {*payload}), name)

    return lambda pack: with_files(pack, change)


def _manifest(files: Files, paths: list[str], algorithm: str) -> bytes:
    return "".join(f"{hashlib.new(algorithm, files[path]).hexdigest()}  {path}\n" for path in paths).encode()


def of_version(version: str, *, info: str = layout.BAG_INFO) -> Damage:
    """Return the damage that makes the pack a bag of an older version, by MD5 and with its name for bag-info.txt."""

    def change(files: Files) -> None:
        files[layout.BAGIT] = files[layout.BAGIT].replace(b"1.0", version.encode())
        files[info] = files.pop(layout.BAG_INFO)

    return lambda pack: by_algorithm("md5")(with_files(pack, change))


def basic_bag(pack: bytes) -> bytes:
    """Return a bag of BagIt 1.0 with one file, as valid as can be, and no pack."""
    payload = PackFile("data/hello.txt", b"hello\n")
    tags = [PackFile(layout.BAGIT, layout.BAGIT_TEXT), PackFile(layout.MANIFEST, layout.manifest([payload]))]
    files = [*tags, PackFile(layout.TAG_MANIFEST, layout.manifest(tags)), payload]
    return put_together("basicBag", {file.path: file.content for file in files})


def without_tag_manifest(pack: bytes) -> bytes:
    return with_files(pack, lambda files: files.pop(layout.TAG_MANIFEST))


def bag_in_a_bag(pack: bytes) -> bytes:
    """Return a bag whose payload is the bag of the pack."""
    inside = [PackFile(f"data/bag/{path}", content) for path, content in taken_apart(pack)[1].items()]
    tags = [PackFile(layout.BAGIT, layout.BAGIT_TEXT), PackFile(layout.MANIFEST, layout.manifest(inside))]
    files = [*tags, PackFile(layout.TAG_MANIFEST, layout.manifest(tags)), *inside]
    return put_together("bag-in-a-bag", {file.path: file.content for file in files})


def corrupt(path: str) -> Damage:
    return lambda pack: with_files(pack, lambda files: files.update({path: files[path][:-1] + b"?\n"}))


INVALID = {
    "v0.97/invalid/baginfo-missing-encoding": Bad(
        tag(layout.BAGIT, b"Tag-File-Character-Encoding: UTF-8\n", b""), f"bagit.txt, line 2: {NO_BAG}"),
    "v0.97/invalid/bom-in-bagit.txt": Bad(
        tag(layout.BAGIT, b"BagIt", b"\xef\xbb\xbfBagIt"), f"bagit.txt, line 1: {NO_BAG}"),
    "v0.97/invalid/corrupt-data-file": Bad(
        corrupt(layout.REPORT), f"{layout.REPORT}: It was changed after the pack was made."),
    "v0.97/invalid/corrupt-tag-file": Bad(
        lambda pack: with_files(pack, lambda files: files.update(
            {layout.TAG_MANIFEST: b"deadbeef" + files[layout.TAG_MANIFEST][8:]})),
        "bagit.txt: It was changed after the pack was made."),
    "v0.97/invalid/extra-file-in-bag": Bad(added("data/bar"), f"data/bar: {STRAY}"),
    "v0.97/invalid/invalid-version-number": Bad(tag(layout.BAGIT, b"1.0", b".97"), f"bagit.txt, line 1: {NO_BAG}"),
    "v0.97/invalid/missing-baginfo": Bad(removed(layout.BAG_INFO), "bag-info.txt: It is missing"),
    "v0.97/invalid/missing-bagit.txt": Bad(removed(layout.BAGIT), "bagit.txt: This file is missing."),
    "v0.97/invalid/out-of-scope-file-paths-using-dot-notation": Bad(listing("../../../README.md"), NO_FILE),
    "v0.97/invalid/out-of-scope-file-paths-using-dot-notation, escaped": Bad(
        listing(r"\.\./\.\./\.\./README.md"), NO_FILE),
    "v0.97/invalid/out-of-scope-file-paths-using-dot-notation-for-fetch": Bad(
        fetching("../../../README.md"), f"fetch.txt: {STRAY}"),
    "v0.97/invalid/same-filename-listed-twice-with-different-hashes": Bad(
        listing_again(lambda line: b"deadbeef" + line[8:]), NO_FILE),
    "v1.0/invalid/bagit-with-invalid-whitespace": Bad(
        tag(layout.BAGIT, b"BagIt-Version: ", b"BagIt-Version : "), f"bagit.txt, line 1: {NO_BAG}"),
    "v1.0/invalid/bagit-with-invalid-whitespace, in the second line": Bad(
        tag(layout.BAGIT, b"Encoding: ", b"Encoding : "), f"bagit.txt, line 2: {NO_BAG}"),
    "v1.0/invalid/notAllManifestsListAllFiles": Bad(
        lambda pack: tags_listed_again(pack, lambda files: files.update({layout.MANIFEST: b"".join(
            line for line in files[layout.MANIFEST].splitlines(keepends=True) if RESULTS.encode() not in line)})),
        f"manifest-sha512.txt: It does not list {RESULTS}."),
    "v1.0/invalid/same-filename-listed-twice-with-different-hashes": Bad(
        listing_again(lambda line: b"deadbeef" + line[8:]), NO_FILE),
    "v1.0/invalid/same-filename-listed-twice-with-different-hashes, space behind the version": Bad(
        tag(layout.BAGIT, b"1.0", b"1.0 "), f"bagit.txt, line 1: {NO_BAG}"),
    "v1.0/invalid/same-filename-listed-twice-with-the-same-hash": Bad(listing_again(lambda line: line), NO_FILE),
}  # fmt: skip

OUT_OF_SCOPE = {
    "v0.97/linux-only/out-of-scope-file-paths-using-absolute-path": "/tmp/foo",
    "v0.97/linux-only/out-of-scope-file-paths-using-shortcut": "~/foo",
    "v0.97/linux-only/out-of-scope-file-paths-using-shortcut-username": "~root/foo",
    "v0.97/windows-only/out-of-scope-file-paths-using-absolute-path": r"C:\Windows\System32\setx.exe",
    "v0.97/windows-only/out-of-scope-file-paths-using-shortcut": r"%HomeDrive%\Windows\System32\setx.exe",
    "v0.97/windows-only/out-of-scope-file-paths-using-unc": r"\\?\UNC\server\Windows\System32\setx.exe",
}

ELSEWHERE = {name: Bad(listing(path), NO_FILE) for name, path in OUT_OF_SCOPE.items()} | {
    f"{name}-for-fetch": Bad(fetching(path), f"fetch.txt: {STRAY}") for name, path in OUT_OF_SCOPE.items()
}

# Each of these may pass with a warning; a pack is never written so.
WARNED_OF = {
    "v0.97/warning/duplicate-file-with-different-case": Bad(
        added("data/report/REPORT.html"), "It is in the pack twice, or differs from another only in capitals."),
    "v0.97/warning/made-with-md5sum-tools": Bad(listed_with(RESULTS, f" *{RESULTS}"), NO_FILE),
    "v0.97/warning/relative-path": Bad(listed_with(RESULTS, f"  ./{RESULTS}"), NO_FILE),
    "v0.97/warning/same-filename-listed-twice-with-different-normalization": Bad(
        moved(RESULTS, "data/published/N\u00fa\u00f1ez.csv"), NO_NAME),
    "v0.97/warning/same-filename-listed-twice-with-the-same-hash": Bad(listing_again(lambda line: line), NO_FILE),
    "v0.97/warning/special-system-files": Bad(added("data/.DS_Store"), "This pack was unzipped and zipped again."),
}  # fmt: skip

# Valid bags, and no packs: refused with a sentence, and nothing of them is fetched.
DECLINED = {
    "v0.93/valid/basic-bag": Bad(of_version("0.93", info="package-info.txt"), "bag-info.txt: It is missing"),
    "v0.94/valid/basic-bag": Bad(of_version("0.94", info="package-info.txt"), "bag-info.txt: It is missing"),
    "v0.95/valid/basic-bag": Bad(of_version("0.95"), f"manifest-md5.txt: {STRAY}"),
    "v0.96/valid/basic-bag": Bad(of_version("0.96"), f"manifest-md5.txt: {STRAY}"),
    "v0.97/valid/basic-bag": Bad(tag(layout.BAGIT, b"1.0", b"0.97"), f"bagit.txt, line 1: {NO_BAG}"),
    "v0.97/valid/basic-bag-sha1": Bad(by_algorithm("sha1"), f"manifest-sha1.txt: {STRAY}"),
    "v0.97/valid/basic-bag-sha224": Bad(by_algorithm("sha224"), f"manifest-sha224.txt: {STRAY}"),
    "v0.97/valid/basic-bag-sha256": Bad(by_algorithm("sha256"), f"manifest-sha256.txt: {STRAY}"),
    "v0.97/valid/ISO-8859-1-encoded-tag-files": Bad(in_encoding("ISO-8859-1"), "bag-info.txt: It is not in UTF-8."),
    "v0.97/valid/UTF-16-encoded-tag-files": Bad(in_encoding("UTF-16"), "bag-info.txt: It is not in UTF-8."),
    "v0.97/valid/bag-in-a-bag": Bad(bag_in_a_bag, "bag-info.txt: It is missing"),
    "v0.97/valid/bag-with-encoded-names": Bad(moved(RESULTS, "data/published/%7Eresults.csv"), NO_NAME),
    "v0.97/valid/bag-with-escapable-characters": Bad(moved(RESULTS, "data/published/re\nsults.csv"), NO_NAME),
    "v0.97/valid/bag-with-leading-dot-slash-in-manifest": Bad(listed_with(RESULTS, f"  ./{RESULTS}"), NO_FILE),
    "v0.97/valid/bag-with-space": Bad(moved(RESULTS, "data/published/the results.csv"), NO_NAME),
    "v0.97/valid/duplicate-metadata-entries": Bad(
        tag(layout.BAG_INFO, b"Payload", b"Bagging-Date: 2016-03-10\nPayload"), f": {NOT_OURS}"),
    "v0.97/valid/holey-bag": Bad(
        lambda pack: removed(RESULTS)(fetching(RESULTS)(pack)), f"fetch.txt: {STRAY}"),
    "v0.97/valid/local-fetch": Bad(
        added("fetch.txt", b"file:///etc/passwd - data/passwd\n"), f"fetch.txt: {STRAY}"),
    "v0.97/valid/minimal-bag": Bad(without_tag_manifest, "tagmanifest-sha512.txt: This file is missing."),
    "v0.97/valid/uncommon-metadata-separators": Bad(
        tag(layout.BAG_INFO, b"Bagging-Date: ", b"Bagging-Date:\t"),
            "bag-info.txt, line 2: This line holds a character"),
    "v1.0/valid/basicBag": Bad(basic_bag, "bag-info.txt: It is missing, so this is no event pack."),
}  # fmt: skip
