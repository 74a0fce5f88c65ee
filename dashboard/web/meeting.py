"""The deck of a unit at /apt/<unit>: a page of its own from the server, with a small script that shows the slides."""

from dataclasses import replace

from flask import Flask, Response, request

from dashboard.errors import UserError
from dashboard.model import Selection
from dashboard.pages import apt as page
from dashboard.pages.apt_choice import PRESENTER, mode
from dashboard.store.database import Store
from dashboard.tasks.shelf import as_it_was, made
from dashboard.ui import messages, shell, url
from dashboard.ui.markup import Node
from dashboard.ui.page_tools import copy_link
from dashboard.ui.wording import choice
from dashboard.views.apt import Deck, apt
from dashboard.views.apt_slides import YearSlide
from dashboard.views.link import Link
from dashboard.web.asking import search
from dashboard.web.past import Since, banner, kept_in, since, today_instead
from dashboard.web.plain import Plain
from dashboard.web.reader import Reader


def answer_meetings(server: Flask, reader: Reader, pages: Plain) -> None:
    def deck(unit: str) -> Response:
        name, chosen = url.parse(f"/apt/{unit}", search())
        if name is None:
            state = messages.empty("Enheten finns inte", "Det finns ingen enhet på den adressen.", level="h1")
            return pages.page(request.path, "Enheten finns inte", state, status=404)
        try:
            return _answered(reader, pages, chosen)
        except UserError as error:
            return pages.page(request.path, "Sidan går inte att visa", messages.error(error.message, error.remedy))

    server.add_url_rule("/apt/<unit>", "apt", deck)


def _answered(reader: Reader, pages: Plain, chosen: Selection) -> Response:
    store, found, told = _deck(reader, chosen)
    body = page.body(found, None if found.empty else _copy(store, found))
    drawn = kept_in(body, chosen.snapshot) if found.then and chosen.snapshot else body
    inside = (told, shell.page(drawn, told=found.notices, samples=found.sample))
    scripts = () if found.empty else ("share.js", "apt.js")
    said = next((slide.headline for slide in found.shown if isinstance(slide, YearSlide)), "")
    # The slide that is open is no other deck.
    here = replace(chosen, slide=None, snapshot=chosen.snapshot if found.then else None)
    return pages.page(
        request.path,
        found.title,
        inside,
        status=200 if found.year else 404,
        scripts=scripts,
        said=". ".join(filter(None, (found.then, said))),
        address=url.address("apt", here) if found.shown else "",
    )


def _copy(store: Store, deck: Deck) -> Node:
    """The link to copy, with the slides that are chosen; the title says the rest."""
    one = mode(deck) in ("bild", PRESENTER)
    here = replace(deck.here, slide=deck.number if one else None)
    return copy_link(choice(deck.title, None, here, as_it_was(made(store))), store.snapshot, "btn")


def _deck(reader: Reader, chosen: Selection) -> tuple[Store, Deck, Node]:
    """Today's deck, or that of an earlier snapshot with what is said above it; and the store that it is of."""
    held = reader.past.at(chosen.snapshot) if chosen.snapshot else None
    if held is None:
        gone = [today_instead(reader.past.gone(chosen.snapshot))] if chosen.snapshot else []
        today = apt(reader.store, reader.catalogue, replace(chosen, snapshot=None))
        return reader.store, today, messages.notices(gone)
    then = apt(held[0], reader.catalogue, chosen)
    same = replace(chosen, year=then.year or chosen.year, period=then.kind, snapshot=None, notices=())
    now = apt(reader.store, reader.catalogue, same)
    what = since(page.body(then), page.body(now))
    told = banner(held[1], Link("apt", same), what)
    # On the whole screen and on paper a slide is all that is seen.
    words = f"{as_it_was(held[1].made[:10])}{', har ändrats sedan dess' if what is Since.CHANGED else ''}"
    return held[0], replace(then, then=words), told
