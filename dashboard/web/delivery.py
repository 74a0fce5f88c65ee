"""How answers leave the server: safe headers on all of them, static files compressed once and kept by the browser."""

import gzip
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import brotli  # type: ignore[import-untyped]
from flask import Flask, Response, request, send_file
from flask_compress import Compress

from dashboard.ui.figure_menu import EMBEDDED

# Where Dash's graph looks for plotly.js, in all versions; we answer with the bundle that has our kinds of charts only.
PLOTLY_ADDRESS = "/_dash-component-suites/plotly/package_data/plotly.min.js"
PLOTLY_FILE = "vendor/plotly-cartesian-4.1.1.min.js"

_STATIC = ("/assets/", "/_dash-component-suites/")
_TEXTS = {"text/javascript", "application/javascript", "text/css", "image/svg+xml"}
_YEAR = 31_536_000
_DAY = 86_400

_SAFE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def deliver(
    server: Flask, assets: Path, script_hashes: Callable[[], list[str]] | None, embedders: Sequence[str] = ()
) -> None:
    """Attaches all of it to `server`; `script_hashes` None leaves the policy out, for Dash's debug tools use eval.

    `embedders` are the sites that may show what stands under /inbaddat; nobody may show anything else.
    """
    server.config["COMPRESS_MIMETYPES"] = ["application/json", "text/html"]
    server.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]
    Compress(server)
    shelf = _Shelf()
    server.add_url_rule(PLOTLY_ADDRESS, "plotly", lambda: send_file(assets / PLOTLY_FILE, max_age=_DAY))

    def leave(answer: Response) -> Response:
        answer.headers.update(_SAFE)
        if request.path.startswith(f"{EMBEDDED}/"):
            # X-Frame-Options can't name sites, so it is left out where some are allowed.
            if embedders:
                del answer.headers["X-Frame-Options"]
            answer.headers["Content-Security-Policy"] = policy([], " ".join(embedders) or "'none'")
        elif script_hashes is not None:
            answer.headers["Content-Security-Policy"] = policy(script_hashes())
        if request.path.startswith(_STATIC) and answer.status_code == 200:
            _keep(answer)
            return shelf.packed(answer)
        if answer.mimetype == "text/html" and "Cache-Control" not in answer.headers:
            answer.headers["Cache-Control"] = "no-cache"
        return answer

    server.after_request(leave)


def policy(script_hashes: list[str], ancestors: str = "'none'") -> str:
    """Scripts are ours or known by hash, nothing is evaluated. Styles may be inline: Dash and plotly write them so."""
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {' '.join(script_hashes)}".strip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            f"frame-ancestors {ancestors}",
        )
    )


def _keep(answer: Response) -> None:
    """An address that names its version (?m= of our files, a fingerprint in Dash's) may be kept for a year."""
    versioned = "m" in request.args or ".v" in request.path
    if versioned:
        answer.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"


class _Shelf:
    """Static answers in the form the browser asked for, each made once; a changed file has another mark."""

    def __init__(self) -> None:
        self._packed: dict[tuple[str, ...], bytes] = {}
        self._making = threading.Lock()

    def packed(self, answer: Response) -> Response:
        answer.vary.add("Accept-Encoding")
        coding = request.accept_encodings.best_match(("br", "gzip"))
        if coding is None or answer.mimetype not in _TEXTS or request.headers.get("Range"):
            return answer
        answer.direct_passthrough = False
        plain = answer.get_data()
        key = (request.path, coding, str(len(plain)), answer.headers.get("Last-Modified", ""))
        with self._making:
            if key not in self._packed:
                pack = _brotli if coding == "br" else _gzip
                self._packed[key] = pack(plain)
        answer.set_data(self._packed[key])
        answer.headers["Content-Encoding"] = coding
        return answer


def _brotli(plain: bytes) -> bytes:
    # Quality 9 is within five per cent of 11, and the first visitor waits a twentieth of the time.
    return bytes(brotli.compress(plain, quality=9))


def _gzip(plain: bytes) -> bytes:
    return gzip.compress(plain, 9)
