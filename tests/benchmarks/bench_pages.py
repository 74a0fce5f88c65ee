"""What pages cost a reader of a large board: bytes of a first visit, and answers beside an empty one."""

import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from flask.testing import FlaskClient

from dashboard.model import Place, Report, Status, Text, TextOf
from dashboard.settings import Settings
from dashboard.store.answers import Answers
from dashboard.store.commits import commit
from dashboard.swedish import slug
from dashboard.web import create_app
from tests.benchmarks.bench_store import compare
from tests.builders import Build
from tests.pages.answers import ask

UNITS, INDICATORS, YEARS, ROUNDS = 60, 40, (2024, 2025), 4
PAGES = ("/", "/mal", "/enhet", "/indikator/matt-0", "/jamstalldhet", "/aktiviteter", "/forandringar", "/kallor")
STATUSES = (Status.HELT, Status.HELT, Status.DELVIS, Status.EJ, None)
WORDS = "Arbetet med kvalitet har gått framåt under året, och det bidrar till mål 5 i Agenda 2030. "
PACKED = {"Accept-Encoding": "br"}


def main() -> None:
    with tempfile.TemporaryDirectory() as found:
        commit(Path(found), [report(number, year) for number in range(UNITS) for year in YEARS])
        client = create_app(Settings(store=Path(found))).server.test_client()
        _bytes(client)
        empty = _asking(client, "/finns-inte")
        unit = f"/enhet/{slug(name(0))}"
        for path, search in ((unit, ""), ("/jamfor", _pair()), *((page, "") for page in PAGES)):
            told, page = f"{path}{search} of {UNITS} units", _asking(client, path, search)
            compare(f"{told}, beside an empty answer", empty, page, rounds=ROUNDS)
            compare("  the same where the store has kept no answers", page, _forgotten(page), rounds=ROUNDS)


def _forgotten(act: Callable[[], object]) -> Callable[[], object]:
    def asked() -> None:
        with patch.object(Answers, "get", return_value=None):
            act()

    return asked


def name(number: int) -> str:
    """Every sixth unit has a name too long for any column."""
    words = " med mottagning, uppsökande verksamhet och samordning i hela stadsdelsområdet" if number % 6 == 0 else ""
    return f"Enheten för verksamhet {number}{words}"


def report(number: int, year: int) -> Report:
    """A unit's year: `INDICATORS` rows under eight of KF's goals, a goal of its own under each, and what it tells."""
    build = Build(unit=name(number), year=year)
    for row in range(INDICATORS):
        if row % 5 == 0:
            build.area(f"{row // 15 + 1}.{row // 5 % 3 + 1}", "Ett mål för verksamhetsområdet")
            build.unit_goal(f"Enhetens mål {row // 5}", STATUSES[(number + row // 5) % 5] or Status.INGEN)
            build.analysis(TextOf.GOAL, WORDS * 3).activity(f"Aktivitet {row}", "Försenad" if number % 4 == 0 else None)
            build.complaints("Från vem", f"Grupp {row}", row, row + number % 3, None)
        value = (number * 7 + row * 13 + year) % 100
        women, men = (f"{value + 3} %", f"{value - 2} %") if row % 3 == 0 else ("", "")
        before = f"{(value + row) % 100} %" if row % 7 else ""
        status = STATUSES[(number + row) % 5]
        build.row(f"Mått {row}", f"{value} %", f"{40 + row} %", before, women=women, men=men, status=status)
        build.analysis(TextOf.OUTCOME, WORDS)
    sections = (Text(TextOf.DOCUMENT, None, f"Avsnitt {part}", WORDS * 4, Place(900 + part)) for part in range(15))
    build.texts.extend(sections)
    return build.report()


def _pair() -> str:
    return f"?enheter={slug(name(1))},{slug(name(2))}"


def _asking(client: FlaskClient, path: str, search: str = "") -> Callable[[], object]:
    return lambda: ask(client, path, search)


def _bytes(client: FlaskClient) -> None:
    """The document with all its scripts and styles, as sent and unpacked."""
    document = client.get("/").get_data(as_text=True)
    files = re.findall(r'(?:src|href)="(/[^"]+\.(?:js|css|svg)[^"]*)"', document)
    sent, whole = (sum(_size(client, path, headers) for path in ["/", *files]) for headers in (PACKED, {}))
    plotly = sum(_size(client, path, PACKED) for path in files if "plotly" in path)
    print(f"first visit, packed: {sent / whole:.2f} x of {whole / 1e6:.2f} MB; plotly is {plotly / sent:.2f} of it")


def _size(client: FlaskClient, path: str, headers: dict[str, str]) -> int:
    return len(client.get(path, headers=headers).data)


if __name__ == "__main__":
    main()
