"""Text with positions whose headers' cells touch and break, icons' signs beside the table, and rows left over."""

from tests.documents.printed import Read
from tests.documents.test_aligned import COVER, placed
from tests.documents.test_drifting_columns import TABLE

TOUCHING = """
       Indikator                     Periode Utfall         Utfall    Utfall   Årsmål KF:s     Period
                                     ns      män/           kvinnor VB                årsmål
                                     utfall  pojkar         / flickor 2024
"""


def test_a_header_whose_cells_touch_is_parted_by_its_columns_names(read: Read) -> None:
    report = read(
        COVER
        + TOUCHING
        + placed((7, "Antal gungor"), (37, "12"), (45, "5"), (60, "7"), (70, "9"), (79, "10"), (86, "11"),
                 (95, "VB 2025"))
    )  # fmt: skip
    row = report.outcomes[0]
    assert (row.outcome, row.men, row.women, row.previous, row.target, row.kf_target) == (12, 5, 7, 9, 10, 11)
    assert (row.previous_period, row.period) == ("VB 2024", "VB 2025")


def test_a_sign_left_of_the_table_belongs_to_the_name_beside_it(read: Read) -> None:
    report = read(
        TABLE
        + placed((0, "◆"), (6, "Antal gungor"))
        + placed((32, "12"), (57, "9"), (69, "10"), (81, "10"), (93, "VB 2025"))
        + placed((6, "i parken"))
    )
    assert [(row.name, row.outcome) for row in report.outcomes] == [("Antal gungor i parken", 12)]


def test_a_target_in_words_that_touches_the_period_is_parted_from_it(read: Read) -> None:
    report = read(
        TABLE
        + placed((6, "Antal gungor"), (32, "12"), (57, "9"), (69, "10"), (81, "11"), (93, "VB 2025"))
        + placed((6, "Antal bollar"), (32, "7"), (57, "5"), (73, "8,5 % Tas fram VB 2025"))
        + placed((81, "av nämnd"))
    )
    row = report.outcomes[1]
    assert (row.target, row.kf_target_text, row.period) == (8.5, "Tas fram av nämnd", "VB 2025")


def test_a_row_that_no_table_takes_is_a_doubt_with_its_name(read: Read) -> None:
    report = read(
        TABLE
        + placed((6, "Antal gungor"), (32, "12"), (57, "9"), (69, "10"), (81, "10"), (93, "VB 2025"))
        + "Analys\nIndikatorn uppfylls.\n\nHär slutar tabellen, och det som står nedanför hör inte till den.\n\n"
        + placed((2, "Antal bollar i hela"))
        + placed((2, "stora parken"), (20, "7"), (25, "5"), (38, "4"), (99, "3"))
    )
    assert [row.name for row in report.outcomes] == ["Antal gungor"]
    assert any("Antal bollar i hela stora parken 7 5 4 3" in doubt.text for doubt in report.doubts)
