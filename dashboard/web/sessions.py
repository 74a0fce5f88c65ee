"""Who is logged in to the import pages: signed cookies, tokens against forged forms, and a limit on tries."""

import hashlib
import hmac
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from flask import Request, Response
from itsdangerous import BadData, URLSafeTimedSerializer

from dashboard import passwords
from dashboard.web import kept

COOKIE = "maltavlan-import"
# Tells all pages that somebody logged in, so that they show the ways in; it opens none of them.
SIGN = "maltavlan-inne"
HOURS = 8
_SECONDS = HOURS * 3600
_PATH = "/importera"
_FREE = 3
_LONGEST = 900
_MOST_ADDRESSES = 10_000


@dataclass(frozen=True, slots=True)
class Session:
    """A browser's session; `inside` once the password was right, `who` is the name that decisions are kept under."""

    id: str
    inside: bool = False
    who: str = ""


class Sessions:
    """Makes and reads the cookies. Nothing of them is kept here but the ids of those who logged out.

    `folder` is what the processes of a server share; without it all is this process's own.
    """

    def __init__(self, secret: str, folder: Path | None = None) -> None:
        key = secret or (kept.secret(folder) if folder else secrets.token_hex(32))
        self._signer = URLSafeTimedSerializer(key, salt="maltavlan-import")
        self._key = key.encode()
        self._over = kept.Kept(folder / "ended.json" if folder else None, _MOST_ADDRESSES)

    def read(self, request: Request) -> Session:
        """The session of the request's cookie, a new one outside where it has none that holds."""
        try:
            identity, inside, who = self._signer.loads(request.cookies.get(COOKIE, ""), max_age=_SECONDS)
        except (BadData, ValueError, TypeError):
            return self.fresh()
        over = str(identity) in self._over.read()
        return self.fresh() if over else Session(str(identity), bool(inside), str(who))

    def fresh(self, *, inside: bool = False, who: str = "") -> Session:
        """A session with a new id: nobody can have known it before the login."""
        return Session(secrets.token_urlsafe(18), inside, who)

    def write(self, session: Session, request: Request, answer: Response) -> None:
        told = self._signer.dumps([session.id, session.inside, session.who])
        secure = request.is_secure or request.headers.get("X-Forwarded-Proto", "") == "https"
        answer.set_cookie(COOKIE, told, max_age=_SECONDS, path=_PATH, httponly=True, samesite="Strict", secure=secure)
        if session.inside:
            answer.set_cookie(SIGN, "1", max_age=_SECONDS, httponly=True, samesite="Strict", secure=secure)

    def end(self, session: Session, answer: Response) -> None:
        """Logs out: the cookie goes, and a copy of it is worth nothing."""
        self._over.change(lambda held: held.__setitem__(session.id, time.time()))
        answer.delete_cookie(COOKIE, path=_PATH)
        answer.delete_cookie(SIGN)

    def token(self, session: Session) -> str:
        """What a form must hold to be taken as sent from a page of this session."""
        return hmac.new(self._key, f"csrf {session.id}".encode(), "sha256").hexdigest()

    def known(self, session: Session, token: str) -> bool:
        return hmac.compare_digest(self.token(session).encode(), token.encode("utf-8", "replace"))


class Door:
    """Lets in who has the password; an address that is wrong again and again waits longer, in all processes."""

    def __init__(self, known: str, folder: Path | None = None, clock: Callable[[], float] = time.time) -> None:
        self._known, self._clock = known, clock
        self._tries = kept.Kept(folder / "tries.json" if folder else None, 2 * _MOST_ADDRESSES)
        self._counting = threading.Lock()

    def wait(self, address: str) -> int:
        """For how many seconds the address may not try."""
        return self._left(self._tries.read(), address)

    def open(self, address: str, password: str) -> bool:
        """Whether the password is right; the try counts before it is checked, so that many at once gain nothing."""
        if not self._tries.change(lambda held: self._counted(held, address)):
            return False
        with self._counting:  # one hash at a time: each takes 64 MB
            right = passwords.holds(password, self._known)
        if right:
            self._tries.change(lambda held: _forgotten(held, address))
        return right

    def _counted(self, held: dict[str, float], address: str) -> bool:
        """Counts a try; False where the address may not try now."""
        if self._left(held, address):
            return False
        tries, _ = _forgotten(held, address)
        pause = min(2.0 ** (tries + 1 - _FREE) * 5, _LONGEST) if tries + 1 >= _FREE else 0.0
        held[f"{_mark(address)} antal"], held[f"{_mark(address)} till"] = tries + 1, self._clock() + pause
        return True

    def _left(self, held: Mapping[str, float], address: str) -> int:
        left = held.get(f"{_mark(address)} till", 0.0) - self._clock()
        return int(min(left, _LONGEST)) + 1 if left > 0 else 0


def _forgotten(held: dict[str, float], address: str) -> tuple[float, float]:
    return held.pop(f"{_mark(address)} antal", 0.0), held.pop(f"{_mark(address)} till", 0.0)


def _mark(address: str) -> str:
    """An address tells of a person: what is kept only tells it from others."""
    return hashlib.sha256(address.encode()).hexdigest()[:16]
