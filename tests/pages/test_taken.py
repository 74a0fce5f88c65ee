"""What can be taken from a page: pictures and tables of its figures, parts for other sites, links that last."""

import csv
import io
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient
from PIL import Image

from dashboard.cli import main
from dashboard.errors import SettingsError
from dashboard.settings import Settings, from_environment
from dashboard.store import snapshots
from dashboard.swedish import slug
from dashboard.ui import url
from dashboard.web import create_app
from tests.builders import Build, store_of
from tests.pages.answers import Answer, ask

SVG = "{http://www.w3.org/2000/svg}"
UNIT = "/enhet/enheten-for-lek"
# Every page with figures, in every form they have.
PAGES = [
    ("/enhet/medborgarservice", "?ar=2025", {"kon", "ar-for-ar"}),
    ("/enhet/ekonomiskt-bistand", "?ar=2025&rad=i1", {"i1-serie", "i1-tertialer", "kon", "ar-for-ar"}),
    ("/indikator/sjukfranvaro", "", {"fig-kon", "fig-ar", "fig-serie", "fig-tertial"}),
    ("/jamfor", "?enheter=ekonomiskt-bistand,medborgarservice", {"f-ar"}),
    ("/jamstalldhet", "", {"fig-kon"}),
    ("/jamstalldhet", "?visa=staplar", {"fig-kon"}),
    ("/synpunkter", "", {"f-perioder", "f-ar"}),
]


@pytest.fixture(scope="module")
def samples(sample_store: Path) -> FlaskClient:
    made: FlaskClient = create_app(Settings(store=sample_store)).server.test_client()
    return made


