"""What a store has answered is kept by snapshot and within bounds, and nobody can change it for others."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dashboard.store.answers import Answers
from dashboard.store.commits import commit
from dashboard.store.database import Store
from dashboard.store.small_groups import SmallGroups
from tests.builders import Build, store_of


@dataclass(frozen=True)
class _Named:
    unit_name: str


@dataclass(frozen=True)
class _Split:
    women: float | None


def _names(store: Store) -> list[str]:
    return [row.unit_name for row in store.rows("reports", _Named)]


def test_the_same_question_is_asked_once_of_a_snapshot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_of(tmp_path, Build(unit="Allén"))
    asked: list[str] = []
    ask = Store.ask

    def noted(self: Store, question: str, **bound: object) -> object:
        asked.append(question)
        return ask(self, question, **bound)

    monkeypatch.setattr(Store, "ask", noted)
    assert _names(store) == _names(store) == ["Allén"]
    assert asked == ["reports"]
    commit(tmp_path, [Build(unit="Boden").report()])
    assert _names(store) == ["Allén", "Boden"]
    assert asked == ["reports", "reports"]


def test_who_gets_an_answer_can_not_change_it_for_the_next(tmp_path: Path) -> None:
    store = store_of(tmp_path, Build(unit="Allén"))
    store.rows("reports", _Named).clear()
    assert _names(store) == ["Allén"]


def test_answers_are_told_apart_by_what_was_asked(tmp_path: Path) -> None:
    builds = [Build(unit=unit).area("1.3").row("Nöjdhet", "12") for unit in ("Allén", "Boden")]
    store = store_of(tmp_path, *builds)
    one, other = (
        [
            row.unit_name
            for row in store.rows("indicator_rows", _Named, documents=[build.report().document.id], indicators=None)
        ]
        for build in builds
    )
    assert (one, other) == (["Allén"], ["Boden"])


def test_an_open_store_and_one_that_hides_share_no_answers(tmp_path: Path) -> None:
    build = Build().area("1.3").row("Antal personer", "10", women="8", men="2")
    open_store = store_of(tmp_path, build)
    public = Store(tmp_path, hidden=SmallGroups(5))
    asked: dict[str, Any] = {"documents": None, "indicators": None}
    assert [row.women for row in open_store.rows("indicator_rows", _Split, **asked)] == [8.0]
    assert [row.women for row in public.rows("indicator_rows", _Split, **asked)] == [None]


def test_what_nobody_has_asked_for_longest_goes_first() -> None:
    answers = Answers(most=100)
    answers.keep("a", ("first",), 40)
    answers.keep("b", ("second",), 40)
    assert answers.get("a") == ("first",)
    answers.keep("c", ("third",), 40)
    assert answers.get("a") == ("first",)
    assert answers.get("b") is None
    assert answers.get("c") == ("third",)


def test_an_answer_kept_anew_is_not_counted_twice() -> None:
    answers = Answers(most=100)
    for _ in range(9):
        answers.keep("a", ("same",), 40)
    answers.keep("b", ("other",), 40)
    assert (answers.get("a"), answers.get("b")) == (("same",), ("other",))


def test_an_answer_that_would_push_the_others_out_is_not_kept() -> None:
    answers = Answers(most=100)
    answers.keep("a", ("small",), 10)
    answers.keep("b", ("large",), 60)
    assert (answers.get("a"), answers.get("b")) == (("small",), None)
