"""The import pages' addresses: they answer only where the settings hold a password's hash, and only who logged in."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import Flask, Response, abort, make_response, redirect, request
from werkzeug.exceptions import HTTPException

from dashboard import naming, passwords, reviewing
from dashboard.errors import SettingsError, UserError
from dashboard.importing.page_pictures import is_pdf
from dashboard.importing.readers import LARGEST
from dashboard.pages import importera, importera_document
from dashboard.reviewing import NotWaitingError, Waiting
from dashboard.settings import Settings
from dashboard.store.corrections import Decision
from dashboard.ui import messages, url
from dashboard.ui.forms import FORGERY
from dashboard.ui.markup import Node, h
from dashboard.views import importera as start_view
from dashboard.views import importera_document as document_view
from dashboard.views.importera import ADDRESS
from dashboard.web.pictures import answered
from dashboard.web.plain import Plain
from dashboard.web.sessions import Door, Session, Sessions
from dashboard.web.uploads import Uploads

log = logging.getLogger("maltavlan")
SCRIPTS = ("importera.js",)
MENU = ("Läs in", ADDRESS)
MOST_SENT = 20 * LARGEST
_FORM = 256 * 1024
_HEADING = "Läs in rapporter"
_DECISIONS = {"godta": Decision.ACCEPTED, "ratta": Decision.CORRECTED, "utelamna": Decision.LEFT_OUT}
_ID = re.compile(r"[0-9a-f]{16}\Z")


def is_open(settings: Settings) -> bool:
    """Whether the import pages exist; SettingsError where the hash is none."""
    known = settings.import_password_hash
    if known and not passwords.is_hash(known):
        raise SettingsError(
            "MALTAVLAN_IMPORT_PASSWORD_HASH är inget argon2-värde.", "Gör ett med: maltavlan hash-password"
        )
    return bool(known)


def answer_imports(server: Flask, settings: Settings, plain: Plain) -> None:
    """Adds the addresses to the server."""
    if not is_open(settings):
        server.add_url_rule(ADDRESS, "importera", lambda: plain.page(ADDRESS, _HEADING, importera.closed()))
        return
    pages = _Pages(settings, plain, Sessions(settings.secret), Door(settings.import_password_hash), Uploads(settings))
    for rule, name, methods in _RULES:
        server.add_url_rule(f"{ADDRESS}{rule}", f"importera_{name}", pages.guarded(name), methods=methods)


_GET, _POST = ["GET"], ["POST"]
_RULES = (
    ("", "start", _GET),
    ("/lage", "state", _GET),
    ("/logga-in", "log_in", _POST),
    ("/logga-ut", "log_out", _POST),
    ("/filer", "send", _POST),
    ("/avbryt/<name>", "cancel", _POST),
    ("/<name>", "show", _GET),
    ("/<name>/bild/<doubt>", "picture", _GET),
    ("/<name>/beslut", "decide", _POST),
    ("/<name>/lagg-in", "accept", _POST),
    ("/namn", "answer", _POST),
    ("/<name>/ta-bort", "discard", _POST),
)


@dataclass(frozen=True, slots=True)
class _Pages:
    settings: Settings
    plain: Plain
    sessions: Sessions
    door: Door
    uploads: Uploads

    def guarded(self, name: str) -> Callable[..., Response]:
        """The answer to one address: a form must come from our own page, and all but the door needs a login."""

        def answer(**values: str) -> Response:
            session = self.sessions.read(request)
            request.max_content_length = MOST_SENT if name == "send" else _FORM
            if name not in ("start", "log_in") and not session.inside:
                return _to_start() if request.method == "GET" and name == "show" else abort(404)
            if request.method == "POST" and not self._ours(session):
                return self._refused("Formuläret hann bli för gammalt. Läs om sidan och försök igen.", 403)
            try:
                made: Response = getattr(self, f"_{name}")(session, **values)
            except NotWaitingError as error:
                return self._refused(str(error), 404)
            except UserError as error:
                return self._refused(str(error), 400)
            except HTTPException:
                raise
            except Exception:
                log.exception("no answer for %s", request.path)
                return self._refused("Felet är noterat i serverns logg. Inget annat är påverkat.", 500)
            return made

        return answer

    def _ours(self, session: Session) -> bool:
        """Whether the form holds the session's token and was sent by a page of this site."""
        came = request.headers.get("Origin")
        if came and urlsplit(came).netloc != request.host:
            return False
        try:
            token = request.headers.get("X-CSRF", "") or request.form.get(FORGERY, "")
        except HTTPException as error:
            if error.code == 413:
                raise UserError("Det som skickades är för stort.", "En rapport får vara högst 20 MB.") from error
            raise
        return self.sessions.known(session, token)

    def _refused(self, words: str, status: int) -> Response:
        way = h("a", {"class": "btn", "href": ADDRESS}, "Till inläsningen")
        body = messages.error("Det gick inte", words, way, retry=False)
        return self.plain.page(ADDRESS, "Det gick inte", body, status=status)

    def _page(self, heading: str, body: Node, session: Session, status: int = 200) -> Response:
        answer = self.plain.page(request.path, heading, body, status=status, scripts=SCRIPTS)
        self.sessions.write(session, request, answer)
        return answer

    def _start(self, session: Session) -> Response:
        token = self.sessions.token(session)
        if not session.inside:
            return self._page(_HEADING, importera.login(token), session)
        waiting = reviewing.waiting(self.settings)
        shown = start_view.view(self.uploads.all(), waiting, naming.proposals(self.settings))
        return self._page(_HEADING, importera.body(shown, token, who=session.who, done=self._done()), session)

    def _done(self) -> Node:
        """What was just taken in, with the way to its pages."""
        known = request.args.get("klar", "")
        if not _ID.match(known) or not reviewing.stored(self.settings, known):
            return None
        link = h("a", {"href": f"{url.ROUTES['kallor']}?dokument={known}"}, "Visa den")
        return h("p", {"class": "notice", "role": "status"}, "Rapporten är inlagd. ", link)

    def _state(self, session: Session) -> Response:
        shown = start_view.view(self.uploads.all(), reviewing.waiting(self.settings))
        return self.plain.part(importera.state(shown, self.sessions.token(session)))

    def _log_in(self, session: Session) -> Response:
        address = request.remote_addr or ""
        password = request.form.get("losenord", "")
        if left := self.door.wait(address):
            return self._outside(session, f"För många försök. Vänta {left} sekunder och försök igen.", 429, left)
        if not self.door.open(address, password):
            return self._outside(session, "Lösenordet är fel. Försök igen.", 403, self.door.wait(address))
        who = " ".join(request.form.get("vem", "").split())[:60] or "Inloggad på webben"
        answer = _to_start()
        self.sessions.write(self.sessions.fresh(inside=True, who=who), request, answer)
        return answer

    def _outside(self, session: Session, wrong: str, status: int, left: int) -> Response:
        answer = self._page(_HEADING, importera.login(self.sessions.token(session), wrong=wrong), session, status)
        if left:
            answer.headers["Retry-After"] = str(left)
        return answer

    def _log_out(self, session: Session) -> Response:
        answer = _to_start()
        self.sessions.end(session, answer)
        return answer

    def _send(self, session: Session) -> Response:
        sent = [file for file in request.files.getlist("fil") if file.filename]
        if not sent:
            raise UserError("Ingen fil är vald.", "Välj en eller flera rapporter.")
        for file in sent:
            self.uploads.add(file.filename or "", file.stream)
        return make_response("", 204) if request.headers.get("X-CSRF") else _to_start()

    def _cancel(self, session: Session, name: str) -> Response:
        self.uploads.cancel(name)
        return _to_start()

    def _show(self, session: Session, name: str, wrong: str = "", wrong_at: str = "") -> Response:
        found = reviewing.document(self.settings, _whole(name))
        shown = self._seen(found)
        body = importera_document.body(shown, self.sessions.token(session), wrong=wrong, wrong_at=wrong_at)
        return self._page(f"{shown.title}, {shown.unit}", body, session, 400 if wrong else 200)

    def _seen(self, found: Waiting) -> document_view.ReviewView:
        boards = reviewing.boards(self.settings) if found.report.document.board is None else []
        lines = reviewing.printed_lines(found)
        return document_view.view(found, boards, lines, pages=is_pdf(found.staged.original))

    def _picture(self, session: Session, name: str, doubt: str) -> Response:
        whole = request.args.get("hela") == "1"
        return answered(reviewing.picture(self.settings, _whole(name), doubt, whole=whole))

    def _decide(self, session: Session, name: str) -> Response:
        doubt, what = request.form.get("tveksamhet", ""), request.form.get("beslut", "")
        texts = [(key[2:], text) for key, text in request.form.items() if key.startswith("c-")]
        try:
            if what == "angra":
                left = reviewing.undo(self.settings, _whole(name), doubt)
            elif what in ("samma", "egen"):
                same = what == "samma"
                left = reviewing.answer_name(self.settings, _whole(name), doubt, same=same, who=session.who)
            else:
                why = request.form.get("varfor", "")
                chosen = _DECISIONS.get(what) or abort(400)
                left = reviewing.decide(
                    self.settings, _whole(name), doubt, chosen, texts=texts, why=why, who=session.who
                )
        except NotWaitingError:
            raise
        except UserError as error:
            return self._show(session, name, str(error), doubt)
        return _see(f"{ADDRESS}/{name}#{_next(left, doubt)}")

    def _answer(self, session: Session) -> Response:
        """An answer to whether a name that stored reports print is a known one."""
        printed, same = request.form.get("namn", ""), request.form.get("samma", "")
        if request.form.get("svar") == "samma":
            naming.accept(self.settings, printed, same, who=session.who)
        else:
            naming.refuse(self.settings, printed, who=session.who)
        return _see(f"{ADDRESS}#h-namn")

    def _accept(self, session: Session, name: str) -> Response:
        board = request.form.get("annan", "").strip() or request.form.get("namnd", "")
        try:
            reviewing.accept(self.settings, _whole(name), board=board or None)
        except NotWaitingError:
            raise
        except UserError as error:
            return self._show(session, name, str(error))
        return _see(f"{ADDRESS}?klar={name}")

    def _discard(self, session: Session, name: str) -> Response:
        reviewing.discard(self.settings, _whole(name))
        return _to_start()


def _whole(name: str) -> str:
    """A whole id and no shorter one: an address means one document for ever."""
    return name if _ID.match(name) else ""


def _next(left: Waiting, doubt: str) -> str:
    """The place to go on at: the next open doubt after this one, else the first open one, else the end."""
    keys = [item.key for item in left.items]
    after = keys.index(doubt) if doubt in keys else 0
    order = [*left.items[after:], *left.items[:after]]
    return next((f"t-{item.key}" for item in order if item.open), "h-klar")


def _to_start() -> Response:
    return _see(ADDRESS)


def _see(address: str) -> Response:
    return make_response(redirect(address, 303))
