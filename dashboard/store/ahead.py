"""A store that reads the reports of many units at once: a question costs much the same for one report as for twenty."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.store.answers import Answers
from dashboard.store.database import Store

# Questions whose rows are each of one document, and what lists they can be asked with: those rows alone are the answer.
_ASKED = {
    "indicator_rows": {"documents": "document", "indicators": "indicator"},
    "goal_lines": {"documents": "document"},
    "activities": {"documents": "document"},
    "feedback": {"documents": "document"},
}
_ALWAYS_THE_SAME = "reports"


class Ahead(Store):
    """Answers as `store` does, and asks it once for all of `documents`; every other question goes through to it.

    It is for a work that takes in all these documents, in the snapshot that `store` has when the work begins.
    """

    def __init__(self, store: Store, documents: Sequence[str]) -> None:
        super().__init__(store.folder)
        self._behind, self._documents, self._read = store, list(documents), dict[str, pa.Table]()
        # Its own tables are what it keeps, and it opens no database of its own.
        self._nothing = Answers(most=0)

    @property
    def snapshot(self) -> str:
        return self._behind.snapshot

    def _answers(self) -> Answers:
        return self._nothing

    def at(self, snapshot: str) -> Store:
        return self._behind.at(snapshot)

    def ask(self, question: str, **bound: object) -> pa.Table:
        if question == _ALWAYS_THE_SAME:
            return self._once(question)
        columns = _ASKED.get(question)
        documents = bound.get("documents")
        if columns is None or not isinstance(documents, list) or not set(documents) <= set(self._documents):
            return self._behind.ask(question, **bound)
        every = {name: self._documents if name == "documents" else None for name in columns}
        table = self._once(question, **every)
        for name, column in columns.items():
            wanted = bound.get(name)
            if isinstance(wanted, list):
                table = table.filter(pc.is_in(table[column], value_set=pa.array(wanted, pa.string())))
        return table

    def _once(self, question: str, **bound: object) -> pa.Table:
        if question not in self._read:
            self._read[question] = self._behind.ask(question, **bound)
        return self._read[question]
