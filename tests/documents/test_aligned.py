"""Text whose positions were kept, as `pdftotext -layout` prints it: columns are where the header's words stand."""

from tests.documents.printed import Read

COVER = """Till Lekdalens stadsdelsnämnd
2026-02-12

Verksamhetsberättelse 2025
Enheten för lek

KF:s inriktningsmål: 1. Alla leker
   Inga data

Enhetsmål: Gungorna gungar
   Uppfylls helt
"""
HEADER = """      Indikator                 Periodens    Utfall      Utfall VB   Årsmål      KF:s        Period
                                utfall       män/        2024                    årsmål
                                             pojkar
"""
TABLE = COVER + HEADER


def test_an_empty_cell_is_told_by_its_place(read: Read) -> None:
    report = read(
        TABLE
        + """      Andel nöjda besökare      85 %                     80 %        82 %        Tas fram    VB 2025
      i parken                                                                   av nämnd
Analys
Indikatorn uppfylls helt.
      Antal gungor              12           7                       1 090 st                2025
"""
    )
    first, second = report.outcomes
    assert (first.name, first.outcome, first.men, first.previous, first.target, first.kf_target_text, first.period) == (
        "Andel nöjda besökare i parken", 85, None, 80, 82, "Tas fram av nämnd", "VB 2025"
    )  # fmt: skip
    assert (second.name, second.outcome, second.men, second.previous, second.target) == (
        "Antal gungor",
        12,
        7,
        None,
        1090,
    )
    assert report.document.layout == "kolumner"


def placed(*cells: tuple[int, str]) -> str:
    """A line with each text at its place."""
    line = ""
    for at, text in cells:
        line = line.ljust(at) + text
    return f"{line}\n"


def test_a_value_between_two_columns_is_a_doubt_and_no_guess(read: Read) -> None:
    rows = [
        placed((6, name), (32, "12"), *between, (69, "1 090 st"), (81, "9"), (93, "2025"))
        for name, between in (("Antal gungor", [(52, "7")]), ("Antal bollar", [(45, "5")]), ("Antal bänkar", []))
    ]
    report = read(TABLE + "".join(rows))
    assert [(one.outcome, one.men, one.previous, one.target) for one in report.outcomes] == [
        (12, None, None, 1090), (12, 5, None, 1090), (12, None, None, 1090)
    ]  # fmt: skip
    assert [doubt.text for doubt in report.doubts if doubt.kind == "oplacerad-cell"] == ["7"]


def test_a_row_goes_on_under_the_header_of_the_next_page(read: Read) -> None:
    page = "Enheten för lek, Verksamhetsberättelse 3(9)"
    report = read(
        TABLE
        + f"""      Andel barn som gungar     12 %                                 20 %        18 %        2025
\f{page}


{HEADER}      under sommaren
Analys
Uppfylls delvis.
"""
    )
    [row] = report.outcomes
    assert (row.name, row.outcome, row.target, row.has_analysis) == (
        "Andel barn som gungar under sommaren",
        12,
        20,
        True,
    )


def test_a_date_that_a_long_title_moved_is_the_start_date(read: Read) -> None:
    report = read(COVER + """      Aktivitet                                 Startdatum    Slutdatum     Avvikelse
      Alla gungor i hela parken målas om 2025-01-01           2025-12-31    Försenad
""")  # fmt: skip
    assert [(one.title, one.start, one.end, one.deviation) for one in report.activities] == [
        ("Alla gungor i hela parken målas om", "2025-01-01", "2025-12-31", "Försenad")
    ]


def test_a_goal_in_quotation_marks_is_prose(read: Read) -> None:
    report = read(
        COVER + 'Analys\nVi har arbetat mycket med det som förut var målet\n"Enhetsmål: Bollarna studsar" i planen.\n'
    )
    assert [goal.title for goal in report.goals] == ["Alla leker", "Gungorna gungar"]


def test_a_units_name_goes_on_below_the_title(read: Read) -> None:
    title = "Verksamhetsberättelse VB 2025 för Enheten för lek"
    text = COVER.replace("Verksamhetsberättelse 2025\nEnheten för lek", f"{title}\noch bad")
    assert read(text).document.unit_name == "Enheten för lek och bad"
