"""Files of one unit, made when they are asked for: the same as the command `export` writes."""

from flask import Flask, Response, make_response, request

from dashboard.errors import UserError
from dashboard.model import Selection
from dashboard.swedish import slug
from dashboard.tasks.exports import FORMS
from dashboard.tasks.shelf import Shelf, made
from dashboard.ui import messages
from dashboard.ui.markup import h
from dashboard.web.asking import Asking
from dashboard.web.plain import Plain
from dashboard.web.workshop import BusyError

TYPES = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
}
# A name of 255 bytes is the most that file systems take.
_LONGEST_NAME = 120


def answer_files(server: Flask, asking: Asking, pages: Plain) -> None:
    """Adds /fil/apt/<unit>.pptx and /fil/enhet/<unit>.pdf, with the words that pages have."""

    def of_unit(page: str, unit: str, form: str) -> Response:
        try:
            found, chosen = asking.chosen(f"/{page}/{unit}")
            if found is None:
                raise UserError("Det finns ingen enhet på den adressen.")
            held, chosen = asking.shelf(chosen)
            return asking.answer(held, chosen, lambda mark: sent(asking, held, chosen, form, mark))
        except UserError as error:
            return refused(pages, error)

    server.add_url_rule("/fil/apt/<unit>.pptx", "fil_apt", lambda unit: of_unit("apt", unit, "pptx"))
    server.add_url_rule("/fil/enhet/<unit>.pdf", "fil_enhet", lambda unit: of_unit("enhet", unit, "pdf"))


def sent(asking: Asking, held: Shelf, chosen: Selection, form: str, mark: str) -> Response:
    """The file, made in its turn."""
    content = asking.workshop.file(mark, lambda: FORMS[form](held, chosen, ""))
    answer = make_response(content, 200, {"Content-Type": TYPES[form]})
    answer.headers["Content-Disposition"] = f'attachment; filename="{file_name(chosen, held)}.{form}"'
    return answer


def file_name(chosen: Selection, held: Shelf) -> str:
    """'maltavlan-ekonomiskt-bistand-2025-vb', which every system can keep; of an earlier state with its day."""
    then = f"per {made(held.store)}" if held.per else ""
    parts = (chosen.unit or chosen.board, str(chosen.year or ""), (chosen.period or "").lower(), then)
    return slug(" ".join(part for part in ("maltavlan", *parts) if part))[:_LONGEST_NAME].strip("-")


def refused(pages: Plain, error: UserError) -> Response:
    """The page that says why there is no file."""
    back = h("a", {"class": "btn", "href": "/enhet"}, "Alla enheter")
    body = messages.error(error.message, error.remedy, back, retry=False)
    return told_busy(pages.page(request.path, "Filen går inte att göra", body, status=404), error)


def told_busy(answer: Response, error: UserError) -> Response:
    """The same answer, as one that may be asked for again soon where the server is only busy."""
    if isinstance(error, BusyError):
        answer.status_code = 503
        answer.headers["Retry-After"] = "10"
    return answer
