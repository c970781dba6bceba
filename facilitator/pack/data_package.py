"""The Frictionless data package inside a pack: what every file is, for programs that know nothing of us."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from facilitator.gate.published_event import PublishedEvent
from facilitator.pack.layout import FORMAT, PAPER_REPORT, PAYLOAD, REHEARSAL, REPORT, PackFile, pack_name, table_path
from facilitator.pack.schema import TABLES, Column, Kind, Table

_TYPES = {Kind.WHOLE: "integer", Kind.DAY: "date", Kind.FLAG: "boolean"}
_PATTERNS = {
    Kind.ID: "[0-9a-f]{16,64}",
    Kind.HASH: "[0-9a-f]{64}",
    Kind.KEY: "'?[a-z0-9_.-]{1,120}",
    Kind.COUNT: "0|[1-9][0-9]*|c",
}


def data_package(event: PublishedEvent, revision: int, files: list[PackFile]) -> PackFile:
    """Return datapackage.json over these files; `created` comes from the event's own day, not from the clock."""
    by_path = {file.path: file for file in files}
    there = (table for table in TABLES if table_path(table.name) in by_path)
    resources = [_table_resource(table, by_path[table_path(table.name)]) for table in there]
    resources.append(_resource("report", by_path[REPORT]) | {"format": "html", "mediatype": "text/html"})
    paper = {"format": "pdf", "mediatype": "application/pdf"}
    resources.append(_resource("report-on-paper", by_path[PAPER_REPORT]) | paper)
    package = {
        "profile": "data-package",
        "name": pack_name(event.details.title, event.details.held_on, revision, rehearsal=event.rehearsal).lower(),
        "id": event.event_id,
        "eventpack": FORMAT,
        "title": f"{REHEARSAL}: {event.details.title}" if event.rehearsal else event.details.title,
        "rehearsal": event.rehearsal,
        "version": str(revision),
        "created": f"{event.details.held_on}T00:00:00Z",
    }
    return PackFile(PAYLOAD + "datapackage.json", _written(package, resources).encode())


def _written(package: dict[str, Any], resources: list[dict[str, Any]]) -> str:
    """Return the JSON, a line for each member and each file: with `indent` Python writes it ten times as slowly."""
    members = [f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)},\n" for name, value in package.items()]
    files = ",\n".join(f"  {json.dumps(resource, ensure_ascii=False)}" for resource in resources)
    return "".join(["{\n", *members, ' "resources": [\n', files, "\n ]\n}\n"])


def _table_resource(table: Table, file: PackFile) -> dict[str, Any]:
    known = {"profile": "tabular-data-resource", "description": table.meaning, "format": "csv", "encoding": "utf-8"}
    return _resource(table.name, file) | known | {"mediatype": "text/csv", "schema": _schema(table)}


def _resource(name: str, file: PackFile) -> dict[str, Any]:
    path = file.path.removeprefix(PAYLOAD)
    digest = hashlib.sha256(file.content).hexdigest()
    return {"name": name, "path": path, "bytes": len(file.content), "hash": f"sha256:{digest}"}


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [*map(_field, table.columns)], "primaryKey": [*table.key]}
    if table.references:
        schema["foreignKeys"] = [
            {"fields": [*found.columns], "reference": {"resource": found.table, "fields": [*found.columns]}}
            for found in table.references
        ]
    return schema


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        constraints["enum"] = [*column.choices]
    if column.kind is Kind.WHOLE:
        constraints["minimum"] = 0
    if column.kind in _PATTERNS:
        constraints["pattern"] = _PATTERNS[column.kind]
    field = {"name": column.name, "type": _TYPES.get(column.kind, "string"), "description": column.meaning}
    return field | ({"constraints": constraints} if constraints else {})
