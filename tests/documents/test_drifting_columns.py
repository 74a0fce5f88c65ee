"""Text with positions where lines drift, names push figures along, and cells stand in the middle or at the bottom."""

from dashboard.importing import text_hanging
from dashboard.importing.document import Paragraph, Row, Table
from dashboard.model import Place
from tests.documents.printed import Read
from tests.documents.test_aligned import COVER, placed

HEADER = (
    placed((6, "Indikator"), (32, "Periodens"), (45, "Utfall"), (57, "Utfall VB"), (69, "Årsmål"), (81, "KF:s"),
           (93, "Period"))
    + placed((32, "utfall"), (45, "män/"), (57, "2024"), (81, "årsmål"))
    + placed((45, "pojkar"))
)  # fmt: skip
ACTIVITIES = placed((6, "Aktivitet"), (60, "Startdatum"), (75, "Slutdatum"), (90, "Avvikelse"))
TABLE = COVER + HEADER


def test_a_line_with_a_cell_for_each_column_is_read_in_order_however_it_drifted(read: Read) -> None:
    report = read(
        TABLE
        + placed((6, "Antal gungor"), (32, "12"), (57, "9"), (69, "10"), (81, "10"), (93, "VB 2025"))
        + placed((6, "Antal bollar"), (41, "7"), (53, "6"), (65, "5"), (77, "4"), (89, "3"), (97, "VB 2025"))
    )
    row = report.outcomes[1]
    assert (row.outcome, row.men, row.previous, row.target, row.kf_target) == (7, 6, 5, 4, 3)


def test_rows_whose_cells_stand_in_the_middle_of_their_names(read: Read) -> None:
    report = read(
        COVER
        + ACTIVITIES
        + placed((6, "Gungor målas"), (60, "2025-01-01"), (75, "2025-06-30"))
        + placed((6, "Bänkar lagas och ställs"))
        + placed((60, "2025-02-01"), (75, "2025-12-31"))
        + placed((6, "ut i parken"))
    )
    assert [(one.title, one.start) for one in report.activities] == [
        ("Gungor målas", "2025-01-01"),
        ("Bänkar lagas och ställs ut i parken", "2025-02-01"),
    ]


def test_a_target_in_words_above_its_row_goes_with_the_row_that_it_ends_beside(read: Read) -> None:
    report = read(
        TABLE
        + placed((6, "Antal gungor"), (32, "12"), (57, "9"), (69, "10"), (81, "10"), (93, "VB 2025"))
        + placed((81, "Tas fram"))
        + placed((6, "Antal bollar"), (32, "7"), (57, "5"), (69, "4"), (81, "av nämnd"), (93, "VB 2025"))
    )
    first, second = report.outcomes
    assert (first.kf_target, first.kf_target_text) == (10, None)
    assert (second.kf_target, second.kf_target_text) == (None, "Tas fram av nämnd")


def test_a_long_name_is_parted_from_the_figure_that_it_pushed_along(read: Read) -> None:
    report = read(
        TABLE
        + placed((6, "Antal gungor"), (32, "12"), (57, "9"), (69, "10"), (81, "10"), (93, "VB 2025"))
        + placed((6, "Andel barn i parken 0,88 %"), (45, "0,9 %"), (57, "0,8 %"), (69, "1 %"), (93, "VB 2025"))
        + placed((6, "som gungar"))
    )
    row = report.outcomes[1]
    assert (row.name, row.outcome, row.men) == ("Andel barn i parken som gungar", 0.88, 0.9)


def test_a_figure_that_may_be_the_names_own_end_is_a_doubt(read: Read) -> None:
    report = read(
        TABLE
        + placed((6, "Antal gungor"), (32, "12"), (57, "9"), (69, "10"), (81, "10"), (93, "VB 2025"))
        + placed((6, "Antal lekar nivå 2 800 st"), (45, "400 st"), (57, "700 st"), (69, "750 st"), (93, "VB 2025"))
    )
    row = report.outcomes[1]
    assert (row.outcome, row.men, row.previous) == (None, 400, 700)
    assert [one.text for one in report.doubts if one.kind == "oplacerad-cell"] == ["2 800 st"]


