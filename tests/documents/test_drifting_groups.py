"""A feedback group's label that stands over several rows of a PDF, or moved to the next page: the rows are doubted."""

from dataclasses import replace

from dashboard.importing.columns import of_cells
from dashboard.importing.document import Row, Table
from dashboard.importing.extract_feedback import FeedbackRows
from dashboard.model import Place

HEAD = ("Uppdelning", "Klagomål/synpunkter/kategorier", "Utfall T1 2025", "Totalt ack 2025")


def row(page: int, top: float, category: str, label: str = "", *, label_top: float = 0.0, height: float = 10.0) -> Row:
    place = Place(page=page, box=(100.0, top, 300.0, top + 10))
    stands = Place(page=page, box=(50.0, label_top or top, 90.0, (label_top or top) + height))
    return Row((label, category, "1", "1"), place, places=(stands if label else Place(), place, place, place))


def doubted(*pages: list[Row]) -> list[str]:
    header = of_cells(HEAD)
    assert header
    rows = FeedbackRows()
    for number, page in enumerate(pages):
        rows.take(Table(HEAD, tuple(page), Place()), header, continued=number > 0)
    return [one.category for one in rows.rows if one.drifts]


def test_a_label_that_stands_higher_than_its_row_may_be_the_row_befores() -> None:
    first = [row(1, 100, "Brukare", "Avsändare"), row(1, 120, "Lokaler")]
    assert doubted([*first, row(1, 140, "Teknik", "Ämne", label_top=130)]) == ["Lokaler"]
    assert doubted([*first, row(1, 140, "Teknik", "Ämne")]) == []


def test_a_label_too_tall_for_the_rest_of_a_page_may_be_its_last_rows() -> None:
    first = [row(1, 100, "Brukare", "Avsändare"), row(1, 120, "Anhörig"), row(1, 140, "Lokaler")]
    assert doubted(first, [row(2, 60, "Teknik", "Ämne", height=20)]) == ["Lokaler"]
    assert doubted([replace(one, cells=("Grupp", *one.cells[1:])) for one in first], [row(2, 60, "T", "Ämne")]) == []
