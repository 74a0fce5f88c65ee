"""The feedback table's first column on a PDF page: labels that run over several rows, each given to its first row."""

from collections.abc import Sequence

from dashboard.importing.pdf_grid import name_column, split
from dashboard.importing.pdf_marks import Line, Word
from dashboard.importing.pdf_whole import Part, Run, beside, far


def labels_of(part: Part, runs: Sequence[Run]) -> dict[int, list[Word]]:
    """The first column's words by the row on which the label begins, where a label's cell runs over several rows."""
    first = name_column(part.grid.header)
    if not part.lines:  # the header stands last on its page
        return {}
    heights = [
        rule.at for rule in part.page.across
        if not rule.edge and rule.start <= part.grid.starts[first] + 4 and rule.end >= part.grid.starts[first + 1] - 4
        and part.lines[0].base < rule.at < part.lines[-1].base
    ]  # fmt: skip
    labels: dict[int, list[Word]] = {}
    owner, last = 0, None
    for number, run in enumerate(runs):
        for at, line in enumerate(run.lines):
            words = [word for word in split(line.words, part.grid) if part.grid.column(word) <= first]
            if not words:
                continue
            begins = _begins_label(labels.get(owner, []), words) and (not at or beside(part, line))
            if last is None or _is_new(part, last, line, heights) or (begins and not heights):
                owner = _first_of(runs, number, line, heights)
            labels.setdefault(owner, []).extend(words)
            last = line
    return {number: labels.get(number, []) for number in range(len(runs))}


def _first_of(runs: Sequence[Run], number: int, line: Line, heights: Sequence[float]) -> int:
    """The first row of the label's cell: rules part the cells, and a label may stand in the middle of its own."""
    top = max((at for at in heights if at < line.base), default=None)
    if top is None:
        return 0 if heights else number
    return next((at for at, run in enumerate(runs[:number]) if run.lines and run.lines[0].base > top), number)


def _is_new(part: Part, last: Line, line: Line, heights: Sequence[float]) -> bool:
    """Whether a label begins with this line: below a rule where labels are ruled, else further away than lines are."""
    return any(last.base < at < line.base for at in heights) if heights else far(part, [last], line)


def _begins_label(before: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether these words can begin a label: a capital letter, and no bracket open before them."""
    text = " ".join(word.text for word in before)
    return words[0].text[:1].isupper() and text.count("(") <= text.count(")")
