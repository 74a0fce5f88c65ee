"""The door to the import pages: who may ask, from where a form must come, and what is answered otherwise."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import Response, abort, make_response, redirect, request
from werkzeug.exceptions import HTTPException

from dashboard.errors import UserError
from dashboard.importing.readers import LARGEST
from dashboard.pages import importera
from dashboard.reviewing import NotWaitingError
from dashboard.settings import Settings
from dashboard.ui import messages
from dashboard.ui.forms import FORGERY
from dashboard.ui.markup import Node, h
from dashboard.views.importera import ADDRESS, NAMELESS
from dashboard.web.plain import Plain
from dashboard.web.sessions import Door, Session, Sessions

log = logging.getLogger("maltavlan")
SCRIPTS = ("importera.js",)
HEADING = "Läs in rapporter"
MOST_SENT = 20 * LARGEST
_FORM = 256 * 1024


@dataclass(frozen=True, slots=True)
class Entrance:
    """Logs in and out, and stands before every other address; each answer is a method named as its address."""

    settings: Settings
    plain: Plain
    sessions: Sessions
    door: Door

    def guarded(self, name: str) -> Callable[..., Response]:
        """The answer to one address: a form must come from our own page, and all but the door needs a login."""

        def answer(**values: str) -> Response:
            session = self.sessions.read(request)
            request.max_content_length = MOST_SENT if name == "send" else _FORM
            if name not in ("start", "log_in") and not session.inside:
                return to_start() if request.method == "GET" and name == "show" else abort(404)
            try:
                if request.method == "POST" and not self._ours(session):
                    return self._refused("Formuläret hann bli för gammalt. Läs om sidan och försök igen.", 403)
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
        # Browsers tell this themselves; a proxy in front may have given us another host than they see.
        site, came = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
        if (site and site != "same-origin") or (not site and came and urlsplit(came).netloc != request.host):
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

    def _log_in(self, session: Session) -> Response:
        address = request.remote_addr or ""
        password = request.form.get("losenord", "")
        if left := self.door.wait(address):
            return self._outside(session, f"För många försök. Vänta {left} sekunder och försök igen.", 429, left)
        if not self.door.open(address, password):
            return self._outside(session, "Lösenordet är fel. Försök igen.", 403, self.door.wait(address))
        who = " ".join(request.form.get("vem", "").split())[:60] or NAMELESS
        answer = to_start()
        self.sessions.write(self.sessions.fresh(inside=True, who=who), request, answer)
        return answer

    def _outside(self, session: Session, wrong: str, status: int, left: int) -> Response:
        answer = self._page(HEADING, importera.login(self.sessions.token(session), wrong=wrong), session, status)
        if left:
            answer.headers["Retry-After"] = str(left)
        return answer

    def _log_out(self, session: Session) -> Response:
        answer = to_start()
        self.sessions.end(session, answer)
        return answer


def to_start() -> Response:
    return see(ADDRESS)


def see(address: str) -> Response:
    return make_response(redirect(address, 303))
