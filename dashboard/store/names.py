"""What people answered about names: records of their own in a file beside the snapshots, followed by every commit.

STORE/names.jsonl   one answer a line, the oldest first; the latest about a name counts

Rows keep the name that is printed; only the id of the indicator or unit that they belong to follows the answers, when a
snapshot is written. So every question sees one id, an older snapshot stays as it was, and an answer can be taken back.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import pyarrow as pa

from dashboard.catalogue.likeness import PROPOSAL, UNKNOWN
from dashboard.errors import StoreError
from dashboard.model import Doubt, Report
from dashboard.store import supersession
from dashboard.swedish import fold

FILE = "names.jsonl"
Tables = Mapping[str, pa.Table]


class Subject(StrEnum):
    """What a name names."""

    INDICATOR = "indikator"
    UNIT = "enhet"


@dataclass(frozen=True, slots=True)
class Naming:
    """One answer: the `printed` name, with the id `own` to itself, is the one with the id `same`, or none (then `own`).

    `made` is UTC in ISO form.
    """

    subject: Subject
    printed: str
    own: str
    same: str
    who: str
    made: str
    why: str = ""

    @property
    def accepted(self) -> bool:
        return self.same != self.own


@dataclass(frozen=True, slots=True)
class Answers:
    """The latest answers: for each folded name the id that it leads to, and the names that were accepted."""

    indicators: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    accepted: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.indicators or self.units)

    def settle(self, kind: str, printed: str) -> bool:
        """Whether a doubt of this kind about this name has got its answer."""
        name = fold(printed)
        if kind == PROPOSAL:
            return name in self.indicators or name in self.units
        return kind == UNKNOWN and name in self.accepted


def namings(folder: Path) -> list[Naming]:
    """All answers, the oldest first; a line that a killed writer left unfinished is none."""
    try:
        lines = (folder / FILE).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"Datalagret {folder} går inte att läsa.", "Kontrollera mappens rättigheter.") from error
    return [_record(line) for line in lines[:-1] if line]


def _record(line: str) -> Naming:
    try:
        told = json.loads(line)
        return Naming(**{**told, "subject": Subject(told["subject"])})
    except (ValueError, TypeError, KeyError) as error:
        raise StoreError(
            f"Filen {FILE} i datalagret är skadad.", "Rätta eller ta bort raden som inte är JSON."
        ) from error


def append(folder: Path, naming: Naming) -> None:
    """Keeps an answer; only for one who holds the writer's lock."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    whole = path.read_bytes() if path.exists() else b""
    with path.open("r+b" if path.exists() else "wb") as file:
        file.seek(whole.rfind(b"\n") + 1)
        file.write(json.dumps(asdict(naming), ensure_ascii=False).encode() + b"\n")
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


def answers(told: Iterable[Naming]) -> Answers:
    """The latest answer about each name, through other answers where one leads to another."""
    latest = {(one.subject, fold(one.printed)): one for one in told}
    leads = {(one.subject, one.own): one.same for one in latest.values() if one.accepted}
    ids = {key: _end(leads, one) for key, one in latest.items()}
    return Answers(
        {name: found for (subject, name), found in ids.items() if subject is Subject.INDICATOR},
        {name: found for (subject, name), found in ids.items() if subject is Subject.UNIT},
        frozenset(name for (_, name), one in latest.items() if one.accepted),
    )


def given(folder: Path) -> Answers:
    """The answers that the store in this folder follows now."""
    return answers(namings(folder))


def _end(leads: Mapping[tuple[Subject, str], str], one: Naming) -> str:
    found, passed = one.same, {one.own}
    while found not in passed and (one.subject, found) in leads:
        passed.add(found)
        found = leads[one.subject, found]
    return found


def applied(report: Report, given: Answers) -> Report:
    """The report with the ids that its names lead to, and without the questions that were answered."""
    if not given:
        return report
    document = report.document
    outcomes = tuple(
        replace(row, indicator=given.indicators.get(fold(row.name), row.indicator)) for row in report.outcomes
    )
    unit = given.units.get(fold(document.unit_name), document.unit)
    return replace(
        report,
        document=replace(document, unit=unit),
        outcomes=outcomes,
        doubts=tuple(doubt for doubt in report.doubts if not _settled(doubt, given)),
    )


def _settled(doubt: Doubt, given: Answers) -> bool:
    return given.settle(doubt.kind, doubt.text)


def relabelled(tables: Tables, given: Answers) -> dict[str, pa.Table]:
    """All rows with the ids that their names lead to; which report supersedes which is worked out anew."""
    after = dict(tables)
    if not given:
        return after
    units = {row["id"]: given.units.get(fold(row["unit_name"]), row["unit"]) for row in _rows(after["documents"])}
    for name, table in after.items():
        owner = "id" if name == "documents" else "document"
        after[name] = _with(table, "unit", [units[row[owner]] for row in _rows(table.select([owner]))])
    rows = _rows(after["outcomes"].select(["name", "indicator"]))
    led = [given.indicators.get(fold(row["name"]), row["indicator"]) for row in rows]
    after["outcomes"] = _with(after["outcomes"], "indicator", led)
    after["doubts"] = _open_doubts(after["doubts"], given)
    after["documents"] = supersession.marked(_counted(after["documents"], after["doubts"]))
    return after


def _rows(table: pa.Table) -> list[dict[str, Any]]:
    return table.to_pylist()


def _open_doubts(doubts: pa.Table, given: Answers) -> pa.Table:
    still = [not given.settle(row["doubt_kind"], row["text"]) for row in _rows(doubts)]
    return doubts.filter(pa.array(still, pa.bool_()))


def _counted(documents: pa.Table, doubts: pa.Table) -> pa.Table:
    found = Counter(doubts["document"].to_pylist())
    return _with(documents, "doubt_count", [found[document] for document in documents["id"].to_pylist()])


def _with(table: pa.Table, column: str, values: Sequence[str | int]) -> pa.Table:
    place = table.schema.get_field_index(column)
    kept = table.schema.field(place)
    return table.set_column(place, kept, pa.array(values, kept.type))
