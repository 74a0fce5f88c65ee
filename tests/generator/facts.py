"""The facts of one report, with what only a printer needs: prose, signs, and where the pages end.

Facts are kept as JSON in the form that `dashboard extract --json` prints, so that they are golden results as they
stand; what is only for the printer lies under "print", "sections", "analysis" and "prose". A form feed in prose is
a page's end.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any


class Layout(StrEnum):
    """The forms in which the reports come as text; ALIGNED is what `pdftotext -layout` prints."""

    TABS = "tabs"
    LAID_OUT = "laid_out"
    DOUBLE_SPACED = "double_spaced"
    ALIGNED = "aligned"


class Style(StrEnum):
    """How a row's analysis is printed in tab-separated text; laid-out text has only ROW."""

    ROW = "row"
    INLINE = "inline"
    COLON = "colon"
    HTML = "html"


class PageEnd(StrEnum):
    """Where a page ends by a row, so that the table's header is printed again: before it, or within the thing named."""

    NOWHERE = ""
    BEFORE = "before"
    NAME = "name"
    TARGET = "kf_target"
    ANALYSIS = "analysis"
    GROUP = "group"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: the fact it holds and its header as printed."""

    field: str
    header: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with paragraphs, and the feedback table where `feedback` is set.

    `table` is one of another kind, header first; only tab-separated text and Word print it.
    """

    heading: str
    paragraphs: tuple[str, ...] = ()
    feedback: bool = False
    table: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator or an activity as printed; `cells` by column, `symbol` the status that its icon shows.

    `council` is set for the council's own indicators, which have an icon more. `lead` prints an extra first column.
    """

    cells: Mapping[str, str]
    symbol: str | None = None
    council: bool = False
    check_mark: bool = False
    analysis: tuple[str, ...] = ()
    style: Style = Style.ROW
    page_end: PageEnd = PageEnd.NOWHERE
    html: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """`mark` is 'symbol', 'lost' (only a blank is left of it) or 'far' (lost, with a blank line of its own before)."""

    level: str
    code: str | None
    title: str
    status: str | None
    mark: str = "lost"
    status_words: str = ""
    sections: tuple[Section, ...] = ()
    indicators: tuple[Row, ...] = ()
    activities: tuple[Row, ...] = ()
    lead: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Feedback:
    group: str
    cells: Mapping[str, str]
    page_end: PageEnd = PageEnd.NOWHERE


@dataclass(frozen=True, slots=True)
class Facts:
    """One report. `cover` is 'memo' (to the board), 'title' (no board) or 'none'; `footers`: print one at page ends."""

    layout: Layout
    title: str
    unit: str
    board: str | None
    date: str | None
    cover: str
    goals: tuple[Goal, ...]
    indicator_columns: tuple[Column, ...]
    activity_columns: tuple[Column, ...]
    feedback_columns: tuple[Column, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    opening: tuple[Section, ...] = ()
    closing: tuple[Section, ...] = ()
    footers: bool = False


def load(path: Path) -> Facts:
    """Reads a facts file."""
    return from_json(json.loads(path.read_text(encoding="utf-8")))


def from_json(golden: Mapping[str, Any]) -> Facts:
    document, printed = golden["document"], golden["print"]
    return Facts(
        layout=Layout(printed["layout"]),
        title=printed["title"],
        unit=printed.get("unit", document["unit"]),
        board=document["board"],
        date=document["date"],
        cover=printed["cover"],
        goals=tuple(_goal(goal, golden) for goal in golden["goals"]),
        indicator_columns=_columns(printed["indicator_columns"]),
        activity_columns=_columns(printed["activity_columns"]),
        feedback_columns=_columns(printed.get("feedback_columns", [])),
        feedback=tuple(_feedback(row) for row in golden["feedback"]),
        opening=_sections(golden["prose"]["opening"]),
        closing=_sections(golden["prose"]["closing"]),
        footers=printed.get("footers", False),
    )


def without_page_ends(facts: Facts) -> Facts:
    """The same facts on one endless page."""
    goals = tuple(
        replace(
            goal,
            new_page=False,
            indicators=tuple(replace(row, page_end=PageEnd.NOWHERE) for row in goal.indicators),
            activities=tuple(replace(row, page_end=PageEnd.NOWHERE) for row in goal.activities),
        )
        for goal in facts.goals
    )
    return replace(
        facts,
        goals=goals,
        feedback=tuple(replace(row, page_end=PageEnd.NOWHERE) for row in facts.feedback),
        footers=False,
    )


def _goal(goal: Mapping[str, Any], golden: Mapping[str, Any]) -> Goal:
    printed = goal.get("print", {})
    return Goal(
        level=goal["level"],
        code=goal["code"],
        title=printed.get("title", goal["title"]),
        status=goal["status"],
        mark=printed.get("mark", "lost"),
        status_words=printed.get("status_words", ""),
        sections=_sections(goal.get("sections", [])),
        indicators=tuple(_indicator(row) for row in golden["indicators"] if row["goal"] == goal["id"]),
        activities=tuple(_activity(row) for row in golden["activities"] if row["goal"] == goal["id"]),
        lead=printed.get("lead", False),
        new_page=printed.get("new_page", False),
    )


def _indicator(row: Mapping[str, Any]) -> Row:
    cells = {"name": row["name_raw"], **row["raw"]}
    for field in ("period", "periodicity"):
        cells[field] = row.get(field) or ""
    return _row(row, cells | row.get("print", {}).get("cells", {}), row["status"])


def _activity(row: Mapping[str, Any]) -> Row:
    cells = {field: row[field] or "" for field in ("title", "start", "end", "deviation")}
    return _row(row, cells, None, check_mark=row["check_mark"])


def _row(row: Mapping[str, Any], cells: dict[str, str], symbol: str | None, *, check_mark: bool = False) -> Row:
    printed = row.get("print", {})
    return Row(
        cells=cells,
        symbol=symbol,
        council=printed.get("council", False),
        check_mark=check_mark,
        analysis=tuple(row.get("analysis", ())),
        style=Style(printed.get("style", "row")),
        page_end=PageEnd(printed.get("page_end", "")),
        html=printed.get("html", False),
    )


def _feedback(row: Mapping[str, Any]) -> Feedback:
    printed = row.get("print", {})
    cells = {field: "" if row[field] is None else str(row[field]) for field in ("t1", "t2", "vb", "total")}
    cells |= {"category": row["category"], "comment": row.get("comment", "")} | printed.get("cells", {})
    return Feedback(row["group"], cells, PageEnd(printed.get("page_end", "")))


def _columns(pairs: list[list[str]]) -> tuple[Column, ...]:
    return tuple(Column(field, header) for field, header in pairs)


def _sections(sections: list[Mapping[str, Any]]) -> tuple[Section, ...]:
    return tuple(
        Section(
            section["heading"],
            tuple(section.get("paragraphs", ())),
            section.get("feedback", False),
            tuple(tuple(row) for row in section.get("table", ())),
        )
        for section in sections
    )
