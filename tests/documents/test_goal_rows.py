"""Goals that stand as rows of tables in Word: read as goals, while lists of goals and columns of goals stay tables."""

from pathlib import Path

import pytest

from dashboard.importing import pipeline
from dashboard.model import Report
from tests.documents.printed import catalogue
from tests.documents.word import Add, paragraph, saved, table


def report(folder: Path, *parts: Add) -> Report:
    path = folder / "rapport.docx"
    path.write_bytes(saved(*parts))
    return pipeline.read(path, catalogue())


@pytest.mark.parametrize(
    "rows",
    [
        (("Nämndmål", "Leken är nära", "Uppfylls delvis"),),
        (("Nivå", "Mål", "Status"), ("Nämndmål:", "Leken är nära", "Uppfylls delvis")),
        (("Nämndmål", "Leken är nära"), ("Status", "Uppfylls delvis")),
        (("Nämndmål", "Måluppfyllelse 2025"), ("Leken är nära", "Uppfylls delvis")),
    ],
)
def test_a_goal_that_is_a_row_is_a_goal_with_its_status(tmp_path: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    found = report(tmp_path, table(*rows), paragraph("Förväntat resultat"), paragraph("Fler leker."))
    assert [(goal.level, goal.title, goal.status) for goal in found.goals][1:] == [
        ("nämndmål", "Leken är nära", "delvis")
    ]
    assert ("Förväntat resultat", "Fler leker.") in [(text.heading, text.body) for text in found.texts]


@pytest.mark.parametrize(
    "rows",
    [
        (("Enhetsmål", "Gungorna gungar", "Uppfylls helt"),),
        (("Nämndmål", "Enhetsmål", "Status"), ("Leken är nära", "Gungorna gungar", "Uppfylls helt")),
        (("Nämndmål", "Antal indikatorer", "Andel"), ("Leken är nära", "4", "80 %")),
    ],
)
def test_a_list_of_goals_makes_none(tmp_path: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    assert [goal.title for goal in report(tmp_path, table(*rows)).goals] == ["Gungorna gungar"]
