"""A report as the JSON that `dashboard extract` prints: version 1 of the extraction contract."""

from dataclasses import asdict
from typing import Any

from dashboard.model import Activity, Doubt, Feedback, Goal, Outcome, Place, Report

_WHOLE = ("outcome", "men", "women", "previous", "target", "kf_target", "forecast")


def as_json(report: Report) -> dict[str, Any]:
    """The contract's document, goals, indicators, activities, feedback and doubts, with places added."""
    document = report.document
    return {
        "version": 1,
        "document": {
            "file": document.file, "kind": document.kind.value, "year": document.year, "unit": document.unit_name,
            "unit_id": document.unit, "board": document.board, "board_source": document.board_source,
            "date": document.date, "layout": document.layout, "checksum": document.checksum,
        },
        "goals": [_goal(goal) for goal in report.goals],
        "indicators": [_indicator(outcome) for outcome in report.outcomes],
        "activities": [_activity(activity) for activity in report.activities],
        "feedback": [_feedback(row) for row in report.feedback],
        "doubts": [_doubt(doubt) for doubt in report.doubts],
    }  # fmt: skip


def _goal(goal: Goal) -> dict[str, Any]:
    return {
        "id": goal.number, "level": goal.level.value, "code": goal.code, "title": goal.title,
        "status": goal.status.value if goal.status else None, "parent": goal.parent, "place": _place(goal.place),
    }  # fmt: skip


def _indicator(outcome: Outcome) -> dict[str, Any]:
    numbers = {name: _number(getattr(outcome, name)) for name in _WHOLE}
    return {
        "id": outcome.number, "goal": outcome.goal, "name": outcome.name, "name_raw": outcome.name_raw,
        "indicator": outcome.indicator, **numbers, "unit": outcome.unit, "raw": asdict(outcome.raw),
        "target_text": outcome.target_text, "kf_target_text": outcome.kf_target_text, "period": outcome.period,
        "previous_period": outcome.previous_period, "periodicity": outcome.periodicity,
        "status": outcome.status.value if outcome.status else None,
        "status_text": outcome.status_text.value if outcome.status_text else None,
        "status_text_quote": outcome.status_text_quote, "has_analysis": outcome.has_analysis,
        "place": _place(outcome.place),
    }  # fmt: skip


def _activity(activity: Activity) -> dict[str, Any]:
    return {
        "id": activity.number, "goal": activity.goal, "title": activity.title,
        "start": activity.start, "end": activity.end, "deviation": activity.deviation,
        "check_mark": activity.check_mark, "has_analysis": activity.has_analysis,
        "place": _place(activity.place),
    }  # fmt: skip


def _feedback(row: Feedback) -> dict[str, Any]:
    return {
        "group": row.group, "category": row.category, "t1": row.t1, "t2": row.t2, "vb": row.vb, "total": row.total,
        "has_comment": row.has_comment, "place": _place(row.place),
    }  # fmt: skip


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {
        "kind": doubt.kind, "reason": doubt.reason, "severity": doubt.severity.value, "place": _place(doubt.place),
        "indicator": doubt.outcome, "text": doubt.text,
    }  # fmt: skip


def _place(place: Place) -> dict[str, Any]:
    """Page and line always, the box, sheet and cell where the file has them."""
    told = {"box": place.box, "sheet": place.sheet, "cell": place.cell}
    return {"page": place.page, "line": place.line} | {name: value for name, value in told.items() if value is not None}


def _number(value: float | None) -> float | int | None:
    """A whole number without decimals, as the labels have them."""
    return int(value) if value is not None and value == int(value) else value
