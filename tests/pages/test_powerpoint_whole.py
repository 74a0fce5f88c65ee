"""All that the deck holds and the page shows stands in the PowerPoint file: on the slide, or in its notes."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from lxml import html

from dashboard.model import Kind, Selection, TextOf
from dashboard.settings import Settings
from dashboard.views.apt import Deck
from dashboard.views.apt_slides import AnySlide, GoalSlide, Slide
from dashboard.views.link import Link
from dashboard.web import create_app
from tests.builders import Build, store_of
from tests.pages import slides
from tests.pages.decks import deck_of, rich, written

# The name of a slide in the address.
UNSAID = ("key",)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A unit with every kind of slide, and one with a plan whose goals have results to come and activities."""
    made = tmp_path_factory.mktemp("hela")
    plan = Build("Planen", kind=Kind.VP).area("1.3", "Stöd").unit_goal("Alla är trygga", None)
    plan.analysis(TextOf.GOAL, "Brukarna känner sig delaktiga.", "Förväntat resultat")
    plan.activity("Möten varje vecka", "Börjar i mars").row("Andel nöjda", "", "75 %", kf="85 %")
    plan.area("2.1").unit_goal("Kort kö").row("Antal besök", "", "1 900").row("Väntetid", "", "öka", kf="minska")
    store_of(made, *rich(), plan)
    return made


@pytest.fixture(scope="module")
def client(folder: Path) -> FlaskClient:
    made: FlaskClient = create_app(Settings(store=folder)).server.test_client()
    return made


def told(value: object) -> Iterator[str]:
    """Every text within a slide of the deck, however deep; not where links lead."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield slides.spaced(value)
    elif isinstance(value, tuple):
        for one in value:
            yield from told(one)
    elif is_dataclass(value) and not isinstance(value, (Link, Selection)):
        for field in fields(value):
            if field.name not in UNSAID:
                yield from told(getattr(value, field.name))


def own(slide: AnySlide) -> Iterator[str]:
    """The texts of the slide itself: they are there to be told, on the page or to who presents."""
    for field in fields(slide):
        value = getattr(slide, field.name)
        if field.name == "said_as" and not getattr(slide, "said", ""):
            continue
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str) and not isinstance(one, Enum) and field.name not in UNSAID:
                yield slides.spaced(one)


def shown(content: bytes) -> dict[str, str]:
    """By headline: what stands on the file's slides, their drawings' words and their notes."""
    found: dict[str, str] = {}
    for slide in slides.read(content).slides:
        name = slides.headline(slide.shapes.title.text_frame.text)
        drawn = [slides.spaced(about.get("descr") or "") for about in slide._element.iter("{*}cNvPr")]
        found[name] = " | ".join([found.get(name, ""), *slides.words(slide), *drawn, *slides.notes(slide)])
    return found


def pages(client: FlaskClient, address: str) -> dict[str, str]:
    """By headline: what stands on the page's slides, with what is read of its drawings."""
    found: dict[str, str] = {}
    for slide in html.fromstring(client.get(address).text).xpath("//section[contains(@class, 'slide')]"):
        name = slides.spaced(slide.xpath(".//h2")[0].text)
        read = [*slide.itertext(), *slide.xpath(".//@aria-label")]
        found[name] = " | ".join([found.get(name, ""), *map(slides.spaced, read), slides.spaced(slide.text_content())])
    return found


def missing(deck: Deck, there: dict[str, str], content: bytes) -> list[str]:
    """What the deck's own slides say, or the page shows of what lies deeper, that the file hasn't."""
    here, lacks = shown(content), []
    for name, parts in groupby(deck.shown, lambda slide: slides.spaced(slide.headline)):
        held = here[name].casefold()
        for slide in parts:
            wanted = {*own(slide), *(text for text in told(slide) if text in there[name])} - {""}
            # A part of the page's is another part in the file.
            wanted -= {getattr(slide, "part", "")}
            lacks += [f"{name}: {text}" for text in wanted if text.casefold() not in held]
    return sorted(lacks)


UNITS = {"enheten-for-lek-larande-fritid-och-samordning-i-hela-stadsdelsomradet": Kind.VB, "planen": Kind.VP}


@pytest.mark.parametrize("unit", UNITS)
def test_all_that_the_deck_says_is_in_the_file(folder: Path, client: FlaskClient, unit: str) -> None:
    deck = deck_of(folder, unit, UNITS[unit])
    there = pages(client, f"/apt/{unit}?ar=2025&period={UNITS[unit]}&visa=alla")
    assert len([text for slide in deck.shown for text in told(slide)]) > 60
    assert missing(deck, there, written(deck)) == []


def test_what_is_left_out_of_the_file_is_found(folder: Path, client: FlaskClient) -> None:
    """The failing control: a file of a deck that says less in each of these ways."""
    deck = deck_of(folder, "planen", Kind.VP)
    there = pages(client, "/apt/planen?ar=2025&period=VP&visa=alla")
    for less in ({"said": "", "notes": ()}, {"acts": ()}, {"lines": (), "subs": ()}, {"source": ""}):
        fewer = tuple(cut(slide, less) for slide in deck.shown)
        assert missing(deck, there, written(replace(deck, shown=fewer))), less


def cut(slide: AnySlide, less: dict[str, Any]) -> AnySlide:
    assert isinstance(slide, Slide)
    return replace(slide, **less) if isinstance(slide, GoalSlide) else slide
