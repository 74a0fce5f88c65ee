"""Ordlista: the glossary as a page, each term with the place of its rule."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.model import Selection
from dashboard.views.glossary import TermGroup, glossary

if TYPE_CHECKING:
    from dashboard.store.database import Store


@dataclass(frozen=True, slots=True)
class Ordlista:
    title: str
    lead: str
    groups: tuple[TermGroup, ...]
    notices: tuple[str, ...] = ()


def view(store: "Store", catalogue: Catalogue, selection: Selection) -> Ordlista:
    lead = "Samma förklaringar visas på sidorna när du pekar på ett tecken eller ett prickat understruket ord."
    return Ordlista("Ordlista", lead, glossary(), selection.notices)
