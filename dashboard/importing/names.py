"""The part of the catalogue that reading a report needs."""

from typing import Protocol

from dashboard.catalogue.likeness import PROPOSAL, Likeness
from dashboard.model import Doubt, Place, Severity


class Known(Protocol):
    """An indicator of the catalogue, as far as reading goes."""

    @property
    def name(self) -> str: ...


class Names(Protocol):
    """Finds indicators and units by their printed names; a name that is not known still gets an id."""

    def match_indicator(self, name: str, /) -> tuple[str, bool]: ...

    def match_unit(self, name: str, /) -> tuple[str, bool]: ...

    def like_indicator(self, name: str, /) -> Likeness | None: ...

    def like_unit(self, name: str, /) -> Likeness | None: ...

    def board_of(self, unit_id: str, /) -> str | None: ...


def proposal(printed: str, found: Likeness, place: Place, outcome: int | None = None) -> Doubt:
    """The question whether a printed name is a known one; until it is answered the row or report keeps its own id.

    `text` is the printed name, by which the answer finds the question.
    """
    reason = f"Liknar ”{found.name}” ({found.percent} %). Är det samma?"
    return Doubt(PROPOSAL, reason, printed, place, Severity.WARNING, outcome)
