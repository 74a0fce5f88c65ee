"""Every row of every table of rules is run against the code; docs/method.md shows the same tables."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from dashboard.analysis import rules
from tests.spec.row import Row
from tests.spec.runners import RUNNERS
from tests.spec.write_method import METHOD, method


def _rows() -> Iterator[ParameterSet]:
    for chapter in rules.chapters():
        for table in chapter.tables:
            for number, cells in enumerate(table.rows, 1):
                row = Row(table.columns, cells)
                yield pytest.param(table.name, row, id=f"{chapter.title}: {table.caption}, rad {number}")


@pytest.mark.parametrize(("name", "row"), list(_rows()))
def test_a_row_of_the_rules_holds(name: str, row: Row) -> None:
    assert RUNNERS[name](row) == row.expected(), f"{row}"


def test_every_runner_has_a_table() -> None:
    assert {table.name for chapter in rules.chapters() for table in chapter.tables} == set(RUNNERS)


def test_no_table_says_the_same_twice() -> None:
    for chapter in rules.chapters():
        for table in chapter.tables:
            assert len(set(table.rows)) == len(table.rows), table.caption


def test_the_method_chapter_is_up_to_date() -> None:
    assert METHOD.read_text(encoding="utf-8") == method(), "run python -m tests.spec.write_method"


def test_a_chapter_in_another_form_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "1-x.md").write_text("# Titel\n\ntext\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n", encoding="utf-8")
    monkeypatch.setattr(rules, "_FOLDER", tmp_path)
    with pytest.raises(ValueError, match=r"1-x\.md"):
        rules.chapters.__wrapped__()
