"""Markup is data: what may be drawn is listed twice, here and in the browser, and the lists agree."""

import json
import re
from html.parser import HTMLParser

import pytest
from dash import dcc
from hypothesis import given
from hypothesis import strategies as some

from dashboard.ui import markup
from dashboard.ui.markup import h, html
from tests.conftest import ROOT


def listed(name: str) -> set[str]:
    """The words of a list in assets/markup.js."""
    script = (ROOT / "assets" / "markup.js").read_text(encoding="utf-8")
    found = re.search(rf"var {name} = words\((.*?)\);", script, re.DOTALL)
    assert found
    return set("".join(re.findall(r'"([^"]*)"', found[1])).split())


def test_browser_and_server_draw_the_same_tags() -> None:
    assert listed("TAGS") == markup.TAGS


def test_browser_and_server_know_the_same_attributes() -> None:
    assert listed("ATTRIBUTES") == markup.ATTRIBUTES


@pytest.mark.parametrize("tag", ["script", "iframe", "style", "object", "embed", "img", "link", "foreignObject", "A"])
def test_tags_that_could_run_or_fetch_are_refused(tag: str) -> None:
    with pytest.raises(ValueError, match=tag):
        h(tag)


@pytest.mark.parametrize("name", ["onclick", "onload", "style", "src", "srcset", "action", "xlink:href", "Data-x"])
def test_attributes_that_could_run_or_fetch_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        h("a", {name: "x"})


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", " javascript:alert(1)", "//evil.example", "/\\evil.example", "http://a.se", "data:,", "a"],
)
def test_links_stay_within_the_site_or_are_https(href: str) -> None:
    with pytest.raises(ValueError, match="linked"):
        h("a", {"href": href})


@pytest.mark.parametrize(
    "href", ["/", "/enhet/torget?ar=2025#i3", "#i3", "?ar=2025", "https://a.se/b", "mailto:a@b.se"]
)
def test_links_of_our_own_are_kept(href: str) -> None:
    assert h("a", {"href": href}).attributes == {"href": href}


class Reading(HTMLParser):
    """What a browser would make of it: the tags, their titles and the text."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(written)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs).get("title")))

    def handle_data(self, data: str) -> None:
        self.words += data


@given(some.text(some.characters(exclude_characters="\x00\r", exclude_categories=["Cs"])))
def test_text_is_never_read_as_markup(words: str) -> None:
    read = Reading(markup.html(h("p", {"title": words}, words)))
    assert read.tags == [("p", words)]
    assert read.words == words


def test_what_is_not_said_is_left_out() -> None:
    drawn = h("a", {"href": "/", "aria-current": None, "hidden": False, "aria-expanded": False}, None, [], "ord")
    assert markup.html(drawn) == '<a href="/" aria-expanded="false">ord</a>'


def test_void_tags_are_not_closed() -> None:
    assert markup.html(h("p", None, "a", h("br"), "b")) == "<p>a<br>b</p>"


def test_a_tree_is_json_and_keeps_the_places_of_components() -> None:
    graph = dcc.Graph(id="bild")
    plain, lifted = markup.parted([h("h1", None, "A"), h("p", {"class": "x"}, "b", [graph, None], 3)])
    assert json.loads(json.dumps(plain)) == [["h1", {}, "A"], ["p", {"class": "x"}, "b", [0], 3]]
    assert lifted == [graph]


def test_words_are_what_a_reader_sees() -> None:
    assert markup.text([h("p", None, "Tolv ", h("b", None, "mål")), h("svg", {"aria-label": "tecken"})]) == "Tolv mål"


def test_written_html_marks_the_chosen_option_of_a_select() -> None:
    options = [h("option", {"value": year}, year) for year in ("2024", "2025")]
    written = html(h("select", {"value": "2025"}, options))
    assert written == '<select><option value="2024">2024</option><option value="2025" selected>2025</option></select>'
