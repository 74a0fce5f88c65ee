"""What one indicator's figures say over its units: the lead of its page, and what the catalogue knows of it."""

from collections import Counter
from collections.abc import Sequence

from dashboard.analysis.change import Verdict
from dashboard.catalogue import Indicator
from dashboard.model import Direction, Kind, Status
from dashboard.swedish import capital, listed, period_words, span, spelled
from dashboard.views.judged import Judged
from dashboard.views.line import Fact, distance
from dashboard.views.sentences import Lead

DIRECTION_WORDS = {
    Direction.HIGHER: "Högre är bättre",
    Direction.LOWER: "Lägre är bättre",
    Direction.WITHIN: "Inom ett spann är bäst",
    Direction.UNKNOWN: "Saknar riktning",
}
MEND = (
    "Utan riktning räknas ingen status fram och inget kallas bättre eller sämre. Riktningen läggs till i filen "
    "data/catalogue/indicators.toml, på raden direction, och gäller då alla enheter och år."
)
MEND_NEW = (
    "Indikatorn finns inte i katalogen än. Den visas utan färg tills någon lägger till den i filen "
    "data/catalogue/indicators.toml, eller knyter namnet till en känd indikator i spellings.toml."
)


def lead(rows: Sequence[tuple[str, Judged]], kind: Kind, year: int) -> Lead:
    """The finding of one period over its units; `rows` has each unit's name with its row."""
    when = str(year) if kind is Kind.VB else period_words(kind, year).lower()
    told = [(name, row) for name, row in rows if row.row.outcome is not None]
    if kind is Kind.VP:
        return Lead(f"{_units(len(rows))} har indikatorn i sin plan för {year}.", "Utfallet kommer i uppföljningen.")
    if not told:
        return Lead(f"Inget utfall är redovisat för {when}.", "Varför står på raderna nedan.")
    if len(told) == 1:
        return _single(*told[0], when)
    if kind is not Kind.VB:
        return Lead(f"{_units(len(told))} redovisar utfall för {when}.", _tertial(told, year))
    parts = [reported_clause(told, when), _computed_clause([row for _, row in told]), _changes(told, str(year - 1))]
    found = [part for part in parts if part]
    return Lead(found[0], " ".join(found[1:]))


def _single(name: str, judged: Judged, when: str) -> Lead:
    strong = f"{name} redovisar {judged.outcome_printed} för {when}."
    if judged.row.kind is not Kind.VB:
        return Lead(strong, "Ett tertial jämförs inte med årsmålet.")
    parts = []
    if judged.reported not in (None, Status.INGEN):
        parts.append(f"Enheten rapporterar att årsmålet uppfylls {judged.reported}.")
    apart = distance(judged)
    if apart and judged.target_printed:
        aim = " årsmålet" if apart.endswith(("över", "under")) else ""
        parts.append(f"Det är {apart}{aim} {judged.target_printed}.")
    elif apart:
        parts.append(f"Det är {apart}.")
    if judged.direction is Direction.UNKNOWN:
        parts.append("Riktningen saknas i katalogen, så ingen status räknas fram.")
    elif judged.change.verdict in (Verdict.BETTER, Verdict.WORSE):
        parts.append(f"Det är {judged.change.verdict} än {judged.row.then_year}, som hade {judged.previous_printed}.")
    elif judged.change.verdict is Verdict.UNCHANGED:
        parts.append(f"Det är oförändrat mot {judged.row.then_year}.")
    return Lead(strong, " ".join(parts))


def reported_clause(rows: Sequence[tuple[str, Judged]], when: str) -> str:
    """'Två av tre enheter rapporterar att årsmålet uppfylls helt 2025, en delvis.'; '' where none judges."""
    said: Counter[Status] = Counter(row.reported for _, row in rows if row.reported not in (None, Status.INGEN))
    if not said:
        return ""
    order = [status for status in (Status.HELT, Status.DELVIS, Status.EJ) if said[status]]
    first, *others = order
    rest = [f"{spelled(said[status])} {status}" for status in others]
    silent = len(rows) - said.total()
    if silent:
        rest.append(f"{spelled(silent)} anger ingen status")
    tail = f", {listed(rest)}" if rest else ""
    return f"{_of_all(said[first], len(rows))} rapporterar att årsmålet uppfylls {first} {when}{tail}."