def report(women: str, mark: str = "") -> Build:
    build = Build(mark=mark).area("1.3", "Stöd").unit_goal("Snabba besked")
    return build.row("Andel nöjda", "62 %", "90 %", "70 %", women=women, men="61 %")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A report, and then a newer version of it with another figure."""
    store_of(tmp_path, report("63 %", "a"))
    store_of(tmp_path, report("64 %", "b"))
    return tmp_path


@pytest.fixture
def client(store: Path) -> FlaskClient:
    made: FlaskClient = create_app(Settings(store=store)).server.test_client()
    return made


def under(node: Any, name: str) -> Answer:
    """The figure with this id, as an answer of its own."""
    found = next(one for one in walked(node) if one[1].get("id") == name)
    return Answer(found, "")


def walked(node: Any) -> Any:
    if isinstance(node, list):
        if len(node) > 1 and isinstance(node[0], str) and isinstance(node[1], dict):
            yield node
        for child in node:
            yield from walked(child)


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("−", "-").split())


@pytest.mark.parametrize(("path", "search", "names"), PAGES)
def test_every_figure_of_every_page_can_be_taken_in_every_form(
    samples: FlaskClient, path: str, search: str, names: set[str]
) -> None:
    page = ask(samples, path, search)
    assert names <= {made["id"] for tag, made in page.elements() if tag == "figure"}
    for name in names:
        shown = under(page.node, name)
        files = {link.partition("?")[0].rpartition(".")[2]: link for link in shown.links if link.startswith("/bild/")}
        assert set(files) == {"png", "svg", "csv"}
        drawn = ElementTree.fromstring(samples.get(files["svg"]).data)  # noqa: S314 - our own
        picture = Image.open(io.BytesIO(samples.get(files["png"]).data))
        assert picture.size == (2 * int(drawn.attrib["width"]), 2 * int(drawn.attrib["height"]))
        told = plain(" ".join("".join(text.itertext()) for text in drawn.iter(f"{SVG}text")))
        assert plain(drawn.findtext(f"{SVG}title") or "?") in plain(shown.words)
        assert "Måltavlan, så som det såg ut" in told
        assert "Exempeldata" in told
        rows = list(csv.reader(io.StringIO(samples.get(files["csv"]).data.decode("utf-8-sig")), delimiter=";"))
        cells = [plain(Answer(one, "").words).lstrip("+") for one in walked(shown.node) if one[0] in {"th", "td"}]
        assert [plain(cell) for row in rows for cell in row] == cells, "the file has the words of the page's own table"


def test_a_table_is_what_a_swedish_excel_reads(client: FlaskClient) -> None:
    answer = client.get(f"/bild{UNIT}/kon.csv")
    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert answer.text.splitlines()[1] == "Andel nöjda;62 %;64 %;61 %;90 %;går inte att bedöma"
    assert re.search(r'attachment; filename="[a-z0-9-]+\.csv"', answer.headers["Content-Disposition"])


def test_a_picture_has_its_source_and_a_name_that_can_be_read(store: Path) -> None:
    client = create_app(Settings(store=store, address="https://mal.example.se")).server.test_client()
    answer = client.get(f"/bild{UNIT}/kon.svg?ar=2025")
    assert "Enheten för lek" in answer.text
    assert f"https://mal.example.se{UNIT}?ar=2025" in re.sub(r"</?t[^>]*>|-(?=<)", "", answer.text)
    assert "maltavlan-enheten-for-lek-helar-2025-kon.svg" in answer.headers["Content-Disposition"]


def test_who_has_a_picture_hears_that_nothing_is_new_until_something_is(store: Path, client: FlaskClient) -> None:
    for address in (f"/bild{UNIT}/kon.png", f"/bild{UNIT}/forhandsvisning.png", f"/inbaddat{UNIT}/kon"):
        first = client.get(address)
        assert first.headers["Cache-Control"] == "no-cache"
        mark = {"If-None-Match": first.headers["ETag"]}
        assert client.get(address, headers=mark).status_code == 304
        assert client.get(f"{address}?ar=2024", headers=mark).status_code != 304
    store_of(store, report("65 %", "c"))
    assert client.get(address, headers=mark).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        f"/bild{UNIT}/nej.png",
        f"/bild{UNIT}/kon.exe",
        f"/bild{UNIT}/kon",
        "/bild/enhet/borta/kon.svg",
        "/bild/finns/inte/alls/kon.png",
        f"/bild{UNIT}/kon.png?per=1999-01-01",
        f"/bild{UNIT}/kon.csv?ar=2019",
        f"/bild{UNIT}/..%2F..%2Fsettings.png",
    ],
)
def test_what_there_is_not_is_told_in_swedish(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "finns inte" in answer.text


def test_a_picture_of_an_earlier_state_has_its_figures(store: Path, client: FlaskClient) -> None:
    first = snapshots.history(store)[-1].id
    assert "63\u00a0%" in client.get(f"/bild{UNIT}/kon.svg?per={first}").text
    assert "64\u00a0%" in client.get(f"/bild{UNIT}/kon.svg").text
    links = ask(client, UNIT, f"?per={first}").links
    assert f"/bild{UNIT}/kon.svg?per={first}" in links


def test_the_command_writes_what_the_page_gives(store: Path, client: FlaskClient, tmp_path: Path) -> None:
    for form in ("svg", "png"):
        out = tmp_path / f"figur.{form}"
        words = [
            "export",
            form,
            "--unit",
            "Enheten för lek",
            "--figure",
            "kon",
            "--out",
            str(out),
            "--store",
            str(store),
        ]
        assert main(words) == 0
        assert out.read_bytes() == client.get(f"/bild{UNIT}/kon.{form}").data


def test_the_command_says_which_figures_there_are(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", "png", "--unit", "enheten-for-lek", "--out", str(tmp_path / "x.png"), "--store", str(store)]
    assert main(words) == 2
    assert "--figure" in capsys.readouterr().err
    assert main([*words, "--figure", "nej"]) == 2
    assert "kon" in capsys.readouterr().err
    assert not (tmp_path / "x.png").exists()


def meta(page: str, name: str) -> str | None:
    found = re.search(rf'<meta (?:name|property)="{name}" content="([^"]*)">', page)
    return found[1] if found else None


def test_a_link_tells_what_it_leads_to(store: Path) -> None:
    client = create_app(Settings(store=store, address="https://mal.example.se")).server.test_client()
    page = client.get(f"{UNIT}?ar=2025").text
    assert meta(page, "og:title") == ask(client, UNIT, "?ar=2025").heading
    assert meta(page, "og:description") == meta(page, "description")
    assert (meta(page, "description") or "?") in ask(client, UNIT, "?ar=2025").words
    assert meta(page, "og:url") == f"https://mal.example.se{UNIT}?ar=2025"
    address = meta(page, "og:image") or ""
    assert address.startswith("https://mal.example.se/bild/")
    picture = Image.open(io.BytesIO(client.get(address.removeprefix("https://mal.example.se")).data))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_a_link_names_no_address_that_is_not_known(client: FlaskClient) -> None:
    page = client.get(UNIT).text
    assert meta(page, "og:image") is None
    assert meta(page, "og:url") is None
    assert meta(page, "og:title")


def test_what_a_link_tells_follows_the_store(store: Path, client: FlaskClient) -> None:
    assert "Enheten för språk" not in client.get("/enhet/enheten-for-sprak").text
    store_of(store, Build(unit="Enheten för språk").area("1.3", "Stöd").row("Platser", "5", "6"))
    assert "<title>Enheten för språk" in client.get("/enhet/enheten-for-sprak").text


# What the path of a page names, in the samples.
NAMED = {"<unit>": "medborgarservice", "<indicator>": "sjukfranvaro"}


@pytest.fixture(scope="module")
def addressed(sample_store: Path) -> FlaskClient:
    """A server that knows where readers find it."""
    made: FlaskClient = create_app(Settings(store=sample_store, address="https://mal.example.se")).server.test_client()
    return made


@pytest.mark.parametrize("route", url.ROUTES.values())
def test_every_page_has_title_sentence_and_picture_for_links(addressed: FlaskClient, route: str) -> None:
    client = addressed
    path = re.sub("<.*>", lambda found: NAMED[found[0]], route)
    page = client.get(path).text
    assert page.count("<title>") == page.count('name="description"') == page.count('property="og:title"') == 1
    assert len(meta(page, "og:description") or "") > 15
    address = meta(page, "og:image") or ""
    assert address == f"https://mal.example.se/bild{path.rstrip('/')}/forhandsvisning.png"
    picture = Image.open(io.BytesIO(client.get(address.removeprefix("https://mal.example.se")).data))
    assert picture.size == (1200, 630)


HOSTILE = 'Enheten <script>alert("1")</script> & ”barn”'


def test_no_name_breaks_out_of_the_head_the_card_or_the_files_name(tmp_path: Path) -> None:
    store_of(
        tmp_path,
        Build(unit=HOSTILE).area("1.3", "<b>Stöd</b>").row("<i>Nöjda</i>", "62 %", "90 %", women="63 %", men="61 %"),
    )
    client = create_app(Settings(store=tmp_path, address="https://mal.example.se")).server.test_client()
    unit = slug(HOSTILE)
    for address in (f"/enhet/{unit}", f"/apt/{unit}", f"/inbaddat/enhet/{unit}", f"/inbaddat/enhet/{unit}/kon"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert "<i>Nöjda" not in answer.text
    assert "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; ”barn”" in (
        meta(client.get(f"/enhet/{unit}").text, "og:title") or ""
    )
    for address in (f"/bild/enhet/{unit}/kon.svg", f"/bild/enhet/{unit}/kon.csv", f"/fil/apt/{unit}.pptx"):
        named = client.get(address).headers["Content-Disposition"]
        assert re.fullmatch(r'(inline|attachment); filename="[a-z0-9-]+\.[a-z]+"', named)
    ElementTree.fromstring(client.get(f"/bild/enhet/{unit}/kon.svg").data)  # noqa: S314 - our own
    assert client.get(f"/bild/enhet/{unit}/forhandsvisning.png").data.startswith(b"\x89PNG")


def test_a_link_to_an_earlier_state_says_so_where_it_is_shown(store: Path) -> None:
    client = create_app(Settings(store=store, address="https://mal.example.se")).server.test_client()
    first = snapshots.history(store)[-1].id
    page = client.get(f"{UNIT}?per={first}").text
    assert (meta(page, "og:description") or "").startswith("Så som det såg ut ")
    assert (meta(page, "og:image") or "").endswith(f"?per={first}")
    gone = client.get(f"{UNIT}?per=1999-01-01").text
    assert "per=" not in (meta(gone, "og:image") or "per=")
    assert "per=" not in (meta(gone, "og:url") or "per=")


def copied(page: Answer) -> dict[str, str]:
    return next(made for tag, made in page.elements() if made.get("data-do") == "kopiera-lank")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/", "Översikt Helår 2025, alla enheter"),
        ("/?enheter=medborgarservice", "Översikt Helår 2025, Enheten för medborgarservice"),
        ("/mal?status=ej", "Mål Helår 2025, alla enheter, status: Ej"),
        ("/enhet/medborgarservice?rad=t7", "Enheten för medborgarservice, Helår 2025, öppnat: Agenda 2030"),
        ("/enhet/medborgarservice?lista=indikatorer&status=helt", ", Åtta indikatorer uppfylls helt, av 9"),
        ("/indikator?lista=alfabet", "Indikatorer, ordnade efter: Bokstav"),
        ("/jamfor?enheter=ekonomiskt-bistand,medborgarservice", " och Enheten för medborgarservice, 2025, helår"),
        ("/jamstalldhet?visa=staplar&sortera=namn", "visa: Staplar, sortera: Namn"),
        ("/aktiviteter?lista=avvikelse&sok=bes&visa=enhet", "avvikelse, sökord ”bes”, ordna efter: Enhet"),
        ("/synpunkter?kategori=berom", "Synpunkter och klagomål 2025, alla enheter, Beröm"),
        ("/agenda2030?mal=5", "Agenda 2030, 2025, helår, 5 Jämställdhet"),
        ("/forandringar?visa=foregaende", "alla enheter, jämför med: Föregående rapport"),
        ("/sok?sok=medborgar&visa=enheter", "Sök: medborgar, Enheter"),
    ],
)
def test_the_copied_words_tell_the_whole_choice_in_the_pages_words(
    samples: FlaskClient, address: str, said: str
) -> None:
    path, _, words = address.partition("?")
    told = copied(ask(samples, path, f"?{words}"))["data-words"].replace("\u00a0", " ")
    assert f"{said}, så som det såg ut " in told


def test_a_decks_link_is_copied_with_its_slides(samples: FlaskClient) -> None:
    deck = samples.get("/apt/medborgarservice?ar=2025&period=VB&bilder=titel,kallor&bild=2").text
    button = re.search(r'<button[^>]*data-do="kopiera-lank"[^>]*>', deck)
    assert button is not None
    assert "APT, Enheten för medborgarservice, Helår 2025, 2 valda bilder, bild 2, så som det såg ut " in button[0]
    assert re.search(r'data-per="[0-9]{6}-[0-9a-f]{8}"', button[0])
    assert "share.js" in deck


def test_a_copied_link_opens_after_a_new_import_and_says_what_changed(store: Path, client: FlaskClient) -> None:
    made = copied(ask(client, UNIT))
    assert made["data-words"].startswith("Enheten för lek, Helår 2025, så som det såg ut ")
    before = ask(client, UNIT, f"?per={made['data-per']}")
    assert "Inget på sidan har ändrats" in before.words
    store_of(store, report("65 %", "c"))
    after = ask(client, UNIT, f"?per={made['data-per']}")
    assert "har ändrats sedan dess" in after.words
    assert (copied(after)["data-per"], copied(after)["data-words"]) == (made["data-per"], made["data-words"])


@pytest.mark.parametrize("path", ["/enhet/nedlagd-enhet", "/indikator/borttagen-indikator"])
def test_a_link_to_what_is_gone_gets_an_answer_with_ways_on(store: Path, client: FlaskClient, path: str) -> None:
    for search in ("", f"?per={snapshots.history(store)[-1].id}", "?ar=2019&period=T1"):
        page = ask(client, path, search)
        assert "Något gick fel" not in page.heading
        assert "Sidan går inte att visa" not in page.heading
        assert any(link.startswith(("/enhet", "/indikator")) for link in page.links)
    assert client.get(path).status_code == 200
    assert "Måltavlan" in client.get(f"/inbaddat{path}").text


def test_kallor_leads_to_the_states_that_are_kept(store: Path, client: FlaskClient) -> None:
    first = snapshots.history(store)[-1].id
    page = ask(client, "/kallor")
    ways = [link for link in page.links if "per=" in link]
    assert ways == [f"/?per={first}"]
    assert "Så som det såg ut" in page.words
    assert "Så som det såg ut" in ask(client, "/", f"?per={first}").words


def embedding(store: Path, *origins: str) -> FlaskClient:
    settings = Settings(store=store, embed_origins=origins, address="https://mal.example.se")
    made: FlaskClient = create_app(settings).server.test_client()
    return made


def test_parts_may_be_shown_by_the_sites_that_are_allowed_and_pages_by_none(store: Path, client: FlaskClient) -> None:
    site = "https://intranat.example.se"
    allowed = embedding(store, site).get(f"/inbaddat{UNIT}")
    assert f"frame-ancestors {site}" in allowed.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in allowed.headers
    alone = client.get(f"/inbaddat{UNIT}")
    assert alone.headers["Content-Security-Policy"].endswith("frame-ancestors 'none'")
    assert alone.headers["X-Frame-Options"] == "DENY"
    for page in (embedding(store, site).get(UNIT), embedding(store, site).get(f"/bild{UNIT}/kon.svg")):
        assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
        assert page.headers["X-Frame-Options"] == "DENY"


def test_code_is_offered_only_where_it_works(store: Path, client: FlaskClient) -> None:
    offered = ask(embedding(store, "https://intranat.example.se"), UNIT, "?ar=2025").words
    assert f'<iframe src="https://mal.example.se/inbaddat{UNIT}/kon?ar=2025"' in offered
    assert f'<iframe src="https://mal.example.se/inbaddat{UNIT}?ar=2025"' in offered
    assert "<iframe" not in ask(embedding(store, "https://intranat.example.se"), "/om").words
    without = ask(client, UNIT).words
    assert "<iframe" not in without
    assert "MALTAVLAN_EMBED_ORIGINS" in without


def seen(written: str) -> str:
    return plain(re.sub(r"<[^>]*>", " ", written))


def test_a_part_is_whole_by_itself(client: FlaskClient) -> None:
    figure = client.get(f"/inbaddat{UNIT}/kon?ar=2025").text
    for page in (figure, client.get(f"/inbaddat{UNIT}").text):
        assert "<script" not in page
        assert '<html lang="sv">' in page
        assert page.count("<h1>") == 1
        assert '<base target="_top">' in page
        assert "så som det såg ut" in page
    assert f'href="{UNIT}?ar=2025#kon"' in figure
    assert figure.count("<desc>") == 2, "one drawing for wide places, one for narrow, each with its words"
    table = re.search(r"<details>.*</details>", figure)
    assert table is not None
    assert "64 %" in seen(table[0])
    ids = re.findall(r' id="([^"]+)"', figure)
    assert len(ids) == len(set(ids))


def test_a_card_says_what_the_page_says(client: FlaskClient) -> None:
    page, card = ask(client, UNIT), seen(client.get(f"/inbaddat{UNIT}").text)
    said = next(Answer(one, "").words for one in walked(page.node) if one[1].get("class") == "lead")
    assert plain(said) in card
    assert "Enhetsmål" in card


def test_a_row_can_be_shown_alone(client: FlaskClient) -> None:
    row = client.get(f"/inbaddat{UNIT}?rad=i0").text
    assert "Andel nöjda" in seen(row)
    assert row.count('role="rowheader"') == 1
    assert "<button" not in row
    assert "aria-expanded" not in row
    assert client.get(f"/inbaddat{UNIT}?rad=i99").status_code == 404


@pytest.mark.parametrize("address", ["/inbaddat/finns/inte", f"/inbaddat{UNIT}/nej", f"/inbaddat{UNIT}?per=1999-01-01"])
def test_a_part_that_is_not_there_says_so_in_its_place(store: Path, client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "finns in" in answer.text
    there = embedding(store, "https://intranat.example.se").get(address)
    assert "X-Frame-Options" not in there.headers, "the site that embeds it must be able to show why"


@pytest.mark.parametrize("value", ["https://a.se/sida", "a.se", "https://a.se; script-src *", "*", "javascript:x"])
def test_a_site_that_cannot_stand_in_the_header_is_refused_at_the_start(value: str) -> None:
    with pytest.raises(SettingsError, match="MALTAVLAN_EMBED_ORIGINS"):
        from_environment({"MALTAVLAN_EMBED_ORIGINS": value})


def test_several_sites_are_parted_by_blanks_or_commas() -> None:
    told = from_environment({"MALTAVLAN_EMBED_ORIGINS": "https://a.se, https://*.b.se:8443 http://c"})
    assert told.embed_origins == ("https://a.se", "https://*.b.se:8443", "http://c")


# What no link of ours has: signs that browsers send as they are, lines for headers, more than anybody means.
NASTY = [
    "sok=a\\b\"<>'",
    "sok=%0d%0aX-Made-Up:%201",
    "sok=%00",
    "ar=999999999999999999999",
    "rad=" + ",".join(f"i{number}" for number in range(500)),
    "enheter=" + "a" * 3000,
    "per=" + "9" * 300,
    "bilder=" + ",".join(f"s{number}" for number in range(500)),
    "&".join(f"x{number}=1" for number in range(1500)),
]


@pytest.mark.parametrize("words", NASTY)
def test_no_address_breaks_what_is_taken(client: FlaskClient, words: str) -> None:
    for path in (UNIT, "/apt/enheten-for-lek", f"/bild{UNIT}/kon.svg", f"/inbaddat{UNIT}/kon", "/data/utfall.json"):
        answer = client.get(f"{path}?{words}")
        assert answer.status_code < 500, path
        assert "X-Made-Up" not in answer.headers
    shown = ask(client, UNIT, f"?{words}")
    assert shown.heading.startswith("Enheten för lek"), shown.heading
