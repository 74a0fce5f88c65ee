"""The neutral document: what every reader makes of its file, whatever its format, and all that extraction sees."""

from dataclasses import dataclass, replace

from dashboard.model import Place, Status


@dataclass(frozen=True, slots=True)
class Icon:
    """A picture, shape or coloured character that stands for a status.

    `status` is None where its colour is in none of the ranges; `shape` ('cirkel', 'romb', 'kvadrat', 'streck') and
    `words` (alternative text) are second witnesses; `kf` marks the icon of the council's own indicators. A check mark
    ('bock') says that an activity is done and has no status.
    """

    status: Status | None
    place: Place
    shape: str | None = None
    words: str | None = None
    kf: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that stands as a heading; `text` is joined over its printed lines."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, joined over its printed lines; a status line under a goal is a paragraph of its own too."""

    text: str
    place: Place
    icons: tuple[Icon, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells, as many as the header has; '' is an empty cell.

    A text that runs over the whole table stands in the name's cell with the other cells empty.
    `loose` holds printed words whose column can't be told: no cell has them. `icons` stand beside or in the row's name;
    `places` are the cells' own places where the reader knows them, one per cell. `unsure`: nothing parts the row from
    its neighbours, and its words may be theirs.
    """

    cells: tuple[str, ...]
    place: Place
    loose: str = ""
    icons: tuple[Icon, ...] = ()
    places: tuple[Place, ...] = ()
    unsure: bool = False

    def filled(self) -> tuple[int, ...]:
        """The numbers of the cells that hold something."""
        return tuple(number for number, cell in enumerate(self.cells) if cell)


@dataclass(frozen=True, slots=True)
class Table:
    """One header with its rows; a header printed again after a page break begins a table of its own.

    `labels_last`: the text of a cell merged over several rows stands on the last of them, not on the first; `icons` are
    those of the first line, where what stands as the header is a row like the others.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    place: Place
    labels_last: bool = False
    icons: tuple[Icon, ...] = ()


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class NeutralDocument:
    """A file's blocks in reading order: `cover` before the first heading or contents page, `body` after it.

    `contents` are the contents page's entries, which tell headings and yield nothing else; `footers` the lines that
    numbered pages repeat; `layout` names the form ('tabbar', 'utlagd', 'dubbelradig'); `notes` what reading it cost.
    """

    layout: str
    cover: tuple[Paragraph, ...]
    body: tuple[Block, ...]
    contents: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def noted(self, note: str) -> "NeutralDocument":
        """The same document with one more note."""
        return replace(self, notes=(*self.notes, note))
