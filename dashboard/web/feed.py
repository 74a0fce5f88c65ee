"""The feed of changes as Atom 1.0, for a politician's reader of news: /flode.atom with the choices of the page."""

import hashlib
import re
from datetime import UTC, datetime
from xml.etree import ElementTree as Xml

from flask import Flask, Response, make_response, request

from dashboard.catalogue import Catalogue
from dashboard.model import Selection
from dashboard.settings import Settings
from dashboard.store import snapshots
from dashboard.store.database import Store
from dashboard.tasks.version import version
from dashboard.ui import shell, url
from dashboard.views.feed import Entry, Feed, feed
from dashboard.views.link import Link
from dashboard.web.asking import search

ADDRESS = shell.FEED
_ATOM = "http://www.w3.org/2005/Atom"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPE = "application/atom+xml; charset=utf-8"


def answer_feed(server: Flask, settings: Settings, store: Store, catalogue: Catalogue) -> None:
    """Adds the feed; words of the address that it doesn't have are left unread, as on pages."""

    def answer() -> Response:
        _, chosen = url.parse("/", search())
        site = settings.address or request.host_url.rstrip("/")
        chosen = Selection(board=chosen.board, units=chosen.units)
        asked = f"{version(settings.assets)}|{store.snapshot}|{site}|{chosen.board}|{chosen.units}"
        mark = hashlib.sha256(asked.encode()).hexdigest()[:32]
        if _known(mark, last := _last(settings)):
            return _kept(make_response("", 304), mark, last)
        written = _written(feed(store, catalogue, chosen), site, chosen)
        return _kept(make_response(written, 200, {"Content-Type": _TYPE}), mark, last)

    server.add_url_rule(ADDRESS, "flode", answer)


def _last(settings: Settings) -> datetime | None:
    """When the store's state was made, to the second, as headers tell it."""
    current = snapshots.current(settings.store)
    if current is None:
        return None
    made = datetime.fromisoformat(snapshots.about(settings.store, current).made)
    return made.astimezone(UTC).replace(microsecond=0)


def _known(mark: str, last: datetime | None) -> bool:
    """Whether who asks has it already; a mark says more than a time."""
    if request.if_none_match:
        return mark in request.if_none_match
    since = request.if_modified_since
    return since is not None and last is not None and since >= last


def _kept(answer: Response, mark: str, last: datetime | None) -> Response:
    """A reader of news asks again and again: it is told at once that nothing is new."""
    answer.set_etag(mark)
    answer.last_modified = last
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def _written(told: Feed, site: str, chosen: Selection) -> bytes:
    own = ADDRESS + url.address(told.page.page, chosen).removeprefix(url.ROUTES[told.page.page])
    root = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": "sv"})
    _text(root, "id", site + own)
    _text(root, "title", told.title)
    _text(root, "updated", told.updated)
    _text(_part(root, "author"), "name", shell.NAME)
    _part(root, "link", rel="self", type="application/atom+xml", href=site + own)
    _part(root, "link", rel="alternate", type="text/html", href=_whole(site, told.page))
    for entry in told.entries:
        _entry(root, entry, site)
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: Xml.Element, told: Entry, site: str) -> None:
    made = _part(root, "entry")
    _text(made, "id", told.id)
    _text(made, "title", told.title)
    _text(made, "updated", told.updated)
    _part(made, "link", rel="alternate", type="text/html", href=_whole(site, told.link))
    _part(made, "content", type="html").text = _content(told, site)


def _content(told: Entry, site: str) -> str:
    body = Xml.Element("div")
    _text(body, "p", told.about)
    listed = _part(body, "ul")
    for one in told.told:
        item = _part(listed, "li")
        way = _part(item, "a", href=_whole(site, one.link))
        way.text, way.tail = _plain(one.strong), _plain(f" {one.rest}")
    if not told.told:
        body.remove(listed)
    return Xml.tostring(body, encoding="unicode", method="html")


def _whole(site: str, link: Link) -> str:
    return site + url.address(link.page, link.to, link.fragment)


def _part(above: Xml.Element, name: str, **attributes: str) -> Xml.Element:
    return Xml.SubElement(above, name, attributes)


def _text(above: Xml.Element, name: str, words: str) -> None:
    _part(above, name).text = _plain(words)


def _plain(words: str) -> str:
    """Without what XML can't hold, which a report may have printed."""
    return _NOT_IN_XML.sub(" ", words)
