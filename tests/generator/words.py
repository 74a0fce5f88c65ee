"""What all layouts print alike: goal headings, statuses, signs, contents."""

from collections.abc import Iterator

from tests.generator.facts import Facts, Goal, Row

LEVELS = {
    "inriktningsmål": "KF:s inriktningsmål",
    "verksamhetsområdesmål": "KF:s mål för verksamhetsområdet",
    "nämndmål": "Nämndmål",
    "enhetsmål": "Enhetsmål",
}
STATUSES = {"helt": "Uppfylls helt", "delvis": "Uppfylls delvis", "ej": "Uppfylls ej"}
SYMBOLS = {"helt": "●", "delvis": "◆", "ej": "■", "ingen": "—"}
FOLLOW_UP = "Uppföljning av Kommunfullmäktiges inriktningsmål"
FOLLOW_UP_WORDS = "Målen redovisas i kommunfullmäktiges ordning."


def heading(goal: Goal) -> str:
    """'KF:s inriktningsmål: 1. Ett …', 'Nämndmål: …'."""
    code = "" if goal.code is None else f"{goal.code}. " if goal.level == "inriktningsmål" else f"{goal.code} "
    return f"{LEVELS[goal.level]}: {code}{goal.title}"


def sign(row: Row) -> str:
    """What stands before a row: the icon's symbol, a check mark, or nothing."""
    return "✓" if row.check_mark else SYMBOLS[row.symbol] if row.symbol else ""


def contents(facts: Facts) -> Iterator[tuple[str, int]]:
    """The entries of the contents page with their pages; nämndmål and enhetsmål are not among them."""
    entries = [section.heading for section in facts.opening[:1]]
    entries += [FOLLOW_UP, *(heading(goal) for goal in facts.goals if goal.code)]
    entries += [section.heading for section in facts.closing]
    for number, entry in enumerate(entries):
        yield entry, 3 + number * 2 // 3
