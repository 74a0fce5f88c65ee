"""A row that a page's end cut in two is one row; what may be a row of its own stays one."""

import pytest

from dashboard.importing.document import Block, Row, Table
from dashboard.importing.pdf_join import joined_rows
from dashboard.model import Place

INDICATORS = ("Indikator", "Periodens utfall", "Årsmål", "KF:s årsmål", "Period")
FEEDBACK = ("Uppdelning", "Kategori", "Utfall T1", "Utfall T2", "Totalt")


def _row(*cells: str, page: int = 1, whole: bool = False) -> Row:
    place = Place(page=page)
    return Row(cells, place, places=() if whole else tuple(place for _ in cells))


def _tables(header: tuple[str, ...], first: Row, second: Row) -> tuple[list[Block], list[Block]]:
    blocks: list[Block] = [Table(header, (first,), Place(page=1))]
    return blocks, joined_rows(blocks, [Table(header, (second,), Place(page=2))])


def _cells(blocks: list[Block]) -> list[tuple[str, ...]]:
    return [row.cells for block in blocks if isinstance(block, Table) for row in block.rows]


@pytest.mark.parametrize(
    ("first", "rest", "whole"),
    [
        (("Andel nöjda", "80 %", "75 %", "Tas fram av", "2025"), ("brukare", "", "", "nämnd", ""),
         ("Andel nöjda brukare", "80 %", "75 %", "Tas fram av nämnd", "2025")),
        (("Besök", "8", "7", "", "T2"), ("i juli", "", "", "", "2025"), ("Besök i juli", "8", "7", "", "T2 2025")),
    ],
)  # fmt: skip
def test_the_rest_of_a_row_is_put_to_its_beginning(
    first: tuple[str, ...], rest: tuple[str, ...], whole: tuple[str, ...]
) -> None:
    blocks, tables = _tables(INDICATORS, _row(*first), _row(*rest, page=2))
    assert _cells(blocks) == [whole]
    assert _cells(tables) == []


@pytest.mark.parametrize(
    "second",
    [
        _row("Andel trygga", "70 %", "75 %", "", "2025", page=2),
        _row("Analys", "", "", "", "", page=2),
        _row("Fler är nöjda än förra året.", "", "", "", "", page=2, whole=True),
        _row("Andel trygga", "70 %", "", "80 %", "", page=2),
    ],
)
def test_what_may_be_a_row_of_its_own_stays_one(second: Row) -> None:
    first = _row("Andel nöjda", "80 %", "75 %", "", "2025")
    blocks, tables = _tables(INDICATORS, first, second)
    assert _cells(blocks) == [first.cells]
    assert _cells(tables) == [second.cells]


def test_the_word_that_announces_an_analysis_may_be_cut_too() -> None:
    blocks, tables = _tables(
        INDICATORS, _row("Anal", "", "", "", ""), _row("ys Fler är nöjda.", "", "", "", "", page=2)
    )
    assert _cells(blocks) == [("Analys", "", "", "", "")]
    assert _cells(tables) == [("Fler är nöjda.", "", "", "", "")]


def test_an_empty_category_of_the_feedback_table_is_a_row_of_its_own() -> None:
    first, second = _row("Ämne", "Bemötande", "1", "", "1"), _row("", "Kompetens", "", "", "", page=2)
    blocks, tables = _tables(FEEDBACK, first, second)
    assert _cells(blocks) == [first.cells]
    assert _cells(tables) == [second.cells]


def test_a_category_in_brackets_goes_on_over_the_page() -> None:
    first, second = _row("Ämne", "Bemanning", "1", "", "1"), _row("", "(vikarier, schema)", "", "", "", page=2)
    blocks, _ = _tables(FEEDBACK, first, second)
    assert _cells(blocks) == [("Ämne", "Bemanning (vikarier, schema)", "1", "", "1")]