def _computed_clause(rows: Sequence[Judged]) -> str:
    if all(row.direction is Direction.UNKNOWN for row in rows):
        return "Riktningen saknas i katalogen, så ingen status räknas fram."
    counted = Counter(row.attainment.status for row in rows)
    if not counted[Status.HELT] + counted[Status.DELVIS] + counted[Status.EJ]:
        return "Ingen status kan räknas fram ur siffrorna."
    if counted[Status.HELT] == len(rows):
        return f"Räknat på siffrorna når {'båda' if len(rows) == 2 else 'alla'} årsmålet."
    words = ((Status.HELT, "når {} årsmålet"), (Status.DELVIS, "når {} nästan årsmålet"))
    told = [form.format(spelled(counted[status])) for status, form in words if counted[status]]
    if missed := counted[Status.EJ]:
        told.append(f"{spelled(missed)} inte" if told else f"når {spelled(missed)} inte årsmålet")
    if unknown := counted[None]:
        told.append(f"{spelled(unknown)} kan inte räknas fram")
    return f"Räknat på siffrorna {listed(told)}."


def _tertial(rows: Sequence[tuple[str, Judged]], year: int) -> str:
    """A tertial is told against the same one a year before, and against the year's target only where it grows to it."""
    changed = _changes(rows, f"samma tertial {year - 1}")
    judged = any(row.attainment.status for _, row in rows)
    computed = _computed_clause([row for _, row in rows]) if judged else "Ett tertial jämförs inte med årsmålet."
    return f"{changed} {computed}".strip()


def _changes(rows: Sequence[tuple[str, Judged]], before: str) -> str:
    verdicts = Counter(row.change.verdict for _, row in rows)
    words = {
        Verdict.BETTER: "bättre än",
        Verdict.UNCHANGED: "oförändrad mot" if verdicts[Verdict.UNCHANGED] == 1 else "oförändrade mot",
        Verdict.WORSE: "sämre än",
    }
    told = [(verdict, verdicts[verdict]) for verdict in words if verdicts[verdict]]
    if not told:
        return ""
    (first, amount), *others = told
    rest = [f"{spelled(number)} {words[verdict].split()[0]}" for verdict, number in others]
    return f"{capital(listed([f'{spelled(amount)} är {words[first]} {before}', *rest]))}."


def known_facts(known: Indicator | None, measure: str | None) -> tuple[tuple[str, Fact], ...]:
    """What the catalogue says, label and words, with what it lacks said plainly."""
    unknown = Fact("finns inte i katalogen", missing=True)
    if known is None:
        unit = Fact(measure) if measure else Fact("står inte i rapporten", missing=True)
        return (("Riktning", Fact("Saknar riktning", missing=True)), ("Mätenhet", unit), ("Gäller människor", unknown))
    told = [
        ("Riktning", Fact(direction_words(known), missing=known.direction is Direction.UNKNOWN)),
        ("Mätenhet", Fact(known.unit or measure or "tal utan enhet")),
        ("Gäller människor", Fact("Ja, kan delas upp på kön" if known.about_people else "Nej")),
        ("Tertialens siffror", Fact("Läggs ihop till årets" if known.accumulates else "Kan inte läggas ihop")),
    ]
    if known.band:
        told.append(("Spannets källa", Fact(known.band.source)))
    return tuple(told)


def direction_words(known: Indicator | None) -> str:
    """'Högre är bättre', with the catalogue's span where it has one."""
    if known is None:
        return DIRECTION_WORDS[Direction.UNKNOWN]
    words = DIRECTION_WORDS[known.direction]
    if known.band is None:
        return words
    told = span(known.band.low, known.band.high, known.decimals, known.unit)
    return f"{words}, {told}" if known.direction is Direction.WITHIN else f"{words}, delvis vid {told}"


def _of_all(amount: int, total: int) -> str:
    if amount == total:
        return "Båda enheterna" if total == 2 else f"Alla {spelled(total)} enheter"
    return f"{capital(spelled(amount))} av {spelled(total)} enheter"


def _units(amount: int) -> str:
    return f"{capital(spelled(amount))} {'enhet' if amount == 1 else 'enheter'}"
