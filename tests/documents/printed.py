"""How the small documents are printed: a cover, four goals, and tables in either layout."""

from collections.abc import Callable

from dashboard.catalogue import Band, Catalogue, Indicator, Unit
from dashboard.model import Direction, Report
from dashboard.swedish import fold

Read = Callable[[str], Report]

BOARD = "Lekdalens stadsdelsnämnd"


def catalogue() -> Catalogue:
    """Two indicators and one unit are known; every other name is new."""
    band: Band | None = None
    known = [
        Indicator("nojda", "Andel nöjda besökare", None, "%", 0, Direction.HIGHER, band, True, False),
        Indicator("ami", "Aktivt Medskapandeindex", None, None, 0, Direction.HIGHER, band, True, False),
    ]
    unit = Unit("lek", "Enheten för lek", BOARD, "Lek", None, ())
    return Catalogue(
        {one.id: one for one in known},
        {unit.id: unit},
        {fold(one.name): one.id for one in known},
        {fold(unit.name): unit.id},
    )


COVER = "Till\n{board}\n2026-02-12\n\nVerksamhetsberättelse 2025\n\nEnheten för lek\n\nInnehållsförteckning\n\n"
GOALS = """Sammanfattande analys→3
KF:s inriktningsmål: 1. Alla leker→4

KF:s inriktningsmål: 1. Alla leker

Inga data

KF:s mål för verksamhetsområdet: 1.2 Leken är nära

Inga data

Nämndmål: Parkerna är roliga

Inga data

Enhetsmål: Gungorna gungar

● Uppfylls helt

"""
INDICATORS = (
    "Indikator→Periodens utfall→Utfall män/ pojkar→Utfall kvinnor/ flickor→Utfall VB 2024→Årsmål→KF:s årsmål→Period\n"
)
ACTIVITIES = "Aktivitet→Startdatum→Slutdatum→Avvikelse\n"
FEEDBACK = (
    "Uppdelning→Klagomål/synpunkter/kategorier→Utfall T1 2025→Utfall T2 2025→Utfall VB 2025→Totalt ack 2025→"
    "Bedömning och planerade åtgärder\n"
)


def tabbed(body: str, cover: str = COVER) -> str:
    """A report with tab-separated tables: '→' is a tab."""
    return (cover.format(board=BOARD) + GOALS + body).replace("→", "\t")


def laid_out(text: str) -> str:
    """A laid-out text as a PDF's text comes: every printed line ends with a blank.

    A line broken inside a word ends with '¬' and has none; '·' is a line with a blank alone.
    """
    return "\n".join(_printed(line) for line in text.split("\n"))


def _printed(line: str) -> str:
    if line == "·":
        return " "
    return line.removesuffix("¬") if not line or line.endswith("¬") else f"{line} "
