"""Writes docs/method.md from the rules: python -m tests.spec.write_method."""

from pathlib import Path

from dashboard.analysis.rules import Chapter, RuleTable, chapters

METHOD = Path(__file__).resolve().parents[2] / "docs" / "method.md"
HEAD = """# Metod: så räknar och bedömer Måltavlan

<!-- Skrivs av python -m tests.spec.write_method ur dashboard/analysis/method. Ändra där, inte här. -->
"""


def method() -> str:
    return "\n".join([HEAD, *(_chapter(number, chapter) for number, chapter in enumerate(chapters(), 1))])


def _chapter(number: int, chapter: Chapter) -> str:
    return "\n".join([f"## {number}. {chapter.title}\n", f"{chapter.text}\n", *map(_table, chapter.tables)])


def _table(table: RuleTable) -> str:
    lines = [table.columns, ("---",) * len(table.columns), *table.rows]
    return "\n".join([f"### {table.caption}\n", *(f"| {' | '.join(line)} |" for line in lines), ""])


if __name__ == "__main__":
    METHOD.write_text(method(), encoding="utf-8")
