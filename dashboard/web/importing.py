"""The import pages' addresses: they answer only where the settings hold a password's hash, and only who logged in."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Flask, Response, abort, make_response, request

from dashboard import naming, passwords, reviewing
from dashboard.errors import SettingsError, UserError
from dashboard.importing.page_pictures import is_pdf
from dashboard.pages import importera, importera_document
from dashboard.reviewing import NotWaitingError, Waiting, places
from dashboard.settings import Settings
from dashboard.store.corrections import Decision
from dashboard.ui.markup import Node
from dashboard.views import importera as start_view
from dashboard.views import importera_document as document_view
from dashboard.views.importera import ADDRESS
from dashboard.web import kept
from dashboard.web.entrance import HEADING, Entrance, see, to_start
from dashboard.web.pictures import answered
from dashboard.web.plain import Plain
from dashboard.web.sessions import Door, Session, Sessions
from dashboard.web.uploads import Uploads

MENU = ("Läs in", ADDRESS)
_DECISIONS = {
    "godta": Decision.ACCEPTED,
    "ratta": Decision.CORRECTED,
    "utelamna": Decision.LEFT_OUT,
    "skriv": Decision.TYPED,
}
_ID = re.compile(r"[0-9a-f]{16}\Z")
_ROW = re.compile(r"[igas][0-9]{1,6}\Z")
# So many reports that were taken in are named in an address; more would be longer than some servers take.
_MOST_TOLD = 200


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
        server.add_url_rule(ADDRESS, "importera", lambda: plain.page(ADDRESS, HEADING, importera.closed()))
        return
    shared = kept.folder_of(settings.store)
    sessions, door = Sessions(settings.secret, shared), Door(settings.import_password_hash, shared)
    pages = _Pages(settings, plain, sessions, door, Uploads(settings))
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
    ("/<name>/ratta", "reopen", _POST),
    ("/<name>/lagg-in", "accept", _POST),
    ("/lagg-in", "accept_ready", _POST),
    ("/namn", "answer", _POST),
    ("/<name>/ta-bort", "discard", _POST),
)


@dataclass(frozen=True, slots=True)
class _Pages(Entrance):
    uploads: Uploads

    def _start(self, session: Session) -> Response:
        token = self.sessions.token(session)
        if not session.inside:
            return self._page(HEADING, importera.login(token), session)
        waiting = reviewing.waiting(self.settings)
        shown = start_view.view(self.uploads.all(), waiting, naming.proposals(self.settings))
        return self._page(HEADING, importera.body(shown, token, who=session.who, done=self._done()), session)

    def _done(self) -> Node:
        """What was just taken in, with the way to its pages."""
        named = dict.fromkeys(request.args.getlist("klar")[:_MOST_TOLD])
        return importera.taken_in([one for one in named if _ID.match(one) and reviewing.stored(self.settings, one)])

    def _state(self, session: Session) -> Response:
        shown = start_view.view(self.uploads.all(), reviewing.waiting(self.settings))
        return self.plain.part(importera.changed(shown, self.sessions.token(session)))

    def _send(self, session: Session) -> Response:
        sent = [file for file in request.files.getlist("fil") if file.filename]
        if not sent:
            raise UserError("Ingen fil är vald.", "Välj en eller flera rapporter.")
        for file in sent:
            self.uploads.add(file.filename or "", file.stream)
        return make_response("", 204) if request.headers.get("X-CSRF") else to_start()

    def _cancel(self, session: Session, name: str) -> Response:
        self.uploads.cancel(name)
        return to_start()

    def _show(self, session: Session, name: str, wrong: str = "", wrong_at: str = "") -> Response:
        try:
            found = reviewing.document(self.settings, _whole(name))
        except NotWaitingError:
            if not reviewing.stored(self.settings, _whole(name)):
                raise
            return self._stored(session, name)
        shown = self._seen(found, wrong_at or request.args.get("rad", ""))
        body = importera_document.body(shown, self.sessions.token(session), wrong=wrong, wrong_at=wrong_at)
        return self._page(f"{shown.title}, {shown.unit}", body, session, 400 if wrong else 200)

    def _stored(self, session: Session, name: str) -> Response:
        """A report that the store has can be taken out again; that changes something, so a form asks for it."""
        body = importera.stored(name, self.sessions.token(session), _row(request.args.get("rad", "")))
        return self._page("Rätta en inlagd rapport", body, session)

    def _reopen(self, session: Session, name: str) -> Response:
        reviewing.reopen(self.settings, _whole(name))
        row = _row(request.form.get("rad", ""))
        return see(f"{ADDRESS}/{name}?rad={row}#t-{row}" if row else f"{ADDRESS}/{name}#h-rader")

    def _seen(self, found: Waiting, row: str) -> document_view.ReviewView:
        boards = reviewing.boards(self.settings) if found.report.document.board is None else []
        printed = places.printed(found)
        picked = reviewing.item_of(found, row) if _row(row) else None
        names = reviewing.indicator_names(self.settings)
        pages = is_pdf(found.staged.original)
        return document_view.view(found, boards, printed, pages=pages, picked=picked, names=names)

    def _picture(self, session: Session, name: str, doubt: str) -> Response:
        whole = request.args.get("hela") == "1"
        return answered(places.picture(self.settings, _whole(name), doubt, whole=whole))

    def _decide(self, session: Session, name: str) -> Response:
        doubt, what = request.form.get("tveksamhet", ""), request.form.get("beslut", "")
        texts = [(key[2:], text) for key, text in request.form.items() if key.startswith(("c-", "r-"))]
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
        return see(f"{ADDRESS}/{name}#{_next(left, doubt)}")

    def _answer(self, session: Session) -> Response:
        """An answer to whether a name that stored reports print is a known one."""
        printed, same = request.form.get("namn", ""), request.form.get("samma", "")
        if request.form.get("svar") == "samma":
            naming.accept(self.settings, printed, same, who=session.who)
        else:
            naming.refuse(self.settings, printed, who=session.who)
        return see(f"{ADDRESS}#h-namn")

    def _accept(self, session: Session, name: str) -> Response:
        board = request.form.get("annan", "").strip() or request.form.get("namnd", "")
        try:
            reviewing.accept(self.settings, _whole(name), board=board or None)
        except NotWaitingError:
            raise
        except UserError as error:
            return self._show(session, name, str(error))
        return see(f"{ADDRESS}?klar={name}")

    def _accept_ready(self, session: Session) -> Response:
        result = reviewing.accept_ready(self.settings)
        return see(f"{ADDRESS}?{urlencode([('klar', one) for one in (result.added if result else ())[:_MOST_TOLD]])}")

    def _discard(self, session: Session, name: str) -> Response:
        reviewing.discard(self.settings, _whole(name))
        return to_start()


def _row(key: str) -> str:
    return key if _ROW.match(key) else ""


def _whole(name: str) -> str:
    """A whole id and no shorter one: an address means one document for ever."""
    return name if _ID.match(name) else ""


def _next(left: Waiting, doubt: str) -> str:
    """The place to go on at: the next open doubt after this one, else the first open one, else the end."""
    keys = [item.key for item in left.items]
    after = keys.index(doubt) if doubt in keys else 0
    order = [*left.items[after:], *left.items[:after]]
    return next((f"t-{item.key}" for item in order if item.open), "h-klar")
