"""The feedback table in text with positions: labels that push categories along, and pages that begin inside a label."""

from tests.documents.printed import Read
from tests.documents.test_aligned import COVER, placed

HEADER = placed((0, "Uppdelning"), (22, "Kategorier"), (42, "Utfall T1"), (54, "Utfall T2"), (66, "Utfall VB"),
                (78, "Totalt"))  # fmt: skip
START = COVER + "Redovisning av synpunkter och klagomål\n\n" + HEADER


def rows(read: Read, printed: str) -> list[tuple[str, str, float | None]]:
    return [(row.group, row.category, row.total) for row in read(START + printed).feedback]


def test_a_label_below_a_whole_category_is_the_next_ones(read: Read) -> None:
    printed = (
        placed((22, "Barn (som gungar,"), (42, "1"), (54, "2"), (66, "3"), (78, "6"))
        + placed((22, "eller leker)"))
        + placed((0, "Vilka gungor och"))
        + placed((22, "Gungor i parken"), (42, "1"), (66, "3"), (78, "4"))
        + placed((0, "lekar gällde det?"))
    )
    assert rows(read, placed((0, "Beröm"), (22, "Beröm"), (42, "1"), (78, "1")) + printed) == [
        ("Beröm", "Beröm", 1),
        ("Beröm", "Barn (som gungar, eller leker)", 6),
        ("Vilka gungor och lekar gällde det?", "Gungor i parken", 4),
    ]


def test_a_category_that_stands_further_left_beside_its_label_is_parted_from_it(read: Read) -> None:
    printed = (
        placed((0, "Vad gällde"))
        + placed((0, "lekplatserna,"), (19, "Bemanning (i parken,"))
        + placed((0, "gungorna eller det vikarier)"))
        + placed((0, "som gungar?"))
        + placed((22, "Bemötande"), (42, "1"), (78, "1"))
    )
    assert rows(read, printed) == [
        ("Vad gällde lekplatserna, gungorna eller det som gungar?", "Bemanning (i parken, vikarier)", None),
        ("Vad gällde lekplatserna, gungorna eller det som gungar?", "Bemötande", 1),
    ]


def test_a_line_that_can_be_parted_nowhere_makes_its_row_a_doubt_and_no_row(read: Read) -> None:
    report = read(
        START
        + placed((0, "Beröm"), (22, "Beröm"), (42, "1"), (78, "1"))
        + placed((0, "Vad gällde"), (22, "Antal synpunkter"))
        + placed((0, "det och om det gällande alla"))
        + placed((22, "Bemötande"), (42, "1"), (78, "1"))
    )
    assert [row.category for row in report.feedback] == ["Beröm"]
    told = " ".join(doubt.text for doubt in report.doubts)
    assert "Antal synpunkter" in told
    assert "det och om det gällande alla" in told
    assert "Bemötande" in told


def test_the_end_of_a_label_at_a_pages_top_belongs_to_the_label_before(read: Read) -> None:
    printed = (
        placed((0, "Personuppgifts"), (22, "Hantering av uppgifter"), (78, "1"))
        + "\f"
        + HEADER
        + "\n"
        + placed((0, "incidenter"))
        + "\n"
        + placed((0, "Klagomål"), (22, "Bemötande"), (78, "2"))
    )
    found = rows(read, printed)
    assert [(category, total) for _, category, total in found] == [("Hantering av uppgifter", 1), ("Bemötande", 2)]
    assert found[1][0] == "Klagomål"


def test_a_category_that_a_word_or_a_page_break_parts_is_one(read: Read) -> None:
    printed = (
        placed((0, "Avvikelser"), (22, "Lex"))
        + placed((22, "Maria"))
        + placed((22, "Lex Sarah"), (42, "1"), (78, "1"))
        + placed((22, "Tillgängligh"))
        + placed((22, "et"))
        + "\f"
        + HEADER
        + placed((22, "(telefontider,"))
        + placed((22, "gungor)"))
    )
    found = [category for _, category, _ in rows(read, printed)]
    assert found[:2] == ["Lex Maria", "Lex Sarah"]
    assert len(found) == 3
    assert found[2].endswith("(telefontider, gungor)")