def test_a_name_above_its_values_is_no_part_of_the_analysis_before(read: Read) -> None:
    report = read(
        COVER
        + ACTIVITIES
        + placed((6, "Gungor målas"), (60, "2025-01-01"), (75, "2025-06-30"))
        + "      Analys\n      Alla är målade.\n      Bänkar lagas och ställs\n"
        + placed((60, "2025-02-01"), (75, "2025-12-31"))
        + "      ut i parken\n"
    )
    assert [one.title for one in report.activities] == ["Gungor målas", "Bänkar lagas och ställs ut i parken"]
    assert [one.body for one in report.texts if one.body.startswith("Alla")] == ["Alla är målade."]


def test_a_period_broken_around_a_line_is_one(read: Read) -> None:
    report = read(
        TABLE
        + placed((6, "Antal"))
        + placed((93, "VB"))
        + placed((6, "gungor"), (32, "12"), (69, "10"))
        + placed((93, "2025"))
        + placed((6, "i parken"))
    )
    assert [(row.name, row.period, row.outcome) for row in report.outcomes] == [
        ("Antal gungor i parken", "VB 2025", 12)
    ]


FEEDBACK = placed(
    (0, "Uppdelning"), (24, "Klagomål/synpunkter/"), (50, "Utfall T1"), (62, "Utfall T2"), (74, "Utfall VB"),
    (86, "Totalt ack"), (98, "Bedömning och"),
) + placed(
    (24, "kategorier"), (50, "2025"), (62, "2025"), (74, "2025"), (86, "2025"), (98, "planerade åtgärder"),
)  # fmt: skip


def test_a_label_above_its_category_is_the_next_groups(read: Read) -> None:
    report = read(
        COVER
        + "\nRedovisning av synpunkter och klagomål\n"
        + FEEDBACK
        + placed((0, "Beröm"), (24, "Antal beröm"), (50, "1"), (62, "2"), (74, "3"), (86, "6"))
        + placed((0, "Vad det gällde"))
        + placed((24, "Bemötande"), (62, "2"), (86, "2"))
        + placed((0, "för barnen"))
        + placed((24, "Mat"))
    )
    assert [(row.group, row.category, row.t2) for row in report.feedback] == [
        ("Beröm", "Antal beröm", 2),
        ("Vad det gällde för barnen", "Bemötande", 2),
        ("Vad det gällde för barnen", "Mat", None),
    ]


def test_a_label_that_reaches_its_category_is_parted_at_the_capital_letter(read: Read) -> None:
    report = read(
        COVER
        + "\nRedovisning av synpunkter och klagomål\n"
        + FEEDBACK
        + placed((0, "Beröm"), (24, "Antal beröm"), (50, "1"), (62, "2"), (74, "3"), (86, "6"))
        + placed((0, "Personuppgifterna Hantering av uppgifter"), (62, "2"), (86, "2"))
    )
    assert [(row.group, row.category) for row in report.feedback] == [
        ("Beröm", "Antal beröm"), ("Personuppgifterna", "Hantering av uppgifter")
    ]  # fmt: skip


def test_a_label_with_the_words_of_a_heading_ends_no_table(read: Read) -> None:
    report = read(
        COVER
        + "\nRedovisning av synpunkter och klagomål\n"
        + FEEDBACK
        + placed((0, "Beröm"), (24, "Antal beröm"), (50, "1"), (62, "2"), (74, "3"), (86, "6"))
        + placed((0, "Synpunkter och klagomål"))
        + placed((0, "- om personalen"), (24, "Bemötande"), (62, "2"), (86, "2"))
    )
    assert [(row.group, row.category) for row in report.feedback] == [
        ("Beröm", "Antal beröm"), ("Synpunkter och klagomål - om personalen", "Bemötande")
    ]  # fmt: skip


def test_a_row_that_no_table_takes_is_a_doubt_with_its_words(read: Read) -> None:
    report = read(
        TABLE
        + placed((6, "Antal gungor"), (32, "12"), (57, "9"), (69, "10"), (81, "10"), (93, "VB 2025"))
        + "\nHär slutar tabellen med en mening som går över alla kolumnerna och är skriven för alla som läser.\n\n"
        + placed((0, "Antal bollar"), (46, "7"), (69, "4"), (93, "VB 2025"))
    )
    assert [row.name for row in report.outcomes] == ["Antal gungor"]
    assert [one.text for one in report.doubts if one.kind == "oplacerad-rad"] == ["Antal bollar 7 4 VB 2025"]


