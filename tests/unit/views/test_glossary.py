"""The glossary: one explanation of each word and sign, found by what a page prints, with a rule that is there."""

from collections import Counter
from pathlib import Path

import pytest

from dashboard.model import Selection
from dashboard.pages import om
from dashboard.store.database import Store
from dashboard.ui import markup, signs
from dashboard.views.glossary import glossary, term_of
from tests.builders import catalogue_of

TERMS = [term for group in glossary() for term in group.terms]


def test_every_term_has_one_place_and_no_head_is_explained_twice() -> None:
    assert max(Counter(term.id for term in TERMS).values()) == 1
    heads = Counter(
        head for group in glossary()[1:] for term in group.terms for head in {term.word.casefold(), *term.heads}
    )
    assert [head for head, times in heads.items() if times > 1] == []


def test_every_rule_stands_on_om(tmp_path: Path) -> None:
    shown = markup.html(om.body(om.PAGE.view(Store(tmp_path), catalogue_of(), Selection())))
    assert [term.id for term in TERMS if term.rule and f'id="{term.rule}"' not in shown] == []


def test_every_sign_is_explained_under_its_symbols_name() -> None:
    drawn = [one.attributes["id"] for one in _elements(signs.definitions()) if one.tag == "symbol"]
    assert set(drawn) <= {term.id for term in TERMS}


def _elements(node: markup.Node) -> list[markup.Element]:
    inside = [part for part in markup.flat(node) if isinstance(part, markup.Element)]
    return [*inside, *(deeper for part in inside for deeper in _elements(part.children))]


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Utfall", "utfall"),
        ("Utfall VB 2025", "utfall"),
        ("Utfall, 2024 och årsmål", "utfall-och-mal"),
        ("Årsmål 2026", "arsmal"),
        ("Mot T1 2024", "mot"),
        ("T1", "t1"),
        ("KF:s årsmål", "kfmal"),
    ],
)
def test_a_head_is_found_whatever_year_and_period_it_names(printed: str, told: str) -> None:
    found = term_of(printed)
    assert found is not None
    assert found.id == told


def test_a_word_that_is_not_there_is_not_guessed() -> None:
    assert term_of("Utfallet i fjol") is None
    assert term_of("2025") is None
