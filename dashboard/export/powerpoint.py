"""A unit's deck as PowerPoint: native charts and tables, notes, alternative texts, in a template of one's own."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from dashboard.export.pptx_sheet import Sheet, cleaned
from dashboard.export.pptx_slides import write
from dashboard.export.pptx_template import opened
from dashboard.views.apt import Deck
from dashboard.views.apt_slides import AnySlide, TitleSlide
from dashboard.views.link import Link

Address = Callable[[Link], str]


def powerpoint(deck: Deck, address: Address, template: Path | None = None) -> bytes:
    """The slides that are shown, in their order. `address` gives a link's whole address, '' where there is none.

    Raises UserError where the template can't be used.
    """
    held = opened(template)
    _about(held.file.core_properties, deck)
    for slide in deck.shown:
        _slide(Sheet(held, first=isinstance(slide, TitleSlide)), slide, address)
    written = io.BytesIO()
    held.file.save(written)
    return written.getvalue()


def _slide(sheet: Sheet, slide: AnySlide, address: Address) -> None:
    first = isinstance(slide, TitleSlide)
    sheet.title(slide.headline, most=40 if first else 30)
    write(sheet, slide)
    link = address(slide.link) if slide.link else ""
    sheet.foot(slide.question, slide.source, link)
    sheet.notes([*slide.notes, slide.source, link])


def _about(about: object, deck: Deck) -> None:
    """What the file says of itself; a screen reader takes the language from it."""
    facts = {"title": cleaned(deck.title), "author": "Måltavlan", "language": "sv-SE", "subject": cleaned(deck.name)}
    for name, value in facts.items():
        setattr(about, name, value)
    for name in ("created", "modified"):
        setattr(about, name, datetime.now(UTC).replace(tzinfo=None))
