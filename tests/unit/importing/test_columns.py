"""Headers are known by their words, whole or broken, in cells or in running text."""

import pytest

from dashboard.importing.columns import Column, Shape, of_cells, of_stream

FULL = (
    Column.INDICATOR, Column.OUTCOME, Column.MEN, Column.WOMEN, Column.PREVIOUS, Column.TARGET, Column.KF_TARGET,
    Column.PERIOD,
)  # fmt: skip
PLAN = (Column.INDICATOR, Column.TARGET, Column.KF_TARGET, Column.PERIODICITY)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Indikator Periodens utfall Utfall män/ pojkar Utfall kvinnor/ flickor Utfall VB 2022 Årsmål KF:s årsmål "
            "Period", FULL),
        ("Indikator Perioden s utfall Utfall män Utfall kvinnor Utfall T2 2024 Arsmal KF:s arsmal Period", FULL),
        ("Indikator Årsmål KF:s årsmål år 2026 Periodicitet", PLAN),
        (
            "Indikator Periodens utfall Prognos helår Årsmål 2025 KF:s årsmål 2025 Period",
            (Column.INDICATOR, Column.OUTCOME, Column.FORECAST, Column.TARGET, Column.KF_TARGET, Column.PERIOD),
        ),
        ("Aktivitet Startdatum Slutdatum", (Column.ACTIVITY, Column.START, Column.END)),
    ],
)  # fmt: skip
def test_a_header_is_cut_into_its_columns(text: str, columns: tuple[Column, ...]) -> None:
    header = of_stream(text)
    assert header is not None
    assert header.columns == columns


@pytest.mark.parametrize(
    "text",
    ["", "Indikator", "Indikatorn uppfylls helt", "Aktivitet Startdatum Slutdatum och mer", "Konto Budget Utfall"],
)
def test_what_is_no_header_is_none(text: str) -> None:
    assert of_stream(text) is None


def test_headers_in_cells_may_have_a_nameless_first_column_and_tell_their_period() -> None:
    header = of_cells(("", "Indikator", "Periodens utfall", "Utfall VB 2024", "Årsmål"))
    assert header is not None
    assert (header.shape, header.columns[0], header.place(Column.TARGET)) == (Shape.INDICATORS, Column.BLANK, 4)
    assert header.period_of(Column.PREVIOUS) == "VB 2024"
    assert of_cells(("Indikator", "Periodens utfall", "Väder")) is None
