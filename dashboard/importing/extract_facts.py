"""What a report says of itself: kind, year, unit, board, date, and the people whose names must not be kept."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from dashboard.importing.candidates import Facts, Found
from dashboard.importing.columns import Column
from dashboard.importing.document import NeutralDocument, Paragraph, Table
from dashboard.importing.vocabulary import bare, goal_heading, key
from dashboard.model import Kind
from dashboard.swedish import parse_date, parse_period

_KIND = re.compile(
    r"(?P<VB>verksamhetsberattelse)|(?P<VP>verksamhetsplan\b)|(?P<T1>tertial(?:rapport)?\s*1|delarsrapport\s*1)"
    r"|(?P<T2>tertial(?:rapport)?\s*2|delarsrapport\s*2)"
)
_SHORT_KIND = re.compile(r"\b(VB|VP|T1|T2)\b")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_FILE = re.compile(r"(?:^|[-_ ])(vb|vp|t1|t2)[-_ ]?(20\d\d)(?:[-_ ](.+))?$", re.IGNORECASE)
_ADDRESSED = re.compile(r"^(?:Handläggare\s+)?Till\s*:?\s+(?=[A-ZÅÄÖ])")
_BOARD = re.compile(
    r"(\b(?:[A-ZÅÄÖ][\wåäöé]*(?:-[A-ZÅÄÖ][\wåäöé]*)*|[A-ZÅÄÖ][\wåäöé]+ [a-zåäö]+) stadsdelsnämnd)\b"
    r"|^([A-ZÅÄÖ][\wåäöé -]*nämnd(?:en)?)$"
)
_DATE = re.compile(r"(?<!\d)20\d\d-[01]\d-[0-3]\d(?!\d)")
_PERSON = re.compile(
    r"\b[A-ZÅÄÖÉ][\wåäöéü]+(?:-[A-ZÅÄÖ]\w+)?(?: (?:af|von|de|[A-ZÅÄÖÉ]\.?))?"
    r"(?: [A-ZÅÄÖÉ][\wåäöéü]+(?:-[A-ZÅÄÖ]\w+)?){1,2}"
)
_NOT_UNIT = re.compile(
    r"@|\d{3}|^(?:dokument|titel|rubrik|handling|ärende)\s*:?$|^(?:handläggare|telefon|till|dnr|tjänsteutlåtande|förslag|innehåll|sida|start\.|box|postadress)"
    r"|nämnd\b|stockholms stad$|\.se\b",
    re.IGNORECASE,
)
_NEAR = 10  # lines: a unit's name stands no further below the title, and a hostile file has ten thousand titles
_IS_A = re.compile(r"^([A-ZÅÄÖ][\wåäöé/& -]{2,60}?) är (?:en|ett) (?:\w+ )?\w*(?:enhet|verksamhet|avdelning|boende)\b")


def facts(document: NeutralDocument, found: Found, stem: str) -> Facts:
    """The document's facts, from its cover where it has one, else from its tables, first sentences and file name."""
    cover = document.cover
    kind, year = _of_cover(cover)
    told = {"kind": kind, "year": year}
    named = _FILE.search(stem)
    kind = kind or _kind_of_footers(document) or _kind_of_tables(found) or (named and named.group(1).upper()) or None
    year = year or _year_of_tables(found) or (int(named.group(2)) if named else None)
    people = _people(cover)
    unit = _unit_of_cover(cover, people) or _unit_of_footers(document)
    told["unit"] = unit
    unit = unit or _unit_of_sentences(document) or (named and named.group(3) and _spelled(named.group(3))) or None
    guessed = tuple(fact for fact, value in told.items() if value is None)
    return Facts(kind, year, unit, _board(cover), _date(cover), people, guessed)


def _of_cover(cover: Sequence[Paragraph]) -> tuple[str | None, int | None]:
    """The kind and year of the title, which stand on one line or on two."""
    for number, line in enumerate(cover):
        kind = _kind_in(line.text)
        if kind:
            nearby = " ".join(part.text for part in cover[number : number + 2])
            year = _YEAR.search(line.text) or _YEAR.search(nearby)
            if year:
                return kind, int(year.group())
    return None, None


def _kind_in(text: str) -> str | None:
    found = _KIND.search(bare(text))
    short = _SHORT_KIND.search(text) if _YEAR.search(text) else None
    return found.lastgroup if found else short.group(1) if short else None


def _kind_of_footers(document: NeutralDocument) -> str | None:
    return next((kind for footer in document.footers if (kind := _kind_in(footer))), None)


def _kind_of_tables(found: Found) -> str | None:
    kinds = Counter(kind for kind, _ in _periods(found) if kind)
    if kinds:
        return str(kinds.most_common(1)[0][0])
    headers = [row.header for row in (*found.indicators, *found.activities)]
    if any(Column.PERIODICITY in header.columns for header in headers):
        return Kind.VP
    return Kind.VB if any(goal.status for goal in found.goals) else None


