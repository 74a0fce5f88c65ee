"""The one place that hides the sexes of small groups: every question of a public store goes through these views.

What is hidden is gone from the answers: cells, raw cells, quotes, doubts, corrections and the row's own words. No page,
export or address can show what the store does not tell. `dashboard.store.sums` finds what would give it away.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from dashboard.catalogue import Catalogue
from dashboard.settings import Settings
from dashboard.store.sums import Figures, given_away
from dashboard.swedish import parse_cell

if TYPE_CHECKING:
    import duckdb

HIDDEN_WORDS = "dold: liten grupp"
LEFT_OUT = "[Ett stycke visas inte: gruppen är för liten.]"
# Units in which a figure counts people; in other units, or in none, it does so where the two sexes make the total.
_PEOPLE = frozenset(("st", "person", "personer", "barn", "elev", "elever"))
_NO_COUNT = frozenset(("%", "promille", "mnkr", "mkr", "msek", "tkr", "kr", "kronor", "sek", "index", "poäng"))
_GUARDED = ("outcomes", "texts", "doubts", "corrections")
# Words that tell of a sex: 'en man', 'männen', 'kvinnor' …, but not 'människor' or 'allmän'.
_SEXED = r"kvinn|flick|pojk|tjej|kill|\bdam|\bherr|\bmän(?:nen|nens|s)?\b|\bman(?:nen|nens)?\b|\bmanlig"


class Key(NamedTuple):
    """The figure that a split belongs to, whatever version of a report prints it."""

    unit: str
    indicator: str
    year: int
    kind: str


@dataclass(frozen=True, slots=True)
class SmallGroups:
    """Below `threshold` people a group is small; `counted` are the indicators that count people."""

    threshold: int
    counted: frozenset[str] = frozenset()


def rule(settings: Settings, catalogue: Catalogue) -> SmallGroups:
    """What nobody is to see of the settings' store: indicators about people in a unit of people count people."""
    known = catalogue.indicators.values()
    counted = (one.id for one in known if one.about_people and one.unit in _PEOPLE)
    return SmallGroups(settings.small_group, frozenset(counted))


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """What is known of one row's groups: its figures as read, with the cells as printed, and the groups' sizes."""

    outcome: float | None = None
    women: float | None = None
    men: float | None = None
    measure_unit: str | None = None
    raw_outcome: str = ""
    raw_women: str = ""
    raw_men: str = ""
    size: float | None = None
    women_size: float | None = None
    men_size: float | None = None


def small(split: Split, threshold: int, *, counted: bool = False) -> bool:
    """Whether the split must not be shown: a group of known size is below the threshold, or its figure is withheld."""
    if any(parse_cell(cell).withheld for cell in (split.raw_outcome, split.raw_women, split.raw_men)):
        return True
    if split.size is not None and 0 < split.size < 2 * threshold:
        return True  # one of two groups is then at most half of it
    told = [_groups(split.size, split.women_size, split.men_size)]
    if counts_people(split, counted=counted):
        told.append(_groups(split.outcome, split.women, split.men))
    # Where there is nobody at all, there is nobody to know.
    return any(min(groups) < threshold for groups in told if groups and max(groups) > 0)


def counts_people(split: Split, *, counted: bool = False) -> bool:
    """Whether the row's own figures are numbers of people, so that they are the groups' sizes."""
    figures = [value for value in (split.outcome, split.women, split.men) if value is not None]
    if any(value != int(value) or value < 0 for value in figures) or split.measure_unit in _NO_COUNT:
        return False
    if counted or split.measure_unit in _PEOPLE:
        return True
    return len(figures) == 3 and split.women + split.men == split.outcome  # type: ignore[operator]


def _groups(total: float | None, women: float | None, men: float | None) -> list[float]:
    """The sizes that are told, and the one that the other gives together with the total."""
    told = [size for size in (women, men) if size is not None]
    return [*told, total - told[0]] if len(told) == 1 and total is not None else told


def printed(name: str) -> str:
    """The name of the table as it is in the snapshot, before anything is hidden."""
    return f"printed_{name}" if name in _GUARDED else name


def lay(connection: "duckdb.DuckDBPyConnection", rule: SmallGroups | None) -> None:
    """Makes the views that questions ask; without a rule they show everything but the groups' sizes."""
    connection.execute("create table hidden_splits (unit varchar, indicator varchar, year bigint, kind varchar)")
    keys = hidden(connection, rule) if rule else set()
    if keys:
        connection.executemany("insert into hidden_splits values (?, ?, ?, ?)", sorted(keys))
    connection.execute(_HIDDEN_ROWS if keys else _NO_ROWS)
    for view in _VIEWS if keys else _OPEN_VIEWS:
        connection.execute(view)


def hidden(connection: "duckdb.DuckDBPyConnection", rule: SmallGroups) -> set[Key]:
    """The figures whose split is small, and those that would give such a one away."""
    suspects = _asked(connection, _SUSPECTS, [rule.threshold])
    keys = {
        _key(row) for row in suspects if small(_split(row), rule.threshold, counted=row["indicator"] in rule.counted)
    }
    if not keys:
        return keys
    rows = _asked(connection, _RELATED, [[key.indicator for key in keys], [key.year for key in keys]])
    figures = {
        _key(row): Figures(row["outcome"], row["women"], row["men"])
        for row in rows
        if counts_people(_split(row), counted=row["indicator"] in rule.counted)
        and None not in (row["outcome"], row["women"], row["men"])
    }
    return widened(keys, figures)


