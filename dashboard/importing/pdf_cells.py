"""The words of one cell as its text: lines joined, broken numbers and words made whole."""

import itertools
import re
from collections.abc import Sequence

from dashboard.importing.pdf_hyphens import SOFT
from dashboard.importing.pdf_marks import Word
from dashboard.importing.pdf_text import AND, ANNOUNCES
from dashboard.importing.vocabulary import key

YEAR = re.compile(r"^20\d\d")


def label_of(words: Sequence[Word]) -> list[Word]:
    """The words that announce an analysis before it: bold, and in a narrow column broken within the word."""
    bold = list(itertools.takewhile(lambda word: word.face.bold, words))
    label = bold if bold else list(words)
    return label if key("".join(word.text for word in label)) in ANNOUNCES else []


def cell_text(words: Sequence[Word]) -> str:
    """A cell's words from line to line; a number or date that the line's end broke is one."""
    text, last = "", None
    for word in words:
        broken = last is not None and word.base - last.base > 0.5 * word.face.size
        text = _with(text, word.text, broken)
        last = word
    return f"{text[:-1]}-" if text.endswith(SOFT) else text


def _with(text: str, word: str, broken: bool) -> str:
    if not text:
        return word
    goes_on = broken and word[0].islower() and not word.startswith(AND)
    if text[-1] == SOFT:
        return f"{text[:-1]}{word}" if goes_on else f"{text[:-1]}- {word}"
    if not broken:
        return f"{text} {word}"
    if text[-1].isdigit() and word[0].isdigit() and not YEAR.match(word):
        group = re.match(r"^\d{3}(?!\d)", word)
        return f"{text} {word}" if group and not re.search(r"[,-]\d*$", text) else text + word
    figure = text[-1] in ",-" and word[0].isdigit() and text[-2:-1].isdigit()
    hyphened = text[-1] == "-" and text[-2:-1].isalpha() and goes_on
    return text + word if figure or hyphened else f"{text} {word}"
