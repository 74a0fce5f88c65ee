"""Running text of a PDF's lines: paragraphs, and lines joined to one text."""

import re
from collections.abc import Sequence

from dashboard.importing.document import Icon
from dashboard.importing.pdf_hyphens import SOFT
from dashboard.importing.pdf_marks import Line
from dashboard.importing.vocabulary import key

ANNOUNCES = ("analys", "kommentar")
_BULLET = re.compile(r"^[-–•·*▪●]$|^\d{1,2}[.)]$")
AND = ("och", "eller", "samt", "respektive", "till")


def announced(line: Line) -> bool:
    """Whether the line begins with the word that announces an analysis."""
    return bool(line.words) and key(line.words[0].text) in ANNOUNCES and line.words[0].text[:1].isupper()


def paragraphs(lines: Sequence[Line], right: float, lead: float) -> list[list[Line]]:
    """Parts lines at bullets, at wider gaps, and where the next word would still have fitted."""
    parts: list[list[Line]] = []
    for line in lines:
        last = parts[-1][-1] if parts else None
        if last is None or _parted(last, line, right, lead):
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts


def _parted(last: Line, line: Line, right: float, lead: float) -> bool:
    first = line.words[0]
    if _BULLET.match(first.text) or (announced(last) and len(last.words) == 1):
        return True
    if last.page == line.page and line.base - last.base > (lead + 0.3) * line.size:
        return True
    fits = last.x1 + 0.3 * line.size + (first.x1 - first.x0) < right - 0.04 * (right - last.x0)
    return (fits and last.text[-1:] in ".:!?") or (fits and not first.text[:1].islower())


def text_of(lines: Sequence[Line]) -> str:
    """One text of wrapped lines."""
    text = ""
    for line in lines:
        words = line.text
        if text.endswith(SOFT):
            text = f"{text[:-1]}" if words[:1].islower() and not words.startswith(AND) else f"{text[:-1]}-"
            text = text + words if text[-1:] != "-" else f"{text} {words}"
            continue
        hyphen = bool(re.search(r"\w-$", text)) and words[:1].islower() and not words.startswith(AND)
        text = text + words if hyphen else f"{text} {words}".strip()
    return text.replace(SOFT, "-")


def icons_of(lines: Sequence[Line]) -> tuple[Icon, ...]:
    """The icons beside these lines."""
    return tuple(icon for line in lines for icon in line.icons)
