"""Rows of the indicators' and activities' tables: what begins a row, what goes on with one, what is its analysis."""

import re

from dashboard.importing import markup
from dashboard.importing.candidates import RowFound, Unplaced
from dashboard.importing.columns import Column, Header
from dashboard.importing.document import Row, Table
from dashboard.importing.status_words import status_word
from dashboard.importing.vocabulary import key

_ANALYSIS = re.compile(r"^(?:Analys|Kommentar)(?:\s*:\s*|\s+(?=\S)|$)")
_SIGNS = re.compile(r"^[^\w\"”“'(§]+")
_LONGEST_STATUS = 30
_SEXES = {
    **dict.fromkeys(("kvinnor", "flickor", "kvinnorflickor", "varavkvinnor", "varavflickor"), Column.WOMEN),
    **dict.fromkeys(("man", "pojkar", "manpojkar", "varavman", "varavpojkar"), Column.MEN),
}
_SEXED = re.compile(r"(?P<name>.*?)\s*(?P<sex>(?:[Vv]arav )?(?:[Kk]vinnor|[Ff]lickor|[Mm]än|[Pp]ojkar)(?:/ ?\w+)?)")
_TOTAL = re.compile(r"(?:^|\s+)(?:Totalt?|Alla|Samtliga)$")
_OFTEN = re.compile(
    r"(?:hel|halv|las|del)?ar(?:svis|ligen|lig)?|tertial(?:svis)?|kvartal(?:svis)?|manad(?:svis)?|termin"
)
_STRAY = re.compile(r"^[^a-zåäöA-ZÅÄÖéÉüÜ0-9]*$")


