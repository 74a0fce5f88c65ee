"""A board's overview for the template: the headline, the counts, what needs attention, and units by KF's goals."""

from dashboard.export.paper_parts import Address, Data, bar, computed, reported, tallies
from dashboard.model import Status
from dashboard.views.attention import Attention, Section
from dashboard.views.matrix import Cell, Column, Line, Matrix
from dashboard.views.oversikt import Oversikt
from dashboard.views.telling import Item

# Over these many units a column each is too narrow on paper: then each is a row.
MOST_COLUMNS = 4
_ORDER = (Status.HELT, Status.DELVIS, Status.EJ, Status.INGEN)


def overview_title(name: str) -> str:
    """What the chapter of a board's overview is called."""
    return f"Översikt, {name}"


def board(view: Oversikt, address: Address) -> Data:
    """A board's part of the report, before its units'."""
    content = view.content
    if content is None:
        raise ValueError("a board without reports has no paper")
    return {
        "name": view.board,
        "title": overview_title(view.board),
        "note": view.board_note,
        "period": view.period,
        "lines": list(content.said.lines),
        "quiet": content.said.quiet,
        "tallies": tallies(content.tallies),
        "attention": _attention(content.attention, address) if content.attention else None,
        "matrix": _matrix(content.matrix),
        "plan": content.plan,
    }


def _attention(found: Attention, address: Address) -> Data:
    return {
        "summary": found.summary,
        "sections": [_section(section, address) for section in found.sections],
        "examine": found.examine_words,
        "examinations": [
            {"strong": one.strong, "rest": one.rest, "link": address(one.link), "place": one.link_words}
            for one in found.examinations
        ],
    }


def _section(section: Section, address: Address) -> Data:
    return {
        "heading": section.heading,
        "note": section.note,
        "items": [_item(item, address) for item in section.items],
        "left": section.left,
    }


def _item(item: Item, address: Address) -> Data:
    return {
        "status": reported(item.reported),
        "computed": computed(item.computed) if item.beside else None,
        "strong": item.strong,
        "rest": item.rest,
        "note": item.note,
        "bar": bar(item.bullet) if item.bullet else None,
        "link": address(item.link),
    }


def _matrix(found: Matrix) -> Data:
    columns = [*found.columns, *([found.total] if found.total else [])]
    return {
        "turned": len(found.columns) > MOST_COLUMNS,
        "columns": [_column(column) for column in columns],
        "units": len(found.columns),
        "blocks": [
            {"heading": block.heading, "lines": [_line(line, found) for line in block.lines]} for block in found.blocks
        ],
    }


def _column(column: Column) -> Data:
    return {"name": column.name, "full": column.full_name, "note": column.note, "sums": list(column.sums)}


def _line(line: Line, found: Matrix) -> Data:
    return {
        "code": line.code,
        "title": line.title,
        "cells": [_cell(cell) for cell in line.cells],
        "total": line.total if found.total else "",
    }


def _cell(cell: Cell | None) -> Data | None:
    """The signs in the report's order, how many there are of each, and the words."""
    if cell is None:
        return None
    counts = [{"mark": f"s-{status}", "amount": cell.statuses.count(status)} for status in _ORDER]
    return {
        "marks": [f"s-{status}" for status in cell.statuses],
        "counts": [one for one in counts if one["amount"]],
        "words": cell.words,
        "below": list(cell.below),
    }
