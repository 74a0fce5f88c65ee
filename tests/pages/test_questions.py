"""No page asks the store once per row or unit: with twice the units and rows it asks no more than before."""

from pathlib import Path

import pytest

from dashboard.model import TextOf
from dashboard.settings import Settings
from dashboard.store.answers import Answers
from dashboard.store.commits import commit
from dashboard.store.database import Store
from dashboard.web import create_app
from tests.builders import Build
from tests.pages.answers import ask

# What a page needs are reports, goals, rows, activities, feedback, sections, decisions and doubts: once or twice each.
MOST = 12
PAGES = (
    ("/", ""),
    ("/mal", "?visa=allt"),
    ("/mal", "?mal=kf-2023-1-3"),
    ("/enhet", ""),
    ("/enhet/enhet-1", ""),
    ("/enhet/enhet-1", "?rad=i0,i1,g2,a0"),
    ("/indikator", ""),
    ("/indikator/nojdhet-0", ""),
    ("/jamfor", "?enheter=enhet-0,enhet-1"),
    ("/jamstalldhet", ""),
    ("/aktiviteter", ""),
    ("/synpunkter", ""),
    ("/agenda2030", ""),
    ("/forandringar", ""),
    ("/forandringar", "?visa=foregaende"),
    ("/kallor", ""),
    ("/sok", "?sok=arbetet"),
    ("/om", ""),
    ("/ordlista", ""),
)
FILES = ("/apt/enhet-1", "/flode.atom")


def _filled(folder: Path, size: int) -> Path:
    """`size` units with two years each, and `size` of everything in each report."""
    builds = [Build(unit=f"Enhet {unit}", year=year).area("1.3") for unit in range(size) for year in (2024, 2025)]
    for build in builds:
        for row in range(size):
            build.unit_goal(f"Mål {row}").analysis(TextOf.GOAL, "Arbetet bidrar till mål 5 i Agenda 2030.")
            build.row(f"Nöjdhet {row}", f"{build.year % 50 + row} %", "80 %", women="70 %", men="60 %")
            build.analysis(TextOf.OUTCOME, "Arbetet gick bra.").activity(f"Aktivitet {row}", "Försenad")
            build.complaints("Från vem", f"Grupp {row}", 1, 2, 3).doubt("Oklart.")
    commit(folder, [build.report() for build in builds])
    return folder


def _asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The questions that each page puts to a store that keeps no answers."""
    asked: list[str] = []
    found: dict[str, list[str]] = {}
    one = Store.ask

    def noted(self: Store, question: str, **bound: object) -> object:
        asked.append(question)
        return one(self, question, **bound)

    with monkeypatch.context() as patched:
        patched.setattr(Store, "ask", noted)
        patched.setattr(Answers, "get", lambda _self, _asked: None)
        client = create_app(Settings(store=folder)).server.test_client()
        ask(client, "/om")  # whether there are samples is asked once
        for path, words in (*PAGES, *((path, "") for path in FILES)):
            asked.clear()
            if path in FILES:
                assert client.get(path).status_code == 200
            else:
                assert "gick fel" not in ask(client, path, words).heading
            found[path + words] = sorted(asked)
    return found


def test_a_page_asks_no_more_of_a_larger_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = (_asked(_filled(tmp_path / str(size), size), monkeypatch) for size in (2, 4))
    assert large == small
    assert {address: len(questions) for address, questions in large.items() if len(questions) > MOST} == {}
