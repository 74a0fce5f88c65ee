"""The place of a number in its report: what stands before and after it, in reading order.

It is put together of what the store keeps, never of the file: names and numbers of people were taken out at import,
and the file still has them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase
from typing import TYPE_CHECKING

from dashboard import model
from dashboard.model import Level, Status
from dashboard.store.small_groups import HIDDEN_WORDS
from dashboard.views.line import place_words
from dashboard.views.place_words import where
from dashboard.views.rows import ActivityCells, FeedbackRow, Placed
from dashboard.views.source_rows import GoalRow, OutcomeRow, TextRow

if TYPE_CHECKING:
    from dashboard.store.database import Store

AROUND = 4
LONGEST = 220
STATUS = ". Rapporterat: uppfylls "
LEVELS = {
    Level.INRIKTNINGSMAL: "KF:s inriktningsmål",
    Level.VERKSAMHETSOMRADESMAL: "KF:s mål för verksamhetsområdet",
    Level.NAMNDMAL: "Nämndmål",
    Level.ENHETSMAL: "Enhetsmål",
}


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where something stands, in reading order: on a line of a text, or at a height of a page; 0 where not known.

    A workbook's places are a sheet and a cell; their `top` is the number of the cell's row.
    """

    page: int = 0
    sheet: str = ""
    line: int = 0
    top: float = 0.0
    cell: str = ""

    @property
    def place(self) -> model.Place:
        return model.Place(self.line or None, sheet=self.sheet or None, cell=self.cell or None)

    @property
    def words(self) -> str:
        """'rad 12', 's. 3', or '' where neither is known."""
        return where(self.place) if self.sheet else place_words(self.line or None, self.page or None)


@dataclass(frozen=True, slots=True)
class Printed:
    """Something of the report; `cells` are label and words of a row, `words` else hold the text.

    `key` is 'i3' for the indicator row of number 3, '' for what the address can't name.
    """

    spot: Spot
    key: str
    what: str
    words: str
    cells: tuple[tuple[str, str], ...] = ()
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """`above` are the goals that the place stands under, the outermost first; `near` what surrounds it."""

    where: str
    above: tuple[str, ...]
    near: tuple[Printed, ...]


def spot(row: Placed) -> Spot:
    number = (row.place_cell or "").lstrip(ascii_uppercase)
    top = row.place_box[1] if row.place_box else float(number or 0)
    return Spot(row.place_page or 0, row.place_sheet or "", row.place_line or 0, top, row.place_cell or "")


def where_words(row: Placed) -> str:
    """'rad 12', 'sidan 3', and for what stands nowhere alone 'hela rapporten'."""
    return spot(row).words or "hela rapporten"


def everything(store: "Store", document: str, outcomes: Sequence[OutcomeRow]) -> list[Printed]:
    """All that was read of the document and has a place, in reading order; `outcomes` are its rows as printed."""
    found = [
        *(_goal(row) for row in store.rows("goals", GoalRow, documents=[document])),
        *(printed_row(row) for row in outcomes),
        *(_activity(row) for row in store.rows("activities", ActivityCells, documents=[document])),
        *(_feedback(row) for row in store.rows("feedback", FeedbackRow, documents=[document])),
        *(part for row in store.rows("document_texts", TextRow, document=document) for part in _text(row)),
    ]
    return sorted((one for one in found if one.spot.words), key=lambda one: one.spot)


def place(found: Sequence[Printed], chosen: str) -> Place | None:
    """What stands around 'r120' (line 120, or what began last before it) or 'i3'; None where nothing does."""
    at = _at(found, chosen)
    if at is None:
        return None
    near = found[max(0, at - AROUND) : at + AROUND + 1]
    shown = tuple(replace(one, marked=one is found[at]) for one in near)
    where = f"rad {chosen[1:]}" if chosen.startswith("r") else found[at].spot.words
    return Place(where, _above(found[: at + 1]), shown)


def _at(found: Sequence[Printed], chosen: str) -> int | None:
    """Of several that begin on the line the first, so the row and not the text below it."""
    if not chosen.startswith("r"):
        return next((number for number, one in enumerate(found) if one.key == chosen), None)
    lines = [one.spot.line for one in found if 0 < one.spot.line <= int(chosen[1:])]
    if not lines:
        return None
    return next(number for number, one in enumerate(found) if one.spot.line == max(lines))


def printed_row(row: OutcomeRow) -> Printed:
    """The row's cells as printed, empty ones left out but for outcome and target."""
    cells = (
        ("Indikator", row.name_raw),
        (f"Utfall {row.period}" if row.period else "Utfall", row.raw_outcome or "tom cell"),
        ("Kvinnor", sex_cell(row, row.raw_women)),
        ("Män", sex_cell(row, row.raw_men)),
        (f"Utfall {row.previous_period}" if row.previous_period else "Förra utfallet", row.raw_previous),
        ("Årsmål", row.raw_target or "tom cell"),
        ("KF:s årsmål", row.raw_kf_target),
        ("Prognos", row.raw_forecast),
        ("Periodicitet", row.periodicity or ""),
    )
    told = tuple((label, words) for label, words in cells if words)
    return Printed(spot(row), f"i{row.number}", "Indikator", row.name_raw, told)


def sex_cell(row: OutcomeRow, printed: str) -> str:
    """The cell as printed, or that the store keeps it back."""
    return HIDDEN_WORDS if row.split_hidden else printed


def _goal(row: GoalRow) -> Printed:
    code = f"{row.code} " if row.code else ""
    status = "" if row.status in (None, Status.INGEN) else f"{STATUS}{row.status}"
    return Printed(spot(row), f"g{row.number}", LEVELS[row.level], f"{code}{row.title}{status}")


def _activity(row: ActivityCells) -> Printed:
    told = [row.title, " till ".join(date for date in (row.start, row.end) if date), row.deviation or ""]
    return Printed(spot(row), f"a{row.number}", "Aktivitet", ". ".join(part for part in told if part))


def _feedback(row: FeedbackRow) -> Printed:
    amounts = (("T1", row.t1), ("T2", row.t2), ("VB", row.vb), ("Totalt", row.total))
    told = tuple((label, "tom cell" if amount is None else str(amount)) for label, amount in amounts)
    name = f"{row.group}: {row.category}"
    return Printed(spot(row), f"s{row.number}", "Synpunkter", name, (("Synpunkter", name), *told))


def _text(row: TextRow) -> list[Printed]:
    """A text, cut into its paragraphs where the line of each is known; the first has its heading's place."""
    key = "" if row.section is None else f"t{row.section}"
    if not row.starts or row.place_line is None:
        return [Printed(spot(row), key, row.heading, _short(row.body))]
    pairs = zip(row.starts, row.body.split("\n"), strict=False)
    first, *rest = (Printed(Spot(line=start), "", row.heading, _short(words)) for start, words in pairs)
    return [replace(first, spot=spot(row), key=key), *rest]


def _short(body: str) -> str:
    words = " ".join(body.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"


def _above(found: Sequence[Printed]) -> tuple[str, ...]:
    """The last goal of each level on the way to the line; one further out ends those within it."""
    order = list(LEVELS.values())
    path: dict[str, str] = {}
    for one in found:
        if one.what in order:
            inner = order[order.index(one.what) :]
            path = {level: words for level, words in path.items() if level not in inner}
            path[one.what] = one.words.partition(STATUS)[0]
    return tuple(f"{level}: {words}" for level, words in path.items())
