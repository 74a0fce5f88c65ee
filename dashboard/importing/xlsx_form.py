"""The workbook's form: its sheets and columns with Swedish headings, which template and reader share."""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.importing.vocabulary import key
from dashboard.model import Level, Status


class Extra(StrEnum):
    """Columns of the workbook that no printed report has: they say what place and icon say on paper."""

    GOAL = "mål nr"
    STATUS = "status"
    COUNCIL = "kf-indikator"
    DONE = "klar"
    ANALYSIS = "analys"


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading with its width in characters and the example that the template shows."""

    words: str
    width: int = 14
    example: str = ""
    choices: tuple[str, ...] = ()


STATUSES = ("Uppfylls helt", "Uppfylls delvis", "Uppfylls ej", "Inga data")
STATUS_OF = dict(zip(map(key, STATUSES), Status, strict=True)) | {"uppfyllsinte": Status.EJ, "ingen": Status.INGEN}
LEVELS = {
    Level.INRIKTNINGSMAL: "KF:s inriktningsmål", Level.VERKSAMHETSOMRADESMAL: "KF:s mål för verksamhetsområdet",
    Level.NAMNDMAL: "Nämndmål", Level.ENHETSMAL: "Enhetsmål",
}  # fmt: skip
KINDS = {
    "VP": "Verksamhetsplan", "T1": "Tertialrapport 1", "T2": "Tertialrapport 2", "VB": "Verksamhetsberättelse",
}  # fmt: skip
EXAMPLE = "Exempel"
REPORT, GOALS, TEXTS = "Rapport", "Mål", "Texter"
FACTS = ("Slag", "År", "Enhet", "Nämnd", "Datum")
FACTS_TOLD = (
    "Verksamhetsplan, Tertialrapport 1, Tertialrapport 2 eller Verksamhetsberättelse", "Året som rapporten gäller",
    "Enhetens namn", "Nämndens hela namn; får vara tom om enheten redan är känd", "Rapportens dag: 2026-03-26",
)  # fmt: skip
GOAL_TEXTS = ("Beskrivning", "Förväntat resultat", "Analys")
GOAL_COLUMNS = (
    Heading("Nr", 8, EXAMPLE), Heading("Nivå", 32, "Enhetsmål", tuple(LEVELS.values())), Heading("Kod", 8),
    Heading("Mål", 60, "Barnen trivs på gården"), Heading("Status", 18, "Uppfylls helt", STATUSES),
    *(Heading(words, 40) for words in GOAL_TEXTS),
)  # fmt: skip
_NUMBER = Heading("Mål nr", 8, EXAMPLE)
_ANALYSIS = Heading("Analys", 60, "Indikatorn uppfylls. Svaren är fler än förra året.")
TABLES = {
    "Indikatorer": (
        _NUMBER, Heading("Indikator", 50, "Andel barn som trivs"), Heading("Periodens utfall", example="92 %"),
        Heading("Utfall män/pojkar", example="91 %"), Heading("Utfall kvinnor/flickor", example="93 %"),
        Heading("Antal svarande"), Heading("Antal män/pojkar"), Heading("Antal kvinnor/flickor"),
        Heading("Utfall föregående år", example="89 %"), Heading("Årsmål", example="90 %"), Heading("KF:s årsmål", 22),
        Heading("Prognos helår"), Heading("Period", example="VB 2025"), Heading("Periodicitet", example="År"),
        Heading("Status", 18, "Uppfylls helt", STATUSES), Heading("KF-indikator", example="Nej", choices=("Ja", "Nej")),
        _ANALYSIS,
    ),
    "Aktiviteter": (
        _NUMBER, Heading("Aktivitet", 60, "Gården får en ny gunga"), Heading("Startdatum", example="2025-01-01"),
        Heading("Slutdatum", example="2025-12-31"), Heading("Avvikelse", 22),
        Heading("Klar", 8, "Ja", choices=("Ja", "Nej")), Heading("Analys", 60, "Gungan är på plats."),
    ),
    "Synpunkter": (
        Heading("Uppdelning", 30, EXAMPLE), Heading("Kategori", 40, "Beröm"), Heading("Utfall T1", example="2"),
        Heading("Utfall T2", example="1"), Heading("Utfall VB", example="3"), Heading("Totalt ack", example="6"),
        Heading("Bedömning och planerade åtgärder", 60),
    ),
}  # fmt: skip
TEXT_COLUMNS = (Heading("Rubrik", 40, EXAMPLE), Heading("Text", 100, "Ett stycke per rad under rubriken."))
NOTES = (
    "Så här fyller du i mallen",
    "Fyll i bladet Rapport först: utan slag, år och enhet kan filen inte läsas in.",
    "Skriv målen uppifrån och ned som i rapporten och ge vart och ett ett nummer i kolumnen Nr.",
    "I Indikatorer och Aktiviteter säger ”Mål nr” vilket mål raden hör till. Tomt betyder att den inte hör till något.",
    "Skriv tal som de står i rapporten, med enhet: 92 %, 1 107 st, −16,3 mnkr. Lämna cellen tom där värdet saknas.",
    "Antal svarande, män och kvinnor behövs bara där grupperna kan vara små: de visas aldrig, men döljer uppdelningen.",
    "Mål i ord skrivs som de står: ”öka”, ”Tas fram av nämnd/styrelse”.",
    "Skriv gärna året i rubriken ”Utfall föregående år”, till exempel ”Utfall VB 2024”.",
    "Rader med ordet Exempel i första kolumnen läses inte. Kolumner och blad som inte behövs får tas bort.",
    "Namn, telefonnummer och e-postadresser till personer ska inte stå i filen.",
)
