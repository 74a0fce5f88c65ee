"""Om: the rules as the specification tables have them, the catalogue, where figures come from, accessibility."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.analysis.rules import Chapter, chapters
from dashboard.catalogue import Catalogue, Indicator
from dashboard.model import Direction, Selection
from dashboard.swedish import amount_words, capital, slug, sort_key, spelled
from dashboard.views.accessibility import Part, statement
from dashboard.views.indicator_words import direction_words
from dashboard.views.line import Fact
from dashboard.views.link import Link
from dashboard.views.sentences import Lead

if TYPE_CHECKING:
    from dashboard.store.database import Store


@dataclass(frozen=True, slots=True)
class Rule:
    """A chapter of the rules; `id` is its place on the page."""

    id: str
    chapter: Chapter


ATTENTION_RULE = "Att uppmärksamma"
CHANGES_RULE = "Vad har ändrats"


def rule_link(title: str) -> Link:
    """The way to a chapter of the rules by its title."""
    return Link("om", fragment=_rule_place(title))


def _rule_place(title: str) -> str:
    return f"regel-{slug(title)}"


@dataclass(frozen=True, slots=True)
class Known:
    """An indicator of the catalogue."""

    id: str
    name: str
    link: Link
    unit: Fact
    direction: Fact
    people: str
    band: Fact


@dataclass(frozen=True, slots=True)
class OmView:
    title: str
    lead: Lead
    rules: tuple[Rule, ...]
    catalogue: tuple[Known, ...]
    catalogue_words: str
    samples: str
    accessibility: tuple[Part, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Amounts:
    """A row of queries/samples.sql."""

    sample_count: int
    document_count: int


def view(store: "Store", catalogue: Catalogue, selection: Selection, contact: str = "") -> OmView:
    """`contact` is whom a reader turns to, in the municipality's own words."""
    amounts = store.rows("samples", _Amounts)[0]
    known = sorted(catalogue.indicators.values(), key=lambda one: sort_key(one.name))
    return OmView(
        title="Om Måltavlan",
        lead=Lead(
            "Måltavlan läser kommunala enheters uppföljningsrapporter och visar hur långt målen är uppfyllda.",
            "Enhetens egen bedömning står först. Det som räknas fram ur siffrorna står bredvid, aldrig i stället.",
        ),
        rules=tuple(Rule(_rule_place(chapter.title), chapter) for chapter in chapters()),
        catalogue=tuple(_known(one) for one in known),
        catalogue_words=_catalogue_words(known),
        samples=_samples(amounts),
        accessibility=statement(contact),
        notices=selection.notices,
    )


def _known(one: Indicator) -> Known:
    return Known(
        id=one.id,
        name=one.name,
        link=Link("indikator", Selection(indicator=one.id)),
        unit=Fact(one.unit) if one.unit else Fact("tal utan enhet", missing=True),
        direction=Fact(direction_words(one), missing=one.direction is Direction.UNKNOWN),
        people="Ja" if one.about_people else "Nej",
        band=Fact(one.band.source) if one.band else Fact("inget spann", missing=True),
    )


def _catalogue_words(known: list[Indicator]) -> str:
    lacking = sum(one.direction is Direction.UNKNOWN for one in known)
    told = f"{amount_words(len(known), 'indikator', 'indikatorer')} finns i katalogen. "
    return told + (f"{capital(spelled(lacking))} saknar riktning." if lacking else "Alla har en riktning.")


def _samples(amounts: _Amounts) -> str:
    if not amounts.document_count:
        return "Just nu är inga rapporter inlästa."
    if not amounts.sample_count:
        return "Just nu visas inga exempelrapporter."
    of = amount_words(amounts.document_count, "inläst rapport", "inlästa rapporter")
    return f"Just nu är {spelled(amounts.sample_count)} av {of} exempel."
