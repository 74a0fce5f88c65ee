"""A unit's deck as PowerPoint: native charts and tables, notes, alternative texts, in a template of one's own."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from dashboard.export.pptx_fit import WIDER, wider
from dashboard.export.pptx_sheet import Frame, Sheet
from dashboard.export.pptx_slides import write
from dashboard.export.pptx_template import Template, opened
from dashboard.export.pptx_xml import LANGUAGE, cleaned
from dashboard.views.apt import Deck
from dashboard.views.apt_slides import AnySlide, TitleSlide, YearSlide
from dashboard.views.link import Link
from dashboard.views.slide_words import before_source

Address = Callable[[Link], str]


def powerpoint(deck: Deck, address: Address, template: Path | None = None) -> bytes:
    """The slides that are shown, in their order. `address` gives a link's whole address, '' where there is none.

    Raises UserError where the template can't be used.
    """
    held = opened(template)
    WIDER.set(wider(held.font))
    _about(held.file.core_properties, deck)
    for slide in deck.shown:
        _slide(held, deck, slide, address)
    written = io.BytesIO()
    held.file.save(written)
    return written.getvalue()


def _slide(held: Template, deck: Deck, slide: AnySlide, address: Address) -> None:
    link = address(slide.link) if slide.link else ""
    source = before_source(slide, sample=deck.sample) + slide.source
    first = isinstance(slide, TitleSlide)
    frame = Frame(
        headline=slide.headline,
        part=getattr(slide, "part", ""),
        top=f"{deck.name}, {deck.period}",
        question=slide.question,
        source=source.strip(),
        link=link,
        # Counts and lists need the room.
        most=26 if isinstance(slide, YearSlide) else 96,
    )
    sheet = Sheet(held, frame, address, first=first)
    write(sheet, slide)
    sheet.finish([*slide.notes, source.strip(), link])


def _about(about: object, deck: Deck) -> None:
    """What the file says of itself; a screen reader takes the language from it."""
    facts = {"title": cleaned(deck.title), "author": "Måltavlan", "language": LANGUAGE, "subject": cleaned(deck.name)}
    for name, value in facts.items():
        setattr(about, name, value)
    for name in ("created", "modified"):
        setattr(about, name, datetime.now(UTC).replace(tzinfo=None))
