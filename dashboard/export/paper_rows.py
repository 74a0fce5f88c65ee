"""A unit's indicator rows for the template: figures, both judgements, the sexes, flags and the unit's analysis."""

from dashboard.export.paper_parts import Address, Data, bar, computed, reported, words_of
from dashboard.swedish import capital
from dashboard.views.bullet import exact, period_short
from dashboard.views.enhet import Content, Enhet
from dashboard.views.enhet_rows import Detail, IndicatorGroup, IndicatorLine
from dashboard.views.line import Line

# Told elsewhere on the paper: in the row's own line, in its line of the sexes, and in the list of doubts.
_TOLD = ("Källa", "Som tryckt", "Som tryckt, med rättelser", "Att granska")


def groups(view: Enhet, content: Content, address: Address) -> Data:
    """The rows by KF's goal, with the names of the columns that tell the year."""
    now, before = (period_short(content.kind, year) for year in (view.year, view.year - 1))
    return {"now": now, "before": before, "groups": [_group(group, address) for group in content.groups]}


def _group(group: IndicatorGroup, address: Address) -> Data:
    return {
        "title": " ".join(part for part in (group.code, group.title) if part),
        "rows": [_row(line, address) for line in group.lines],
    }


def _row(row: IndicatorLine, address: Address) -> Data:
    line = row.line
    return {
        "key": row.key,
        "name": row.name,
        "status": None if line.unjudged else reported(line.reported),
        "computed": None if line.unjudged else computed(line.computed, f"Beräknat: {line.counted}"),
        "bar": bar(line.drawn),
        "outcome": line.outcome.words,
        "target": line.target.words,
        "kf": line.kf_target.words,
        "moved": [part for part in (line.moved.word, line.moved.figure, line.moved.since) if part],
        "distance": line.distance,
        "sexes": _sexes(line),
        "gap": [capital(part) for part in (line.sexes.gap, line.sexes.remark) if part],
        "flags": list(line.flags),
        "facts": _facts(row.detail, line) if row.detail else [],
        "quote": f"Enligt texten: ”{row.detail.quote}”" if row.detail and row.detail.quote else "",
        "words": words_of(row.detail.words if row.detail else ()),
        "source": row.source_words,
        "link": address(line.source),
    }


def _sexes(line: Line) -> list[str]:
    """'Kvinnor 4,2 %' and 'Män 6,1 %', or why there is no split."""
    told = line.sexes
    if told.women is None or told.men is None:
        return [told.why]
    both = zip(told.names, (told.women, told.men), strict=True)
    return [f"{capital(name)} {exact(value, line.drawn.decimals, line.drawn.unit)}" for name, value in both]


def _facts(detail: Detail, line: Line) -> list[str]:
    """'Riktning: högre är bättre' and so on, but what stands elsewhere."""
    split = {capital(" och ".join(line.sexes.names)), "Kvinnor och män", "Flickor och pojkar"}
    return [f"{fact.label}: {fact.words}" for fact in detail.facts if fact.label not in (*_TOLD, *split)]