def widened(keys: set[Key], figures: dict[Key, Figures]) -> set[Key]:
    """With the other periods of the same year, and the units that sum; again until nothing new is found."""
    found = set(keys)
    while True:
        before = len(found)
        told = {(key.unit, key.indicator, key.year) for key in found if key in figures}
        # A tertial's people are among the year's: with one more of them the two periods give each other away.
        found |= {key for key in figures if (key.unit, key.indicator, key.year) in told}
        for cut in {(key.indicator, key.year, key.kind) for key in found}:
            units = {key.unit: one for key, one in figures.items() if key[1:] == cut}
            away = given_away(units, {key.unit for key in found if key[1:] == cut})
            found |= {Key(unit, *cut) for unit in away}
        if len(found) == before:
            return found


def _asked(connection: "duckdb.DuckDBPyConnection", question: str, bound: Sequence[Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = connection.execute(question, bound).to_arrow_table().to_pylist()
    return rows


def _key(row: dict[str, Any]) -> Key:
    return Key(row["unit"], row["indicator"], row["year"], row["kind"])


def _split(row: dict[str, Any]) -> Split:
    return Split(**{name: row[name] for name in Split.__dataclass_fields__})


def _columns(names: Iterable[str]) -> str:
    return ", ".join(names)


# Literals of our own, no reader's words: the questions are put together once, when the module is loaded.
_COLUMNS = _columns((*Key._fields, *Split.__dataclass_fields__))
_TOLD = "(women is not null or men is not null or raw_women <> '' or raw_men <> '')"
_SUSPECTS = f"""
    select {_COLUMNS} from printed_outcomes
    where {_TOLD} and (least(women, men, outcome - women, outcome - men) < $1
        or size < 2 * $1 or least(women_size, men_size, size - women_size, size - men_size) < $1
        or regexp_matches(lower(concat_ws(' ', raw_outcome, raw_women, raw_men)), '<|färre|mindre|under'))
"""  # noqa: S608
_RELATED = f"""
    select {_COLUMNS} from printed_outcomes o
    where {_TOLD} and list_contains($1, indicator) and list_contains($2, year)
    order by (select d.superseded_by is null from documents d where d.id = o.document)
"""  # noqa: S608
_HIDDEN_ROWS = """
    create table hidden_rows as
    select document, number, place_line from printed_outcomes
    semi join hidden_splits using (unit, indicator, year, kind)
"""
_NO_ROWS = "create table hidden_rows (document varchar, number bigint, place_line bigint)"
_SIZES = "null::double as size, null::double as women_size, null::double as men_size"
_OPEN_VIEWS = (
    f"create view outcomes as select * replace ({_SIZES}), false as split_hidden from printed_outcomes",  # noqa: S608
    *(f"create view {name} as select * from printed_{name}" for name in _GUARDED if name != "outcomes"),  # noqa: S608
)
_PARAGRAPH = rf"'(?i)[^\n]*(?:{_SEXED})[^\n]*', '{LEFT_OUT}', 'g'"
_OF_ROW = "h.document = t.document and h.number = t"
_VIEWS = (
    f"""
    create view outcomes as
    select o.* replace ({_SIZES},
            case when h.unit is null then o.women end as women,
            case when h.unit is null then o.men end as men,
            case when h.unit is null then o.raw_women else '' end as raw_women,
            case when h.unit is null then o.raw_men else '' end as raw_men,
            case when h.unit is null or not regexp_matches(o.status_text_quote, '(?i){_SEXED}')
                 then o.status_text_quote end as status_text_quote),
        h.unit is not null as split_hidden
    from printed_outcomes o
    left join hidden_splits h
      on h.unit = o.unit and h.indicator = o.indicator and h.year = o.year and h.kind = o.kind
    """,  # noqa: S608
    f"""
    create view texts as
    select t.* replace (
        case when h.document is null then t.body else regexp_replace(t.body, {_PARAGRAPH}) end as body)
    from printed_texts t left join hidden_rows h on t."of" = 'outcome' and {_OF_ROW}.number
    """,  # noqa: S608
    f"""
    create view doubts as
    select t.* replace (
        case when h.document is null then t.text else '{HIDDEN_WORDS}' end as text,
        case when h.document is null or not regexp_matches(t.reason, '[0-9]') then t.reason
             else 'En uppgift på raden är tveksam. Den visas inte, för gruppen är liten.' end as reason)
    from printed_doubts t
    left join (select document, number, any_value(place_line) as place_line from hidden_rows group by all) h
      on h.document = t.document and (h.number = t.outcome or t.outcome is null and h.place_line = t.place_line)
    """,  # noqa: S608
    f"""
    create view corrections as
    select t.* replace (
        case when h.document is null then t.before else '{HIDDEN_WORDS}' end as before,
        case when h.document is null then t.after else '{HIDDEN_WORDS}' end as after,
        case when h.document is null then t.why else regexp_replace(t.why, {_PARAGRAPH}) end as why)
    from printed_corrections t
    left join hidden_rows h
      on h.document = t.document and t.table_name = 'outcomes'
     and (t.column_name in ('women', 'men', '') and h.number = t.number or t.decision in ('utelämnat', 'inskrivet'))
    """,  # noqa: S608
)
