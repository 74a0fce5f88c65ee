"""The accessibility statement that the law asks for (2018:1937, after Digg's template), as parts with headings."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from dashboard.swedish import date_words

_FILE = Path(__file__).with_name("accessibility.toml")
DIGG = "https://www.digg.se/tdosanmalan"
NO_CONTACT = (
    "Kommunen har inte skrivit in någon kontakt här än. Vänd dig till kommunens växel eller kontaktcenter och säg att "
    "det gäller Måltavlan."
)
_WAY = re.compile(r"https://[^\s,;]+[^\s,;.]|[^\s@,;:]+@[^\s@,;:]+\.[a-zåäö]{2,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dates:
    """When the pages were last judged as a whole, and when the statement was last changed."""

    judged: date
    updated: date


@cache
def dates() -> Dates:
    """Those of accessibility.toml, the one place where they are kept."""
    return Dates(**tomllib.loads(_FILE.read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a paragraph; `address` makes them a link out of Måltavlan."""

    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with paragraphs and, after them, points."""

    heading: str
    paragraphs: tuple[tuple[Said, ...], ...]
    points: tuple[str, ...] = ()


def statement(contact: str = "") -> tuple[Part, ...]:
    """`contact` is the municipality's own line of text (MALTAVLAN_CONTACT); addresses in it become links."""
    return (_how_far(), _lacking(), _reporting(contact), _supervision(), _tested())


def _how_far() -> Part:
    return Part(
        "Hur tillgänglig är webbplatsen?",
        _plain(
            "Måltavlan är delvis förenlig med lagen om tillgänglighet till digital offentlig service, på grund av "
            "bristerna nedan. Den kommun som visar sina rapporter här ansvarar för webbplatsen.",
            "Det här uppfylls:",
        ),
        (
            "Länkar, val, knappar och förklarade ord nås med tangentbordet i sidans ordning, och det som är valt syns.",
            "Varje tecken har en form och ett ord, inte bara en färg. Kontrasten räcker i ljust och mörkt tema.",
            "Varje figur finns också i ord och som tabell. Rubriker, tabeller, länkar och fält är märkta.",
            "Sidorna går att läsa i en spalt som är 320 punkter bred, alltså med 400 procents förstoring.",
            "Förklaringar som visas när man pekar går att nå med tangentbordet, peka på och stänga med Esc.",
            "Står man på en länk i en rad visar tangenten ? vad radens tecken betyder.",
            "Inget rör sig av sig självt, och inget har en tidsgräns.",
        ),
    )


def _lacking() -> Part:
    return Part(
        "Innehåll som inte är tillgängligt",
        _plain("Vi känner till de här bristerna och hävdar inte att någon av dem är oskäligt betungande att rätta."),
        (
            "Utan synförmåga: ingen som använder skärmläsare till vardags har prövat sidorna. Långa tabeller, "
            "matrisen på Översikt och målträdet kan därför vara tröga att läsa på ett sätt som vi inte vet om.",
            "Utan synförmåga: utdragen på Källor är bilder av rapportens rader. Radens ord står i text bredvid, men "
            "inte allt annat som syns i bilden. Filerna som går att hämta för PowerPoint är inte prövade med "
            "skärmläsare.",
            "Med nedsatt syn: matrisen över många enheter kan behöva rullas i sidled inom sin ram på en smal skärm.",
            "Med nedsatt syn: orden i figurerna följer sidans förstoring men inte en textstorlek som är vald för sig. "
            "Samma siffror står i tabellen under figuren.",
            "Med kognitiv nedsättning: enheternas egna texter visas som de står i rapporterna, och kan ha svåra ord.",
            "Utan skript: siffror och figurer visas inte. Sök, Ordlista, Data och Om fungerar ändå.",
        ),
    )


def _reporting(contact: str) -> Part:
    asked = (
        "Säg till om något inte fungerar för dig, eller om du behöver innehållet på ett annat sätt. Beskriv vilken "
        "sida det gäller och vad du ville göra."
    )
    return Part("Om något inte fungerar för dig", (*_plain(asked), linked(contact) if contact else (Said(NO_CONTACT),)))


def _supervision() -> Part:
    return Part(
        "Tillsyn",
        (
            (
                Said(
                    "Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med hur "
                    "kommunen tar hand om det du har sagt kan du "
                ),
                Said("anmäla bristande tillgänglighet till Digg", DIGG),
                Said("."),
            ),
        ),
    )


def _tested() -> Part:
    return Part(
        "Så har webbplatsen testats",
        _plain(
            "Vi har gjort en självskattning. Varje sorts sida prövas i en riktig webbläsare varje gång Måltavlan "
            "ändras: med granskningsprogrammet axe i ljust och mörkt tema, och i 320 punkters bredd. Menyn, sökningen, "
            "förklaringarna, listorna och inläsningen prövas också med tangentbordet. Måttstocken är WCAG 2.2 på "
            "nivå AA, som rymmer det som lagen kräver genom EN 301 549. Ingen utomstående har granskat webbplatsen.",
            f"Senaste bedömningen gjordes {date_words(dates().judged.isoformat())}. "
            f"Redogörelsen uppdaterades senast {date_words(dates().updated.isoformat())}.",
        ),
    )


def _plain(*paragraphs: str) -> tuple[tuple[Said, ...], ...]:
    return tuple((Said(words),) for words in paragraphs)


def linked(words: str) -> tuple[Said, ...]:
    """The words with e-mail addresses and https addresses in them as links."""
    made: list[Said] = []
    at = 0
    for found in _WAY.finditer(words):
        way = found.group()
        made += [Said(words[at : found.start()]), Said(way, f"mailto:{way}" if "@" in way else way)]
        at = found.end()
    return tuple(said for said in (*made, Said(words[at:])) if said.words)
