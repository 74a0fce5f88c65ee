"""What can be taken from a figure: its table, a picture of it, its numbers, and code that shows it elsewhere."""

from dataclasses import dataclass
from html import escape

from dashboard.charts.spec import ChartSpec
from dashboard.ui.markup import Element, Node, h

PICTURES, EMBEDDED = "/bild", "/inbaddat"
_FILES = (("png", "Hämta bild (PNG)"), ("svg", "Hämta bild (SVG)"), ("csv", "Hämta tabell (CSV)"))
# A frame shows all of a figure where it has room: the drawing, and the words around it. A card is as high as most.
_AROUND, _HIGHEST, _CARD = 320, 1600, 560
_NOT_ALLOWED = (
    "Bädda in: den som driver Måltavlan kan tillåta andra webbplatser (MALTAVLAN_EMBED_ORIGINS och MALTAVLAN_ADDRESS)."
)


@dataclass(frozen=True, slots=True)
class Ways:
    """A page's own address in parts: `path` '/enhet/x', `search` '?ar=2025' or ''.

    `home` is the server's whole address ('https://…') where other sites may show parts of it, else ''.
    """

    path: str
    search: str = ""
    home: str = ""

    @classmethod
    def of(cls, address: str, home: str = "") -> "Ways":
        """Those of a page's whole address, as ui/url.py writes it."""
        path, mark, words = address.partition("?")
        return cls(path, mark + words, home)

    def file(self, figure: str, form: str) -> str:
        """Where the server makes the figure as a file."""
        return f"{PICTURES}{self.path.rstrip('/')}/{figure}.{form}{self.search}"

    def embedded(self, figure: str = "") -> str:
        """Where the figure, or the page's own card, stands without the shell."""
        path = self.path.rstrip("/")
        return f"{EMBEDDED}{path}/{figure}{self.search}" if figure else f"{EMBEDDED}{path or '/'}{self.search}"


def menu(name: str, spec: ChartSpec, ways: Ways, height: int) -> Element:
    """A native disclosure: links and buttons in a list; assets/share.js copies, and closes it with Esc.

    `height` is the drawing's, in px.
    """
    said = h("span", {"class": "vh"}, f": {spec.title}")
    copy = h(
        "button", {"type": "button", "data-do": "kopiera-bild", "data-what": ways.file(name, "png")}, "Kopiera bild"
    )
    table = h("a", {"href": f"#{name}-tabell"}, "Visa som tabell")
    files = [h("a", {"href": ways.file(name, form), "download": ""}, words) for form, words in _FILES]
    listed = [h("li", None, one) for one in (table, copy, *files)]
    return h(
        "details",
        {"class": "take"},
        h("summary", None, "Ta med figuren", said),
        h(
            "div",
            {"class": "list"},
            h("ul", None, listed),
            embed(spec.title, ways, name, min(height + _AROUND, _HIGHEST)),
        ),
    )


def embed(title: str, ways: Ways, part: str = "", height: int = _CARD) -> Node:
    """Code that shows the figure, or the page's card, on another site; where none may, who can change that."""
    if not ways.home:
        return h("p", None, _NOT_ALLOWED)
    address = escape(f"{ways.home}{ways.embedded(part)}")
    look = f'width="100%" height="{height}" style="border:0" loading="lazy"'
    code = f'<iframe src="{address}" title="{escape(title)}" {look}></iframe>'
    button = h("button", {"type": "button", "data-do": "kopiera-kod"}, "Kopiera kod för inbäddning")
    return (button, h("code", {"tabindex": 0}, code))
