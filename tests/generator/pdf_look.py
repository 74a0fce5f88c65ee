"""How a generated PDF report looks: fonts, rules, icons, widths, page breaks and order, as real ones vary."""

from dataclasses import dataclass
from typing import Literal

RULES = ("grid", "none", "rows", "uprights", "header", "shade")
ICONS = ("vector", "circles", "jpeg", "png", "character", "sign")
FONTS = ("Helvetica", "Times", "Vera", "Courier")
SPLITS = ("rows", "whole")


@dataclass(frozen=True, slots=True)
class Look:
    """One look. `size` and `small` are the sizes of text and tables, `lead` the line distance as a share of the size.

    `pad` is the space within a cell's edge, `air` the one above and below where it differs; `place`: where short cells
    stand in a high row, `numbers`: how the columns of numbers are set. `narrow` columns break words anywhere; `turned`
    puts the columns of numbers in another order. `repeat` prints the header on each page, `split` lets a page end cut a
    row. `lead_column`: icons have a column of their own. `analysis`: a row of its own, behind a colon, or in a box of
    its own. `bare` goals have the icon alone. `drawn`: rules as lines, as thin filled areas, or all in one path.
    `merged` feedback groups have one high cell. `flat` headings are no larger than the text.
    """

    font: Literal["Helvetica", "Times", "Vera", "Courier"] = "Helvetica"
    rules: Literal["grid", "none", "rows", "uprights", "header", "shade"] = "grid"
    icons: Literal["vector", "circles", "jpeg", "png", "character", "sign"] = "vector"
    headings: Literal["bold", "large", "slanted"] = "bold"
    analysis: Literal["row", "colon", "box"] = "row"
    place: Literal["top", "middle", "bottom"] = "top"
    numbers: Literal["left", "right", "centre"] = "left"
    drawn: Literal["lines", "areas", "path"] = "lines"
    contents: Literal["dots", "plain", "none"] = "dots"
    furniture: Literal["above", "below", "both", "none"] = "above"
    size: float = 10.5
    small: float = 8.0
    lead: float = 1.2
    pad: float = 3.0
    air: float | None = None
    margin: float = 65.0
    depth: float = 842.0
    narrow: bool = False
    turned: bool = False
    repeat: bool = True
    split: bool = False
    lead_column: bool = True
    bare: bool = False
    flat: bool = False
    merged: bool = False
    landscape: bool = False
    rotated: bool = False
    shaded_header: bool = True
