"""`maltavlan review` with rows: how a row is typed in by words, and the rows with the names that words call them by."""

from dashboard.errors import UserError
from dashboard.reviewing import Waiting
from dashboard.staging.deciding import GOAL, NAME, TABLE
from dashboard.staging.settling import LETTERS
from dashboard.store import cells
from dashboard.store.typed import TABLES
from dashboard.swedish import fold

_AS = "som"
_KINDS = {"indikator": "outcomes", "aktivitet": "activities"}


def typed_part(found: Waiting, words: str) -> tuple[str, str]:
    """'namn=Andel nöjda', 'mål=1.3' or 'mål=Barnen trivs', 'som=aktivitet', 'utfall=12 %': a part of the row."""
    label, sign, text = words.partition("=")
    asked = fold(label)
    columns = {
        fold(part): one.name for table in TABLES for one in cells.COLUMNS[table] for part in (one.label, one.name)
    }
    if sign and asked == fold(NAME):
        return NAME, text
    if sign and asked == fold(GOAL):
        return GOAL, _goal(found, text)
    if sign and asked == _AS and fold(text) in _KINDS:
        return TABLE, _KINDS[fold(text)]
    if not sign or asked not in columns:
        told = f"”{words}” säger inte vad som ska skrivas in."
        raise UserError(told, "Skriv till exempel namn=Sjukfrånvaro mål=1.3 utfall=12,5.")
    return columns[asked], text


def _goal(found: Waiting, words: str) -> str:
    """The number of the one goal that the words are the code of, or the beginning of its title."""
    begins = [goal for goal in found.report.goals if words and fold(goal.title).startswith(fold(words))]
    told = [goal for goal in found.report.goals if goal.code == words] or begins
    if len(told) != 1:
        raise UserError(f"”{words}” är inte ett av rapportens mål.", "Skriv målets kod, eller början på dess rubrik.")
    return str(told[0].number)


def show_rows(found: Waiting, table: str) -> None:
    """The table's rows as they are after the decisions, each with what --correct calls it."""
    letter = next(letter for letter, name in LETTERS.items() if name == table)
    for row in cells.rows_of(found.worked.report, table):
        print(f"{letter}{row.number}. {cells.line_of(row, table)}")
