"""The web application: one callback from the address to the page, within the shell.

One callback of our own and not Dash's pages: the address is the whole state, so an answer to it is the whole page; the
layout needs no ids of any page, and nothing lies in a list that two applications in one process would share.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import orjson
from dash import Dash, Input, Output
from dash.development.base_component import Component
from flask import Response, jsonify, request
from orjson import Fragment

from dashboard import catalogue
from dashboard.pages import PAGES, AnyPage, om
from dashboard.settings import Settings
from dashboard.store import small_groups
from dashboard.store.database import Store
from dashboard.tasks.shelf import Shelf
from dashboard.ui import ids, shell
from dashboard.ui.markup import Node, parted
from dashboard.web import importing
from dashboard.web.asking import asking
from dashboard.web.data import answer_data
from dashboard.web.delivery import PLOTLY_ADDRESS, deliver
from dashboard.web.embedded import Embedded
from dashboard.web.feed import answer_feed
from dashboard.web.files import answer_files
from dashboard.web.meeting import answer_meetings
from dashboard.web.pictures import answer_pictures
from dashboard.web.plain import Plain
from dashboard.web.previews import Previews
from dashboard.web.printing import answer_printing
from dashboard.web.reader import Reader
from dashboard.web.sessions import SIGN
from dashboard.web.taken import answer_taken

Answer = tuple[Fragment, list[Component], str, str, str]


def create_app(settings: Settings, pages: Sequence[AnyPage] = PAGES) -> Dash:
    """An application of its own over the settings' store and catalogue; `.server` is the WSGI application.

    The store opens when it is first asked, so a server may fork after this.
    """
    known = catalogue.load(settings.catalogue)
    pages = [om.about(settings.contact) if page is om.PAGE else page for page in pages]
    home = settings.address if settings.embed_origins else ""
    reader = Reader(Store(settings.store, hidden=small_groups.rule(settings, known)), known, pages, home)
    site = Site(
        __name__,
        assets_folder=str(settings.assets.resolve()),
        assets_ignore=r"^(?:theme|importera|apt)\.js$",
        assets_path_ignore=["vendor"],
        pages_folder="",
        use_pages=False,
        title=shell.NAME,
        update_title="",
        compress=False,
        enable_mcp=False,
        add_log_handler=False,
    )
    site.menu = [*reader.menu(), *([importing.MENU] if importing.is_open(settings) else [])]
    site.scriptless = reader.scriptless
    previews = Previews(reader, settings.address)
    site.about = previews.head
    site.layout = shell.layout()
    _answer_addresses(site, reader)
    _answer_machines(site, reader)
    answer_pictures(site.server, settings)
    plain = Plain(settings.assets, site.asset, site.menu, previews.told)
    importing.answer_imports(site.server, settings, plain)
    answer_meetings(site.server, reader, plain)
    answer_feed(site.server, settings, reader.store, reader.catalogue)
    asked = asking(settings, Shelf(settings, reader.store, reader.catalogue), reader.past)
    answer_data(site.server, asked, plain)
    answer_files(site.server, asked, plain)
    answer_printing(site.server, asked, plain)
    answer_taken(site.server, asked, plain, Embedded(site.asset))
    hashes = None if settings.debug else _once(lambda: list(site.csp_hashes()))
    deliver(site.server, settings.assets, hashes, settings.embed_origins)
    return site


class Site(Dash):
    """Dash within our own document: Swedish, with head, menu and footer in the HTML itself."""

    menu: Sequence[shell.MenuItem] = ()
    scriptless: Callable[[str, str], Node] = staticmethod(lambda _path, _search: None)
    about: Callable[[str, str], str] = staticmethod(lambda _path, _search: "")

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]
        """Called by Dash for every address; its own app entry, title and icon give way to ours."""
        query = request.query_string.decode("utf-8", "replace")
        head = (
            f"{parts['metas']}{self.about(request.path, query)}"
            f'<link rel="icon" type="image/svg+xml" href="{self.asset("icon.svg")}">{parts["css"]}'
            f'<script src="{self.asset("theme.js")}"></script>'
            f'<link rel="prefetch" as="script" href="{PLOTLY_ADDRESS}">'
        )
        entry = shell.entry(self.scriptless(request.path, query))
        scripts = f"{parts['config']}{parts['scripts']}{parts['renderer']}"
        return shell.document(self.menu, request.path, head=head, entry=entry, scripts=scripts)

    def asset(self, name: str) -> str:
        """Its address with the file's time, as Dash writes those of the other files, so that browsers may keep it."""
        changed = (Path(self.config.assets_folder) / name).stat().st_mtime
        return f"{self.get_asset_url(name)}?m={changed}"


def _once(make: Callable[[], list[str]]) -> Callable[[], list[str]]:
    """Asked at the first answer, when all callbacks are known; the same ever after."""
    made: list[list[str]] = []

    def ask() -> list[str]:
        if not made:
            made.append(make())
        return made[0]

    return ask


def _answer_addresses(app: Dash, reader: Reader) -> None:
    @app.callback(
        Output(ids.SCREEN, "node"),
        Output(ids.SCREEN, "children"),
        Output(ids.SCREEN, "heading"),
        Output(ids.SCREEN, "path"),
        Output(ids.SCREEN, "search"),
        Input(ids.ADDRESS, "pathname"),
        Input(ids.ADDRESS, "search"),
        prevent_initial_call=True,  # the address itself calls, once it knows where it is
    )
    def show(pathname: str | None, search: str | None) -> Answer:
        drawn = reader.answered(pathname or "/", search or "", inside=SIGN in request.cookies)
        tree, components = parted(drawn.node)
        # Written here: Dash looks at each of its ten thousands of parts for what only figures hold.
        return Fragment(orjson.dumps(tree)), components, drawn.heading, pathname or "/", search or ""


def _answer_machines(app: Dash, reader: Reader) -> None:
    def health() -> Response:
        return jsonify(ok=True, snapshot=reader.store.snapshot)

    def found(answer: Response) -> Response:
        """An address without a page has our 404 page, and says so to machines too."""
        ours = request.endpoint in {"/", "/<path:path>"}
        if ours and answer.status_code == 200 and reader.page(request.path) is None:
            answer.status_code = 404
        return answer

    app.server.add_url_rule("/health", "health", health)
    app.server.after_request(found)