def _year_of_tables(found: Found) -> int | None:
    years = Counter(year for _, year in _periods(found) if year)
    for row in found.indicators:
        words = row.header.period_of(Column.KF_TARGET) or row.header.period_of(Column.TARGET)
        years.update([int(words[-4:])] if words else [])
    if not years:
        years.update(int(row.cell(Column.END)[:4]) for row in found.activities if _DATE.match(row.cell(Column.END)))
    return years.most_common(1)[0][0] if years else None


def _periods(found: Found) -> Iterable[tuple[Kind | None, int | None]]:
    return [parse_period(row.cell(Column.PERIOD)) for row in found.indicators if row.cell(Column.PERIOD)]


def _unit_of_cover(cover: Sequence[Paragraph], people: tuple[str, ...]) -> str | None:
    """The unit beside the title, else below it; its name may be wrapped over two lines."""
    for number, line in enumerate(cover):
        if not _kind_in(line.text):
            continue
        beside = re.sub(r"^.*20\d\d\W*(?:för\s+)?", "", line.text) if _YEAR.search(line.text) else ""
        after = cover[number + 1] if number + 1 < len(cover) else None
        if beside and after and after.text[:1].islower() and not _NOT_UNIT.search(after.text):
            beside = f"{beside} {after.text}"  # the title's line was too short for the unit's whole name
        candidates = [
            _labelled_unit(cover),
            beside,
            re.split(r"[,–-]?\s*(?=[Vv]erksamhets|[Tt]ertial)", line.text)[0],
            _below(cover, number),
        ]
        for words in candidates:
            if len(words) > 3 and not _NOT_UNIT.search(words) and words not in people and not _kind_in(words):
                return words
    return None


def _labelled_unit(cover: Sequence[Paragraph]) -> str:
    """The unit that a cover names after the word for it: 'Enhet: Fritid och ungdom', on one line or on two."""
    labelled = any(re.match(r"(?:Datum|Nämnd|Dokument)\b", line.text) for line in cover)
    ahead = "[A-ZÅÄÖ]" if labelled else "Enhet"  # 'Enhet Lek' alone may be the unit's own name
    for line, after in zip(cover, (*cover[1:], None), strict=True):
        label = re.match(rf"(?:Enhet|Verksamhet|Avdelning)(?::\s*|\s+(?={ahead})|$)", line.text)
        if label:
            rest = line.text[label.end() :]
            return rest or (after.text if after else "")
    return ""


def _below(cover: Sequence[Paragraph], number: int) -> str:
    """The lines that stand together after this one."""
    words: list[str] = []
    last = None
    for line in cover[number + 1 : number + _NEAR]:
        if _YEAR.fullmatch(line.text):
            continue
        if last is not None and (last.line is None or (line.place.line or 0) - last.line > 1):
            break  # where lines have no numbers, what is wrapped stands in one paragraph
        if line.text in words:
            break  # the unit is printed once more
        if words and (_NOT_UNIT.search(line.text) or _ADDRESSED.match(line.text) or parse_date(line.text)):
            break
        words.append(line.text)
        last = line.place
    return " ".join(words[:3])


def _unit_of_footers(document: NeutralDocument) -> str | None:
    for footer in document.footers:
        words = re.split(r",\s*(?=[Vv]erksamhets|[Tt]ertial)", footer)
        if len(words) > 1 and not _NOT_UNIT.search(words[0]):
            return words[0]
    return None


def _unit_of_sentences(document: NeutralDocument) -> str | None:
    """The unit of a first sentence like 'Träffpunkten är en öppen verksamhet', where no title is left."""
    for block in document.body:
        if isinstance(block, Table) or goal_heading(block.text):
            return None
        named = _IS_A.match(block.text)
        if named and key(named.group(1)) not in ("enheten", "verksamheten", "det", "detta"):
            return named.group(1)
    return None


def _spelled(words: str) -> str:
    name = " ".join(re.split(r"[-_ ]+", words))
    return name[:1].upper() + name[1:]


def _board(cover: Sequence[Paragraph]) -> str | None:
    for line in cover:
        found = _BOARD.search(_ADDRESSED.sub("", line.text))
        if found:
            return found.group(1) or found.group(2)
    return None


def _date(cover: Sequence[Paragraph]) -> str | None:
    alone = next((date for line in cover if (date := parse_date(line.text))), None)
    return alone or next((found.group() for line in cover if (found := _DATE.search(line.text))), None)


def _people(cover: Sequence[Paragraph]) -> tuple[str, ...]:
    """Names in the block that begins with 'Handläggare' and ends with a telephone number or the addressee."""
    people: list[str] = []
    inside = False
    for line in cover:
        words = key(line.text)
        if words.startswith("handlaggare"):
            inside = True
            rest = re.sub(r"^\s*[Hh]andläggare:?\s*(?:Till\b)?", "", line.text)
        elif inside and words.startswith(("telefon", "till", "tfn", "epost")):
            inside = False
        else:
            rest = line.text
        if inside:
            people += _PERSON.findall(_BOARD.sub("", rest))
    return tuple(people)
