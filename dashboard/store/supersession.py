"""Which report of a unit, kind and year counts: the newer one, and a real one before a sample."""

from typing import Any

import pyarrow as pa

Row = dict[str, Any]


def marked(documents: pa.Table) -> pa.Table:
    """The documents with `superseded_by` worked out anew from all of them."""
    following: dict[str, str] = {}
    standing: dict[tuple[str, str, int], Row] = {}
    rows: list[Row] = documents.to_pylist()
    for row in sorted(rows, key=lambda row: row["sequence"]):
        key = (row["unit"], row["kind"], row["year"])
        loser, winner = _ranked(standing.get(key), row)
        if loser is not None:
            following[loser["id"]] = winner["id"]
        standing[key] = winner
    place = documents.schema.get_field_index("superseded_by")
    told = pa.array([following.get(row["id"]) for row in rows], pa.string())
    return documents.set_column(place, documents.schema.field(place), told)


def _ranked(standing: Row | None, row: Row) -> tuple[Row | None, Row]:
    """The superseded one and the one that stands; the dates of the reports decide, else the order of import."""
    if standing is None:
        return None, row
    if standing["sample"] != row["sample"]:
        return (standing, row) if standing["sample"] else (row, standing)
    older = standing["date"] and row["date"] and row["date"] < standing["date"]
    return (row, standing) if older else (standing, row)


def successors(documents: pa.Table) -> dict[str, str | None]:
    """For each document's id the id of the one that superseded it."""
    rows: list[Row] = documents.to_pylist()
    return {row["id"]: row["superseded_by"] for row in rows}
