"""Pictures of a report's pages: for everybody little more than one row, for who logged in what they import."""

import re
from pathlib import Path

from flask import Flask, Response, abort, make_response, send_file

from dashboard.reviewing import places
from dashboard.settings import Settings
from dashboard.views.source_document import PICTURES
from dashboard.web.plain import not_kept

_ID = re.compile(r"[0-9a-f]{16}\Z")
_KEY = re.compile(r"[igas][0-9]{1,6}\Z")
_WORDS = "Stället visas inte som bild: det kan stå uppgifter om personer där."
_NOTHING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 60"><rect width="640" height="60" fill="#fff"/>'
    f'<text x="16" y="36" font-family="sans-serif" font-size="16" fill="#434952">{_WORDS}</text></svg>'
)


def answer_pictures(server: Flask, settings: Settings) -> None:
    """Adds the address that Källor's pictures come from."""

    def picture(document: str, key: str) -> Response:
        if not _ID.match(document) or not _KEY.match(key):
            abort(404)
        path = places.stored_picture(settings, document, key)
        if path is not None:
            return answered(path)
        return not_kept(make_response(_NOTHING, 200, {"Content-Type": "image/svg+xml"}))

    server.add_url_rule(f"{PICTURES}/<document>/<key>", "kallor_bild", picture)


def answered(path: Path | None) -> Response:
    """The PNG, which nobody keeps a copy of; 404 where there is none."""
    if path is None:
        abort(404)
    return not_kept(make_response(send_file(path.absolute(), mimetype="image/png", max_age=0)))
