"""The store as pages ask it: one DuckDB database per process and snapshot, one cursor per question."""

import ctypes
import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

import duckdb
import pyarrow as pa

from dashboard.errors import StoreError
from dashboard.store import schema, small_groups, snapshots
from dashboard.store.answers import BYTES_OF_A_CELL, Answers
from dashboard.store.small_groups import SmallGroups

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

QUERIES = Path(__file__).resolve().parent / "queries"
RowType = TypeVar("RowType", bound="DataclassInstance")
_TRIES = 3
# One row per report, and every page asks for it: in memory that takes half the time of reading the file anew.
_IN_MEMORY = "documents"
_REMEDY = "Läs in rapporterna på nytt i en tom mapp."


@dataclass(frozen=True, slots=True)
class _Database:
    """`process` is the one that opened it: a child that was forked afterwards must open its own, or it hangs."""

    snapshot: str | None
    process: int
    connection: duckdb.DuckDBPyConnection
    answers: Answers = field(default_factory=Answers)


class Store:
    """Answers the questions in queries/*.sql over the current snapshot; a folder that is missing answers without rows.

    Opened by the first question, so after a server's fork. Safe to share between threads. Every question looks at the
    pointer file, so a commit by another process is seen at once; questions under way end in the snapshot they began in.
    """

    def __init__(self, folder: Path, *, snapshot: str | None = None, hidden: SmallGroups | None = None) -> None:
        """`hidden` says which splits nobody is to see; None shows all, which is for who runs the store."""
        self.folder = folder
        self._hidden = hidden
        self._pinned = snapshot
        self._database: _Database | None = None
        self._opening = threading.Lock()

    def at(self, snapshot: str) -> "Store":
        """The store as it was: the same questions over one snapshot of the history, whatever is committed later."""
        return Store(self.folder, snapshot=snapshot, hidden=self._hidden)

    @property
    def snapshot(self) -> str:
        """The id of the snapshot that questions are answered from now, '' while nothing was imported."""
        return self._wanted() or ""

    def history(self) -> list[snapshots.Snapshot]:
        """The states that are kept, from this store's own back to the oldest."""
        kept = snapshots.history(self.folder)
        own = self.snapshot
        return kept[next((place for place, one in enumerate(kept) if one.id == own), len(kept)) :]

    def ask(self, question: str, **bound: object) -> pa.Table:
        """The answer of queries/<question>.sql; `bound` are its $parameters, lists and tuples allowed."""
        text = _text(question)
        values = {name: list(value) if isinstance(value, tuple) else value for name, value in bound.items()}
        for _ in range(_TRIES):
            asked = self._wanted()
            try:
                return self._cursor().execute(text, values or None).to_arrow_table()
            except (duckdb.IOException, StoreError):
                # Only a snapshot that was swept away while we asked is worth another try.
                if self._wanted() == asked:
                    raise
        return self._cursor().execute(text, values or None).to_arrow_table()

    def rows(self, question: str, row: type[RowType], **bound: object) -> list[RowType]:
        """The answer as frozen dataclasses, filled by column name; text becomes the field's StrEnum, a list a tuple.

        Columns without a field are left out; a field without a column is a TypeError unless it has a default.
        """
        asked = (question, row, *((name, _fixed(value)) for name, value in sorted(bound.items())))
        answers = self._answers()
        held = answers.get(asked)
        if held is None:
            table = self.ask(question, **bound)
            held = tuple(_records(question, table, row))
            answers.keep(asked, held, table.nbytes + BYTES_OF_A_CELL * (table.num_rows + 1) * table.num_columns)
        return list(held)

    def _answers(self) -> Answers:
        return self._opened().answers

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        return self._opened().connection.cursor()

    def _opened(self) -> _Database:
        wanted = self._wanted()
        database = self._database
        if database is None or database.snapshot != wanted or database.process != os.getpid():
            database = self._reopened()
        return database

    def _wanted(self) -> str | None:
        return self._pinned or snapshots.current(self.folder)

    def _reopened(self) -> _Database:
        """The old database is not closed but let go: cursors on it keep it alive until they are done."""
        with self._opening:
            wanted = self._wanted()
            database = self._database
            if database is not None and database.process != os.getpid():
                _leave_alone(database.connection)
            if database is None or database.snapshot != wanted or database.process != os.getpid():
                database = self._database = _Database(wanted, os.getpid(), self._connected(wanted))
            return database

    def _connected(self, snapshot: str | None) -> duckdb.DuckDBPyConnection:
        connection = duckdb.connect(":memory:")
        try:
            if snapshot is None:
                for name, table in schema.empty().items():
                    connection.from_arrow(table).create(small_groups.printed(name))
            else:
                _lay_views(connection, self.folder, snapshot)
            small_groups.lay(connection, self._hidden)
            connection.execute((QUERIES / "views" / "current.sql").read_text(encoding="utf-8"))
            _lock(connection, self.folder, snapshot)
        except duckdb.Error as error:
            raise StoreError(f"Datalagret {self.folder} går inte att öppna.", _REMEDY) from error
        return connection


