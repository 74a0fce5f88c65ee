"""Small groups: whoever reads every page that the server gives, and reckons, does not find a hidden number.

The reports are made so that the hidden figures are numbers that occur nowhere else, and so that each way of working
them out (total minus the other sex, a department minus its units, a tertial, an older version) is open in the store.
"""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.importing import page_pictures
from dashboard.model import Kind, Place, TextOf
from dashboard.pages import PAGES
from dashboard.reviewing import places
from dashboard.settings import Settings
from dashboard.store import small_groups
from dashboard.store.commits import amend
from dashboard.store.corrections import Correction, Decision
from dashboard.ui import url
from dashboard.web import create_app
from tests.builders import Build, store_of
from tests.pages.answers import ask

NAME = "Antal personer som fått stöd"
SHARE = "Andel som är nöjda med stödet"
MOST_PAGES = 250
PARTS = {"/bild": "/inbaddat", ".svg": ""}
# The threshold of these tests: hidden figures have three digits or more, which no drawing has by chance.
THRESHOLD = 1000
TOTAL, WOMEN, MEN = "7617", "613", "7004"
HIDDEN = {
    "the unit's women": 613,
    "the unit's men": 7004,
    "the women of its earlier version": 619,
    "the men of its earlier version": 7003,
    "the department's women, which less the other unit's are the unit's": 2724,
    "the department's men": 10115,
    "the women of a tertial": 871,
    "the men of a tertial": 5003,
    "the women of that tertial's year": 1877,
    "the men of that tertial's year": 6451,
    "the share of few women": 25.137,
    "the share of the men beside them": 71.431,
}
SHOWN = {"the other unit's women": 2111, "the other unit's men": 3111, "its share of women": 44.125}


def reports() -> list[Build]:
    small = (
        Build("Enhet A")
        .area("1.1")
        .row(NAME, TOTAL, "7500", "7301", women=WOMEN, men=MEN)
        .analysis(TextOf.OUTCOME, "Stödet har nått fler.\nAv dem är 613 kvinnor och 7 004 män.")
        .doubt("Totalen 7617 är inte 613 och 7004 tillsammans.")
    )
    small.doubts[0] = replace(small.doubts[0], text="7617 613 7004")
    small.row(SHARE, "70,003 %", "80 %", women="25,137 %", men="71,431 %", women_size=40.0, men_size=3000.0)
    earlier = Build("Enhet A", mark="förra").area("1.1").row(NAME, "7622", "7500", "7301", women="619", men="7003")
    other = Build("Enhet B").area("1.1").row(NAME, "5222", "5000", women="2111", men="3111")
    other.row(SHARE, "44,5 %", "40 %", women="44,125 %", men="45,0 %", women_size=2000.0, men_size=2000.0)
    whole = Build("Avdelningen").area("1.1").row(NAME, "12839", "12500", women="2724", men="10115")
    tertial = Build("Enhet C", Kind.T1).area("1.1").row(NAME, "5874", women="871", men="5003")
    year = Build("Enhet C").area("1.1").row(NAME, "8328", "8000", women="1877", men="6451")
    return [earlier, small, other, whole, tertial, year]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("smal")
    for build in reports():
        store_of(folder, build)
    document = reports()[1].report()
    facts = (document.document.id, document.document.unit, 2025, Kind.VB, "outcomes", 0)
    made = Correction(*facts, "women", "631", WOMEN, "A", "2026-03-01T10:00:00", "omkastat", Decision.CORRECTED)
    amend(folder, document, [made])
    return folder


@pytest.fixture(scope="module")
def served(store: Path) -> dict[str, str]:
    """Every page that can be reached, as the server sends it."""
    settings = replace(Settings(), store=store, small_group=THRESHOLD)
    return crawled(create_app(settings).server.test_client())


def crawled(client: FlaskClient) -> dict[str, str]:
    starts = [url.ROUTES[page.name] for page in PAGES if "<" not in url.ROUTES[page.name]]
    starts += ["/jamfor?enheter=enhet-a,enhet-b,enhet-c,avdelningen", "/enhet/enhet-a?rad=i0,i1"]
    starts += [f"/enhet/enhet-c?ar=2025&period={kind}" for kind in ("T1", "VB")]
    left, found, files = list(starts), dict[str, str](), dict[str, str]()
    # What can be taken is tried once for each page, since a crawl has it in hundreds of orders and cuts.
    paths: set[str] = set()
    while left and len(found) < MOST_PAGES:
        address = left.pop(0).partition("#")[0]
        if address in found or not url.parse(address.partition("?")[0], "")[0]:
            continue
        path, _, search = address.partition("?")
        answer = ask(client, path, f"?{search}" if search else "")
        found[address] = answer.whole
        own = url.parse(path, "")[0] in {page.name for page in PAGES}
        if own and (path not in paths or address in starts):
            files |= taken(client, address, answer.links)
        paths.add(path)
        left += answer.links
    assert any(".csv" in address for address in files)
    return found | files


