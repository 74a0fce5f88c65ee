"""The caption under a figure and the text alternative beside it, from the same rows as the drawing."""

from collections.abc import Sequence

from dashboard import swedish
from dashboard.charts.rows import About
from dashboard.charts.spec import Bar, BarPanel, LinePanel, Mark, Point

UNITS = {
    "%": "Procent",
    "st": "Antal",
    "mnkr": "Miljoner kronor",
    "tkr": "Tusen kronor",
    "kr": "Kronor",
}
BETTER = {
    "högre": "Högre är bättre",
    "lägre": "Lägre är bättre",
    "inom": "Bäst inom ett spann",
    "okänd": "Riktningen är okänd",
}

LONG = 200

# A row's name, unit and direction.
Told = tuple[str, str | None, str]


def unit_words(unit: str | None) -> str:
    """'Procent' for '%', 'Miljoner kronor' for 'mnkr', else the unit itself; 'Tal' where none is printed."""
    return UNITS.get(unit, swedish.capital(unit)) if unit else "Tal"


def caption(about: About, rows: Sequence[Told], marks: str, more: str = "", when: str = "") -> str:
    """Measure, unit, period, marks, direction, what is left out, source and the report's date, in this order."""
    measure = f"{about.measure}, {_units(rows).lower()}" if about.measure else _units(rows)
    sentences = [
        f"{measure}, {when or swedish.period_words(about.kind, about.year).lower()}.",
        marks,
        _directions(rows),
        more,
        about.left_out,
        _source(about),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _units(rows: Sequence[Told]) -> str:
    words = list(dict.fromkeys(unit_words(unit) for _, unit, _ in rows))
    if len(words) < 2:
        return "".join(words) or "Tal"
    return f"Egen skala för varje figurdel ({swedish.listed([word.lower() for word in words])})"


def _directions(rows: Sequence[Told]) -> str:
    """One sentence where all agree, else one per direction with the names it holds for."""
    directions = list(dict.fromkeys(direction for _, _, direction in rows))
    if len(directions) < 2:
        return "".join(f"{BETTER[direction]}." for direction in directions)
    named = {direction: [name for name, _, own in rows if own == direction] for direction in directions}
    # A caption that names everything is read by nobody: the most are then 'the others'.
    most = max(directions, key=lambda direction: len(named[direction]))
    others = most if sum(len(name) for name, _, _ in rows) > LONG else None
    parts = [f"{BETTER[one]}: {swedish.listed(named[one])}." for one in directions if one != others]
    return " ".join([*parts, f"{BETTER[others]}: de andra."] if others else parts)


def _source(about: About) -> str:
    dated = f"rapportens datum {swedish.date_words(about.date)}" if about.date else "rapportens datum saknas"
    return f"Källa: {about.source}; {dated}." if about.source else ""


def bar_alt(panels: Sequence[BarPanel], form: str = "Stapeldiagram") -> str:
    """Every number of a bar figure as sentences: one per panel, totalt before the sexes, last year before this."""
    if not panels:
        return f"{form} utan uppgifter."
    return " ".join([f"{form}.", *(_bar_sentence(panel) for panel in panels)])


def _bar_sentence(panel: BarPanel) -> str:
    bars = ", ".join(_bar_words(bar) for bar in panel.bars)
    target = f", årsmål {panel.target_text}" if panel.target_text else f", {panel.no_target}"
    change = "".join(f", {words}" for words in (panel.verdict, panel.delta) if words)
    return f"{panel.title}: {bars}{target}{change}."


def _bar_words(bar: Bar) -> str:
    side = f" ({bar.side} årsmålet)" if bar.wrong else ""
    words = f"{bar.text} {bar.label}" if bar.mark in {Mark.NOW, Mark.BEFORE} else f"{bar.label.lower()} {bar.text}"
    return words + side


def line_alt(panels: Sequence[LinePanel]) -> str:
    """Every number of a series as sentences, one per line, in order of time."""
    if not any(panel.points for panel in panels):
        return "Linjediagram utan uppgifter."
    told = (f"{panel.title}: {', '.join(map(_point_words, panel.points))}." for panel in panels if panel.points)
    broken = (f"{panel.title}: {one.words}." for panel in panels for one in panel.breaks)
    return " ".join(["Linjediagram.", *told, *broken])


def _point_words(point: Point) -> str:
    word = "planens årsmål" if point.planned else "årsmål"
    told = [f"{word} {point.target_text}" if point.target_text else "", point.moved, point.remarks]
    more = ", ".join(words for words in told if words)
    return f"{point.text} {point.label}" + (f" ({more})" if more else "")
