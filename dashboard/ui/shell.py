"""What surrounds every page. It is sent as HTML, so a reader sees head, menu and footer before any script has run."""

from collections.abc import Sequence
from datetime import date

from dash import dcc
from dash.development.base_component import Component

from dashboard.swedish import date_words
from dashboard.ui import forms, ids, tips, url
from dashboard.ui.controls import Option
from dashboard.ui.markup import Attributes, Element, Node, Screen, h, html
from dashboard.ui.messages import notices, sample, skeleton
from dashboard.ui.signs import definitions

NAME = "Måltavlan"
DESCRIPTION = "Hur kommunens enheter når sina mål, läst ur deras egna uppföljningsrapporter."
_THEMES = (Option("", "Som systemet"), Option("light", "Ljust"), Option("dark", "Mörkt"))

_LAST = (
    ("Om Måltavlan", "/om"),
    ("Ordlista", "/ordlista"),
    ("Vad har ändrats", "/forandringar"),
    ("Data", "/data"),
    ("Tillgänglighet", "/om#tillganglighet"),
)

# The feed of changes, which readers of news look for in the head of every page.
FEED = "/flode.atom"

MenuItem = tuple[str, str]


def layout() -> list[Component]:
    """What Dash starts from: the address and an empty page; nothing is asked of the store."""
    return [dcc.Location(id=ids.ADDRESS, refresh=False), Screen(ids.SCREEN, skeleton())]


def page(body: Node, *, told: Sequence[str] = (), samples: bool = False, tools: Node = None) -> Node:
    """A page's content within the shell: sample banner, what of the address was not used, tools, the page itself."""
    return (sample(samples), notices(told), tools, body)


def document(menu: Sequence[MenuItem], path: str, *, head: str, entry: str, scripts: str) -> str:
    """The whole HTML document around Dash: `head`, `entry` and `scripts` are what Dash wrote for them."""
    return (
        '<!doctype html>\n<html lang="sv"><head>'
        f"{head}"
        '<meta name="color-scheme" content="light dark">'
        f'<link rel="alternate" type="application/atom+xml" title="{NAME}: vad har ändrats" href="{FEED}">'
        f"</head><body>{html(definitions())}{html(_top(menu, path))}{entry}{html(_bottom())}"
        f"{scripts}</body></html>"
    )


def entry(page: Node = None) -> str:
    """What stands where Dash will draw, until it does: the same as its first layout; `page` for who has no scripts."""
    waiting = h("div", {"class": "page", "aria-busy": "true"}, skeleton())
    lacking = h("p", {"class": "state"}, "Måltavlan behöver JavaScript för att visa siffrorna.")
    without = h("noscript", None, h("div", {"class": "page"}, page) if page else lacking)
    return f'<div id="react-entry-point">{html(h("main", {"class": "wrap", "id": ids.SCREEN}, without, waiting))}</div>'


def _top(menu: Sequence[MenuItem], path: str) -> Node:
    links = [h("li", None, h("a", {"href": href, "aria-current": _current(href, path)}, words)) for words, href in menu]
    inside = h(
        "div",
        {"class": "wrap"},
        h("a", {"class": "brand", "href": "/"}, NAME),
        _search(),
        h(
            "button",
            {"type": "button", "class": "btn menu", "aria-expanded": False, "aria-controls": "meny"},
            "Meny",
        ),
        h(
            "div",
            {"class": "panel", "id": "meny"},
            h("nav", {"aria-label": "Sidor"}, h("ul", None, links)),
            _theme_choice(),
        ),
    )
    lost = "Servern svarar inte. Det som visas kan höra till en annan adress. "
    again = h("button", {"type": "button", "class": "btn", "data-do": "om-igen"}, "Försök igen")
    return (
        h("a", {"class": "skip", "href": f"#{ids.SCREEN}"}, "Hoppa till innehållet"),
        h("header", {"class": "top"}, inside),
        h("div", {"id": "avbrott", "class": "lost", "hidden": True}, h("p", {"class": "wrap"}, lost, again)),
        h("div", {"id": "sagt", "class": "vh", "aria-live": "polite"}),
    )


def _search() -> Element:
    """A form that asks /sok by itself; assets/reach.js asks without a new document where pages are drawn by script."""
    about = "Sök enheter, indikatorer, mål, aktiviteter och ord i rapporterna"
    box: Attributes = {"type": "search", "id": "sok", "name": "sok", "placeholder": "Sök", "autocomplete": "off"}
    keys: Attributes = {"aria-keyshortcuts": "/", "title": "Tangenten / leder hit"}
    label = h("label", {"class": "vh", "for": "sok"}, about)
    return forms.search(url.ROUTES["sok"], label, h("input", {**box, **keys}), forms.button("Sök"))


def _current(href: str, path: str) -> str | None:
    if path == href:
        return "page"
    return "true" if href != "/" and path.startswith(f"{href}/") else None


def _theme_choice() -> Element:
    options = [h("option", {"value": option.value}, option.words) for option in _THEMES]
    choice = h("select", {"id": "tema", "autocomplete": "off"}, options)
    return h("div", {"class": "theme"}, h("label", {"for": "tema"}, "Tema"), choice)


def _bottom() -> Element:
    words = (
        "Rapporterad status är den bedömning enheten har gjort. "
        "Beräknad status jämför utfallet med årsmålet och gäller bara indikatorer."
    )
    links = h("ul", {"class": "ways"}, [h("li", None, h("a", {"href": href}, told)) for told, href in _LAST])
    about = h("nav", {"aria-label": "Om Måltavlan"}, links)
    source = "Källa: enheternas egna rapporter, inlästa i Måltavlan."
    # Of a page that stays open for days, paper.js tells the day when it is printed, and where its links lead.
    day = h("span", {"id": "utskriven"}, f" Utskriven {date_words(date.today().isoformat())}.")
    printed = (h("div", {"class": "onpaper", "id": "lankar"}), h("p", {"class": "onpaper"}, source, day))
    return h("footer", None, h("div", {"class": "wrap"}, h("p", None, words), about, printed), tips.definitions())
