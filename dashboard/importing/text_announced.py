"""Lines that announce a row's own text: 'Analys' or 'Kommentar', also where a narrow column broke the word."""

from collections.abc import Sequence

from dashboard.importing.lines import Line
from dashboard.importing.vocabulary import key


def announces(line: Line) -> bool:
    """Whether the line is the word alone, or the word with a colon and its text."""
    first = line.words.split(" ")[0]
    return key(first) in ("analys", "kommentar") and (len(line.words) < 12 or first.endswith(":"))


def broken_announcement(lines: Sequence[Line], at: int) -> bool:
    """Whether a narrow column broke the word: 'Analy' and below it 's'."""
    after = lines[at + 1].words if at + 1 < len(lines) else ""
    word = lines[at].words + after
    return after.isalpha() and lines[at].words[:1].isupper() and word in ("Analys", "Kommentar")
