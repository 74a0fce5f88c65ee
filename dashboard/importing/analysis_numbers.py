"""What an indicator's analysis says that this year's outcome is, in numbers: sentences that leave no other reading.

A sentence counts when it begins with the outcome, the result or the indicator's own name and goes on with 'är', 'blev',
'uppgick till' or the like and a number. One that tells of women or men, of another year or part of the year, of the
city or a target, or that says 'cirka', tells nothing here: a false alarm costs more trust than a fault not seen.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from dashboard.swedish import Cell, parse_cell, rounded

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ0-9\"”])|\n")
_OPENING = (
    r"(?:(?:i år|totalt(?: sett)?|sammantaget|sammanlagt|mätningen visar att|(?:under|för|vid) (?:{year}|året|helåret"
    r"(?: {year})?|enheten|årets mätning))\s*,?\s+)*"
)
_OWNER = r"(?:(?:enhetens|årets|vårt|vår|indikatorns|det|den|slutliga|sammanlagda|totala)\s+)*"
_SUBJECT = r"(?:utfallet|utfall|resultatet|resultat|indexvärdet|värdet{names})"
_ASIDE = (
    r"(?:\s+(?:för|under|i)\s+(?:året|helåret|år|{year}|enheten|indikatorn|perioden)"
    r"|\s+{year}|\s+totalt|\s+\([^)\d]*\))*"
)
_TELLS = (
    r"(?:är|var|blev|blir|visar|uppgår till|uppgick till"
    r"|(?:ligger|låg|hamnade|hamnar|landade|landar|stannade|slutade) på)"
)
_TELLS_FIRST = r"(?:är|var|blev|blir|visar|uppgår|uppgick|ligger|låg|hamnade|hamnar|landade|landar|stannade|slutade)"
_ALSO = r"(?:\s+(?:nu|då|totalt|sammanlagt|därmed|således|alltså|även|också|fortsatt|fortfarande))*"
_NUMBER = r"(?P<number>[-−]?\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?:,\d+)?|[-−]?\d+(?:,\d+)?)(?![\d.,]*\d)"
_UNIT = r"(?:\s*(?P<unit>%|procent\b(?!enhet)|mnkr|tkr|kr\b|st\b|stycken\b))?"
_FORM = (
    rf"^{_OPENING}(?:{_OWNER}{_SUBJECT}{_ASIDE}\s+{_TELLS}"
    rf"|{_TELLS_FIRST}\s+{_OWNER}{_SUBJECT}{_ASIDE}(?:\s+(?:till|på))?){_ALSO}\s+{_NUMBER}{_UNIT}"
)
# What may follow without belonging to the number: the rest of the sentence is another thing.
_CUT = re.compile(r"[,;:(]|\s(?:men|medan|och|jämfört|vilket|som|mot|eftersom|då|samt)\b")
_MORE_THAN_ONE = re.compile(
    r"^\s*(?:av\b|till\b|[-–/]\s*\d|procentenhet|enheter\b|gånger\b|dagar\b|år\b|månader\b|personer av\b)"
    r"|\b(?:högre|lägre|bättre|sämre|fler|färre|mer|mindre|över|under|bättring|ökning|minskning|steg)\b",
    re.IGNORECASE,
)
_ANOTHER_THING = re.compile(
    r"\b(?:kvinn\w*|män\w*|flick\w*|pojk\w*|förra|föregående|tidigare|fjol\w*|nästa|kommande|tertial\w*|t[12]|kvartal\w*"
    r"|halvår\w*|månad\w*|första|andra|staden\w*|förvaltning\w*|nämnd\w*|genomsnitt\w*|snitt\w*|mål\w*|årsmål\w*"
    r"|prognos\w*|budget\w*|delår\w*|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b20\d\d\b")
_COUNTED = re.compile(r"^(andel|antal)\b", re.IGNORECASE)
_PERCENT = ("%", "procent")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a sentence says that the outcome is."""

    value: float
    decimals: int
    percent: bool
    words: str
    quote: str


def contradiction(analysis: str, name: str, year: int, outcome: Cell) -> Stated | None:
    """The first sentence that says another outcome than the table; None where one of them says the table's.

    A number rounded more than the table's says the same: 'är 82 procent' goes with 81,82 %, 'är 5,2' not with 5 %.
    """
    if outcome.value is None or outcome.withheld:
        return None
    said = [one for one in stated(analysis, name, year) if one.percent == (outcome.unit == "%")]
    if any(_agrees(one, outcome.value) for one in said):
        return None
    return next(iter(said), None)


def stated(analysis: str, name: str, year: int) -> list[Stated]:
    """All that the analysis says this year's outcome is."""
    sentences = [sentence.strip() for sentence in _SENTENCE.split(analysis)]
    return [found for sentence in sentences if (found := _stated(sentence, name, year))]


def _stated(sentence: str, name: str, year: int) -> Stated | None:
    # A form costs milliseconds to make: what holds no digit states no number.
    found = _form(name, year).match(sentence) if any(map(str.isdigit, sentence)) else None
    if found is None:
        return None
    rest = sentence[found.end() :]
    cut = _CUT.search(rest)
    rest = rest[: cut.start()] if cut else rest
    own = found.group(0).casefold().replace(name.casefold(), " ")
    if _MORE_THAN_ONE.search(rest) or _ANOTHER_THING.search(own + rest):
        return None
    number, unit = found["number"], found["unit"] or ""
    cell = parse_cell(number)
    years = {int(told) for told in _YEAR.findall(own[: -len(number)] + rest)}
    if cell.value is None or years - {year} or (not unit and _YEAR.fullmatch(number)):
        return None
    words = " ".join(f"{number} {'%' if unit in _PERCENT else unit}".split())
    return Stated(cell.value, cell.decimals or 0, unit in _PERCENT, words, sentence)


def _agrees(one: Stated, outcome: float) -> bool:
    return rounded(outcome, one.decimals) == rounded(one.value, one.decimals)


@lru_cache(maxsize=256)
def _form(name: str, year: int) -> re.Pattern[str]:
    """The sentence's form for one indicator; 'andelen' and 'antalet' stand for one that counts so."""
    names = [r"\s+".join(map(re.escape, name.split())) + r"(?:n|t|en|et)?"]
    if counted := _COUNTED.match(name):
        names.append({"andel": "andelen", "antal": "antalet"}[counted[1].lower()])
    told = "".join(f"|{one}" for one in names)
    # The name may hold braces of its own, so it goes in last.
    form = _FORM.format(year=year, names="\0").replace("\0", told)
    return re.compile(form, re.IGNORECASE)
