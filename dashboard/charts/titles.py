"""Titles that are findings: one Swedish sentence counted from the rows, with names where there is room for them."""

from collections.abc import Sequence

from dashboard import swedish
from dashboard.charts.rows import About, GenderRow, LineRow, YearRow
from dashboard.charts.spec import LinePanel, Point
from dashboard.model import Kind

# The longest names, together, that a title still reads well with.
ROOM = 60
VERDICTS = ("bättre", "sämre", "oförändrat")


def gender_title(rows: Sequence[GenderRow], about: About) -> str:
    """Who is on the wrong side of the target and for what; without targets, where the sexes are furthest apart."""
    split = [row for row in rows if row.women is not None and row.men is not None]
    if not split:
        return _said(about, rows, "Ingen uppdelning på kvinnor och män")
    aimed = [row for row in split if row.target is not None]
    if any(set(row.wrong) & {"kvinnor", "män"} for row in aimed):
        return _said(about, rows, _wrong_clauses(aimed, about))
    if aimed and len(aimed) == len(split) and all(row.direction.value != "okänd" for row in aimed):
        return _said(about, rows, f"{sexes(split)} når årsmålet {_where_all(aimed, about)}")
    return _said(about, rows, _widest(split, about))


def sexes(rows: Sequence[GenderRow]) -> str:
    """'Kvinnor och män', or 'Flickor och pojkar' where all rows are about children."""
    return "Flickor och pojkar" if rows and all(row.children for row in rows) else "Kvinnor och män"


def _wrong_clauses(rows: Sequence[GenderRow], about: About) -> str:
    women = [row for row in rows if "kvinnor" in row.wrong]
    men = [row for row in rows if "män" in row.wrong]
    verb = _miss([(row, row.women) for row in women] + [(row, row.men) for row in men])
    both, (one, other) = sexes(rows), sexes(rows).split(" och ")
    if women == men:
        return f"{both} {verb} {_which(women, rows, about)}"
    if not men or not women:
        return f"{one if women else swedish.capital(other)} {verb} {_which(women or men, rows, about)}"
    return f"{one} {verb} {_which(women, rows, about)}, {other} {_which(men, rows, about, short=True)}"


def _miss(cases: Sequence[tuple[GenderRow, float | None]]) -> str:
    sides = {side(value, row.target) for row, value in cases}
    return f"ligger {sides.pop()} årsmålet" if len(sides) == 1 and "" not in sides else "når inte årsmålet"


def side(value: float | None, target: float | None) -> str:
    """'över' or 'under' the target, '' where equal or where one is missing."""
    if value is None or target is None or value == target:
        return ""
    return "över" if value > target else "under"


def _which(some: Sequence[GenderRow], rows: Sequence[GenderRow], about: About, short: bool = False) -> str:
    word = "i" if about.per_unit else "för"
    names = swedish.listed([row.name if about.per_unit else running(row.name) for row in some])
    if len(some) == len(rows) > 1 and len(names) > ROOM // (1 + short):
        return _where_all(some, about)
    if len(names) <= ROOM // (1 + short):
        return f"{word} {names}"
    if short:
        return f"{word} {swedish.spelled(len(some))}"
    return f"{word} {swedish.spelled(len(some))} av {swedish.spelled(len(rows))} {_noun(len(rows), about)}"


def _where_all(rows: Sequence[GenderRow], about: About) -> str:
    if len(rows) == 1:
        return f"i {rows[0].name}" if about.per_unit else f"för {running(rows[0].name)}"
    amount = "båda" if len(rows) == 2 else f"alla {swedish.spelled(len(rows))}"
    return f"i {amount} enheterna" if about.per_unit else f"för {amount} indikatorerna"


