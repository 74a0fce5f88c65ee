"""Tab-separated text: one line per row, a tab per cell, paragraphs parted by blank lines."""

from collections.abc import Iterator, Sequence

from tests.generator import words
from tests.generator.facts import Column, Facts, Feedback, Goal, PageEnd, Row, Section, Style


def write(facts: Facts) -> str:
    """The whole report."""
    return "\n".join(
        [
            *_cover(facts),
            *_contents(facts),
            *(line for section in facts.opening for line in _section(section, facts)),
            *(words.FOLLOW_UP, "", words.FOLLOW_UP_WORDS, ""),
            *(line for goal in facts.goals for line in _goal(goal, facts)),
            *(line for section in facts.closing for line in _section(section, facts)),
        ]
    )


def _cover(facts: Facts) -> list[str]:
    if facts.cover == "none":
        return []
    receiver = [facts.board] if facts.cover == "memo" and facts.board else [facts.unit]
    date = [facts.date] if facts.date else []
    sender = ["", "", "", "", "Handläggare", "", "Telefon:", "", "Till", *receiver, *date, ""]
    return [*sender, facts.title, "", facts.unit, "", facts.unit, "", "start.stockholm", ""]


def _contents(facts: Facts) -> list[str]:
    if facts.cover == "none":
        return []
    dots = "....." if facts.cover == "title" else ""
    entries = [f"{entry}{dots}\t{page}" for entry, page in words.contents(facts)]
    return ["Innehållsförteckning", "", *entries, ""]


def _section(section: Section, facts: Facts) -> Iterator[str]:
    yield from (section.heading, "")
    for number, paragraph in enumerate(section.paragraphs, start=1):
        yield "\n\n".join(part.strip() for part in paragraph.split("\f"))
        item_follows = number < len(section.paragraphs) and section.paragraphs[number].startswith("- ")
        if not (item_follows and paragraph.startswith("- ")):
            yield ""
    if section.table:
        yield from ("\t".join(row) for row in section.table)
        yield ""
    if section.feedback:
        yield from _feedback_table(facts)


def _goal(goal: Goal, facts: Facts) -> Iterator[str]:
    yield from (words.heading(goal), "")
    yield from _status(goal)
    for section in goal.sections:
        yield from _section(section, facts)
    if goal.indicators:
        yield from _table(goal.indicators, facts.indicator_columns, goal)
    if goal.activities:
        yield from _table(goal.activities, facts.activity_columns, goal)


def _status(goal: Goal) -> Iterator[str]:
    if goal.status is None:
        return
    if goal.mark == "far":
        yield from (" ", "")
    sign = words.SYMBOLS[goal.status] if goal.mark == "symbol" else ""
    yield from (f"{sign} {goal.status_words or words.STATUSES.get(goal.status, 'Inga data')}", "")


def _table(rows: Sequence[Row], columns: Sequence[Column], goal: Goal) -> Iterator[str]:
    header = ("\t" if goal.lead else "") + "\t".join(column.header for column in columns)
    width = len(columns) - 1 + goal.lead
    yield header
    for row in rows:
        if row.page_end is PageEnd.BEFORE:
            yield from ("", header)
        yield from _row(row, columns, header, width, goal)
        yield from _analysis(row, header, width)
    yield ""


def _row(row: Row, columns: Sequence[Column], header: str, width: int, goal: Goal) -> Iterator[str]:
    cells = [row.cells[column.field] for column in columns]
    rest = [""] * len(cells)
    if row.page_end is PageEnd.NAME:
        cells[0], rest[0] = _halves(cells[0])
    if row.page_end is PageEnd.TARGET:
        at = next(number for number, column in enumerate(columns) if column.field == "kf_target")
        cells[at], rest[at] = cells[at][:-4].rstrip(), cells[at][-4:].lstrip()
    if row.html:
        cells[0] = f"<p>{cells[0]}</p>"
    sign = words.sign(row)
    if goal.lead:
        yield "\t".join([sign, *cells])
    else:
        blanks = "  " if row.council and not sign else " "
        yield sign + blanks + "\t".join(cells)
    if any(rest):
        yield from ("", header, "\t" * (width - len(cells) + 1) + "\t".join(rest))


def _halves(name: str) -> tuple[str, str]:
    parts = name.split(" ")
    middle = (len(parts) + 1) // 2
    return " ".join(parts[:middle]), " ".join(parts[middle:])


def _analysis(row: Row, header: str, width: int) -> Iterator[str]:
    if not row.analysis:
        return
    tabs, paragraphs = "\t" * width, list(row.analysis)
    if row.style is Style.HTML:
        yield "<p>Analys</p> " + " ".join(f"<p>{paragraph}</p>" for paragraph in paragraphs) + tabs
        return
    if row.style is Style.ROW:
        yield "Analys" + tabs
    else:
        lead = "Analys: " if row.style is Style.COLON else "Analys "
        yield lead + paragraphs.pop(0) + tabs
    if row.page_end is PageEnd.ANALYSIS:
        yield from ("", header)
    yield from (paragraph + tabs for paragraph in paragraphs)


def _feedback_table(facts: Facts) -> Iterator[str]:
    header = "\t".join(column.header for column in facts.feedback_columns)
    yield header
    group = ""
    for row in facts.feedback:
        if row.page_end is PageEnd.BEFORE:
            yield from ("", header)
        yield from _feedback(row, row.group if row.group != group else "", facts.feedback_columns, header)
        group = row.group
    yield ""


def _feedback(row: Feedback, group: str, columns: Sequence[Column], header: str) -> Iterator[str]:
    cells = {**row.cells, "group": group}
    rest = dict.fromkeys(cells, "")
    if row.page_end is PageEnd.GROUP:
        cells["group"], rest["group"] = _halves(group)
    if row.page_end in (PageEnd.GROUP, PageEnd.COMMENT):
        cells["comment"], rest["comment"] = _halves(cells["comment"])
    yield "\t".join(cells[column.field] for column in columns)
    if any(rest.values()):
        yield from ("", header, "\t".join(rest[column.field] for column in columns))
