"""What was read of a report held against its facts: right, wrong and doubted, wrong in silence, invented."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from dashboard.importing.contract import as_json
from dashboard.model import Place, Report, Severity
from dashboard.swedish import fold

Json = Mapping[str, Any]
_NUMBERS = ("outcome", "men", "women", "previous", "target", "kf_target")
_FIELDS = {
    "goals": ("level", "code", "status"),
    "indicators": (
        "name", *_NUMBERS, "unit", "target_text", "kf_target_text", "period", "previous_period", "periodicity",
        "status_text", "has_analysis",
    ),
    "activities": ("title", "start", "end", "deviation", "has_analysis"),
    "feedback": ("t1", "t2", "vb", "total"),
}  # fmt: skip
_LIKE = 0.88  # so much of a name must be found for two rows to be the same one


@dataclass(slots=True)
class Score:
    """Facts counted by what became of them; `told` has a line for each that is not right."""

    right: int = 0
    silent: int = 0
    doubted: int = 0
    refused: int = 0
    invented: int = 0
    told: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Adds another document's counts."""
        self.right += other.right
        self.silent += other.silent
        self.doubted += other.doubted
        self.refused += other.refused
        self.invented += other.invented
        self.told += other.told

    @property
    def total(self) -> int:
        return self.right + self.silent + self.doubted + self.refused

    def words(self) -> str:
        """The counts as one line."""
        share = self.right / self.total if self.total else 1.0
        return (
            f"{self.right}/{self.total} right ({share:.2%}), wrong in silence {self.silent}, "
            f"wrong and doubted {self.doubted}, refused {self.refused}, invented rows {self.invented}"
        )


def score(facts: Json, report: Report, *, icons: bool = False) -> Score:
    """The report's facts by what became of them; `icons`: whether statuses that icons alone show can be read at all."""
    found = as_json(report)
    result = Score()
    doubted = [one for one in report.doubts if one.severity is not Severity.NOTE]
    unplaced = fold(" ".join(one.text for one in doubted))
    places = [place for one in doubted for place in _at(one.place)]
    for kind, names in _FIELDS.items():
        fields = (*names, "status", "forecast") if icons and kind == "indicators" else names
        wanted, got = facts[kind], found[kind]
        pairs = _pairs([_name(row) for row in wanted], [_name(row) for row in got])
        result.invented += len(got) - len(pairs)
        result.told += [f"{kind}: invented {_name(row)!r}" for at, row in enumerate(got) if at not in pairs.values()]
        for number, row in enumerate(wanted):
            own = got[pairs[number]] if number in pairs else None
            known = own["place"] in places if own else fold(_name(row))[:20] in unplaced
            for name, want, value in _compared(row, own, fields, (facts, found)):
                lost = not icons and name == "status" and value is None
                _count(
                    result,
                    known,
                    None if want == value or lost else f"{kind}: {_name(row)[:60]!r} {name}: {want!r} {value!r}",
                )
    for name in ("kind", "year", "unit", "date"):
        same = fold(str(facts["document"][name])) == fold(str(found["document"][name]))
        _count(result, False, None if same else f"document {name}: {found['document'][name]!r}")
    return result


def refused(facts: Json) -> Score:
    """The score of a file that was refused with a sentence."""
    rows = sum(len(facts[kind]) * (len(fields) + (kind != "feedback")) for kind, fields in _FIELDS.items())
    return Score(refused=rows + 4)


def _at(place: Place) -> list[Json]:
    """A doubt's place as rows have theirs; in text the line alone tells."""
    told = {"page": place.page, "line": place.line}
    return [told] if place.box is None else [told | {"box": place.box}]


def _count(result: Score, known: bool, fault: str | None) -> None:
    if fault is None:
        result.right += 1
    elif known:
        result.doubted += 1
        result.told.append(f"(doubted) {fault}")
    else:
        result.silent += 1
        result.told.append(fault)


def _compared(
    row: Json, own: Json | None, fields: Sequence[str], of: tuple[Json, Json]
) -> Iterable[tuple[str, Any, Any]]:
    for name in fields:
        yield name, _plain(row.get(name)), _plain(own.get(name)) if own else "row missing"
    for name in ("goal", "parent"):
        if name in row:
            yield name, _goal(of[0], row[name]), _goal(of[1], own[name]) if own else "row missing"


def _plain(value: Any) -> Any:
    return fold(value) if isinstance(value, str) else value


def _goal(document: Json, number: int | None) -> str | None:
    return None if number is None else fold(document["goals"][number]["title"])


def _name(row: Json) -> str:
    named: str = row.get("title") or row.get("name") or f"{row.get('group')} {row.get('category')}"
    return named


def _pairs(wanted: Sequence[str], got: Sequence[str]) -> dict[int, int]:
    """The number of the row found for each wanted one: the likest first, then the one in the same place."""
    wanted, got = [fold(one) for one in wanted], [fold(one) for one in got]
    ways = sorted(
        (-round(like, 3), abs(one / max(1, len(wanted)) - other / max(1, len(got))), one, other)
        for one, left in enumerate(wanted)
        for other, right in enumerate(got)
        if (like := _likeness(left, right)) >= _LIKE
    )
    pairs: dict[int, int] = {}
    for _, _, one, other in ways:
        if one not in pairs and other not in pairs.values():
            pairs[one] = other
    return pairs


def _likeness(left: str, right: str) -> float:
    return 1.0 if left == right else SequenceMatcher(None, left, right, autojunk=False).ratio()
