"""Joins words that a narrow column broke: 'Medskap andeinde x' is one word where the document or catalogue says so.

A blank is taken away only on evidence: the joined word is printed elsewhere while a piece of it is no word by itself,
or a piece can't be a Swedish word at all. Nothing else is corrected.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SPLIT = re.compile(r"([/(),.;:\"”–]+)")
_PIECES = 5  # a word is broken into a few pieces at most
_ALONE = frozenset(["i", "å", "ö", "à"])
_BEFORE_A_LETTER = frozenset(
    ["typ", "klass", "grupp", "nivå", "vitamin", "hepatit", "alternativ", "bl", "bilaga", "avsnitt", "del"]
)
_SHORT = frozenset(
    [
        "st",
        "kr",
        "mm",
        "bl",
        "tkr",
        "mnkr",
        "kl",
        "nr",
        "dvs",
        "km",
        "kg",
        "mkr",
        "resp",
        "ca",
        "tfn",
        "fr",
        "kvm",
        "pga",
        "mfl",
        "hr",
        "sv",
        "th",
        "jfr",
        "vs",
    ]
)
_VOWELS = "aeiouyåäöéüà"
_ONSET = re.compile(
    r"^(?:b[lrj]?|c[hlr]?|d[rvj]?|f[lrjn]?|g[lrnj]?|hj?|j|k[lrnvj]?|lj?|mj?|nj?|p[lrsj]?|q|r|s(?:k[rvj]?|l|m|n|p[lrj]?|t[rj]?|v|j|ch?)?"
    r"|t[rvjh]?|vr?|wr?|x|z)?(?=[aeiouyåäöéüà])"
)
_ENDINGS = frozenset(
    [
        "ning",
        "ningar",
        "ningarna",
        "ningen",
        "else",
        "elser",
        "elsen",
        "elserna",
        "het",
        "heten",
        "heter",
        "heterna",
        "tion",
        "tioner",
        "tionen",
        "tionerna",
        "ande",
        "ande",
        "andet",
        "ende",
        "endet",
        "are",
        "aren",
        "arna",
        "erna",
        "orna",
        "arnas",
        "ernas",
        "skap",
        "skapet",
        "skaper",
        "iska",
        "isk",
        "iskt",
        "ligt",
        "liga",
        "ligheter",
        "else",
    ]
)
# Words of the reports' forms that need not stand in the running text.
FORM_WORDS = frozenset(
    [
        "stadsdelsnämnd",
        "stadsdelsnämnden",
        "nämnd",
        "nämnden",
        "styrelse",
        "styrelsen",
        "nämnd/styrelse",
        "indikator",
        "aktivitet",
        "årsmål",
        "periodens",
        "utfall",
        "kvinnor",
        "flickor",
        "pojkar",
        "genomförda",
        "kategorier",
        "sjukfrånvaro",
        "medskapandeindex",
    ]
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words as printed in running text; `known` also holds the catalogue's and the forms' words."""

    printed: frozenset[str]
    known: frozenset[str]


def lexicon(texts: Iterable[str], names: Iterable[str]) -> Lexicon:
    """The words of the document's running text and of names that are known to be whole."""
    printed = frozenset(word for text in texts for word in _words(text))
    return Lexicon(printed, printed | FORM_WORDS | frozenset(word for name in names for word in _words(name)))


def join(text: str, words: Lexicon) -> str:
    """The text with broken words joined."""
    tokens = " ".join(text.split()).split(" ")
    joined: list[str] = []
    at = 0
    while at < len(tokens):
        taken = _pieces(tokens, at, words)
        token = "".join(tokens[at : at + taken])
        if joined and _is_rest(joined[-1], token, words):
            joined[-1] += token
        else:
            joined.append(token)
        at += taken
    return " ".join(joined)


def _pieces(tokens: list[str], at: int, words: Lexicon) -> int:
    """How many tokens make a word that is printed whole elsewhere; the longest, else one."""
    return next(
        (taken for taken in range(min(_PIECES, len(tokens) - at), 1, -1) if _whole(tokens[at : at + taken], words)), 1
    )


def _whole(pieces: list[str], words: Lexicon) -> bool:
    """Whether the pieces are one known word, and not each a word of its own."""
    _, first = _cut_last(pieces[0])
    last, after = _cut_first(pieces[-1])
    inner = [first, *pieces[1:-1], last]
    if after.isalpha() or not all(_WORD.fullmatch(piece) for piece in inner) or any(p[0].isupper() for p in inner[1:]):
        return False
    return "".join(inner).lower() in words.known and not all(_free(piece, words) for piece in inner)


def _is_rest(before: str, token: str, words: Lexicon) -> bool:
    """Whether the token can't be a word by itself, so that it must end the word before it."""
    last, after = _cut_first(token)
    _, piece = _cut_last(before)
    if not last.islower() or not piece or not piece[-1:].isalpha() or (after and after[0].isalpha()):
        return False
    if len(last) == 1:
        return last not in _ALONE and piece.lower() not in _BEFORE_A_LETTER
    if last in words.known or last in _SHORT:
        return False
    return last in _ENDINGS or not any(vowel in last for vowel in _VOWELS) or not _ONSET.match(last)


def _free(piece: str, words: Lexicon) -> bool:
    """Whether the piece is printed as a word of its own elsewhere; single letters ('bl a') are no evidence."""
    piece = piece.lower()
    return piece in _ALONE if len(piece) == 1 else piece in words.printed


def _cut_last(token: str) -> tuple[str, str]:
    """What follows the token's last sign: 'hotell/vandr' is 'hotell/' and 'vandr'."""
    parts = _SPLIT.split(token)
    return "".join(parts[:-1]), parts[-1]


def _cut_first(token: str) -> tuple[str, str]:
    parts = _SPLIT.split(token)
    return parts[0], "".join(parts[1:])


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def folded(text: str) -> str:
    """Letters and digits alone, for telling whether two names are one."""
    return "".join(character for character in text.casefold() if character.isalnum())
