"""What a page is: a name in `ui.url.ROUTES`, a way to a view, and a way from the view to what is drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from dashboard.model import Selection
from dashboard.ui.markup import Node

if TYPE_CHECKING:
    from dashboard.catalogue import Catalogue
    from dashboard.store.database import Store


class View(Protocol):
    """What every view has beside its own: `title` heads the document, `notices` are shown above the page."""

    @property
    def title(self) -> str: ...

    @property
    def notices(self) -> tuple[str, ...]: ...


V = TypeVar("V", bound=View)


@dataclass(frozen=True, slots=True)
class Page(Generic[V]):
    """`menu` is the label in the menu, None keeps the page out of it; `body` is pure: no store, no clock.

    `inside` makes of the view what who is logged in to import sees; `scriptless` pages are words alone and are also
    sent to who has no scripts.
    """

    name: str
    menu: str | None
    view: "Callable[[Store, Catalogue, Selection], V]"
    body: Callable[[V], Node]
    inside: Callable[[V], V] | None = None
    scriptless: bool = False


AnyPage = Page[Any]