class Rows:
    """Collects the rows of tables that follow one another; `unplaced` are texts that belong to no row."""

    def __init__(self) -> None:
        self.rows: list[RowFound] = []
        self.by_sex = False
        self.unplaced: list[Unplaced] = []
        self.counted: dict[str, int] = {"rad": 0, "fortsättning": 0, "text": 0, "oplacerad": 0}

    def take(self, table: Table, header: Header, goal: int | None, continued: bool) -> None:
        """Takes a table's rows; `continued` when the same header was printed right before."""
        for number, row in enumerate(table.rows):
            after = table.rows[number + 1 : number + 2]
            self._take_row(row, header, goal, continued and number == 0, bool(after) and _announces(after[0]))

    def _take_row(self, row: Row, header: Header, goal: int | None, after_break: bool, analysis_follows: bool) -> None:
        cells = {column: cell for column, cell in zip(header.columns, row.cells, strict=False) if column}
        if Column.PERIODICITY not in header.columns and _OFTEN.fullmatch(key(cells.get(Column.PERIOD, ""))):
            cells[Column.PERIODICITY] = cells.pop(Column.PERIOD)  # "Mätperiod" over how often it is measured
        lead = " ".join(cell for column, cell in zip(header.columns, row.cells, strict=False) if not column and cell)
        name = cells.pop(header.columns[header.name], "")
        beside = cells.pop(Column.STATUS, ""), cells.pop(Column.ANALYSIS, "")
        last = self.rows[-1] if self.rows else None
        empty = not any((*cells.values(), *beside)) and not row.loose
        if last and self._one_sex(last, f"{lead} {name}", cells, row):
            return
        ended = last is None or (last.analysed and bool(last.texts))  # its analysis is not only announced
        if empty and analysis_follows and not _announces(row) and ended and key(name):
            found = RowFound(goal, header, name, lead, cells, row.place, icons=row.icons, unsure=row.unsure)
            self._begin(found, after_break)
        elif empty:
            self._take_text(f"{lead} {name}".strip(), row, after_break)
        elif after_break and last and not last.analysed and self._goes_on(name, cells):
            self._extend(last, name, cells, row)
            self._beside(last, *beside)
        elif _STRAY.match(name):
            self._doubt(" ".join((name, *row.cells, row.loose)), row)
        else:
            found = RowFound(goal, header, name, lead, cells, row.place, row.loose, icons=row.icons, unsure=row.unsure)
            self._begin(found, after_break)
            self._beside(found, *beside)

    def _one_sex(self, last: RowFound, name: str, cells: dict[Column, str], row: Row) -> bool:
        """Takes a row that only tells one sex's outcome of the indicator above it, whose name may go on beside it."""
        found = _SEXED.fullmatch(name.strip())
        column = _SEXES.get(key(found["sex"])) if found else None
        if not found or column is None or column in last.header.columns or last.cells.get(column):
            return False
        totalled = _TOTAL.search(last.name) or last.cells.get(Column.WOMEN) or last.cells.get(Column.MEN)
        if found["name"] and (not totalled or found["name"][:1].isupper()):  # an indicator of its own
            return False
        last.name = f"{_TOTAL.sub('', last.name)} {found['name']}".strip()
        last.sign = _TOTAL.sub("", last.sign)
        last.cells[column] = cells.get(Column.OUTCOME, "")
        last.loose = f"{last.loose} {row.loose}".strip()
        self.by_sex = True
        self._count("fortsättning")
        return True

    def ended(self) -> list[RowFound]:
        """The rows; where sexes have rows of their own, the word for both is no part of a name."""
        for row in self.rows if self.by_sex else ():
            row.name, row.sign = _TOTAL.sub("", row.name), _TOTAL.sub("", row.sign)
        return self.rows

    def _beside(self, row: RowFound, status: str, analysis: str) -> None:
        """Keeps what a status's and an analysis's own columns say; running text in the first is an analysis too."""
        running = len(status) > _LONGEST_STATUS and status_word(status) is None
        row.status = f"{row.status} {'' if running else status}".strip()
        row.aside = " ".join(part for part in (row.aside, status if running else "", analysis) if part)

    def _goes_on(self, name: str, cells: dict[Column, str]) -> bool:
        """Whether a row right after a page break is the rest of the one before it: no name, or only its last words."""
        periodless = not any(cells.get(column) for column in (Column.PERIOD, Column.PERIODICITY, Column.START))
        return periodless and (bool(_STRAY.match(name)) or _bare_name(name)[:1].islower())

    def _take_text(self, text: str, row: Row, after_break: bool) -> None:
        parts = markup.paragraphs(text)
        last = self.rows[-1] if self.rows else None
        if not parts:
            return
        announced = _ANALYSIS.match(parts[0])
        if last and announced and (not last.analysed or len(parts[0]) == announced.end()):
            last.analysed = True
            parts[0] = parts[0][announced.end() :]
        elif last and not last.analysed and after_break:
            last.name = f"{last.name} {_bare_name(' '.join(parts))}".strip()
            self._count("fortsättning")
            return
        elif not last or not last.analysed:
            self._doubt(" ".join(parts), row)
            return
        last.texts += [part for part in _continued(last.texts, parts) if part]
        self._count("text")

    def _extend(self, last: RowFound, name: str, cells: dict[Column, str], row: Row) -> None:
        last.name = f"{last.name} {_bare_name(name)}".strip()
        last.loose = f"{last.loose} {row.loose}".strip()
        last.icons += row.icons
        last.unsure = last.unsure or row.unsure
        for column, cell in cells.items():
            last.cells[column] = f"{last.cells.get(column, '')} {cell}".strip()
        self._count("fortsättning")

    def _begin(self, found: RowFound, after_break: bool) -> None:
        """Begins a row: the symbol before its name is its sign, and its name may have begun before the page break."""
        printed = markup.plain(found.name)
        sign = _SIGNS.match(printed)
        bare = printed[sign.end() :] if sign else printed
        found.name = f"{self._prefix(bare) if after_break else ''} {bare}".strip()
        found.sign = f"{found.sign}{sign.group() if sign else ''}".strip()
        self.rows.append(found)
        self._count("rad")

    def _prefix(self, name: str) -> str:
        """The beginning of a name that stands before the page break with no cells beside it."""
        if not name[:1].islower() or not self.rows or not self.rows[-1].texts:
            return ""
        text = self.rows[-1].texts[-1]
        if text[-1:] in ".!?:" or len(text) > 120:
            return ""
        return self.rows[-1].texts.pop()

    def _doubt(self, text: str, row: Row) -> None:
        self.unplaced.append(Unplaced(" ".join(text.split()), row.place))
        self._count("oplacerad")

    def _count(self, what: str) -> None:
        self.counted[what] += 1


def _announces(row: Row) -> bool:
    """Whether the row is an analysis's heading, alone or with its text."""
    parts = markup.paragraphs(" ".join(cell for cell in row.cells if cell))
    return bool(parts) and bool(_ANALYSIS.match(parts[0]))


def _bare_name(name: str) -> str:
    """The name without icons and stray signs: a name in Swedish has a Latin letter."""
    plain = markup.plain(name)
    words = plain.split(" ")
    while words and not key(words[0]):
        words.pop(0)
    return " ".join(words)


def _continued(texts: list[str], parts: list[str]) -> list[str]:
    """Joins a sentence that a page break split; the other parts stay paragraphs of their own."""
    if texts and parts and parts[0][:1].islower() and texts[-1][-1:] not in ".:!?;":
        texts[-1] = f"{texts[-1]} {parts[0]}"
        return parts[1:]
    return parts
