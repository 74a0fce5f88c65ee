"""Parts of pages for other sites: the page's own markup without its shell, as plain HTML and SVG, with no script."""

from collections.abc import Callable, Sequence

from flask import Response, make_response

from dashboard.charts import theme
from dashboard.charts.picture import bare
from dashboard.charts.spec import ChartSpec
from dashboard.charts.still import STRIPES
from dashboard.errors import UserError
from dashboard.tasks.pictures import Shown
from dashboard.ui import figures, shell, signs, tally
from dashboard.ui.markup import Element, Node, elements, flat, h, html

_SHEETS = ("tokens.css", "layout.css", "lists.css", "unit.css", "embedded.css")
_WIDE = 640
_PRESSED = {"aria-expanded", "aria-controls", "data-replace"}


class Embedded:
    """Writes such parts; `asset` gives the address of a file in the assets folder."""

    def __init__(self, asset: Callable[[str], str]) -> None:
        self._asset = asset

    def card(self, page: Shown, rows: Sequence[str], home: str) -> Response:
        """One row of the page's tables where `rows` names one, else its sentence and counts."""
        row = _row(page.node, rows[0]) if rows else None
        if rows and row is None:
            raise UserError("Raden finns inte på sidan.", "Den kan ha fått ett annat nummer i en nyare rapport.")
        counts = next((one for one in elements(page.node) if isinstance(one, tally.Tally)), None)
        said = h("p", {"class": "lead"}, page.sentence) if page.sentence else None
        return self._document(page.title, html(_still(row or (said, counts))), page.told, home)

    def figure(self, page: Shown, name: str, home: str) -> Response:
        """The figure twice, for wide places and narrow ones, its caption, and its numbers folded away."""
        spec = page.figure(name)
        drawn = "".join(
            _drawing(spec, width, style) for width, style in ((_WIDE, "wide-one"), (theme.NARROW, "narrow-one"))
        )
        table = h("details", None, h("summary", None, "Visa som tabell"), figures.twin(spec))
        inside = (
            f"{html(h('p', {'class': 'sub'}, spec.subtitle))}{drawn}"
            f"{html((h('p', {'class': 'caption'}, spec.caption), table))}"
        )
        return self._document(spec.title, inside, page.told, home)

    def lacking(self, error: UserError, home: str) -> Response:
        """Says, in the part's place, what it lacks."""
        told = html((h("p", {"class": "lead"}, error.remedy),) if error.remedy else ())
        return self._document(error.message, told, (), home, status=404)

    def _document(self, title: str, inside: str, told: Sequence[str], home: str, status: int = 200) -> Response:
        sheets = "".join(f'<link rel="stylesheet" href="{self._asset(name)}">' for name in _SHEETS)
        foot = h("footer", None, h("p", None, " ".join(told[:1]), " ", h("a", {"href": home}, "Öppna i Måltavlan")))
        return make_response(
            '<!doctype html>\n<html lang="sv"><head><meta charset="UTF-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
            # Every link leaves the frame: a page of ours within another site's would be a page in a hole.
            f'<base target="_top"><title>{html(title)} · {shell.NAME}</title>'
            f'<meta name="color-scheme" content="light dark">'
            f'<link rel="icon" href="{self._asset("icon.svg")}">{sheets}</head>'
            f'<body class="embedded">{html(signs.definitions())}<main><h1>{html(title)}</h1>{inside}</main>'
            f"{html(foot)}</body></html>",
            status,
        )


def _still(node: Node) -> Node:
    """The same markup where nothing is pressed or opened: the words of buttons stay, links lead to the page."""
    made: list[Node] = []
    for part in flat(node):
        if not isinstance(part, Element):
            made.append(part)
        elif part.tag == "button":
            made.append(h("span", None, _still(part.children)))
        else:
            kept = {name: value for name, value in part.attributes.items() if name not in _PRESSED}
            made.append(Element(part.tag, kept, (_still(part.children),)))
    return made


def _row(node: Node, name: str) -> Node:
    """The table of the row with this id, with no other row in it; a goal is no row of a table, and stands by itself."""
    for table in elements(node):
        if table.tag == "table":
            parts = list(elements(table.children))
            row = next((part for part in parts if part.attributes.get("id") == name), None)
            if row is not None:
                head = [part for part in parts if part.tag in {"caption", "thead"}]
                body = h("tbody", {"role": "rowgroup"}, row)
                return h("div", {"class": "wide"}, Element("table", table.attributes, (*head, body)))
    goal = next((one for one in elements(node) if one.tag == "div" and one.attributes.get("id") == name), None)
    return h("div", {"class": "goals"}, goal) if goal else None


def _drawing(spec: ChartSpec, width: int, style: str) -> str:
    """The same drawing as in files, in the page's own colours, which follow the reader's theme."""
    drawn = bare(spec, width=width).replace("<svg ", f'<svg class="{style}" ', 1).replace(STRIPES, f"{STRIPES}-{width}")
    for name, colour in theme.COLOURS.items():
        drawn = drawn.replace(f'"{colour}"', f'"var(--{name})"')
    return drawn
