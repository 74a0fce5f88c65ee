"""Rows that the tests of figures share, and what hypothesis may make of them."""

import math
import re
from typing import Any

from hypothesis import strategies as st

from dashboard.charts.build import About, GenderRow, LineRow, PointRow, YearRow
from dashboard.charts.spec import Mark
from dashboard.model import Direction, Kind

ABOUT = About(where="Enheten för lek", year=2025, source="verksamhetsberättelse 2025, avsnitt 3.4", date="2026-02-12")

numbers = st.one_of(
    st.none(),
    st.sampled_from([0.0, -16.3, 83.0, 1107.0]),
    st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 2) + 0.0),
)
units = st.sampled_from(["%", "st", "mnkr", None, "medarbetare"])
names = st.text(st.sampled_from("abcåäö <&>–-WIl"), min_size=1, max_size=90)
decimals = st.sampled_from([None, 0, 1, 2])
directions = st.sampled_from(list(Direction))

gender_rows = st.lists(
    st.builds(
        GenderRow,
        name=names,
        total=numbers,
        women=numbers,
        men=numbers,
        target=numbers,
        unit=units,
        decimals=decimals,
        direction=directions,
        wrong=st.lists(st.sampled_from(["totalt", "kvinnor", "män"]), unique=True).map(tuple),
        children=st.booleans(),
    ),
    max_size=5,
)
year_rows = st.lists(
    st.builds(
        YearRow,
        name=names,
        now=numbers,
        before=numbers,
        target=numbers,
        unit=units,
        decimals=decimals,
        direction=directions,
        verdict=st.sampled_from(["bättre", "oförändrat", "sämre", "utan jämförelse", "okänd riktning"]),
        delta=numbers,
        revised=numbers,
    ),
    max_size=5,
)
points = st.builds(
    PointRow, year=st.integers(2015, 2027), value=numbers, kind=st.sampled_from(list(Kind)), target=numbers
)
line_rows = st.lists(
    st.builds(
        LineRow,
        name=names,
        points=st.lists(points, max_size=8).map(tuple),
        mark=st.sampled_from([Mark.TOTAL, Mark.WOMEN, Mark.MEN]),
    ),
    max_size=8,
)
abouts = st.builds(
    About, where=names, year=st.just(2025), measure=st.sampled_from(["", "Sjukfrånvaro"]), per_unit=st.booleans()
)


def shown_numbers(words: str) -> list[str]:
    """The numbers in a text, with their signs and inner spaces."""
    return re.findall(r"−?\d[\d\u00a0]*(?:,\d+)?", words)


def axis_range(drawn: dict[str, Any], trace: dict[str, Any], letter: str) -> tuple[float, float]:
    """The ends of the axis that a trace stands on, low first."""
    name = trace[f"{letter}axis"]
    low, high = sorted(drawn["layout"][f"{letter}axis{name[1:]}"]["range"])
    return low, high


def inside(value: float, ends: tuple[float, float]) -> bool:
    """Within the ends, but for the noise of binary fractions."""
    slack = 1e-9 * max(1.0, abs(ends[0]), abs(ends[1]))
    return math.isfinite(value) and ends[0] - slack <= value <= ends[1] + slack
