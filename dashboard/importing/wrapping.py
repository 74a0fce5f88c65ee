"""Joining printed lines into words and paragraphs: where a line was wrapped, broken inside a word, or ended."""

import re
from collections.abc import Iterable, Sequence

from dashboard.importing.lines import Line
from dashboard.importing.vocabulary import within_section

_BULLET = re.compile(r"^\s*(?:[-–•*]\s*(?=\S)|\d{1,2}[.)]\s+)")
_HYPHENATED = re.compile(r"\w-$")
_AND = ("och", "eller", "samt", "respektive", "resp", "till")
_FULL = 0.8
SOFT_HYPHEN = "\u00ad"  # at a line's end: the word goes on below
_LONG, _TAIL = 4000, 200


def joined(lines: Iterable[Line], marked: bool) -> str:
    """One text of wrapped lines, inner blanks kept; `marked` texts end every line but a broken word with a blank."""
    text = ""
    done: list[str] = []
    for line in lines:
        text = _with(text, line.text, marked)
        if len(text) > _LONG and len(text[-_TAIL:].split()) > 1:  # only the end decides how the next line is joined
            done.append(text[:-_TAIL])
            text = text[-_TAIL:]
    return "".join(done) + (text.removesuffix(" ") if marked else text.rstrip())


def paragraphs(lines: Sequence[Line], width: int, marked: bool) -> list[list[Line]]:
    """Parts lines without blank ones between where the next word would still have fitted, at bullets and headings."""
    parts: list[list[Line]] = []
    for line in lines:
        heads = within_section(line.words) or (bool(parts) and within_section(parts[-1][-1].words))
        if parts and not heads and not _BULLET.match(line.text) and _wrapped(parts[-1][-1], line, width):
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def width_of(lines: Sequence[Line]) -> int:
    """The length that the text's full lines have."""
    lengths = sorted(len(line.words) for line in lines if not line.blank and "\t" not in line.text)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def continues(before: str, text: str) -> bool:
    """Whether a paragraph goes on with what was parted from the one before by a page break."""
    return text[:1].islower() and before[-1:] not in ".:!?;" and bool(before) and not _BULLET.match(text)


def _wrapped(line: Line, after: Line, width: int) -> bool:
    first = after.words.split(" ")[0]
    return len(line.words) + 1 + len(first) > _FULL * width


def _with(text: str, line: str, marked: bool) -> str:
    if not text:
        return line
    if text.endswith(SOFT_HYPHEN):
        return text.removesuffix(SOFT_HYPHEN) + line.lstrip()
    if marked and not text.endswith(" "):
        return text + line  # no blank at the end: the column broke the word here
    if _HYPHENATED.search(text.rstrip()) and not marked and not line.strip().startswith(_AND):
        return text.rstrip() + line.strip()
    return text + line if marked else f"{text.rstrip()} {line.strip()}"
