"""What stands around the words that were searched for, and where in it they stand; Swedish letters are letters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_AROUND = 90
# A letter typed without its ring, dots or accent finds both; one typed with it finds only itself: å is not a.
_KIN = {"a": "aåäàáâæ", "o": "oöóòôø", "e": "eéèêë", "u": "uüúù", "i": "iíìï", "c": "cç", "n": "nñ"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a snippet; `marked` where it is what was searched for."""

    words: str
    marked: bool = False


def pattern(word: str) -> str:
    """The word as a pattern that both the store and Python read, without regard to case."""
    letters = (f"[{_KIN[letter]}]" if letter in _KIN else re.escape(letter) for letter in word.casefold())
    return f"(?i){''.join(letters)}"


def pieces(text: str, patterns: Sequence[str]) -> tuple[Piece, ...]:
    """The text in pieces with everything that a pattern matches marked."""
    bare = [one.removeprefix("(?i)") for one in patterns if one]
    made: list[Piece] = []
    at = 0
    for found in re.finditer("|".join(bare), text, re.IGNORECASE):
        made += [Piece(text[at : found.start()])] if found.start() > at else []
        made.append(Piece(found.group(), marked=True))
        at = found.end()
    return (*made, Piece(text[at:])) if at < len(text) else tuple(made)


def snippet(text: str, patterns: Sequence[str]) -> tuple[str, int]:
    """What stands around the words together, else around the first of them, and the number of the paragraph."""
    together = r"\s+".join(one.removeprefix("(?i)") for one in patterns if one)
    found = re.search(together, text, re.IGNORECASE) or re.search(patterns[0], text)
    at = found.start() if found else 0
    paragraph = text.count("\n", 0, at)
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[begin : end if end >= 0 else len(text)].replace("\t", " ")
    left, right = max(0, at - begin - _AROUND), at - begin + _AROUND
    first = line.find(" ", left) + 1 if left else 0
    last = line.rfind(" ", 0, right) if right < len(line) else len(line)
    last = last if last > at - begin else len(line)
    return f"{'… ' if first else ''}{line[first:last]}{' …' if last < len(line) else ''}", paragraph
