"""What Måltavlan knows: what reports hold, and what a reader chose. Frozen, standard library alone."""

from dashboard.model.report import (
    Activity,
    Cells,
    Direction,
    Document,
    Doubt,
    Feedback,
    Goal,
    Kind,
    Level,
    Outcome,
    Place,
    Report,
    Severity,
    Status,
    Text,
    TextOf,
)
from dashboard.model.selection import Selection

__all__ = [
    "Activity",
    "Cells",
    "Direction",
    "Document",
    "Doubt",
    "Feedback",
    "Goal",
    "Kind",
    "Level",
    "Outcome",
    "Place",
    "Report",
    "Selection",
    "Severity",
    "Status",
    "Text",
    "TextOf",
]
