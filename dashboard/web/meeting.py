"""The deck of a unit at /apt/<unit>: a page of its own from the server, with a small script that shows the slides."""

from dataclasses import replace

from flask import Flask, Response, request

from dashboard.errors import UserError
from dashboard.model import Selection
from dashboard.pages import apt as page
from dashboard.tasks.shelf import as_it_was
from dashboard.ui import messages, shell, url
from dashboard.ui.markup import Node
from dashboard.views.apt import Deck, apt
from dashboard.web.past import banner, kept_in, today_instead
from dashboard.web.plain import Plain
from dashboard.web.reader import Reader


def answer_meetings(server: Flask, reader: Reader, pages: Plain) -> None:
    def deck(unit: str) -> Response:
        name, chosen = url.parse(f"/apt/{unit}", _search())
        if name is None:
            state = messages.empty("Enheten finns inte", "Det finns ingen enhet på den adressen.", level="h1")
            return pages.page(request.path, "Enheten finns inte", state, status=404)
        try:
            found, told = _deck(reader, chosen)
        except UserError as error:
            return pages.page(request.path, "Sidan går inte att visa", messages.error(error.message, error.remedy))
        drawn = kept_in(page.body(found), chosen.snapshot) if chosen.snapshot else page.body(found)
        body = (told, shell.page(drawn, told=found.notices, samples=found.sample))
        scripts = ("apt.js",) if not found.empty else ()
        return pages.page(request.path, found.title, body, status=404 if not found.year else 200, scripts=scripts)

    server.add_url_rule("/apt/<unit>", "apt", deck)


def _search() -> str:
    return f"?{request.query_string.decode('utf-8', 'replace')}"


def _deck(reader: Reader, chosen: Selection) -> tuple[Deck, Node]:
    """Today's deck, or that of an earlier snapshot with what is said above it."""
    today = apt(reader.store, reader.catalogue, chosen)
    if not chosen.snapshot:
        return today, None
    held = reader.past.at(chosen.snapshot)
    if held is None:
        return today, messages.notices([today_instead(reader.past.gone(chosen.snapshot))])
    then = apt(held[0], reader.catalogue, chosen)
    told = banner(held[1].made, url.own(request.path, _search(), today=True), changed=then != today)
    return replace(then, then=as_it_was(held[1].made[:10])), told
