"""How far a reader has come: readers tell it page by page, whoever runs them may listen."""

from collections.abc import Callable

Listener = Callable[[int, int], None]


class _Ear:
    """One reader runs at a time in a process of its own, so one listener is enough."""

    listener: Listener | None = None


def tell(page: int, pages: int) -> None:
    """Called by a reader when it begins page `page` of `pages`; costs nothing where nobody listens."""
    if _Ear.listener is not None:
        _Ear.listener(page, pages)


def listen(listener: Listener | None) -> None:
    """From now on `listener` hears what readers of this process tell."""
    _Ear.listener = listener
