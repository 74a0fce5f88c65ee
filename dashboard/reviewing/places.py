"""The places of doubts and rows as a person sees them: tables and lines of a file, and pictures of pages."""

from pathlib import Path

from dashboard import catalogue, reviewing
from dashboard.importing import page_pictures
from dashboard.importing.sheets import InFile, in_file
from dashboard.reviewing import Waiting
from dashboard.settings import Settings
from dashboard.store import small_groups, snapshots
from dashboard.store.database import Store

_ASKED = {"i": "document_outcomes", "g": "goals", "a": "activities", "s": "feedback"}


def printed(found: Waiting) -> InFile:
    """The tables and lines of a file without pages, freed from what tells of people."""
    return in_file(found.staged.original, found.staged.folder / "pictures")


def picture(settings: Settings, name: str, doubt: str, *, whole: bool = False) -> Path | None:
    """A picture of the place of a doubt, or of its whole page, as PNG; None where the file has no pages to draw."""
    found = reviewing.document(settings, name)
    item = reviewing.item_of(found, doubt)
    page = item.doubt.place.page
    if page is None:
        return None
    places = [place for place in (item.doubt.place, item.row.place if item.row else None) if place]
    boxes = list(dict.fromkeys(place.box for place in places if place.box and place.page == page))
    shelf = found.staged.folder / "pictures"
    return page_pictures.picture(found.staged.original, page, boxes, shelf=shelf, whole=whole)


def stored_picture(settings: Settings, document: str, key: str) -> Path | None:
    """A picture of little more than one row of a stored report ('i3'), for everybody; None where there is none.

    Never a whole page, and nothing where names, numbers or addresses of people stand beside the row, or where the
    sexes of a small group stand on its page.
    """
    question, number = _ASKED.get(key[:1]), key[1:]
    if question is None or not number.isdecimal():
        return None
    store = Store(settings.store, hidden=small_groups.rule(settings, catalogue.load(settings.catalogue)))
    outcomes = store.ask("document_outcomes", document=document).to_pylist()
    rows = outcomes if key[:1] == "i" else store.ask(question, documents=[document]).to_pylist()
    row = next((row for row in rows if row["number"] == int(number)), None)
    checksums = store.ask("document", document=document)["checksum"].to_pylist()
    if row is None or not row["place_page"] or not row["place_box"] or not checksums:
        return None
    if any(one["split_hidden"] and one["place_page"] == row["place_page"] for one in outcomes):
        return None
    original = snapshots.original_of(settings.store, str(checksums[0]))
    return page_pictures.picture(
        original, row["place_page"], [tuple(row["place_box"])], shelf=settings.store / "pictures", guarded=True
    )
