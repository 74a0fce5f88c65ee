"""Reads and writes dates and the periods that a report tells of."""

import re
from datetime import date

from dashboard.model import Kind
from dashboard.swedish.words import fold

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
KIND_WORDS = {
    Kind.VP: "Verksamhetsplan",
    Kind.T1: "Tertialrapport 1",
    Kind.T2: "Tertialrapport 2",
    Kind.VB: "Verksamhetsberättelse",
}
PERIOD_WORDS = {Kind.VP: "Plan", Kind.T1: "Tertial 1", Kind.T2: "Tertial 2", Kind.VB: "Helår"}

_DIGITS = re.compile(r"(\d{4})\s*[-–‐‑/.]\s*(\d{1,2})\s*[-–‐‑/.]\s*(\d{1,2})|(\d{4})(\d\d)(\d\d)")
_WORDS = re.compile(r"(?:den )?(\d{1,2})(?:[:.]?e)? ([a-zåäö]{3,})\.? (\d{4})")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

# What is left of a period when its year is taken away, folded.
_KINDS = {
    Kind.VP: "vp plan verksamhetsplan årsplan",
    Kind.T1: "t1 tertial1 tertialrapport1 tertialett tertialrapportett januariapril janapr",
    Kind.T2: "t2 tertial2 tertialrapport2 tertialtvå tertialrapporttvå januariaugusti janaug",
    Kind.VB: "vb helår verksamhetsberättelse januaridecember jandec bokslut",
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names.split()}


def parse_date(text: str) -> str | None:
    """The date of '2026-03-26', '20260326' or '26 mars 2026' as ISO text; None where it is no date of the calendar."""
    tidy = " ".join(text.split()).lower()
    if match := _DIGITS.fullmatch(tidy):
        year, month, day = (int(part) for part in match.groups() if part)
    elif match := _WORDS.fullmatch(tidy):
        year, month, day = int(match[3]), _month(match[2]), int(match[1])
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def parse_period(text: str) -> tuple[Kind | None, int | None]:
    """The kind and year of 'VB 2025', 'Tertial 2 2025', 'Helår 2025'; a bare '2025' says the year only."""
    years = _YEAR.findall(text)
    rest = fold(_YEAR.sub(" ", text))
    kind = _KIND_OF.get(rest)
    if len(years) > 1 or (kind is None and rest not in ("", "år")):
        return None, None
    return kind, int(years[0]) if years else None


def date_words(iso: str) -> str:
    """'26 mars 2026' for '2026-03-26'."""
    day = date.fromisoformat(iso)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def period_words(kind: Kind, year: int) -> str:
    """'Helår 2025', 'Tertial 1 2025' or 'Plan 2026'."""
    return f"{PERIOD_WORDS[kind]} {year}"


def kind_words(kind: Kind) -> str:
    """The report's own name: 'Verksamhetsberättelse', 'Tertialrapport 1' …"""
    return KIND_WORDS[kind]


def _month(name: str) -> int:
    """1 to 12 for a month or its beginning ('jan', 'sept'); 0, which no date has, for another word."""
    return next((place for place, month in enumerate(MONTHS, 1) if month.startswith(name)), 0)
