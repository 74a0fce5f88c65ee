"""The part of the catalogue that reading a report needs."""

from typing import Protocol


class Known(Protocol):
    """An indicator of the catalogue, as far as reading goes."""

    @property
    def name(self) -> str: ...


class Names(Protocol):
    """Finds indicators and units by their printed names; a name that is not known still gets an id."""

    def match_indicator(self, name: str, /) -> tuple[str, bool]: ...

    def match_unit(self, name: str, /) -> tuple[str, bool]: ...

    def board_of(self, unit_id: str, /) -> str | None: ...