def test_a_header_whose_cells_touch_is_told_by_its_words(read: Read) -> None:
    report = read(
        COVER
        + "\nRedovisning av synpunkter och klagomål\n"
        + "Uppdelning       Klagomål/synpunkter/kat    Utfall    Utfall    Utfall   Totalt Bedömning och\n"
        + "                 egorier                   T1 2025   T2 2025   VB 2025 ack 2025 planerade åtgärder\n"
        + "Beröm            Antal beröm                    1         1         4         6\n"
        + "Oron             Antal oroliga                  2         0         3         5\n"
    )
    assert [(row.category, row.t1, row.t2, row.vb, row.total) for row in report.feedback] == [
        ("Antal beröm", 1, 1, 4, 6), ("Antal oroliga", 2, 0, 3, 5)
    ]  # fmt: skip


def test_a_row_with_two_figures_in_one_cell_is_kept_in_words_and_not_as_a_row(read: Read) -> None:
    report = read(
        TABLE
        + placed((6, "Antal gungor"), (32, "12"), (57, "9"), (69, "10"), (81, "10"), (93, "VB 2025"))
        + "Analys\nUppfylls.\n\n"
        + placed((6, "Antal bollar"), (32, "7"), (57, "5"), (69, "4"), (81, "3"), (93, "VB 2025"))
        + placed((6, "Antal barn"), (32, "8"), (57, "6"), (69, "5"), (81, "4"))
    )
    assert [row.name for row in report.outcomes] == ["Antal gungor"]
    assert any("Antal bollar" in doubt.text and "Antal barn" in doubt.text for doubt in report.doubts)


def test_a_long_name_above_its_row_is_the_rows_and_not_the_analysis_before(read: Read) -> None:
    report = read(
        TABLE
        + placed((6, "Antal gungor"), (32, "12"), (57, "9"), (69, "10"), (81, "10"), (93, "VB 2025"))
        + "Analys\nUppfylls.\n"
        + placed((6, "Antal bollar i parken -"))
        + placed((6, "Barn (som leker"), (32, "7"), (57, "5"), (69, "4"), (81, "3"), (93, "VB 2025"))
        + placed((6, "och gungar)"))
    )
    assert [(row.name, row.outcome) for row in report.outcomes] == [
        ("Antal gungor", 12),
        ("Antal bollar i parken - Barn (som leker och gungar)", 7),
    ]


def test_rows_with_cells_at_the_bottom_and_a_name_that_ends_with_brackets(read: Read) -> None:
    report = read(
        COVER
        + ACTIVITIES
        + placed((6, "Gungor målas"), (60, "2025-01-01"), (75, "2025-06-30"))
        + placed((6, "Medarbetare går en utbildning i lek"))
        + placed((6, "(GUNG)"), (60, "2025-02-01"), (75, "2025-12-31"))
    )
    assert [row.title for row in report.activities] == ["Gungor målas", "Medarbetare går en utbildning i lek (GUNG)"]


def test_a_name_that_touches_its_periodicity_is_parted_from_it(read: Read) -> None:
    report = read(
        COVER
        + placed((6, "Indikator"), (60, "Periodicitet"), (80, "Årsmål"))
        + placed((6, "Antal gungor"), (60, "Tertial"), (80, "12"))
        + placed((6, "Medelvärde för frågan om gungor gungar bra i parken År"), (80, "4"))
    )
    assert [(row.name, row.periodicity, row.target) for row in report.outcomes] == [
        ("Antal gungor", "Tertial", 12),
        ("Medelvärde för frågan om gungor gungar bra i parken", "År", 4),
    ]


def test_a_row_whose_name_goes_on_below_its_table_is_loose_words_and_no_row() -> None:
    place = Place(line=1)
    table = Table(("Aktivitet", "Startdatum", "Slutdatum"), (Row(("Lagar gung-", "2025-01-01", ""), place),), place)
    again, rest = Table(table.header, (), place), Paragraph("orna i parken", place)
    row = text_hanging.doubted((table, again, rest))[0].rows[0]  # type: ignore[union-attr]
    assert (row.filled(), row.loose, row.unsure) == ((), "Lagar gung- 2025-01-01", True)
    assert text_hanging.doubted((table, Paragraph("Orden är andra.", place)))[0] == table
