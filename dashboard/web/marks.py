"""Marks (ETag) of what the server makes: the same as long as the same address has the same answer.

They are weak: a file that is made anew says when, so its bytes may differ where what it tells does not. So parts of it
(Range) are not given either.
"""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from flask import Response, make_response, request

from dashboard.settings import Settings
from dashboard.tasks.version import content, version


class Marks:
    """Makes them; another version of the software, its templates, the catalogue or a setting makes other ones."""

    def __init__(self, settings: Settings) -> None:
        told = (settings.address, settings.contact, settings.small_group, settings.embed_origins)
        catalogue = content(sorted(path for path in settings.catalogue.glob("**/*") if path.is_file()))
        self._made_by = f"{version(settings.assets)}|{catalogue}|{told}"
        self._template = settings.powerpoint_template

    def of(self, snapshot: str, asked: str) -> str:
        """Of the answer that `asked` (an address and its choice) has from a snapshot today."""
        told = f"{self._made_by}|{_changed(self._template)}|{date.today()}|{snapshot}|{asked}"
        return hashlib.sha256(told.encode()).hexdigest()[:32]


def _changed(path: Path | None) -> str:
    """A template may be put in place while the server runs."""
    try:
        told = path.stat() if path else None
    except OSError:
        return ""
    return f"{told.st_mtime_ns} {told.st_size}" if told else ""


def marked(mark: str, make: Callable[[], Response]) -> Response:
    """What `make` answers, under its mark; who asks again with the mark hears that nothing is new."""
    known = request.if_none_match.contains_weak(mark)
    answer = make_response("", 304) if known else make()
    if answer.status_code not in {200, 304}:
        return answer
    answer.set_etag(mark, weak=True)
    answer.headers["Cache-Control"] = "no-cache"
    answer.headers["Accept-Ranges"] = "none"
    return answer
