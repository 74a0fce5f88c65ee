"""Text that has lost its tables' columns is refused with what to do: no number may land in another column."""

from pathlib import Path

import pytest

from dashboard.errors import UnreadableDocument
from dashboard.importing import pipeline
from tests.documents.printed import catalogue

GOAL = """Verksamhetsberättelse 2025
Enheten för lek
\fEnhetsmål: Gungorna gungar
Uppfylls helt
"""
# As `pdftotext` prints it: a column after another, an empty cell leaves nothing behind.
PLAIN = GOAL + "\n\n".join(
    ["Indikator", "Andel nöjda\nbesökare", "Periodens\nutfall", "85 %", "Utfall\nmän/\npojkar",
     "Utfall\nkvinnor/\nflickor", "Årsmål", "82 %", "Period", "VB 2025\n"]
)  # fmt: skip
# As `pdftotext -raw` prints it: a row after another, an empty cell leaves nothing behind.
RAW = (
    GOAL
    + """Indikator Periodens
utfall
Utfall män/
pojkar
Utfall kvinnor/
flickor Årsmål Period
Andel nöjda
besökare 85 % 82 % VB 2025
"""
)
DATES = GOAL + "Aktivitet\nStartdatum\nSlutdatum\nAvvikelse\nGungor målas\n2025-01-01\n2025-12-31\n"
# Headers' words broken in narrow columns and printed among one another: only the cells tell that tables stand here.
MIXED = (
    GOAL
    + """Indikator

Andel nöjda
besökare

Period Utfall
ens
män/
utfall pojkar

91 %

92 %

Aktivitet
Gungor målas

Startdatu Slutdatum Avvikelse
m

2025-01-01 2025-12-31
"""
)


@pytest.mark.parametrize("text", [PLAIN, RAW, DATES, MIXED], ids=["plain", "raw", "activities", "broken headers"])
def test_text_without_its_columns_is_refused_with_what_to_do(text: str, tmp_path: Path) -> None:
    path = tmp_path / "lek.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableDocument) as raised:
        pipeline.read(path, catalogue())
    assert raised.value.message.startswith("Filen lek.txt är text där tabellernas kolumner har gått förlorade")
    assert "pdftotext -layout" in raised.value.remedy
    assert "PDF" in raised.value.remedy


def test_a_page_of_text_alone_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lek.txt"
    path.write_text(
        GOAL + "\nAnalys\nUtfallet för männen nådde årsmålet, liksom utfallet för kvinnorna.\n", encoding="utf-8"
    )
    report = pipeline.read(path, catalogue())
    assert [goal.title for goal in report.goals] == ["Gungorna gungar"]


def test_a_whole_table_on_one_page_is_read_as_it_stands(tmp_path: Path) -> None:
    """A text editor takes the blanks at the lines' ends away; without empty cells nothing else can be missing."""
    path = tmp_path / "lek.txt"
    table = (
        "Aktivitet Startdatum Slutdatum\n\nGungor målas 2025-01-01 2025-12-31\n\nBänkar lagas 2025-02-01 2025-03-31\n"
    )
    path.write_text(GOAL.replace("\f", "\n") + "\n" + table, encoding="utf-8")
    report = pipeline.read(path, catalogue())
    assert [(one.title, one.start, one.end) for one in report.activities] == [
        ("Gungor målas", "2025-01-01", "2025-12-31"),
        ("Bänkar lagas", "2025-02-01", "2025-03-31"),
    ]