def _leave_alone(inherited: duckdb.DuckDBPyConnection) -> None:
    """Closing a database that came with a fork waits for threads that only the parent has: it is never let go."""
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(inherited))


def _lay_views(connection: duckdb.DuckDBPyConnection, folder: Path, snapshot: str) -> None:
    for name, late in snapshots.opened(folder, snapshot).items():
        empty = "".join(f', cast(null as {_SQL_TYPES[str(column.type)]}) as "{column.name}"' for column in late)
        source = _quoted(snapshots.file_of(folder.resolve(), snapshot, name))
        # Names from our own schema and paths of our own making: nothing here comes from a reader.
        kind = "table" if name == _IN_MEMORY else "view"
        laid = small_groups.printed(name)
        connection.execute(f'create {kind} "{laid}" as select *{empty} from read_parquet({source})')  # noqa: S608


_SQL_TYPES = {"string": "varchar", "int64": "bigint", "double": "double", "bool": "boolean"}
_SQL_TYPES |= {"list<element: double>": "double[]", "list<element: int64>": "bigint[]"}


def _lock(connection: duckdb.DuckDBPyConnection, folder: Path, snapshot: str | None) -> None:
    """From here on the database reads this snapshot's folder and nothing else, whatever a question says."""
    allowed = "" if snapshot is None else _quoted(snapshots.folder_of(folder.resolve(), snapshot))
    for setting in (
        "parquet_metadata_cache = true",  # a snapshot's files never change
        "autoinstall_known_extensions = false",
        "autoload_known_extensions = false",
        f"allowed_directories = [{allowed}]",
        "enable_external_access = false",
        "lock_configuration = true",
    ):
        connection.execute(f"set global {setting}")


def _quoted(path: Path) -> str:
    return "'" + path.as_posix().replace("'", "''") + "'"


@cache
def _text(question: str) -> str:
    if not question.replace("_", "").isalnum():
        raise ValueError(f"not the name of a question: {question!r}")
    return (QUERIES / f"{question}.sql").read_text(encoding="utf-8")


def _fixed(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


Maker = Callable[[Any], Any] | None


@cache
def _makers(row: "type[DataclassInstance]") -> Mapping[str, Maker]:
    hints = get_type_hints(row)
    return {item.name: _maker(hints[item.name]) for item in fields(row) if item.init}


@cache
def _by_place(row: "type[DataclassInstance]") -> tuple[str, ...]:
    """The fields in their order: given without their names, thousands of rows take two thirds of the time."""
    return tuple(item.name for item in fields(row) if item.init and not item.kw_only)


@cache
def _required(row: "type[DataclassInstance]") -> frozenset[str]:
    free = (MISSING, MISSING)
    return frozenset(item.name for item in fields(row) if item.init and (item.default, item.default_factory) == free)


def _maker(hint: Any) -> Maker:
    """What makes a column's value the field's type, None where it is that already."""
    choices = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    for choice in choices:
        if get_origin(choice) is tuple:
            return tuple
        if isinstance(choice, type) and issubclass(choice, StrEnum):
            # A row's words of the model come by the thousand: looking one up takes a fifth of making it.
            return {str(member): member for member in choice}.__getitem__
    return None


def _records(question: str, table: pa.Table, row: type[RowType]) -> list[RowType]:
    makers = {name: maker for name, maker in _makers(row).items() if name in table.column_names}
    if lacking := _required(row) - makers.keys():
        raise TypeError(f"{question}.sql has no column for {', '.join(sorted(lacking))} of {row.__name__}")
    columns = [_made(table[name].to_pylist(), maker) for name, maker in makers.items()]
    if tuple(makers) == _by_place(row):
        return [row(*values) for values in zip(*columns, strict=True)]
    return [row(**dict(zip(makers, values, strict=True))) for values in zip(*columns, strict=True)]


def _made(values: list[Any], maker: Maker) -> list[Any]:
    return values if maker is None else [None if value is None else maker(value) for value in values]
