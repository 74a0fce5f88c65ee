"""Headings and running text of a PDF: a heading by how it is set and what it says, a paragraph by its lines."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.importing.document import Block, Heading, Paragraph
from dashboard.importing.pdf_lines import leading
from dashboard.importing.pdf_marks import Line, joined
from dashboard.importing.pdf_text import icons_of, paragraphs, text_of
from dashboard.importing.vocabulary import (
    goal_heading,
    key,
    section_of_document,
    section_under_goal,
    status_line,
    unfinished,
)
from dashboard.importing.wrapping import continues

_TITLE_LINES = 7


@dataclass(frozen=True, slots=True)
class Style:
    """How the document's running text is set, and its right margin."""

    size: float
    lead: float
    right: float
    plain_goals: bool
    contents: frozenset[str]

    def differs(self, line: Line) -> bool:
        """Whether the line is set as a heading is: bold, slanted or coloured throughout, or larger than the text."""
        return line.bold or line.size > self.size + 0.6 or _slanted(line) or _coloured(line)


def style_of(lines: Sequence[Line], contents: frozenset[str]) -> Style:
    """Learns it from all lines."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size * 2) / 2] += len(line.text) if line.words and not line.bold else 0
    # The text's size is the largest of those in which much is set: tables are set smaller and may be long.
    total = sum(letters.values())
    size = max((one for one, count in letters.items() if count >= 0.25 * total), default=10.0)
    body = [line for line in lines if abs(line.size - size) < 0.6 and line.words]
    edges = sorted(line.x1 for line in body)
    right = edges[int(len(edges) * 0.97)] if edges else 500.0
    draft = Style(size, leading(body), right, False, contents)
    goals = [line for line in lines if line.words and goal_heading(line.text)]
    plain = bool(goals) and not any(draft.differs(line) for line in goals)
    return Style(size, draft.lead, right, plain, contents)


def heads(style: Style, lines: Sequence[Line], at: int) -> bool:
    """Whether a heading begins with this line."""
    line = lines[at]
    if not line.words:
        return False
    text = line.text
    if goal_heading(text):
        return style.plain_goals or style.differs(line)
    if status_line(text):
        return False
    if section_under_goal(text) or section_of_document(text, style.contents):
        return style.differs(line) or _alone(lines, at, style)
    return style.differs(line) and (line.bold or line.size > style.size + 0.6) and _like_heading(line, style)


def _like_heading(line: Line, style: Style) -> bool:
    text = line.text
    first = next((c for c in text if c.isalpha()), "")
    return first.isupper() and not text.endswith((".", ":")) and len(text) < 160 and line.size >= style.size - 0.6


def _alone(lines: Sequence[Line], at: int, style: Style) -> bool:
    before = lines[at - 1] if at else None
    return (
        before is None or before.page != lines[at].page or lines[at].base - before.base > 1.2 * style.lead * style.size
    )


def _coloured(line: Line) -> bool:
    lettered = [word.face.colour for word in line.words if any(c.isalpha() for c in word.text)]
    return bool(lettered) and all(max(colour) - min(colour) > 40 for colour in lettered)


def _slanted(line: Line) -> bool:
    lettered = [word for word in line.words if any(c.isalpha() for c in word.text)]
    return bool(lettered) and all(word.face.slanted for word in lettered)


def heading_at(style: Style, lines: Sequence[Line], at: int) -> tuple[list[Block], int]:
    """The heading that begins here, with the icons beside it after it, and the number of its lines."""
    part = [lines[at]]
    for number in range(at + 1, min(len(lines), at + _TITLE_LINES)):
        if not _goes_on(style, part[-1], lines, number):
            break
        part.append(lines[number])
    place = joined([line.place for line in part])
    blocks: list[Block] = [Heading(text_of(part), place)]
    icons = icons_of(part)
    if icons:
        blocks.append(Paragraph("", icons[0].place, icons))
    return blocks, len(part)


def _goes_on(style: Style, last: Line, lines: Sequence[Line], at: int) -> bool:
    """Whether a heading's title is wrapped on to this line, set as the line before."""
    line = lines[at]
    over = line.page == last.page + 1
    near = over or (line.page == last.page and line.base - last.base <= 1.75 * max(last.size, line.size))
    if not line.words or not near or status_line(line.text) or goal_heading(line.text):
        return False
    if line.wrapped:
        return True
    if section_under_goal(line.text) or section_of_document(line.text, style.contents):
        return False
    alike = abs(line.size - last.size) < 0.4 and line.bold == last.bold and _slanted(line) == _slanted(last)
    label = goal_heading(last.text)
    if label and not label[2]:  # the label alone: its title stands below it
        return True
    if over:  # a title that its page's end parted
        return alike and style.differs(line) and (line.text[:1].islower() or unfinished(last.text))
    first = line.words[0]
    full = last.x1 + 0.2 * line.size + (first.x1 - first.x0) > 0.86 * style.right
    return alike and (full or (line.text[:1].islower() and style.differs(line)))


def running(style: Style, lines: Sequence[Line]) -> list[Block]:
    """Paragraphs of lines that stand together; a status line or an icon alone is a paragraph of its own."""
    blocks: list[Block] = []
    waiting: list[Line] = []
    for line in lines:
        if line.words and not status_line(line.text):
            waiting.append(line)
            continue
        blocks += _paragraphs(style, waiting)
        waiting = []
        place = joined([line.place, *(icon.place for icon in line.icons)])
        blocks.append(Paragraph(line.text, place, tuple(line.icons)))
    return blocks + _paragraphs(style, waiting)


def _paragraphs(style: Style, lines: Sequence[Line]) -> list[Block]:
    return [
        Paragraph(text_of(part), joined([line.place for line in part]), icons_of(part))
        for part in paragraphs(lines, style.right, style.lead)
    ]


def appended(blocks: list[Block], more: Sequence[Block]) -> None:
    """Adds blocks; a paragraph that a page's end parted is joined with its beginning."""
    for block in more:
        last = blocks[-1] if blocks else None
        if (
            isinstance(block, Paragraph) and isinstance(last, Paragraph) and last.text and not status_line(last.text)
            and last.place.page != block.place.page and continues(last.text, block.text)
        ):  # fmt: skip
            blocks[-1] = Paragraph(f"{last.text} {block.text}", last.place, last.icons + block.icons)
        else:
            blocks.append(block)


def entry_key(text: str) -> str:
    """A contents entry's key; a goal's heading is known by its own form."""
    return "" if goal_heading(text) else key(text)
