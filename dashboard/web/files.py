"""Files of one unit, made when they are asked for: the same as the command `export` writes."""

import hashlib

from flask import Flask, Response, make_response, request

from dashboard.errors import UserError
from dashboard.model import Selection
from dashboard.swedish import slug
from dashboard.tasks.exports import FORMS, Shelf
from dashboard.ui import messages, url
from dashboard.ui.markup import h
from dashboard.web.plain import Plain

TYPES = {"pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation"}


def answer_files(server: Flask, held: Shelf, pages: Plain) -> None:
    """Adds /fil/apt/<unit>.pptx, with the words that the deck's page has."""

    def deck(unit: str) -> Response:
        page, chosen = url.parse(f"/apt/{unit}", f"?{request.query_string.decode('utf-8', 'replace')}")
        if page is None:
            return _refused(pages, UserError("Det finns ingen enhet på den adressen."))
        return _answered(held, pages, chosen, "pptx")

    server.add_url_rule("/fil/apt/<unit>.pptx", "fil_apt", deck)


def _answered(held: Shelf, pages: Plain, chosen: Selection, form: str) -> Response:
    mark = hashlib.sha256(f"{held.store.snapshot}|{request.full_path}".encode()).hexdigest()[:32]
    if mark in request.if_none_match:
        return make_response("", 304)
    try:
        answer = make_response(FORMS[form](held, chosen, ""), 200, {"Content-Type": TYPES[form]})
    except UserError as error:
        return _refused(pages, error)
    answer.headers["Content-Disposition"] = f'attachment; filename="{_file_name(chosen)}.{form}"'
    answer.headers["Cache-Control"] = "no-cache"
    answer.set_etag(mark)
    return answer


def _file_name(chosen: Selection) -> str:
    parts = (chosen.unit, str(chosen.year or ""), (chosen.period or "").lower())
    return slug(" ".join(part for part in ("maltavlan", *parts) if part))


def _refused(pages: Plain, error: UserError) -> Response:
    back = h("a", {"class": "btn", "href": "/enhet"}, "Alla enheter")
    body = messages.error(error.message, error.remedy, back, retry=False)
    return pages.page(request.path, "Filen går inte att göra", body, status=404)
