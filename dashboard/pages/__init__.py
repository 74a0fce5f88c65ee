"""The pages in the menu's order. A page that isn't here doesn't exist: no menu entry, and its address answers 404.

Dash's own pages keep their list in a module that every app of the process shares, and call each layout on the first
request; so here is a plain tuple, and dashboard.web registers one callback (address in, page out) for all of them.
"""

from dashboard.pages import (
    agenda2030,
    aktiviteter,
    enhet,
    enheter,
    forandringar,
    indikator,
    indikatorer,
    jamfor,
    jamstalldhet,
    kallor,
    mal,
    om,
    ordlista,
    oversikt,
    search,
    synpunkter,
)
from dashboard.pages.page import AnyPage, Page, View

PAGES: tuple[AnyPage, ...] = (
    oversikt.PAGE,
    mal.PAGE,
    enheter.PAGE,
    enhet.PAGE,
    indikatorer.PAGE,
    indikator.PAGE,
    jamfor.PAGE,
    jamstalldhet.PAGE,
    aktiviteter.PAGE,
    synpunkter.PAGE,
    agenda2030.PAGE,
    forandringar.PAGE,
    kallor.PAGE,
    search.PAGE,
    om.PAGE,
    ordlista.PAGE,
)

__all__ = ["PAGES", "AnyPage", "Page", "View"]