def taken(client: FlaskClient, address: str, links: list[str]) -> dict[str, str]:
    """The words of all that can be taken from a page: its figures as drawings and tables, and the parts for others."""
    path, _, search = address.partition("?")
    files = [link for link in links if link.startswith("/bild/") and ".png" not in link]
    parts = [
        f"/inbaddat{path or '/'}?{search}",
        *(re.sub(r"^/bild|\.svg", lambda of: PARTS[of[0]], link) for link in files if ".svg" in link),
    ]
    answers = {link: client.get(link) for link in (*files, *parts)}
    assert all(answer.status_code == 200 for answer in answers.values()), answers
    return {link: unescape(re.sub(r"<[^>]*>", " ", answer.text)) for link, answer in answers.items()}


def numbers(text: str) -> set[float]:
    """All numbers of a text, however they are written: 7 004, 7004, 7004.0 and 71,431."""
    plain = re.sub(r"(?<=\d)[\u00a0\u202f ](?=\d{3}(?!\d))", "", text)
    return {float(found.replace(",", ".")) for found in re.findall(r"(?<![\w.,])\d+(?:[.,]\d+)?(?![\w])", plain)}


def test_no_page_holds_a_hidden_number(served: dict[str, str]) -> None:
    assert len(served) > 30
    for address, text in served.items():
        told = numbers(text)
        for what, value in HIDDEN.items():
            assert value not in told, f"{address} tells {what}"


def test_splits_of_large_groups_are_served_so_that_the_search_would_have_found_the_others(
    served: dict[str, str],
) -> None:
    every = set().union(*(numbers(text) for text in served.values()))
    assert every >= set(SHOWN.values())


def test_hidden_numbers_are_found_when_nothing_is_hidden(store: Path) -> None:
    """The failing control: with a threshold of 0 the same search finds what the reports print."""
    settings = replace(Settings(), store=store, small_group=0)
    every = set().union(*(numbers(text) for text in crawled(create_app(settings).server.test_client()).values()))
    assert every >= {613, 7004, 2724, 10115, 871, 1877, 25.137}


def test_no_two_numbers_give_a_hidden_one(served: dict[str, str]) -> None:
    """Whoever adds and subtracts what is served of people does not come to a count that is hidden."""
    every = {number for text in served.values() for number in numbers(text) if number > 1500 and number == int(number)}
    counts = sorted(every - set(map(float, range(1980, 2100))))  # years are no counts
    for what, value in HIDDEN.items():
        if value == int(value):
            pairs = [(one, value - one) for one in counts if value - one in every]
            pairs += [(one, one - value) for one in counts if one - value in every]
            assert not pairs, f"{what}: {pairs}"


def test_it_is_said_that_something_is_hidden(served: dict[str, str]) -> None:
    for address in ("/enhet/enhet-a?rad=i0,i1", "/jamfor?enheter=enhet-a,enhet-b,enhet-c,avdelningen", "/jamstalldhet"):
        assert small_groups.HIDDEN_WORDS in served[address], address


def test_no_picture_is_made_of_a_page_where_a_hidden_split_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row beside it neither: its picture would show a band around it."""
    build = Build("Enhet A").area("1.1").row(NAME, "30", "20", women="27", men="3").row("Andel nöjda", "80 %", "75 %")
    build.row("Andel trygga", "90 %", "75 %")
    pages = (4, 4, 5)
    build.outcomes = [
        replace(row, place=Place(page=page, box=(50, 100, 500, 120)))
        for row, page in zip(build.outcomes, pages, strict=True)
    ]
    store_of(tmp_path, build)
    monkeypatch.setattr(page_pictures, "picture", lambda *_asked, **_more: tmp_path / "bild.png")
    settings = replace(Settings(), store=tmp_path)
    document = build.report().document.id
    assert [places.stored_picture(settings, document, key) is None for key in ("i0", "i1", "i2")] == [True, True, False]
