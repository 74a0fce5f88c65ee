"""One entry of a catalogue file, read field by field; what is wrong is said in Swedish with file and entry."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from dashboard.errors import CatalogueError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """A TOML table of `file`; `label` is how an error names it."""

    file: str
    label: str
    values: Mapping[str, Any]

    def only(self, *allowed: str) -> None:
        """Refuses fields that nobody reads, which are most often misspelt ones."""
        unknown = sorted(set(self.values) - set(allowed))
        if unknown:
            raise self.wrong(f"har okända fält: {', '.join(unknown)}", "Rätta stavningen eller ta bort dem.")

    def need(self, field: str, kind: type[T]) -> T:
        value = self.maybe(field, kind)
        if value is None:
            raise self.wrong(f"saknar fältet {field}")
        return value

    def maybe(self, field: str, kind: type[T]) -> T | None:
        value = self.values.get(field)
        if value is None:
            return None
        # bool is an int to isinstance, and `decimals = true` must not pass for 1.
        if type(value) is not kind or value == "":
            raise self.wrong(f"har fel slags värde i fältet {field}")
        return value

    def count(self, field: str) -> int:
        value = self.need(field, int)
        if value < 0:
            raise self.wrong(f"har ett negativt tal i fältet {field}")
        return value

    def number(self, field: str) -> float | None:
        """A number with or without decimals, as TOML has both."""
        value = self.values.get(field)
        if value is not None and type(value) not in (int, float):
            raise self.wrong(f"har något annat än ett tal i fältet {field}")
        return None if value is None else float(value)

    def inner(self, field: str) -> "Entry | None":
        value = self.maybe(field, dict)
        return None if value is None else Entry(self.file, f"{self.label} ({field})", value)

    def wrong(self, what: str, remedy: str = "") -> CatalogueError:
        return CatalogueError(f"Katalogfilen {self.file}: {self.label} {what}.", remedy)


def read(folder: Path, file: str) -> Entry:
    """The whole file as one entry."""
    try:
        values = tomllib.loads((folder / file).read_text(encoding="utf-8"))
    except OSError as error:
        raise CatalogueError(f"Katalogfilen {file} kan inte läsas.", f"Lägg den i mappen {folder.name}.") from error
    except ValueError as error:  # not UTF-8, or not TOML
        raise CatalogueError(f"Katalogfilen {file} är inte giltig TOML: {error}.") from error
    return Entry(file, "filen", values)


def entries(folder: Path, file: str, table: str) -> list[Entry]:
    """The [[table]] entries of a file that holds nothing else."""
    whole = read(folder, file)
    whole.only(table)
    found = whole.maybe(table, list) or []
    if not all(isinstance(values, dict) for values in found):
        raise whole.wrong(f"har {table} i annan form än [[{table}]]")
    return [Entry(file, str(values.get("id") or values.get("name") or "en post utan id"), values) for values in found]
