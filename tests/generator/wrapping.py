"""Lines and narrow cells as a PDF breaks them."""

import textwrap

CELL = 7.2
# Widths of letters beside an ordinary one, for cells so narrow that the font decides where a word breaks.
NARROW = {**dict.fromkeys("fijlrt/ ", 0.55), **dict.fromkeys("mwMW%", 1.5)}


def wrapped(text: str, width: int, *, hyphens: bool = False) -> list[str]:
    """Lines with the blank that a PDF leaves at their end, save where a hyphen ends the line."""
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=hyphens) or [""]
    last = len(lines) - 1
    return [
        line + ("\n" if hyphens and line.endswith("-") and number < last else " \n")
        for number, line in enumerate(lines)
    ]


def narrow(text: str) -> str:
    """A cell in a column so narrow that long words are cut: 'Tas fram ', 'av ', 'nämnd/s', 'tyrelse '."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and ems(f"{lines[-1]} {word}") <= CELL:
            lines[-1] += f" {word}"
            continue
        while ems(word) > CELL:
            cut = next(n for n in range(len(word), 0, -1) if ems(word[:n]) <= CELL)
            lines.append(word[:cut] + "\0")
            word = word[cut:]  # noqa: PLW2901
        lines.append(word)
    return "".join(line[:-1] + "\n" if line.endswith("\0") else line + " \n" for line in lines)


def ems(text: str) -> float:
    return sum(NARROW.get(letter, 1.0) for letter in text)
