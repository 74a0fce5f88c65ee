"""Answers with pictures that were drawn of a report's pages."""

from pathlib import Path

from flask import Response, abort, make_response, send_file

from dashboard.web.plain import not_kept


def answered(path: Path | None) -> Response:
    """The PNG, which nobody keeps a copy of; 404 where there is none."""
    if path is None:
        abort(404)
    return not_kept(make_response(send_file(path.absolute(), mimetype="image/png", max_age=0)))
