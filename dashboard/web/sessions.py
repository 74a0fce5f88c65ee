"""Who is logged in to the import pages: signed cookies, tokens against forged forms, and a limit on tries."""

import hmac
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from flask import Request, Response
from itsdangerous import BadData, URLSafeTimedSerializer

from dashboard import passwords

COOKIE = "maltavlan-import"
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
    """Makes and reads the cookies. Nothing of them is kept here but the ids of those who logged out."""

    def __init__(self, secret: str) -> None:
        key = secret or secrets.token_hex(32)
        self._signer = URLSafeTimedSerializer(key, salt="maltavlan-import")
        self._key = key.encode()
        self._over: OrderedDict[str, None] = OrderedDict()

    def read(self, request: Request) -> Session:
        """The session of the request's cookie, a new one outside where it has none that holds."""
        try:
            identity, inside, who = self._signer.loads(request.cookies.get(COOKIE, ""), max_age=_SECONDS)
        except (BadData, ValueError, TypeError):
            return self.fresh()
        return self.fresh() if identity in self._over else Session(str(identity), bool(inside), str(who))

    def fresh(self, *, inside: bool = False, who: str = "") -> Session:
        """A session with a new id: nobody can have known it before the login."""
        return Session(secrets.token_urlsafe(18), inside, who)

    def write(self, session: Session, request: Request, answer: Response) -> None:
        told = self._signer.dumps([session.id, session.inside, session.who])
        secure = request.is_secure or request.headers.get("X-Forwarded-Proto", "") == "https"
        answer.set_cookie(COOKIE, told, max_age=_SECONDS, path=_PATH, httponly=True, samesite="Strict", secure=secure)

    def end(self, session: Session, answer: Response) -> None:
        """Logs out: the cookie goes, and a copy of it is worth nothing."""
        self._over[session.id] = None
        while len(self._over) > _MOST_ADDRESSES:
            self._over.popitem(last=False)
        answer.delete_cookie(COOKIE, path=_PATH)

    def token(self, session: Session) -> str:
        """What a form must hold to be taken as sent from a page of this session."""
        return hmac.new(self._key, f"csrf {session.id}".encode(), "sha256").hexdigest()

    def known(self, session: Session, token: str) -> bool:
        return hmac.compare_digest(self.token(session).encode(), token.encode("utf-8", "replace"))


class Door:
    """Lets in who has the password; each address that is wrong again and again waits longer."""

    def __init__(self, known: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._known, self._clock = known, clock
        self._tries: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._lock, self._counting = threading.Lock(), threading.Lock()

    def wait(self, address: str) -> int:
        """For how many seconds the address may not try."""
        with self._lock:
            return self._left(address)

    def open(self, address: str, password: str) -> bool:
        """Whether the password is right; the try counts before it is checked, so that many at once gain nothing."""
        with self._lock:
            if self._left(address):
                return False
            tries = self._tries.pop(address, (0, 0.0))[0] + 1
            pause = min(2.0 ** (tries - _FREE) * 5, _LONGEST) if tries >= _FREE else 0.0
            self._tries[address] = (tries, self._clock() + pause)
            while len(self._tries) > _MOST_ADDRESSES:
                self._tries.popitem(last=False)
        with self._counting:  # one hash at a time: each takes 64 MB
            right = passwords.holds(password, self._known)
        if right:
            with self._lock:
                self._tries.pop(address, None)
        return right

    def _left(self, address: str) -> int:
        _, until = self._tries.get(address, (0, 0.0))
        left = until - self._clock()
        return int(left) + 1 if left > 0 else 0
