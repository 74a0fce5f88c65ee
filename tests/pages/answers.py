"""A page as the server answers it, in plain words, links and ids, for tests that need no browser."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient

from dashboard.ui import ids, url

PROPERTIES = ("node", "children", "heading", "path", "search")


@dataclass(frozen=True)
class Answer:
    """`node` is the tree that assets/markup.js draws: [tag, attributes, *children], text, or a component's number.

    `whole` is all that the server sent, figures too.
    """

    node: Any
    heading: str
    whole: str = ""

    @property
    def words(self) -> str:
        """What a reader sees and hears, single-spaced and without hard spaces."""
        return " ".join("".join(_words(self.node)).replace("\u00a0", " ").split())

    @property
    def links(self) -> list[str]:
        """Those within Måltavlan."""
        found = [made["href"] for tag, made in self.elements() if tag == "a" and "href" in made]
        return [link for link in found if link.startswith(("/", "#"))]

    @property
    def names(self) -> list[str]:
        return [made["id"] for _, made in self.elements() if "id" in made]

    def elements(self) -> Iterator[tuple[str, dict[str, Any]]]:
        yield from _elements(self.node)


def ask(client: FlaskClient, pathname: str, search: str = "") -> Answer:
    """The page at an address."""
    inputs = [
        {"id": ids.ADDRESS, "property": "pathname", "value": pathname},
        {"id": ids.ADDRESS, "property": "search", "value": search},
    ]
    names = [f"{ids.SCREEN}.{name}" for name in PROPERTIES]
    asked = {
        "output": f"..{'...'.join(names)}..",
        "outputs": [{"id": ids.SCREEN, "property": name} for name in PROPERTIES],
        "inputs": inputs,
        "changedPropIds": [f"{ids.ADDRESS}.pathname"],
    }
    answer = client.post("/_dash-update-component", json=asked)
    assert answer.status_code == 200
    told = json.loads(answer.data)["response"][ids.SCREEN]
    return Answer(told["node"], told["heading"], json.dumps(json.loads(answer.data), ensure_ascii=False))


def assert_whole(answer: Answer) -> None:
    """One heading, no id twice, a caption for every table, and links that can be read back."""
    tags = [tag for tag, _ in answer.elements()]
    assert tags.count("h1") == 1
    assert "Något gick fel" not in answer.heading
    assert len(answer.names) == len(set(answer.names)), "an id stands twice"
    assert tags.count("table") == tags.count("caption")
    for link in answer.links:
        if link.startswith(("/bild/", "/fil/", "/data", "/flode.atom")):
            continue  # files, which are asked for in tests of their own
        place, _, query = link.partition("#")[0].partition("?")
        page, selection = url.parse(place or "/om", query)
        assert page is not None, link
        assert selection.notices == (), link


def _is_element(node: Any) -> bool:
    return isinstance(node, list) and len(node) > 1 and isinstance(node[0], str) and isinstance(node[1], dict)


def _elements(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if _is_element(node):
        yield node[0], node[1]
        node = node[2:]
    if isinstance(node, list):
        for child in node:
            yield from _elements(child)


def _words(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif _is_element(node):
        block = node[0] in {"p", "li", "td", "th", "h1", "h2", "h3", "dt", "dd", "div", "caption", "label", "option"}
        yield " " if block else ""
        for child in node[2:]:
            yield from _words(child) if not isinstance(child, int) else (str(child),)
        yield " " if block else ""
    elif isinstance(node, list):
        for child in node:
            yield from _words(child)
