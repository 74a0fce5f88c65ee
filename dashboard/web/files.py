"""Files of one unit, made when they are asked for: the same as the command `export` writes."""

import hashlib

from flask import Flask, Response, make_response, request

from dashboard.errors import UserError
from dashboard.model import Selection
from dashboard.swedish import slug
from dashboard.tasks.exports import FORMS
from dashboard.tasks.shelf import Shelf
from dashboard.ui import messages, url
from dashboard.ui.markup import h
from dashboard.web.plain import Plain

TYPES = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
}


def answer_files(server: Flask, held: Shelf, pages: Plain) -> None:
    """Adds /fil/apt/<unit>.pptx and /fil/enhet/<unit>.pdf, with the words that pages have."""

    def of_unit(page: str, unit: str, form: str) -> Response:
        found, chosen = url.parse(f"/{page}/{unit}", f"?{request.query_string.decode('utf-8', 'replace')}")
        if found is None:
            return refused(pages, UserError("Det finns ingen enhet på den adressen."))
        return _answered(held, pages, chosen, form)

    server.add_url_rule("/fil/apt/<unit>.pptx", "fil_apt", lambda unit: of_unit("apt", unit, "pptx"))
    server.add_url_rule("/fil/enhet/<unit>.pdf", "fil_enhet", lambda unit: of_unit("enhet", unit, "pdf"))


def _answered(held: Shelf, pages: Plain, chosen: Selection, form: str) -> Response:
    mark = hashlib.sha256(f"{held.store.snapshot}|{request.full_path}".encode()).hexdigest()[:32]
    if mark in request.if_none_match:
        return make_response("", 304)
    try:
        answer = make_response(FORMS[form](held, chosen, ""), 200, {"Content-Type": TYPES[form]})
    except UserError as error:
        return refused(pages, error)
    answer.headers["Content-Disposition"] = f'attachment; filename="{file_name(chosen)}.{form}"'
    answer.headers["Cache-Control"] = "no-cache"
    answer.set_etag(mark)
    return answer


def file_name(chosen: Selection) -> str:
    """'maltavlan-ekonomiskt-bistand-2025-vb', which every system can keep."""
    parts = (chosen.unit or chosen.board, str(chosen.year or ""), (chosen.period or "").lower())
    return slug(" ".join(part for part in ("maltavlan", *parts) if part))


def refused(pages: Plain, error: UserError) -> Response:
    """The page that says why there is no file."""
    back = h("a", {"class": "btn", "href": "/enhet"}, "Alla enheter")
    body = messages.error(error.message, error.remedy, back, retry=False)
    return pages.page(request.path, "Filen går inte att göra", body, status=404)
