"""The store's earlier states: which of them an address or a command means, and what is said where it is gone."""

from collections import OrderedDict
from dataclasses import replace
from threading import Lock

from dashboard.errors import UserError
from dashboard.store import snapshots
from dashboard.store.database import Store
from dashboard.store.snapshots import Snapshot
from dashboard.swedish import date_words
from dashboard.tasks.shelf import Shelf

# Each open snapshot is a database of its own; a meeting looks at one or two.
_MOST_OPEN = 4


class Past:
    """Opens snapshots of a store's history; safe to share between threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._open: OrderedDict[str, Store] = OrderedDict()
        self._opening = Lock()

    def at(self, wanted: str) -> tuple[Store, Snapshot] | None:
        """The store as it was at a snapshot's id, or at a day's end ('2026-03-26'); None where that is not kept."""
        found = snapshots.at(self._kept(), wanted)
        if found is None:
            return None
        with self._opening:
            held = self._open.pop(found.id, None) or self._store.at(found.id)
            self._open[found.id] = held
            while len(self._open) > _MOST_OPEN:
                self._open.popitem(last=False)
        return held, found

    def shelf(self, held: Shelf, wanted: str | None) -> Shelf:
        """What files of that state are made from; UserError where it is gone."""
        if not wanted:
            return held
        found = self.at(wanted)
        if found is None:
            raise self.gone(wanted)
        return replace(held, store=found[0], per=wanted)

    def gone(self, wanted: str) -> UserError:
        """Why that state can't be shown, and from when the oldest is that can."""
        kept = self._kept()
        oldest = f"Det äldsta läge som finns kvar är från {date_words(kept[-1].made[:10])}." if kept else ""
        if snapshots.is_day(wanted):
            return UserError(f"Hur det såg ut {date_words(wanted)} finns inte kvar i datalagret.", oldest)
        return UserError(f"Läget ”{wanted[:40]}” finns inte kvar i datalagret.", oldest)

    def _kept(self) -> list[Snapshot]:
        try:
            return snapshots.history(self._store.folder)
        except UserError:
            return []
