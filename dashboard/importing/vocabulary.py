"""The printed words that carry the reports' form: goal headings, section headings and status lines.

Text that has lost its fonts tells a heading by its words alone, so readers use these as well as extraction.
Everything is compared by `key`, which survives lost dots and rings, broken words and stray blanks.
"""

import re
import unicodedata
from functools import cache

from dashboard.model import Level, Status

_GOAL = re.compile(
    r"^[^\w\"”“»']*(?:\d{1,2}(?:\.\d{1,2}){1,4}\.?\s+)?(?:"  # numbered or not; in quotation marks it is spoken of
    r"(?P<inriktningsmal>(?:kf|kommunfullmaktige)\W{0,2}s?\s+inriktningsmal)"
    r"|(?P<verksamhetsomradesmal>(?:kf|kommunfullmaktige)\W{0,2}s?\s+mal\s+for\s+verksamhetsomradet?)"
    r"|(?P<namndmal>(?:stadsdels)?namnd(?:ens\s+)?mal)"
    r"|(?P<enhetsmal>enhet(?:s|ens\s+)mal)"
    r")\s*:\s*",
)
_CODE = re.compile(r"^(\d+(?:\.\d+)*)\.?\s+(?=\S)")
_STATUS = re.compile(r"^(?:status)?(?:uppfyll(?:s|t|d)?(helt|delvis|ej|inte)|(ingadata|ingen))\.?$")
_ICONS = {
    "●": Status.HELT, "🟢": Status.HELT, "⬤": Status.HELT,
    "◆": Status.DELVIS, "🟡": Status.DELVIS, "♦": Status.DELVIS,
    "■": Status.EJ, "🔴": Status.EJ, "⬛": Status.EJ,
}  # fmt: skip
_YEAR = re.compile(r"\s20\d\d\s*$")
_DASHES = "—–−-○◌"

UNDER_GOAL = (
    "Beskrivning", "Förväntat resultat", "Förväntade resultat", "Analys", "Arbetssätt", "Resursanvändning",
    "Uppföljning", "Utveckling", "Kommentar", "Sammanfattning",
)  # fmt: skip
OF_DOCUMENT = (
    "Inledning", "Sammanfattande analys", "Uppföljning av Kommunfullmäktiges inriktningsmål",
    "Kommunfullmäktiges inriktningsmål", "Uppföljning av ekonomi", "Redovisning av ekonomi", "Ekonomi",
    "Analys av resultaträkning - uppföljning av driftbudget", "Investeringar", "Medel för lokaländamål", "Övrigt",
    "Systematiskt kvalitetsarbete", "Redovisning av synpunkter och klagomål", "Synpunkter och klagomål", "Agenda 2030",
    "Bilagor",
)  # fmt: skip
# Headings that many reports print within a section; a text that lost its fonts shows them as short lines alone.
WITHIN_SECTION = (
    "Enhetens uppdrag", "Kvalitets- och utvecklingsarbete", "Kvalitet- och utvecklingsarbete", "Kompetensutveckling",
    "Medarbetarnas delaktighet", "Medarbetarnas delaktighet och engagemang", "Utvecklingsområden",
    "Organisationsbeskrivning", "Brukarundersökningar", "Enkätresultat", "Egenkontroller", "Kvalitetsprogrammet",
    "Avvikelser, Lex Sarah och Lex Maria", "Avvikelser och Lex Sarah och Lex Maria", "Budget", "Resursanvändning",
    "Externa granskningar/tillsyn/brukarundersökningar", "Sammanfattning av ekonomiskt utfall",
)  # fmt: skip
_OF_ECONOMY = (
    "Analys av resultaträkning - uppföljning av driftbudget", "Investeringar", "Medel för lokaländamål",
)  # fmt: skip


_GO_ON = (
    "och", "eller", "samt", "respektive", "av", "i", "inom", "på", "för", "med", "om", "till", "som", "från", "vid",
    "hos", "mot", "under", "över", "utan", "den", "det", "de",
)  # fmt: skip


