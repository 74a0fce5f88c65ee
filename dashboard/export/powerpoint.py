"""A unit's deck as PowerPoint: native charts and tables, notes, alternative texts, in a template of one's own."""

import io
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from dashboard.export.pptx_blocks import stacked
from dashboard.export.pptx_fit import WIDER, Area, wider
from dashboard.export.pptx_flow import Content, Page, flowed, high
from dashboard.export.pptx_frame import Frame, laid
from dashboard.export.pptx_sheet import Sheet
from dashboard.export.pptx_slides import content, merged
from dashboard.export.pptx_template import Template, opened
from dashboard.export.pptx_xml import LANGUAGE, cleaned
from dashboard.views.apt import Deck
from dashboard.views.apt_slides import AnySlide, TitleSlide
from dashboard.views.link import Link
from dashboard.views.slide_words import before_source

Address = Callable[[Link], str]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One of the file's slides: all of a slide of the deck, or a part where it says more than can be read."""

    slide: AnySlide
    frame: Frame
    page: Page
    notes: tuple[str, ...]


def powerpoint(deck: Deck, address: Address, template: Path | None = None) -> bytes:
    """The slides that are shown, in their order. `address` gives a link's whole address, '' where there is none.

    Raises UserError where the template can't be used.
    """
    held = opened(template)
    WIDER.set(wider(held.font))
    _about(held.file.core_properties, deck)
    drawn = [one for _, slides in groupby(deck.shown, _base) for one in _pages(held, deck, list(slides), address)]
    for one in _numbered(drawn):
        _write(held, one)
    written = io.BytesIO()
    held.file.save(written)
    return written.getvalue()


def _pages(held: Template, deck: Deck, slides: list[AnySlide], address: Address) -> list[_Drawn]:
    """What continued slides say together, on as many as it needs.

    The question stands on the last, the notes with the first.
    """
    slide, parts = slides[0], [content(one, address) for one in slides]
    told, frame = parts[0] if len(parts) == 1 else merged(parts), _frame(deck, slides, address)
    pages = _flowed(held, frame, told)
    if len(pages) > 1 and not frame.part:
        pages = _flowed(held, replace(frame, part="10 av 10"), told)
    if len(pages) == 1 and len(slides) > 1:
        frame = replace(frame, part="")
    made = []
    for number, page in enumerate(pages, 1):
        own = replace(frame, question=frame.question if number == len(pages) else "")
        notes = tuple(words for one in slides for words in one.notes) if number == 1 else ()
        kept, more = _shortened(laid(held.plain, own).content, page)
        made.append(_Drawn(slide, own, kept, (*notes, *more, frame.source, frame.link)))
    return made


def _flowed(held: Template, frame: Frame, told: Content) -> list[Page]:
    free, asked = (laid(held.plain, one).content for one in (replace(frame, question=""), frame))
    pages = flowed(told.blocks, free.width, free.height, asked.height)
    if len(pages) == 1 or not told.smaller:
        return pages
    return flowed(told.smaller, free.width, free.height, asked.height)


def _shortened(room: Area, page: Page) -> tuple[Page, tuple[str, ...]]:
    """What one slide can't hold in any case says less there, and the whole in its notes."""
    if len(page) != 1 or high(page, room.width) <= room.height:
        return page, ()
    block, more = page[0].shortened(room.width, room.height)
    return (block,), more


def _numbered(drawn: list[_Drawn]) -> Iterator[_Drawn]:
    """With the part of each slide that is continued ('del 2 av 3'); what is called as another is told from it."""
    whole, seen, called = Counter(_base(one.slide) for one in drawn), Counter[str](), Counter[str]()
    for one in drawn:
        base = _base(one.slide)
        seen[base] += 1
        part = f"{seen[base]} av {whole[base]}" if whole[base] > 1 else one.frame.part
        frame = replace(one.frame, part=part)
        called[frame.whole] += 1
        twin = f" ({called[frame.whole]})" if called[frame.whole] > 1 else ""
        yield replace(one, frame=replace(frame, headline=frame.headline + twin))


def _base(slide: AnySlide) -> str:
    """The key of the first of the slides that continue each other ('mal-3' of 'mal-3-2')."""
    place = getattr(slide, "part", "").partition(" ")[0]
    return slide.key.removesuffix(f"-{place}") if place not in ("", "1") else slide.key


def _frame(deck: Deck, slides: list[AnySlide], address: Address) -> Frame:
    slide = slides[0]
    return Frame(
        headline=slide.headline,
        part=getattr(slide, "part", "") if len(slides) == 1 else "1 av 2",
        top=deck.whose,
        question=next((one.question for one in slides if one.question), ""),
        source=(before_source(slide, sample=deck.sample) + slide.source).strip(),
        link=address(slide.link) if slide.link else "",
    )


def _write(held: Template, drawn: _Drawn) -> None:
    sheet = Sheet(held, drawn.frame, first=isinstance(drawn.slide, TitleSlide))
    if isinstance(drawn.slide, TitleSlide):
        sheet.subtitle(drawn.slide.facts)
    stacked(sheet, drawn.page, sheet.area)
    sheet.finish(drawn.notes)


def _about(about: object, deck: Deck) -> None:
    """What the file says of itself; a screen reader takes the language from it."""
    facts = {"title": cleaned(deck.title), "author": "Måltavlan", "language": LANGUAGE, "subject": cleaned(deck.name)}
    for name, value in facts.items():
        setattr(about, name, value)
    for name in ("created", "modified"):
        setattr(about, name, datetime.now(UTC).replace(tzinfo=None))