def _widest(rows: Sequence[GenderRow], about: About) -> str:
    """The widest gap, told only among rows of one unit of measure."""
    if len({row.unit for row in rows}) > 1:
        return f"{sexes(rows)} sida vid sida"
    row = max(rows, key=lambda row: abs(_gap(row)))
    if _gap(row) == 0:
        return f"Ingen skillnad mellan {sexes(rows).lower()}"
    one, other = sexes([row]).lower().split(" och ")
    high, low = (one, other) if _gap(row) > 0 else (other, one)
    apart = swedish.difference(_gap(row), row.decimals, row.unit)
    place = f" i {row.name}" if about.per_unit else f" för {running(row.name)}"
    return f"{swedish.capital(high)} ligger {apart} högre än {low}{place}"


def _gap(row: GenderRow) -> float:
    return (row.women or 0.0) - (row.men or 0.0)


def year_title(rows: Sequence[YearRow], about: About) -> str:
    """How many went which way since last year, by their direction."""
    before = _before(about)
    judged = [row for row in rows if row.verdict in VERDICTS]
    if not judged:
        return _said(about, rows, f"Inget går att bedöma mot {before}")
    if len(rows) == 1:
        return _said(about, rows, _one_year(rows[0], before))
    if about.some and len(judged) > 1:
        return _said(about, rows, _shown(judged, before, about))
    parties = [(verdict, [row for row in judged if row.verdict == verdict]) for verdict in VERDICTS]
    told = [(verdict, some) for verdict, some in parties if some]
    clauses: list[str] = []
    counted = False
    for verdict, some in told:
        subject, named = _subject(verdict, some, about)
        noun = "" if named or counted else f" {_noun(len(some), about)}"
        counted = counted or not named
        clauses.append(f"{subject}{noun} är {_state(verdict, len(some), '' if clauses else before)}")
    return _said(about, rows, swedish.capital(swedish.listed(clauses)))


def _shown(judged: Sequence[YearRow], before: str, about: About) -> str:
    """'Av fyra visade indikatorer är två bättre än 2024 och två sämre': not to be taken for all there are."""
    noun, amount = _noun(len(judged), about), swedish.spelled(len(judged))
    counts = [(verdict, sum(row.verdict == verdict for row in judged)) for verdict in VERDICTS]
    told = [(verdict, count) for verdict, count in counts if count]
    clauses = [
        f"{swedish.spelled(count)} {_state(verdict, count, '' if place else before)}"
        for place, (verdict, count) in enumerate(told)
    ]
    if len(told) == 1:
        return f"Alla {amount} visade {noun} är {_state(told[0][0], len(judged), before)}"
    return f"Av {amount} visade {noun} är {swedish.listed(clauses)}"


def _subject(verdict: str, some: Sequence[YearRow], about: About) -> tuple[str, bool]:
    """A name that stands alone and has room, and that it is one; else how many."""
    name = some[0].name if about.per_unit else running(some[0].name)
    named = len(some) == 1 and len(name) <= ROOM and verdict != "oförändrat"
    return (name, True) if named else (swedish.spelled(len(some)), False)


def _state(verdict: str, amount: int, since: str) -> str:
    """'bättre än 2024', 'oförändrade sedan 2024'; `since` '' where it was said before."""
    unmoved = verdict == "oförändrat"
    words = swedish.plural(amount, "oförändrad", "oförändrade") if unmoved else verdict
    return f"{words} {'sedan' if unmoved else 'än'} {since}" if since else words


def _noun(amount: int, about: About) -> str:
    one, many = ("enhet", "enheter") if about.per_unit else ("indikator", "indikatorer")
    return swedish.plural(amount, one, many)


def _one_year(row: YearRow, before: str) -> str:
    name = swedish.capital(row.name)
    if row.now is None or row.before is None:
        return f"{name}: {row.verdict}"
    now, then = (swedish.number(value, row.decimals, row.unit) for value in (row.now, row.before))
    if row.verdict == "oförändrat":
        return (
            f"{name} är oförändrat {now}" if now == then else f"{name} är i stort sett som {before}: {now} mot {then}"
        )
    return f"{name} är {row.verdict} än {before}: {now} mot {then}"


