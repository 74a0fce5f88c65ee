"""The glossary: every sign, term and column head with its one explanation, and where its rule stands on /om.

Pages find an explanation by what is printed (`term_of`), signs by the symbol's name, which is their id here.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("glossary.toml")

# What changes from year to year in a head: 'Utfall VB 2025' is explained as 'Utfall'.
_TIMES = re.compile(r"\b(?:(?:19|20)\d\d|vb|vp|t1|t2|helår|helåret|plan|tertial [12])\b")


@dataclass(frozen=True, slots=True)
class Term:
    """`id` is its place in /ordlista (and the symbol's name, for a sign); `rule` a place on /om, '' where none is."""

    id: str
    word: str
    text: str
    rule: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TermGroup:
    id: str
    name: str
    terms: tuple[Term, ...]


@cache
def glossary() -> tuple[TermGroup, ...]:
    """All terms by what they belong to, in the order of the page."""
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(TermGroup(one["id"], one["name"], tuple(map(_term, one["term"]))) for one in told["group"])


def _term(told: dict[str, Any]) -> Term:
    return Term(**{**told, "heads": tuple(told.get("heads", ()))})


def term(name: str) -> Term | None:
    """The term with that id."""
    return _by_id().get(name)


def term_of(printed: str) -> Term | None:
    """The term that a column head or a label is explained by, whatever year or period it names."""
    words = " ".join(printed.casefold().split())
    return _by_head().get(words) or _by_head().get(" ".join(_TIMES.sub("", words).replace(" ,", ",").split()))


@cache
def _by_id() -> dict[str, Term]:
    return {one.id: one for group in glossary() for one in group.terms}


@cache
def _by_head() -> dict[str, Term]:
    """Signs have words of their own in the key, and are found by their symbols."""
    terms = [one for group in glossary()[1:] for one in group.terms]
    return {head: one for one in terms for head in (one.word.casefold(), *one.heads)}
