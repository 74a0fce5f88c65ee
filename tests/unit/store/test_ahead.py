"""A store that reads ahead answers every question as the store does, and asks it less."""

from typing import Any

import pytest

from dashboard.model import Kind, Status, TextOf
from dashboard.store.ahead import Ahead
from dashboard.store.commits import commit
from dashboard.store.database import Store
from dashboard.store.small_groups import SmallGroups
from tests.builders import Build

NAMES = [f"Enheten för {what}" for what in ("lek", "sång", "vila")]


def reports() -> list[Build]:
    """Three units with two years and a plan each; a split of four people among them."""
    made = []
    for place, name in enumerate(NAMES):
        for year, kind in ((2024, Kind.VB), (2025, Kind.VB), (2025, Kind.VP)):
            one = Build(name, year=year, kind=kind).area("1.3", "Stöd").unit_goal(f"Mål {place}", Status.HELT)
            one.row("Andel nöjda", f"{60 + place + year % 10} %", "75 %").analysis(TextOf.OUTCOME, "Fler svarade.")
            one.row("Antal boende", "14 st", "10 st", women="10 st", men="4 st").activity("Möten").doubt("Två mål")
            made.append(one.complaints("Klagomål", "Bad", place, None, 3))
    return made


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("ahead")
    commit(folder, [one.report() for one in reports()])
    return Store(folder, hidden=SmallGroups(5))


def documents(store: Store, units: set[str]) -> list[str]:
    return [row["id"] for row in store.ask("reports").to_pylist() if row["unit_name"] in units]


def asked(store: Store, known: list[str]) -> dict[Any, Any]:
    """What a unit's page asks, for one report and for all of a unit's."""
    told: dict[Any, Any] = {}
    indicators = sorted(
        {row["indicator"] for row in store.ask("indicator_rows", documents=known, indicators=None).to_pylist()}
    )
    for own in ([known[0]], known):
        for question in ("goal_lines", "activities", "feedback"):
            told[question, len(own)] = store.ask(question, documents=own).to_pylist()
        for wanted in (None, indicators[:1], []):
            answer = store.ask("indicator_rows", documents=own, indicators=wanted)
            told["indicator_rows", len(own), str(wanted)] = answer.to_pylist()
    told["reports"] = store.ask("reports").to_pylist()
    told["doubts"] = store.ask("doubts", document=known[0]).to_pylist()
    return told


@pytest.mark.parametrize("name", NAMES)
def test_every_answer_is_the_stores_own(store: Store, name: str) -> None:
    own = documents(store, {name})
    found = asked(Ahead(store, documents(store, set(NAMES[:2]))), own)
    assert found == asked(store, own)
    assert found["goal_lines", 3]
    rows = [row for row in found["indicator_rows", 3, "None"] if row["name"] == "Antal boende"]
    assert rows
    assert [row["men"] for row in rows] == [None] * 3, "what is hidden is hidden here too"


def test_a_question_is_asked_once_for_all_units(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    every, ask = documents(store, set(NAMES)), Store.ask

    def counted(of: Store, question: str, **bound: object) -> Any:
        told.append(question)
        return ask(of, question, **bound)

    monkeypatch.setattr(Store, "ask", counted)
    ahead = Ahead(store, every)
    for name in NAMES:
        asked(ahead, documents(ahead, {name}))
    assert {question: told.count(question) for question in ("reports", "indicator_rows", "goal_lines")} == {
        "reports": 1, "indicator_rows": 1, "goal_lines": 1,
    }  # fmt: skip
    assert ahead.snapshot == store.snapshot
