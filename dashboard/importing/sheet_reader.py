"""The process that reads a file's tables and lines: `python -m dashboard.importing.sheet_reader`, for `sheets.py`.

One request as JSON on stdin; it leaves what it read as JSON at `target`.
"""

import json
import sys
from pathlib import Path

from dashboard.importing import codec, columns, readers
from dashboard.importing.document import NeutralDocument, Table
from dashboard.importing.extract import extract
from dashboard.importing.limits import limit
from dashboard.importing.privacy import Cleaner
from dashboard.importing.sheets import InFile, Line, Sheet, SheetRow


def main() -> int:
    """Reads what stdin asks for and returns the exit code."""
    asked = json.loads(sys.stdin.buffer.read())
    limit()
    content = readers.load(Path(asked["path"]))
    neutral = readers.read(content, "filen")
    found = extract(neutral)
    cleaner = Cleaner(found.facts.people)
    first = min((goal.place.line for goal in found.goals if goal.place.line), default=None)
    told = InFile(_sheets(neutral, cleaner), _lines(content, first, cleaner) if first else ())
    Path(asked["target"]).write_text(json.dumps(codec.encode(told), ensure_ascii=False), encoding="utf-8")
    return 0


def _sheets(neutral: NeutralDocument, cleaner: Cleaner) -> tuple[Sheet, ...]:
    tables = [block for block in neutral.body if isinstance(block, Table) and columns.of_form(block.header)]
    return tuple(_sheet(table, cleaner) for table in tables)


def _sheet(table: Table, cleaner: Cleaner) -> Sheet:
    rows = (SheetRow(tuple(map(cleaner.clean, row.cells)), row.place) for row in table.rows)
    return Sheet(tuple(map(cleaner.clean, table.header)), tuple(rows))


def _lines(content: bytes, first: int, cleaner: Cleaner) -> tuple[Line, ...]:
    """A text's lines from its first goal on; of a Word file the numbers count something else."""
    if b"\0" in content or content.startswith(b"PK"):
        return ()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    lines = enumerate(text.split("\n"), 1)
    return tuple(Line(number, cleaner.clean(line.strip("\r\f"))) for number, line in lines if number >= first)


if __name__ == "__main__":
    sys.exit(main())
