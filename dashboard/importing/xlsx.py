"""The reader of workbooks (.xlsx): the template's sheets, or any sheet with a table whose headings a report has."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.errors import UnreadableDocument
from dashboard.importing import columns, zipped
from dashboard.importing import xlsx_form as form
from dashboard.importing.columns import Shape
from dashboard.importing.document import Block, Heading, Icon, NeutralDocument, Paragraph, Row, Table
from dashboard.importing.pictures import CHECK
from dashboard.importing.vocabulary import goal_heading, key
from dashboard.importing.xlsx_cells import Line, sheets
from dashboard.importing.xlsx_form import Extra
from dashboard.swedish import parse_period

_HEADER_WITHIN = 15
_EXTRAS = {key(extra): extra for extra in Extra} | {"kommentar": Extra.ANALYSIS, "mal": Extra.GOAL}
_YES = ("ja", "x", "sant", "1")
_LEVELS = {key(words): words for words in form.LEVELS.values()} | {
    key(level): words for level, words in form.LEVELS.items()
}
_NO_GOAL = ""


def read(content: bytes) -> NeutralDocument:
    """The neutral document of a workbook; raises UnreadableDocument where it is damaged, or has no report's table."""
    zipped.checked(content).close()
    found = sheets(content)
    facts = {key(name): lines for name, lines in found.items()}
    tables = [table for lines in found.values() if (table := _table(lines))]
    goals = _goals(facts.get(key(form.GOALS), [])) or _named_goals(tables)
    if not tables and not goals:
        raise UnreadableDocument(
            "Filen är en Excelfil utan rapport: inget blad har en rapports rubriker.",
            "Fyll i mallen som ”python -m dashboard template” skriver.",
        )
    body = [*_body(goals, tables), *_texts(facts.get(key(form.TEXTS), []))]
    return NeutralDocument("kalkylblad", tuple(_cover(facts.get(key(form.REPORT), []))), tuple(body))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table with its header: the report's own columns, and the workbook's by what they say."""

    header: Line
    shape: Shape
    own: tuple[int, ...]
    extra: dict[Extra, int]
    lines: tuple[Line, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.header.text(number) for number in self.own)

    def goal(self, line: Line) -> str:
        return line.text(self.extra.get(Extra.GOAL))


def _table(lines: Sequence[Line]) -> _Sheet | None:
    for at, line in enumerate(lines[:_HEADER_WITHIN]):
        filled = [number for number, text in enumerate(line.texts) if text]
        extra = {_EXTRAS[key(line.texts[number])]: number for number in filled if key(line.texts[number]) in _EXTRAS}
        own = tuple(number for number in filled if number not in extra.values())
        header = columns.of_cells(tuple(line.texts[number] for number in own))
        if header:
            rows = tuple(row for row in lines[at + 1 :] if not _example(row))
            return _Sheet(line, header.shape, own, extra, rows)
    return None


def _example(line: Line) -> bool:
    return key(next((text for text in line.texts if text), "")) == key(form.EXAMPLE)


def _cover(lines: Sequence[Line]) -> Iterator[Paragraph]:
    told = {key(line.text(0)): line for line in lines}
    facts = {label: told[key(label)].text(1) for label in form.FACTS if key(label) in told}
    kind, _ = parse_period(facts.get("Slag", ""))
    title = form.KINDS[kind.value] if kind else facts.get("Slag", "")
    if title:
        words = f"{title} {facts.get('År', '')}"
        unit = facts.get("Enhet", "")
        yield Paragraph(f"{words} för {unit}" if unit else words, told[key("Slag")].place(1))
    for label in ("Nämnd", "Datum"):
        if facts.get(label):
            yield Paragraph(facts[label], told[key(label)].place(1))


def _goals(lines: Sequence[Line]) -> dict[str, list[Block]]:
    """Each goal's heading, status and texts by its number; without a number by its row."""
    if not lines:
        return {}
    at = {key(text): number for number, text in enumerate(lines[0].texts) if text}
    return {
        key(line.text(at.get("nr"))) or f"rad{line.number}": list(_goal(line, at))
        for line in lines[1:]
        if not _example(line)
    }


