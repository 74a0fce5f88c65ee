"""Tells names of people in running text: a given name that is common in Sweden with a family name after it.

Names of places, streets, schools and laws begin with given names as well ('Anna Lindhs plats', 'Lex Maria'): what
stands before and after tells them. A name that is not in the list is known by its title or the address block alone.
"""

import re
from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_name("given_names.txt")
_WORD = r"[A-ZÅÄÖÉÜ][a-zåäöéèüó]+(?:-[A-ZÅÄÖÉÜ][a-zåäöéèüó]+)?"
_BLANK = r"[ \u00a0]"
_PARTICLES = ("von", "af", "de", "van", "der", "al", "el")
_RUN = re.compile(rf"\b{_WORD}(?:{_BLANK}(?:{_WORD}|[A-ZÅÄÖ]\.|{'|'.join(_PARTICLES)}))+\b(?!-)")
_NEXT = re.compile(rf"{_BLANK}(\w+)")
_BEFORE = ("sankt", "sankta", "s:t", "s:ta", "lex", "kung", "drottning", "prins", "prinsessan")
# How names of places end, or what is printed after a name that a place or a thing bears.
_PLACE = re.compile(
    r"(?:gata|gatan|väg|vägen|gränd|gränden|torg|torget|plats|platsen|plan|park|parken|gård|gården|backe|backen|kaj|kajen"
    r"|bron?|skola|skolan|kyrka|kyrkan|församling|hem|hemmet|hus|huset|boende|boendet|center|centrum|allé|stig"
    r"|stigen|trappa|trappor|udde|verksamhet|verksamheten|enhet|enheten|stiftelse|stiftelsen|fond|fonden|dagen|priset"
    r"|distrikt|stadsdel|data)s?$"
)
_CHURCHES = frozenset(("Magdalena", "Sofia", "Maria", "Eleonora", "Katarina", "Gertrud"))
_NO_FAMILY = frozenset(
    (
        "Januari", "Februari", "Mars", "April", "Maj", "Juni", "Juli", "Augusti", "September", "Oktober", "November",
        "December", "Stockholm", "Stockholms", "Göteborg", "Göteborgs", "Malmö", "Sverige", "Sveriges", "Gamla",
        "Norra", "Södra", "Östra", "Västra", "Indikator", "Aktivitet", "Analys", "Utfall", "Period", "Totalt",
        "Kommentar", "Månad", "Månads",
    )
)  # fmt: skip


def without(text: str, mark: str) -> str:
    """The text with each name of a person, given name and family name, replaced by the mark."""
    return _RUN.sub(lambda found: _masked(found, mark), text)


@cache
def _given() -> frozenset[str]:
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _masked(found: re.Match[str], mark: str) -> str:
    words = re.split(_BLANK, found[0])
    begin = next((at for at, word in enumerate(words[:-1]) if word in _given()), None)
    if begin is None:
        return found[0]
    end = begin + 1
    while end < len(words) - 1 and (words[end] in _given() or words[end].endswith(".") or words[end] in _PARTICLES):
        end += 1
    if not _is_person(found, words, begin, end):
        return found[0]
    return " ".join([*words[:begin], mark, *words[end + 1 :]])


def _is_person(found: re.Match[str], words: list[str], begin: int, end: int) -> bool:
    """Whether the words from `begin` to `end` are a person's and no place's, by what stands around them."""
    family = words[end]
    before = (
        words[begin - 1]
        if begin
        else (found.string[max(0, found.start() - 20) : found.start()].split()[-1:] or [""])[0]
    )
    told = _NEXT.match(found.string, found.end())
    after = words[end + 1] if end + 1 < len(words) else told[1] if told else ""
    if family in _CHURCHES or family in _NO_FAMILY or _PLACE.search(family.lower()):
        return False
    return before.lower() not in _BEFORE and not _PLACE.search(after.lower())
