"""A board's report: asked for, followed, cancelled and fetched, with and without scripts."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode, urlsplit

from flask import Flask, Response, make_response, request, send_file

from dashboard.errors import UserError
from dashboard.model import Selection
from dashboard.pages import printing as page
from dashboard.swedish import period_words, slug
from dashboard.tasks.exports import paper
from dashboard.tasks.printing import Printer, Printing
from dashboard.tasks.shelf import Shelf
from dashboard.ui import url
from dashboard.views.boards import WITHOUT_BOARD
from dashboard.views.data import chosen_reports
from dashboard.views.link import Link
from dashboard.views.reports import Report, settled
from dashboard.web.entrance import see
from dashboard.web.files import file_name, refused
from dashboard.web.plain import Plain, not_kept

# So few units take a script no longer than a page would: then the file's address makes it itself.
_AT_ONCE = 8
_GLANCE = "2"
# The word of the button's address: it begins the work, where the reader came from our own page.
_BEGIN = "gor"


def answer_printing(server: Flask, held: Shelf, pages: Plain) -> None:
    """Adds /fil/namnd/<board>.pdf, and /fil/namnd/<board>/rapport, where it is made and followed."""
    desk = _Desk(held, pages, Printer(held.settings))
    for rule, name, act, methods in (
        (".pdf", "fil_namnd", desk.file, ["GET"]),
        ("/rapport", "fil_namnd_rapport", desk.show, ["GET"]),
        ("/rapport", "fil_namnd_gor", desk.begin, ["POST"]),
        ("/avbryt", "fil_namnd_avbryt", desk.cancel, ["POST"]),
    ):
        server.add_url_rule(f"/fil/namnd/<board>{rule}", name, act, methods=methods)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The board's reports of one year and period, and the words of its addresses."""

    selection: Selection
    reports: tuple[Report, ...]

    @property
    def words(self) -> str:
        return urlencode({"ar": self.selection.year, "period": self.selection.period})

    def at(self, place: str) -> str:
        return f"/fil/namnd/{self.selection.board}{place}?{self.words}"


@dataclass(frozen=True, slots=True)
class _Desk:
    held: Shelf
    pages: Plain
    printer: Printer

    def show(self, board: str) -> Response:
        asked = self._asked(board)
        if asked is None:
            return self._missing()
        found = self._found(asked)
        if _BEGIN in request.args and found is None and _from_us(certain=True):
            return self.begin(board)
        answer = self.pages.page(request.path, page.HEADING, page.body(_shown(asked, found)))
        if found and not found.error and not found.report:
            answer.headers["Refresh"] = _GLANCE
        return answer

    def begin(self, board: str) -> Response:
        asked = self._asked(board)
        if asked is None or not _from_us():
            return self._missing()
        try:
            self.printer.start(self.held.store.snapshot, asked.selection)
        except UserError as error:
            shown = replace(_shown(asked, None), error=str(error))
            return self.pages.page(request.path, page.HEADING, page.body(shown), status=503)
        return not_kept(see(asked.at("/rapport")))

    def cancel(self, board: str) -> Response:
        asked = self._asked(board)
        if asked is None or not _from_us():
            return self._missing()
        self.printer.cancel(self.held.store.snapshot, asked.selection)
        return not_kept(see(asked.at("/rapport")))

    def file(self, board: str) -> Response:
        """The file; of a large board first the page where it is made."""
        asked = self._asked(board)
        if asked is None:
            return self._missing()
        name = f"{file_name(asked.selection)}.pdf"
        found = self._found(asked)
        if found and found.report:
            answer = make_response(send_file(found.report, "application/pdf", as_attachment=True, download_name=name))
        elif len(asked.reports) <= _AT_ONCE:
            answer = make_response(paper(self.held, asked.selection, ""), 200, {"Content-Type": "application/pdf"})
            answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        else:
            return not_kept(see(asked.at("/rapport")))
        answer.headers["Cache-Control"] = "no-cache"
        return answer

    def _asked(self, board: str) -> _Asked | None:
        _, chosen = url.parse("/", f"?{request.query_string.decode('utf-8', 'replace')}")
        whole = Selection(board=slug(board))
        here = settled(chosen_reports(self.held.store, whole), replace(whole, year=chosen.year, period=chosen.period))
        reports = tuple(chosen_reports(self.held.store, here))
        return _Asked(here, reports) if reports else None

    def _found(self, asked: _Asked) -> Printing | None:
        return self.printer.find(self.held.store.snapshot, asked.selection)

    def _missing(self) -> Response:
        error = UserError("Ingen rapport är inläst för det urvalet.", "Välj ett annat år eller en annan period.")
        return refused(self.pages, error)


def _shown(asked: _Asked, found: Printing | None) -> page.Shown:
    first, here = asked.reports[0], asked.selection
    return page.Shown(
        board=first.board or WITHOUT_BOARD,
        period=period_words(first.kind, first.year).lower(),
        units=len(asked.reports),
        action=asked.at("/rapport"),
        cancel=asked.at("/avbryt"),
        file=asked.at(".pdf"),
        back=Link("oversikt", here),
        done=found.done if found else None,
        size=found.report.stat().st_size if found and found.report else 0,
        error=found.error if found else "",
    )


def _from_us(*, certain: bool = False) -> bool:
    """Whether the question comes from a page of ours; a browser that doesn't say is believed, if not `certain`."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("Origin")
    return not certain and (origin is None or urlsplit(origin).netloc == request.host)