def _named_goals(tables: Sequence[_Sheet]) -> dict[str, list[Block]]:
    """Without a sheet of goals: those that rows name in full ('Enhetsmål: …')."""
    named: dict[str, list[Block]] = {}
    for line, goal in ((line, table.goal(line)) for table in tables for line in table.lines):
        if goal_heading(goal):
            named.setdefault(key(goal), [Heading(_flat(goal), line.place())])
    return named


def _goal(line: Line, at: dict[str, int]) -> Iterator[Block]:
    level = line.text(at.get(key("Nivå")))
    code, title = line.text(at.get("kod")).replace(",", "."), line.text(at.get(key("Mål")))
    heading = " ".join(part for part in (f"{_LEVELS.get(key(level), level)}:", code, title) if part)
    yield Heading(heading, line.place(at.get(key("Mål"), 0)))
    if status := line.text(at.get("status")):
        yield Paragraph(status, line.place(at["status"]))
    for words in form.GOAL_TEXTS:
        if text := line.text(at.get(key(words))):
            place = line.place(at[key(words)])
            yield Heading(words, place)
            yield from (Paragraph(part, place) for part in text.splitlines() if part.strip())


def _body(goals: dict[str, list[Block]], tables: Sequence[_Sheet]) -> Iterator[Block]:
    """Goals in their order with the rows that name them; rows of no known goal come first, feedback last."""
    by_goal: dict[str, list[Block]] = defaultdict(list)
    feedback: list[Block] = []
    for table in tables:
        for goal, rows in _grouped(table, goals).items():
            block = Table(table.words, tuple(rows), table.header.place())
            (feedback if table.shape is Shape.FEEDBACK else by_goal[goal]).append(block)
    yield from by_goal.get(_NO_GOAL, ())
    for goal, blocks in goals.items():
        yield from blocks
        yield from by_goal.get(goal, ())
    yield from feedback


def _grouped(table: _Sheet, goals: dict[str, list[Block]]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for line in table.lines:
        goal = key(table.goal(line))
        found[goal if goal in goals else _NO_GOAL] += _rows(table, line, lost=bool(goal) and goal not in goals)
    return found


def _rows(table: _Sheet, line: Line, *, lost: bool) -> Iterator[Row]:
    """The row, and its analysis below it as on paper; `lost` where it names a goal that the workbook lacks."""
    places = tuple(line.place(number) for number in table.own)
    loose = f"Mål nr {table.goal(line)}" if lost else ""
    yield Row(tuple(_flat(line.text(number)) for number in table.own), places[0], loose, _icons(table, line), places)
    analysis = line.text(table.extra.get(Extra.ANALYSIS))
    if not analysis:
        return
    place, rest = line.place(table.extra[Extra.ANALYSIS]), ("",) * (len(table.own) - 1)
    for text in ("Analys", *(part for part in analysis.splitlines() if part.strip())):
        yield Row((_flat(text), *rest), place)


def _icons(table: _Sheet, line: Line) -> tuple[Icon, ...]:
    """What icons say on paper: the status, KF's own indicator, an activity that is done."""
    found = []
    status = line.text(table.extra.get(Extra.STATUS))
    if status:
        found.append(Icon(form.STATUS_OF.get(key(status)), line.place(table.extra[Extra.STATUS]), words=status))
    if key(line.text(table.extra.get(Extra.COUNCIL))) in _YES:
        found.append(Icon(None, line.place(table.extra[Extra.COUNCIL]), kf=True))
    if key(line.text(table.extra.get(Extra.DONE))) in _YES:
        found.append(Icon(None, line.place(table.extra[Extra.DONE]), CHECK))
    return tuple(found)


def _texts(lines: Sequence[Line]) -> Iterator[Block]:
    for line in lines[1:]:
        if _example(line):
            continue
        if line.text(0):
            yield Heading(_flat(line.text(0)), line.place(0))
        yield from (Paragraph(part.strip(), line.place(1)) for part in line.text(1).splitlines() if part.strip())


def _flat(text: str) -> str:
    return " ".join(text.split())
