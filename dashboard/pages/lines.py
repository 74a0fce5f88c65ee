"""Lines of an indicator as a table: signs, unit or year, bullet, figures, change, the sexes and the source."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.pages.parts import href, measure, way
from dashboard.swedish import capital
from dashboard.ui import messages, micro, signs, tables, tips
from dashboard.ui.markup import Node, h
from dashboard.views.line import Fact, Line


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under one heading, on one scale; `scaled` False gives each bullet a scale of its own."""

    head: Node
    lines: tuple[Line, ...]
    scaled: bool = True


def lines_table(
    name: str, caption: str, blocks: Sequence[Block], *, first: str, period: str, before: str, by_period: bool = False
) -> Node:
    """`name` begins the rows' ids; `first` heads the column of units, or of years where `by_period`."""
    columns = (
        tables.Column("Status", style="sgn"),
        tables.Column(first, style="nm"),
        tables.Column(f"Utfall, {before} och årsmål" if before else "Utfall och årsmål", style="bul"),
        tables.Column(("Utfall", h("br"), period) if period else "Utfall", True, "Utfall", "out o1"),
        tables.Column("Årsmål", True, "Årsmål"),
        tables.Column(("KF:s", h("br"), "årsmål"), True, "KF:s årsmål", "kfm"),
        tables.Column(f"Mot {before}" if before else "Mot året före", style="chg"),
        tables.Column("Kvinnor och män", style="sx"),
        tables.Column("Källa", style="src"),
    )
    groups = [_group(name, block, by_period) for block in blocks]
    return tables.table(caption, columns, groups, style="ind lines", header=1)


def key(period: str, before: str) -> Node:
    """What the marks mean; a plan (`before` is '') has targets alone."""
    if not before:
        return h("p", {"class": "key"}, "Brett streck: årsmål")
    return h("p", {"class": "key"}, micro.bullet_key(period, before), micro.dumbbell_key())


def fact(told: Fact) -> Node:
    return messages.missing(told.words) if told.missing else told.words


def facts(told: Sequence[tuple[str, Fact]]) -> Node:
    return h(
        "dl",
        {"class": "facts"},
        [h("div", None, h("dt", None, tips.explained(label)), h("dd", None, fact(f))) for label, f in told],
    )


def _group(name: str, block: Block, by_period: bool) -> tables.Group:
    shared = micro.scale([measure(line.drawn) for line in block.lines]) if block.scaled else None
    return tables.Group(block.head, tuple(_row(name, line, shared, by_period) for line in block.lines))


def _row(name: str, line: Line, shared: micro.Scale | None, by_period: bool) -> tables.Row:
    cells = (
        _signs(line),
        _who(line, by_period),
        _drawn(line, shared),
        _number(line.outcome),
        _number(line.target),
        _number(line.kf_target),
        _moved(line),
        sexes(line),
        way(line.source_words, line.source, hidden=f"i {line.name}s rapport, {line.period}"),
    )
    return tables.Row(cells, key=f"{name}-{line.key}")


def _signs(line: Line) -> Node:
    if line.unjudged:
        return h("span", {"class": "nodata"}, line.unjudged)
    return signs.pair(line.reported, line.computed, line.beside)


def _who(line: Line, by_period: bool) -> Node:
    words = line.period if by_period else line.name
    told = [line.note] if line.note else []
    if line.computed is None and line.unjudged != "plan" and not line.outcome.missing:
        told.append(line.counted)
    hidden = h("span", {"class": "vh"}, f", {line.name}") if by_period else None
    link = h("a", {"class": "tog", "href": href(line.to)}, words, hidden)
    return (
        link,
        h("span", {"class": "by"}, ", ".join(told)) if told else None,
        [(" ", messages.flag(words)) for words in line.flags],
    )


def _drawn(line: Line, shared: micro.Scale | None) -> Node:
    apart = h("span", {"class": "by"}, line.distance) if line.distance else None
    if line.drawn.value is None and line.drawn.target is None:
        return (h("span", {"class": "nodata"}, "inget att rita"), apart)
    return (micro.bullet(measure(line.drawn), shared=shared), apart)


def _number(told: Fact) -> Node:
    if told.missing:
        return h("span", {"class": "nodata"}, told.words)
    return (
        told.words
        if any(letter.isdigit() for letter in told.words)
        else h("span", {"class": "words"}, told.words.replace("/", "/\u200b"))
    )


def _moved(line: Line) -> Node:
    moved = line.moved
    drawn = micro.change(moved.arrow, moved.word, moved.figure)
    return (drawn, h("span", None, moved.since)) if moved.since else drawn


def sexes(line: Line) -> Node:
    """The two sexes, the gap between them and who misses the target; else why there is no split."""
    told = line.sexes
    if told.women is None or told.men is None:
        return h("span", {"class": "nodata"}, told.why)
    bullet = line.drawn
    names = capital(told.names[0]), capital(told.names[1])
    drawn = micro.dumbbell(told.women, told.men, bullet.target, unit=bullet.unit, decimals=bullet.decimals, names=names)
    wrong = h("span", {"class": "gap off"}, told.remark) if told.remark else None
    return (drawn, h("span", {"class": "gap"}, told.gap), wrong)
