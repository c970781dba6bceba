"""Packs taken apart, changed and put together again, so that one thing at a time is wrong with them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import struct
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from facilitator.pack import layout
from facilitator.pack.archive import archive
from facilitator.pack.layout import PackFile

Files = dict[str, bytes]

SHORT_PAGE, SHORT_PAPER = b"<!doctype html>\n<p>A report.</p>\n", b"%PDF-1.7\n%%EOF\n"


def taken_apart(pack: bytes) -> tuple[str, Files]:
    """Return the folder of a pack and its files."""
    with ZipFile(io.BytesIO(pack)) as zip_file:
        folder = zip_file.namelist()[0].partition("/")[0]
        return folder, {name.removeprefix(folder + "/"): zip_file.read(name) for name in zip_file.namelist()}


def put_together(folder: str, files: Files) -> bytes:
    """Return the ZIP of these files as they are."""
    return archive(folder, [PackFile(path, content) for path, content in files.items()])


def with_files(pack: bytes, change: Callable[[Files], None]) -> bytes:
    """Return the pack with its files changed, and its manifests left as they were."""
    folder, files = taken_apart(pack)
    change(files)
    return put_together(folder, files)


def bagged_again(pack: bytes, change: Callable[[Files], None]) -> bytes:
    """Return the pack with its files changed, and every hash and sum made to fit the change."""

    def change_and_list(files: Files) -> None:
        change(files)
        _list_resources(files)
        payload = [PackFile(path, files[path]) for path in sorted(files) if path.startswith("data/")]
        files[layout.MANIFEST] = layout.manifest(payload)
        oxum = layout.payload_oxum(len(payload), sum(len(file.content) for file in payload))
        files[layout.BAG_INFO] = re.sub(rb"(?m)^(Payload-Oxum: ).*$", rb"\g<1>" + oxum.encode(), files[layout.BAG_INFO])

    return tags_listed_again(pack, change_and_list)


def with_a_short_report(pack: bytes) -> bytes:
    """Return the pack with a few bytes for each file of its report: as little as the checker takes for a report."""

    def shorten(files: Files) -> None:
        files |= {layout.REPORT: SHORT_PAGE, layout.PAPER_REPORT: SHORT_PAPER}

    return bagged_again(pack, shorten)


def tags_listed_again(pack: bytes, change: Callable[[Files], None]) -> bytes:
    """Return the pack with its files changed, and only the tag manifest made to fit the change."""
    folder, files = taken_apart(pack)
    change(files)
    tags = [PackFile(path, files[path]) for path in (layout.BAGIT, layout.BAG_INFO, layout.MANIFEST) if path in files]
    files[layout.TAG_MANIFEST] = layout.manifest(tags)
    return put_together(folder, files)


def table_rows(files: Files, table: str) -> list[list[str]]:
    """Return the rows of a table as they stand there, headings first and guards kept."""
    text = files[layout.table_path(table)].decode("utf-8-sig")
    return [*csv.reader(io.StringIO(text, newline=""), strict=True)]


def table_bytes(rows: list[list[str]]) -> bytes:
    """Return the CSV file of these rows, spelt as a pack's tables are."""
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows(rows)
    return b"\xef\xbb\xbf" + file.getvalue().encode("utf-8", "surrogatepass")


def cell_changed(table: str, old: str, new: str) -> Callable[[Files], None]:
    """Return the change of the first `old` in a table to `new`."""

    def change(files: Files) -> None:
        path = layout.table_path(table)
        assert old.encode() in files[path]
        files[path] = files[path].replace(old.encode(), new.encode(), 1)

    return change


def zipped(names: dict[str, bytes], **attributes: int) -> bytes:
    """Return a ZIP of these names, with attributes set on every entry."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as zip_file:
        for name, content in names.items():
            info = ZipInfo(name)
            info.external_attr = 0o100644 << 16
            for attribute, value in attributes.items():
                setattr(info, attribute, value)
            zip_file.writestr(info, content, ZIP_DEFLATED)
    return buffer.getvalue()


def renamed(pack: bytes, old: bytes, new: bytes) -> bytes:
    """Return the pack with bytes of the same length put in the place of others, everywhere."""
    assert len(old) == len(new)
    assert old in pack
    return pack.replace(old, new)


def size_claimed(pack: bytes, size: int) -> bytes:
    """Return the pack with its first entry claiming to unpack to `size`, here and in the directory."""
    changed = bytearray(pack)
    first = changed.index(b"PK\x01\x02", struct.unpack("<L", pack[-6:-2])[0])
    changed[22:26] = changed[first + 24 : first + 28] = struct.pack("<L", size)
    return bytes(changed)


def _list_resources(files: Files) -> None:
    try:
        package = json.loads(files[layout.DATA_PACKAGE])
        for resource in package["resources"]:
            content = files["data/" + resource["path"]]
            resource |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
        plain = json.loads(files[layout.DATA_PACKAGE]) == package
    except (ValueError, KeyError, TypeError, RecursionError):
        return  # the test broke it on purpose
    if not plain:
        files[layout.DATA_PACKAGE] = json.dumps(package).encode()
