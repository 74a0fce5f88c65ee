"""Rows of 'Redovisning av synpunkter och klagomål': each with its group, whichever row the group's label stands on."""

from dashboard.importing import markup
from dashboard.importing.candidates import FeedbackFound, Unplaced
from dashboard.importing.columns import Column, Header
from dashboard.importing.document import Row, Table
from dashboard.importing.vocabulary import unfinished
from dashboard.model import Place

_SAME = 3.0  # points: what stands nearer stands at one height
_COUNTS = (Column.T1, Column.T2, Column.VB, Column.TOTAL)


class FeedbackRows:
    """Collects the feedback rows of tables that follow one another; `unplaced` are those that may be two or a part."""

    def __init__(self) -> None:
        self.rows: list[FeedbackFound] = []
        self.counted: dict[str, int] = {"rad": 0, "fortsättning": 0}
        self._group_from = 0

    def take(self, table: Table, header: Header, continued: bool) -> None:
        """Takes a table's rows; `continued` when the same header was printed right before."""
        if not continued:
            self._group_from = len(self.rows)
        for number, row in enumerate(table.rows):
            cells = {column: cell for column, cell in zip(header.columns, row.cells, strict=False) if column}
            if self.rows and self._goes_on(cells, continued and number == 0):
                self._extend(cells)
            elif any(cells.values()) or row.loose:
                self._begin(cells, row, header, table.labels_last)

    @property
    def placed(self) -> list[FeedbackFound]:
        """The rows whose beginning and end could be told."""
        return [row for row in self.rows if not row.unsure]

    @property
    def unplaced(self) -> list[Unplaced]:
        """The words of the others: a category guessed wrong would be a row that no report prints."""
        return [
            Unplaced(
                " ".join(word for word in (row.group, row.category, *row.counts.values(), row.loose) if word),
                row.place,
                True,
            )
            for row in self.rows
            if row.unsure
        ]

    def _goes_on(self, cells: dict[Column, str], after_break: bool) -> bool:
        """Whether the row holds only the rest of cells that a page break split."""
        category = cells.get(Column.CATEGORY, "")
        if any(cells.get(column) for column in _COUNTS):
            return False
        if not category and not cells.get(Column.GROUP):
            return bool(cells.get(Column.COMMENT))
        ends = category.count(")") > category.count("(") and unfinished(self.rows[-1].category)
        return after_break and (not category or category[:1].islower() or category[:1] == "(" or ends)

    def _extend(self, cells: dict[Column, str]) -> None:
        last = self.rows[-1]
        last.category = _with(last.category, cells.get(Column.CATEGORY, ""))
        last.comment = _with(last.comment, cells.get(Column.COMMENT, ""))
        self._name_group(_with(last.group, cells.get(Column.GROUP, "")))
        self.counted["fortsättning"] += 1

    def _begin(self, cells: dict[Column, str], row: Row, header: Header, labels_last: bool) -> None:
        printed = markup.plain(cells.get(Column.GROUP, ""))
        counts = {column: cells.get(column, "") for column in _COUNTS}
        found = FeedbackFound(
            "",
            markup.plain(cells.get(Column.CATEGORY, "")),
            counts,
            cells.get(Column.COMMENT, ""),
            row.place,
            row.loose,
            row.unsure,
        )
        self.counted["rad"] += 1
        if printed and not labels_last:
            found.label = _place(header, row, Column.GROUP)
            self._doubt_before(found, _place(header, row, Column.CATEGORY))
        if labels_last:
            self.rows.append(found)
            if printed:
                self._name_group(printed)
                self._group_from = len(self.rows)
            return
        if self._group_from < len(self.rows) and (printed[:1].islower() or (printed and self._label_open(printed))):
            self._name_group(_with(self.rows[-1].group, printed))
        elif printed:
            self._group_from = len(self.rows)
        found.group = self.rows[-1].group if self._group_from < len(self.rows) else printed
        self.rows.append(found)

    def _doubt_before(self, found: FeedbackFound, category: Place) -> None:
        """Marks the rows without a label right before this one that its label may be meant for too."""
        label = found.label.box if found.label else None
        if not label or not category.box or not found.label:
            return
        higher = label[1] < category.box[1] - _SAME and abs(_middle(label) - _middle(category.box)) > _SAME
        end: float | None = None
        for row in reversed(self.rows):
            if row.label or not row.place.box:
                return
            over = row.place.page != found.label.page
            end = end if end is not None else row.place.box[3]
            if not (end - row.place.box[1] < label[3] - label[1] + _SAME if over else higher):
                return
            row.drifts = True

    def _label_open(self, printed: str) -> bool:
        """Whether the group's label before lacks its end, and this could be it: it closes the bracket."""
        return unfinished(self.rows[-1].group) and printed.count(")") > printed.count("(")

    def _name_group(self, label: str) -> None:
        for row in self.rows[self._group_from :]:
            row.group = label


def _place(header: Header, row: Row, column: Column) -> Place:
    """Where the reader saw this cell's words; nowhere where it does not know."""
    number = header.place(column)
    return row.places[number] if number is not None and number < len(row.places) else Place()


def _middle(box: tuple[float, float, float, float]) -> float:
    return (box[1] + box[3]) / 2


def _with(text: str, more: str) -> str:
    return f"{text} {more}".strip()