def unfinished(text: str) -> bool:
    """Whether a label can't end here: after a comma, a conjunction or a preposition, or within brackets."""
    last = text.rpartition(" ")[2].casefold()
    return last in _GO_ON or text[-1:] in (",", "/", "-", "–") or text.count("(") > text.count(")")


def key(text: str) -> str:
    """Latin letters and digits alone, without case, dots and rings: 'Års mål' and 'Arsmål' are one."""
    return "".join(map(_letter, text))


def bare(text: str) -> str:
    """Lower case without dots and rings, the rest as it is and of the same length."""
    return "".join(map(_bare, text))


@cache
def _bare(character: str) -> str:
    return unicodedata.normalize("NFD", character)[0].lower()[:1]


@cache
def _letter(character: str) -> str:
    bare_character = _bare(character)
    return bare_character if bare_character.isascii() and bare_character.isalnum() else ""


_UNDER_GOAL = frozenset(key(words) for words in UNDER_GOAL)
_OF_DOCUMENT = frozenset(key(words) for words in OF_DOCUMENT)
_OUTERMOST = _OF_DOCUMENT - frozenset(key(words) for words in _OF_ECONOMY)
_WITHIN_SECTION = frozenset(key(words) for words in WITHIN_SECTION)


def goal_heading(text: str) -> tuple[Level, str | None, str] | None:
    """The level, code and title of a goal's heading, or None: 'KF:s inriktningsmål: 1. Ett …' has the code '1'."""
    text = unicodedata.normalize("NFC", text)
    found = _GOAL.match(bare(text)) if ":" in text else None
    if not found or not found.lastgroup:
        return None
    level = Level[found.lastgroup.upper()]
    rest = " ".join(text[found.end() :].split())
    code = _CODE.match(rest)
    if code and level in (Level.INRIKTNINGSMAL, Level.VERKSAMHETSOMRADESMAL):
        return level, code.group(1), rest[code.end() :]
    return level, None, rest


def section_under_goal(text: str) -> bool:
    """Whether the line is a heading that a goal's own text stands under ('Analys', 'Förväntat resultat')."""
    return len(text) < 40 and _stands_alone(text) and key(text) in _UNDER_GOAL


def section_of_document(text: str, contents: frozenset[str] = frozenset()) -> bool:
    """Whether the line is a heading that no goal owns; `contents` are the keys of the contents page's entries."""
    words = key(text) if len(text) < 90 and _stands_alone(text) else ""
    return bool(words) and (words in _OF_DOCUMENT or words in contents)


def outermost_section(text: str) -> bool:
    """Whether the heading begins a section of its own ('Övrigt', 'Agenda 2030'), not a part of one."""
    return key(text) in _OUTERMOST


def within_section(text: str) -> bool:
    """Whether the line is a heading known to stand within a section, with a year or without ('Budget 2026')."""
    return len(text) < 60 and _stands_alone(text) and key(_YEAR.sub("", text)) in _WITHIN_SECTION


def _stands_alone(text: str) -> bool:
    """A heading begins with a capital letter and nothing goes on after it, unlike a line of a paragraph or cell."""
    text = text.strip()
    return not text.endswith((".", "-", "–", ",")) and next((c for c in text if c.isalpha()), "a").isupper()


def status_line(text: str) -> Status | None:
    """The status that a goal's status line shows, by its words or by its icon alone; None where it is no such line."""
    if len(text) > 40:
        return None
    found = _STATUS.match(key(text))
    if found:
        words = {"helt": Status.HELT, "delvis": Status.DELVIS, "ej": Status.EJ, "inte": Status.EJ}
        return words.get(found.group(1) or "", Status.INGEN)
    alone = text.strip()
    if alone in _ICONS:
        return _ICONS[alone]
    return Status.INGEN if alone and alone in _DASHES else None


def icon(text: str) -> Status | None:
    """The status that a row's symbol shows, None for every other sign."""
    return next((_ICONS[character] for character in text if character in _ICONS), None)
