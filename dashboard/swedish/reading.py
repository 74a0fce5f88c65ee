"""Reads the cells of a report: a number with its unit and sign, or words, or nothing."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dashboard.swedish.words import fold

# Cells that say "no figure here"; folded, so that a word broken by a narrow column is still known.
NOTHING = frozenset({"", "ingadata", "ingendata", "datasaknas", "uppgiftsaknas", "ingenuppgift", "iu"})

# A word after a number is a unit only if it stands here: '94 öka' is two cells run together, not 94 of the unit 'öka'.
_UNITS = """
% procent procentenhet procentenheter %-enhet %-enheter promille index poäng st stycken mnkr mkr tkr kr kronor msek sek
dag dagar dygn vecka veckor månad månader mån år timme timmar tim minut minuter min h
person personer barn elev elever platser ärenden hushåll ggr gånger kg g ton l m km m2 m² kvm kwh mwh gwh
"""
UNITS = frozenset(_UNITS.split())
SPELLED_OTHERWISE = {"procent": "%", "stycken": "st"} | dict.fromkeys(
    ("procentenhet", "%-enheter", "%-enhet"), "procentenheter"
)

_FEWER = frozenset({"<", "färre än", "mindre än", "under"})
_SPACES = re.compile(r"[\s\u200b\ufeff]+")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"))
_CELL = re.compile(
    r"""(?P<mark>(?:[≥≤<>=~≈±]=?|minst|högst|max|cirka|ca|(?:färre|mindre|fler|mer)\ än|under|över)\.?)?\s?
        (?P<sign>[+-])?\s?
        (?P<whole>\d{1,3}(?:[ ]\d{3})+|\d+)
        (?:,(?P<part>\d+)|\.(?P<point>\d{1,2}))?
        (?:\s?(?P<unit>[^\W\d_][^\s]*|%-?enhet(?:er)?|%))?""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as understood: `value` in `unit` with the printed number of `decimals`, else `words`, else nothing at all.

    `mark` is what stood before the number: '≥', '<', 'ca', 'färre än'.
    """

    value: float | None = None
    unit: str | None = None
    words: str | None = None
    decimals: int | None = None
    mark: str | None = None

    @property
    def withheld(self) -> bool:
        """Whether an outcome so printed ('< 5', 'färre än 5') is a figure kept back because there are too few."""
        return self.mark is not None and self.mark.casefold() in _FEWER


@lru_cache(maxsize=16_384)  # a page reads the same cells many times over
def parse_cell(text: str) -> Cell:
    """Reads '1 107 st', '−16,3 mnkr', '≥ 80 %', 'öka' or '–' (nothing, as are '' and 'Inga data')."""
    tidy = _SPACES.sub(" ", text).strip()
    if fold(tidy) in NOTHING and not re.search(r"\d", tidy):
        return Cell()
    match = _CELL.fullmatch(tidy.translate(_DASHES))
    unit = _unit(match["unit"]) if match else None
    if match is None or (match["unit"] and unit is None):
        return Cell(words=tidy)
    part = match["part"] or match["point"] or ""
    value = float(f"{match['sign'] or ''}{match['whole'].replace(' ', '')}.{part or '0'}")
    # '-0' is nought: a minus before it would be written out again.
    return Cell(value or 0.0, unit, None, len(part), match["mark"])


def parse_number(text: str) -> float | None:
    """The number of a cell, None where it says nothing; raises ValueError where it holds words."""
    cell = parse_cell(text)
    if cell.words is not None:
        raise ValueError(f"not a number: {cell.words!r}")
    return cell.value


def _unit(printed: str | None) -> str | None:
    if printed is None:
        return None
    known = printed.rstrip(".").lower()
    if known in UNITS:
        return SPELLED_OTHERWISE.get(known, known)
    # 'kr/timme', 'kr/plats': a price per something is a unit whatever it is per.
    return known if re.fullmatch(r"(?:m|t|mn)?kr/[^\W\d_]+", known) else None
