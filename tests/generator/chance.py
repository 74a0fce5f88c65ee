"""Reports by chance: facts of 5 to 60 indicators and the looks of the programs that print such reports."""

import json
import re
from collections.abc import Sequence
from copy import deepcopy
from random import Random
from typing import Any

from tests.generator import GOLDEN
from tests.generator.pdf_look import FONTS, ICONS, RULES, Look

Json = dict[str, Any]
Cell = tuple[str, float | str | None]
Cells = dict[str, Cell]
FAMILIES = (*RULES, "word", "sheet")
_NUMBERS = ("outcome", "men", "women", "previous", "target", "kf_target", "forecast")
_UNITS = (None, None, "%", "%", "st", "mnkr")
_WORDS = ("Tas fram av nämnd", "Tas fram av nämnd/styrelse", "öka", "minska")
_FIGURE = re.compile(r"\d")  # an analysis that tells figures would contradict values drawn by chance
_SAMPLES = sorted(GOLDEN.glob("*.json"))


def report(random: Random, family: str) -> tuple[Json, Look]:
    """Facts, and a look of this family."""
    return facts(random), look(random, family)


def facts(random: Random) -> Json:
    """A sample's goals and activities with indicators of many samples, their cells drawn anew."""
    golden: Json = json.loads(random.choice(_SAMPLES).read_text(encoding="utf-8"))
    pool = [row for path in _SAMPLES for row in json.loads(path.read_text(encoding="utf-8"))["indicators"]]
    count = random.choice((5, 8, 12, 15, 20, 30, 60))
    owners = sorted(random.choice(golden["indicators"])["goal"] for _ in range(count))
    analysed = random.choice((0.0, 0.2, 0.6, 1.0))
    whens, columns = golden["indicators"], golden["print"]["indicator_columns"]
    golden["indicators"] = [
        _indicator(number, owner, random.choice(pool), random.choice(whens), _cells(columns, random))
        for number, owner in enumerate(owners)
    ]
    seen: set[str] = set()
    for row in golden["indicators"]:
        if row["name"] in seen:
            row |= {field: f"{row[field]} i område {row['id']}" for field in ("name", "name_raw")}
        seen.add(row["name"])
        if random.random() > analysed or _FIGURE.search(" ".join(row["analysis"])):
            row |= {"analysis": [], "has_analysis": False, "status_text": None}
        row["status"] = row["status_text"] or random.choice(("helt", "helt", "delvis", "ej", None))
        row["print"] = {"council": random.random() < 0.3}
    return golden


def _indicator(number: int, goal: int, name: Json, when: Json, cells: Cells) -> Json:
    """One row: the name and analysis of one sample's row, the period of one of this report's, and these cells."""
    row = deepcopy(name)
    numbers = {field: cell[1] if isinstance(cell[1], int | float) else None for field, cell in cells.items()}
    return row | dict.fromkeys(_NUMBERS) | numbers | {
        "id": number, "goal": goal, "unit": _unit(cells),
        "raw": dict.fromkeys(_NUMBERS, "") | {field: cell[0] for field, cell in cells.items()},
        "target_text": _told(cells.get("target")), "kf_target_text": _told(cells.get("kf_target")),
        "period": when["period"], "previous_period": when["previous_period"], "periodicity": when["periodicity"],
    }  # fmt: skip


def _cells(columns: Sequence[Sequence[str]], random: Random) -> Cells:
    """The number columns' cells: the printed words, and the number or words that they hold."""
    unit, size = random.choice(_UNITS), random.choice((10, 100, 100, 1000, 30_000))
    whole = random.random() < 0.6
    drawn = sorted(_number(size if unit != "%" else 100, random, whole=whole) for _ in range(3))
    values = dict(zip(("men", "outcome", "women"), drawn, strict=True))
    cells: Cells = {}
    for field in (field for field, _ in columns if field in _NUMBERS):
        if random.random() < 0.3:
            cells[field] = "", None
        elif "target" in field and random.random() < 0.25:
            told = random.choice(_WORDS)
            cells[field] = told, told
        else:
            value = values.get(field, _number(drawn[1] + 2, random, whole=whole))
            printed = f"{value:,}".replace(",", " ").replace(".", ",")
            cells[field] = f"{printed} {unit}" if unit else printed, value
    return cells


def _number(size: float, random: Random, *, whole: bool) -> float:
    return random.randrange(int(size)) if whole else random.randrange(int(size) * 10) / 10


def _told(cell: Cell | None) -> str | None:
    return cell[1] if cell and isinstance(cell[1], str) else None


def _unit(cells: Cells) -> str | None:
    order = [cells[field][0] for field in ("outcome", "target", "kf_target", "previous") if field in cells]
    units = [unit for cell in order for unit in ("%", "st", "mnkr") if cell.endswith(f" {unit}")]
    return units[0] if units else None


def look(random: Random, family: str) -> Look:
    """A look of this family: a way of ruling, Word's tables without borders, or a sheet printed from Excel."""
    choose = random.choice
    plain: dict[str, Any] = {
        "font": choose(FONTS), "icons": choose(ICONS), "headings": choose(("bold", "bold", "large", "slanted")),
        "analysis": choose(("row", "row", "colon", "box")), "drawn": choose(("lines", "areas", "path")),
        "place": choose(("top", "top", "middle", "bottom")), "numbers": choose(("left", "left", "right", "centre")),
        "contents": choose(("dots", "plain", "none")), "furniture": choose(("above", "below", "both", "none")),
        "size": choose((10, 10.5, 11, 12)), "small": choose((7, 7.5, 8, 8.5, 9, 10)), "lead": choose((1.1, 1.2, 1.3)),
        "pad": choose((2, 3, 5)), "margin": choose((45, 65)), "depth": choose((842, 842, 600, 500)),
        "narrow": random.random() < 0.3, "turned": random.random() < 0.3, "repeat": random.random() < 0.6,
        "split": random.random() < 0.4, "lead_column": random.random() < 0.6, "bare": random.random() < 0.3,
        "merged": random.random() < 0.3, "landscape": random.random() < 0.25, "rotated": random.random() < 0.1,
        "shaded_header": random.random() < 0.6,
    }  # fmt: skip
    if family == "word":  # a cell's margins are 5.4 points beside the text and none above it
        plain |= {"rules": choose(("none", "uprights", "header")), "pad": 5.4, "air": 0.0}
    elif family == "sheet":  # cells stand at the bottom, numbers at the right
        plain |= {"rules": "none", "pad": 2, "air": choose((0.5, 1.0)), "place": "bottom", "numbers": "right"}
        plain |= {"landscape": random.random() < 0.7}
    else:
        plain |= {"rules": family}
    return Look(**plain)
