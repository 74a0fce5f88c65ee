"""The deck of a unit at /apt/<unit>: a page of its own from the server, with a small script that shows the slides."""

from flask import Flask, Response, request

from dashboard.errors import UserError
from dashboard.pages import apt as page
from dashboard.ui import messages, shell, url
from dashboard.views.apt import apt
from dashboard.web.plain import Plain
from dashboard.web.reader import Reader


def answer_meetings(server: Flask, reader: Reader, pages: Plain) -> None:
    def deck(unit: str) -> Response:
        name, chosen = url.parse(f"/apt/{unit}", f"?{request.query_string.decode('utf-8', 'replace')}")
        if name is None:
            state = messages.empty("Enheten finns inte", "Det finns ingen enhet på den adressen.", level="h1")
            return pages.page(request.path, "Enheten finns inte", state, status=404)
        try:
            found = apt(reader.store, reader.catalogue, chosen)
        except UserError as error:
            return pages.page(request.path, "Sidan går inte att visa", messages.error(error.message, error.remedy))
        body = shell.page(page.body(found), told=found.notices, samples=found.sample)
        scripts = ("apt.js",) if not found.empty else ()
        return pages.page(request.path, found.title, body, status=404 if not found.year else 200, scripts=scripts)

    server.add_url_rule("/apt/<unit>", "apt", deck)
