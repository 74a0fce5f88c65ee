"""A board's report: asked for, followed, cancelled and fetched, with and without scripts."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from flask import Flask, Response, make_response, request, send_file

from dashboard.errors import UserError
from dashboard.model import Selection
from dashboard.pages import printing as page
from dashboard.swedish import period_words, slug
from dashboard.tasks.printing import Printer, Printing
from dashboard.tasks.shelf import Shelf
from dashboard.ui import messages
from dashboard.views.boards import WITHOUT_BOARD
from dashboard.views.data import chosen_reports
from dashboard.views.link import Link
from dashboard.views.reports import Report, settled
from dashboard.web.asking import Asking
from dashboard.web.entrance import see
from dashboard.web.files import file_name, refused, sent
from dashboard.web.plain import Plain, not_kept

# So few units take a script no longer than a page would: then the file's address makes it itself.
_AT_ONCE = 8
_GLANCE = "2"
# The word of the button's address: it begins the work, where the reader came from our own page.
_BEGIN = "gor"


def answer_printing(server: Flask, asking: Asking, pages: Plain) -> None:
    """Adds /fil/namnd/<board>.pdf, and /fil/namnd/<board>/rapport, where it is made and followed."""
    desk = _Desk(asking, pages, Printer(asking.held.settings))
    for rule, name, act, methods in (
        (".pdf", "fil_namnd", _Desk.file, ["GET"]),
        ("/rapport", "fil_namnd_rapport", _Desk.show, ["GET"]),
        ("/rapport", "fil_namnd_gor", _Desk.begin, ["POST"]),
        ("/avbryt", "fil_namnd_avbryt", _Desk.cancel, ["POST"]),
    ):
        server.add_url_rule(f"/fil/namnd/<board>{rule}", name, partial(desk.answered, act), methods=methods)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The board's reports of one year and period in a state of the store, and the words of its addresses."""

    held: Shelf
    selection: Selection
    reports: tuple[Report, ...]

    @property
    def words(self) -> str:
        told = {"ar": self.selection.year, "period": self.selection.period, "per": self.held.per}
        return urlencode({word: value for word, value in told.items() if value})

    def at(self, place: str) -> str:
        return f"/fil/namnd/{self.selection.board}{place}?{self.words}"


@dataclass(frozen=True, slots=True)
class _Desk:
    asking: Asking
    pages: Plain
    printer: Printer

    def answered(self, act: Callable[["_Desk", _Asked], Response], board: str) -> Response:
        """What `act` answers for the board; why it can't, where the address has no reports."""
        try:
            return act(self, self._asked(board))
        except UserError as error:
            return refused(self.pages, error)

    def show(self, asked: _Asked) -> Response:
        found = self._found(asked)
        if _BEGIN in request.args and found is None and _from_us(certain=True):
            return self.begin(asked)
        then = messages.notices([f"{asked.held.then}."]) if asked.held.per else None
        answer = self.pages.page(request.path, page.HEADING, (then, page.body(_shown(asked, found))))
        if found and not found.error and not found.report:
            answer.headers["Refresh"] = _GLANCE
        return answer

    def begin(self, asked: _Asked) -> Response:
        _see_that_it_is_us()
        try:
            self.printer.start(asked.held, asked.selection)
        except UserError as error:
            shown = replace(_shown(asked, None), error=str(error))
            return self.pages.page(request.path, page.HEADING, page.body(shown), status=503)
        return not_kept(see(asked.at("/rapport")))

    def cancel(self, asked: _Asked) -> Response:
        _see_that_it_is_us()
        self.printer.cancel(asked.held, asked.selection)
        return not_kept(see(asked.at("/rapport")))

    def file(self, asked: _Asked) -> Response:
        """The file; of a large board first the page where it is made."""
        found = self._found(asked)
        if found and found.report:
            made = found.report
            name = f"{file_name(asked.selection, asked.held)}.pdf"
            return self.asking.answer(asked.held, asked.selection, lambda _: _sent(made, name))
        if len(asked.reports) > _AT_ONCE:
            return not_kept(see(asked.at("/rapport")))

        def make(mark: str) -> Response:
            return sent(self.asking, asked.held, asked.selection, "pdf", mark)

        return self.asking.answer(asked.held, asked.selection, make)

    def _asked(self, board: str) -> _Asked:
        _, chosen = self.asking.chosen("/")
        held, chosen = self.asking.shelf(chosen)
        whole = Selection(board=slug(board))
        here = settled(chosen_reports(held.store, whole), replace(whole, year=chosen.year, period=chosen.period))
        reports = tuple(chosen_reports(held.store, here))
        if not reports:
            raise _missing()
        return _Asked(held, here, reports)

    def _found(self, asked: _Asked) -> Printing | None:
        return self.printer.find(asked.held, asked.selection)


def _sent(report: Path, name: str) -> Response:
    return make_response(
        send_file(report, "application/pdf", as_attachment=True, download_name=name, conditional=False)
    )


def _shown(asked: _Asked, found: Printing | None) -> page.Shown:
    first, here = asked.reports[0], asked.selection
    return page.Shown(
        board=first.board or WITHOUT_BOARD,
        period=period_words(first.kind, first.year).lower(),
        units=len(asked.reports),
        action=asked.at("/rapport"),
        cancel=asked.at("/avbryt"),
        file=asked.at(".pdf"),
        back=Link("oversikt", replace(here, snapshot=asked.held.per or None)),
        done=found.done if found else None,
        size=found.report.stat().st_size if found and found.report else 0,
        error=found.error if found else "",
    )


def _missing() -> UserError:
    return UserError("Ingen rapport är inläst för det urvalet.", "Välj ett annat år eller en annan period.")


def _see_that_it_is_us() -> None:
    if not _from_us():
        raise _missing()


def _from_us(*, certain: bool = False) -> bool:
    """Whether the question comes from a page of ours; a browser that doesn't say is believed, if not `certain`."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("Origin")
    return not certain and (origin is None or urlsplit(origin).netloc == request.host)