def series_title(panels: Sequence[LinePanel], rows: Sequence[LineRow], about: About) -> str:
    """Where the number went from the first year to the last: up or down, never better or worse."""
    name = swedish.capital(about.measure or (rows[0].name if len(rows) == 1 else about.where))
    ends = [pair for panel in panels if (pair := _ends(panel))]
    if not ends:
        return f"{name}: inget utfall att visa"
    if len(panels) == 1:
        return _one_series(name, *ends[0])
    return _many_series(name, ends, about)


def _ends(panel: LinePanel) -> tuple[Point, Point] | None:
    told = [point for point in panel.points if point.whole_year and point.value is not None]
    told = told or [point for point in panel.points if point.value is not None]
    return (told[0], told[-1]) if told else None


def _one_series(name: str, first: Point, last: Point) -> str:
    if first == last:
        return f"{name} är {last.text} {last.label}"
    if first.text == last.text:
        return f"{name} är {last.text} både {first.label} och {last.label}"
    return f"{name} gick från {first.text} {first.label} till {last.text} {last.label}"


def _many_series(name: str, ends: Sequence[tuple[Point, Point]], about: About) -> str:
    moved = [(first, last) for first, last in ends if first != last]
    if not moved or len({(first.label, last.label) for first, last in moved}) > 1:
        return f"{name} {_years(ends)}"
    first, last = moved[0]
    up = sum((b.value or 0.0) > (a.value or 0.0) for a, b in moved)
    down = sum((b.value or 0.0) < (a.value or 0.0) for a, b in moved)
    word, amount = ("högre", up) if up >= down else ("lägre", down)
    if not amount:
        return f"{name} är lika {last.label} som {first.label}"
    return f"{name} är {word} {last.label} än {first.label} i {_share(amount, len(moved), about)}"


def _share(amount: int, whole: int, about: About) -> str:
    """'två av tre enheter', 'båda enheterna', 'alla tre enheterna', 'enheten'."""
    all_of, of = ("enheterna", "enheter") if about.per_unit else ("serierna", "serier")
    if amount < whole:
        return f"{swedish.spelled(amount)} av {swedish.spelled(whole)} {of}"
    if whole == 1:
        return "enheten" if about.per_unit else "serien"
    return f"{'båda' if whole == 2 else f'alla {swedish.spelled(whole)}'} {all_of}"


def _years(ends: Sequence[tuple[Point, Point]]) -> str:
    labels = sorted({point.time: point.label for pair in ends for point in pair}.items())
    if len({label[:2] for _, label in labels if " " in label}) > 1:
        return f"tertial för tertial från {labels[0][1][-4:]} till {labels[-1][1][-4:]}"
    return labels[0][1] if len(labels) == 1 else f"från {labels[0][1]} till {labels[-1][1]}"


def running(name: str) -> str:
    """An indicator's name inside a sentence: a small first letter, unless the word is an abbreviation."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _said(about: About, rows: Sequence[GenderRow] | Sequence[YearRow], finding: str) -> str:
    """Where the panels are units the measure has to be named first; a unit keeps its capital after it."""
    if not about.measure:
        return finding
    named = any(finding.startswith(row.name) for row in rows)
    return f"{swedish.capital(about.measure)}: {finding if named else finding[:1].lower() + finding[1:]}"


def _before(about: About) -> str:
    return f"{about.year - 1}" if about.kind is Kind.VB else f"samma tertial {about.year - 1}"


def years(about: About) -> str:
    """The two periods that are compared: '2024 och 2025', or 'tertial 1 2024 och 2025'."""
    earlier = swedish.period_words(about.kind, about.year - 1).lower() if about.kind is not Kind.VB else about.year - 1
    return f"{earlier} och {about.year}"


def period(about: About) -> str:
    """The period as a subtitle has it: '2025', or 'tertial 1 2025'."""
    if about.kind is Kind.VB:
        return str(about.year)
    return swedish.period_words(about.kind, about.year).lower()
