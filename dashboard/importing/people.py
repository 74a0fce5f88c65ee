"""Tells names of people in running text: a common given name with a family name, or any name with a common family name.

Names of places, streets, schools and laws begin with given names as well ('Anna Lindhs plats', 'Lex Maria'): what
stands before and after tells them. A name that is not in the list is known by its title or the address block alone.
"""

import re
from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_name("given_names.txt")
_FAMILIES = Path(__file__).with_name("family_names.txt")
_UPPER, _LOWER = "A-ZÀ-ÖØ-ÞĆČĐĞİŁŚŞŠŹŻŽ", "a-zà-öø-ÿćčđğıłńśşšźżžęąě"
_WORD = rf"(?:(?:al|el|bin|ibn)-)?[{_UPPER}][{_LOWER}]+(?:-[{_UPPER}][{_LOWER}]+)?"
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
# Words that begin a sentence or name an office: no given name stands there.
_NO_GIVEN = re.compile(
    r"enligt|med|hos|och|men|att|av|för|från|till|när|då|om|kontakta|ring|frågor|tack|utan|både|samt|efter|innan|under"
    r"|\w*(?:chef|chefen|ledare|ledaren|are|aren|ör|ören|inspektör|sekreterare|pedagog|kurator|konsulent|mottagare)"
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
    return _listed(_LIST)


@cache
def _families() -> frozenset[str]:
    return _listed(_FAMILIES)


def _listed(path: Path) -> frozenset[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _masked(found: re.Match[str], mark: str) -> str:
    words = re.split(_BLANK, found[0])
    begin = next((at for at, word in enumerate(words[:-1]) if word in _given()), None)
    if begin is None:
        return _masked_by_family(found, words, mark)
    end = begin + 1
    while end < len(words) - 1 and (words[end] in _given() or words[end].endswith(".") or words[end] in _PARTICLES):
        end += 1
    if not _is_person(found, words, begin, end):
        return found[0]
    return " ".join([*words[:begin], mark, *words[end + 1 :]])


def _masked_by_family(found: re.Match[str], words: list[str], mark: str) -> str:
    """A name whose given name is rare, or an everyday word, told by its family name: 'Inga Svensson'."""
    end = next((at for at, word in enumerate(words) if at and _is_family(word)), None)
    if end is None:
        return found[0]
    begin = end if _NO_GIVEN.fullmatch(words[end - 1].lower()) else end - 1
    if not _is_person(found, words, begin, end):
        return found[0]
    return " ".join([*words[:begin], mark, *words[end + 1 :]])


def _is_family(word: str) -> bool:
    whole = [*word.split("-"), word]
    return any(one in _families() or one.removesuffix("s") in _families() for one in whole)


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
